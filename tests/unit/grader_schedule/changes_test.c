/* Other durations: how long it takes then, what moves, what to shorten. */
#include "../triples/triples.h"
#include "grader_schedule/grader_schedule.h"
#include "projects.h"

#define CHAIN "'tasks': {'A': {'days': 5, 'least': 3}, 'B': {'days': 4, 'after': 'A', 'least': 2}}, "

static const struct triple rows[] = {
	{ EIGHT "'ask': 'what-if', 'what_if': {'B': 10}", "23", "20", "", NULL, false },
	{ NULL, "oui, 23 jours", "20", "", NULL, false },
	{ NULL, "Nouvelle durée : 23", "20", "", NULL, false },
	{ NULL, "{'what-if': 23}", "20", "", NULL, true },
	{ NULL, "22", "0", "what-if-unchanged", "le retard de B est de 6, et sa marge totale de 5", false },
	{ NULL, "non", "0", "what-if-unchanged", NULL, false },
	{ NULL, "{'what-if': '22'}", "0", "what-if-unchanged", NULL, true },
	{ NULL, "28", "0", "what-if-added", "sa marge totale (5)", false },
	{ NULL, "oui, 28 jours", "0", "what-if-added", NULL, false },
	{ NULL, "6", "0", "what-if-delay", NULL, false },
	{ NULL, "1 jour", "0", "what-if-delay", "la nouvelle durée du projet\u00a0: 23 jours", false },
	{ NULL, "{'what-if': '6'}", "0", "what-if-delay", NULL, true },
	{ NULL, "25", "0", "what-if-wrong", NULL, false },
	{ NULL, "22,5", "0", "what-if-wrong", "et non 22,5", false },
	{ NULL, "{'what-if': 10}", "0", "what-if-wrong", NULL, true },
	{ NULL, "oui", "?", "what-if-number", NULL, false },
	{ NULL, "", "-", NULL, NULL, false },
	/* What its float absorbs. */
	{ EIGHT "'ask': 'what-if', 'what_if': {'C': 5}", "22", "20", "", NULL, false },
	{ NULL, "non", "20", "", NULL, false },
	{ NULL, "25", "0", "what-if-added", NULL, false },
	{ EIGHT "'ask': 'what-if', 'what_if': {'D': 5}", "17", "20", "", NULL, false },
	{ NULL, "22", "0", "what-if-same", "17, et non 22", false },
	{ NULL, "inchangée", "0", "what-if-same", NULL, false },
	{ NULL, "{'what-if': '22'}", "0", "what-if-same", NULL, true },
	/* From the student's own float. */
	{ EIGHT "'ask': ['total-float', 'what-if'], 'what_if': {'B': 10}",
		"{'total-float': {'A': 5, 'B': 4, 'C': 7, 'D': 0, 'E': 0, 'F': 0, 'G': 0, 'H': 0}, 'what-if': '24'}",
		"18.75", "part-carried", "Nouvelle durée", true },
	{ EIGHT "'ask': 'what-if-changes', 'what_if': {'B': 10}", "C, F, G, H", "20", "", NULL, false },
	{ NULL, "C F G", "15", "changes-missing", "H change aussi", false },
	{ NULL, "FGH", "15", "changes-missing", "C change aussi", false },
	{ NULL, "{'what-if-changes': ['C', 'F', 'H']}", "15", "changes-missing", NULL, true },
	{ NULL, "B, C, F, G, H", "15", "changes-extra", "B ne change pas", false },
	{ NULL, "CFGHE", "15", "changes-extra", NULL, false },
	{ NULL, "ABCDEFGH", "0", "changes-extra", NULL, false },

	{ EIGHT "'ask': 'shorten', 'finish_by': 20", "D = 8", "20", "", NULL, false },
	{ NULL, "D", "20", "", NULL, false },
	{ NULL, "F: 1", "20", "", NULL, false },
	{ NULL, "la tache H de 2 jours", "20", "", NULL, false },
	{ NULL, "E et G", "20", "", NULL, false },
	{ NULL, "E = 0 ; F = 2", "20", "", NULL, false },
	{ NULL, "D - 1, H - 1", "20", "", NULL, false },
	{ NULL, "{'shorten': {'D': '8'}}", "20", "", NULL, true },
	{ NULL, "{'shorten': ['E', 'G']}", "20", "", NULL, true },
	{ NULL, "B", "0", "shorten-not-critical", "sa marge est de 5", false },
	{ NULL, "C = 1", "0", "shorten-not-critical", NULL, false },
	{ NULL, "D = 8 ; A = 1", "0", "shorten-not-critical", "Raccourcir A", false },
	{ NULL, "E", "0", "shorten-not-enough", "dure encore 21 jours, et doit finir à la date 20", false },
	{ NULL, "D = 9", "0", "shorten-not-enough", NULL, false },
	{ NULL, "{'shorten': 'G'}", "0", "shorten-not-enough", NULL, true },
	{ NULL, "D = 8 ; F = 2", "0", "shorten-not-needed", "Raccourcir F", false },
	{ NULL, "D et F", "0", "shorten-not-needed", NULL, false },
	{ NULL, "E, F et H = 5", "0", "shorten-not-needed", NULL, false },
	{ NULL, "D = 12", "0", "shorten-no-shorter", "D dure 10 jours", false },
	{ NULL, "F = 3", "0", "shorten-no-shorter", NULL, false },
	{ NULL, "{'shorten': {'H': 9}}", "0", "shorten-no-shorter", NULL, true },
	{ NULL, "aucune", "-", NULL, NULL, false },
	{ NULL, "D, D", "?", "plan-twice", "D", false },
	{ CHAIN "'ask': 'shorten', 'finish_by': 7", "A = 3", "20", "", NULL, false },
	{ NULL, "A = 4 ; B = 3", "20", "", NULL, false },
	{ NULL, "A = 1", "0", "shorten-too-short", "A ne peut pas durer moins de 3 jours", false },
	{ NULL, "B = 1,5", "0", "shorten-too-short", "moins de 2", false },
	{ NULL, "A de 3 jours", "0", "shorten-too-short", NULL, false },
	{ EIGHT "'ask': 'shorten-each', 'finish_by': 20", "D, F, H", "20", "", NULL, false },
	{ NULL, "D et F", "40/3", "each-missing", "H seule", false },
	{ NULL, "DH", "40/3", "each-missing", NULL, false },
	{ NULL, "{'shorten-each': 'FH'}", "40/3", "each-missing", NULL, true },
	{ NULL, "D, E, F, H", "40/3", "each-extra", "Raccourcir E seule ne suffit pas", false },
	{ NULL, "DFGH", "40/3", "each-extra", NULL, false },
	{ NULL, "DEFGH", "20/3", "each-extra", NULL, false },
};

static void test_changes(void **state)
{
	triples_run(&schedule_kind, rows, sizeof(rows) / sizeof(rows[0]));
}

int main(void)
{
	const struct CMUnitTest tests[] = { cmocka_unit_test(test_changes) };

	return cmocka_run_group_tests(tests, NULL, NULL);
}
