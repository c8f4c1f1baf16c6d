/* The short notation of the tests of formulas. */
#include "formula.h"
#include <string.h>

struct reader {
	const char *at;
	struct arena *arena;
};

static const char signs[] = { '=', '>', '+', '^', '|', '_', '\0' };
static const enum expr_op ops[] = { EXPR_IFF, EXPR_IMPLIES, EXPR_OR, EXPR_XOR, EXPR_NAND, EXPR_NOR, EXPR_AND };
enum { PRODUCT = sizeof(ops) / sizeof(ops[0]) - 1 };

unsigned roll(struct dice *dice, unsigned bound)
{
	dice->state = dice->state * 6364136223846793005ULL + 1442695040888963407ULL;
	return (unsigned)(dice->state >> 33) % bound;
}

static const struct expr *read_level(struct reader *reader, unsigned level);

static const struct expr *read_factor(struct reader *reader)
{
	const struct expr *expr;
	char sign = *reader->at++;

	if (sign == '!')
		return expr_not(reader->arena, read_factor(reader));
	if (sign == '(') {
		expr = read_level(reader, 0);
		assert_int_equal(*reader->at, ')');
		reader->at++;
	} else if (sign == '0' || sign == '1') {
		expr = expr_constant(reader->arena, sign == '1');
	} else {
		assert_in_range(sign, 'a', 'p');
		expr = expr_variable(reader->arena, (unsigned)(sign - 'a'));
	}
	for (; *reader->at == '\''; reader->at++)
		expr = expr_not(reader->arena, expr);
	return expr;
}

static const struct expr *read_level(struct reader *reader, unsigned level)
{
	const struct expr *list[64];
	size_t count = 0;

	if (level > PRODUCT)
		return read_factor(reader);
	list[count++] = read_level(reader, level + 1);
	while (level == PRODUCT ? *reader->at != '\0' && strchr("=>+^|_)", *reader->at) == NULL
				: *reader->at == signs[level]) {
		reader->at += level < PRODUCT;
		assert_true(count < 64);
		if (ops[level] == EXPR_IMPLIES) {
			list[count++] = read_level(reader, level);
			break;
		}
		list[count++] = read_level(reader, level + 1);
	}
	return expr_new(reader->arena, ops[level], list, count);
}

const struct expr *formula(const char *text, struct arena *arena)
{
	char *tight = arena_strdup(arena, text), *end = tight;
	struct reader reader = { tight, arena };
	const struct expr *expr;

	for (const char *c = text; *c != '\0'; c++) {
		if (*c != ' ')
			*end++ = *c;
	}
	*end = '\0';
	expr = read_level(&reader, 0);
	if (*reader.at != '\0')
		fail_msg("'%s' is no formula", text);
	return expr;
}

const char *formula_text(const struct expr *expr, struct arena *arena)
{
	const char *text = "";

	if (expr == NULL)
		return "-";
	if (expr->op == EXPR_CONSTANT)
		return expr->value ? "1" : "0";
	if (expr->op == EXPR_VARIABLE)
		return arena_printf(arena, "%c", 'a' + (int)expr->value);
	if (expr->op == EXPR_NOT)
		return arena_printf(arena, "%s'", formula_text(expr->operands[0], arena));
	for (size_t i = 0; i < expr->count; i++) {
		unsigned level = 0;

		while (ops[level] != expr->op)
			level++;
		text = arena_printf(arena, "%s%.*s%s", text, i > 0 && signs[level] != '\0', &signs[level],
			formula_text(expr->operands[i], arena));
	}
	return arena_printf(arena, "(%s)", text);
}

const struct expr *formula_drawn(struct dice *dice, unsigned variables, unsigned depth, bool all, struct arena *arena)
{
	static const enum expr_op several[] = { EXPR_AND, EXPR_OR, EXPR_XOR, EXPR_IFF };
	static const enum expr_op pairs[] = { EXPR_NAND, EXPR_NOR, EXPR_IMPLIES };
	const struct expr *operands[4];
	unsigned kind = depth == 0 ? 0 : roll(dice, all ? 8 : 6);
	size_t count = kind < 6 ? 2 + roll(dice, 3) : 2;

	if (kind == 0)
		return all && roll(dice, 9) == 0 ? expr_constant(arena, roll(dice, 2))
						 : expr_variable(arena, roll(dice, variables));
	if (kind == 1)
		return expr_not(arena, formula_drawn(dice, variables, depth - 1, all, arena));
	for (size_t i = 0; i < count; i++)
		operands[i] = formula_drawn(dice, variables, depth - 1, all, arena);
	return expr_new(arena, kind < 6 ? several[roll(dice, all ? 4 : 2)] : pairs[roll(dice, 3)], operands, count);
}
