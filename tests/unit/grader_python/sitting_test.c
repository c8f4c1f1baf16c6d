/* How an answer's tests are spread over runs, with a sandbox that only takes notes. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>
#include <stdlib.h>
#include <string.h>

#include "fake.h"
#include "grader_python/grader_python.h"

static const struct kind *const kinds[] = { &python_function_kind, &python_program_kind, NULL };

static const char three_tests[] = "{\"format\": 1, \"title\": \"T\", \"questions\": [{\"id\": \"q\", \"kind\": "
				  "\"python-function\", \"points\": 6,"
				  " \"entry\": \"f\", \"tests\": [{\"call\": \"f(1)\", \"returns\": \"1\"}, {\"call\": "
				  "\"f(2)\", \"returns\": \"2\"},"
				  " {\"call\": \"f(3)\", \"returns\": \"3\"}]}]}";
static const char five_tests[] = "{\"format\": 1, \"title\": \"T\", \"questions\": [{\"id\": \"q\", \"kind\": "
				 "\"python-function\", \"points\": 5,"
				 " \"entry\": \"f\", \"tests\": [{\"call\": \"f(1)\", \"returns\": \"1\"}, {\"call\": "
				 "\"f(2)\", \"returns\": \"2\"},"
				 " {\"call\": \"f(3)\", \"returns\": \"3\"}, {\"call\": \"f(4)\", \"returns\": \"4\"},"
				 " {\"call\": \"f(5)\", \"returns\": \"5\"}]}]}";
static const char with_setup[] =
	"{\"format\": 1, \"title\": \"T\", \"questions\": [{\"id\": \"q\", \"kind\": \"python-function\", \"points\": "
	"3,"
	" \"entry\": \"f\", \"tests\": [{\"call\": \"f(1)\", \"returns\": \"1\"},"
	" {\"call\": \"f(2)\", \"returns\": \"2\", \"setup\": \"x = 1\"}, {\"call\": \"f(3)\", \"returns\": \"3\"}]}]}";
static const char with_group[] =
	"{\"format\": 1, \"title\": \"T\", \"questions\": [{\"id\": \"q\", \"kind\": \"python-function\", \"points\": "
	"6,"
	" \"entry\": \"f\", \"forbid\": {\"calls\": [\"max\"], \"cap\": \"1/3\"},"
	" \"tests\": [{\"call\": \"f(1)\", \"returns\": \"1\", \"group\": \"g\"},"
	" {\"call\": \"f(2)\", \"returns\": \"2\", \"group\": \"g\"}, {\"call\": \"f(3)\", \"returns\": \"3\"}]}]}";

/* The second is hidden, and the fourth. */
static const char with_hidden[] =
	"{\"format\": 1, \"title\": \"T\", \"questions\": [{\"id\": \"q\", \"kind\": \"python-function\", \"points\": "
	"4,"
	" \"entry\": \"f\", \"tests\": [{\"call\": \"f(1)\", \"returns\": \"1\"},"
	" {\"call\": \"f(2)\", \"returns\": \"2\", \"show\": \"verdict\"}, {\"call\": \"f(3)\", \"returns\": \"3\"},"
	" {\"call\": \"f(4)\", \"returns\": \"4\", \"show\": \"label\"}]}]}";
static const char all_hidden[] =
	"{\"format\": 1, \"title\": \"T\", \"questions\": [{\"id\": \"q\", \"kind\": \"python-function\", \"points\": "
	"2,"
	" \"entry\": \"f\", \"tests\": [{\"call\": \"f(1)\", \"returns\": \"1\", \"show\": \"verdict\"},"
	" {\"call\": \"f(2)\", \"returns\": \"2\", \"show\": \"label\"}]}]}";

struct bench {
	struct arena *arena;
	struct folder_file files[3];
	struct folder folder;
	const struct exercise *exercise;
	struct fake fake;
	void *workshop;
	struct question_report report;
	int progress;
	struct err err;
};

static struct folder_file file(const char *name, const char *data)
{
	return (struct folder_file){ name, data, strlen(data) };
}

static void bench_open(struct bench *bench, const char *json)
{
	struct problems problems = { 0 };

	*bench = (struct bench){ .arena = arena_new(0), .workshop = python_function_kind.open() };
	bench->files[0] = file("exercise.json", json);
	bench->files[1] = file("solution.py", "def f(x): return x\n");
	bench->files[2] = file("statement.fr.md", "# T\n");
	bench->folder = (struct folder){ bench->files, 3, "sha256:test" };
	bench->exercise = exercise_load(&bench->folder, "test", kinds, &problems, bench->arena);
	assert_non_null(bench->exercise);
	bench->fake.defined[0] = "f";
	fake_now = &bench->fake;
}

static void count_progress(void *context)
{
	((struct bench *)context)->progress++;
}

/* `later`: as one of several questions, where the hidden tests wait. */
static int bench_grade_first(struct bench *bench, void **later)
{
	struct grading grading = {
		.arena = bench->arena,
		.sandbox = NULL,
		.workshop = bench->workshop,
		.alone = fake_alone,
		.progress = count_progress,
		.progress_context = bench,
		.later = later,
	};
	json_t *answer = json_string("def f(x): return x");

	bench->report = (struct question_report){ 0 };
	int failed = python_function_kind.grade(
		&grading, &bench->exercise->questions[0], answer, &bench->report, &bench->err);
	json_decref(answer);
	assert_int_equal(bench->fake.open, 0);
	return failed;
}

static int bench_grade(struct bench *bench)
{
	return bench_grade_first(bench, NULL);
}

static int bench_grade_later(struct bench *bench, void *later)
{
	struct grading grading = { .arena = bench->arena, .workshop = bench->workshop, .alone = fake_alone };
	int failed = python_function_kind.grade_later(&grading, later, &bench->err);

	assert_int_equal(bench->fake.open, 0);
	return failed;
}

static void bench_close(struct bench *bench)
{
	python_function_kind.close(bench->workshop);
	arena_free(bench->arena);
}

static int crash_at_2_when_shared(struct fake *fake, unsigned run, int64_t argument, struct run_reply *reply)
{
	if (run == 1 && argument == 2)
		reply->end = RUN_CRASHED;
	return 0;
}

static int slow_at_2_once(struct fake *fake, unsigned run, int64_t argument, struct run_reply *reply)
{
	if (run == 1 && argument == 2)
		reply->end = RUN_TIMEOUT;
	return 0;
}

static int slow_at_2_once_apart(struct fake *fake, unsigned run, int64_t argument, struct run_reply *reply)
{
	if (run == 2 && argument == 2)
		reply->end = RUN_IDLE;
	return 0;
}

static int endless(struct fake *fake, unsigned run, int64_t argument, struct run_reply *reply)
{
	reply->end = RUN_TIMEOUT;
	return 0;
}

static int raise_at_2(struct fake *fake, unsigned run, int64_t argument, struct run_reply *reply)
{
	fake->raised_line = 1;
	if (argument == 2)
		fake_raise(reply, "ValueError");
	return 0;
}

static int memory_at_1(struct fake *fake, unsigned run, int64_t argument, struct run_reply *reply)
{
	fake->raised_line = 1;
	if (argument == 1)
		fake_raise(reply, "MemoryError");
	return 0;
}

static int much_at_1(struct fake *fake, unsigned run, int64_t argument, struct run_reply *reply)
{
	enum { ITEMS = 3 << 20 };
	static struct value items[ITEMS]; /* all of them None */
	static const struct value list = { .type = VALUE_LIST, .items = { items, ITEMS } };

	if (argument == 1)
		reply->value = &list;
	return 0;
}

/* Nine minutes of three tests: more than the last bound of one run allows for. */
static int long_each(struct fake *fake, unsigned run, int64_t argument, struct run_reply *reply)
{
	reply->cpu_us = 180 * 1000 * 1000;
	return 0;
}

static int load_raises(struct fake *fake, unsigned run, struct run_reply *reply)
{
	fake_raise(reply, "NameError");
	return 0;
}

static int load_endless(struct fake *fake, unsigned run, struct run_reply *reply)
{
	reply->end = RUN_IDLE;
	return 0;
}

struct row {
	const char *name, *json;
	bool shareable;
	int (*on_load)(struct fake *fake, unsigned run, struct run_reply *reply);
	int (*on_call)(struct fake *fake, unsigned run, int64_t argument, struct run_reply *reply);
	const char *log;
	const char *outcomes; /* one letter each: p f r t m c */
	const char *defined; /* NULL: "f" */
};

#define APART(n)  "start(1000) load call(" #n ") end "
#define DOUBLE(n) "alone{ start(2000) load call(" #n ") end } "

static const struct row rows[] = {
	{ "shared", three_tests, true, NULL, NULL, "start(1000) load call(1) call(2) call(3) end ", "ppp" },
	{ "apart", three_tests, false, NULL, NULL, APART(1) APART(2) APART(3), "ppp" },
	{ "an ordinary exception stays in the shared run", three_tests, true, NULL, raise_at_2,
		"start(1000) load call(1) call(2) call(3) end ", "prp" },
	{ "a crash in the shared run: this and what follows apart", three_tests, true, NULL, crash_at_2_when_shared,
		"start(1000) load call(1) call(2) end " APART(2) APART(3), "ppp" },
	{ "a MemoryError in the shared run", three_tests, true, NULL, memory_at_1,
		"start(1000) load call(1) end " APART(1) APART(2) APART(3), "rpp" },
	{ "a time-out in the shared run is confirmed alone, once", three_tests, true, NULL, slow_at_2_once,
		"start(1000) load call(1) call(2) end " DOUBLE(2) APART(3), "ppp" },
	{ "a time-out apart is confirmed alone", three_tests, false, NULL, slow_at_2_once_apart,
		APART(1) APART(2) DOUBLE(2) APART(3), "ppp" },
	{ "three confirmed time-outs, then the plain limit", five_tests, false, NULL, endless,
		APART(1) DOUBLE(1) APART(2) DOUBLE(2) APART(3) DOUBLE(3) APART(4) APART(5), "ttttt" },
	{ "a shared run that returned much gives way to another", three_tests, true, NULL, much_at_1,
		"start(1000) load call(1) end start(1000) load call(2) call(3) end ", "fpp" },
	{ "a shared run that calculated long gives way to another", three_tests, true, NULL, long_each,
		"start(1000) load call(1) call(2) end start(1000) load call(3) end ", "ppp" },
	{ "a test with setup has a run of its own", with_setup, true, NULL, NULL,
		/* The first is the plan's, where the setup is compiled. */
		"start(4000) end start(1000) load call(1) call(3) end start(1000) load setup call(2) end ", "ppp" },
	{ "an exception at load, the function not there", three_tests, false, load_raises, NULL,
		"start(1000) load has end ", "rrr", "g" },
	{ "an exception at load, shared", three_tests, true, load_raises, NULL, "start(1000) load has end ", "rrr",
		"g" },
	{ "an exception at load, the function there", three_tests, true, load_raises, NULL,
		"start(1000) load has call(1) call(2) call(3) end ", "ppp" },
	{ "loading never ends", three_tests, false, load_endless, NULL,
		"start(1000) load end alone{ start(2000) load end } ", "ttt" },
	{ "loading never ends, shared", three_tests, true, load_endless, NULL,
		"start(1000) load end alone{ start(2000) load end } ", "ttt" },
};

static char letter(enum outcome outcome)
{
	return outcome_name(outcome)[0];
}

static void test_runs(void **state)
{
	for (size_t i = 0; i < sizeof(rows) / sizeof(rows[0]); i++) {
		struct bench bench;
		bench_open(&bench, rows[i].json);
		bench.fake.shareable = rows[i].shareable;
		bench.fake.on_load = rows[i].on_load;
		bench.fake.on_call = rows[i].on_call;
		if (rows[i].defined)
			bench.fake.defined[0] = rows[i].defined;
		assert_int_equal(bench_grade(&bench), 0);
		if (strcmp(bench.fake.log, rows[i].log))
			print_error("row: %s\n", rows[i].name);
		assert_string_equal(bench.fake.log, rows[i].log);
		for (size_t t = 0; t < bench.report.test_count; t++)
			if (letter(bench.report.tests[t].outcome) != rows[i].outcomes[t])
				fail_msg("%s: test %zu is %s", rows[i].name, t + 1,
					outcome_name(bench.report.tests[t].outcome));
		bench_close(&bench);
	}
}

/* A question of two hundred slow tests must not look as if its grader hung. */
static void test_each_test_is_announced(void **state)
{
	for (int shareable = 0; shareable < 2; shareable++) {
		struct bench bench;
		bench_open(&bench, three_tests);
		bench.fake.shareable = shareable;
		assert_int_equal(bench_grade(&bench), 0);
		assert_int_equal(bench.progress, 3);
		bench_close(&bench);
	}
}

static int slow_at_4_in_run_2(struct fake *fake, unsigned run, int64_t argument, struct run_reply *reply)
{
	if (run == 2 && argument == 4)
		reply->end = RUN_TIMEOUT;
	return 0;
}

/* One of several questions: its hidden tests wait until the shown ones of all are done, and nothing but their place changes. */
static void test_hidden_come_later(void **state)
{
	static const struct {
		const char *name, *json;
		bool shareable;
		int (*on_load)(struct fake *fake, unsigned run, struct run_reply *reply);
		int (*on_call)(struct fake *fake, unsigned run, int64_t argument, struct run_reply *reply);
		const char *first, *after, *outcomes; /* after: NULL: nothing is put off */
	} cases[] = {
		{ "shared", with_hidden, true, NULL, NULL, "start(1000) load call(1) call(3) end ",
			"start(1000) load call(2) call(4) end ", "pppp" },
		{ "apart", with_hidden, false, NULL, NULL, APART(1) APART(3), APART(2) APART(4), "pppp" },
		{ "a time-out among the hidden is confirmed alone", with_hidden, true, NULL, slow_at_4_in_run_2,
			"start(1000) load call(1) call(3) end ", "start(1000) load call(2) call(4) end " DOUBLE(4),
			"pppp" },
		{ "a MemoryError among the shown: no run is shared later", with_hidden, true, NULL, memory_at_1,
			"start(1000) load call(1) end " APART(1) APART(3), APART(2) APART(4), "rppp" },
		{ "loading never ends", with_hidden, false, load_endless, NULL,
			"start(1000) load end alone{ start(2000) load end } ", "", "tttt" },
		{ "all hidden", all_hidden, true, NULL, NULL, "", "start(1000) load call(1) call(2) end ", "pp" },
		{ "none hidden", three_tests, true, NULL, NULL, "start(1000) load call(1) call(2) call(3) end ", NULL,
			"ppp" },
	};

	for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++) {
		struct bench bench;
		void *later = NULL;
		bench_open(&bench, cases[i].json);
		bench.fake.shareable = cases[i].shareable;
		bench.fake.on_load = cases[i].on_load;
		bench.fake.on_call = cases[i].on_call;
		assert_int_equal(bench_grade_first(&bench, &later), 0);
		if (strcmp(bench.fake.log, cases[i].first) || !later != !cases[i].after)
			print_error("case: %s\n", cases[i].name);
		assert_string_equal(bench.fake.log, cases[i].first);
		assert_int_equal(!later, !cases[i].after);
		bench.fake.log[0] = '\0';
		assert_int_equal(later ? bench_grade_later(&bench, later) : 0, 0);
		if (strcmp(bench.fake.log, later ? cases[i].after : ""))
			print_error("case: %s\n", cases[i].name);
		assert_string_equal(bench.fake.log, later ? cases[i].after : "");
		for (size_t t = 0; t < bench.report.test_count; t++)
			assert_int_equal(letter(bench.report.tests[t].outcome), cases[i].outcomes[t]);
		bench_close(&bench);
	}
}

static int broken_call(struct fake *fake, unsigned run, int64_t argument, struct run_reply *reply)
{
	return argument == 2 ? -1 : 0;
}

/* A fault of ours is no mark, and no run stays open (bench_grade() looks). */
static void test_our_faults(void **state)
{
	for (int shareable = 0; shareable < 2; shareable++) {
		struct bench bench;
		bench_open(&bench, three_tests);
		bench.fake.shareable = shareable;
		bench.fake.on_call = broken_call;
		assert_int_equal(bench_grade(&bench), -1);
		assert_int_equal(bench.err.kind, ERR_PEER);
		bench.fake.on_call = NULL;
		bench.fake.fail_end = true;
		assert_int_equal(bench_grade(&bench), -1);
		bench.fake.fail_end = false;
		bench.fake.fail_start = true;
		assert_int_equal(bench_grade(&bench), -1);
		bench.fake.fail_start = false;
		assert_int_equal(bench_grade(&bench), 0);
		assert_int_equal(bench.report.verdict, VERDICT_CORRECT);
		bench_close(&bench);
	}
}

static void check_points(const struct bench *bench, const char *expected)
{
	struct buf text cleanup_buf = BUF_INIT;

	frac_print(&text, bench->report.points);
	assert_string_equal(buf_str(&text), expected);
}

static void test_group_and_cap(void **state)
{
	static const struct run_name uses_max[] = { { "max", 'g', 7 } };
	struct bench bench;

	bench_open(&bench, with_group);
	bench.fake.on_call = raise_at_2;
	assert_int_equal(bench_grade(&bench), 0);
	check_points(&bench, "2");
	assert_int_equal(bench.report.tests[0].outcome, OUTCOME_PASSED);
	assert_int_equal(bench.report.tests[0].points.num, 0);
	assert_string_equal(bench.report.tests[0].message.code, "group-lost");

	bench.fake.on_call = NULL;
	assert_int_equal(bench_grade(&bench), 0);
	check_points(&bench, "6");
	assert_int_equal(bench.report.feedback_count, 0);

	bench.fake.names = uses_max;
	bench.fake.name_count = 1;
	assert_int_equal(bench_grade(&bench), 0);
	check_points(&bench, "2");
	assert_int_equal(bench.report.verdict, VERDICT_PARTIAL);
	assert_int_equal(bench.report.feedback_count, 1);
	assert_non_null(strstr(bench.report.feedback[0].en, "Line 7"));

	/* A function of one's own may be called max. */
	bench.fake.defined[1] = "max";
	assert_int_equal(bench_grade(&bench), 0);
	check_points(&bench, "6");
	bench_close(&bench);
}

static void test_missing(void **state)
{
	struct bench bench;

	bench_open(&bench, three_tests);
	bench.fake.defined[0] = "F";
	bench.fake.shareable = true;
	assert_int_equal(bench_grade(&bench), 0);
	assert_string_equal(bench.fake.log, "start(1000) load call(1) has call(2) has call(3) has end ");
	assert_int_equal(bench.report.tests[2].outcome, OUTCOME_FAILED);
	assert_string_equal(bench.report.tests[2].message.code, "missing-function-near");
	check_points(&bench, "0");
	bench_close(&bench);
}

/* The plan is made once: a second answer to the same digest asks for no literal again. */
static void test_plan_is_kept(void **state)
{
	struct bench bench;

	bench_open(&bench, three_tests);
	bench.fake.shareable = true;
	assert_int_equal(bench_grade(&bench), 0);
	bench.fake.log[0] = '\0';
	bench.fake.fail_start = false;
	assert_int_equal(bench_grade(&bench), 0);
	assert_string_equal(bench.fake.log, "start(1000) load call(1) call(2) call(3) end ");
	bench_close(&bench);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_runs),
		cmocka_unit_test(test_each_test_is_announced),
		cmocka_unit_test(test_hidden_come_later),
		cmocka_unit_test(test_our_faults),
		cmocka_unit_test(test_group_and_cap),
		cmocka_unit_test(test_missing),
		cmocka_unit_test(test_plan_is_kept),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
