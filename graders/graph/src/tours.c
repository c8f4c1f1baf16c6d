/*
 * Hamiltonian and Eulerian paths and circuits.
 *
 * A Hamiltonian path is looked for depth first, within a budget: the next vertex is the one with the fewest ways on, and a
 * start from which some vertex cannot be reached any more is given up. A step is one vertex put at the end of the path.
 */
#include <string.h>
#include "graph/algorithms.h"

struct hamilton {
	const struct graph *graph;
	const struct tour_wish *wish;
	struct budget *budget;
	size_t count, depth;
	size_t list[GRAPH_VERTICES_MAX + 1];
	struct vertex_set left, tried[GRAPH_VERTICES_MAX];
};

static struct vertex_set reached_within(const struct graph *graph, size_t from, struct vertex_set within)
{
	struct vertex_set seen = { 0 }, front = { 0 };

	vertex_put(&front, from);
	while (vertex_set_count(front) > 0) {
		struct vertex_set more = { 0 };

		for_each_vertex(v, &front) more = vertex_set_or(more, graph->next[v]);
		front = vertex_set_minus(vertex_set_and(more, within), seen);
		seen = vertex_set_or(seen, front);
	}
	return seen;
}

/* Can what is left still be walked? Each must be reachable, and but for one each must have a way on. */
static bool hopeless(const struct hamilton *search)
{
	const struct graph *graph = search->graph;
	size_t last = search->list[search->depth - 1], ends = 0;
	struct vertex_set open = search->left, starts = search->left;

	if (!vertex_set_same(reached_within(graph, last, search->left), search->left))
		return true;
	vertex_put(&starts, last);
	if (search->wish->circuit)
		vertex_put(&open, search->list[0]);
	for_each_vertex(v, &search->left)
	{
		struct vertex_set on = vertex_set_and(graph->next[v], open),
				  in = vertex_set_and(graph->before[v], starts);

		vertex_drop(&on, v);
		vertex_drop(&in, v);
		if (vertex_set_count(in) == 0)
			return true;
		ends += vertex_set_count(on) == 0;
	}
	return ends > (search->wish->circuit ? 0u : 1u);
}

static bool ends_well(const struct hamilton *search)
{
	size_t last = search->list[search->count - 1];

	if (search->wish->circuit)
		return search->count > 1 && (search->graph->directed || search->count > 2) &&
		       graph_has(search->graph, last, search->list[0]);
	return search->wish->to == VERTEX_NONE || last == search->wish->to;
}

/* The vertex to go on with: not tried at this depth, fewest ways on. */
static size_t choose(const struct hamilton *search)
{
	struct vertex_set open = vertex_set_minus(search->left, search->tried[search->depth]);
	size_t found = VERTEX_NONE, fewest = 0;

	if (search->depth > 0)
		open = vertex_set_and(open, search->graph->next[search->list[search->depth - 1]]);
	else if (search->wish->from != VERTEX_NONE)
		return vertex_in(&open, search->wish->from) ? search->wish->from : VERTEX_NONE;
	else if (search->wish->circuit)
		return vertex_in(&open, 0) ? 0 : VERTEX_NONE;
	for_each_vertex(v, &open)
	{
		size_t ways = vertex_set_count(vertex_set_and(search->graph->next[v], search->left));

		if (v == search->wish->to && search->depth + 1 < search->count)
			continue;
		if (found == VERTEX_NONE || ways < fewest) {
			found = v;
			fewest = ways;
		}
	}
	return found;
}

enum search graph_hamiltonian(struct path *out, const struct graph *graph, const struct tour_wish *wish,
	struct budget *budget, struct arena *arena)
{
	struct hamilton *search = arena_alloc(arena, sizeof(*search));

	*search = (struct hamilton){ .graph = graph, .wish = wish, .budget = budget, .count = graph->vertices.count };
	search->left = vertex_set_all(search->count);
	while (search->count > 0) {
		size_t v = choose(search);

		if (v == VERTEX_NONE) {
			if (search->depth == 0)
				return SEARCH_NONE;
			vertex_put(&search->left, search->list[--search->depth]);
			continue;
		}
		if (budget->left == 0)
			return SEARCH_UNDECIDED;
		budget->left--;
		budget->spent++;
		vertex_put(&search->tried[search->depth], v);
		search->list[search->depth++] = v;
		vertex_drop(&search->left, v);
		if (search->depth == search->count && ends_well(search))
			break;
		if (search->depth == search->count || hopeless(search)) {
			vertex_put(&search->left, v);
			search->depth--;
			continue;
		}
		search->tried[search->depth] = (struct vertex_set){ 0 };
	}
	if (search->count == 0)
		return SEARCH_NONE;
	search->list[search->count] = search->list[0];
	*out = (struct path){ .at = search->list, .count = search->count + wish->circuit };
	return SEARCH_FOUND;
}

/* ---- Euler ---- */

/* How many more arcs leave a vertex than come in; of edges, is the number of their ends odd? A loop has two ends. */
static long surplus(const struct graph *graph, size_t v)
{
	if (graph->directed)
		return (long)graph_out_degree(graph, v) - (long)graph_in_degree(graph, v);
	return (long)(graph_degree(graph, v) % 2);
}

/* Where it must begin, by the degrees; false when they allow none. */
static bool euler_start(size_t *start, size_t *end, const struct graph *graph, const struct tour_wish *wish)
{
	size_t odd = 0, first = VERTEX_NONE, last = VERTEX_NONE;

	for (size_t v = 0; v < graph->vertices.count; v++) {
		long more = surplus(graph, v);

		if (more == 0)
			continue;
		if (more > 1 || more < -1 || ++odd > 2)
			return false;
		if (more > 0 && first == VERTEX_NONE)
			first = v;
		else
			last = v;
	}
	if (odd > 0 && (odd == 1 || wish->circuit || first == VERTEX_NONE || last == VERTEX_NONE))
		return false;
	if (odd > 0 && !graph->directed && (wish->from == last || wish->to == first)) {
		size_t other = first;

		first = last;
		last = other;
	}
	*start = first;
	*end = last;
	return true;
}

static bool one_piece(const struct graph *graph, size_t start, struct arena *arena)
{
	const size_t *component;

	graph_components(&component, graph, arena);
	for (size_t i = 0; i < graph->arc_count; i++)
		if (component[graph->arcs[i].from] != component[start])
			return false;
	return true;
}

/* Hierholzer: walk until stuck, go back along the way and take in what is left. */
static void walk_all(const struct graph *graph, size_t start, size_t *list, struct arena *arena)
{
	size_t count = graph->vertices.count, depth = 0, done = 0;
	struct vertex_set *left = arena_array(arena, count + 1, sizeof(*left));
	size_t *stack = arena_array(arena, graph->arc_count + 2, sizeof(*stack));

	memcpy(left, graph->next, count * sizeof(*left));
	stack[depth++] = start;
	while (depth > 0) {
		size_t v = stack[depth - 1], to = vertex_next(&left[v], 0);

		if (to == GRAPH_VERTICES_MAX) {
			list[graph->arc_count - done++] = v;
			depth--;
			continue;
		}
		vertex_drop(&left[v], to);
		if (!graph->directed)
			vertex_drop(&left[to], v);
		stack[depth++] = to;
	}
}

enum search graph_eulerian(
	struct path *out, const struct graph *graph, const struct tour_wish *wish, struct arena *arena)
{
	size_t start, end, *list = arena_array(arena, graph->arc_count + 2, sizeof(*list));

	if (graph->arc_count == 0 || !euler_start(&start, &end, graph, wish))
		return SEARCH_NONE;
	if (start == VERTEX_NONE) {
		start = wish->from != VERTEX_NONE ? wish->from
			: wish->to != VERTEX_NONE ? wish->to
						  : graph->arcs[0].from;
		end = start;
		if (vertex_set_count(graph->next[start]) == 0)
			return SEARCH_NONE;
	}
	if ((wish->from != VERTEX_NONE && wish->from != start) || (wish->to != VERTEX_NONE && wish->to != end) ||
		!one_piece(graph, start, arena))
		return SEARCH_NONE;
	walk_all(graph, start, list, arena);
	*out = (struct path){ .at = list, .count = graph->arc_count + 1 };
	return SEARCH_FOUND;
}
