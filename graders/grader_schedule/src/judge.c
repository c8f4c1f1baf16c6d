/*
 * What an answer is worth: every cell right, following from the student's own numbers, wrong or blank; then the points.
 *
 * What follows is paid while errors of their own are few, counted over all parts (sheet/carried.h). A column that says
 * one value everywhere, or the statement's own durations, earns nothing unless it is right.
 */
#include <string.h>
#include "judge.h"

static enum carried_state state_of(const struct judging *judging, enum part part, size_t row)
{
	const struct cell *cell = &judging->answer->numbers[part][row];
	int64_t value;

	if (!cell->given)
		return CARRIED_BLANK;
	if (cell->off)
		return CARRIED_WRONG;
	if (cell->ticks == part_truth(judging->asked, part, row))
		return CARRIED_RIGHT;
	return rule_value(judging, part, row, &value) && value == cell->ticks ? CARRIED_CONSISTENT : CARRIED_WRONG;
}

/* One value in all the cells that are filled in, two at least, or the durations that the statement gives. */
static bool is_idle(const struct judging *judging, enum part part)
{
	const struct schedule_question *asked = judging->asked;
	const struct cell *cells = judging->answer->numbers[part];
	size_t rows = part_rows(asked, part), given = 0;
	bool same = true, copied = part_names(asked, part) == &asked->tasks, wrong = false;
	int64_t first = 0;

	for (size_t i = 0; i < rows; i++) {
		if (!cells[i].given)
			continue;
		if (given++ == 0)
			first = cells[i].ticks;
		same &= !cells[i].off && cells[i].ticks == first;
		copied = copied && !cells[i].off && cells[i].ticks == asked->project.days[i];
		wrong |= cells[i].off || cells[i].ticks != part_truth(asked, part, i);
	}
	return given > 1 && wrong && (same || copied);
}

/* All levels one more, or one less, than they are from the origin that is asked. */
static bool is_shifted(const struct judging *judging)
{
	const struct cell *cells = judging->answer->numbers[PART_LEVELS];
	int64_t shift = judging->asked->first_level == 0 ? SCHEDULE_TICKS : -SCHEDULE_TICKS;

	for (size_t i = 0; i < judging->asked->count; i++) {
		if (!cells[i].given || cells[i].off ||
			cells[i].ticks != part_truth(judging->asked, PART_LEVELS, i) + shift)
			return false;
	}
	return true;
}

static void judge_numbers(struct judging *judging, enum part part)
{
	struct part_judgement *out = &judging->parts[part];

	out->rows = part_rows(judging->asked, part);
	out->states = arena_array(judging->arena, out->rows, sizeof(*out->states));
	out->shifted = part == PART_LEVELS && is_shifted(judging);
	out->idle = part_specs[part].form == FORM_NUMBERS && is_idle(judging, part);
	for (size_t i = 0; i < out->rows; i++) {
		out->states[i] = state_of(judging, part, i);
		if (out->shifted)
			out->states[i] = CARRIED_CONSISTENT;
		out->right += out->states[i] == CARRIED_RIGHT;
		out->consistent += out->states[i] == CARRIED_CONSISTENT;
	}
}

/* ---- points ---- */

static size_t order_of(const struct schedule_question *asked, enum part part, size_t n)
{
	const struct network *network =
		part_names(asked, part) == asked->dated_names ? asked->dated : &asked->project.network;

	if (part == PART_LATEST || part == PART_LATEST_FINISH)
		return network->order[network->count - 1 - n];
	return network->order[n];
}

/* Are too many wrong on their own for anything to be carried? */
static int count_errors(struct judging *judging, struct err *err)
{
	const struct schedule_question *asked = judging->asked;
	struct carried_cell *cells;
	struct carried_sum sum;
	size_t count = 0;

	for (enum part part = 0; part < PART_COUNT; part++)
		count += judging->parts[part].rows;
	cells = arena_array(judging->arena, count + 1, sizeof(*cells));
	count = 0;
	for (enum part part = 0; part < PART_COUNT; part++) {
		const struct part_judgement *judged = &judging->parts[part];

		for (size_t i = 0; i < judged->rows; i++) {
			size_t row = judged->rows > 1 ? order_of(asked, part, i) : 0;

			cells[count++] = (struct carried_cell){ judged->states[row], FRAC_ZERO, judged->idle };
		}
	}
	if (carried_sum(&sum, cells, count, FRAC_ONE, err) < 0)
		return -1;
	judging->carries = sum.carries;
	judging->wrong = sum.wrong;
	return 0;
}

/* Does this part follow from a column that was filled in without work? Nothing is carried then. */
static bool follows_idle(const struct judging *judging, enum part part)
{
	static const enum part parents[] = { PART_EARLIEST, PART_EARLIEST_FINISH, PART_LATEST, PART_LATEST_FINISH,
		PART_TOTAL };

	for (size_t i = 0; i < sizeof(parents) / sizeof(parents[0]); i++) {
		if (parents[i] < part && judging->parts[parents[i]].idle)
			return true;
	}
	return false;
}

static int pay(struct judging *judging, enum part part, struct err *err)
{
	struct part_judgement *judged = &judging->parts[part];
	struct frac share = judged->credit;
	size_t cells = judged->right;

	judged->points = FRAC_ZERO;
	if (judged->rows > 0 && !judged->idle) {
		judged->carried = judging->carries && judged->consistent > 0 && !follows_idle(judging, part);
		cells += judged->carried ? judged->consistent : 0;
		if (cells > 0 && frac_make(&share, (int64_t)cells, (int64_t)judged->rows, err) < 0)
			return -1;
	}
	if (judged->shifted)
		share = (struct frac){ 9, 10 };
	if (judged->idle)
		share = FRAC_ZERO;
	return frac_mul(&judged->points, judging->asked->max[part], share, err);
}

int schedule_judge(struct judging *judging, struct err *err)
{
	const struct schedule_question *asked = judging->asked;

	for (enum part part = 0; part < PART_COUNT; part++) {
		enum part_form form = part_specs[part].form;

		judging->parts[part] = (struct part_judgement){ .credit = FRAC_ZERO, .points = FRAC_ZERO };
		if (!asked->asked[part])
			continue;
		if (form == FORM_NUMBERS || form == FORM_NUMBER)
			judge_numbers(judging, part);
		else if (judge_list(judging, part, err) < 0)
			return -1;
	}
	if (count_errors(judging, err) < 0)
		return -1;
	for (enum part part = 0; part < PART_COUNT; part++) {
		if (asked->asked[part] && pay(judging, part, err) < 0)
			return -1;
	}
	return 0;
}
