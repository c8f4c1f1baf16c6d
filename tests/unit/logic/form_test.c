/* Which trees have which form, and that what is written has the form that was asked. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <cmocka.h>
#include <string.h>
#include "formula.h"
#include "notation.h"

static void names_go_both_ways(void **state)
{
	enum form form;

	(void)state;
	for (enum form i = FORM_ANY; i <= FORM_NOR; i++) {
		assert_true(form_named(form_name(i), &form));
		assert_int_equal(form, i);
	}
	assert_string_equal(form_name(FORM_MINIMAL_PRODUCT), "minimal-product");
	assert_false(form_named("minimal", &form));
}

static const struct form_row {
	const char *expr;
	enum form form;
	enum form_fault fault;
	const char *at, *terms; /* the part that is wrong; the terms when nothing is */
} rows[] = {
	{ "ab'+c", FORM_SUM, FORM_FITS, NULL, "ab'+c" },
	{ "ab'+(c+a)", FORM_MINIMAL_SUM, FORM_FITS, NULL, "ab'+c+a" },
	{ "a(bc)", FORM_SUM, FORM_FITS, NULL, "abc" },
	{ "a", FORM_SUM, FORM_FITS, NULL, "a" },
	{ "0", FORM_SUM, FORM_FITS, NULL, "" },
	{ "1", FORM_SUM, FORM_FITS, NULL, "1" },
	{ "a+b", FORM_SUM, FORM_FITS, NULL, "a+b" },
	{ "a+b", FORM_PRODUCT, FORM_FITS, NULL, "a'b'" },
	{ "ab'", FORM_PRODUCT, FORM_FITS, NULL, "a'+b" },
	{ "(a+b')(c+b)", FORM_MINIMAL_PRODUCT, FORM_FITS, NULL, "a'b+b'c'" },
	{ "((a+b')c)(c'+(b+a))", FORM_PRODUCT, FORM_FITS, NULL, "a'b+c'+a'b'c" },
	{ "0", FORM_PRODUCT, FORM_FITS, NULL, "1" },
	{ "1", FORM_PRODUCT, FORM_FITS, NULL, "" },
	{ "abc+a'bc'", FORM_CANONICAL_SUM, FORM_FITS, NULL, "abc+a'bc'" },
	{ "(a+b+c)(a'+b+c')", FORM_CANONICAL_PRODUCT, FORM_FITS, NULL, "a'b'c'+ab'c" },
	{ "0", FORM_CANONICAL_SUM, FORM_FITS, NULL, "" },
	{ "1", FORM_CANONICAL_PRODUCT, FORM_FITS, NULL, "" },
	{ "a((b+c')|a)'", FORM_ANY, FORM_FITS, NULL, NULL },
	{ "c+(ab)'", FORM_SUM, FORM_BAR_OVER_MORE, "(ab)'", NULL },
	{ "a(b'')", FORM_SUM, FORM_BAR_OVER_MORE, "b''", NULL },
	{ "(a+b)'", FORM_SUM, FORM_BAR_OVER_MORE, "(a+b)'", NULL },
	{ "c+a(b+c)", FORM_SUM, FORM_SUM_IN_PRODUCT, "a(b+c)", NULL },
	{ "(a+b)(a+c)", FORM_SUM, FORM_SUM_IN_PRODUCT, "(a+b)(a+c)", NULL },
	{ "a+bc", FORM_PRODUCT, FORM_SUM_IN_PRODUCT, "a+bc", NULL },
	{ "c(a+bc)", FORM_PRODUCT, FORM_SUM_IN_PRODUCT, "a+bc", NULL },
	{ "c+a(b^c)", FORM_SUM, FORM_OTHER_OPERATOR, "b^c", NULL },
	{ "a|b", FORM_SUM, FORM_OTHER_OPERATOR, "a|b", NULL },
	{ "a+1", FORM_SUM, FORM_CONSTANT_INSIDE, "1", NULL },
	{ "b+a0", FORM_SUM, FORM_CONSTANT_INSIDE, "0", NULL },
	{ "b+1'", FORM_SUM, FORM_CONSTANT_INSIDE, "1'", NULL },
	{ "b+aba", FORM_SUM, FORM_LITERAL_TWICE, "aba", NULL },
	{ "b+aca'", FORM_SUM, FORM_LITERAL_TWICE, "aca'", NULL },
	{ "(b+c)(a+a')", FORM_PRODUCT, FORM_LITERAL_TWICE, "a+a'", NULL },
	{ "ab+c+ba", FORM_SUM, FORM_TERM_TWICE, "ba", NULL },
	{ "a+a", FORM_SUM, FORM_TERM_TWICE, "a", NULL },
	{ "aa", FORM_SUM, FORM_LITERAL_TWICE, "aa", NULL },
	{ "aa", FORM_PRODUCT, FORM_TERM_TWICE, "a", NULL },
	{ "abc+ab", FORM_CANONICAL_SUM, FORM_NOT_ALL_VARIABLES, "ab", NULL },
	{ "(a+b+c)b", FORM_CANONICAL_PRODUCT, FORM_NOT_ALL_VARIABLES, "b", NULL },
	{ "1", FORM_CANONICAL_SUM, FORM_NOT_ALL_VARIABLES, "1", NULL },
	{ "0", FORM_CANONICAL_PRODUCT, FORM_NOT_ALL_VARIABLES, "0", NULL },
	{ "a", FORM_NAND, FORM_FITS, NULL, NULL },
	{ "a|(b|b)", FORM_NAND, FORM_FITS, NULL, NULL },
	{ "((ab)'(cc)')'", FORM_NAND, FORM_FITS, NULL, NULL },
	{ "(a(bc))'", FORM_NAND, FORM_FITS, NULL, NULL },
	{ "a'", FORM_NAND, FORM_NOT_ONLY_NAND, "a'", NULL },
	{ "a|b'", FORM_NAND, FORM_NOT_ONLY_NAND, "b'", NULL },
	{ "(ab)''", FORM_NAND, FORM_NOT_ONLY_NAND, "(ab)''", NULL },
	{ "(ab)'c", FORM_NAND, FORM_NOT_ONLY_NAND, "(ab)'c", NULL },
	{ "a|bc", FORM_NAND, FORM_NOT_ONLY_NAND, "bc", NULL },
	{ "(a(b+c))'", FORM_NAND, FORM_NOT_ONLY_NAND, "b+c", NULL },
	{ "a_b", FORM_NAND, FORM_NOT_ONLY_NAND, "a_b", NULL },
	{ "1", FORM_NAND, FORM_NOT_ONLY_NAND, "1", NULL },
	{ "a_(b+c)'", FORM_NOR, FORM_FITS, NULL, NULL },
	{ "a_(bc)'", FORM_NOR, FORM_NOT_ONLY_NAND, "(bc)'", NULL },
};

static void forms_are_seen(void **state)
{
	(void)state;
	for (size_t i = 0; i < sizeof(rows) / sizeof(rows[0]); i++) {
		cleanup_arena struct arena *arena = arena_new(0);
		struct form_judgement judgement;
		struct cover terms = { NULL, 0 };

		form_check(&judgement, formula(rows[i].expr, arena), rows[i].form, 3, &terms, arena);
		if (judgement.fault != rows[i].fault)
			fail_msg("%s as %s: fault %d, expected %d", rows[i].expr, form_name(rows[i].form),
				judgement.fault, rows[i].fault);
		assert_int_equal(judgement.at != NULL, rows[i].at != NULL);
		if (rows[i].at != NULL && !expr_same(judgement.at, formula(rows[i].at, arena)))
			fail_msg("%s as %s: another part is told than %s", rows[i].expr, form_name(rows[i].form),
				rows[i].at);
		assert_string_equal(text_from(&terms, 3, arena), rows[i].terms != NULL ? rows[i].terms : "");
	}
}

static void assert_written(const struct target *target, enum form form, unsigned variables, struct arena *arena)
{
	const struct expr *expr;
	struct form_judgement judgement;
	struct cover terms;
	struct err err = { 0 };
	struct table table, care = table_not(&target->any, arena);

	if (form_write(&expr, target, form, arena, &err) < 0)
		fail_msg("%s", err.text);
	table = table_of(expr, variables, arena);
	assert_int_equal(table_difference(&table, &target->ones, &care), -1);
	form_check(&judgement, expr, form, variables, &terms, arena);
	assert_int_equal(judgement.fault, FORM_FITS);
	if (form == FORM_MINIMAL_SUM) {
		struct cover_judgement fault;
		struct minima minima;

		assert_int_equal(cover_minima(&minima, target, 0, 0, arena, &err), 0);
		cover_judge(&fault, &terms, target, &minima.cost, arena);
		assert_int_equal(fault.fault, COVER_MINIMAL);
	}
}

/* Every function of up to three variables in every form; with don't-cares, and more variables, a sample. */
static void what_is_written_has_the_form(void **state)
{
	uint64_t dice = 42;

	(void)state;
	for (unsigned variables = 1; variables <= 3; variables++) {
		for (uint64_t ones = 0; ones < (uint64_t)1 << table_rows(variables); ones++) {
			cleanup_arena struct arena *arena = arena_new(0);
			struct target target = target_of(ones, 0, variables, arena);

			for (enum form form = FORM_ANY; form <= FORM_NOR; form++)
				assert_written(&target, form, variables, arena);
		}
	}
	for (unsigned variables = 4; variables <= 10; variables++) {
		for (unsigned round = 0; round < 10; round++) {
			cleanup_arena struct arena *arena = arena_new(0);
			struct target target = target_of(0, 0, variables, arena);

			for (uint32_t row = 0; row < table_rows(variables); row++) {
				dice = dice * 6364136223846793005ULL + 1442695040888963407ULL;
				table_set(&target.ones, row, (dice >> 60) < 6);
				table_set(&target.any, row, (dice >> 60) > 12);
			}
			for (enum form form = FORM_ANY; form <= FORM_NOR; form++) {
				if (variables <= 6 || (form != FORM_MINIMAL_SUM && form != FORM_MINIMAL_PRODUCT))
					assert_written(&target, form, variables, arena);
			}
		}
	}
}

static void too_much_is_not_written(void **state)
{
	cleanup_arena struct arena *arena = arena_new(0);
	struct target seven = target_from("abc+g", NULL, 7, arena), sixteen = target_from("a", NULL, 16, arena);
	const struct expr *expr;
	struct err err = { 0 };

	(void)state;
	assert_int_equal(form_write(&expr, &seven, FORM_MINIMAL_SUM, arena, &err), -1);
	assert_int_equal(err.kind, ERR_TOO_LARGE);
	assert_int_equal(form_write(&expr, &sixteen, FORM_CANONICAL_SUM, arena, &err), -1);
	assert_int_equal(err.kind, ERR_TOO_LARGE);
	assert_int_equal(form_write(&expr, &sixteen, FORM_SUM, arena, &err), 0);
	assert_true(expr_same(expr, formula("a", arena)));
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(names_go_both_ways),
		cmocka_unit_test(forms_are_seen),
		cmocka_unit_test(what_is_written_has_the_form),
		cmocka_unit_test(too_much_is_not_written),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
