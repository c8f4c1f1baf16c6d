/* Read from the instructions of the answer's code objects, nested ones included. */
#include "references.h"
#include <opcode.h>
#include <stdbool.h>
#include <stdlib.h>

enum {
	MAX_REFERENCES = 2000,
	MAX_DEPTH = 100,
	MAX_PLACED = 50000 /* units of code beyond which no line is looked for: each takes time in proportion */
};

struct reference {
	PyObject *name;
	char kind;
	uint16_t next; /* of the same hash */
	int line;
	PyCodeObject *code; /* that was seen last */
};

struct references {
	struct reference *rows; /* grows: a fork pays for each page that it touches */
	size_t count, cap;
	uint16_t heads[256]; /* by hash: 1 + the index of the first row */
};

static int line_of(PyCodeObject *code, Py_ssize_t unit)
{
	return Py_SIZE(code) <= MAX_PLACED ? PyCode_Addr2Line(code, (int)unit * 2) : 0;
}

static bool grow(struct references *references)
{
	size_t cap = references->cap == 0 ? 40 : references->cap * 2;
	struct reference *rows;
	if (references->cap == MAX_REFERENCES)
		return false;
	cap = cap < MAX_REFERENCES ? cap : MAX_REFERENCES;
	rows = realloc(references->rows, cap * sizeof(*rows));
	if (rows == NULL)
		return false;
	references->rows = rows;
	references->cap = cap;
	return true;
}

static void add(struct references *references, PyObject *name, char kind, PyCodeObject *code, Py_ssize_t unit)
{
	size_t bucket = ((size_t)PyObject_Hash(name) ^ (size_t)kind * 977) % Py_ARRAY_LENGTH(references->heads);
	for (size_t i = references->heads[bucket]; i > 0; i = references->rows[i - 1].next) {
		struct reference *row = &references->rows[i - 1];
		if (row->kind != kind || (row->name != name && PyUnicode_Compare(row->name, name) != 0))
			continue;
		if (row->code != code) {
			int line = line_of(code, unit);
			row->line = line > 0 && line < row->line ? line : row->line;
			row->code = code;
		}
		return;
	}
	if (references->count == references->cap && !grow(references))
		return;
	references->rows[references->count] =
		(struct reference){ name, kind, references->heads[bucket], line_of(code, unit), code };
	references->heads[bucket] = (uint16_t)++references->count;
}

/* The kind of name that an instruction refers to, and how its argument numbers it; '\0': none. */
static char kind_of(unsigned opcode, unsigned *argument)
{
	switch (opcode) {
	case LOAD_GLOBAL:
		*argument >>= 1;
		return 'g';
	case LOAD_NAME:
	case DELETE_GLOBAL:
		return 'g';
	case STORE_GLOBAL:
	case STORE_NAME:
		return 'd';
	case IMPORT_NAME:
	case IMPORT_FROM:
		return 'i';
	case STORE_ATTR:
	case DELETE_ATTR:
		return 'a';
#if PY_VERSION_HEX < 0x030C0000
	case LOAD_METHOD:
	case LOAD_ATTR:
		return 'a';
#else
	case LOAD_ATTR:
		*argument >>= 1;
		return 'a';
	case LOAD_SUPER_ATTR:
		*argument >>= 2;
		return 'a';
#endif
	default:
		return '\0';
	}
}

static void collect(struct references *references, PyCodeObject *code, int depth)
{
	PyObject *bytecode = PyCode_GetCode(code);
	const uint8_t *units = bytecode != NULL ? (const uint8_t *)PyBytes_AS_STRING(bytecode) : NULL;
	Py_ssize_t count = bytecode != NULL ? PyBytes_GET_SIZE(bytecode) / 2 : 0;
	unsigned argument = 0;
	for (Py_ssize_t i = 0; i < count; i++) {
		unsigned opcode = units[i * 2];
		char kind;
		argument |= units[i * 2 + 1];
		if (opcode == EXTENDED_ARG) {
			argument <<= 8;
			continue;
		}
		kind = kind_of(opcode, &argument);
		/* Within a class, a name that is stored is the class's own: defined, but not at the top level. */
		if (kind == 'd' && depth > 0)
			kind = opcode == STORE_GLOBAL ? 'g' : '\0';
		if (kind != '\0' && argument < (unsigned)PyTuple_GET_SIZE(code->co_names))
			add(references, PyTuple_GET_ITEM(code->co_names, argument), kind, code, i);
		argument = 0;
	}
	Py_XDECREF(bytecode);
	for (Py_ssize_t i = 0; depth < MAX_DEPTH && i < PyTuple_GET_SIZE(code->co_consts); i++)
		if (PyCode_Check(PyTuple_GET_ITEM(code->co_consts, i)))
			collect(references, (PyCodeObject *)PyTuple_GET_ITEM(code->co_consts, i), depth + 1);
}

void references_encode(struct out *out, PyCodeObject *code)
{
	struct references references = { 0 };
	collect(&references, code, 0);
	PyErr_Clear();
	out_head(out, 'l', references.count);
	for (size_t i = 0; i < references.count; i++) {
		const struct reference *row = &references.rows[i];
		out_head(out, 't', 3);
		out_text(out, row->name, 200);
		out_str(out, &row->kind, 1);
		out_int(out, row->line);
	}
	free(references.rows);
}
