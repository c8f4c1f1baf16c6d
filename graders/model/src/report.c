/* The names of what a report says, its sums, and the mark out of 20. */
#include "model/report.h"

#define NAME_OF(names, value) ((size_t)(value) < sizeof(names) / sizeof((names)[0]) ? (names)[value] : "")

const char *outcome_name(enum outcome outcome)
{
	static const char *const names[] = {
		[OUTCOME_PASSED] = "passed",
		[OUTCOME_FAILED] = "failed",
		[OUTCOME_RAISED] = "raised",
		[OUTCOME_TIMEOUT] = "timeout",
		[OUTCOME_MEMORY] = "memory",
		[OUTCOME_OUTPUT_LIMIT] = "output-limit",
		[OUTCOME_FORBIDDEN] = "forbidden",
		[OUTCOME_CRASHED] = "crashed",
		[OUTCOME_UNREADABLE] = "unreadable",
		[OUTCOME_BLANK] = "blank",
		[OUTCOME_PENDING] = "pending",
		[OUTCOME_SKIPPED] = "skipped",
	};

	return NAME_OF(names, outcome);
}

const char *verdict_name(enum verdict verdict)
{
	static const char *const names[] = {
		[VERDICT_CORRECT] = "correct",
		[VERDICT_PARTIAL] = "partial",
		[VERDICT_INCORRECT] = "incorrect",
		[VERDICT_UNREADABLE] = "unreadable",
		[VERDICT_PENDING] = "pending",
		[VERDICT_BLANK] = "blank",
	};

	return NAME_OF(names, verdict);
}

const char *show_name(enum show show)
{
	static const char *const names[] = {
		[SHOW_ALL] = "all",
		[SHOW_COUNTEREXAMPLE] = "counterexample",
		[SHOW_LABEL] = "label",
		[SHOW_VERDICT] = "verdict",
	};

	return NAME_OF(names, show);
}

/* One unreadable answer and nothing is marked; one for a person and the whole waits. */
static enum verdict settle_verdict(const struct report *report)
{
	size_t unreadable = 0, pending = 0, blank = 0;

	for (size_t i = 0; i < report->question_count; i++) {
		unreadable += report->questions[i].verdict == VERDICT_UNREADABLE;
		pending += report->questions[i].verdict == VERDICT_PENDING;
		blank += report->questions[i].verdict == VERDICT_BLANK;
	}
	if (unreadable > 0)
		return VERDICT_UNREADABLE;
	if (pending > 0)
		return VERDICT_PENDING;
	if (blank == report->question_count)
		return VERDICT_BLANK;
	if (report->max.num > 0 && frac_cmp(report->points, report->max) >= 0)
		return VERDICT_CORRECT;
	return report->points.num > 0 ? VERDICT_PARTIAL : VERDICT_INCORRECT;
}

int report_settle(struct report *report, struct err *err)
{
	struct frac points = FRAC_ZERO, max = FRAC_ZERO;

	for (size_t i = 0; i < report->question_count; i++) {
		if (frac_add(&points, points, report->questions[i].points, err) < 0 ||
			frac_add(&max, max, report->questions[i].max, err) < 0)
			return err_wrap(err, "sum of the questions");
	}
	report->points = points;
	report->max = max;
	report->verdict = settle_verdict(report);
	if (report->verdict == VERDICT_UNREADABLE)
		report->points = FRAC_ZERO;
	return 0;
}

void report_mark(struct buf *out, struct frac points, struct frac max)
{
	struct frac mark = FRAC_ZERO;
	struct err err = { 0 };

	/* The loader bounds points so that these cannot overflow; a report from elsewhere gets no mark at all. */
	if (max.num > 0 && (frac_div(&mark, points, max, &err) < 0 || frac_mul(&mark, mark, frac_int(20), &err) < 0)) {
		buf_addstr(out, "?");
		return;
	}
	frac_print_fixed(out, mark, 2);
}
