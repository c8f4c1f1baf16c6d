/*
 * One slot that stays: driver INTERPRETER SLOT.
 *
 * First a line of JSON that says who its zygote is and where its groups are. Then, for each line
 * "EXERCISE-FOLDER<tab>ANSWER-FILE" on standard input, one line: the teacher's report, or {"error": kind, "text": …}.
 * The sandbox and the graders' caches live as long as the process, as they do in a grader of the service, and a
 * report is written when the slot is settled. It ends with its input, leaving no zygote and no group.
 */
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/file.h"
#include "base/json.h"
#include "grader_python/grader_python.h"
#include "sandbox/sandbox.h"
#include "sandbox/zygote.h"

enum { ANSWER_MAX = 1 << 20, PROGRAM_ARGS = 3 };

struct slot {
	struct zygote *zygote;
	struct sandbox *sandbox;
	void *workshops[2]; /* in the order of `kinds` */
};

static const struct kind *const kinds[] = { &python_function_kind, &python_program_kind, NULL };

static void say(json_t *value)
{
	struct buf text cleanup_buf = BUF_INIT;

	json_print(&text, value);
	puts(buf_str(&text));
	fflush(stdout);
	json_decref(value);
}

static int say_error(const struct err *err)
{
	say(json_pack("{s:s, s:s}", "error", err_kind_name(err->kind), "text", err->text));
	return -1;
}

static int open_slot(struct slot *slot, const char *python, int number)
{
	struct zygote_config config = { .python = python, .slot = number };
	struct err err = { 0 };

	if (zygote_launch(&slot->zygote, &config, &err) < 0)
		return say_error(&err);
	const struct sandbox_place *place = zygote_place(slot->zygote);
	if (sandbox_attach(&slot->sandbox, zygote_take_link(slot->zygote), place, &err) < 0)
		return say_error(&err);
	for (size_t i = 0; kinds[i]; i++)
		slot->workshops[i] = kinds[i]->open();
	say(json_pack("{s:i, s:i, s:i, s:i, s:s, s:s, s:s}", "zygote", (int)place->pid, "owner_uid",
		(int)place->owner_uid, "run_uid", (int)place->run_uid, "group_kind", (int)place->group_kind,
		"memory_group", place->memory_group, "slot_group", place->slot_group, "isolation",
		sandbox_isolation(slot->sandbox)));
	return 0;
}

static void close_slot(struct slot *slot)
{
	for (size_t i = 0; kinds[i]; i++)
		if (slot->workshops[i])
			kinds[i]->close(slot->workshops[i]);
	sandbox_close(slot->sandbox);
	zygote_stop(slot->zygote);
}

static const struct exercise *load(const char *path, struct arena *arena, struct err *err)
{
	struct problems problems = { 0 };
	struct folder *folder = arena_alloc(arena, sizeof(*folder));

	if (folder_read(folder, path, arena, err) < 0)
		return NULL;
	const struct exercise *exercise = exercise_load(folder, "escape", kinds, &problems, arena);
	if (!exercise)
		err_set(err, ERR_INPUT, "%s: %s", path, problems.count ? problems.list[0].message.en : "refused");
	return exercise;
}

static int mark(const struct slot *slot, const char *folder, const char *answer_path, struct arena *arena)
{
	struct err err = { 0 };
	struct buf text cleanup_buf = BUF_INIT;
	const struct exercise *exercise = load(folder, arena, &err);

	if (!exercise || file_read(&text, AT_FDCWD, answer_path, ANSWER_MAX, &err) < 0)
		return say_error(&err);
	const struct question *question = &exercise->questions[0];
	struct grading grading = { .arena = arena,
		.sandbox = slot->sandbox,
		.workshop = slot->workshops[question->kind == &python_program_kind],
		.seed = 1 };
	struct question_report marked = { 0 };
	struct report report = { .exercise = exercise->id,
		.digest = exercise->folder->digest,
		.isolation = sandbox_isolation(slot->sandbox),
		.questions = &marked,
		.question_count = 1 };
	struct report_options options = { .view = VIEW_TEACHER, .reveal = true };
	json_t *answer cleanup_json = json_stringn_nocheck(buf_str(&text), text.len);
	if (question->kind->grade(&grading, question, answer, &marked, &err) < 0 || report_settle(&report, &err) < 0 ||
		sandbox_settle(slot->sandbox, &err) < 0)
		return say_error(&err);
	say(report_to_json(&report, &options));
	return 0;
}

static void mark_all(const struct slot *slot)
{
	char *line = NULL, *answer;
	size_t size = 0;

	while (getline(&line, &size, stdin) > 0) {
		struct arena *arena cleanup_arena = arena_new(0);
		line[strcspn(line, "\n")] = '\0';
		answer = strchr(line, '\t');
		if (answer) {
			*answer++ = '\0';
			mark(slot, line, answer, arena);
		}
	}
	free(line);
}

int main(int argc, char **argv)
{
	struct slot slot = { 0 };

	if (argc != PROGRAM_ARGS)
		return 2;
	int status = open_slot(&slot, argv[1], (int)strtol(argv[2], NULL, 10));
	if (status == 0)
		mark_all(&slot);
	close_slot(&slot);
	return status == 0 ? 0 : 1;
}
