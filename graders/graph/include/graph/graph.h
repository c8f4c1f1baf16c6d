/*
 * Graphs with named vertices: directed or not, with weights or without.
 *
 * Use: graph_make() from a list of arcs, or graph_read_arcs() (graph/read.h) from what an author wrote; then the
 * algorithms of graph/algorithms.h. A graph is immutable and lives in its arena.
 *
 * Invariants: at most GRAPH_VERTICES_MAX vertices, no arc twice (an edge AB is also BA); loops are allowed. Weights are
 * exact: whole numbers of thousandths, at most GRAPH_WEIGHT_MAX of them, so that no sum of a path overflows.
 */
#pragma once
#include <stdbool.h>
#include <stdint.h>
#include "base/arena.h"
#include "base/msg.h"

enum { GRAPH_VERTICES_MAX = 128, GRAPH_ARCS_MAX = 1000, GRAPH_UNIT = 1000 };
#define GRAPH_WEIGHT_MAX ((int64_t)1000000000 * GRAPH_UNIT)

/* ---- sets of vertices ---- */

struct vertex_set {
	uint64_t words[GRAPH_VERTICES_MAX / 64];
};

static inline bool vertex_in(const struct vertex_set *set, size_t vertex)
{
	return set->words[vertex / 64] >> vertex % 64 & 1;
}

static inline void vertex_put(struct vertex_set *set, size_t vertex)
{
	set->words[vertex / 64] |= (uint64_t)1 << vertex % 64;
}

static inline void vertex_drop(struct vertex_set *set, size_t vertex)
{
	set->words[vertex / 64] &= ~((uint64_t)1 << vertex % 64);
}

struct vertex_set vertex_set_all(size_t count); /* 0 … count - 1 */
struct vertex_set vertex_set_or(struct vertex_set a, struct vertex_set b);
struct vertex_set vertex_set_and(struct vertex_set a, struct vertex_set b);
struct vertex_set vertex_set_minus(struct vertex_set a, struct vertex_set b);
bool vertex_set_same(struct vertex_set a, struct vertex_set b);
size_t vertex_set_count(struct vertex_set set);
/* The first member that is `from` or more; GRAPH_VERTICES_MAX when there is none. */
size_t vertex_next(const struct vertex_set *set, size_t from);
#define for_each_vertex(v, set)                                                                                        \
	for (size_t v = vertex_next((set), 0); v < GRAPH_VERTICES_MAX; v = vertex_next((set), v + 1))

/* ---- names ---- */

struct vertices {
	const char *const *names;
	size_t count;
};

#define VERTEX_NONE ((size_t)-1)

/* The vertex that a word names: as it is written, else whatever its case and accents, "S1" for "S₁" and "S_1". */
size_t vertex_find(const struct vertices *vertices, const char *word, size_t bytes);
/* "A, C, D", "∅" when empty. */
const char *vertex_set_text(const struct vertices *vertices, struct vertex_set set, struct arena *arena);

/* ---- graphs ---- */

struct arc {
	size_t from, to;
	int64_t weight; /* in thousandths; GRAPH_UNIT where the graph has none */
};

struct graph {
	struct vertices vertices;
	bool directed, weighted;
	const struct arc *arcs; /* as they were given; each edge once */
	size_t arc_count;
	const struct vertex_set *next,
		*before; /* by vertex: successors, predecessors; of edges both are the neighbours */
	const int64_t *weights; /* [from * count + to], where there is an arc */
};

/* Copies the arcs, not the names. NULL when there are too many vertices or arcs, one names no vertex, has a weight out of
 * bounds or comes twice: then *bad is its index (arc_count when the numbers are too large). `bad` may be NULL. */
const struct graph *graph_make(bool directed, bool weighted, struct vertices vertices, const struct arc *arcs,
	size_t arc_count, size_t *bad, struct arena *arena);
static inline bool graph_has(const struct graph *graph, size_t from, size_t to)
{
	return vertex_in(&graph->next[from], to);
}
static inline int64_t graph_weight(const struct graph *graph, size_t from, size_t to)
{
	return graph->weights[from * graph->vertices.count + to];
}
/* The same with every arc turned round. */
const struct graph *graph_reversed(const struct graph *graph, struct arena *arena);
/* "2,5" (French), "2.5" (English): a weight or a sum of weights. */
const char *graph_weight_text(int64_t weight, enum lang lang, struct arena *arena);

/* What the readers say of what they cannot read. */
extern const struct msg_table graph_messages;
