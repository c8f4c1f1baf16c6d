/* Inside the kind `schedule`: what parts that are no numbers are worth. */
#pragma once
#include "answer.h"

/* Fills judging->parts[part], its points excepted. Paths, and tasks that are critical, have one cell: they may follow
 * from the student's own numbers. */
int judge_list(struct judging *judging, enum part part, struct err *err) must_check;

enum plan_fault {
	PLAN_FINE,
	PLAN_NOTHING, /* is given */
	PLAN_NO_SHORTER, /* the new duration is not shorter than the old one */
	PLAN_TOO_SHORT, /* than the task may be made */
	PLAN_NOT_CRITICAL, /* shortening it changes nothing */
	PLAN_NOT_ENOUGH,
	PLAN_NOT_NEEDED /* without this step it would be enough too */
};
struct plan_judgement {
	enum plan_fault fault;
	size_t step; /* that is at fault */
	int64_t duration; /* with the plan */
};
void plan_judge(struct plan_judgement *out, const struct judging *judging);
