/* Forms as browsers send them. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>
#include <string.h>
#include "form.h"

static void test_fields(void **state)
{
	static const struct {
		const char *body;
		size_t count;
		const char *name, *value;
	} rows[] = {
		{ "", 0, "a", NULL },
		{ "&&", 0, "a", NULL },
		{ "a=1", 1, "a", "1" },
		{ "a=1&b=2", 2, "b", "2" },
		{ "a=1&a=2", 2, "a", "1" },
		{ "a", 1, "a", "" },
		{ "a=", 1, "a", "" },
		{ "=x", 1, "", "x" },
		{ "a=b=c", 1, "a", "b=c" },
		{ "a=x+y%2Bz", 1, "a", "x y+z" },
		{ "a%20b=c", 1, "a b", "c" },
		{ "a=%C3%A9", 1, "a", "\xc3\xa9" },
		{ "a=%c3%a9", 1, "a", "\xc3\xa9" },
		{ "a=x%0D%0Ay%0D%0A", 1, "a", "x\ny\n" },
		{ "a=x%0Dy", 1, "a", "x\ry" },
		{ "a=%0A", 1, "a", "\n" },
		{ "a=%26%3D", 1, "a", "&=" },
	};

	for (size_t i = 0; i < sizeof(rows) / sizeof(rows[0]); i++) {
		struct arena cleanup_arena *arena = arena_new(0);
		struct form form;
		struct err err = { 0 };
		const char *value;

		print_message("%s\n", rows[i].body);
		assert_int_equal(form_read(&form, arena, rows[i].body, strlen(rows[i].body), &err), 0);
		assert_int_equal(form.count, rows[i].count);
		value = form_value(&form, rows[i].name);
		if (rows[i].value == NULL)
			assert_null(value);
		else
			assert_string_equal(value, rows[i].value);
	}
}

static void test_refused(void **state)
{
	static const struct {
		const char *body;
		size_t bytes;
	} rows[] = {
		{ "a=%", 3 },
		{ "a=%4", 4 },
		{ "a=%4g", 5 },
		{ "a=%g4", 5 },
		{ "%=a", 3 },
		{ "a=%00", 5 },
		{ "a=\0", 3 },
		{ "a=%FF", 5 },
		{ "a=\xff", 3 },
		{ "a=%C3", 5 },
		{ "a=%C3&b=%A9", 11 },
		{ "a=%ED%A0%80", 11 },
	};

	for (size_t i = 0; i < sizeof(rows) / sizeof(rows[0]); i++) {
		struct arena cleanup_arena *arena = arena_new(0);
		struct form form;
		struct err err = { 0 };

		assert_int_equal(form_read(&form, arena, rows[i].body, rows[i].bytes, &err), -1);
		assert_int_equal(err.kind, ERR_INPUT);
	}
}

static void test_too_many(void **state)
{
	struct arena cleanup_arena *arena = arena_new(0);
	char body[4 * (FORM_FIELDS_MAX + 1)];
	struct form form;
	struct err err = { 0 };

	for (int i = 0; i <= FORM_FIELDS_MAX; i++)
		memcpy(body + (size_t)4 * i, "a=b&", 4);
	assert_int_equal(form_read(&form, arena, body, 4 * FORM_FIELDS_MAX, &err), 0);
	assert_int_equal(form_read(&form, arena, body, sizeof(body), &err), -1);
	assert_int_equal(err.kind, ERR_TOO_LARGE);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_fields),
		cmocka_unit_test(test_refused),
		cmocka_unit_test(test_too_many),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
