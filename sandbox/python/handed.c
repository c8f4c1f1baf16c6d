#include "handed.h"
#include <string.h>
#include "watch.h"

/* What is known of the code between the call and the student's. */
struct chain {
	bool knows; /* has a name of its own for the function */
	bool prelude; /* the given code is among it */
	bool students; /* the student's code stands around it */
	bool hands; /* and gave it the function */
	int line;
};

static bool is_it(const struct handed *what, PyObject *object)
{
	if (what->type != NULL)
		return object == (PyObject *)what->type;
	if (PyCFunction_Check(object))
		return ((PyCFunctionObject *)object)->m_ml == what->method;
	return Py_IS_TYPE(object, &PyMethodDescr_Type) && ((PyMethodDescrObject *)object)->d_method == what->method;
}

/* "_builtin_open" and "import_" are names of open() and __import__(); "reopen" is not. */
static bool is_name_of(const char *text, const char *name)
{
	size_t length;
	name += strspn(name, "_");
	length = strlen(name);
	while (length > 0 && name[length - 1] == '_')
		length--;
	for (const char *at = text; *at != '\0'; at++)
		if ((at == text || at[-1] == '_') && strncmp(at, name, length) == 0 &&
			(at[length] == '\0' || at[length] == '_'))
			return true;
	return false;
}

static bool has_name(PyObject *names, const char *name)
{
	for (Py_ssize_t i = 0; names != NULL && i < PyTuple_GET_SIZE(names); i++) {
		const char *text = PyUnicode_AsUTF8(PyTuple_GET_ITEM(names, i));
		if (text != NULL && is_name_of(text, name))
			return true;
	}
	return false;
}

/* from math import floor as f: another name for the same. */
static bool has_global(const struct handed *what, PyFrameObject *frame, PyCodeObject *code)
{
	PyObject *globals = PyFrame_GetGlobals(frame);
	bool found = false;
	for (Py_ssize_t i = 0; !found && globals != NULL && i < PyTuple_GET_SIZE(code->co_names); i++) {
		PyObject *value = PyDict_GetItemWithError(globals, PyTuple_GET_ITEM(code->co_names, i));
		found = value != NULL && is_it(what, value);
	}
	Py_XDECREF(globals);
	return found;
}

/* Among the arguments that a function takes in any number. */
static bool is_among(const struct handed *what, PyObject *arguments)
{
	bool found = false;
	PyObject *key, *value;
	Py_ssize_t at = 0;
	for (Py_ssize_t i = 0; !found && PyTuple_CheckExact(arguments) && i < PyTuple_GET_SIZE(arguments); i++)
		found = is_it(what, PyTuple_GET_ITEM(arguments, i));
	while (!found && PyDict_CheckExact(arguments) && PyDict_Next(arguments, &at, &key, &value))
		found = is_it(what, value);
	return found;
}

/* Is it the value of one of these names, from the one numbered `many` on among arguments in any number? */
static bool holds(const struct handed *what, PyFrameObject *frame, PyObject *names, Py_ssize_t count, Py_ssize_t many)
{
	PyObject *locals = names != NULL && count > 0 ? PyFrame_GetLocals(frame) : NULL;
	bool found = false;
	for (Py_ssize_t i = 0; !found && locals != NULL && i < count; i++) {
		PyObject *name = PyTuple_GET_ITEM(names, i), *value = PyObject_GetItem(locals, name);
		const char *text = PyUnicode_AsUTF8(name);
		if (value != NULL && text != NULL && !is_name_of(text, what->name))
			found = i < many ? is_it(what, value) : is_among(what, value);
		Py_XDECREF(value);
		PyErr_Clear();
	}
	Py_XDECREF(locals);
	return found;
}

static bool has_free(const struct handed *what, PyFrameObject *frame, PyObject *free)
{
	Py_ssize_t count = free != NULL ? PyTuple_GET_SIZE(free) : 0;
	return holds(what, frame, free, count, count);
}

static bool knows(const struct handed *what, PyFrameObject *frame, PyCodeObject *code)
{
	PyObject *own = PyCode_GetVarnames(code), *free = PyCode_GetFreevars(code), *cells = PyCode_GetCellvars(code);
	bool found = has_name(code->co_names, what->name) || has_name(own, what->name) || has_name(free, what->name) ||
		     has_name(cells, what->name);
	/* fractions keeps operator.add in a closure. For a built-in function a closure is what decorators keep it in. */
	found = found || (what->dotted && has_free(what, frame, free));
	Py_XDECREF(cells);
	Py_XDECREF(free);
	Py_XDECREF(own);
	return found;
}

/* Was the code of this frame, which the student's code called, given the function? Where the library has it from
 * itself, as the default of a parameter, that bears its name: dict_factory=dict. */
static bool is_given(const struct handed *what, PyFrameObject *frame)
{
	PyCodeObject *code = PyFrame_GetCode(frame);
	PyObject *names = PyCode_GetVarnames(code);
	Py_ssize_t named = code->co_argcount + code->co_kwonlyargcount;
	Py_ssize_t more = ((code->co_flags & CO_VARARGS) != 0) + ((code->co_flags & CO_VARKEYWORDS) != 0);
	bool found = holds(what, frame, names, named + more, named);
	Py_XDECREF(names);
	Py_DECREF(code);
	return found;
}

/* True when the frame is the student's, which ends the walk. */
static bool look_at(struct chain *chain, const struct handed *what, PyFrameObject *frame)
{
	PyCodeObject *code = PyFrame_GetCode(frame);
	const char *file = PyUnicode_CheckExact(code->co_filename) ? PyUnicode_AsUTF8(code->co_filename) : NULL;
	chain->students = file == NULL || !watch_is_library(file);
	if (chain->students) {
		chain->line = file != NULL && strcmp(file, "answer.py") == 0 ? PyFrame_GetLineNumber(frame) : 0;
	} else {
		/* The global names of a test and of the given code are the answer's too. */
		bool theirs = strcmp(file, "test.py") == 0 || strcmp(file, "prelude.py") == 0;
		chain->prelude = chain->prelude || strcmp(file, "prelude.py") == 0;
		chain->knows = chain->knows || knows(what, frame, code) || (!theirs && has_global(what, frame, code));
	}
	Py_DECREF(code);
	return chain->students;
}

static void walk(struct chain *chain, const struct handed *what)
{
	PyFrameObject *frame = (PyFrameObject *)Py_XNewRef((PyObject *)PyEval_GetFrame());
	while (frame != NULL && !look_at(chain, what, frame)) {
		PyFrameObject *back = PyFrame_GetBack(frame);
		const char *file = NULL;
		PyCodeObject *code = back != NULL ? PyFrame_GetCode(back) : NULL;
		if (code != NULL && PyUnicode_CheckExact(code->co_filename))
			file = PyUnicode_AsUTF8(code->co_filename);
		if (file != NULL && !watch_is_library(file))
			chain->hands = is_given(what, frame);
		Py_XDECREF(code);
		Py_DECREF(frame);
		frame = back;
	}
	Py_XDECREF(frame);
}

/* What C code finds by name and calls for the library, or the library finds in data: a call tells nothing then. */
static bool is_found_by_name(const struct handed *what)
{
	static const char *const FUNCTIONS[] = { "__import__", "__build_class__", "getattr", "iter" };
	if (what->type != NULL || what->of_type)
		return what->type != NULL || (strcmp(what->name, "sort") != 0 && strcmp(what->name, "reverse") != 0);
	for (size_t i = 0; i < Py_ARRAY_LENGTH(FUNCTIONS); i++)
		if (strcmp(FUNCTIONS[i], what->name) == 0)
			return true;
	return false;
}

bool handed_in(const struct handed *what, int *line)
{
	struct chain chain = { 0 };
	PyObject *type, *value, *trace;
	PyErr_Fetch(&type, &value, &trace);
	walk(&chain, what);
	PyErr_Restore(type, value, trace);
	*line = chain.line;
	return chain.hands || (!chain.knows && !chain.prelude && !is_found_by_name(what));
}
