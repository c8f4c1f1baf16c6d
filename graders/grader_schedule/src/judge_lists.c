/* Sets of tasks, paths, plans. */
#include <string.h>
#include "judge.h"

/* What is right beyond what the better of "all" and "none" would be: max(0, (s − c)/(1 − c)). */
static int credit_beyond_constant(struct frac *out, size_t right, size_t count, size_t members, struct err *err)
{
	size_t constant = members > count - members ? members : count - members;

	*out = right == count ? FRAC_ONE : FRAC_ZERO;
	if (right <= constant || right == count)
		return 0;
	return frac_make(out, (int64_t)(right - constant), (int64_t)(count - constant), err);
}

static bool follows_own_totals(const struct judging *judging, const bool *members)
{
	int64_t total;

	for (size_t i = 0; i < judging->asked->count; i++) {
		if (!own_total(judging, i, &total) || (total == 0) != members[i])
			return false;
	}
	return true;
}

static void one_state(struct part_judgement *out, enum carried_state state, struct arena *arena)
{
	out->rows = 1;
	out->states = arena_array(arena, 1, sizeof(*out->states));
	out->states[0] = state;
	out->right = state == CARRIED_RIGHT;
	out->consistent = state == CARRIED_CONSISTENT;
}

static int judge_tasks(struct judging *judging, enum part part, struct err *err)
{
	struct part_judgement *out = &judging->parts[part];
	const struct schedule_question *asked = judging->asked;
	const struct own_set *set = &judging->answer->tasks[part];
	const bool *wanted = part_tasks(asked, part, judging->arena);
	size_t right = 0, members = 0, named = 0;

	for (size_t i = 0; i < asked->count; i++) {
		right += set->given && set->members[i] == wanted[i];
		members += wanted[i];
		named += set->given && set->members[i];
	}
	if (set->given && credit_beyond_constant(&out->credit, right, asked->count, members, err) < 0)
		return -1;
	if (part != PART_CRITICAL)
		return 0;
	bool constant = named == 0 || named == asked->count;
	one_state(out,
		!set->given                                              ? CARRIED_BLANK
		: right == asked->count                                  ? CARRIED_RIGHT
		: !constant && follows_own_totals(judging, set->members) ? CARRIED_CONSISTENT
									 : CARRIED_WRONG,
		judging->arena);
	return 0;
}

/* A share of what both hold in all that either holds. Rows that say the statement's other table, or the same in every
 * row, earn nothing unless all is right. */
static int judge_sets(struct judging *judging, enum part part, struct err *err)
{
	struct part_judgement *out = &judging->parts[part];
	const struct schedule_question *asked = judging->asked;
	const struct own_set *sets = judging->answer->sets[part];
	enum part other = part == PART_SUCCESSORS ? PART_PREDECESSORS : PART_SUCCESSORS;
	bool right = true, constant = true, swapped = true;
	struct frac share;

	for (size_t i = 0; i < asked->count; i++) {
		size_t both = 0, either = 0;

		if (!sets[i].given) {
			right = false;
			continue;
		}
		for (size_t j = 0; j < asked->count; j++) {
			bool wanted = part_holds(asked, part, i, j), got = sets[i].members[j];

			both += wanted && got;
			either += wanted || got;
			swapped &= got == part_holds(asked, other, i, j);
			constant &= sets[0].given && got == sets[0].members[j];
		}
		right &= both == either;
		if (frac_make(&share, either == 0 ? 1 : (int64_t)both, either == 0 ? 1 : (int64_t)either, err) < 0 ||
			frac_add(&out->credit, out->credit, share, err) < 0)
			return -1;
	}
	out->idle = !right && (constant || swapped);
	return frac_div(&out->credit, out->credit, frac_int((int64_t)asked->count), err);
}

static bool is_right_path(const struct judging *judging, const struct own_path *path)
{
	const struct schedule_question *asked = judging->asked;
	struct path tasks, stages = { path->steps, path->count };
	size_t fault;

	if (path->stages)
		return network_is_critical(&asked->stage_network, asked->dates, &stages);
	return path_tasks(&tasks, asked, path, &fault, judging->arena) &&
	       network_is_critical(&asked->project.network, &asked->task_dates, &tasks);
}

static bool same_path(const struct judging *judging, const struct own_path *a, const struct own_path *b)
{
	struct path first, second;
	size_t fault;

	return path_tasks(&first, judging->asked, a, &fault, judging->arena) &&
	       path_tasks(&second, judging->asked, b, &fault, judging->arena) && first.count == second.count &&
	       memcmp(first.vertices, second.vertices, first.count * sizeof(*first.vertices)) == 0;
}

/* A piece of a critical path is worth half of the share that it is of the longest one. */
static int credit_piece(struct judging *judging, const struct own_path *path, struct frac *out, struct err *err)
{
	const struct schedule_question *asked = judging->asked;
	const struct dates *dates = &asked->task_dates;
	size_t fault, longest = 1;
	struct path tasks;
	int64_t days;

	*out = FRAC_ZERO;
	if (!path_tasks(&tasks, asked, path, &fault, judging->arena) || tasks.count < 2)
		return 0;
	for (size_t i = 0; i < tasks.count; i++) {
		size_t v = tasks.vertices[i];

		if (dates->earliest[v] != dates->latest[v])
			return 0;
		if (i > 0 && (!network_arc(&asked->project.network, tasks.vertices[i - 1], v, &days) ||
				     dates->earliest[tasks.vertices[i - 1]] + days != dates->earliest[v]))
			return 0;
	}
	for (size_t i = 0; i < asked->critical.count; i++)
		longest = asked->critical.list[i].count > longest ? asked->critical.list[i].count : longest;
	return frac_make(out, (int64_t)(tasks.count < longest ? tasks.count : longest), 2 * (int64_t)longest, err);
}

/* How many ways from begin to end go through tasks without slack, by the student's own numbers. */
static uint64_t own_path_count(const struct judging *judging)
{
	const struct network *network = &judging->asked->project.network;
	uint64_t *ways = arena_array(judging->arena, network->count + 1, sizeof(*ways)), all = 0;
	int64_t total;

	for (size_t n = network->count; n-- > 0;) {
		size_t v = network->order[n];

		if (!own_total(judging, v, &total) || total != 0)
			continue;
		ways[v] = network->out_start[v] == network->out_start[v + 1];
		for (size_t i = network->out_start[v]; i < network->out_start[v + 1]; i++) {
			size_t to = network->arcs[network->out[i]].to;
			uint64_t more = own_step_is_tight(judging, v, to) ? ways[to] : 0;

			ways[v] = more > PATHS_MAX || ways[v] > PATHS_MAX ? PATHS_MAX + 1 : ways[v] + more;
		}
		if (network->into_start[v] == network->into_start[v + 1])
			all = all > PATHS_MAX ? all : all + ways[v];
	}
	return all;
}

static int judge_paths(struct judging *judging, enum part part, struct err *err)
{
	struct part_judgement *out = &judging->parts[part];
	const struct own_path *paths = judging->answer->paths[part];
	size_t given = judging->answer->path_count[part], right = 0, own = 0, kept = 0;
	size_t needed = part == PART_PATHS ? judging->asked->critical.count : given;
	enum carried_state state = CARRIED_WRONG;

	for (size_t i = 0; i < given; i++) {
		bool repeated = false;

		for (size_t j = 0; j < i; j++)
			repeated |= same_path(judging, &paths[i], &paths[j]);
		if (repeated)
			continue;
		kept++;
		right += is_right_path(judging, &paths[i]);
		own += own_path_is_critical(judging, &paths[i]);
	}
	if (part == PART_PATH)
		needed = kept;
	if (given == 0)
		state = CARRIED_BLANK;
	else if (right == kept && right == needed)
		state = CARRIED_RIGHT;
	else if (own == kept && (part == PART_PATH || own == own_path_count(judging)))
		state = CARRIED_CONSISTENT;
	one_state(out, state, judging->arena);
	if (state == CARRIED_BLANK || state == CARRIED_RIGHT)
		return 0;
	if (part == PART_PATH)
		return kept == 1 ? credit_piece(judging, &paths[0], &out->credit, err) : 0;
	return frac_make(&out->credit, (int64_t)right, (int64_t)(kept > needed ? kept : needed), err);
}

/* Each named task must be needed, and all together enough. */
static void judge_plan(struct judging *judging, enum part part)
{
	struct part_judgement *out = &judging->parts[part];
	struct plan_judgement plan;

	plan_judge(&plan, judging);
	out->credit = plan.fault == PLAN_FINE ? FRAC_ONE : FRAC_ZERO;
}

int judge_list(struct judging *judging, enum part part, struct err *err)
{
	switch (part_specs[part].form) {
	case FORM_SETS:
		return judge_sets(judging, part, err);
	case FORM_TASKS:
		return judge_tasks(judging, part, err);
	case FORM_PATH:
	case FORM_PATHS:
		return judge_paths(judging, part, err);
	default:
		judge_plan(judging, part);
		return 0;
	}
}

/* How long it takes with the plan, one of its steps left out. */
static int64_t with_plan(const struct judging *judging, size_t without)
{
	const struct schedule_question *asked = judging->asked;
	int64_t *days = arena_array(judging->arena, asked->count + 1, sizeof(*days));

	memcpy(days, asked->project.days, asked->count * sizeof(*days));
	for (size_t i = 0; i < judging->answer->plan_count; i++) {
		const struct plan_step *step = &judging->answer->plan[i];

		if (i != without)
			days[step->task] = step->has_days ? step->days : asked->least[step->task];
	}
	return project_duration(&asked->project, days);
}

void plan_judge(struct plan_judgement *out, const struct judging *judging)
{
	const struct schedule_question *asked = judging->asked;
	const struct schedule_answer *answer = judging->answer;

	*out = (struct plan_judgement){ .fault = PLAN_FINE };
	for (size_t i = 0; i < answer->plan_count; i++) {
		const struct plan_step *step = &answer->plan[i];

		out->step = i;
		if (step->has_days &&
			(step->days < asked->least[step->task] || step->days >= asked->project.days[step->task])) {
			out->fault = step->days >= asked->project.days[step->task] ? PLAN_NO_SHORTER : PLAN_TOO_SHORT;
			return;
		}
	}
	out->duration = with_plan(judging, SIZE_MAX);
	for (size_t i = 0; i < answer->plan_count; i++) {
		size_t task = answer->plan[i].task;

		out->step = i;
		if (asked->task_dates.earliest[task] == asked->task_dates.latest[task])
			continue;
		/* Of no use unless it becomes critical by what else is shortened. */
		if (with_plan(judging, i) == out->duration) {
			out->fault = PLAN_NOT_CRITICAL;
			return;
		}
	}
	if (out->duration > asked->finish_by) {
		out->fault = PLAN_NOT_ENOUGH;
		return;
	}
	for (size_t i = 0; i < answer->plan_count; i++) {
		out->step = i;
		if (with_plan(judging, i) <= asked->finish_by) {
			out->fault = PLAN_NOT_NEEDED;
			return;
		}
	}
	if (answer->plan_count == 0)
		out->fault = PLAN_NOTHING;
}
