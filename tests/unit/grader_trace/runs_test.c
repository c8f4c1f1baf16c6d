/*
 * States that a run does not come back from, or comes back from with nonsense; authors' code that cannot be marked with; and
 * that what a student types is never executed. With the real sandbox.
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>
#include <cmocka.h>

#include "base/json.h"
#include "grader_trace/grader_trace.h"
#include "model/derived.h"
#include "sandbox/sandbox.h"

struct room {
	struct sandbox *sandbox;
	struct arena *arena;
	const struct question *question;
	struct problems problems;
	void *workshop;
};

static void enter(struct room *room, void **state, const char *keys)
{
	static const struct kind *const kinds[] = { &trace_kind, NULL };
	struct arena *arena = arena_new(0);
	const char *text = arena_printf(arena,
		"{\"format\": 1, \"title\": \"T\", \"questions\": [{\"id\": \"q\", \"kind\": \"trace\", \"points\": "
		"20, %s}]}",
		keys);
	const struct folder_file files[] = { { "exercise.json", text, strlen(text) }, { "statement.fr.md", "E", 1 } };
	struct folder folder = { .files = files, .count = 2 };
	const struct exercise *exercise;

	*room = (struct room){ .sandbox = *state, .arena = arena, .workshop = trace_kind.open() };
	exercise = exercise_load(&folder, "a.b", kinds, &room->problems, arena);
	if (!exercise)
		fail_msg("%s", room->problems.list[0].message.fr);
	/* The list of files is this function's. */
	room->question = &exercise->questions[0];
}

static void leave(struct room *room)
{
	trace_kind.close(room->workshop);
	arena_free(room->arena);
}

static int mark(struct room *room, const char *answer, struct question_report *report, struct err *err)
{
	struct grading grading = {
		.arena = room->arena, .sandbox = room->sandbox, .workshop = room->workshop, .problems = &room->problems
	};

	*report = (struct question_report){ 0 };
	return trace_kind.grade(&grading, room->question, json_keep(room->arena, json_string(answer)), report, err);
}

static bool says(const struct question_report *report, const char *code)
{
	for (size_t i = 0; i < report->test_count; i++) {
		if (report->tests[i].message.code && !strcmp(report->tests[i].message.code, code))
			return true;
	}
	return false;
}

/* What a student invents keeps the run busy, fills its memory or ends it: a wrong row, and the others still count. */
static void test_odd_states(void **state)
{
	static const struct {
		const char *keys, *answer, *code;
	} rows[] = {
		{ "\"columns\": [\"a\", \"b\"], \"start\": \"a = 2\\nb = 0\", \"while\": \"b < 3\", \"step\": \"a = a "
		  "** a % 1000\\nb += 1\"",
			"2 0\n999999999999999999 1\n4 2\n256 3\n", "row-unfollowable" },
		{ "\"columns\": [\"a\", \"b\"], \"start\": \"a = 2\\nb = 0\", \"while\": \"b < 3\", \"step\": \"c = "
		  "[0] * a * 8\\nb += 1\"",
			"2 0\n999999999999 1\n7 2\n2 3\n", "row-unfollowable" },
		{ "\"columns\": [\"a\", \"b\"], \"start\": \"a = 2\\nb = 0\", \"while\": \"b < 3\", \"step\": \"c = "
		  "a\\nwhile c != 0: c -= 1\\nb += 1\"",
			"2 0\n-1 1\n7 2\n2 3\n", "row-unfollowable" },
		{ "\"columns\": [\"a\", \"b\"], \"start\": \"a = 2\\nb = 0\", \"while\": \"b < 3\", \"step\": \"c = 1 "
		  "/ a\\nb += 1\"",
			"2 0\n0 1\n7 2\n2 3\n", "row-unfollowable" },
		{ "\"columns\": [\"a\", \"b\"], \"start\": \"a = 2\\nb = 0\", \"while\": \"b < 3\", \"step\": \"if a "
		  "!= 2:\\n    import os\\n    os._exit(0)\\nb += 1\"",
			"2 0\n3 1\n7 2\n2 3\n", "row-unfollowable" },
		{ "\"columns\": [\"a\", \"b\"], \"start\": \"a = 2\\nb = 0\", \"while\": \"b < 3\", \"step\": \"if a "
		  "!= 2: raise SystemExit\\nb += 1\"",
			"2 0\n3 1\n7 2\n2 3\n", "row-unfollowable" },
		{ "\"columns\": [\"a\", \"b\"], \"start\": \"a = 2\\nb = 0\", \"while\": \"b < 3\", \"step\": \"a = 2 "
		  "if a == 2 else {}\\nb += 1\"",
			"2 0\n3 1\n7 2\n2 3\n", "cell-wrong" },
		{ "\"columns\": [\"a\", \"b\"], \"start\": \"a = 2\\nb = 0\", \"while\": \"b < 3\", \"step\": "
		  "\"print('x' * a)\\nb += 1\"",
			"2 0\n3 1\n7 2\n2 3\n", "cell-unchanged" },
	};

	for (size_t i = 0; i < sizeof(rows) / sizeof(rows[0]); i++) {
		struct question_report report;
		struct err err = { 0 };
		struct room room;

		enter(&room, state, rows[i].keys);
		if (mark(&room, rows[i].answer, &report, &err))
			fail_msg("%s: %s", rows[i].keys, err.text);
		if (!says(&report, rows[i].code))
			fail_msg("%s: %s is not said", rows[i].keys, rows[i].code);
		assert_true(frac_cmp(report.points, frac_int(5)) > 0);
		assert_true(frac_cmp(report.points, frac_int(20)) < 0);
		/* And the sandbox is as good as before. */
		assert_int_equal(mark(&room, "2 0\n", &report, &err), 0);
		leave(&room);
	}
}

/* An author's mistake is told as one, and is never a mark. */
static void test_authors(void **state)
{
	static const struct {
		const char *keys, *code, *pointer;
	} rows[] = {
		{ "\"columns\": [\"a\"], \"start\": \"a = 1\", \"while\": \"a\", \"step\": \"a = (\"", "author-error",
			"/questions/0/step" },
		{ "\"columns\": [\"a\"], \"start\": \"a = zut\", \"while\": \"a\", \"step\": \"a = 0\"", "author-error",
			"/questions/0/start" },
		{ "\"columns\": [\"a\"], \"start\": \"a = 1\", \"while\": \"a >\", \"step\": \"a = 0\"", "author-error",
			"/questions/0/while" },
		{ "\"columns\": [\"a\"], \"start\": \"a = 1\", \"for\": \"i in 3\", \"step\": \"a = 0\"",
			"author-error", "/questions/0/for" },
		{ "\"columns\": [\"a\"], \"start\": \"a = 1\", \"while\": \"a\", \"step\": \"a = 0\", \"result\": "
		  "\"zut\"",
			"author-error", "/questions/0/result" },
		{ "\"columns\": [\"a\"], \"start\": \"a = 1\", \"while\": \"a\", \"step\": \"break\"", "author-error",
			"/questions/0/step" },
		{ "\"columns\": [\"a\"], \"start\": \"a = 1\", \"while\": \"a\", \"step\": \"a = 1\"", "author-rows",
			"/questions/0/step" },
		{ "\"columns\": [\"a\"], \"start\": \"a = 1\", \"while\": \"a\", \"step\": \"while True: pass\"",
			"author-endless", "/questions/0/step" },
		{ "\"columns\": [\"a\"], \"start\": \"a = 1\\nb = 3\", \"while\": \"b > 0\", \"step\": \"b -= 1\\na += "
		  "b\"",
			"author-hidden", "/questions/0/columns" },
		{ "\"columns\": [\"a\"], \"start\": \"a = 1\", \"while\": \"a\", \"step\": \"a = {}\"", "author-odd",
			"/questions/0/columns" },
		{ "\"columns\": [\"a\"], \"start\": \"a = 1\", \"while\": \"a\", \"step\": \"a = 7 ** 7 ** 9\"",
			"author-stops", "/questions/0/step" },
	};

	for (size_t i = 0; i < sizeof(rows) / sizeof(rows[0]); i++) {
		struct question_report report;
		struct err err = { 0 };
		struct room room;

		enter(&room, state, rows[i].keys);
		assert_int_equal(mark(&room, "1", &report, &err), -1);
		if (err.kind != ERR_INPUT || room.problems.count != 1 ||
			strcmp(room.problems.list[0].message.code, rows[i].code) != 0 ||
			strcmp(room.problems.list[0].pointer, rows[i].pointer) != 0)
			fail_msg("%s: %s %s", rows[i].keys, err.text,
				room.problems.count ? room.problems.list[0].pointer : "");
		leave(&room);
	}
}

/* A cell goes to the author's statements as the text that it is: the statements see it, and nothing runs it. */
static void test_never_executed(void **state)
{
	static const char keys[] = "\"columns\": [\"s\", \"n\"], \"text\": [\"s\"], \"start\": \"s = 'ab'\\nn = 0\", "
				   "\"while\": \"n < 3\", "
				   "\"step\": \"s = s[::-1]\\nn = n + 1\"";
	static const char *const texts[] = { "__import__('os')._exit(7)", "exec('1/0')", "{n.__class__}", "%(n)s",
		"\\x41" };

	for (size_t i = 0; i < sizeof(texts) / sizeof(texts[0]); i++) {
		struct question_report report;
		struct err err = { 0 };
		struct buf cleanup_buf answer = BUF_INIT;
		struct room room;

		enter(&room, state, keys);
		/* Where the student's own text is reversed by the next pass, it went through as a text. */
		buf_printf(&answer, "ab | 0\nba | 1\n%s | 2\n", texts[i]);
		for (size_t at = strlen(texts[i]); at > 0; at--)
			buf_addch(&answer, texts[i][at - 1]);
		buf_addstr(&answer, " | 3\n");
		if (mark(&room, buf_str(&answer), &report, &err))
			fail_msg("%s: %s", texts[i], err.text);
		if (!says(&report, "cell-wrong"))
			fail_msg("%s: %s", texts[i], report.feedback_count ? report.feedback[0].fr : "nothing is said");
		if (!says(&report, "row-carried"))
			fail_msg("%s: did not go through", texts[i]);
		leave(&room);
	}
}

/* Marked again with the truth that is kept, and without a workshop: the same. */
static void test_kept(void **state)
{
	struct question_report first, second, third;
	struct err err = { 0 };
	struct room room;
	void *workshop;

	enter(&room, state,
		"\"columns\": [\"a\"], \"start\": \"a = 9\", \"while\": \"a > 1\", \"step\": \"a = a // 2\", "
		"\"result\": \"a\"");
	assert_int_equal(mark(&room, "9\n4\n3\n1", &first, &err), 0);
	assert_int_equal(mark(&room, "9\n4\n3\n1", &second, &err), 0);
	workshop = room.workshop;
	room.workshop = NULL;
	assert_int_equal(mark(&room, "9\n4\n3\n1", &third, &err), 0);
	room.workshop = workshop;
	assert_int_equal(frac_cmp(first.points, second.points), 0);
	assert_int_equal(frac_cmp(first.points, third.points), 0);
	assert_string_equal(first.tests[2].message.fr, third.tests[2].message.fr);
	leave(&room);
}

static int open_sandbox(void **state)
{
	const struct sandbox_config config = { .slot = 1 };
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
		cmocka_unit_test(test_odd_states),
		cmocka_unit_test(test_authors),
		cmocka_unit_test(test_never_executed),
		cmocka_unit_test(test_kept),
	};

	return cmocka_run_group_tests(tests, open_sandbox, close_sandbox);
}
