/*
 * What the Python graders say: to students about an answer, to authors about an exercise.
 */
#include "grader_python/grader_python.h"

static const struct msg_entry entries[] = {
	/* The whole answer. */
	{ "answer-no-text", "La réponse doit être un texte : le code Python.",
		"The answer must be a text: the Python code." },
	{ "answer-too-long", "La réponse est trop longue : au plus 256 Kio de code.",
		"The answer is too long: at most 256 KiB of code." },
	{ "answer-no-utf8", "Ligne {line} : le fichier n’est pas en UTF-8. Enregistrez-le avec cet encodage.",
		"Line {line}: the file is not UTF-8. Save it with that encoding." },
	{ "answer-nul", "Ligne {line} : le texte contient un caractère nul, que Python refuse.",
		"Line {line}: the text holds a null character, which Python refuses." },
	{ "answer-blank", "La réponse est vide.", "The answer is blank." },
	{ "answer-starter", "La réponse est le code de départ, inchangé.",
		"The answer is the starting code, unchanged." },
	{ "answer-too-heavy", "Python n’arrive pas à lire ce code : il est trop long ou trop imbriqué.",
		"Python cannot read this code: it is too long or too nested." },
	{ "forbidden-construct",
		"Ligne {line} : « {name} » n’est pas autorisé dans cet exercice. La question est plafonnée à {most} "
		"points sur {max}.",
		"Line {line}: “{name}” is not allowed in this exercise. The question is capped at {most} points out of "
		"{max}." },
	{ "forbidden-anywhere",
		"« {name} » n’est pas autorisé dans cet exercice, et votre code l’utilise. La question est plafonnée à "
		"{most} points sur {max}.",
		"“{name}” is not allowed in this exercise, and your code uses it. The question is capped at {most} "
		"points out of {max}." },
	{ "forbidden-seen",
		"Ligne {line} : « {name} » n’est pas autorisé dans cet exercice, et votre code l’a utilisé ici pendant "
		"son exécution. La question est plafonnée à {most} points sur {max}.",
		"Line {line}: “{name}” is not allowed in this exercise, and your code used it here while it ran. The "
		"question is capped at {most} points out of {max}." },
	{ "forbidden-unnamed",
		"Pendant les tests, votre code a utilisé ce que cet exercice interdit. La question est plafonnée à "
		"{most} "
		"points sur {max}.",
		"During the tests your code used what this exercise forbids. The question is capped at {most} points "
		"out "
		"of {max}." },
	{ "forbidden-syntax",
		"Ligne {line} : {what} : cette construction n’est pas autorisée dans cet exercice. La question est "
		"plafonnée à {most} points sur {max}.",
		"Line {line}: {what}: this construct is not allowed in this exercise. The question is capped at {most} "
		"points out of {max}." },
	{ "forbidden-dynamic",
		"Ligne {line} : « {name} » permet d’atteindre, sans l’écrire, ce que cet exercice interdit ; ce n’est "
		"donc pas autorisé ici. La question est plafonnée à {most} points sur {max}.",
		"Line {line}: “{name}” can reach, without writing it, what this exercise forbids; so it is not allowed "
		"here. The question is capped at {most} points out of {max}." },
	{ "forbidden-unread",
		"Ce code est trop long ou trop imbriqué pour que l’on vérifie qu’il se passe de ce que l’exercice "
		"interdit. La question est plafonnée à {most} points sur {max}.",
		"This code is too long or too nested to check that it does without what the exercise forbids. The "
		"question is capped at {most} points out of {max}." },
	{ "required-name",
		"« {name} » est demandé dans cet exercice, et votre code ne l’utilise pas. La question est plafonnée à "
		"{most} points sur {max}.",
		"“{name}” is asked for in this exercise, and your code does not use it. The question is capped at "
		"{most} points out of {max}." },
	{ "required-syntax",
		"Cet exercice demande ceci, que votre code ne contient pas : {what}. La question est plafonnée à "
		"{most} "
		"points sur {max}.",
		"This exercise asks for this, which your code does not contain: {what}. The question is capped at "
		"{most} points out of {max}." },
	{ "load-stopped",
		"Votre code s’arrête sur une erreur à la ligne {line} ; la fonction demandée était déjà définie, elle "
		"a donc été testée.",
		"Your code stops on an error at line {line}; the function asked for was already defined, so it was "
		"tested." },

	/* Ends. */
	{ "while-loading", "Pendant le chargement de votre code, avant tout appel :",
		"While your code was loading, before any call:" },
	{ "while-setting-up", "Pendant la préparation du test :", "While the test was being set up:" },
	{ "timeout",
		"Temps dépassé : plus de {ms} ms de calcul (confirmé par un second essai). Une boucle qui ne se "
		"termine pas ?",
		"Out of time: more than {ms} ms of calculation (confirmed by a second try). A loop that does not "
		"end?" },
	{ "timeout-once", "Temps dépassé : plus de {ms} ms de calcul. Une boucle qui ne se termine pas ?",
		"Out of time: more than {ms} ms of calculation. A loop that does not end?" },
	{ "idle", "Temps dépassé : le programme attend sans calculer (sleep, attente d’une saisie…).",
		"Out of time: the program waits without calculating (sleep, waiting for input…)." },
	{ "memory", "Mémoire dépassée : plus de {mb} Mio. Une liste ou un texte qui grandit sans fin ?",
		"Out of memory: more than {mb} MiB. A list or a text that grows without end?" },
	{ "output-limit", "Trop de texte affiché : plus de {kb} Kio. Un print dans une boucle sans fin ?",
		"Too much text printed: more than {kb} KiB. A print in an endless loop?" },
	{ "forbidden", "Le programme a demandé au système une opération interdite ; il a été arrêté.",
		"The program asked the system for a forbidden operation; it was stopped." },
	{ "crashed", "Le programme s’est arrêté brutalement, sans donner de résultat.",
		"The program stopped abruptly, without giving a result." },

	/* Functions. */
	{ "missing-function", "La fonction « {name} » n’est pas définie dans votre réponse.",
		"The function “{name}” is not defined in your answer." },
	{ "missing-function-near",
		"La fonction « {name} » n’est pas définie dans votre réponse ; vous avez défini « {near} ». Le nom "
		"doit être exactement celui demandé.",
		"The function “{name}” is not defined in your answer; you defined “{near}”. The name must be exactly "
		"the one asked for." },
	{ "wrong-arity",
		"La fonction « {name} » n’accepte pas cet appel : {said}. Elle doit avoir les paramètres demandés par "
		"l’énoncé.",
		"The function “{name}” does not accept this call: {said}. It must have the parameters that the "
		"exercise asks for." },
	{ "wrong-arity-params",
		"La fonction « {name} » n’accepte pas cet appel : {said}. Elle doit s’écrire : def {name}({params}).",
		"The function “{name}” does not accept this call: {said}. It must be written: def {name}({params})." },
	{ "no-exception",
		"Votre fonction renvoie une valeur au lieu de signaler l’erreur : ici, il faut « raise {expected}(…) "
		"».",
		"Your function returns a value instead of signalling the error: “raise {expected}(…)” is needed "
		"here." },
	{ "wrong-exception", "L’exception {expected} était attendue, une autre a été levée.",
		"The exception {expected} was expected, another was raised." },
	{ "wrong-exception-subclass", "L’exception {expected} elle-même était attendue ; {got} en est une variante.",
		"The exception {expected} itself was expected; {got} is a variant of it." },
	{ "printed-not-returned",
		"Votre fonction affiche le bon résultat avec print au lieu de le renvoyer avec return : elle renvoie "
		"donc None.",
		"Your function prints the right result with print instead of giving it back with return: so it returns "
		"None." },
	{ "returned-none", "Votre fonction ne renvoie rien (None) : manque-t-il un « return », au moins dans ce cas ?",
		"Your function returns nothing (None): is a “return” missing, at least in this case?" },
	{ "returned-none-printed",
		"Votre fonction affiche quelque chose, mais ne renvoie rien (None) : le résultat se donne avec « "
		"return ».",
		"Your function prints something but returns nothing (None): the result is given with “return”." },
	{ "not-none", "Rien ne devait être renvoyé (None) ; votre fonction renvoie {got}.",
		"Nothing was to be returned (None); your function returns {got}." },
	{ "not-plain-generator",
		"Votre fonction renvoie un générateur, et non les valeurs elles-mêmes : construisez une liste, avec "
		"list(…) par exemple.",
		"Your function returned a generator, not the values themselves: build a list, with list(…) for "
		"instance." },
	{ "not-plain-function",
		"Votre fonction renvoie une fonction, et non son résultat : il manque sans doute des parenthèses "
		"d’appel.",
		"Your function returned a function, not its result: the parentheses of a call are probably missing." },
	{ "not-plain-type",
		"Votre fonction renvoie un objet de type {type}, et non une valeur simple (nombre, texte, liste…).",
		"Your function returned an object of type {type}, not a plain value (number, text, list…)." },
	{ "not-plain-cycle", "La valeur renvoyée se contient elle-même.", "The returned value contains itself." },
	{ "not-plain-size", "La valeur renvoyée est trop grande ou trop imbriquée pour être comparée.",
		"The returned value is too large or too nested to be compared." },
	{ "args-not-plain",
		"Après l’appel, les arguments ne sont plus des valeurs simples qui puissent être comparées.",
		"After the call, the arguments are no longer plain values that could be compared." },
	{ "args-after", "Après l’appel, les arguments ne sont pas comme attendu.",
		"After the call, the arguments are not as expected." },

	/* Values. */
	{ "wrong-value", "Attendu : {expected} ; obtenu : {got}.", "Expected: {expected}; got: {got}." },
	{ "wrong-value-at", "Première différence en {path} : attendu {expected}, obtenu {got}.",
		"First difference at {path}: expected {expected}, got {got}." },
	{ "number-as-text", "Votre résultat est un texte (d’où ses guillemets), et non un nombre.",
		"Your result is a text (hence its quotes), not a number." },
	{ "decimal-comma",
		"Votre résultat contient deux nombres au lieu d’un : en Python, la virgule sépare deux valeurs, et un "
		"nombre "
		"à virgule s’écrit avec un point (1.2).",
		"Your result holds two numbers instead of one: in Python a comma separates two values, and a decimal "
		"number "
		"is written with a point (1.2)." },
	{ "number-as-text-at", "En {path}, il y a le texte {got} (entre guillemets) au lieu du nombre {expected}.",
		"At {path} there is the text {got} (in quotes) instead of the number {expected}." },
	{ "text-as-number-at", "En {path}, il y a le nombre {got} au lieu du texte {expected}.",
		"At {path} there is the number {got} instead of the text {expected}." },
	{ "text-as-number", "Votre résultat est un nombre, et non un texte (entre guillemets).",
		"Your result is a number, not a text (in quotes)." },
	{ "container-type", "Les éléments sont les bons, mais dans un objet de type {got} au lieu de {expected}.",
		"The elements are right, but in a {got} instead of a {expected}." },
	{ "wrong-type", "Le type n’est pas le bon : {expected} attendu, {got} obtenu.",
		"The type is not the right one: {expected} expected, {got} got." },
	{ "wrong-type-at", "En {path}, le type n’est pas le bon : {expected} attendu, {got} obtenu.",
		"At {path}, the type is not the right one: {expected} expected, {got} got." },
	{ "wrong-order", "Les bons éléments y sont, mais pas dans le bon ordre.",
		"The right elements are there, but not in the right order." },
	{ "wrong-length", "{got} éléments au lieu de {expected}.", "{got} elements instead of {expected}." },
	{ "wrong-length-at", "En {path} : {got} éléments au lieu de {expected}.",
		"At {path}: {got} elements instead of {expected}." },
	{ "missing-key", "Il manque la clé {key}.", "The key {key} is missing." },
	{ "extra-key", "La clé {key} est en trop.", "The key {key} is one too many." },
	{ "missing-member", "Il manque l’élément {member}.", "The element {member} is missing." },
	{ "extra-member", "L’élément {member} est en trop.", "The element {member} is one too many." },
	{ "type-remark", "Accepté ; remarquez le type : {got} au lieu de {expected}.",
		"Accepted; note the type: {got} instead of {expected}." },

	/* Printed text. */
	{ "text-nothing", "Rien n’a été affiché : utilisez print(…).", "Nothing was printed: use print(…)." },
	{ "text-final-newline", "Seuls les retours à la ligne de la fin diffèrent.",
		"Only the line ends at the end differ." },
	{ "text-spaces", "Ligne {line} : seuls les espaces diffèrent.", "Line {line}: only the spaces differ." },
	{ "text-line-breaks",
		"Ligne {line} : les mots sont les bons, mais les retours à la ligne ne sont pas aux bons endroits.",
		"Line {line}: the words are right, but the line breaks are not in the right places." },
	{ "text-case", "Ligne {line} : seules les majuscules et minuscules diffèrent.",
		"Line {line}: only capitals and small letters differ." },
	{ "text-accents", "Ligne {line} : seuls les accents diffèrent.", "Line {line}: only the accents differ." },
	{ "text-presentation",
		"Ligne {line} : seule la présentation diffère (espaces, ponctuation, majuscules, accents).",
		"Line {line}: only the presentation differs (spaces, punctuation, capitals, accents)." },
	{ "text-number-format",
		"Ligne {line} : les nombres sont les bons, mais écrits autrement (virgule ou point, décimales).",
		"Line {line}: the numbers are right, but written otherwise (comma or point, decimals)." },
	{ "text-numbers-only", "Ligne {line} : le texte est le bon, mais un nombre ne l’est pas.",
		"Line {line}: the text is right, but a number is not." },
	{ "text-extra-lines",
		"Tout ce qui était attendu est là, puis des lignes en trop, à partir de la ligne {line}. Un print de "
		"mise au point oublié ?",
		"All that was expected is there, then lines too many, from line {line} on. A forgotten debugging "
		"print?" },
	{ "text-missing-lines", "Le début est bon, mais il manque des lignes à partir de la ligne {line}.",
		"The beginning is right, but lines are missing from line {line} on." },
	{ "text-other", "Première différence à la ligne {line}.", "First difference at line {line}." },
	{ "text-pattern", "Ce qui est affiché n’a pas la forme attendue.",
		"What was printed does not have the expected form." },
	{ "text-too-heavy",
		"Comparer ce que votre programme affiche à la forme attendue demande trop de calculs : il affiche sans "
		"doute trop, "
		"ou répète sans fin la même chose.",
		"Comparing what your program prints with the expected form takes too much work: it probably prints too "
		"much, or "
		"repeats the same thing endlessly." },
	{ "input-prompt",
		"Le texte entre parenthèses dans input(\"…\") est affiché lui aussi : écrivez input() tout court.",
		"The text between the parentheses of input(\"…\") is printed too: write just input()." },
	{ "exit-code", "Le programme s’arrête avec le code d’erreur {code} au lieu de se terminer normalement.",
		"The program stops with the error code {code} instead of ending normally." },
	{ "checker-refused", "Ce résultat n’est pas accepté.", "This result is not accepted." },
	{ "checker-lost",
		"Ce que votre programme affiche n’a pas la forme demandée : il est impossible d’y lire un résultat. "
		"Relisez dans "
		"l’énoncé ce qu’il faut afficher.",
		"What your program prints does not have the form that was asked for: no result can be read in it. Read "
		"again in the "
		"statement what must be printed." },
	{ "checker-partly", "Ce résultat est accepté en partie.", "This result is accepted in part." },
	{ "group-lost", "Ce test compte avec son groupe « {group} », tout ou rien : un autre test du groupe a échoué.",
		"This test counts with its group “{group}”, all or nothing: another test of the group failed." },

	/* To authors. */
	{ "no-solution", "il manque la solution de référence, {file}", "the reference solution {file} is missing" },
	{ "file-not-text", "{file} n’est pas un texte UTF-8", "{file} is not UTF-8 text" },
	{ "not-identifier", "« {name} » n’est pas un nom que Python accepte",
		"“{name}” is not a name that Python accepts" },
	{ "bad-tolerance", "la tolérance est un nombre positif ou nul", "the tolerance is a number, zero or more" },
	{ "tolerance-without-approx",
		"une tolérance ne va qu’avec \"compare\": \"approx\", \"unordered\", \"set\" ou \"numbers\"",
		"a tolerance only goes with \"compare\": \"approx\", \"unordered\", \"set\" or \"numbers\"" },
	{ "forbid-name", "« {name} » n’est pas un nom de fonction (max), de méthode (.sort) ou de module (math.sqrt)",
		"“{name}” is not the name of a function (max), a method (.sort) or a module's function (math.sqrt)" },
	{ "rule-module", "« {name} » n’est pas un nom de module (math, collections.abc)",
		"“{name}” is not the name of a module (math, collections.abc)" },
	{ "rule-empty", "cette règle est vide : il lui faut \"calls\", \"imports\" ou \"constructs\"",
		"this rule is empty: it needs \"calls\", \"imports\" or \"constructs\"" },
	{ "unknown-construct", "« {name} » n’est pas une construction connue ; il y a {all}",
		"“{name}” is not a known construct; there are {all}" },
	{ "unknown-construct-near",
		"« {name} » n’est pas une construction connue ; vouliez-vous dire {near} ? Il y a {all}",
		"“{name}” is not a known construct; did you mean {near}? There are {all}" },
	{ "bad-cap", "le plafond est une part des points de la question, entre 0 et 1",
		"the cap is a share of the question's points, from 0 to 1" },
	{ "file-missing", "le fichier {name} n’existe pas dans le dossier de la question",
		"there is no file {name} in the question's folder" },
	{ "file-secret", "{name} ne peut pas être donné à lire : il contient la réponse",
		"{name} cannot be given to read: it holds the answer" },
	{ "file-twice", "deux fichiers porteraient le nom {name}", "two files would bear the name {name}" },
	{ "too-many-files", "{name} : au plus 20 fichiers", "{name}: at most 20 files" },
	{ "no-tests", "il faut au moins un test", "at least one test is needed" },
	{ "too-many-tests", "au plus 200 tests par question", "at most 200 tests in a question" },
	{ "no-cases", "il faut des tests : soit \"tests\", soit des fichiers tests/NOM.in et tests/NOM.ans",
		"tests are needed: either \"tests\", or files tests/NAME.in and tests/NAME.ans" },
	{ "points-exceed", "les points des tests ({sum}) dépassent ceux de la question ({total})",
		"the tests' points ({sum}) are more than the question's ({total})" },
	{ "points-short", "les points des tests font {sum} en tout, et non {total} comme la question",
		"the tests' points add up to {sum}, not to the question's {total}" },
	{ "points-no-more",
		"les tests qui nomment leurs points prennent les {total} points ({sum}) : il ne reste rien aux autres",
		"the tests that name their points take all {total} points ({sum}): nothing is left for the others" },
	{ "points-too-fine", "le partage des points ({sum} sur {total}) n’a pas de valeur exacte représentable",
		"sharing the points ({sum} of {total}) has no exact value that can be held" },
	{ "group-alone", "le groupe « {group} » n’a qu’un test", "the group “{group}” has one test only" },
	{ "bad-args-after",
		"\"args_after\" vaut true, un littéral, ou la liste des littéraux (null : peu importe), un par "
		"argument",
		"\"args_after\" is true, a literal, or the list of literals (null: anything), one for each argument" },
	{ "bad-prints", "\"prints\" vaut true (ce qu’affiche solution.py) ou un texte",
		"\"prints\" is true (what solution.py prints) or a text" },
	{ "unknown-exception", "« {name} » n’est pas une exception prédéfinie de Python",
		"“{name}” is not a built-in exception of Python" },
	{ "unknown-exception-near",
		"« {name} » n’est pas une exception prédéfinie de Python ; vouliez-vous dire {near} ?",
		"“{name}” is not a built-in exception of Python; did you mean {near}?" },
	{ "returns-and-raises", "un test attend une valeur (\"returns\") ou une exception (\"raises\"), pas les deux",
		"a test expects a value (\"returns\") or an exception (\"raises\"), not both" },
	{ "after-and-raises",
		"après une exception, les arguments ne sont pas comparés : \"args_after\" ne va pas avec \"raises\"",
		"after an exception the arguments are not compared: \"args_after\" does not go with \"raises\"" },
	{ "compare-and-raises",
		"\"compare\" ne va pas avec \"raises\" : une exception est celle attendue ou ne l’est pas",
		"\"compare\" does not go with \"raises\": an exception is the expected one or is not" },
	{ "call-other-name", "l’appel vise « {name} », mais la fonction demandée est « {entry} »",
		"the call is to “{name}”, but the function asked for is “{entry}”" },
	{ "no-case-input", "il manque le fichier tests/{name}.in", "the file tests/{name}.in is missing" },
	{ "no-case-answer", "il manque le fichier tests/{name}.ans", "the file tests/{name}.ans is missing" },
	{ "case-and-inline",
		"un test prend ses fichiers (\"case\") ou ses textes (\"stdin\", \"prints\"), pas les deux",
		"a test takes its files (\"case\") or its texts (\"stdin\", \"prints\"), not both" },
	{ "no-checker", "\"compare\": \"checker\" demande un fichier checker.py dans le dossier de la question",
		"\"compare\": \"checker\" needs a file checker.py in the question's folder" },
	{ "regex-without-prints", "\"compare\": \"regex\" demande le motif, dans \"prints\" ou dans le fichier .ans",
		"\"compare\": \"regex\" needs the pattern, in \"prints\" or in the .ans file" },
	{ "call-empty", "un appel est attendu ici, par exemple \"maximum([3, 1, 2])\"",
		"a call is expected here, \"maximum([3, 1, 2])\" for instance" },
	{ "param-twice", "le paramètre « {name} » est écrit deux fois", "the parameter “{name}” is written twice" },
	{ "entry-not-called",
		"aucun test n’appelle « {name} », la fonction demandée : l’un des deux noms est-il mal écrit ?",
		"no test calls “{name}”, the asked function: is one of the two names misspelt?" },
	{ "test-twice", "un autre test fait déjà « {name} » : si c’est voulu, donnez à celui-ci un \"label\"",
		"another test already does “{name}”: if that is meant, give this one a \"label\"" },
	{ "checker-unused", "checker.py ne sert à aucun test : aucun ne dit \"compare\": \"checker\"",
		"no test uses checker.py: none says \"compare\": \"checker\"" },
	{ "case-unused", "aucun test ne prend le fichier {file} : il manque un \"case\", ou le fichier est de trop",
		"no test takes the file {file}: a \"case\" is missing, or the file is one too many" },
	{ "starter-is-solution", "starter.py est la solution elle-même : l’étudiant n’aurait rien à écrire",
		"starter.py is the solution itself: the student would have nothing to write" },
	{ "call-not-python", "l’appel « {text} » n’est pas du Python correct : {said}.",
		"the call “{text}” is not correct Python: {said}." },
	{ "literal-not-python",
		"« {text} » n’est pas une donnée que Python sait lire : {said}. Écrivez-la comme dans une console : "
		"3, 2.5, {quoted}, [1, 2], (1, 2).",
		"“{text}” is not data that Python can read: {said}. Write it as in a console: 3, 2.5, {quoted}, [1, "
		"2], "
		"(1, 2)." },
	{ "literal-capital", "« {text} » : en Python, on écrit True, False et None, avec une majuscule.",
		"“{text}”: Python writes True, False and None, with a capital." },
	{ "literal-bare-text",
		"« {text} » : si c’est un texte, il lui faut des guillemets de Python à l’intérieur de ceux de "
		"JSON : \"{quoted}\".",
		"“{text}”: if this is a text, it needs Python's quotes inside those of JSON: \"{quoted}\"." },
	{ "literal-calculated",
		"« {text} » demande un calcul. Ici va une valeur toute faite, comme 3 ou [1, 2] ; sans cette clé, "
		"c’est solution.py qui la donne.",
		"“{text}” asks for a calculation. A ready value goes here, such as 3 or [1, 2]; without this key, "
		"solution.py gives it." },
	{ "expected-too-large", "les valeurs attendues de cette question font plus de {mib} Mio en tout",
		"this question's expected values take more than {mib} MiB in all" },
	{ "args-after-rich",
		"\"args_after\" demande un appel simple : le nom de la fonction et des valeurs écrites telles quelles",
		"\"args_after\" needs a plain call: the function's name and values written as they are" },
	{ "args-after-count",
		"\"args_after\" donne {given} valeur(s), mais l’appel a {needed} argument(s) : une valeur par "
		"argument, "
		"null pour ceux qui n’importent pas",
		"\"args_after\" gives {given} value(s), but the call has {needed} argument(s): one value for each, "
		"null "
		"for those that do not matter" },
	{ "reference-raises",
		"solution.py échoue sur ce test ({said}) : corrigez-la, ou dites ce que le test attend (\"returns\", "
		"\"raises\", \"prints\")",
		"solution.py fails this test ({said}): mend it, or say what the test expects (\"returns\", \"raises\", "
		"\"prints\")" },
	{ "reference-raises-at",
		"{file} échoue sur ce test, à sa ligne {line} ({said}) : corrigez-la, ou dites ce que le test attend "
		"(\"returns\", \"raises\", \"prints\")",
		"{file} fails this test, at its line {line} ({said}): mend it, or say what the test expects "
		"(\"returns\", \"raises\", \"prints\")" },
	{ "reference-ends", "solution.py ne va pas au bout de ce test.", "solution.py does not finish this test." },
	{ "reference-not-plain",
		"solution.py renvoie ici un objet de type {type}, qui ne peut pas être comparé : un nombre, un texte, "
		"une "
		"liste, un tuple, un dictionnaire ou un ensemble le peuvent",
		"solution.py returns here an object of type {type}, which cannot be compared: a number, a text, a "
		"list, "
		"a tuple, a dictionary or a set can" },
	{ "reference-args-not-plain",
		"après l’appel de solution.py, les arguments ne sont plus des valeurs simples qui puissent être "
		"comparées",
		"after solution.py's call the arguments are no longer plain values that can be compared" },
	{ "solution-lacks", "la fonction « {name} », que demande \"entry\", n’est pas définie ici",
		"the function “{name}”, which \"entry\" asks for, is not defined here" },
	{ "solution-stops", "la solution de référence ne se charge pas : {said}",
		"the reference does not load: {said}" },
	{ "prelude-not-python", "le code fourni n’est pas du Python correct : {said}.",
		"the given code is not correct Python: {said}." },
	{ "setup-not-python", "\"setup\" n’est pas du Python correct : {said}.",
		"\"setup\" is not correct Python: {said}." },
	{ "checker-lacks", "il faut ici une fonction check(stdin, output, expected)",
		"a function check(stdin, output, expected) is needed here" },
	{ "checker-raises", "check() échoue : {said}. Elle doit juger n’importe quel affichage, même vide ou absurde.",
		"check() fails: {said}. It must judge whatever was printed, even nothing or nonsense." },
	{ "checker-ends", "check() ne va pas au bout.", "check() does not finish." },
	{ "checker-nonsense",
		"check() a renvoyé {got} : il faut True, False, une part entre 0 et 1, ou (part, \"message\")",
		"check() returned {got}: it must be True, False, a share from 0 to 1, or (share, \"message\")" },
	{ "pattern-limit", "ce motif demande trop de travail sur ce qui a été affiché ({said}) : simplifiez-le",
		"this pattern takes too much work on what was printed ({said}): make it simpler" },
	{ "rich-call",
		"« {call} » n’est pas un simple appel {entry}(valeurs) : il s’exécute parmi les noms de l’étudiant, "
		"qui peut "
		"redéfinir ce qu’il utilise",
		"“{call}” is not a plain call {entry}(values): it runs among the student’s own names, and the answer "
		"may redefine what it uses" },
	{ "bad-pattern", "le motif n’est pas une expression régulière correcte (caractère {column}) : {said}",
		"the pattern is no correct regular expression (character {column}): {said}" },
};

const struct msg_table python_messages = { "grader_python", entries, sizeof(entries) / sizeof(entries[0]) };
