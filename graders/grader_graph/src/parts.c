/* What may be asked, and the small words that all judges share. */
#include <string.h>
#include "question.h"

const struct part_spec graph_part_specs[PART_COUNT] = {
	[PART_MATRIX] = { "adjacency-matrix", "row-matrix", FORM_MATRIX },
	[PART_SUCCESSORS] = { "successors", "row-successors", FORM_SETS },
	[PART_PREDECESSORS] = { "predecessors", "row-predecessors", FORM_SETS },
	[PART_DEGREES] = { "degrees", "row-degrees", FORM_NUMBERS },
	[PART_OUT_DEGREES] = { "out-degrees", "row-out-degrees", FORM_NUMBERS },
	[PART_IN_DEGREES] = { "in-degrees", "row-in-degrees", FORM_NUMBERS },
	[PART_PATH_COUNT] = { "path-count", "row-path-count", FORM_NUMBER },
	[PART_CLOSURE] = { "transitive-closure", "row-closure", FORM_MATRIX },
	[PART_LEVELS] = { "levels", "row-levels", FORM_NUMBERS },
	[PART_BY_LEVEL] = { "ordered-by-level", "row-by-level", FORM_GROUPS },
	[PART_HAS_CIRCUIT] = { "has-circuit", "row-has-circuit", FORM_WORD },
	[PART_CIRCUIT] = { "circuit", "row-circuit", FORM_PATH },
	[PART_HAMILTONIAN_PATH] = { "hamiltonian-path", "row-hamiltonian-path", FORM_PATH },
	[PART_HAMILTONIAN_CIRCUIT] = { "hamiltonian-circuit", "row-hamiltonian-circuit", FORM_PATH },
	[PART_EULERIAN_PATH] = { "eulerian-path", "row-eulerian-path", FORM_PATH },
	[PART_EULERIAN_CIRCUIT] = { "eulerian-circuit", "row-eulerian-circuit", FORM_PATH },
	[PART_SHORTEST] = { "shortest-path", "row-shortest", FORM_PATH },
	[PART_LONGEST] = { "longest-path", "row-longest", FORM_PATH },
	[PART_DISTANCES] = { "distances", "row-distances", FORM_NUMBERS },
	[PART_TREE] = { "spanning-tree", "row-tree", FORM_ARCS },
	[PART_ORDER] = { "topological-order", "row-order", FORM_PATH },
	[PART_COMPONENTS] = { "components", "row-components", FORM_GROUPS },
	[PART_COLOURING] = { "colouring", "row-colouring", FORM_LABELS },
	[PART_COLOURS] = { "chromatic-number", "row-colours", FORM_NUMBER },
};

void graph_judged_right(struct judging *judging)
{
	judging->out->credit = FRAC_ONE;
	judging->out->message = (struct msg_text){ 0 };
}

void graph_judged_wrong(
	struct judging *judging, size_t num, size_t den, const char *code, const struct msg_param *params)
{
	struct err ignored;

	/* What is wrong never has everything. */
	if (den == 0 || num >= den) {
		num = num > 0 && den > 0 ? 9 : 0;
		den = 10;
	}
	if (frac_make(&judging->out->credit, (int64_t)num, (int64_t)den, &ignored))
		judging->out->credit = FRAC_ZERO;
	judging->out->message = msg_make(judging->arena, &graph_kind_messages, code, params);
}

const char *graph_vertex_name(const struct judging *judging, size_t vertex)
{
	return judging->asked->graph->vertices.names[vertex];
}

const char *graph_number_words(const struct judging *judging, int64_t value)
{
	return arena_printf(judging->arena, "%lld", (long long)value);
}

void graph_judge_part(struct judging *judging)
{
	*judging->out = (struct judged){ .credit = FRAC_ZERO, .wrong = VERTEX_NONE };
	switch (graph_part_specs[judging->part].form) {
	case FORM_MATRIX:
		graph_judge_matrix(judging);
		break;
	case FORM_SETS:
		graph_judge_sets(judging);
		break;
	case FORM_NUMBERS:
		graph_judge_numbers(judging);
		break;
	case FORM_LABELS:
		graph_judge_colouring(judging);
		break;
	case FORM_NUMBER:
		graph_judge_number(judging);
		break;
	case FORM_WORD:
		graph_judge_word(judging);
		break;
	case FORM_PATH:
		graph_judge_path(judging);
		break;
	case FORM_ARCS:
		graph_judge_tree(judging);
		break;
	case FORM_GROUPS:
		if (judging->part == PART_COMPONENTS)
			graph_judge_components(judging);
		else
			graph_judge_numbers(judging);
		break;
	}
}
