/*
 * Tables of execution as texts and as JSON, read without any run. Whatever comes in is read or told to be unreadable; what is
 * read is shown as a text that reads as the same table again.
 * links: grader_trace
 */
#include <stdlib.h>
#include <string.h>
#include "base/json.h"
#include "grader_trace/grader_trace.h"
#include "model/folder.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t bytes);

static const char text[] =
	"{\"format\": 1, \"title\": \"T\", \"questions\": [{\"id\": \"q\", \"kind\": \"trace\", \"points\": 20, "
	"\"columns\": [\"a\", \"mot\", \"a < 20\"], \"text\": [\"mot\"], \"while\": \"a\", \"step\": \"a = 0\", "
	"\"result\": \"a\"}]}";

static const struct question *load(struct arena *arena)
{
	static const struct kind *const kinds[] = { &trace_kind, NULL };
	const struct folder_file files[] = { { "exercise.json", text, strlen(text) }, { "statement.fr.md", "E", 1 } };
	struct folder folder = { .files = files, .count = 2 };
	struct problems problems = { 0 };
	const struct exercise *exercise = exercise_load(&folder, "a.b", kinds, &problems, arena);

	if (!exercise)
		abort();
	return &exercise->questions[0];
}

static enum reading try_answer(
	const struct question *question, const json_t *answer, struct arena *arena, const char **shown)
{
	struct grading grading = { .arena = arena };
	struct question_report report = { 0 };
	enum reading reading = READING_OK;
	struct err err = { 0 };

	if (question->kind->read_answer(&grading, question, answer, &reading, &report, &err) < 0)
		abort();
	if ((reading == READING_OK) != (report.read_as.text != NULL) ||
		(reading != READING_OK && report.feedback_count == 0) || report.points.num != 0)
		abort();
	*shown = report.read_as.text;
	return reading;
}

static void try_both(const struct question *question, const json_t *answer, struct arena *arena)
{
	const char *shown, *again;

	if (try_answer(question, answer, arena, &shown) != READING_OK)
		return;
	/* What cannot be typed in one line, or not shown in full, need not come back. */
	if (strstr(shown, "\\") || strstr(shown, "\u2026") || strstr(shown, "...") || strlen(shown) > 60000)
		return;
	if (try_answer(question, json_keep(arena, json_string(shown)), arena, &again) == READING_OK &&
		strcmp(shown, again) != 0)
		abort();
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t bytes)
{
	struct arena *cleanup_arena arena = arena_new(0);
	const struct question *question = load(arena);
	struct json_place place;
	struct err err = { 0 };
	json_t *parsed = json_keep(arena, json_parse((const char *)data, bytes, &place, &err));

	try_both(question, json_keep(arena, json_stringn_nocheck((const char *)data, bytes)), arena);
	if (parsed)
		try_both(question, parsed, arena);
	return 0;
}
