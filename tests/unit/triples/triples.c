#include "triples.h"
#include <string.h>
#include "base/json.h"
#include "model/derived.h"
#include "model/exercise.h"

struct loaded {
	struct arena *arena;
	const struct exercise *exercise;
	struct problems problems;
	struct sandbox *sandbox; /* NULL: the kind starts no process */
	void *workshop;
};

static void put32(struct buf *out, size_t value)
{
	for (int i = 0; i < 4; i++)
		buf_addch(out, (char)(value >> (8 * i)));
}

/* An exercise of this one question, in memory. */
static void load(struct loaded *out, const struct kind *kind, const char *question)
{
	const struct kind *const kinds[] = { kind, NULL };
	cleanup_buf struct buf text = BUF_INIT, pack = BUF_INIT;
	struct err err = { 0 };
	struct folder folder;

	out->arena = arena_new(0);
	out->exercise = NULL;
	out->problems = (struct problems){ 0 };
	buf_printf(&text,
		"{\"format\": 1, \"title\": \"T\", \"questions\": [{\"id\": \"q\", \"kind\": \"%s\", \"points\": 20, ",
		kind->name);
	for (; *question; question++)
		buf_addch(&text, *question == '\'' ? '"' : *question == '`' ? '\'' : *question);
	buf_addstr(&text, "}]}");
	buf_addstr(&pack, "BAREME1\n");
	put32(&pack, strlen("exercise.json"));
	put32(&pack, text.len);
	buf_addstr(&pack, "exercise.json");
	buf_add(&pack, text.data, text.len);
	put32(&pack, strlen("statement.fr.md"));
	put32(&pack, 1);
	buf_addstr(&pack, "statement.fr.mdE");
	if (folder_unpack(&folder, pack.data, pack.len, out->arena, &err) < 0)
		fail_msg("%s", err.text);
	out->exercise = exercise_load(&folder, "a.b", kinds, &out->problems, out->arena);
}

static struct grading grading_in(const struct loaded *loaded, struct arena *arena)
{
	return (struct grading){ .arena = arena, .sandbox = loaded->sandbox, .workshop = loaded->workshop };
}

static bool says(const struct msg_text *text, const struct triple *row)
{
	return text->fr && text->code && !strcmp(text->code, row->code) &&
	       (!row->words || strstr(text->fr, row->words));
}

static void list(struct buf *out, const struct question_report *report)
{
	for (size_t i = 0; i < report->test_count; i++)
		if (report->tests[i].message.fr)
			buf_printf(out, "\n  %s: %s", report->tests[i].message.code, report->tests[i].message.fr);
	for (size_t i = 0; i < report->feedback_count; i++)
		buf_printf(out, "\n  remark %s: %s", report->feedback[i].code, report->feedback[i].fr);
}

static void check_said(const struct triple *row, const struct question_report *report, const char *all)
{
	bool found = false;

	for (size_t i = 0; i < report->test_count; i++)
		found |= *row->code ? says(&report->tests[i].message, row) : report->tests[i].message.fr != NULL;
	for (size_t i = 0; i < report->feedback_count; i++)
		found |= *row->code ? says(&report->feedback[i], row) : true;
	if (*row->code && !found)
		fail_msg("%s\n%s is not said (%s):%s", row->answer, row->code, row->words ? row->words : "", all);
	if (!*row->code && found)
		fail_msg("%s\nnothing was to be said:%s", row->answer, all);
}

static void check_row(const struct triple *row, const struct question_report *report)
{
	cleanup_buf struct buf points = BUF_INIT, all = BUF_INIT;
	struct frac sum = FRAC_ZERO;
	struct err err = { 0 };

	frac_print(&points, report->points);
	list(&all, report);
	const char *got = report->verdict == VERDICT_UNREADABLE ? "?"
			  : report->verdict == VERDICT_BLANK    ? "-"
								: buf_str(&points);
	if (strcmp(got, row->points) != 0)
		fail_msg("%s\ngets %s, not %s:%s", row->answer, got, row->points, buf_str(&all));
	for (size_t i = 0; i < report->test_count; i++)
		assert_int_equal(frac_add(&sum, sum, report->tests[i].points, &err), 0);
	assert_int_equal(frac_cmp(sum, report->points), 0);
	assert_true((report->verdict == VERDICT_CORRECT) == (frac_cmp(report->points, report->max) == 0));
	if (report->verdict == VERDICT_UNREADABLE)
		assert_true(report->feedback_count > 0);
	if (row->code)
		check_said(row, report, buf_str(&all));
}

static json_t *answer_of(const struct triple *row, struct arena *arena)
{
	struct json_place place;
	struct err err = { 0 };
	cleanup_buf struct buf text = BUF_INIT;

	if (!row->json)
		return json_keep(arena, json_string(row->answer));
	for (const char *c = row->answer; *c; c++)
		buf_addch(&text, *c == '\'' ? '"' : *c == '`' ? '\'' : *c);
	json_t *value = json_parse(buf_str(&text), text.len, &place, &err);
	if (!value)
		fail_msg("%s: %s", row->answer, err.text);
	return json_keep(arena, value);
}

/* Kinds that show how the formulas inside of a longer answer were read, and not the whole. */
static bool reads_parts(const char *kind)
{
	static const char *const kinds[] = { "derivation", "karnaugh", "truth-table" };

	for (size_t i = 0; i < sizeof(kinds) / sizeof(kinds[0]); i++)
		if (!strcmp(kind, kinds[i]))
			return true;
	return false;
}

/* What an answer was read as is an answer that earns the same. */
static void check_read_back(const struct loaded *loaded, const struct triple *row, const struct question_report *report,
	const struct question_report *preview, struct arena *arena)
{
	const struct question *question = &loaded->exercise->questions[0];
	struct grading grading = grading_in(loaded, arena);
	struct question_report again = { 0 };
	const char *text = report->read_as.text;
	struct err err = { 0 };

	if ((!text && !preview->read_as.text) || reads_parts(question->kind->name))
		return;
	if (!text || !preview->read_as.text || strcmp(text, preview->read_as.text) != 0)
		fail_msg("%s: is not shown as it was read", row->answer);
	if (row->read_as && strcmp(text, row->read_as) != 0)
		fail_msg("%s: was read as %s, not %s", row->answer, text, row->read_as);
	if (question->kind->grade(&grading, question, json_keep(arena, json_string(text)), &again, &err) < 0)
		fail_msg("%s: %s", text, err.text);
	if (frac_cmp(again.points, report->points) != 0)
		fail_msg("%s: was read as %s, which earns something else", row->answer, text);
}

static void run(const struct loaded *loaded, const struct triple *row)
{
	cleanup_arena struct arena *arena = arena_new(0);
	const struct question *question = &loaded->exercise->questions[0];
	struct grading grading = grading_in(loaded, arena);
	json_t *answer = answer_of(row, arena);
	struct question_report report = { 0 }, read = { 0 };
	enum reading reading = READING_OK;
	struct err err = { 0 };

	if (question->kind->grade(&grading, question, answer, &report, &err) < 0 ||
		question->kind->read_answer(&grading, question, answer, &reading, &read, &err) < 0)
		fail_msg("%s: %s", row->answer, err.text);
	assert_int_equal(reading == READING_UNREADABLE, report.verdict == VERDICT_UNREADABLE);
	assert_int_equal(reading == READING_BLANK, report.verdict == VERDICT_BLANK);
	check_row(row, &report);
	if (reading == READING_OK)
		check_read_back(loaded, row, &report, &read, arena);
}

/* Its own reference earns everything, with nothing to say. */
static void check_reference(const struct loaded *loaded)
{
	const struct question *question = &loaded->exercise->questions[0];
	json_t *reference;
	cleanup_buf struct buf text = BUF_INIT, all = BUF_INIT;
	struct grading grading = grading_in(loaded, loaded->arena);
	struct question_report report = { 0 };
	struct err err = { 0 };

	if (question->kind->work_out) {
		struct derived derived = { .arena = loaded->arena };
		struct worked_out worked = { .derived = &derived };

		if (question->kind->work_out(&grading, question, &worked, &err) < 0)
			fail_msg("%s", err.text);
		reference = worked.reference;
	} else {
		reference = question->kind->reference(question, loaded->arena);
	}
	assert_non_null(reference);
	json_print(&text, reference);
	if (question->kind->grade(&grading, question, reference, &report, &err) < 0)
		fail_msg("%s: %s", buf_str(&text), err.text);
	list(&all, &report);
	if (report.verdict != VERDICT_CORRECT || all.len > 0)
		fail_msg("the reference %s earns less:%s", buf_str(&text), buf_str(&all));
}

/* What is no text is told what to type: something that this question reads. */
static void check_example(const struct loaded *loaded)
{
	static const char before[] = "par exemple\u00a0: ";
	const struct question *question = &loaded->exercise->questions[0];
	struct grading grading = grading_in(loaded, loaded->arena);
	struct question_report report = { 0 }, again = { 0 };
	struct err err = { 0 };
	struct json_place place;

	if (question->kind->grade(&grading, question, json_true(), &report, &err) < 0)
		fail_msg("%s", err.text);
	assert_int_equal(report.verdict, VERDICT_UNREADABLE);
	const char *example = strstr(report.feedback[0].fr, before);
	if (!example)
		fail_msg("no example: %s", report.feedback[0].fr);
	example += strlen(before);
	size_t bytes = strlen(example) - 1; /* the full stop */
	json_t *answer = *example == '{' ? json_parse(example, bytes, &place, &err) : json_stringn(example, bytes);
	if (!answer || question->kind->grade(&grading, question, json_keep(loaded->arena, answer), &again, &err) < 0)
		fail_msg("%s: %s", example, err.text);
	if (again.verdict == VERDICT_UNREADABLE || again.verdict == VERDICT_BLANK)
		fail_msg("the example %s is not read: %s", example, again.feedback[0].fr);
}

static void print_problems(const struct loaded *loaded, struct buf *out)
{
	for (size_t i = 0; i < loaded->problems.count; i++)
		buf_printf(out, "\n  %s %s: %s", loaded->problems.list[i].pointer,
			loaded->problems.list[i].message.code, loaded->problems.list[i].message.fr);
}

void triples_run(const struct kind *kind, const struct triple *rows, size_t count)
{
	triples_run_in(NULL, kind, rows, count);
}

void triples_run_in(struct sandbox *sandbox, const struct kind *kind, const struct triple *rows, size_t count)
{
	struct loaded loaded = { .sandbox = sandbox, .workshop = kind->open ? kind->open() : NULL };

	for (size_t i = 0; i < count; i++) {
		cleanup_buf struct buf said = BUF_INIT;
		if (rows[i].question) {
			arena_free(loaded.arena);
			load(&loaded, kind, rows[i].question);
			print_problems(&loaded, &said);
			if (!loaded.exercise)
				fail_msg("%s:%s", rows[i].question, buf_str(&said));
			check_reference(&loaded);
			check_example(&loaded);
		}
		run(&loaded, &rows[i]);
	}
	arena_free(loaded.arena);
	if (kind->close)
		kind->close(loaded.workshop);
}

void refusals_run(const struct kind *kind, const struct refusal *rows, size_t count)
{
	for (size_t i = 0; i < count; i++) {
		cleanup_buf struct buf said = BUF_INIT;
		struct loaded loaded = { 0 };
		bool found = false;

		load(&loaded, kind, rows[i].question);
		print_problems(&loaded, &said);
		for (size_t j = 0; j < loaded.problems.count; j++)
			found |= loaded.problems.list[j].message.code &&
				 !strcmp(loaded.problems.list[j].message.code, rows[i].code) &&
				 !strcmp(loaded.problems.list[j].pointer, rows[i].pointer);
		if (!found || loaded.exercise)
			fail_msg("%s: not refused with %s at %s:%s", rows[i].question, rows[i].code, rows[i].pointer,
				buf_str(&said));
		arena_free(loaded.arena);
	}
}
