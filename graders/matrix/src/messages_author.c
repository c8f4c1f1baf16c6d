/* What authors are told. */
#include "grader_matrix/grader_matrix.h"

static const struct msg_entry entries[] = {
	{ "one-task", "Il faut une et une seule des clés « ask », « system », « is_inverse ».",
		"Exactly one of the keys \"ask\", \"system\", \"is_inverse\" is needed." },
	{ "bad-name",
		"« {name} » ne peut pas être un nom : des lettres, des chiffres et _ sont permis, et pas de nom de "
		"fonction.",
		"\"{name}\" cannot be a name: letters, digits and _ are allowed, and no function's name." },
	{ "cannot-ask", "« {text} » :", "\"{text}\":" },
	{ "not-a-matrix", "« {text} » n’est pas une matrice ; pour un nombre, employez la sorte « number ».",
		"\"{text}\" is no matrix; use the kind \"number\" for a number." },
	{ "too-long", "Cette formule est trop longue.", "This formula is too long." },
	{ "no-adjacency", "« adjacency » demande une matrice carrée de 0 et de 1, par « ask ».",
		"\"adjacency\" needs a square matrix of 0 and 1, asked with \"ask\"." },
	{ "no-mod-here", "« mod » va avec « ask » et « is_inverse ».",
		"\"mod\" goes with \"ask\" and \"is_inverse\"." },
	{ "modulo-whole", "Modulo un entier, toutes les cases doivent être des entiers.",
		"Modulo a whole number, all cells must be whole numbers." },
	{ "system-sizes", "« b » doit avoir une valeur pour chaque ligne de « A ».",
		"\"b\" needs one value for each row of \"A\"." },
	{ "system-too-large", "Un système a dix équations et dix inconnues au plus.",
		"A system has ten equations and ten unknowns at most." },
	{ "unknowns-count", "« unknowns » doit nommer chaque colonne de « A ».",
		"\"unknowns\" must name each column of \"A\"." },
	{ "inverse-sizes", "Les deux matrices doivent être carrées et de même taille.",
		"Both matrices must be square and of the same size." },
	{ "numbers-too-large", "Les nombres deviennent trop grands.", "The numbers become too large." },
	{ "derived-value", "{ask} = {value}", "{ask} = {value}" },
	{ "derived-answer", "réponse : {value}", "answer: {value}" },

	/* The generator. */
	{ "matrix-range", "Un intervalle d’entiers est attendu, entre −1000 et 1000, par exemple [-4, 6].",
		"A range of whole numbers is expected, between -1000 and 1000, for instance [-4, 6]." },
	{ "matrix-ones", "Deux nombres de cases sont attendus, par exemple [6, 9].",
		"Two numbers of cells are expected, for instance [6, 9]." },
	{ "matrix-square", "Ces propriétés demandent une matrice carrée.", "These properties need a square matrix." },
	{ "matrix-invertible-side", "Une matrice tirée avec un inverse ou un déterminant a quatre lignes au plus.",
		"A matrix that is drawn with an inverse or a determinant has four rows at most." },
};

const struct msg_table matrix_author_messages = { "grader_matrix_author", entries,
	sizeof(entries) / sizeof(entries[0]) };
