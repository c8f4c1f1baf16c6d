#include "watch.h"
#include <stdlib.h>
#include <string.h>
#include "interpreter.h"

struct watch *watch_state(void)
{
	static struct watch watch;
	return &watch;
}

int watch_install(void)
{
	return PySys_AddAuditHook(audit_hook, NULL);
}

void watch_arm(void)
{
	watch_state()->armed = true;
}

static void set_word(struct watch_word *word, const char *text)
{
	static const char IMPORT[] = "import ";
	word->kind = strchr(text, '.') != NULL ? WATCH_DOTTED : WATCH_NAME;
	if (strncmp(text, IMPORT, sizeof(IMPORT) - 1) == 0) {
		word->kind = WATCH_MODULE;
		text += sizeof(IMPORT) - 1;
	} else if (*text == '.') {
		word->kind = WATCH_METHOD;
		text++;
	}
	strncpy(word->text, text, sizeof(word->text) - 1);
}

int watch_words(PyObject *words, PyObject *names)
{
	struct watch *watch = watch_state();
	tripwire_clear();
	free(watch->words);
	watch->count = 0;
	watch->names = names;
	watch->words = calloc((size_t)PyTuple_GET_SIZE(words) + 1, sizeof(*watch->words));
	if (watch->words == NULL) {
		PyErr_NoMemory();
		return -1;
	}
	for (Py_ssize_t i = 0; i < PyTuple_GET_SIZE(words); i++) {
		PyObject *word = PyTuple_GET_ITEM(words, i);
		const char *text = PyUnicode_CheckExact(word) ? PyUnicode_AsUTF8(word) : NULL;
		if (text == NULL)
			return -1;
		set_word(&watch->words[watch->count++], text);
	}
	tripwire_set(watch);
	reached_set(watch);
	PyErr_Clear();
	return 0;
}

PyObject *watch_seen(void)
{
	const struct watch *watch = watch_state();
	PyObject *list = PyList_New(0);
	for (size_t i = 0; list != NULL && i < watch->count; i++) {
		const struct watch_word *word = &watch->words[i];
		PyObject *row = word->seen ? Py_BuildValue("(ni)", (Py_ssize_t)i, word->line) : NULL;
		if (word->seen && (row == NULL || PyList_Append(list, row) < 0))
			Py_CLEAR(list);
		Py_XDECREF(row);
	}
	return list;
}

static bool starts(const char *text, const char *with)
{
	return strncmp(text, with, strlen(with)) == 0;
}

bool watch_is_students(int *line)
{
	PyFrameObject *frame = PyEval_GetFrame();
	PyCodeObject *code = frame != NULL ? PyFrame_GetCode(frame) : NULL;
	const char *file =
		code != NULL && PyUnicode_CheckExact(code->co_filename) ? PyUnicode_AsUTF8(code->co_filename) : NULL;
	bool students = true;
	*line = 0;
	if (file != NULL) {
		if (strcmp(file, "answer.py") == 0)
			*line = PyFrame_GetLineNumber(frame);
		students = !watch_is_library(file);
	}
	Py_XDECREF(code);
	return students;
}

bool watch_is_library(const char *file)
{
	return starts(file, interpreter_library()) || starts(file, "<frozen ") || strcmp(file, "prelude.py") == 0 ||
	       strcmp(file, "test.py") == 0;
}

void watch_note(struct watch_word *word)
{
	int line;
	if (!word->seen && watch_is_students(&line))
		watch_used(word, line);
}

void watch_used(struct watch_word *word, int line)
{
	if (word->seen)
		return;
	word->seen = true;
	word->line = line;
}

bool watch_is_module(const struct watch_word *word, const char *name)
{
	size_t length = strlen(word->text);
	for (int i = 0; i < 2; i++) {
		if (strncmp(name, word->text, length) == 0 && (name[length] == '\0' || name[length] == '.'))
			return true;
		name += starts(name, "_py") ? 3 : *name == '_';
	}
	return false;
}

const char *watch_last(const struct watch_word *word)
{
	const char *dot = strrchr(word->text, '.');
	return dot != NULL ? dot + 1 : word->text;
}
