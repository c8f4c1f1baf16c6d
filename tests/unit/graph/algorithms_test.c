/*
 * Each algorithm against what its words mean, tried out in full on small random graphs: every walk, every order, every
 * subset, every colouring.
 */
#include <stdlib.h>
#include <string.h>
#include "random_graph.h"

enum { GRAPHS = 400, WALKS = 7 };

struct sight { /* what exhaustive walking sees */
	const struct graph *graph;
	size_t from;
	int64_t best[8], longest[8];
	int most_arcs[8];
	bool reached[8];
	int64_t walks[8][8]; /* by length, to */
};

/* Every walk of up to WALKS arcs; on small graphs all that is asked shows up in these. */
static void wander(struct sight *sight, size_t at, int arcs, int64_t cost)
{
	if (cost < sight->best[at])
		sight->best[at] = cost;
	if (cost > sight->longest[at])
		sight->longest[at] = cost;
	if (arcs > sight->most_arcs[at])
		sight->most_arcs[at] = arcs;
	if (arcs > 0)
		sight->reached[at] = true;
	sight->walks[arcs][at]++;
	if (arcs == WALKS)
		return;
	for (size_t to = 0; to < sight->graph->vertices.count; to++)
		if (graph_has(sight->graph, at, to))
			wander(sight, to, arcs + 1, cost + graph_weight(sight->graph, at, to));
}

static void look(struct sight *sight, const struct graph *graph, size_t from)
{
	*sight = (struct sight){ .graph = graph, .from = from };
	for (size_t v = 0; v < 8; v++) {
		sight->best[v] = GRAPH_FAR;
		sight->longest[v] = -GRAPH_FAR;
		sight->most_arcs[v] = -1;
	}
	wander(sight, from, 0, 0);
}

static void check_walks(const struct graph *graph, const struct sight *sight, struct arena *arena)
{
	size_t count = graph->vertices.count;
	const struct vertex_set *closure = graph_closure(graph, false, arena);

	for (size_t v = 0; v < count; v++)
		assert_int_equal(vertex_in(&closure[sight->from], v), sight->reached[v]);
	for (unsigned length = 0; length <= WALKS; length++) {
		const int64_t *counts = graph_path_counts(graph, length, arena);
		for (size_t v = 0; v < count; v++)
			assert_int_equal(counts[sight->from * count + v], sight->walks[length][v]);
	}
}

static void test_walks(void **state)
{
	struct draw draw;

	draw_open(&draw, 1, "walks");
	for (int i = 0; i < GRAPHS; i++) {
		struct arena *cleanup_arena arena = arena_new(0);
		struct shape shape = { .count = 1 + draw_below(&draw, 5),
			.percent = 20 + draw_below(&draw, 40),
			.directed = i % 3 != 0,
			.loops = i % 2 == 0,
			.weighted = true };
		const struct graph *graph = random_graph(&draw, &shape, arena);
		struct distances distances;
		struct dijkstra dijkstra;

		for (size_t from = 0; from < shape.count; from++) {
			struct sight sight;

			look(&sight, graph, from);
			check_walks(graph, &sight, arena);
			assert_true(graph_distances(&distances, graph, from, arena));
			assert_true(graph_dijkstra(&dijkstra, graph, from, arena));
			for (size_t v = 0; v < shape.count; v++) {
				struct path path = distances_path(&distances, from, v, arena);
				int64_t cost;

				assert_int_equal(distances.at[v], sight.best[v]);
				assert_int_equal(dijkstra.at[(dijkstra.rows - 1) * shape.count + v], sight.best[v]);
				if (sight.best[v] == GRAPH_FAR) {
					assert_int_equal(path.count, 0);
					continue;
				}
				assert_int_equal(path_valid_arcs(graph, &path, &cost) + 1, path.count);
				assert_int_equal(cost, sight.best[v]);
				assert_int_equal(path.at[0], from);
				assert_int_equal(path.at[path.count - 1], v);
			}
		}
	}
}

static void test_levels(void **state)
{
	struct draw draw;

	draw_open(&draw, 2, "levels");
	for (int i = 0; i < GRAPHS; i++) {
		struct arena *cleanup_arena arena = arena_new(0);
		struct shape shape = { .count = 1 + draw_below(&draw, 6),
			.percent = 20 + draw_below(&draw, 60),
			.directed = true,
			.acyclic = true,
			.weighted = true,
			.least = -4 };
		const struct graph *graph = random_graph(&draw, &shape, arena);
		bool circuit = true;
		const int *levels = graph_levels(graph, &circuit, arena), *steps = graph_steps(graph, arena);
		const size_t *order = graph_topological(graph, arena);
		struct path whole = { .at = order, .count = shape.count };
		int most[8] = { 0 }, fewest[8];
		size_t pred;

		assert_false(circuit);
		assert_false(graph_has_circuit(graph, arena));
		assert_int_equal(order_first_early(graph, &whole, &pred), VERTEX_NONE);
		for (size_t v = 0; v < shape.count; v++)
			fewest[v] = vertex_set_count(graph->before[v]) == 0 ? 0 : 99;
		for (size_t from = 0; from < shape.count; from++) {
			struct distances longest;
			struct sight sight;

			look(&sight, graph, from);
			assert_true(graph_longest(&longest, graph, from, arena));
			for (size_t v = 0; v < shape.count; v++) {
				assert_int_equal(longest.at[v], sight.longest[v]);
				if (sight.most_arcs[v] > most[v])
					most[v] = sight.most_arcs[v];
				for (int k = 0;
					vertex_set_count(graph->before[from]) == 0 && k < fewest[v] && k <= WALKS; k++)
					if (sight.walks[k][v] > 0)
						fewest[v] = k;
			}
		}
		for (size_t v = 0; v < shape.count; v++) {
			assert_int_equal(levels[v], most[v]);
			assert_int_equal(steps[v], fewest[v]);
		}
	}
}

/* Is it a circuit of the graph, without a vertex twice? */
static bool is_circuit(const struct graph *graph, const struct path *path)
{
	struct vertex_set seen = { 0 };

	if (path->count < 2 || path->at[0] != path->at[path->count - 1] ||
		path_valid_arcs(graph, path, NULL) + 1 != path->count ||
		(!graph->directed && path->count == 3 && path->at[0] != path->at[1]))
		return false;
	for (size_t i = 1; i < path->count; i++) {
		if (vertex_in(&seen, path->at[i]))
			return false;
		vertex_put(&seen, path->at[i]);
	}
	return true;
}

static void test_circuits(void **state)
{
	struct draw draw;

	draw_open(&draw, 3, "circuits");
	for (int i = 0; i < GRAPHS; i++) {
		struct arena *cleanup_arena arena = arena_new(0);
		struct shape shape = { .count = 1 + draw_below(&draw, 6),
			.percent = 5 + draw_below(&draw, 35),
			.directed = i % 2 == 0,
			.loops = i % 5 == 0 };
		const struct graph *graph = random_graph(&draw, &shape, arena);
		const size_t *component, *strong;
		size_t pieces = graph_components(&component, graph, arena);
		struct path path;
		bool there = false, circuit;

		graph_strong_components(&strong, graph, arena);
		if (graph->directed) {
			for (size_t from = 0; from < shape.count; from++) {
				struct sight sight;
				look(&sight, graph, from);
				there |= sight.reached[from];
				for (size_t v = 0; v < shape.count; v++) {
					struct sight back;
					look(&back, graph, v);
					assert_int_equal(strong[from] == strong[v],
						from == v || (sight.reached[v] && back.reached[from]));
				}
			}
			graph_levels(graph, &circuit, arena);
			assert_int_equal(circuit, there);
			assert_int_equal(graph_topological(graph, arena) == NULL, there);
		} else {
			/* A forest has as many edges as vertices less trees. */
			there = graph->arc_count + pieces != shape.count;
		}
		assert_int_equal(graph_circuit(&path, graph, arena) == SEARCH_FOUND, there);
		if (there)
			assert_true(is_circuit(graph, &path));
	}
}

/* ---- tours ---- */

struct tours {
	const struct graph *graph;
	bool circuit, hamilton, euler;
	size_t start;
};

static void try_vertices(struct tours *tours, struct vertex_set left, size_t at, size_t done)
{
	size_t count = tours->graph->vertices.count;

	if (done == count) {
		if (!tours->circuit)
			tours->hamilton = true;
		else if (count > 1 && (tours->graph->directed || count > 2))
			tours->hamilton |= graph_has(tours->graph, at, tours->start);
	}
	for (size_t v = 0; v < count; v++) {
		struct vertex_set rest = left;

		if (!vertex_in(&left, v) || !graph_has(tours->graph, at, v))
			continue;
		vertex_drop(&rest, v);
		try_vertices(tours, rest, v, done + 1);
	}
}

static void try_arcs(struct tours *tours, unsigned long left, size_t at)
{
	if (left == 0)
		tours->euler |= !tours->circuit || at == tours->start;
	for (size_t i = 0; i < tours->graph->arc_count; i++) {
		const struct arc *arc = &tours->graph->arcs[i];

		if (!(left >> i & 1))
			continue;
		if (arc->from == at)
			try_arcs(tours, left & ~(1ul << i), arc->to);
		else if (!tours->graph->directed && arc->to == at)
			try_arcs(tours, left & ~(1ul << i), arc->from);
	}
}

static void check_tours(const struct graph *graph, const struct tour_wish *wish, struct arena *arena)
{
	struct budget budget = BUDGET(100000);
	struct tours tours = { .graph = graph, .circuit = wish->circuit };
	struct path path;

	for (size_t v = 0; v < graph->vertices.count; v++) {
		struct vertex_set left = vertex_set_all(graph->vertices.count);

		if (wish->from != VERTEX_NONE && wish->from != v)
			continue;
		vertex_drop(&left, v);
		tours.start = v;
		try_vertices(&tours, left, v, 1);
		if (graph->arc_count > 0)
			try_arcs(&tours, (1ul << graph->arc_count) - 1, v);
	}
	enum search found = graph_hamiltonian(&path, graph, wish, &budget, arena);
	assert_int_equal(found, tours.hamilton ? SEARCH_FOUND : SEARCH_NONE);
	if (found == SEARCH_FOUND) {
		assert_int_equal(path.count, graph->vertices.count + wish->circuit);
		assert_int_equal(path_valid_arcs(graph, &path, NULL) + 1, path.count);
	}
	found = graph_eulerian(&path, graph, wish, arena);
	assert_int_equal(found, tours.euler ? SEARCH_FOUND : SEARCH_NONE);
	if (found == SEARCH_FOUND) {
		assert_int_equal(path.count, graph->arc_count + 1);
		assert_int_equal(path_valid_arcs(graph, &path, NULL) + 1, path.count);
		assert_true(!wish->circuit || path.at[0] == path.at[path.count - 1]);
		assert_true(wish->from == VERTEX_NONE || path.at[0] == wish->from);
	}
}

static void test_tours(void **state)
{
	struct draw draw;

	draw_open(&draw, 4, "tours");
	for (int i = 0; i < 2 * GRAPHS; i++) {
		struct arena *cleanup_arena arena = arena_new(0);
		struct shape shape = { .count = 1 + draw_below(&draw, 5),
			.percent = 20 + draw_below(&draw, 60),
			.directed = i % 2 == 0,
			.loops = i % 7 == 0 };
		const struct graph *graph = random_graph(&draw, &shape, arena);
		struct tour_wish wish = { i % 4 < 2, VERTEX_NONE, VERTEX_NONE };

		if (graph->arc_count > 9)
			continue;
		if (i % 3 == 0)
			wish.from = draw_below(&draw, (uint32_t)shape.count);
		check_tours(graph, &wish, arena);
	}
}

/* ---- trees, colours ---- */

static void check_tree(const struct graph *graph, struct arena *arena)
{
	const size_t *arcs, *component;
	int64_t weight, best = GRAPH_FAR;
	size_t count;
	bool found = graph_spanning_tree(&arcs, &count, &weight, graph, false, arena);

	for (unsigned long chosen = 0; chosen < 1ul << graph->arc_count; chosen++) {
		struct arc list[16];
		size_t kept = 0;
		int64_t sum = 0;

		for (size_t i = 0; i < graph->arc_count; i++) {
			if (!(chosen >> i & 1))
				continue;
			list[kept++] = graph->arcs[i];
			sum += graph->arcs[i].weight;
		}
		const struct graph *part =
			graph_make(graph->directed, graph->weighted, graph->vertices, list, kept, NULL, arena);
		if (kept + 1 == graph->vertices.count && graph_components(&component, part, arena) == 1 && sum < best)
			best = sum;
	}
	assert_int_equal(found, best != GRAPH_FAR);
	if (found)
		assert_int_equal(weight, best);
}

static bool can_colour(const struct graph *graph, int *of, size_t v, int colours)
{
	if (v == graph->vertices.count)
		return true;
	for (of[v] = 0; of[v] < colours; of[v]++) {
		bool fits = true;

		for (size_t w = 0; w < v; w++)
			fits &= of[w] != of[v] || (!graph_has(graph, v, w) && !graph_has(graph, w, v));
		if (fits && can_colour(graph, of, v + 1, colours))
			return true;
	}
	return false;
}

static void test_trees_and_colours(void **state)
{
	struct draw draw;

	draw_open(&draw, 5, "trees");
	for (int i = 0; i < GRAPHS / 2; i++) {
		struct arena *cleanup_arena arena = arena_new(0);
		struct shape shape = { .count = 1 + draw_below(&draw, 6),
			.percent = 20 + draw_below(&draw, 60),
			.directed = i % 4 == 0,
			.weighted = true,
			.least = -3 };
		const struct graph *graph = random_graph(&draw, &shape, arena);
		struct budget budget = BUDGET(100000);
		const int *of;
		int colours, least = 1, tried[8];

		if (graph->arc_count <= 9)
			check_tree(graph, arena);
		while (!can_colour(graph, tried, 0, least))
			least++;
		assert_int_equal(graph_colouring(&of, &colours, graph, 0, &budget, arena), SEARCH_FOUND);
		assert_int_equal(colours, least);
		for (size_t a = 0; a < graph->arc_count; a++)
			assert_true(of[graph->arcs[a].from] != of[graph->arcs[a].to]);
		if (least > 1)
			assert_int_equal(graph_colouring(&of, &colours, graph, least - 1, &budget, arena), SEARCH_NONE);
	}
}

static void test_negative_circuit(void **state)
{
	struct arena *cleanup_arena arena = arena_new(0);
	static const char *const names[] = { "A", "B", "C" };
	const struct arc arcs[] = { { 0, 1, 1000 }, { 1, 2, -3000 }, { 2, 1, 2000 } };
	const struct graph *graph = graph_make(true, true, (struct vertices){ names, 3 }, arcs, 3, NULL, arena);
	struct distances distances;
	struct dijkstra dijkstra;
	size_t bad;

	assert_false(graph_distances(&distances, graph, 0, arena));
	assert_false(graph_longest(&distances, graph, 0, arena));
	assert_false(graph_dijkstra(&dijkstra, graph, 0, arena));
	assert_true(graph_negative(graph));
	assert_string_equal(graph_weight_text(-2500, LANG_FR, arena), "−2,5");
	assert_string_equal(graph_weight_text(12050, LANG_EN, arena), "12.05");
	assert_string_equal(graph_weight_text(7000, LANG_FR, arena), "7");
	const struct arc twice[] = { { 0, 1, 1000 }, { 1, 0, 1000 } };
	assert_null(graph_make(false, true, graph->vertices, twice, 2, &bad, arena));
	assert_int_equal(bad, 1);
	assert_non_null(graph_make(true, true, graph->vertices, twice, 2, &bad, arena));
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_walks),
		cmocka_unit_test(test_levels),
		cmocka_unit_test(test_circuits),
		cmocka_unit_test(test_tours),
		cmocka_unit_test(test_trees_and_colours),
		cmocka_unit_test(test_negative_circuit),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
