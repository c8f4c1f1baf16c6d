/*
 * The wire form of sandbox/value.h as Python objects: the grader's requests.
 *
 * The grader is trusted, but every length is checked all the same: a run that
 * the student has damaged must end, not be steered further.
 */
#pragma once
#include <Python.h>
#include <stddef.h>

/* A new reference; NULL with a Python exception set (ValueError when the bytes are no value). */
PyObject *decode_object(const void *data, size_t bytes);
