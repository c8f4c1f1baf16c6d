/* A network of tasks (MPM): a box for each, its earliest and latest dates above its name. */
#include <string.h>
#include "base/utf8.h"
#include "layers.h"

enum { BOX_X = 76, BOX_Y = 44, STEP_X = 130, STEP_Y = 70, MARGIN = 14, FONT = 15 };

static bool check_task(const json_t *task)
{
	static const char *const keys[] = { "name", "level", "days", "earliest", "latest", "critical", "mark", NULL };
	const json_t *level = json_object_get(task, "level"), *critical = json_object_get(task, "critical");

	return data_has_only(task, keys) && data_may_be_text(json_object_get(task, "days")) &&
	       data_may_be_text(json_object_get(task, "earliest")) &&
	       data_may_be_text(json_object_get(task, "latest")) && data_is_mark(json_object_get(task, "mark")) &&
	       (critical == NULL || json_is_boolean(critical)) &&
	       (level == NULL || (json_is_integer(level) && json_integer_value(level) >= 0 &&
					 json_integer_value(level) < PICTURE_VERTICES_MAX));
}

static bool check_link(const json_t *link, const json_t *tasks)
{
	static const char *const keys[] = { "from", "to", "critical", NULL };
	const json_t *critical = json_object_get(link, "critical");

	return data_has_only(link, keys) && data_find(tasks, data_at(link, "from")) >= 0 &&
	       data_find(tasks, data_at(link, "to")) >= 0 && (critical == NULL || json_is_boolean(critical));
}

struct plan {
	const json_t *tasks, *links;
	size_t count, link_count;
	struct layer_arc ends[PICTURE_ARCS_MAX];
	struct layers layers;
	bool placed;
};

static void make_plan(struct plan *plan, const json_t *picture)
{
	int levels[PICTURE_VERTICES_MAX];
	bool given = true;

	*plan = (struct plan){ .tasks = json_object_get(picture, "tasks"), .links = json_object_get(picture, "links") };
	plan->count = json_array_size(plan->tasks);
	plan->link_count = json_array_size(plan->links);
	for (size_t i = 0; i < plan->link_count; i++) {
		const json_t *link = json_array_get(plan->links, i);

		plan->ends[i] = (struct layer_arc){ (int)data_find(plan->tasks, data_at(link, "from")),
			(int)data_find(plan->tasks, data_at(link, "to")) };
	}
	for (size_t i = 0; i < plan->count && given; i++) {
		const json_t *level = json_object_get(json_array_get(plan->tasks, i), "level");

		given = level != NULL;
		levels[i] = (int)json_integer_value(level);
	}
	plan->placed = layers_make(&plan->layers, plan->count, plan->ends, plan->link_count, given ? levels : NULL);
}

static bool check(const json_t *picture)
{
	static const char *const keys[] = { "picture", "title", "tasks", "links", NULL };
	const json_t *tasks = json_object_get(picture, "tasks"), *links = json_object_get(picture, "links");
	struct plan plan;

	if (!data_has_only(picture, keys) || !data_are_named(tasks, PICTURE_VERTICES_MAX) ||
		(links != NULL && !json_is_array(links)) || json_array_size(links) > PICTURE_ARCS_MAX)
		return false;
	for (size_t i = 0; i < json_array_size(tasks); i++)
		if (!check_task(json_array_get(tasks, i)))
			return false;
	for (size_t i = 0; i < json_array_size(links); i++)
		if (!check_link(json_array_get(links, i), tasks))
			return false;
	make_plan(&plan, picture);
	return plan.placed;
}

static struct point place_of(const struct plan *plan, int task)
{
	const struct layers *layers = &plan->layers;
	int layer = layers->layer[task], filled = 0;

	for (size_t i = 0; i < plan->count; i++)
		filled += layers->layer[i] == layer;
	return (struct point){ MARGIN + layer * STEP_X,
		MARGIN + layers->rank[task] * STEP_Y + (layers->tallest - filled) * STEP_Y / 2 + (layer % 2) * 10 };
}

static void draw_task(struct buf *out, const json_t *task, struct point at)
{
	enum stroke stroke = data_marked(task, "wrong")                        ? STROKE_DASHED
			     : json_is_true(json_object_get(task, "critical")) ? STROKE_THICK
									       : STROKE_THIN;
	cleanup_buf struct buf name = BUF_INIT;

	svg_box(out, at, (struct point){ BOX_X, BOX_Y }, stroke);
	svg_line(out, (struct point){ at.x, at.y + BOX_Y / 2 }, (struct point){ at.x + BOX_X, at.y + BOX_Y / 2 },
		STROKE_THIN);
	svg_line(out, (struct point){ at.x + BOX_X / 2, at.y }, (struct point){ at.x + BOX_X / 2, at.y + BOX_Y / 2 },
		STROKE_THIN);
	svg_text(out, (struct point){ at.x + BOX_X / 4, at.y + BOX_Y / 4 }, FONT, data_at(task, "earliest"));
	svg_text(out, (struct point){ at.x + 3 * BOX_X / 4, at.y + BOX_Y / 4 }, FONT, data_at(task, "latest"));
	buf_addstr(&name, data_at(task, "name"));
	if (*data_at(task, "days") != '\0')
		buf_printf(&name, " (%s)", data_at(task, "days"));
	svg_text(out, (struct point){ at.x + BOX_X / 2, at.y + 3 * BOX_Y / 4 }, FONT, buf_str(&name));
}

static void draw_link(struct buf *out, const struct plan *plan, size_t i)
{
	struct point a = place_of(plan, plan->ends[i].from), b = place_of(plan, plan->ends[i].to);
	int layers = plan->layers.layer[plan->ends[i].to] - plan->layers.layer[plan->ends[i].from];
	bool critical = json_is_true(json_object_get(json_array_get(plan->links, i), "critical"));
	struct arc arc = { { a.x + BOX_X, a.y + BOX_Y / 2 }, { b.x, b.y + BOX_Y / 2 }, 1, 0, true,
		critical ? STROKE_THICK : STROKE_THIN };

	arc.bend = layers > 1 ? 10 * layers : 0;
	svg_arc(out, &arc);
}

static void svg(struct buf *out, const json_t *picture, enum lang lang)
{
	struct plan plan;

	make_plan(&plan, picture);
	svg_open(out,
		(struct point){ 2 * MARGIN + (plan.layers.layers - 1) * STEP_X + BOX_X,
			2 * MARGIN + (plan.layers.tallest - 1) * STEP_Y + BOX_Y + 10 },
		picture, lang, "picture-network");
	for (size_t i = 0; i < plan.link_count; i++)
		draw_link(out, &plan, i);
	for (size_t i = 0; i < plan.count; i++)
		draw_task(out, json_array_get(plan.tasks, i), place_of(&plan, (int)i));
	svg_close(out);
}

/* The tasks that must end before it: "A, B"; a dash where there is none. */
static void before(struct buf *out, const json_t *picture, const char *name)
{
	const json_t *links = json_object_get(picture, "links");
	bool first = true;

	for (size_t i = 0; i < json_array_size(links); i++) {
		const json_t *link = json_array_get(links, i);

		if (strcmp(data_at(link, "to"), name) != 0)
			continue;
		buf_printf(out, "%s%s", first ? "" : ", ", data_at(link, "from"));
		first = false;
	}
	if (first)
		buf_addstr(out, "—");
}

enum { COLUMNS = 5 };
static const char *const columns[COLUMNS] = { "task", "days", "after", "earliest", "latest" };

/* A cell of the table; the name with what is to be known of the task. */
static void put_cell(struct buf *out, const json_t *picture, const json_t *task, size_t column, enum lang lang)
{
	if (column == 2)
		before(out, picture, data_at(task, "name"));
	else if (column > 0)
		buf_addstr(out, data_at(task, columns[column]));
	if (column > 0)
		return;
	buf_addstr(out, data_at(task, "name"));
	if (json_is_true(json_object_get(task, "critical")))
		buf_printf(out, " (%s)", data_say("critical", lang));
	if (data_marked(task, "wrong"))
		buf_printf(out, " (%s)", data_say("mark-wrong", lang));
}

static void table(struct buf *out, const json_t *picture, enum lang lang)
{
	const json_t *tasks = json_object_get(picture, "tasks");
	const char *headings[COLUMNS];

	for (size_t i = 0; i < COLUMNS; i++)
		headings[i] = data_say(columns[i], lang);
	table_open(out, headings, COLUMNS);
	for (size_t i = 0; i < json_array_size(tasks); i++) {
		table_row(out);
		for (size_t j = 0; j < COLUMNS; j++) {
			cleanup_buf struct buf cell = BUF_INIT;

			put_cell(&cell, picture, json_array_get(tasks, i), j, lang);
			table_cell(out, buf_str(&cell), j == 0);
		}
		table_row_end(out);
	}
	table_close(out);
}

static void put_padded(struct buf *out, const char *text, size_t width)
{
	buf_addstr(out, text);
	for (size_t length = utf8_length(text, strlen(text)); length < width; length++)
		buf_addch(out, ' ');
}

static void text(struct buf *out, const json_t *picture, enum lang lang)
{
	const json_t *tasks = json_object_get(picture, "tasks");
	size_t widths[COLUMNS];

	for (size_t j = 0; j < COLUMNS; j++) {
		const char *heading = data_say(columns[j], lang);

		widths[j] = utf8_length(heading, strlen(heading));
		for (size_t i = 0; i < json_array_size(tasks); i++) {
			cleanup_buf struct buf cell = BUF_INIT;

			put_cell(&cell, picture, json_array_get(tasks, i), j, lang);
			if (utf8_length(buf_str(&cell), cell.len) > widths[j])
				widths[j] = utf8_length(buf_str(&cell), cell.len);
		}
	}
	for (size_t i = 0; i <= json_array_size(tasks); i++) {
		buf_addstr(out, "  ");
		for (size_t j = 0; j < COLUMNS; j++) {
			cleanup_buf struct buf cell = BUF_INIT;

			if (i == 0)
				buf_addstr(&cell, data_say(columns[j], lang));
			else
				put_cell(&cell, picture, json_array_get(tasks, i - 1), j, lang);
			put_padded(out, buf_str(&cell), j + 1 < COLUMNS ? widths[j] + 2 : 0);
		}
		buf_addch(out, '\n');
	}
}

const struct drawing drawing_network = { "network", check, svg, table, text };
