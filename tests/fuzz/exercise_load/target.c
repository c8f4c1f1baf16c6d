/*
 * Any exercise.json beside a good statement: an exercise or a list of problems, never both or neither.
 * Every problem must stand inside the file and be printable.
 * links: sheet
 */
#include <stdlib.h>
#include <string.h>
#include "base/utf8.h"
#include "model/exercise.h"
#include "model/kind.h"
#include "sheet/where.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t bytes);

static const char *const modes[] = { "fast", "slow", NULL };
static const struct key_spec question_keys[] = {
	{ .name = "entry", .type = KEY_STRING, .required = true },
	{ .name = "mode", .type = KEY_STRING, .choices = modes },
	{ .name = "depth", .type = KEY_INT, .min = 1, .max = 9 },
	{ .name = "strict", .type = KEY_BOOL },
	{ .name = "limits", .type = KEY_OBJECT },
	{ .name = "words", .type = KEY_STRINGS },
	{ .name = "tests", .type = KEY_ARRAY, .required = true },
};
static const struct key_spec test_keys[] = {
	{ .name = "call", .type = KEY_STRING, .required = true },
	{ .name = "points", .type = KEY_POINTS },
	{ .name = "hint", .type = KEY_TEXT },
};

static void read_question(struct reader *reader, json_t *object, const char *pointer, struct question *question)
{
	const char *tests = reader_pointer(reader, pointer, "tests");
	const json_t *rows = json_object_get(object, "tests");

	for (size_t i = 0; i < json_array_size(rows); i++) {
		json_t *row = json_array_get(rows, i);
		const char *at = reader_pointer_at(reader, tests, i);
		struct frac points;

		if (reader_object(reader, row, at, test_keys, sizeof(test_keys) / sizeof(test_keys[0]), NULL, 0) &&
			reader_points(reader, row, at, "points", &points) && (points.num < 0 || points.den <= 0))
			abort();
	}
}

static const struct kind kind = {
	.name = "python-function",
	.question_keys = question_keys,
	.question_key_count = sizeof(question_keys) / sizeof(question_keys[0]),
	.test_keys = test_keys,
	.test_key_count = sizeof(test_keys) / sizeof(test_keys[0]),
	.read = read_question,
	.conditions = &sheet_conditions,
};
static const struct kind runs = { .name = "runs", .needs_sandbox = true, .typing = TYPING_CODE };
static const struct kind *const kinds[] = { &kind, &runs, NULL };

static const char statement[] = "Bonjour {{n}}, {{n.part}}";

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

/* What loads is drawn for every seed, the same each time, unless a question refuses the values: then it says why. */
static void check_instances(const struct exercise *exercise, struct arena *arena)
{
	for (uint64_t seed = 0; seed < 3; seed++) {
		struct problems first = { 0 }, second = { 0 };
		const struct exercise *one = exercise_draw(exercise, seed, &first, arena);
		const struct exercise *two = exercise_draw(exercise, seed, &second, arena);

		if ((one == NULL) != (first.errors > 0) || (one == NULL) != (two == NULL))
			abort();
		if (one == NULL)
			continue;
		if (one != exercise && !json_equal(one->root, two->root))
			abort();
		if (strcmp(one->statement_fr, two->statement_fr) != 0)
			abort();
	}
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t bytes)
{
	struct arena *cleanup_arena arena = arena_new(0);
	const char *json = arena_memdup(arena, data, bytes);
	const struct folder_file files[] = {
		{ "exercise.json", json, bytes },
		{ "statement.fr.md", statement, sizeof(statement) - 1 },
		{ "wrong/zero.py", "x", 1 },
	};
	const struct folder folder = { .files = files, .count = 3 };
	struct problems problems = { 0 };
	const struct exercise *exercise = exercise_load(&folder, "a.b", kinds, &problems, arena);

	if ((exercise == NULL) != (problems.errors > 0))
		abort();
	if (exercise != NULL && (exercise->question_count == 0 || exercise->points.num <= 0))
		abort();
	for (size_t i = 0; i < problems.count; i++)
		check_problem(&problems.list[i]);
	if (exercise != NULL)
		check_instances(exercise, arena);
	return 0;
}
