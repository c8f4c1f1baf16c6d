/* What a student says of a linear system: values of the unknowns, or that there are none, or infinitely many. */
#pragma once
#include "draft.h"
#include "matrix_question.h"

/* "x = 1 ; y = 2", "(1 ; 2)", a column, "pas de solution", "une infinité de solutions". The values are a column. */
int system_read(struct matrix_answer *out, const struct matrix_question *asked, struct draft *draft) must_check;
/* {"x": "1", "y": "2"}, ["1", "2"], [["1"], ["2"]]. */
int system_of_json(struct matrix_answer *out, const struct matrix_question *asked, const json_t *json,
	struct arena *arena, struct slip *slip) must_check;
const char *system_text(const struct matrix_question *asked, const struct matrix_answer *answer, struct arena *arena);
const char *system_latex(const struct matrix_question *asked, const struct matrix_answer *answer, struct arena *arena);
const char *system_mathml(const struct matrix_question *asked, const struct matrix_answer *answer, struct arena *arena);
