/* What a kind tells an author of the function that is asked (model/derived.h): its rows, its minimal forms, an answer. */
#pragma once
#include "expression.h"
#include "model/derived.h"

/* The rows with 1 and, where there are some, those left open. */
void derived_rows(struct derived *out, const struct boolean_spec *spec, const char *name, const struct target *target);
/* The minimal sums, or products where the wish is for one: how many, how long, the first of them. Nothing beyond six
 * variables. */
void derived_minima(struct derived *out, const struct expression_wish *wish);
/* A right answer as text; too long a one is left out. */
void derived_answer(struct derived *out, const char *answer);
