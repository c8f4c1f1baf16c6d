/*
 * The loader: a good exercise read whole, and a table of malformed ones, each
 * with the place, the pointer and the message that its author must get.
 */
#include "toy.h"
#include <string.h>

#define STATEMENT "statement.fr.md", "# Énoncé\n"

static const char good[] =
	"{ \"$schema\": \"x\", \"format\": 1, \"x-note\": [1],\n"
	"  \"title\": {\"fr\": \"Été\", \"en\": \"Summer\"}, \"year\": 1, \"topics\": [\"a\", \"b\"],\n"
	"  \"difficulty\": 2, \"minutes\": 10, \"licence\": \"CC-BY-SA-4.0\", \"reveal\": \"2026-12-01\",\n"
	"  \"questions\": [\n"
	"    {\"id\": \"un\", \"kind\": \"toy\", \"points\": \"20/3\", \"entry\": \"f\", \"tests\": [{\"call\": "
	"\"f(1)\", \"points\": 2.50}]},\n"
	"    {\"id\": \"deux\", \"kind\": \"toy\", \"points\": 2.25, \"title\": \"T\", \"entry\": \"g\", \"tests\": "
	"[]} ],\n"
	"  \"wrong\": [ {\"file\": \"wrong/a.json\", \"mark\": \"1/3\", \"fails\": [\"f(1)\"]},\n"
	"             {\"answers\": {\"un\": \"x\"}, \"mark\": 2, \"seeds\": [1, 2], \"says\": {\"un\": \"y\"}} ] }\n";

static void test_good(void **state)
{
	static const char *const pairs[] = { "corrige.fr.md", "\xef\xbb\xbfVoici.", "exercise.json", good,
		"statement.en.md", "Text", STATEMENT, "wrong/a.json", "{\"un\": \"a\", \"deux\": 3}", NULL };
	struct arena *cleanup_arena arena = arena_new(0);
	struct problems problems = { 0 };
	const struct exercise *exercise;
	struct folder folder;
	struct buf cleanup_buf points = BUF_INIT;

	toy_folder(&folder, arena, pairs);
	exercise = exercise_load(&folder, "base.essai", toy_kinds, &problems, arena);
	if (exercise == NULL)
		fail_msg("%s", problems.list[0].message.en);
	assert_int_equal(problems.count, 0);
	assert_string_equal(exercise->id, "base.essai");
	assert_string_equal(exercise->title.en, "Summer");
	assert_int_equal(exercise->year * 10000 + exercise->difficulty * 1000 + exercise->minutes, 12010);
	assert_string_equal(exercise->topics[1], "b");
	assert_null(exercise->topics[2]);
	assert_string_equal(exercise->licence, "CC-BY-SA-4.0");
	assert_string_equal(exercise->reveal, "2026-12-01");
	assert_string_equal(exercise->statement_fr, "# Énoncé\n");
	assert_string_equal(exercise->statement_en, "Text");
	assert_string_equal(exercise->corrige_fr, "Voici.");
	assert_null(exercise->corrige_en);
	frac_print(&points, exercise->points);
	assert_string_equal(buf_str(&points), "107/12");
	assert_int_equal(exercise->question_count, 2);
	assert_string_equal(exercise_question(exercise, "deux")->folder, "deux/");
	assert_string_equal(exercise_question(exercise, "deux")->spec, "g");
	assert_string_equal(exercise_question(exercise, "deux")->title.fr, "T");
	assert_null(exercise_question(exercise, "trois"));
	assert_int_equal(exercise->wrong_count, 2);
	assert_string_equal(json_string_value(json_object_get(exercise->wrong[0].answers, "un")), "a");
	assert_string_equal(exercise->wrong[0].fails[0], "f(1)");
	assert_true(exercise->wrong[0].has_mark && exercise->wrong[0].mark.den == 3);
	assert_null(exercise->wrong[1].file);
	assert_null(exercise->wrong[1].fails);
}

/* The smallest exercise: one question of 20 points, whose wrong answer is a plain file. */
static void test_smallest(void **state)
{
	static const char *const pairs[] = { "exercise.json",
		"{\"format\": 1, \"title\": \"T\", \"questions\": [{\"id\": \"q\", \"kind\": \"plain\"}], \"wrong\": "
		"[{\"file\": \"wrong/z.py\"}]}",
		STATEMENT, "wrong/other.py", "x", "wrong/z.py", "return 0", NULL };
	struct arena *cleanup_arena arena = arena_new(0);
	struct problems problems = { 0 };
	const struct exercise *exercise;
	struct folder folder;

	toy_folder(&folder, arena, pairs);
	exercise = exercise_load(&folder, "essai", toy_kinds, &problems, arena);
	assert_non_null(exercise);
	assert_int_equal(frac_cmp(exercise->points, frac_int(20)), 0);
	assert_string_equal(exercise->questions[0].folder, "");
	assert_string_equal(json_string_value(json_object_get(exercise->wrong[0].answers, "q")), "return 0");
	assert_int_equal(problems.count, 1);
	assert_true(problems.list[0].warning);
	assert_string_equal(problems.list[0].file, "wrong/other.py");
	assert_string_equal(problems.list[0].message.code, "wrong-unlisted");
}

struct malformed {
	const char *json;
	const char *says; /* the first problem, as problem_print() writes it in English, without the file's name */
	size_t errors; /* how many; 0 means 1 */
};

#define HEAD       "{\"format\": 1, \"title\": \"T\",\n"
#define QUESTION   "{\"id\": \"q\", \"kind\": \"toy\", \"entry\": \"f\", \"tests\": []}"
#define ONE        HEAD "\"questions\": [" QUESTION "]}"
#define WITH(rest) HEAD "\"questions\": [" QUESTION "],\n" rest "}"
#define KIND(rest) HEAD "\"questions\": [\n{\"id\": \"q\", \"kind\": \"toy\", \"entry\": \"f\",\n" rest "}]}"

static const struct malformed rows[] = {
	/* JSON itself */
	{ "{\"format\": 1,\n \"titre\" \"T\"}", ":2:9: A colon is missing here" },
	{ "{\"format\": 1,", ":1:14: The text ends too early" },
	{ "{\"format\": 1,\n \"title\": \"a\", \"title\": \"b\"}", ":2:16: This key already stands" },
	{ "{\"format\": 1, \"minutes\": 99999999999999999999}", ":1:26: This number is too large" },
	{ "{\"title\": \"\xff\"}", ":1:12: This character is not written in UTF-8" },
	{ "{} {}", ":1:4: Something stands after" },
	{ "   ", ": This file is empty" },
	{ "[]", ":1:1: An object { … } is expected for \"exercise.json\"" },
	{ "12", ":1:1: An object" },
	/* the exercise's keys */
	{ "{}", ":1:1: The key \"format\" is missing", 3 },
	{ WITH("\"minuts\": 3"), ":3:1: /minuts: The key \"minuts\" is unknown here. Did you mean \"minutes\"?" },
	{ WITH("\"blah\": 3"), ":3:1: /blah: The key \"blah\" is unknown here. Possible keys: format, title, year" },
	{ WITH("\"minutes\": \"3\""), ":3:12: /minutes: A whole number is expected for \"minutes\"" },
	{ WITH("\"minutes\": 3.5"), ":3:12: /minutes: A whole number" },
	{ WITH("\"minutes\": 9223372036854775807"), ":3:12: /minutes: \"minutes\" must be between 1 and 600" },
	{ WITH("\"difficulty\": 6"), ":3:15: /difficulty: \"difficulty\" must be between 1 and 5" },
	{ WITH("\"year\": 0"), ":3:9: /year: \"year\" must be" },
	{ WITH("\"topics\": [\"a\", 1]"), ":3:11: /topics: A list of texts" },
	{ WITH("\"topics\": null"), ":3:11: /topics: A list of texts" },
	{ WITH("\"reveal\": \"never\""), ":3:11: /reveal: \"never\" does not say when" },
	{ WITH("\"reveal\": \"2026-13-01\""), ":3:11: /reveal: \"2026-13-01\" does not" },
	{ WITH("\"parameters\": {}"), ":3:15: /parameters: \"parameters\" gives 1 to 30 names." },
	{ WITH("\"variant\": {}"), ":3:1: /variant: The key \"variant\" belongs to the format" },
	{ WITH("\"variant\": 1"), ":3:1: /variant: The key \"variant\" belongs" },
	{ "{\"format\": 2, \"title\": \"T\", \"questions\": [" QUESTION "]}",
		":1:12: /format: This file says it is in format 2" },
	{ "{\"format\": 1, \"title\": \"\", \"questions\": [" QUESTION "]}", ":1:24: /title: A text is expected" },
	{ "{\"format\": 1, \"title\": {\"en\": \"T\"}, \"questions\": [" QUESTION "]}",
		":1:24: /title: A text is expected" },
	{ "{\"format\": 1, \"title\": {\"fr\": \"T\", \"de\": \"T\"}, \"questions\": [" QUESTION "]}",
		":1:24: /title: A text" },
	{ "{\"format\": 1, \"titel\": \"T\", \"questions\": [" QUESTION "]}",
		":1:15: /titel: The key \"titel\" is unknown here. Did you mean \"title\"?" },
	/* questions */
	{ HEAD "\"questions\": []}", ":2:14: /questions: An exercise has at least one" },
	{ HEAD "\"questions\": {}}", ":2:14: /questions: A list [ … ] is expected" },
	{ HEAD "\"questions\": [1]}", ":2:15: /questions/0: An object" },
	{ HEAD "\"questions\": [{\"kind\": \"toy\", \"entry\": \"f\", \"tests\": []}]}",
		":2:15: /questions/0: The key \"id\" is missing" },
	{ HEAD "\"questions\": [{\"id\": \"q\"}]}", ":2:15: /questions/0: The key \"kind\" is missing" },
	{ HEAD "\"questions\": [{\"id\": \"q\", \"kind\": \"tay\"}]}",
		":2:35: /questions/0/kind: The kind of question \"tay\" is unknown. Did you mean \"toy\"?" },
	{ HEAD "\"questions\": [{\"id\": \"q\", \"kind\": \"python\"}]}",
		":2:35: /questions/0/kind: The kind of question \"python\" is unknown. Possible kinds: toy, plain." },
	{ HEAD "\"questions\": [{\"id\": \"Q 1\", \"kind\": \"plain\"}]}",
		":2:22: /questions/0/id: \"Q 1\" cannot name a question" },
	{ HEAD "\"questions\": [{\"id\": 3, \"kind\": \"plain\"}]}", ":2:22: /questions/0/id: A text between quotes" },
	{ HEAD "\"questions\": [{\"id\": \"q\", \"kind\": \"plain\", \"points\": 3},\n{\"id\": \"q\", \"kind\": "
	       "\"plain\", \"points\": 3}]}",
		":3:8: /questions/1/id: Another question is already called \"q\"" },
	{ HEAD "\"questions\": [{\"id\": \"q\", \"kind\": \"plain\", \"points\": 3},\n{\"id\": \"r\", \"kind\": "
	       "\"plain\"}]}",
		":3:1: /questions/1: As soon as there are several questions" },
	{ KIND("\"tests\": [], \"points\": -1"), ":4:24: /questions/0/points: A number of points cannot be negative" },
	{ KIND("\"tests\": [], \"points\": 1e3"), ":4:24: /questions/0/points: \"1e3\" is not a number of points" },
	{ KIND("\"tests\": [], \"points\": \"quatre\""), ":4:24: /questions/0/points: \"quatre\" is not" },
	{ KIND("\"tests\": [], \"points\": 1000.5"),
		":4:24: /questions/0/points: This number of points is out of proportion" },
	{ KIND("\"tests\": [], \"points\": \"99999999999999999999\""),
		":4:24: /questions/0/points: This number of points is out" },
	{ KIND("\"tests\": [], \"points\": 0.1000000000000000000001"),
		":4:24: /questions/0/points: This number of points is out" },
	{ KIND("\"tests\": [], \"points\": 0"), ":2:14: /questions: The exercise is worth no points" },
	{ KIND("\"tests\": [], \"points\": true"), ":4:24: /questions/0/points: A number of points is expected" },
	/* the kind's own keys */
	{ KIND("\"tests\": {}"), ":4:10: /questions/0/tests: A list" },
	{ KIND("\"tests\": [], \"depth\": 10"), ":4:23: /questions/0/depth: \"depth\" must be between 1 and 9" },
	{ KIND("\"tests\": [], \"flag\": \"true\""), ":4:22: /questions/0/flag: \"flag\" is true or false" },
	{ KIND("\"tests\": [], \"mode\": \"gamma\""), ":4:22: /questions/0/mode: \"gamma\" is not a possible value of "
						      "\"mode\". Possible values: alpha, beta." },
	{ KIND("\"tests\": [], \"mode\": \"alhpa\""),
		":4:22: /questions/0/mode: \"alhpa\" is not a possible value of \"mode\". Did you mean \"alpha\"?" },
	{ KIND("\"tests\": [{\"call\": \"f()\"},\n  {\"call\": \"f(1)\", \"retruns\": \"2\"}]"),
		":5:20: /questions/0/tests/1/retruns: The key \"retruns\" is unknown here. Did you mean \"returns\"?" },
	{ KIND("\"tests\": [{\"x-why\": 1}]"), ":4:11: /questions/0/tests/0: The key \"call\" is missing" },
	{ KIND("\"tests\": [{\"call\": \"f\", \"points\": \"1/0\"}]"),
		":4:35: /questions/0/tests/0/points: \"1/0\" is not" },
	{ KIND("\"tests\": [{\"call\": \"f\", \"hint\": 4}]"), ":4:33: /questions/0/tests/0/hint: A text" },
	{ HEAD "\"questions\": [{\"id\": \"q\", \"kind\": \"toy\", \"entri\": \"f\", \"tests\": [{\"cal\": \"f\"}]}]}",
		":2:42: /questions/0/entri: The key \"entri\" is unknown here. Did you mean \"entry\"?", 2 },
	{ KIND("\"test\": [], \"flag\": 1, \"depth\": 0, \"a/b\": 1"),
		":4:1: /questions/0/test: The key \"test\" is unknown", 4 },
	/* wrong answers */
	{ WITH("\"wrong\": [{\"file\": \"wrong/zero.p\"}]"),
		":3:20: /wrong/0/file: The file wrong/zero.p is missing from the exercise's folder. Did you mean "
		"wrong/zero.py?" },
	{ WITH("\"wrong\": [{\"file\": \"wrong/other-thing.py\"}]"),
		":3:20: /wrong/0/file: The file wrong/other-thing.py is missing" },
	{ WITH("\"wrong\": [{\"file\": \"statement.fr.md\"}]"),
		":3:20: /wrong/0/file: The file of a wrong answer stands in wrong/" },
	{ WITH("\"wrong\": [{\"file\": \"wrong/zero.py\"}, {\"file\": \"wrong/zero.py\"}]"),
		":3:47: /wrong/1/file: The file wrong/zero.py is already listed" },
	{ WITH("\"wrong\": [{\"mark\": 3}]"), ":3:11: /wrong/0: A wrong answer is given by" },
	{ WITH("\"wrong\": [{\"file\": \"wrong/zero.py\", \"answers\": {}}]"),
		":3:11: /wrong/0: A wrong answer is given by" },
	{ WITH("\"wrong\": [{\"file\": \"wrong/zero.py\", \"mark\": 21}]"),
		":3:45: /wrong/0/mark: A wrong answer cannot be worth 21 points: the whole exercise is worth 20" },
	{ WITH("\"wrong\": [{\"file\": \"wrong/zero.py\", \"mark\": 20, \"fails\": [\"f\"]}]"),
		":3:45: /wrong/0/mark: This wrong answer would have all the points (20)" },
	{ WITH("\"wrong\": [{\"file\": \"wrong/zero.py\", \"mark\": \"x\"}]"), ":3:45: /wrong/0/mark: \"x\" is not" },
	{ WITH("\"wrong\": [{\"answers\": {\"k\": 1}}]"),
		":3:24: /wrong/0/answers/k: No question is called \"k\". Did you mean \"q\"?" },
	{ WITH("\"wrong\": [{\"answers\": {\"question\": 1}}]"),
		":3:24: /wrong/0/answers/question: No question is called \"question\". Questions of the exercise: q." },
	{ WITH("\"wrong\": [{\"answers\": {}, \"says\": {\"question\": 1}}]"),
		":3:36: /wrong/0/says/question: No question" },
	{ WITH("\"wrong\": [{\"answers\": {}, \"says\": {\"q\": 1}}]"),
		":3:41: /wrong/0/says/q: A text between quotes" },
	{ WITH("\"wrong\": [{\"answers\": {}, \"seeds\": [1, -1]}]"), ":3:40: /wrong/0/seeds/1: \"seeds\" is a list" },
	{ WITH("\"wrong\": [4]"), ":3:11: /wrong/0: An object" },
	{ HEAD "\"questions\": [{\"id\": \"q\", \"kind\": \"plain\", \"points\": 3}, {\"id\": \"r\", \"kind\": "
	       "\"plain\", \"points\": 3}],\n"
	       "\"wrong\": [{\"file\": \"wrong/zero.py\"}]}",
		":3:20: /wrong/0/file: With several questions, a wrong answer is a .json file" },
};

static size_t count_errors(const struct problems *problems)
{
	size_t errors = 0;

	for (size_t i = 0; i < problems->count; i++)
		errors += !problems->list[i].warning;
	return errors;
}

static void check_row(const struct malformed *row)
{
	const char *pairs[] = { "exercise.json", row->json, STATEMENT, "wrong/zero.py", "x", NULL };
	struct arena *cleanup_arena arena = arena_new(0);
	struct buf cleanup_buf text = BUF_INIT;
	struct problems problems = { 0 };
	struct folder folder;
	size_t wanted = row->errors != 0 ? row->errors : 1;

	toy_folder(&folder, arena, pairs);
	if (exercise_load(&folder, "a.b", toy_kinds, &problems, arena) != NULL)
		fail_msg("accepted: %s", row->json);
	problem_print(&text, &problems.list[0], LANG_EN);
	if (strncmp(buf_str(&text), "exercise.json", 13) != 0 ||
		strncmp(buf_str(&text) + 13, row->says, strlen(row->says)) != 0)
		fail_msg("%s\n says   %s\n wanted %s", row->json, buf_str(&text) + 13, row->says);
	if (problems.errors != wanted || count_errors(&problems) != wanted)
		fail_msg("%s\n has %zu errors, wanted %zu; second: %s", row->json, problems.errors, wanted,
			problems.count > 1 ? problems.list[1].message.en : "");
}

static void test_malformed(void **state)
{
	for (size_t i = 0; i < sizeof(rows) / sizeof(rows[0]); i++)
		check_row(&rows[i]);
}

/* Mistakes outside exercise.json. */
static void test_other_files(void **state)
{
	static const struct {
		const char *pairs[12];
		const char *id, *says;
	} cases[] = {
		{ { "exercise.json", ONE, NULL }, "a", "statement.fr.md: The file statement.fr.md is missing" },
		{ { STATEMENT, NULL }, "a", "exercise.json: The file exercise.json is missing" },
		{ { "exercise.json", ONE, "statement.fr.md", " \n", NULL }, "a",
			"statement.fr.md: This file is empty" },
		{ { "exercise.json", ONE, "statement.fr.md", "a\nb\xe9", NULL }, "a",
			"statement.fr.md:2:2: This character is not written" },
		{ { "exercise.json", ONE, "solution.py", "é = 1\n\xc3(", STATEMENT, NULL }, "a",
			"solution.py:2:1: This character" },
		{ { "exercise.json", ONE, STATEMENT, NULL }, "A b",
			"exercise.json: \"A b\" cannot be an exercise's name" },
		{ { "exercise.json", ONE, STATEMENT, NULL }, "a..b", "exercise.json: \"a..b\" cannot" },
		{ { "exercise.json", ONE, STATEMENT, NULL }, "", "exercise.json: \"\" cannot" },
		{ { "exercise.json", WITH("\"wrong\": [{\"file\": \"wrong/a.json\"}]"), STATEMENT, "wrong/a.json",
			  "{\"z\n", NULL },
			"a", "wrong/a.json:" },
		{ { "exercise.json", WITH("\"wrong\": [{\"file\": \"wrong/a.json\"}]"), STATEMENT, "wrong/a.json",
			  "\n{\"qq\": 1}", NULL },
			"a", "wrong/a.json:2:2: /qq: No question is called \"qq\". Did you mean \"q\"?" },
		{ { "exercise.json", WITH("\"wrong\": [{\"file\": \"wrong/a.json\"}]"), STATEMENT, "wrong/a.json", "[]",
			  NULL },
			"a", "wrong/a.json:1:1: This file must give an object" },
	};

	for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++) {
		struct arena *cleanup_arena arena = arena_new(0);
		struct buf cleanup_buf text = BUF_INIT;
		struct problems problems = { 0 };
		struct folder folder;

		toy_folder(&folder, arena, cases[i].pairs);
		assert_null(exercise_load(&folder, cases[i].id, toy_kinds, &problems, arena));
		problem_print(&text, &problems.list[0], LANG_EN);
		if (strncmp(buf_str(&text), cases[i].says, strlen(cases[i].says)) != 0 || problems.errors != 1)
			fail_msg("case %zu: %zu: %s", i, problems.errors, buf_str(&text));
	}
}

/* More mistakes than anybody reads: counted, bounded, and loading comes back. */
static void test_flood(void **state)
{
	struct arena *cleanup_arena arena = arena_new(0);
	struct buf cleanup_buf json = BUF_INIT;
	struct problems problems = { 0 };
	struct folder folder;
	const char *pairs[] = { "exercise.json", NULL, STATEMENT, NULL };

	buf_addstr(&json, HEAD "\"questions\": [{\"id\": \"q\", \"kind\": \"toy\", \"entry\": \"f\", \"tests\": [");
	for (int i = 0; i < 5000; i++)
		buf_printf(&json, "%s{\"call\": \"f\", \"k%d\": 1}", i > 0 ? "," : "", i);
	buf_addstr(&json, "]}]}");
	pairs[1] = buf_str(&json);
	toy_folder(&folder, arena, pairs);
	assert_null(exercise_load(&folder, "a", toy_kinds, &problems, arena));
	assert_int_equal(problems.errors, 5000);
	assert_int_equal(problems.count, 200);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_good),
		cmocka_unit_test(test_smallest),
		cmocka_unit_test(test_malformed),
		cmocka_unit_test(test_other_files),
		cmocka_unit_test(test_flood),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
