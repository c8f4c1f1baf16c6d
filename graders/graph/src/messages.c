/* Both languages, one row for each thing that cannot be read; French as it is printed. */
#include "graph/graph.h"

static const struct msg_entry entries[] = {
	{ "unknown-vertex", "« {word} » n’est pas un sommet de ce graphe : les sommets sont {known}.",
		"“{word}” is no vertex of this graph: the vertices are {known}." },
	{ "vertex-name", "« {word} » n’est pas un nom de sommet : lettres et chiffres seulement.",
		"“{word}” is no name of a vertex: letters and digits only." },
	{ "vertex-twice", "Le sommet {word} est nommé deux fois.", "The vertex {word} is named twice." },
	{ "vertex-too-long", "Le nom « {word} » est trop long.", "The name “{word}” is too long." },
	{ "vertices-missing", "Aucun sommet n’est nommé.", "No vertex is named." },
	{ "vertices-too-many", "Il y a trop de sommets.", "There are too many vertices." },
	{ "path-sign",
		"« {word} » n’a pas de sens dans un chemin : écrivez les sommets dans l’ordre, par exemple : A-B-C.",
		"“{word}” means nothing in a path: write the vertices in order, for instance: A-B-C." },
	{ "path-too-long", "Ce chemin est beaucoup trop long.", "This path is far too long." },
	{ "paths-too-many", "Il y a beaucoup trop de chemins.", "There are far too many paths." },
	{ "set-sign",
		"« {word} » n’a pas de sens dans une liste de sommets : écrivez par exemple « B, C », ou « – » s’il "
		"n’y en a "
		"aucun.",
		"“{word}” means nothing in a list of vertices: write “B, C” for instance, or “-” when there is none." },
	{ "vertex-row-twice", "Le sommet {word} a deux lignes : gardez-en une.",
		"The vertex {word} has two lines: keep one." },
	{ "table-two-columns", "Cette ligne a trop de cases : un sommet, puis sa valeur.",
		"This line has too many cells: a vertex, then its value." },
	{ "table-too-long", "Ce tableau est beaucoup trop long.", "This table is far too long." },
	{ "arc-two-ends", "« {word} » n’est pas un arc : écrivez ses deux extrémités, par exemple : AB, A-B ou (A, B).",
		"“{word}” is no arc: write its two ends, for instance: AB, A-B or (A, B)." },
	{ "arc-weight", "Après « {word} », un nombre est attendu : le poids de l’arc, avec trois décimales au plus.",
		"After “{word}” a number is expected: the weight of the arc, with three decimals at most." },
	{ "arc-sign", "« {word} » n’a pas de sens dans une liste d’arcs : écrivez par exemple AB:4 AC:2.",
		"“{word}” means nothing in a list of arcs: write AB:4 AC:2 for instance." },
	{ "arcs-half-weighted", "Certains arcs ont un poids et d’autres n’en ont pas.",
		"Some arcs have a weight and others have none." },
	{ "arcs-too-many", "Il y a trop d’arcs.", "There are too many arcs." },
};

const struct msg_table graph_messages = { "graph", entries, sizeof(entries) / sizeof(entries[0]) };
