/*
 * A report being written: rows, remarks, how the answer was read, points. What every kind that reads typed answers uses.
 *
 * Use: struct paper paper = { .messages = &…, .example = "…" }; paper_open(), then either paper_blank() or paper_slip()
 * and no more, or paper_rows(), the judgement of each row, and paper_settle().
 */
#pragma once
#include "base/err.h"
#include "base/slip.h"
#include "model/kind.h"

enum { PAPER_BYTES_MAX = 65536 }; /* of an answer that is typed */

struct paper {
	const struct msg_table *messages; /* the kind's own, for paper_say(); set before paper_open() */
	const char
		*example; /* what an answer may look like, shown to who sent something else; set before paper_open() */
	struct grading *grading;
	struct arena *arena; /* the report's */
	const struct question *question;
	struct question_report *report;
	const char *text; /* the answer, "" when it is no text; NUL-terminated */
	size_t bytes;
	struct msg_text *notes; /* on how the answer was read */
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
/* Something to say on how the answer was read, once; see paper_tell_notes(). */
void paper_note(struct paper *paper, struct msg_text text);
/* The notes become remarks; paper_settle() does so too. Of a right answer only what is worth knowing anyway: that each
 * letter has its own bar ("bars-apart") was no misunderstanding then. */
void paper_tell_notes(struct paper *paper);
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
