/* From a text of the student's, the author's or a test's to code: in the run, never elsewhere. */
#pragma once
#include <Python.h>
#include <stdbool.h>
#include "exception.h"

/* Points `text` at the UTF-8 of `str`, which it keeps. false with a Python exception set (lone surrogates, NUL). */
bool text_take(struct text *text, PyObject *str);

/* As eval() does for a str: an expression may be typed after blanks. */
void text_skip_blanks(struct text *text);

/* Compiles with `start` Py_file_input or Py_eval_input; a new reference to the code, or NULL with the exception set. */
PyObject *compile_text(const struct text *text, int start);

/* The syntax tree of a module's text, a new reference, or NULL with the exception set. */
PyObject *parse_text(const struct text *text);
