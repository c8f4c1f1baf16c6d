/* Both languages, one row for each thing that is said; French as it is printed. */
#include "exact/number_read.h"

static const struct msg_entry entries[] = {
	/* A number that cannot be read. */
	{ "number-expected", "Un nombre est attendu ici, par exemple {example}.",
		"A number is expected here, for instance {example}." },
	{ "number-no-fraction", "Une fraction n’est pas attendue ici : écrivez un nombre comme {example}.",
		"No fraction is expected here: write a number like {example}." },
	{ "number-too-long", "Ce nombre a trop de chiffres pour être lu.",
		"This number has too many digits to be read." },
	{ "number-parentheses",
		"Cette parenthèse n’est pas fermée après le nombre : écrivez par exemple −(3/4) ou {example}.",
		"This parenthesis is not closed after the number: write −(3/4) or {example}, for instance." },
	{ "number-zero-below",
		"Le dénominateur d’une fraction ne peut pas être nul : écrivez une fraction comme {example}.",
		"The denominator of a fraction cannot be zero: write a fraction like {example}." },
	{ "number-two-commas",
		"Un nombre n’a qu’une virgule. Séparez les milliers par des espaces, comme dans 1 000 000,5.",
		"A number has one decimal mark only. Separate thousands with spaces, as in 1 000 000.5." },
	{ "number-no-decimals", "Des chiffres sont attendus après la virgule, comme dans 0,75 ; sinon, ôtez-la.",
		"Digits are expected behind the decimal mark, as in 0.75; else leave it out." },
	{ "number-whole", "Un nombre entier est attendu ici, par exemple {example}.",
		"A whole number is expected here, for instance {example}." },
	{ "number-one", "Un seul nombre est attendu ici, par exemple {example}.",
		"One number only is expected here, for instance {example}." },
	{ "number-more",
		"« {text} » ne se lit pas à la suite du nombre : un nombre seul est attendu, par exemple {example}.",
		"“{text}” cannot be read behind the number: a number alone is expected, for instance {example}." },
	/* A list of numbers. */
	{ "list-comma",
		"La virgule est ici celle des décimales : séparez les nombres par des points-virgules, par exemple "
		"{example}.",
		"The comma is the decimal mark here: separate the numbers with semicolons, for instance {example}." },
	{ "list-decimal",
		"Un nombre décimal ou deux nombres entiers ? Séparez les nombres par des points-virgules, par exemple "
		"{example}.",
		"One decimal or two whole numbers? Separate the numbers with semicolons, for instance {example}." },
	{ "list-hole", "Il manque un nombre à cet endroit : la forme attendue est par exemple {example}.",
		"A number is missing in this place: the expected form is, for instance, {example}." },
	{ "list-bracket",
		"Cette parenthèse ou ce crochet n’est pas fermé : la forme attendue est par exemple {example}.",
		"This bracket is not closed: the expected form is, for instance, {example}." },
	{ "list-more", "« {text} » ne se lit pas à la suite du nombre : la forme attendue est par exemple {example}.",
		"“{text}” cannot be read behind the number: the expected form is, for instance, {example}." },
	{ "list-too-long", "Trop de nombres : {most} au plus sont attendus, comme dans {example}.",
		"Too many numbers: {most} at most are expected, as in {example}." },
	/* A numeral in a base. */
	{ "numeral-expected", "Des chiffres en base {base} sont attendus ici, par exemple {example}.",
		"Digits in base {base} are expected here, for instance {example}." },
	{ "numeral-digit", "{digit} n’est pas un chiffre de la base {base}.", "{digit} is no digit of base {base}." },
	{ "numeral-no-fraction", "Des chiffres sont attendus après la virgule, comme dans 101,011 ; sinon, ôtez-la.",
		"Digits are expected behind the point, as in 101.011; else leave it out." },
	{ "numeral-base",
		"La base se lit mal : c’est un nombre de 2 à 36, écrit comme dans {example}_{base} ou "
		"({example}){base}.",
		"The base cannot be read: it is a number from 2 to 36, written as in {example}_{base} or "
		"({example}){base}." },
	{ "numeral-two-bases",
		"Deux bases sont écrites, et elles ne sont pas les mêmes : une seule est attendue, comme dans "
		"{example}_{base}.",
		"Two bases are written, and they are not the same: one is expected, as in {example}_{base}." },
	{ "numeral-bracket", "Cette parenthèse n’est pas fermée : la forme attendue est par exemple ({example}){base}.",
		"This parenthesis is not closed: the expected form is, for instance, ({example}){base}." },
	{ "numeral-more", "« {text} » ne se lit pas à la suite des chiffres : un nombre comme {example} est attendu.",
		"“{text}” cannot be read behind the digits: a number like {example} is expected." },
	{ "numeral-too-long", "Ce nombre a trop de chiffres pour être lu.",
		"This number has too many digits to be read." },
};

const struct msg_table exact_messages = { "exact", entries, sizeof(entries) / sizeof(entries[0]) };
