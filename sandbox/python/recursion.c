/* References are kept until all functions are known, then the graph is closed. */
#include "recursion.h"
#include <stdint.h>
#include <stdlib.h>
#include "type_names.h"

enum { MAX_FUNCTIONS = 256, MAX_REFERENCES = 4096, MAX_AROUND = 100, WORDS = MAX_FUNCTIONS / 64 };

struct function {
	PyObject *name;
	bool method, plain; /* it is one of the class's, one of the module's or of another function's: it may be both */
	uint64_t reaches[WORDS];
};

struct reference {
	PyObject *name;
	uint16_t from; /* the innermost function around */
	bool attribute, plain;
	int line;
};

struct recursion {
	size_t function_count, reference_count, depth;
	bool overflow;
	uint16_t around[MAX_AROUND];
	struct function functions[MAX_FUNCTIONS];
	struct reference references[MAX_REFERENCES];
};

struct recursion *recursion_new(void)
{
	return calloc(1, sizeof(struct recursion));
}

void recursion_free(struct recursion *recursion)
{
	free(recursion);
}

static bool same(PyObject *a, PyObject *b)
{
	return a == b || PyUnicode_Compare(a, b) == 0;
}

static struct function *find(struct recursion *recursion, PyObject *name)
{
	for (size_t i = 0; i < recursion->function_count; i++)
		if (same(recursion->functions[i].name, name))
			return &recursion->functions[i];
	return NULL;
}

void recursion_enter(struct recursion *recursion, PyObject *name, bool method)
{
	struct function *function = find(recursion, name);
	if (function == NULL && recursion->function_count < MAX_FUNCTIONS) {
		function = &recursion->functions[recursion->function_count++];
		function->name = name;
	}
	if (function == NULL || recursion->depth == MAX_AROUND) {
		recursion->overflow = true;
	} else {
		function->method |= method;
		function->plain |= !method;
	}
	if (recursion->depth < MAX_AROUND)
		recursion->around[recursion->depth] =
			(uint16_t)(function != NULL ? function - recursion->functions : 0);
	recursion->depth++;
}

void recursion_leave(struct recursion *recursion)
{
	recursion->depth--;
}

static void refer(struct recursion *recursion, const struct reference *reference)
{
	if (recursion->depth == 0)
		return;
	size_t top = recursion->depth < MAX_AROUND ? recursion->depth : MAX_AROUND;
	uint16_t from = recursion->around[top - 1];
	for (size_t i = recursion->reference_count; i > 0; i--) {
		const struct reference *row = &recursion->references[i - 1];
		if (row->from == from && row->attribute == reference->attribute && row->plain == reference->plain &&
			same(row->name, reference->name))
			return;
	}
	if (recursion->reference_count == MAX_REFERENCES) {
		recursion->overflow = true;
		return;
	}
	recursion->references[recursion->reference_count] = *reference;
	recursion->references[recursion->reference_count++].from = from;
}

void recursion_name(struct recursion *recursion, PyObject *name, int line)
{
	refer(recursion, &(struct reference){ .name = name, .plain = true, .line = line });
}

void recursion_attribute(struct recursion *recursion, PyObject *name, bool plain, int line)
{
	refer(recursion, &(struct reference){ .name = name, .attribute = true, .plain = plain, .line = line });
}

/* self.pile.append(x) within append() is the list's, as a rule: a method of plain data is not taken for one of the answer's. */
static bool is_of_plain_data(PyObject *name)
{
	PyTypeObject *const types[] = { &PyList_Type, &PyDict_Type, &PySet_Type, &PyUnicode_Type, &PyTuple_Type,
		&PyBytes_Type, &PyLong_Type, &PyFloat_Type };
	bool found = false;
	for (size_t i = 0; !found && i < Py_ARRAY_LENGTH(types); i++) {
		PyObject *names = type_names(types[i]);
		found = names != NULL && PyDict_GetItemWithError(names, name) != NULL;
		Py_XDECREF(names);
	}
	return found;
}

/* The function that a reference may mean; NULL: none of the answer's. */
static struct function *meant(struct recursion *recursion, const struct reference *reference)
{
	struct function *function = find(recursion, reference->name);
	if (function == NULL)
		return NULL;
	if (!reference->attribute)
		return function->plain ? function : NULL;
	if (!function->method || (!reference->plain && is_of_plain_data(reference->name)))
		return NULL;
	return function;
}

static void join(struct recursion *recursion)
{
	for (size_t i = 0; i < recursion->reference_count; i++) {
		const struct reference *reference = &recursion->references[i];
		const struct function *to = meant(recursion, reference);
		if (to != NULL) {
			size_t at = (size_t)(to - recursion->functions);
			recursion->functions[reference->from].reaches[at / 64] |= 1ULL << at % 64;
		}
	}
	for (size_t via = 0; via < recursion->function_count; via++)
		for (size_t i = 0; i < recursion->function_count; i++)
			if (recursion->functions[i].reaches[via / 64] >> via % 64 & 1)
				for (size_t w = 0; w < WORDS; w++)
					recursion->functions[i].reaches[w] |= recursion->functions[via].reaches[w];
}

int recursion_line(struct recursion *recursion, bool *overflow)
{
	int line = 0;
	join(recursion);
	for (size_t i = 0; i < recursion->reference_count; i++) {
		const struct reference *reference = &recursion->references[i];
		const struct function *to = meant(recursion, reference);
		if (to != NULL && to->reaches[reference->from / 64] >> reference->from % 64 & 1 &&
			(line == 0 || reference->line < line))
			line = reference->line;
	}
	PyErr_Clear();
	*overflow = recursion->overflow;
	return line;
}
