/* JSON: places of mistakes and of values, raw text, canonical form, the nearest name. */
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <setjmp.h>
#include <cmocka.h>

#include <string.h>
#include "base/json.h"

static void test_refused(void **state)
{
	static const struct {
		const char *text;
		int line, column;
		const char *says;
	} rows[] = {
		{ "", 1, 1, "ends too early" },
		{ "  \n ", 2, 2, "ends too early" },
		{ "{\"a\": 1", 1, 8, "ends too early" },
		{ "[1, 2", 1, 6, "ends too early" },
		{ "[1, \"ab", 1, 8, "ends too early" },
		{ "{\"a\": 1}\n]", 2, 1, "after the end" },
		{ "{\"a\": 1,\n \"a\": 2}", 2, 2, "duplicate" },
		{ "{\n\t\"é\": tru\n}", 2, 7, "comma" },
		{ "{\"é\" 1}", 1, 6, "comma" },
		{ "[1,]", 1, 4, "comma" },
		{ "[1, 99999999999999999999999]", 1, 5, "too large" },
		{ "[1, 1e999]", 1, 5, "too large" },
		{ "[\"a\xff\"]", 1, 4, "not UTF-8" },
		{ "[\"\xed\xa0\x80\"]", 1, 3, "not UTF-8" },
		{ "[\"\\u0000\"]", 1, 2, "NUL" },
		{ "{\"\\u0000\": 1}", 1, 2, "NUL" },
		{ "'a'", 1, 1, "comma" },
		{ "{“a”: 1}", 1, 2, "comma" },
		{ "[1, €]", 1, 5, "comma" },
		{ "{\"a\" \"b\"}", 1, 6, "comma" },
		{ "{\"a\": 01}", 1, 7, "comma" },
	};

	for (size_t i = 0; i < sizeof(rows) / sizeof(rows[0]); i++) {
		struct json_place place = { 0, 0 };
		struct err err = { 0 };
		json_t *value = json_parse(rows[i].text, strlen(rows[i].text), &place, &err);

		if (value != NULL)
			fail_msg("accepted: %s", rows[i].text);
		if (place.line != rows[i].line || place.column != rows[i].column)
			fail_msg("%s: %d:%d: %s", rows[i].text, place.line, place.column, err.text);
		if (strstr(err.text, rows[i].says) == NULL)
			fail_msg("%s: says %s", rows[i].text, err.text);
	}
}

static void test_depth(void **state)
{
	struct json_place place;
	struct err err = { 0 };

	for (size_t depth = 63; depth <= 65; depth++) {
		struct buf cleanup_buf text = BUF_INIT;
		json_t *value;

		for (size_t i = 0; i < depth; i++)
			buf_addch(&text, '[');
		buf_addstr(&text, "\"]\\\"[\"");
		for (size_t i = 0; i < depth; i++)
			buf_addch(&text, ']');
		value = json_parse(buf_str(&text), text.len, &place, &err);
		assert_int_equal(value != NULL, depth <= 64);
		if (value == NULL)
			assert_int_equal(place.column, 65);
		json_decref(value);
	}
	{
		struct buf cleanup_buf text = BUF_INIT;

		for (int i = 0; i < 100000; i++)
			buf_addch(&text, '(' + i % 2 * ('[' - '('));
		assert_null(json_parse(buf_str(&text), text.len, &place, &err));
	}
}

static void test_nul_inside(void **state)
{
	static const char text[] = "{\"a\0\": 1}";
	struct json_place place;
	struct err err = { 0 };

	assert_null(json_parse(text, sizeof(text) - 1, &place, &err));
	assert_null(json_parse("1\0", 2, &place, &err));
	assert_int_equal(place.line, 1);
}

static const char sample[] = "{\n"
			     "  \"title\": \"Été {[\\\"]}\", \"a/b\": {\"m~n\": [10, 2.50, [ ], {\"x\":-1e3}]},\n"
			     "\t\"caf\\u00e9\": true, \"\\ud83d\\ude00\": null,\n"
			     "  \"tests\": [ {\"call\": \"f(1)\"},\n"
			     "             {\"call\": \"f(2)\", \"retruns\": \"3\"} ]\n"
			     "}\n";

static void test_locate(void **state)
{
	static const struct {
		const char *pointer;
		bool key;
		int line, column;
		const char *raw;
	} rows[] = {
		{ "", false, 1, 1, NULL },
		{ "/title", true, 2, 3, "\"Été {[\\\"]}\"" },
		{ "/title", false, 2, 12, "\"Été {[\\\"]}\"" },
		{ "/a~1b", true, 2, 26, NULL },
		{ "/a~1b/m~0n/0", false, 2, 42, "10" },
		{ "/a~1b/m~0n/1", false, 2, 46, "2.50" },
		{ "/a~1b/m~0n/2", false, 2, 52, "[ ]" },
		{ "/a~1b/m~0n/3/x", false, 2, 62, "-1e3" },
		{ "/café", true, 3, 2, "true" },
		{ "/\xf0\x9f\x98\x80", true, 3, 21, "null" },
		{ "/tests/1/retruns", true, 5, 31, "\"3\"" },
		{ "/tests/1", true, 5, 14, "{\"call\": \"f(2)\", \"retruns\": \"3\"}" },
		{ "/tests/2", true, 1, 1, NULL },
		{ "/nothing", true, 1, 1, NULL },
		{ "/title/0", true, 1, 1, NULL },
		{ "/tests/x", true, 1, 1, NULL },
		{ "/tests/99999999999", true, 1, 1, NULL },
		{ "tests", true, 1, 1, NULL },
	};

	for (size_t i = 0; i < sizeof(rows) / sizeof(rows[0]); i++) {
		struct json_place place = json_locate(sample, strlen(sample), rows[i].pointer, rows[i].key);
		struct buf cleanup_buf raw = BUF_INIT;

		if (place.line != rows[i].line || place.column != rows[i].column)
			fail_msg("%s: %d:%d", rows[i].pointer, place.line, place.column);
		if (rows[i].raw != NULL) {
			assert_int_equal(json_raw(&raw, sample, strlen(sample), rows[i].pointer), 0);
			assert_string_equal(buf_str(&raw), rows[i].raw);
		}
	}
}

/* A text cut anywhere may give "not found", never a read outside (the sanitizers watch). */
static void test_locate_truncated(void **state)
{
	for (size_t length = 0; length < strlen(sample); length++) {
		struct buf cleanup_buf raw = BUF_INIT;
		char *copy = test_malloc(length + 1);

		memcpy(copy, sample, length);
		json_locate(copy, length, "/tests/1/retruns", true);
		(void)!json_raw(&raw, copy, length, "/a~1b/m~0n/3/x");
		test_free(copy);
	}
}

static void test_print(void **state)
{
	struct json_place place;
	struct err err = { 0 };
	static const char text[] = "{\"b\": [1, \"é/\"], \"a\": {\"d\": null, \"c\": 2.5}}";
	json_t *cleanup_json value = json_parse(text, strlen(text), &place, &err);
	struct buf cleanup_buf out = BUF_INIT;

	json_print(&out, value);
	assert_string_equal(buf_str(&out), "{\"b\":[1,\"é/\"],\"a\":{\"d\":null,\"c\":2.5}}");
	buf_reset(&out);
	json_print_canonical(&out, value);
	assert_string_equal(buf_str(&out), "{\"a\":{\"c\":2.5,\"d\":null},\"b\":[1,\"é/\"]}");
}

static void test_nearest(void **state)
{
	static const char *const names[] = { "call", "returns", "raises", "args_after", "points", "show", NULL };
	static const struct {
		const char *word, *nearest;
	} rows[] = {
		{ "retruns", "returns" },
		{ "return", "returns" },
		{ "cal", "call" },
		{ "Call", "call" },
		{ "point", "points" },
		{ "argsafter", "args_after" },
		{ "shwo", "show" },
		{ "zzz", NULL },
		{ "", NULL },
		{ "raise", "raises" },
		{ "sow", "show" },
		{ "so", NULL },
		{ "xyzreturns", "returns" },
		{ "xywzreturns", NULL },
	};

	for (size_t i = 0; i < sizeof(rows) / sizeof(rows[0]); i++) {
		const char *got = nearest_name(rows[i].word, names);

		if (rows[i].nearest == NULL ? got != NULL : got == NULL || strcmp(got, rows[i].nearest) != 0)
			fail_msg("%s: %s", rows[i].word, got != NULL ? got : "(none)");
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_refused),
		cmocka_unit_test(test_depth),
		cmocka_unit_test(test_nul_inside),
		cmocka_unit_test(test_locate),
		cmocka_unit_test(test_locate_truncated),
		cmocka_unit_test(test_print),
		cmocka_unit_test(test_nearest),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
