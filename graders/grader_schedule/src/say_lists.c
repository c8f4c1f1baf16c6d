/* What is wrong with sets of tasks, paths, and with answers on other durations. */
#include <string.h>
#include "base/buf.h"
#include "grader_schedule/grader_schedule.h"
#include "say.h"

static struct msg_text say(const struct judging *judging, const char *code, const struct words *words)
{
	return words_say(judging->arena, &schedule_messages, code, words);
}

static const char *task_name(const struct judging *judging, size_t task)
{
	return judging->asked->tasks.list[task];
}

static void add_unit(struct words *words, const struct schedule_question *asked)
{
	words_add_both(words, "unit", asked->unit.fr, asked->unit.en ? asked->unit.en : asked->unit.fr);
}

/* ---- predecessors and successors ---- */

/* Every row holds what comes after (or before) at any distance. */
static bool is_transitive(const struct judging *judging, enum part part)
{
	const struct schedule_question *asked = judging->asked;
	const struct own_set *sets = judging->answer->sets[part];

	for (size_t i = 0; i < asked->count; i++) {
		for (size_t j = 0; j < asked->count; j++) {
			bool far = part == PART_SUCCESSORS ? asked->reach[i * asked->count + j]
							   : asked->reach[j * asked->count + i];

			if (!sets[i].given || sets[i].members[j] != far)
				return false;
		}
	}
	return true;
}

static bool is_swapped(const struct judging *judging, enum part part)
{
	enum part other = part == PART_SUCCESSORS ? PART_PREDECESSORS : PART_SUCCESSORS;
	const struct own_set *sets = judging->answer->sets[part];

	for (size_t i = 0; i < judging->asked->count; i++) {
		for (size_t j = 0; j < judging->asked->count; j++) {
			if (!sets[i].given || sets[i].members[j] != part_holds(judging->asked, other, i, j))
				return false;
		}
	}
	return true;
}

struct msg_text say_sets(const struct judging *judging, enum part part)
{
	const struct schedule_question *asked = judging->asked;
	const struct own_set *sets = judging->answer->sets[part];
	struct words words = { .count = 0 };
	bool succ = part == PART_SUCCESSORS;

	words_add_both(&words, "part", succ ? "successeurs" : "prédécesseurs", succ ? "successors" : "predecessors");
	words_add_both(&words, "other", succ ? "prédécesseurs" : "successeurs", succ ? "predecessors" : "successors");
	if (is_swapped(judging, part))
		return say(judging, "sets-swapped", &words);
	if (is_transitive(judging, part))
		return say(judging, "sets-transitive", &words);
	for (size_t i = 0; i < asked->count; i++) {
		words.count = 2;
		words_add(&words, "name", task_name(judging, i));
		if (!sets[i].given)
			return say(judging, "sets-blank", &words);
		for (size_t j = 0; j < asked->count; j++) {
			bool wanted = part_holds(asked, part, i, j);

			if (sets[i].members[j] == wanted)
				continue;
			words_add(&words, "task", task_name(judging, j));
			words_add(&words, "before", task_name(judging, succ ? i : j));
			words_add(&words, "after", task_name(judging, succ ? j : i));
			if (wanted)
				return say(judging, "sets-missing", &words);
			bool far = succ ? asked->reach[i * asked->count + j] : asked->reach[j * asked->count + i];
			return say(judging, far ? "sets-far" : "sets-extra", &words);
		}
	}
	return (struct msg_text){ 0 };
}

/* ---- paths ---- */

static bool is_right(const struct judging *judging, const struct own_path *path)
{
	const struct schedule_question *asked = judging->asked;
	struct path tasks, stages = { path->steps, path->count };
	size_t fault;

	if (path->stages)
		return network_is_critical(&asked->stage_network, asked->dates, &stages);
	return path_tasks(&tasks, asked, path, &fault, judging->arena) &&
	       network_is_critical(&asked->project.network, &asked->task_dates, &tasks);
}

/* Two that do not follow each other. */
static struct msg_text say_step(
	const struct judging *judging, const struct own_path *path, size_t fault, struct words *words)
{
	const struct schedule_question *asked = judging->asked;
	const struct names *names = path->stages ? &asked->stages : &asked->tasks;
	size_t before = fault > 0 ? fault - 1 : 0, from = path->steps[before], to = path->steps[fault];

	while (!path->stages && before > 0 && path->steps[before] >= asked->count)
		from = path->steps[--before];
	words_add(words, "from", names->list[from]);
	words_add(words, "to", names->list[to]);
	if (path->stages || from >= asked->count)
		return say(judging, "path-no-step", words);
	return say(judging, asked->reach[from * asked->count + to] ? "path-jump" : "path-no-step", words);
}

/* A way that is none of the critical ones: it takes less time, or begins late, or ends early. */
static struct msg_text say_way(const struct judging *judging, const struct path *tasks, struct words *words)
{
	const struct schedule_question *asked = judging->asked;
	const struct network *network = &asked->project.network;
	int64_t length = 0;
	size_t first = tasks->vertices[0], last = tasks->vertices[tasks->count - 1];

	for (size_t i = 0; i < tasks->count; i++)
		length += asked->project.days[tasks->vertices[i]];
	words_add_number(words, "length", length, judging->arena);
	words_add_number(words, "duration", asked->task_dates.duration, judging->arena);
	for (size_t i = 0; i < tasks->count; i++) {
		size_t v = tasks->vertices[i];
		int64_t slack = asked->task_dates.latest[v] - asked->task_dates.earliest[v];

		if (slack == 0)
			continue;
		words_add(words, "task", task_name(judging, v));
		words_add_number(words, "slack", slack, judging->arena);
		return say(judging, "path-not-critical", words);
	}
	if (network->into_start[first] != network->into_start[first + 1]) {
		words_add(words, "task", task_name(judging, first));
		return say(judging, "path-begins-late", words);
	}
	if (network->out_start[last] != network->out_start[last + 1]) {
		words_add(words, "task", task_name(judging, last));
		return say(judging, "path-ends-early", words);
	}
	return say(judging, "path-shorter", words);
}

static struct msg_text say_one_path(const struct judging *judging, const struct own_path *path)
{
	const struct schedule_question *asked = judging->asked;
	struct words words = { .count = 0 };
	struct path tasks;
	size_t fault;

	add_unit(&words, asked);
	if (!path_tasks(&tasks, asked, path, &fault, judging->arena))
		return say_step(judging, path, fault, &words);
	if (tasks.count == 0)
		return say(judging, "path-nothing", &words);
	words_add(&words, "path", path_text(asked, &tasks, judging->arena));
	for (size_t i = 1; i < tasks.count; i++) {
		int64_t days;

		if (network_arc(&asked->project.network, tasks.vertices[i - 1], tasks.vertices[i], &days))
			continue;
		words_add(&words, "from", task_name(judging, tasks.vertices[i - 1]));
		words_add(&words, "to", task_name(judging, tasks.vertices[i]));
		return say(judging, "path-no-step", &words);
	}
	return say_way(judging, &tasks, &words);
}

struct msg_text say_path(const struct judging *judging, enum part part)
{
	const struct own_path *paths = judging->answer->paths[part];
	struct words words = { .count = 0 };

	for (size_t i = 0; i < judging->answer->path_count[part]; i++) {
		if (!is_right(judging, &paths[i]))
			return say_one_path(judging, &paths[i]);
	}
	words_add(&words, "count", arena_printf(judging->arena, "%zu", judging->asked->critical.count));
	return say(judging, "paths-missing", &words);
}

/* ---- other durations ---- */

static struct msg_text say_what_if(const struct judging *judging)
{
	const struct schedule_question *asked = judging->asked;
	int64_t got = judging->answer->numbers[PART_WHAT_IF]->ticks, days = asked->project.days[asked->changed];
	int64_t delay = asked->other_days[asked->changed] - days, duration = asked->task_dates.duration;
	int64_t total = asked->task_dates.latest[asked->changed] - asked->task_dates.earliest[asked->changed];
	struct words words = { .count = 0 };
	const char *code = "what-if-wrong";

	add_unit(&words, asked);
	words_add(&words, "task", task_name(judging, asked->changed));
	words_add_number(&words, "delay", delay, judging->arena);
	words_add_number(&words, "total", total, judging->arena);
	words_add_number(&words, "duration", duration, judging->arena);
	words_add_number(&words, "right", asked->other_duration, judging->arena);
	words_add_number(&words, "got", got, judging->arena);
	if (got == duration)
		code = asked->changed_count == 1 && delay > 0 ? "what-if-unchanged" : "what-if-same";
	else if (asked->changed_count == 1 && delay > 0 && got == duration + delay)
		code = "what-if-added";
	else if (asked->changed_count == 1 && delay > 0 && (got == delay || got == asked->other_duration - duration))
		code = "what-if-delay";
	return say(judging, code, &words);
}

static struct msg_text say_tasks(const struct judging *judging, enum part part)
{
	const struct schedule_question *asked = judging->asked;
	const bool *wanted = part_tasks(asked, part, judging->arena);
	const bool *own = judging->answer->tasks[part].members;
	static const struct {
		enum part part;
		const char *missing, *extra;
	} codes[] = { { PART_CRITICAL, "critical-missing", "critical-extra" },
		{ PART_CHANGES, "changes-missing", "changes-extra" },
		{ PART_SHORTEN_EACH, "each-missing", "each-extra" } };
	size_t row = 0;

	while (codes[row].part != part)
		row++;
	for (int extra = 1; extra >= 0; extra--) {
		for (size_t i = 0; i < asked->count; i++) {
			struct words words = { .count = 0 };

			if (own[i] == wanted[i] || own[i] != (extra == 1))
				continue;
			add_unit(&words, asked);
			words_add(&words, "task", task_name(judging, i));
			words_add_number(&words, "slack", asked->task_dates.latest[i] - asked->task_dates.earliest[i],
				judging->arena);
			words_add_number(&words, "date", asked->finish_by, judging->arena);
			return say(judging, extra ? codes[row].extra : codes[row].missing, &words);
		}
	}
	return (struct msg_text){ 0 };
}

static struct msg_text say_plan(const struct judging *judging)
{
	static const char *const codes[] = { "", "part-blank", "shorten-no-shorter", "shorten-too-short",
		"shorten-not-critical", "shorten-not-enough", "shorten-not-needed" };
	const struct schedule_question *asked = judging->asked;
	struct words words = { .count = 0 };
	struct plan_judgement plan;
	size_t task = 0;

	plan_judge(&plan, judging);
	if (plan.step < judging->answer->plan_count)
		task = judging->answer->plan[plan.step].task;
	add_unit(&words, asked);
	words_add(&words, "task", task_name(judging, task));
	words_add_number(
		&words, "slack", asked->task_dates.latest[task] - asked->task_dates.earliest[task], judging->arena);
	words_add_number(&words, "days", asked->project.days[task], judging->arena);
	words_add_number(&words, "least", asked->least[task], judging->arena);
	words_add_number(&words, "got", plan.duration, judging->arena);
	words_add_number(&words, "date", asked->finish_by, judging->arena);
	return say(judging, codes[plan.fault], &words);
}

struct msg_text say_change(const struct judging *judging, enum part part)
{
	if (part == PART_WHAT_IF)
		return say_what_if(judging);
	return part == PART_SHORTEN ? say_plan(judging) : say_tasks(judging, part);
}
