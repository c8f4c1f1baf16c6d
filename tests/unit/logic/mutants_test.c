/*
 * Each mistake is made in drawn formulas: it must be found, as itself or as another single edit that makes the formula right.
 *
 * The mutations here are written apart from the search, as what a student does, not as its reverse.
 */
#include "formula.h"
#include "logic/neighbour.h"

static const struct expr *negated(const struct expr *expr, struct arena *arena)
{
	return expr->op == EXPR_NOT ? expr->operands[0] : expr_not(arena, expr);
}

static const struct expr *list_of(
	const struct expr *expr, size_t i, const struct expr *by, enum expr_op op, struct arena *arena)
{
	const struct expr *list[16];
	size_t count = 0;

	for (size_t k = 0; k < expr->count; k++) {
		if (k != i)
			list[count++] = expr->operands[k];
		else if (by != NULL)
			list[count++] = by;
	}
	return expr_new(arena, op, list, count);
}

static const struct expr *each_negated(const struct expr *expr, enum expr_op op, struct arena *arena)
{
	const struct expr *list[16];

	for (size_t i = 0; i < expr->count; i++)
		list[i] = expr_not(arena, expr->operands[i]);
	return expr_new(arena, op, list, expr->count);
}

static enum expr_op dual(enum expr_op op)
{
	return op == EXPR_AND ? EXPR_OR : EXPR_AND;
}

static bool sum_or_product(const struct expr *expr)
{
	return expr->op == EXPR_AND || expr->op == EXPR_OR;
}

static const struct expr *dual_of(const struct expr *expr, struct arena *arena)
{
	const struct expr *list[16];

	if (expr->count == 0)
		return expr;
	for (size_t i = 0; i < expr->count; i++)
		list[i] = dual_of(expr->operands[i], arena);
	return expr_new(arena, sum_or_product(expr) ? dual(expr->op) : expr->op, list, expr->count);
}

/* Bars: the mistake at this very node, or NULL when it is not possible there. */
static const struct expr *wrong_bar(
	enum mistake mistake, const struct expr *expr, struct dice *dice, struct arena *arena)
{
	const struct expr *under = expr->op == EXPR_NOT ? expr->operands[0] : NULL, *one;
	size_t k = expr->count > 0 ? roll(dice, (unsigned)expr->count) : 0;

	switch (mistake) {
	case MISTAKE_DE_MORGAN:
		if (under != NULL && sum_or_product(under))
			return each_negated(under, under->op, arena);
		return sum_or_product(expr) && roll(dice, 2) ? expr_not(arena, each_negated(expr, expr->op, arena))
							     : NULL;
	case MISTAKE_BAR_MISSING:
		return under;
	case MISTAKE_BAR_EXTRA:
		return under == NULL ? expr_not(arena, expr) : NULL;
	case MISTAKE_BAR_TOO_LONG:
		if (!sum_or_product(expr) || expr->operands[k]->op != EXPR_NOT ||
			expr->operands[k]->operands[0]->op == EXPR_NOT)
			return NULL;
		return expr_not(arena, list_of(expr, k, expr->operands[k]->operands[0], expr->op, arena));
	case MISTAKE_BAR_TOO_SHORT:
		if (under == NULL || !sum_or_product(under))
			return NULL;
		one = under->operands[roll(dice, (unsigned)under->count)];
		for (k = 0; under->operands[k] != one; k++)
			;
		return list_of(under, k, expr_not(arena, one), under->op, arena);
	default:
		return NULL;
	}
}

/* Parentheses left out: a(b + c) becomes ab + c; or too many: ab + c becomes a(b + c). */
static const struct expr *wrong_parentheses(const struct expr *expr, struct arena *arena)
{
	enum expr_op other = dual(expr->op);
	size_t last = expr->count - 1;
	const struct expr *inner = sum_or_product(expr) ? expr->operands[last] : NULL, *joined;

	if (inner == NULL || inner->op != other)
		return NULL;
	if (expr->op == EXPR_AND) {
		joined = list_of(expr, last, inner->operands[0], EXPR_AND, arena);
		return list_of(inner, 0, joined, EXPR_OR, arena);
	}
	joined = list_of(expr, last, inner->operands[0], EXPR_OR, arena);
	return list_of(inner, 0, joined, EXPR_AND, arena);
}

static const struct expr *wrong_sign(
	enum mistake mistake, const struct expr *expr, struct dice *dice, struct arena *arena)
{
	enum expr_op op = expr->op;

	switch (mistake) {
	case MISTAKE_IMPLICATION_REVERSED:
		return op == EXPR_IMPLIES ? expr_pair(arena, op, expr->operands[1], expr->operands[0]) : NULL;
	case MISTAKE_IFF_FOR_IMPLIES:
	case MISTAKE_AND_FOR_IMPLIES:
		if (op != EXPR_IMPLIES)
			return NULL;
		return expr_pair(arena, mistake == MISTAKE_AND_FOR_IMPLIES ? EXPR_AND : EXPR_IFF, expr->operands[0],
			expr->operands[1]);
	case MISTAKE_OR_FOR_XOR:
		if (op != EXPR_OR && op != EXPR_XOR)
			return NULL;
		return expr_new(arena, op == EXPR_OR ? EXPR_XOR : EXPR_OR, expr->operands, expr->count);
	case MISTAKE_OPERATORS_EXCHANGED:
		if (op == EXPR_NAND || op == EXPR_NOR)
			return expr_new(arena, op == EXPR_NAND ? EXPR_NOR : EXPR_NAND, expr->operands, expr->count);
		return sum_or_product(expr) ? expr_new(arena, dual(op), expr->operands, expr->count) : NULL;
	case MISTAKE_PRECEDENCE:
		return wrong_parentheses(expr, arena);
	default:
		return wrong_bar(mistake, expr, dice, arena);
	}
}

static const struct expr *wrong_operand(
	enum mistake mistake, const struct expr *expr, unsigned variables, struct dice *dice, struct arena *arena)
{
	enum expr_op op = mistake == MISTAKE_TERM_EXTRA || mistake == MISTAKE_TERM_MISSING ? EXPR_OR : EXPR_AND;

	switch (mistake) {
	case MISTAKE_CONSTANT:
		return expr->op == EXPR_VARIABLE ? expr_constant(arena, roll(dice, 2)) : NULL;
	case MISTAKE_VARIABLE:
		return expr->op == EXPR_VARIABLE ? expr_variable(arena, roll(dice, variables)) : NULL;
	case MISTAKE_TERM_EXTRA:
	case MISTAKE_FACTOR_EXTRA:
		return expr_pair(arena, op, expr, formula_drawn(dice, variables, 1, false, arena));
	case MISTAKE_TERM_MISSING:
	case MISTAKE_FACTOR_MISSING:
		for (size_t i = 0; expr->op == op && i < expr->count; i++) {
			if (roll(dice, 2) && expr->operands[i]->op == EXPR_VARIABLE)
				return list_of(expr, i, NULL, op, arena);
		}
		return NULL;
	default:
		return wrong_sign(mistake, expr, dice, arena);
	}
}

/* The mistake at node number `at`, counted from the root; NULL where it cannot be made. */
static const struct expr *made_at(enum mistake mistake, const struct expr *expr, size_t at, unsigned variables,
	struct dice *dice, struct arena *arena)
{
	if (at == 0)
		return wrong_operand(mistake, expr, variables, dice, arena);
	at--;
	for (size_t i = 0; i < expr->count; i++) {
		size_t nodes = expr_nodes(expr->operands[i]);
		const struct expr *part;

		if (at >= nodes) {
			at -= nodes;
			continue;
		}
		part = made_at(mistake, expr->operands[i], at, variables, dice, arena);
		return part != NULL ? list_of(expr, i, part, expr->op, arena) : NULL;
	}
	return NULL;
}

static const struct expr *made(
	enum mistake mistake, const struct expr *right, unsigned variables, struct dice *dice, struct arena *arena)
{
	if (mistake == MISTAKE_NEGATED)
		return negated(right, arena);
	if (mistake == MISTAKE_ALL_OPERATORS_EXCHANGED)
		return dual_of(right, arena);
	for (unsigned tries = 0; tries < 12; tries++) {
		const struct expr *wrong =
			made_at(mistake, right, roll(dice, (unsigned)expr_nodes(right)), variables, dice, arena);

		if (wrong != NULL)
			return wrong;
	}
	return NULL;
}

static void found_whenever_it_shows(unsigned variables, unsigned depth, unsigned rounds)
{
	struct dice dice = { variables * 100 + depth };
	unsigned itself[MISTAKES] = { 0 }, shown[MISTAKES] = { 0 };

	for (unsigned round = 0; round < rounds; round++) {
		enum mistake mistake = MISTAKE_NEGATED + round % (MISTAKES - MISTAKE_NEGATED);
		cleanup_arena struct arena *arena = arena_new(0);
		const struct expr *right = formula_drawn(&dice, variables, depth, round % 4 != 0, arena), *wrong;
		struct table wanted = table_of(right, variables, arena), has, mended;
		struct neighbour found;

		wrong = made(mistake, right, variables, &dice, arena);
		if (wrong == NULL)
			continue;
		has = table_of(wrong, variables, arena);
		if (table_same(&has, &wanted))
			continue;
		neighbour_find(&found, wrong,
			&(struct neighbour_wish){ .wanted = &wanted, .implications = true, .budget = 100000 }, arena);
		if (found.mistake == MISTAKE_NONE)
			fail_msg("%s in %s: %s", mistake_name(mistake), formula_text(right, arena),
				formula_text(wrong, arena));
		mended = table_of(found.right, variables, arena);
		assert_true(table_same(&mended, &wanted));
		shown[mistake]++;
		itself[mistake] += found.mistake == mistake;
	}
	for (unsigned i = MISTAKE_NEGATED; i < MISTAKES; i++) {
		if (shown[i] < 3 || (itself[i] == 0 && variables > 3)) /* among three, much is right by chance */
			fail_msg("%s: shown %u times, told %u times", mistake_name(i), shown[i], itself[i]);
	}
}

static void among_three_variables(void **state)
{
	(void)state;
	found_whenever_it_shows(3, 2, 6000);
}

static void among_four_variables(void **state)
{
	(void)state;
	found_whenever_it_shows(4, 3, 6000);
}

static void among_six_variables(void **state)
{
	(void)state;
	found_whenever_it_shows(6, 3, 4000);
}

static void among_more_than_a_word_holds(void **state)
{
	(void)state;
	found_whenever_it_shows(9, 3, 4000);
	found_whenever_it_shows(13, 3, 2400);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(among_three_variables),
		cmocka_unit_test(among_four_variables),
		cmocka_unit_test(among_six_variables),
		cmocka_unit_test(among_more_than_a_word_holds),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
