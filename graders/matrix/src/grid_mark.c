#include <string.h>
#include "ask.h"
#include "base/json.h"
#include "grader_matrix/grader_matrix.h"
#include "judge.h"
#include "mark.h"
#include "mistakes.h"

void mark_picture(struct paper *paper, json_t *picture)
{
	if (picture)
		paper->report->pictures = json_keep(paper->arena, json_pack("[o]", picture));
}

json_t *mark_open_product(const struct matrix *left, const struct matrix *right, struct arena *arena)
{
	struct product_cell cell = { left, right, 0, 0, " + " };
	const struct number **none;

	if (left->columns != right->rows)
		return NULL;
	none = arena_array(arena, left->rows * right->columns, sizeof(*none));
	struct grid open = { left->rows, right->columns, none };
	return product_picture(&cell, &open, "?", arena);
}

static const char *count_text(struct arena *arena, size_t count)
{
	return arena_printf(arena, "%zu", count);
}

/* "2 lignes et 1 colonne" */
static const char *size_in(size_t rows, size_t columns, enum lang lang, struct arena *arena)
{
	if (lang == LANG_FR)
		return arena_printf(arena, "%zu ligne%s et %zu colonne%s", rows, rows > 1 ? "s" : "", columns,
			columns > 1 ? "s" : "");
	return arena_printf(
		arena, "%zu row%s and %zu column%s", rows, rows == 1 ? "" : "s", columns, columns == 1 ? "" : "s");
}

struct msg_text mark_size(struct paper *paper, const struct grid *grid, const struct matrix *truth)
{
	struct arena *arena = paper->arena;

	return msg_make_both(arena, &matrix_messages, "size-wrong",
		(struct msg_param[]){ { "got", size_in(grid->rows, grid->columns, LANG_FR, arena) },
			{ "wanted", size_in(truth->rows, truth->columns, LANG_FR, arena) }, { 0 } },
		(struct msg_param[]){ { "got", size_in(grid->rows, grid->columns, LANG_EN, arena) },
			{ "wanted", size_in(truth->rows, truth->columns, LANG_EN, arena) }, { 0 } });
}

static struct msg_text mistake(struct paper *paper, const struct judging *judging)
{
	const struct matrix_question *asked = judging->asked;
	struct trying trying = { asked, judging->bindings, judging->truth, grid_matrix(judging->grid, paper->arena),
		MISTAKE_STEPS_MAX, paper->arena };

	return trying.answer ? mistake_of(&trying) : (struct msg_text){ 0 };
}

/* Where the first wrong cell is, and how many are right: this may be told before the right matrix is. */
static void remark_place(struct paper *paper, const struct judged *judged)
{
	struct arena *arena = paper->arena;

	paper_remark(paper, paper_say(paper, "cells-right",
				    (struct msg_param[]){ { "right", count_text(arena, judged->right_cells) },
					    { "cells", count_text(arena, judged->cells) },
					    { "row", count_text(arena, judged->row + 1) },
					    { "column", count_text(arena, judged->column + 1) }, { 0 } }));
}

static void say(struct paper *paper, const struct judging *judging, const struct judged *judged)
{
	struct test_report *row = &paper->report->tests[0];
	struct msg_text said = mistake(paper, judging);
	struct explained explained;

	if (said.fr) {
		row_failed(row, said);
		if (judged->other_size)
			paper_remark(paper, mark_size(paper, judging->grid, judging->truth));
		return;
	}
	if (judged->other_size) {
		row_failed(row, mark_size(paper, judging->grid, judging->truth));
		return;
	}
	cell_explain(&explained, judging, judged, paper->arena);
	row_failed(row, explained.message);
	row->discreet = explained.discreet;
	remark_place(paper, judged);
	mark_picture(paper, explained.picture);
}

/* The truth for these values of what is followed; that of the right ones where it has none. */
static void work_out(struct judging *judging, const struct matrix_question *asked, const struct binding *followed,
	size_t count, struct arena *arena)
{
	struct binding *bindings = arena_array(arena, asked->binding_count + 1, sizeof(*bindings));
	size_t steps = FORMULA_STEPS_MAX;
	size_t right_count;

	judging->bindings = asked->bindings;
	judging->truth = asked->truth;
	if (count == 0 || followed == follow_right(asked->follow, &right_count))
		return;
	for (size_t i = 0; i < asked->binding_count; i++)
		bindings[i] = i < asked->given_count ? asked->bindings[i] : followed[i - asked->given_count];
	judging->truth = ask_matrix(asked->ask, bindings, asked->binding_count, &steps, arena);
	judging->bindings = bindings;
	if (judging->truth)
		return;
	judging->bindings = asked->bindings;
	judging->truth = asked->truth;
}

int grid_mark(struct paper *paper, const struct matrix_answer *answer, const struct binding *followed, size_t count,
	struct err *err)
{
	struct judging judging = { .asked = paper->question->spec, .grid = &answer->grid };
	struct test_report *row = paper->report->tests;
	struct judged judged;

	work_out(&judging, judging.asked, followed, count, paper->arena);
	if (grid_judge(&judged, &judging, paper->arena, err))
		return -1;
	row->expected = matrix_text(judging.truth, false, paper->arena);
	row->got = grid_text(&answer->grid, paper->arena);
	if (judged.right) {
		row_passed(row);
		return paper_settle(paper, err);
	}
	say(paper, &judging, &judged);
	if (frac_mul(&row->points, judged.credit, row->max, err))
		return -1;
	return judged.idle ? paper_guard(paper, err) : paper_settle(paper, err);
}
