/* The function of a call is a recorder of ours: evaluating the call gives its arguments. */
#include "literal.h"
#include <opcode.h>
#include <stdbool.h>
#include <string.h>
#include "compile.h"

/* Instructions that build data from constants and from the names below; no loop, no jump, no attribute. */
static const bool BUILDS_DATA[256] = {
	[CACHE] = true,
	[RESUME] = true,
	[NOP] = true,
	[EXTENDED_ARG] = true,
	[PUSH_NULL] = true,
	[LOAD_NAME] = true,
	[LOAD_CONST] = true,
	[BUILD_LIST] = true,
	[BUILD_TUPLE] = true,
	[BUILD_SET] = true,
	[BUILD_MAP] = true,
	[BUILD_CONST_KEY_MAP] = true,
	[LIST_EXTEND] = true,
	[SET_UPDATE] = true,
	[DICT_UPDATE] = true,
	[LIST_APPEND] = true,
	[SET_ADD] = true,
	[MAP_ADD] = true,
	[UNARY_NEGATIVE] = true,
	[UNARY_INVERT] = true,
	[BINARY_OP] = true,
	[CALL] = true,
	[CALL_FUNCTION_EX] = true,
	[DICT_MERGE] = true,
	[RETURN_VALUE] = true,
#ifdef KW_NAMES
	[KW_NAMES] = true,
#endif
#ifdef CALL_KW
	[CALL_KW] = true,
#endif
#ifdef LIST_TO_TUPLE
	[LIST_TO_TUPLE] = true,
#endif
#ifdef UNARY_POSITIVE
	[UNARY_POSITIVE] = true,
#endif
#ifdef PRECALL
	[PRECALL] = true,
#endif
#ifdef RETURN_CONST
	[RETURN_CONST] = true,
#endif
};

/* Since 3.12, LIST_TO_TUPLE and UNARY_POSITIVE are numbers of this one. */
static bool intrinsic_builds_data(unsigned opcode, unsigned argument)
{
#ifdef CALL_INTRINSIC_1
	return opcode == CALL_INTRINSIC_1 && (argument == 5 || argument == 6);
#else
	return false;
#endif
}

static PyObject *literal_names(void)
{
	PyTypeObject *const types[] = { &PySet_Type, &PyFrozenSet_Type, &PyRange_Type, &PyFloat_Type, &PyComplex_Type,
		&PyList_Type, &PyTuple_Type, &PyDict_Type, &PyBytes_Type };
	PyObject *names = Py_BuildValue("{s:d,s:d,s:{}}", "inf", Py_HUGE_VAL, "nan", Py_NAN, "__builtins__");
	for (size_t i = 0; names != NULL && i < Py_ARRAY_LENGTH(types); i++)
		if (PyDict_SetItemString(names, types[i]->tp_name, (PyObject *)types[i]) < 0)
			Py_CLEAR(names);
	return names;
}

/* Does the code only build data from `names`? */
static bool builds_data(PyCodeObject *code, PyObject *names)
{
	PyObject *bytecode = PyCode_GetCode(code);
	const uint8_t *unit = bytecode != NULL ? (const uint8_t *)PyBytes_AS_STRING(bytecode) : NULL;
	Py_ssize_t units = bytecode != NULL ? PyBytes_GET_SIZE(bytecode) / 2 : 0;
	bool all = bytecode != NULL;
	unsigned argument = 0;
	for (Py_ssize_t i = 0; all && i < units; i++, unit += 2) {
		argument = argument << 8 | unit[1];
		all = BUILDS_DATA[unit[0]] || intrinsic_builds_data(unit[0], argument);
		if (unit[0] == LOAD_NAME)
			all = PyDict_Contains(names, PyTuple_GET_ITEM(code->co_names, argument)) == 1;
		if (unit[0] != EXTENDED_ARG)
			argument = 0;
	}
	Py_XDECREF(bytecode);
	return all;
}

PyObject *literal_read(const struct text *text)
{
	PyObject *code = compile_text(text, Py_eval_input), *names = literal_names(), *value = NULL;
	if (code != NULL && names != NULL) {
		if (builds_data((PyCodeObject *)code, names))
			value = PyEval_EvalCode(code, names, names);
		else if (!PyErr_Occurred())
			PyErr_SetString(PyExc_ValueError, "not a literal");
	}
	Py_XDECREF(code);
	Py_XDECREF(names);
	return value;
}

/* `calls` is a list; returned as the mark of a call that was recorded. */
static PyObject *record(PyObject *calls, PyObject *args, PyObject *kwargs)
{
	PyObject *call = kwargs != NULL ? PyTuple_Pack(2, args, kwargs) : Py_BuildValue("(O{})", args);
	int status = call != NULL ? PyList_Append(calls, call) : -1;
	Py_XDECREF(call);
	return status < 0 ? NULL : Py_NewRef(calls);
}

/* Evaluates with `function` bound to the recorder. */
static PyObject *evaluate_call(PyObject *code, PyObject *names, PyObject *function)
{
	static PyMethodDef recorder = { "record", _PyCFunction_CAST(record), METH_VARARGS | METH_KEYWORDS, NULL };
	PyObject *calls = PyList_New(0), *result = NULL, *value = NULL;
	PyObject *callable = calls != NULL ? PyCFunction_New(&recorder, calls) : NULL;
	if (callable != NULL && PyDict_SetItem(names, function, callable) == 0 &&
		builds_data((PyCodeObject *)code, names))
		result = PyEval_EvalCode(code, names, names);
	if (result != NULL && result == calls && PyList_GET_SIZE(calls) == 1) {
		PyObject *call = PyList_GET_ITEM(calls, 0);
		value = PyTuple_Pack(3, function, PyTuple_GET_ITEM(call, 0), PyTuple_GET_ITEM(call, 1));
	}
	PyErr_Clear();
	Py_XDECREF(result);
	Py_XDECREF(callable);
	Py_XDECREF(calls);
	return value;
}

PyObject *literal_read_call(const struct text *text)
{
	PyObject *code = compile_text(text, Py_eval_input), *names, *value = NULL;
	if (code == NULL)
		return NULL;
	names = literal_names();
	/* Names are numbered in the order of their first use, and a call names its function first. */
	if (names != NULL && PyTuple_GET_SIZE(((PyCodeObject *)code)->co_names) > 0)
		value = evaluate_call(code, names, PyTuple_GET_ITEM(((PyCodeObject *)code)->co_names, 0));
	Py_DECREF(code);
	Py_XDECREF(names);
	return value;
}
