/*
 * Exact points: how a question's are shared among its tests, and what they add up to.
 */
#pragma once
#include "base/err.h"
#include "base/frac.h"
#include "model/report.h"
#include "spec.h"

enum points_fault {
	POINTS_FINE,
	POINTS_EXCEED, /* the tests' own points pass the question's */
	POINTS_SHORT, /* every test names its points and they do not make up the question's */
	POINTS_NO_MORE, /* nothing is left for the tests that name none */
	POINTS_TOO_FINE, /* no exact 64-bit fraction */
};

/* Gives every test without points of its own an equal share of what is left of `total`. */
enum points_fault points_share(struct frac total, struct python_test *tests, size_t count);

/* Adds up a marked question: groups are all or nothing, `cap` (a share of report->max) is applied when not
 * negative, then points and verdict are set. */
int points_settle(
	struct question_report *report, const struct python_test *tests, struct frac cap, struct err *err) must_check;
