/* Shortest and longest paths, and Dijkstra's table as it is filled in by hand. */
#include <string.h>
#include "graph/algorithms.h"

bool graph_negative(const struct graph *graph)
{
	for (size_t i = 0; i < graph->arc_count; i++)
		if (graph->arcs[i].weight < 0)
			return true;
	return false;
}

/* One arc tried: true when it makes the way to `to` shorter. */
static bool relax(const struct graph *graph, int64_t *at, size_t *via, size_t from, size_t to)
{
	int64_t reached;

	if (at[from] == GRAPH_FAR)
		return false;
	reached = at[from] + graph_weight(graph, from, to);
	if (reached >= at[to])
		return false;
	at[to] = reached;
	via[to] = from;
	return true;
}

bool graph_distances(struct distances *out, const struct graph *graph, size_t from, struct arena *arena)
{
	size_t count = graph->vertices.count;
	int64_t *at = arena_array(arena, count + 1, sizeof(*at));
	size_t *via = arena_array(arena, count + 1, sizeof(*via));
	bool changed = true;

	for (size_t v = 0; v < count; v++) {
		at[v] = GRAPH_FAR;
		via[v] = VERTEX_NONE;
	}
	at[from] = 0;
	*out = (struct distances){ at, via };
	for (size_t round = 0; changed && round <= count; round++) {
		changed = false;
		for (size_t v = 0; v < count; v++)
			for_each_vertex(w, &graph->next[v]) changed |= relax(graph, at, via, v, w);
	}
	return !changed;
}

bool graph_longest(struct distances *out, const struct graph *graph, size_t from, struct arena *arena)
{
	struct graph turned = *graph;
	size_t count = graph->vertices.count;
	int64_t *weights = arena_array(arena, count * count + 1, sizeof(*weights)), *at;
	const struct vertex_set *reach = graph_closure(graph, true, arena);

	for_each_vertex(v, &reach[from]) for_each_vertex(w, &graph->next[v]) if (vertex_in(&reach[w], v)) return false;
	for (size_t i = 0; i < count * count; i++)
		weights[i] = -graph->weights[i];
	turned.weights = weights;
	if (!graph_distances(out, &turned, from, arena))
		return false;
	at = arena_array(arena, count + 1, sizeof(*at));
	for (size_t v = 0; v < count; v++)
		at[v] = -out->at[v];
	out->at = at;
	return true;
}

struct path distances_path(const struct distances *distances, size_t from, size_t to, struct arena *arena)
{
	size_t *list = arena_array(arena, GRAPH_VERTICES_MAX + 1, sizeof(*list)), count = 0;

	if (distances->via[to] == VERTEX_NONE && to != from)
		return (struct path){ .at = list };
	for (size_t v = to; count < GRAPH_VERTICES_MAX; v = distances->via[v]) {
		list[GRAPH_VERTICES_MAX - ++count] = v;
		if (v == from || distances->via[v] == VERTEX_NONE)
			break;
	}
	return (struct path){ .at = list + GRAPH_VERTICES_MAX - count, .count = count };
}

size_t path_valid_arcs(const struct graph *graph, const struct path *path, int64_t *cost)
{
	int64_t sum = 0;
	size_t i = 0;

	for (; i + 1 < path->count && graph_has(graph, path->at[i], path->at[i + 1]); i++)
		sum += graph_weight(graph, path->at[i], path->at[i + 1]);
	if (cost)
		*cost = sum;
	return i;
}

/* ---- Dijkstra ---- */

/* The nearest vertex that is not fixed; a second one as near is a tie. */
static size_t nearest(const int64_t *at, struct vertex_set left, bool *tie)
{
	size_t found = VERTEX_NONE;

	for_each_vertex(v, &left)
	{
		if (at[v] == GRAPH_FAR)
			continue;
		if (found == VERTEX_NONE || at[v] < at[found])
			found = v;
	}
	for_each_vertex(v, &left) *tie |= found != VERTEX_NONE && v != found && at[v] == at[found];
	return found;
}

bool graph_dijkstra(struct dijkstra *out, const struct graph *graph, size_t from, struct arena *arena)
{
	size_t count = graph->vertices.count, rows = 0;
	int64_t *table = arena_array(arena, count * count + 1, sizeof(*table)), now[GRAPH_VERTICES_MAX];
	size_t *vias = arena_array(arena, count * count + 1, sizeof(*vias)), via[GRAPH_VERTICES_MAX];
	size_t *fixed = arena_array(arena, count + 1, sizeof(*fixed));
	struct vertex_set left = vertex_set_all(count);
	bool tie = false;

	if (graph_negative(graph))
		return false;
	for (size_t v = 0; v < count; v++) {
		now[v] = GRAPH_FAR;
		via[v] = VERTEX_NONE;
	}
	now[from] = 0;
	for (size_t v; (v = nearest(now, left, &tie)) != VERTEX_NONE; rows++) {
		vertex_drop(&left, v);
		fixed[rows] = v;
		for_each_vertex(w, &graph->next[v])
		{
			tie |= w != v && now[w] == now[v] + graph_weight(graph, v, w);
			relax(graph, now, via, v, w);
		}
		memcpy(table + rows * count, now, count * sizeof(*now));
		memcpy(vias + rows * count, via, count * sizeof(*via));
	}
	*out = (struct dijkstra){ rows, fixed, table, vias, tie };
	return true;
}
