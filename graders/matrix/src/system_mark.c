/*
 * The solution of a linear system, verified by putting it into the equations. Each value that is right earns its share; the
 * first equation that does not hold is shown with the student's own values.
 */
#include "grader_matrix/grader_matrix.h"
#include "judge.h"
#include "mark.h"

enum { SYSTEM_STEPS = 100000 };

static struct msg_text say(struct paper *paper, const char *code)
{
	return paper_say(paper, code, NULL);
}

/* The first equation that the values do not solve; rows: they solve all. */
static size_t first_unsolved(const struct matrix_question *asked, const struct matrix *values, struct arena *arena)
{
	const struct matrix *made = matrix_mul(asked->left, values, arena);
	size_t i = 0;

	while (i < asked->left->rows && made && number_same(matrix_at(made, i, 0), matrix_at(asked->right, i, 0)))
		i++;
	return i;
}

static struct msg_text say_unsolved(struct paper *paper, const struct matrix *values, size_t equation)
{
	const struct matrix_question *asked = paper->question->spec;
	struct arena *arena = paper->arena;
	struct product_cell cell = { asked->left, values, equation, 0, " + " };
	struct buf cleanup_buf fr = BUF_INIT, en = BUF_INIT;
	const struct number *sum = product_sum(&cell, arena), *wanted = matrix_at(asked->right, equation, 0);
	const char *number = arena_printf(arena, "%zu", equation + 1);

	if (!sum || !product_expand(&fr, &cell, LANG_FR, arena) || !product_expand(&en, &cell, LANG_EN, arena))
		return paper_say(paper, "equation-fails", (struct msg_param[]){ { "equation", number }, { 0 } });
	return msg_make_both(arena, &matrix_messages, "equation-unsolved",
		(struct msg_param[]){ { "equation", number },
			{ "expansion", arena_memdup(arena, buf_str(&fr), fr.len) },
			{ "sum", number_text(sum, NUMBER_EXACT, LANG_FR, arena) },
			{ "wanted", number_text(wanted, NUMBER_EXACT, LANG_FR, arena) }, { 0 } },
		(struct msg_param[]){ { "equation", number },
			{ "expansion", arena_memdup(arena, buf_str(&en), en.len) },
			{ "sum", number_text(sum, NUMBER_EXACT, LANG_EN, arena) },
			{ "wanted", number_text(wanted, NUMBER_EXACT, LANG_EN, arena) }, { 0 } });
}

/* The same values in another order? */
static bool are_exchanged(const struct matrix *a, const struct matrix *b)
{
	for (size_t i = 0; i < a->rows; i++) {
		size_t in_a = 0, in_b = 0;

		for (size_t j = 0; j < a->rows; j++) {
			in_a += number_same(a->cells[j], a->cells[i]);
			in_b += number_same(b->cells[j], a->cells[i]);
		}
		if (in_a != in_b)
			return false;
	}
	return true;
}

/* What else could have been done with the same data. */
static struct msg_text mistake(struct paper *paper, const struct matrix *values)
{
	const struct matrix_question *asked = paper->question->spec;
	const struct matrix *a = asked->left, *b = asked->right, *truth = asked->truth;
	struct arena *arena = paper->arena;
	const struct number *determinant = matrix_determinant(a, arena);

	if (matrix_same(values, matrix_scale(truth, number_of(-1, arena), arena)))
		return say(paper, "system-signs");
	if (matrix_same(values, b))
		return say(paper, "system-copied");
	if (matrix_same(values, matrix_mul(a, b, arena)))
		return say(paper, "system-multiplied");
	if (determinant && !number_is_zero(determinant) && matrix_same(values, matrix_scale(truth, determinant, arena)))
		return say(paper, "system-no-factor");
	if (determinant && !number_is_zero(determinant) &&
		matrix_same(values, matrix_mul(matrix_inverse(matrix_transpose(a, arena), arena), b, arena)))
		return say(paper, "system-transposed");
	if (are_exchanged(values, truth))
		return say(paper, "system-exchanged");
	return (struct msg_text){ 0 };
}

/* One value for all unknowns; a single value beside blanks is none of these. */
static bool are_alike(const struct grid *grid)
{
	for (size_t i = 0; i < grid->rows; i++)
		if (!number_same(grid->cells[i], grid->cells[0]))
			return false;
	return true;
}

static int mark_values(struct paper *paper, const struct matrix_answer *answer, struct err *err)
{
	const struct matrix_question *asked = paper->question->spec;
	struct test_report *row = paper->report->tests;
	const struct matrix *values = grid_matrix(&answer->grid, paper->arena);
	size_t right = 0, unsolved;
	struct frac share;
	struct msg_text said;

	for (size_t i = 0; i < answer->grid.rows; i++)
		right += number_same(answer->grid.cells[i], asked->truth->cells[i]);
	unsolved = values ? first_unsolved(asked, values, paper->arena) : 0;
	if (values && unsolved == asked->left->rows) {
		row_passed(row);
		return paper_settle(paper, err);
	}
	if (!values) {
		row_failed(row, say(paper, "value-missing"));
	} else {
		said = mistake(paper, values);
		row_failed(row, said.fr ? said : say_unsolved(paper, values, unsolved));
	}
	if (frac_make(&share, (int64_t)right, (int64_t)answer->grid.rows, err) ||
		frac_mul(&row->points, share, row->max, err))
		return -1;
	return are_alike(&answer->grid) || matrix_same(values, asked->right) ? paper_guard(paper, err)
									     : paper_settle(paper, err);
}

/* Values, where there is no solution or more than one: one of infinitely many is half an answer. */
static int mark_particular(struct paper *paper, const struct matrix_answer *answer, struct err *err)
{
	const struct matrix_question *asked = paper->question->spec;
	struct test_report *row = paper->report->tests;
	const struct matrix *values = grid_matrix(&answer->grid, paper->arena);
	size_t unsolved = values ? first_unsolved(asked, values, paper->arena) : 0;

	if (!values) {
		row_failed(row, say(paper, "value-missing"));
		return paper_settle(paper, err);
	}
	if (unsolved < asked->left->rows) {
		row_failed(row, say_unsolved(paper, values, unsolved));
		return paper_settle(paper, err);
	}
	row_failed(row, say(paper, "system-others"));
	row->discreet = false;
	if (frac_mul(&row->points, (struct frac){ 1, 2 }, row->max, err))
		return -1;
	return are_alike(&answer->grid) ? paper_guard(paper, err) : paper_settle(paper, err);
}

static int mark_word(struct paper *paper, const struct matrix_answer *answer, struct err *err)
{
	const struct matrix_question *asked = paper->question->spec;
	struct test_report *row = paper->report->tests;
	enum solutions said = answer->word == WORD_MANY ? SOLUTION_MANY : SOLUTION_NONE;

	if (said == asked->solutions)
		row_passed(row);
	else
		row_failed(row, say(paper, asked->solutions == SOLUTION_ONE    ? "system-has-one"
					   : asked->solutions == SOLUTION_NONE ? "system-has-none"
									       : "system-has-many"));
	/* Each of these tells whether there are solutions. */
	row->discreet = false;
	return paper_settle(paper, err);
}

int system_mark(struct paper *paper, const struct matrix_answer *answer, struct err *err)
{
	const struct matrix_question *asked = paper->question->spec;
	struct test_report *row = paper->report->tests;

	row->expected = asked->reference;
	row->got = paper->report->read_as.text;
	if (answer->word != WORD_NONE)
		return mark_word(paper, answer, err);
	return asked->truth ? mark_values(paper, answer, err) : mark_particular(paper, answer, err);
}
