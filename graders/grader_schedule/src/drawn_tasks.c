/*
 * The generator `tasks`: a project drawn for a student, with the properties that the author asks for.
 *
 * It is never degenerate: no task waits for one that it waits for anyway, some tasks can wait and some cannot, and
 * somewhere the maximum of earliest dates and the minimum of latest ones decide. Projects are drawn until one is so, a
 * fixed number of times at most.
 */
#include "drawn_tasks.h"
#include <string.h>
#include "base/buf.h"
#include "base/json.h"
#include "grader_schedule/grader_schedule.h"
#include "question.h"
#include "schedule/project.h"

enum {
	COUNT_LEAST = 4,
	COUNT_MOST = 20,
	DAYS_MOST = 999,
	TRIES_MAX = 4000,
	PROBE_TRIES = 1000,
	PROBE_LEAST = 10,
	AFTER_MAX = 3,
};

struct range {
	int least, most;
};
struct tasks_wish {
	struct range count, days, levels;
	size_t critical_paths;
};
struct drawn_project {
	struct project project;
	int64_t days[COUNT_MOST];
	size_t levels[COUNT_MOST];
	size_t after[COUNT_MOST][AFTER_MAX];
	const size_t *after_list[COUNT_MOST];
	size_t after_count[COUNT_MOST];
	bool reach[COUNT_MOST][COUNT_MOST]; /* [i][j]: j comes after i */
	int64_t duration;
};

static const struct key_spec keys[] = {
	{ .name = "count", .type = KEY_ANY, .doc = "How many tasks: 8, or [6, 8] (default); from 4 to 20." },
	{ .name = "days", .type = KEY_ANY, .doc = "How long each takes: [1, 9] if left out." },
	{ .name = "levels",
		.type = KEY_ANY,
		.doc = "How many levels there are, a number or two bounds; three at least if left out." },
	{ .name = "critical_paths",
		.type = KEY_INT,
		.min = 1,
		.max = 4,
		.doc = "How many critical paths there are, exactly; 1 if left out." },
};

static bool read_range(struct range *out, struct reader *reader, const json_t *object, const char *pointer,
	const char *key, struct range bounds)
{
	const json_t *value = json_object_get(object, key), *least = value, *most = value;

	if (!value)
		return true;
	if (json_is_array(value) && json_array_size(value) == 2) {
		least = json_array_get(value, 0);
		most = json_array_get(value, 1);
	}
	if (json_is_integer(least) && json_is_integer(most) && json_integer_value(least) >= bounds.least &&
		json_integer_value(most) <= bounds.most && json_integer_value(least) <= json_integer_value(most)) {
		*out = (struct range){ (int)json_integer_value(least), (int)json_integer_value(most) };
		return true;
	}
	reader_problem(reader, reader_pointer(reader, pointer, key), false, &schedule_author_messages, "tasks-range",
		(struct msg_param[]){ { "least", arena_printf(reader->arena, "%d", bounds.least) },
			{ "most", arena_printf(reader->arena, "%d", bounds.most) }, { 0 } });
	return false;
}

static size_t draw_range(struct draw *draw, struct range range)
{
	return (size_t)range.least + draw_below(draw, (uint32_t)(range.most - range.least + 1));
}

/* Each level has a task; tasks are named in the order of their levels. */
static void draw_levels(struct drawn_project *out, struct draw *draw, size_t levels)
{
	size_t sizes[COUNT_MOST] = { 0 }, task = 0;

	for (size_t i = 0; i < out->project.count; i++)
		sizes[i < levels ? i : draw_below(draw, (uint32_t)levels)]++;
	for (size_t level = 0; level < levels; level++) {
		for (size_t i = 0; i < sizes[level]; i++)
			out->levels[task++] = level;
	}
}

static void put_after(struct drawn_project *out, size_t task, size_t before)
{
	out->after[task][out->after_count[task]++] = before;
	out->reach[before][task] = true;
	for (size_t i = 0; i < out->project.count; i++)
		out->reach[i][task] |= out->reach[i][before];
}

/* Would this be said already, or make said what is there? */
static bool is_needless(const struct drawn_project *out, size_t task, size_t before)
{
	for (size_t i = 0; i < out->after_count[task]; i++) {
		size_t other = out->after[task][i];

		if (other == before || out->reach[before][other] || out->reach[other][before])
			return true;
	}
	return false;
}

static void draw_after(struct drawn_project *out, struct draw *draw, size_t task)
{
	size_t first = 0, last = 0, more = draw_below(draw, 6);

	if (out->levels[task] == 0)
		return;
	while (out->levels[first] + 1 < out->levels[task])
		first++;
	for (last = first; out->levels[last] + 1 == out->levels[task];)
		last++;
	put_after(out, task, first + draw_below(draw, (uint32_t)(last - first)));
	/* One more for half of the tasks, two for a sixth. */
	more = more == 0 ? 2 : more < 4 ? 1 : 0;
	for (size_t i = 0; i < more; i++) {
		size_t before = draw_below(draw, (uint32_t)last);

		if (!is_needless(out, task, before))
			put_after(out, task, before);
	}
}

static bool make_project(struct drawn_project *out, struct arena *arena)
{
	size_t *circuit, length;

	for (size_t i = 0; i < out->project.count; i++)
		out->after_list[i] = out->after[i];
	out->project.days = out->days;
	out->project.after = out->after_list;
	out->project.after_count = out->after_count;
	return project_make(&out->project, &circuit, &length, arena);
}

/* Somewhere several ways meet (or part), and not all of them are equally long. */
static bool decides(const struct network *network, const struct dates *dates, bool into)
{
	for (size_t v = 0; v < network->count; v++) {
		int64_t best = into ? network_earliest(network, v, dates->earliest, false)
				    : network_latest(network, v, dates->latest, dates->duration, false);
		int64_t other = into ? network_earliest(network, v, dates->earliest, true)
				     : network_latest(network, v, dates->latest, dates->duration, true);

		if (best != other)
			return true;
	}
	return false;
}

static bool is_worth_asking(struct drawn_project *out, const struct tasks_wish *wish, struct arena *arena)
{
	const struct network *network = &out->project.network;
	size_t begins = 0, ends = 0, waiting = 0;
	struct path_list paths;
	struct dates dates;

	network_dates(&dates, network, arena);
	out->duration = dates.duration;
	for (size_t v = 0; v < network->count; v++) {
		begins += network->into_start[v] == network->into_start[v + 1];
		ends += network->out_start[v] == network->out_start[v + 1];
		waiting += dates.earliest[v] != dates.latest[v];
		/* A task that stands alone. */
		if (network->into_start[v] == network->into_start[v + 1] &&
			network->out_start[v] == network->out_start[v + 1])
			return false;
	}
	if (begins > 2 + network->count / 5 || ends > 1 + network->count / 5 || waiting == 0 ||
		waiting == network->count)
		return false;
	critical_paths(&paths, network, &dates, 1, arena);
	return paths.total == wish->critical_paths && decides(network, &dates, true) && decides(network, &dates, false);
}

/* For several critical paths: now and then a task that can wait takes as long as it can. */
static void lengthen(struct drawn_project *out, const struct tasks_wish *wish, struct draw *draw, struct arena *arena)
{
	size_t task = draw_below(draw, (uint32_t)out->project.count);
	struct project longer;
	struct dates dates;

	project_with_days(&longer, &out->project, out->days, arena);
	network_dates(&dates, &longer.network, arena);
	int64_t days = out->days[task] + dates.latest[task] - dates.earliest[task];
	if (days <= wish->days.most)
		out->days[task] = days;
}

static bool draw_project(
	struct drawn_project *out, const struct tasks_wish *wish, struct draw *draw, struct arena *arena)
{
	*out = (struct drawn_project){ .duration = 0 };
	out->project.count = draw_range(draw, wish->count);
	draw_levels(out, draw, draw_range(draw, wish->levels));
	for (size_t i = 0; i < out->project.count; i++) {
		out->days[i] = (int64_t)draw_range(draw, wish->days);
		draw_after(out, draw, i);
	}
	if (!make_project(out, arena))
		return false;
	for (size_t i = 1; i < wish->critical_paths; i++)
		lengthen(out, wish, draw, arena);
	return make_project(out, arena) && is_worth_asking(out, wish, arena);
}

/* Found in one of a hundred tries at least, so that no student's seed is without one: all 4000 fail once in 10^17. */
static bool is_common(const struct tasks_wish *wish)
{
	cleanup_arena struct arena *arena = arena_new(0);
	struct drawn_project *drawn;
	struct draw draw;
	size_t found = 0;

	draw_open(&draw, 0, "tasks");
	for (size_t i = 0; i < PROBE_TRIES && found < PROBE_LEAST; i++) {
		arena_reset(arena);
		drawn = arena_alloc(arena, sizeof(*drawn));
		found += draw_project(drawn, wish, &draw, arena);
	}
	return found == PROBE_LEAST;
}

static bool read_wish(const void **out, struct reader *reader, json_t *value, const char *pointer)
{
	struct tasks_wish *wish = arena_alloc(reader->arena, sizeof(*wish));

	*out = wish;
	*wish = (struct tasks_wish){ .count = { 6, 8 }, .days = { 1, 9 } };
	wish->critical_paths = (size_t)reader_int(value, "critical_paths", 1);
	if (!read_range(&wish->count, reader, value, pointer, "count", (struct range){ COUNT_LEAST, COUNT_MOST }) ||
		!read_range(&wish->days, reader, value, pointer, "days", (struct range){ 1, DAYS_MOST }))
		return false;
	wish->levels = (struct range){ 3, wish->count.least - 1 < 5 ? wish->count.least - 1 : 5 };
	if (!read_range(&wish->levels, reader, value, pointer, "levels", (struct range){ 2, COUNT_MOST }))
		return false;
	if (wish->levels.most > wish->count.least)
		return schedule_refuse(reader, reader_pointer(reader, pointer, "levels"), "tasks-levels", NULL);
	return is_common(wish) || schedule_refuse(reader, pointer, "tasks-rare", NULL);
}

/* ---- as a question takes it, and as a statement shows it ---- */

static const char *after_text(const struct drawn_project *drawn, size_t task, const char *none, struct arena *arena)
{
	cleanup_buf struct buf out = BUF_INIT;

	for (size_t before = 0; before < drawn->project.count; before++) {
		for (size_t i = 0; i < drawn->after_count[task]; i++) {
			if (drawn->after[task][i] == before)
				buf_printf(&out, "%s%c", out.len > 0 ? ", " : "", 'A' + (int)before);
		}
	}
	return out.len > 0 ? arena_memdup(arena, buf_str(&out), out.len) : none;
}

static json_t *as_tasks(const struct drawn_project *drawn, struct arena *arena)
{
	json_t *tasks = json_object();

	for (size_t i = 0; i < drawn->project.count; i++) {
		const char name[] = { (char)('A' + i), '\0' };

		json_object_set_new(tasks, name,
			json_pack("{s:I, s:s}", "days", (json_int_t)drawn->days[i], "after",
				after_text(drawn, i, "", arena)));
	}
	return json_keep(arena, tasks);
}

static const char *as_line(const struct drawn_project *drawn, const char *colon, const char *after, const char *between,
	struct arena *arena)
{
	cleanup_buf struct buf out = BUF_INIT;

	for (size_t i = 0; i < drawn->project.count; i++) {
		const char *list = after_text(drawn, i, "", arena);

		buf_printf(&out, "%s%c%s %lld%s%s", i > 0 ? between : "", 'A' + (int)i, colon,
			(long long)drawn->days[i], *list ? after : "", list);
	}
	return arena_memdup(arena, buf_str(&out), out.len);
}

static void put_table(struct drawn_part *out, const char *name, const struct drawn_project *drawn, enum lang lang,
	struct arena *arena)
{
	static const char *const codes[] = { "heading-task", "heading-days", "heading-after" };
	cleanup_buf struct buf text = BUF_INIT, html = BUF_INIT;

	buf_addstr(&text, "|");
	buf_addstr(&html, "<table>\n<thead>\n<tr>");
	for (size_t i = 0; i < 3; i++) {
		struct msg_text heading = msg_make(arena, &schedule_author_messages, codes[i], NULL);

		buf_printf(&text, " %s |", msg_in(&heading, lang));
		buf_printf(&html, "<th scope=\"col\">%s</th>", msg_in(&heading, lang));
	}
	buf_addstr(&text, "\n|---|---|---|");
	buf_addstr(&html, "</tr>\n</thead>\n<tbody>\n");
	for (size_t i = 0; i < drawn->project.count; i++) {
		const char *after = after_text(drawn, i, "–", arena);

		buf_printf(&text, "\n| %c | %lld | %s |", 'A' + (int)i, (long long)drawn->days[i], after);
		buf_printf(&html, "<tr><th scope=\"row\">%c</th><td>%lld</td><td>%s</td></tr>\n", 'A' + (int)i,
			(long long)drawn->days[i], after);
	}
	buf_addstr(&html, "</tbody>\n</table>");
	*out = (struct drawn_part){ .name = name,
		.value = as_tasks(drawn, arena),
		.text = { .fr = arena_memdup(arena, buf_str(&text), text.len) },
		.html = arena_memdup(arena, buf_str(&html), html.len),
		.block = true };
}

static void put_number(struct drawn_part *out, const char *name, int64_t value, struct arena *arena)
{
	*out = (struct drawn_part){ .name = name,
		.value = json_keep(arena, json_integer(value)),
		.text = { .fr = arena_printf(arena, "%lld", (long long)value) } };
}

static void put_parts(struct drawn *out, const struct drawn_project *drawn, struct arena *arena)
{
	struct drawn_part *parts = arena_array(arena, 6, sizeof(*parts));
	const struct msg_text line = { .fr = as_line(drawn, "\u00a0:", ", après ", "\u00a0; ", arena),
		.en = as_line(drawn, ":", ", after ", "; ", arena) };

	parts[0] = (struct drawn_part){ .name = "", .value = as_tasks(drawn, arena), .text = line };
	parts[1] = parts[0];
	parts[1].name = "text";
	put_table(&parts[2], "table", drawn, LANG_FR, arena);
	put_table(&parts[3], "table_en", drawn, LANG_EN, arena);
	put_number(&parts[4], "duration", drawn->duration, arena);
	put_number(&parts[5], "sooner", drawn->duration - 1, arena);
	*out = (struct drawn){ parts, 6 };
}

static int draw_tasks(struct drawn *out, const void *spec, struct draw *draw, struct arena *arena, struct err *err)
{
	cleanup_arena struct arena *trials = arena_new(0);
	struct drawn_project *drawn = arena_alloc(arena, sizeof(*drawn));

	for (size_t i = 0; i < TRIES_MAX; i++) {
		arena_reset(trials);
		if (!draw_project(drawn, spec, draw, trials))
			continue;
		put_parts(out, drawn, arena);
		return 0;
	}
	return err_set(err, ERR_NOT_FOUND, "no project among %d drawn ones has these properties", TRIES_MAX);
}

static const struct generator tasks_generator = {
	.name = "tasks",
	.doc = "Tasks of a project with the properties asked for; its parts: table, table_en, text, duration, sooner.",
	.keys = keys,
	.key_count = sizeof(keys) / sizeof(keys[0]),
	.read = read_wish,
	.draw = draw_tasks,
};

const struct generator *const tasks_generators[] = { &tasks_generator, NULL };
