/* What tables of execution earn and say, with the real sandbox. */
#include "../triples/triples.h"
#include "grader_trace/grader_trace.h"
#include "sandbox/sandbox.h"

#define RUN(state, rows) triples_run_in(*(state), &trace_kind, rows, sizeof(rows) / sizeof((rows)[0]))

#define EUCLID                                                                                                         \
	"'columns': ['a', 'b', 'r'], 'start': 'a = 84\\nb = 36', 'while': 'b != 0', "                                  \
	"'step': 'r = a % b\\na = b\\nb = r'"
#define SUM  "'columns': ['i', 's'], 'start': 's = 0', 'for': 'i in range(1, 5)', 'step': 's += i'"
#define TEST "'columns': ['n', 's', 's < 10'], 'start': 'n = 0\\ns = 0', 'while': 's < 10', 'step': 'n += 1\\ns += n'"
#define MIN                                                                                                            \
	"'columns': ['x', 'm'], 'start': 't = [5, 8, 2, 2]\\nm = t[0]', 'for': 'x in t', 'step': 'if x < m:\\n    m "  \
	"= x'"
#define DIGIT "'columns': ['n', 'c'], 'start': 'n = 472\\nc = 0', 'while': 'n > 0', 'step': 'c += n % 10\\nn = n // 10'"

static void test_rows(void **state)
{
	static const struct triple rows[] = {
		{ EUCLID, "84 36 -\n36 12 12\n12 0 0", "20", "" },
		{ NULL, "84.0 36 -\n36 12,0 12\n12 0 0", "20", "" },
		{ NULL, "84 36 -\n36 24 24\n24 12 12\n12 0 0", "55/3", "cell-wrong",
			"avec a = 84 et b = 36, r = a % b donne r = 12" },
		{ NULL, "84 36 -\n36 13 12\n13 10 10\n10 3 3\n3 1 1\n1 0 0", "170/9", "cell-wrong",
			"b = r donne b = 12" },
		{ NULL, "84 36 -\n36 24 24\n24 12 12\n12 0 0", "55/3", "row-carried" },
		{ NULL, "84 36 -\n36 12 12\n12 0", "?", "row-cells" },
		{ NULL, "84 36 -\n36 12 12\n12 0 -", "160/9", "cell-blank", "avec a = 36 et b = 12" },
		{ NULL, "84 36 -\n36 12 -\n12 0 0", "160/9", "cell-blank" },
		{ NULL, "84 36 -\n36 - 12\n12 0 0", "160/9", "cell-blank" },
		{ NULL, "84 36 36\n36 12 12\n12 0 0", "160/9", "cell-too-early" },
		{ NULL, "84 36 84\n36 12 12\n12 0 0", "160/9", "cell-too-early" },
		{ NULL, "84 36 0\n36 12 12\n12 0 0", "160/9", "cell-too-early", "vous avez 0" },
		{ NULL, "48 36 -\n36 12 12\n12 0 0", "160/9", "start-wrong", "a vaut 84" },
		{ NULL, "84 63 -\n63 21 21\n21 0 0", "160/9", "start-wrong", "b vaut 36" },
		{ NULL, "- 36 -\n36 12 12\n12 0 0", "160/9", "start-blank" },
		{ NULL, "84 - -\n36 12 12\n12 0 0", "160/9", "start-blank" },
		{ NULL, "84 36 -\n36 12 12", "40/3", "row-missing",
			"avec b = 12, la condition b != 0 est encore vraie" },
		{ NULL, "84 36 -", "2", "row-absent" },
		{ NULL, "84 36 -\n36 12 12\n12 0 0\n0 12 12", "15", "row-too-many", "avec b = 0" },
		{ NULL, "84 36 -\n36 12 12\n12 0 0\n12 0 0", "15", "row-too-many" },
		{ NULL, "84 36 -\n36 0 0\n7 7 7", "80/9", "row-too-many" },
		{ NULL, "84 36 -\n36 0 0", "160/9", "row-not-reached" },
		{ NULL, "84 36 -\n36 'a' 12\n12 0 0", "160/9", "cell-wrong" },
		{ NULL, "84 36 -\n'z' 12 12\n12 5 5\n5 2 2", "15", "row-unfollowable" },
		{ NULL, "84 36 -\n36 12 12\n12 0 0\n\n", "20", "" },
		{ NULL, "", "-", NULL },
		{ NULL, "{'rows': [[84, 36, null], [36, 12, 12], [12, 0, 0]]}", "20", "", NULL, true },
		{ NULL, "[[84, 36, null], [36, 24, 24], [24, 12, 12], [12, 0, 0]]", "55/3", "errors-carried", NULL,
			true },
	};

	RUN(state, rows);
}

static void test_whole_tables(void **state)
{
	static const struct triple rows[] = {
		{ EUCLID, "84 36 -\n84 36 -\n36 12 12", "20/3", "values-before" },
		{ NULL, "36 84 -\n12 36 12\n0 12 0", "20/3", "columns-exchanged" },
		{ NULL, "84 36 -\n84 36 -\n84 36 -", "0", "start-copied" },
		{ NULL, "84 36 -\n84 12 12\n84 0 0", "40/3", "read-without", "a = b" },
		{ NULL, "84 36 -\n36 2 2\n2 18 18\n18 0 0", "20/3", "read-quotient", "a % b" },
		{ SUM, "- 0\n1 1\n2 3\n3 6\n4 10", "20", "" },
		{ NULL, "- 0\n1 1\n2 3\n3 6\n4 10\n5 15", "50/3", "range-one-more" },
		{ NULL, "- 0\n1 1\n2 3\n3 6", "16", "range-one-less" },
		{ NULL, "- 0\n0 0\n1 1\n2 3\n3 6\n4 10", "10/3", "range-one-earlier" },
		{ NULL, "- 0\n2 2\n3 5\n4 9", "4", "range-one-later" },
		{ NULL, "- 0\n0 0\n1 1\n2 3\n3 6", "4", "range-shifted" },
		{ NULL, "- 0\n2 2\n3 5\n4 9\n5 14", "4", "range-shifted" },
		{ NULL, "- 0\n1 1\n2 2\n3 3\n4 4", "14", "read-plain" },
		{ NULL, "- 0\n1 0\n2 0\n3 0\n4 0", "10", "read-without" },
		{ NULL, "- 0\n1 1\n1 2\n1 3\n1 4", "8", "cell-loop" },
		{ MIN, "- 5\n5 5\n8 5\n2 2\n2 2", "20", "" },
		{ NULL, "- 5\n5 5\n8 8\n2 8\n2 8", "14", "read-comparison" },
		{ NULL, "- 5\n5 5\n8 5\n2 5\n2 5", "10", "read-without" },
		{ NULL, "- 5\n5 5\n8 5\n2 2\n2 5", "18", "cell-unchanged" },
		{ NULL, "- 5\n5 5\n8 8\n2 2\n2 2", "18", "cell-unchanged" },
		{ NULL, "- 5\n5 5\n8 5\n8 5\n2 2", "18", "cell-loop" },
		{ NULL, "- 5\n5 5\n8 5\n2 2", "16", "row-missing", "fait 4 passage(s)" },
		{ NULL, "- 5\n5 5\n8 5\n2 2\n2 2\n9 2", "50/3", "row-too-many", "ne fait que 4 passage(s)" },
	};

	RUN(state, rows);
}

static void test_formulas(void **state)
{
	static const struct triple rows[] = {
		{ TEST, "0 0 V\n1 1 V\n2 3 V\n3 6 V\n4 10 F", "20", "" },
		{ NULL, "0 0 1\n1 1 1\n2 3 1\n3 6 1\n4 10 0", "20", "" },
		{ NULL, "0 0 V\n1 1 V\n2 3 V\n3 6 F\n4 10 F", "56/3", "cell-formula", "avec s = 6" },
		{ NULL, "0 0 V\n1 1 V\n2 3 V\n3 6 V\n4 10 V", "40/3", "never-updated" },
		{ NULL, "0 0 V\n1 1 V\n2 3 F\n3 6 V\n4 10 F", "56/3", "cell-formula" },
		{ NULL, "0 0 V\n1 1 F\n2 3 V\n3 6 V\n4 10 F", "56/3", "cell-formula" },
		{ DIGIT, "472 0\n47 2\n4 9\n0 13", "20", "" },
		{ NULL, "472 0\n47 47\n4 51\n0 51", "12.5", "read-quotient" },
		{ NULL, "472 0\n47 7\n4 11\n0 11", "12.5", "read-in-other-order" },
		{ NULL, "472 0\n2 2", "7.5", "row-absent" },
	};

	RUN(state, rows);
}

#define AVERAGE "'columns': ['a', 'b'], 'start': 'a = 1\\nb = 9', 'for': 'k in range(3)', 'step': 'a = (a + b) / 2'"
#define HALVES  "'columns': ['n'], 'start': 'n = 45', 'while': 'n > 5', 'step': 'n = n // 2'"
#define SWAP    "'columns': ['a', 'b'], 'start': 'a, b = 3, 5', 'while': 'a < 20', 'step': 'a, b = b, a + b'"
#define SERIES  "'columns': ['u', 'v'], 'start': 'u = 1\\nv = 2', 'while': 'u < 20', 'step': 'u = u + v\\nv = 2 * u'"
#define ODD                                                                                                            \
	"'columns': ['n', 'k'], 'start': 'n = 12\\nk = 0', 'while': 'n != 1', "                                        \
	"'step': 'if n % 2 == 0:\\n    n = n // 2\\nelse:\\n    n = 3 * n + 1\\nk += 1'"
#define AGES                                                                                                           \
	"'columns': ['x', 'c'], 'start': 'c = 0', 'for': 'x in [17, 18, 21, 18]', 'step': 'if x >= 18:\\n    c += 1'"

static void test_misreadings(void **state)
{
	static const struct triple rows[] = {
		{ HALVES, "45\n22\n11\n5", "20", "" },
		{ NULL, "45\n22,5\n11,25\n5,625\n2,8125", "4", "read-true-division" },
		{ NULL, "45\n1\n", "5", "read-remainder" },
		{ "'columns': ['n'], 'start': 'n = 19', 'while': 'n > 3', 'step': 'n = n / 2'", "19\n9,5\n4,75\n2,375",
			"20", "" },
		{ NULL, "19\n9\n4\n2", "5", "read-integer-division" },
		{ SWAP, "3 5\n5 8\n8 13\n13 21\n21 34", "20", "" },
		{ NULL, "3 5\n5 10\n10 20\n20 40", "6", "read-one-by-one" },
		{ SERIES, "1 2\n3 6\n9 18\n27 54", "20", "" },
		{ NULL, "1 2\n3 2\n5 6\n11 10\n21 22", "6", "read-all-at-once" },
		{ ODD, "12 0\n6 1\n3 2\n10 3\n5 4\n16 5\n8 6\n4 7\n2 8\n1 9", "20", "" },
		{ AGES, "- 0\n17 0\n18 1\n21 2\n18 3", "20", "" },
		{ NULL, "- 0\n17 0\n18 0\n21 1\n18 1", "14", "read-strictness" },
		{ NULL, "- 0\n17 1\n18 2\n21 2\n18 3", "18", "read-comparison" },
		{ "'columns': ['x', 'c'], 'start': 'c = 0', 'for': 'x in [3, 3, 4, 6]', 'step': 'if x == 3:\\n    c += "
		  "1'",
			"- 0\n3 0\n3 0\n4 1\n6 2", "14", "read-negated" },
	};

	RUN(state, rows);
}

/* The same misreadings of other data. */
static void test_other_data(void **state)
{
	static const struct triple rows[] = {
		{ "'columns': ['n', 'c'], 'start': 'n = 58\\nc = 0', 'while': 'n > 0', 'step': 'c += n % 10\\nn = n // "
		  "10'",
			"58 0\n5 5\n0 5", "40/3", "read-in-other-order" },
		{ "'columns': ['n', 'c'], 'start': 'n = 91\\nc = 0', 'while': 'n > 0', 'step': 'c += n % 10\\nn = n // "
		  "10'",
			"91 0\n9 9\n0 9", "40/3", "read-in-other-order" },
		{ "'columns': ['n'], 'start': 'n = 21', 'while': 'n > 5', 'step': 'n = n // 2'",
			"21\n10,5\n5,25\n2,625", "5", "read-true-division" },
		{ NULL, "21\n1", "40/3", "read-remainder" },
		{ "'columns': ['n'], 'start': 'n = 15', 'while': 'n > 5', 'step': 'n = n // 2'", "15\n7,5\n3,75",
			"20/3", "read-true-division" },
		{ NULL, "15\n1", "40/3", "read-remainder" },
		{ "'columns': ['n'], 'start': 'n = 7', 'while': 'n > 3', 'step': 'n = n / 2'", "7\n3", "40/3",
			"read-integer-division" },
		{ "'columns': ['i', 's'], 'start': 's = 0', 'for': 'i in range(1, 4)', 'step': 's += i'",
			"- 0\n1 1\n2 2\n3 3", "15", "read-plain" },
		{ NULL, "- 0\n1 1\n2 3\n3 6\n4 10", "16", "range-one-more" },
		{ NULL, "- 0\n1 1\n2 3", "15", "range-one-less" },
		{ NULL, "- 0\n0 0\n1 1\n2 3\n3 6", "4", "range-one-earlier" },
		{ NULL, "- 0\n2 2\n3 5", "5", "range-one-later" },
		{ NULL, "- 0\n2 2\n3 5\n4 9", "5", "range-shifted" },
		{ "'columns': ['i', 's'], 'start': 's = 0', 'for': 'i in range(2, 5)', 'step': 's += i'",
			"- 0\n1 1\n2 3\n3 6\n4 10", "4", "range-one-earlier" },
		{ "'columns': ['x', 'c'], 'start': 'c = 0', 'for': 'x in [18, 20, 5]', 'step': 'if x >= 18:\\n    c += "
		  "1'",
			"- 0\n18 0\n20 1\n5 1", "17.5", "read-strictness" },
		{ "'columns': ['x', 'c'], 'start': 'c = 0', 'for': 'x in [19, 18, 30]', 'step': 'if x >= 18:\\n    c "
		  "+= 1'",
			"- 0\n19 1\n18 1\n30 2", "17.5", "read-strictness" },
		{ "'columns': ['x', 'c'], 'start': 'c = 0', 'for': 'x in [3, 4]', 'step': 'if x == 3:\\n    c += 1'",
			"- 0\n3 0\n4 1", "50/3", "read-negated" },
		{ "'columns': ['x', 'c'], 'start': 'c = 0', 'for': 'x in [4, 3]', 'step': 'if x == 3:\\n    c += 1'",
			"- 0\n4 1\n3 1", "50/3", "read-negated" },
		{ "'columns': ['a', 'b'], 'start': 'a, b = 2, 1', 'while': 'a < 9', 'step': 'a, b = a + b, a'",
			"2 1\n3 3\n6 6\n12 12", "6", "read-one-by-one" },
		{ NULL, "1 2\n2 3\n3 5\n5 8\n8 13", "0", "columns-exchanged" },
		{ NULL, "2 1\n2 1\n2 1", "0", "start-copied" },
		{ NULL, "- 1\n3 2\n5 3\n8 5\n13 8", "18", "start-blank" },
		{ "'columns': ['u', 'v'], 'start': 'u = 2\\nv = 3', 'while': 'u < 20', 'step': 'u = u + v\\nv = 2 * "
		  "u', 'result': 'u'",
			"2 3\n5 4\n9 10\n19 18\n37 38", "4.8", "read-all-at-once" },
		{ NULL, "2 3\n5 3\n8 3\n11 3", "4", "result-blank" },
		{ "'columns': ['i', 's', 's < 9'], 'start': 's = 0', 'for': 'i in range(1, 5)', 'step': 's += i'",
			"- 0 V\n1 1 V\n2 3 V\n3 6 V\n4 10 V", "40/3", "never-updated" },
		{ NULL, "- 0 F\n1 1 F\n2 3 F\n3 6 F\n4 10 F", "40/3", "never-updated" },
		{ NULL, "- 0 V\n1 1 V\n3 3 V\n3 6 V\n4 10 F", "56/3", "cell-loop" },
	};

	RUN(state, rows);
}

static void test_results(void **state)
{
	static const struct triple rows[] = {
		{ EUCLID ", 'result': 'a'", "84 36 -\n36 12 12\n12 0 0\nr\u00e9sultat : 12", "20", "" },
		{ NULL, "84 36 -\n36 12 12\n12 0 0", "16", "result-blank" },
		{ NULL, "84 36 -\n36 12 12\n12 0 0\nr\u00e9sultat : -", "16", "result-blank" },
		{ NULL, "84 36 -\n36 12 12\n12 0 0\nr\u00e9sultat : 0", "16", "result-wrong", "vous avez 0" },
		{ NULL, "84 36 -\n36 24 24\n24 12 12\n12 0 0\nr\u00e9sultat : 12", "56/3", "row-carried" },
		{ NULL, "84 36 -\n36 13 13\n13 10 10\n10 3 3\n3 1 1\n1 0 0\nr\u00e9sultat : 1", "172/9",
			"result-carried" },
		{ NULL, "84 36 -\n1 0 0\nr\u00e9sultat : 1", "2", "row-absent" },
		{ NULL, "1 1 1\n1 0 0\nr\u00e9sultat : 1", "0", "result-consistent", "trop d’erreurs" },
		{ NULL, "r\u00e9sultat : 12", "4", "row-absent" },
		{ NULL, "84 36 -\n36 12 12\nr\u00e9sultat : 5", "32/3", "result-wrong" },
		{ NULL, "{'rows': [], 'result': 12}", "4", "row-absent", NULL, true },
		{ NULL, "\n\nr\u00e9sultat :", "-", NULL },
	};

	RUN(state, rows);
}

static void test_shapes(void **state)
{
	static const struct triple rows[] = {
		{ SWAP ", 'rows': 'passes'", "5 8\n8 13\n13 21\n21 34", "20", "" },
		{ NULL, "1 5 8\n2 8 13\n3 13 21\n4 21 34", "20", "" },
		{ NULL, "3 5\n5 8\n8 13\n13 21", "0", "values-before" },
		{ "'columns': ['m'], 'start': 'm = 0', 'for': 'x in [1, 2, 2]', 'step': 'm = m + x / 3', 'decimals': 2",
			"0\n0,33\n1\n1,67", "20", "" },
		{ NULL, "0\n0,3\n1\n1,67", "15", "cell-wrong" },
		{ "'columns': ['s'], 'start': 's = 0', 'for': 'x in [0.1, 0.2]', 'step': 's = s + x'", "0\n0,1\n0,3",
			"20", "" },
		{ NULL, "0\n0,1\n0,31", "40/3", "cell-wrong" },
		{ "'columns': ['t', 'i'], 'start': 't = [3, 1, 2]\\ni = 0', 'while': 'i < 2', "
		  "'step': 'if t[i] > t[i + 1]:\\n    t[i], t[i + 1] = t[i + 1], t[i]\\ni += 1'",
			"[3, 1, 2] | 0\n[1, 3, 2] | 1\n[1, 2, 3] | 2", "20", "" },
		{ NULL, "[3, 1, 2] | 0\n[1, 2, 3] | 1\n[1, 2, 3] | 2", "50/3", "cell-unchanged" },
		{ NULL, "[3; 1; 2] | 0\n(1; 3; 2) | 1\n[1; 2; 3] | 2", "20", "" },
		{ "'columns': ['mot', 'k'], 'text': ['mot'], 'start': 'mot = ``\\nk = 0', 'while': 'k < 2', "
		  "'step': 'mot = `ab`[k] + mot\\nk += 1'",
			"'' | 0\na | 1\nba | 2", "20", "" },
		{ NULL, "'' | 0\na | 1\nab | 2", "50/3", "cell-wrong" },
		{ NULL, "'' | 0\n__import__('os').abort() | 1\nb__import__('os').abort() | 2", "50/3", "cell-wrong" },
		{ "'columns': ['a'], 'start': 'a = 5', 'while': 'a > 9', 'step': 'a = a + 1'", "5", "20", "" },
		{ NULL, "6", "0", "start-wrong" },
	};

	RUN(state, rows);
}

static void test_refusals(void **state)
{
	static const struct refusal rows[] = {
		{ "'columns': [], 'while': 'a', 'step': 'a = 0'", "columns-count", "/questions/0/columns" },
		{ "'columns': ['a|b'], 'while': 'a', 'step': 'a = 0'", "column-name", "/questions/0/columns/0" },
		{ "'columns': ['a', 'a'], 'while': 'a', 'step': 'a = 0'", "column-again", "/questions/0/columns/1" },
		{ "'columns': ['a'], 'step': 'a = 0'", "one-loop", "/questions/0" },
		{ "'columns': ['a'], 'while': 'a', 'for': 'i in [1]', 'step': 'a = 0'", "one-loop", "/questions/0" },
		{ "'columns': ['a'], 'text': ['b'], 'while': 'a', 'step': 'a = 0'", "text-unknown",
			"/questions/0/columns" },
	};

	refusals_run(&trace_kind, rows, sizeof(rows) / sizeof(rows[0]));
}

static int open_sandbox(void **state)
{
	const struct sandbox_config config = { 0 };
	struct sandbox *sandbox = NULL;
	struct err err = { 0 };

	if (sandbox_open(&sandbox, &config, &err))
		print_error("%s\n", err.text);
	*state = sandbox;
	return sandbox ? 0 : -1;
}

static int close_sandbox(void **state)
{
	sandbox_close(*state);
	return 0;
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_rows),
		cmocka_unit_test(test_whole_tables),
		cmocka_unit_test(test_formulas),
		cmocka_unit_test(test_misreadings),
		cmocka_unit_test(test_other_data),
		cmocka_unit_test(test_results),
		cmocka_unit_test(test_shapes),
		cmocka_unit_test(test_refusals),
	};

	return cmocka_run_group_tests(tests, open_sandbox, close_sandbox);
}
