/* A growing table with chains by hash. */
#include "facts.h"
#include <stdlib.h>

enum { MAX_FACTS = 2000 };

static bool grow(struct facts *facts)
{
	size_t cap = facts->cap == 0 ? 40 : facts->cap * 2;
	struct fact *rows;
	if (facts->cap == MAX_FACTS)
		return false;
	cap = cap < MAX_FACTS ? cap : MAX_FACTS;
	rows = realloc(facts->rows, cap * sizeof(*rows));
	if (rows == NULL)
		return false;
	facts->rows = rows;
	facts->cap = cap;
	return true;
}

static size_t bucket_of(const struct facts *facts, PyObject *name, char kind)
{
	return ((size_t)PyObject_Hash(name) ^ (size_t)kind * 977) % Py_ARRAY_LENGTH(facts->heads);
}

struct fact *facts_find(const struct facts *facts, PyObject *name, char kind)
{
	for (size_t i = facts->heads[bucket_of(facts, name, kind)]; i > 0; i = facts->rows[i - 1].next) {
		struct fact *row = &facts->rows[i - 1];
		if (row->kind == kind && (row->name == name || PyUnicode_Compare(row->name, name) == 0))
			return row;
	}
	return NULL;
}

struct fact *facts_row(struct facts *facts, PyObject *name, char kind, bool *added)
{
	struct fact *found = facts_find(facts, name, kind);
	size_t bucket = bucket_of(facts, name, kind);
	*added = false;
	if (found != NULL)
		return found;
	if (facts->count == facts->cap && !grow(facts)) {
		facts->overflow = true;
		return NULL;
	}
	*added = true;
	facts->rows[facts->count] = (struct fact){ .name = name, .kind = kind, .next = facts->heads[bucket] };
	facts->heads[bucket] = (uint16_t)++facts->count;
	return &facts->rows[facts->count - 1];
}

void facts_encode(struct out *out, const struct facts *facts)
{
	out_head(out, 'l', facts->count + facts->overflow);
	for (size_t i = 0; i < facts->count; i++) {
		const struct fact *row = &facts->rows[i];
		out_head(out, 't', 3);
		out_text(out, row->name, 200);
		out_str(out, &row->kind, 1);
		out_int(out, row->line);
	}
	if (facts->overflow) {
		out_head(out, 't', 3);
		out_str(out, "", 0);
		out_str(out, "!", 1);
		out_int(out, 0);
	}
}

void facts_release(struct facts *facts)
{
	free(facts->rows);
}
