/* How tables are read, without any Python: what a cell is, where a table slips. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>
#include <cmocka.h>

#include "base/json.h"
#include "grader_trace/grader_trace.h"

static const struct kind *const kinds[] = { &trace_kind, NULL };

struct row {
	const char *answer; /* JSON where it begins with a brace or "[[" */
	const char *read; /* as which table it is shown; "blank"; or the code of the slip */
	int line, column; /* of the slip; 0: no matter */
};

static const struct question *load(struct arena *arena, const char *keys)
{
	const char *text = arena_printf(arena,
		"{\"format\": 1, \"title\": \"T\", \"questions\": [{\"id\": \"q\", \"kind\": \"trace\", \"points\": "
		"20, "
		"\"while\": \"a\", \"step\": \"a = 0\", %s}]}",
		keys);
	const struct folder_file files[] = { { "exercise.json", text, strlen(text) }, { "statement.fr.md", "E", 1 } };
	struct folder folder = { .files = files, .count = 2 };
	struct problems problems = { 0 };
	const struct exercise *exercise = exercise_load(&folder, "a.b", kinds, &problems, arena);

	if (!exercise)
		fail_msg("%s", problems.list[0].message.fr);
	return &exercise->questions[0];
}

static void check(const char *keys, const struct row *rows, size_t count)
{
	for (size_t i = 0; i < count; i++) {
		cleanup_arena struct arena *arena = arena_new(0);
		const struct question *question = load(arena, keys);
		struct grading grading = { .arena = arena };
		struct question_report report = { 0 };
		enum reading reading = READING_OK;
		struct err err = { 0 };
		struct json_place place;
		const char *answer = rows[i].answer;
		bool data = *answer == '{' || !strncmp(answer, "[[", 2);
		json_t *value =
			json_keep(arena, data ? json_parse(answer, strlen(answer), &place, &err) : json_string(answer));

		if (!value)
			fail_msg("%s: %s", answer, err.text);
		assert_int_equal(question->kind->read_answer(&grading, question, value, &reading, &report, &err), 0);
		const char *got = reading == READING_OK      ? report.read_as.text
				  : reading == READING_BLANK ? "blank"
							     : report.feedback[0].code;
		if (strcmp(got, rows[i].read) != 0)
			fail_msg("%s\nis read as %s\nnot %s", answer, got, rows[i].read);
		if (rows[i].line > 0) {
			assert_int_equal(report.line, rows[i].line);
			assert_int_equal(report.column, rows[i].column);
		}
	}
}

#define CHECK(keys, rows) check(keys, rows, sizeof(rows) / sizeof((rows)[0]))

static void test_cells(void **state)
{
	static const struct row rows[] = {
		{ "12", "| 12 |" },
		{ "-12", "| -12 |" },
		{ "\u221212", "| -12 |" },
		{ "+7", "| 7 |" },
		{ "007", "| 7 |" },
		{ "3,5", "| 3.5 |" },
		{ "3.50", "| 3.5 |" },
		{ ",5", "| 0.5 |" },
		{ "3.", "| 3.0 |" },
		{ "1e3", "| 1000.0 |" },
		{ "7/2", "| 3.5 |" },
		{ "\u221212 345", "| 345 |" },
		{ "| 12\u202f345 |", "| 12345 |" },
		{ "| 12 345 |", "| 12345 |" },
		{ "123456789012345678901234567890", "| 123456789012345678901234567890 |" },
		{ "True", "| True |" },
		{ "vrai", "| True |" },
		{ "V", "| True |" },
		{ "FAUX", "| False |" },
		{ "f", "| False |" },
		{ "'ab c'", "| 'ab c' |" },
		{ "\"l'an\"", "| \"l'an\" |" },
		{ "\u00ab\u00a0ab\u00a0\u00bb", "| 'ab' |" },
		{ "''", "| '' |" },
		{ "[1, 2]", "| [1, 2] |" },
		{ "[1,5; 2]", "| [1.5, 2] |" },
		{ "[]", "| [] |" },
		{ "(1, 'a')", "| [1, 'a'] |" },
		{ "| [[1, 2], [3]] |", "| [[1, 2], [3]] |" },
		{ "None", "| None |" },
		{ "-", "blank" },
		{ "\u2014", "blank" },
		{ "?", "blank" },
		{ "x", "blank" },
		{ "__import__('os').system('id')", "cell-unreadable", 1, 1 },
		{ "abc", "cell-unreadable", 1, 1 },
		{ "12abc", "cell-unreadable", 1, 3 },
		{ "1+1", "cell-unreadable", 1, 2 },
		{ "'ab", "cell-unreadable", 1, 1 },
		{ "[1, 2", "cell-unreadable" },
		{ "| [[[[[1]]]]] |", "cell-unreadable" },
		{ "1/0", "cell-unreadable" },
		{ "1e999", "cell-unreadable" },
		{ "nan", "cell-unreadable" },

		{ "| lambda: 0 |", "cell-unreadable" },
		{ "f'{a}'", "cell-unreadable" },
	};

	CHECK("\"columns\": [\"a\"]", rows);
}

static void test_tables(void **state)
{
	static const char two[] = "| 1 | 2 |\n| 3 | \u2013 |";
	static const struct row rows[] = {
		{ "1 2\n3 -", two },
		{ "1, 2\n3, -", two },
		{ "1,2\n3,-", two },
		{ "1;2\n3;", two },
		{ "1\t2\n3\t", two },
		{ "1|2\n3|", two },
		{ "| 1 | 2 |\n| 3 | |", two },
		{ "a b\n1 2\n3 -", two },
		{ "b a\n2 1\n- 3", two },
		{ "| n\u00b0 | a | b |\n|---|---|---|\n| 0 | 1 | 2 |\n| 1 | 3 | |\n| 2 | | |", two },
		{ "0 1 2\n1 3 -", two },
		{ "| | a | b |\n| d\u00e9part | 1 | 2 |\n| 1 | 3 | - |", two },
		{ "\u250c\u2500\u252c\u2500\u2510\n\u2502 1 \u2502 2 \u2502\n\u2502 3 \u2502   \u2502", two },
		{ "\r\n1 2\r\n\r\n3 -\r\n", two },
		{ "1,5 2\n3 -", "| 1.5 | 2 |\n| 3 | \u2013 |" },
		{ "- -\n1 2", "| \u2013 | \u2013 |\n| 1 | 2 |" },
		{ "[1, 2] | 3", "| [1, 2] | 3 |" },
		{ "[1, 2] 3", "| [1, 2] | 3 |" },
		{ "'a|b' | 3", "| 'a|b' | 3 |" },
		{ "1 2\nr\u00e9sultat : 7", "| 1 | 2 |\nr\u00e9sultat : 7" },
		{ "R\u00e9sultat = 7", "r\u00e9sultat : 7" },
		{ "1 2\nresult: ", "| 1 | 2 |" },
		{ "a | b", "blank" },
		{ "| a | b |\n|---|---|\n| | |", "blank" },
		{ "1 2\n3", "row-cells", 2, 1 },
		{ "1 2 3 4", "row-cells" },
		{ "a b c\n1 2 3", "unknown-heading", 1, 5 },
		{ "a a\n1 2", "heading-twice", 1, 3 },
		{ "a\n1", "heading-missing" },
		{ "1 2\n3 zut", "cell-unreadable", 2, 3 },
		{ "{\"rows\": [[1, 2], [3, null]]}", two },
		{ "[[1, 2], [3, null]]", two },
		{ "[[0, 1, 2], [1, 3, null]]", two },
		{ "{\"rows\": [[1.5, true]], \"result\": \"3,5\"}", "| 1.5 | True |\nr\u00e9sultat : 3.5" },
		{ "{\"rows\": [[[1, \"a\"], \"'b'\"]]}", "| [1, 'a'] | 'b' |" },
		{ "{\"rows\": []}", "blank" },
		{ "{}", "blank" },
		{ "{\"rows\": [[1]]}", "table-json" },
		{ "{\"rows\": [[1, {}]]}", "table-json" },
		{ "{\"rows\": 3}", "table-json" },
		{ "{\"row\": [[1, 2]]}", "table-json" },
		{ "{\"rows\": [[1, \"os.system('id')\"]]}", "cell-unreadable" },
	};

	CHECK("\"columns\": [\"a\", \"b\"], \"result\": \"a\"", rows);
}

static void test_texts(void **state)
{
	static const struct row rows[] = {
		{ "ab | 1", "| 'ab' | 1 |" },
		{ "'ab' | 1", "| 'ab' | 1 |" },
		{ "12 | 1", "| '12' | 1 |" },
		{ "V | 1", "| 'V' | 1 |" },
		{ "x | 1", "| 'x' | 1 |" },
		{ "un deux | 1", "| 'un deux' | 1 |" },
		{ "'' | 1", "| '' | 1 |" },
		{ "- | 1", "| \u2013 | 1 |" },
		{ "__import__('os') | 1", "| \"__import__('os')\" | 1 |" },
	};

	CHECK("\"columns\": [\"mot\", \"a\"], \"text\": [\"mot\"]", rows);
}

static void test_headings(void **state)
{
	static const struct row rows[] = {
		{ "s < 20 | s\nV | 3", "| 3 | True |" },
		{ "`s` | `s<20`\n3 | V", "| 3 | True |" },
		{ "s | s < 20 ?\n3 | V", "| 3 | True |" },
	};

	CHECK("\"columns\": [\"s\", \"s < 20\"]", rows);
}

static void test_bounds(void **state)
{
	cleanup_arena struct arena *arena = arena_new(0);
	struct buf cleanup_buf many = BUF_INIT, wide = BUF_INIT, digits = BUF_INIT;

	for (int i = 0; i < 201; i++)
		buf_addstr(&many, "1 2\n");
	for (int i = 0; i < 400; i++)
		buf_addstr(&wide, "1 |");
	for (int i = 0; i < 61; i++)
		buf_addch(&digits, '9');
	const struct row rows[] = {
		{ buf_str(&many), "rows-too-many", 201, 1 },
		{ buf_str(&wide), "row-cells" },
		{ arena_printf(arena, "%s 1", buf_str(&digits)), "cell-unreadable" },
		{ arena_printf(arena, "'%0300d' | 1", 0), "cell-too-long" },
	};
	CHECK("\"columns\": [\"a\", \"b\"]", rows);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_cells),
		cmocka_unit_test(test_tables),
		cmocka_unit_test(test_texts),
		cmocka_unit_test(test_headings),
		cmocka_unit_test(test_bounds),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
