/* The stream of drawn bits: what it gives today it gives for ever, or recorded seeds would mean other variants. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <cmocka.h>
#include "base/draw.h"

/* The generator alone, against the outputs that its authors' code gives from this state. */
static void the_published_generator(void **state)
{
	static const uint64_t wanted[] = { 11520, 0, 1509978240, 1215971899390074240, 1216172134540287360 };
	struct draw draw = { { 1, 2, 3, 4 } };

	(void)state;
	for (size_t i = 0; i < sizeof(wanted) / sizeof(wanted[0]); i++)
		assert_true(draw_bits(&draw) == wanted[i]);
}

static void the_same_for_ever(void **state)
{
	static const uint64_t first[] = { 0xdc4d1d6598100a82, 0x70bf02e24a0d9450, 0x0b4fd3106b09a249,
		0x12ef533cc6a6d4d4 };
	static const uint64_t last[] = { 0x8b482d0809d19d6b, 0x416d5b339423d920 };
	static const uint32_t digits[] = { 1, 3, 9, 2, 1, 5, 3, 1, 8, 3, 6, 1 };
	struct draw draw;

	(void)state;
	draw_open(&draw, 1, "f");
	for (size_t i = 0; i < 4; i++)
		assert_true(draw_bits(&draw) == first[i]);
	draw_open(&draw, UINT64_MAX, "");
	for (size_t i = 0; i < 2; i++)
		assert_true(draw_bits(&draw) == last[i]);
	draw_open(&draw, 7, "n");
	for (size_t i = 0; i < 12; i++)
		assert_int_equal(draw_below(&draw, 10), digits[i]);
}

static void names_and_seeds_are_streams_of_their_own(void **state)
{
	struct draw a, b, c, copy;

	(void)state;
	draw_open(&a, 5, "a");
	draw_open(&b, 5, "b");
	draw_open(&c, 6, "a");
	copy = a;
	uint64_t bits = draw_bits(&a);
	assert_true(bits == draw_bits(&copy));
	assert_true(bits != draw_bits(&b));
	assert_true(bits != draw_bits(&c));
}

/* Chi-square with fixed seeds: 6 degrees of freedom, 22.5 is passed once in a thousand. */
static void every_value_as_often(void **state)
{
	enum { BOUND = 7, COUNT = 70000 };

	(void)state;
	for (uint64_t seed = 0; seed < 20; seed++) {
		unsigned seen[BOUND] = { 0 };
		double sum = 0, fair = (double)COUNT / BOUND;
		struct draw draw;

		draw_open(&draw, seed, "fair");
		for (int i = 0; i < COUNT; i++)
			seen[draw_below(&draw, BOUND)]++;
		for (int i = 0; i < BOUND; i++)
			sum += ((double)seen[i] - fair) * ((double)seen[i] - fair) / fair;
		assert_true(sum < 22.5);
	}
}

/* A bound of 3/4 of all 64-bit numbers: a remainder of the bits would fall below 1/3 of it half of the time. */
static void large_bounds_are_fair(void **state)
{
	uint64_t bound = (uint64_t)3 << 62;
	unsigned low = 0;
	struct draw draw;

	(void)state;
	draw_open(&draw, 1, "large");
	for (int i = 0; i < 30000; i++) {
		uint64_t value = draw_below_wide(&draw, bound);
		assert_true(value < bound);
		low += value < bound / 3;
	}
	assert_in_range(low, 9700, 10300);
	assert_int_equal(draw_below(&draw, 1), 0);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(the_published_generator),
		cmocka_unit_test(the_same_for_ever),
		cmocka_unit_test(names_and_seeds_are_streams_of_their_own),
		cmocka_unit_test(every_value_as_often),
		cmocka_unit_test(large_bounds_are_fair),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
