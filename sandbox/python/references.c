/* Read from the instructions of the answer's code objects, nested ones included. */
#include "references.h"
#include <opcode.h>
#include <stdbool.h>
#include "facts.h"

enum {
	MAX_DEPTH = 100,
	MAX_PLACED = 50000 /* units of code beyond which no line is looked for: each takes time in proportion */
};

static int line_of(PyCodeObject *code, Py_ssize_t unit)
{
	return Py_SIZE(code) <= MAX_PLACED ? PyCode_Addr2Line(code, (int)unit * 2) : 0;
}

static void add(struct facts *facts, PyObject *name, char kind, PyCodeObject *code, Py_ssize_t unit)
{
	bool added;
	struct fact *row = facts_row(facts, name, kind, &added);
	int line;
	if (row == NULL || (!added && row->code == code))
		return;
	line = line_of(code, unit);
	if (added || (line > 0 && line < row->line))
		row->line = line;
	row->code = code;
}

/* The kind of name that an instruction refers to, and how its argument numbers it; '\0': none. */
static char kind_of(unsigned opcode, unsigned *argument)
{
	switch (opcode) {
	case LOAD_GLOBAL:
		*argument >>= 1;
		return 'g';
	case LOAD_NAME:
		return 'g';
	case DELETE_GLOBAL:
	case DELETE_NAME:
		return 'x';
	case STORE_GLOBAL:
	case STORE_NAME:
		return 'd';
	case IMPORT_NAME:
		return 'i';
	case IMPORT_FROM:
		return 'j';
	case STORE_ATTR:
		return 'm';
#if PY_VERSION_HEX < 0x030C0000
	case LOAD_METHOD:
	case LOAD_ATTR:
		return 'a';
#else
	case LOAD_FROM_DICT_OR_GLOBALS:
		return 'g';
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

/* Names of a class body are the class's own; a global that a function stores is the module's, but only perhaps. */
static char stored_kind(unsigned opcode, int depth)
{
	if (depth == 0)
		return 'd';
	return opcode == STORE_GLOBAL ? 'p' : 'm';
}

/* A name of the module's that is loaded before anything was stored there can only be the built-in one. */
static char loaded_kind(const struct facts *facts, PyObject *name)
{
	return facts_find(facts, name, 'd') != NULL ? 'g' : 'G';
}

static void collect(struct facts *facts, PyCodeObject *code, int depth)
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
		if (kind != '\0' && argument < (unsigned)PyTuple_GET_SIZE(code->co_names)) {
			PyObject *name = PyTuple_GET_ITEM(code->co_names, argument);
			if (kind == 'd')
				kind = stored_kind(opcode, depth);
			if (kind == 'g' && depth == 0)
				kind = loaded_kind(facts, name);
			if (kind == 'x' && depth > 0 && opcode == DELETE_NAME)
				kind = '\0';
			if (kind != '\0')
				add(facts, name, kind, code, i);
		}
		argument = 0;
	}
	facts->overflow |= bytecode == NULL || depth == MAX_DEPTH;
	Py_XDECREF(bytecode);
	for (Py_ssize_t i = 0; depth < MAX_DEPTH && i < PyTuple_GET_SIZE(code->co_consts); i++)
		if (PyCode_Check(PyTuple_GET_ITEM(code->co_consts, i)))
			collect(facts, (PyCodeObject *)PyTuple_GET_ITEM(code->co_consts, i), depth + 1);
}

void references_collect(struct facts *facts, PyCodeObject *code)
{
	collect(facts, code, 0);
	PyErr_Clear();
}

void references_encode(struct out *out, PyCodeObject *code)
{
	struct facts facts = { 0 };
	references_collect(&facts, code);
	facts_encode(out, &facts);
	facts_release(&facts);
}
