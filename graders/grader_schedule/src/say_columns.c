/*
 * Known mistakes of a whole column, the most telling one first. One is only said when it makes exactly what the student
 * wrote, in every cell; what is wrong nowhere never gets here.
 */
#include <string.h>
#include "grader_schedule/grader_schedule.h"
#include "say.h"

struct column {
	const struct judging *judging;
	const struct schedule_question *asked;
	enum part part;
	size_t rows;
	int64_t *own; /* of every row */
	int64_t *made; /* by the mistake that is tried */
};

/* Every cell, or false. */
static bool take_own(struct column *column)
{
	const struct cell *cells = column->judging->answer->numbers[column->part];

	column->own = arena_array(column->judging->arena, column->rows + 1, sizeof(int64_t));
	column->made = arena_array(column->judging->arena, column->rows + 1, sizeof(int64_t));
	for (size_t i = 0; i < column->rows; i++) {
		if (!cells[i].given || cells[i].off)
			return false;
		column->own[i] = cells[i].ticks;
	}
	return true;
}

static bool explains(const struct column *column)
{
	return memcmp(column->own, column->made, column->rows * sizeof(int64_t)) == 0;
}

static int64_t truth(const struct column *column, size_t row)
{
	return part_truth(column->asked, column->part, row);
}

static bool is_dates(enum part part)
{
	return part == PART_EARLIEST || part == PART_EARLIEST_FINISH || part == PART_LATEST ||
	       part == PART_LATEST_FINISH;
}

/* ---- mistakes: each fills column->made, or says that it does not concern this column ---- */

static bool make_finish(struct column *column)
{
	if ((column->part != PART_EARLIEST && column->part != PART_LATEST) || column->asked->pert)
		return false;
	for (size_t i = 0; i < column->rows; i++)
		column->made[i] = truth(column, i) + column->asked->project.days[i];
	return true;
}

static bool make_start(struct column *column)
{
	if (column->part != PART_EARLIEST_FINISH && column->part != PART_LATEST_FINISH)
		return false;
	for (size_t i = 0; i < column->rows; i++)
		column->made[i] = truth(column, i) - column->asked->project.days[i];
	return true;
}

static bool make_from_one(struct column *column)
{
	if (!is_dates(column->part))
		return false;
	for (size_t i = 0; i < column->rows; i++)
		column->made[i] = truth(column, i) + SCHEDULE_TICKS;
	return true;
}

static bool make_other_origin(struct column *column)
{
	int64_t shift = column->asked->first_level == 0 ? SCHEDULE_TICKS : -SCHEDULE_TICKS;

	if (column->part != PART_LEVELS)
		return false;
	for (size_t i = 0; i < column->rows; i++)
		column->made[i] = truth(column, i) + shift;
	return true;
}

/* Latest dates worked out as if they were earliest ones. */
static bool make_forwards(struct column *column)
{
	bool finish = column->part == PART_LATEST_FINISH;

	if (column->part != PART_LATEST && !finish)
		return false;
	for (size_t i = 0; i < column->rows; i++)
		column->made[i] = part_truth(column->asked, finish ? PART_EARLIEST_FINISH : PART_EARLIEST, i);
	return true;
}

/* … or the student's own earliest dates once more. */
static bool make_forwards_own(struct column *column)
{
	bool finish = column->part == PART_LATEST_FINISH;
	enum part other = finish ? PART_EARLIEST_FINISH : PART_EARLIEST;
	const struct cell *cells = column->judging->answer->numbers[other];

	if ((column->part != PART_LATEST && !finish) || !column->asked->asked[other] ||
		column->judging->parts[other].idle)
		return false;
	for (size_t i = 0; i < column->rows; i++) {
		if (!cells[i].given || cells[i].off)
			return false;
		column->made[i] = cells[i].ticks;
	}
	return true;
}

static bool make_latest(struct column *column)
{
	bool finish = column->part == PART_EARLIEST_FINISH;

	if (column->part != PART_EARLIEST && !finish)
		return false;
	for (size_t i = 0; i < column->rows; i++)
		column->made[i] = part_truth(column->asked, finish ? PART_LATEST_FINISH : PART_LATEST, i);
	return true;
}

static bool make_min(struct column *column)
{
	const struct network *network = column->asked->dated;

	if (column->part != PART_EARLIEST && column->part != PART_EARLIEST_FINISH)
		return false;
	for (size_t n = 0; n < network->count; n++) {
		size_t v = network->order[n];

		column->made[v] = network_earliest(network, v, column->made, true);
	}
	for (size_t v = 0; v < network->count && column->part == PART_EARLIEST_FINISH; v++)
		column->made[v] += column->asked->project.days[v];
	return true;
}

/* From the duration that these dates go back from, the student's own where there is one. */
static bool make_max_from(struct column *column, int64_t duration)
{
	const struct network *network = column->asked->dated;

	if (column->part != PART_LATEST && column->part != PART_LATEST_FINISH)
		return false;
	for (size_t n = network->count; n-- > 0;) {
		size_t v = network->order[n];

		column->made[v] = network_latest(network, v, column->made, duration, true);
	}
	for (size_t v = 0; v < network->count && column->part == PART_LATEST_FINISH; v++)
		column->made[v] += column->asked->project.days[v];
	return true;
}

static bool make_max(struct column *column)
{
	return make_max_from(column, column->asked->dates->duration);
}

static bool make_max_own(struct column *column)
{
	int64_t duration;

	return own_duration(column->judging, &duration) && make_max_from(column, duration);
}

/* All that is wrong with them is where they end. */
static bool make_shifted(struct column *column)
{
	int64_t shift = column->own[0] - truth(column, 0);

	if ((column->part != PART_LATEST && column->part != PART_LATEST_FINISH) || shift == 0)
		return false;
	for (size_t i = 0; i < column->rows; i++)
		column->made[i] = truth(column, i) + shift;
	return true;
}

static bool make_free(struct column *column)
{
	if (column->part != PART_TOTAL)
		return false;
	memcpy(column->made, column->asked->free, column->rows * sizeof(int64_t));
	return true;
}

static bool make_total(struct column *column)
{
	if (column->part != PART_FREE)
		return false;
	memcpy(column->made, column->asked->total, column->rows * sizeof(int64_t));
	return true;
}

/* The student's own total floats once more. */
static bool make_total_own(struct column *column)
{
	if (column->part != PART_FREE || column->judging->parts[PART_TOTAL].idle)
		return false;
	for (size_t i = 0; i < column->rows; i++) {
		if (!own_total(column->judging, i, &column->made[i]))
			return false;
	}
	return true;
}

static bool make_negative(struct column *column)
{
	if (column->part != PART_TOTAL)
		return false;
	for (size_t i = 0; i < column->rows; i++)
		column->made[i] = -truth(column, i);
	return true;
}

static bool make_with_duration(struct column *column)
{
	if (column->part != PART_TOTAL && column->part != PART_FREE)
		return false;
	for (size_t i = 0; i < column->rows; i++)
		column->made[i] = truth(column, i) + column->asked->project.days[i];
	return true;
}

static bool make_least_levels(struct column *column)
{
	const size_t *levels;

	if (column->part != PART_LEVELS)
		return false;
	levels = network_levels(
		&column->asked->project.network, (size_t)column->asked->first_level, true, column->judging->arena);
	for (size_t i = 0; i < column->rows; i++)
		column->made[i] = (int64_t)levels[i] * SCHEDULE_TICKS;
	return true;
}

static const struct {
	bool (*make)(struct column *column);
	const char *code;
} mistakes[] = {
	{ make_finish, "dates-finish" },
	{ make_start, "finish-is-start" },
	{ make_from_one, "dates-from-one" },
	{ make_other_origin, "levels-origin" },
	{ make_forwards, "latest-forwards" },
	{ make_forwards_own, "latest-forwards" },
	{ make_latest, "earliest-is-latest" },
	{ make_min, "earliest-min" },
	{ make_max, "latest-max" },
	{ make_max_own, "latest-max" },
	{ make_shifted, "latest-shifted" },
	{ make_free, "total-is-free" },
	{ make_total, "free-is-total" },
	{ make_total_own, "free-is-total" },
	{ make_negative, "total-negative" },
	{ make_with_duration, "float-with-duration" },
	{ make_least_levels, "levels-min" },
};

struct msg_text say_column(const struct judging *judging, enum part part)
{
	const struct schedule_question *asked = judging->asked;
	struct column column = { judging, asked, part, part_rows(asked, part), NULL, NULL };
	struct words words = { .count = 0 };

	if (part_specs[part].form != FORM_NUMBERS || !take_own(&column))
		return (struct msg_text){ 0 };
	for (size_t i = 0; i < sizeof(mistakes) / sizeof(mistakes[0]); i++) {
		size_t row = 0;

		memset(column.made, 0, column.rows * sizeof(int64_t));
		if (!mistakes[i].make(&column) || !explains(&column))
			continue;
		while (row + 1 < column.rows && column.own[row] == truth(&column, row))
			row++;
		words_add(&words, "name", part_names(asked, part)->list[row]);
		words_add_number(&words, "right", truth(&column, row), judging->arena);
		words_add_number(&words, "got", column.own[row], judging->arena);
		words_add_number(&words, "duration", asked->dates->duration, judging->arena);
		words_add_number(&words, "first", asked->first_level * SCHEDULE_TICKS, judging->arena);
		return words_say(judging->arena, &schedule_messages, mistakes[i].code, &words);
	}
	return (struct msg_text){ 0 };
}
