/* Answers that cannot be read cost nothing and are told why; numbers of every notation; the author's mistakes. */
#include "../triples/triples.h"
#include "grader_schedule/grader_schedule.h"
#include "projects.h"

#define DECIMAL                                                                                                        \
	"'tasks': {'A': {'days': '2,5'}, 'B': {'days': '0.75', 'after': 'A'}, 'C1': {'days': '1/3', 'after': 'A'}}, "

static const struct triple rows[] = {
	{ DECIMAL "'ask': ['earliest', 'duration']", "Tâche | tôt\nA | 0\nB | 2,5\nC1 | 5/2\nDurée : 3.25 jours", "20",
		"", NULL, false },
	{ NULL, "A 0\nB 2,5\nC1 2,5\nDurée = 13/4", "20", "", NULL, false },
	{ NULL, "a 0\nb 2.50\nc1 2,5\nduration: 3,25 days", "20", "", NULL, false },
	{ EIGHT "'ask': ['earliest', 'latest', 'duration']", "Tâche | Machin\nA | 0", "?", "heading-unknown", "Machin",
		false },
	{ NULL, "Tâche | tôt | tôt\nA | 0 | 0", "?", "column-twice", NULL, false },
	{ NULL, "Tâche | tôt\nZ | 0", "?", "row-unknown", "Z", false },
	{ NULL, "Tâche | tôt\nA | 0\nA | 0", "?", "row-twice", "A", false },
	{ NULL, "Tâche | tôt\nA | zéro", "?", "cell-number", "zéro", false },
	{ NULL, "Tâche | tôt\nA | 3 pommes", "?", "cell-number", NULL, false },
	{ NULL, "Tâche tôt tard\nA 0", "?", "cells-count", "A 0", false },
	{ NULL, "Tâche | tôt\nA | 0 | 1 | 2", "?", "cells-count", NULL, false },
	{ NULL, "A 0", "?", "header-missing", NULL, false },
	{ NULL, "bonjour", "?", "line-unknown", "bonjour", false },
	{ NULL, "Durée : 22\nDurée : 23", "?", "part-twice", NULL, false },
	{ NULL, "Tâche | Nouvelle durée\nA | 1", "?", "heading-no-column", NULL, false },
	{ NULL, "{'earliest': {'Z': 1}}", "?", "row-unknown", "Z", true },
	{ NULL, "{'levels': {'A': 1}}", "?", "json-key", "levels", true },
	{ NULL, "{'earliest': 5}", "?", "json-rows", "earliest", true },
	{ NULL, "{'earliest': {'A': 1.5}}", "?", "json-value", "A", true },
	{ NULL, "{'earliest': {'A': {'B': {'C': 1}}}}", "?", "json-value", NULL, true },
	{ NULL, "{'duration': 'douze'}", "?", "cell-number", "douze", true },
	{ NULL, "{}", "-", NULL, NULL, true },
	{ NULL, "{'duration': ''}", "-", NULL, NULL, true },
	{ NULL, "[1]", "?", "answer-no-table", NULL, true },
	{ EIGHT "'ask': ['critical-tasks', 'earliest']", "Tâche | tôt | critique\nA | 0 | peut-être", "?",
		"cell-yes-no", NULL, false },
	{ FIVE_STAGES "'ask': ['earliest', 'total-float']", "Tâche | tôt | MT\nA | 0 | 0", "?", "row-other-table", NULL,
		false },
	{ EIGHT "'ask': 'successors'", "Tâche | Succ\nA | Q", "?", "cell-tasks", "Q", false },
};

static const struct refusal refusals[] = {
	{ "'tasks': {}, 'ask': 'earliest'", "task-count", "/questions/0/tasks" },
	{ "'tasks': {'A': 3}, 'ask': 'earliest'", "bad-task", "/questions/0/tasks/A" },
	{ "'tasks': {'A B': {'days': 3}}, 'ask': 'earliest'", "bad-name", "/questions/0/tasks/A B" },
	{ "'tasks': {'Fin': {'days': 3}}, 'ask': 'earliest'", "bad-name", "/questions/0/tasks/Fin" },
	{ "'tasks': {'A': {'days': -3}}, 'ask': 'earliest'", "bad-days", "/questions/0/tasks/A/days" },
	{ "'tasks': {'A': {'days': 1.5}}, 'ask': 'earliest'", "bad-days", "/questions/0/tasks/A/days" },
	{ "'tasks': {'A': {'days': '1/11'}}, 'ask': 'earliest'", "bad-days", "/questions/0/tasks/A/days" },
	{ "'tasks': {'A': {'days': 1000000}}, 'ask': 'earliest'", "bad-days", "/questions/0/tasks/A/days" },
	{ "'tasks': {'A': {'days': 3, 'least': 4}}, 'ask': 'earliest'", "bad-least", "/questions/0/tasks/A/least" },
	{ "'tasks': {'A': {'days': 3, 'after': 'B'}}, 'ask': 'earliest'", "bad-after", "/questions/0/tasks/A/after" },
	{ "'tasks': {'A': {'days': 3, 'after': 'B'}, 'B': {'days': 1, 'after': 'A'}}, 'ask': 'earliest'", "circuit",
		"/questions/0/tasks" },
	{ "'tasks': {'A': {'days': 3, 'after': 'A'}}, 'ask': 'earliest'", "circuit", "/questions/0/tasks" },
	{ "'tasks': {'A': {'days': 3}}, 'ask': 'earlyest'", "ask-near", "/questions/0/ask" },
	{ "'tasks': {'A': {'days': 3}}, 'ask': ['earliest', 7]", "ask-unknown", "/questions/0/ask/1" },
	{ "'tasks': {'A': {'days': 3}}, 'ask': ['earliest', 'earliest']", "ask-twice", "/questions/0/ask/1" },
	{ "'tasks': {'A': {'days': 3}}, 'ask': []", "ask-nothing", "/questions/0/ask" },
	{ "'tasks': {'A': {'days': 3}}, 'ask': 'earliest', 'weights': {'latest': 3}", "weight-not-asked",
		"/questions/0/weights/latest" },
	{ "'tasks': {'A': {'days': 3}}, 'ask': 'earliest', 'weights': {'earliest': 0}", "weights-nothing",
		"/questions/0/weights" },
	{ "'tasks': {'A': {'days': 3}}, 'ask': 'what-if'", "what-if-needed", "/questions/0/what_if" },
	{ "'tasks': {'A': {'days': 3}}, 'ask': 'what-if', 'what_if': {'B': 3}", "no-task", "/questions/0/what_if/B" },
	{ "'tasks': {'A': {'days': 3}}, 'ask': 'shorten'", "finish-needed", "/questions/0/finish_by" },
	{ "'tasks': {'A': {'days': 3}}, 'ask': 'shorten', 'finish_by': 3", "finish-already", "/questions/0/finish_by" },
	{ "'tasks': {'A': {'days': 3, 'least': 2}}, 'ask': 'shorten', 'finish_by': 1", "finish-impossible",
		"/questions/0/finish_by" },
};

static void test_reading(void **state)
{
	triples_run(&schedule_kind, rows, sizeof(rows) / sizeof(rows[0]));
}

static void test_refusals(void **state)
{
	refusals_run(&schedule_kind, refusals, sizeof(refusals) / sizeof(refusals[0]));
}

int main(void)
{
	const struct CMUnitTest tests[] = { cmocka_unit_test(test_reading), cmocka_unit_test(test_refusals) };

	return cmocka_run_group_tests(tests, NULL, NULL);
}
