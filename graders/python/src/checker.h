/*
 * checker.py: the author's own rule for what a program may print.
 *
 * It defines `def check(stdin, output, expected)` on three texts and returns True or False, a share of
 * the points (0 to 1, a number or a text such as "1/2"), or a pair (share, message for the student). It
 * runs in a sandbox run of its own.
 *
 * A checker that fails or answers anything else is asked about the reference's own output. Should it judge that,
 * then it is what the answer printed that it cannot read, int("abc") as a rule: the test has failed, and the author
 * gets a warning. Else it is the author's mistake: ERR_INPUT, never a mark.
 */
#pragma once
#include "base/frac.h"
#include "compare_text.h"
#include "sitting.h"

struct checker_verdict {
	struct frac share; /* 0..1 */
	const char *message; /* NULL: none; in grading->arena */
	bool lost; /* it could not judge this output, and can judge the reference's */
};

struct checker_question {
	struct text input, output, expected;
};

/* `scratch` is for its run. */
int checker_ask(struct checker_verdict *out, struct sitting *sitting, const struct checker_question *question,
	struct err *err) must_check;
/* What a checker's answer means; false when it means nothing. */
bool checker_read(struct checker_verdict *out, const struct value *value, struct arena *arena);
