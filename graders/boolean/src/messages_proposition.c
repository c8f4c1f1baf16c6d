/* What the kind `proposition` says, in both languages; French as it is printed. */
#include "grader_boolean/grader_boolean.h"

static const struct msg_entry entries[] = {
	/* Answers that cannot be read. */
	{ "answer-word", "« {sign} » n’est pas compris ici. Répondez par exemple : {example}.",
		"“{sign}” is not understood here. Answer for instance: {example}." },
	{ "no-answer", "Il manque la réponse elle-même. Répondez par exemple : {example}.",
		"The answer itself is missing. Answer for instance: {example}." },
	{ "two-answers",
		"« {sign} » dit le contraire de ce qui précède. Donnez une seule réponse, par exemple : {example}.",
		"“{sign}” says another thing than what stands before. Give one answer, for instance: {example}." },
	{ "value-missing", "La valeur de {sign} manque : écrivez-la juste après. Par exemple : {example}.",
		"The value of {sign} is missing: write it right after it. For instance: {example}." },
	{ "too-many-witnesses", "Cela fait trop d’affectations : huit au plus. Par exemple : {example}.",
		"These are too many assignments: eight at most. For instance: {example}." },
	{ "statement-too-large", "Cette phrase a trop de quantificateurs les uns dans les autres pour être examinée.",
		"This sentence has too many quantifiers inside each other to be looked at." },
	/* What a row of a report judges. */
	{ "row-answer", "réponse", "answer" },
	{ "row-shown-true", "affectation qui la rend vraie", "assignment that makes it true" },
	{ "row-shown-false", "affectation qui la rend fausse", "assignment that makes it false" },
	{ "row-refutation", "contre-exemple", "counterexample" },
	/* A formula that is not equivalent. */
	{ "proposition-differs", "Pour {row} : la formule attendue est {wanted}, et la vôtre est {got}.",
		"For {row}: the expected formula is {wanted}, and yours is {got}." },
	{ "statement-differs", "Si {row}, alors la phrase attendue est {wanted}, et la vôtre est {got}.",
		"If {row}, then the expected sentence is {wanted}, and yours is {got}." },
	{ "proposition-only-not",
		"C’est l’énoncé avec « non » devant : cela se dit toujours, mais le travail reste à faire. Faites "
		"entrer la négation dans la formule.",
		"This is the statement with “not” before it: that can always be said, but the work remains to be done. "
		"Push the negation into the formula." },
	{ "proposition-not-negated",
		"Votre réponse dit la même chose que l’énoncé, et non le contraire : c’est sa négation qui est "
		"demandée.",
		"Your answer says the same as the statement, not the opposite: its negation is asked." },
	{ "proposition-negated-implication",
		"La négation d’une implication n’est pas une implication : A ⇒ B n’est fausse que si A est vraie et B "
		"fausse, donc sa négation est A ∧ ¬B. Revoyez {at}.",
		"The negation of an implication is no implication: A ⇒ B is false only when A is true and B false, so "
		"its negation is A ∧ ¬B. Look at {at} again." },
	{ "proposition-negated", "Votre formule est exactement la négation de celle qui est attendue.",
		"Your formula is exactly the negation of the expected one." },
	{ "proposition-implication-reversed",
		"L’implication {at} est écrite à l’envers : « si A, alors B » s’écrit A ⇒ B, et B ⇒ A est sa "
		"réciproque.",
		"The implication {at} is the wrong way round: “if A, then B” is written A ⇒ B, and B ⇒ A is its "
		"converse." },
	{ "proposition-iff-for-implies",
		"Dans {at}, ⇔ (si et seulement si) dit trop : « si A, alors B » ne dit rien du cas où A est fausse ; "
		"écrivez ⇒.",
		"In {at}, ⇔ (if and only if) says too much: “if A, then B” says nothing of the case where A is false; "
		"write ⇒." },
	{ "proposition-implies-for-iff",
		"Dans {at}, ⇒ (si… alors) ne dit que la moitié : il faut les deux sens, ⇔ (si et seulement si).",
		"In {at}, ⇒ (if … then) says only half of it: both ways are needed, ⇔ (if and only if)." },
	{ "proposition-and-for-implies",
		"Dans {at}, le « et » affirme tout à la fois : « si A, alors B » n’affirme ni A ni B, et s’écrit A ⇒ "
		"B.",
		"In {at}, “and” asserts everything at once: “if A, then B” asserts neither A nor B, and is written A ⇒ "
		"B." },
	{ "proposition-implies-for-and", "Dans {at}, c’est un « et » (∧) qui est attendu, et non une implication.",
		"In {at}, an “and” (∧) is expected, not an implication." },
	{ "proposition-or-for-xor",
		"Dans {at}, ne confondez pas le « ou » (∨), vrai aussi quand les deux le sont, et « soit… soit… » (⊕).",
		"In {at}, do not take “or” (∨), true also when both are, for “either … or …” (⊕)." },
	{ "proposition-de-morgan",
		"La loi de De Morgan est mal appliquée dans {at} : ¬(A ∧ B) équivaut à ¬A ∨ ¬B, et ¬(A ∨ B) à ¬A ∧ ¬B.",
		"De Morgan's law is applied wrongly in {at}: ¬(A ∧ B) is equivalent to ¬A ∨ ¬B, and ¬(A ∨ B) to ¬A ∧ "
		"¬B." },
	{ "proposition-bar-missing", "Il manque une négation devant {at}.", "A negation is missing before {at}." },
	{ "proposition-bar-extra", "Une négation est de trop : {at}.", "There is a negation too many: {at}." },
	{ "proposition-bar-too-long", "Dans {at}, la négation porte trop loin : elle ne doit nier qu’une partie.",
		"In {at} the negation reaches too far: it must negate only a part." },
	{ "proposition-bar-too-short", "Dans {at}, la négation ne porte pas assez loin : mettez des parenthèses, ¬(…).",
		"In {at} the negation does not reach far enough: put parentheses, ¬(…)." },
	{ "proposition-precedence",
		"Les parenthèses ne sont pas les bonnes dans {at} : ¬ passe avant ∧, ∧ avant ∨, ∨ avant ⇒, et ⇒ avant "
		"⇔.",
		"The parentheses are not the right ones in {at}: ¬ comes before ∧, ∧ before ∨, ∨ before ⇒, and ⇒ "
		"before ⇔." },
	{ "proposition-operators-exchanged", "Dans {at}, « et » (∧) et « ou » (∨) sont échangés.",
		"In {at}, “and” (∧) and “or” (∨) are exchanged." },
	{ "proposition-all-operators-exchanged", "Tous les « et » (∧) et tous les « ou » (∨) sont échangés.",
		"All “and” (∧) and all “or” (∨) are exchanged." },
	{ "proposition-constant", "La constante {at} n’est pas la bonne à cet endroit.",
		"The constant {at} is not the right one in this place." },
	{ "proposition-factor-extra", "{at} est de trop.", "{at} should not be there." },
	{ "proposition-term-extra", "{at} est de trop.", "{at} should not be there." },
	{ "proposition-variable", "La proposition {at} n’est pas la bonne à cet endroit.",
		"The proposition {at} is not the right one in this place." },
	{ "proposition-term-missing", "Il manque un cas à {at} : quelque chose qui s’y ajoute par un « ou ».",
		"A case is missing in {at}: something that is added to it by “or”." },
	{ "proposition-factor-missing", "Il manque une condition à {at} : quelque chose qui s’y ajoute par un « et ».",
		"A condition is missing in {at}: something that is added to it by “and”." },
	/* The same with quantifiers. */
	{ "statement-negated", "Votre phrase est exactement la négation de celle qui est attendue.",
		"Your sentence is exactly the negation of the expected one." },
	{ "statement-quantifier",
		"Le premier quantificateur de « {at} » n’est pas le bon : ∀ et ∃ s’échangent quand on nie.",
		"The first quantifier of “{at}” is not the right one: ∀ and ∃ change places when one negates." },
	{ "statement-all-quantifiers", "Les quantificateurs ne sont pas les bons : ∀ et ∃ s’échangent quand on nie.",
		"The quantifiers are not the right ones: ∀ and ∃ change places when one negates." },
	{ "statement-quantifier-meaning",
		"Le premier quantificateur de « {at} » n’est pas le bon : ∀ dit « tous », ∃ dit « au moins un ».",
		"The first quantifier of “{at}” is not the right one: ∀ says “all”, ∃ says “at least one”." },
	{ "statement-all-quantifiers-meaning",
		"Les quantificateurs ne sont pas les bons : ∀ dit « tous », ∃ dit « au moins un ».",
		"The quantifiers are not the right ones: ∀ says “all”, ∃ says “at least one”." },
	{ "statement-order",
		"Dans « {at} », l’ordre des deux premiers quantificateurs compte : « pour tout x, il existe y » n’est "
		"pas « il existe y, pour tout x ».",
		"In “{at}” the order of the first two quantifiers matters: “for all x there is y” is not “there is y "
		"for all x”." },
	{ "statement-implies-for-and",
		"Dans {at}, c’est un « et » (∧) qui est attendu : « il existe x tel que A et B » ne s’écrit pas avec "
		"⇒.",
		"In {at} an “and” (∧) is expected: “there is x such that A and B” is not written with ⇒." },
	{ "statement-and-for-implies",
		"Dans {at}, c’est une implication qui est attendue : « tout A est B » s’écrit ∀x, A ⇒ B ; avec « et », "
		"tous seraient A.",
		"In {at} an implication is expected: “every A is B” is written ∀x, A ⇒ B; with “and”, all would be "
		"A." },
	{ "statement-body-not-negated",
		"La négation s’est arrêtée au quantificateur : ce qu’il précède dans « {at} » doit être nié aussi.",
		"The negation stopped at the quantifier: what it precedes in “{at}” must be negated too." },
	{ "statement-body-not-negated-meaning",
		"Dans « {at} », ce qui suit le quantificateur est exactement la négation de ce qui est attendu.",
		"In “{at}”, what follows the quantifier is exactly the negation of what is expected." },
	{ "statement-implication-reversed",
		"L’implication {at} est écrite à l’envers : « si A, alors B » s’écrit A ⇒ B, et B ⇒ A est sa "
		"réciproque.",
		"The implication {at} is the wrong way round: “if A, then B” is written A ⇒ B, and B ⇒ A is its "
		"converse." },
	{ "statement-iff-for-implies", "Dans {at}, ⇔ (si et seulement si) dit trop : écrivez ⇒ (si… alors).",
		"In {at}, ⇔ (if and only if) says too much: write ⇒ (if … then)." },
	{ "statement-operators-exchanged", "Dans {at}, « et » (∧) et « ou » (∨) sont échangés.",
		"In {at}, “and” (∧) and “or” (∨) are exchanged." },
	{ "statement-negation-extra", "Une négation est de trop : {at}.", "There is a negation too many: {at}." },
	{ "statement-negation-missing", "Il manque une négation devant {at}.", "A negation is missing before {at}." },
	{ "statement-arguments", "Dans {at}, l’ordre des arguments n’est pas le bon.",
		"In {at} the arguments are in the wrong order." },
	/* Tautology, contradiction, neither. */
	{ "nature-not-tautology", "Elle n’est pas toujours vraie : elle est fausse si {row}.",
		"It is not always true: it is false if {row}." },
	{ "nature-not-contradiction", "Elle n’est pas toujours fausse : elle est vraie si {row}.",
		"It is not always false: it is true if {row}." },
	{ "nature-constant",
		"Elle ne prend pas les deux valeurs : toutes les lignes de sa table de vérité ont la même.",
		"It does not take both values: all rows of its truth table have the same one." },
	{ "witness-no-true", "Montrez-le : il manque une affectation qui la rend vraie.",
		"Show it: an assignment that makes it true is missing." },
	{ "witness-no-false", "Montrez-le : il manque une affectation qui la rend fausse.",
		"Show it: an assignment that makes it false is missing." },
	{ "witness-other-value", "Pour {row}, elle est {value} : ce n’est pas ce que vous dites.",
		"For {row} it is {value}: that is not what you say." },
	{ "witness-incomplete", "{row} ne suffit pas : donnez aussi la valeur de {names}.",
		"{row} is not enough: give the value of {names} too." },
	/* Does it follow? */
	{ "follows-not",
		"La conclusion n’en découle pas. Contre-exemple : {row}. Les hypothèses sont alors vraies et la "
		"conclusion fausse.",
		"The conclusion does not follow. Counterexample: {row}. Then the premises are true and the conclusion "
		"is false." },
	{ "follows-not-world",
		"La conclusion n’en découle pas. Contre-exemple : {row} ; les hypothèses sont alors vraies et la "
		"conclusion fausse.",
		"The conclusion does not follow. Counterexample: {row}; then the premises are true and the conclusion "
		"is false." },
	{ "follows",
		"Cherchez un contre-exemple : il n’y en a pas, car dès que les hypothèses sont vraies, la conclusion "
		"l’est aussi.",
		"Look for a counterexample: there is none, since whenever the premises are true the conclusion is." },
	{ "counterexample-due",
		"C’est juste, mais il faut le montrer par un contre-exemple : une affectation où les hypothèses sont "
		"vraies et la conclusion fausse.",
		"This is right, but it must be shown by a counterexample: an assignment that makes the premises true "
		"and the conclusion false." },
	{ "refutes-not-premise", "{row} n’est pas un contre-exemple : l’hypothèse {sentence} y est fausse.",
		"{row} is no counterexample: the premise {sentence} is false there." },
	{ "refutes-not-conclusion", "{row} n’est pas un contre-exemple : la conclusion {sentence} y est vraie.",
		"{row} is no counterexample: the conclusion {sentence} is true there." },
	/* To authors: what was derived, for review. */
	{ "derived-truths", "vraie dans {count} cas sur {rows}", "true in {count} case(s) of {rows}" },
	{ "derived-tautology", "tautologie : vraie dans les {rows} cas", "tautology: true in all {rows} cases" },
	{ "derived-contradiction", "contradiction : fausse dans les {rows} cas",
		"contradiction: false in all {rows} cases" },
	{ "derived-neither", "ni l’un ni l’autre : vraie dans {count} cas sur {rows} ({row})",
		"neither: true in {count} case(s) of {rows} ({row})" },
	{ "derived-falses", "fausse dans {count} cas sur {rows} ({row})",
		"false in {count} case(s) of {rows} ({row})" },
	{ "derived-follows", "la conclusion en découle : aucun contre-exemple parmi les {rows} cas",
		"the conclusion follows: no counterexample among {rows} cases" },
	{ "derived-follows-not", "la conclusion n’en découle pas : {count} contre-exemple(s) parmi {rows} cas ({row})",
		"the conclusion does not follow: {count} counterexample(s) among {rows} cases ({row})" },
	/* To authors: what is wrong. */
	{ "key-needed", "cette question demande \"{key}\"", "this question needs \"{key}\"" },
	{ "key-not-here", "\"{key}\" n’a pas de sens avec ce que \"ask\" demande",
		"\"{key}\" has no meaning with what \"ask\" asks" },
	{ "domain-and-variables", "\"domain\" et \"predicates\" remplacent \"variables\" et \"meanings\"",
		"\"domain\" and \"predicates\" stand instead of \"variables\" and \"meanings\"" },
	{ "domain-needs-predicates", "\"domain\" et \"predicates\" vont ensemble",
		"\"domain\" and \"predicates\" go together" },
	{ "bad-domain", "un domaine a d’un à quatre éléments différents : des nombres, ou des noms faits de lettres",
		"a domain has one to four different elements: numbers, or names made of letters" },
	{ "bad-predicate",
		"\"{name}\" : huit prédicats au plus, dont le nom est fait de lettres et qui ont de 0 à 3 arguments",
		"\"{name}\": eight predicates at most, with names made of letters and 0 to 3 arguments" },
	{ "no-predicates", "il faut au moins un prédicat", "at least one predicate is needed" },
	{ "too-many-atoms", "trop d’atomes : P(1), P(2), … en font seize au plus pour tous les prédicats",
		"too many atoms: P(1), P(2), … of all predicates make at most sixteen" },
	{ "premises-contradict", "les hypothèses se contredisent : tout en découle",
		"the premises contradict each other: everything follows" },
};

const struct msg_table proposition_messages = { "grader_boolean/proposition", entries,
	sizeof(entries) / sizeof(entries[0]) };
