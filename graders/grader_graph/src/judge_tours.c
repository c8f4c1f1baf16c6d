/* Paths that go through every vertex once, or along every arc once: credit is the good steps before the first false one. */
#include <string.h>
#include "question.h"

static const char *arc_words(const struct judging *judging, size_t from, size_t to)
{
	return arena_printf(judging->arena, "%s%s%s", graph_vertex_name(judging, from),
		judging->asked->graph->directed ? " → " : " – ", graph_vertex_name(judging, to));
}

static void say_arc(struct judging *judging, const struct path *path, size_t step, size_t needed, const char *code)
{
	size_t from = path->at[step], to = path->at[step + 1];

	if (!strcmp(code, "path-no-arc") && judging->asked->graph->directed &&
		graph_has(judging->asked->graph, to, from))
		code = "path-arc-reversed";
	graph_judged_wrong(
		judging, step, needed, code, (struct msg_param[]){ { "arc", arc_words(judging, from, to) }, { 0 } });
	judging->out->wrong = to;
}

static bool wrong_ends(struct judging *judging, const struct path *path, bool circuit)
{
	size_t from = judging->asked->from, to = circuit ? VERTEX_NONE : judging->asked->to;
	size_t last = path->at[path->count - 1];
	bool starts = from == VERTEX_NONE || circuit || path->at[0] == from, ends = to == VERTEX_NONE || last == to;

	if (!starts)
		graph_judged_wrong(judging, 0, 1, "path-start",
			(struct msg_param[]){ { "wanted", graph_vertex_name(judging, from) },
				{ "own", graph_vertex_name(judging, path->at[0]) }, { 0 } });
	else if (!ends)
		graph_judged_wrong(judging, 1, 2, "path-end",
			(struct msg_param[]){ { "wanted", graph_vertex_name(judging, to) },
				{ "own", graph_vertex_name(judging, last) }, { 0 } });
	return !starts || !ends;
}

static void hamiltonian(struct judging *judging, const struct path *path, bool circuit)
{
	const struct graph *graph = judging->asked->graph;
	size_t count = graph->vertices.count, needed = count - 1 + circuit;
	struct vertex_set seen = { 0 }, missing;

	vertex_put(&seen, path->at[0]);
	for (size_t i = 0; i + 1 < path->count; i++) {
		size_t to = path->at[i + 1];
		bool closes = circuit && i + 2 == path->count && i + 1 == count && to == path->at[0];

		if (!graph_has(graph, path->at[i], to)) {
			say_arc(judging, path, i, needed, "path-no-arc");
			return;
		}
		if (vertex_in(&seen, to) && !closes) {
			bool back = circuit && to == path->at[0];
			struct vertex_set left = vertex_set_minus(vertex_set_all(count), seen);
			const char *names = vertex_set_text(&graph->vertices, left, judging->arena);

			graph_judged_wrong(judging, i, needed, back ? "tour-closed-early" : "vertex-repeated",
				(struct msg_param[]){
					{ "vertex", graph_vertex_name(judging, to) }, { "left", names }, { 0 } });
			judging->out->wrong = to;
			return;
		}
		vertex_put(&seen, to);
	}
	missing = vertex_set_minus(vertex_set_all(count), seen);
	if (vertex_set_count(missing) > 0) {
		graph_judged_wrong(judging, path->count - 1, needed, "vertex-missing",
			(struct msg_param[]){
				{ "vertex", vertex_set_text(&graph->vertices, missing, judging->arena) }, { 0 } });
		return;
	}
	if (circuit && path->count <= count) {
		graph_judged_wrong(judging, path->count - 1, needed, "circuit-open",
			(struct msg_param[]){ { "vertex", graph_vertex_name(judging, path->at[0]) }, { 0 } });
		return;
	}
	if (!wrong_ends(judging, path, circuit))
		graph_judged_right(judging);
}

static void eulerian(struct judging *judging, const struct path *path, bool circuit)
{
	const struct graph *graph = judging->asked->graph;
	struct vertex_set used[ASKED_VERTICES_MAX] = { 0 };

	for (size_t i = 0; i + 1 < path->count; i++) {
		size_t from = path->at[i], to = path->at[i + 1];

		if (!graph_has(graph, from, to) || vertex_in(&used[from], to)) {
			say_arc(judging, path, i, graph->arc_count,
				graph_has(graph, from, to) ? "arc-repeated" : "path-no-arc");
			return;
		}
		vertex_put(&used[from], to);
		if (!graph->directed)
			vertex_put(&used[to], from);
	}
	for (size_t i = 0; i < graph->arc_count; i++) {
		const struct arc *arc = &graph->arcs[i];

		if (vertex_in(&used[arc->from], arc->to))
			continue;
		graph_judged_wrong(judging, path->count - 1, graph->arc_count, "arc-forgotten",
			(struct msg_param[]){ { "arc", arc_words(judging, arc->from, arc->to) }, { 0 } });
		return;
	}
	if (!wrong_ends(judging, path, circuit))
		graph_judged_right(judging);
}

void graph_judge_tour(struct judging *judging, const struct path *path)
{
	bool circuit = judging->part == PART_HAMILTONIAN_CIRCUIT || judging->part == PART_EULERIAN_CIRCUIT;

	if (judging->part == PART_HAMILTONIAN_PATH || judging->part == PART_HAMILTONIAN_CIRCUIT)
		hamiltonian(judging, path, circuit);
	else
		eulerian(judging, path, circuit);
}
