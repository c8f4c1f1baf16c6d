/*
 * What belongs to a forbidden module and is taken out of another one: statistics.math, random._floor.
 *
 * Names prove nothing (an answer's own attribute may be called math, a datetime has a time()): what a module really
 * gives to the student's code is looked at. So the function by which Python reads a module's attributes leads through
 * ours in this run, as those of the tripwires do. Python has ways past it for code that has run some times; the
 * first time there is none.
 *
 * A module's public names are its own, whoever wrote what they stand for: secrets.choice() is no use of random.
 */
#include <string.h>
#include "type_names.h"
#include "watch.h"

static bool is_member(PyObject *sequence, PyObject *name)
{
	for (Py_ssize_t i = 0; sequence != NULL && PyTuple_CheckExact(sequence) && i < PyTuple_GET_SIZE(sequence);
		i++) {
		PyObject *item = PyTuple_GET_ITEM(sequence, i);
		if (PyUnicode_CheckExact(item) && PyUnicode_Compare(item, name) == 0)
			return true;
		/* case object(math=m): a list of names. */
		for (Py_ssize_t j = 0; PyTuple_CheckExact(item) && j < PyTuple_GET_SIZE(item); j++)
			if (PyUnicode_CheckExact(PyTuple_GET_ITEM(item, j)) &&
				PyUnicode_Compare(PyTuple_GET_ITEM(item, j), name) == 0)
				return true;
	}
	return false;
}

/* Is the name written in the code under way? A star import and a look at all that a module has do not write it. */
static bool is_written(PyObject *name)
{
	PyFrameObject *frame = PyEval_GetFrame();
	PyCodeObject *code = frame != NULL ? PyFrame_GetCode(frame) : NULL;
	bool found = code != NULL && (is_member(code->co_names, name) || is_member(code->co_consts, name));
	Py_XDECREF(code);
	return found;
}

static bool is_public(PyObject *module, PyObject *name)
{
	PyObject *all = PyDict_GetItemString(PyModule_GetDict(module), "__all__");
	return all != NULL && PySequence_Contains(all, name) == 1;
}

/* The name of the module in which a function or class was made, borrowed from it; NULL: none is known. */
static PyObject *maker_of(PyObject *object)
{
	PyObject *maker = NULL;
	if (PyCFunction_CheckExact(object))
		maker = ((PyCFunctionObject *)object)->m_module;
	else if (PyFunction_Check(object))
		maker = ((PyFunctionObject *)object)->func_module;
	else if (PyType_Check(object)) {
		PyObject *names = type_names((PyTypeObject *)object);
		maker = names != NULL ? PyDict_GetItemString(names, "__module__") : NULL; /* which the type keeps */
		Py_XDECREF(names);
	}
	return maker != NULL && PyUnicode_CheckExact(maker) ? maker : NULL;
}

/* A class of C bears its module in its name: "itertools.groupby". */
static bool is_made_by(const struct watch_word *word, PyObject *object)
{
	PyObject *maker = maker_of(object);
	const char *name = maker != NULL ? PyUnicode_AsUTF8(maker) : NULL;
	char head[WATCH_WORD];
	if (name == NULL && PyType_Check(object) && !PyType_HasFeature((PyTypeObject *)object, Py_TPFLAGS_HEAPTYPE)) {
		const char *whole = ((PyTypeObject *)object)->tp_name, *dot = strrchr(whole, '.');
		if (dot == NULL || (size_t)(dot - whole) >= sizeof(head))
			return false;
		memcpy(head, whole, (size_t)(dot - whole));
		head[dot - whole] = '\0';
		name = head;
	}
	return name != NULL && watch_is_module(word, name);
}

static bool is_words_module(const struct watch_word *word, PyObject *module)
{
	PyObject *name = PyDict_GetItemString(PyModule_GetDict(module), "__name__");
	const char *text = name != NULL && PyUnicode_CheckExact(name) ? PyUnicode_AsUTF8(name) : NULL;
	return PyDict_GetItemString(PyImport_GetModuleDict(), word->text) == module ||
	       (text != NULL && watch_is_module(word, text));
}

static bool reaches(const struct watch_word *word, PyObject *module, PyObject *name, PyObject *object)
{
	if (is_words_module(word, module))
		return false;
	if (PyModule_Check(object))
		return is_words_module(word, object);
	/* What is private to the library, as _random, is there to be reached by others. */
	return *word->text != '_' && is_made_by(word, object) && !is_public(module, name);
}

static void look_at(const struct watch *watch, PyObject *module, PyObject *name, PyObject *object)
{
	PyObject *names = PyModule_GetDict(module);
	for (size_t i = 0; i < watch->count; i++) {
		struct watch_word *word = &watch->words[i];
		if (word->kind == WATCH_MODULE && !word->seen && names != watch->names &&
			names != PyEval_GetBuiltins() && reaches(word, module, name, object) && is_written(name))
			watch_note(word);
	}
}

static PyObject *get_attribute(PyObject *module, PyObject *name)
{
	PyObject *object = watch_state()->module_attribute(module, name);
	if (object == NULL || !(PyModule_Check(object) || PyCFunction_CheckExact(object) || PyFunction_Check(object) ||
				      PyType_Check(object)))
		return object;
	if (PyModule_Check(module) && PyUnicode_CheckExact(name)) {
		look_at(watch_state(), module, name, object);
		PyErr_Clear();
	}
	return object;
}

/* Classes that derive from modules' own find the function in its __getattribute__. */
static void set_for_classes(void)
{
	PyObject *names = type_names(&PyModule_Type);
	PyObject *method = names != NULL ? PyDict_GetItemString(names, "__getattribute__") : NULL;
	if (method != NULL && Py_IS_TYPE(method, &PyWrapperDescr_Type))
		((PyWrapperDescrObject *)method)->d_wrapped = (void *)get_attribute;
	Py_XDECREF(names);
}

void reached_set(struct watch *watch)
{
	for (size_t i = 0; i < watch->count; i++)
		if (watch->words[i].kind == WATCH_MODULE && watch->module_attribute == NULL) {
			watch->module_attribute = PyModule_Type.tp_getattro;
			PyModule_Type.tp_getattro = get_attribute;
			set_for_classes();
		}
}
