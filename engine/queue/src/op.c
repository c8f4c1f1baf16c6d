/*
 * Operations: one block each, its texts behind it.
 */
#include <stdlib.h>
#include <string.h>
#include "inner.h"

void *op_new(const struct op_class *class, size_t bytes, size_t text_room, void *context)
{
	struct op *op = malloc(bytes + text_room);

	if (!op)
		abort(); /* as an arena: the service is restarted, and nothing was promised yet */
	op->next = NULL;
	op->class = class;
	op->context = context;
	op->failed = false;
	return op;
}

void op_free(struct op *op)
{
	if (op->class->release)
		op->class->release(op);
	free(op);
}

size_t text_bytes(const char *text)
{
	return text ? strlen(text) + 1 : 0;
}

const char *text_put(char **at, const char *text)
{
	size_t bytes = text_bytes(text);
	char *copy = *at;

	if (!text)
		return NULL;
	memcpy(copy, text, bytes);
	*at += bytes;
	return copy;
}
