/* Short answers: what is accepted, known mistakes, spelling. Strings in single quotes; ` is an apostrophe. */
#include "../triples/triples.h"
#include "base/json.h"
#include "grader_choice/grader_choice.h"

#define RELATION                                                                                                       \
	"'accept': ['relation d`équivalence', 'équivalence'], 'patterns': ['(une |c`est une )?relation "             \
	"d`équivalence.*'],"                                                                                          \
	"'mistakes': [{'text': 'relation d`ordre', 'says': 'Elle serait antisymétrique.', 'credit': '1/4'},"          \
	"{'pattern': '.*(réflexive|symétrique|transitive).*', 'says': 'C`est une de ses propriétés.'}], 'spelling': 2"
#define STRICT "'accept': ['Élan'], 'keep_case': true, 'keep_accents': true, 'patterns': ['Élan[s]']"
#define SHORT  "'accept': ['union', 'et'], 'spelling': 1, 'mistakes': [{'text': 'onion', 'says': 'Un légume.'}]"

static const struct triple rows[] = {
	{ RELATION, "relation d'équivalence", "20", "" },
	{ NULL, "Relation d’Equivalence.", "20", "" },
	{ NULL, "  RELATION\u00a0 D´ÉQUIVALENCE", "20", "" },
	{ NULL, "relation d'e\u0301quivalence", "20", "" },
	{ NULL, "équivalence", "20", "" },
	{ NULL, "C'est une relation d'équivalence", "20", "" },
	{ NULL, "relation d'équivalence sur Z", "20", "" },
	{ NULL, "relation d'équivalance", "20", "text-spelling", "«\u00a0relation d'équivalence\u00a0»" },
	{ NULL, "equivalense", "20", "text-spelling", "«\u00a0équivalence\u00a0»" },
	{ NULL, "éqiuvalence", "20", "text-spelling" },
	{ NULL, "relation d'ordre", "5", "text-mistake", "antisymétrique" },
	{ NULL, "Elle est réflexive", "0", "text-mistake", "propriétés" },
	{ NULL, "REFLEXIVE", "0", "text-mistake", "propriétés" },
	{ NULL, "equi", "0", "text-other" },
	{ NULL, "relation", "0", "text-other" },
	{ NULL, "?", "0", "text-other" },
	{ NULL, " \u00a0", "-" },
	{ NULL, "", "-" },
	{ STRICT, "Élan", "20", "" },
	{ NULL, "E\u0301lan", "20", "" },
	{ NULL, "Élans", "20", "" },
	{ NULL, "élan", "0", "text-other" },
	{ NULL, "Elan", "0", "text-other" },
	{ NULL, "ÉLANS", "0", "text-other" },
	{ SHORT, "Union", "20", "" },
	{ NULL, "onion", "0", "text-mistake", "légume" },
	{ NULL, "unoin", "20", "text-spelling" },
	{ NULL, "est", "0", "text-other" }, /* too short a word to bear a mistake */
	{ NULL, "uniiion", "0", "text-other" },
};

static const struct refusal refusals[] = {
	{ "'accept': []", "accept-none", "/questions/0/accept" },
	{ "'accept': ['']", "wording-length", "/questions/0/accept/0" },
	{ "'accept': ['un', '  ']", "wording-length", "/questions/0/accept/1" },
	{ "'accept': ['un'], 'patterns': ['(']", "pattern-wrong", "/questions/0/patterns/0" },
	{ "'accept': ['un'], 'mistakes': [{'says': 'x'}]", "mistake-which", "/questions/0/mistakes/0" },
	{ "'accept': ['un'], 'mistakes': [{'text': 'x'}]", "missing-key", "/questions/0/mistakes/0" },
	{ "'accept': ['un'], 'mistakes': [{'text': 'x', 'pattern': 'y', 'says': 'z'}]", "mistake-which",
		"/questions/0/mistakes/0" },
	{ "'accept': ['un'], 'mistakes': [{'text': 'x', 'says': 'z', 'credit': 1}]", "mistake-credit",
		"/questions/0/mistakes/0/credit" },
	{ "'accept': ['un'], 'mistakes': [{'pattern': 'u.', 'says': 'z'}]", "mistake-accepted",
		"/questions/0/mistakes/0" },
	{ "'accept': ['un'], 'spelling': 3", "out-of-range", "/questions/0/spelling" },
};

static void answers_get_what_they_must(void **state)
{
	(void)state;
	triples_run(&text_kind, rows, sizeof(rows) / sizeof(rows[0]));
}

static void authors_are_told(void **state)
{
	(void)state;
	refusals_run(&text_kind, refusals, sizeof(refusals) / sizeof(refusals[0]));
}

/* A pattern that explodes on an answer is refused in the author's name: no mark is given for it. */
static void slow_patterns_are_refused(void **state)
{
	static const char json[] =
		"{\"format\": 1, \"title\": \"T\", \"questions\": [{\"id\": \"q\", \"kind\": \"text\", "
		"\"accept\": [\"un\"], \"patterns\": [\"(a|aa|b?)+c\"]}]}";
	struct arena *cleanup_arena arena = arena_new(0);
	static const struct kind *const kinds[] = { &text_kind, NULL };
	struct folder_file files[] = { { "exercise.json", json, sizeof(json) - 1 }, { "statement.fr.md", "x", 1 } };
	const struct folder folder = { .files = files, .count = 2 };
	struct problems problems = { 0 }, told = { 0 };
	const struct exercise *exercise = exercise_load(&folder, "a.b", kinds, &problems, arena);
	struct grading grading = { .arena = arena, .problems = &told };
	struct question_report report = { 0 };
	struct err err = { 0 };

	(void)state;
	assert_non_null(exercise);
	assert_int_equal(
		text_kind.grade(&grading, exercise->questions,
			json_keep(arena, json_string("aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaac!")), &report, &err),
		-1);
	assert_int_equal(err.kind, ERR_INPUT);
	assert_int_equal(told.errors, 1);
	assert_string_equal(told.list[0].message.code, "pattern-slow");
	assert_string_equal(told.list[0].pointer, "/questions/0/patterns/0");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(answers_get_what_they_must),
		cmocka_unit_test(authors_are_told),
		cmocka_unit_test(slow_patterns_are_refused),
	};

	return cmocka_run_group_tests_name("choice/text", tests, NULL, NULL);
}
