/* Both languages, one row for each thing that is said. */
#include "grader_choice/grader_choice.h"

static const struct msg_entry entries[] = {
	/* rows */
	{ "row-choice", "Le choix", "The choice" },
	{ "row-choices", "Les choix", "The choices" },
	{ "row-text", "La réponse", "The answer" },
	/* answers that cannot be read */
	{ "choice-unknown", "«\u00a0{word}\u00a0» ne désigne aucune des réponses proposées. Exemple\u00a0: {example}.",
		"\"{word}\" names none of the answers to choose from. For instance: {example}." },
	{ "choice-only-one", "Une seule réponse est attendue, et il y en a plusieurs.",
		"One answer only is expected, and there are several." },
	{ "text-long", "Cette réponse est trop longue\u00a0: un mot ou une courte phrase suffit.",
		"This answer is too long: a word or a short sentence is enough." },
	/* What is wrong with a choice. */
	{ "choice-why", "«\u00a0{option}\u00a0»\u00a0: {why}", "\"{option}\": {why}" },
	{ "choice-wrong", "«\u00a0{option}\u00a0» n’est pas à choisir.", "\"{option}\" is not to be chosen." },
	{ "choice-other", "Ce n’est pas la bonne réponse.", "This is not the right answer." },
	{ "choice-all", "Tout est coché\u00a0: cela ne dit rien de ce qui est juste.",
		"Everything is ticked: that says nothing of what is right." },
	{ "choice-none-right", "Aucune de ces réponses n’est juste.", "None of these answers is right." },
	{ "choice-some-right", "Parmi ces réponses, il y en a de justes.",
		"Among these answers there are right ones." },
	{ "choice-missing", "Ce qui est coché est juste. Il manque encore {missing} réponse(s) à cocher.",
		"What is ticked is right. There are still {missing} to tick." },
	{ "choice-too-many", "Tout ce qui est juste est coché, mais {wrong} réponse(s) sont de trop.",
		"All that is right is ticked, but {wrong} are too many." },
	{ "choice-mixed",
		"Coché à raison\u00a0: {right}\u00a0; coché à tort\u00a0: {wrong}\u00a0; non coché mais juste\u00a0: "
		"{missing}.",
		"Ticked and right: {right}; ticked and wrong: {wrong}; right and not ticked: {missing}." },
	/* What is wrong with a short answer. */
	{ "text-mistake", "{says}", "{says}" },
	{ "text-other", "Ce n’est pas la réponse attendue.", "This is not the expected answer." },
	{ "text-spelling", "C’est juste, mais cela s’écrit «\u00a0{text}\u00a0».",
		"That is right, but it is written \"{text}\"." },
	/* To authors. */
	{ "options-count", "«\u00a0options\u00a0» donne de 2 à 26 réponses à choisir.",
		"\"options\" gives 2 to 26 answers to choose from." },
	{ "options-one", "Une seule option a \"right\": true, à moins que \"several\" ne soit true.",
		"Exactly one option has \"right\": true, unless \"several\" is true." },
	{ "option-id",
		"«\u00a0{id}\u00a0» ne peut pas nommer une option\u00a0: des lettres minuscules sans accent, des "
		"chiffres et des "
		"tirets (40 au plus).",
		"\"{id}\" cannot name an option: lower-case letters without accents, digits and dashes (40 at most)." },
	{ "option-twice", "Deux options ont le même nom ou le même texte («\u00a0{id}\u00a0»).",
		"Two options have the same name or the same text (\"{id}\")." },
	{ "option-letter",
		"«\u00a0{id}\u00a0» est la lettre d’une autre place\u00a0: une option porte la lettre de la sienne, ou "
		"un nom de plusieurs "
		"lettres.",
		"\"{id}\" is the letter of another place: an option has the letter of its own, or a name of several "
		"letters." },
	{ "shuffle-needs",
		"«\u00a0shuffle\u00a0» tire l’ordre avec les valeurs de chaque étudiant\u00a0: il faut des "
		"«\u00a0parameters\u00a0» à l’exercice.",
		"\"shuffle\" draws the order with each student's values: the exercise needs \"parameters\"." },
	{ "shuffle-letter",
		"Avec «\u00a0shuffle\u00a0», une lettre est une place\u00a0: donnez à «\u00a0{id}\u00a0» un nom "
		"(«\u00a0id\u00a0») de plusieurs lettres.",
		"With \"shuffle\" a letter is a place: give \"{id}\" a name (\"id\") of several letters." },
	{ "shuffle-text",
		"Avec «\u00a0shuffle\u00a0», l’option «\u00a0{id}\u00a0» doit avoir son texte "
		"(«\u00a0text\u00a0»)\u00a0: l’énoncé ne sait pas l’ordre.",
		"With \"shuffle\", the option \"{id}\" must have its text (\"text\"): the statement does not know the "
		"order." },
	{ "accept-none", "«\u00a0accept\u00a0» donne au moins une réponse juste.",
		"\"accept\" gives one right answer at least." },
	{ "too-many-wordings", "Cinquante textes et motifs au plus.", "Fifty texts and patterns at most." },
	{ "wording-length", "Un texte a de 1 à 200 octets, un motif 1000 au plus.",
		"A text has 1 to 200 bytes, a pattern 1000 at most." },
	{ "pattern-wrong", "Le motif «\u00a0{pattern}\u00a0» ne peut pas être lu, à l’octet {column}\u00a0: {why}",
		"The pattern \"{pattern}\" cannot be read, at byte {column}: {why}" },
	{ "pattern-slow",
		"Le motif «\u00a0{pattern}\u00a0» demande trop d’essais pour une réponse\u00a0: simplifiez-le.",
		"The pattern \"{pattern}\" takes too many tries for an answer: make it simpler." },
	{ "mistake-which",
		"Une erreur connue est donnée par «\u00a0text\u00a0» ou par «\u00a0pattern\u00a0», l’un des deux.",
		"A known mistake is given by \"text\" or by \"pattern\", one of the two." },
	{ "mistake-credit", "Une erreur connue rapporte moins que tous les points\u00a0: moins de 1.",
		"A known mistake earns less than all points: less than 1." },
	{ "mistake-accepted",
		"«\u00a0{text}\u00a0» est accepté, et serait aussi cette erreur\u00a0: l’un des deux est de trop.",
		"\"{text}\" is accepted, and would be this mistake too: one of the two is too much." },
};

const struct msg_table choice_messages = { "choice", entries, sizeof(entries) / sizeof(entries[0]) };
