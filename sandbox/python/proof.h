/*
 * May several calls share one run? Only where the compiled code proves, before
 * anything of it has run, that no call can leave a trace that a later one sees.
 */
#pragma once
#include <Python.h>
#include <stdbool.h>
#include "encode.h"

/* Appends the tuple (shareable, why_not, names) of the 'C' reply; returns the first. `prelude` may be NULL. Leaves no exception. */
bool proof_encode(struct out *out, PyObject *prelude, PyObject *answer, bool program);
