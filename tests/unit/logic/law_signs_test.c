/* What a step is called whose sign stands between a formula and a constant, itself or its bar. */
#include "formula.h"
#include "logic/law.h"

enum { VARIABLES = 5 };

/*
 * Every sign of two places with a constant, with the same twice, with x and its bar: the name that is told, and the others
 * that a student may give.
 */
static const struct named_step {
	const char *a, *b;
	enum law told, also;
} constants[] = {
	{ "a + 0", "a", LAW_NEUTRAL },
	{ "a + 1", "1", LAW_ABSORBING },
	{ "a + a", "a", LAW_IDEMPOTENCE },
	{ "a + a'", "1", LAW_COMPLEMENT },
	{ "a1", "a", LAW_NEUTRAL },
	{ "a0", "0", LAW_ABSORBING },
	{ "aa", "a", LAW_IDEMPOTENCE },
	{ "aa'", "0", LAW_COMPLEMENT },
	{ "a ^ 0", "a", LAW_NEUTRAL, LAW_XOR },
	{ "a ^ 1", "a'", LAW_COMPLEMENT, LAW_XOR },
	{ "a' ^ 1", "a", LAW_COMPLEMENT, LAW_XOR },
	{ "a ^ a", "0", LAW_COMPLEMENT, LAW_XOR },
	{ "a ^ a'", "1", LAW_COMPLEMENT, LAW_XOR },
	{ "(a ^ b ^ a)c", "bc", LAW_COMPLEMENT },
	{ "a = 1", "a", LAW_NEUTRAL, LAW_EQUIVALENCE },
	{ "a = 0", "a'", LAW_COMPLEMENT, LAW_EQUIVALENCE },
	{ "a = a", "1", LAW_COMPLEMENT, LAW_EQUIVALENCE },
	{ "a = a'", "0", LAW_COMPLEMENT, LAW_EQUIVALENCE },
	{ "1 > a", "a", LAW_NEUTRAL, LAW_IMPLICATION },
	{ "a > 1", "1", LAW_ABSORBING, LAW_IMPLICATION },
	{ "0 > a", "1", LAW_IMPLICATION, LAW_ABSORBING },
	{ "a > 0", "a'", LAW_IMPLICATION, LAW_COMPLEMENT },
	{ "a > a", "1", LAW_COMPLEMENT, LAW_IMPLICATION },
	{ "a > a'", "a'", LAW_IDEMPOTENCE, LAW_IMPLICATION },
	{ "a' > a", "a", LAW_IDEMPOTENCE, LAW_IMPLICATION },
	{ "(a|1)", "a'", LAW_NAND_NOR, LAW_COMPLEMENT },
	{ "(a|0)", "1", LAW_NAND_NOR, LAW_ABSORBING },
	{ "(a|a)", "a'", LAW_NAND_NOR, LAW_IDEMPOTENCE },
	{ "(a|a')", "1", LAW_COMPLEMENT, LAW_NAND_NOR },
	{ "(a_0)", "a'", LAW_NAND_NOR, LAW_COMPLEMENT },
	{ "(a_1)", "0", LAW_NAND_NOR, LAW_ABSORBING },
	{ "(a_a)", "a'", LAW_NAND_NOR, LAW_IDEMPOTENCE },
	{ "(a_a')", "0", LAW_COMPLEMENT, LAW_NAND_NOR },
	/* and as the definitions spread them out */
	{ "a ^ 1", "a0 + a'1", LAW_XOR },
	{ "a = 1", "a1 + a'0", LAW_EQUIVALENCE },
	{ "a = 1", "(a > 1)(1 > a)", LAW_EQUIVALENCE },
	{ "a > 0", "a' + 0", LAW_IMPLICATION },
};

static void constants_have_the_names_of_a_teacher(void **state)
{
	(void)state;
	for (size_t i = 0; i < sizeof(constants) / sizeof(constants[0]); i++) {
		cleanup_arena struct arena *arena = arena_new(0);
		const struct named_step *step = &constants[i];
		const struct expr *a = formula(step->a, arena), *b = formula(step->b, arena);
		struct table before = table_of(a, VARIABLES, arena), after = table_of(b, VARIABLES, arena);

		assert_true(table_same(&before, &after));
		if (law_between(a, b, VARIABLES, 0, arena) != step->told ||
			law_between(b, a, VARIABLES, 0, arena) != step->told)
			fail_msg("%s -> %s: %s, not %s", step->a, step->b,
				law_name(law_between(a, b, VARIABLES, 0, arena)), law_name(step->told));
		if (step->also != LAW_UNKNOWN && !law_explains(step->also, a, b, VARIABLES, 0, arena))
			fail_msg("%s -> %s may be called %s", step->a, step->b, law_name(step->also));
		for (unsigned law = LAW_DOUBLE_NEGATION; law < LAW_ABSORPTION; law++) {
			if (law != step->told && law != step->also && step->also != LAW_UNKNOWN &&
				law_explains(law, a, b, VARIABLES, 0, arena))
				fail_msg("%s -> %s is not %s", step->a, step->b, law_name(law));
		}
	}
}

static void several_laws_and_equalities_are_read(void **state)
{
	static const struct {
		const char *text;
		uint32_t laws;
	} several[] = {
		{ "distributivité puis complément", 1U << LAW_DISTRIBUTIVITY | 1U << LAW_COMPLEMENT },
		{ "complement, neutre", 1U << LAW_COMPLEMENT | 1U << LAW_NEUTRAL },
		{ "mise en facteur, a + a' = 1", 1U << LAW_DISTRIBUTIVITY | 1U << LAW_COMPLEMENT },
		{ "absorption du complément", 1U << LAW_REDUNDANCY },
		{ "Morgan + involution", 1U << LAW_DE_MORGAN | 1U << LAW_DOUBLE_NEGATION },
		{ "par le calcul", 0 },
	};
	static const struct {
		const char *text;
		enum law law;
	} stated[] = {
		{ "1 + x = 1", LAW_ABSORBING },
		{ "x.x = x", LAW_IDEMPOTENCE },
		{ "1 = b + b'", LAW_COMPLEMENT },
		{ "x + x'y = x + y", LAW_REDUNDANCY },
		{ "x = y", LAW_UNKNOWN },
		{ "x + y = y + x", LAW_UNKNOWN },
		{ "a = b = c", LAW_UNKNOWN },
		{ "x + = 1", LAW_UNKNOWN },
		{ "absorption", LAW_UNKNOWN },
	};

	(void)state;
	for (size_t i = 0; i < sizeof(several) / sizeof(several[0]); i++)
		assert_int_equal(laws_named(several[i].text), several[i].laws);
	for (size_t i = 0; i < sizeof(stated) / sizeof(stated[0]); i++)
		assert_int_equal(law_stated(stated[i].text), stated[i].law);
}

static void two_laws_lead_together(void **state)
{
	static const struct {
		const char *a, *b;
		uint32_t laws;
		bool lead;
	} rows[] = {
		{ "(a + b)(a + c)", "a + ac + ab + bc", 1U << LAW_DISTRIBUTIVITY | 1U << LAW_IDEMPOTENCE, true },
		{ "(ab)'c", "a'c + b'c", 1U << LAW_DE_MORGAN | 1U << LAW_DISTRIBUTIVITY, true },
		{ "ab + ab'", "a", 1U << LAW_DISTRIBUTIVITY | 1U << LAW_COMPLEMENT, true },
		{ "ab + ab' + a'c", "a + c", 1U << LAW_ADJACENCY | 1U << LAW_REDUNDANCY, false },
		{ "ab + ab'", "a", 1U << LAW_DISTRIBUTIVITY | 1U << LAW_IDEMPOTENCE, false },
		{ "ab + ab'", "a", 1U << LAW_COMPLEMENT, false },
		{ "(a + b)(a + c)", "a + bc", 1U << LAW_DISTRIBUTIVITY | 1U << LAW_IDEMPOTENCE | 1U << LAW_ABSORPTION,
			false },
		{ "a", "b", 1U << LAW_DISTRIBUTIVITY | 1U << LAW_IDEMPOTENCE, false },
		{ "a", "a", 0, false },
	};

	(void)state;
	for (size_t i = 0; i < sizeof(rows) / sizeof(rows[0]); i++) {
		cleanup_arena struct arena *arena = arena_new(0);

		if (laws_explain(rows[i].laws, formula(rows[i].a, arena), formula(rows[i].b, arena), 0) != rows[i].lead)
			fail_msg("%s -> %s", rows[i].a, rows[i].b);
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(constants_have_the_names_of_a_teacher),
		cmocka_unit_test(several_laws_and_equalities_are_read),
		cmocka_unit_test(two_laws_lead_together),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
