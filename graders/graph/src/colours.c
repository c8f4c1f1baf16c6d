/*
 * Colouring with as few colours as possible: the vertex with the most colours around it is coloured next (DSATUR), and one
 * colour fewer is tried until it cannot be done. A step is one vertex coloured.
 */
#include <string.h>
#include "graph/algorithms.h"

struct colouring {
	const struct graph *graph;
	struct budget *budget;
	size_t count;
	int colours; /* allowed */
	int *of; /* by vertex; -1 */
};

static bool neighbours(const struct graph *graph, size_t a, size_t b)
{
	return a != b && (graph_has(graph, a, b) || graph_has(graph, b, a));
}

static uint64_t colours_around(const struct colouring *search, size_t v)
{
	struct vertex_set around = vertex_set_or(search->graph->next[v], search->graph->before[v]);
	uint64_t seen = 0;

	vertex_drop(&around, v);
	for_each_vertex(w, &around) if (search->of[w] >= 0) seen |= (uint64_t)1 << search->of[w];
	return seen;
}

static size_t most_bound(const struct colouring *search)
{
	size_t found = VERTEX_NONE, best = 0;

	for (size_t v = 0; v < search->count; v++) {
		if (search->of[v] >= 0)
			continue;
		size_t degree = vertex_set_count(vertex_set_or(search->graph->next[v], search->graph->before[v]));
		size_t weight = (size_t)__builtin_popcountll(colours_around(search, v)) * 1000 + degree;
		if (found == VERTEX_NONE || weight > best) {
			found = v;
			best = weight;
		}
	}
	return found;
}

/* Colours the vertices that are left with `used` colours so far. */
static enum search colour(struct colouring *search, int used)
{
	size_t v = most_bound(search);

	if (v == VERTEX_NONE)
		return SEARCH_FOUND;
	uint64_t around = colours_around(search, v);
	/* One new colour stands for all new ones. */
	for (int c = 0; c < search->colours && c <= used; c++) {
		if (around >> c & 1)
			continue;
		if (search->budget->left == 0)
			return SEARCH_UNDECIDED;
		search->budget->left--;
		search->budget->spent++;
		search->of[v] = c;
		enum search found = colour(search, c == used ? used + 1 : used);
		if (found != SEARCH_NONE)
			return found;
		search->of[v] = -1;
	}
	return SEARCH_NONE;
}

static enum search colour_with(
	const int **out, const struct graph *graph, int colours, struct budget *budget, struct arena *arena)
{
	struct colouring search = { graph, budget, graph->vertices.count, colours, NULL };

	search.of = arena_array(arena, search.count + 1, sizeof(*search.of));
	for (size_t v = 0; v < search.count; v++)
		search.of[v] = -1;
	*out = search.of;
	return colour(&search, 0);
}

enum search graph_colouring(
	const int **out, int *colours, const struct graph *graph, int most, struct budget *budget, struct arena *arena)
{
	size_t least = graph_greatest_clique(graph, budget, arena);

	for (size_t v = 0; v < graph->vertices.count; v++)
		if (graph_has(graph, v, v))
			return SEARCH_NONE;
	for (int tried = most > 0 ? most : (int)least; tried <= 63; tried++) {
		enum search found = colour_with(out, graph, tried, budget, arena);

		*colours = tried;
		if (found != SEARCH_NONE || most > 0)
			return found;
	}
	return SEARCH_UNDECIDED;
}

static size_t grow(const struct graph *graph, struct vertex_set open, size_t size, size_t best, struct budget *budget)
{
	for_each_vertex(v, &open)
	{
		struct vertex_set around = { 0 };

		if (size + vertex_set_count(open) <= best || budget->left == 0)
			break;
		budget->left--;
		budget->spent++;
		vertex_drop(&open, v);
		for_each_vertex(w, &open) if (neighbours(graph, v, w)) vertex_put(&around, w);
		best = grow(graph, around, size + 1, best, budget);
	}
	return size > best ? size : best;
}

/* At least: where the budget ends, the best so far. */
size_t graph_greatest_clique(const struct graph *graph, struct budget *budget, struct arena *arena)
{
	struct budget part = { budget->left / 4, 0 };
	size_t best = grow(graph, vertex_set_all(graph->vertices.count), 0, 0, &part);

	(void)arena;
	budget->left -= part.spent;
	budget->spent += part.spent;
	return best;
}
