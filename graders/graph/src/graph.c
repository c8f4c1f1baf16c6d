/*
 * Graphs are made once and never change: lists of arcs as they were given, and bitsets of successors and predecessors,
 * which every algorithm works on.
 */
#include "graph/graph.h"
#include <string.h>
#include "base/buf.h"

struct vertex_set vertex_set_all(size_t count)
{
	struct vertex_set set = { 0 };

	for (size_t v = 0; v < count; v++)
		vertex_put(&set, v);
	return set;
}

struct vertex_set vertex_set_or(struct vertex_set a, struct vertex_set b)
{
	for (size_t i = 0; i < GRAPH_VERTICES_MAX / 64; i++)
		a.words[i] |= b.words[i];
	return a;
}

struct vertex_set vertex_set_and(struct vertex_set a, struct vertex_set b)
{
	for (size_t i = 0; i < GRAPH_VERTICES_MAX / 64; i++)
		a.words[i] &= b.words[i];
	return a;
}

struct vertex_set vertex_set_minus(struct vertex_set a, struct vertex_set b)
{
	for (size_t i = 0; i < GRAPH_VERTICES_MAX / 64; i++)
		a.words[i] &= ~b.words[i];
	return a;
}

bool vertex_set_same(struct vertex_set a, struct vertex_set b)
{
	return memcmp(&a, &b, sizeof(a)) == 0;
}

size_t vertex_set_count(struct vertex_set set)
{
	size_t count = 0;

	for (size_t i = 0; i < GRAPH_VERTICES_MAX / 64; i++)
		count += (size_t)__builtin_popcountll(set.words[i]);
	return count;
}

size_t vertex_next(const struct vertex_set *set, size_t from)
{
	for (size_t i = from / 64; i < GRAPH_VERTICES_MAX / 64; i++) {
		uint64_t rest = set->words[i];

		if (i == from / 64)
			rest &= ~(uint64_t)0 << from % 64;
		if (rest)
			return i * 64 + (size_t)__builtin_ctzll(rest);
	}
	return GRAPH_VERTICES_MAX;
}

const char *vertex_set_text(const struct vertices *vertices, struct vertex_set set, struct arena *arena)
{
	struct buf cleanup_buf out = BUF_INIT;

	for_each_vertex(v, &set) buf_printf(&out, "%s%s", out.len > 0 ? ", " : "", vertices->names[v]);
	return out.len > 0 ? arena_memdup(arena, buf_str(&out), out.len) : "∅";
}

static bool arc_fits(const struct graph *graph, const struct arc *arc)
{
	return arc->from < graph->vertices.count && arc->to < graph->vertices.count &&
	       arc->weight <= GRAPH_WEIGHT_MAX && arc->weight >= -GRAPH_WEIGHT_MAX &&
	       !vertex_in(&graph->next[arc->from], arc->to);
}

const struct graph *graph_make(bool directed, bool weighted, struct vertices vertices, const struct arc *arcs,
	size_t arc_count, size_t *bad, struct arena *arena)
{
	size_t count = vertices.count, ignored;
	struct graph *graph = arena_alloc(arena, sizeof(*graph));
	struct vertex_set *next, *before;
	struct arc *kept;
	int64_t *weights;

	bad = bad ? bad : &ignored;
	*bad = arc_count;
	if (count > GRAPH_VERTICES_MAX || arc_count > GRAPH_ARCS_MAX)
		return NULL;
	next = arena_array(arena, count + 1, sizeof(*next));
	before = directed ? arena_array(arena, count + 1, sizeof(*before)) : next;
	weights = arena_array(arena, count * count + 1, sizeof(*weights));
	kept = arena_array(arena, arc_count + 1, sizeof(*kept));
	*graph = (struct graph){ vertices, directed, weighted, kept, arc_count, next, before, weights };
	for (size_t i = 0; i < arc_count; i++) {
		kept[i] = arcs[i];
		if (!weighted)
			kept[i].weight = GRAPH_UNIT;
		*bad = i;
		if (!arc_fits(graph, &kept[i]))
			return NULL;
		vertex_put(&next[kept[i].from], kept[i].to);
		vertex_put(&before[kept[i].to], kept[i].from);
		weights[kept[i].from * count + kept[i].to] = kept[i].weight;
		if (!directed)
			weights[kept[i].to * count + kept[i].from] = kept[i].weight;
	}
	return graph;
}

const struct graph *graph_reversed(const struct graph *graph, struct arena *arena)
{
	struct arc *arcs = arena_array(arena, graph->arc_count + 1, sizeof(*arcs));

	for (size_t i = 0; i < graph->arc_count; i++)
		arcs[i] = (struct arc){ graph->arcs[i].to, graph->arcs[i].from, graph->arcs[i].weight };
	return graph_make(graph->directed, graph->weighted, graph->vertices, arcs, graph->arc_count, NULL, arena);
}

const char *graph_weight_text(int64_t weight, enum lang lang, struct arena *arena)
{
	uint64_t size = weight < 0 ? -(uint64_t)weight : (uint64_t)weight;
	unsigned rest = (unsigned)(size % GRAPH_UNIT);
	int decimals = 3;

	for (; decimals > 0 && rest % 10 == 0; decimals--)
		rest /= 10;
	const char *sign = weight < 0 ? "−" : "";
	unsigned long whole = (unsigned long)(size / GRAPH_UNIT);
	if (decimals == 0)
		return arena_printf(arena, "%s%lu", sign, whole);
	return arena_printf(arena, "%s%lu%c%0*u", sign, whole, lang == LANG_FR ? ',' : '.', decimals, rest);
}
