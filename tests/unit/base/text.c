/* Errors, messages, UTF-8, time, identifiers. */
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <setjmp.h>
#include <cmocka.h>

#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include "base/clock.h"
#include "base/err.h"
#include "base/id.h"
#include "base/msg.h"
#include "base/utf8.h"

static void test_err(void **state)
{
	struct err err = { 0 };

	assert_int_equal(err_set(&err, ERR_INPUT, "bad\n%s\t!", "thing"), -1);
	assert_string_equal(err.text, "bad thing !");
	assert_int_equal(err_wrap(&err, "line %d", 3), -1);
	assert_string_equal(err.text, "line 3: bad thing !");
	assert_int_equal(err.kind, ERR_INPUT);
	errno = ENOENT;
	assert_int_equal(err_sys(&err, "open %s", "x"), -1);
	assert_string_equal(err.text, "open x: No such file or directory");
	assert_int_equal(err.sys, ENOENT);
	assert_int_equal(err.kind, ERR_SYSTEM);
	for (int i = 0; i < 100; i++)
		err_wrap(&err, "a rather long text put before the others, again and again");
	assert_true(strlen(err.text) < sizeof(err.text));
	for (enum err_kind kind = ERR_NONE; kind <= ERR_INTERNAL; kind++)
		assert_true(strlen(err_kind_name(kind)) > 2);
}

static const struct msg_entry entries[] = {
	{ "plain", "Voilà.", "There." },
	{ "named", "{a} puis {b_2}, {\"fr\": …} et {", "{b_2} after {a}" },
};
static const struct msg_table table = { "test", entries, 2 };

static void test_msg(void **state)
{
	struct arena *cleanup_arena arena = arena_new(0);
	const struct msg_param params[] = { { "a", "un" }, { "b_2", "{a}" }, { 0 } };
	struct msg_text text = msg_make(arena, &table, "named", params);

	assert_string_equal(text.fr, "un puis {a}, {\"fr\": …} et {");
	assert_string_equal(text.en, "{a} after un");
	assert_string_equal(text.code, "named");
	text = msg_make(arena, &table, "plain", NULL);
	assert_string_equal(msg_in(&text, LANG_FR), "Voilà.");
	assert_string_equal(msg_in(&text, LANG_EN), "There.");
	text.en = NULL;
	assert_string_equal(msg_in(&text, LANG_EN), "Voilà.");
	text.fr = NULL;
	assert_string_equal(msg_in(&text, LANG_EN), "");
}

static void test_lang(void **state)
{
	static const struct {
		const char *all, *messages, *lang;
		enum lang expected;
	} rows[] = {
		{ NULL, NULL, NULL, LANG_FR },
		{ NULL, NULL, "fr_FR.UTF-8", LANG_FR },
		{ NULL, NULL, "en_GB.UTF-8", LANG_EN },
		{ NULL, "en_US", "fr_FR", LANG_EN },
		{ "fr_FR", "en_US", "en_US", LANG_FR },
		{ "C.UTF-8", NULL, "en_US", LANG_FR },
		{ "", "", "de_DE", LANG_EN },
		{ "C", NULL, NULL, LANG_FR },
	};

	for (size_t i = 0; i < sizeof(rows) / sizeof(rows[0]); i++) {
		const char *names[] = { "LC_ALL", "LC_MESSAGES", "LANG" };
		const char *values[] = { rows[i].all, rows[i].messages, rows[i].lang };

		for (int j = 0; j < 3; j++) {
			if (values[j] != NULL)
				setenv(names[j], values[j], 1);
			else
				unsetenv(names[j]);
		}
		assert_int_equal(lang_from_environment(), rows[i].expected);
	}
	assert_string_equal(lang_code(LANG_EN), "en");
	assert_string_equal(lang_code(LANG_FR), "fr");
}

static void test_utf8(void **state)
{
	static const struct {
		const char *text;
		size_t good, length;
	} rows[] = {
		{ "", 0, 0 },
		{ "abc", 3, 3 },
		{ "é€\xf0\x9f\x98\x80", 9, 3 },
		{ "a\x80", 1, 2 },
		{ "\xc0\x80", 0, 2 },
		{ "\xe0\x80\x80", 0, 3 },
		{ "\xed\xa0\x80", 0, 3 },
		{ "\xf4\x90\x80\x80", 0, 4 },
		{ "\xf8\x88\x80\x80\x80", 0, 5 },
		{ "a\xe2\x82", 1, 3 },
		{ "\xf4\x8f\xbf\xbf", 4, 1 },
		{ "\xff", 0, 1 },
		{ "\xf0\x80\x80\x80", 0, 4 },
		{ "\xc3(", 0, 2 },
	};

	for (size_t i = 0; i < sizeof(rows) / sizeof(rows[0]); i++) {
		assert_int_equal(utf8_check(rows[i].text, strlen(rows[i].text)), rows[i].good);
		assert_int_equal(utf8_length(rows[i].text, strlen(rows[i].text)), rows[i].length);
	}
}

static void test_clock(void **state)
{
	static const struct {
		int64_t ms;
		const char *text;
	} rows[] = {
		{ 0, "1970-01-01T00:00:00.000Z" },
		{ -1, "1969-12-31T23:59:59.999Z" },
		{ 1795450074123, "2026-11-23T16:07:54.123Z" },
		{ 951782400000, "2000-02-29T00:00:00.000Z" },
	};
	int64_t before = clock_mono_us();

	for (size_t i = 0; i < sizeof(rows) / sizeof(rows[0]); i++) {
		struct buf cleanup_buf out = BUF_INIT;

		clock_print_utc(&out, rows[i].ms);
		assert_string_equal(buf_str(&out), rows[i].text);
	}
	assert_true(clock_mono_us() >= before);
	assert_true(clock_utc_ms() > 1700000000000);
}

static void test_id(void **state)
{
	char last[ID_TEXT], next[ID_TEXT];
	uint64_t now = (uint64_t)clock_utc_ms();

	id_new(last);
	assert_int_equal(strlen(last), 36);
	assert_int_equal(last[14], '7');
	assert_non_null(strchr("89ab", last[19]));
	last[8] = '\0';
	assert_true(strtoull(last, NULL, 16) == now >> 16 || strtoull(last, NULL, 16) == (now >> 16) + 1);
	id_new(last);
	for (int i = 0; i < 20000; i++) {
		id_new(next);
		assert_true(strcmp(last, next) < 0);
		memcpy(last, next, sizeof(last));
	}
}

static void test_sha256(void **state)
{
	char out[SHA256_TEXT];

	sha256_text(out, "abc", 3);
	assert_string_equal(out, "sha256:ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
	sha256_text(out, NULL, 0);
	assert_string_equal(out, "sha256:e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_err),
		cmocka_unit_test(test_msg),
		cmocka_unit_test(test_lang),
		cmocka_unit_test(test_utf8),
		cmocka_unit_test(test_clock),
		cmocka_unit_test(test_id),
		cmocka_unit_test(test_sha256),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
