#include "random_graph.h"

const struct graph *random_graph(struct draw *draw, const struct shape *shape, struct arena *arena)
{
	struct arc *arcs = arena_array(arena, GRAPH_ARCS_MAX, sizeof(*arcs));
	const char **names = arena_array(arena, shape->count + 1, sizeof(*names));
	size_t arc_count = 0;

	for (size_t i = 0; i < shape->count; i++)
		names[i] = arena_printf(arena, "v%zu", i);
	for (size_t i = 0; i < shape->count; i++) {
		for (size_t j = 0; j < shape->count; j++) {
			bool forward = shape->acyclic || !shape->directed;

			if ((i == j && !shape->loops) || (forward && i > j) ||
				draw_below(draw, 100) >= shape->percent || arc_count == GRAPH_ARCS_MAX)
				continue;
			arcs[arc_count++] = (struct arc){ i, j, (shape->least + draw_below(draw, 10)) * GRAPH_UNIT };
		}
	}
	const struct graph *graph = graph_make(shape->directed, shape->weighted,
		(struct vertices){ names, shape->count }, arcs, arc_count, NULL, arena);
	assert_non_null(graph);
	return graph;
}
