/* Spanning trees, colourings, components. */
#include <string.h>
#include <strings.h>
#include "question.h"

static const char *edge_words(const struct judging *judging, size_t from, size_t to)
{
	return arena_printf(
		judging->arena, "%s – %s", graph_vertex_name(judging, from), graph_vertex_name(judging, to));
}

static size_t root_of(const size_t *parents, size_t v)
{
	while (parents[v] != v)
		v = parents[v];
	return v;
}

static bool are_joined(const struct graph *graph, size_t a, size_t b)
{
	return graph_has(graph, a, b) || graph_has(graph, b, a);
}

static int64_t edge_weight(const struct graph *graph, size_t a, size_t b)
{
	return graph_has(graph, a, b) ? graph_weight(graph, a, b) : graph_weight(graph, b, a);
}

/* The edges one after the other: false where one does not exist or closes a cycle. */
static bool take_edges(struct judging *judging, int64_t *sum, size_t *parents)
{
	const struct graph *graph = judging->asked->graph;
	const struct arcs_reading *own = &judging->own->arcs;
	size_t needed = graph->vertices.count - 1;

	for (size_t i = 0; i < own->count; i++) {
		size_t a = own->arcs[i].from, b = own->arcs[i].to;
		const struct msg_param params[] = { { "arc", edge_words(judging, a, b) }, { 0 } };

		if (!are_joined(graph, a, b)) {
			graph_judged_wrong(judging, i, 2 * needed, "tree-no-edge", params);
			judging->out->wrong = b;
			return false;
		}
		if (root_of(parents, a) == root_of(parents, b)) {
			graph_judged_wrong(judging, i, 2 * needed, "tree-cycle", params);
			judging->out->idle = own->count == graph->arc_count;
			return false;
		}
		parents[root_of(parents, a)] = root_of(parents, b);
		*sum += edge_weight(graph, a, b);
	}
	return true;
}

void graph_judge_tree(struct judging *judging)
{
	const struct graph *graph = judging->asked->graph;
	size_t parents[GRAPH_VERTICES_MAX], count, needed = graph->vertices.count - 1;
	const size_t *best;
	int64_t sum = 0, least, most;

	for (size_t v = 0; v < graph->vertices.count; v++)
		parents[v] = v;
	if (!take_edges(judging, &sum, parents))
		return;
	if (judging->own->arcs.count < needed) {
		size_t alone = 1;

		while (alone < graph->vertices.count && root_of(parents, alone) == root_of(parents, 0))
			alone++;
		graph_judged_wrong(judging, judging->own->arcs.count, 2 * needed, "tree-apart",
			(struct msg_param[]){ { "vertex", graph_vertex_name(judging, alone) },
				{ "other", graph_vertex_name(judging, 0) }, { 0 } });
		return;
	}
	graph_spanning_tree(&best, &count, &least, graph, false, judging->arena);
	if (sum == least) {
		graph_judged_right(judging);
		return;
	}
	graph_spanning_tree(&best, &count, &most, graph, true, judging->arena);
	graph_judged_wrong(judging, 1, 2, sum == most ? "tree-heaviest" : "tree-heavier",
		(struct msg_param[]){ { "cost", graph_weight_text(sum, LANG_FR, judging->arena) },
			{ "best", graph_weight_text(least, LANG_FR, judging->arena) }, { 0 } });
}

/* ---- colouring ---- */

static bool same_text(struct text a, struct text b)
{
	return a.bytes == b.bytes && a.bytes > 0 && strncasecmp(a.at, b.at, a.bytes) == 0;
}

static size_t count_colours(const struct text *texts, size_t count)
{
	size_t colours = 0;

	for (size_t v = 0; v < count; v++) {
		bool seen = false;

		for (size_t w = 0; w < v; w++)
			seen |= same_text(texts[v], texts[w]);
		colours += !seen && texts[v].bytes > 0;
	}
	return colours;
}

void graph_judge_colouring(struct judging *judging)
{
	const struct graph *graph = judging->asked->graph;
	const struct text *texts = judging->own->rows.texts;
	size_t count = graph->vertices.count, colours = count_colours(texts, count), clashes = 0, blank = count;
	const struct arc *first = NULL;
	size_t most = (size_t)judging->asked->colours;

	for (size_t i = graph->arc_count; i-- > 0;) {
		const struct arc *arc = &graph->arcs[i];

		if (!same_text(texts[arc->from], texts[arc->to]))
			continue;
		clashes++;
		first = arc;
	}
	for (size_t v = count; v-- > 0;)
		if (texts[v].bytes == 0)
			blank = v;
	if (clashes > 0) {
		bool nearly = clashes == 1 && colours <= most && blank == count;

		graph_judged_wrong(judging, nearly ? 1 : 0, 4, "colour-clash",
			(struct msg_param[]){ { "from", graph_vertex_name(judging, first->from) },
				{ "to", graph_vertex_name(judging, first->to) }, { 0 } });
		judging->out->wrong = first->to;
		judging->out->idle = colours < 2;
		return;
	}
	if (blank < count) {
		graph_judged_wrong(judging, 1, 10, "cell-blank",
			(struct msg_param[]){ { "vertex", graph_vertex_name(judging, blank) }, { 0 } });
		return;
	}
	if (colours > most) {
		graph_judged_wrong(judging, colours == count ? 0 : 1, 2, "colours-many",
			(struct msg_param[]){ { "own", graph_number_words(judging, (int64_t)colours) },
				{ "most", graph_number_words(judging, (int64_t)most) }, { 0 } });
		judging->out->idle = colours == count;
		return;
	}
	graph_judged_right(judging);
}

/* ---- components ---- */

void graph_judge_components(struct judging *judging)
{
	const struct graph *graph = judging->asked->graph;
	const struct own *own = judging->own;
	const size_t *of, *strong;
	size_t count = graph->vertices.count, wanted = graph_components(&of, graph, judging->arena), right = 0;
	size_t pieces = graph_strong_components(&strong, graph, judging->arena), strong_right = 0,
	       bad = own->group_count;
	struct vertex_set seen = { 0 };
	bool singles = true;

	for (size_t g = 0; g < own->group_count; g++) {
		struct vertex_set whole = { 0 }, tight = { 0 };
		size_t first = vertex_next(&own->groups[g], 0);

		for (size_t v = 0; v < count; v++) {
			if (of[v] == of[first])
				vertex_put(&whole, v);
			if (strong[v] == strong[first])
				vertex_put(&tight, v);
		}
		bool again = vertex_in(&seen, first);
		bool fits = !again && vertex_set_same(own->groups[g], whole);
		right += fits;
		strong_right += !again && vertex_set_same(own->groups[g], tight);
		if (!fits && bad == own->group_count)
			bad = g;
		seen = vertex_set_or(seen, own->groups[g]);
		singles &= vertex_set_count(own->groups[g]) == 1;
	}
	size_t total = wanted > own->group_count ? wanted : own->group_count;
	if (right == wanted && own->group_count == wanted) {
		graph_judged_right(judging);
		return;
	}
	struct vertex_set left = vertex_set_minus(vertex_set_all(count), seen);
	const char *code = strong_right == pieces && own->group_count == pieces && graph->directed ? "components-strong"
			   : bad < own->group_count                                                ? "component-wrong"
												   : "vertex-missing";
	graph_judged_wrong(judging, right, total, code,
		(struct msg_param[]){ { "vertex", vertex_set_text(&graph->vertices, left, judging->arena) },
			{ "group", bad < own->group_count
					   ? vertex_set_text(&graph->vertices, own->groups[bad], judging->arena)
					   : "" },
			{ 0 } });
	judging->out->idle = singles || own->group_count == 1;
}
