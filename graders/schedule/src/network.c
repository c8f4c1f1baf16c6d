#include "schedule/network.h"
#include <string.h>

/* The arcs by one of their ends, in order. */
static void sort_arcs(const struct network *network, bool into, const size_t **out_list, const size_t **out_start,
	struct arena *arena)
{
	size_t *start = arena_array(arena, network->count + 2, sizeof(*start));
	size_t *list = arena_array(arena, network->arc_count + 1, sizeof(*list));

	for (size_t i = 0; i < network->arc_count; i++)
		start[(into ? network->arcs[i].to : network->arcs[i].from) + 2]++;
	for (size_t v = 0; v < network->count; v++)
		start[v + 2] += start[v + 1];
	for (size_t i = 0; i < network->arc_count; i++)
		list[start[(into ? network->arcs[i].to : network->arcs[i].from) + 1]++] = i;
	*out_list = list;
	*out_start = start;
}

/* Of the vertices that could not be ordered, each has one before it that could not either: going back comes round. */
static void find_circuit(
	const struct network *network, const size_t *waiting, size_t **circuit, size_t *length, struct arena *arena)
{
	size_t *way = arena_array(arena, network->count + 1, sizeof(*way));
	size_t *seen = arena_array(arena, network->count, sizeof(*seen));
	size_t v = 0, count = 0, first;

	while (waiting[v] == 0)
		v++;
	while (seen[v] == 0) {
		size_t i = network->into_start[v];

		way[count++] = v;
		seen[v] = count;
		while (waiting[network->arcs[network->into[i]].from] == 0)
			i++;
		v = network->arcs[network->into[i]].from;
	}
	first = seen[v] - 1;
	*length = count - first;
	*circuit = arena_array(arena, *length, sizeof(**circuit));
	for (size_t i = 0; i < *length; i++)
		(*circuit)[i] = way[count - 1 - i];
}

bool network_make(struct network *network, size_t **circuit, size_t *length, struct arena *arena)
{
	size_t *order = arena_array(arena, network->count + 1, sizeof(*order));
	size_t *waiting = arena_array(arena, network->count + 1, sizeof(*waiting));
	size_t ready = 0;

	sort_arcs(network, true, &network->into, &network->into_start, arena);
	sort_arcs(network, false, &network->out, &network->out_start, arena);
	network->order = order;
	for (size_t v = 0; v < network->count; v++) {
		waiting[v] = network->into_start[v + 1] - network->into_start[v];
		if (waiting[v] == 0)
			order[ready++] = v;
	}
	for (size_t done = 0; done < ready; done++) {
		size_t v = order[done];

		for (size_t i = network->out_start[v]; i < network->out_start[v + 1]; i++) {
			size_t to = network->arcs[network->out[i]].to;

			if (--waiting[to] == 0)
				order[ready++] = to;
		}
	}
	if (ready == network->count)
		return true;
	find_circuit(network, waiting, circuit, length, arena);
	return false;
}

int64_t network_earliest(const struct network *network, size_t v, const int64_t *earliest, bool least)
{
	int64_t best = 0;

	for (size_t i = network->into_start[v]; i < network->into_start[v + 1]; i++) {
		const struct network_arc *arc = &network->arcs[network->into[i]];
		int64_t date = earliest[arc->from] + arc->days;

		if (i == network->into_start[v] || (least ? date < best : date > best))
			best = date;
	}
	return best;
}

int64_t network_latest(const struct network *network, size_t v, const int64_t *latest, int64_t duration, bool most)
{
	int64_t best = duration - network->tail[v];

	for (size_t i = network->out_start[v]; i < network->out_start[v + 1]; i++) {
		const struct network_arc *arc = &network->arcs[network->out[i]];
		int64_t date = latest[arc->to] - arc->days;

		if (i == network->out_start[v] || (most ? date > best : date < best))
			best = date;
	}
	return best;
}

int64_t network_duration(const struct network *network, const int64_t *earliest)
{
	int64_t duration = 0;

	for (size_t v = 0; v < network->count; v++) {
		if (v == 0 || earliest[v] + network->tail[v] > duration)
			duration = earliest[v] + network->tail[v];
	}
	return duration;
}

void network_dates(struct dates *out, const struct network *network, struct arena *arena)
{
	out->earliest = arena_array(arena, network->count + 1, sizeof(*out->earliest));
	out->latest = arena_array(arena, network->count + 1, sizeof(*out->latest));
	for (size_t i = 0; i < network->count; i++) {
		size_t v = network->order[i];

		out->earliest[v] = network_earliest(network, v, out->earliest, false);
	}
	out->duration = network_duration(network, out->earliest);
	for (size_t i = network->count; i-- > 0;) {
		size_t v = network->order[i];

		out->latest[v] = network_latest(network, v, out->latest, out->duration, false);
	}
}

size_t *network_levels(const struct network *network, size_t first, bool least, struct arena *arena)
{
	size_t *levels = arena_array(arena, network->count + 1, sizeof(*levels));

	for (size_t n = 0; n < network->count; n++) {
		size_t v = network->order[n];

		levels[v] = first;
		for (size_t i = network->into_start[v]; i < network->into_start[v + 1]; i++) {
			size_t level = levels[network->arcs[network->into[i]].from] + 1;

			if (i == network->into_start[v] || (least ? level < levels[v] : level > levels[v]))
				levels[v] = level;
		}
	}
	return levels;
}

bool network_arc(const struct network *network, size_t from, size_t to, int64_t *days)
{
	bool found = false;

	for (size_t i = network->out_start[from]; i < network->out_start[from + 1]; i++) {
		const struct network_arc *arc = &network->arcs[network->out[i]];

		if (arc->to != to || (found && arc->days <= *days))
			continue;
		*days = arc->days;
		found = true;
	}
	return found;
}
