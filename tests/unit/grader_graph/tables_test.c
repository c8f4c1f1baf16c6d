/* Matrices, tables, levels, degrees, distances, numbers of paths: what each answer gets. */
#include "../triples/triples.h"
#include "grader_graph/grader_graph.h"

#define RUN(rows) triples_run(&graph_kind, rows, sizeof(rows) / sizeof(rows[0]))

/* Predecessors A: -, B: A, C: A, D: B, E: C D, F: D E. */
#define EXAM   "'graph': {'vertices': 'ABCDEF', 'arcs': 'AB AC BD CE DE DF EF'}, "
#define LOOPED "'graph': {'vertices': 'ABC', 'arcs': 'AA AB BC CB'}, "
#define ROADS  "'graph': {'vertices': 'ABCD', 'arcs': 'AB:4 AC:1 CB:2 BD:5 CD:9'}, "

static void test_matrices(void **state)
{
	static const struct triple rows[] = {
		{ EXAM "'ask': 'adjacency-matrix'",
			"0 1 1 0 0 0\n0 0 0 1 0 0\n0 0 0 0 1 0\n0 0 0 0 1 1\n0 0 0 0 0 1\n0 0 0 0 0 0", "20", "" },
		{ NULL, "[[0;1;1;0;0;0];[0;0;0;1;0;0];[0;0;0;0;1;0];[0;0;0;0;1;1];[0;0;0;0;0;1];[0;0;0;0;0;0]]", "20",
			"" },
		{ NULL, "011000 / 000100 / 000010 / 000011 / 000001 / 000000", "20", "" },
		{ NULL,
			"| | F | E | D | C | B | A |\n|---|---|---|---|---|---|---|\n| A | 0 | 0 | 0 | 1 | 1 | 0 |\n| "
			"B | "
			"0 | 0 | 1 | 0 | 0 | 0 |\n| C | 0 | 1 | 0 | 0 | 0 | 0 |\n| D | 1 | 1 | 0 | 0 | 0 | 0 |\n| E | "
			"1 | 0 | "
			"0 | 0 | 0 | 0 |\n| F | 0 | 0 | 0 | 0 | 0 | 0 |",
			"20", "" },
		{ NULL, "[[0,1,1,0,0,0],[0,0,0,1,0,0],[0,0,0,0,1,0],['0',0,0,0,1,1],[0,0,0,0,0,1],[0,0,0,0,0,0]]", "20",
			"", NULL, true },
		{ NULL, "000000/100000/100000/010000/001100/000110", "0", "matrix-transposed" },
		{ NULL, "011000/100100/100010/010011/001101/000110", "40/3", "matrix-symmetric" },
		{ NULL, "011111/000111/000011/000011/000001/000000", "14", "matrix-transitive" },
		{ NULL, "011000/000100/000010/000011/000001/000001", "56/3", "loop-added" },
		{ NULL, "111000/000100/000010/000011/000001/000001", "17.5", "loop-added" },
		{ NULL, "011000/000100/000110/000011/000001/000000", "56/3", "arc-extra", "C → D" },
		{ NULL, "011000/000100/000010/000010/000001/000000", "240/13", "arc-missing", "D → F" },
		{ NULL, "021000/000100/000010/000010/000001/000000", "?", "read-matrix-cells" },
		{ NULL, "0 2 1 0 0 0/0 0 0 1 0 0/0 0 0 0 1 0/0 0 0 0 1 1/0 0 0 0 0 1/0 0 0 0 0 0", "18",
			"matrix-numbers" },
		{ NULL, "000000/000000/000000/000000/000000/000000", "0", NULL },
		{ NULL, "111111/111111/111111/111111/111111/111111", "0", NULL },
		{ NULL, "01/00", "?", "read-matrix-rows" },
		{ NULL, "", "-", "answer-blank" },
		{ LOOPED "'ask': 'adjacency-matrix'", "110/001/010", "20", "" },
		{ NULL, "010/001/010", "120/7", "loop-missing" },
		{ EXAM "'ask': 'transitive-closure'", "011111/000111/000011/000011/000001/000000", "20", "" },
		{ NULL, "011000/000100/000010/000011/000001/000000", "0", "closure-direct" },
		{ NULL, "000000/100000/100000/110000/111100/111110", "0", "matrix-transposed" },
		{ NULL, "111111/010111/001011/000111/000011/000001", "0", "closure-reflexive" },
		{ NULL, "0 1 1 1 2 3/0 0 0 1 1 2/0 0 0 0 1 1/0 0 0 0 1 2/0 0 0 0 0 1/0 0 0 0 0 0", "18",
			"closure-numbers" },
		{ NULL, "011111/000111/000011/000011/000001/000001", "50/3", "closure-reflexive" },
		{ NULL, "011111/000111/000010/000011/000001/000000", "50/3", "closure-missing", "de C à F" },
		{ "'graph': {'vertices': 'ABCD', 'arcs': 'AB BC CD'}, 'ask': 'transitive-closure'",
			"0110/0011/0001/0000", "40/3", "closure-stops" },
		{ LOOPED "'ask': 'transitive-closure'", "111/011/011", "20", "" },
		{ NULL, "111/001/010", "20/3", NULL },
	};

	RUN(rows);
}

static void test_sets(void **state)
{
	static const struct triple rows[] = {
		{ EXAM "'ask': 'predecessors'", "A : -\nB : A\nC : A\nD : B\nE : C, D\nF : D, E", "20", "" },
		{ NULL, "{'predecessors': {'A': '', 'B': 'A', 'C': ['A'], 'D': 'b', 'E': '{D;C}', 'F': ['E', 'D']}}",
			"20", "", NULL, true },
		{ NULL, "A : B, C\nB : D\nC : E\nD : E, F\nE : F\nF : -", "0", "predecessors-swapped" },
		{ NULL, "A : -\nB : A\nC : A\nD : A, B\nE : A, B, C, D\nF : A, B, C, D, E", "14",
			"table-transitive" },
		{ NULL, "A : -\nB : A\nC : A\nD : B\nE : C, D\nF : D", "240/13", "arc-missing", "E → F" },
		{ NULL, "A : -\nB : -\nC : -\nD : -\nE : -\nF : -", "0", NULL },
		{ NULL, "A : \nB : \nC : \nD : \nE : \nF : ", "-", "answer-blank" },
		{ NULL, "A : X", "?", "unknown-vertex" },
		{ EXAM "'ask': 'successors'", "A : B, C\nB : D\nC : E\nD : E, F\nE : F\nF : aucun", "20", "" },
		{ NULL, "A : -\nB : A\nC : A\nD : B\nE : C, D\nF : D, E", "0", "successors-swapped" },
		{ NULL, "A : B, C\nB : A, D\nC : A, E\nD : B, E, F\nE : C, D, F\nF : D, E", "40/3", "table-symmetric" },
	};

	RUN(rows);
}

static void test_levels(void **state)
{
	static const struct triple rows[] = {
		{ EXAM "'ask': 'levels'", "A 0\nB 1\nC 1\nD 2\nE 3\nF 4", "20", "" },
		{ NULL, "A B C D E F\n0 1 1 2 3 4", "20", "" },
		{ NULL, "N0 : A\nN1 : B, C\nN2 : D\nN3 : E\nN4 : F", "20", "" },
		{ NULL, "{'levels': {'A': 0, 'B': '1', 'C': '1', 'D': '2', 'E': '3', 'F': '4'}}", "20", "", NULL,
			true },
		{ NULL, "A=1, B=2, C=2, D=3, E=4, F=5", "18", "levels-from-one" },
		{ NULL, "A 0\nB 1\nC 1\nD 2\nE 2\nF 3", "50/3", "levels-shortest" },
		{ NULL, "A 4\nB 3\nC 2\nD 2\nE 1\nF 0", "10/3", "levels-reversed" },
		/* One slip, and what follows from it. */
		{ NULL, "A 0\nB 1\nC 1\nD 3\nE 4\nF 5", "50/3", "level-cell", "max(1 + 1) = 2" },
		{ NULL, "A 0\nB 1\nC 1\nD 2\nE 3\nF 3", "50/3", "level-cell" },
		{ NULL, "A 1\nB 1\nC 1\nD 2\nE 3\nF 4", "50/3", "level-source" },
		{ NULL, "A 0\nB 1\nC 1\nD 2\nE 3", "50/3", "cell-blank" },
		{ NULL, "A 0\nB 0\nC 0\nD 0\nE 0\nF 0", "0", NULL },
		{ NULL, "A x", "?", "read-number" },
		{ EXAM "'ask': 'levels', 'origin': 1", "A 0\nB 1\nC 1\nD 2\nE 3\nF 4", "18", "levels-from-zero" },
		{ EXAM "'ask': 'ordered-by-level'", "{A} ; {B, C} ; {D} ; {E} ; {F}", "20", "" },
		{ NULL, "A | B C | D | E | F", "20", "" },
		{ NULL, "A | B C | D E | F", "50/3", "levels-shortest" },
	};

	RUN(rows);
}

static void test_numbers(void **state)
{
	static const struct triple rows[] = {
		{ LOOPED "'ask': 'degrees'", "A 3\nB 3\nC 2", "20", "" },
		{ NULL, "A 2\nB 3\nC 2", "40/3", "degree-loop" },
		{ NULL, "A 2\nB 1\nC 1", "0", "degree-out" },
		{ NULL, "A 1\nB 2\nC 1", "0", "degree-in" },
		{ NULL, "A 3\nB 3\nC 1", "40/3", "degree-cell" },
		{ EXAM "'ask': 'out-degrees'", "A 0\nB 1\nC 1\nD 1\nE 2\nF 2", "20/3", "degree-in" },
		{ ROADS "'ask': 'distances', 'from': 'A'", "A 0\nB 3\nC 1\nD 8", "20", "" },
		{ NULL, "A 0\nB 4\nC 1\nD ∞", "2", "distances-direct" },
		{ NULL, "A 0\nB 1\nC 1\nD 2", "20/3", "distances-arcs" },
		{ NULL, "A 0\nB 4\nC 1\nD 10", "20/3", "distances-longest" },
		/* One slip, and what follows from it. */
		{ NULL, "A 0\nB 4\nC 1\nD 9", "40/3", "distance-cell", "min(0 + 4" },
		{ NULL, "A 0\nB 3\nC 1\nD 10", "40/3", "distance-cell" },
		{ EXAM "'ask': 'path-count', 'length': 2, 'from': 'A', 'to': 'E'", "1", "20", "" },
		{ NULL, "0", "0", "count-transposed" },
		{ NULL, "2", "0", "count-row" },
		{ NULL, "6", "0", "count-total" },
		{ NULL, "5", "0", "count-wrong" },
		{ NULL, "un", "?", "read-number" },
		{ EXAM "'ask': 'path-count', 'length': 2", "6", "20", "" },
		{ NULL, "7", "0", "count-shorter" },
		{ NULL, "4", "0", "count-longer" },
		{ EXAM "'ask': ['levels', 'has-circuit']",
			"{'levels': {'A': '0', 'B': '1', 'C': '1', 'D': '2', 'E': '3', 'F': '4'}, 'has-circuit': "
			"'non'}",
			"20", "", NULL, true },
		{ NULL, "Niveaux :\nA 0\nB 1\nC 1\nD 2\nE 3\nF 4\n\nExistence d’un circuit : non", "20", "" },
		{ NULL, "{'has-circuit': 'non'}", "2", "part-blank", NULL, true },
		{ NULL, "{'has-circuit': 'oui'}", "0", "circuit-none", NULL, true },
		{ NULL, "A 0", "?", "answer-headings" },
		{ NULL, "{'niveaux': 'A 0'}", "?", "answer-key", NULL, true },
	};

	RUN(rows);
}

static void test_refusals(void **state)
{
	static const struct refusal rows[] = {
		{ EXAM "'ask': 'niveaux'", "ask-unknown", "/questions/0/ask" },
		{ LOOPED "'ask': 'levels'", "ask-no-levels", "/questions/0/ask" },
		{ EXAM "'ask': 'shortest-path', 'from': 'A'", "ask-needs", "/questions/0" },
		{ EXAM "'ask': 'path-count'", "ask-needs", "/questions/0" },
		{ EXAM "'ask': 'distances', 'from': 'Z'", "ask-vertex", "/questions/0/from" },
		{ "'graph': {'vertices': 'AB', 'arcs': 'AB AB'}, 'ask': 'degrees'", "graph-arc-twice",
			"/questions/0/graph/arcs" },
		{ "'graph': {'vertices': 'AB', 'arcs': 'AC'}, 'ask': 'degrees'", "unknown-vertex",
			"/questions/0/graph/arcs" },
		{ "'graph': {'vertices': 'ABC', 'arcs': 'AB'}, 'ask': 'spanning-tree'", "ask-no-tree",
			"/questions/0/ask" },
	};

	refusals_run(&graph_kind, rows, sizeof(rows) / sizeof(rows[0]));
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_matrices),
		cmocka_unit_test(test_sets),
		cmocka_unit_test(test_levels),
		cmocka_unit_test(test_numbers),
		cmocka_unit_test(test_refusals),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
