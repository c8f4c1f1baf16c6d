/* Truth tables as students type them, what they are worth, what is said of them. */
#include "../triples/triples.h"
#include "grader_boolean/grader_boolean.h"

#define RUN(rows) triples_run(&truth_table_kind, rows, sizeof(rows) / sizeof(rows[0]))

#define AND_NOT "'variables': ['a', 'b'], 'function': 'ab`', 'columns': ['b`']"

static const struct triple readings[] = {
	{ AND_NOT, "|a|b|b'|E|\n|-|-|-|-|\n|0|0|1|0|\n|0|1|0|0|\n|1|0|1|1|\n|1|1|0|0|", "20", "" },
	{ NULL, "a b E\n0 0 0\n0 1 0\n1 0 1\n1 1 0", "20", "" },
	{ NULL, "a b b' E\n0 0 1 0\n0 1 0 0\n1 0 1 1\n1 1 0 0", "20", "" },
	{ NULL, "a b non b E\n0 0 1 0\n0 1 0 0\n1 0 1 1\n1 1 0 0", "20", "" },
	{ NULL, "E;b;a\nF;F;F\nF;V;F\nV;F;V\nF;V;V", "20", "" },
	{ NULL, "a\tb\tE\nfaux\tfaux\tfaux\nFAUX\tVRAI\tfalse\nvrai\tfaux\ttrue\nT\tT\tF", "20", "" },
	{ NULL, "a,b,E\n1,1,0\n0,0,0\n1,0,1\n0,1,0", "20", "" },
	{ NULL, "a b | E\n--+---\n00 | 0\n01 | 0\n10 | 1\n11 | 0", "20", "" },
	{ NULL,
		"┌───┬───┬───┐\n│ a │ b │ E │\n├───┼───┼───┤\n│ 0 │ 0 │ 0 │\n│ 0 │ 1 │ 0 │\n│ 1 │ 0 │ 1 │\n│ 1 │ 1 │ 0 "
		"│\n└───┴───┴───┘",
		"20", "" },
	{ NULL, "0 0 0\n0 1 0\n1 0 1\n1 1 0", "20", "" },
	{ NULL, "E\n0\n0\n1\n0", "20", "" },
	{ NULL, "0\n0\n1\n0", "20", "" },
	{ NULL, "| a || b || E |\r\n| 0 || 0 || 0 |\r\n| 0 || 1 || 0 |\r\n| 1 || 0 || 1 |\r\n| 1 || 1 || 0 |\r\n", "20",
		"" },
	{ NULL, "a | b | E = ab'\n0|0|0\n0|1|0\n1|0|1\n1|1|0", "20", "" },
	{ NULL, "{'columns': {'E': ['0', '0', '1', '0']}}", "20", "", NULL, true },
	{ NULL, "{'columns': {'non b': [1, 0, 1, 0], 'E': [false, false, true, false]}}", "20", "", NULL, true },
	{ NULL, "{'rows': [['0','0','0'],['1','0','1'],['0','1','0'],['1','1','0']]}", "20", "", NULL, true },
	{ NULL, "", "-", NULL },
	{ NULL, "|a|b|b'|E|\n|-|-|-|-|\n|0|0| | |\n|0|1| | |\n|1|0| | |\n|1|1| | |", "-", "answer-blank" },
	{ NULL, "a b E\n0 0 .\n0 1 _\n1 0 ?\n1 1 .", "-", NULL },
	{ NULL, "{'columns': {'E': [null, '', '', '']}}", "-", NULL, NULL, true },
};

static const struct triple slips[] = {
	{ AND_NOT, "a b E\n0 0 0\n0 1 2\n1 0 1\n1 1 0", "?", "cell-word", "2" },
	{ NULL, "a b E\n0 0 0\n0 1 x\n1 0 1\n1 1 0", "?", "cell-open" },
	{ NULL, "a b E\n0 0 0\n0 1 0 0\n1 0 1\n1 1 0", "?", "cells-count",
		"Il faut 3 cases dans cette ligne, il y en a 4" },
	{ NULL, "a b E\n0 0 0\n0 1\n1 0 1\n1 1 0", "?", "cells-count" },
	{ NULL, "a b E\n0 0 0\n1 0 1\n1 1 0", "?", "row-missing", "a = 0, b = 1" },
	{ NULL, "a b E\n0 0 0\n1 0 1\n1 1 0\n1 1 1", "?", "row-repeated", "a = 1, b = 1" },
	{ NULL, "a b E\n0 . 0\n0 1 0\n1 0 1\n1 1 0", "?", "inputs-missing" },
	{ NULL, "a E\n0 0\n1 1", "?", "input-column-missing", "b" },
	{ NULL, "a b b'\n0 0 1\n0 1 0\n1 0 1\n1 1 0", "?", "result-column-missing", "E" },
	{ NULL, "a b zut E\n0 0 1 0\n0 1 0 0\n1 0 1 1\n1 1 0 0", "?", "unknown-heading", "zut" },
	{ NULL, "0 0 0 0 0\n1 1 1 1 1", "?", "header-missing" },
	{ NULL, "E\n0\n0\n1\n0\n1", "?", "rows-too-many" },
	{ NULL, "bonjour", "?", NULL },
	{ NULL, "{'columns': {'E': ['0', '0', '1']}}", "?", "column-length", NULL, true },
	{ NULL,
		"a b zzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzz E\n0 0 "
		"1 0\n0 1 0 0\n1 0 1 1\n1 1 0 0",
		"?", "unknown-heading", "zzz…" },
	{ NULL, "{'columns': {'zut': ['0', '0', '1', '0']}}", "?", "unknown-heading", NULL, true },
	{ NULL, "{'columns': {'E': ['0', '0', '1', 'oui']}}", "?", "cell-word", "oui", true },
	{ NULL, "{'cases': []}", "?", "table-json", NULL, true },
	{ NULL, "[1, 2]", "?", NULL, NULL, true },
	{ "'variables': ['a', 'b'], 'function': [1], 'dont_care': [3]", "0\n1\n0\nx", "20", "" },
	{ NULL, "0\n1\n0\n*", "20", "" },
	{ NULL, "0\n1\n0\n1", "20", "" },
	{ NULL, "0\n1\n0\n0", "20", "" },
	{ NULL, "0\n1\nx\n-", "0", "column-first", "vous avez x" },
};

#define IMPLICATION "'variables': ['P', 'Q'], 'name': 'E', 'function': 'P ⇒ Q'"
#define THREE       "'variables': ['a', 'b', 'c'], 'function': 'ab + c', 'columns': ['ab']"

/* Each diagnosis at least three times. The credit of a column is what is right beyond the best constant. */
static const struct triple diagnoses[] = {
	{ IMPLICATION, "1\n1\n0\n1", "20", "" },
	{ NULL, "1\n0\n0\n1", "0", "implies-as-iff" },
	{ NULL, "0\n0\n0\n1", "0", "implies-as-and" },
	{ NULL, "1\n0\n1\n1", "0", "implies-reversed" },
	{ NULL, "0\n0\n1\n0", "0", "column-negated" },
	{ NULL, "1\n1\n1\n1", "0", "column-first", "P = 1, Q = 0" },
	{ "'variables': ['P', 'Q', 'R'], 'function': '(P ⇒ Q) et R'", "0\n1\n0\n0\n0\n0\n0\n1", "40/3",
		"implies-as-iff" },
	{ NULL, "0\n0\n0\n0\n0\n0\n0\n1", "20/3", "implies-as-and" },
	{ NULL, "0\n1\n0\n0\n0\n1\n0\n1", "20/3", "implies-reversed" },
	{ NULL, "1\n0\n1\n0\n1\n1\n1\n0", "0", "column-negated" },
	{ "'variables': ['P', 'Q', 'R'], 'function': 'P ⇒ (Q ⇒ R)'", "1\n0\n0\n1\n0\n1\n1\n0", "0", NULL },
	{ NULL, "1\n1\n1\n1\n1\n0\n0\n1", "0", "implies-as-iff" },
	{ NULL, "1\n1\n1\n1\n0\n0\n0\n1", "0", "implies-as-and" },
	{ NULL, "1\n1\n1\n1\n1\n0\n1\n1", "0", "implies-reversed" },
	{ NULL, "0\n0\n0\n0\n0\n0\n1\n0", "0", "column-negated" },
	{ "'variables': ['P', 'Q'], 'function': 'P xor Q'", "0\n1\n1\n1", "10", "xor-as-or" },
	{ "'variables': ['P', 'Q', 'R'], 'function': '(P xor Q) xor R'", "0\n1\n1\n1\n1\n1\n1\n1", "5", "xor-as-or" },
	{ "'variables': ['P', 'Q', 'R'], 'function': '(P xor Q) R'", "0\n0\n0\n1\n0\n1\n0\n1", "10", "xor-as-or" },
	{ "'variables': ['P', 'Q'], 'function': 'P + Q'", "0\n1\n1\n0", "0", "or-as-xor" },
	{ NULL, "0\n0\n0\n1", "0", "or-as-and" },
	{ "'variables': ['P', 'Q', 'R'], 'function': '(P + Q)R'", "0\n0\n0\n1\n0\n1\n0\n0", "40/3", "or-as-xor" },
	{ NULL, "0\n0\n0\n0\n0\n0\n0\n1", "20/3", "or-as-and" },
	{ NULL, "0\n1\n1\n1\n1\n1\n1\n1", "0", NULL },
	{ "'variables': ['P', 'Q', 'R'], 'function': 'PQ + R'", "0\n1\n0\n1\n0\n1\n1\n0", "40/3", "or-as-xor" },
	{ NULL, "0\n0\n0\n0\n0\n0\n0\n1", "0", "or-as-and" },
	{ NULL, "0\n1\n1\n1\n1\n1\n1\n1", "20/3", "and-as-or" },
	{ "'variables': ['P', 'Q'], 'function': 'PQ'", "0\n1\n1\n1", "0", "and-as-or" },
	{ "'variables': ['P', 'Q', 'R'], 'function': 'PQR'", "0\n1\n1\n1\n1\n1\n1\n1", "0", "and-as-or" },
	{ "'variables': ['P', 'Q'], 'function': 'P ⇔ Q'", "1\n1\n0\n1", "10", "iff-as-implies" },
	{ NULL, "1\n0\n1\n1", "10", "iff-as-implies" },
	{ NULL, "0\n0\n0\n1", "10", "iff-as-and" },
	{ NULL, "0\n1\n1\n0", "0", "column-negated" },
	{ "'variables': ['P', 'Q', 'R'], 'function': '(P ⇔ Q) R'", "0\n1\n0\n1\n0\n0\n0\n1", "10", "iff-as-implies" },
	{ NULL, "0\n0\n0\n0\n0\n0\n0\n1", "10", "iff-as-and" },
	{ "'variables': ['P', 'Q', 'R'], 'function': '(P ⇔ Q) + R'", "0\n1\n0\n1\n0\n1\n1\n1", "10", "iff-as-and" },
	{ "'variables': ['a', 'b'], 'function': 'ab`'", "0\n0\n0\n1", "0", "not-forgotten" },
	{ "'variables': ['a', 'b', 'c'], 'function': 'a + b`c'", "0\n0\n0\n1\n1\n1\n1\n1", "20/3", "not-forgotten" },
	{ "'variables': ['a', 'b', 'c'], 'function': 'a`b`'", "0\n0\n0\n0\n1\n1\n0\n0", "0", "not-forgotten" },
	{ "'variables': ['a', 'b', 'c'], 'function': [1, 2, 3]", "0\n0\n0\n0\n1\n1\n1\n0", "0", "rows-reversed" },
	{ "'variables': ['a', 'b', 'c'], 'function': [0, 1, 2, 5]", "0\n0\n1\n0\n0\n1\n1\n1", "0", "rows-reversed" },
	{ "'variables': ['a', 'b', 'c'], 'function': [0]", "0\n0\n0\n0\n0\n0\n0\n1", "0", "rows-reversed" },
	{ THREE, "a b c ab E\n000 0 0\n001 0 1\n010 0 0\n011 0 1\n100 0 0\n101 0 1\n110 1 1\n111 1 1", "20", "" },
	{ NULL, "a b c ab E\n000 0 0\n001 1 0\n010 0 0\n011 1 0\n100 0 0\n101 1 0\n110 1 1\n111 1 1", "0",
		"columns-exchanged" },
	{ "'variables': ['a', 'b'], 'function': 'a + b', 'columns': ['ab'], 'required': true",
		"a b ab E\n0 0 0 0\n0 1 1 0\n1 0 1 0\n1 1 1 1", "0", "columns-exchanged" },
	{ "'variables': ['a', 'b'], 'function': '(a + b)a`', 'columns': ['a`', 'a + b'], 'required': true",
		"a b a' a+b E\n0 0 0 1 0\n0 1 1 1 1\n1 0 1 0 0\n1 1 1 0 0", "20/3", "columns-exchanged" },
	{ "'variables': ['a', 'b', 'c'], 'function': [1, 3, 6], 'meanings': {'a': {'true': 'admise', 'false': "
	  "'refusée'}, "
	  "'E': {'true': 'visible', 'false': 'cachée'}}",
		"0\n1\n0\n0\n0\n0\n1\n0", "40/3", "column-first",
		"a = 0 (refusée), b = 1, c = 1, elle vaut 1 (visible)" },
	{ NULL, "0\n1\n.\n1\n0\n0\n1\n0", "40/3", "column-unfinished", "a = 0 (refusée), b = 1, c = 0" },
	{ NULL, "1\n1\n.\n1\n0\n0\n1\n0", "20/3", "column-first", "a = 0 (refusée), b = 0, c = 0" },
	{ NULL, "0\n1\n0\n1\n0\n0\n1\n1", "40/3", "column-first", "et vous avez 1" },
	{ "'variables': ['a', 'b'], 'function': 'ab', 'columns': ['a`'], 'required': true",
		"a b E\n0 0 0\n0 1 0\n1 0 0\n1 1 1", "10", "column-blank" },
};

/* What follows from a wrong column is right; columns of one value carry nothing; many mistakes carry nothing. */
static const struct triple carries[] = {
	{ THREE ", 'required': true",
		"a b c ab E\n000 0 0\n001 0 1\n010 0 0\n011 0 1\n100 1 1\n101 0 1\n110 1 1\n111 1 1", "15",
		"column-carried" },
	{ NULL, "a b c ab E\n000 0 0\n001 0 1\n010 0 0\n011 0 1\n100 1 0\n101 0 1\n110 1 1\n111 1 1", "15",
		"column-first" },
	{ NULL, "a b c ab E\n000 0 0\n001 0 1\n010 0 0\n011 0 1\n100 0 1\n101 0 1\n110 1 1\n111 1 1", "50/3",
		"column-first" },
	{ NULL, "a b c ab E\n000 1 1\n001 1 1\n010 1 1\n011 1 1\n100 1 1\n101 1 1\n110 1 1\n111 1 1", "0",
		"column-first" },
	{ NULL, "a b c ab E\n000 0 0\n001 0 1\n010 0 0\n011 0 1\n100 0 0\n101 0 1\n110 0 0\n111 0 1", "20/3", NULL },
	{ NULL, "a b c ab E\n000 1 1\n001 1 1\n010 1 1\n011 1 1\n100 1 1\n101 1 1\n110 0 0\n111 0 1", "0",
		"column-negated" },
	{ THREE, "a b c ab E\n000 0 0\n001 0 1\n010 0 0\n011 0 1\n100 1 1\n101 0 1\n110 1 1\n111 1 1", "20",
		"column-carried" },
	{ NULL, "a b c a+b E\n000 0 0\n001 0 1\n010 1 0\n011 1 1\n100 1 0\n101 0 1\n110 1 1\n111 1 1", "20",
		"extra-column", "a = 1, b = 0, c = 1" },
	{ "'variables': ['a', 'b'], 'function': 'a + a`'", "1\n1\n1\n1", "20", "" },
	{ NULL, "1\n1\n1\n0", "0", "column-first" },
	{ NULL, "0\n0\n0\n0", "0", "column-negated" },
	{ "'variables': ['a', 'b', 'c', 'd'], 'function': 'a`b + cd + a`c', 'columns': ['a`b + cd'], 'required': true",
		"a b c d | a'b+cd | E\n0000|0|0\n0001|0|0\n0010|0|1\n0011|1|1\n0100|1|1\n0101|1|1\n0110|1|1\n0111|1|1\n"
		"1000|1|1\n1001|0|0\n1010|0|0\n1011|1|1\n1100|0|0\n1101|0|0\n1110|0|0\n1111|1|1",
		"130/7", "column-carried" },
};

static const struct refusal refusals[] = {
	{ "'variables': ['a', 'b'], 'function': 'ab', 'columns': ['a']", "column-twice", "/questions/0/columns/0" },
	{ "'variables': ['a', 'b'], 'function': 'ab', 'columns': ['ba']", "column-twice", "/questions/0/columns/0" },
	{ "'variables': ['a', 'b'], 'function': 'ab', 'columns': ['a`', 'a`']", "column-twice",
		"/questions/0/columns/1" },
	{ "'variables': ['a', 'b'], 'function': 'ab', 'columns': ['a +']", "formula-unreadable",
		"/questions/0/columns/0" },
	{ "'variables': ['a','b','c','d','e','f','g','h','i'], 'function': 'ab'", "too-many-variables",
		"/questions/0/variables" },
};

static void test_readings(void **state)
{
	RUN(readings);
}

static void test_slips(void **state)
{
	RUN(slips);
}

static void test_diagnoses(void **state)
{
	RUN(diagnoses);
}

static void test_carries(void **state)
{
	RUN(carries);
}

static void test_refusals(void **state)
{
	refusals_run(&truth_table_kind, refusals, sizeof(refusals) / sizeof(refusals[0]));
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_readings),
		cmocka_unit_test(test_slips),
		cmocka_unit_test(test_diagnoses),
		cmocka_unit_test(test_carries),
		cmocka_unit_test(test_refusals),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
