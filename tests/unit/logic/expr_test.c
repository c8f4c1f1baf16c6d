/* Trees and tables: the bitset of a tree, word by word, against its value row by row. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <cmocka.h>
#include <stdlib.h>
#include "logic/table.h"

struct dice {
	uint64_t state;
};

static unsigned roll(struct dice *dice, unsigned bound)
{
	dice->state = dice->state * 6364136223846793005ULL + 1442695040888963407ULL;
	return (unsigned)(dice->state >> 33) % bound;
}

static const struct expr *drawn(struct dice *dice, unsigned variables, unsigned depth, struct arena *arena)
{
	static const enum expr_op several[] = { EXPR_AND, EXPR_OR, EXPR_XOR, EXPR_IFF };
	static const enum expr_op pairs[] = { EXPR_NAND, EXPR_NOR, EXPR_IMPLIES };
	const struct expr *operands[4];
	unsigned kind = depth == 0 ? 0 : roll(dice, 8);
	size_t count = kind < 6 ? 2 + roll(dice, 3) : 2;

	if (kind == 0)
		return roll(dice, 9) == 0 ? expr_constant(arena, roll(dice, 2))
					  : expr_variable(arena, roll(dice, variables));
	if (kind == 1)
		return expr_not(arena, drawn(dice, variables, depth - 1, arena));
	for (size_t i = 0; i < count; i++)
		operands[i] = drawn(dice, variables, depth - 1, arena);
	return expr_new(arena, kind < 6 ? several[roll(dice, 4)] : pairs[roll(dice, 3)], operands, count);
}

static void bitsets_are_values(void **state)
{
	struct dice dice = { 20261123 };

	(void)state;
	for (unsigned variables = 1; variables <= VARIABLES_MAX; variables++) {
		for (unsigned round = 0; round < (variables <= 10 ? 40 : 3); round++) {
			cleanup_arena struct arena *arena = arena_new(0);
			const struct expr *expr = drawn(&dice, variables, 4, arena);
			struct table table = table_of(expr, variables, arena);
			uint32_t ones = 0;

			for (uint32_t row = 0; row < table_rows(variables); row++) {
				assert_int_equal(table_at(&table, row), expr_value(expr, row, variables));
				ones += table_at(&table, row);
			}
			assert_int_equal(ones, table_count(&table));
		}
	}
}

/* Does changing v change the value somewhere? By definition. */
static bool depends(const struct table *table, unsigned v)
{
	for (uint32_t row = 0; row < table_rows(table->variables); row++) {
		if (table_at(table, row) != table_at(table, row ^ (uint32_t)1 << (table->variables - 1 - v)))
			return true;
	}
	return false;
}

static void dependence_is_by_definition(void **state)
{
	struct dice dice = { 7 };

	(void)state;
	for (unsigned variables = 1; variables <= 9; variables++) {
		for (unsigned round = 0; round < 60; round++) {
			cleanup_arena struct arena *arena = arena_new(0);
			struct table table = table_of(drawn(&dice, variables, 2, arena), variables, arena);

			for (unsigned v = 0; v < variables; v++)
				assert_int_equal(table_depends(&table, v), depends(&table, v));
		}
	}
}

static void operations_row_by_row(void **state)
{
	struct dice dice = { 11 };

	(void)state;
	for (unsigned variables = 1; variables <= 8; variables++) {
		cleanup_arena struct arena *arena = arena_new(0);
		struct table a = table_of(drawn(&dice, variables, 4, arena), variables, arena);
		struct table b = table_of(drawn(&dice, variables, 4, arena), variables, arena);
		struct table and = table_and(&a, &b, arena), or = table_or(&a, &b, arena);
		struct table xor = table_xor(&a, &b, arena), not = table_not(&a, arena);
		bool constant, within = true;
		int64_t first = -1;

		for (uint32_t row = 0; row < table_rows(variables); row++) {
			bool x = table_at(&a, row), y = table_at(&b, row);

			assert_int_equal(table_at(&and, row), x && y);
			assert_int_equal(table_at(& or, row), x || y);
			assert_int_equal(table_at(&xor, row), x != y);
			assert_int_equal(table_at(&not, row), !x);
			within &= !x || y;
			if (x != y && first < 0)
				first = row;
		}
		assert_int_equal(table_within(&a, &b), within);
		assert_true(table_within(&and, &a) && table_within(&a, & or));
		assert_int_equal(table_difference(&a, &b, NULL), first);
		assert_int_equal(table_same(&a, &b), first < 0);
		assert_int_equal(table_difference(&a, &b, &and), -1);
		xor = table_xor(&a, &a, arena);
		assert_true(table_constant(&xor, &constant) && !constant);
		xor = table_not(&xor, arena);
		assert_true(table_constant(&xor, &constant) && constant);
		table_set(&xor, table_rows(variables) - 1, false);
		assert_false(table_constant(&xor, &constant));
	}
}

static void sameness(void **state)
{
	cleanup_arena struct arena *arena = arena_new(0);
	const struct expr *a = expr_variable(arena, 0), *b = expr_variable(arena, 1), *c = expr_variable(arena, 2);
	const struct expr *bc = expr_pair(arena, EXPR_OR, b, c), *cb = expr_pair(arena, EXPR_OR, c, b);
	const struct expr *nested = expr_pair(arena, EXPR_OR, a, bc), *all[] = { c, a, b };
	const struct expr *flat = expr_new(arena, EXPR_OR, all, 3);
	const struct expr *implies = expr_pair(arena, EXPR_IMPLIES, a, b);

	(void)state;
	assert_false(expr_same(bc, cb));
	assert_true(expr_alike(bc, cb, arena));
	assert_false(expr_same(nested, flat));
	assert_true(expr_alike(nested, flat, arena));
	assert_int_equal(expr_flat(nested, arena)->count, 3);
	assert_false(expr_alike(implies, expr_pair(arena, EXPR_IMPLIES, b, a), arena));
	assert_false(expr_alike(bc, expr_pair(arena, EXPR_AND, b, c), arena));
	assert_ptr_equal(expr_new(arena, EXPR_OR, all, 1), c);
	assert_int_equal(expr_literals(nested), 3);
	assert_int_equal(expr_nodes(nested), 5);
	assert_int_equal(expr_uses(cb), 6);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(bitsets_are_values),
		cmocka_unit_test(dependence_is_by_definition),
		cmocka_unit_test(operations_row_by_row),
		cmocka_unit_test(sameness),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
