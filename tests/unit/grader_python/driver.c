/*
 * Marks answers with the real sandbox: driver EXERCISE-FOLDER [--read] ANSWER-FILE…
 * Prints one line of JSON for each: the teacher's report, {"reading": …}, or {"error": kind, "text": …};
 * {"problems": […]} when the exercise itself is refused. One workshop for all, as in a grader.
 */
#include <fcntl.h>
#include <stdio.h>
#include <string.h>

#include "base/file.h"
#include "base/json.h"
#include "grader_python/grader_python.h"
#include "sandbox/sandbox.h"

static const struct kind *const kinds[] = { &python_function_kind, &python_program_kind, NULL };

static void print_json(json_t *value)
{
	struct buf text cleanup_buf = BUF_INIT;

	json_print(&text, value);
	puts(buf_str(&text));
	json_decref(value);
}

static int print_problems(const struct problems *problems)
{
	json_t *list = json_array();

	for (size_t i = 0; i < problems->count; i++)
		json_array_append_new(list, json_pack("{s:s, s:s, s:s, s:i}", "pointer", problems->list[i].pointer,
						    "code", problems->list[i].message.code, "en",
						    problems->list[i].message.en, "line", problems->list[i].line));
	print_json(json_pack("{s:o}", "problems", list));
	return 0;
}

static void print_error(const struct err *err)
{
	print_json(json_pack("{s:s, s:s}", "error", err_kind_name(err->kind), "text", err->text));
}

static json_t *read_answer_file(const char *path)
{
	struct buf text cleanup_buf = BUF_INIT;
	struct err err = { 0 };

	if (file_read(&text, AT_FDCWD, path, 64 << 20, &err))
		return NULL;
	return json_stringn_nocheck(buf_str(&text), text.len);
}

static void mark(struct grading *grading, const struct exercise *exercise, json_t *answer)
{
	struct question_report question = { 0 };
	struct report report = { .exercise = exercise->id,
		.digest = exercise->folder->digest,
		.questions = &question,
		.question_count = 1 };
	struct report_options options = { .view = VIEW_TEACHER, .reveal = true };
	const struct question *first = &exercise->questions[0];
	struct err err = { 0 };

	if (first->kind->grade(grading, first, answer, &question, &err) || report_settle(&report, &err))
		print_error(&err);
	else
		print_json(report_to_json(&report, &options));
}

static void read_only(struct grading *grading, const struct exercise *exercise, json_t *answer)
{
	static const char *const names[] = { "ok", "blank", "unreadable" };
	const struct question *first = &exercise->questions[0];
	struct question_report question = { 0 };
	enum reading reading;
	struct err err = { 0 };

	if (first->kind->read_answer(grading, first, answer, &reading, &question, &err))
		print_error(&err);
	else
		print_json(json_pack("{s:s, s:i, s:i, s:i}", "reading", names[reading], "tests",
			(int)question.test_count, "line", question.line, "column", question.column));
}

static int mark_all(const struct exercise *exercise, char **paths, bool reading)
{
	struct sandbox_config config = { 0 };
	struct sandbox *sandbox;
	struct err err = { 0 };

	if (sandbox_open(&sandbox, &config, &err)) {
		print_error(&err);
		return 1;
	}
	void *workshop = exercise->questions[0].kind->open();
	for (; *paths; paths++) {
		struct arena *arena cleanup_arena = arena_new(0);
		struct grading grading = { .arena = arena, .sandbox = sandbox, .workshop = workshop, .seed = 1 };
		json_t *answer cleanup_json = read_answer_file(*paths);
		if (reading)
			read_only(&grading, exercise, answer);
		else
			mark(&grading, exercise, answer);
		fflush(stdout);
	}
	exercise->questions[0].kind->close(workshop);
	sandbox_close(sandbox);
	return 0;
}

int main(int argc, char **argv)
{
	struct arena *arena cleanup_arena = arena_new(0);
	struct problems problems = { 0 };
	struct folder folder;
	struct err err = { 0 };

	if (argc < 2)
		return 2;
	if (folder_read(&folder, argv[1], arena, &err)) {
		print_error(&err);
		return 1;
	}
	const struct exercise *exercise = exercise_load(&folder, "test", kinds, &problems, arena);
	if (!exercise)
		return print_problems(&problems);
	bool reading = argc > 2 && !strcmp(argv[2], "--read");
	return mark_all(exercise, argv + (reading ? 3 : 2), reading);
}
