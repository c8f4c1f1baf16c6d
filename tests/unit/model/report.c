/* Reports: sums and verdicts, the JSON's shape, and what each view lets through. */
#include "toy.h"
#include <stdlib.h>
#include <string.h>
#include "base/json.h"

#define SECRET "s3cr3t" /* stands in everything that a hidden test must not show */

static struct test_report secret_test(enum show show, enum outcome outcome)
{
	return (struct test_report){
		.name = "f(" SECRET ")",
		.show = show,
		.outcome = outcome,
		.points = FRAC_ZERO,
		.max = frac_int(4),
		.call = "f(" SECRET ")",
		.input = SECRET,
		.expected = SECRET,
		.got = SECRET,
		.message = { "wrong-value", "fr " SECRET, "en " SECRET },
		.hint = { NULL, SECRET, NULL },
		.output = SECRET,
		.errors = "Traceback " SECRET,
		.diff = NULL,
		.line = 77,
		.cpu_us = 123456,
		.wall_us = 234567,
	};
}

static struct report report_of(struct question_report *question, struct test_report *tests, size_t count)
{
	*question = (struct question_report){ .id = "q",
		.verdict = VERDICT_PARTIAL,
		.points = FRAC_ZERO,
		.max = frac_int(20),
		.tests = tests,
		.test_count = count };
	return (struct report){ .exercise = "a.b",
		.digest = "sha256:0",
		.seed = "99",
		.engine = "1.0",
		.python = "3.11.2",
		.isolation = "full",
		.questions = question,
		.question_count = 1,
		.max = frac_int(20),
		.points = FRAC_ZERO };
}

static json_t *view(const struct report *report, enum report_view view, bool reveal)
{
	const struct report_options options = { view, reveal };

	return report_to_json(report, &options);
}

static json_t *first_test(const json_t *report)
{
	const json_t *questions = json_object_get(report, "questions");

	return json_array_get(json_object_get(json_array_get(questions, 0), "tests"), 0);
}

static bool holds(const json_t *value, const char *text)
{
	struct buf cleanup_buf out = BUF_INIT;

	json_print(&out, value);
	return strstr(buf_str(&out), text) != NULL;
}

/* Whatever went wrong, a hidden test tells its points, and that it did not pass. */
static void test_hidden_tests_leak_nothing(void **state)
{
	static const enum show shows[] = { SHOW_LABEL, SHOW_VERDICT };
	static const char *const allowed[] = { "name", "label", "show", "outcome", "points", "max", NULL };

	for (enum outcome outcome = OUTCOME_PASSED; outcome <= OUTCOME_SKIPPED; outcome++) {
		for (size_t i = 0; i < 4; i++) {
			struct test_report test = secret_test(shows[i % 2], outcome);
			struct question_report question;
			struct report report = report_of(&question, &test, 1);
			json_t *cleanup_json diff = json_pack("[{s:s, s:s}]", "op", "-", "text", SECRET);
			json_t *cleanup_json student = NULL;
			struct buf cleanup_buf text = BUF_INIT;
			const char *key;
			json_t *value;

			test.diff = diff;
			student = view(&report, VIEW_STUDENT, i >= 2);
			assert_false(holds(student, SECRET));
			assert_false(holds(student, "123456"));
			assert_false(holds(student, "\"seed\""));
			json_object_foreach(first_test(student), key, value)
			{
				const char *const *name = allowed;

				while (*name != NULL && strcmp(*name, key) != 0)
					name++;
				if (*name == NULL)
					fail_msg("%s is shown", key);
			}
			assert_string_equal(json_string_value(json_object_get(first_test(student), "name")), "test 1");
			report_print(&text, student, &(struct report_look){ LANG_FR, true, NULL });
			assert_null(strstr(buf_str(&text), SECRET));
		}
	}
}

/* A test that is shown tells no time where another is hidden: what ran before it shows in that. */
static void test_no_timing_beside_a_hidden_test(void **state)
{
	for (enum show show = SHOW_ALL; show <= SHOW_VERDICT; show++) {
		struct test_report tests[2] = { secret_test(SHOW_ALL, OUTCOME_FAILED),
			secret_test(show, OUTCOME_FAILED) };
		struct question_report question;
		struct report report = report_of(&question, tests, 2);
		json_t *cleanup_json student = view(&report, VIEW_STUDENT, true);
		const json_t *shown = first_test(student);

		assert_int_equal(json_object_get(shown, "cpu_us") != NULL, show < SHOW_LABEL);
		assert_int_equal(json_object_get(shown, "wall_us") != NULL, show < SHOW_LABEL);
	}
}

static void test_hidden_outcomes_are_veiled(void **state)
{
	static const struct {
		enum outcome outcome;
		const char *shown;
	} rows[] = {
		{ OUTCOME_PASSED, "passed" },
		{ OUTCOME_FAILED, "failed" },
		{ OUTCOME_RAISED, "failed" },
		{ OUTCOME_TIMEOUT, "failed" },
		{ OUTCOME_MEMORY, "failed" },
		{ OUTCOME_OUTPUT_LIMIT, "failed" },
		{ OUTCOME_CRASHED, "failed" },
		{ OUTCOME_FORBIDDEN, "failed" },
		{ OUTCOME_BLANK, "blank" },
		{ OUTCOME_PENDING, "pending" },
	};

	for (size_t i = 0; i < sizeof(rows) / sizeof(rows[0]); i++) {
		for (int labelled = 0; labelled < 2; labelled++) {
			struct test_report test = secret_test(labelled ? SHOW_LABEL : SHOW_VERDICT, rows[i].outcome);
			struct question_report question;
			struct report report = report_of(&question, &test, 1);
			json_t *cleanup_json student = NULL;
			const json_t *shown;

			test.label = (struct msg_text){ NULL, "liste vide", "empty list" };
			student = view(&report, VIEW_STUDENT, false);
			shown = first_test(student);
			assert_string_equal(json_string_value(json_object_get(shown, "name")), "liste vide");
			assert_string_equal(json_string_value(json_object_get(shown, "outcome")), rows[i].shown);
		}
	}
}

static void test_reveal_and_counterexample(void **state)
{
	static const struct {
		enum show show;
		enum outcome outcome;
		bool reveal, expected, got;
	} rows[] = {
		{ SHOW_ALL, OUTCOME_FAILED, true, true, true },
		{ SHOW_ALL, OUTCOME_FAILED, false, false, true },
		{ SHOW_ALL, OUTCOME_PASSED, false, false, true },
		{ SHOW_COUNTEREXAMPLE, OUTCOME_FAILED, true, true, true },
		{ SHOW_COUNTEREXAMPLE, OUTCOME_FAILED, false, false, true },
		{ SHOW_COUNTEREXAMPLE, OUTCOME_PASSED, true, false, false },
	};

	for (size_t i = 0; i < sizeof(rows) / sizeof(rows[0]); i++) {
		struct test_report test = secret_test(rows[i].show, rows[i].outcome);
		struct question_report question;
		struct report report = report_of(&question, &test, 1);
		json_t *cleanup_json diff = json_pack("[{s:s, s:s}]", "op", "-", "text", "x");
		json_t *cleanup_json student = NULL;
		const json_t *shown;

		test.expected = "la réponse 42";
		test.message = (struct msg_text){ "wrong-value", "Il fallait la réponse 42.", "Wanted la réponse 42." };
		test.diff = diff;
		student = view(&report, VIEW_STUDENT, rows[i].reveal);
		shown = first_test(student);
		assert_int_equal(json_object_get(shown, "expected") != NULL, rows[i].expected);
		assert_int_equal(json_object_get(shown, "diff") != NULL, rows[i].expected);
		assert_int_equal(json_object_get(shown, "got") != NULL, rows[i].got);
		assert_int_equal(holds(student, "la réponse 42"), rows[i].expected);
		if (rows[i].got && !rows[i].reveal)
			assert_string_equal(
				json_string_value(json_object_get(json_object_get(shown, "message"), "code")),
				"wrong-value");
	}
}

/* Before the expected value is revealed, a message must not tell it, in part or in other words. */
static void test_messages_before_reveal(void **state)
{
	static const struct {
		enum outcome outcome;
		bool discreet;
		const char *fr;
		bool kept;
	} rows[] = {
		{ OUTCOME_FAILED, false, "Première différence en [1] : attendu 2.", false },
		{ OUTCOME_FAILED, true, "Votre fonction ne renvoie rien.", true },
		{ OUTCOME_RAISED, false, "ZeroDivisionError à la ligne 3.", true },
		{ OUTCOME_RAISED, false, "Il fallait [1, 2].", false },
		{ OUTCOME_TIMEOUT, false, "Trop lent.", true },
	};

	for (size_t i = 0; i < sizeof(rows) / sizeof(rows[0]); i++) {
		struct test_report test = { .name = "f(1)",
			.outcome = rows[i].outcome,
			.points = FRAC_ZERO,
			.max = FRAC_ONE,
			.expected = "[1, 2]",
			.message = { "some-code", rows[i].fr, "x" },
			.discreet = rows[i].discreet };
		struct question_report question;
		struct report report = report_of(&question, &test, 1);
		json_t *cleanup_json hidden = view(&report, VIEW_STUDENT, false),
				     *cleanup_json shown = view(&report, VIEW_STUDENT, true);

		assert_int_equal(holds(hidden, rows[i].fr), rows[i].kept);
		assert_true(holds(hidden, "some-code"));
		assert_true(holds(shown, rows[i].fr));
	}
}

/* A stored report of a later version: what we do not know is not shown. */
static void test_unknown_is_hidden(void **state)
{
	static const char text[] = "{\"questions\": [{\"id\": \"q\", \"new\": \"" SECRET
				   "\", \"tests\": [{\"name\": \"" SECRET "\", \"show\": \"veiled\","
				   " \"outcome\": \"exploded\", \"got\": \"" SECRET
				   "\"}, {\"name\": \"f\", \"show\": \"all\", \"more\": \"" SECRET "\"}, 3]}, 4],"
				   " \"seed\": \"" SECRET "\", \"new\": \"" SECRET "\"}";
	const struct report_options options = { VIEW_STUDENT, true };
	struct json_place place;
	struct err err = { 0 };
	json_t *cleanup_json stored = json_parse(text, strlen(text), &place, &err);
	json_t *cleanup_json student = report_cut(stored, &options);
	struct buf cleanup_buf out = BUF_INIT;

	assert_false(holds(student, SECRET));
	assert_string_equal(json_string_value(json_object_get(first_test(student), "outcome")), "failed");
	report_print(&out, student, &(struct report_look){ LANG_EN, false, NULL });
	report_print(&out, stored, &(struct report_look){ LANG_FR, true, NULL });
}

static void test_canonical(void **state)
{
	static const struct {
		const char *text, *masked;
	} rows[] = {
		{ "<f at 0x7f12ab34cd56>", "<f at 0x…>" },
		{ "0xdeadbe 0xDEADBEEF", "0x… 0x…" },
		{ "0x12345", "0x12345" },
		{ "0x", "0x" },
		{ "0x0x1234567", "0x0x…" },
		{ "é0x123456z", "é0x…z" },
	};

	for (size_t i = 0; i < sizeof(rows) / sizeof(rows[0]); i++) {
		struct test_report test = secret_test(SHOW_VERDICT, OUTCOME_FAILED);
		struct question_report question;
		struct report report = report_of(&question, &test, 1);
		json_t *cleanup_json one = NULL, *cleanup_json two = NULL;

		test.got = rows[i].text;
		one = view(&report, VIEW_CANONICAL, false);
		assert_string_equal(json_string_value(json_object_get(first_test(one), "got")), rows[i].masked);
		assert_string_equal(json_string_value(json_object_get(one, "seed")), "99");
		test.cpu_us++;
		test.wall_us *= 2;
		two = view(&report, VIEW_CANONICAL, false);
		assert_true(json_equal(one, two));
	}
}

static void test_settle(void **state)
{
	static const struct {
		enum verdict verdicts[2];
		int points[2];
		enum verdict verdict;
		int total;
		const char *mark;
	} rows[] = {
		{ { VERDICT_CORRECT, VERDICT_CORRECT }, { 12, 8 }, VERDICT_CORRECT, 20, "20.00" },
		{ { VERDICT_CORRECT, VERDICT_INCORRECT }, { 12, 0 }, VERDICT_PARTIAL, 12, "12.00" },
		{ { VERDICT_INCORRECT, VERDICT_INCORRECT }, { 0, 0 }, VERDICT_INCORRECT, 0, "0.00" },
		{ { VERDICT_BLANK, VERDICT_BLANK }, { 0, 0 }, VERDICT_BLANK, 0, "0.00" },
		{ { VERDICT_BLANK, VERDICT_INCORRECT }, { 0, 0 }, VERDICT_INCORRECT, 0, "0.00" },
		{ { VERDICT_CORRECT, VERDICT_UNREADABLE }, { 12, 0 }, VERDICT_UNREADABLE, 0, "0.00" },
		{ { VERDICT_PENDING, VERDICT_UNREADABLE }, { 0, 0 }, VERDICT_UNREADABLE, 0, "0.00" },
		{ { VERDICT_CORRECT, VERDICT_PENDING }, { 12, 0 }, VERDICT_PENDING, 12, "12.00" },
	};

	for (size_t i = 0; i < sizeof(rows) / sizeof(rows[0]); i++) {
		struct question_report questions[2] = {
			{ .verdict = rows[i].verdicts[0], .points = frac_int(rows[i].points[0]), .max = frac_int(12) },
			{ .verdict = rows[i].verdicts[1], .points = frac_int(rows[i].points[1]), .max = frac_int(8) },
		};
		struct report report = { .questions = questions, .question_count = 2 };
		struct buf cleanup_buf mark = BUF_INIT;
		struct err err = { 0 };

		assert_int_equal(report_settle(&report, &err), 0);
		assert_int_equal(report.verdict, rows[i].verdict);
		assert_int_equal(frac_cmp(report.points, frac_int(rows[i].total)), 0);
		assert_int_equal(frac_cmp(report.max, frac_int(20)), 0);
		report_mark(&mark, report.points, report.max);
		assert_string_equal(buf_str(&mark), rows[i].mark);
	}
	{
		struct question_report questions[2] = { { .max = { INT64_MAX, 1 }, .points = FRAC_ZERO },
			{ .max = frac_int(1), .points = FRAC_ZERO } };
		struct report report = { .questions = questions, .question_count = 2 };
		struct err err = { 0 };

		assert_int_equal(report_settle(&report, &err), -1);
		assert_int_equal(err.kind, ERR_TOO_LARGE);
	}
}

static void test_shape(void **state)
{
	struct test_report test = { .name = "f(1)\xff",
		.outcome = OUTCOME_FAILED,
		.points = { 1, 3 },
		.max = { 20, 3 },
		.expected = "2",
		.got = "1",
		.hint = { NULL, "Indice", NULL },
		.message = { "wrong-value", "fr", "en" },
		.cpu_us = 12 };
	struct question_report question;
	struct report report = report_of(&question, &test, 1);
	json_t *cleanup_json teacher = NULL;
	static const char *const wanted[] = { "\"exercise\":\"a.b\"", "\"by\":\"program\"", "\"values\":{}",
		"\"limits\":{}",
		"\"score\":{\"points\":\"20/3\",\"shown\":\"6.67\",\"max\":\"20\",\"mark\":\"6.67\",\"out_of\":\"20\"}",
		"\"name\":\"f(1)\ufffd\"", "\"show\":\"all\"",
		"\"points\":\"1/3\",\"shown\":\"0.33\",\"max\":\"20/3\",\"max_shown\":\"6.67\"",
		"\"message\":{\"code\":\"wrong-value\",\"fr\":\"fr\",\"en\":\"en\"}", "\"hint\":\"Indice\"",
		"\"output\":\"\"", "\"cpu_us\":12", "\"feedback\":[]", "\"how\":{\"fr\":\"La note",
		"\"notice\":{\"fr\":\"Cette note", "\"verdict\":\"partial\"" };

	report.points = (struct frac){ 20, 3 };
	report.verdict = VERDICT_PARTIAL;
	teacher = view(&report, VIEW_TEACHER, true);
	for (size_t i = 0; i < sizeof(wanted) / sizeof(wanted[0]); i++) {
		if (!holds(teacher, wanted[i])) {
			struct buf cleanup_buf out = BUF_INIT;

			json_print(&out, teacher);
			fail_msg("no %s in %s", wanted[i], buf_str(&out));
		}
	}
}

static void test_print(void **state)
{
	struct test_report tests[] = {
		{ .name = "f(1)", .outcome = OUTCOME_PASSED, .points = { 13, 2 }, .max = { 13, 2 } },
		{ .name = "f(2)\033[31m\xe2\x80\xae",
			.outcome = OUTCOME_FAILED,
			.max = { 27, 2 },
			.points = FRAC_ZERO,
			.expected = "a\nb",
			.got = "\x07"
			       "c",
			.message = { "too-long", "Raté.", "Missed." },
			.hint = { NULL, "Cherchez.", NULL },
			.line = 3 },
		{ .name = "f(3)", .outcome = OUTCOME_PENDING, .points = FRAC_ZERO, .max = FRAC_ZERO },
	};
	struct question_report question;
	struct report report = report_of(&question, tests, 3);
	struct msg_text feedback = { NULL, "Bravo", "Well done" };
	json_t *cleanup_json diff =
		json_pack("[{s:s, s:s}, {s:s, s:s}]", "op", "-", "text", "a", "op", "+", "text", "c\033");
	json_t *cleanup_json teacher = NULL;
	struct buf cleanup_buf fr = BUF_INIT, cleanup_buf en = BUF_INIT, cleanup_buf colour = BUF_INIT;

	tests[1].diff = diff;
	question.feedback = &feedback;
	question.feedback_count = 1;
	question.read_as = (struct read_as){ "a\033b", "ab", "<math/>" };
	question.points = report.points = (struct frac){ 13, 2 };
	report.verdict = VERDICT_PARTIAL;
	teacher = view(&report, VIEW_TEACHER, true);
	report_print(&fr, teacher, &(struct report_look){ LANG_FR, false, NULL });
	report_print(&en, teacher, &(struct report_look){ LANG_EN, false, NULL });
	report_print(&colour, teacher, &(struct report_look){ LANG_EN, true, NULL });
	assert_null(strchr(buf_str(&fr), '\033'));
	assert_non_null(strstr(buf_str(&colour), "\033[32m✓\033[0m f(1)"));
	assert_string_equal(buf_str(&en), "Exercise a.b\n"
					  "Partly correct: 6.5 points out of 20, that is 6.50 out of 20\n"
					  "\n  Read: a\ufffdb\n"
					  "  • Well done\n"
					  "  ✓ f(1)  (passed, 6.5 / 6.5)\n"
					  "  ✗ f(2)\ufffd[31m\ufffd  (failed, 0 / 13.5)\n"
					  "      Missed.\n"
					  "      Line: 3\n"
					  "      Differences (- expected, + got):\n        - a\n        + c\ufffd\n"
					  "      Hint: Cherchez.\n"
					  "  – f(3)  (to be marked by a person)\n"
					  "\nThe mark is the sum of the points of the questions, computed exactly, "
					  "brought to 20 and rounded once, to the hundredth.\n"
					  "A program gave this mark; a person can review it if you ask.\n");
	assert_non_null(strstr(buf_str(&fr), "En partie juste\u00a0: 6,5 points sur 20, soit 6,50 sur 20\n"));
	assert_non_null(strstr(buf_str(&fr), "  ✗ f(2)\ufffd[31m\ufffd  (échoué, 0 / 13,5)\n"));
}

/* What the rows say already is not said again; where a row is hidden the message stays. */
static void test_print_says_once(void **state)
{
	static const struct {
		const char *code, *got;
		bool printed;
	} rows[] = {
		{ "wrong-value", "1", false },
		{ "wrong-value", NULL, true },
		{ "no-return", "None", true },
	};

	for (size_t i = 0; i < sizeof(rows) / sizeof(rows[0]); i++) {
		struct test_report test = { .name = "f(1)",
			.outcome = OUTCOME_FAILED,
			.points = FRAC_ZERO,
			.max = FRAC_ONE,
			.expected = "2",
			.got = rows[i].got,
			.message = { rows[i].code, "Phrase.", "Sentence." } };
		struct question_report question;
		struct report report = report_of(&question, &test, 1);
		json_t *cleanup_json teacher = view(&report, VIEW_TEACHER, true);
		struct buf cleanup_buf out = BUF_INIT;

		report_print(&out, teacher, &(struct report_look){ LANG_EN, false, NULL });
		assert_int_equal(strstr(buf_str(&out), "Sentence.") != NULL, rows[i].printed);
	}
}

static json_t *condensed_test(struct test_report *tests, size_t count, size_t wanted)
{
	struct question_report question;
	struct report report = report_of(&question, tests, count);
	json_t *cleanup_json teacher = view(&report, VIEW_TEACHER, true);
	json_t *cleanup_json out = report_condense(teacher);
	json_t *rows = json_object_get(json_array_get(json_object_get(out, "questions"), 0), "tests");

	return json_incref(json_array_get(rows, wanted));
}

/* What is left of one test. */
static void test_condense(void **state)
{
	json_t *cleanup_json same = json_pack("[{s:s, s:s}]", "op", " ", "text", "a");
	json_t *cleanup_json other = json_pack("[{s:s, s:s}]", "op", "-", "text", "a");
	const struct {
		struct test_report test;
		const char *gone, *left;
	} rows[] = {
		{ { .expected = "[1]", .got = "[2]", .diff = other }, "diff", "expected" },
		{ { .expected = "a\nb", .got = "c", .diff = other }, "expected", "diff" },
		{ { .expected = "a\nb", .got = "c", .diff = same }, "diff", "expected" },
		{ { .got = "a\nb", .output = "a\nb\n" }, "-", "got" },
		{ { .line = 3, .message = { "raised", "Ligne 3 : aïe.", "Line 3: ouch." } }, "line", "message" },
		{ { .line = 3, .message = { "raised", "Aïe.", "Ouch." } }, "-", "line" },
		{ { .outcome = OUTCOME_RAISED,
			  .got = "KeyError",
			  .message = { "raised", "KeyError ici.", "KeyError here." } },
			"got", "message" },
		{ { .message = { "missing-function", "Absente.", "Missing." }, .hint = { NULL, "Indice", NULL } },
			"hint", "message" },
		{ { .message = { "wrong-order", "Désordre.", "Disorder." }, .hint = { NULL, "Indice", NULL } }, "-",
			"hint" },
	};

	for (size_t i = 0; i < sizeof(rows) / sizeof(rows[0]); i++) {
		struct test_report test = rows[i].test;

		test.name = "f(1)";
		test.max = FRAC_ONE;
		test.points = FRAC_ZERO;
		test.outcome = test.outcome == OUTCOME_PASSED ? OUTCOME_FAILED : test.outcome;
		json_t *cleanup_json left = condensed_test(&test, 1, 0);
		if (json_object_get(left, rows[i].gone) != NULL || json_object_get(left, rows[i].left) == NULL)
			fail_msg("row %zu: %s without %s", i, rows[i].left, rows[i].gone);
	}
}

static void test_condense_refers_back(void **state)
{
	struct test_report tests[] = {
		{ .name = "f(1)",
			.outcome = OUTCOME_RAISED,
			.points = FRAC_ZERO,
			.max = FRAC_ONE,
			.message = { "raised", "Aïe.", "Ouch." } },
		{ .name = "f(2)",
			.outcome = OUTCOME_RAISED,
			.points = FRAC_ZERO,
			.max = FRAC_ONE,
			.message = { "raised", "Aïe.", "Ouch." },
			.hint = { NULL, "Indice", NULL } },
	};
	json_t *cleanup_json second = condensed_test(tests, 2, 1);

	assert_string_equal(json_string_value(json_object_get(second, "same_as")), "f(1)");
	assert_null(json_object_get(second, "message"));
	assert_null(json_object_get(second, "hint"));
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_hidden_tests_leak_nothing),
		cmocka_unit_test(test_hidden_outcomes_are_veiled),
		cmocka_unit_test(test_no_timing_beside_a_hidden_test),
		cmocka_unit_test(test_reveal_and_counterexample),
		cmocka_unit_test(test_messages_before_reveal),
		cmocka_unit_test(test_unknown_is_hidden),
		cmocka_unit_test(test_canonical),
		cmocka_unit_test(test_settle),
		cmocka_unit_test(test_shape),
		cmocka_unit_test(test_print),
		cmocka_unit_test(test_print_says_once),
		cmocka_unit_test(test_condense),
		cmocka_unit_test(test_condense_refers_back),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
