/*
 * Answers of any bytes to questions of an exercise: whatever comes in is read or told to be unreadable, reading and
 * marking agree, the points lie between none and all, and what is unreadable earns nothing and says why.
 *
 * Use: try_answers() for each exercise, whose first question is asked.
 */
#pragma once
#include <stdlib.h>
#include <string.h>
#include "base/json.h"
#include "model/folder.h"
#include "model/kind.h"

static const struct question *load(const char *text, const struct kind *const *kinds, struct arena *arena)
{
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

/* The bytes as a text, and as JSON where they are. */
static void try_answers(
	const char *exercise, const struct kind *const *kinds, const uint8_t *data, size_t bytes, struct arena *arena)
{
	const struct question *question = load(exercise, kinds, arena);
	json_t *answer = json_keep(arena, json_stringn_nocheck((const char *)data, bytes));
	struct json_place place;
	struct err err = { 0 };
	json_t *parsed = json_keep(arena, json_parse((const char *)data, bytes, &place, &err));

	try_answer(question, answer, arena);
	if (parsed)
		try_answer(question, parsed, arena);
}
