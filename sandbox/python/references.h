/* The names that a compiled answer refers to: what an exercise's "forbid" is compared with. */
#pragma once
#include <Python.h>
#include "encode.h"

/* Appends the list of (name, kind, line), each name and kind once, with its first line. */
void references_encode(struct out *out, PyCodeObject *code);
