/*
 * `bench maths`: what one answer costs in each kind of mathematics, from what was typed to the report with its diagnosis.
 *
 * The answers are wrong on purpose: a right one is the cheaper case.
 */
#pragma once
#include "bench.h"
#include "model/kind.h"

enum { MATHS_GOAL_US = 200 }; /* at the size of an exam */

struct maths_row {
	const char *name; /* "schedule-120" */
	struct both label;
	bool cap; /* the largest that the kind takes, not an exam's */
	const struct question *question;
	json_t *answer;
	struct figure figure;
};

/* The rows with their questions and answers, the same on every machine; in the arena, but for the figures. */
int maths_rows_make(struct maths_row **out, size_t *count, struct arena *arena, struct err *err) must_check;
