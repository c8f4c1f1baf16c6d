/*
 * Known mistakes, tried: the author's formula with one of them in one of its parts, evaluated and held against the answer
 * (mistakes.c), and what can be done to the right matrix as a whole (misplaced.c). A mistake is named only when it gives the
 * whole answer and not the right one; the first in the order of precision is.
 */
#pragma once
#include "matrix_question.h"

enum { MISTAKE_STEPS_MAX = 100000 }; /* all attempts on an answer together: operations on numbers of ordinary size */

struct trying {
	const struct matrix_question *asked;
	const struct binding *bindings; /* those that `truth` was worked out with */
	const struct matrix *truth, *answer; /* the answer has no blanks */
	size_t steps; /* what is left */
	struct arena *arena;
};

/* What is said of the answer; fr NULL: no known mistake gives it. */
struct msg_text mistake_of(struct trying *trying);
/* One of the mistakes that show in the matrix alone, before (`first`) or after those of the formula. */
struct msg_text misplaced(const struct trying *trying, bool first);
/* One of the given matrices as it is. */
const char *copied_name(const struct matrix_question *asked, const struct matrix *answer);
