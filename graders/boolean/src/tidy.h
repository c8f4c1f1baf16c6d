/*
 * Trees without what adds nothing: 0 and 1 as operands of any sign, the same operand twice, two bars. To see a copy through what was
 * hung on it, and a step of a derivation through the small change that people do not write down.
 */
#pragma once
#include "logic/expr.h"

/* With `complements` also a + ā = 1 and a·ā = 0. */
const struct expr *expr_tidy(const struct expr *expr, bool complements, struct arena *arena);
/* The negation of a tidy tree, tidy. */
const struct expr *expr_tidy_not(const struct expr *tidied, struct arena *arena);
