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
};

const struct msg_table sheet_messages = { "sheet", entries, sizeof(entries) / sizeof(entries[0]) };
