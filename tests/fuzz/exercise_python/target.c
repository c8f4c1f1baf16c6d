/*
 * Any exercise.json with questions on Python, beside the files that such an exercise has: an exercise or a list of
 * problems, never both or neither. Every problem must stand inside the file and be printable; what is read can be used.
 * links: grader_python
 */
#include <stdlib.h>
#include <string.h>
#include "../../../graders/python/src/spec.h"
#include "base/utf8.h"
#include "grader_python/grader_python.h"
#include "model/exercise.h"
#include "model/kind.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t bytes);

static const struct kind *const kinds[] = { &python_function_kind, &python_program_kind, NULL };

static void check_problem(const struct problem *problem)
{
	struct buf cleanup_buf out = BUF_INIT;

	problem_print(&out, problem, LANG_FR);
	problem_print(&out, problem, LANG_EN);
	if (utf8_check(buf_str(&out), out.len) != out.len || memchr(buf_str(&out), '\n', out.len) != NULL)
		abort();
	if (problem->line < 0 || problem->column < 0 || (problem->line == 0) != (problem->column == 0))
		abort();
}

static void check_test(const struct python_spec *spec, const struct python_test *test)
{
	if (test->pointer == NULL || test->name == NULL || test->compare == NULL || test->points.num < 0)
		abort();
	if (spec->program ? test->call != NULL || test->raises != NULL : test->input != NULL)
		abort();
	if (test->returns_wanted == WANTED_GIVEN && test->returns == NULL)
		abort();
	if (test->prints_wanted == WANTED_GIVEN && test->prints == NULL)
		abort();
}

static void check_question(const struct question *question, struct arena *arena)
{
	const struct python_spec *spec = question->spec;

	if (spec == NULL || spec->solution == NULL || spec->test_count == 0 || question->points.num <= 0 ||
		(spec->entry == NULL) != spec->program || spec->limits.cpu_ms == 0)
		abort();
	for (size_t i = 0; i < spec->test_count; i++)
		check_test(spec, &spec->tests[i]);
	if (question->kind->reference(question, arena) == NULL || question->kind->starter(question) == NULL)
		abort();
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t bytes)
{
	static const char code[] = "def f(x):\n    return x\n";
	struct arena *cleanup_arena arena = arena_new(0);
	const char *json = arena_memdup(arena, data, bytes);
	const struct folder_file files[] = {
		{ "data.txt", "1 2 3\n", 6 },
		{ "exercise.json", json, bytes },
		{ "solution.py", code, sizeof(code) - 1 },
		{ "starter.py", code, sizeof(code) - 1 },
		{ "statement.fr.md", "Bonjour", 7 },
		{ "tri/checker.py", code, sizeof(code) - 1 },
		{ "tri/solution.py", code, sizeof(code) - 1 },
		{ "wrong/zero.py", "x", 1 },
	};
	const struct folder folder = { .files = files, .count = sizeof(files) / sizeof(files[0]) };
	struct problems problems = { 0 };
	const struct exercise *exercise = exercise_load(&folder, "a.b", kinds, &problems, arena);

	if ((exercise == NULL) != (problems.errors > 0))
		abort();
	for (size_t i = 0; exercise != NULL && i < exercise->question_count; i++)
		check_question(&exercise->questions[i], arena);
	for (size_t i = 0; i < problems.count && i < 200; i++)
		check_problem(&problems.list[i]);
	return 0;
}
