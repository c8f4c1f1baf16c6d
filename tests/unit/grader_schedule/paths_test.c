/* Critical paths and tasks, predecessors and successors. */
#include "../triples/triples.h"
#include "grader_schedule/grader_schedule.h"
#include "projects.h"

static const struct triple paths[] = {
	{ EIGHT "'ask': 'critical-path'", "D-E-F-G-H", "20", "", NULL, false },
	{ NULL, "d → e → f → g → h", "20", "", NULL, false },
	{ NULL, "(D;E;F;G;H)", "20", "", NULL, false },
	{ NULL, "Chemin critique : DEFGH (22 jours)", "20", "", NULL, false },
	{ NULL, "Début, D, E, F, G, H, Fin", "20", "", NULL, false },
	{ NULL, "{'critical-path': ['D', 'E', 'F', 'G', 'H']}", "20", "", NULL, true },
	{ NULL, "A-B-F-G-H", "0", "path-not-critical",
		"longueur est 17, et le projet dure 22 jours\u00a0; A a une marge de 5", false },
	{ NULL, "ABCH", "0", "path-not-critical", "longueur est 15", false },
	{ NULL, "{'critical-path': 'A-B-F'}", "0", "path-not-critical", NULL, true },
	{ NULL, "D-E-F-G", "8", "path-ends-early", "après G", false },
	{ NULL, "DEF", "6", "path-ends-early", NULL, false },
	{ NULL, "{'critical-path': 'DE'}", "4", "path-ends-early", NULL, true },
	{ NULL, "E-F-G-H", "8", "path-begins-late", "avant E", false },
	{ NULL, "FGH", "6", "path-begins-late", NULL, false },
	{ NULL, "G, H", "4", "path-begins-late", NULL, false },
	{ NULL, "H", "0", "path-begins-late", NULL, false },
	{ NULL, "D-F-G-H", "0", "path-jump", "de D à F", false },
	{ NULL, "DEGH", "0", "path-jump", "de E à G", false },
	{ NULL, "D E F H", "0", "path-jump", "de F à H", false },
	{ NULL, "A-D-E-F-G-H", "0", "path-no-step", "D ne vient pas juste après A", false },
	{ NULL, "HGFED", "0", "path-no-step", "G ne vient pas juste après H", false },
	{ NULL, "DDEFGH", "0", "path-no-step", "D ne vient pas juste après D", false },
	{ NULL, "DEFGH ; DEFGH", "20", "", NULL, false },
	{ NULL, "DEFGH ; ABFGH", "0", "path-not-critical", NULL, false },
	{ NULL, "aucun", "-", NULL, NULL, false },
	{ NULL, "Chemin critique :", "-", NULL, NULL, false },
	{ NULL, "D-E-Z", "?", "cell-tasks", "Z", false },
	{ LADDER "'ask': 'critical-path'", "ABCDE", "20", "", NULL, false },
	{ NULL, "A-C-D-E", "0", "path-shorter", "longueur est 4, et le projet dure 5", false },
	{ NULL, "A-B-E", "0", "path-shorter", NULL, false },
	{ NULL, "ADE", "0", "path-shorter", NULL, false },
	/* Two critical paths: any one, or all. */
	{ SEVEN "'ask': 'critical-path'", "DCFG", "20", "", NULL, false },
	{ NULL, "DEFG", "20", "", NULL, false },
	{ NULL, "DCFG et DEFG", "20", "", NULL, false },
	{ SEVEN "'ask': 'critical-paths'", "D-C-F-G et D-E-F-G", "20", "", NULL, false },
	{ NULL, "DEFG, DCFG", "20", "", NULL, false },
	{ NULL, "Chemins critiques :\nDEFG\nDCFG", "20", "", NULL, false },
	{ NULL, "{'critical-paths': ['DEFG', ['D', 'C', 'F', 'G']]}", "20", "", NULL, true },
	{ NULL, "DEFG", "10", "paths-missing", "il y en a 2", false },
	{ NULL, "DCFG", "10", "paths-missing", NULL, false },
	{ NULL, "DCFG ; DCFG", "10", "paths-missing", NULL, false },
	{ NULL, "DCFG ; DEFG ; ABG", "40/3", "path-not-critical", NULL, false },
	{ SEVEN "'ask': ['total-float', 'free-float']",
		"{'total-float': {'A': 2, 'B': 6, 'C': 0, 'D': 0, 'E': 0, 'F': 0, 'G': 0}, 'free-float': {'A': 0, 'B': "
		"6, 'C': 0, 'D': 0, "
		"'E': 0, 'F': 0, 'G': 0}}",
		"20", "", NULL, true },
	/* A path that follows from the student's own floats. */
	{ EIGHT "'ask': ['total-float', 'critical-path', 'critical-tasks']",
		"{'total-float': {'A': 0, 'B': 5, 'C': 7, 'D': 0, 'E': 0, 'F': 0, 'G': 0, 'H': 0}, 'critical-tasks': "
		"'ADEFGH', 'critical-path': 'DEFGH'}",
		"18.75", "part-carried", "Tâches critiques", true },
	{ EIGHT "'ask': ['earliest', 'latest', 'critical-path']",
		"{'earliest': {'A': 0, 'B': 2, 'C': 6, 'D': 0, 'E': 10, 'F': 11, 'G': 14, 'H': 15}, 'latest': {'A': 0, "
		"'B': 2, 'C': 13, 'D': "
		"0, 'E': 10, 'F': 11, 'G': 14, 'H': 15}, 'critical-path': 'ABFGH'}",
		"645/34", "part-carried", "Chemin critique", true },
};

static const struct triple sets[] = {
	{ EIGHT "'ask': 'critical-tasks'", "D, E, F, G et H", "20", "", NULL, false },
	{ NULL, "Tâche | Critique\nA | non\nB | non\nC |\nD | oui\nE | x\nF | X\nG | oui\nH | Oui", "20", "", NULL,
		false },
	{ NULL, "DEFG", "40/3", "critical-missing", "H est critique aussi", false },
	{ NULL, "Tâches critiques : D E F H", "40/3", "critical-missing", "G", false },
	{ NULL, "{'critical-tasks': {'D': true, 'E': 'oui', 'F': 'oui', 'G': 'oui'}}", "40/3", "critical-missing", NULL,
		true },
	{ NULL, "B D E F G H", "40/3", "critical-extra", "B n’est pas critique\u00a0: sa marge est de 5 jours", false },
	{ NULL, "DEFGHC", "40/3", "critical-extra", NULL, false },
	{ NULL, "ABCDEFGH", "0", "critical-extra", "A", false },
	{ NULL, "aucune", "0", "critical-missing", NULL, false },
	{ EIGHT "'ask': 'successors'",
		"Tâche | Successeurs\nA | B\nB | C, F\nC | H\nD | E\nE | F\nF | {G}\nG | H\nH | -", "20", "", NULL,
		false },
	{ NULL,
		"{'successors': {'A': 'B', 'B': ['F', 'C'], 'C': 'H', 'D': 'E', 'E': 'F', 'F': 'G', 'G': 'H', 'H': "
		"[]}}",
		"20", "", NULL, true },
	{ NULL, "Tâche | Successeurs\nA | -\nB | A\nC | B\nD | -\nE | D\nF | B, E\nG | F\nH | C G", "0", "sets-swapped",
		"prédécesseurs au lieu", false },
	{ NULL, "{'successors': {'A': '', 'B': 'A', 'C': 'B', 'D': '', 'E': 'D', 'F': 'BE', 'G': 'F', 'H': 'CG'}}", "0",
		"sets-swapped", NULL, true },
	{ NULL, "Tâche | Succ\nA|B C F G H\nB|CFGH\nC|H\nD|EFGH\nE|FGH\nF|GH\nG|H\nH|∅", "287/24", "sets-transitive",
		NULL, false },
	{ NULL, "Tâche | Succ\nA|B\nB|C\nC|H\nD|E\nE|F\nF|G\nG|H\nH|", "18.75", "sets-missing",
		"B\u00a0: il manque F, car F vient juste après B", false },
	{ NULL, "Tâche | Succ\nA|\nB|C F\nC|H\nD|E\nE|F\nF|G\nG|H\nH|", "17.5", "sets-missing", NULL, false },
	{ NULL, "Tâche | Succ\nA|B C\nB|C F\nC|H\nD|E\nE|F\nF|G\nG|H\nH|", "18.75", "sets-far",
		"C vient après A, mais pas directement", false },
	{ NULL, "Tâche | Succ\nA|B\nB|C F\nC|H\nD|E F\nE|F\nF|G\nG|H\nH|", "18.75", "sets-far", NULL, false },
	{ NULL, "Tâche | Succ\nA|B\nB|C F\nC|H A\nD|E\nE|F\nF|G\nG|H\nH|", "18.75", "sets-extra",
		"A ne vient pas après C", false },
	{ NULL, "Tâche | Succ\nA|B\nB|C F\nC|H\nD|E\nE|F\nF|G\nG|H\nH|A", "17.5", "sets-extra", NULL, false },
	{ NULL, "Tâche | Succ\nA|-\nB|-\nC|-\nD|-\nE|-\nF|-\nG|-\nH|.", "0", "sets-missing", NULL, false },
	{ NULL, "{'successors': {'A': 'B', 'B': 'CF', 'C': 'H', 'D': 'E', 'E': 'F', 'F': 'G', 'G': 'H'}}", "17.5",
		"sets-blank", "H", true },
	{ NULL, "{'successors': {'B': 'CF', 'C': 'H', 'D': 'E', 'E': 'F', 'F': 'G', 'G': 'H', 'H': '-'}}", "17.5",
		"sets-blank", "A", true },
	{ NULL, "Tâche | Succ\nA|B\nB|C F\nC|H\nD|E\nE|F\nF|G\nG|H", "17.5", "sets-blank", "H", false },
	{ EIGHT "'ask': 'predecessors'",
		"Tâche | Antériorités\nA |\nB | A\nC | B\nD | aucun\nE | D\nF | B, E\nG | F\nH | C, G", "20", "", NULL,
		false },
	{ NULL, "Tâche | Antériorités\nA | B\nB | C, F\nC | H\nD | E\nE | F\nF | G\nG | H\nH | -", "0", "sets-swapped",
		"successeurs au lieu", false },
	{ NULL, "Tâche | Prédécesseurs\nA|\nB|A\nC|AB\nD|\nE|D\nF|ABDE\nG|ABDEF\nH|ABCDEFG", "96/7", "sets-transitive",
		NULL, false },
	{ NULL,
		"{'predecessors': {'A': '-', 'B': 'A', 'C': 'AB', 'D': '-', 'E': 'D', 'F': 'ABDE', 'G': 'ABDEF', 'H': "
		"'ABCDEFG'}}",
		"96/7", "sets-transitive", NULL, true },
	{ NULL, "Tâche | Prédécesseurs\nA|\nB|A\nC|B\nD|A\nE|D\nF|B E\nG|F\nH|C G", "17.5", "sets-extra",
		"D ne vient pas après A", false },
	{ NULL, "Tâche | Prédécesseurs\nA|\nB|A\nC|B\nD|\nE|D\nF|B E\nG|E F\nH|C G", "18.75", "sets-far",
		"G vient après E", false },
};

static void test_paths(void **state)
{
	triples_run(&schedule_kind, paths, sizeof(paths) / sizeof(paths[0]));
}

static void test_sets(void **state)
{
	triples_run(&schedule_kind, sets, sizeof(sets) / sizeof(sets[0]));
}

int main(void)
{
	const struct CMUnitTest tests[] = { cmocka_unit_test(test_paths), cmocka_unit_test(test_sets) };

	return cmocka_run_group_tests(tests, NULL, NULL);
}
