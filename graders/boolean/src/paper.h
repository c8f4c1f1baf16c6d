/*
 * A report being written: rows, remarks, how the answer was read, points.
 *
 * Use: paper_open(), then either paper_blank() or paper_slip() and no more, or paper_rows(), the judgement of each row,
 * and paper_settle().
 */
#pragma once
#include "base/err.h"
#include "logic/read.h"
#include "model/kind.h"
#include "spec.h"

struct paper {
	struct grading *grading;
	struct arena *arena; /* the report's */
	const struct question *question;
	struct question_report *report;
	const char *text; /* the answer, "" when it is no text; NUL-terminated */
	size_t bytes;
	struct msg_text *notes; /* on how formulas were read */
	size_t note_count;
};

/* The report's id and points, and the answer's text: OK, BLANK, or UNREADABLE when it is no text, is too long or is no
 * plain UTF-8; then all is said. A kind that takes JSON looks at the answer itself before (paper->text is then ""). */
enum reading paper_open(struct paper *paper, struct grading *grading, const struct question *question,
	const json_t *answer, struct question_report *report);
/* Marks every row blank. */
void paper_blank(struct paper *paper);
/* Ends a reading that is not marked: says that the answer is blank, or how its formulas were read. Returns `reading`. */
enum reading paper_preview(struct paper *paper, enum reading reading);
/* Says that the answer cannot be read because of `message`. */
enum reading paper_unreadable(struct paper *paper, struct msg_text message);
/* The same with the place of the slip in the answer; `offset`: where the text that slipped begins in it. */
enum reading paper_slip(struct paper *paper, const struct slip *slip, size_t offset);
/* A formula of the answer: `bytes` bytes from `offset` of paper->text. UNREADABLE when it slips, and all is said. */
enum reading paper_formula(
	struct paper *paper, const struct boolean_spec *spec, size_t offset, size_t bytes, const struct expr **out);
/* What there was to say on how formulas were read becomes remarks; paper_settle() does so too. Of a right answer only
 * what is worth knowing anyway: that each letter has its own bar was no misunderstanding then. */
void paper_tell_notes(struct paper *paper);
/* Shows how the answer was read. */
void paper_read_as(struct paper *paper, const struct boolean_spec *spec, const struct expr *expr);
/* A remark about the whole answer; the first twenty are kept. */
void paper_remark(struct paper *paper, struct msg_text text);
struct msg_text paper_say(struct paper *paper, const char *code, const struct msg_param *params);

/* `count` rows, all shown, skipped, without points. */
struct test_report *paper_rows(struct paper *paper, size_t count);
/* Names a row in both languages from the message `code`, and gives it its points. */
void paper_name_row(struct paper *paper, struct test_report *row, const char *code, struct frac max);
/* The same from a message of any table; a row's label has no code. */
void row_named(struct test_report *row, struct msg_text label, struct frac max);
void row_passed(struct test_report *row);
void row_failed(struct test_report *row, struct msg_text message);
/* Points of the question from its rows, and the verdict: correct when all are earned, incorrect when none. */
int paper_settle(struct paper *paper, struct err *err) must_check;
/* At most a tenth, unless everything is earned: blank, constant and copied answers. Lowers the rows from the last. */
int paper_guard(struct paper *paper, struct err *err) must_check;
