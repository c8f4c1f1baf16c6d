/* Drawn relations against the definitions, written out once more from couples; witnesses; orders and classes. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>
#include <cmocka.h>

#include "base/draw.h"
#include "sets/read.h"
#include "sets/relation.h"

static struct relation draw_relation(struct draw *draw, size_t side, struct arena *arena)
{
	struct relation out = { .from = set_range(1, (int64_t)side, arena) };

	out.to = out.from;
	for (size_t i = 0; i < side; i++)
		for (size_t j = 0; j < side; j++)
			if (draw_below(draw, i == j ? 4 : 3) == 0 || (i == j && draw_below(draw, 3) > 0))
				out.rows[i] |= (uint32_t)1 << j;
	return out;
}

static bool has(const struct element *couples, size_t a, size_t b, const struct relation *r, struct arena *arena)
{
	const struct element *pair[2] = { r->from->parts[a], r->from->parts[b] };

	return set_has(couples, element_tuple(pair, 2, arena));
}

/* By quantifiers over couples. */
static bool holds(const struct relation *r, enum property property, struct arena *arena)
{
	const struct element *in = relation_couples(r, arena);
	size_t n = r->from->count;
	bool out = true;

	for (size_t a = 0; a < n; a++)
		for (size_t b = 0; b < n; b++) {
			bool ab = has(in, a, b, r, arena), ba = has(in, b, a, r, arena);

			if (property == PROPERTY_REFLEXIVE || property == PROPERTY_IRREFLEXIVE)
				out &= a != b || ab == (property == PROPERTY_REFLEXIVE);
			if (property == PROPERTY_SYMMETRIC)
				out &= !ab || ba;
			if (property == PROPERTY_ANTISYMMETRIC)
				out &= !(ab && ba) || a == b;
			if (property == PROPERTY_TOTAL)
				out &= ab || ba;
			for (size_t c = 0; property == PROPERTY_TRANSITIVE && c < n; c++)
				out &= !(ab && has(in, b, c, r, arena)) || has(in, a, c, r, arena);
		}
	return out;
}

static void test_properties(void **state)
{
	struct draw draw;
	int held[PROPERTY_COUNT] = { 0 };

	draw_open(&draw, 5, "relations");
	for (int run = 0; run < 600; run++) {
		struct arena *cleanup_arena arena = arena_new(0);
		struct relation r = draw_relation(&draw, 1 + draw_below(&draw, 4), arena);

		for (enum property property = PROPERTY_REFLEXIVE; property <= PROPERTY_TOTAL; property++) {
			const struct element *witness[WITNESS_MAX], *clean[WITNESS_MAX];
			bool right = holds(&r, property, arena);
			size_t count = relation_counterexample(witness, &r, property);

			held[property] += right;
			assert_true(relation_has(&r, property) == right);
			assert_true((count == 0) == right);
			if (count > 0)
				assert_int_equal(
					relation_try_witness(&r, property, witness, &count, clean), WITNESS_REFUTES);
		}
	}
	for (enum property property = PROPERTY_REFLEXIVE; property <= PROPERTY_TOTAL; property++)
		assert_true(held[property] > 20 && held[property] < 580);
}

static struct relation typed(const char *from, const char *to, const char *couples, struct arena *arena)
{
	static const struct set_words none = { 0 };
	const struct element *const sides[2] = { NULL };
	const struct element *sets[3] = { sides[0] }, *stranger;
	const char *const texts[3] = { from, to, couples };
	struct relation out;
	struct slip slip;

	for (size_t i = 0; i < 2; i++)
		assert_int_equal(element_read(&sets[i], texts[i], strlen(texts[i]), &none, arena, &slip), 0);
	assert_int_equal(couples_read(&sets[2], couples, strlen(couples), &none, arena, &slip), 0);
	assert_int_equal(relation_of(&out, sets[0], sets[1], sets[2], &stranger), 0);
	return out;
}

static enum witness try_witness(const struct relation *r, enum property property, const char *text, struct arena *arena)
{
	static const struct set_words none = { 0 };
	const struct element *couple, *clean[WITNESS_MAX];
	struct slip slip;

	assert_int_equal(element_read(&couple, text, strlen(text), &none, arena, &slip), 0);
	size_t count = couple->kind == ELEMENT_TUPLE ? couple->count : 1;
	return relation_try_witness(
		r, property, couple->kind == ELEMENT_TUPLE ? couple->parts : &couple, &count, clean);
}

static void test_witnesses(void **state)
{
	struct arena *cleanup_arena arena = arena_new(0);
	struct relation r = typed("{1;2;3}", "{1;2;3}", "(1;1) (2;2) (1;2) (2;3)", arena);

	assert_int_equal(try_witness(&r, PROPERTY_REFLEXIVE, "3", arena), WITNESS_REFUTES);
	assert_int_equal(try_witness(&r, PROPERTY_REFLEXIVE, "(3;3)", arena), WITNESS_REFUTES);
	assert_int_equal(try_witness(&r, PROPERTY_REFLEXIVE, "(2;2)", arena), WITNESS_FAILS);
	assert_int_equal(try_witness(&r, PROPERTY_REFLEXIVE, "(2;3)", arena), WITNESS_SHAPE);
	assert_int_equal(try_witness(&r, PROPERTY_REFLEXIVE, "4", arena), WITNESS_STRANGER);
	assert_int_equal(try_witness(&r, PROPERTY_SYMMETRIC, "(1;2)", arena), WITNESS_REFUTES);
	assert_int_equal(try_witness(&r, PROPERTY_SYMMETRIC, "(2;1)", arena), WITNESS_FAILS);
	assert_int_equal(try_witness(&r, PROPERTY_TRANSITIVE, "(1;2;3)", arena), WITNESS_REFUTES);
	assert_int_equal(try_witness(&r, PROPERTY_TRANSITIVE, "(1;2;2;3)", arena), WITNESS_REFUTES);
	assert_int_equal(try_witness(&r, PROPERTY_TRANSITIVE, "(2;3;1;2)", arena), WITNESS_REFUTES);
	assert_int_equal(try_witness(&r, PROPERTY_TRANSITIVE, "(1;2;1;3)", arena), WITNESS_SHAPE);
	assert_int_equal(try_witness(&r, PROPERTY_EQUIVALENCE, "1", arena), WITNESS_SHAPE);
}

static void test_mappings(void **state)
{
	struct arena *cleanup_arena arena = arena_new(0);
	struct relation f = typed("{1;2;3}", "{a;b}", "1→a, 2→b, 3→a", arena);
	struct relation g = typed("{1;2}", "{a;b;c}", "1→a, 2→b, 2→c", arena);
	struct relation h = typed("{1;2}", "{a;b}", "1→b, 2→a", arena);

	assert_true(relation_has(&f, PROPERTY_MAPPING) && relation_has(&f, PROPERTY_SURJECTIVE));
	assert_false(relation_has(&f, PROPERTY_INJECTIVE) || relation_has(&f, PROPERTY_BIJECTIVE));
	assert_int_equal(try_witness(&f, PROPERTY_INJECTIVE, "(3;1)", arena), WITNESS_REFUTES);
	assert_int_equal(try_witness(&f, PROPERTY_INJECTIVE, "(1;2)", arena), WITNESS_FAILS);
	assert_false(relation_has(&g, PROPERTY_MAPPING));
	assert_int_equal(try_witness(&g, PROPERTY_MAPPING, "2", arena), WITNESS_REFUTES);
	assert_true(relation_has(&h, PROPERTY_BIJECTIVE));
	struct relation back = relation_inverse(&h), same = relation_then(&h, &back);
	assert_string_equal(element_text(relation_couples(&same, arena), 0, arena), "{(1;1);(2;2)}");
	assert_string_equal(element_text(relation_image(&f, f.from, arena), 0, arena), "{a;b}");
}

/* Divisors: least, greatest, the diagram's arcs by definition. */
static void test_order(void **state)
{
	for (int64_t top = 2; top <= 24; top++) {
		struct arena *cleanup_arena arena = arena_new(0);
		struct relation r = { .from = set_range(2, top, arena) };

		r.to = r.from;
		for (int64_t a = 2; a <= top; a++)
			for (int64_t b = 2; b <= top; b++)
				if (b % a == 0)
					r.rows[a - 2] |= (uint32_t)1 << (b - 2);
		assert_true(relation_has(&r, PROPERTY_ORDER));
		const struct element *arcs = relation_hasse(&r, arena);
		for (int64_t a = 2; a <= top; a++)
			for (int64_t b = 2; b <= top; b++) {
				const struct element *pair[2] = { r.from->parts[a - 2], r.from->parts[b - 2] };
				bool prime = b > a && b % a == 0;

				for (int64_t d = 2; prime && d < b / a; d++)
					prime = (b / a) % d != 0;
				assert_true(set_has(arcs, element_tuple(pair, 2, arena)) == prime);
			}
		for (int64_t a = 2; a <= top; a++) {
			bool prime = true;

			for (int64_t d = 2; d < a; d++)
				prime &= a % d != 0;
			assert_true(set_has(relation_minimal(&r, arena), r.from->parts[a - 2]) == prime);
			assert_true(set_has(relation_maximal(&r, arena), r.from->parts[a - 2]) == (2 * a > top));
		}
		assert_true((relation_least(&r) != NULL) == (top == 2));
		assert_true((relation_greatest(&r) != NULL) == (top == 2));
	}
}

static void test_classes(void **state)
{
	struct arena *cleanup_arena arena = arena_new(0);
	struct relation r = { .from = set_range(0, 6, arena) };

	r.to = r.from;
	for (size_t a = 0; a < 7; a++)
		for (size_t b = 0; b < 7; b++)
			if (a % 3 == b % 3)
				r.rows[a] |= (uint32_t)1 << b;
	assert_true(relation_has(&r, PROPERTY_EQUIVALENCE));
	assert_string_equal(element_text(relation_classes(&r, arena), 0, arena), "{{1;4};{2;5};{0;3;6}}");
	assert_string_equal(element_text(relation_class(&r, r.from->parts[4], arena), 0, arena), "{1;4}");
}

static void test_sides(void **state)
{
	struct arena *cleanup_arena arena = arena_new(0);
	const struct element *stranger, *large = set_range(1, 33, arena), *side = set_range(1, 32, arena);
	const struct element *pair[2] = { side, side }, *all = set_product(pair, 2, arena);
	struct relation r;

	assert_int_equal(relation_of(&r, large, large, set_empty(arena), &stranger), -1);
	assert_null(stranger);
	assert_int_equal(relation_of(&r, side, side, all, &stranger), 0);
	assert_true(relation_has(&r, PROPERTY_EQUIVALENCE) && relation_has(&r, PROPERTY_TOTAL));
	assert_int_equal(relation_couples(&r, arena)->count, 1024);
	assert_non_null(relation_least(&r));
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_properties),
		cmocka_unit_test(test_witnesses),
		cmocka_unit_test(test_mappings),
		cmocka_unit_test(test_order),
		cmocka_unit_test(test_classes),
		cmocka_unit_test(test_sides),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
