/*
 * What an author types in a specification: literals, and calls with literal
 * arguments. Read in a run into which no answer ever comes.
 *
 * A text is a literal when its code does nothing but build plain data: it is
 * compiled, its instructions are compared with a list, and only then executed,
 * with a dozen constructors and `inf` and `nan` for all names.
 */
#pragma once
#include <Python.h>
#include "exception.h"

/* The value, a new reference; NULL with an exception set (ValueError when it is no literal). */
PyObject *literal_read(const struct text *text);

/* (name, args, kwargs), a new reference; NULL without an exception when the text compiles but is richer
 * than that, NULL with one when it does not compile. */
PyObject *literal_read_call(const struct text *text);
