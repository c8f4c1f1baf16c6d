/* Numerals in bases from 2 to 36. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>
#include <cmocka.h>

#include "exact/number_read.h"

#define COUNT(table) (sizeof(table) / sizeof((table)[0]))

struct row {
	const char *text;
	int expected;
	const char *value; /* NULL: it is a slip */
	int base; /* that was written; of a slip, its column */
	const char *digits; /* of a slip, its code */
};

static const struct row rows[] = {
	{ "5D", 16, "93", 0, "5D" },
	{ "5d", 16, "93", 0, "5D" },
	{ "0x5D", 16, "93", 16, "5D" },
	{ "0X5d", 10, "93", 16, "5D" },
	{ "(5D)16", 16, "93", 16, "5D" },
	{ "(5D)₁₆", 16, "93", 16, "5D" },
	{ "5D₁₆", 16, "93", 16, "5D" },
	{ "5D_16", 16, "93", 16, "5D" },
	{ "5D_{16}", 16, "93", 16, "5D" },
	{ "5D (16)", 16, "93", 16, "5D" },
	{ "5D base 16", 16, "93", 16, "5D" },
	{ "5D en base 16", 16, "93", 16, "5D" },
	{ "0101 1101", 2, "93", 0, "01011101" },
	{ "0b1011", 2, "11", 2, "1011" },
	{ "0b1011", 16, "725009", 0, "0B1011" },
	{ "0o17", 8, "15", 8, "17" },
	{ "101,011", 2, "43/8", 0, "101,011" },
	{ "0.1", 2, "1/2", 0, "0,1" },
	{ "-101", 2, "-5", 0, "101" },
	{ "−(101)2", 2, "-5", 2, "101" },
	{ "ZZ", 36, "1295", 0, "ZZ" },
	{ "26₁₀", 2, "26", 10, "26" },
	{ "1000", 10, "1000", 0, "1000" },
	{ "", 2, NULL, 1, "numeral-expected" },
	{ ",1", 2, NULL, 1, "numeral-expected" },
	{ "102", 2, NULL, 3, "numeral-digit" },
	{ "5G", 16, NULL, 2, "numeral-digit" },
	{ "1,", 2, NULL, 2, "numeral-no-fraction" },
	{ "5D₁", 16, NULL, 3, "numeral-base" },
	{ "5D_99", 16, NULL, 3, "numeral-base" },
	{ "5D_{16", 16, NULL, 3, "numeral-base" },
	{ "0x5D_2", 16, NULL, 5, "numeral-two-bases" },
	{ "(5D", 16, NULL, 1, "numeral-bracket" },
	{ "1;0", 2, NULL, 2, "numeral-more" },
};

static void test_rows(void **state)
{
	for (size_t i = 0; i < COUNT(rows); i++) {
		struct arena *cleanup_arena arena = arena_new(0);
		const struct row *row = &rows[i];
		struct numeral_reading made;
		struct slip slip = { 0 };
		int status = numeral_read_all(&made, row->text, strlen(row->text), row->expected, arena, &slip);

		if (status == 0 && (!row->value || strcmp(number_plain(made.value, arena), row->value) != 0 ||
					   strcmp(made.digits, row->digits) != 0 || made.base != row->base))
			fail_msg("%s: %s, %s in base %d", row->text, number_plain(made.value, arena), made.digits,
				made.base);
		if (status != 0 && row->value)
			fail_msg("%s: %s at %d", row->text, slip.message.code, slip.column);
		if (status != 0 && (strcmp(slip.message.code, row->digits) != 0 || slip.column != row->base))
			fail_msg("%s: %s at %d", row->text, slip.message.code, slip.column);
	}
}

static void test_loose(void **state)
{
	struct arena *cleanup_arena arena = arena_new(0);
	struct numeral_reading made;
	struct slip slip;

	assert_int_equal(numeral_read_loose(&made, "1A2", 3, 2, arena, &slip), 0);
	assert_null(made.value);
	assert_ptr_equal(made.stray, made.digits + 1);
}

/* What is written in every base reads back. */
static void test_round_trip(void **state)
{
	static const int64_t values[][2] = { { 0, 1 }, { 93, 1 }, { -26, 1 }, { 43, 8 }, { -1, 36 }, { 2991831, 1 } };

	for (int base = 2; base <= NUMBER_BASE_MAX; base++)
		for (size_t i = 0; i < COUNT(values); i++) {
			struct arena *cleanup_arena arena = arena_new(0);
			const struct number *value = number_fraction(values[i][0], values[i][1], arena);
			struct numeral_reading made;
			struct slip slip;
			bool exact;
			const char *text = numeral_text(value, base, 12, LANG_FR, &exact, arena);

			assert_int_equal(numeral_read_all(&made, text, strlen(text), base, arena, &slip), 0);
			assert_int_equal(number_same(made.value, value), exact);
		}
}

static void test_text(void **state)
{
	struct arena *cleanup_arena arena = arena_new(0);
	bool exact;

	assert_string_equal(numeral_text(number_fraction(-43, 8, arena), 2, 10, LANG_FR, &exact, arena), "−101,011");
	assert_true(exact);
	assert_string_equal(numeral_text(number_fraction(1, 10, arena), 2, 8, LANG_EN, &exact, arena), "0.00011001");
	assert_false(exact);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_rows),
		cmocka_unit_test(test_loose),
		cmocka_unit_test(test_round_trip),
		cmocka_unit_test(test_text),
	};

	return cmocka_run_group_tests_name("exact/numeral", tests, NULL, NULL);
}
