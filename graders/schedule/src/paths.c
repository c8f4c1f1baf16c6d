/*
 * Critical paths. How many ways lead on from each vertex is counted first, backwards; so the search that lists them goes
 * into no vertex that leads nowhere, and each path costs no more than its own vertices and their arcs.
 */
#include <string.h>
#include "schedule/network.h"

static bool has_slack(const struct dates *dates, size_t v)
{
	return dates->earliest[v] != dates->latest[v];
}

static bool ends_here(const struct network *network, const struct dates *dates, size_t v)
{
	return network->out_start[v] == network->out_start[v + 1] && !has_slack(dates, v) &&
	       dates->earliest[v] + network->tail[v] == dates->duration;
}

static bool begins_here(const struct network *network, const struct dates *dates, size_t v)
{
	return network->into_start[v] == network->into_start[v + 1] && !has_slack(dates, v) && dates->earliest[v] == 0;
}

static bool is_tight(const struct dates *dates, const struct network_arc *arc)
{
	return !has_slack(dates, arc->from) && !has_slack(dates, arc->to) &&
	       dates->earliest[arc->from] + arc->days == dates->earliest[arc->to];
}

/* Of parallel arcs the first one that is tight stands for all. */
static bool is_repeated(const struct network *network, const struct dates *dates, size_t v, size_t i)
{
	for (size_t j = network->out_start[v]; j < i; j++) {
		const struct network_arc *arc = &network->arcs[network->out[j]];

		if (arc->to == network->arcs[network->out[i]].to && is_tight(dates, arc))
			return true;
	}
	return false;
}

struct listing {
	const struct network *network;
	const struct dates *dates;
	const uint64_t *ways; /* that lead on from each vertex */
	size_t *way; /* the vertices so far */
	size_t *next; /* of each of them, the arc to try next */
	struct path *list;
	size_t count, most;
	uint64_t steps;
	struct arena *arena;
};

static uint64_t added(uint64_t a, uint64_t b)
{
	return a > UINT64_MAX - b ? UINT64_MAX : a + b;
}

static uint64_t *count_ways(const struct network *network, const struct dates *dates, struct arena *arena)
{
	uint64_t *ways = arena_array(arena, network->count + 1, sizeof(*ways));

	for (size_t n = network->count; n-- > 0;) {
		size_t v = network->order[n];

		ways[v] = ends_here(network, dates, v);
		for (size_t i = network->out_start[v]; i < network->out_start[v + 1]; i++) {
			const struct network_arc *arc = &network->arcs[network->out[i]];

			if (is_tight(dates, arc) && !is_repeated(network, dates, v, i))
				ways[v] = added(ways[v], ways[arc->to]);
		}
	}
	return ways;
}

static void keep(struct listing *listing, size_t depth)
{
	size_t *vertices = arena_array(listing->arena, depth, sizeof(*vertices));

	memcpy(vertices, listing->way, depth * sizeof(*vertices));
	listing->list[listing->count++] = (struct path){ vertices, depth };
}

/* The next vertex from the last one of the way; SIZE_MAX: there is no other. */
static size_t step(struct listing *listing, size_t depth)
{
	const struct network *network = listing->network;
	size_t v = listing->way[depth - 1];

	while (listing->next[depth - 1] < network->out_start[v + 1]) {
		size_t i = listing->next[depth - 1]++;
		const struct network_arc *arc = &network->arcs[network->out[i]];

		listing->steps++;
		if (listing->ways[arc->to] > 0 && is_tight(listing->dates, arc) &&
			!is_repeated(network, listing->dates, v, i))
			return arc->to;
	}
	return SIZE_MAX;
}

static void list_from(struct listing *listing, size_t first)
{
	size_t depth = 1;

	listing->way[0] = first;
	listing->next[0] = listing->network->out_start[first];
	if (ends_here(listing->network, listing->dates, first)) {
		keep(listing, 1);
		return;
	}
	while (depth > 0 && listing->count < listing->most) {
		size_t v = step(listing, depth);

		if (v == SIZE_MAX) {
			depth--;
			continue;
		}
		listing->way[depth] = v;
		listing->next[depth] = listing->network->out_start[v];
		depth++;
		if (ends_here(listing->network, listing->dates, v))
			keep(listing, depth--);
	}
}

void critical_paths(struct path_list *out, const struct network *network, const struct dates *dates, size_t most,
	struct arena *arena)
{
	struct listing listing = { .network = network, .dates = dates, .most = most, .arena = arena };

	listing.ways = count_ways(network, dates, arena);
	listing.way = arena_array(arena, network->count + 1, sizeof(*listing.way));
	listing.next = arena_array(arena, network->count + 1, sizeof(*listing.next));
	*out = (struct path_list){ .total = 0 };
	for (size_t v = 0; v < network->count; v++) {
		if (begins_here(network, dates, v))
			out->total = added(out->total, listing.ways[v]);
	}
	listing.list = arena_array(arena, out->total < most ? out->total + 1 : most + 1, sizeof(*listing.list));
	for (size_t v = 0; v < network->count && listing.count < most; v++) {
		if (begins_here(network, dates, v) && listing.ways[v] > 0)
			list_from(&listing, v);
	}
	out->list = listing.list;
	out->count = listing.count;
	out->steps = listing.steps;
}

bool network_is_critical(const struct network *network, const struct dates *dates, const struct path *path)
{
	if (path->count == 0 || !begins_here(network, dates, path->vertices[0]) ||
		!ends_here(network, dates, path->vertices[path->count - 1]))
		return false;
	for (size_t i = 1; i < path->count; i++) {
		struct network_arc arc = { path->vertices[i - 1], path->vertices[i], 0 };

		if (!network_arc(network, arc.from, arc.to, &arc.days) || !is_tight(dates, &arc))
			return false;
	}
	return true;
}
