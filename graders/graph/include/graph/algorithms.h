/*
 * What is asked about graphs. All of it is deterministic: ties go to the vertex or arc that was named first.
 *
 * What may explode takes a budget of steps: when that is spent the answer is SEARCH_UNDECIDED, never a guess and never a
 * delay. The rest is polynomial in at most GRAPH_VERTICES_MAX vertices. Lists are by vertex, in the arena.
 */
#pragma once
#include "graph/read.h"

enum search { SEARCH_NONE, SEARCH_FOUND, SEARCH_UNDECIDED };

struct budget {
	uint64_t left, spent;
};
#define BUDGET(steps) ((struct budget){ (steps), 0 })

/* ---- order (order.c) ---- */
/* Level = longest path that ends there, from 0; -1 on and behind a circuit. NULL never. *circuit may be NULL. */
const int *graph_levels(const struct graph *graph, bool *circuit, struct arena *arena);
/* What breadth-first people call levels: shortest path from a vertex without predecessors; -1: not reached. */
const int *graph_steps(const struct graph *graph, struct arena *arena);
bool graph_has_circuit(const struct graph *graph, struct arena *arena);
/* One circuit, the first vertex repeated at the end; edges: a cycle of three at least, or a loop. */
enum search graph_circuit(struct path *out, const struct graph *graph, struct arena *arena);
/* Index in the path of the first vertex that stands before one of its predecessors, which is *pred; VERTEX_NONE: none. */
size_t order_first_early(const struct graph *graph, const struct path *order, size_t *pred);
const size_t *graph_topological(const struct graph *graph, struct arena *arena); /* NULL: there is a circuit */
/* Warshall: which vertices each reaches by one arc at least; `reflexive`: itself too. */
const struct vertex_set *graph_closure(const struct graph *graph, bool reflexive, struct arena *arena);
/* The number of each vertex's component, from 0 in order of the first vertices. Returns how many there are. */
size_t graph_components(const size_t **out, const struct graph *graph, struct arena *arena);
size_t graph_strong_components(const size_t **out, const struct graph *graph, struct arena *arena);
/* A loop counts twice at an edge's vertex, once each way at an arc's. */
size_t graph_degree(const struct graph *graph, size_t vertex);
size_t graph_out_degree(const struct graph *graph, size_t vertex);
size_t graph_in_degree(const struct graph *graph, size_t vertex);
/* Paths of `length` arcs: [from * count + to]. NULL when a number or the sum of all would pass 63 bits. */
const int64_t *graph_path_counts(const struct graph *graph, unsigned length, struct arena *arena);

/* ---- routes (routes.c) ---- */
struct distances {
	const int64_t *at; /* GRAPH_FAR: not reached */
	const size_t *via; /* the vertex before; VERTEX_NONE */
};
#define GRAPH_FAR INT64_MAX
/* Bellman and Ford, so weights may be negative; false when a circuit that can be reached has a negative sum. */
bool graph_distances(struct distances *out, const struct graph *graph, size_t from, struct arena *arena);
/* Longest; false when a circuit can be reached. Not reached: -GRAPH_FAR. */
bool graph_longest(struct distances *out, const struct graph *graph, size_t from, struct arena *arena);
bool graph_negative(const struct graph *graph); /* has an arc of negative weight */
struct path distances_path(const struct distances *distances, size_t from, size_t to, struct arena *arena);
/* Arcs of a path that exist, from its start: all when it is count - 1. Sum of the weights of these. */
size_t path_valid_arcs(const struct graph *graph, const struct path *path, int64_t *cost);

/* Dijkstra by hand: one row for each vertex that is fixed, what the table says of every vertex then. */
struct dijkstra {
	size_t rows; /* vertices that can be reached */
	const size_t *fixed; /* by row */
	const int64_t *at; /* [row * count + vertex]: after the successors of the row's vertex were looked at */
	const size_t *via; /* the same */
	bool tie; /* two vertices could have been fixed, or reached as well another way */
};
bool graph_dijkstra(struct dijkstra *out, const struct graph *graph, size_t from, struct arena *arena);

/* ---- tours (tours.c) ---- */
struct tour_wish {
	bool circuit;
	size_t from, to; /* VERTEX_NONE: any */
};
enum search graph_hamiltonian(struct path *out, const struct graph *graph, const struct tour_wish *wish,
	struct budget *budget, struct arena *arena);
enum search graph_eulerian(
	struct path *out, const struct graph *graph, const struct tour_wish *wish, struct arena *arena);

/* ---- trees and colours ---- */
/* Kruskal: indices of arcs; false when the graph (its arcs as edges) is not connected. */
bool graph_spanning_tree(const size_t **arcs, size_t *count, int64_t *weight, const struct graph *graph, bool heaviest,
	struct arena *arena);
/* A proper colouring with as few colours as possible (or at most `most`, 0: as few as possible), from 0. */
enum search graph_colouring(
	const int **out, int *colours, const struct graph *graph, int most, struct budget *budget, struct arena *arena);
size_t graph_greatest_clique(const struct graph *graph, struct budget *budget, struct arena *arena);
