#include <string.h>
#include "ask.h"
#include "base/json.h"
#include "grader_matrix/grader_matrix.h"
#include "judge.h"
#include "mistakes.h"
#include "picture/picture.h"

enum { EXPANSION_BYTES_MAX = 300, CELL_BYTES_MAX = 24, EXPLAIN_STEPS = 100000 };

/* ---- words ---- */

/* In parentheses where a sign would stand behind another one. */
static void put_number(struct buf *out, const struct number *number, bool first, enum lang lang, struct arena *arena)
{
	bool brackets = (!first && number_sign(number) < 0) || !number_is_integer(number);

	buf_addstr(out, brackets ? "(" : "");
	buf_addstr(out, number_text(number, NUMBER_EXACT, lang, arena));
	buf_addstr(out, brackets ? ")" : "");
}

bool product_expand(struct buf *out, const struct product_cell *cell, enum lang lang, struct arena *arena)
{
	for (size_t k = 0; k < cell->left->columns; k++) {
		buf_addstr(out, k > 0 ? cell->plus : "");
		put_number(out, matrix_at(cell->left, cell->row, k), k == 0, lang, arena);
		buf_addstr(out, "\u00d7");
		put_number(out, matrix_at(cell->right, k, cell->column), false, lang, arena);
	}
	return out->len <= EXPANSION_BYTES_MAX;
}

const struct number *product_sum(const struct product_cell *cell, struct arena *arena)
{
	const struct number *sum = number_of(0, arena);

	for (size_t k = 0; k < cell->left->columns; k++)
		sum = number_add(sum,
			number_mul(matrix_at(cell->left, cell->row, k), matrix_at(cell->right, k, cell->column), arena),
			arena);
	return sum;
}

static const char *drawn_cell(const struct number *number, struct arena *arena)
{
	const char *text = number ? number_text(number, NUMBER_EXACT, LANG_FR, arena) : "";

	return strlen(text) > CELL_BYTES_MAX ? "\u2026" : text;
}

static json_t *drawn_rows(const struct grid *grid, struct arena *arena)
{
	json_t *rows = json_array();

	for (size_t i = 0; i < grid->rows; i++) {
		json_t *row = json_array();

		for (size_t j = 0; j < grid->columns; j++)
			json_array_append_new(row, json_string(drawn_cell(grid_at(grid, i, j), arena)));
		json_array_append_new(rows, row);
	}
	return rows;
}

static struct grid grid_of(const struct matrix *a)
{
	return (struct grid){ a->rows, a->columns, a->cells };
}

json_t *product_picture(
	const struct product_cell *cell, const struct grid *result, const char *shown, struct arena *arena)
{
	struct grid left = grid_of(cell->left), right = grid_of(cell->right);
	struct msg_text title = msg_make(arena, &matrix_messages, "picture-title",
		(struct msg_param[]){ { "row", arena_printf(arena, "%zu", cell->row + 1) },
			{ "column", arena_printf(arena, "%zu", cell->column + 1) }, { 0 } });
	json_t *rows = drawn_rows(result, arena), *picture;

	json_array_set_new(json_array_get(rows, cell->row), cell->column, json_string(shown));
	picture = json_pack("{s:s, s:{s:s, s:s}, s:o, s:o, s:o, s:i, s:i}", "picture", "product", "title", "fr",
		title.fr, "en", title.en, "left", drawn_rows(&left, arena), "right", drawn_rows(&right, arena),
		"result", rows, "row", (int)cell->row, "column", (int)cell->column);
	if (picture && picture_check(picture))
		return picture;
	json_decref(picture);
	return NULL;
}

/* ---- where a cell comes from ---- */

enum way { WAY_NONE, WAY_PRODUCT, WAY_TERMS, WAY_SCALED, WAY_NEGATED };

struct source {
	enum way way;
	bool boolean;
	const struct matrix *left, *right; /* of a product; of a sum; `right` is the scaled one */
	const struct number *scalar;
	const char *sign; /* between two terms */
};

struct sourcing {
	const struct judging *judging;
	size_t steps;
	struct arena *arena;
};

static const struct matrix *value_of(struct sourcing *sourcing, const struct formula *formula, size_t i)
{
	return ask_matrix(formula_operand(formula, i), sourcing->judging->bindings,
		sourcing->judging->asked->binding_count, &sourcing->steps, sourcing->arena);
}

static const struct number *scalar_of(struct sourcing *sourcing, const struct formula *formula)
{
	struct value value;
	struct slip slip;

	if (formula_value_within(&value, formula, sourcing->judging->bindings, sourcing->judging->asked->binding_count,
		    &sourcing->steps, sourcing->arena, &slip) ||
		value.kind != VALUE_NUMBER)
		return NULL;
	return value.number;
}

static struct source of_power(struct sourcing *sourcing, const struct formula *formula, bool boolean)
{
	struct source source = { .way = WAY_NONE, .boolean = boolean };
	long exponent;

	if (!ask_exponent(&exponent, formula) || exponent < 2)
		return source;
	source.right = value_of(sourcing, formula, 0);
	source.left = (boolean ? matrix_boolean_power : matrix_power)(source.right, exponent - 1, sourcing->arena);
	source.right = boolean ? matrix_boolean(source.right, sourcing->arena) : source.right;
	source.way = source.left ? WAY_PRODUCT : WAY_NONE;
	return source;
}

static struct source of_product(struct sourcing *sourcing, const struct formula *formula)
{
	struct source source = { .left = value_of(sourcing, formula, 0), .right = value_of(sourcing, formula, 1) };

	source.way = source.left && source.right ? WAY_PRODUCT : WAY_SCALED;
	if (source.way == WAY_PRODUCT)
		return source;
	source.scalar = scalar_of(sourcing, formula_operand(formula, source.left ? 1 : 0));
	source.right = source.left ? source.left : source.right;
	source.way = source.scalar && source.right ? WAY_SCALED : WAY_NONE;
	return source;
}

static struct source source_of(struct sourcing *sourcing, const struct formula *formula)
{
	struct source source = { .way = WAY_NONE, .boolean = ask_is_boolean(formula) };
	bool sum = ask_calls(formula, "bool_sum");

	if (formula_op(formula) == FORMULA_POWER || ask_calls(formula, "bool_power"))
		return of_power(sourcing, formula, source.boolean && formula_op(formula) == FORMULA_CALL);
	if (formula_op(formula) == FORMULA_MUL)
		return of_product(sourcing, formula);
	source.sign = sum ? " \u2295 " : formula_op(formula) == FORMULA_ADD ? " + " : " \u2212 ";
	if (sum || ask_calls(formula, "bool_product") || formula_op(formula) == FORMULA_ADD ||
		formula_op(formula) == FORMULA_SUB) {
		bool product = ask_calls(formula, "bool_product");

		source.left = value_of(sourcing, formula, 0);
		source.right = value_of(sourcing, formula, 1);
		source.boolean = sum || product;
		source.way = !source.left || !source.right ? WAY_NONE : product ? WAY_PRODUCT : WAY_TERMS;
	} else if (formula_op(formula) == FORMULA_NEG) {
		source.right = value_of(sourcing, formula, 0);
		source.way = source.right ? WAY_NEGATED : WAY_NONE;
	}
	return source;
}

/* ---- the sentence ---- */

struct sentence {
	const struct judging *judging;
	const struct judged *judged;
	const struct source *source;
	struct arena *arena;
};

static bool expand(struct buf *out, const struct sentence *sentence, enum lang lang)
{
	const struct source *source = sentence->source;
	size_t i = sentence->judged->row, j = sentence->judged->column;
	struct product_cell cell = { source->left, source->right, i, j, source->boolean ? " \u2295 " : " + " };
	struct arena *arena = sentence->arena;

	switch (source->way) {
	case WAY_PRODUCT:
		return product_expand(out, &cell, lang, arena);
	case WAY_TERMS:
		put_number(out, matrix_at(source->left, i, j), true, lang, arena);
		buf_addstr(out, source->sign);
		put_number(out, matrix_at(source->right, i, j), false, lang, arena);
		break;
	case WAY_SCALED:
		put_number(out, source->scalar, true, lang, arena);
		buf_addstr(out, "\u00d7");
		put_number(out, matrix_at(source->right, i, j), false, lang, arena);
		break;
	case WAY_NEGATED:
		buf_addstr(out, "\u2212");
		put_number(out, matrix_at(source->right, i, j), false, lang, arena);
		break;
	case WAY_NONE:
		return false;
	}
	return out->len <= EXPANSION_BYTES_MAX;
}

/* What the expansion gives before it is reduced modulo n; NULL: what is asked. */
static const struct number *unreduced(const struct sentence *sentence)
{
	const struct source *source = sentence->source;
	size_t i = sentence->judged->row, j = sentence->judged->column;
	struct product_cell cell = { source->left, source->right, i, j, "" };
	struct arena *arena = sentence->arena;

	if (source->boolean || source->way == WAY_NONE)
		return NULL;
	if (source->way == WAY_PRODUCT)
		return product_sum(&cell, arena);
	if (source->way == WAY_SCALED)
		return number_mul(source->scalar, matrix_at(source->right, i, j), arena);
	if (source->way == WAY_NEGATED)
		return number_neg(matrix_at(source->right, i, j), arena);
	return (strcmp(source->sign, " + ") == 0 ? number_add : number_sub)(
		matrix_at(source->left, i, j), matrix_at(source->right, i, j), arena);
}

static void put_params(struct msg_param *out, const struct sentence *sentence, const char *expansion, enum lang lang)
{
	const struct judged *judged = sentence->judged;
	struct arena *arena = sentence->arena;
	const struct number *wanted = matrix_at(sentence->judging->truth, judged->row, judged->column);
	const struct number *got = grid_at(sentence->judging->grid, judged->row, judged->column);
	const struct number *sum = unreduced(sentence), *modulus = sentence->judging->asked->modulus;
	const struct msg_param params[] = { { "row", arena_printf(arena, "%zu", judged->row + 1) },
		{ "column", arena_printf(arena, "%zu", judged->column + 1) }, { "expansion", expansion },
		{ "wanted", number_text(wanted, NUMBER_EXACT, lang, arena) },
		{ "sum", sum ? number_text(sum, NUMBER_EXACT, lang, arena) : "" },
		{ "got", got ? number_text(got, NUMBER_EXACT, lang, arena) : "" },
		{ "modulus", modulus ? number_plain(modulus, arena) : "" }, { 0 } };

	memcpy(out, params, sizeof(params));
}

static struct msg_text say(const struct sentence *sentence)
{
	const struct judged *judged = sentence->judged;
	const struct number *got = grid_at(sentence->judging->grid, judged->row, judged->column);
	const struct number *wanted = matrix_at(sentence->judging->truth, judged->row, judged->column);
	const struct number *sum = unreduced(sentence);
	struct buf cleanup_buf fr = BUF_INIT, en = BUF_INIT;
	struct msg_param in_fr[8], in_en[8];
	bool expanded = expand(&fr, sentence, LANG_FR) && expand(&en, sentence, LANG_EN);
	bool product = sentence->source->way == WAY_PRODUCT, reduced = sum && !number_same(sum, wanted);
	const char *code = !expanded ? "cell-value" : product ? "cell-product" : "cell-sum";

	if (expanded && reduced)
		code = sentence->judging->asked->modulus ? "cell-modulo" : "cell-value";
	put_params(in_fr, sentence, arena_memdup(sentence->arena, buf_str(&fr), fr.len), LANG_FR);
	put_params(in_en, sentence, arena_memdup(sentence->arena, buf_str(&en), en.len), LANG_EN);
	if (!got)
		code = arena_printf(sentence->arena, "%s-blank", code);
	return msg_make_both(sentence->arena, &matrix_messages, code, in_fr, in_en);
}

/* A · X = I fails somewhere: there, with the student's own matrix. */
static bool explain_inverse(struct explained *out, const struct judging *judging, struct sourcing *sourcing)
{
	struct arena *arena = sourcing->arena;
	const struct formula *inside = ask_inside(judging->asked->ask);
	const struct matrix *a = judging->asked->inverted ? value_of(sourcing, inside, 0) : NULL;
	const struct matrix *answer = grid_matrix(judging->grid, arena), *product = matrix_mul(a, answer, arena), *one;
	struct buf cleanup_buf fr = BUF_INIT, en = BUF_INIT;
	struct product_cell cell = { a, answer, 0, 0, " + " };
	size_t at = 0;

	if (judging->asked->modulus)
		product = matrix_mod(product, judging->asked->modulus, arena);
	if (!product || product->columns != product->rows)
		return false;
	one = matrix_identity(a->rows, arena);
	while (at < a->rows * a->rows && number_same(product->cells[at], one->cells[at]))
		at++;
	if (at == a->rows * a->rows)
		return false;
	cell.row = at / a->rows;
	cell.column = at % a->rows;
	if (!product_expand(&fr, &cell, LANG_FR, arena) || !product_expand(&en, &cell, LANG_EN, arena))
		return false;
	const char *row = arena_printf(arena, "%zu", cell.row + 1),
		   *column = arena_printf(arena, "%zu", cell.column + 1);
	const char *wanted = cell.row == cell.column ? "1" : "0";
	const char *name = ask_shown(formula_operand(inside, 0), arena);
	const struct number *sum = product_sum(&cell, arena);
	out->message = msg_make_both(arena, &matrix_messages,
		judging->asked->modulus ? "inverse-check-mod" : "inverse-check",
		(struct msg_param[]){ { "row", row }, { "column", column }, { "wanted", wanted }, { "name", name },
			{ "expansion", arena_memdup(arena, buf_str(&fr), fr.len) },
			{ "modulus", judging->asked->modulus ? number_plain(judging->asked->modulus, arena) : "" },
			{ "sum", number_text(sum, NUMBER_EXACT, LANG_FR, arena) }, { 0 } },
		(struct msg_param[]){ { "row", row }, { "column", column }, { "wanted", wanted }, { "name", name },
			{ "expansion", arena_memdup(arena, buf_str(&en), en.len) },
			{ "modulus", judging->asked->modulus ? number_plain(judging->asked->modulus, arena) : "" },
			{ "sum", number_text(sum, NUMBER_EXACT, LANG_EN, arena) }, { 0 } });
	struct grid result = grid_of(product);
	out->discreet = true;
	out->picture = product_picture(&cell, &result, drawn_cell(sum, arena), arena);
	return true;
}

void cell_explain(
	struct explained *out, const struct judging *judging, const struct judged *judged, struct arena *arena)
{
	struct sourcing sourcing = { judging, EXPLAIN_STEPS, arena };
	struct source source;
	const struct sentence sentence = { judging, judged, &source, arena };

	*out = (struct explained){ .discreet = false };
	if (explain_inverse(out, judging, &sourcing))
		return;
	source = source_of(&sourcing, ask_inside(judging->asked->ask));
	out->message = say(&sentence);
	if (source.way == WAY_PRODUCT) {
		struct product_cell cell = { source.left, source.right, judged->row, judged->column, " + " };
		struct grid result = grid_of(judging->truth);
		const struct number *sum = unreduced(&sentence),
				    *wanted = matrix_at(judging->truth, judged->row, judged->column);
		const char *shown = drawn_cell(wanted, arena);

		if (sum && !number_same(sum, wanted))
			shown = arena_printf(arena, "%s \u2261 %s", drawn_cell(sum, arena), shown);
		out->picture = product_picture(&cell, &result, shown, arena);
	}
}
