#include "false_kind.h"

#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>
#include <unistd.h>

static const struct msg_entry entries[] = { { "bad", "Illisible.", "Unreadable." } };
static const struct msg_table table = { "false", entries, 1 };

static void read_question(struct reader *reader, json_t *object, const char *pointer, struct question *question) {}

static int read_answer(struct grading *grading, const struct question *question, const json_t *answer,
	enum reading *reading, struct question_report *report, struct err *err)
{
	const char *text = json_string_value(answer);

	*reading = !*text ? READING_BLANK : strcmp(text, "bad") == 0 ? READING_UNREADABLE : READING_OK;
	if (*reading == READING_UNREADABLE) {
		report->verdict = VERDICT_UNREADABLE;
		report->line = 3;
		report->feedback = arena_array(grading->arena, 1, sizeof(*report->feedback));
		report->feedback[0] = msg_make(grading->arena, &table, "bad", NULL);
		report->feedback_count = 1;
	}
	return 0;
}

static void one_test(struct grading *grading, struct question_report *report)
{
	report->tests = arena_array(grading->arena, 1, sizeof(*report->tests));
	report->tests[0] = (struct test_report){
		.name = "only",
		.outcome = OUTCOME_PASSED,
		.points = report->points,
		.max = report->max,
	};
	report->test_count = 1;
}

/* Tenths of a second that its tests take. */
static int naps(const char *text)
{
	return strcmp(text, "slow") == 0 ? 1 : strcmp(text, "long") == 0 ? 4 : strcmp(text, "endless") == 0 ? 11 : 0;
}

static int grade(struct grading *grading, const struct question *question, const json_t *answer,
	struct question_report *report, struct err *err)
{
	const struct timespec tenth = { .tv_nsec = 100 * 1000 * 1000 };
	const char *text = json_string_value(answer);
	enum reading reading;

	if (read_answer(grading, question, answer, &reading, report, err) < 0)
		return -1;
	if (reading == READING_UNREADABLE)
		return 0;
	if (strcmp(text, "fault") == 0)
		return err_set(err, ERR_PEER, "the zygote died");
	if (strcmp(text, "author") == 0)
		return err_set(err, ERR_INPUT, "the reference fails");
	if (strcmp(text, "die") == 0)
		_exit(9);
	if (strcmp(text, "stop") == 0)
		raise(SIGSTOP);
	for (int i = naps(text); i > 0; i--) {
		nanosleep(&tenth, NULL);
		if (grading->progress && strcmp(text, "endless") == 0)
			grading->progress(grading->progress_context);
	}
	if (strcmp(text, "alone") == 0 && grading->alone) {
		grading->alone(grading->alone_context, true);
		grading->alone(grading->alone_context, false);
	}
	bool half = strcmp(text, "half") == 0, none = strcmp(text, "wrong") == 0 || reading == READING_BLANK;
	report->verdict = reading == READING_BLANK ? VERDICT_BLANK
			  : none                   ? VERDICT_INCORRECT
			  : half                   ? VERDICT_PARTIAL
						   : VERDICT_CORRECT;
	report->points = none ? FRAC_ZERO : half ? frac_int(question->points.num / 2) : question->points;
	one_test(grading, report);
	return 0;
}

static const struct kind false_kind = {
	.name = "false",
	.read = read_question,
	.read_answer = read_answer,
	.grade = grade,
};

const struct kind *const false_kinds[] = { &false_kind, NULL };

static void write_exercise(struct buf *out, int questions)
{
	buf_addstr(out,
		"{\"format\": 1, \"title\": \"Essai\", \"year\": 1, \"topics\": [\"essai\"], \"difficulty\": 1, "
		"\"minutes\": 1, \"licence\": \"CC-BY-SA-4.0\", \"questions\": [");
	for (int i = 1; i <= questions; i++)
		buf_printf(out, "%s{\"id\": \"q%d\", \"kind\": \"false\", \"points\": 4}", i > 1 ? ", " : "", i);
	buf_addstr(out, "]}");
}

void false_pack(struct buf *out, char digest[SHA256_TEXT], int questions)
{
	cleanup_buf struct buf json = BUF_INIT;
	cleanup_arena struct arena *arena = arena_new(0);
	struct folder read;
	struct err err;

	write_exercise(&json, questions);
	const struct folder_file files[] = {
		{ "exercise.json", buf_str(&json), json.len },
		{ "statement.fr.md", "# Essai\n", 8 },
	};
	const struct folder folder = { .files = files, .count = 2 };
	folder_pack(out, &folder);
	if (folder_unpack(&read, out->data, out->len, arena, &err) < 0) {
		fprintf(stderr, "%s\n", err.text);
		abort();
	}
	memcpy(digest, read.digest, SHA256_TEXT);
}

const struct exercise *false_exercise(int questions, struct arena *arena)
{
	cleanup_buf struct buf pack = BUF_INIT;
	struct folder *folder = arena_alloc(arena, sizeof(*folder));
	struct problems problems = { 0 };
	char digest[SHA256_TEXT];
	struct err err;

	false_pack(&pack, digest, questions);
	char *own = arena_memdup(arena, pack.data, pack.len);
	if (folder_unpack(folder, own, pack.len, arena, &err) < 0)
		abort();
	const struct exercise *exercise = exercise_load(folder, "essai.un", false_kinds, &problems, arena);
	for (size_t i = 0; i < problems.count; i++)
		fprintf(stderr, "%s %s\n", problems.list[i].pointer, problems.list[i].message.en);
	return exercise;
}
