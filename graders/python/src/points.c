#include "points.h"

#include <string.h>

static enum points_fault sum_named(struct frac *sum, size_t *unnamed, const struct python_test *tests, size_t count)
{
	struct err ignored = { 0 };

	*sum = FRAC_ZERO;
	*unnamed = 0;
	for (size_t i = 0; i < count; i++) {
		if (!tests[i].has_points)
			(*unnamed)++;
		else if (frac_add(sum, *sum, tests[i].points, &ignored))
			return POINTS_TOO_FINE;
	}
	return POINTS_FINE;
}

enum points_fault points_share(struct frac total, struct python_test *tests, size_t count)
{
	struct err ignored = { 0 };
	struct frac sum, left, share;
	size_t unnamed;

	enum points_fault fault = sum_named(&sum, &unnamed, tests, count);
	if (fault != POINTS_FINE)
		return fault;
	if (frac_cmp(sum, total) > 0)
		return POINTS_EXCEED;
	if (unnamed == 0)
		return frac_cmp(sum, total) < 0 ? POINTS_SHORT : POINTS_FINE;
	if (frac_cmp(sum, total) == 0)
		return POINTS_NO_MORE;
	if (frac_sub(&left, total, sum, &ignored) || frac_div(&share, left, frac_int((int64_t)unnamed), &ignored))
		return POINTS_TOO_FINE;
	for (size_t i = 0; i < count; i++)
		if (!tests[i].has_points)
			tests[i].points = share;
	return POINTS_FINE;
}

static bool group_passed(const struct question_report *report, const struct python_test *tests, const char *group)
{
	for (size_t i = 0; i < report->test_count; i++)
		if (tests[i].group && !strcmp(tests[i].group, group) && report->tests[i].outcome != OUTCOME_PASSED)
			return false;
	return true;
}

static void apply_groups(struct question_report *report, const struct python_test *tests)
{
	for (size_t i = 0; i < report->test_count; i++) {
		if (tests[i].group && !group_passed(report, tests, tests[i].group))
			report->tests[i].points = FRAC_ZERO;
	}
}

int points_settle(struct question_report *report, const struct python_test *tests, struct frac cap, struct err *err)
{
	struct frac sum = FRAC_ZERO, most;

	apply_groups(report, tests);
	for (size_t i = 0; i < report->test_count; i++)
		if (frac_add(&sum, sum, report->tests[i].points, err))
			return err_wrap(err, "points of question %s", report->id);
	if (cap.num >= 0) {
		if (frac_mul(&most, report->max, cap, err))
			return err_wrap(err, "cap of question %s", report->id);
		if (frac_cmp(sum, most) > 0)
			sum = most;
	}
	report->points = sum;
	if (frac_cmp(sum, report->max) >= 0)
		report->verdict = VERDICT_CORRECT;
	else
		report->verdict = sum.num > 0 ? VERDICT_PARTIAL : VERDICT_INCORRECT;
	return 0;
}
