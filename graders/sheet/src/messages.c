/* Both languages, one row for each thing that is said; French as it is printed. */
#include "sheet/messages.h"

static const struct msg_entry entries[] = {
	{ "answer-blank", "Aucune réponse n’a été donnée.", "No answer was given." },
	{ "answer-no-text", "Une réponse écrite en texte est attendue, par exemple : {example}.",
		"An answer in text is expected, for instance: {example}." },
	{ "answer-no-table", "Une réponse en texte ou en JSON est attendue, par exemple : {example}.",
		"An answer in text or in JSON is expected, for instance: {example}." },
	{ "answer-too-long", "Cette réponse est beaucoup trop longue pour être lue.",
		"This answer is far too long to be read." },
	{ "answer-no-plain", "Cette réponse contient des caractères qui ne sont pas du texte.",
		"This answer holds characters that are no text." },
	/* Questions that go on from another one's answer. */
	{ "followed", "Jugé à partir de votre propre réponse ({questions})\u00a0: l’erreur n’est comptée qu’une fois.",
		"Judged from your own answer ({questions}): the mistake is counted once only." },
	{ "followed-less",
		"Jugé à partir de votre propre réponse ({questions})\u00a0: l’erreur de départ coûte une partie des "
		"points.",
		"Judged from your own answer ({questions}): the mistake that it goes on from costs part of the "
		"points." },
	{ "follow-unknown", "«\u00a0{name}\u00a0» doit être une question qui vient avant celle-ci.",
		"\"{name}\" must be a question that comes before this one." },
	{ "follow-no-value", "La réponse à «\u00a0{name}\u00a0» n’est pas une valeur avec laquelle on puisse calculer.",
		"The answer to \"{name}\" is no value to go on with." },
	{ "follow-too-many", "Une question part de dix autres au plus\u00a0; «\u00a0{name}\u00a0» est de trop.",
		"A question goes on from ten others at most; \"{name}\" is one too many." },
	{ "follow-nothing", "\"carry\" ne sert que si la question part d’une autre (\"@p\").",
		"\"carry\" has a meaning only where the question goes on from another (\"@p\")." },
	{ "follow-penalty", "La part perdue (\"penalty\") va de 0 à 1.",
		"The share that is lost (\"penalty\") goes from 0 to 1." },
	{ "follow-no-truth", "«\u00a0{name}\u00a0» doit être une condition, par exemple det(@p) > 0.",
		"\"{name}\" must be a condition, for instance det(@p) > 0." },
	/* Conditions on drawn values. */
	{ "where-text", "Une condition est un texte entre guillemets\u00a0: \"a < b\", \"gcd(a, 26) == 1\".",
		"A condition is a text between quotes: \"a < b\", \"gcd(a, 26) == 1\"." },
	{ "where-unreadable",
		"La condition «\u00a0{condition}\u00a0» ne se lit pas, au caractère {column}\u00a0: {why}",
		"The condition \"{condition}\" cannot be read, at character {column}: {why}" },
	{ "where-unknown",
		"Aucune valeur tirée ne s’appelle «\u00a0{name}\u00a0» dans cette condition. Valeurs tirées\u00a0: "
		"{known}.",
		"No drawn value is called \"{name}\" in this condition. Drawn values: {known}." },
	{ "where-nothing", "La condition «\u00a0{condition}\u00a0» ne parle d’aucune valeur tirée.",
		"The condition \"{condition}\" speaks of no drawn value." },
	{ "where-no-truth", "Ce n’est ni vrai ni faux\u00a0: une comparaison est attendue.",
		"It is neither true nor false: a comparison is expected." },
};

const struct msg_table sheet_messages = { "sheet", entries, sizeof(entries) / sizeof(entries[0]) };
