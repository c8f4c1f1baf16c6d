/*
 * A derivation, line by line: each must equal the one before, by a law.
 *
 * Every step is judged from the student's own line before it, so that one slip costs one step.
 */
#pragma once
#include "logic/law.h"
#include "logic/neighbour.h"

struct derivation_line {
	const struct expr *expr;
	enum law named, other; /* as law_named() gave them; LAW_UNKNOWN when the line names none that is known */
	uint32_t laws; /* as laws_named(), where the line names several */
	bool stated; /* the law itself is written, "b + b̄ = 1": what leads to where it is used goes without saying */
};

enum step_fault {
	STEP_RIGHT, /* and `law` leads there, the named one if one is named */
	STEP_UNRECOGNISED, /* right, but no single law leads there (or none that is allowed and known) */
	STEP_LAW_FORBIDDEN, /* right by `law`, which is not allowed here */
	STEP_OTHER_LAW, /* right, but not by the law that is named; by `law` when one is recognised */
	STEP_WRONG, /* not equal to the line before: see `row` */
};
struct derivation_step {
	enum step_fault fault;
	enum law law; /* LAW_SAME: nothing but order and parentheses */
	bool repeats; /* the line is the one before, sign by sign */
	uint32_t row; /* of STEP_WRONG: the first assignment that shows it */
	bool before, after; /* what the two lines are worth there */
	struct neighbour slip; /* of STEP_WRONG: the edit of this line that would make the step right */
	bool astray; /* this line is not equal to `from`: here or earlier something went wrong */
};

struct derivation_task {
	unsigned variables;
	const struct expr *from; /* where it begins; the first line may repeat it */
	const struct expr *to; /* where it must end, up to order and parentheses; NULL: anywhere */
	const struct table *care; /* NULL: all rows count */
	uint32_t allowed; /* 1 << law for each; 0: all. LAW_SAME always is. */
	uint32_t budget; /* rewrites for each step; 0: as law_between() */
};
struct derivation {
	const struct derivation_step *steps; /* one for each line, the first one from `from` */
	size_t count;
	size_t wrong; /* how many are STEP_WRONG */
	size_t first_wrong; /* its index; == count when none is */
	bool arrives; /* the last line is `to` */
	bool equal; /* the last line is equal to `from` */
};
void derivation_judge(struct derivation *out, const struct derivation_task *task, const struct derivation_line *lines,
	size_t count, struct arena *arena);
