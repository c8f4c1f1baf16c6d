/*
 * Truth tables and Karnaugh maps as texts. Whatever comes in is read or told to be unreadable, reading and marking agree,
 * the points lie between none and all, and what is unreadable earns nothing and says why.
 * links: grader_boolean
 */
#include <stdlib.h>
#include <string.h>
#include "base/json.h"
#include "grader_boolean/grader_boolean.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t bytes);

static const char table_exercise[] =
	"{\"format\": 1, \"title\": \"T\", \"questions\": [{\"id\": \"q\", \"kind\": \"truth-table\", \"points\": 20, "
	"\"variables\": [\"a\", \"b\"], \"function\": \"a' + ab\", \"dont_care\": [2], \"columns\": [\"a'\", "
	"\"ab\"]}]}";
static const char map_exercise[] =
	"{\"format\": 1, \"title\": \"T\", \"questions\": [{\"id\": \"q\", \"kind\": \"karnaugh\", \"points\": 20, "
	"\"variables\": [\"a\", \"b\", \"c\"], \"function\": \"ab + a'c\", \"dont_care\": [4]}]}";

static const struct question *load(const char *text, struct arena *arena)
{
	const struct kind *const kinds[] = { &truth_table_kind, &karnaugh_kind, NULL };
	const struct folder_file files[] = { { "exercise.json", text, strlen(text) }, { "statement.fr.md", "E", 1 } };
	struct folder folder = { .files = files, .count = 2 };
	struct problems problems = { 0 };
	const struct exercise *exercise = exercise_load(&folder, "a.b", kinds, &problems, arena);

	if (!exercise)
		abort();
	return &exercise->questions[0];
}

static void try_answer(const struct question *question, const json_t *answer, struct arena *arena)
{
	struct grading grading = { .arena = arena };
	struct question_report read = { 0 }, report = { 0 };
	enum reading reading = READING_OK;
	struct err err = { 0 };

	if (question->kind->read_answer(&grading, question, answer, &reading, &read, &err) < 0 ||
		question->kind->grade(&grading, question, answer, &report, &err) < 0)
		abort();
	if ((reading == READING_UNREADABLE) != (report.verdict == VERDICT_UNREADABLE) ||
		(reading == READING_BLANK) != (report.verdict == VERDICT_BLANK))
		abort();
	if (frac_cmp(report.points, FRAC_ZERO) < 0 || frac_cmp(report.points, report.max) > 0)
		abort();
	if (reading != READING_OK && (report.points.num != 0 || report.feedback_count == 0))
		abort();
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t bytes)
{
	struct arena *cleanup_arena arena = arena_new(0);
	static const char *const exercises[] = { table_exercise, map_exercise };

	for (size_t i = 0; i < 2; i++) {
		const struct question *question = load(exercises[i], arena);
		json_t *answer = json_keep(arena, json_stringn_nocheck((const char *)data, bytes));
		struct json_place place;
		struct err err = { 0 };
		json_t *parsed = json_keep(arena, json_parse((const char *)data, bytes, &place, &err));

		try_answer(question, answer, arena);
		if (parsed)
			try_answer(question, parsed, arena);
	}
	return 0;
}
