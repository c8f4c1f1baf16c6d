/*
 * Marks answers for a test that computes on its own: lines of JSON {"kind", "question", "answer"} come in, lines
 * {"points", "verdict", "codes", "rows", "reference", "idle"} go out. "rows": the outcome of each row.
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include "base/json.h"
#include "grader_steps/grader_steps.h"
#include "model/folder.h"

enum { LINE_MAX_BYTES = 1 << 20 };

static const struct question *load(const json_t *question, struct arena *arena)
{
	static const struct kind *const kinds[] = { &steps_kind, &sequence_kind, NULL };
	cleanup_buf struct buf text = BUF_INIT;
	struct problems problems = { 0 };

	buf_addstr(&text, "{\"format\": 1, \"title\": \"T\", \"questions\": [");
	json_print(&text, question);
	buf_addstr(&text, "]}");
	const struct folder_file files[] = { { "exercise.json", buf_str(&text), text.len },
		{ "statement.fr.md", "E", 1 } };
	struct folder folder = { .files = files, .count = 2 };
	const struct exercise *exercise = exercise_load(&folder, "a.b", kinds, &problems, arena);

	if (!exercise)
		fprintf(stderr, "%s\n", problems.list[0].message.en);
	return exercise ? &exercise->questions[0] : NULL;
}

static json_t *mark(const struct question *question, const json_t *answer, struct arena *arena)
{
	json_t *codes = json_array(), *rows = json_array();
	struct grading grading = { .arena = arena };
	struct question_report report = { 0 };
	cleanup_buf struct buf points = BUF_INIT;
	struct err err = { 0 };

	if (question->kind->grade(&grading, question, answer, &report, &err) < 0) {
		fprintf(stderr, "%s\n", err.text);
		exit(1);
	}
	buf_printf(&points, "%lld/%lld", (long long)report.points.num, (long long)report.points.den);
	for (size_t i = 0; i < report.test_count; i++) {
		json_array_append_new(rows, json_string(outcome_name(report.tests[i].outcome)));
		if (report.tests[i].message.fr)
			json_array_append_new(codes, json_string(report.tests[i].message.code));
	}
	for (size_t i = 0; i < report.feedback_count; i++)
		json_array_append_new(codes, json_string(report.feedback[i].code));
	return json_pack("{s:s, s:s, s:o, s:o}", "points", buf_str(&points), "verdict", verdict_name(report.verdict),
		"codes", codes, "rows", rows);
}

int main(void)
{
	char *line = malloc(LINE_MAX_BYTES);

	while (line && fgets(line, LINE_MAX_BYTES, stdin)) {
		cleanup_arena struct arena *arena = arena_new(0);
		struct json_place place;
		struct err err = { 0 };
		json_t *asked = json_keep(arena, json_parse(line, strcspn(line, "\n"), &place, &err));
		const struct question *question = asked ? load(json_object_get(asked, "question"), arena) : NULL;
		cleanup_buf struct buf out = BUF_INIT;

		if (!question) {
			fprintf(stderr, "%s%s", err.text, line);
			return 1;
		}
		json_t *reply = json_keep(arena, mark(question, json_object_get(asked, "answer"), arena));
		json_object_set(reply, "reference", question->kind->reference(question, arena));
		json_object_set(reply, "idle", question->kind->idle(question, arena));
		json_print(&out, reply);
		puts(buf_str(&out));
		fflush(stdout);
	}
	free(line);
	return 0;
}
