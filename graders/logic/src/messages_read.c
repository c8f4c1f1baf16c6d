/* What the reader of formulas says, in both languages. A slip says what, and what to write instead. */
#include "logic/read.h"

static const struct msg_entry entries[] = {
	/* the text as a whole */
	{ "blank", "Écrivez une expression, par exemple ab + c’ ou non(a et b).",
		"Write an expression, such as ab + c' or not(a and b)." },
	{ "too-long", "Cette expression est trop longue pour être lue : 64 Kio au plus.",
		"This expression is too long to be read: at most 64 KiB." },
	{ "too-many-parts", "Cette expression a trop de lettres et d’opérateurs : 4 000 au plus.",
		"This expression has too many letters and operators: at most 4,000." },
	{ "too-deep", "Trop de parenthèses ou de négations les unes dans les autres : 200 niveaux au plus.",
		"Too many parentheses or negations inside each other: at most 200 levels." },
	{ "too-many-variables", "Une expression a au plus 16 variables ; celle-ci en a une de plus.",
		"An expression has at most 16 variables; this one is one too many." },
	{ "not-utf8", "Ce caractère n’est pas écrit en UTF-8 : effacez-le et tapez-le à nouveau.",
		"This character is not written in UTF-8: delete it and type it again." },
	/* variables */
	{ "unknown-variable", "« {name} » n’est pas une variable de cet exercice. Les variables sont : {known}.",
		"\"{name}\" is not a variable of this exercise. The variables are: {known}." },
	{ "unknown-variable-near",
		"« {name} » n’est pas une variable de cet exercice. Vouliez-vous écrire « {near} » ?",
		"\"{name}\" is not a variable of this exercise. Did you mean \"{near}\"?" },
	{ "name-too-long", "« {sign} » est trop long pour un nom de variable : 32 caractères au plus.",
		"\"{sign}\" is too long for a variable's name: at most 32 characters." },
	{ "cyrillic-letter",
		"« {sign} » est la lettre cyrillique {code} : elle ressemble à « {meant} », mais c’en est une "
		"autre. Tapez {meant} au clavier.",
		"\"{sign}\" is the Cyrillic letter {code}: it looks like \"{meant}\" but is another one. Type "
		"{meant} on the keyboard." },
	{ "greek-letter",
		"« {sign} » est la lettre grecque {code} : elle ressemble à « {meant} », mais c’en est une autre. "
		"Tapez {meant} au clavier.",
		"\"{sign}\" is the Greek letter {code}: it looks like \"{meant}\" but is another one. Type {meant} "
		"on the keyboard." },
	{ "glued-word", "Dans « {sign} », mettez des espaces autour de « {word} » si c’est l’opérateur.",
		"In \"{sign}\", put spaces around \"{word}\" if it is the operator." },
	{ "juxtaposition-off",
		"« {name} » n’est pas une variable. Si c’est un produit, écrivez-le avec un point : {product}.",
		"\"{name}\" is not a variable. If it is a product, write it with a dot: {product}." },
	{ "bar-over-part", "Dans « {sign} », la barre ne couvre qu’une partie du nom : écrivez plutôt non(…) ou ¬.",
		"In \"{sign}\", the bar covers only a part of the name: write not(…) or ¬ instead." },
	/* arithmetic and sets */
	{ "arithmetic",
		"Le signe « {sign} » est de l’arithmétique : il n’y a pas de soustraction en algèbre de Boole. "
		"« ou » s’écrit +, « et » s’écrit ·, et la négation de a s’écrit a’, /a ou non(a).",
		"The sign \"{sign}\" is arithmetic: Boolean algebra has no subtraction. \"Or\" is written +, "
		"\"and\" is written ·, and the negation of a is written a', /a or not(a)." },
	{ "arithmetic-complement",
		"Le complément ne s’écrit pas avec un moins : au lieu de 1 − a, écrivez a’, /a ou non(a).",
		"A complement is not written with a minus: instead of 1 − a, write a', /a or not(a)." },
	{ "arithmetic-number",
		"« {sign} » est de l’arithmétique : en algèbre de Boole il n’y a que les nombres 0 et 1 (a + a = "
		"a, et non 2a).",
		"\"{sign}\" is arithmetic: the only numbers of Boolean algebra are 0 and 1 (a + a = a, not 2a)." },
	{ "arithmetic-power", "Il n’y a pas de puissances en algèbre de Boole : a·a = a, et non a².",
		"There are no powers in Boolean algebra: a·a = a, not a²." },
	{ "arithmetic-division",
		"« {sign} » est de l’arithmétique : il n’y a pas de division en algèbre de Boole. La négation de b "
		"s’écrit /b, b’ ou non(b).",
		"\"{sign}\" is arithmetic: Boolean algebra has no division. The negation of b is written /b, b' or "
		"not(b)." },
	{ "set-sign",
		"« {sign} » est un signe de la théorie des ensembles. Ici, écrivez + pour « ou », · pour « et », ’ "
		"ou / pour la négation.",
		"\"{sign}\" is a sign of set theory. Here, write + for \"or\", · for \"and\", ' or / for the "
		"negation." },
	{ "caret", "« ^ » peut se lire de plusieurs façons : écrivez · pour « et », ⊕ ou xor pour « ou exclusif ».",
		"\"^\" can be read in several ways: write · for \"and\", ⊕ or xor for \"exclusive or\"." },
	{ "equals",
		"« {sign} » n’est pas un opérateur : écrivez l’expression seule (ou « E = … » une fois, au "
		"début) ; pour l’équivalence, écrivez ⇔ ou <=>.",
		"\"{sign}\" is not an operator: write the expression alone (or \"E = …\" once, at the beginning); "
		"for the equivalence, write ⇔ or <=>." },
	{ "not-equal", "« {sign} » n’est pas un opérateur : pour « ou exclusif », écrivez ⊕ ou xor.",
		"\"{sign}\" is not an operator: for \"exclusive or\", write ⊕ or xor." },
	{ "arrow-left", "La flèche « {sign} » va vers la gauche : écrivez l’implication de gauche à droite, b ⇒ a.",
		"The arrow \"{sign}\" points to the left: write the implication from left to right, b ⇒ a." },
	/* two ways to read */
	{ "ambiguous-slash",
		"« / » entre deux opérandes : est-ce une division, qui n’existe pas ici, ou une négation ? Pour "
		"« a et non b », écrivez a·/b.",
		"\"/\" between two operands: is it a division, which does not exist here, or a negation? For \"a "
		"and not b\", write a·/b." },
	{ "ambiguous-implies",
		"Deux implications à la suite se lisent de deux façons : mettez des parenthèses, (a ⇒ b) ⇒ c ou a "
		"⇒ (b ⇒ c).",
		"Two implications in a row can be read in two ways: put parentheses, (a ⇒ b) ⇒ c or a ⇒ (b ⇒ c)." },
	{ "ambiguous-nand",
		"À côté d’un autre opérateur, NAND (↑) et NOR (↓) se lisent de plusieurs façons : mettez des "
		"parenthèses, par exemple (a ↑ b) ↑ c.",
		"Beside another operator, NAND (↑) and NOR (↓) can be read in several ways: put parentheses, such "
		"as (a ↑ b) ↑ c." },
	{ "ambiguous-word",
		"« {sign} » est-il l’opérateur, ou un produit de variables ? Écrivez l’opérateur par son signe (· "
		"+ ⊕ ¬), ou le produit avec des points.",
		"Is \"{sign}\" the operator, or a product of variables? Write the operator as a sign (· + ⊕ ¬), or "
		"the product with dots." },
	{ "ambiguous-v",
		"« {sign} » à côté d’un opérande, sans opérateur : pour « ou », écrivez ∨ ou + ; la constante vrai "
		"s’écrit 1.",
		"\"{sign}\" beside an operand, without an operator: for \"or\", write ∨ or +; the constant true is "
		"written 1." },
	{ "ambiguous-or",
		"« {sign} » peut être « ou » ou « ou exclusif » : écrivez + (ou « ou ») pour l’un, ⊕ (ou « xor ») "
		"pour l’autre.",
		"\"{sign}\" may be \"or\" or \"exclusive or\": write + (or \"or\") for one, ⊕ (or \"xor\") for the "
		"other." },
	/* what is missing */
	{ "missing-left", "Il manque quelque chose avant « {sign} » : cet opérateur relie deux expressions.",
		"Something is missing before \"{sign}\": this operator joins two expressions." },
	{ "missing-right", "Il manque quelque chose après « {before} » : cet opérateur relie deux expressions.",
		"Something is missing after \"{before}\": this operator joins two expressions." },
	{ "missing-between", "Il manque quelque chose entre « {before} » et « {sign} ».",
		"Something is missing between \"{before}\" and \"{sign}\"." },
	{ "missing-negated", "Il manque quelque chose après la négation « {before} ».",
		"Something is missing after the negation \"{before}\"." },
	{ "missing-operator",
		"Il manque un opérateur entre « {before} » et « {sign} » : pour un produit, écrivez un point, « · ».",
		"An operator is missing between \"{before}\" and \"{sign}\": for a product, write a dot, \"·\"." },
	{ "line-break",
		"Une nouvelle ligne commence ici sans opérateur : écrivez une seule expression, ou l’opérateur qui "
		"la continue.",
		"A new line begins here without an operator: write one expression only, or the operator that "
		"continues it." },
	{ "lone-prime",
		"L’apostrophe « {sign} » nie ce qui la précède : écrivez-la après une lettre ou une parenthèse.",
		"The apostrophe \"{sign}\" negates what stands before it: write it after a letter or a parenthesis." },
	{ "lone-bar",
		"Cette barre n’a rien sous elle. Écrivez a’, /a, ¬a ou non(a) ; la barre combinante U+0305 se tape "
		"après sa lettre.",
		"This bar has nothing under it. Write a', /a, ¬a or not(a); the combining overline U+0305 is typed "
		"after its letter." },
	{ "bar-over-sign",
		"Une barre sur « {sign} » : seule une lettre peut en porter une. Pour une longue barre, écrivez "
		"non(…) ou (…)’.",
		"A bar over \"{sign}\": only a letter can carry one. For a long bar, write not(…) or (…)'." },
	{ "parenthesis-open", "La parenthèse « {sign} » n’est jamais fermée.",
		"The parenthesis \"{sign}\" is never closed." },
	{ "parenthesis-close", "Aucune parenthèse ouverte ne correspond à « {sign} ».",
		"No open parenthesis matches \"{sign}\"." },
	{ "parenthesis-shape", "« {before} » est fermée par « {sign} » : employez la même forme de parenthèses.",
		"\"{before}\" is closed by \"{sign}\": use the same shape of parentheses." },
	{ "empty-parentheses", "Il n’y a rien entre ces parenthèses.", "There is nothing between these parentheses." },
	/* signs that nobody knows */
	{ "unknown-sign",
		"Le signe « {sign} » ({code}) n’a pas de sens ici. On peut écrire + · ’ ( ) ⊕ ⇒ ⇔, ou des mots : "
		"et, ou, non.",
		"The sign \"{sign}\" ({code}) has no meaning here. You can write + · ' ( ) ⊕ ⇒ ⇔, or words: and, "
		"or, not." },
	{ "unknown-control", "Un caractère invisible ({code}) se trouve ici : effacez-le.",
		"There is an invisible character ({code}) here: delete it." },
	{ "unknown-mark", "Cette lettre porte un signe ({code}) qui n’est pas une barre : écrivez a’, /a ou non(a).",
		"This letter carries a mark ({code}) that is not a bar: write a', /a or not(a)." },
	{ "unknown-command",
		"La commande « {sign} » n’est pas connue ici. On peut écrire \\overline, \\cdot, \\oplus, \\lnot, "
		"\\land, \\lor, \\Rightarrow, \\Leftrightarrow.",
		"The command \"{sign}\" is not known here. You can write \\overline, \\cdot, \\oplus, \\lnot, "
		"\\land, \\lor, \\Rightarrow, \\Leftrightarrow." },
	/* statements with quantifiers */
	{ "missing-quantified", "Il manque une proposition après « {before} », par exemple : ∀x, P(x).",
		"A proposition is missing after \"{before}\", for instance: ∀x, P(x)." },
	{ "quantifier-variable",
		"Après « {sign} », une variable est attendue (une lettre), puis une proposition, par exemple : ∀x, "
		"P(x) ou ∃x, P(x).",
		"After \"{sign}\" a variable is expected (one letter), then a proposition, for instance: ∀x, P(x) or "
		"∃x, P(x)." },
	{ "quantifier-unique", "« {sign} » (il existe un unique) n’est pas lu ici : dites-le avec ∃, ∀ et =.",
		"\"{sign}\" (there is exactly one) is not read here: say it with ∃, ∀ and =." },
	{ "quantifier-part",
		"Ici on ne quantifie que sur tout le domaine ({known}) : pour une partie, écrivez ∀x, (x = 1) ⇒ P(x).",
		"Here a quantifier ranges over the whole domain ({known}): for a part of it, write ∀x, (x = 1) ⇒ "
		"P(x)." },
	{ "too-many-quantifiers", "Trop de quantificateurs les uns dans les autres : 8 au plus.",
		"Too many quantifiers inside each other: at most 8." },
	{ "not-bound",
		"« {name} » n’est pas lié : aucun quantificateur ne l’introduit avant cet endroit. Écrivez par exemple "
		"∀{name} ou ∃{name}.",
		"\"{name}\" is not bound: no quantifier introduces it before this place. Write for instance ∀{name} or "
		"∃{name}." },
	{ "not-element", "« {name} » n’est pas un élément du domaine, qui est : {known}.",
		"\"{name}\" is no element of the domain, which is: {known}." },
	{ "element-alone",
		"« {name} » est un élément, pas une proposition : écrivez un prédicat, par exemple {example}, ou une "
		"égalité.",
		"\"{name}\" is an element, not a proposition: write a predicate, such as {example}, or an equality." },
	{ "unknown-predicate", "« {name} » n’est pas un prédicat de cet exercice. Les prédicats sont : {known}.",
		"\"{name}\" is not a predicate of this exercise. The predicates are: {known}." },
	{ "predicate-arguments", "Le prédicat {name} s’écrit {example}.",
		"The predicate {name} is written {example}." },
	{ "predicate-close", "La parenthèse des arguments de {name} n’est pas fermée : écrivez {example}.",
		"The parenthesis of the arguments of {name} is not closed: write {example}." },
	/* remarks */
	{ "set-signs-read", "∩ et ∪ sont des signes d’ensembles : ils ont été lus comme « et » et « ou ».",
		"∩ and ∪ are signs of sets: they were read as \"and\" and \"or\"." },
	{ "bars-apart",
		"Chaque lettre porte sa barre : a̅b̅ est lu a’·b’. Pour une longue barre sur le produit, écrivez "
		"non(ab).",
		"Each letter carries its own bar: a̅b̅ is read as a'·b'. For one long bar over the product, write "
		"not(ab)." },
	{ "not-reaches",
		"La négation ne porte que sur la lettre qui suit : non ab est lu a’·b. Pour nier le produit, "
		"écrivez non(ab).",
		"The negation covers only the letter that follows: not ab is read as a'·b. To negate the product, "
		"write not(ab)." },
	{ "barred-name",
		"À gauche du signe =, le nom porte une négation : c’est l’expression de droite, telle quelle, qui "
		"est lue.",
		"On the left of the sign = the name carries a negation: the expression on the right is read as it "
		"stands." },
};

const struct msg_table logic_messages = { "logic", entries, sizeof(entries) / sizeof(entries[0]) };
