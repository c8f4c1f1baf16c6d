/* The names that a compiled answer refers to: what an exercise's "forbid" is compared with. */
#pragma once
#include <Python.h>
#include "encode.h"
#include "facts.h"

/* Adds the names of the code and of all that is nested in it, each with its first line. */
void references_collect(struct facts *facts, PyCodeObject *code);
/* Appends them as facts_encode() does. */
void references_encode(struct out *out, PyCodeObject *code);
