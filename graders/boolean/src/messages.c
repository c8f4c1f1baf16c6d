/* Both languages, one row for each thing that is said; French as it is printed. */
#include "grader_boolean/grader_boolean.h"

static const struct msg_entry entries[] = {
	/* Answers that cannot be read, or are not there. */
	{ "answer-blank", "Aucune réponse n’a été donnée.", "No answer was given." },
	{ "answer-no-text", "Une réponse écrite en texte est attendue, par exemple : ab + ac.",
		"An answer in text is expected, for instance: ab + ac." },
	{ "answer-too-long", "Cette réponse est beaucoup trop longue pour être une formule.",
		"This answer is far too long to be a formula." },
	{ "answer-no-plain", "Cette réponse contient des caractères qui ne sont pas du texte.",
		"This answer holds characters that are no text." },

	/* To authors. */
	{ "bad-variable",
		"« {name} » ne peut pas nommer une variable : il faut une lettre, suivie de lettres, de chiffres ou "
		"d’indices, et qui ne soit pas un mot de la logique",
		"“{name}” cannot name a variable: a letter is needed, then letters, digits or subscripts, and no word "
		"of logic" },
	{ "variable-twice", "la variable « {name} » est écrite deux fois", "the variable “{name}” is written twice" },
	{ "no-variables", "il faut au moins une variable", "at least one variable is needed" },
	{ "too-many-variables", "{count} variables : cette question en accepte au plus {most}",
		"{count} variables: this question takes {most} at most" },
	{ "name-is-variable", "« {name} » est déjà une variable : le résultat doit porter un autre nom",
		"“{name}” is a variable already: the result needs another name" },
	{ "meaning-of-nothing", "« {name} » n’est ni une variable ni le résultat",
		"“{name}” is neither a variable nor the result" },
	{ "formula-expected", "une formule est attendue ici, un texte comme \"ab + ac\"",
		"a formula is expected here, a text such as \"ab + ac\"" },
	{ "formula-or-rows", "une formule (\"ab + ac\") ou une liste de numéros de lignes ([0, 2, 3]) est attendue ici",
		"a formula (\"ab + ac\") or a list of row numbers ([0, 2, 3]) is expected here" },
	{ "formula-unreadable", "« {text} », caractère {column} :", "“{text}”, character {column}:" },
	{ "bad-row", "les lignes sont numérotées de 0 à {last}", "rows are numbered from 0 to {last}" },
	{ "row-twice", "la ligne {row} est écrite deux fois", "row {row} is written twice" },
	{ "row-both", "la ligne {row} ne peut pas être à la fois dans \"function\" et dans \"dont_care\"",
		"row {row} cannot be both in \"function\" and in \"dont_care\"" },
	{ "nothing-cared", "\"dont_care\" laisse toutes les lignes libres : n’importe quelle réponse serait juste",
		"\"dont_care\" leaves every row open: any answer would be right" },
};

const struct msg_table boolean_messages = { "grader_boolean", entries, sizeof(entries) / sizeof(entries[0]) };
