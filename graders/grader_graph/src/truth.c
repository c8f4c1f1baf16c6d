/* What is true of the graph, as an answer that is right. */
#include <string.h>
#include "base/buf.h"
#include "question.h"

const char *graph_matrix_words(const struct vertex_set *rows, size_t count, struct arena *arena)
{
	struct buf cleanup_buf out = BUF_INIT;

	for (size_t i = 0; i < count; i++) {
		buf_addstr(&out, i > 0 ? "\n" : "");
		for (size_t j = 0; j < count; j++)
			buf_printf(&out, "%s%d", j > 0 ? " " : "", vertex_in(&rows[i], j));
	}
	return arena_memdup(arena, buf_str(&out), out.len);
}

static const char *sets_words(const struct graph *graph, const struct vertex_set *rows, struct arena *arena)
{
	struct buf cleanup_buf out = BUF_INIT;

	for (size_t v = 0; v < graph->vertices.count; v++) {
		bool empty = vertex_set_count(rows[v]) == 0;

		buf_printf(&out, "%s%s : %s", v > 0 ? "\n" : "", graph->vertices.names[v],
			empty ? "-" : vertex_set_text(&graph->vertices, rows[v], arena));
	}
	return arena_memdup(arena, buf_str(&out), out.len);
}

static const char *numbers_words(const struct graph *graph, const int64_t *numbers, struct arena *arena)
{
	struct buf cleanup_buf out = BUF_INIT;

	for (size_t v = 0; v < graph->vertices.count; v++)
		buf_printf(&out, "%s%s : %s", v > 0 ? "\n" : "", graph->vertices.names[v],
			numbers[v] == GRAPH_FAR ? "∞" : graph_weight_text(numbers[v], LANG_FR, arena));
	return arena_memdup(arena, buf_str(&out), out.len);
}

static const char *groups_words(const struct graph *graph, const size_t *of, size_t groups, struct arena *arena)
{
	struct buf cleanup_buf out = BUF_INIT;

	for (size_t g = 0; g < groups; g++) {
		struct vertex_set set = { 0 };

		for (size_t v = 0; v < graph->vertices.count; v++)
			if (of[v] == g)
				vertex_put(&set, v);
		buf_printf(&out, "%s{%s}", g > 0 ? " ; " : "", vertex_set_text(&graph->vertices, set, arena));
	}
	return arena_memdup(arena, buf_str(&out), out.len);
}

static bool derive_numbers(struct graph_question *asked, enum part part, struct arena *arena, const char **code)
{
	const struct graph *graph = asked->graph;
	size_t count = graph->vertices.count;
	int64_t *list = arena_array(arena, count + 1, sizeof(*list));
	struct distances distances;
	bool circuit = false;
	const int *levels = graph_levels(graph, &circuit, arena);

	if (part == PART_LEVELS && (circuit || !graph->directed)) {
		*code = "ask-no-levels";
		return false;
	}
	if (part == PART_DISTANCES && !graph_distances(&distances, graph, asked->from, arena)) {
		*code = "ask-negative";
		return false;
	}
	for (size_t v = 0; v < count; v++) {
		if (part == PART_DISTANCES) {
			list[v] = distances.at[v];
			continue;
		}
		list[v] = part == PART_LEVELS        ? levels[v] + asked->origin
			  : part == PART_OUT_DEGREES ? (int64_t)graph_out_degree(graph, v)
			  : part == PART_IN_DEGREES  ? (int64_t)graph_in_degree(graph, v)
						     : (int64_t)graph_degree(graph, v);
		list[v] *= GRAPH_UNIT;
	}
	asked->truth[part] = numbers_words(graph, list, arena);
	return true;
}

static bool derive_groups(struct graph_question *asked, enum part part, struct arena *arena, const char **code)
{
	const struct graph *graph = asked->graph;
	const size_t *of;
	size_t *by_level = arena_array(arena, graph->vertices.count + 1, sizeof(*by_level)), groups = 0;
	bool circuit = false;

	if (part == PART_COMPONENTS) {
		groups = graph_components(&of, graph, arena);
	} else {
		const int *levels = graph_levels(graph, &circuit, arena);

		if (circuit || !graph->directed) {
			*code = "ask-no-levels";
			return false;
		}
		for (size_t v = 0; v < graph->vertices.count; v++) {
			by_level[v] = (size_t)levels[v];
			groups = by_level[v] >= groups ? by_level[v] + 1 : groups;
		}
		of = by_level;
	}
	asked->truth[part] = groups_words(graph, of, groups, arena);
	return true;
}

static enum search find_path(struct path *out, struct graph_question *asked, enum part part, struct arena *arena)
{
	const struct graph *graph = asked->graph;
	bool circuit = part == PART_HAMILTONIAN_CIRCUIT || part == PART_EULERIAN_CIRCUIT;
	struct tour_wish wish = { circuit, asked->from, circuit ? VERTEX_NONE : asked->to };
	struct budget budget = BUDGET(SEARCH_STEPS);
	struct distances distances;

	switch (part) {
	case PART_CIRCUIT:
	case PART_HAS_CIRCUIT:
		return graph_circuit(out, graph, arena);
	case PART_HAMILTONIAN_PATH:
	case PART_HAMILTONIAN_CIRCUIT:
		return graph_hamiltonian(out, graph, &wish, &budget, arena);
	case PART_EULERIAN_PATH:
	case PART_EULERIAN_CIRCUIT:
		return graph_eulerian(out, graph, &wish, arena);
	case PART_ORDER:
		*out = (struct path){ .at = graph_topological(graph, arena), .count = graph->vertices.count };
		return out->at ? SEARCH_FOUND : SEARCH_UNDECIDED;
	default:
		if (part == PART_SHORTEST ? !graph_distances(&distances, graph, asked->from, arena)
					  : !graph_longest(&distances, graph, asked->from, arena))
			return SEARCH_UNDECIDED;
		*out = distances_path(&distances, asked->from, asked->to, arena);
		return out->count > 0 ? SEARCH_FOUND : SEARCH_NONE;
	}
}

static bool derive_path(struct graph_question *asked, enum part part, struct arena *arena, const char **code)
{
	struct path path = { 0 };
	enum search found = find_path(&path, asked, part, arena);

	if (found == SEARCH_UNDECIDED) {
		*code = part == PART_ORDER      ? "ask-no-levels"
			: part == PART_LONGEST  ? "ask-longest-circuit"
			: part == PART_SHORTEST ? "ask-negative"
						: "ask-too-hard";
		return false;
	}
	asked->exists[part] = found == SEARCH_FOUND;
	asked->truth[part] = "aucun";
	if (part == PART_HAS_CIRCUIT)
		asked->truth[part] = asked->exists[part] ? "oui" : "non";
	else if (asked->exists[part])
		asked->truth[part] = graph_path_text(&asked->graph->vertices, &path, asked->graph->directed, arena);
	return true;
}

static bool derive_tree(struct graph_question *asked, struct arena *arena, const char **code)
{
	const struct graph *graph = asked->graph;
	struct buf cleanup_buf out = BUF_INIT;
	const size_t *arcs;
	int64_t weight;
	size_t count;

	if (!graph_spanning_tree(&arcs, &count, &weight, graph, false, arena) || count == 0) {
		*code = "ask-no-tree";
		return false;
	}
	for (size_t i = 0; i < count; i++)
		buf_printf(&out, "%s%s-%s", i > 0 ? ", " : "", graph->vertices.names[graph->arcs[arcs[i]].from],
			graph->vertices.names[graph->arcs[arcs[i]].to]);
	asked->truth[PART_TREE] = arena_memdup(arena, buf_str(&out), out.len);
	return true;
}

static bool derive_colours(struct graph_question *asked, enum part part, struct arena *arena, const char **code)
{
	const struct graph *graph = asked->graph;
	struct budget budget = BUDGET(SEARCH_STEPS);
	struct buf cleanup_buf out = BUF_INIT;
	int most = part == PART_COLOURING ? asked->colours : 0, colours;
	const int *of;

	if (graph_colouring(&of, &colours, graph, most, &budget, arena) != SEARCH_FOUND) {
		*code = "ask-colours";
		return false;
	}
	if (part == PART_COLOURS) {
		asked->truth[part] = arena_printf(arena, "%d", colours);
		return true;
	}
	asked->colours = colours;
	for (size_t v = 0; v < graph->vertices.count; v++)
		buf_printf(&out, "%s%s : %d", v > 0 ? "\n" : "", graph->vertices.names[v], of[v] + 1);
	asked->truth[part] = arena_memdup(arena, buf_str(&out), out.len);
	return true;
}

static bool derive_count(struct graph_question *asked, struct arena *arena, const char **code)
{
	size_t count = asked->graph->vertices.count;
	const int64_t *counts = graph_path_counts(asked->graph, asked->length, arena);
	int64_t sum = 0;

	if (!counts) {
		*code = "ask-too-hard";
		return false;
	}
	for (size_t i = 0; i < count * count; i++)
		if ((asked->from == VERTEX_NONE || i / count == asked->from) &&
			(asked->to == VERTEX_NONE || i % count == asked->to))
			sum += counts[i];
	asked->truth[PART_PATH_COUNT] = arena_printf(arena, "%lld", (long long)sum);
	return true;
}

bool graph_truth_derive(struct graph_question *asked, enum part part, struct arena *arena, const char **code)
{
	const struct graph *graph = asked->graph;

	switch (graph_part_specs[part].form) {
	case FORM_MATRIX:
		asked->truth[part] =
			graph_matrix_words(part == PART_MATRIX ? graph->next : graph_closure(graph, false, arena),
				graph->vertices.count, arena);
		return true;
	case FORM_SETS:
		asked->truth[part] = sets_words(graph, part == PART_SUCCESSORS ? graph->next : graph->before, arena);
		return true;
	case FORM_NUMBERS:
		return derive_numbers(asked, part, arena, code);
	case FORM_LABELS:
		return derive_colours(asked, part, arena, code);
	case FORM_NUMBER:
		return part == PART_COLOURS ? derive_colours(asked, part, arena, code)
					    : derive_count(asked, arena, code);
	case FORM_ARCS:
		return derive_tree(asked, arena, code);
	case FORM_GROUPS:
		return derive_groups(asked, part, arena, code);
	default:
		return derive_path(asked, part, arena, code);
	}
}
