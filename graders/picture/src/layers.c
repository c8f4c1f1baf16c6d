#include "layers.h"

enum { SWEEPS = 6, LEVEL_MAX = PICTURE_VERTICES_MAX };

static bool by_longest_way(struct layers *out, const struct layer_arc *arcs, size_t arc_count)
{
	bool moved = true;

	for (size_t i = 0; i < out->count; i++)
		out->layer[i] = 0;
	for (size_t round = 0; moved && round <= out->count; round++) {
		moved = false;
		for (size_t i = 0; i < arc_count; i++) {
			if (out->layer[arcs[i].to] <= out->layer[arcs[i].from]) {
				out->layer[arcs[i].to] = out->layer[arcs[i].from] + 1;
				moved = true;
			}
			if (out->layer[arcs[i].to] > (int)out->count)
				return false;
		}
	}
	return !moved;
}

/* The mean rank of the neighbours, times 1000; its own where it has none. */
static long pull(const struct layers *layers, const struct layer_arc *arcs, size_t arc_count, int vertex)
{
	long sum = 0, seen = 0;

	for (size_t i = 0; i < arc_count; i++) {
		int other = arcs[i].from == vertex ? arcs[i].to : arcs[i].to == vertex ? arcs[i].from : -1;

		if (other < 0 || other == vertex)
			continue;
		sum += layers->rank[other];
		seen++;
	}
	return seen > 0 ? sum * 1000 / seen : layers->rank[vertex] * 1000L;
}

/* Sorts one layer by the pulls; the order of equal ones stays. */
static void arrange(struct layers *layers, const struct layer_arc *arcs, size_t arc_count, int layer)
{
	int members[PICTURE_VERTICES_MAX];
	long pulls[PICTURE_VERTICES_MAX];
	int count = 0;

	for (int rank = 0; rank < (int)layers->count; rank++)
		for (size_t i = 0; i < layers->count; i++)
			if (layers->layer[i] == layer && layers->rank[i] == rank)
				members[count++] = (int)i;
	for (int i = 0; i < count; i++)
		pulls[i] = pull(layers, arcs, arc_count, members[i]);
	for (int i = 1; i < count; i++) {
		int member = members[i], at = i;
		long own = pulls[i];

		for (; at > 0 && pulls[at - 1] > own; at--) {
			pulls[at] = pulls[at - 1];
			members[at] = members[at - 1];
		}
		pulls[at] = own;
		members[at] = member;
	}
	for (int i = 0; i < count; i++)
		layers->rank[members[i]] = i;
}

bool layers_make(struct layers *out, size_t count, const struct layer_arc *arcs, size_t arc_count, const int *given)
{
	int filled[LEVEL_MAX + 1] = { 0 };

	*out = (struct layers){ .count = count };
	if (given != NULL)
		for (size_t i = 0; i < count; i++)
			out->layer[i] = given[i];
	else if (!by_longest_way(out, arcs, arc_count))
		return false;
	for (size_t i = 0; i < count; i++) {
		out->rank[i] = filled[out->layer[i]]++;
		out->layers = out->layer[i] >= out->layers ? out->layer[i] + 1 : out->layers;
		out->tallest = out->rank[i] >= out->tallest ? out->rank[i] + 1 : out->tallest;
	}
	for (int sweep = 0; sweep < SWEEPS; sweep++)
		for (int i = 0; i < out->layers; i++)
			arrange(out, arcs, arc_count, sweep % 2 == 0 ? i : out->layers - 1 - i);
	return true;
}
