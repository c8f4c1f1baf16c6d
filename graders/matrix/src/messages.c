/* What is said of answers. {part}, {left}, {right} are parts of the author's formula, as people write them. */
#include "grader_matrix/grader_matrix.h"

static const struct msg_entry entries[] = {
	/* Rows of the report. */
	{ "row-matrix", "La matrice demandée", "The matrix that is asked for" },
	{ "row-system", "Les solutions du système", "The solutions of the system" },
	{ "row-product", "Le produit des deux matrices", "The product of the two matrices" },
	{ "row-conclusion", "La conclusion : oui ou non", "The conclusion: yes or no" },
	{ "picture-title", "Ligne {row} × colonne {column}", "Row {row} × column {column}" },

	/* What cannot be read. */
	{ "bracket-open",
		"Cette parenthèse ou ce crochet n’est pas fermé. Écrivez par exemple [[1;2];[3;4]], ou 1 2 / 3 4.",
		"This bracket is not closed. Type for instance [[1;2];[3;4]], or 1 2 / 3 4." },
	{ "slash-unclear",
		"Cette barre peut être celle d’une fraction ou séparer deux lignes. Écrivez 1/2 sans espaces pour une "
		"fraction, "
		"1 2 / 3 4 avec des espaces des deux côtés pour deux lignes, ou une ligne de la matrice par ligne de "
		"texte.",
		"This slash may be a fraction’s or stand between two rows. Type 1/2 without blanks for a fraction, 1 2 "
		"/ 3 4 "
		"with blanks on both sides for two rows, or each row on a line of its own." },
	{ "comma-decimal",
		"Ici la virgule est celle d’un nombre décimal, comme dans 0,5 : elle ne sépare pas deux cases. Séparez "
		"les "
		"cases par des "
		"points-virgules ou des espaces, par exemple 1 ; 0,5 / 3 ; 4.",
		"Here the comma is that of a decimal, as in 0,5: it does not separate two cells. Separate them with "
		"semicolons "
		"or blanks, for instance 1 ; 0.5 / 3 ; 4." },
	{ "comma-and-other",
		"Cette virgule suit d’autres séparateurs. Employez-en un seul dans une ligne, par exemple 1 ; 2 / 3 ; "
		"4.",
		"This comma stands among other separators. Use one of them in a row, for instance 1 ; 2 / 3 ; 4." },
	{ "cell-more", "Ceci ne se lit pas à la suite du nombre. Écrivez par exemple 1 -2 / 3/4 0,5.",
		"This cannot be read behind the number. Type for instance 1 -2 / 3/4 0.5." },
	{ "rows-unequal",
		"La ligne {row} n’a pas autant de cases ({count}) que la première ({first}). Mettez un point à la "
		"place d’une "
		"case "
		"que vous laissez vide, par exemple 1 . / 3 4.",
		"Row {row} does not have as many cells ({count}) as the first one ({first}). Type a dot for a cell "
		"that you "
		"leave "
		"blank, for instance 1 . / 3 4." },
	{ "too-large",
		"Une matrice a {most} lignes et {most} colonnes au plus ; la forme attendue est par exemple 1 2 / 3 4.",
		"A matrix has {most} rows and {most} columns at most; the expected form is, for instance, 1 2 / 3 4." },
	{ "json-rows",
		"Une liste de lignes de même longueur est attendue, par exemple [[\"1\", \"2\"], [\"3/4\", \"0,5\"]].",
		"A list of rows of the same length is expected, for instance [[\"1\", \"2\"], [\"3/4\", \"0.5\"]]." },
	{ "latex-unknown", "« {text} » ne se lit pas ici. Écrivez par exemple {example}.",
		"“{text}” cannot be read here. Type for instance {example}." },
	{ "latex-fraction", "Cette fraction ne se lit pas. Écrivez par exemple {fraction}, ou 3/4.",
		"This fraction cannot be read. Type for instance {fraction}, or 3/4." },
	{ "unknown-expected", "Une inconnue du système suivie de = est attendue ici, par exemple {example}.",
		"An unknown of the system and = are expected here, for instance {example}." },
	{ "unknowns-expected",
		"{wanted} valeurs sont attendues, et {count} sont données. Écrivez par exemple {example}.",
		"{wanted} values are expected, and {count} are given. Type for instance {example}." },

	/* What is wrong with a matrix. */
	{ "transposed",
		"Votre matrice est la transposée de celle qui est demandée : lignes et colonnes sont échangées.",
		"Your matrix is the transpose of the one that is asked for: rows and columns are exchanged." },
	{ "signs-flipped", "Tous les signes sont inversés : votre matrice est l’opposée de celle qui est demandée.",
		"All signs are the other ones: your matrix is the opposite of the one that is asked for." },
	{ "signs-some", "Les valeurs sont justes, mais {count} signes ne le sont pas.",
		"The values are right, but {count} signs are not." },
	{ "modulo-not-reduced",
		"Les valeurs sont justes modulo {modulus}, mais elles ne sont pas réduites : chaque case doit être un "
		"entier "
		"de 0 à "
		"{modulus} − 1.",
		"The values are right modulo {modulus}, but they are not reduced: each cell must be a whole number "
		"from 0 to "
		"{modulus} − 1." },
	{ "not-reduced", "{part} : vous n’avez pas réduit les cases modulo le nombre demandé.",
		"{part}: you have not reduced the cells modulo the number asked for." },
	{ "integer-for-boolean",
		"Vous avez compté les chemins : une opération booléenne est demandée, dont les cases ne valent que 0 "
		"ou 1 "
		"(1 partout où votre case n’est pas nulle).",
		"You have counted the walks: a Boolean operation is asked for, whose cells are 0 or 1 (1 wherever your "
		"cell is "
		"not zero)." },
	{ "boolean-for-integer",
		"Vous avez donné la puissance booléenne : {part} est une puissance de matrices d’entiers, dont les "
		"cases "
		"comptent les "
		"chemins.",
		"You have given the Boolean power: {part} is a power of matrices of whole numbers, whose cells count "
		"the "
		"walks." },
	{ "other-order", "Le produit est fait dans l’autre ordre : {right} × {left} n’est pas {left} × {right}.",
		"The product is made in the other order: {right} × {left} is not {left} × {right}." },
	{ "termwise",
		"Vous avez multiplié case par case. Dans le produit {part}, chaque case est une ligne de la première "
		"matrice "
		"par une "
		"colonne de la seconde.",
		"You have multiplied cell by cell. In the product {part}, each cell is a row of the first matrix by a "
		"column of "
		"the "
		"second." },
	{ "sum-for-product", "Vous avez fait une somme à la place du produit {part}.",
		"You have made a sum in place of the product {part}." },
	{ "product-for-sum", "Vous avez fait un produit à la place de la somme {part}.",
		"You have made a product in place of the sum {part}." },
	{ "left-transposed",
		"Dans {part}, vous avez pris les colonnes de {left} à la place de ses lignes : ligne de la première "
		"par colonne "
		"de la "
		"seconde.",
		"In {part}, you have taken the columns of {left} in place of its rows: a row of the first by a column "
		"of the "
		"second." },
	{ "right-transposed",
		"Dans {part}, vous avez pris les lignes de {right} à la place de ses colonnes : ligne de la première "
		"par "
		"colonne de la "
		"seconde.",
		"In {part}, you have taken the rows of {right} in place of its columns: a row of the first by a column "
		"of the "
		"second." },
	{ "scalar-forgotten", "Dans {part}, vous avez oublié le coefficient.",
		"In {part}, you have left out the coefficient." },
	{ "multiplied-for-divided", "Dans {part}, vous avez multiplié au lieu de diviser.",
		"In {part}, you have multiplied instead of dividing." },
	{ "difference-for-sum", "Vous avez fait une différence à la place de la somme {part}.",
		"You have made a difference in place of the sum {part}." },
	{ "sum-for-difference", "Vous avez fait une somme à la place de la différence {part}.",
		"You have made a sum in place of the difference {part}." },
	{ "difference-order", "La différence est faite dans l’autre sens : c’est {part} qui est demandé.",
		"The difference is made the other way round: {part} is what is asked for." },
	{ "sign-forgotten", "Vous avez oublié le signe moins de {part}.",
		"You have left out the minus sign of {part}." },
	{ "term-left-out", "Il manque un terme dans {part} : {missing}.", "A term of {part} is missing: {missing}." },
	{ "factor-left-out", "Il manque un facteur dans {part} : {missing}.",
		"A factor of {part} is missing: {missing}." },
	{ "power-termwise",
		"Vous avez élevé chaque case à la puissance {exponent}. {part} est un produit de matrices : {left} × … "
		"× {left}.",
		"You have raised each cell to the power {exponent}. {part} is a product of matrices: {left} × … × "
		"{left}." },
	{ "power-multiple", "Vous avez multiplié par {exponent} au lieu d’élever à la puissance {exponent}.",
		"You have multiplied by {exponent} instead of raising to the power {exponent}." },
	{ "power-before", "Vous avez donné la puissance {given} de {left} ; la puissance {exponent} est demandée.",
		"You have given the power {given} of {left}; the power {exponent} is asked for." },
	{ "power-after",
		"Vous avez donné la puissance {given} de {left}, une de trop ; la puissance {exponent} est demandée.",
		"You have given the power {given} of {left}, one too many; the power {exponent} is asked for." },
	{ "closure-for-power",
		"Vous avez donné la somme booléenne des puissances jusqu’à {exponent} ; seule la puissance {exponent} "
		"est demandée.",
		"You have given the Boolean sum of the powers up to {exponent}; the power {exponent} alone is asked "
		"for." },
	{ "exclusive-sum", "Dans une somme booléenne, 1 ⊕ 1 = 1 : vous avez compté 1 + 1 = 0.",
		"In a Boolean sum, 1 ⊕ 1 = 1: you have counted 1 + 1 = 0." },
	{ "transpose-forgotten", "Vous n’avez pas transposé {left}.", "You have not transposed {left}." },
	{ "exponent-sign", "L’exposant de {part} est négatif : c’est une puissance de l’inverse de {left}.",
		"The exponent of {part} is negative: it is a power of the inverse of {left}." },
	{ "inverse-no-factor",
		"Il manque le facteur 1/d devant votre matrice : multipliée par {left}, elle donne d fois l’identité.",
		"The factor 1/d before your matrix is missing: multiplied by {left}, it gives d times the identity." },
	{ "inverse-times-factor", "Vous avez multiplié par d au lieu de diviser par d.",
		"You have multiplied by d instead of dividing by d." },
	{ "inverse-signs", "Les signes hors de la diagonale ne sont pas changés, alors qu’ils doivent l’être.",
		"The signs outside the diagonal are not changed, though they must be." },
	{ "inverse-diagonal", "Les deux termes de la diagonale ne sont pas échangés, alors qu’ils doivent l’être.",
		"The two terms of the diagonal are not exchanged, though they must be." },
	{ "inverse-forgotten", "Vous avez donné {left} à la place de son inverse.",
		"You have given {left} in place of its inverse." },
	{ "inverse-transposed", "Vous avez transposé {left} au lieu de l’inverser.",
		"You have transposed {left} instead of inverting it." },
	{ "inverse-termwise",
		"Vous avez inversé chaque case. L’inverse d’une matrice n’est pas la matrice des inverses.",
		"You have inverted each cell. The inverse of a matrix is not the matrix of the inverses." },
	{ "inverse-rational",
		"Vous avez donné l’inverse de {left} avec des fractions : il est demandé modulo un entier.",
		"You have given the inverse of {left} with fractions: it is asked for modulo a whole number." },
	{ "factor", "Votre matrice est {factor} fois celle qui est demandée.",
		"Your matrix is {factor} times the one that is asked for." },
	{ "copied", "Vous avez recopié {name} : c’est une donnée de l’énoncé, pas le résultat.",
		"You have copied {name}: it is given in the statement, and not the result." },
	{ "rows-shifted", "Les lignes sont toutes décalées d’un rang.", "All rows are shifted by one place." },
	{ "columns-shifted", "Les colonnes sont toutes décalées d’un rang.", "All columns are shifted by one place." },
	{ "rows-exchanged", "Les lignes {row} et {other} sont échangées.", "Rows {row} and {other} are exchanged." },
	{ "columns-exchanged", "Les colonnes {column} et {other} sont échangées.",
		"Columns {column} and {other} are exchanged." },
	{ "row-shifted", "Les cases de la ligne {row} sont décalées d’un rang.",
		"The cells of row {row} are shifted by one place." },
	{ "column-shifted", "Les cases de la colonne {column} sont décalées d’un rang.",
		"The cells of column {column} are shifted by one place." },
	{ "reflexive-added", "Vous avez ajouté la diagonale : les chemins de longueur nulle ne sont pas demandés.",
		"You have added the diagonal: walks of length zero are not asked for." },
	{ "reflexive-left-out",
		"Vous avez laissé la diagonale à zéro : des chemins partent d’un sommet et y reviennent.",
		"You have left the diagonal at zero: there are walks from a vertex back to it." },
	{ "adjacency-transposed",
		"Vous avez lu les prédécesseurs comme des successeurs : la ligne est celle du départ de l’arc, la "
		"colonne celle "
		"de son "
		"arrivée.",
		"You have read predecessors as successors: the row is where the arc begins, the column where it "
		"ends." },
	{ "adjacency-symmetric", "Vous avez mis chaque arc dans les deux sens : ce graphe est orienté.",
		"You have put each arc in both directions: this graph is directed." },
	{ "loops-added",
		"Vous avez mis une boucle à chaque sommet : la diagonale ne contient que les boucles du graphe.",
		"You have put a loop at each vertex: the diagonal holds the loops of the graph only." },
	{ "loops-missing", "Il manque les boucles : un arc d’un sommet vers lui-même est sur la diagonale.",
		"The loops are missing: an arc from a vertex to itself is on the diagonal." },
	{ "size-wrong", "Votre matrice a {got} ; la matrice demandée a {wanted}.",
		"Your matrix has {got}; the matrix that is asked for has {wanted}." },

	/* The first wrong cell. */
	{ "cells-right",
		"Cases justes : {right} sur {cells} ; la première à revoir est à la ligne {row}, colonne {column}.",
		"Right cells: {right} of {cells}; the first one to look at again is in row {row}, column {column}." },
	{ "cell-product", "Ligne {row} × colonne {column} : {expansion} = {wanted}, vous avez {got}.",
		"Row {row} × column {column}: {expansion} = {wanted}, you have {got}." },
	{ "cell-product-blank", "Ligne {row} × colonne {column} : {expansion} = {wanted}, vous n’avez rien mis.",
		"Row {row} × column {column}: {expansion} = {wanted}, you have put nothing." },
	{ "cell-sum", "Ligne {row}, colonne {column} : {expansion} = {wanted}, vous avez {got}.",
		"Row {row}, column {column}: {expansion} = {wanted}, you have {got}." },
	{ "cell-sum-blank", "Ligne {row}, colonne {column} : {expansion} = {wanted}, vous n’avez rien mis.",
		"Row {row}, column {column}: {expansion} = {wanted}, you have put nothing." },
	{ "cell-modulo",
		"Ligne {row}, colonne {column} : {expansion} = {sum}, soit {wanted} modulo {modulus} ; vous avez "
		"{got}.",
		"Row {row}, column {column}: {expansion} = {sum}, which is {wanted} modulo {modulus}; you have "
		"{got}." },
	{ "cell-modulo-blank",
		"Ligne {row}, colonne {column} : {expansion} = {sum}, soit {wanted} modulo {modulus} ; vous n’avez "
		"rien mis.",
		"Row {row}, column {column}: {expansion} = {sum}, which is {wanted} modulo {modulus}; you have put "
		"nothing." },
	{ "cell-value", "Ligne {row}, colonne {column} : {wanted} est attendu, vous avez {got}.",
		"Row {row}, column {column}: {wanted} is expected, you have {got}." },
	{ "cell-value-blank", "Ligne {row}, colonne {column} : {wanted} est attendu, vous n’avez rien mis.",
		"Row {row}, column {column}: {wanted} is expected, you have put nothing." },
	{ "inverse-check",
		"{name} multipliée par votre matrice doit donner l’identité. Ligne {row} × colonne {column} : "
		"{expansion} = "
		"{sum}, au lieu de {wanted}.",
		"{name} multiplied by your matrix must give the identity. Row {row} × column {column}: {expansion} = "
		"{sum}, in "
		"place of {wanted}." },
	{ "inverse-check-mod",
		"{name} multipliée par votre matrice doit donner l’identité modulo {modulus}. Ligne {row} × colonne "
		"{column} : "
		"{expansion} = {sum}, qui n’est pas {wanted} modulo {modulus}.",
		"{name} multiplied by your matrix must give the identity modulo {modulus}. Row {row} × column "
		"{column}: "
		"{expansion} = "
		"{sum}, which is not {wanted} modulo {modulus}." },

	/* Is it the inverse? */
	{ "product-missing",
		"Le produit des deux matrices est demandé avec la conclusion, par exemple non : 1 2 / 0 1.",
		"The product of the two matrices is asked for with the conclusion, for instance no : 1 2 / 0 1." },
	{ "identity-hoped", "Vous avez écrit l’identité, mais ce n’est pas ce que donne le produit : calculez-le.",
		"You have written the identity, but the product does not give it: work it out." },
	{ "conclusion-missing", "Il manque la conclusion : oui ou non.", "The conclusion is missing: yes or no." },
	{ "conclusion-alone", "La conclusion est juste, mais le produit qui la prouve ne l’est pas.",
		"The conclusion is right, but the product that proves it is not." },
	{ "conclusion-follows", "Votre conclusion est celle que donne votre produit.",
		"Your conclusion is what your product gives." },
	{ "conclusion-against",
		"Votre produit est juste et dit le contraire : deux matrices sont inverses l’une de l’autre si leur "
		"produit est "
		"l’identité.",
		"Your product is right and says the contrary: two matrices are inverse of each other if their product "
		"is the "
		"identity." },
	{ "conclusion-wrong", "La conclusion n’est pas juste, et ne suit pas de votre produit.",
		"The conclusion is not right, and does not follow from your product." },

	/* What is wrong with a solution. */
	{ "equation-unsolved", "Équation {equation} : avec vos valeurs, {expansion} = {sum}, au lieu de {wanted}.",
		"Equation {equation}: with your values, {expansion} = {sum}, in place of {wanted}." },
	{ "equation-fails", "Vos valeurs ne vérifient pas l’équation {equation}.",
		"Your values do not solve equation {equation}." },
	{ "value-missing", "Il manque la valeur d’une inconnue.", "The value of an unknown is missing." },
	{ "system-signs", "Tous les signes sont inversés.", "All signs are the other ones." },
	{ "system-copied", "Vous avez recopié le second membre.", "You have copied the right side." },
	{ "system-multiplied", "Vous avez multiplié le second membre par la matrice : c’est son inverse qu’il faut.",
		"You have multiplied the right side by the matrix: its inverse is what is needed." },
	{ "system-no-factor", "Il manque le facteur 1/d de l’inverse devant vos valeurs.",
		"The factor 1/d of the inverse is missing before your values." },
	{ "system-transposed", "Vous avez résolu le système de la matrice transposée : chaque ligne est une équation.",
		"You have solved the system of the transposed matrix: each row is an equation." },
	{ "system-exchanged", "Les valeurs sont les bonnes, mais pas pour les bonnes inconnues.",
		"The values are the right ones, but not for the right unknowns." },
	{ "system-has-one", "Ce système a une solution et une seule.", "This system has one solution and one alone." },
	{ "system-has-none", "Ce système n’a pas de solution : deux de ses équations se contredisent.",
		"This system has no solution: its equations contradict each other." },
	{ "system-has-many", "Ce système a une infinité de solutions.", "This system has infinitely many solutions." },
	{ "system-others", "Ces valeurs vérifient toutes les équations, mais ce ne sont pas les seules.",
		"These values solve all equations, but they are not the only ones." },
};

const struct msg_table matrix_messages = { "grader_matrix", entries, sizeof(entries) / sizeof(entries[0]) };
