/* A graph: in layers where it has levels or no circuit, else around a circle. */
#include <math.h>
#include <string.h>
#include "layers.h"

enum { RADIUS = 18, STEP_X = 110, STEP_Y = 78, MARGIN = 48, FONT = 16, SMALL = 13 };

static bool check_arc(const json_t *arc, const json_t *vertices)
{
	static const char *const keys[] = { "from", "to", "label", "mark", NULL };

	return data_has_only(arc, keys) && data_find(vertices, data_at(arc, "from")) >= 0 &&
	       data_find(vertices, data_at(arc, "to")) >= 0 && data_may_be_text(json_object_get(arc, "label")) &&
	       data_is_mark(json_object_get(arc, "mark"));
}

static bool check_vertex(const json_t *vertex)
{
	static const char *const keys[] = { "name", "level", "note", "mark", NULL };
	const json_t *level = json_object_get(vertex, "level");

	return data_has_only(vertex, keys) && data_may_be_text(json_object_get(vertex, "note")) &&
	       data_is_mark(json_object_get(vertex, "mark")) &&
	       (level == NULL || (json_is_integer(level) && json_integer_value(level) >= 0 &&
					 json_integer_value(level) < PICTURE_VERTICES_MAX));
}

static bool check(const json_t *picture)
{
	static const char *const keys[] = { "picture", "title", "directed", "vertices", "arcs", NULL };
	const json_t *vertices = json_object_get(picture, "vertices"), *arcs = json_object_get(picture, "arcs");
	const json_t *directed = json_object_get(picture, "directed");

	if (!data_has_only(picture, keys) || !data_are_named(vertices, PICTURE_VERTICES_MAX) ||
		(directed != NULL && !json_is_boolean(directed)) || (arcs != NULL && !json_is_array(arcs)) ||
		json_array_size(arcs) > PICTURE_ARCS_MAX)
		return false;
	for (size_t i = 0; i < json_array_size(vertices); i++)
		if (!check_vertex(json_array_get(vertices, i)))
			return false;
	for (size_t i = 0; i < json_array_size(arcs); i++)
		if (!check_arc(json_array_get(arcs, i), vertices))
			return false;
	return true;
}

static bool is_directed(const json_t *picture)
{
	return !json_is_false(json_object_get(picture, "directed"));
}

/* ---- places ---- */

struct plan {
	const json_t *vertices, *arcs;
	size_t count, arc_count;
	struct layer_arc ends[PICTURE_ARCS_MAX];
	struct point places[PICTURE_VERTICES_MAX], size;
	bool layered;
	struct layers layers;
};

static bool has_levels(const struct plan *plan, int *levels)
{
	for (size_t i = 0; i < plan->count; i++) {
		const json_t *level = json_object_get(json_array_get(plan->vertices, i), "level");

		if (level == NULL)
			return false;
		levels[i] = (int)json_integer_value(level);
	}
	return true;
}

static void around_a_circle(struct plan *plan)
{
	int radius = (int)(plan->count * 16 < 70 ? 70 : plan->count * 16);

	plan->size = (struct point){ 2 * (radius + MARGIN), 2 * (radius + MARGIN) };
	for (size_t i = 0; i < plan->count; i++) {
		double turn = 2 * 3.14159265358979 * (double)i / (double)plan->count;

		plan->places[i] = (struct point){ radius + MARGIN + (int)lround(radius * sin(turn)),
			radius + MARGIN - (int)lround(radius * cos(turn)) };
	}
}

static void in_layers(struct plan *plan)
{
	const struct layers *layers = &plan->layers;
	int filled[PICTURE_VERTICES_MAX] = { 0 };

	for (size_t i = 0; i < plan->count; i++)
		filled[layers->layer[i]]++;
	plan->size = (struct point){ 2 * MARGIN + (layers->layers - 1) * STEP_X,
		2 * MARGIN + (layers->tallest - 1) * STEP_Y };
	for (size_t i = 0; i < plan->count; i++) {
		int layer = layers->layer[i], free = layers->tallest - filled[layer];

		/* Every second layer a little lower, so that arcs over several layers pass between vertices. */
		plan->places[i] = (struct point){ MARGIN + layer * STEP_X,
			MARGIN + layers->rank[i] * STEP_Y + free * STEP_Y / 2 + (layer % 2) * 8 };
	}
}

static void make_plan(struct plan *plan, const json_t *picture)
{
	int levels[PICTURE_VERTICES_MAX];

	*plan = (struct plan){ .vertices = json_object_get(picture, "vertices"),
		.arcs = json_object_get(picture, "arcs") };
	plan->count = json_array_size(plan->vertices);
	plan->arc_count = json_array_size(plan->arcs);
	for (size_t i = 0; i < plan->arc_count; i++) {
		const json_t *arc = json_array_get(plan->arcs, i);

		plan->ends[i] = (struct layer_arc){ (int)data_find(plan->vertices, data_at(arc, "from")),
			(int)data_find(plan->vertices, data_at(arc, "to")) };
	}
	plan->layered = has_levels(plan, levels)
				? layers_make(&plan->layers, plan->count, plan->ends, plan->arc_count, levels)
				: is_directed(picture) &&
					  layers_make(&plan->layers, plan->count, plan->ends, plan->arc_count, NULL);
	if (plan->layered)
		in_layers(plan);
	else
		around_a_circle(plan);
}

/* ---- SVG ---- */

static enum stroke stroke_of(const json_t *part)
{
	if (data_marked(part, "wrong"))
		return STROKE_DASHED;
	return data_marked(part, "path") || data_marked(part, "done") ? STROKE_THICK : STROKE_THIN;
}

/* How near the arc bent by so much comes to a vertex that is none of its ends, in pixels. */
static int clearance(const struct plan *plan, struct layer_arc arc, int bend)
{
	struct point a = plan->places[arc.from], b = plan->places[arc.to];
	double length = hypot(b.x - a.x, b.y - a.y), nearest = 1000;
	double cx = (a.x + b.x) / 2.0 + (b.y - a.y) / length * bend * 2;
	double cy = (a.y + b.y) / 2.0 - (b.x - a.x) / length * bend * 2;

	for (int step = 1; step < 16; step++) {
		double t = step / 16.0, u = 1 - t;
		double x = u * u * a.x + 2 * u * t * cx + t * t * b.x, y = u * u * a.y + 2 * u * t * cy + t * t * b.y;

		for (size_t i = 0; i < plan->count; i++) {
			double away = hypot(plan->places[i].x - x, plan->places[i].y - y);

			if ((int)i != arc.from && (int)i != arc.to && away < nearest)
				nearest = away;
		}
	}
	return (int)nearest;
}

/* Arcs that would lie on another one are bent, and those that would pass over a vertex: as little as keeps them apart. */
static int bend_of(const struct plan *plan, size_t at)
{
	static const int bends[] = { 0, 14, -14, 24, -24, 36, -36, 50, -50 };
	struct layer_arc arc = plan->ends[at];
	int bend = 0, best = -1;

	for (size_t i = 0; i < plan->arc_count; i++)
		if (i != at && plan->ends[i].from == arc.to && plan->ends[i].to == arc.from)
			bend = 12;
	for (size_t i = 0; i < at; i++)
		if (plan->ends[i].from == arc.from && plan->ends[i].to == arc.to)
			bend += 16;
	if (bend > 0)
		return bend;
	for (size_t i = 0; i < sizeof(bends) / sizeof(bends[0]) && best < RADIUS + 8; i++) {
		int clear = clearance(plan, arc, bends[i]);

		if (clear > best) {
			best = clear;
			bend = bends[i];
		}
	}
	return bend;
}

static void draw_arc(struct buf *out, const struct plan *plan, size_t i, bool directed)
{
	const json_t *arc = json_array_get(plan->arcs, i);
	struct point a = plan->places[plan->ends[i].from], b = plan->places[plan->ends[i].to], at;

	if (plan->ends[i].from == plan->ends[i].to) {
		svg_loop(out, a, RADIUS, directed, stroke_of(arc));
		svg_text(out, (struct point){ a.x, a.y - 2 * RADIUS - 8 }, SMALL, data_at(arc, "label"));
		return;
	}
	at = svg_arc(out, &(struct arc){ a, b, RADIUS + 1, bend_of(plan, i), directed, stroke_of(arc) });
	svg_text(out, at, SMALL, data_at(arc, "label"));
}

static void svg(struct buf *out, const json_t *picture, enum lang lang)
{
	bool directed = is_directed(picture);
	struct plan plan;

	make_plan(&plan, picture);
	svg_open(out, plan.size, picture, lang, "picture-graph");
	for (size_t i = 0; i < plan.arc_count; i++)
		draw_arc(out, &plan, i, directed);
	for (size_t i = 0; i < plan.count; i++) {
		const json_t *vertex = json_array_get(plan.vertices, i);
		struct point at = plan.places[i];
		bool ends = data_marked(vertex, "start") || data_marked(vertex, "end");

		svg_circle(out, at, RADIUS, stroke_of(vertex));
		if (ends)
			svg_circle(out, at, RADIUS + 4, STROKE_THIN);
		svg_text(out, at, FONT, data_at(vertex, "name"));
		svg_text(out, (struct point){ at.x, at.y + RADIUS + 12 }, SMALL, data_at(vertex, "note"));
	}
	svg_close(out);
}

/* ---- words ---- */

/* "B (4), C"; with dots where nothing follows. */
static void neighbours(struct buf *out, const json_t *picture, const char *name)
{
	const json_t *arcs = json_object_get(picture, "arcs");
	bool first = true;

	for (size_t i = 0; i < json_array_size(arcs); i++) {
		const json_t *arc = json_array_get(arcs, i);
		const char *from = data_at(arc, "from"), *to = data_at(arc, "to"), *label = data_at(arc, "label");
		const char *other = strcmp(from, name) == 0 ? to : from;

		if (strcmp(from, name) != 0 && (is_directed(picture) || strcmp(to, name) != 0))
			continue;
		buf_printf(out, "%s%s", first ? "" : ", ", other);
		if (*label != '\0')
			buf_printf(out, " (%s)", label);
		first = false;
	}
	if (first)
		buf_addstr(out, "—");
}

static void add_mark(struct buf *out, const json_t *vertex, enum lang lang)
{
	char code[16] = "mark-";
	const char *mark = data_at(vertex, "mark");

	if (*mark == '\0' || strlen(mark) > 8)
		return;
	memcpy(code + 5, mark, strlen(mark) + 1);
	buf_printf(out, " (%s)", data_say(code, lang));
}

static void table(struct buf *out, const json_t *picture, enum lang lang)
{
	const json_t *vertices = json_object_get(picture, "vertices");
	const char *headings[] = { data_say("vertex", lang),
		data_say(is_directed(picture) ? "leads-to" : "neighbours", lang), data_say("note", lang) };
	size_t columns = 2;

	for (size_t i = 0; i < json_array_size(vertices); i++)
		if (*data_at(json_array_get(vertices, i), "note") != '\0')
			columns = 3;
	table_open(out, headings, columns);
	for (size_t i = 0; i < json_array_size(vertices); i++) {
		const json_t *vertex = json_array_get(vertices, i);
		cleanup_buf struct buf text = BUF_INIT;

		table_row(out);
		buf_addstr(&text, data_at(vertex, "name"));
		add_mark(&text, vertex, lang);
		table_cell(out, buf_str(&text), true);
		buf_reset(&text);
		neighbours(&text, picture, data_at(vertex, "name"));
		table_cell(out, buf_str(&text), false);
		if (columns == 3)
			table_cell(out, data_at(vertex, "note"), false);
		table_row_end(out);
	}
	table_close(out);
}

static void text(struct buf *out, const json_t *picture, enum lang lang)
{
	const json_t *vertices = json_object_get(picture, "vertices");

	for (size_t i = 0; i < json_array_size(vertices); i++) {
		const json_t *vertex = json_array_get(vertices, i);
		const char *name = data_at(vertex, "name"), *note = data_at(vertex, "note");

		buf_printf(out, "  %s", name);
		if (*note != '\0')
			buf_printf(out, " [%s]", note);
		add_mark(out, vertex, lang);
		buf_addstr(out, is_directed(picture) ? " → " : " — ");
		neighbours(out, picture, name);
		buf_addch(out, '\n');
	}
}

const struct drawing drawing_graph = { "graph", check, svg, table, text };
