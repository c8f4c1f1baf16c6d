/* What a program printed against what was expected: rows of (rule, expected, got, equal, kind, line). */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>
#include <cmocka.h>
#include "compare_text.h"

#define COUNT(table) (sizeof(table) / sizeof((table)[0]))

struct row {
	const char *expected, *got;
	enum text_kind kind;
	size_t line, expected_line;
};
#define SAME(e, g)                                                                                                     \
	{                                                                                                              \
		e, g, TEXT_SAME, 0, 0                                                                                  \
	}

static const struct row LINES[] = {
	SAME("", ""),
	SAME("a", "a"),
	SAME("a\n", "a"),
	SAME("a", "a\n"),
	SAME("a\n", "a\n\n\n"),
	SAME("a\nb\n", "a \nb\t\n"),
	SAME("a\nb", "a\r\nb\r\n"),
	SAME("a\n\nb", "a\n\nb"),
	SAME("", "\n \n"),
	SAME(" a", " a"),
	SAME("é", "é"),
	SAME("a\n \nb", "a\n\nb"),
	{ "a", "b", TEXT_OTHER, 1, 1 },
	{ "a\nb", "a\nc", TEXT_OTHER, 2, 2 },
	{ "a", "", TEXT_NOTHING, 1, 1 },
	{ "a", " \n\n", TEXT_NOTHING, 1, 1 },
	{ "a\nb", "a", TEXT_MISSING_LINES, 2, 2 },
	{ "a", "a\nb", TEXT_EXTRA_LINES, 2, 2 },
	{ "", "a", TEXT_EXTRA_LINES, 1, 1 },
	{ "a", " a", TEXT_SPACES, 1, 1 },
	{ "a b", "a  b", TEXT_SPACES, 1, 1 },
	{ "a b", "ab", TEXT_SPACES, 1, 1 },
	{ "1, 2", "1,2", TEXT_SPACES, 1, 1 },
	{ "a\n\nb", "a\nb", TEXT_LINE_BREAKS, 2, 2 },
	{ "a b", "a\nb", TEXT_LINE_BREAKS, 1, 1 },
	{ "a\nb", "a b", TEXT_LINE_BREAKS, 1, 1 },
	{ "a\nb", "ab", TEXT_LINE_BREAKS, 1, 1 },
	{ "Bonjour", "bonjour", TEXT_CASE, 1, 1 },
	{ "ÉTÉ", "été", TEXT_CASE, 1, 1 },
	{ "Œuf", "œuf", TEXT_CASE, 1, 1 },
	{ "été", "ete", TEXT_ACCENTS, 1, 1 },
	{ "cœur", "coeur", TEXT_ACCENTS, 1, 1 },
	{ "ça va", "ca va", TEXT_ACCENTS, 1, 1 },
	{ "e\xcc\x81t\xc3\xa9", "ét\xc3\xa9", TEXT_ACCENTS, 1, 1 },
	{ "Été", "ete", TEXT_PRESENTATION, 1, 1 },
	{ "Bonjour !", "bonjour", TEXT_PRESENTATION, 1, 1 },
	{ "Total : 3", "total 3", TEXT_PRESENTATION, 1, 1 },
	{ "fini.", "fini", TEXT_PRESENTATION, 1, 1 },
	{ "a,b", "a b", TEXT_PRESENTATION, 1, 1 },
	{ "3", "3.0", TEXT_NUMBER_FORMAT, 1, 1 },
	{ "x = 0.5", "x = 0,5", TEXT_NUMBER_FORMAT, 1, 1 },
	{ "1000", "1e3", TEXT_NUMBER_FORMAT, 1, 1 },
	{ "1.50", "1.5", TEXT_NUMBER_FORMAT, 1, 1 },
	{ "07", "7", TEXT_NUMBER_FORMAT, 1, 1 },
	{ "pi 3.14", "pi 3.14159", TEXT_ROUNDING, 1, 1 },
	{ "0.3", "0.30000000000000004", TEXT_ROUNDING, 1, 1 },
	{ "total 3", "total 4", TEXT_NUMBERS_ONLY, 1, 1 },
	{ "3", "4", TEXT_OTHER, 1, 1 },
	{ "3", "-3", TEXT_OTHER, 1, 1 },
	{ "12", "1 2", TEXT_SPACES, 1, 1 },
	{ "3.5", "35", TEXT_OTHER, 1, 1 },
	{ "!", "?", TEXT_OTHER, 1, 1 },
	{ "a\nB\nc", "a\nb\nc", TEXT_CASE, 2, 2 },
	{ "a\nb\nc", "a\nx\nc", TEXT_OTHER, 2, 2 },
	{ "é", "\xe9", TEXT_OTHER, 1, 1 },
	{ "a\tb", "a b", TEXT_SPACES, 1, 1 },
	{ "5", "", TEXT_NOTHING, 1, 1 },
	{ "a\nb", "b\na", TEXT_OTHER, 1, 1 },
};

static const struct row EXACT[] = {
	SAME("", ""),
	SAME("a\n", "a\n"),
	SAME("a \n", "a \n"),
	{ "a\n", "a", TEXT_FINAL_NEWLINE, 1, 1 },
	{ "a", "a\n", TEXT_FINAL_NEWLINE, 1, 1 },
	{ "a\n", "a\n\n", TEXT_FINAL_NEWLINE, 2, 2 },
	{ "a\n", "a \n", TEXT_SPACES, 1, 1 },
	{ "a\nb\n", "a\r\nb\n", TEXT_SPACES, 1, 1 },
	{ "a\n", "A\n", TEXT_CASE, 1, 1 },
	{ "a\nb\n", "a\nc\n", TEXT_OTHER, 2, 2 },
	{ "a\n", "", TEXT_NOTHING, 1, 1 },
	{ "a\n", "a\nb\n", TEXT_EXTRA_LINES, 2, 2 },
	{ "a\nb\n", "a\n", TEXT_MISSING_LINES, 2, 2 },
	{ "", "\n", TEXT_FINAL_NEWLINE, 1, 1 },
};

static const struct row TOKENS[] = {
	SAME("", ""),
	SAME("a b", "a\nb"),
	SAME("a  b\n", "\n a b"),
	SAME("1 2 3", "1\n2\n3\n"),
	SAME("", " \n"),
	{ "a b", "a c", TEXT_OTHER, 1, 1 },
	{ "a\nb", "a c", TEXT_OTHER, 1, 2 },
	{ "a b", "a\nc", TEXT_OTHER, 2, 1 },
	{ "a b", "a", TEXT_MISSING_LINES, 1, 1 },
	{ "a", "a b", TEXT_EXTRA_LINES, 1, 1 },
	{ "a b", "ab", TEXT_SPACES, 1, 1 },
	{ "a B", "a b", TEXT_CASE, 1, 1 },
	{ "3", "3.0", TEXT_NUMBER_FORMAT, 1, 1 },
	{ "é", "e", TEXT_ACCENTS, 1, 1 },
	{ "x", "", TEXT_NOTHING, 1, 1 },
};

static const struct row NUMBERS_EXACT[] = {
	SAME("3", "3.0"),
	SAME("0.5", ".5"),
	SAME("1e3", "1000"),
	SAME("-0", "0"),
	SAME("+5", "5"),
	SAME("0.10", "0.1"),
	SAME("1E-2", "0.01"),
	SAME("a 3", "a 3."),
	SAME("007", "7"),
	SAME("123456789012345678901234567890", "123456789012345678901234567890.000"),
	SAME("0", "0.000"),
	SAME("0e5", "0"),
	SAME("12e-1", "1.2"),
	SAME("100", "1e2"),
	SAME("x y", "x y"),
	SAME("nan", "nan"),
	{ "123456789012345678901234567890", "123456789012345678901234567891", TEXT_OTHER, 1, 1 },
	{ "0.1", "0.10000000000000001", TEXT_ROUNDING, 1, 1 },
	{ "3", "-3", TEXT_OTHER, 1, 1 },
	{ "3", "4", TEXT_OTHER, 1, 1 },
	{ "3", "3a", TEXT_OTHER, 1, 1 },
	{ "a 1", "a 2", TEXT_NUMBERS_ONLY, 1, 1 },
	{ "0.5", "0,5", TEXT_NUMBER_FORMAT, 1, 1 },
	{ "1", "1e", TEXT_OTHER, 1, 1 },
	{ "1", "1e0000000000000000", TEXT_OTHER, 1, 1 },
	{ "1", ".", TEXT_OTHER, 1, 1 },
	{ "10", "1e2", TEXT_OTHER, 1, 1 },
	{ "12", "120", TEXT_OTHER, 1, 1 },
	{ "1.2", "12", TEXT_OTHER, 1, 1 },
	{ "12", "1.2", TEXT_OTHER, 1, 1 },
	{ "1 2", "1 2 3", TEXT_EXTRA_LINES, 1, 1 },
	{ "1\n2", "1\n5", TEXT_NUMBERS_ONLY, 2, 2 },
};

/* tolerance 0.01 */
static const struct row NUMBERS_NEAR[] = {
	SAME("3.14", "3.1415"),
	SAME("1.00", "1.01"),
	SAME("1", "0.99"),
	SAME("a 2.0 b", "a 2.005 b"),
	SAME("-1", "-1.005"),
	SAME("1e400", "1e400"),
	SAME("100000000000000", "100000000010000"),
	SAME("1e10", "10000000001"),
	{ "3.14", "3.2", TEXT_ROUNDING, 1, 1 },
	{ "1000", "1001", TEXT_OTHER, 1, 1 },
	{ "1e400", "2e400", TEXT_OTHER, 1, 1 },
	{ "1", "x", TEXT_OTHER, 1, 1 },
	{ "1", "-1", TEXT_OTHER, 1, 1 },
};

static const struct {
	struct text_rule rule;
	const struct row *rows;
	size_t count;
} TABLES[] = {
	{ { TEXT_LINES, 0 }, LINES, COUNT(LINES) },
	{ { TEXT_EXACT, 0 }, EXACT, COUNT(EXACT) },
	{ { TEXT_TOKENS, 0 }, TOKENS, COUNT(TOKENS) },
	{ { TEXT_NUMBERS, 0 }, NUMBERS_EXACT, COUNT(NUMBERS_EXACT) },
	{ { TEXT_NUMBERS, 0.01 }, NUMBERS_NEAR, COUNT(NUMBERS_NEAR) },
};

static struct text text(const char *string)
{
	return (struct text){ string, strlen(string) };
}

static void test_rules(void **state)
{
	for (size_t t = 0; t < COUNT(TABLES); t++) {
		for (size_t i = 0; i < TABLES[t].count; i++) {
			const struct row *row = &TABLES[t].rows[i];
			struct text_result r;
			struct err err = { 0 };
			assert_int_equal(
				compare_text(&r, &TABLES[t].rule, text(row->expected), text(row->got), &err), 0);
			if (r.equal != (row->kind == TEXT_SAME) || r.kind != row->kind || r.line != row->line ||
				r.expected_line != row->expected_line)
				fail_msg("%s: '%s' and '%s': %s, line %zu/%zu", text_mode_name(TABLES[t].rule.mode),
					row->expected, row->got, text_kind_name(r.kind), r.line, r.expected_line);
		}
	}
}

static void test_regex(void **state)
{
	static const struct {
		const char *pattern, *got;
		int equal;
	} ROWS[] = {
		/* equal -1: the author's mistake */
		{ "abc", "abc", 1 },
		{ "abc", "abc\n", 1 },
		{ "abc\n", "abc", 1 },
		{ "b", "abc", 0 },
		{ "a.c", "a\nc", 0 },
		{ "(?s)a.c", "a\nc", 1 },
		{ "a\\nb", "a  \r\nb", 1 },
		{ "\\d+", "123", 1 },
		{ "\\d+", "12a", 0 },
		{ "é", "é", 1 },
		{ ".", "é", 1 },
		{ "..", "é", 0 },
		{ "a|ab", "ab", 1 },
		{ "", "", 1 },
		{ "", "x", 0 },
		{ ".", "\xff", 1 },
		{ "a", "", 0 },
		{ "\\w+", "été", 1 },
		{ "(", "a", -1 },
		{ "[a", "a", -1 },
		{ "a{2,1}", "aa", -1 },
		{ "\\C", "a", -1 },
		{ "(?P<x", "a", -1 },
		{ "\xff", "a", -1 },
		{ "(a+)+b", "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaac",
			0 }, /* seen without trying: there is no b */
		{ "(a|aa)+\\d?b?c", "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaadc", -1 },
		{ "(?R)", "a", -1 },
	};
	static const struct text_rule RULE = { TEXT_REGEX, 0 };
	for (size_t i = 0; i < COUNT(ROWS); i++) {
		struct text_result r = { 0 };
		struct err err = { 0 };
		int rc = compare_text(&r, &RULE, text(ROWS[i].pattern), text(ROWS[i].got), &err);
		if ((rc < 0 ? -1 : r.equal) != ROWS[i].equal)
			fail_msg("'%s' and '%s': %d %d %s", ROWS[i].pattern, ROWS[i].got, rc, r.equal, err.text);
		if (rc < 0)
			assert_int_equal(err.kind, ERR_INPUT);
	}
}

static void test_pattern(void **state)
{
	size_t column = 0;
	struct err err = { 0 };
	assert_int_equal(compare_text_pattern(text("a(b)c\n"), &column, &err), 0);
	assert_int_equal(compare_text_pattern(text("ab[c"), &column, &err), -1);
	assert_int_equal(err.kind, ERR_INPUT);
	assert_int_equal(column, 5);
}

static void test_any_bytes(void **state)
{
	static const char NULS[] = "a\0b", OTHER[] = "a\0c";
	for (int mode = TEXT_LINES; mode <= TEXT_NUMBERS; mode++) {
		struct text_rule rule = { (enum text_mode)mode, 0 };
		struct text_result r;
		struct err err = { 0 };
		struct text none = { NULL, 0 }, nuls = { NULS, 3 }, other = { OTHER, 3 };
		assert_int_equal(compare_text(&r, &rule, none, none, &err), 0);
		assert_true(r.equal);
		assert_int_equal(compare_text(&r, &rule, none, nuls, &err), 0);
		assert_false(r.equal);
		assert_int_equal(compare_text(&r, &rule, nuls, nuls, &err), 0);
		assert_true(r.equal);
		assert_int_equal(compare_text(&r, &rule, nuls, other, &err), 0);
		assert_false(r.equal);
		assert_int_equal(compare_text(&r, &rule, (struct text){ "ab", 1 }, (struct text){ "ac", 1 }, &err), 0);
		assert_true(r.equal);
	}
}

static void test_names(void **state)
{
	for (int i = TEXT_LINES; i <= TEXT_REGEX; i++)
		assert_int_equal(text_mode_parse(text_mode_name((enum text_mode)i)), i);
	assert_int_equal(text_mode_parse("line"), -1);
	for (int i = TEXT_SAME; i <= TEXT_OTHER; i++)
		assert_non_null(text_kind_name((enum text_kind)i));
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_rules),
		cmocka_unit_test(test_regex),
		cmocka_unit_test(test_pattern),
		cmocka_unit_test(test_any_bytes),
		cmocka_unit_test(test_names),
	};
	return cmocka_run_group_tests_name("compare_text", tests, NULL, NULL);
}
