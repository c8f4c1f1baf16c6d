/*
 * The kind `matrix`. What is asked is worked out when the exercise is loaded (matrix_question.c); an answer is read
 * (answer.c), judged and explained (grid_mark.c, system_mark.c, inverse_mark.c).
 */
#include "answer.h"
#include "ask.h"
#include "base/json.h"
#include "drawn_matrix.h"
#include "grader_matrix/grader_matrix.h"
#include "mark.h"
#include "mistakes.h"
#include "model/derived.h"
#include "sheet/follow.h"
#include "sheet/where.h"

static struct paper paper_of(const struct question *question)
{
	const struct matrix_question *asked = question->spec;

	return (struct paper){ .messages = &matrix_messages, .example = asked->example };
}

static int read_answer(struct grading *grading, const struct question *question, const json_t *answer,
	enum reading *reading, struct question_report *report, struct err *err)
{
	struct paper paper = paper_of(question);
	struct matrix_answer read;

	*reading = paper_preview(&paper, matrix_answer_open(&read, &paper, grading, question, answer, report));
	return 0;
}

int mark_rows(struct paper *paper, struct err *err)
{
	const struct matrix_question *asked = paper->question->spec;
	struct frac quarter, rest;

	if (asked->task != TASK_IS_INVERSE) {
		paper_name_row(paper, paper_rows(paper, 1), asked->task == TASK_SYSTEM ? "row-system" : "row-matrix",
			paper->question->points);
		return 0;
	}
	if (frac_div(&quarter, paper->question->points, frac_int(4), err) ||
		frac_sub(&rest, paper->question->points, quarter, err))
		return -1;
	struct test_report *rows = paper_rows(paper, 2);
	paper_name_row(paper, &rows[0], "row-product", rest);
	paper_name_row(paper, &rows[1], "row-conclusion", quarter);
	return 0;
}

static int mark(struct grading *grading, const struct question *question, const json_t *answer,
	const struct binding *bindings, size_t count, struct question_report *report, struct err *err)
{
	const struct matrix_question *asked = question->spec;
	struct paper paper = paper_of(question);
	enum reading reading;
	struct matrix_answer read;

	reading = matrix_answer_open(&read, &paper, grading, question, answer, report);
	if (reading == READING_UNREADABLE)
		return 0;
	if (mark_rows(&paper, err))
		return -1;
	if (reading == READING_BLANK) {
		paper_blank(&paper);
		return 0;
	}
	if (asked->task == TASK_SYSTEM)
		return system_mark(&paper, &read, err);
	if (asked->task == TASK_IS_INVERSE)
		return inverse_mark(&paper, &read, err);
	return grid_mark(&paper, &read, bindings, count, err);
}

static int grade(struct grading *grading, const struct question *question, const json_t *answer,
	struct question_report *report, struct err *err)
{
	const struct matrix_question *asked = question->spec;
	const struct follow_marking marking = { mark, answer };

	return follow_mark(asked->follow, &marking, grading, question, report, err);
}

static json_t *reference(const struct question *question, struct arena *arena)
{
	const struct matrix_question *asked = question->spec;

	return json_keep(arena, json_string(asked->reference));
}

static const char *starter(const struct question *question)
{
	const struct matrix_question *asked = question->spec;

	return asked->starter;
}

/* ---- answers that take no work ---- */

static void add_filled(json_t *list, size_t rows, size_t columns, int64_t value)
{
	json_t *grid = json_array();

	for (size_t i = 0; i < rows; i++) {
		json_t *row = json_array();

		for (size_t j = 0; j < columns; j++)
			json_array_append_new(row, json_integer(value));
		json_array_append_new(grid, row);
	}
	json_array_append_new(list, grid);
}

static void add_matrix(json_t *list, const struct matrix *matrix, const char *before, struct arena *arena)
{
	json_array_append_new(
		list, json_string(arena_printf(arena, "%s%s", before, matrix_text(matrix, false, arena))));
}

static json_t *idle(const struct question *question, struct arena *arena)
{
	const struct matrix_question *asked = question->spec;
	size_t rows = asked->truth ? asked->truth->rows : asked->left->columns;
	size_t columns = asked->truth ? asked->truth->columns : 1;
	const char *const yes_or_no[] = { "oui : ", "non : " };
	json_t *list = json_array();

	if (asked->task == TASK_SYSTEM) {
		json_array_append_new(list, json_string("pas de solution"));
		json_array_append_new(list, json_string("une infinité de solutions"));
	}
	if (asked->task == TASK_IS_INVERSE) {
		json_array_append_new(list, json_string("oui"));
		json_array_append_new(list, json_string("non"));
		for (size_t i = 0; i < 2; i++) {
			add_matrix(list, asked->left, yes_or_no[i], arena);
			add_matrix(list, asked->right, yes_or_no[i], arena);
			/* Where it is the product, it is no idle answer. */
			if (!asked->is_inverse)
				add_matrix(list, matrix_identity(rows, arena), yes_or_no[i], arena);
		}
	}
	add_filled(list, rows, columns, 0);
	add_filled(list, rows, columns, 1);
	if (asked->task == TASK_ASK && rows == columns)
		add_matrix(list, matrix_identity(rows, arena), "", arena);
	for (size_t i = 0; i < asked->given_count && asked->task == TASK_ASK; i++)
		if (asked->bindings[i].value.kind == VALUE_MATRIX)
			add_matrix(list, asked->bindings[i].value.matrix, "", arena);
	return json_keep(arena, list);
}

/* ---- for authors and for other questions ---- */

static void derived(struct derived *out, const struct question *question)
{
	const struct matrix_question *asked = question->spec;

	if (asked->task == TASK_ASK)
		derived_add(out, msg_make(out->arena, &matrix_author_messages, "derived-value",
					 (struct msg_param[]){ { "ask", ask_shown(asked->ask, out->arena) },
						 { "value", matrix_text(asked->truth, false, out->arena) }, { 0 } }));
	else
		derived_add(out, msg_make(out->arena, &matrix_author_messages, "derived-answer",
					 (struct msg_param[]){ { "value", asked->reference }, { 0 } }));
}

static json_t *json_of(const struct matrix *matrix, struct arena *arena)
{
	return json_keep(arena, value_to_json(&(struct value){ .kind = VALUE_MATRIX, .matrix = matrix }));
}

static json_t *value(const struct question *question, const json_t *answer, struct arena *arena)
{
	const struct matrix_question *asked = question->spec;
	struct matrix_answer read;
	const struct matrix *matrix;
	struct slip slip;

	if (!answer)
		return asked->truth ? json_of(asked->truth, arena) : NULL;
	if (matrix_answer_read(&read, asked, answer, arena, &slip))
		return NULL;
	matrix = grid_matrix(&read.grid, arena);
	return matrix ? json_of(matrix, arena) : NULL;
}

/* The two matrices of a product, with the result left open: what a statement may show. */
static json_t *picture(const struct question *question, struct arena *arena)
{
	const struct matrix_question *asked = question->spec;
	const struct formula *product = asked->ask ? ask_inside(asked->ask) : NULL;
	const struct matrix *left, *right;
	size_t steps = FORMULA_STEPS_MAX;

	if (!product || formula_op(product) != FORMULA_MUL)
		return NULL;
	for (size_t i = 0; i < 2; i++)
		if (formula_op(formula_operand(product, i)) != FORMULA_NAME ||
			*formula_name(formula_operand(product, i)) == '@')
			return NULL;
	left = ask_matrix(formula_operand(product, 0), asked->bindings, asked->binding_count, &steps, arena);
	right = ask_matrix(formula_operand(product, 1), asked->bindings, asked->binding_count, &steps, arena);
	if (!left || !right)
		return NULL;
	return json_keep(arena, mark_open_product(left, right, arena));
}

const struct kind matrix_kind = {
	.name = "matrix",
	.question_keys = matrix_keys,
	.question_key_count = MATRIX_KEY_COUNT,
	.read = matrix_question_read,
	.read_answer = read_answer,
	.grade = grade,
	.reference = reference,
	.starter = starter,
	.idle = idle,
	.derived = derived,
	.value = value,
	.picture = picture,
	.generators = matrix_generators,
	.conditions = &sheet_conditions,
};
