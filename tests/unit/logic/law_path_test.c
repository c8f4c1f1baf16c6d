/* Chains of laws of our own: found where few laws are allowed, each step one that may be named, in counted steps. */
#include "formula.h"
#include "logic/law_path.h"

#define BIT(law)  (1U << LAW_##law)
#define FACTORING (BIT(DISTRIBUTIVITY) | BIT(COMPLEMENT) | BIT(NEUTRAL))

enum { VARIABLES = 3 };

static const struct {
	const char *from, *to;
	uint32_t allowed;
	size_t lines; /* at most */
} found[] = {
	{ "ab + ab'", "a", FACTORING, 2 },
	{ "a + a'b", "a + b", FACTORING, 2 },
	{ "a + ab", "a", BIT(DISTRIBUTIVITY) | BIT(ABSORBING) | BIT(NEUTRAL), 3 },
	{ "(a + b)(a + b')", "a", FACTORING, 2 },
	{ "ab + ab' + a'c", "a + c", FACTORING, 4 },
	{ "ab + ab' + a'b", "a + b", FACTORING | BIT(IDEMPOTENCE), 4 },
	{ "ab + a'c + bc", "ab + a'c", FACTORING | BIT(ABSORPTION), 3 },
	{ "(a + b')' + ab", "b", FACTORING | BIT(DE_MORGAN) | BIT(DOUBLE_NEGATION), 3 },
	/* longer than where it begins */
	{ "a", "ab + ab'", FACTORING, 2 },
	{ "ab + ab'", "a", 0, 1 },
};

static void short_chains_are_found(void **state)
{
	(void)state;
	for (size_t i = 0; i < sizeof(found) / sizeof(found[0]); i++) {
		cleanup_arena struct arena *arena = arena_new(0);
		const struct law_path_wish wish = { .from = formula(found[i].from, arena),
			.to = formula(found[i].to, arena),
			.allowed = found[i].allowed };
		const struct expr *before = wish.from;
		struct law_path path;

		if (!law_path_find(&path, &wish, VARIABLES, arena))
			fail_msg("%s -> %s: nothing found", found[i].from, found[i].to);
		assert_in_range(path.count, 1, found[i].lines);
		assert_in_range(path.spent, 1, LAW_PATH_STEPS);
		for (size_t k = 0; k < path.count; before = path.steps[k++].expr) {
			assert_true(wish.allowed == 0 || (wish.allowed >> path.steps[k].law & 1) != 0);
			assert_true(law_explains(path.steps[k].law, before, path.steps[k].expr, VARIABLES, 0, arena));
		}
		assert_true(expr_alike(before, wish.to, arena));
	}
}

static void what_is_not_found_ends_in_counted_steps(void **state)
{
	static const struct {
		const char *from, *to;
		uint32_t allowed;
	} rows[] = {
		{ "ab + ab'", "a", BIT(DE_MORGAN) },
		{ "a + b", "a", 0 },
		{ "abc + abc' + ab'c + a'bc", "a ^ b ^ c", FACTORING | BIT(IDEMPOTENCE) },
		{ "(a ^ b ^ c)(a > b)(b = c) + (a + b)(b + c)(c + a)", "abc'", 0 },
	};

	(void)state;
	for (size_t i = 0; i < sizeof(rows) / sizeof(rows[0]); i++) {
		cleanup_arena struct arena *arena = arena_new(0);
		const struct law_path_wish wish = { .from = formula(rows[i].from, arena),
			.to = formula(rows[i].to, arena),
			.allowed = rows[i].allowed };
		struct law_path path;

		assert_false(law_path_find(&path, &wish, VARIABLES, arena));
		assert_in_range(path.spent, 1, LAW_PATH_STEPS + LAW_PATH_STEPS / 10);
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(short_chains_are_found),
		cmocka_unit_test(what_is_not_found_ends_in_counted_steps),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
