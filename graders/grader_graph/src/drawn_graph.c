/*
 * The generator `graph`: a graph drawn for a student, with the properties that the author asks for.
 *
 * Graphs are drawn until one has them, a fixed number of times at most. The vertices' names say nothing of their order:
 * an acyclic graph is numbered along a drawn permutation.
 */
#include <string.h>
#include "base/buf.h"
#include "base/json.h"
#include "model/generator.h"
#include "question.h"

enum {
	VERTICES_LEAST = 3,
	VERTICES_MOST = 20,
	ARCS_MOST = 100,
	TRIES_MAX = 3000,
	HAMILTON_STEPS = 1000,
	WEIGHT_MOST = 999
};

struct range {
	long least, most;
};

struct graph_wish {
	struct range vertices, arcs, weights, levels;
	bool directed, acyclic, connected, distinct, weighted;
	int hamiltonian; /* 1, 0; -1: whatever */
};

static const struct key_spec keys[] = {
	{ .name = "vertices", .type = KEY_ARRAY, .required = true, .doc = "Between how many and how many: [5, 7]." },
	{ .name = "arcs",
		.type = KEY_ARRAY,
		.required = true,
		.doc = "Between how many and how many arcs or edges: [6, 10]." },
	{ .name = "directed", .type = KEY_BOOL, .doc = "true if left out." },
	{ .name = "acyclic", .type = KEY_BOOL, .doc = "Without a circuit; false if left out: with or without." },
	{ .name = "connected", .type = KEY_BOOL, .doc = "In one piece; true if left out." },
	{ .name = "weights",
		.type = KEY_ARRAY,
		.doc = "Between which whole numbers weights are: [1, 9]; none if left out." },
	{ .name = "levels", .type = KEY_ARRAY, .doc = "Of an acyclic graph, how many levels: [3, 4]." },
	{ .name = "distinct_distances",
		.type = KEY_BOOL,
		.doc = "true: from the first vertex all are reached, and Dijkstra's algorithm never has a choice." },
	{ .name = "hamiltonian", .type = KEY_BOOL, .doc = "Has it a Hamiltonian path? Whatever if left out." },
};

static bool read_range(struct range *out, struct reader *reader, const json_t *value, const char *pointer,
	const char *key, struct range bounds)
{
	const json_t *list = json_object_get(value, key), *least = json_array_get(list, 0),
		     *most = json_array_get(list, 1);

	*out = bounds;
	if (!list)
		return true;
	if (json_array_size(list) == 2 && json_is_integer(least) && json_is_integer(most) &&
		json_integer_value(least) >= bounds.least && json_integer_value(most) <= bounds.most &&
		json_integer_value(least) <= json_integer_value(most)) {
		*out = (struct range){ json_integer_value(least), json_integer_value(most) };
		return true;
	}
	reader_problem(reader, reader_pointer(reader, pointer, key), false, &graph_kind_messages, "drawn-range",
		(struct msg_param[]){ { "name", key }, { "least", arena_printf(reader->arena, "%ld", bounds.least) },
			{ "most", arena_printf(reader->arena, "%ld", bounds.most) }, { 0 } });
	return false;
}

static bool read_wish(const void **out, struct reader *reader, json_t *value, const char *pointer)
{
	struct graph_wish *wish = arena_alloc(reader->arena, sizeof(*wish));

	*out = wish;
	wish->directed = reader_bool(value, "directed", true);
	wish->acyclic = reader_bool(value, "acyclic", false);
	wish->connected = reader_bool(value, "connected", true);
	wish->distinct = reader_bool(value, "distinct_distances", false);
	wish->weighted = json_object_get(value, "weights") != NULL;
	wish->hamiltonian = json_object_get(value, "hamiltonian") ? reader_bool(value, "hamiltonian", true) : -1;
	bool fine = read_range(&wish->vertices, reader, value, pointer, "vertices",
			    (struct range){ VERTICES_LEAST, VERTICES_MOST }) &&
		    read_range(&wish->arcs, reader, value, pointer, "arcs", (struct range){ 1, ARCS_MOST }) &&
		    read_range(&wish->weights, reader, value, pointer, "weights", (struct range){ 1, WEIGHT_MOST }) &&
		    read_range(&wish->levels, reader, value, pointer, "levels", (struct range){ 1, VERTICES_MOST });

	/* Three levels at least, or there is nothing to find. */
	if (fine && wish->acyclic && !json_object_get(value, "levels"))
		wish->levels.least = 3;
	return fine;
}

static size_t between(struct draw *draw, struct range range)
{
	return (size_t)range.least + draw_below(draw, (uint32_t)(range.most - range.least + 1));
}

/* Where each vertex stands in an order that arcs follow. */
static void shuffle(size_t *place, size_t count, struct draw *draw, bool first_stays)
{
	for (size_t i = 0; i < count; i++)
		place[i] = i;
	for (size_t i = count - 1; i > first_stays; i--) {
		size_t j = first_stays + draw_below(draw, (uint32_t)(i + 1 - first_stays)), other = place[i];

		place[i] = place[j];
		place[j] = other;
	}
}

static const struct graph *draw_once(const struct graph_wish *wish, struct draw *draw, struct arena *arena)
{
	size_t count = between(draw, wish->vertices), wanted = between(draw, wish->arcs), place[VERTICES_MOST];
	const char **names = arena_array(arena, count + 1, sizeof(*names));
	struct arc arcs[ARCS_MOST];
	bool used[VERTICES_MOST][VERTICES_MOST] = { { false } };
	size_t most = wish->directed && !wish->acyclic ? count * (count - 1) : count * (count - 1) / 2;

	shuffle(place, count, draw, wish->distinct);
	for (size_t v = 0; v < count; v++)
		names[v] = arena_printf(arena, "%c", (char)('A' + v));
	wanted = wanted > most ? most : wanted;
	for (size_t made = 0; made < wanted;) {
		size_t a = draw_below(draw, (uint32_t)count), b = draw_below(draw, (uint32_t)count);
		int64_t weight = wish->weighted ? (int64_t)between(draw, wish->weights) * GRAPH_UNIT : GRAPH_UNIT;

		if ((wish->acyclic && place[a] > place[b]) || (!wish->directed && a > b)) {
			size_t other = a;

			a = b;
			b = other;
		}
		if (a == b || used[a][b])
			continue;
		used[a][b] = true;
		arcs[made++] = (struct arc){ a, b, weight };
	}
	/* In the order of the alphabet: the order in which they were drawn says nothing. */
	size_t sorted = 0;
	struct arc list[ARCS_MOST];
	for (size_t a = 0; a < count; a++)
		for (size_t b = 0; b < count; b++)
			for (size_t i = 0; used[a][b] && i < wanted; i++)
				if (arcs[i].from == a && arcs[i].to == b)
					list[sorted++] = arcs[i];
	return graph_make(wish->directed, wish->weighted, (struct vertices){ names, count }, list, sorted, NULL, arena);
}

static bool suits(const struct graph_wish *wish, const struct graph *graph, struct arena *arena)
{
	const size_t *component;
	struct dijkstra dijkstra;
	struct path path;
	bool circuit = graph_has_circuit(graph, arena);
	long levels = 0;

	if ((long)graph->arc_count < wish->arcs.least || (wish->acyclic && circuit))
		return false;
	if (wish->connected && graph_components(&component, graph, arena) > 1)
		return false;
	if (wish->acyclic && graph->directed) {
		const int *level = graph_levels(graph, NULL, arena);

		for (size_t v = 0; v < graph->vertices.count; v++)
			levels = level[v] + 1 > levels ? level[v] + 1 : levels;
		if (levels < wish->levels.least || levels > wish->levels.most)
			return false;
	}
	if (wish->distinct &&
		(!graph_dijkstra(&dijkstra, graph, 0, arena) || dijkstra.tie || dijkstra.rows < graph->vertices.count))
		return false;
	if (wish->hamiltonian >= 0) {
		struct tour_wish tour = { false, VERTEX_NONE, VERTEX_NONE };
		struct budget budget = BUDGET(HAMILTON_STEPS);

		if (graph_hamiltonian(&path, graph, &tour, &budget, arena) !=
			(wish->hamiltonian ? SEARCH_FOUND : SEARCH_NONE))
			return false;
	}
	return true;
}

/* ---- parts ---- */

static const char *list_arcs(const struct graph *graph, struct arena *arena)
{
	struct buf cleanup_buf out = BUF_INIT;

	for (size_t i = 0; i < graph->arc_count; i++) {
		const struct arc *arc = &graph->arcs[i];

		buf_printf(&out, "%s%s%s", i > 0 ? " " : "", graph->vertices.names[arc->from],
			graph->vertices.names[arc->to]);
		if (graph->weighted)
			buf_printf(&out, ":%lld", (long long)(arc->weight / GRAPH_UNIT));
	}
	return arena_memdup(arena, buf_str(&out), out.len);
}

static struct drawn_part part_text(const char *name, const char *text, struct arena *arena)
{
	return (struct drawn_part){
		.name = name, .value = json_keep(arena, json_string(text)), .text = { .fr = text }
	};
}

/* A table of two columns; names are letters, nothing is to be escaped. */
static struct drawn_part part_rows(
	const char *name, const struct graph *graph, const struct vertex_set *rows, bool weights, struct arena *arena)
{
	struct buf cleanup_buf text = BUF_INIT, html = BUF_INIT;
	json_t *value = json_object();

	buf_addstr(&html, "<table>\n<tbody>\n");
	for (size_t v = 0; v < graph->vertices.count; v++) {
		struct buf cleanup_buf cell = BUF_INIT;

		for_each_vertex(w, &rows[v])
		{
			buf_printf(&cell, "%s%s", cell.len > 0 ? ", " : "", graph->vertices.names[w]);
			if (weights)
				buf_printf(&cell, " (%lld)", (long long)(graph_weight(graph, v, w) / GRAPH_UNIT));
		}
		const char *shown = cell.len > 0 ? buf_str(&cell) : "–";
		buf_printf(&text, "%s| %s | %s |%s", v > 0 ? "\n" : "", graph->vertices.names[v], shown,
			v == 0 ? "\n|---|---|" : "");
		buf_printf(&html, "<tr><th scope=\"row\">%s</th><td>%s</td></tr>\n", graph->vertices.names[v], shown);
		json_object_set_new(value, graph->vertices.names[v], json_string(shown));
	}
	buf_addstr(&html, "</tbody>\n</table>");
	return (struct drawn_part){ .name = name,
		.value = json_keep(arena, value),
		.text = { .fr = arena_memdup(arena, buf_str(&text), text.len) },
		.html = arena_memdup(arena, buf_str(&html), html.len),
		.block = true };
}

static struct drawn_part part_matrix(const struct graph *graph, struct arena *arena)
{
	size_t count = graph->vertices.count;
	struct buf cleanup_buf html = BUF_INIT;
	json_t *rows = json_array();

	buf_addstr(&html, "<table>\n<tbody>\n");
	for (size_t i = 0; i < count; i++) {
		json_t *row = json_array();

		buf_addstr(&html, "<tr>");
		for (size_t j = 0; j < count; j++) {
			buf_printf(&html, "<td>%d</td>", graph_has(graph, i, j));
			json_array_append_new(row, json_integer(graph_has(graph, i, j)));
		}
		buf_addstr(&html, "</tr>\n");
		json_array_append_new(rows, row);
	}
	buf_addstr(&html, "</tbody>\n</table>");
	return (struct drawn_part){ .name = "matrix",
		.value = json_keep(arena, rows),
		.text = { .fr = graph_matrix_words(graph->next, count, arena) },
		.html = arena_memdup(arena, buf_str(&html), html.len),
		.block = true };
}

static void give(struct drawn *out, const struct graph *graph, struct arena *arena)
{
	struct drawn_part *parts = arena_array(arena, 7, sizeof(*parts));
	const char *arcs = list_arcs(graph, arena);
	struct buf cleanup_buf names = BUF_INIT;

	for (size_t v = 0; v < graph->vertices.count; v++)
		buf_printf(&names, "%s%s", v > 0 ? ", " : "", graph->vertices.names[v]);
	const char *vertices = arena_memdup(arena, buf_str(&names), names.len);
	parts[0] = (struct drawn_part){ .name = "",
		.value = json_keep(arena,
			json_pack("{s:s, s:s, s:b}", "vertices", vertices, "arcs", arcs, "directed", graph->directed)),
		.text = { .fr = arcs } };
	parts[1] = part_matrix(graph, arena);
	parts[2] = part_rows("successors", graph, graph->next, false, arena);
	parts[3] = part_rows("predecessors", graph, graph->before, false, arena);
	parts[4] = part_text("arcs", arcs, arena);
	parts[5] = part_text("vertices", vertices, arena);
	parts[6] = part_rows("table", graph, graph->next, graph->weighted, arena);
	*out = (struct drawn){ parts, 7 };
}

static int draw_graph(struct drawn *out, const void *spec, struct draw *draw, struct arena *arena, struct err *err)
{
	const struct graph_wish *wish = spec;
	struct arena *scratch = arena_new(0);

	for (int tries = 0; tries < TRIES_MAX; tries++) {
		struct draw before = *draw;

		arena_reset(scratch);
		if (!suits(wish, draw_once(wish, draw, scratch), scratch))
			continue;
		arena_free(scratch);
		*draw = before;
		give(out, draw_once(wish, draw, arena), arena);
		return 0;
	}
	arena_free(scratch);
	return err_set(err, ERR_NOT_FOUND, "no graph with these properties was drawn");
}

static const struct generator graph_generator = {
	.name = "graph",
	.doc = "A graph with the properties asked for; its parts: matrix, successors, predecessors, arcs, vertices, "
	       "table.",
	.keys = keys,
	.key_count = sizeof(keys) / sizeof(keys[0]),
	.read = read_wish,
	.draw = draw_graph,
};

const struct generator *const graph_generators[] = { &graph_generator, NULL };
