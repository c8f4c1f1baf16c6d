/* Where the vertices of a directed picture stand: in layers from left to right, in an order with few crossings. */
#pragma once
#include "drawing.h"

struct layers {
	size_t count; /* vertices */
	int layer[PICTURE_VERTICES_MAX], rank[PICTURE_VERTICES_MAX];
	int layers, tallest; /* how many layers; vertices in the largest */
};

/* Arcs by the index of their ends. `given`: the level of each vertex, or NULL: the longest way to it. False when there is
 * a circuit and no level is given. */
struct layer_arc {
	int from, to;
};
bool layers_make(struct layers *out, size_t count, const struct layer_arc *arcs, size_t arc_count, const int *given);
