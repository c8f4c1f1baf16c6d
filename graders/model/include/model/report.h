/*
 * A report: what a submission earned and why, exact, in both languages.
 *
 * Views: the teacher's has everything; the student's leaves out what `show`
 * and `reveal` hide (it is cut when it is made, never in the page). The
 * canonical form, for replay and digests, has no timings and masks addresses (0x7f… -> 0x…).
 */
#pragma once
#include <jansson.h>
#include <stdbool.h>
#include <stdint.h>
#include "base/frac.h"
#include "base/msg.h"

enum outcome {
	OUTCOME_PASSED,
	OUTCOME_FAILED,
	OUTCOME_RAISED,
	OUTCOME_TIMEOUT,
	OUTCOME_MEMORY,
	OUTCOME_OUTPUT_LIMIT,
	OUTCOME_FORBIDDEN,
	OUTCOME_CRASHED,
	OUTCOME_UNREADABLE,
	OUTCOME_BLANK,
	OUTCOME_PENDING,
	OUTCOME_SKIPPED,
};
enum verdict {
	VERDICT_CORRECT,
	VERDICT_PARTIAL,
	VERDICT_INCORRECT,
	VERDICT_UNREADABLE,
	VERDICT_PENDING,
	VERDICT_BLANK
};
enum show { SHOW_ALL, SHOW_COUNTEREXAMPLE, SHOW_LABEL, SHOW_VERDICT };

const char *outcome_name(enum outcome outcome); /* "passed", "output-limit", … static */
const char *verdict_name(enum verdict verdict);
const char *show_name(enum show show);

struct test_report {
	const char *name; /* "maximum([-5])", or the label when it has one */
	struct msg_text label; /* absent: fr NULL */
	enum show show;
	enum outcome outcome;
	struct frac points, max;
	const char *call; /* what was done, as text; NULL when name says it */
	const char *input; /* a program's standard input; NULL */
	const char *expected, *got; /* as text; NULL when there is none */
	struct msg_text message; /* what went wrong, in one or two sentences */
	bool discreet; /* the message tells nothing of the expected value: it may come before that is revealed */
	struct msg_text hint; /* the author's */
	const char *output, *errors; /* what it printed; valid UTF-8, bounded; NULL or "" when nothing */
	json_t *diff; /* rows [{"op": " "|"-"|"+", "text": …}], owned by the arena's report; NULL */
	int line; /* of the student's text where it went wrong; 0 */
	uint64_t cpu_us, wall_us; /* timings: not in the canonical form */
};

/* How an answer was read, written as people write it: the same formula thrice. */
struct read_as {
	const char *text, *latex, *mathml; /* text NULL: the kind shows no reading */
};

struct question_report {
	const char *id;
	enum verdict verdict;
	struct frac points, max;
	struct test_report *tests;
	size_t test_count;
	struct msg_text *feedback; /* remarks about the whole answer */
	size_t feedback_count;
	int line, column; /* where an unreadable answer stops being readable; 0 */
	const char *source; /* that line as the student wrote it; NULL when unknown */
	struct read_as read_as;
	json_t *pictures; /* an array of drawings (picture/picture.h) that explain the mark; NULL: none */
};

/* {"text", "latex", "mathml"}; NULL where there is no reading. New reference. */
json_t *report_read_as(const struct read_as *read_as);

struct report {
	const char *exercise, *digest, *seed, *engine, *python, *isolation;
	enum verdict verdict;
	struct frac points, max;
	json_t *values; /* drawn values; NULL: {} */
	json_t *limits; /* NULL: {} */
	struct question_report *questions;
	size_t question_count;
};

enum report_view { VIEW_TEACHER, VIEW_STUDENT, VIEW_CANONICAL };
struct report_options {
	enum report_view view;
	bool reveal; /* the student may see `expected` */
};

/* Verdict and points of the report from its questions; out of 20 is in the JSON. Sums are checked: ERR_TOO_LARGE. */
int report_settle(struct report *report, struct err *err) must_check;
/* The contract's JSON (docs/report.md). New reference. */
json_t *report_to_json(const struct report *report, const struct report_options *options);
/* From a stored teacher's JSON to what a student may see, or to the canonical form. New reference. */
json_t *report_cut(const json_t *teacher, const struct report_options *options);
/* For whoever shows a report (the text form, a page): the same JSON without what it would say twice. Values that a
 * difference shows, a line that the message names, a message that the test above has just given ("same_as": its name).
 * New reference; takes the JSON of any view. */
json_t *report_condense(const json_t *report);
struct report_look {
	enum lang lang;
	bool colour;
	void (*draw)(struct buf *out, const json_t *picture, enum lang lang); /* a question's pictures; NULL: none */
};
/* The readable text form, from the JSON of any view. */
void report_print(struct buf *out, const json_t *report, const struct report_look *look);
/* Points out of 20 with two decimals: "12.00". */
void report_mark(struct buf *out, struct frac points, struct frac max);
