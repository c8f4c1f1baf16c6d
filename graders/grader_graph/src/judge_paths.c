/*
 * Paths: shortest, longest, circuits, orders. Any path that has the asked property is right; another one earns as much as
 * its beginning is good for, and the first false step is named.
 */
#include <string.h>
#include "question.h"

static const char *arc_words(const struct judging *judging, size_t from, size_t to)
{
	return arena_printf(judging->arena, "%s%s%s", graph_vertex_name(judging, from),
		judging->asked->graph->directed ? " → " : " – ", graph_vertex_name(judging, to));
}

static const char *weight_words(const struct judging *judging, int64_t weight)
{
	return graph_weight_text(weight, LANG_FR, judging->arena);
}

/* The first arc that does not exist, after `valid` good ones. */
static void say_no_arc(struct judging *judging, const struct path *path, size_t valid, size_t num, size_t den)
{
	size_t from = path->at[valid], to = path->at[valid + 1];
	bool back = judging->asked->graph->directed && graph_has(judging->asked->graph, to, from);

	graph_judged_wrong(judging, num, den, back ? "path-arc-reversed" : "path-no-arc",
		(struct msg_param[]){ { "arc", arc_words(judging, from, to) }, { 0 } });
	judging->out->wrong = to;
}

static bool starts_and_ends(struct judging *judging, const struct path *path)
{
	size_t from = judging->asked->from, to = judging->asked->to, last = path->at[path->count - 1];

	if (path->at[0] != from)
		graph_judged_wrong(judging, 0, 1, "path-start",
			(struct msg_param[]){ { "wanted", graph_vertex_name(judging, from) },
				{ "own", graph_vertex_name(judging, path->at[0]) }, { 0 } });
	else if (last != to)
		graph_judged_wrong(judging, 1, 10, "path-end",
			(struct msg_param[]){ { "wanted", graph_vertex_name(judging, to) },
				{ "own", graph_vertex_name(judging, last) }, { 0 } });
	return path->at[0] == from && last == to;
}

/* How many arcs of the path begin some best path. */
static size_t good_prefix(const struct judging *judging, const struct path *path, size_t valid, bool longest)
{
	const struct graph *graph = judging->asked->graph;
	struct distances whole, rest;
	int64_t cost = 0;

	for (size_t i = 0; i < valid; i++) {
		cost += graph_weight(graph, path->at[i], path->at[i + 1]);
		bool found = longest ? graph_longest(&rest, graph, path->at[i + 1], judging->arena) &&
					       graph_longest(&whole, graph, path->at[0], judging->arena)
				     : graph_distances(&rest, graph, path->at[i + 1], judging->arena) &&
					       graph_distances(&whole, graph, path->at[0], judging->arena);
		size_t to = judging->asked->to;
		if (!found || rest.at[to] == GRAPH_FAR || rest.at[to] == -GRAPH_FAR ||
			cost + rest.at[to] != whole.at[to])
			return i;
	}
	return valid;
}

/* "= 7" behind the path: a cost that is said must be right. */
static bool cost_is_right(const struct path *path, int64_t cost)
{
	struct text rest = path->rest;
	int64_t said;

	while (rest.bytes > 0 && !strchr("0123456789", rest.at[0])) {
		rest.at++;
		rest.bytes--;
	}
	size_t bytes = 0;
	while (bytes < rest.bytes && strchr("0123456789,.", rest.at[bytes]))
		bytes++;
	return bytes == 0 || !graph_weight_read(&said, (struct text){ rest.at, bytes }) || said == cost;
}

static void judge_best(struct judging *judging, const struct path *path)
{
	const struct graph *graph = judging->asked->graph;
	bool longest = judging->part == PART_LONGEST;
	struct distances best;
	int64_t cost;
	size_t valid;

	if (!starts_and_ends(judging, path))
		return;
	if (longest ? !graph_longest(&best, graph, path->at[0], judging->arena)
		    : !graph_distances(&best, graph, path->at[0], judging->arena))
		return;
	valid = path_valid_arcs(graph, path, &cost);
	if (valid + 1 < path->count) {
		/* At most a half for the beginning of a path that cannot be walked. */
		say_no_arc(judging, path, valid, good_prefix(judging, path, valid, longest), 2 * (path->count - 1));
		return;
	}
	int64_t wanted = best.at[judging->asked->to];
	if (cost != wanted) {
		graph_judged_wrong(judging, 1, 2, longest ? "path-not-longest" : "path-longer",
			(struct msg_param[]){ { "cost", weight_words(judging, cost) },
				{ "best", weight_words(judging, wanted) }, { 0 } });
		return;
	}
	if (!cost_is_right(path, cost)) {
		graph_judged_wrong(judging, 4, 5, "path-cost",
			(struct msg_param[]){ { "cost", weight_words(judging, cost) }, { 0 } });
		return;
	}
	graph_judged_right(judging);
}

static void judge_circuit(struct judging *judging, const struct path *path)
{
	const struct graph *graph = judging->asked->graph;
	size_t valid = path_valid_arcs(graph, path, NULL), last = path->at[path->count - 1];

	if (valid + 1 < path->count) {
		say_no_arc(judging, path, valid, valid, 2 * path->count);
		return;
	}
	if (path->count < 2 || last != path->at[0]) {
		graph_judged_wrong(judging, path->count > 1 && graph_has(graph, last, path->at[0]) ? 1 : 0, 2,
			"circuit-open",
			(struct msg_param[]){ { "vertex", graph_vertex_name(judging, path->at[0]) }, { 0 } });
		return;
	}
	/* An edge there and back is no cycle. */
	for (size_t i = 0; !graph->directed && i + 2 < path->count; i++) {
		if (path->at[i] != path->at[i + 2] || path->at[i] == path->at[i + 1])
			continue;
		graph_judged_wrong(judging, 0, 1, "cycle-back",
			(struct msg_param[]){ { "arc", arc_words(judging, path->at[i], path->at[i + 1]) }, { 0 } });
		return;
	}
	if (!graph->directed && path->count == 3 && path->at[0] != path->at[1]) {
		graph_judged_wrong(judging, 0, 1, "cycle-back",
			(struct msg_param[]){ { "arc", arc_words(judging, path->at[0], path->at[1]) }, { 0 } });
		return;
	}
	graph_judged_right(judging);
}

static void judge_order(struct judging *judging, const struct path *path)
{
	const struct graph *graph = judging->asked->graph;
	size_t count = graph->vertices.count, pred = 0, early = order_first_early(graph, path, &pred);
	struct vertex_set seen = { 0 }, all = vertex_set_all(count);

	for (size_t i = 0; i < path->count; i++) {
		if (vertex_in(&seen, path->at[i])) {
			graph_judged_wrong(judging, i < early ? i : early, count, "order-twice",
				(struct msg_param[]){ { "vertex", graph_vertex_name(judging, path->at[i]) }, { 0 } });
			judging->out->wrong = path->at[i];
			return;
		}
		vertex_put(&seen, path->at[i]);
	}
	if (early != VERTEX_NONE) {
		graph_judged_wrong(judging, early, count, "order-early",
			(struct msg_param[]){ { "vertex", graph_vertex_name(judging, path->at[early]) },
				{ "pred", graph_vertex_name(judging, pred) }, { 0 } });
		judging->out->wrong = path->at[early];
		const struct path reversed = *path;
		size_t *turned = arena_array(judging->arena, path->count + 1, sizeof(*turned));
		for (size_t i = 0; i < path->count; i++)
			turned[i] = reversed.at[path->count - 1 - i];
		const struct path other = { .at = turned, .count = path->count };
		if (path->count == count && order_first_early(graph, &other, &pred) == VERTEX_NONE)
			graph_judged_wrong(judging, 1, 10, "order-reversed", NULL);
		return;
	}
	all = vertex_set_minus(all, seen);
	if (vertex_set_count(all) > 0) {
		graph_judged_wrong(judging, path->count, count, "vertex-missing",
			(struct msg_param[]){
				{ "vertex", vertex_set_text(&graph->vertices, all, judging->arena) }, { 0 } });
		return;
	}
	graph_judged_right(judging);
}

/* The vertices as the statement names them, once round or not. */
static bool is_copied(const struct judging *judging, const struct path *path)
{
	size_t count = judging->asked->graph->vertices.count;

	for (size_t i = 0; i < path->count; i++)
		if (path->at[i] != i % count)
			return false;
	return path->count >= count;
}

static void judge_none(struct judging *judging)
{
	judging->out->idle = true;
	if (!judging->asked->exists[judging->part])
		graph_judged_right(judging);
	else
		graph_judged_wrong(judging, 0, 1, "path-there", NULL);
}

void graph_judge_path(struct judging *judging)
{
	const struct path *path = &judging->own->path;
	bool tour = judging->part >= PART_HAMILTONIAN_PATH && judging->part <= PART_EULERIAN_CIRCUIT;

	if (judging->own->none || path->count == 0) {
		judge_none(judging);
		return;
	}
	judging->out->path = path;
	if (!judging->asked->exists[judging->part]) {
		size_t valid = path_valid_arcs(judging->asked->graph, path, NULL);

		if (valid + 1 < path->count)
			say_no_arc(judging, path, valid, 0, 1);
		else
			graph_judged_wrong(judging, 0, 1, "path-none", NULL);
	} else if (tour) {
		graph_judge_tour(judging, path);
	} else if (judging->part == PART_CIRCUIT) {
		judge_circuit(judging, path);
	} else if (judging->part == PART_ORDER) {
		judge_order(judging, path);
		judging->out->path = NULL;
	} else {
		judge_best(judging, path);
	}
	/* Whoever only said a wrong length beside a right path did not copy it. */
	bool said = judging->out->message.code && !strcmp(judging->out->message.code, "path-cost");
	judging->out->idle = !said && (is_copied(judging, path) || path->count < 2);
}
