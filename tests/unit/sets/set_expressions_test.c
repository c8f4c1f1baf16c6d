/* What expressions are worth, and with a mistake; operations against membership, element by element. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>
#include <cmocka.h>

#include "base/draw.h"
#include "sets/read.h"

static const char *const names[] = { "A", "B", "E", "I", "J", NULL };
static const struct set_words words = { .sets = names, .universe = "E" };

static struct set_value read_value(const char *text, const struct set_world *world, struct arena *arena)
{
	struct set_reading reading;
	struct set_value value;
	struct slip slip;

	if (set_read(&reading, text, strlen(text), &words, arena, &slip) ||
		set_expr_value(&value, reading.expr, world, arena, &slip))
		fail_msg("%s: %s", text, slip.message.fr);
	return value;
}

static void make_world(struct set_world *out, struct set_binding *bindings, struct arena *arena)
{
	static const struct set_world empty;

	bindings[0] = (struct set_binding){ "A", read_value("{1;2;3}", &empty, arena) };
	bindings[1] = (struct set_binding){ "B", read_value("{3;4}", &empty, arena) };
	bindings[2] = (struct set_binding){ "E", read_value("⟦1;6⟧", &empty, arena) };
	bindings[3] = (struct set_binding){ "I", read_value("[0;3[", &empty, arena) };
	bindings[4] = (struct set_binding){ "J", read_value("]2;+∞[", &empty, arena) };
	*out = (struct set_world){ bindings, 5, "E" };
}

static void test_values(void **state)
{
	static const char *const rows[][2] = {
		{ "A ∪ B", "{1;2;3;4}" },
		{ "A ∩ B", "{3}" },
		{ "A \\ B", "{1;2}" },
		{ "A Δ B", "{1;2;4}" },
		{ "∁A", "{4;5;6}" },
		{ "∁(A ∪ B)", "{5;6}" },
		{ "A × B", "{(1;3);(1;4);(2;3);(2;4);(3;3);(3;4)}" },
		{ "B × {a} × B", "{(3;a;3);(3;a;4);(4;a;3);(4;a;4)}" },
		{ "A × ∅", "∅" },
		{ "P(B)", "{∅;{3};{4};{3;4}}" },
		{ "P(∅)", "{∅}" },
		{ "P(P(∅))", "{∅;{∅}}" },
		{ "card(A ∪ B)", "4" },
		{ "card(P(A × B))", "64" },
		{ "card(P(P(A)))", "256" },
		{ "card(E × E × E × E × E × E)", "46656" },
		{ "I ∪ J", "[0;+∞[" },
		{ "I ∩ J", "]2;3[" },
		{ "I \\ J", "[0;2]" },
		{ "I Δ J", "[0;2] ∪ [3;+∞[" },
		{ "ℝ \\ I", "]−∞;0[ ∪ [3;+∞[" },
		{ "ℝ \\ {2;5}", "]−∞;2[ ∪ ]2;5[ ∪ ]5;+∞[" },
		{ "A ∩ I", "{1;2}" },
		{ "A ∪ I", "[0;3]" },
		{ "A \\ I", "{3}" },
		{ "[0;1] ∩ [1;2]", "{1}" },
		{ "[0;1[ ∩ [1;2]", "∅" },
		{ "[0;1[ ∪ [1;2]", "[0;2]" },
		{ "]0;1[ ∪ {7;8}", "]0;1[ ∪ {7;8}" },
	};
	struct arena *cleanup_arena arena = arena_new(0);
	struct set_binding bindings[5];
	struct set_world world;

	make_world(&world, bindings, arena);
	for (size_t i = 0; i < sizeof(rows) / sizeof(rows[0]); i++) {
		struct set_value value = read_value(rows[i][0], &world, arena);

		assert_string_equal(set_value_text(&value, 0, arena), rows[i][1]);
	}
}

static void test_refused(void **state)
{
	static const char *const rows[][2] = {
		{ "{a} ∪ I", "kinds-mixed" },
		{ "P(I)", "finite-expected" },
		{ "A × I", "finite-expected" },
		{ "card(I)", "finite-expected" },
		{ "card(A) ∪ B", "set-expected" },
		{ "P(⟦1;11⟧)", "set-too-large" },
		{ "⟦1;101⟧ × ⟦1;100⟧", "set-too-large" },
		{ "P(P(P(P(A))))", "set-too-large" },
		{ "card(P(⟦1;5000⟧))", "set-too-large" },
	};
	struct arena *cleanup_arena arena = arena_new(0);
	struct set_binding bindings[5];
	struct set_world world;

	make_world(&world, bindings, arena);
	for (size_t i = 0; i < sizeof(rows) / sizeof(rows[0]); i++) {
		struct set_reading reading;
		struct set_value value;
		struct slip slip = { 0 };

		assert_int_equal(set_read(&reading, rows[i][0], strlen(rows[i][0]), &words, arena, &slip), 0);
		if (set_expr_value(&value, reading.expr, &world, arena, &slip) == 0)
			fail_msg("%s has a value", rows[i][0]);
		assert_string_equal(slip.message.code, rows[i][1]);
	}
}

/* Every mistake has an expression that makes it, and its value. */
static void test_mistakes(void **state)
{
	static const struct {
		const char *asked, *made;
		enum set_mistake mistake;
	} rows[] = {
		{ "A ∩ B", "A ∪ B", MISTAKE_UNION },
		{ "A ∪ B", "A ∩ B", MISTAKE_INTERSECTION },
		{ "A \\ B", "B \\ A", MISTAKE_REVERSED },
		{ "A \\ B", "A ∩ B", MISTAKE_KEPT },
		{ "A \\ B", "A ∪ B", MISTAKE_NOT_REMOVED },
		{ "A Δ B", "A ∪ B", MISTAKE_BOTH_KEPT },
		{ "A Δ B", "B \\ A", MISTAKE_ONE_SIDE },
		{ "∁(A ∩ B)", "A ∩ B", MISTAKE_NO_COMPLEMENT },
		{ "∁A", "B \\ A", MISTAKE_UNIVERSE },
		{ "∁(A ∩ B)", "∁A ∩ ∁B", MISTAKE_DE_MORGAN },
		{ "A × B", "B × A", MISTAKE_PRODUCT_ORDER },
		{ "A × B", "A ∪ B", MISTAKE_PRODUCT_UNION },
		{ "P(A)", "A", MISTAKE_NO_POWER },
		{ "E \\ (A ∩ B)", "E \\ (A ∪ B)", MISTAKE_UNION },
	};
	struct arena *cleanup_arena arena = arena_new(0);
	struct set_binding bindings[5];
	struct set_world world;

	make_world(&world, bindings, arena);
	world.count = 3; /* without the intervals */
	for (size_t i = 0; i < sizeof(rows) / sizeof(rows[0]); i++) {
		struct set_neighbour list[SET_NEIGHBOURS_MAX];
		struct set_value made = read_value(rows[i].made, &world, arena);
		struct set_reading reading;
		struct slip slip;
		bool found = false;

		assert_int_equal(set_read(&reading, rows[i].asked, strlen(rows[i].asked), &words, arena, &slip), 0);
		size_t count = set_neighbours(list, reading.expr, &world, arena);
		for (size_t k = 0; k < count; k++)
			found |= list[k].mistake == rows[i].mistake && set_value_same(&list[k].value, &made);
		if (!found)
			fail_msg("%s for %s is not found", rows[i].made, rows[i].asked);
	}
}

/* A set of real numbers whose bounds are whole numbers from 0 to 9, and where it holds at halves of them. */
static const struct reals *draw_reals(struct draw *draw, struct arena *arena)
{
	const struct reals *out = reals_points(set_empty(arena), arena);

	for (uint32_t i = draw_below(draw, 4); i > 0; i--) {
		uint32_t a = draw_below(draw, 9), b = a + draw_below(draw, 4);
		struct interval interval = { number_of(a, arena), number_of(b, arena), draw_below(draw, 2),
			draw_below(draw, 2) };

		if (draw_below(draw, 6) == 0)
			interval.from = NULL;
		if (draw_below(draw, 6) == 0)
			interval.to = NULL;
		out = reals_union(out, reals_interval(&interval, arena), arena);
	}
	return out;
}

static void test_reals_by_membership(void **state)
{
	struct draw draw;

	draw_open(&draw, 5, "reals");
	for (int run = 0; run < 2000; run++) {
		struct arena *cleanup_arena arena = arena_new(0);
		const struct reals *a = draw_reals(&draw, arena), *b = draw_reals(&draw, arena);
		const struct reals *both = reals_intersection(a, b, arena), *any = reals_union(a, b, arena);
		const struct reals *minus = reals_minus(a, b, arena), *other = reals_symmetric(a, b, arena);

		for (int half = -2; half <= 30; half++) {
			const struct number *at = number_fraction(half, 2, arena);
			bool in_a = reals_has(a, at), in_b = reals_has(b, at);

			assert_true(reals_has(both, at) == (in_a && in_b));
			assert_true(reals_has(any, at) == (in_a || in_b));
			assert_true(reals_has(minus, at) == (in_a && !in_b));
			assert_true(reals_has(other, at) == (in_a != in_b));
		}
		assert_true(reals_same(other, reals_union(minus, reals_minus(b, a, arena), arena)));
	}
}

static const struct element *draw_set(struct draw *draw, struct arena *arena)
{
	const struct element *list[8];
	size_t count = draw_below(draw, 8);

	for (size_t i = 0; i < count; i++) {
		list[i] = element_number(number_of(draw_below(draw, 6), arena), arena);
		if (draw_below(draw, 4) == 0)
			list[i] = set_of(&list[i], 1, arena);
	}
	return set_of(list, count, arena);
}

static void test_sets_by_membership(void **state)
{
	struct draw draw;

	draw_open(&draw, 5, "sets");
	for (int run = 0; run < 2000; run++) {
		struct arena *cleanup_arena arena = arena_new(0);
		const struct element *a = draw_set(&draw, arena), *b = draw_set(&draw, arena);
		const struct element *any = set_union(a, b, arena), *both = set_intersection(a, b, arena);
		const struct element *minus = set_minus(a, b, arena), *pair[2] = { a, b };

		for (size_t i = 0; i < any->count; i++) {
			bool in_a = set_has(a, any->parts[i]), in_b = set_has(b, any->parts[i]);

			assert_true(in_a || in_b);
			assert_true(set_has(both, any->parts[i]) == (in_a && in_b));
			assert_true(set_has(minus, any->parts[i]) == (in_a && !in_b));
		}
		assert_int_equal(any->count, a->count + b->count - both->count);
		assert_int_equal(minus->count, a->count - both->count);
		assert_true(set_within(both, a) && set_within(a, any));
		assert_int_equal(set_product(pair, 2, arena)->count, a->count * b->count);
		const struct element *subsets = set_power(a, arena);
		assert_int_equal(subsets->count, (size_t)1 << a->count);
		for (size_t i = 0; i < subsets->count; i++)
			assert_true(set_within(subsets->parts[i], a));
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_values),
		cmocka_unit_test(test_refused),
		cmocka_unit_test(test_mistakes),
		cmocka_unit_test(test_reals_by_membership),
		cmocka_unit_test(test_sets_by_membership),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
