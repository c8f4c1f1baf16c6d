/* Both languages, one row for each thing that is said; French as it is printed. */
#include "picture/picture.h"

static const struct msg_entry entries[] = {
	{ "vertex", "Sommet", "Vertex" },
	{ "level", "Niveau", "Level" },
	{ "leads-to", "Vers", "To" },
	{ "neighbours", "Voisins", "Neighbours" },
	{ "note", "Valeur", "Value" },
	{ "task", "Tâche", "Task" },
	{ "days", "Durée", "Duration" },
	{ "earliest", "Au plus tôt", "Earliest" },
	{ "latest", "Au plus tard", "Latest" },
	{ "after", "Après", "After" },
	{ "critical", "critique", "critical" },
	{ "region", "Région", "Region" },
	{ "elements", "Éléments", "Elements" },
	{ "shaded", "hachurée", "shaded" },
	{ "outside", "hors des ensembles", "outside the sets" },
	{ "mark-wrong", "à revoir", "to look at again" },
	{ "mark-path", "sur le chemin", "on the path" },
	{ "mark-start", "départ", "start" },
	{ "mark-end", "arrivée", "end" },
	{ "mark-done", "traité", "done" },
	{ "picture-graph", "Graphe", "Graph" },
	{ "picture-network", "Réseau des tâches", "Network of tasks" },
	{ "picture-venn", "Diagramme de Venn", "Venn diagram" },
	{ "picture-product", "Produit de matrices", "Product of matrices" },
	{ "row-by-column", "ligne {row} × colonne {column}", "row {row} × column {column}" },
};

const struct msg_table picture_messages = { "picture", entries, sizeof(entries) / sizeof(entries[0]) };
