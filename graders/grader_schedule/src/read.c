/* The author's side: what is asked, what each part is worth, and all that is worked out from the tasks. */
#include <string.h>
#include "base/json.h"
#include "grader_schedule/grader_schedule.h"
#include "question.h"

static const char *const methods[] = { "mpm", "pert", NULL };

const struct key_spec schedule_keys[SCHEDULE_KEYS_COUNT] = {
	{ .name = "method",
		.type = KEY_STRING,
		.choices = methods,
		.doc = "mpm (default): dates of tasks; pert: dates of stages, in a network that is given." },
	{ .name = "tasks",
		.type = KEY_OBJECT,
		.required = true,
		.doc = "By name: {\"days\": 3, \"after\": \"A, B\"}. Durations are whole numbers or texts (\"2,5\"); "
		       "`least` is how short a task may be made, 0 if left out." },
	{ .name = "stages",
		.type = KEY_OBJECT,
		.doc = "For pert, by task: between which stages it goes, {\"A\": \"1-2\"}. A name that is no task is a "
		       "dummy task." },
	{ .name = "ask",
		.type = KEY_ANY,
		.required = true,
		.doc = "What is asked, one or a list of: levels, predecessors, successors, earliest, latest, "
		       "earliest-finish, latest-finish, total-float, free-float, critical-path (any of them), "
		       "critical-paths (all), critical-tasks, duration, what-if, what-if-changes, shorten, "
		       "shorten-each." },
	{ .name = "weights",
		.type = KEY_OBJECT,
		.doc = "What the parts count for, in any scale: {\"earliest\": 35, \"latest\": 35}; a part that is not "
		       "named keeps its usual weight." },
	{ .name = "first_level", .type = KEY_INT, .max = 1, .doc = "Where levels begin: 0 (default) or 1." },
	{ .name = "unit", .type = KEY_TEXT, .doc = "The unit of durations, in the plural; days if left out." },
	{ .name = "what_if", .type = KEY_OBJECT, .doc = "The other durations of what-if: {\"B\": 10}." },
	{ .name = "finish_by", .type = KEY_ANY, .doc = "The date of shorten: by when all must be done." },
};

static const char *const part_list[] = { "predecessors", "successors", "levels", "earliest", "earliest-finish",
	"duration", "latest", "latest-finish", "total-float", "free-float", "critical-tasks", "critical-path",
	"critical-paths", "what-if", "what-if-changes", "shorten", "shorten-each", NULL };

static bool unknown_part(struct reader *reader, const char *pointer, const char *name)
{
	const char *near = nearest_name(name, part_list);

	reader_problem(reader, pointer, false, &schedule_author_messages, near ? "ask-near" : "ask-unknown",
		(struct msg_param[]){ { "name", name }, { near ? "near" : NULL, near }, { 0 } });
	return false;
}

static bool ask_one(struct schedule_question *out, struct reader *reader, const json_t *value, const char *pointer)
{
	const char *name = json_is_string(value) ? json_string_value(value) : "";
	const struct part_spec *spec = part_named(name);

	if (!spec)
		return unknown_part(reader, pointer, name);
	enum part part = (enum part)(spec - part_specs);
	if (out->asked[part])
		return schedule_refuse(reader, pointer, "ask-twice", name);
	if (out->pert && (part == PART_EARLIEST_FINISH || part == PART_LATEST_FINISH))
		return schedule_refuse(reader, pointer, "ask-not-pert", name);
	out->asked[part] = true;
	return true;
}

static bool read_ask(struct schedule_question *out, struct reader *reader, json_t *object, const char *pointer)
{
	const json_t *ask = json_object_get(object, "ask");

	pointer = reader_pointer(reader, pointer, "ask");
	if (!json_is_array(ask))
		return ask_one(out, reader, ask, pointer);
	if (json_array_size(ask) == 0)
		return schedule_refuse(reader, pointer, "ask-nothing", NULL);
	for (size_t i = 0; i < json_array_size(ask); i++) {
		if (!ask_one(out, reader, json_array_get(ask, i), reader_pointer_at(reader, pointer, i)))
			return false;
	}
	return true;
}

/* Weights of groups are shared by the parts of them that are asked. */
static bool usual_weights(struct schedule_question *out, struct frac *weights, struct err *err)
{
	for (size_t i = 0; i < PART_COUNT; i++) {
		int64_t sharing = 0;

		for (size_t j = 0; j < PART_COUNT; j++)
			sharing += out->asked[j] && part_specs[j].group == part_specs[i].group;
		weights[i] = FRAC_ZERO;
		if (out->asked[i] && frac_make(&weights[i], part_specs[i].weight, sharing, err) < 0)
			return false;
	}
	return true;
}

static bool read_weights(
	struct schedule_question *out, struct reader *reader, json_t *object, const char *pointer, struct frac points)
{
	json_t *weights = json_object_get(object, "weights"), *value;
	struct frac list[PART_COUNT], sum = FRAC_ZERO, share;
	struct err err = { 0 };
	const char *name;

	pointer = reader_pointer(reader, pointer, "weights");
	if (!usual_weights(out, list, &err))
		return schedule_refuse(reader, pointer, "points-too-fine", NULL);
	json_object_foreach(weights, name, value)
	{
		const struct part_spec *spec = part_named(name);

		if (!spec)
			return unknown_part(reader, reader_pointer(reader, pointer, name), name);
		if (!out->asked[spec - part_specs])
			return schedule_refuse(reader, reader_pointer(reader, pointer, name), "weight-not-asked", name);
		if (!reader_points(reader, weights, pointer, name, &list[spec - part_specs]))
			return false;
	}
	for (size_t i = 0; i < PART_COUNT; i++) {
		if (frac_add(&sum, sum, list[i], &err) < 0)
			return schedule_refuse(reader, pointer, "points-too-fine", NULL);
	}
	if (sum.num == 0)
		return schedule_refuse(reader, pointer, "weights-nothing", NULL);
	for (size_t i = 0; i < PART_COUNT; i++) {
		if (frac_div(&share, list[i], sum, &err) < 0 || frac_mul(&out->max[i], share, points, &err) < 0)
			return schedule_refuse(reader, pointer, "points-too-fine", NULL);
	}
	return true;
}

/* ---- what is worked out ---- */

static void make_floats(struct schedule_question *out, struct arena *arena)
{
	int64_t *total = arena_array(arena, out->count + 1, sizeof(*total));
	int64_t *spare = arena_array(arena, out->count + 1, sizeof(*spare));
	const struct project *project = &out->project;
	const struct dates *dates = out->dates;

	for (size_t i = 0; i < out->count; i++) {
		size_t from = i, to = i;

		if (out->pert) {
			from = out->stage_arcs[i].from;
			to = out->stage_arcs[i].to;
			total[i] = dates->latest[to] - dates->earliest[from] - project->days[i];
			spare[i] = dates->earliest[to] - dates->earliest[from] - project->days[i];
			continue;
		}
		total[i] = dates->latest[i] - dates->earliest[i];
		spare[i] = network_latest(&project->network, i, dates->earliest, dates->duration, false) -
			   dates->earliest[i];
	}
	out->total = total;
	out->free = spare;
}

static void make_dates(struct schedule_question *out, struct arena *arena)
{
	struct dates *stages = arena_alloc(arena, sizeof(*stages));

	network_dates(&out->task_dates, &out->project.network, arena);
	out->dated = &out->project.network;
	out->dated_names = &out->tasks;
	out->dates = &out->task_dates;
	if (out->pert) {
		network_dates(stages, &out->stage_network, arena);
		out->dated = &out->stage_network;
		out->dated_names = &out->stages;
		out->dates = stages;
	}
	out->levels = network_levels(&out->project.network, (size_t)out->first_level, false, arena);
	out->reach = project_reach(&out->project, arena);
	critical_paths(&out->critical, &out->project.network, &out->task_dates, PATHS_MAX, arena);
	make_floats(out, arena);
}

static bool read_what_if(struct schedule_question *out, struct reader *reader, json_t *object, const char *pointer)
{
	json_t *changes = json_object_get(object, "what_if"), *value;
	int64_t *days = arena_array(reader->arena, out->count + 1, sizeof(*days));
	bool *moved = arena_array(reader->arena, out->count + 1, sizeof(*moved));
	struct project other;
	struct dates dates;
	const char *name;

	pointer = reader_pointer(reader, pointer, "what_if");
	if (!changes) {
		if (out->asked[PART_WHAT_IF] || out->asked[PART_CHANGES])
			return schedule_refuse(reader, pointer, "what-if-needed", NULL);
		return true;
	}
	if (json_object_size(changes) == 0 || !(out->asked[PART_WHAT_IF] || out->asked[PART_CHANGES]))
		return schedule_refuse(reader, pointer, "what-if-needed", NULL);
	memcpy(days, out->project.days, out->count * sizeof(*days));
	json_object_foreach(changes, name, value)
	{
		const char *at = reader_pointer(reader, pointer, name);
		size_t task = 0;

		while (task < out->count && strcmp(out->tasks.list[task], name) != 0)
			task++;
		if (task == out->count)
			return schedule_refuse(reader, at, "no-task", name);
		if (!schedule_read_days(&days[task], reader, value, at))
			return false;
		out->changed = task;
		out->changed_count++;
	}
	project_with_days(&other, &out->project, days, reader->arena);
	network_dates(&dates, &other.network, reader->arena);
	for (size_t i = 0; i < out->count; i++)
		moved[i] = dates.earliest[i] != out->task_dates.earliest[i];
	out->other_days = days;
	out->other_duration = dates.duration;
	out->changes = moved;
	return true;
}

/* All that may be shortened, then without what is not needed, one after the other: a smallest choice in the sense that
 * nothing of it can be left out. One task is preferred to several. */
static void make_plan(struct schedule_question *out, struct arena *arena)
{
	bool *each = arena_array(arena, out->count + 1, sizeof(*each));
	bool *plan = arena_array(arena, out->count + 1, sizeof(*plan));
	size_t alone = SIZE_MAX;

	for (size_t i = 0; i < out->count; i++) {
		plan[i] = true;
		each[i] = project_shortened(&out->project, plan, out->least) <= out->finish_by;
		plan[i] = false;
		if (each[i] && alone == SIZE_MAX)
			alone = i;
	}
	out->each = each;
	for (size_t i = 0; i < out->count; i++)
		plan[i] = alone == SIZE_MAX || i == alone;
	if (project_shortened(&out->project, plan, out->least) > out->finish_by)
		return;
	for (size_t i = 0; i < out->count && alone == SIZE_MAX; i++) {
		plan[i] = false;
		plan[i] = project_shortened(&out->project, plan, out->least) > out->finish_by;
	}
	out->plan = plan;
}

static bool read_finish(struct schedule_question *out, struct reader *reader, json_t *object, const char *pointer)
{
	const json_t *value = json_object_get(object, "finish_by");

	pointer = reader_pointer(reader, pointer, "finish_by");
	if (!value != !(out->asked[PART_SHORTEN] || out->asked[PART_SHORTEN_EACH]))
		return schedule_refuse(reader, pointer, "finish-needed", NULL);
	if (!value)
		return true;
	if (!schedule_read_days(&out->finish_by, reader, value, pointer))
		return false;
	if (out->finish_by >= out->task_dates.duration)
		return schedule_refuse(reader, pointer, "finish-already", NULL);
	make_plan(out, reader->arena);
	return out->plan || schedule_refuse(reader, pointer, "finish-impossible", NULL);
}

void schedule_read(struct reader *reader, json_t *object, const char *pointer, struct question *question)
{
	struct schedule_question *out = arena_alloc(reader->arena, sizeof(*out));

	out->pert = strcmp(reader_string(reader, object, "method", "mpm"), "pert") == 0;
	out->first_level = reader_int(object, "first_level", 0);
	out->unit = reader_text(reader, object, "unit");
	if (!out->unit.fr)
		out->unit = (struct msg_text){ .fr = "jours", .en = "days" };
	if (!schedule_read_tasks(out, reader, object, pointer) || !read_ask(out, reader, object, pointer) ||
		!read_weights(out, reader, object, pointer, question->points))
		return;
	make_dates(out, reader->arena);
	if (out->asked[PART_PATHS] && out->critical.total > PATHS_MAX) {
		schedule_refuse(reader, reader_pointer(reader, pointer, "ask"), "too-many-paths", NULL);
		return;
	}
	if (!read_what_if(out, reader, object, pointer) || !read_finish(out, reader, object, pointer))
		return;
	schedule_make_starter(out, reader->arena);
	schedule_make_reference(out, reader->arena);
	question->spec = out;
}
