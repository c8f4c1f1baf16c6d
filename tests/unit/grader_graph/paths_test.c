/* Paths, circuits, orders, trees, colourings, components: what each answer gets. */
#include "../triples/triples.h"
#include "grader_graph/grader_graph.h"

#define RUN(rows) triples_run(&graph_kind, rows, sizeof(rows) / sizeof(rows[0]))

#define ROADS "'graph': {'vertices': 'ABCD', 'arcs': 'AB:4 AC:1 CB:2 BD:5 CD:9'}, "
#define RING  "'graph': {'vertices': 'ABCDE', 'arcs': 'AC CB BD DE EA AB'}, "
#define HOUSE "'graph': {'vertices': 'ABCDE', 'arcs': 'AB BC CD DA AC BD CE DE', 'directed': false}, "
#define NET   "'graph': {'vertices': 'ABCD', 'arcs': 'AB:1 BC:2 CD:3 DA:4 AC:5', 'directed': false}, "
#define EXAM  "'graph': {'vertices': 'ABCDEF', 'arcs': 'AB AC BD CE DE DF EF'}, "

static void test_routes(void **state)
{
	static const struct triple rows[] = {
		{ ROADS "'ask': 'shortest-path', 'from': 'A', 'to': 'D'", "A-C-B-D", "20", "" },
		{ NULL, "ACBD = 8", "20", "" },
		{ NULL, "A → C → B → D (7)", "16", "path-cost" },
		{ NULL, "A-B-D", "10", "path-longer", "9" },
		{ NULL, "A-C-D", "10", "path-longer", "10" },
		{ NULL, "A-D", "0", "path-no-arc", "A → D" },
		{ NULL, "A-C-B-C-D", "5", "path-arc-reversed", "B → C" },
		{ NULL, "C-B-D", "0", "path-start" },
		{ NULL, "A-C-B", "2", "path-end" },
		{ NULL, "aucun", "0", "path-there" },
		{ NULL, "A-X", "?", "unknown-vertex" },
		{ ROADS "'ask': 'longest-path', 'from': 'A', 'to': 'D'", "A-C-D", "20", "" },
		{ NULL, "A-B-D", "10", "path-not-longest" },
		{ ROADS "'ask': 'shortest-path', 'from': 'D', 'to': 'A'", "aucun", "20", "" },
		{ NULL, "D-B-A", "0", "path-arc-reversed" },
		{ EXAM "'ask': 'topological-order'", "A C B D E F", "20", "" },
		{ NULL, "A B C D F E", "40/3", "order-early", "F vient avant E" },
		{ NULL, "F E D C B A", "2", "order-reversed" },
		{ NULL, "A B D C E", "50/3", "vertex-missing", "F" },
		{ NULL, "A C C B D E F", "20/3", "order-twice" },
	};

	RUN(rows);
}

static void test_tours(void **state)
{
	static const struct triple rows[] = {
		{ RING "'ask': 'hamiltonian-path'", "A-C-B-D-E", "20", "" },
		{ NULL, "C-B-D-E-A", "20", "" },
		{ NULL, "A-B-D-E", "15", "vertex-missing", "C" },
		{ NULL, "C-B-D-A-E", "10", "path-no-arc" },
		{ NULL, "A-B-C-D-E", "2", "path-arc-reversed", "B → C" },
		{ NULL, "E-A-C-B-D-E", "18", "vertex-repeated" },
		{ RING "'ask': 'hamiltonian-circuit'", "A-C-B-D-E-A", "20", "" },
		{ NULL, "BDEACB", "20", "" },
		{ NULL, "A-C-B-D-E", "16", "circuit-open" },
		{ NULL, "A-B-D-E-A", "12", "tour-closed-early", "C" },
		{ RING "'ask': 'eulerian-circuit'", "aucun", "20", "" },
		{ NULL, "A-C-B-D-E-A", "0", "path-none" },
		{ RING "'ask': 'eulerian-path'", "A-C-B-D-E-A-B", "20", "" },
		{ NULL, "A-C-B-D-E-A-C", "50/3", "arc-repeated" },
		{ NULL, "A-C-B-D-E-A", "50/3", "arc-forgotten", "A → B" },
		{ HOUSE "'ask': 'eulerian-path'", "A-B-C-D-A-C-E-D-B", "20", "" },
		{ NULL, "A-B-A", "2.5", "arc-repeated" },
		{ NULL, "A-B-C-D-A-C-E-D", "17.5", "arc-forgotten" },
		{ HOUSE "'ask': 'circuit'", "A-B-C-A", "20", "" },
		{ NULL, "A-B-A", "0", "cycle-back" },
		{ NULL, "A-B-C", "10", "circuit-open" },
		{ EXAM "'ask': 'circuit'", "aucun", "20", "" },
		{ NULL, "A-B-D-A", "0", "path-no-arc" },
		{ RING "'ask': 'has-circuit'", "oui", "20", "" },
		{ NULL, "non", "0", "circuit-there" },
		{ NULL, "peut-être", "?", "read-yes-no" },
	};

	RUN(rows);
}

static void test_trees_and_colours(void **state)
{
	static const struct triple rows[] = {
		{ NET "'ask': 'spanning-tree'", "AB, BC, CD", "20", "" },
		{ NULL, "{'spanning-tree': [['A', 'B'], ['C', 'B'], ['D', 'C']]}", "20", "", NULL, true },
		{ NULL, "AB, BC, DA", "10", "tree-heavier", "7" },
		{ NULL, "AC, DA, CD", "20/3", "tree-cycle" },
		{ NULL, "AC, DA, BC", "10", "tree-heaviest" },
		{ NULL, "AB, BC", "20/3", "tree-apart" },
		{ NULL, "AB, BD", "10/3", "tree-no-edge" },
		{ NULL, "AB BC CD DA AC", "2", "tree-cycle" },
		{ HOUSE "'ask': 'colouring'", "A : rouge\nB : bleu\nC : vert\nD : jaune\nE : rouge", "20", "" },
		{ NULL, "A 1\nB 2\nC 3\nD 4\nE 5", "0", "colours-many" },
		{ NULL, "A 1\nB 2\nC 3\nD 1\nE 2", "5", "colour-clash", "A" },
		{ NULL, "A 1\nB 1\nC 1\nD 1\nE 1", "0", "colour-clash" },
		{ NULL, "A 1\nB 2\nC 3\nD 4", "2", "cell-blank" },
		{ HOUSE "'ask': 'chromatic-number'", "4", "20", "" },
		{ NULL, "3", "0", "colours-more" },
		{ NULL, "γ = 5", "0", "colours-fewer" },
		{ "'graph': {'vertices': 'ABCDE', 'arcs': 'AB BA CD'}, 'ask': 'components'", "{A, B} {C, D} {E}", "20",
			"" },
		{ NULL, "A, B ; C, D ; E", "20", "" },
		{ NULL, "{A, B} {C} {D} {E}", "10", "components-strong" },
		{ NULL, "{A, B, C, D} {E}", "20/3", "component-wrong" },
		{ NULL, "{A} {B} {C} {D} {E}", "2", "component-wrong" },
	};

	RUN(rows);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_routes),
		cmocka_unit_test(test_tours),
		cmocka_unit_test(test_trees_and_colours),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
