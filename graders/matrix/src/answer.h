/* A student's answer: a grid, a word, or the values of unknowns; as text or JSON. */
#pragma once
#include "matrix_question.h"
#include "sheet/paper.h"

/* Opens the paper and reads. BLANK where nothing is filled in; UNREADABLE when all is said. How it was read stands in the
 * report then. */
enum reading matrix_answer_open(struct matrix_answer *out, struct paper *paper, struct grading *grading,
	const struct question *question, const json_t *answer, struct question_report *report);
/* The same without a paper, for who wants the value alone: -1 when it cannot be read. */
int matrix_answer_read(struct matrix_answer *out, const struct matrix_question *asked, const json_t *answer,
	struct arena *arena, struct slip *slip) must_check;
/* "x = 1 ; y = 2", "oui : 1 0 / 0 1", "1 2 / 3 4": what reads back. */
const char *matrix_answer_text(
	const struct matrix_question *asked, const struct matrix_answer *answer, struct arena *arena);
