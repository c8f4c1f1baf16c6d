/*
 * The kind `truth-table`.
 */
#include "truth_table.h"
#include <string.h>
#include "base/json.h"
#include "derived_words.h"
#include "grid_words.h"

enum { HEADING_BYTES = 60, REMARKED_EXTRAS = 3, TABLE_SHOWN_VARIABLES = 4 };

static const struct key_spec keys[] = {
	BOOLEAN_KEYS(true),
	BOOLEAN_KEYS_FUNCTION(true),
	{ .name = "columns",
		.type = KEY_STRINGS,
		.doc = "Intermediate columns, formulas in the order of the table: [\"a'\", \"a' + b\"]." },
	{ .name = "required",
		.type = KEY_BOOL,
		.doc = "true: the intermediate columns are asked, and every column has an equal share of the points. "
		       "false (default): they only help; the result's column has all of the points." },
};

static bool refuse(struct reader *reader, const char *pointer, const char *code)
{
	const char *most = arena_printf(reader->arena, "%d", TRUTH_COLUMNS_MAX - 1);

	reader_problem(
		reader, pointer, false, &boolean_grid_messages, code, (struct msg_param[]){ { "most", most }, { 0 } });
	return false;
}

/* ---- the rule of a column: its formula, with the columns before where they stand in it ---- */

struct ruling {
	const struct truth_question *question;
	size_t column;
	struct arena *arena;
};

static const struct expr *column_as_variable(const struct ruling *ruling, size_t column)
{
	return expr_variable(ruling->arena, ruling->question->shared.vocabulary.count + (unsigned)column);
}

/* Strikes the operands of `part` from those of `whole` that are left; false (nothing struck) when one is not there. */
static bool strike(const struct ruling *ruling, const struct expr *whole, const struct expr *part, bool *struck)
{
	bool *trial = arena_array(ruling->arena, whole->count, sizeof(*trial));

	memcpy(trial, struck, whole->count * sizeof(*trial));
	for (size_t i = 0; i < part->count; i++) {
		size_t at = 0;

		while (at < whole->count &&
			(trial[at] || !expr_alike(whole->operands[at], part->operands[i], ruling->arena)))
			at++;
		if (at == whole->count)
			return false;
		trial[at] = true;
	}
	memcpy(struck, trial, whole->count * sizeof(*trial));
	return true;
}

static const struct expr *rule_of(const struct ruling *ruling, const struct expr *expr)
{
	const struct expr **parts;
	bool *struck;
	size_t count = 0;

	if (expr->count == 0)
		return expr;
	for (size_t j = 0; j < ruling->column; j++) {
		if (expr_alike(expr, ruling->question->columns[j].expr, ruling->arena))
			return column_as_variable(ruling, j);
	}
	parts = arena_array(ruling->arena, expr->count, sizeof(*parts));
	struck = arena_array(ruling->arena, expr->count, sizeof(*struck));
	for (size_t j = ruling->column; j-- > 0;) {
		const struct expr *part = ruling->question->columns[j].expr;

		if (part->op == expr->op && part->count < expr->count && strike(ruling, expr, part, struck))
			parts[count++] = column_as_variable(ruling, j);
	}
	for (size_t i = 0; i < expr->count; i++) {
		if (!struck[i])
			parts[count++] = rule_of(ruling, expr->operands[i]);
	}
	return expr_new(ruling->arena, expr->op, parts, count);
}

/* ---- the exercise ---- */

/* The author's own text where it can stand between bars. */
static const char *heading_for(
	struct reader *reader, const struct boolean_spec *spec, const char *text, const struct expr *expr)
{
	if (strlen(text) <= HEADING_BYTES && !strpbrk(text, "|;,\t\n\\"))
		return text;
	return spec_text(spec, expr, reader->arena);
}

static bool is_taken(const struct truth_question *out, size_t count, const struct expr *expr, struct arena *arena)
{
	bool taken = expr->op == EXPR_VARIABLE;

	if (out->shared.function)
		taken |= expr_alike(expr, out->shared.function, arena);
	for (size_t i = 0; i < count; i++)
		taken |= expr_alike(expr, out->columns[i].expr, arena);
	return taken;
}

static bool read_columns(struct truth_question *out, struct reader *reader, json_t *object, const char *pointer)
{
	const json_t *list = json_object_get(object, "columns");
	const char *at = reader_pointer(reader, pointer, "columns");
	struct boolean_spec *spec = &out->shared;
	size_t count = json_array_size(list);

	if (count > TRUTH_COLUMNS_MAX - 1)
		return refuse(reader, at, "columns-too-many");
	out->columns = arena_array(reader->arena, count + 1, sizeof(*out->columns));
	out->count = count + 1;
	for (size_t i = 0; i < count; i++) {
		const char *place = reader_pointer_at(reader, at, i);
		const struct expr *expr = spec_read_formula(spec, reader, json_array_get(list, i), place);

		if (!expr)
			return false;
		if (is_taken(out, i, expr, reader->arena))
			return refuse(reader, place, "column-twice");
		struct truth_column *column = &out->columns[i];
		column->expr = expr_flat(expr, reader->arena);
		column->heading = heading_for(reader, spec, json_string_value(json_array_get(list, i)), expr);
		column->truth = table_of(expr, spec->vocabulary.count, reader->arena);
	}
	out->columns[count] = (struct truth_column){ .expr = spec->function, .heading = spec->name };
	out->columns[count].truth = spec->target.ones;
	return true;
}

static bool share_points(struct truth_question *out, struct reader *reader, const char *pointer, struct frac points)
{
	struct frac share = points;
	struct err err = { 0 };

	if (out->required && frac_div(&share, points, frac_int((int64_t)out->count), &err))
		return refuse(reader, pointer, "points-too-fine");
	for (size_t i = 0; i < out->count; i++)
		out->columns[i].max = out->required || i + 1 == out->count ? share : FRAC_ZERO;
	return true;
}

static void add_cells(struct buf *out, const struct truth_question *asked, uint32_t row, bool solved)
{
	for (size_t i = 0; i < asked->count; i++) {
		bool open = i + 1 == asked->count && !table_at(&asked->shared.care, row);
		const char *value = table_at(&asked->columns[i].truth, row) ? "1" : "0";

		buf_printf(out, " %s |", !solved ? " " : open ? "x" : value);
	}
	buf_addch(out, '\n');
}

/* A Markdown table: readable as it is, and in every editor. */
static const char *draw(const struct truth_question *asked, bool solved, struct arena *arena)
{
	const struct vocabulary *vocabulary = &asked->shared.vocabulary;
	struct buf cleanup_buf out = BUF_INIT;

	buf_addch(&out, '|');
	for (unsigned i = 0; i < vocabulary->count; i++)
		buf_printf(&out, " %s |", vocabulary->names[i]);
	for (size_t i = 0; i < asked->count; i++)
		buf_printf(&out, " %s |", asked->columns[i].heading);
	buf_addstr(&out, "\n|");
	for (size_t i = 0; i < vocabulary->count + asked->count; i++)
		buf_addstr(&out, "---|");
	buf_addch(&out, '\n');
	for (uint32_t row = 0; row < table_rows(vocabulary->count); row++) {
		buf_addch(&out, '|');
		for (unsigned i = 0; i < vocabulary->count; i++)
			buf_printf(&out, " %d |", (int)(row >> (vocabulary->count - 1 - i) & 1));
		add_cells(&out, asked, row, solved);
	}
	return arena_memdup(arena, buf_str(&out), out.len);
}

/* The result's column, 0 and 1 in turn. */
static const char *example(const struct boolean_spec *spec, struct arena *arena)
{
	cleanup_buf struct buf out = BUF_INIT;

	for (uint32_t row = 0; row < table_rows(spec->vocabulary.count); row++)
		buf_printf(&out, "%s\"%d\"", row > 0 ? ", " : "", (int)(row & 1));
	return arena_printf(arena, "{\"columns\": {\"%s\": [%s]}}", spec->name, buf_str(&out));
}

static void read_question(struct reader *reader, json_t *object, const char *pointer, struct question *question)
{
	struct truth_question *out = arena_alloc(reader->arena, sizeof(*out));

	out->required = reader_bool(object, "required", false);
	if (!spec_read(&out->shared, reader, object, pointer, TRUTH_VARIABLES_MAX) ||
		!spec_read_function(&out->shared, reader, object, pointer) ||
		!read_columns(out, reader, object, pointer) || !share_points(out, reader, pointer, question->points))
		return;
	for (size_t i = 0; i < out->count; i++) {
		struct ruling ruling = { out, i, reader->arena };

		if (out->columns[i].expr)
			out->columns[i].rule = rule_of(&ruling, expr_flat(out->columns[i].expr, reader->arena));
	}
	out->starter = draw(out, false, reader->arena);
	out->reference = draw(out, true, reader->arena);
	out->shared.example = example(&out->shared, reader->arena);
	question->spec = out;
}

/* ---- the answer ---- */

static enum reading read_filled(struct filled *out, struct paper *paper, struct grading *grading,
	const struct question *question, const json_t *answer, struct question_report *report)
{
	enum reading reading = grid_open(paper, grading, question, answer, report);

	return reading == READING_OK ? truth_table_read(out, paper, question->spec, answer) : reading;
}

static int read_answer(struct grading *grading, const struct question *question, const json_t *answer,
	enum reading *reading, struct question_report *report, struct err *err)
{
	struct filled filled;
	const struct truth_question *spec = question->spec;
	struct paper paper = { .messages = &boolean_messages, .example = spec->shared.example };

	*reading = paper_preview(&paper, read_filled(&filled, &paper, grading, question, answer, report));
	return 0;
}

static const char *column_text(
	const struct truth_question *asked, const struct table *truth, const enum cell *cells, struct arena *arena)
{
	struct buf cleanup_buf out = BUF_INIT;

	for (uint32_t row = 0; row < table_rows(asked->shared.vocabulary.count); row++)
		buf_printf(&out, "%s%s", row > 0 ? " " : "",
			cells                  ? grid_cell_name(cells[row])
			: table_at(truth, row) ? "1"
					       : "0");
	return arena_memdup(arena, buf_str(&out), out.len);
}

static int fill_row(struct paper *paper, struct test_report *row, const struct filled *filled, size_t index,
	const struct column_judgement *judged, struct err *err)
{
	const struct truth_question *asked = paper->question->spec;
	const struct truth_column *column = &asked->columns[index];

	row->expected = column_text(asked, &column->truth, NULL, paper->arena);
	row->got = column_text(asked, NULL, filled->cells[index], paper->arena);
	if (judged->right == judged->rows) {
		row_passed(row);
		return 0;
	}
	row_failed(row, truth_table_say(paper, asked, filled, index, judged));
	if (judged->blank)
		row->outcome = OUTCOME_BLANK;
	if (judged->by_carry)
		paper_remark(paper, grid_say(paper->arena, "column-carried",
					    (struct msg_param[]){ { "column", column->heading }, { 0 } }));
	return frac_mul(&row->points, judged->credit, column->max, err);
}

/* Columns of the student's own carry no points; a mistake in one is told all the same. */
static void remark_extras(struct paper *paper, const struct truth_question *asked, const struct filled *filled)
{
	unsigned variables = asked->shared.vocabulary.count, said = 0;

	for (size_t i = 0; i < filled->extra_count && said < REMARKED_EXTRAS; i++) {
		struct table truth = table_of(filled->extras[i].expr, variables, paper->arena);
		uint32_t row = 0;

		while (row < table_rows(variables) &&
			(filled->extras[i].cells[row] > CELL_1 ||
				(filled->extras[i].cells[row] == CELL_1) == table_at(&truth, row)))
			row++;
		if (row == table_rows(variables))
			continue;
		said++;
		paper_remark(paper,
			grid_say(paper->arena, "extra-column",
				(struct msg_param[]){
					{ "column", spec_text(&asked->shared, filled->extras[i].expr, paper->arena) },
					{ "row", spec_row(&asked->shared, row, paper->arena) },
					{ "wanted", table_at(&truth, row) ? "1" : "0" }, { 0 } }));
	}
}

static struct test_report *lay_out(
	struct paper *paper, const struct truth_question *asked, const struct filled *filled, size_t *list)
{
	size_t count = 0;

	for (size_t i = 0; i < asked->count; i++) {
		if (asked->required || i + 1 == asked->count || (filled && filled->shown[i]))
			list[count++] = i;
	}
	struct test_report *rows = paper_rows(paper, count);
	for (size_t i = 0; i < count; i++) {
		rows[i].name = asked->columns[list[i]].heading;
		rows[i].max = asked->columns[list[i]].max;
	}
	return rows;
}

static int grade(struct grading *grading, const struct question *question, const json_t *answer,
	struct question_report *report, struct err *err)
{
	const struct truth_question *asked = question->spec;
	struct column_judgement judged[TRUTH_COLUMNS_MAX];
	size_t list[TRUTH_COLUMNS_MAX];
	struct test_report *rows;
	struct filled filled;
	const struct truth_question *spec = question->spec;
	struct paper paper = { .messages = &boolean_messages, .example = spec->shared.example };

	switch (read_filled(&filled, &paper, grading, question, answer, report)) {
	case READING_UNREADABLE:
		return 0;
	case READING_BLANK:
		lay_out(&paper, asked, NULL, list);
		paper_blank(&paper);
		return 0;
	case READING_OK:
		break;
	}
	rows = lay_out(&paper, asked, &filled, list);
	if (truth_table_judge(judged, asked, &filled, paper.arena, err))
		return -1;
	for (size_t i = 0; i < report->test_count; i++) {
		if (fill_row(&paper, &rows[i], &filled, list[i], &judged[list[i]], err))
			return -1;
	}
	remark_extras(&paper, asked, &filled);
	return paper_settle(&paper, err);
}

static json_t *reference(const struct question *question, struct arena *arena)
{
	const struct truth_question *asked = question->spec;

	return json_keep(arena, json_string(asked->reference));
}

static const char *starter(const struct question *question)
{
	const struct truth_question *asked = question->spec;

	return asked->starter;
}

/* The table as far as one reads it, else the rows of each column. */
static void derived(struct derived *out, const struct question *question)
{
	const struct truth_question *asked = question->spec;
	unsigned variables = asked->shared.vocabulary.count;

	if (variables <= TABLE_SHOWN_VARIABLES) {
		derived_add(out, grid_say(out->arena, "derived-table",
					 (struct msg_param[]){ { "text", asked->reference }, { 0 } }));
		return;
	}
	for (size_t i = 0; i + 1 < asked->count; i++) {
		struct target column = { asked->columns[i].truth, table_new(variables, out->arena) };

		derived_rows(out, &asked->shared, asked->columns[i].heading, &column);
	}
	derived_rows(out, &asked->shared, asked->shared.name, &asked->shared.target);
}

const struct kind truth_table_kind = {
	.name = "truth-table",
	.typing = TYPING_FORMULA,
	.question_keys = keys,
	.question_key_count = sizeof(keys) / sizeof(keys[0]),
	.read = read_question,
	.read_answer = read_answer,
	.grade = grade,
	.reference = reference,
	.starter = starter,
	.derived = derived,
};
