/* Marking: a grid (grid_mark.c), a system's solution (system_mark.c), whether a matrix is an inverse (inverse_mark.c). Each
 * lays out its rows, judges a readable answer and settles the points. */
#pragma once
#include "matrix_question.h"
#include "sheet/paper.h"

/* The rows of the question, for a blank answer too. */
int mark_rows(struct paper *paper, struct err *err) must_check;
/* `bindings`: what is followed, as it is to be taken. */
int grid_mark(struct paper *paper, const struct matrix_answer *answer, const struct binding *followed, size_t count,
	struct err *err) must_check;
int system_mark(struct paper *paper, const struct matrix_answer *answer, struct err *err) must_check;
int inverse_mark(struct paper *paper, const struct matrix_answer *answer, struct err *err) must_check;
/* A product whose result is left open. New reference; NULL where it cannot be drawn. */
json_t *mark_open_product(const struct matrix *left, const struct matrix *right, struct arena *arena);
/* Puts a picture into the report; it is the report's from now on. NULL: nothing. */
void mark_picture(struct paper *paper, json_t *picture);
/* What is said to whoever wrote something other than the right size. */
struct msg_text mark_size(struct paper *paper, const struct grid *grid, const struct matrix *truth);
