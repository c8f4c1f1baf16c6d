/* Numbers and lists as people type them. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>
#include <cmocka.h>

#include "../messages/message_table.h"
#include "exact/number_read.h"

#define COUNT(table) (sizeof(table) / sizeof((table)[0]))

enum style { ANY, DECIMAL, WHOLE, PERCENT };

static const struct number_style styles[] = {
	[ANY] = { .fractions = true },
	[DECIMAL] = { 0 },
	[WHOLE] = { .comma_separates = true },
	[PERCENT] = { .fractions = true, .percent = true },
};

struct row {
	const char *text;
	enum style style;
	const char *value; /* as number_plain(); NULL: it is a slip */
	const char *code;
	int column;
};

static const struct row rows[] = {
	{ "12", ANY, "12" },
	{ "-3", ANY, "-3" },
	{ "−3", ANY, "-3" },
	{ "– 3", ANY, "-3" },
	{ "+5", ANY, "5" },
	{ " 0,75 ", ANY, "3/4" },
	{ "0.75", ANY, "3/4" },
	{ ".75", ANY, "3/4" },
	{ "0,75.", ANY, "3/4" }, /* the full stop of a sentence */
	{ "12.\n", ANY, "12" },
	{ ",5", ANY, "1/2" },
	{ "-,5", ANY, "-1/2" },
	{ "3/4", ANY, "3/4" },
	{ "−3/4", ANY, "-3/4" },
	{ "-(3/4)", ANY, "-3/4" },
	{ "(-3)/4", ANY, "-3/4" },
	{ "3/−4", ANY, "-3/4" },
	{ "3 ⁄ 4", ANY, "3/4" },
	{ "6/8", ANY, "3/4" },
	{ "½", ANY, "1/2" },
	{ "-⅔", ANY, "-2/3" },
	{ "1 000 000", ANY, "1000000" },
	{ "1\u202f000\u00a0000,25", ANY, "4000001/4" },
	{ "2991831", ANY, "2991831" },
	{ "007", ANY, "7" },
	{ "75 %", PERCENT, "3/4" },
	{ "12,5%", PERCENT, "1/8" },
	{ "0,75", PERCENT, "3/4" },
	{ "\u200b12\u00a0", ANY, "12" },
	{ "", ANY, NULL, "number-expected", 1 },
	{ "abc", ANY, NULL, "number-expected", 1 },
	{ "-", ANY, NULL, "number-expected", 2 },
	{ "5e3", ANY, NULL, "number-more", 2 },
	{ "1 00", ANY, NULL, "number-one", 3 },
	{ "1 000 00", ANY, NULL, "number-one", 7 },
	{ "1,2,3", ANY, NULL, "number-two-commas", 4 },
	{ "1.000.000", ANY, NULL, "number-two-commas", 6 },
	{ "5,", ANY, NULL, "number-no-decimals", 2 },
	{ "3/", ANY, NULL, "number-expected", 3 },
	{ "3/0", ANY, NULL, "number-zero-below", 3 },
	{ "(3", ANY, NULL, "number-parentheses", 1 },
	{ "(((((3)))))", ANY, NULL, "number-parentheses", 5 },
	{ "3/4", DECIMAL, NULL, "number-no-fraction", 2 },
	{ "½", DECIMAL, NULL, "number-no-fraction", 1 },
	{ "75 %", ANY, NULL, "number-more", 4 },
	{ "1,5", WHOLE, NULL, "number-whole", 2 },
	{ "x = 3", ANY, NULL, "number-expected", 1 },
	{ "1½", ANY, NULL, "number-more", 2 },
};

static void test_numbers(void **state)
{
	for (size_t i = 0; i < COUNT(rows); i++) {
		struct arena *cleanup_arena arena = arena_new(0);
		const struct row *row = &rows[i];
		struct number_reading made;
		struct slip slip = { 0 };
		int status = number_read_all(&made, row->text, strlen(row->text), &styles[row->style], arena, &slip);

		if (status == 0 && (!row->value || strcmp(number_plain(made.value, arena), row->value) != 0))
			fail_msg("%s: read as %s", row->text, number_plain(made.value, arena));
		if (status != 0 && row->value)
			fail_msg("%s: %s", row->text, slip.message.code);
		if (status != 0 && (strcmp(slip.message.code, row->code) != 0 || slip.column != row->column))
			fail_msg("%s: %s at %d", row->text, slip.message.code, slip.column);
	}
}

static void test_how_it_was_written(void **state)
{
	struct arena *cleanup_arena arena = arena_new(0);
	struct number_reading made;
	struct slip slip;

	assert_int_equal(number_read_all(&made, "0,50", 4, &styles[ANY], arena, &slip), 0);
	assert_true(made.decimals == 2 && !made.fraction);
	assert_int_equal(number_read_all(&made, "3/4", 3, &styles[ANY], arena, &slip), 0);
	assert_true(made.fraction && made.reduced);
	assert_int_equal(number_read_all(&made, "6/8", 3, &styles[ANY], arena, &slip), 0);
	assert_true(made.fraction && !made.reduced);
	assert_int_equal(number_read_all(&made, "4/1", 3, &styles[ANY], arena, &slip), 0);
	assert_true(made.fraction && !made.reduced);
	assert_int_equal(number_read(&made, "12, 5", 5, &styles[WHOLE], arena, &slip), 0);
	assert_true(made.bytes == 2);
	assert_int_equal(number_read(&made, "12 345 mots", 11, &styles[WHOLE], arena, &slip), 0);
	assert_true(made.bytes == 6);
}

struct list_row {
	const char *text;
	enum style style;
	const char *values; /* NULL: it is a slip */
	const char *code;
	int column;
};

static const struct list_row lists[] = {
	{ "", ANY, "" },
	{ "1; 2", ANY, "1 2" },
	{ "1 ; 2,5 ; -3/4", ANY, "1 5/2 -3/4" },
	{ "[1;2]", ANY, "1 2" },
	{ " ( 1 ; 2 ) ", ANY, "1 2" },
	{ "{1;2}", ANY, "1 2" },
	{ "{}", ANY, "" },
	{ "1 2 3", ANY, "1 2 3" },
	{ "1 000 2 000", ANY, "1 0 2 0" },
	{ "1\u202f000 2\u202f000", ANY, "1000 2000" },
	{ "1 000 ; 2 000", ANY, "1000 2000" },
	{ "1\n2\n\n3\n", ANY, "1 2 3" },
	{ "1;2;", ANY, "1 2" },
	{ "1, 2", WHOLE, "1 2" },
	{ "1,2,3", WHOLE, "1 2 3" },
	{ "[12]", WHOLE, "12" },
	{ "0,5 1,5", ANY, "1/2 3/2" },
	{ "(-1) ; 2", ANY, "-1 2" },
	{ "(-1)/2 3", ANY, "-1/2 3" },
	{ "1 - 2", ANY, "1 -2" },
	{ "1,5", WHOLE, NULL, "list-decimal", 2 },
	{ "1,5 ; 2", WHOLE, NULL, "number-whole", 2 },
	{ "1, 2", ANY, NULL, "list-comma", 2 },
	{ "1;;2", ANY, NULL, "list-hole", 3 },
	{ "; 2", ANY, NULL, "list-hole", 1 },
	{ "1,,2", WHOLE, NULL, "list-hole", 3 },
	{ "1, 2,", WHOLE, NULL, "list-hole", 6 },
	{ "[1;2", ANY, NULL, "list-bracket", 1 },
	{ "1 ; 2 3", ANY, NULL, "number-one", 7 },
	{ "1 ; a", ANY, NULL, "number-expected", 5 },
	{ "1 2a", ANY, NULL, "list-more", 4 },
	{ "1 2 3 4 5 6 7 8 9", ANY, NULL, "list-too-long", 17 },
	{ "1;2;3;4;5;6;7;8;9", ANY, NULL, "list-too-long", 17 },
};

static void test_lists(void **state)
{
	for (size_t i = 0; i < COUNT(lists); i++) {
		struct arena *cleanup_arena arena = arena_new(0);
		struct buf cleanup_buf got = BUF_INIT;
		const struct list_row *row = &lists[i];
		struct number_reading *made;
		struct slip slip = { 0 };
		size_t count;
		int status = number_list_read(
			&made, &count, 8, row->text, strlen(row->text), &styles[row->style], arena, &slip);

		for (size_t j = 0; j < count && status == 0; j++)
			buf_printf(&got, "%s%s", j ? " " : "", number_plain(made[j].value, arena));
		if (status == 0 && (!row->values || strcmp(buf_str(&got), row->values) != 0))
			fail_msg("%s: read as %s", row->text, buf_str(&got));
		if (status != 0 && row->values)
			fail_msg("%s: %s at %d", row->text, slip.message.code, slip.column);
		if (status != 0 && (strcmp(slip.message.code, row->code) != 0 || slip.column != row->column))
			fail_msg("%s: %s at %d", row->text, slip.message.code, slip.column);
	}
}

static void test_long(void **state)
{
	static char digits[2000];
	struct arena *cleanup_arena arena = arena_new(0);
	struct number_reading made;
	struct slip slip;

	memset(digits, '9', sizeof(digits));
	assert_int_equal(number_read_all(&made, digits, 1200, &styles[ANY], arena, &slip), 0);
	assert_int_equal(number_read_all(&made, digits, 2000, &styles[ANY], arena, &slip), -1);
	assert_string_equal(slip.message.code, "number-too-long");
	digits[1] = ',';
	assert_int_equal(number_read_all(&made, digits, 2000, &styles[ANY], arena, &slip), -1);
	assert_string_equal(slip.message.code, "number-too-long");
}

static void test_messages(void **state)
{
	message_table_check(&exact_messages);
	message_table_check_spaces(&exact_messages);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_numbers),
		cmocka_unit_test(test_how_it_was_written),
		cmocka_unit_test(test_lists),
		cmocka_unit_test(test_long),
		cmocka_unit_test(test_messages),
	};

	return cmocka_run_group_tests_name("exact/read", tests, NULL, NULL);
}
