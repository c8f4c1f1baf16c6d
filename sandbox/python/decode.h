/*
 * The wire form of sandbox/value.h as Python objects: the grader's requests.
 *
 * The grader is trusted, but every length is checked all the same: a run that
 * the student has damaged must end, not be steered further. It refuses what the decoder outside refuses, and what
 * only Python can tell besides: keys and members that have no hash or stand twice.
 */
#pragma once
#include <Python.h>
#include <stddef.h>

/* A new reference; NULL with a Python exception set (ValueError when the bytes are no value, TypeError for a member without a hash). */
PyObject *decode_object(const void *data, size_t bytes);
