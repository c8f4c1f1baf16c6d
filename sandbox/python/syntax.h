/*
 * What only the syntax tree of an answer tells: constructs, recursion, where names are defined.
 *
 * It is read in the run, before anything of the student's has been executed.
 */
#pragma once
#include <Python.h>
#include "encode.h"
#include "exception.h"

/* Appends a list of facts (facts.h) on `text`, which has been compiled well. Leaves no exception. */
void syntax_encode(struct out *out, const struct text *text);
