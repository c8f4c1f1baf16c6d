/*
 * Is a matrix the inverse of another? The product earns three quarters, in either order; the conclusion the rest, where it is
 * right and follows from a product that is right, or from the student's own. Alone it is worth a tenth of the question: one
 * of two words takes no work.
 */
#include "grader_matrix/grader_matrix.h"
#include "judge.h"
#include "mark.h"
#include "mistakes.h"

enum { ROW_PRODUCT, ROW_CONCLUSION };

static bool is_identity(const struct matrix *a, struct arena *arena)
{
	return a && matrix_same(a, matrix_identity(a->rows, arena));
}

/* The order that the student's product fits better. */
static int judge(
	struct judged *out, struct judging *judging, struct product_cell *cell, struct arena *arena, struct err *err)
{
	const struct matrix_question *asked = judging->asked;
	struct judged other;

	*cell = (struct product_cell){ asked->left, asked->right, 0, 0, " + " };
	judging->truth = asked->other;
	if (grid_judge(&other, judging, arena, err))
		return -1;
	judging->truth = asked->truth;
	if (grid_judge(out, judging, arena, err))
		return -1;
	if (out->right || (!other.right && frac_cmp(other.credit, out->credit) <= 0))
		return 0;
	*out = other;
	judging->truth = asked->other;
	cell->left = asked->right;
	cell->right = asked->left;
	return 0;
}

static void say_cell(
	struct paper *paper, const struct judging *judging, const struct judged *judged, struct product_cell *cell)
{
	struct arena *arena = paper->arena;
	struct test_report *row = &paper->report->tests[ROW_PRODUCT];
	struct buf cleanup_buf fr = BUF_INIT, en = BUF_INIT;
	const struct number *sum, *modulus = judging->asked->modulus;
	const struct number *got = grid_at(judging->grid, judged->row, judged->column);

	cell->row = judged->row;
	cell->column = judged->column;
	sum = product_sum(cell, arena);
	product_expand(&fr, cell, LANG_FR, arena);
	product_expand(&en, cell, LANG_EN, arena);
	const char *i = arena_printf(arena, "%zu", cell->row + 1), *j = arena_printf(arena, "%zu", cell->column + 1);
	const char *n = modulus ? number_plain(modulus, arena) : "";
	const struct number *wanted = matrix_at(judging->truth, cell->row, cell->column);
	const char *code = modulus && !number_same(sum, wanted) ? "cell-modulo" : "cell-product";
	struct msg_param in_fr[] = { { "row", i }, { "column", j }, { "modulus", n },
		{ "expansion", arena_memdup(arena, buf_str(&fr), fr.len) },
		{ "sum", number_text(sum, NUMBER_EXACT, LANG_FR, arena) },
		{ "wanted", number_text(wanted, NUMBER_EXACT, LANG_FR, arena) },
		{ "got", got ? number_text(got, NUMBER_EXACT, LANG_FR, arena) : "" }, { 0 } };
	struct msg_param in_en[] = { { "row", i }, { "column", j }, { "modulus", n },
		{ "expansion", arena_memdup(arena, buf_str(&en), en.len) },
		{ "sum", number_text(sum, NUMBER_EXACT, LANG_EN, arena) },
		{ "wanted", number_text(wanted, NUMBER_EXACT, LANG_EN, arena) },
		{ "got", got ? number_text(got, NUMBER_EXACT, LANG_EN, arena) : "" }, { 0 } };
	if (!got)
		code = arena_printf(arena, "%s-blank", code);
	row_failed(row, msg_make_both(arena, &matrix_messages, code, in_fr, in_en));
	row->discreet = false;
	struct grid result = { judging->truth->rows, judging->truth->columns, judging->truth->cells };
	mark_picture(paper, product_picture(cell, &result, number_text(sum, NUMBER_EXACT, LANG_FR, arena), arena));
}

/* A product that was made in another way: cell by cell, or the identity because it was hoped for. */
static struct msg_text mistake(struct paper *paper, const struct judging *judging)
{
	const struct matrix_question *asked = judging->asked;
	struct arena *arena = paper->arena;
	const struct matrix *answer = grid_matrix(judging->grid, arena);
	const struct matrix *termwise = matrix_termwise(asked->left, asked->right, arena);

	if (answer && asked->modulus && termwise)
		termwise = matrix_mod(termwise, asked->modulus, arena);
	if (matrix_same(answer, termwise))
		return paper_say(paper, "termwise",
			(struct msg_param[]){
				{ "part", arena_printf(arena, "%s \u00d7 %s", asked->left_name, asked->right_name) },
				{ 0 } });
	if (is_identity(answer, arena))
		return paper_say(paper, "identity-hoped", NULL);
	if (answer && asked->modulus && matrix_same(matrix_mod(answer, asked->modulus, arena), judging->truth))
		return paper_say(paper, "modulo-not-reduced",
			(struct msg_param[]){ { "modulus", number_plain(asked->modulus, arena) }, { 0 } });
	return (struct msg_text){ 0 };
}

static int mark_product(struct paper *paper, const struct matrix_answer *answer, struct judged *judged, struct err *err)
{
	struct test_report *row = &paper->report->tests[ROW_PRODUCT];
	struct judging judging = { .asked = paper->question->spec, .grid = &answer->grid };
	struct product_cell cell;
	struct msg_text said;

	*judged = (struct judged){ .credit = FRAC_ZERO };
	if (answer->grid.rows == 0 || grid_is_blank(&answer->grid)) {
		row_failed(row, paper_say(paper, "product-missing", NULL));
		row->outcome = OUTCOME_BLANK;
		return 0;
	}
	judging.bindings = judging.asked->bindings;
	if (judge(judged, &judging, &cell, paper->arena, err))
		return -1;
	row->expected = matrix_text(judging.truth, false, paper->arena);
	row->got = grid_text(&answer->grid, paper->arena);
	if (judged->right) {
		row_passed(row);
		return 0;
	}
	said = mistake(paper, &judging);
	if (said.fr)
		row_failed(row, said);
	else if (judged->other_size)
		row_failed(row, mark_size(paper, &answer->grid, judging.truth));
	else
		say_cell(paper, &judging, judged, &cell);
	return frac_mul(&row->points, judged->credit, row->max, err);
}

static int mark_conclusion(
	struct paper *paper, const struct matrix_answer *answer, const struct judged *judged, struct err *err)
{
	const struct matrix_question *asked = paper->question->spec;
	struct test_report *row = &paper->report->tests[ROW_CONCLUSION];
	const struct matrix *own = grid_matrix(&answer->grid, paper->arena);
	bool yes = answer->word == WORD_YES, right = yes == asked->is_inverse;

	row->expected = asked->is_inverse ? "oui" : "non";
	row->got = yes ? "oui" : "non";
	if (answer->word == WORD_NONE) {
		row->got = NULL;
		row_failed(row, paper_say(paper, "conclusion-missing", NULL));
		row->outcome = OUTCOME_BLANK;
		return 0;
	}
	if (right && judged->right) {
		row_passed(row);
		return 0;
	}
	/* What follows from one's own product is reasoned well; with the right word by luck it is no more than that. */
	if (own && !judged->idle && !judged->other_size && yes == is_identity(own, paper->arena) &&
		frac_cmp(judged->credit, FRAC_ZERO) > 0) {
		row_passed(row);
		paper_remark(paper, paper_say(paper, "conclusion-follows", NULL));
		return 0;
	}
	if (right) {
		row_failed(row, paper_say(paper, "conclusion-alone", NULL));
		return frac_mul(&row->points, (struct frac){ 2, 5 }, row->max, err);
	}
	row_failed(row, paper_say(paper, judged->right ? "conclusion-against" : "conclusion-wrong", NULL));
	return 0;
}

int inverse_mark(struct paper *paper, const struct matrix_answer *answer, struct err *err)
{
	struct judged judged;

	if (mark_product(paper, answer, &judged, err) || mark_conclusion(paper, answer, &judged, err))
		return -1;
	return judged.idle || answer->grid.rows == 0 ? paper_guard(paper, err) : paper_settle(paper, err);
}
