/*
 * The explanations of exceptions, for someone who meets them for the first time.
 */
#include "grader_python/grader_python.h"

static const struct msg_entry entries[] = {
	/* Where and what; explanations follow. */
	{ "what", "{type}{said}.", "{type}{said}." },
	{ "what-at-line", "Ligne {line} : {type}{said}.", "Line {line}: {type}{said}." },
	{ "what-at-text", "Ligne {line}, « {text} » : {type}{said}.", "Line {line}, “{text}”: {type}{said}." },
	{ "what-in-prelude", "Dans le code fourni, ligne {line} : {type}{said}.",
		"In the given code, line {line}: {type}{said}." },

	{ "name",
		"Le nom « {name} » n’est défini nulle part : vérifiez son orthographe, les majuscules, et qu’il reçoit "
		"une valeur avant d’être utilisé.",
		"The name “{name}” is defined nowhere: check its spelling, its capitals, and that it gets a value "
		"before it is used." },
	{ "name-near", "Le nom « {name} » n’est défini nulle part. Vouliez-vous écrire « {near} » ?",
		"The name “{name}” is defined nowhere. Did you mean “{near}”?" },
	{ "name-later",
		"Le nom « {name} » existe bien dans votre code, mais pas encore au moment où cette ligne s’exécute, ou "
		"pas à cet endroit.",
		"The name “{name}” does exist in your code, but not yet when this line runs, or not in this place." },
	{ "unbound-local",
		"La variable « {name} » est utilisée dans la fonction avant d’y avoir reçu une valeur. Donnez-lui une "
		"valeur de départ, dans tous les cas.",
		"The variable “{name}” is used in the function before it was given a value there. Give it a starting "
		"value, in every case." },
	{ "index",
		"Vous demandez un élément qui n’existe pas : les indices d’une liste de n éléments vont de 0 à n - 1, "
		"et une liste vide n’en a aucun.",
		"You ask for an element that does not exist: the indices of a list of n elements go from 0 to n - 1, "
		"and an empty list has none." },
	{ "index-string",
		"Vous demandez un caractère qui n’existe pas : les indices d’un texte de n caractères vont de 0 à n - "
		"1, et un texte vide n’en a aucun.",
		"You ask for a character that does not exist: the indices of a text of n characters go from 0 to n - "
		"1, and an empty text has none." },
	{ "pop-empty", "pop() retire un élément, mais la liste est déjà vide : vérifiez-le avant.",
		"pop() takes an element out, but the list is already empty: check that first." },
	{ "key",
		"Cette clé n’est pas dans le dictionnaire. Testez d’abord « clé in dictionnaire », ou utilisez "
		"dictionnaire.get(clé).",
		"This key is not in the dictionary. First test “key in dictionary”, or use dictionary.get(key)." },
	{ "zero-division", "Une division (/, // ou %) par zéro : il faut traiter ce cas avant de diviser.",
		"A division (/, // or %) by zero: handle that case before dividing." },
	{ "recursion",
		"La fonction s’appelle elle-même sans fin : vérifiez le cas d’arrêt, et que chaque appel s’en "
		"rapproche.",
		"The function calls itself without end: check the case where it stops, and that each call comes closer "
		"to it." },
	{ "attribute-none",
		"Vous utilisez un résultat qui vaut None. Une fonction sans « return » renvoie None ; des méthodes "
		"comme append() et sort() aussi, car elles modifient la liste sur place.",
		"You use a result that is None. A function without “return” gives None; so do methods such as append() "
		"and sort(), which change the list in place." },
	{ "attribute",
		"Cette valeur n’a pas cet attribut ni cette méthode : vérifiez l’orthographe et le type de la valeur.",
		"This value has no such attribute or method: check the spelling and the type of the value." },
	{ "concatenate-text",
		"« + » ne colle que du texte avec du texte : convertissez le nombre avec str(…), ou utilisez une "
		"f-chaîne.",
		"“+” only joins text with text: convert the number with str(…), or use an f-string." },
	{ "concatenate-list",
		"« + » ne colle qu’une liste avec une liste : pour ajouter un élément x, écrivez liste.append(x) ou "
		"liste + [x].",
		"“+” only joins a list with a list: to add an element x, write liste.append(x) or liste + [x]." },
	{ "none-used",
		"Une des valeurs vaut None. Une fonction sans « return » renvoie None ; des méthodes comme append() et "
		"sort() aussi.",
		"One of the values is None. A function without “return” gives None; so do methods such as append() and "
		"sort()." },
	{ "operand",
		"Cette opération mélange des types qui ne vont pas ensemble, souvent du texte et un nombre. input() "
		"renvoie toujours du texte : convertissez-le avec int(…) ou float(…).",
		"This operation mixes types that do not go together, often text and a number. input() always returns "
		"text: convert it with int(…) or float(…)." },
	{ "compare-types",
		"On ne peut pas comparer ces deux types, souvent du texte et un nombre : convertissez l’un des deux "
		"avec int(…), float(…) ou str(…).",
		"These two types cannot be compared, often text and a number: convert one of them with int(…), "
		"float(…) or str(…)." },
	{ "not-iterable",
		"Une boucle « for » (ou « in », list(…), sum(…)) a besoin d’une liste, d’un texte, d’un range(…). Pour "
		"répéter n fois : for i in range(n).",
		"A “for” loop (or “in”, list(…), sum(…)) needs a list, a text, a range(…). To repeat n times: for i in "
		"range(n)." },
	{ "not-callable",
		"Des parenthèses suivent ce qui n’est pas une fonction. Une variable porte peut-être le nom d’une "
		"fonction, ou il manque un « * » ou des crochets.",
		"Parentheses follow what is not a function. A variable may bear the name of a function, or a “*” or "
		"square brackets are missing." },
	{ "not-subscriptable", "Des crochets suivent une valeur qui n’a pas d’éléments, comme un nombre.",
		"Square brackets follow a value that has no elements, such as a number." },
	{ "item-assignment",
		"Cette valeur ne peut pas être modifiée sur place : un texte ou un tuple se reconstruit, une liste se "
		"modifie.",
		"This value cannot be changed in place: a text or a tuple is built anew, a list can be changed." },
	{ "index-type",
		"L’indice entre crochets doit être un entier. Dans « for x in liste », x est déjà l’élément, et non "
		"son indice.",
		"The index in square brackets must be an integer. In “for x in liste”, x is the element itself, not "
		"its index." },
	{ "no-len", "len() s’applique à une liste, un texte, un dictionnaire… pas à un nombre.",
		"len() applies to a list, a text, a dictionary… not to a number." },
	{ "unhashable",
		"Une liste ou un dictionnaire ne peut être ni une clé de dictionnaire ni un élément d’ensemble : un "
		"tuple convient.",
		"A list or a dictionary can be neither a key of a dictionary nor an element of a set: a tuple will "
		"do." },
	{ "needs-int",
		"Un nombre entier est attendu ici. « / » donne toujours un nombre à virgule : utilisez « // » pour une "
		"division entière.",
		"An integer is expected here. “/” always gives a float: use “//” for a whole division." },
	{ "range-list",
		"range(…) attend un nombre, et non une liste : écrivez range(len(liste)) pour les indices, ou « for x "
		"in "
		"liste » pour les éléments.",
		"range(…) wants a number, not a list: write range(len(liste)) for the indices, or “for x in liste” for "
		"the "
		"elements." },
	{ "call-forgotten",
		"Une fonction est utilisée comme un nombre : il manque sans doute ses parenthèses, comme dans "
		"len(liste).",
		"A function is used as a number: its parentheses are probably missing, as in len(liste)." },
	{ "int-argument",
		"int(…) et float(…) convertissent un texte ou un nombre, un seul à la fois ; pas une liste, ni None.",
		"int(…) and float(…) convert one text or one number; not a list, nor None." },
	{ "arity",
		"Une fonction est appelée avec trop, ou trop peu, d’arguments : comparez l’appel avec sa ligne « def "
		"».",
		"A function is called with too many, or too few, arguments: compare the call with its “def” line." },
	{ "int-text",
		"int(…) ne lit qu’un texte fait de chiffres, comme \"12\". Pour un nombre à virgule, utilisez "
		"float(…).",
		"int(…) only reads a text made of digits, such as \"12\". For a number with a decimal point, use "
		"float(…)." },
	{ "float-text", "float(…) lit un texte comme \"3.14\", avec un point et non une virgule.",
		"float(…) reads a text such as \"3.14\", with a point and not a comma." },
	{ "unpack", "Le nombre de variables à gauche du « = » n’est pas celui des valeurs à droite.",
		"The number of variables left of “=” is not that of the values on its right." },
	{ "not-in-list", "L’élément cherché n’est pas dans la liste : testez d’abord « x in liste ».",
		"The element is not in the list: first test “x in liste”." },
	{ "not-in-text",
		"index() échoue quand le texte cherché est absent : testez « x in texte », ou utilisez find(), qui "
		"renvoie -1.",
		"index() fails when the text is not there: test “x in text”, or use find(), which returns -1." },
	{ "math-domain",
		"Ce calcul n’a pas de sens pour cette valeur, par exemple la racine carrée d’un nombre négatif.",
		"This calculation makes no sense for this value, for example the square root of a negative number." },
	{ "empty-sequence", "max() et min() échouent sur une suite vide : traitez ce cas avant.",
		"max() and min() fail on an empty sequence: handle that case first." },
	{ "end-of-input",
		"input() ne trouve rien à lire. Une fonction reçoit ses données par ses paramètres ; un programme ne "
		"doit pas lire plus de lignes qu’il n’y en a.",
		"input() finds nothing to read. A function gets its data through its parameters; a program must not "
		"read more lines than there are." },
	{ "module", "Ce module n’existe pas ou n’est pas disponible ici. Cet exercice peut se faire sans lui.",
		"This module does not exist or is not available here. The exercise can be done without it." },
	{ "memory-error", "Le programme demande trop de mémoire : une liste grandit peut-être sans fin.",
		"The program asks for too much memory: a list may be growing without end." },
	{ "overflow", "Le résultat est trop grand pour un nombre à virgule.", "The result is too large for a float." },
	{ "file-not-found",
		"Ce fichier n’existe pas ici : seuls les fichiers fournis par l’énoncé peuvent être ouverts, par leur "
		"nom seul.",
		"This file does not exist here: only the files given with the exercise can be opened, by their plain "
		"name." },
	{ "permission",
		"Le système refuse cette opération : ici, un programme ne peut ni écrire de fichier, ni utiliser le "
		"réseau, ni lancer un autre programme.",
		"The system refuses this operation: here, a program can neither write a file, nor use the network, nor "
		"start another program." },
	{ "not-here", "Cette opération n’est pas autorisée ici : aucune réponse n’en a besoin.",
		"This operation is not allowed here: no answer needs it." },
	{ "assertion", "Une ligne « assert » de votre code n’est pas vérifiée.",
		"An “assert” line of your code does not hold." },
	{ "stop-iteration", "next(…) est demandé alors qu’il n’y a plus d’élément.",
		"next(…) is asked for when no element is left." },
	{ "changed-size",
		"Le dictionnaire ou l’ensemble change de taille pendant qu’une boucle le parcourt : parcourez une "
		"copie, list(…).",
		"The dictionary or set changes size while a loop goes through it: go through a copy, list(…)." },
	{ "system-exit",
		"exit(), quit() ou sys.exit() arrête tout le programme. Dans une fonction, utilisez « return ».",
		"exit(), quit() or sys.exit() stops the whole program. In a function, use “return”." },
	{ "keyboard-interrupt", "Votre code lève lui-même KeyboardInterrupt.",
		"Your code raises KeyboardInterrupt itself." },
	{ "not-implemented", "Cette partie reste à écrire.", "This part is still to be written." },

	{ "tabs",
		"L’indentation mélange des tabulations et des espaces : n’utilisez que des espaces, quatre par niveau.",
		"The indentation mixes tabs and spaces: use spaces only, four for each level." },
	{ "indent-expected",
		"Après une ligne qui finit par « : », la suite doit être décalée vers la droite (quatre espaces).",
		"After a line that ends with “:”, what follows must be shifted to the right (four spaces)." },
	{ "indent-unexpected", "Cette ligne est décalée vers la droite sans raison : alignez-la avec les précédentes.",
		"This line is shifted to the right for no reason: align it with those before." },
	{ "indent-unmatched", "Le décalage de cette ligne ne correspond à aucun bloc ouvert plus haut : réalignez-la.",
		"The shift of this line matches no block opened above: align it again." },
	{ "colon", "Il manque un « : » à la fin de cette ligne (def, if, else, for, while… en ont besoin).",
		"A “:” is missing at the end of this line (def, if, else, for, while… need one)." },
	{ "never-closed", "Une parenthèse, un crochet ou une accolade est ouvert ici et n’est jamais refermé.",
		"A parenthesis, square bracket or brace is opened here and never closed." },
	{ "unmatched",
		"Une parenthèse, un crochet ou une accolade est refermé sans avoir été ouvert, ou pas par le bon "
		"signe.",
		"A parenthesis, square bracket or brace is closed without having been opened, or by the wrong sign." },
	{ "unterminated", "Il manque le guillemet qui ferme ce texte.", "The quote that closes this text is missing." },
	{ "print-parentheses", "En Python 3, print a besoin de parenthèses : print(…).",
		"In Python 3, print needs parentheses: print(…)." },
	{ "equal-sign", "Un seul « = » donne une valeur à une variable ; pour comparer, écrivez « == ».",
		"A single “=” gives a value to a variable; to compare, write “==”." },
	{ "cannot-assign", "À gauche d’un « = », il faut un nom de variable. Pour comparer, écrivez « == ».",
		"Left of “=” there must be the name of a variable. To compare, write “==”." },
	{ "return-outside", "Ce « return » n’est pas dans une fonction : vérifiez son décalage.",
		"This “return” is not in a function: check how far it is indented." },
	{ "outside-loop", "« break » et « continue » ne vont que dans une boucle : vérifiez le décalage.",
		"“break” and “continue” only go in a loop: check the indentation." },
	{ "comma", "Il manque peut-être une virgule entre deux valeurs.",
		"A comma may be missing between two values." },
	{ "leading-zeros", "Un nombre entier ne commence pas par 0.", "An integer does not begin with 0." },
	{ "invalid-character",
		"Un caractère que Python n’admet pas ici : souvent un guillemet ou un espace copié d’un traitement de "
		"texte. Retapez la ligne au clavier.",
		"A character that Python does not accept here: often a quote or a space copied from a word processor. "
		"Type the line again." },
	{ "curly-quote",
		"Ce guillemet vient d’un traitement de texte : Python ne connaît que les guillemets droits, \" et "
		"celui de "
		"la touche 4. Retapez-le au clavier.",
		"This quote comes from a word processor: Python only knows straight quotes. Type it again." },
	{ "minus-sign",
		"Ce tiret n’est pas le signe moins de Python, même s’il lui ressemble : retapez-le avec la touche - "
		"(celle "
		"du 6).",
		"This dash is not Python’s minus sign, though it looks like it: type it again with the - key." },
	{ "times-sign", "En Python, « × » s’écrit * et « ÷ » s’écrit /.",
		"In Python, “×” is written * and “÷” is written /." },
	{ "strange-space",
		"Il y a ici un espace insécable, invisible, souvent copié d’une page web ou d’un traitement de texte : "
		"effacez les espaces de cette ligne et retapez-les.",
		"There is an invisible unbreakable space here, often copied from a web page or a word processor: "
		"delete the "
		"spaces of this line and type them again." },
	{ "console", "Les signes >>> et … de la console ne font pas partie du code : retirez-les.",
		"The signs >>> and ... of the console are not part of the code: take them out." },
	{ "else-if", "En Python, « else if » s’écrit en un mot : elif.", "In Python, “else if” is one word: elif." },
	{ "increment", "Python n’a ni ++ ni -- : écrivez n += 1 ou n -= 1.",
		"Python has neither ++ nor --: write n += 1 or n -= 1." },
	{ "and-or", "En Python, « && » s’écrit and, et « || » s’écrit or.",
		"In Python, “&&” is written and, and “||” is written or." },
	{ "compare-signs", "Les comparaisons s’écrivent >=, <=, != et ==, dans cet ordre et sans espace.",
		"Comparisons are written >=, <=, != and ==, in that order and without a space." },
	{ "comment-sign", "En Python, un commentaire commence par # (et // est la division entière).",
		"In Python, a comment begins with # (and // is the whole division)." },
	{ "french", "Les mots de Python sont en anglais : def, if, elif, else, for, while, return, print.",
		"Python’s words are English: def, if, elif, else, for, while, return, print." },
	{ "capital", "Les mots de Python s’écrivent en minuscules : if, else, for, while, def, return.",
		"Python’s words are written in small letters: if, else, for, while, def, return." },
	{ "braces",
		"Python n’utilise pas d’accolades pour les blocs : la ligne finit par « : », et la suite est décalée "
		"vers la "
		"droite.",
		"Python uses no braces for blocks: the line ends with “:”, and what follows is shifted to the right." },
	{ "bad-name", "Un nom ne commence pas par un chiffre ; et il faut un signe entre un nombre et un nom (2 * x).",
		"A name does not begin with a digit; and a sign is needed between a number and a name (2 * x)." },
	{ "try-alone", "Un « try » doit être suivi d’un « except » (ou « finally »).",
		"A “try” must be followed by an “except” (or “finally”)." },
	{ "too-nested", "Trop de parenthèses ou de blocs imbriqués.",
		"Too many parentheses or blocks inside each other." },
	{ "syntax",
		"Python ne peut pas lire cette ligne. Regardez aussi la fin de la ligne précédente : il y manque "
		"souvent une parenthèse, un guillemet ou un « : ».",
		"Python cannot read this line. Look at the end of the line before as well: a parenthesis, a quote or a "
		"“:” is often missing there." },
};

const struct msg_table python_explain_messages = { "grader_python", entries, sizeof(entries) / sizeof(entries[0]) };
