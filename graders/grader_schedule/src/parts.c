/* What may be asked, and what the right answer to it is. */
#include <string.h>
#include "question.h"

const struct part_spec part_specs[PART_COUNT] = {
	[PART_PREDECESSORS] = { "predecessors", FORM_SETS, PART_PREDECESSORS, 15, "part-predecessors" },
	[PART_SUCCESSORS] = { "successors", FORM_SETS, PART_SUCCESSORS, 15, "part-successors" },
	[PART_LEVELS] = { "levels", FORM_NUMBERS, PART_LEVELS, 15, "part-levels" },
	[PART_EARLIEST] = { "earliest", FORM_NUMBERS, PART_EARLIEST, 35, "part-earliest" },
	[PART_EARLIEST_FINISH] = { "earliest-finish", FORM_NUMBERS, PART_EARLIEST, 35, "part-earliest-finish" },
	[PART_DURATION] = { "duration", FORM_NUMBER, PART_PATH, 15, "part-duration" },
	[PART_LATEST] = { "latest", FORM_NUMBERS, PART_LATEST, 35, "part-latest" },
	[PART_LATEST_FINISH] = { "latest-finish", FORM_NUMBERS, PART_LATEST, 35, "part-latest-finish" },
	[PART_TOTAL] = { "total-float", FORM_NUMBERS, PART_TOTAL, 15, "part-total-float" },
	[PART_FREE] = { "free-float", FORM_NUMBERS, PART_TOTAL, 15, "part-free-float" },
	[PART_CRITICAL] = { "critical-tasks", FORM_TASKS, PART_PATH, 15, "part-critical-tasks" },
	[PART_PATH] = { "critical-path", FORM_PATH, PART_PATH, 15, "part-critical-path" },
	[PART_PATHS] = { "critical-paths", FORM_PATHS, PART_PATH, 15, "part-critical-paths" },
	[PART_WHAT_IF] = { "what-if", FORM_NUMBER, PART_WHAT_IF, 15, "part-what-if" },
	[PART_CHANGES] = { "what-if-changes", FORM_TASKS, PART_CHANGES, 15, "part-what-if-changes" },
	[PART_SHORTEN] = { "shorten", FORM_PLAN, PART_SHORTEN, 15, "part-shorten" },
	[PART_SHORTEN_EACH] = { "shorten-each", FORM_TASKS, PART_SHORTEN_EACH, 15, "part-shorten-each" },
};

const struct part_spec *part_named(const char *name)
{
	for (size_t i = 0; i < PART_COUNT; i++) {
		if (strcmp(part_specs[i].name, name) == 0)
			return &part_specs[i];
	}
	return NULL;
}

static bool is_dated(enum part part)
{
	return part == PART_EARLIEST || part == PART_LATEST;
}

size_t part_rows(const struct schedule_question *asked, enum part part)
{
	enum part_form form = part_specs[part].form;

	if (form != FORM_NUMBERS && form != FORM_SETS)
		return 1;
	return is_dated(part) ? asked->dated->count : asked->count;
}

const struct names *part_names(const struct schedule_question *asked, enum part part)
{
	return is_dated(part) ? asked->dated_names : &asked->tasks;
}

int64_t part_truth(const struct schedule_question *asked, enum part part, size_t row)
{
	switch (part) {
	case PART_LEVELS:
		return (int64_t)asked->levels[row] * SCHEDULE_TICKS;
	case PART_EARLIEST:
		return asked->dates->earliest[row];
	case PART_LATEST:
		return asked->dates->latest[row];
	case PART_EARLIEST_FINISH:
		return asked->task_dates.earliest[row] + asked->project.days[row];
	case PART_LATEST_FINISH:
		return asked->task_dates.latest[row] + asked->project.days[row];
	case PART_TOTAL:
		return asked->total[row];
	case PART_FREE:
		return asked->free[row];
	case PART_WHAT_IF:
		return asked->other_duration;
	default:
		return asked->task_dates.duration;
	}
}

const bool *part_tasks(const struct schedule_question *asked, enum part part, struct arena *arena)
{
	bool *critical;

	if (part == PART_CHANGES)
		return asked->changes;
	if (part == PART_SHORTEN_EACH)
		return asked->each;
	critical = arena_array(arena, asked->count + 1, sizeof(*critical));
	for (size_t i = 0; i < asked->count; i++)
		critical[i] = asked->task_dates.earliest[i] == asked->task_dates.latest[i];
	return critical;
}

bool part_holds(const struct schedule_question *asked, enum part part, size_t row, size_t member)
{
	int64_t days;

	return part == PART_SUCCESSORS ? network_arc(&asked->project.network, row, member, &days)
				       : network_arc(&asked->project.network, member, row, &days);
}
