/*
 * Python's audit hook: it was there before the interpreter and no Python code can take it away.
 *
 * It refuses (modules.c) what no answer needs and what known ways out begin with, also where the system-call filter would refuse
 * it a moment later; the filter remains the wall, this is a clearer word and one step earlier. And where a question
 * forbids names it looks at the code that is made and executed at run time. It never allows anything.
 */
#include <errno.h>
#include <string.h>
#include "facts.h"
#include "modules.h"
#include "references.h"
#include "watch.h"

static int refuse(const char *event)
{
	char text[80];
	snprintf(text, sizeof(text), "not allowed here: %s", event);
	PyObject *args = Py_BuildValue("(is)", EPERM, text);
	if (args != NULL)
		PyErr_SetObject(PyExc_PermissionError, args);
	Py_XDECREF(args);
	return -1;
}

static bool is_refused(const char *event)
{
	int line;
	for (const struct refused_event *row = modules_refused; row->event != NULL; row++)
		if (strcmp(row->event, event) == 0)
			return !row->students || watch_is_students(&line);
	return false;
}

/* Code that bears the library's name would pass for the library's. What the session compiles has no frame around it. */
static bool borrows_name(PyObject *args)
{
	PyObject *file = PyTuple_CheckExact(args) && PyTuple_GET_SIZE(args) > 1 ? PyTuple_GET_ITEM(args, 1) : NULL;
	const char *name = file != NULL && PyUnicode_CheckExact(file) ? PyUnicode_AsUTF8(file) : NULL;
	int line;
	PyErr_Clear();
	return name != NULL && watch_is_library(name) && PyEval_GetFrame() != NULL && watch_is_students(&line);
}

static PyObject *word_name(const struct watch_word *word)
{
	return PyUnicode_FromString(watch_last(word));
}

static bool is_module(PyObject *name, const struct watch_word *word)
{
	const char *text = PyUnicode_Check(name) ? PyUnicode_AsUTF8(name) : NULL;
	PyErr_Clear();
	return text != NULL && watch_is_module(word, text);
}

static bool imports(const struct facts *facts, const struct watch_word *word)
{
	for (size_t i = 0; i < facts->count; i++)
		if (facts->rows[i].kind == 'i' && is_module(facts->rows[i].name, word))
			return true;
	return false;
}

/* A function of the answer's own may bear the name. */
static bool is_own(const struct watch *watch, PyObject *name)
{
	return watch->names != NULL && PyDict_GetItemWithError(watch->names, name) != NULL;
}

static bool mentions(const struct watch *watch, const struct facts *facts, const struct watch_word *word)
{
	if (word->kind == WATCH_MODULE)
		return imports(facts, word);
	PyObject *name = word_name(word);
	bool found = false;
	if (name != NULL && word->kind == WATCH_NAME)
		found = (facts_find(facts, name, 'g') != NULL || facts_find(facts, name, 'G') != NULL) &&
			!is_own(watch, name);
	else if (name != NULL)
		found = facts_find(facts, name, 'a') != NULL && facts_find(facts, name, 'm') == NULL;
	found = found ||
		(name != NULL && (facts_find(facts, name, 'i') != NULL || facts_find(facts, name, 'j') != NULL));
	Py_XDECREF(name);
	PyErr_Clear();
	return found;
}

/* A text that the student's code gives to eval() or exec(). What the library makes and executes is its own affair; the
 * built-in functions that such code calls tell by themselves. */
static void look_at_code(struct watch *watch, PyObject *args)
{
	PyObject *code = PyTuple_CheckExact(args) && PyTuple_GET_SIZE(args) > 0 ? PyTuple_GET_ITEM(args, 0) : NULL;
	struct facts facts = { 0 };
	int line;
	if (code == NULL || !PyCode_Check(code) || !watch_is_students(&line))
		return;
	references_collect(&facts, (PyCodeObject *)code);
	for (size_t i = 0; i < watch->count; i++)
		if (!watch->words[i].seen && mentions(watch, &facts, &watch->words[i])) {
			watch->words[i].seen = true;
			watch->words[i].line = line;
		}
	facts_release(&facts);
	PyErr_Clear();
}

static void look_at_import(struct watch *watch, PyObject *args)
{
	PyObject *name = PyTuple_CheckExact(args) && PyTuple_GET_SIZE(args) > 0 ? PyTuple_GET_ITEM(args, 0) : NULL;
	for (size_t i = 0; name != NULL && i < watch->count; i++)
		if (watch->words[i].kind == WATCH_MODULE && is_module(name, &watch->words[i]))
			watch_note(&watch->words[i]);
}

int audit_hook(const char *event, PyObject *args, void *unused)
{
	struct watch *watch = watch_state();
	if (!watch->armed)
		return 0;
	if (is_refused(event))
		return refuse(event);
	if (strcmp(event, "compile") == 0 && borrows_name(args))
		return refuse("compile() under the library's name");
	if (watch->count > 0 && strcmp(event, "exec") == 0)
		look_at_code(watch, args);
	if (watch->count > 0 && strcmp(event, "import") == 0)
		look_at_import(watch, args);
	return 0;
}
