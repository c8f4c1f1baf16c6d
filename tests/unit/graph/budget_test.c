/*
 * What may explode does not: on graphs made to be hard, each search ends within its budget, says that it did not decide,
 * and counted no step too many.
 */
#include <string.h>
#include "random_graph.h"

enum { STEPS = 20000 };

/* Two complete parts of different sizes, every vertex of one joined to every one of the other: no Hamiltonian path, and
 * nothing but counting shows it. */
static const struct graph *lopsided(size_t small, size_t large, struct arena *arena)
{
	struct arc *arcs = arena_array(arena, GRAPH_ARCS_MAX, sizeof(*arcs));
	const char **names = arena_array(arena, small + large, sizeof(*names));
	size_t count = 0;

	for (size_t i = 0; i < small + large; i++)
		names[i] = arena_printf(arena, "v%zu", i);
	for (size_t i = 0; i < small; i++)
		for (size_t j = small; j < small + large; j++)
			arcs[count++] = (struct arc){ i, j, GRAPH_UNIT };
	return graph_make(false, false, (struct vertices){ names, small + large }, arcs, count, NULL, arena);
}

static void test_hamilton(void **state)
{
	struct arena *cleanup_arena arena = arena_new(0);
	const struct graph *graph = lopsided(15, 18, arena);
	struct tour_wish wish = { false, VERTEX_NONE, VERTEX_NONE };
	struct budget budget = BUDGET(STEPS);
	struct path path;

	assert_int_equal(graph_hamiltonian(&path, graph, &wish, &budget, arena), SEARCH_UNDECIDED);
	assert_int_equal(budget.left, 0);
	assert_int_equal(budget.spent, STEPS);
	/* Small enough, it is decided. */
	budget = BUDGET(2000000);
	assert_int_equal(graph_hamiltonian(&path, lopsided(4, 6, arena), &wish, &budget, arena), SEARCH_NONE);
	budget = BUDGET(STEPS);
	assert_int_equal(graph_hamiltonian(&path, lopsided(12, 13, arena), &wish, &budget, arena), SEARCH_FOUND);
}

static void test_colours(void **state)
{
	struct shape shape = { .count = GRAPH_VERTICES_MAX, .percent = 12 };
	struct draw draw;

	draw_open(&draw, 9, "colours");
	for (int i = 0; i < 5; i++) {
		struct arena *cleanup_arena arena = arena_new(0);
		const struct graph *graph = random_graph(&draw, &shape, arena);
		struct budget budget = BUDGET(STEPS);
		const int *of;
		int colours;
		enum search found = graph_colouring(&of, &colours, graph, 0, &budget, arena);

		assert_true(found == SEARCH_UNDECIDED || found == SEARCH_FOUND);
		assert_int_equal(budget.left + budget.spent, STEPS);
		shape.percent += 2;
	}
}

static void test_counts_overflow(void **state)
{
	struct arena *cleanup_arena arena = arena_new(0);
	const struct graph *graph = lopsided(20, 20, arena);

	assert_non_null(graph_path_counts(graph, 10, arena));
	assert_null(graph_path_counts(graph, 64, arena));
	assert_null(graph_path_counts(graph, 1000000000, arena));
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_hamilton),
		cmocka_unit_test(test_colours),
		cmocka_unit_test(test_counts_overflow),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
