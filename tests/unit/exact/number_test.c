/* Arithmetic on exact numbers, and their texts. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>
#include <cmocka.h>

#include "exact/number.h"

#define COUNT(table) (sizeof(table) / sizeof((table)[0]))

static const struct number *frac(const int64_t *pair, struct arena *arena)
{
	return number_fraction(pair[0], pair[1], arena);
}

struct text_row {
	int64_t value[2];
	const char *exact, *french, *english, *latex, *mathml;
	int decimals;
};

static const struct text_row texts[] = {
	{ { 0, 1 }, "0", "0", "0", "0", "<mn>0</mn>", 0 },
	{ { -12, 1 }, "-12", "−12", "-12", "-12", "<mrow><mo form=\"prefix\">−</mo><mn>12</mn></mrow>", 0 },
	{ { 3, 4 }, "3/4", "0,75", "0.75", "0{,}75", "<mn>0,75</mn>", 2 },
	{ { -1, 3 }, "-1/3", "−1/3", "-1/3", "-\\frac{1}{3}",
		"<mrow><mo form=\"prefix\">−</mo><mfrac><mn>1</mn><mn>3</mn></mfrac></mrow>", -1 },
	{ { 1001, 1000 }, "1001/1000", "1,001", "1.001", "1{,}001", "<mn>1,001</mn>", 3 },
	{ { -1, 8 }, "-1/8", "−0,125", "-0.125", "-0{,}125", "<mrow><mo form=\"prefix\">−</mo><mn>0,125</mn></mrow>",
		3 },
};

static void test_texts(void **state)
{
	for (size_t i = 0; i < COUNT(texts); i++) {
		struct arena *cleanup_arena arena = arena_new(0);
		struct buf cleanup_buf latex = BUF_INIT, cleanup_buf mathml = BUF_INIT;
		const struct number *a = frac(texts[i].value, arena);

		assert_string_equal(number_plain(a, arena), texts[i].exact);
		assert_string_equal(number_text(a, NUMBER_DECIMAL, LANG_FR, arena), texts[i].french);
		assert_string_equal(number_text(a, NUMBER_DECIMAL, LANG_EN, arena), texts[i].english);
		number_latex(&latex, a, NUMBER_DECIMAL);
		assert_string_equal(buf_str(&latex), texts[i].latex);
		number_mathml(&mathml, a, NUMBER_DECIMAL);
		assert_string_equal(buf_str(&mathml), texts[i].mathml);
		assert_int_equal(number_decimals(a), texts[i].decimals);
	}
}

/* Euclid's division for every pair of small numbers, by its definition. */
static void test_division(void **state)
{
	for (int64_t a = -20; a <= 20; a++)
		for (int64_t b = -7; b <= 7; b++) {
			struct arena *cleanup_arena arena = arena_new(0);
			const struct number *rest = number_mod(number_of(a, arena), number_of(b, arena), arena);
			const struct number *times = number_quotient(number_of(a, arena), number_of(b, arena), arena);
			int64_t r, q;

			if (b == 0) {
				assert_null(rest);
				assert_null(times);
				continue;
			}
			assert_true(number_to_int(rest, &r) && number_to_int(times, &q));
			assert_int_equal(a, b * q + r);
			assert_true(r >= 0 && r < (b < 0 ? -b : b));
		}
}

/* Against the definitions, for all small numbers. */
static void test_modulo(void **state)
{
	for (int64_t a = -12; a <= 24; a++)
		for (int64_t n = -1; n <= 13; n++) {
			struct arena *cleanup_arena arena = arena_new(0);
			const struct number *x = number_of(a, arena), *m = number_of(n, arena);
			const struct number *inverse = number_inverse_mod(x, m, arena);
			int64_t gcd, u = -1, found = -1;

			assert_true(number_to_int(number_gcd(x, m, arena), &gcd));
			for (int64_t i = 0; i < n && found < 0; i++)
				if ((((a * i - 1) % n) + n) % n == 0)
					found = i;
			assert_true((inverse != NULL) == (found >= 0));
			assert_true(inverse == NULL || (number_to_int(inverse, &u) && u == found));
			assert_true(n <= 0 || (found >= 0) == (gcd == 1));
			if (n > 0 && a >= 0) {
				int64_t power = 1 % n, got;
				for (int64_t i = 0; i < a; i++)
					power = power * 5 % n;
				assert_true(number_to_int(number_power_mod(number_of(5, arena), x, m, arena), &got));
				assert_int_equal(got, power);
			}
		}
}

static void test_others(void **state)
{
	struct arena *cleanup_arena arena = arena_new(0);
	const struct number *half = number_fraction(1, 2, arena), *big = number_power(number_of(2, arena), 4095, arena);
	struct frac points;
	struct err err = { 0 };
	int64_t value;

	assert_true(number_to_int(number_lcm(number_of(12, arena), number_of(-18, arena), arena), &value));
	assert_int_equal(value, 36);
	assert_null(number_gcd(half, half, arena));
	assert_null(number_mod(half, number_of(1, arena), arena));
	assert_null(number_mul(big, number_of(2, arena), arena));
	assert_non_null(big);
	assert_int_equal(number_is_prime(number_of(97, arena)), 1);
	assert_int_equal(number_is_prime(number_of(91, arena)), 0);
	assert_int_equal(number_is_prime(number_of(-7, arena)), 0);
	assert_int_equal(number_is_prime(half), 0);
	assert_int_equal(number_is_prime(big), -1);
	assert_int_equal(number_to_frac(&points, number_fraction(-13, 2, arena), &err), 0);
	assert_true(points.num == -13 && points.den == 2);
	assert_int_equal(number_to_frac(&points, big, &err), -1);
	assert_true(number_same(number_round(number_fraction(-5, 2, arena), 0, arena), number_of(-3, arena)));
	assert_true(number_same(number_round(number_fraction(2, 3, arena), 2, arena), number_fraction(67, 100, arena)));
	assert_true(number_same(number_round(number_of(1250, arena), -2, arena), number_of(1300, arena)));
	assert_string_equal(number_digits(number_of(255, arena), 16, arena), "FF");
	assert_null(number_digits(number_of(-1, arena), 16, arena));
	assert_null(number_digits(half, 16, arena));
	assert_true(number_same(number_of_digits("ff", 2, 16, arena), number_of(255, arena)));
	assert_null(number_of_digits("12", 2, 2, arena));
	assert_null(number_of_digits("", 0, 10, arena));
	assert_true(number_same(number_of_digits("007", 3, 8, arena), number_of(7, arena)));
	/* As large as they may be, they have a text all the same. */
	assert_non_null(number_text(
		number_div(big, number_power(number_of(10, arena), 30, arena), arena), NUMBER_DECIMAL, LANG_FR, arena));
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_texts),
		cmocka_unit_test(test_division),
		cmocka_unit_test(test_modulo),
		cmocka_unit_test(test_others),
	};

	return cmocka_run_group_tests_name("exact/number", tests, NULL, NULL);
}
