#include "sheet/paper.h"
#include <string.h>
#include "base/utf8.h"
#include "sheet/messages.h"

enum { REMARKS_MAX = 20, SOURCE_BYTES_MAX = 160 };

struct msg_text paper_say(struct paper *paper, const char *code, const struct msg_param *params)
{
	return msg_make(paper->arena, paper->messages, code, params);
}

/* The words that all kinds share. */
static struct msg_text say(struct paper *paper, const char *code)
{
	return msg_make(
		paper->arena, &sheet_messages, code, (struct msg_param[]){ { "example", paper->example }, { 0 } });
}

void paper_remark(struct paper *paper, struct msg_text text)
{
	struct question_report *report = paper->report;

	if (!report->feedback)
		report->feedback = arena_array(paper->arena, REMARKS_MAX, sizeof(*report->feedback));
	if (report->feedback_count < REMARKS_MAX)
		report->feedback[report->feedback_count++] = text;
}

enum reading paper_unreadable(struct paper *paper, struct msg_text message)
{
	paper->report->verdict = VERDICT_UNREADABLE;
	paper_remark(paper, message);
	return READING_UNREADABLE;
}

/* The line of the answer around `at`, when it is short enough to be shown. */
static const char *source_line(struct paper *paper, size_t at)
{
	size_t start = at, end = at;

	while (start > 0 && paper->text[start - 1] != '\n')
		start--;
	while (end < paper->bytes && !strchr("\r\n", paper->text[end]))
		end++;
	if (end == start || end - start > SOURCE_BYTES_MAX)
		return NULL;
	return arena_memdup(paper->arena, paper->text + start, end - start);
}

enum reading paper_slip(struct paper *paper, const struct slip *slip, size_t offset)
{
	struct slip whole = *slip;

	whole.start += offset;
	whole.end += offset;
	if (whole.start > paper->bytes)
		whole.start = paper->bytes;
	slip_place(&whole, paper->text, paper->bytes);
	paper->report->line = whole.line;
	paper->report->column = whole.column;
	paper->report->source = source_line(paper, whole.start);
	return paper_unreadable(paper, slip->message);
}

/* Nothing that can be seen: what a word processor leaves behind. */
static bool is_blank(const char *text, size_t bytes)
{
	size_t used;

	for (; bytes > 0; text += used, bytes -= used) {
		int32_t rune = utf8_next(text, bytes, &used);

		if (!utf8_is_blank(rune) && !utf8_is_mark(rune))
			return false;
	}
	return true;
}

enum reading paper_open(struct paper *paper, struct grading *grading, const struct question *question,
	const json_t *answer, struct question_report *report)
{
	*paper = (struct paper){ .messages = paper->messages,
		.example = paper->example,
		.grading = grading,
		.arena = grading->arena,
		.question = question,
		.report = report,
		.text = "" };
	report->id = question->id;
	report->max = question->points;
	report->points = FRAC_ZERO;
	report->verdict = VERDICT_INCORRECT;
	if (!answer || json_is_null(answer))
		return READING_BLANK;
	if (!json_is_string(answer))
		return paper_unreadable(
			paper, say(paper, *paper->example == '{' ? "answer-no-table" : "answer-no-text"));
	const char *text = json_string_value(answer);
	size_t bytes = json_string_length(answer);
	if (bytes > PAPER_BYTES_MAX)
		return paper_unreadable(paper, say(paper, "answer-too-long"));
	if (utf8_check(text, bytes) != bytes || memchr(text, '\0', bytes))
		return paper_unreadable(paper, say(paper, "answer-no-plain"));
	paper->text = text;
	paper->bytes = bytes;
	return is_blank(text, bytes) ? READING_BLANK : READING_OK;
}

void paper_blank(struct paper *paper)
{
	struct question_report *report = paper->report;

	report->verdict = VERDICT_BLANK;
	paper_remark(paper, say(paper, "answer-blank"));
	for (size_t i = 0; i < report->test_count; i++)
		report->tests[i].outcome = OUTCOME_BLANK;
}

void paper_note(struct paper *paper, struct msg_text text)
{
	if (!paper->notes)
		paper->notes = arena_array(paper->arena, REMARKS_MAX, sizeof(*paper->notes));
	for (size_t i = 0; i < paper->note_count; i++)
		if (!strcmp(paper->notes[i].code, text.code))
			return;
	if (paper->note_count < REMARKS_MAX)
		paper->notes[paper->note_count++] = text;
}

void paper_tell_notes(struct paper *paper)
{
	bool right = paper->report->verdict == VERDICT_CORRECT;

	for (size_t i = 0; i < paper->note_count; i++)
		if (!right || strcmp(paper->notes[i].code, "bars-apart") != 0)
			paper_remark(paper, paper->notes[i]);
	paper->note_count = 0;
}

enum reading paper_preview(struct paper *paper, enum reading reading)
{
	if (reading == READING_BLANK)
		paper_blank(paper);
	if (reading == READING_OK)
		paper_tell_notes(paper);
	return reading;
}

struct test_report *paper_rows(struct paper *paper, size_t count)
{
	struct question_report *report = paper->report;

	report->tests = arena_array(paper->arena, count + 1, sizeof(*report->tests));
	report->test_count = count;
	for (size_t i = 0; i < count; i++)
		report->tests[i] = (struct test_report){
			.name = "", .show = SHOW_ALL, .outcome = OUTCOME_SKIPPED, .points = FRAC_ZERO, .max = FRAC_ZERO
		};
	return report->tests;
}

void paper_name_row(struct paper *paper, struct test_report *row, const char *code, struct frac max)
{
	row_named(row, paper_say(paper, code, NULL), max);
}

void row_named(struct test_report *row, struct msg_text label, struct frac max)
{
	row->name = label.fr;
	row->label = label;
	row->label.code = NULL;
	row->max = max;
}

void row_passed(struct test_report *row)
{
	row->outcome = OUTCOME_PASSED;
	row->points = row->max;
}

void row_failed(struct test_report *row, struct msg_text message)
{
	row->outcome = OUTCOME_FAILED;
	row->points = FRAC_ZERO;
	row->message = message;
	/* What is said here is about the answer: a counterexample is feedback, not the expected value. */
	row->discreet = true;
}

static int sum_up(struct paper *paper, struct err *err)
{
	struct question_report *report = paper->report;

	report->points = FRAC_ZERO;
	for (size_t i = 0; i < report->test_count; i++)
		if (frac_add(&report->points, report->points, report->tests[i].points, err))
			return -1;
	if (frac_cmp(report->points, report->max) >= 0)
		report->verdict = VERDICT_CORRECT;
	else
		report->verdict = report->points.num > 0 ? VERDICT_PARTIAL : VERDICT_INCORRECT;
	return 0;
}

int paper_settle(struct paper *paper, struct err *err)
{
	if (sum_up(paper, err))
		return -1;
	paper_tell_notes(paper);
	return 0;
}

int paper_guard(struct paper *paper, struct err *err)
{
	struct question_report *report = paper->report;
	struct frac tenth, excess;

	if (sum_up(paper, err) || frac_div(&tenth, report->max, frac_int(10), err))
		return -1;
	if (report->verdict == VERDICT_CORRECT)
		return paper_settle(paper, err);
	for (size_t i = report->test_count; i > 0 && frac_cmp(report->points, tenth) > 0; i--) {
		struct test_report *row = &report->tests[i - 1];
		if (frac_sub(&excess, report->points, tenth, err))
			return -1;
		if (frac_cmp(excess, row->points) > 0)
			excess = row->points;
		if (frac_sub(&row->points, row->points, excess, err) ||
			frac_sub(&report->points, report->points, excess, err))
			return -1;
	}
	return paper_settle(paper, err);
}
