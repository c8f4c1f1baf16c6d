/*
 * A question of the kind `matrix` as its author gave it (matrix_question.c), and the grid that a student answers with
 * (grid_read.c and grid_text.c for texts, grid_json.c).
 */
#pragma once
#include "exact/formula.h"
#include "model/reader.h"
#include "sheet/follow.h"

enum matrix_task { TASK_ASK, TASK_SYSTEM, TASK_IS_INVERSE };
enum solutions { SOLUTION_ONE, SOLUTION_NONE, SOLUTION_MANY };

enum { UNKNOWNS_MAX = 10, ASK_BYTES_MAX = 800 };

struct matrix_question {
	enum matrix_task task;
	const struct binding *bindings; /* what is given, then the right values of the questions before that it names */
	size_t binding_count, given_count;
	const struct formula *ask; /* TASK_ASK: as it is evaluated, modulo n where the author says so */
	const struct matrix
		*inverted; /* where an inverse is asked: that of this matrix, of the right values; else NULL */
	const struct follow *follow; /* questions before that it goes on from */
	const struct number *modulus; /* NULL: none */
	bool adjacency;
	bool whole; /* only whole numbers can occur: a comma separates, a slash ends a row */
	/* What is asked; of a system with one solution, that solution as a column, else NULL; for TASK_IS_INVERSE the product
	 * in the order of the question. */
	const struct matrix *truth;
	const struct matrix *left, *right; /* the system and its right side; the two matrices of TASK_IS_INVERSE */
	const struct matrix *other; /* the product in the other order */
	const char *left_name, *right_name; /* as the author wrote them */
	enum solutions solutions;
	const char *const *unknowns; /* as many as the system has columns */
	bool is_inverse;
	const char *example, *reference, *starter;
};

enum { MATRIX_KEY_COUNT = 8 };
extern const struct key_spec matrix_keys[MATRIX_KEY_COUNT];

/* The kind's read(). */
void matrix_question_read(struct reader *reader, json_t *object, const char *pointer, struct question *question);
/* A formula with a modulus around it, and its inverses modulo n: what is asked when the author gives `mod`. */
const char *matrix_ask_modulo(const struct formula *ask, const struct number *modulus, struct arena *arena);
/* What solves a system; *solution NULL unless there is one solution alone, and numbers fit. */
enum solutions matrix_solve(
	const struct matrix **solution, const struct matrix *a, const struct matrix *b, struct arena *arena);

/* A grid as it was filled in: a cell that is NULL was left blank. */
struct grid {
	size_t rows, columns; /* none: no grid at all */
	const struct number *const *cells;
};

static inline const struct number *grid_at(const struct grid *grid, size_t i, size_t j)
{
	return grid->cells[i * grid->columns + j];
}

enum answer_word { WORD_NONE, WORD_YES, WORD_NO, WORD_NO_SOLUTION, WORD_MANY };

struct matrix_answer {
	struct grid grid;
	enum answer_word word;
};

/* As a matrix; NULL when a cell is blank or there is no grid. */
const struct matrix *grid_matrix(const struct grid *grid, struct arena *arena);
bool grid_is_blank(const struct grid *grid);
/* "1 . / 3/4 0": what reads back. LaTeX and MathML of it. */
const char *grid_text(const struct grid *grid, struct arena *arena);
const char *grid_latex(const struct grid *grid, struct arena *arena);
const char *grid_mathml(const struct grid *grid, struct arena *arena);
