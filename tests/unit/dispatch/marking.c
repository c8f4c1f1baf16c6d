/* Marking one submission: shape of answers, blanks, the rule on unreadable ones, our faults, the shelf. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <cmocka.h>

#include "base/json.h"
#include "dispatch/marking.h"
#include "false_kind.h"

struct bench {
	struct arena *arena;
	struct marking *marking;
	int progress, alone;
};

static void count_progress(void *context)
{
	((struct bench *)context)->progress++;
}

static void count_alone(void *context, bool alone)
{
	((struct bench *)context)->alone += alone ? 1 : 100;
}

static int set_up(void **state)
{
	struct bench *bench = calloc(1, sizeof(*bench));
	const struct marking_config config = {
		.kinds = false_kinds,
		.cached = 2,
		.alone = count_alone,
		.progress = count_progress,
		.context = bench,
	};
	struct err err;

	bench->arena = arena_new(0);
	*state = bench;
	return marking_open(&bench->marking, &config, &err);
}

static int tear_down(void **state)
{
	struct bench *bench = *state;

	marking_close(bench->marking);
	arena_free(bench->arena);
	free(bench);
	return 0;
}

static int mark(struct bench *bench, int questions, const char *answers, struct report *report, struct err *err)
{
	struct json_place place;
	cleanup_json json_t *parsed = json_parse(answers, strlen(answers), &place, err);
	const struct marking_job job = {
		.exercise = false_exercise(questions, bench->arena),
		.answers = parsed,
		.seed = UINT64_MAX,
		.arena = bench->arena,
	};

	assert_non_null(job.exercise);
	return marking_mark(bench->marking, &job, report, err);
}

static void marks(void **state)
{
	static const struct {
		int questions;
		const char *answers;
		enum verdict verdict;
		int points;
		const char *each;
	} cases[] = {
		{ 1, "{\"q1\": \"right\"}", VERDICT_CORRECT, 4, "c" },
		{ 1, "{\"q1\": \"half\"}", VERDICT_PARTIAL, 2, "p" },
		{ 1, "{\"q1\": \"wrong\"}", VERDICT_INCORRECT, 0, "i" },
		{ 1, "{\"q1\": \"bad\"}", VERDICT_UNREADABLE, 0, "u" },
		{ 1, "{\"q1\": \"\"}", VERDICT_BLANK, 0, "b" },
		{ 1, "{}", VERDICT_BLANK, 0, "b" },
		{ 1, "{\"q1\": null}", VERDICT_BLANK, 0, "b" },
		{ 2, "{\"q1\": \"right\", \"q2\": \"right\"}", VERDICT_CORRECT, 8, "cc" },
		{ 2, "{\"q2\": \"right\"}", VERDICT_PARTIAL, 4, "bc" },
		{ 2, "{}", VERDICT_BLANK, 0, "bb" },
		{ 3, "{\"q1\": \"right\", \"q2\": \"bad\"}", VERDICT_UNREADABLE, 0, "uuu" },
		{ 2, "{\"q1\": \"fault\", \"q2\": \"bad\"}", VERDICT_UNREADABLE, 0, "uu" },
	};
	static const char letters[] = "cpiu?b";

	for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++) {
		struct report report;
		struct err err = { 0 };
		if (mark(*state, cases[i].questions, cases[i].answers, &report, &err) < 0)
			fail_msg("%s: %s", cases[i].answers, err.text);
		assert_int_equal(report.verdict, cases[i].verdict);
		assert_int_equal(report.points.num, cases[i].points);
		assert_int_equal(report.max.num, 4 * cases[i].questions);
		assert_int_equal(report.question_count, cases[i].questions);
		for (int q = 0; q < cases[i].questions; q++)
			assert_int_equal(letters[report.questions[q].verdict], cases[i].each[q]);
	}
}

static void one_bad_box_buys_nothing(void **state)
{
	static const char *const codes[] = { "answer-read", "bad", "answer-blank" };
	struct report report;
	struct err err = { 0 };

	assert_int_equal(mark(*state, 3, "{\"q1\": \"right\", \"q2\": \"bad\"}", &report, &err), 0);
	for (int i = 0; i < 3; i++) {
		assert_int_equal(report.questions[i].test_count, 0);
		assert_int_equal(report.questions[i].points.num, 0);
		assert_int_equal(report.questions[i].max.num, 4);
		assert_int_equal(report.questions[i].feedback_count, 1);
		assert_string_equal(report.questions[i].feedback[0].code, codes[i]);
		assert_non_null(report.questions[i].feedback[0].en);
	}
	assert_int_equal(report.questions[1].line, 3);
}

static void signs(void **state)
{
	struct report report;
	struct err err = { 0 };

	assert_int_equal(mark(*state, 1, "{\"q1\": \"right\"}", &report, &err), 0);
	assert_string_equal(report.exercise, "essai.un");
	assert_string_equal(report.seed, "18446744073709551615");
	assert_string_equal(report.engine, engine_version());
	assert_int_equal(strncmp(report.digest, "sha256:", 7), 0);
	assert_true(json_is_object(report.limits));
}

static void faults_are_errors(void **state)
{
	static const struct {
		int questions;
		const char *answers;
		enum err_kind kind;
	} cases[] = {
		{ 1, "{\"q1\": \"fault\"}", ERR_PEER },
		{ 1, "{\"q1\": \"author\"}", ERR_INPUT },
		{ 2, "{\"q1\": \"right\", \"q2\": \"fault\"}", ERR_PEER },
		{ 1, "{\"q2\": \"right\"}", ERR_INPUT },
		{ 1, "[]", ERR_INPUT },
		{ 1, "\"right\"", ERR_INPUT },
	};

	for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++) {
		struct report report;
		struct err err = { 0 };
		if (mark(*state, cases[i].questions, cases[i].answers, &report, &err) == 0)
			fail_msg("%s was marked", cases[i].answers);
		assert_int_equal(err.kind, cases[i].kind);
	}
}

static void tells_progress_and_asks_for_the_machine(void **state)
{
	struct bench *bench = *state;
	struct report report;
	struct err err = { 0 };

	assert_int_equal(mark(bench, 2, "{\"q1\": \"alone\", \"q2\": \"right\"}", &report, &err), 0);
	assert_int_equal(bench->alone, 101);
	assert_int_equal(bench->progress, 4); /* each read, then each marked */
}

static void previews(void **state)
{
	struct bench *bench = *state;
	struct err err = { 0 };
	cleanup_json json_t *answers = json_pack("{s:s, s:s}", "q1", "right", "q2", "bad");
	cleanup_json json_t *reading = NULL;
	const struct marking_job job = {
		.exercise = false_exercise(3, bench->arena),
		.answers = answers,
		.arena = bench->arena,
	};
	cleanup_buf struct buf text = BUF_INIT;

	assert_int_equal(marking_read(bench->marking, &job, &reading, &err), 0);
	json_print(&text, reading);
	assert_string_equal(buf_str(&text),
		"{\"readable\":false,\"questions\":[{\"id\":\"q1\",\"reading\":\"ok\"},"
		"{\"id\":\"q2\",\"reading\":\"unreadable\",\"message\":{\"code\":\"bad\",\"fr\":\"Illisible.\","
		"\"en\":\"Unreadable.\"},\"line\":3},{\"id\":\"q3\",\"reading\":\"blank\"}]}");
}

static const struct exercise *learn(struct bench *bench, const char *id, int questions, char digest[SHA256_TEXT])
{
	cleanup_buf struct buf pack = BUF_INIT;
	const struct exercise *exercise = NULL;
	struct err err = { 0 };

	false_pack(&pack, digest, questions);
	const struct marking_pack given = { id, digest, pack.data, pack.len };
	if (marking_learn(bench->marking, &given, &exercise, &err) < 0)
		fail_msg("%s", err.text);
	return exercise;
}

static void keeps_what_was_used_last(void **state)
{
	struct bench *bench = *state;
	char one[SHA256_TEXT], two[SHA256_TEXT], three[SHA256_TEXT];

	const struct exercise *first = learn(bench, "essai.un", 1, one);
	learn(bench, "essai.deux", 2, two);
	assert_ptr_equal(marking_find(bench->marking, "essai.un", one), first);
	assert_null(marking_find(bench->marking, "essai.deux", one));
	learn(bench, "essai.trois", 3, three);
	assert_ptr_equal(marking_find(bench->marking, "essai.un", one), first);
	assert_null(marking_find(bench->marking, "essai.deux", two));
	assert_non_null(marking_find(bench->marking, "essai.trois", three));
	/* The pack of one exercise under another's digest. */
	cleanup_buf struct buf pack = BUF_INIT;
	char digest[SHA256_TEXT];
	const struct exercise *exercise;
	struct err err = { 0 };
	false_pack(&pack, digest, 1);
	const struct marking_pack lie = { "essai.deux", two, pack.data, pack.len };
	assert_int_equal(marking_learn(bench->marking, &lie, &exercise, &err), -1);
	assert_int_equal(err.kind, ERR_INPUT);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test_setup_teardown(marks, set_up, tear_down),
		cmocka_unit_test_setup_teardown(one_bad_box_buys_nothing, set_up, tear_down),
		cmocka_unit_test_setup_teardown(signs, set_up, tear_down),
		cmocka_unit_test_setup_teardown(faults_are_errors, set_up, tear_down),
		cmocka_unit_test_setup_teardown(tells_progress_and_asks_for_the_machine, set_up, tear_down),
		cmocka_unit_test_setup_teardown(previews, set_up, tear_down),
		cmocka_unit_test_setup_teardown(keeps_what_was_used_last, set_up, tear_down),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
