/* Both languages, one row for each thing that is said of a grid. */
#include "grader_boolean/grader_boolean.h"

static const struct msg_entry entries[] = {
	/* Tables that cannot be read. */
	{ "unknown-heading",
		"L’en-tête « {heading} » n’est ni une variable, ni une colonne demandée, ni une formule lisible : "
		"séparez les colonnes par « | » et reprenez les en-têtes de l’énoncé.",
		"The heading “{heading}” is neither a variable, nor a column that is asked, nor a formula that can be "
		"read: separate columns by “|” and use the statement's headings." },
	{ "header-missing",
		"Ces colonnes ne se reconnaissent pas : écrivez d’abord une ligne d’en-tête, par exemple : a | b | E.",
		"These columns cannot be told apart: write a header line first, for instance: a | b | E." },
	{ "input-column-missing",
		"Il manque la colonne de la variable {name} : montrez toutes les variables, ou aucune (les lignes sont "
		"alors dans l’ordre habituel).",
		"The column of the variable {name} is missing: show all variables, or none (rows are then in the usual "
		"order)." },
	{ "result-column-missing",
		"Il manque la colonne {name} ; laissez ses cases vides si vous ne savez pas les remplir.",
		"The column {name} is missing; leave its cells empty if you cannot fill them." },
	{ "cell-word", "« {cell} » n’est pas une valeur : écrivez 0 ou 1 (V et F vont aussi), ou laissez la case vide.",
		"“{cell}” is no value: write 0 or 1 (T and F will do), or leave the cell empty." },
	{ "cell-open",
		"« {cell} » veut dire « indifférent », et cette question n’a aucun cas indifférent : écrivez 0 ou 1, "
		"ou laissez la case vide.",
		"“{cell}” means “don't care”, and this question has no such case: write 0 or 1, or leave the cell "
		"empty." },
	{ "cells-count",
		"Il faut {wanted} cases dans cette ligne, il y en a {count} : une par colonne, « . » pour une case que "
		"vous "
		"laissez vide.",
		"This line needs {wanted} cells and has {count}: one for each column, “.” for one that you leave "
		"empty." },
	{ "inputs-missing",
		"Les variables de cette ligne doivent toutes valoir 0 ou 1 : on ne sait pas de quel cas il s’agit.",
		"The variables of this line must all be 0 or 1: it cannot be told which case it is." },
	{ "rows-too-many", "Il y a trop de lignes : le tableau en a {wanted}.",
		"There are too many lines: the table has {wanted}." },
	{ "row-repeated", "Le cas {row} est écrit deux fois : gardez une seule de ces lignes.",
		"The case {row} is written twice: keep only one of these lines." },
	{ "row-missing", "Il manque la ligne {row} ; laissez ses cases vides si vous ne savez pas les remplir.",
		"The line {row} is missing; leave its cells empty if you cannot fill them." },
	{ "column-length", "La colonne « {heading} » doit avoir {wanted} cases ; elle en a {count}.",
		"The column “{heading}” must have {wanted} cells; it has {count}." },
	{ "table-json",
		"Un tableau est attendu : un texte, ou un objet avec « columns » (une liste de valeurs par en-tête) ou "
		"« rows » (une liste de lignes).",
		"A table is expected: a text, or an object with “columns” (a list of values by heading) or “rows” (a "
		"list of lines)." },
	{ "table-too-long", "Ce tableau est beaucoup trop long.", "This table is far too long." },

	/* What is wrong with a column. */
	{ "column-blank", "La colonne {column} est vide.", "The column {column} is empty." },
	{ "column-unfinished", "La colonne {column} n’est pas finie : il manque la valeur pour {row}.",
		"The column {column} is not finished: the value for {row} is missing." },
	{ "column-negated",
		"La colonne {column} est exactement le contraire de ce qu’elle doit être : tous les 0 et les 1 sont "
		"échangés.",
		"The column {column} is exactly the opposite of what it must be: all 0 and 1 are exchanged." },
	{ "columns-exchanged", "Les colonnes {column} et {other} sont échangées.",
		"The columns {column} and {other} are exchanged." },
	{ "rows-reversed",
		"La colonne {column} serait juste si les lignes étaient dans l’ordre inverse : chaque valeur va avec "
		"les variables de sa propre ligne.",
		"The column {column} would be right if the rows were in reversed order: each value goes with the "
		"variables of its own row." },
	{ "implies-as-iff",
		"Dans la colonne {column}, vous avez lu ⇒ comme ⇔ : « P ⇒ Q » n’est fausse que si P est vraie et Q "
		"fausse ; quand P est fausse, elle est vraie.",
		"In the column {column} you read ⇒ as ⇔: “P ⇒ Q” is false only if P is true and Q false; when P is "
		"false it is true." },
	{ "implies-as-and",
		"Dans la colonne {column}, vous avez lu ⇒ comme « et » : « P ⇒ Q » n’est fausse que si P est vraie et "
		"Q fausse ; quand P est fausse, elle est vraie.",
		"In the column {column} you read ⇒ as “and”: “P ⇒ Q” is false only if P is true and Q false; when P is "
		"false it is true." },
	{ "implies-reversed",
		"Dans la colonne {column}, vous avez lu l’implication à l’envers : « P ⇒ Q » n’est fausse que si P est "
		"vraie et Q fausse.",
		"In the column {column} you read the implication the wrong way round: “P ⇒ Q” is false only if P is "
		"true and Q false." },
	{ "iff-as-implies",
		"Dans la colonne {column}, vous avez lu ⇔ comme ⇒ : « P ⇔ Q » est vraie quand P et Q ont la même "
		"valeur.",
		"In the column {column} you read ⇔ as ⇒: “P ⇔ Q” is true when P and Q have the same value." },
	{ "iff-as-and",
		"Dans la colonne {column}, vous avez lu ⇔ comme « et » : « P ⇔ Q » est vraie aussi quand P et Q sont "
		"fausses toutes les deux.",
		"In the column {column} you read ⇔ as “and”: “P ⇔ Q” is also true when P and Q are both false." },
	{ "xor-as-or",
		"Dans la colonne {column}, vous avez lu le « ou exclusif » (⊕) comme un « ou » : il vaut 0 quand les "
		"deux valent 1.",
		"In the column {column} you read “exclusive or” (⊕) as “or”: it is 0 when both are 1." },
	{ "or-as-xor",
		"Dans la colonne {column}, vous avez lu le « ou » (+) comme un « ou exclusif » : il vaut 1 aussi quand "
		"les deux valent 1.",
		"In the column {column} you read “or” (+) as “exclusive or”: it is 1 also when both are 1." },
	{ "or-as-and", "Dans la colonne {column}, vous avez lu un « ou » (+) comme un « et » (·).",
		"In the column {column} you read an “or” (+) as an “and” (·)." },
	{ "and-as-or", "Dans la colonne {column}, vous avez lu un « et » (·) comme un « ou » (+).",
		"In the column {column} you read an “and” (·) as an “or” (+)." },
	{ "not-forgotten", "Dans la colonne {column}, vous avez oublié une barre (une négation).",
		"In the column {column} you forgot a bar (a negation)." },
	{ "column-first",
		"Première erreur de la colonne {column} : pour {row}, elle vaut {wanted}{should}, et vous avez {got}.",
		"First mistake of the column {column}: for {row} it is {wanted}{should}, and you have {got}." },
	{ "column-carried",
		"La colonne {column} suit de vos colonnes précédentes, même si elles ne sont pas toutes justes : ses "
		"cases cohérentes sont comptées.",
		"The column {column} follows from your columns before, even though not all of them are right: its "
		"consistent cells are counted." },
	{ "extra-column", "Votre colonne {column} est fausse pour {row} : elle y vaut {wanted}.",
		"Your column {column} is wrong for {row}: it is {wanted} there." },

	/* Maps that cannot be read. */
	{ "part-grid", "grille", "grid" },
	{ "part-groups", "groupes", "groups" },
	{ "part-expression", "expression", "expression" },
	{ "part-blank", "Cette partie est vide.", "This part is empty." },
	{ "part-twice", "La partie « {part} » commence deux fois : gardez une seule fois son titre.",
		"The part “{part}” begins twice: keep its heading once." },
	{ "map-json",
		"Un objet est attendu, avec « grid » (une liste de lignes), « groups » (une liste de groupes) et "
		"« expression » (un texte), ou bien un texte.",
		"An object is expected, with “grid” (a list of lines), “groups” (a list of groups) and “expression” (a "
		"text), or else a text." },
	{ "map-corner",
		"Le coin du tableau doit nommer chaque variable une fois : celles des lignes, puis « \\ », puis celles "
		"des colonnes (au plus trois de chaque côté).",
		"The corner of the map must name each variable once: those of the lines, then “\\”, then those of the "
		"columns (three on a side at most)." },
	{ "map-lines",
		"Ce tableau doit avoir une ligne d’en-tête et {wanted} lignes ; il y en a {count} sous la première. "
		"Mettez « . » dans les cases que vous laissez vides.",
		"This map must have a header line and {wanted} lines; there are {count} below the first one. Put “.” "
		"into cells that you leave empty." },
	{ "map-header", "L’en-tête doit donner le code de chacune des {wanted} colonnes.",
		"The header must give the code of each of the {wanted} columns." },
	{ "map-code", "« {code} » n’est pas un code de {count} chiffres 0 ou 1.",
		"“{code}” is no code of {count} digits 0 or 1." },
	{ "map-code-twice", "Le code {code} est écrit deux fois sur ce bord du tableau ({count} variables).",
		"The code {code} is written twice on this edge of the map ({count} variables)." },
	{ "map-code-some", "Donnez le code de toutes les lignes du tableau, ou d’aucune.",
		"Give the code of every line of the map, or of none." },
	{ "group-code",
		"« {code} » n’est pas le code d’une case : {count} chiffres 0 ou 1, dans l’ordre des variables.",
		"“{code}” is not the code of a cell: {count} digits 0 or 1, in the order of the variables." },
	{ "group-no-term",
		"Un groupe s’écrit par les codes de ses cases, ou comme un seul produit de variables, barrées ou non.",
		"A group is written by the codes of its cells, or as a single product of variables, barred or not." },
	{ "group-no-sum",
		"Un groupe de 0 s’écrit par les codes de ses cases, ou comme la somme de variables, barrées ou non, "
		"qui y vaut 0.",
		"A group of 0 is written by the codes of its cells, or as the sum of variables, barred or not, that is "
		"0 there." },
	{ "groups-too-many", "Il y a trop de groupes : 64 au plus.", "There are too many groups: 64 at most." },

	/* What is wrong with a grid. */
	{ "map-cell-first",
		"Première case fausse : ligne {side}, colonne {top}. Pour {row}, {name} vaut {wanted}{should}, et vous "
		"avez {got}.",
		"First wrong cell: line {side}, column {top}. For {row}, {name} is {wanted}{should}, and you have "
		"{got}." },
	{ "map-cell-blank", "Il reste des cases vides, d’abord ligne {side}, colonne {top}.",
		"Some cells are empty, first in line {side}, column {top}." },
	{ "map-binary-top",
		"Vous avez rempli les colonnes comme si elles se suivaient dans l’ordre binaire 00 01 10 11 : sur un "
		"tableau de Karnaugh, deux voisines ne diffèrent que d’une variable ({gray}).",
		"You filled the columns as if they followed each other in binary order 00 01 10 11: on a Karnaugh map "
		"two neighbours differ in one variable only ({gray})." },
	{ "map-binary-side",
		"Vous avez rempli les lignes comme si elles se suivaient dans l’ordre binaire 00 01 10 11 : sur un "
		"tableau de Karnaugh, deux voisines ne diffèrent que d’une variable ({gray}).",
		"You filled the lines as if they followed each other in binary order 00 01 10 11: on a Karnaugh map "
		"two neighbours differ in one variable only ({gray})." },
	{ "map-binary-both",
		"Vous avez rempli les lignes et les colonnes comme si elles se suivaient dans l’ordre binaire 00 01 10 "
		"11 : sur un tableau de Karnaugh, deux voisines ne diffèrent que d’une variable ({gray}).",
		"You filled lines and columns as if they followed each other in binary order 00 01 10 11: on a "
		"Karnaugh map two neighbours differ in one variable only ({gray})." },
	{ "map-exchanged",
		"Les lignes et les colonnes sont échangées : les premières variables sont sur le côté, les autres en "
		"haut.",
		"Lines and columns are exchanged: the first variables are on the side, the others on top." },
	{ "map-complement",
		"Votre tableau est exactement celui de la négation de {name} : tous les 0 et les 1 sont échangés.",
		"Your map is exactly that of the negation of {name}: all 0 and 1 are exchanged." },
	{ "map-header-also",
		"De plus, votre en-tête n’est pas dans l’ordre de Gray (00 01 11 10) : deux cases voisines diffèrent "
		"parfois de deux variables, et la grille rapporte au plus la moitié de ses points.",
		"Moreover your header is not in Gray order (00 01 11 10): two neighbouring cells sometimes differ in "
		"two variables, and the grid earns at most half of its points." },
	{ "map-header-order",
		"Chaque valeur va bien avec ses codes, mais votre en-tête n’est pas dans l’ordre de Gray (00 01 11 "
		"10) : sur ce tableau, deux cases voisines diffèrent parfois de deux variables, et l’on ne peut pas y "
		"faire de groupes.",
		"Each value goes with its codes, but your header is not in Gray order (00 01 11 10): on this map two "
		"neighbouring cells sometimes differ in two variables, and nothing can be grouped on it." },

	/* What is wrong with groups. */
	{ "group-empty", "Le groupe « {group} » ne contient aucune case.", "The group “{group}” holds no cell." },
	{ "group-not-power", "Le groupe « {group} » a {count} cases : il en faut 1, 2, 4, 8, 16… (une puissance de 2).",
		"The group “{group}” has {count} cells: 1, 2, 4, 8, 16 … are needed (a power of 2)." },
	{ "group-not-rectangle",
		"Les cases du groupe « {group} » ne forment pas un rectangle (les bords opposés du tableau se "
		"touchent) : ce n’est pas un produit de variables.",
		"The cells of the group “{group}” make no rectangle (opposite edges of the map touch): it is no "
		"product of variables." },
	{ "group-holds-zero", "Le groupe « {group} » contient un {zero} : la case {row}.",
		"The group “{group}” holds a {zero}: the cell {row}." },
	{ "group-grow-right",
		"Le groupe « {group} » peut être doublé vers la droite (au besoin par-delà le bord), avec : {more}.",
		"The group “{group}” can be doubled to the right (past the edge if need be), with: {more}." },
	{ "group-grow-left",
		"Le groupe « {group} » peut être doublé vers la gauche (au besoin par-delà le bord), avec : {more}.",
		"The group “{group}” can be doubled to the left (past the edge if need be), with: {more}." },
	{ "group-grow-down",
		"Le groupe « {group} » peut être doublé vers le bas (au besoin par-delà le bord), avec : {more}.",
		"The group “{group}” can be doubled downwards (past the edge if need be), with: {more}." },
	{ "group-grow-up",
		"Le groupe « {group} » peut être doublé vers le haut (au besoin par-delà le bord), avec : {more}.",
		"The group “{group}” can be doubled upwards (past the edge if need be), with: {more}." },
	{ "group-grow-mirror",
		"Le groupe « {group} » peut être doublé par symétrie (les deux moitiés du tableau se répondent), "
		"avec : {more}.",
		"The group “{group}” can be doubled in mirror image (the two halves of the map correspond), with: "
		"{more}." },
	{ "group-redundant",
		"Le groupe « {group} » est superflu : chacun de ses {one} est déjà dans un autre groupe, ou il n’en a "
		"aucun.",
		"The group “{group}” is superfluous: each of its {one} is in another group already, or it has none." },
	{ "groups-uncovered", "Un {one} n’est dans aucun groupe : la case {row}.",
		"A {one} is in no group: the cell {row}." },
	{ "groups-fewer",
		"Chaque groupe est bon, mais {more} groupes suffisent au lieu de {count} : regroupez autrement.",
		"Each group is right, but {more} groups are enough instead of {count}: group another way." },
	{ "groups-larger", "Il n’y a pas de groupe de trop, mais un choix de {count} groupes plus grands est possible.",
		"There is no group too many, but a choice of {count} larger groups is possible." },
	{ "map-carried-groups",
		"Vos groupes sont jugés aussi d’après votre propre grille : ce qui en découle est compté.",
		"Your groups are also judged by your own grid: what follows from it is counted." },
	{ "map-carried-expression",
		"Votre expression est jugée aussi d’après votre propre grille : ce qui en découle est compté.",
		"Your expression is also judged by your own grid: what follows from it is counted." },

	/* To authors: what was derived, for review. */
	{ "derived-table", "table :\n{text}", "table:\n{text}" },
	{ "derived-map", "tableau :\n{text}", "map:\n{text}" },
	/* To authors: what is wrong. */
	{ "columns-too-many", "au plus {most} colonnes intermédiaires", "{most} intermediate columns at most" },
	{ "points-too-fine", "ces points ne se partagent pas en parts exactes",
		"these points cannot be shared exactly" },
	{ "column-twice", "cette colonne est déjà une variable, le résultat ou une autre colonne",
		"this column is a variable, the result or another column already" },
	{ "map-variables", "un tableau de Karnaugh a de deux à six variables",
		"a Karnaugh map has two to six variables" },
	{ "map-rows",
		"\"rows\" doit être les premières de \"variables\", dans le même ordre, une à trois ; il en reste une "
		"à trois pour les colonnes",
		"\"rows\" must be the first ones of \"variables\", in the same order, one to three; one to three are "
		"left for the columns" },
	{ "map-ask", "\"ask\" contient \"grid\", \"groups\" ou \"expression\", chacun une fois au plus",
		"\"ask\" holds \"grid\", \"groups\" or \"expression\", each once at most" },
	{ "map-shares", "\"shares\" donne une part à chaque partie demandée et à nulle autre, en tout 1",
		"\"shares\" gives a share to each part that is asked and to no other, 1 in all" },
	{ "map-too-hard", "les formes minimales de cette fonction demandent trop de calculs",
		"the minimal forms of this function take too much work" },
};

const struct msg_table boolean_grid_messages = { "grader_boolean", entries, sizeof(entries) / sizeof(entries[0]) };
