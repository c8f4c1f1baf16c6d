/* Levels, circuits, orders, closure, components, degrees, numbers of paths. */
#include <string.h>
#include "graph/algorithms.h"

/* ---- levels ---- */

const int *graph_levels(const struct graph *graph, bool *circuit, struct arena *arena)
{
	size_t count = graph->vertices.count, done = 0;
	int *levels = arena_array(arena, count + 1, sizeof(*levels));
	struct vertex_set left = vertex_set_all(count);

	for (size_t v = 0; v < count; v++)
		levels[v] = -1;
	/* Who has no predecessor left has this level: longest, for the last predecessor went the round before. */
	for (int level = 0; done < count; level++) {
		struct vertex_set free = { 0 };

		for_each_vertex(v, &left) if (vertex_set_count(vertex_set_and(graph->before[v], left)) == 0)
			vertex_put(&free, v);
		if (vertex_set_count(free) == 0)
			break;
		for_each_vertex(v, &free) levels[v] = level;
		left = vertex_set_minus(left, free);
		done += vertex_set_count(free);
	}
	if (circuit)
		*circuit = done < count;
	return levels;
}

const int *graph_steps(const struct graph *graph, struct arena *arena)
{
	size_t count = graph->vertices.count;
	int *steps = arena_array(arena, count + 1, sizeof(*steps));
	struct vertex_set front = { 0 }, seen;

	for (size_t v = 0; v < count; v++) {
		steps[v] = -1;
		if (vertex_set_count(graph->before[v]) == 0)
			vertex_put(&front, v);
	}
	seen = front;
	for (int step = 0; vertex_set_count(front) > 0; step++) {
		struct vertex_set reached = { 0 };

		for_each_vertex(v, &front)
		{
			steps[v] = step;
			reached = vertex_set_or(reached, graph->next[v]);
		}
		front = vertex_set_minus(reached, seen);
		seen = vertex_set_or(seen, reached);
	}
	return steps;
}

/* ---- circuits ---- */

/* Vertices from which, or to which, no circuit goes are taken away until nothing changes. */
static struct vertex_set core(const struct graph *graph)
{
	struct vertex_set left = vertex_set_all(graph->vertices.count);

	for (bool changed = true; changed;) {
		changed = false;
		for_each_vertex(v, &left)
		{
			if (vertex_set_count(vertex_set_and(graph->before[v], left)) > 0 &&
				vertex_set_count(vertex_set_and(graph->next[v], left)) > 0)
				continue;
			vertex_drop(&left, v);
			changed = true;
		}
	}
	return left;
}

static enum search directed_circuit(struct path *out, const struct graph *graph, struct arena *arena)
{
	struct vertex_set left = core(graph), seen = { 0 };
	size_t *list = arena_array(arena, graph->vertices.count + 2, sizeof(*list)), count = 0, start = 0;

	if (vertex_set_count(left) == 0)
		return SEARCH_NONE;
	/* Every vertex of the core has a successor in it: whoever walks on comes back. */
	for (size_t v = vertex_next(&left, 0); !vertex_in(&seen, v);) {
		struct vertex_set next = vertex_set_and(graph->next[v], left);

		vertex_put(&seen, v);
		list[count++] = v;
		v = vertex_next(&next, 0);
		list[count] = v;
	}
	while (list[start] != list[count])
		start++;
	*out = (struct path){ .at = list + start, .count = count + 1 - start };
	return SEARCH_FOUND;
}

/* Depth first: an edge to a vertex that is on the way back, and not the one just left, closes a cycle. */
static enum search cycle(struct path *out, const struct graph *graph, struct arena *arena)
{
	size_t count = graph->vertices.count;
	size_t *list = arena_array(arena, count + 2, sizeof(*list));
	struct vertex_set seen = { 0 };

	for (size_t root = 0; root < count; root++) {
		size_t depth = 0, next[GRAPH_VERTICES_MAX] = { 0 };

		if (vertex_in(&seen, root))
			continue;
		list[depth++] = root;
		vertex_put(&seen, root);
		while (depth > 0) {
			size_t v = list[depth - 1], to = vertex_next(&graph->next[v], next[depth - 1]);

			if (to == GRAPH_VERTICES_MAX) {
				depth--;
				continue;
			}
			next[depth - 1] = to + 1;
			if (depth > 1 && to == list[depth - 2])
				continue;
			if (!vertex_in(&seen, to)) {
				vertex_put(&seen, to);
				next[depth] = 0;
				list[depth++] = to;
				continue;
			}
			/* In an undirected graph all that was seen and is not behind us is on the way. */
			size_t start = 0;
			while (start < depth && list[start] != to)
				start++;
			if (start == depth)
				continue;
			list[depth] = to;
			*out = (struct path){ .at = list + start, .count = depth + 1 - start };
			return SEARCH_FOUND;
		}
	}
	return SEARCH_NONE;
}

enum search graph_circuit(struct path *out, const struct graph *graph, struct arena *arena)
{
	return graph->directed ? directed_circuit(out, graph, arena) : cycle(out, graph, arena);
}

bool graph_has_circuit(const struct graph *graph, struct arena *arena)
{
	struct path ignored;

	return graph_circuit(&ignored, graph, arena) == SEARCH_FOUND;
}

/* ---- orders ---- */

size_t order_first_early(const struct graph *graph, const struct path *order, size_t *pred)
{
	struct vertex_set seen = { 0 };

	for (size_t i = 0; i < order->count; i++) {
		struct vertex_set missing = vertex_set_minus(graph->before[order->at[i]], seen);

		if (vertex_set_count(missing) > 0) {
			*pred = vertex_next(&missing, 0);
			return i;
		}
		vertex_put(&seen, order->at[i]);
	}
	return VERTEX_NONE;
}

const size_t *graph_topological(const struct graph *graph, struct arena *arena)
{
	size_t count = graph->vertices.count, done = 0;
	size_t *order = arena_array(arena, count + 1, sizeof(*order));
	bool circuit;
	const int *levels = graph_levels(graph, &circuit, arena);

	if (circuit)
		return NULL;
	for (int level = 0; done < count; level++)
		for (size_t v = 0; v < count; v++)
			if (levels[v] == level)
				order[done++] = v;
	return order;
}

/* ---- closure, components ---- */

const struct vertex_set *graph_closure(const struct graph *graph, bool reflexive, struct arena *arena)
{
	size_t count = graph->vertices.count;
	struct vertex_set *reach = arena_array(arena, count + 1, sizeof(*reach));

	memcpy(reach, graph->next, count * sizeof(*reach));
	for (size_t k = 0; k < count; k++)
		for (size_t i = 0; i < count; i++)
			if (vertex_in(&reach[i], k))
				reach[i] = vertex_set_or(reach[i], reach[k]);
	for (size_t v = 0; reflexive && v < count; v++)
		vertex_put(&reach[v], v);
	return reach;
}

/* Numbers classes: those of `same[v]` go together. */
static size_t number_classes(const size_t **out, const struct vertex_set *same, size_t count, struct arena *arena)
{
	size_t *list = arena_array(arena, count + 1, sizeof(*list)), found = 0;
	struct vertex_set seen = { 0 };

	for (size_t v = 0; v < count; v++) {
		if (vertex_in(&seen, v))
			continue;
		vertex_put(&seen, v);
		list[v] = found;
		for_each_vertex(w, &same[v])
		{
			vertex_put(&seen, w);
			list[w] = found;
		}
		found++;
	}
	*out = list;
	return found;
}

size_t graph_components(const size_t **out, const struct graph *graph, struct arena *arena)
{
	size_t count = graph->vertices.count;
	struct vertex_set *both = arena_array(arena, count + 1, sizeof(*both));
	struct graph edges = *graph;

	for (size_t v = 0; v < count; v++)
		both[v] = vertex_set_or(graph->next[v], graph->before[v]);
	edges.next = edges.before = both;
	return number_classes(out, graph_closure(&edges, true, arena), count, arena);
}

size_t graph_strong_components(const size_t **out, const struct graph *graph, struct arena *arena)
{
	size_t count = graph->vertices.count;
	const struct vertex_set *reach = graph_closure(graph, true, arena);
	struct vertex_set *same = arena_array(arena, count + 1, sizeof(*same));

	for (size_t v = 0; v < count; v++)
		for_each_vertex(w, &reach[v]) if (vertex_in(&reach[w], v)) vertex_put(&same[v], w);
	return number_classes(out, same, count, arena);
}

/* ---- degrees, numbers of paths ---- */

size_t graph_out_degree(const struct graph *graph, size_t vertex)
{
	return vertex_set_count(graph->next[vertex]);
}

size_t graph_in_degree(const struct graph *graph, size_t vertex)
{
	return vertex_set_count(graph->before[vertex]);
}

size_t graph_degree(const struct graph *graph, size_t vertex)
{
	size_t out = graph_out_degree(graph, vertex);

	return graph->directed ? out + graph_in_degree(graph, vertex) : out + graph_has(graph, vertex, vertex);
}

const int64_t *graph_path_counts(const struct graph *graph, unsigned length, struct arena *arena)
{
	size_t count = graph->vertices.count;
	int64_t *now = arena_array(arena, count * count + 1, sizeof(*now)), sum = 0;

	for (size_t v = 0; v < count; v++)
		now[v * count + v] = 1;
	for (unsigned step = 0; step < length; step++) {
		int64_t *then = arena_array(arena, count * count + 1, sizeof(*then));

		sum = 0;
		for (size_t i = 0; i < count * count; i++) {
			for_each_vertex(k, &graph->before[i % count]) if (__builtin_add_overflow(then[i],
										  now[i / count * count + k],
										  &then[i])) return NULL;
			if (__builtin_add_overflow(sum, then[i], &sum))
				return NULL;
		}
		now = then;
	}
	return now;
}
