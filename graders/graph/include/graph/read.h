/*
 * Reading graphs, paths, sets and tables of vertices as people type them.
 *
 * Each takes a text and gives a slip with its place where it cannot be read; an unknown vertex, a vertex without a value,
 * is never guessed. Places are bytes of `text`.
 */
#pragma once
#include "base/err.h"
#include "base/slip.h"
#include "graph/graph.h"

struct text {
	const char *at;
	size_t bytes;
};

/* "ABCDEF" (one letter each), "A B C", "S1; S2; S3", "{A, B}". Names are letters and digits, each once. */
int vertices_read(struct vertices *out, struct text text, struct arena *arena, struct slip *slip) must_check;

/* "AB:4 AC:2 BD:2,5", "A-B (4); A→C (2)", "AB AC", "A->B 4": arcs, or edges. *weighted: all have weights; some with and
 * some without is a slip. At most `most`; whether one comes twice is not looked at. */
struct arcs_reading {
	struct arc *arcs;
	struct text *places; /* of each arc, for who refuses one */
	size_t count;
	bool weighted;
};
int graph_read_arcs(struct arcs_reading *out, const struct vertices *vertices, struct text text, size_t most,
	struct arena *arena, struct slip *slip) must_check;

/* "A-B-C", "ABC" (where each name is a letter, or the run can be taken apart in one way only), "A→B→C", "(A;B;C)",
 * "A B C", "chemin : A, B, C". At most `most` vertices; none at all is read, with a count of 0. */
struct path {
	const size_t *at;
	size_t count;
	struct text rest; /* what stands behind it, "= 7", "(7)"; no bytes where nothing does */
};
int path_read(struct path *out, const struct vertices *vertices, struct text text, size_t most, struct arena *arena,
	struct slip *slip) must_check;
/* Paths on lines of their own, or between ";" or "," where the vertices of one are joined otherwise. At most `most`. */
int paths_read(struct path **out, size_t *count, const struct vertices *vertices, struct text text, size_t most,
	struct arena *arena, struct slip *slip) must_check;
/* "A-B-C" with arrows where `directed`: "A → B → C". */
const char *graph_path_text(const struct vertices *vertices, const struct path *path, bool directed, struct arena *arena);

/* "B, C", "{B;C}", "B C", "BC"; "-", "—", "∅", "{}", "aucun", "rien", "none", "" are the empty set. */
int vertex_set_read(struct vertex_set *out, const struct vertices *vertices, struct text text, struct arena *arena,
	struct slip *slip) must_check;
/* Does the text say "none", in one of these ways but the empty one? */
bool says_none(struct text text);

/* A value for each vertex, as it was typed: lines "A : 0", "A | 0", "A = 0", "A → 0" (also several on a
 * line), with a first line of headings or without; or two lines, the vertices and the values. */
struct vertex_texts {
	struct text *texts; /* by vertex; `at` NULL: not given */
};
int vertex_table_read(struct vertex_texts *out, const struct vertices *vertices, struct text text, struct arena *arena,
	struct slip *slip) must_check;

/* A weight or a distance: "4", "2,5", "-1", "−1", in thousandths; at most three decimals. False when it is none. */
bool graph_weight_read(int64_t *out, struct text text);
/* "∞", "+∞", "inf", "infini", "+oo". */
bool says_infinite(struct text text);

struct text text_trimmed(struct text text); /* without blanks around */
