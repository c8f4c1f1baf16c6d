/*
 * What the student's code raised, as the 'E' reply of wire.h.
 *
 * Types are told apart by pointer, tracebacks are walked as structs: nothing is
 * looked up by name. Only str(exception) may run the student's code; whatever
 * it does is bounded by the run's limits and cannot reach the reply but as text.
 */
#pragma once
#include <Python.h>
#include <stdbool.h>
#include <stddef.h>
#include "encode.h"

enum origin { ORIGIN_ANSWER, ORIGIN_PRELUDE, ORIGIN_TEST };

/* A text that was compiled in this run. */
struct text {
	PyObject *filename; /* of its code objects; NULL when there is no such text */
	PyObject *owner; /* keeps `source` alive */
	const char *source; /* UTF-8 */
	size_t bytes;
};

/* By enum origin; the test's text is never quoted. */
struct texts {
	struct text of[3];
};

/* Takes the pending exception (a new reference), whatever it is. There must be one. */
PyObject *exception_take(void);

/* Writes the whole reply. `compiling`: it was raised by the compiler on the text of `origin`. */
void exception_encode(
	struct out *reply, PyObject *exception, const struct texts *texts, enum origin origin, bool compiling);
