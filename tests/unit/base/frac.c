/* Points: exact arithmetic, reading, printing, and the bounds. */
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <setjmp.h>
#include <cmocka.h>

#include <string.h>
#include "base/frac.h"

#define BIG 9223372036854775807

static void test_parse_and_print(void **state)
{
	static const struct {
		const char *text, *printed, *fixed;
	} rows[] = {
		{ "3", "3", "3.00" },
		{ "6.5", "6.5", "6.50" },
		{ "6,5", "6.5", "6.50" },
		{ "20/3", "20/3", "6.67" },
		{ "-1/3", "-1/3", "-0.33" },
		{ "0", "0", "0.00" },
		{ "0.125", "0.125", "0.13" },
		{ "1/16", "0.0625", "0.06" },
		{ "1/32", "1/32", "0.03" },
		{ "-0.125", "-0.125", "-0.12" },
		{ "40/20", "2", "2.00" },
		{ "19.995", "19.995", "20.00" },
		{ "007", "7", "7.00" },
		{ "9223372036854775807", "9223372036854775807", "9223372036854775807.00" },
		{ "9223372036854775807/4", "9223372036854775807/4", "2305843009213693951.75" },
		{ "922337203685477580.7", "922337203685477580.7", "922337203685477580.70" },
		{ "-0", "0", "0.00" },
	};

	for (size_t i = 0; i < sizeof(rows) / sizeof(rows[0]); i++) {
		struct buf cleanup_buf out = BUF_INIT;
		struct frac value;
		struct err err = { 0 };

		assert_int_equal(frac_parse(&value, rows[i].text, &err), 0);
		frac_print(&out, value);
		assert_string_equal(buf_str(&out), rows[i].printed);
		buf_reset(&out);
		frac_print_fixed(&out, value, 2);
		assert_string_equal(buf_str(&out), rows[i].fixed);
	}
}

static void test_refused(void **state)
{
	static const struct {
		const char *text;
		enum err_kind kind;
	} rows[] = {
		{ "", ERR_INPUT },
		{ "-", ERR_INPUT },
		{ "1/", ERR_INPUT },
		{ "/2", ERR_INPUT },
		{ "1/0", ERR_INPUT },
		{ "1.", ERR_INPUT },
		{ ".5", ERR_INPUT },
		{ "1 ", ERR_INPUT },
		{ " 1", ERR_INPUT },
		{ "+1", ERR_INPUT },
		{ "1e3", ERR_INPUT },
		{ "1/-2", ERR_INPUT },
		{ "1.5/2", ERR_INPUT },
		{ "--1", ERR_INPUT },
		{ "nan", ERR_INPUT },
		{ "1,2,3", ERR_INPUT },
		{ "9223372036854775808", ERR_TOO_LARGE },
		{ "1/99999999999999999999", ERR_TOO_LARGE },
		{ "0.00000000000000000001", ERR_TOO_LARGE },
	};

	for (size_t i = 0; i < sizeof(rows) / sizeof(rows[0]); i++) {
		struct frac value = { 7, 1 };
		struct err err = { 0 };

		assert_int_equal(frac_parse(&value, rows[i].text, &err), -1);
		assert_int_equal(err.kind, rows[i].kind);
		assert_int_equal(value.num, 7);
	}
}

static void test_arithmetic(void **state)
{
	struct err err = { 0 };
	struct frac third, out;

	assert_int_equal(frac_make(&third, -2, -6, &err), 0);
	assert_true(third.num == 1 && third.den == 3);
	assert_int_equal(frac_add(&out, third, third, &err), 0);
	assert_int_equal(frac_add(&out, out, third, &err), 0);
	assert_int_equal(frac_cmp(out, FRAC_ONE), 0);
	assert_int_equal(frac_sub(&out, third, frac_int(1), &err), 0);
	assert_true(out.num == -2 && out.den == 3);
	assert_int_equal(frac_mul(&out, third, frac_int(-6), &err), 0);
	assert_true(out.num == -2 && out.den == 1);
	assert_int_equal(frac_div(&out, third, frac_int(-2), &err), 0);
	assert_true(out.num == -1 && out.den == 6);
	assert_int_equal(frac_div(&out, third, FRAC_ZERO, &err), -1);
	assert_int_equal(err.kind, ERR_INPUT);
	assert_true(frac_cmp(third, frac_int(1)) < 0);
	assert_true(frac_cmp((struct frac){ BIG, BIG - 1 }, (struct frac){ BIG - 1, BIG - 2 }) < 0);
}

static void test_overflow(void **state)
{
	struct frac big = { BIG, 1 }, out = { 7, 1 };
	struct err err = { 0 };

	assert_int_equal(frac_add(&out, big, frac_int(1), &err), -1);
	assert_int_equal(err.kind, ERR_TOO_LARGE);
	assert_int_equal(frac_mul(&out, big, frac_int(2), &err), -1);
	assert_int_equal(frac_add(&out, (struct frac){ 1, BIG }, (struct frac){ 1, BIG - 1 }, &err), -1);
	assert_int_equal(frac_make(&out, INT64_MIN, -1, &err), -1);
	assert_int_equal(out.num, 7);
	assert_int_equal(frac_add(&out, (struct frac){ INT64_MIN, 1 }, frac_int(1), &err), 0);
	assert_true(out.num == INT64_MIN + 1);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_parse_and_print),
		cmocka_unit_test(test_refused),
		cmocka_unit_test(test_arithmetic),
		cmocka_unit_test(test_overflow),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
