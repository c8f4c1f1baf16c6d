/* Minimal forms that people know, and the fault that each cover is told. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <cmocka.h>
#include <string.h>
#include "notation.h"

static void terms_and_their_tables(void **state)
{
	(void)state;
	for (unsigned variables = 1; variables <= VARIABLES_MAX; variables += 3) {
		cleanup_arena struct arena *arena = arena_new(0);
		uint32_t last = table_rows(variables) - 1;
		const struct term terms[] = { { 0, 0 }, { last, last }, { last & 0x5555, last & 0x4141 },
			{ term_bit(variables, 0), term_bit(variables, 0) }, { term_bit(variables, variables - 1), 0 } };
		struct cover cover = { terms + 1, 4 };
		struct table all = cover_table(&cover, variables, arena);

		for (size_t i = 0; i < 5; i++) {
			struct table table = term_table(terms[i], variables, arena);

			for (uint32_t row = 0; row <= last; row++)
				assert_int_equal(table_at(&table, row), (row & terms[i].care) == terms[i].value);
			assert_true(i == 0 || table_within(&table, &all));
		}
		assert_int_equal(term_literals(terms[1]), variables);
	}
}

static void terms_have_an_order(void **state)
{
	cleanup_arena struct arena *arena = arena_new(0);
	struct cover cover = cover_from("c'd+abc+ab'+b+ab+a'b+bd+a'+abd'", 4, arena),
		     sorted = cover_sort(&cover, arena);
	struct cover other = cover_from("a+ab", 4, arena), twice = cover_from("ab+a+a", 4, arena);

	(void)state;
	assert_string_equal(text_from(&sorted, 4, arena), "a'+b+ab+ab'+a'b+bd+c'd+abc+abd'");
	assert_true(cover_same(&cover, &sorted));
	assert_true(cover_same(&other, &twice));
	assert_false(cover_same(&other, &sorted));
	assert_int_equal(cost_compare((struct cost){ 2, 9 }, (struct cost){ 3, 3 }), -1);
	assert_int_equal(cost_compare((struct cost){ 3, 4 }, (struct cost){ 3, 3 }), 1);
	assert_int_equal(cost_compare((struct cost){ 3, 3 }, (struct cost){ 3, 3 }), 0);
}

static void known_minima(void **state)
{
	static const struct {
		unsigned variables;
		const char *ones, *any, *primes, *minima[3];
	} rows[] = {
		{ 3, "", NULL, "", { "" } },
		{ 3, "", "a+b", "", { "" } },
		{ 3, "1", NULL, "1", { "1" } },
		{ 3, "ab", "a'+b'", "1", { "1" } },
		{ 3, "ab+ac+b'c+a'b", NULL, "b+c", { "b+c" } },
		{ 3, "ab'+b'c+ac+ab+bc'+a'c'", NULL, "a+b'+c'", { "a+b'+c'" } },
		{ 3, "ab'+bc'+a'c", NULL, "ab'+a'b+ac'+a'c+bc'+b'c", { "ab'+a'c+bc'", "a'b+ac'+b'c" } },
		{ 3, "ab+a'c+bc", NULL, "ab+a'c+bc", { "ab+a'c" } },
		{ 4, "abcd+a'b'c'd'", "abcd'+a'b'c'd", "abc+a'b'c'", { "abc+a'b'c'" } },
		{ 1, "a'", NULL, "a'", { "a'" } },
		{ 4, "ab+cd", "a'b'cd'", "ab+cd+a'b'c", { "ab+cd" } },
	};

	(void)state;
	for (size_t i = 0; i < sizeof(rows) / sizeof(rows[0]); i++) {
		cleanup_arena struct arena *arena = arena_new(0);
		unsigned variables = rows[i].variables;
		struct target target = target_from(rows[i].ones, rows[i].any, variables, arena);
		struct minima minima;
		struct cover primes;
		struct err err;
		size_t count = 0;

		assert_int_equal(cover_primes(&primes, &target, arena, &err), 0);
		assert_string_equal(text_from(&primes, variables, arena), rows[i].primes);
		assert_int_equal(cover_minima(&minima, &target, COVERS_LISTED_MAX, 0, arena, &err), 0);
		for (; count < 3 && rows[i].minima[count] != NULL; count++) {
			bool found = false;

			for (size_t j = 0; j < minima.count; j++)
				found = found || strcmp(text_from(&minima.list[j], variables, arena),
							 rows[i].minima[count]) == 0;
			assert_true(found);
		}
		assert_int_equal(minima.count, count);
		assert_false(minima.more);
	}
}

static void lists_are_cut(void **state)
{
	cleanup_arena struct arena *arena = arena_new(0);
	/* 1 wherever one to five of six variables are: 6 terms, the cycles of six in 120 directions. */
	struct target target = target_of(0x7ffffffffffffffeULL, 0, 6, arena);
	struct minima all, some, one, none;
	struct err err = { 0 };

	(void)state;
	assert_int_equal(cover_minima(&all, &target, COVERS_LISTED_MAX, 0, arena, &err), 0);
	assert_int_equal(all.count, 120);
	assert_false(all.more);
	assert_int_equal(cover_minima(&some, &target, 120, 0, arena, &err), 0);
	assert_int_equal(some.count, 120);
	assert_false(some.more);
	assert_int_equal(cover_minima(&some, &target, 119, 0, arena, &err), 0);
	assert_int_equal(some.count, 119);
	assert_true(some.more);
	for (size_t i = 0; i < some.count; i++)
		assert_true(cover_same(&some.list[i], &all.list[i]));
	assert_int_equal(cover_minima(&one, &target, 1, 0, arena, &err), 0);
	assert_true(one.count == 1 && one.more && cover_same(&one.list[0], &all.list[0]));
	assert_int_equal(cover_minima(&none, &target, 0, 0, arena, &err), 0);
	assert_true(none.count == 0 && none.more);
	assert_true(cost_compare(none.cost, all.cost) == 0 && all.cost.terms == 6 && all.cost.literals == 12);
	assert_true(none.steps < one.steps && one.steps < all.steps);
	/* The same work for the same question; a step less is not enough, and says so. */
	assert_int_equal(cover_minima(&some, &target, COVERS_LISTED_MAX, all.steps, arena, &err), 0);
	assert_int_equal(some.steps, all.steps);
	assert_int_equal(cover_minima(&some, &target, COVERS_LISTED_MAX, all.steps - 1, arena, &err), -1);
	assert_int_equal(err.kind, ERR_TOO_LARGE);
}

static void seven_variables_are_too_many(void **state)
{
	cleanup_arena struct arena *arena = arena_new(0);
	struct target target = target_from("abcdefg", NULL, 7, arena);
	struct minima minima;
	struct cover primes;
	struct err err = { 0 };

	(void)state;
	assert_int_equal(cover_primes(&primes, &target, arena, &err), -1);
	assert_int_equal(err.kind, ERR_TOO_LARGE);
	assert_int_equal(cover_minima(&minima, &target, 1, 0, arena, &err), -1);
	assert_int_equal(err.kind, ERR_TOO_LARGE);
}

static void faults_are_told(void **state)
{
	static const struct {
		unsigned variables;
		const char *ones, *any, *cover;
		enum cover_fault fault;
		size_t term;
		unsigned variable;
		uint32_t row;
	} rows[] = {
		{ 3, "ab+c", NULL, "c+ab", COVER_MINIMAL, 0, 0, 0 },
		{ 3, "ab+c", NULL, "c+b", COVER_HOLDS_ZERO, 1, 0, 2 },
		{ 3, "ab+c", NULL, "b+ab", COVER_HOLDS_ZERO, 0, 0, 2 }, /* before the one that is missed */
		{ 3, "ab+c", "a'bc'", "c+b", COVER_MINIMAL, 0, 0, 0 },
		{ 3, "ab+c", NULL, "ab+a'c", COVER_MISSES_ONE, 0, 0, 5 },
		{ 3, "ab+c", NULL, "", COVER_MISSES_ONE, 0, 0, 1 },
		{ 3, "ab+c", NULL, "ab+ac+a'c", COVER_USELESS_LITERAL, 1, 0, 0 },
		{ 3, "ab+c", NULL, "c+abc'", COVER_USELESS_LITERAL, 1, 2, 0 },
		{ 3, "ab+c", "a'bc'", "c+ab", COVER_USELESS_LITERAL, 1, 0, 0 },
		{ 3, "ab+a'c", NULL, "ab+bc+a'c", COVER_REDUNDANT_TERM, 1, 0, 0 },
		{ 3, "ab+a'c", NULL, "ab+a'c+ab", COVER_REDUNDANT_TERM, 2, 0, 0 },
		{ 3, "ab", "c'", "ab+c'", COVER_REDUNDANT_TERM, 1, 0, 0 }, /* it covers nothing that it must */
		{ 3, "1", NULL, "1", COVER_MINIMAL, 0, 0, 0 },
		{ 3, "1", NULL, "a+a'", COVER_USELESS_LITERAL, 0, 0, 0 },
		{ 3, "", NULL, "", COVER_MINIMAL, 0, 0, 0 },
		{ 3, "", "ab", "ab", COVER_REDUNDANT_TERM, 0, 0, 0 },
		{ 3, "ab'+bc'+a'c", NULL, "ab'+bc'+a'c", COVER_MINIMAL, 0, 0, 0 },
		{ 3, "ab'+bc'+a'c", NULL, "ab'+bc'+a'c+ac'", COVER_REDUNDANT_TERM, 3, 0, 0 },
		{ 3, "ab'+bc'+a'c", NULL, "ab'+a'b+ac'+a'c", COVER_TOO_MANY_TERMS, 0, 0, 0 },
		{ 4, "bd'+acd+a'b+ab'd", NULL, "bd'+acd+a'b+ab'd", COVER_TOO_MANY_LITERALS, 0, 0, 0 },
		{ 4, "bd'+acd+a'b+ab'd", NULL, "bd'+bc+a'b+ab'd", COVER_MINIMAL, 0, 0, 0 },
		{ 4, "a'b'cd+ab'cd'+abcd'", "abcd+ab'cd", "b'cd+acd'", COVER_USELESS_LITERAL, 1, 3, 0 },
	};

	(void)state;
	for (size_t i = 0; i < sizeof(rows) / sizeof(rows[0]); i++) {
		cleanup_arena struct arena *arena = arena_new(0);
		unsigned variables = rows[i].variables;
		struct target target = target_from(rows[i].ones, rows[i].any, variables, arena);
		struct cover cover = cover_from(rows[i].cover, variables, arena);
		struct cover_judgement judgement, alone;
		struct minima minima;
		struct err err;

		assert_int_equal(cover_minima(&minima, &target, 0, 0, arena, &err), 0);
		cover_judge(&judgement, &cover, &target, &minima.cost, arena);
		assert_int_equal(judgement.fault, rows[i].fault);
		assert_int_equal(judgement.term, rows[i].term);
		assert_int_equal(judgement.variable, rows[i].variable);
		assert_int_equal(judgement.row, rows[i].row);
		assert_int_equal(cost_compare(judgement.cost, cover_cost(&cover)), 0);
		assert_int_equal(cost_compare(judgement.best, minima.cost), 0);
		cover_judge(&alone, &cover, &target, NULL, arena);
		assert_int_equal(alone.fault, rows[i].fault >= COVER_TOO_MANY_TERMS ? COVER_MINIMAL : rows[i].fault);
	}
}

/* Beyond a word: the same faults among sixteen variables. */
static void faults_of_many_variables(void **state)
{
	cleanup_arena struct arena *arena = arena_new(0);
	struct target target = target_from("ap+a'bo+cdefgh", NULL, 16, arena);
	static const struct {
		const char *cover;
		enum cover_fault fault;
		size_t term;
		unsigned variable;
		uint32_t row;
	} rows[] = {
		{ "ap+a'bo+cdefgh", COVER_MINIMAL, 0, 0, 0 },
		{ "ap+bo+cdefgh", COVER_HOLDS_ZERO, 1, 0, 0xc002 },
		{ "ap+cdefgh", COVER_MISSES_ONE, 0, 0, 0x4002 },
		{ "ap+a'bo+acdefgh+a'cdefgh", COVER_USELESS_LITERAL, 2, 0, 0 },
		{ "ap+a'bo+cdefghp+cdefghp'", COVER_USELESS_LITERAL, 2, 15, 0 },
		{ "ap+bop+a'bo+cdefgh", COVER_REDUNDANT_TERM, 1, 0, 0 },
	};

	(void)state;
	for (size_t i = 0; i < sizeof(rows) / sizeof(rows[0]); i++) {
		struct cover cover = cover_from(rows[i].cover, 16, arena);
		struct cover_judgement judgement;

		cover_judge(&judgement, &cover, &target, NULL, arena);
		assert_int_equal(judgement.fault, rows[i].fault);
		assert_int_equal(judgement.term, rows[i].term);
		assert_int_equal(judgement.variable, rows[i].variable);
		assert_int_equal(judgement.row, rows[i].row);
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(terms_and_their_tables),
		cmocka_unit_test(terms_have_an_order),
		cmocka_unit_test(known_minima),
		cmocka_unit_test(lists_are_cut),
		cmocka_unit_test(seven_variables_are_too_many),
		cmocka_unit_test(faults_are_told),
		cmocka_unit_test(faults_of_many_variables),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
