/*
 * A plan: what a question's tests say, as data, made once per (exercise digest, question).
 *
 * A plan owns its arena and points nowhere else, so that it can outlive the
 * exercise it was made from. Its rows stand in the order of spec->tests.
 */
#pragma once
#include <stdbool.h>
#include "model/kind.h"
#include "sandbox/value.h"
#include "spec.h"

struct plan_test {
	/* python-function: the call, when it is a name and literals; NULL: an expression of the student's names */
	const char *function;
	const struct value *args, *kwargs;
	/* What is expected, where it is; each NULL when it is not compared. */
	const struct value *returns;
	const struct value **after; /* per positional argument, NULL: anything */
	size_t after_count;
	const char *prints;
	size_t prints_bytes;
};

struct plan {
	struct arena *arena;
	struct plan_test *tests;
	size_t count;
};

/* Makes a plan by throw-away runs in which no answer ever is. ERR_INPUT, naming the place, for an author's mistake. */
int plan_make(struct plan **out, struct grading *grading, const struct question *question, struct err *err) must_check;
void plan_free(struct plan *plan); /* NULL is allowed */
