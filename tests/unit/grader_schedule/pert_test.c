/* Dates of stages. */
#include "../triples/triples.h"
#include "grader_schedule/grader_schedule.h"
#include "projects.h"

static const struct triple rows[] = {
	{ FIVE_STAGES "'ask': ['earliest', 'latest', 'total-float', 'free-float', 'critical-path', 'duration']",
		"Étape | tôt | tard\n1 | 0 | 0\n2 | 3 | 3\n3 | 3 | 3\n4 | 8 | 8\n5 | 10 | 10\n\n"
		"Tâche | marge totale | marge libre\nA | 0 | 0\nB | 1 | 1\nC | 1 | 1\nD | 0 | 0\nE | 0 | 0\n\n"
		"Chemin critique : A-x-D-E\nDurée : 10",
		"20", "", NULL, false },
	{ NULL,
		"Étape 1 2 3 4 5\ntôt 0 3 3 8 10\ntard 0 3 3 8 10\n\nTâche | MT | ML\nA | 0 | 0\nB | 1 | 1\nC | 1 | "
		"1\nD | 0 | 0\n"
		"E | 0 | 0\nChemin critique : 1-2-3-4-5\nDurée : 10",
		"20", "", NULL, false },
	/* A slip at stage 4 and all that follows. */
	{ NULL,
		"Étape | tôt | tard\n1 | 0 | 0\n2 | 3 | 3\n3 | 3 | 3\n4 | 7 | 8\n5 | 9 | 10\n\n"
		"Tâche | MT | ML\nA | 0 | 0\nB | 1 | 1\nC | 1 | 0\nD | 0 | -1\nE | 1 | 0\n"
		"Chemin critique : A-D-E\nDurée : 9",
		"18.6", "earliest-first-min",
		"tôt(4) = max(tôt(2) + 4\u00a0; tôt(3) + 5) = max(7\u00a0; 8) = 8, vous avez 7", false },
	{ FIVE_STAGES "'ask': ['earliest', 'latest']",
		"{'earliest': {'1': 0, '2': 3, '3': 2, '4': 7, '5': 9}, 'latest': {'1': 0, '2': 3, '3': 3, '4': 8, "
		"'5': 10}}",
		"18", "earliest-min", NULL, true },
	{ NULL,
		"{'latest': {'1': 1, '2': 4, '3': 3, '4': 8, '5': 10}, 'earliest': {'1': 0, '2': 3, '3': 3, '4': 8, "
		"'5': 10}}",
		"18", "latest-max", NULL, true },
	{ NULL,
		"{'latest': {'1': 0, '2': 4, '3': 3, '4': 8, '5': 10}, 'earliest': {'1': 0, '2': 3, '3': 3, '4': 8, "
		"'5': 10}}",
		"18", "latest-first-max",
		"tard(2) = min(tard(4) − 4\u00a0; tard(3)) = min(4\u00a0; 3) = 3, vous avez 4", true },
	{ NULL,
		"{'latest': {'1': 0, '2': 3, '3': 3, '4': 10, '5': 10}, 'earliest': {'1': 0, '2': 3, '3': 3, '4': 8, "
		"'5': 10}}",
		"18", "date-first-no-duration", "tard(4) = tard(5) − 2", true },
	{ NULL,
		"{'latest': {'1': 0, '2': 3, '3': 3, '4': 8, '5': 12}, 'earliest': {'1': 0, '2': 3, '3': 3, '4': 8, "
		"'5': 10}}",
		"18", "latest-end", "tard(5) = 10", true },
	{ NULL,
		"{'earliest': {'1': 1, '2': 4, '3': 4, '4': 9, '5': 11}, 'latest': {'1': 1, '2': 4, '3': 4, '4': 9, "
		"'5': 11}}",
		"18", "dates-from-one", NULL, true },
	{ FIVE_STAGES "'ask': 'critical-path'", "A-D-E", "20", "", NULL, false },
	{ NULL, "1-2-3-4-5", "20", "", NULL, false },
	{ NULL, "12345", "20", "", NULL, false },
	{ NULL, "A x D E", "20", "", NULL, false },
	{ NULL, "1-2-4-5", "0", "path-not-critical", "A-C-E", false },
	{ NULL, "1-3-5", "0", "path-no-step", "5 ne vient pas juste après 3", false },
	{ NULL, "C-D", "0", "path-no-step", "D ne vient pas juste après C", false },
	{ NULL, "x", "0", "path-nothing", NULL, false },
	{ NULL, "{'critical-path': 'x'}", "0", "path-nothing", NULL, true },
	{ NULL, "2-3", "0", "path-nothing", NULL, false },
	{ FIVE_STAGES "'ask': ['predecessors', 'levels']",
		"Tâche | Pred | Niveau\nA|-|0\nB|-|0\nC|A|1\nD|A B|1\nE|C D|2", "20", "", NULL, false },
};

static const struct refusal refusals[] = {
	{ "'method': 'pert', 'tasks': {'A': {'days': 1}}, 'ask': 'earliest'", "stages-needed", "/questions/0" },
	{ "'tasks': {'A': {'days': 1}}, 'stages': {'A': '1-2'}, 'ask': 'earliest'", "stages-not-asked",
		"/questions/0" },
	{ "'method': 'pert', 'tasks': {'A': {'days': 1}}, 'stages': {'A': '1'}, 'ask': 'earliest'", "bad-stage",
		"/questions/0/stages/A" },
	{ "'method': 'pert', 'tasks': {'A': {'days': 1}}, 'stages': {'A': '1-1'}, 'ask': 'earliest'", "bad-stage",
		"/questions/0/stages/A" },
	{ "'method': 'pert', 'tasks': {'A': {'days': 1}}, 'stages': {'A': '1-A'}, 'ask': 'earliest'", "stage-is-task",
		"/questions/0/stages/A" },
	{ "'method': 'pert', 'tasks': {'A': {'days': 1}, 'B': {'days': 1}}, 'stages': {'A': '1-2', 'x': '2-3'}, 'ask': "
	  "'earliest'",
		"stage-missing", "/questions/0/stages" },
	{ "'method': 'pert', 'tasks': {'A': {'days': 1}, 'B': {'days': 1}}, 'stages': {'A': '1-2', 'B': '2-1'}, 'ask': "
	  "'earliest'",
		"circuit", "/questions/0/stages" },
	{ "'method': 'pert', 'tasks': {'A': {'days': 1}, 'B': {'days': 1}}, 'stages': {'A': '1-2', 'B': '1-3'}, 'ask': "
	  "'earliest'",
		"stage-ends", "/questions/0/stages" },
	{ "'method': 'pert', 'tasks': {'A': {'days': 1}, 'B': {'days': 1, 'after': 'A'}, 'C': {'days': 1}}, 'stages': "
	  "{'A': '1-2', 'B': '1-2', 'C': '1-2'}, 'ask': 'earliest'",
		"stages-differ", "/questions/0/stages" },
	{ "'method': 'pert', 'tasks': {'A': {'days': 1}}, 'stages': {'A': '1-2'}, 'ask': 'latest-finish'",
		"ask-not-pert", "/questions/0/ask" },
};

static void test_pert(void **state)
{
	triples_run(&schedule_kind, rows, sizeof(rows) / sizeof(rows[0]));
}

static void test_refusals(void **state)
{
	refusals_run(&schedule_kind, refusals, sizeof(refusals) / sizeof(refusals[0]));
}

int main(void)
{
	const struct CMUnitTest tests[] = { cmocka_unit_test(test_pert), cmocka_unit_test(test_refusals) };

	return cmocka_run_group_tests(tests, NULL, NULL);
}
