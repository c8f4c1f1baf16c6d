/*
 * The kind `karnaugh`.
 *
 * Groups and expression are judged twice, against the function and against the student's own grid, and the better one
 * counts: a slip in a cell costs that cell, not all that follows from it. The own grid is trusted when it is whole, has
 * both values, and its mistakes are few (one, or a quarter of the cells) or are one misreading of the map.
 */
#include <string.h>
#include "base/buf.h"
#include "base/json.h"
#include "derived_words.h"
#include "formula.h"
#include "grid_words.h"
#include "map.h"

struct sitting {
	struct paper *paper;
	const struct map_question *asked;
	const struct map_answer *answer;
	bool trusted; /* what follows from the own grid counts */
	struct expression_wish own; /* what the own grid asks for, where it is trusted */
};

static enum reading read_own(struct map_answer *out, struct paper *paper, struct grading *grading,
	const struct question *question, const json_t *answer, struct question_report *report)
{
	const struct map_question *asked = question->spec;
	enum reading reading = grid_open(paper, grading, question, answer, report);

	if (reading == READING_OK)
		reading = map_read(out, paper, asked, answer);
	if (reading == READING_OK && out->given[PART_EXPRESSION])
		paper_read_as(paper, &asked->shared, out->expr);
	return reading;
}

static int read_answer(struct grading *grading, const struct question *question, const json_t *answer,
	enum reading *reading, struct question_report *report, struct err *err)
{
	struct map_answer own;
	const struct map_question *spec = question->spec;
	struct paper paper = { .messages = &boolean_messages, .example = spec->shared.example };

	*reading = paper_preview(&paper, read_own(&own, &paper, grading, question, answer, report));
	return 0;
}

static struct test_report *lay_out(struct paper *paper, const struct map_question *asked)
{
	size_t count = 0;

	for (size_t i = 0; i < PART_COUNT; i++)
		count += asked->asked[i];
	struct test_report *rows = paper_rows(paper, count), *row = rows;
	for (enum map_part part = PART_GRID; part < PART_COUNT; part++) {
		if (!asked->asked[part])
			continue;
		row_named(row++, grid_say(paper->arena, map_part_code(part), NULL), asked->max[part]);
	}
	return rows;
}

/* ---- the own grid ---- */

static int take_own_grid(struct sitting *sitting, const struct grid_judgement *judged, struct err *err)
{
	const struct map_question *asked = sitting->asked;
	unsigned variables = asked->layout.variables;
	struct arena *arena = sitting->paper->arena;
	struct table ones = table_new(variables, arena), any = table_new(variables, arena);
	uint32_t wrong = judged->rows - judged->right, zeros = 0;

	for (uint32_t row = 0; row < table_rows(variables); row++) {
		enum cell cell = sitting->answer->cells[row];
		bool open = !table_at(&asked->shared.care, row);

		table_set(&ones, row, cell == CELL_1);
		/* What is open stays open, whatever was chosen for it. */
		table_set(&any, row, cell == CELL_OPEN || open);
		if (open)
			table_set(&ones, row, false);
		zeros += cell == CELL_0 && !open;
	}
	sitting->trusted = judged->whole && wrong > 0 && zeros > 0 && table_count(&ones) > 0 &&
			   (wrong <= 1 || 4 * wrong <= judged->rows || judged->mistake != MAP_NONE);
	if (!sitting->trusted)
		return 0;
	const struct target own = { ones, any };
	if (expression_wish_of(&sitting->own, &asked->shared, &own, asked->wish.form, arena, err))
		return -1;
	sitting->own.given = asked->wish.given;
	return 0;
}

static void remark_carried(struct sitting *sitting, enum map_part part)
{
	struct arena *arena = sitting->paper->arena;

	paper_remark(sitting->paper,
		grid_say(arena, part == PART_GROUPS ? "map-carried-groups" : "map-carried-expression", NULL));
}

static int give(struct test_report *row, struct frac credit, struct err *err)
{
	return frac_mul(&row->points, credit, row->max, err);
}

/* ---- parts ---- */

static int grade_grid(struct sitting *sitting, struct test_report *row, struct err *err)
{
	struct grid_judgement judged;

	if (map_judge_grid(&judged, sitting->asked, sitting->answer, sitting->paper->arena, err))
		return -1;
	if (take_own_grid(sitting, &judged, err))
		return -1;
	if (!judged.message.fr) {
		row_passed(row);
		return 0;
	}
	row_failed(row, judged.message);
	if (judged.header.fr)
		paper_remark(sitting->paper, judged.header);
	return give(row, judged.credit, err);
}

static int grade_groups(struct sitting *sitting, struct test_report *row, struct err *err)
{
	const struct map_question *asked = sitting->asked;
	struct arena *arena = sitting->paper->arena;
	struct groups_judgement judged, carried = { .credit = FRAC_ZERO };
	struct target target = map_covered(asked, &asked->shared.target, arena), own;

	if (map_judge_groups(&judged, asked, sitting->answer, &target, &asked->wish.best, arena, err))
		return -1;
	if (judged.message_count == 0) {
		row_passed(row);
		return 0;
	}
	if (sitting->trusted) {
		own = map_covered(asked, &sitting->own.target, arena);
		if (map_judge_groups(&carried, asked, sitting->answer, &own, &sitting->own.best, arena, err))
			return -1;
	}
	bool better = frac_cmp(carried.credit, judged.credit) > 0;
	const struct groups_judgement *said = better && carried.message_count > 0 ? &carried : &judged;
	row_failed(row, said->messages[0]);
	for (size_t i = 1; i < said->message_count && !(better && carried.message_count == 0); i++)
		paper_remark(sitting->paper, said->messages[i]);
	if (better)
		remark_carried(sitting, PART_GROUPS);
	return give(row, better ? carried.credit : judged.credit, err);
}

static void say_expression(struct sitting *sitting, struct test_report *row, const struct expression_judgement *judged)
{
	row_failed(row, judged->equivalent ? judged->form : judged->value);
	if (!judged->equivalent && judged->mistake.fr)
		paper_remark(sitting->paper, judged->mistake);
	if (judged->copied) {
		struct msg_text copied = paper_say(sitting->paper, "statement-copied", NULL);

		row->message = copied;
	}
}

static int grade_expression(struct sitting *sitting, struct test_report *row, struct err *err)
{
	const struct map_question *asked = sitting->asked;
	struct arena *arena = sitting->paper->arena;
	struct expression_judgement judged, carried = { .credit = FRAC_ZERO };

	if (expression_judge(&judged, &asked->wish, sitting->answer->expr, arena, err))
		return -1;
	if (judged.equivalent && judged.fits) {
		row_passed(row);
		return 0;
	}
	if (sitting->trusted && expression_judge(&carried, &sitting->own, sitting->answer->expr, arena, err))
		return -1;
	bool better = frac_cmp(carried.credit, judged.credit) > 0;
	say_expression(sitting, row, &judged);
	if (better) {
		remark_carried(sitting, PART_EXPRESSION);
		if (!carried.fits && carried.form.fr)
			paper_remark(sitting->paper, carried.form);
	}
	return give(row, better ? carried.credit : judged.credit, err);
}

static int grade_part(struct sitting *sitting, enum map_part part, struct test_report *row, struct err *err)
{
	if (!sitting->answer->given[part]) {
		row_failed(row, grid_say(sitting->paper->arena, "part-blank", NULL));
		row->outcome = OUTCOME_BLANK;
		return 0;
	}
	if (part == PART_GRID)
		return grade_grid(sitting, row, err);
	return part == PART_GROUPS ? grade_groups(sitting, row, err) : grade_expression(sitting, row, err);
}

static int grade(struct grading *grading, const struct question *question, const json_t *answer,
	struct question_report *report, struct err *err)
{
	const struct map_question *asked = question->spec;
	struct test_report *row;
	struct map_answer own;
	const struct map_question *spec = question->spec;
	struct paper paper = { .messages = &boolean_messages, .example = spec->shared.example };

	switch (read_own(&own, &paper, grading, question, answer, report)) {
	case READING_UNREADABLE:
		return 0;
	case READING_BLANK:
		lay_out(&paper, asked);
		paper_blank(&paper);
		return 0;
	case READING_OK:
		break;
	}
	struct sitting sitting = { .paper = &paper, .asked = asked, .answer = &own };
	row = lay_out(&paper, asked);
	for (enum map_part part = PART_GRID; part < PART_COUNT; part++) {
		if (asked->asked[part] && grade_part(&sitting, part, row++, err))
			return -1;
	}
	return paper_settle(&paper, err);
}

static json_t *reference(const struct question *question, struct arena *arena)
{
	const struct map_question *asked = question->spec;

	return asked->reference;
}

static const char *starter(const struct question *question)
{
	const struct map_question *asked = question->spec;

	return asked->starter;
}

static void derived(struct derived *out, const struct question *question)
{
	const struct map_question *asked = question->spec;
	cleanup_buf struct buf text = BUF_INIT;

	map_draw_grid(&text, asked, true, out->arena);
	derived_add(
		out, grid_say(out->arena, "derived-map", (struct msg_param[]){ { "text", buf_str(&text) }, { 0 } }));
	derived_minima(out, &asked->wish);
}

const struct kind karnaugh_kind = {
	.name = "karnaugh",
	.typing = TYPING_FORMULA,
	.question_keys = map_keys,
	.question_key_count = sizeof(map_keys) / sizeof(map_keys[0]),
	.read = map_read_question,
	.read_answer = read_answer,
	.grade = grade,
	.reference = reference,
	.starter = starter,
	.derived = derived,
};
