/* Diffs as rows, written one after the other: " same|-expected|+got". */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>
#include <cmocka.h>
#include "base/buf.h"
#include "base/json.h"
#include "base/utf8.h"
#include "diff.h"
#include "literal.h"

#define COUNT(table) (sizeof(table) / sizeof((table)[0]))

static void write_rows(struct buf *out, const json_t *rows)
{
	size_t i;
	json_t *row;
	json_array_foreach(rows, i, row)
	{
		if (i > 0)
			buf_addch(out, '|');
		buf_addstr(out, json_string_value(json_object_get(row, "op")));
		buf_addstr(out, json_string_value(json_object_get(row, "text")));
	}
}

static struct text text(const char *string)
{
	return (struct text){ string, strlen(string) };
}

static void test_texts(void **state)
{
	static const struct {
		const char *expected, *got, *rows;
	} ROWS[] = {
		{ "", "", "" },
		{ "a", "a", " a" },
		{ "a\n", "a\n\n", " a" },
		{ "a", "b", "-a|+b" },
		{ "a", "", "-a" },
		{ "", "a", "+a" },
		{ "a\nb\nc", "a\nc", " a|-b| c" },
		{ "a\nc", "a\nb\nc", " a|+b| c" },
		{ "a\nb\nc", "a\nx\nc", " a|-b|+x| c" },
		{ "a\nb\nc", "a\nb\nd", " a| b|-c|+d" },
		{ "a\nb", "b\na", "-a| b|+a" },
		{ "a \nb", "a\nb\t", " a| b" },
		{ "a\r\nb", "a\nb", " a| b" },
		{ "a\nb\nc\nd", "b\nd\ne", "-a| b|-c| d|+e" },
		{ "x\n\ny", "x\ny", " x|-| y" },
		{ "a\na\na", "a\na", " a| a|-a" },
		{ "a\xff", "a", "-a\xef\xbf\xbd|+a" },
		{ "A\nB\nC\nA\nB\nB\nA", "C\nB\nA\nB\nA\nC", "-A|-B| C|+B| A| B|-B| A|+C" },
	};
	for (size_t i = 0; i < COUNT(ROWS); i++) {
		cleanup_json json_t *rows = diff_text(text(ROWS[i].expected), text(ROWS[i].got), NULL);
		cleanup_buf struct buf out = BUF_INIT;
		write_rows(&out, rows);
		assert_string_equal(buf_str(&out), ROWS[i].rows);
	}
}

static void test_exact(void **state)
{
	struct diff_options options = { .exact = true };
	cleanup_json json_t *rows = diff_text(text("a \nb\n"), text("a\nb\n\n"), &options);
	cleanup_buf struct buf out = BUF_INIT;
	write_rows(&out, rows);
	assert_string_equal(buf_str(&out), "-a |+a| b|+");
}

static void test_values(void **state)
{
	static const struct {
		const char *expected, *got, *rows;
	} ROWS[] = {
		{ "[1, 2, 3]", "[1, 3]", " 1|-2| 3" },
		{ "[1, 2]", "[1.0, True, 2]", " 1|+True| 2" },
		{ "[]", "[1]", "+1" },
		{ "[]", "[]", "" },
		{ "[[1, 2], [3, 4]]", "[[1, 2], [3, 5]]", " [1, 2]|-[3, 4]|+[3, 5]" },
		{ "(1, 2)", "[1, 2]", " 1| 2" },
		{ "['a', {1}]", "['a', {2}]", " 'a'|-{1}|+{2}" },
		{ "{'a': 1, 'b': 2}", "{'b': 3, 'c': 4}", "-'a': 1|-'b': 2|+'b': 3|+'c': 4" },
		{ "{'z': 1, 'a': 2}", "{'a': 2, 'z': 1}", " 'z': 1| 'a': 2" },
		{ "{}", "{1: 2}", "+1: 2" },
		{ "{1: 2}", "{}", "-1: 2" },
		{ "{1, 2}", "{3, 2}", "-1| 2|+3" },
		{ "set()", "frozenset([1])", "+1" },
		{ "'a\\nb'", "'a\\nc'", " a|-b|+c" },
		{ "1", "2", NULL },
		{ "'a'", "'b'", NULL },
		{ "[1]", "{1}", NULL },
		{ "{1: 2}", "[1]", NULL },
		{ "None", "[1]", NULL },
	};
	for (size_t i = 0; i < COUNT(ROWS); i++) {
		cleanup_arena struct arena *arena = arena_new(0);
		cleanup_json json_t *rows =
			diff_values(literal(arena, ROWS[i].expected), literal(arena, ROWS[i].got), NULL);
		cleanup_buf struct buf out = BUF_INIT;
		if (ROWS[i].rows == NULL) {
			assert_null(rows);
			continue;
		}
		write_rows(&out, rows);
		assert_string_equal(buf_str(&out), ROWS[i].rows);
	}
}

/* Lines numbered from `first`, of which each `every`-th is changed. */
static void number_lines(struct buf *out, int first, int last, int every)
{
	for (int i = first; i <= last; i++)
		buf_printf(out, "%d%s\n", i, every > 0 && i % every == 0 ? "x" : "");
}

static void test_far_rows_are_left_out(void **state)
{
	cleanup_buf struct buf expected = BUF_INIT;
	cleanup_buf struct buf got = BUF_INIT;
	cleanup_buf struct buf out = BUF_INIT;
	struct diff_options options = { .max_rows = 12 };
	number_lines(&expected, 1, 100, 0);
	number_lines(&got, 1, 100, 50);
	cleanup_json json_t *rows = diff_text(text(buf_str(&expected)), text(buf_str(&got)), &options);
	write_rows(&out, rows);
	assert_string_equal(buf_str(&out), " …| 47| 48| 49|-50|+50x| 51| 52| 53| …| 97| …");
}

static void test_bounds(void **state)
{
	cleanup_buf struct buf expected = BUF_INIT;
	cleanup_buf struct buf got = BUF_INIT;
	struct diff_options options = { .max_rows = 30, .max_row_bytes = 50 };
	number_lines(&expected, 1, 30000, 0);
	number_lines(&got, 40000, 90000, 3);
	for (int i = 0; i < 1000; i++)
		buf_addstr(&got, "é");
	cleanup_json json_t *rows = diff_text(text(buf_str(&expected)), text(buf_str(&got)), &options);
	assert_true(json_array_size(rows) <= 30);
	cleanup_json json_t *long_row = diff_text(text(""), text(strstr(buf_str(&got), "é")), &options);
	const char *shown = json_string_value(json_object_get(json_array_get(long_row, 0), "text"));
	assert_string_equal(shown + strlen(shown) - 3, "…");
	assert_true(strlen(shown) <= 53);
	assert_int_equal(utf8_check(shown, strlen(shown)), strlen(shown));
}

/* Whatever the alignment, ' ' and '-' rows are the expected text, ' ' and '+' rows the other one. */
static void test_rows_rebuild_both(void **state)
{
	uint32_t seed = 1;
	for (int round = 0; round < 400; round++) {
		struct buf sides[2] = { BUF_INIT, BUF_INIT };
		struct buf rebuilt[2] = { BUF_INIT, BUF_INIT };
		for (int s = 0; s < 2; s++)
			for (int i = 0; i < round % 40 + s; i++) {
				seed = seed * 1664525 + 1013904223;
				buf_printf(&sides[s], "%c\n", (int)('a' + (seed >> 24) % (unsigned)(2 + round % 5)));
			}
		struct diff_options options = { .max_rows = 1000 };
		cleanup_json json_t *rows = diff_text(text(buf_str(&sides[0])), text(buf_str(&sides[1])), &options);
		size_t i;
		json_t *row;
		json_array_foreach(rows, i, row)
		{
			char op = json_string_value(json_object_get(row, "op"))[0];
			for (int s = 0; s < 2; s++)
				if (op == ' ' || op == "-+"[s])
					buf_printf(
						&rebuilt[s], "%s\n", json_string_value(json_object_get(row, "text")));
		}
		assert_string_equal(buf_str(&rebuilt[0]), buf_str(&sides[0]));
		assert_string_equal(buf_str(&rebuilt[1]), buf_str(&sides[1]));
		for (int s = 0; s < 2; s++) {
			buf_release(&sides[s]);
			buf_release(&rebuilt[s]);
		}
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_texts),
		cmocka_unit_test(test_exact),
		cmocka_unit_test(test_values),
		cmocka_unit_test(test_far_rows_are_left_out),
		cmocka_unit_test(test_bounds),
		cmocka_unit_test(test_rows_rebuild_both),
	};
	return cmocka_run_group_tests_name("diff", tests, NULL, NULL);
}
