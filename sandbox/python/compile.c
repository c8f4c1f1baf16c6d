/* The text is UTF-8 whatever its first lines declare, and inherits nothing from the way we were compiled. */
#include "compile.h"
#include <string.h>

bool text_take(struct text *text, PyObject *str)
{
	static const char MARK[] = "\xef\xbb\xbf";
	Py_ssize_t bytes;
	const char *source = PyUnicode_AsUTF8AndSize(str, &bytes);
	PyObject *before = text->owner;
	if (source == NULL)
		return false;
	if (memchr(source, '\0', (size_t)bytes) != NULL) {
		PyErr_SetString(PyExc_SyntaxError, "source code cannot contain null bytes");
		return false;
	}
	/* Editors put this mark at the head of files; Python reads over it in files only. */
	if (bytes >= 3 && memcmp(source, MARK, 3) == 0) {
		source += 3;
		bytes -= 3;
	}
	text->owner = Py_NewRef(str);
	text->source = source;
	text->bytes = (size_t)bytes;
	Py_XDECREF(before);
	return true;
}

void text_skip_blanks(struct text *text)
{
	size_t blanks = strspn(text->source, " \t\r\n\f");
	text->source += blanks;
	text->bytes -= blanks;
}

static PyObject *compile_flags(const struct text *text, int start, int more)
{
	PyCompilerFlags flags = { .cf_flags = PyCF_SOURCE_IS_UTF8 | PyCF_IGNORE_COOKIE | more,
		.cf_feature_version = PY_MINOR_VERSION };
	return Py_CompileStringObject(text->source, text->filename, start, &flags, 0);
}

PyObject *compile_text(const struct text *text, int start)
{
	return compile_flags(text, start, 0);
}

PyObject *parse_text(const struct text *text)
{
	return compile_flags(text, Py_file_input, PyCF_ONLY_AST);
}
