/* Spanning trees. */
#include "graph/algorithms.h"

static size_t root_of(size_t *parents, size_t v)
{
	while (parents[v] != v)
		v = parents[v] = parents[parents[v]];
	return v;
}

/* The arcs from the lightest (or heaviest) on; of the same weight, as they were given. */
static void sort(size_t *order, const struct graph *graph, bool heaviest)
{
	for (size_t i = 0; i < graph->arc_count; i++) {
		size_t at = i;
		int64_t weight = graph->arcs[i].weight;

		for (; at > 0; at--) {
			int64_t before = graph->arcs[order[at - 1]].weight;

			if (heaviest ? before >= weight : before <= weight)
				break;
			order[at] = order[at - 1];
		}
		order[at] = i;
	}
}

bool graph_spanning_tree(const size_t **arcs, size_t *count, int64_t *weight, const struct graph *graph, bool heaviest,
	struct arena *arena)
{
	size_t *parents = arena_array(arena, graph->vertices.count + 1, sizeof(*parents));
	size_t *order = arena_array(arena, graph->arc_count + 1, sizeof(*order));
	size_t *kept = arena_array(arena, graph->vertices.count + 1, sizeof(*kept));

	*count = 0;
	*weight = 0;
	*arcs = kept;
	for (size_t v = 0; v < graph->vertices.count; v++)
		parents[v] = v;
	sort(order, graph, heaviest);
	for (size_t i = 0; i < graph->arc_count; i++) {
		const struct arc *arc = &graph->arcs[order[i]];
		size_t a = root_of(parents, arc->from), b = root_of(parents, arc->to);

		if (a == b)
			continue;
		parents[a] = b;
		kept[(*count)++] = order[i];
		*weight += arc->weight;
	}
	return *count + 1 == graph->vertices.count;
}
