/*
 * What is wrong with a column, most precise first: an operator read as another one, all values exchanged, two columns
 * exchanged, rows in reversed order; else the first wrong row, in the exercise's words.
 */
#include "grid_words.h"
#include "truth_table.h"

enum { OCCURRENCES_MAX = 32 };

/* One operator read as another. */
struct misreading {
	enum expr_op from, to;
	bool reversed; /* operands exchanged */
	const char *code;
};

static const struct misreading likely[] = {
	{ EXPR_IMPLIES, EXPR_IFF, false, "implies-as-iff" },
	{ EXPR_IMPLIES, EXPR_AND, false, "implies-as-and" },
	{ EXPR_IMPLIES, EXPR_IMPLIES, true, "implies-reversed" },
	{ EXPR_IFF, EXPR_IMPLIES, false, "iff-as-implies" },
	{ EXPR_IFF, EXPR_IMPLIES, true, "iff-as-implies" },
	{ EXPR_IFF, EXPR_AND, false, "iff-as-and" },
	{ EXPR_XOR, EXPR_OR, false, "xor-as-or" },
	{ EXPR_OR, EXPR_XOR, false, "or-as-xor" },
};
static const struct misreading less_likely[] = {
	{ EXPR_OR, EXPR_AND, false, "or-as-and" },
	{ EXPR_AND, EXPR_OR, false, "and-as-or" },
	{ EXPR_NOT, EXPR_NOT, false, "not-forgotten" },
};

struct rewriting {
	const struct misreading *misreading;
	size_t only, seen; /* which occurrence; SIZE_MAX: all */
	struct arena *arena;
};

static const struct expr *rewrite(struct rewriting *rewriting, const struct expr *expr)
{
	const struct misreading *misreading = rewriting->misreading;
	const struct expr **parts;
	bool here = false;

	if (expr->count == 0)
		return expr;
	if (expr->op == misreading->from)
		here = rewriting->only == SIZE_MAX || rewriting->only == rewriting->seen;
	rewriting->seen += expr->op == misreading->from;
	parts = arena_array(rewriting->arena, expr->count, sizeof(*parts));
	for (size_t i = 0; i < expr->count; i++)
		parts[misreading->reversed && here ? expr->count - 1 - i : i] = rewrite(rewriting, expr->operands[i]);
	if (!here)
		return expr_new(rewriting->arena, expr->op, parts, expr->count);
	if (expr->op == EXPR_NOT)
		return parts[0];
	if (misreading->to == EXPR_IMPLIES && expr->count != 2)
		return expr;
	return expr_new(rewriting->arena, misreading->to, parts, expr->count);
}

struct diagnosis {
	struct paper *paper;
	const struct truth_question *asked;
	const struct filled *filled;
	size_t column;
	struct table own; /* what the student filled in */
	const struct table *care; /* NULL: everywhere */
};

static bool same_as(const struct diagnosis *diagnosis, const struct table *table)
{
	return table_difference(&diagnosis->own, table, diagnosis->care) < 0;
}

static bool read_as(const struct diagnosis *diagnosis, const struct misreading *misreading)
{
	const struct expr *expr = diagnosis->asked->columns[diagnosis->column].expr;
	struct rewriting rewriting = { misreading, SIZE_MAX, 0, diagnosis->paper->arena };
	unsigned variables = diagnosis->asked->shared.vocabulary.count;
	struct table table = table_of(rewrite(&rewriting, expr), variables, diagnosis->paper->arena);
	size_t occurrences = rewriting.seen;

	if (occurrences > 0 && same_as(diagnosis, &table))
		return true;
	for (size_t i = 0; occurrences > 1 && i < occurrences && i < OCCURRENCES_MAX; i++) {
		rewriting.only = i;
		rewriting.seen = 0;
		table = table_of(rewrite(&rewriting, expr), variables, diagnosis->paper->arena);
		if (same_as(diagnosis, &table))
			return true;
	}
	return false;
}

static const char *misread(const struct diagnosis *diagnosis, const struct misreading *list, size_t count)
{
	if (!diagnosis->asked->columns[diagnosis->column].expr)
		return NULL;
	for (size_t i = 0; i < count; i++) {
		if (read_as(diagnosis, &list[i]))
			return list[i].code;
	}
	return NULL;
}

/* The column of the student's as a table; false when a cell that counts holds no value. */
static bool take_column(struct table *out, const struct diagnosis *diagnosis, size_t column)
{
	unsigned variables = diagnosis->asked->shared.vocabulary.count;
	bool whole = true;

	*out = table_new(variables, diagnosis->paper->arena);
	for (uint32_t row = 0; row < table_rows(variables); row++) {
		enum cell cell = diagnosis->filled->cells[column][row];

		table_set(out, row, cell == CELL_1);
		whole &= cell <= CELL_1 || (diagnosis->care && !table_at(diagnosis->care, row));
	}
	return whole;
}

/* The other column, when the two are exchanged; NULL. */
static const struct truth_column *exchanged_with(const struct diagnosis *diagnosis)
{
	const struct truth_question *asked = diagnosis->asked;

	for (size_t i = 0; i < asked->count; i++) {
		struct table other;

		if (i == diagnosis->column || !diagnosis->filled->shown[i] || !take_column(&other, diagnosis, i))
			continue;
		if (same_as(diagnosis, &asked->columns[i].truth) &&
			table_same(&other, &asked->columns[diagnosis->column].truth))
			return &asked->columns[i];
	}
	return NULL;
}

static bool is_reversed(const struct diagnosis *diagnosis)
{
	const struct table *truth = &diagnosis->asked->columns[diagnosis->column].truth;
	uint32_t last = table_rows(truth->variables) - 1;
	struct table turned = table_new(truth->variables, diagnosis->paper->arena);

	for (uint32_t row = 0; row <= last; row++)
		table_set(&turned, row, table_at(truth, last - row));
	return same_as(diagnosis, &turned);
}

static const char *pattern_of(const struct diagnosis *diagnosis, const char **other)
{
	const struct truth_column *asked = &diagnosis->asked->columns[diagnosis->column], *exchanged;
	const char *code = misread(diagnosis, likely, sizeof(likely) / sizeof(likely[0]));
	struct table negated = table_not(&asked->truth, diagnosis->paper->arena);

	if (code)
		return code;
	exchanged = exchanged_with(diagnosis);
	if (exchanged) {
		*other = exchanged->heading;
		return "columns-exchanged";
	}
	if (same_as(diagnosis, &negated))
		return "column-negated";
	code = misread(diagnosis, less_likely, sizeof(less_likely) / sizeof(less_likely[0]));
	if (!code && is_reversed(diagnosis))
		return "rows-reversed";
	return code;
}

static struct msg_text say_first(const struct diagnosis *diagnosis, uint32_t row)
{
	const struct truth_question *asked = diagnosis->asked;
	const struct truth_column *column = &asked->columns[diagnosis->column];
	struct arena *arena = diagnosis->paper->arena;
	enum cell cell = diagnosis->filled->cells[diagnosis->column][row];
	bool wanted = table_at(&column->truth, row), last = diagnosis->column + 1 == asked->count;
	struct msg_text words = spec_row_meant(&asked->shared, row, arena), should = { .fr = "", .en = "" };
	const char *code = cell == CELL_BLANK ? "column-unfinished" : "column-first";

	if (last)
		should = spec_result_meant(&asked->shared, wanted, arena);
	struct msg_param fr[] = { { "column", column->heading }, { "row", words.fr }, { "should", should.fr },
		{ "wanted", wanted ? "1" : "0" }, { "got", grid_cell_name(cell) }, { 0 } };
	struct msg_param en[] = { { "column", column->heading }, { "row", words.en }, { "should", should.en },
		{ "wanted", wanted ? "1" : "0" }, { "got", grid_cell_name(cell) }, { 0 } };
	return grid_say_both(arena, code, fr, en);
}

static uint32_t first_wrong(const struct diagnosis *diagnosis)
{
	const struct table *truth = &diagnosis->asked->columns[diagnosis->column].truth;
	uint32_t blank = UINT32_MAX;

	for (uint32_t row = 0; row < table_rows(truth->variables); row++) {
		enum cell cell = diagnosis->filled->cells[diagnosis->column][row];

		if (diagnosis->care && !table_at(diagnosis->care, row))
			continue;
		if (cell == CELL_BLANK && blank == UINT32_MAX)
			blank = row;
		if (cell != CELL_BLANK && (cell == CELL_OPEN || (cell == CELL_1) != table_at(truth, row)))
			return row;
	}
	return blank == UINT32_MAX ? 0 : blank;
}

struct msg_text truth_table_say(struct paper *paper, const struct truth_question *asked, const struct filled *filled,
	size_t column, const struct column_judgement *judged)
{
	struct diagnosis diagnosis = { .paper = paper, .asked = asked, .filled = filled, .column = column };
	struct msg_param params[] = { { "column", asked->columns[column].heading }, { "other", "" }, { 0 } };

	if (judged->blank)
		return grid_say(paper->arena, "column-blank", params);
	if (column + 1 == asked->count)
		diagnosis.care = &asked->shared.care;
	if (take_column(&diagnosis.own, &diagnosis, column) && judged->right < judged->rows) {
		const char *code = pattern_of(&diagnosis, &params[1].value);
		if (code)
			return grid_say(paper->arena, code, params);
	}
	return say_first(&diagnosis, judged->first >= 0 ? (uint32_t)judged->first : first_wrong(&diagnosis));
}
