/*
 * checker.py: the author's own rule for what a program may print.
 *
 * It defines `def check(stdin, output, expected)` on three texts and returns True or False, a share of
 * the points (0 to 1, a number or a text such as "1/2"), or a pair (share, message for the student). It
 * runs in a sandbox run of its own. A checker that fails or answers anything else is the author's
 * mistake: ERR_INPUT, never a mark.
 */
#pragma once
#include "base/frac.h"
#include "compare_text.h"
#include "sitting.h"

struct checker_verdict {
	struct frac share; /* 0..1 */
	const char *message; /* NULL: none; in grading->arena */
};

struct checker_question {
	struct text input, output, expected;
};

/* `scratch` is for its run. */
int checker_ask(struct checker_verdict *out, struct sitting *sitting, const struct checker_question *question,
	struct err *err) must_check;
/* What a checker's answer means; false when it means nothing. */
bool checker_read(struct checker_verdict *out, const struct value *value, struct arena *arena);
