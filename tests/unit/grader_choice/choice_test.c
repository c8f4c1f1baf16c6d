/* Choices: every way of naming an option, what is earned and said. Strings in single quotes; ` is an apostrophe. */
#include "../triples/triples.h"
#include "grader_choice/grader_choice.h"

#define ONE                                                                                                            \
	"'options': [{'text': 'injective', 'why': '2 et 12 ont la même image.'},"                                     \
	"{'text': {'fr': 'surjective', 'en': 'onto'}, 'right': true}, {'text': 'bijective'}, {'text': 'ni l`une, ni "  \
	"l`autre'}]"
#define SOME                                                                                                           \
	"'options': [{'id': 'a', 'right': true}, {'id': 'b', 'why': 'un impair'}, {'right': true}, {'right': true}, "  \
	"{}]"
#define NONE "'several': true, 'options': [{'text': 'un'}, {'text': 'deux'}, {'text': 'trois', 'why': 'Non.'}]"

static const struct triple rows[] = {
	{ ONE, "b", "20", "", .read_as = "b" },
	{ NULL, "B", "20", "" },
	{ NULL, " (b) ", "20", "" },
	{ NULL, "b)", "20", "" },
	{ NULL, "[b]", "20", "" },
	{ NULL, "b. surjective", "20", "" },
	{ NULL, "Surjective.", "20", "" },
	{ NULL, "onto", "20", "" },
	{ NULL, "['b']", "20", "", .json = true },
	{ NULL, "{'b': true, 'a': false}", "20", "", .json = true },
	{ NULL, "[ ] a. injective\n[x] b. surjective\n[ ] c. bijective\n[ ] d\n", "20", "" },
	{ NULL, "- ☐ a\n- ☑ b\n", "20", "" },
	{ NULL, "a", "0", "choice-why", "«\u00a0injective\u00a0»\u00a0: 2 et 12 ont la même image." },
	{ NULL, "c", "0", "choice-wrong", "«\u00a0bijective\u00a0» n’est pas" },
	{ NULL, "ni l’une, ni l’autre", "0", "choice-other", .read_as = "d" },
	{ NULL, "d", "0", "choice-other" },
	{ NULL, "a", "0", "choice-other" },
	{ NULL, "a, b", "?", "choice-only-one" },
	{ NULL, "ab", "?", "choice-only-one" },
	{ NULL, "['a', 'b']", "?", "choice-only-one", .json = true },
	{ NULL, "e", "?", "choice-unknown", "«\u00a0e\u00a0»" },
	{ NULL, "b. bijective", "?", "choice-only-one" },
	{ NULL, "['z']", "?", "choice-unknown", .json = true },
	{ NULL, "b. la seconde", "?", "choice-unknown", "la" },
	{ NULL, "[3]", "?", "choice-unknown", .json = true },
	{ NULL, "{'b': 'oui'}", "?", "choice-unknown", .json = true },
	{ NULL, "[ ] a\n[x] z\n", "?", "choice-unknown" },
	{ NULL, "", "-" },
	{ NULL, "[ ] a. injective\n[ ] b. surjective\n[ ] c\n[ ] d\n", "-" },
	{ NULL, "[]", "-", .json = true },
	{ NULL, "aucune", "-" },
	{ SOME, "a, c, d", "20", "", .read_as = "a, c, d" },
	{ NULL, "acd", "20", "" },
	{ NULL, "d c a", "20", "" },
	{ NULL, "a; c\nd", "20", "" },
	{ NULL, "a, c et d", "20", "" },
	{ NULL, "A,C,D,A", "20", "" },
	{ NULL, "a, c", "40/3", "choice-missing", "manque encore 1 r" },
	{ NULL, "d", "20/3", "choice-missing", "manque encore 2 r" },
	{ NULL, "a", "20/3", "choice-missing" },
	{ NULL, "abcd", "40/3", "choice-too-many", "1 réponse(s) sont de trop" },
	{ NULL, "a c d e", "40/3", "choice-too-many" },
	{ NULL, "['a', 'c', 'd', 'b']", "40/3", "choice-too-many", .json = true },
	{ NULL, "a, b", "0", "choice-mixed",
		"à raison\u00a0: 1\u00a0; coché à tort\u00a0: 1\u00a0; non coché mais juste\u00a0: 2" },
	{ NULL, "b", "0", "choice-mixed" },
	{ NULL, "a, c, b", "20/3", "choice-mixed" },
	{ NULL, "b, e", "0", "choice-why", "«\u00a0b\u00a0»\u00a0: un impair" },
	{ NULL, "b, e", "0", "choice-wrong", "«\u00a0e\u00a0»" },
	{ NULL, "abcde", "2", "choice-all" },
	{ NULL, "edcba", "2", "choice-all" },
	{ NULL, "[x] a\n[x] b\n[x] c\n[x] d\n[x] e\n", "2", "choice-all" },
	{ NULL, "aucune", "0", "choice-some-right", .read_as = "aucune" },
	{ NULL, "Aucune.", "0", "choice-some-right" },
	{ NULL, "[]", "0", "choice-some-right", .json = true },
	{ NULL, "a, f", "?", "choice-unknown", "«\u00a0f\u00a0»" },
	{ NONE, "aucune", "20", "" },
	{ NULL, "∅", "20", "" },
	{ NULL, "[]", "20", "", .json = true },
	{ NULL, "a", "0", "choice-none-right" },
	{ NULL, "b, c", "0", "choice-none-right" },
	{ NULL, "trois", "0", "choice-why", "Non." },
	{ NULL, "abc", "0", "choice-none-right" },
	{ NULL, "", "-" },
	{ NULL, "b", "0", "choice-wrong", "deux" },
	{ "'options': [{'id': 'pile', 'right': true}, {'id': 'face'}], 'several': true", "pile", "20", "" },
	{ NULL, "a", "20", "" },
	{ NULL, "face", "0", "choice-wrong" },
	{ NULL, "pile face", "0", "choice-all" },
};

static const struct refusal refusals[] = {
	{ "'options': 3", "expected-array", "/questions/0/options" },
	{ "'options': [{'right': true}]", "options-count", "/questions/0/options" },
	{ "'options': [{}, {}]", "options-one", "/questions/0/options" },
	{ "'options': [{'right': true}, {'right': true}], 'several': false", "options-one", "/questions/0/options" },
	{ "'options': [{'right': true}, {'id': 'B'}]", "option-id", "/questions/0/options/1/id" },
	{ "'options': [{'right': true}, {'id': 'c'}]", "option-letter", "/questions/0/options/1" },
	{ "'options': [{'right': true, 'id': 'un'}, {'id': 'un'}]", "option-twice", "/questions/0/options/1" },
	{ "'options': [{'right': true, 'text': 'Un'}, {'text': 'un.'}]", "option-twice",
		"/questions/0/options/1/text" },
	{ "'options': [{'right': true}, {'rigth': true}]", "unknown-key-near", "/questions/0/options/1/rigth" },
	{ "'options': [{'right': true}, {}], 'shuffle': true", "shuffle-needs", "/questions/0/shuffle" },
};

static void answers_get_what_they_must(void **state)
{
	(void)state;
	triples_run(&choice_kind, rows, sizeof(rows) / sizeof(rows[0]));
}

static void authors_are_told(void **state)
{
	(void)state;
	refusals_run(&choice_kind, refusals, sizeof(refusals) / sizeof(refusals[0]));
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(answers_get_what_they_must),
		cmocka_unit_test(authors_are_told),
	};

	return cmocka_run_group_tests_name("choice/choice", tests, NULL, NULL);
}
