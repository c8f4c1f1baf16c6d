/* The author's tasks: names, durations, what each comes after; in PERT between which stages each one goes. */
#include <string.h>
#include "answer.h"
#include "base/utf8.h"
#include "exact/number_read.h"
#include "grader_schedule/grader_schedule.h"

static const struct key_spec task_keys[] = {
	{ .name = "days", .type = KEY_ANY, .required = true },
	{ .name = "after", .type = KEY_ANY },
	{ .name = "least", .type = KEY_ANY },
};

bool schedule_refuse(struct reader *reader, const char *pointer, const char *code, const char *name)
{
	reader_problem(reader, pointer, false, &schedule_author_messages, code,
		(struct msg_param[]){ { "name", name ? name : "" }, { 0 } });
	return false;
}

bool schedule_read_days(int64_t *out, struct reader *reader, const json_t *value, const char *pointer)
{
	const struct number_style style = { .fractions = true };
	const int64_t most = SCHEDULE_DAYS_MAX * SCHEDULE_TICKS;
	struct number_reading read;
	const struct number *ticks;
	struct slip slip;

	if (json_is_integer(value)) {
		read.value = number_of(json_integer_value(value), reader->arena);
	} else if (!json_is_string(value) || json_string_length(value) > 40 ||
		   number_read_all(&read, json_string_value(value), json_string_length(value), &style, reader->arena,
			   &slip) < 0) {
		return schedule_refuse(reader, pointer, "bad-days", NULL);
	}
	ticks = number_mul(read.value, number_of(SCHEDULE_TICKS, reader->arena), reader->arena);
	if (!ticks || !number_is_integer(ticks) || !number_to_int(ticks, out) || *out < 0 || *out > most)
		return schedule_refuse(reader, pointer, "bad-days", NULL);
	return true;
}

/* Letters, digits, _ and signs behind a letter (A', B₁); so that no list or path can be misread. */
static bool is_name(const char *name)
{
	size_t bytes = strlen(name), used;

	if (bytes == 0 || bytes > NAME_BYTES_MAX || border_word(name, bytes) != 0)
		return false;
	for (size_t i = 0; i < bytes; i += used) {
		int32_t rune = utf8_next(name + i, bytes - i, &used);
		bool letter = (rune >= 'a' && rune <= 'z') || (rune >= 'A' && rune <= 'Z') ||
			      (rune >= '0' && rune <= '9') ||
			      (rune >= 0xc0 && rune <= 0x24f && rune != 0xd7 && rune != 0xf7) ||
			      (rune >= 0x391 && rune <= 0x3c9);

		if (!letter && (i == 0 || (rune != '_' && rune != '\'' && (rune < 0x2080 || rune > 0x2089))))
			return false;
	}
	return true;
}

static void finish_names(struct names *names)
{
	names->single = true;
	for (size_t i = 0; i < names->count; i++) {
		const char *name = names->list[i];

		names->single &= utf8_length(name, strlen(name)) == 1;
	}
}

static bool read_names(struct names *out, struct reader *reader, json_t *object, const char *pointer)
{
	const char **list = arena_array(reader->arena, json_object_size(object) + 1, sizeof(*list));
	const char *name;
	json_t *value;

	out->list = list;
	json_object_foreach(object, name, value)
	{
		if (!is_name(name))
			return schedule_refuse(reader, reader_pointer(reader, pointer, name), "bad-name", name);
		list[out->count++] = arena_strdup(reader->arena, name);
	}
	finish_names(out);
	return true;
}

/* "A, B", "AB", ["A", "B"]. */
static bool read_after(size_t **out, size_t *count, const struct names *names, struct reader *reader,
	const json_t *value, const char *pointer)
{
	cleanup_buf struct buf text = BUF_INIT;
	size_t at, bytes, kept = 0;

	for (size_t i = 0; i < json_array_size(value); i++) {
		const char *name = json_string_value(json_array_get(value, i));

		if (!name)
			return schedule_refuse(reader, pointer, "bad-after", "");
		buf_printf(&text, "%s%s", text.len > 0 ? ", " : "", name);
	}
	if (json_is_string(value))
		buf_addstr(&text, json_string_value(value));
	if (value && !json_is_array(value) && !json_is_string(value))
		return schedule_refuse(reader, pointer, "bad-after", "");
	if (is_none_word(buf_str(&text), text.len)) {
		*out = arena_array(reader->arena, 1, sizeof(**out));
		*count = 0;
		return true;
	}
	if (names_read(out, count, names, buf_str(&text), &at, &bytes, reader->arena) < 0)
		return schedule_refuse(
			reader, pointer, "bad-after", arena_memdup(reader->arena, buf_str(&text) + at, bytes));
	for (size_t i = 0; i < *count; i++) {
		bool seen = false;

		for (size_t j = 0; j < kept; j++)
			seen |= (*out)[j] == (*out)[i];
		if (!seen)
			(*out)[kept++] = (*out)[i];
	}
	*count = kept;
	return true;
}

struct task_lists {
	int64_t *days, *least;
	size_t **after;
	size_t *counts;
	bool linked; /* some task says what it comes after */
};

static bool read_task(struct task_lists *lists, size_t i, const struct names *names, struct reader *reader,
	json_t *value, const char *pointer)
{
	const json_t *after = json_object_get(value, "after"), *least = json_object_get(value, "least");

	if (!json_is_object(value) ||
		!reader_object(reader, value, pointer, task_keys, sizeof(task_keys) / sizeof(task_keys[0]), NULL, 0))
		return json_is_object(value) ? false : schedule_refuse(reader, pointer, "bad-task", NULL);
	if (!schedule_read_days(
		    &lists->days[i], reader, json_object_get(value, "days"), reader_pointer(reader, pointer, "days")) ||
		!read_after(&lists->after[i], &lists->counts[i], names, reader, after,
			reader_pointer(reader, pointer, "after")))
		return false;
	lists->linked |= lists->counts[i] > 0;
	if (!least)
		return true;
	pointer = reader_pointer(reader, pointer, "least");
	if (!schedule_read_days(&lists->least[i], reader, least, pointer))
		return false;
	return lists->least[i] <= lists->days[i] || schedule_refuse(reader, pointer, "bad-least", NULL);
}

static const char *circuit_text(const struct names *names, const size_t *circuit, size_t length, struct arena *arena)
{
	cleanup_buf struct buf text = BUF_INIT;

	for (size_t i = 0; i <= length && i < 12; i++)
		buf_printf(&text, "%s%s", i > 0 ? " → " : "",
			i == 11 && i < length ? "…" : names->list[circuit[i % length]]);
	return arena_memdup(arena, buf_str(&text), text.len);
}

/* ---- stages ---- */

struct stage_reading {
	struct schedule_question *out;
	struct reader *reader;
	struct stage_arc *arcs;
	size_t arc_count;
	const char **stages;
	const char **dummies;
	size_t dummy_count;
	bool *placed; /* tasks */
};

static size_t stage_of(struct stage_reading *reading, const char *name)
{
	struct names *stages = &reading->out->stages;

	for (size_t i = 0; i < stages->count; i++) {
		if (strcmp(stages->list[i], name) == 0)
			return i;
	}
	reading->stages[stages->count] = name;
	return stages->count++;
}

static size_t task_of(const struct schedule_question *out, const char *name)
{
	for (size_t i = 0; i < out->count; i++) {
		if (strcmp(out->tasks.list[i], name) == 0)
			return i;
	}
	return SIZE_MAX;
}

/* "1-2" */
static bool read_stage(struct stage_reading *reading, const char *name, const json_t *value, const char *pointer)
{
	const char *text = json_is_string(value) ? json_string_value(value) : "", *dash = strchr(text, '-');
	struct arena *arena = reading->reader->arena;
	size_t task = task_of(reading->out, name);
	const char *from, *to;

	if (!dash || !is_name(from = arena_memdup(arena, text, (size_t)(dash - text))) || !is_name(to = dash + 1) ||
		strcmp(from, to) == 0)
		return schedule_refuse(reading->reader, pointer, "bad-stage", NULL);
	if (task_of(reading->out, from) != SIZE_MAX || task_of(reading->out, to) != SIZE_MAX)
		return schedule_refuse(reading->reader, pointer, "stage-is-task", NULL);
	if (task == SIZE_MAX && !is_name(name))
		return schedule_refuse(reading->reader, pointer, "bad-name", name);
	struct stage_arc arc = { stage_of(reading, from), stage_of(reading, arena_strdup(arena, to)), task };
	if (task != SIZE_MAX) {
		reading->placed[task] = true;
		reading->arcs[task] = arc;
		return true;
	}
	reading->dummies[reading->dummy_count] = arena_strdup(arena, name);
	reading->arcs[reading->out->count + reading->dummy_count++] = arc;
	return true;
}

static bool check_stages(struct stage_reading *reading, const char *pointer)
{
	struct schedule_question *out = reading->out;
	size_t begins = 0, ends = 0, *circuit, length;
	struct network_arc *arcs = arena_array(reading->reader->arena, reading->arc_count + 1, sizeof(*arcs));

	for (size_t i = 0; i < out->count; i++) {
		if (!reading->placed[i])
			return schedule_refuse(reading->reader, pointer, "stage-missing", out->tasks.list[i]);
	}
	for (size_t i = 0; i < reading->arc_count; i++)
		arcs[i] = (struct network_arc){ reading->arcs[i].from, reading->arcs[i].to,
			i < out->count ? out->project.days[i] : 0 };
	out->stage_network = (struct network){ out->stages.count, arcs, reading->arc_count,
		arena_array(reading->reader->arena, out->stages.count + 1, sizeof(int64_t)) };
	if (!network_make(&out->stage_network, &circuit, &length, reading->reader->arena))
		return schedule_refuse(reading->reader, pointer, "circuit",
			circuit_text(&out->stages, circuit, length, reading->reader->arena));
	for (size_t v = 0; v < out->stages.count; v++) {
		begins += out->stage_network.into_start[v] == out->stage_network.into_start[v + 1];
		ends += out->stage_network.out_start[v] == out->stage_network.out_start[v + 1];
	}
	return (begins == 1 && ends == 1) || schedule_refuse(reading->reader, pointer, "stage-ends", NULL);
}

static bool read_stages(struct schedule_question *out, struct reader *reader, json_t *object, const char *pointer)
{
	size_t count = json_object_size(object);
	struct stage_reading reading = { .out = out, .reader = reader, .arc_count = count };
	const char **names = arena_array(reader->arena, out->count + count + 1, sizeof(*names));
	const char *name;
	json_t *value;

	if (count < out->count || count > 2 * SCHEDULE_TASKS_MAX)
		return schedule_refuse(reader, pointer, "stage-count", NULL);
	reading.arcs = arena_array(reader->arena, out->count + count, sizeof(*reading.arcs));
	reading.stages = arena_array(reader->arena, 2 * count + 1, sizeof(*reading.stages));
	reading.dummies = names + out->count;
	reading.placed = arena_array(reader->arena, out->count, sizeof(bool));
	out->stages.list = reading.stages;
	memcpy(names, out->tasks.list, out->count * sizeof(*names));
	json_object_foreach(object, name, value)
	{
		if (!read_stage(&reading, name, value, reader_pointer(reader, pointer, name)))
			return false;
	}
	reading.arc_count = out->count + reading.dummy_count;
	if (!check_stages(&reading, pointer))
		return false;
	finish_names(&out->stages);
	out->stage_arcs = reading.arcs;
	out->tasks.list = names;
	out->tasks.count = reading.arc_count;
	finish_names(&out->tasks);
	project_of_stages(&out->project, reading.arcs, reading.arc_count, out->stages.count, reader->arena);
	return true;
}

/* Where the author says both what tasks come after and their stages, they must say the same. */
static bool agree(
	const struct schedule_question *out, const struct task_lists *lists, struct reader *reader, const char *pointer)
{
	struct project said = { out->count, lists->days, (const size_t *const *)lists->after, lists->counts, { 0 } };
	size_t *circuit, length;
	const bool *by_stages, *by_words;

	if (!project_make(&said, &circuit, &length, reader->arena))
		return schedule_refuse(
			reader, pointer, "circuit", circuit_text(&out->tasks, circuit, length, reader->arena));
	by_words = project_reach(&said, reader->arena);
	by_stages = project_reach(&out->project, reader->arena);
	for (size_t i = 0; i < out->count * out->count; i++) {
		if (by_words[i] != by_stages[i])
			return schedule_refuse(reader, pointer, "stages-differ", out->tasks.list[i % out->count]);
	}
	return true;
}

bool schedule_read_tasks(struct schedule_question *out, struct reader *reader, json_t *object, const char *pointer)
{
	json_t *tasks = json_object_get(object, "tasks"), *stages = json_object_get(object, "stages"), *value;
	const char *at = reader_pointer(reader, pointer, "tasks"), *name;
	size_t i = 0, count = json_object_size(tasks), *circuit, length;
	struct task_lists lists = { .days = arena_array(reader->arena, count + 1, sizeof(int64_t)),
		.least = arena_array(reader->arena, count + 1, sizeof(int64_t)),
		.after = arena_array(reader->arena, count + 1, sizeof(size_t *)),
		.counts = arena_array(reader->arena, count + 1, sizeof(size_t)) };

	if (count == 0 || count > SCHEDULE_TASKS_MAX)
		return schedule_refuse(reader, at, "task-count", NULL);
	if (out->pert != (stages != NULL))
		return schedule_refuse(reader, pointer, out->pert ? "stages-needed" : "stages-not-asked", NULL);
	if (!read_names(&out->tasks, reader, tasks, at))
		return false;
	out->count = count;
	json_object_foreach(tasks, name, value)
	{
		if (!read_task(&lists, i++, &out->tasks, reader, value, reader_pointer(reader, at, name)))
			return false;
	}
	out->least = lists.least;
	out->project = (struct project){ count, lists.days, (const size_t *const *)lists.after, lists.counts, { 0 } };
	if (out->pert && !read_stages(out, reader, stages, reader_pointer(reader, pointer, "stages")))
		return false;
	if (!project_make(&out->project, &circuit, &length, reader->arena))
		return schedule_refuse(
			reader, at, "circuit", circuit_text(&out->tasks, circuit, length, reader->arena));
	return !out->pert || !lists.linked || agree(out, &lists, reader, reader_pointer(reader, pointer, "stages"));
}
