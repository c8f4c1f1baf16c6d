/*
 * The student's own numbers, and what the rule of each cell makes of them. A column that is not asked is read off one
 * that says the same (finish dates), else it is right. A cell that was asked and left out is missing: nothing follows.
 */
#include <string.h>
#include "answer.h"

static bool own_cell(const struct judging *judging, enum part part, size_t row, int64_t *out)
{
	const struct cell *cell = &judging->answer->numbers[part][row];

	*out = cell->ticks;
	return cell->given && !cell->off;
}

bool own_date(const struct judging *judging, enum date date, size_t v, int64_t *out)
{
	const struct schedule_question *asked = judging->asked;
	enum part start = date == DATE_EARLIEST ? PART_EARLIEST : PART_LATEST;
	enum part finish = date == DATE_EARLIEST ? PART_EARLIEST_FINISH : PART_LATEST_FINISH;

	if (asked->asked[start])
		return own_cell(judging, start, v, out);
	if (asked->asked[finish]) {
		bool there = own_cell(judging, finish, v, out);

		*out -= asked->project.days[v];
		return there;
	}
	*out = part_truth(asked, start, v);
	return true;
}

/* All dates of the vertices that arcs of v lead to (or from); false where one is missing. */
static bool own_neighbours(const struct judging *judging, enum date date, size_t v, bool into, int64_t *list)
{
	const struct network *network = judging->asked->dated;
	const size_t *arcs = into ? network->into : network->out;
	const size_t *start = into ? network->into_start : network->out_start;

	for (size_t i = start[v]; i < start[v + 1]; i++) {
		const struct network_arc *arc = &network->arcs[arcs[i]];
		size_t other = into ? arc->from : arc->to;

		if (!own_date(judging, date, other, &list[other]))
			return false;
	}
	return true;
}

static int64_t *room(const struct judging *judging)
{
	return arena_array(judging->arena, judging->asked->dated->count + 1, sizeof(int64_t));
}

static bool longest_own(const struct judging *judging, int64_t *out)
{
	const struct network *network = judging->asked->dated;
	int64_t date;

	*out = 0;
	for (size_t v = 0; v < network->count; v++) {
		if (!own_date(judging, DATE_EARLIEST, v, &date))
			return false;
		if (v == 0 || date + network->tail[v] > *out)
			*out = date + network->tail[v];
	}
	return true;
}

bool own_duration(const struct judging *judging, int64_t *out)
{
	if (judging->asked->asked[PART_DURATION] && own_cell(judging, PART_DURATION, 0, out))
		return true;
	return longest_own(judging, out);
}

bool own_total(const struct judging *judging, size_t task, int64_t *out)
{
	const struct schedule_question *asked = judging->asked;

	if (asked->asked[PART_TOTAL] && judging->answer->shown[PART_TOTAL])
		return own_cell(judging, PART_TOTAL, task, out);
	return rule_value(judging, PART_TOTAL, task, out);
}

static bool level_value(const struct judging *judging, size_t v, bool least, int64_t *out)
{
	const struct network *network = &judging->asked->project.network;
	int64_t level;

	*out = judging->asked->first_level * SCHEDULE_TICKS;
	for (size_t i = network->into_start[v]; i < network->into_start[v + 1]; i++) {
		if (!own_cell(judging, PART_LEVELS, network->arcs[network->into[i]].from, &level))
			return false;
		level += SCHEDULE_TICKS;
		if (i == network->into_start[v] || (least ? level < *out : level > *out))
			*out = level;
	}
	return true;
}

static bool earliest_value(const struct judging *judging, size_t v, bool least, int64_t *out)
{
	int64_t *dates = room(judging);

	if (!own_neighbours(judging, DATE_EARLIEST, v, true, dates))
		return false;
	*out = network_earliest(judging->asked->dated, v, dates, least);
	return true;
}

static bool latest_value(const struct judging *judging, size_t v, bool most, int64_t *out)
{
	const struct network *network = judging->asked->dated;
	int64_t *dates = room(judging), duration = 0;

	if (network->out_start[v] == network->out_start[v + 1] && !own_duration(judging, &duration))
		return false;
	if (!own_neighbours(judging, DATE_LATEST, v, false, dates))
		return false;
	*out = network_latest(network, v, dates, duration, most);
	return true;
}

static bool total_value(const struct judging *judging, size_t task, int64_t *out)
{
	const struct schedule_question *asked = judging->asked;
	size_t from = asked->pert ? asked->stage_arcs[task].from : task;
	size_t to = asked->pert ? asked->stage_arcs[task].to : task;
	int64_t early, late;

	if (!own_date(judging, DATE_EARLIEST, from, &early) || !own_date(judging, DATE_LATEST, to, &late))
		return false;
	*out = late - early - (asked->pert ? asked->project.days[task] : 0);
	return true;
}

static bool free_value(const struct judging *judging, size_t task, int64_t *out)
{
	const struct schedule_question *asked = judging->asked;
	const struct network *network = asked->dated;
	int64_t early, next = 0, *dates = room(judging);

	if (asked->pert) {
		if (!own_date(judging, DATE_EARLIEST, asked->stage_arcs[task].from, &early) ||
			!own_date(judging, DATE_EARLIEST, asked->stage_arcs[task].to, &next))
			return false;
		*out = next - early - asked->project.days[task];
		return true;
	}
	if (!own_date(judging, DATE_EARLIEST, task, &early) ||
		!own_neighbours(judging, DATE_EARLIEST, task, false, dates) ||
		(network->out_start[task] == network->out_start[task + 1] && !own_duration(judging, &next)))
		return false;
	*out = network_latest(network, task, dates, next, false) - early;
	return true;
}

/* A delay of one task less what it can absorb. */
static bool what_if_value(const struct judging *judging, int64_t *out)
{
	const struct schedule_question *asked = judging->asked;
	int64_t delay = asked->other_days[asked->changed] - asked->project.days[asked->changed], total;

	if (asked->changed_count != 1 || delay < 0 || !own_duration(judging, out) ||
		!own_total(judging, asked->changed, &total))
		return false;
	*out += delay > total ? delay - total : 0;
	return true;
}

static bool value_of(const struct judging *judging, enum part part, size_t row, bool opposite, int64_t *out)
{
	switch (part) {
	case PART_LEVELS:
		return level_value(judging, row, opposite, out);
	case PART_EARLIEST:
		return earliest_value(judging, row, opposite, out);
	case PART_LATEST:
		return latest_value(judging, row, opposite, out);
	case PART_EARLIEST_FINISH:
	case PART_LATEST_FINISH:
		if (judging->asked->asked[part == PART_EARLIEST_FINISH ? PART_EARLIEST : PART_LATEST] && !opposite) {
			if (!own_date(judging, part == PART_EARLIEST_FINISH ? DATE_EARLIEST : DATE_LATEST, row, out))
				return false;
		} else if (part == PART_EARLIEST_FINISH ? !earliest_value(judging, row, opposite, out)
							: !latest_value(judging, row, opposite, out)) {
			return false;
		}
		*out += judging->asked->project.days[row];
		return true;
	case PART_DURATION:
		return longest_own(judging, out);
	case PART_TOTAL:
		return total_value(judging, row, out);
	case PART_FREE:
		return free_value(judging, row, out);
	case PART_WHAT_IF:
		return what_if_value(judging, out);
	default:
		return false;
	}
}

bool rule_value(const struct judging *judging, enum part part, size_t row, int64_t *out)
{
	return value_of(judging, part, row, false, out);
}

bool rule_value_opposite(const struct judging *judging, enum part part, size_t row, int64_t *out)
{
	return value_of(judging, part, row, true, out);
}

/* ---- paths ---- */

/* Stages as the tasks between them: the longest arc from one to the next. */
static bool tasks_of_stages(struct path *out, const struct schedule_question *asked, const struct own_path *path,
	size_t *fault, size_t *list)
{
	for (size_t i = 1; i < path->count; i++) {
		size_t best = SIZE_MAX, task;

		for (size_t a = 0; a < asked->stage_network.arc_count; a++) {
			const struct network_arc *arc = &asked->stage_network.arcs[a];

			if (arc->from == path->steps[i - 1] && arc->to == path->steps[i] &&
				(best == SIZE_MAX || arc->days > asked->stage_network.arcs[best].days))
				best = a;
		}
		*fault = i;
		if (best == SIZE_MAX)
			return false;
		task = asked->stage_arcs[best].task;
		if (task != SIZE_MAX)
			list[out->count++] = task;
	}
	return true;
}

bool path_tasks(struct path *out, const struct schedule_question *asked, const struct own_path *path, size_t *fault,
	struct arena *arena)
{
	size_t *list = arena_array(arena, path->count + 1, sizeof(*list));
	int64_t days;

	*out = (struct path){ list, 0 };
	*fault = 0;
	if (path->stages)
		return tasks_of_stages(out, asked, path, fault, list);
	for (size_t i = 0; i < path->count; i++) {
		if (path->steps[i] >= asked->count)
			continue; /* a dummy */
		*fault = i;
		if (out->count > 0 &&
			!network_arc(&asked->project.network, list[out->count - 1], path->steps[i], &days))
			return false;
		list[out->count++] = path->steps[i];
	}
	return true;
}

static bool is_slip(const struct judging *judging, enum part part, size_t row)
{
	const enum carried_state *states = judging->parts[part].states;

	return states && states[row] == CARRIED_WRONG;
}

bool own_step_is_tight(const struct judging *judging, size_t from, size_t to)
{
	const struct schedule_question *asked = judging->asked;
	size_t before = asked->pert ? asked->stage_arcs[from].from : from;
	size_t behind = asked->pert ? asked->stage_arcs[to].from : to;
	int64_t first, next;

	/* At a slip nothing can be tight; the way is judged by the rest. */
	if (is_slip(judging, PART_EARLIEST, behind) || is_slip(judging, PART_EARLIEST_FINISH, behind) ||
		is_slip(judging, PART_LATEST, before) || is_slip(judging, PART_LATEST_FINISH, before))
		return true;
	return own_date(judging, DATE_EARLIEST, before, &first) && own_date(judging, DATE_EARLIEST, behind, &next) &&
	       first + asked->project.days[from] == next;
}

bool own_path_is_critical(const struct judging *judging, const struct own_path *path)
{
	const struct schedule_question *asked = judging->asked;
	const struct network *network = &asked->project.network;
	struct path tasks;
	size_t fault;
	int64_t total;

	if (!path_tasks(&tasks, asked, path, &fault, judging->arena) || tasks.count == 0)
		return false;
	size_t first = tasks.vertices[0], last = tasks.vertices[tasks.count - 1];
	if (network->into_start[first] != network->into_start[first + 1] ||
		network->out_start[last] != network->out_start[last + 1])
		return false;
	for (size_t i = 0; i < tasks.count; i++) {
		if (!own_total(judging, tasks.vertices[i], &total) || total != 0 ||
			(i > 0 && !own_step_is_tight(judging, tasks.vertices[i - 1], tasks.vertices[i])))
			return false;
	}
	return true;
}
