/* Dates, floats and levels: the mistakes that are known, and errors carried forward. */
#include "../triples/triples.h"
#include "grader_schedule/grader_schedule.h"
#include "projects.h"

#define ALL "'ask': ['earliest', 'latest', 'total-float', 'free-float', 'critical-path', 'duration']"
/* Of the project EIGHT, by task from A to H. */
#define COLUMN(name, a, b, c, d, e, f, g, h)                                                                           \
	"{'" name "': {'A': '" #a "', 'B': '" #b "', 'C': '" #c "', 'D': '" #d "', 'E': '" #e "', 'F': '" #f           \
	"', 'G': '" #g "', 'H': '" #h "'}}"
#define COLUMN7(name, a, b, c, d, e, f, g)                                                                             \
	"{'" name "': {'A': '" #a "', 'B': '" #b "', 'C': '" #c "', 'D': '" #d "', 'E': '" #e "', 'F': '" #f           \
	"', 'G': '" #g "'}}"
#define COLUMN5(name, a, b, c, d, e)                                                                                   \
	"{'" name "': {'A': '" #a "', 'B': '" #b "', 'C': '" #c "', 'D': '" #d "', 'E': '" #e "'}}"

static const struct triple sheets[] = {
	/* All right, as a table with headings of one's own, in any order, with Début and Fin. */
	{ EIGHT ALL,
		"| Tâche | Au plus tôt | Au plus tard | Marge totale | Marge libre |\n|---|---|---|---|---|\n"
		"| A | 0 | 5 | 5 | 0 |\n| B | 2 | 7 | 5 | 0 |\n| C | 6 | 13 | 7 | 7 |\n| D | 0 | 0 | 0 | 0 |\n"
		"| E | 10 | 10 | 0 | 0 |\n| F | 11 | 11 | 0 | 0 |\n| G | 14 | 14 | 0 | 0 |\n| H | 15 | 15 | 0 | 0 |\n\n"
		"Chemin critique : D-E-F-G-H\nDurée : 22",
		"20", "", NULL, false },
	{ NULL,
		"Tâche ; ML ; MT ; tard ; tôt\nDébut ; ; ; 0 ; 0\nH;0;0;15;15\nG;0;0;14;14\nF;0;0;11;11\nE;0;0;10;10\n"
		"D;0;0;0;0\nC;7;7;13;6\nB;0;5;7;2\nA;0;5;5;0\nFin ; ; ; 22 ; 22\nChemin critique : début, D, E, F, G, "
		"H, fin",
		"20", "", NULL, false },
	{ NULL,
		"Tâche A B C D E F G H\nTôt 0 2 6 0 10 11 14 15\nTard 5 7 13 0 10 11 14 15\nMT 5 5 7 0 0 0 0 0\n"
		"ML 0 0 7 0 0 0 0 0\nChemin : DEFGH\nDurée : 22 jours",
		"20", "", NULL, false },
	{ NULL,
		"{'earliest': {'A': 0, 'B': 2, 'C': 6, 'D': 0, 'E': '10', 'F': '11', 'G': '14', 'H': '15'}, 'latest': "
		"{'A': 5, 'B': 7, "
		"'C': 13, 'D': 0, 'E': 10, 'F': 11, 'G': 14, 'H': 15}, 'total-float': {'A': 5, 'B': 5, 'C': 7, 'D': 0, "
		"'E': 0, 'F': 0, "
		"'G': 0, 'H': 0}, 'free-float': {'A': 0, 'B': 0, 'C': 7, 'D': 0, 'E': 0, 'F': 0, 'G': 0, 'H': 0}, "
		"'critical-path': ['D', 'E', 'F', 'G', 'H'], 'duration': 22}",
		"20", "", NULL, true },
	/* One slip, F at 12, and all that follows: 35·7/8 + 35 + 15 + 15 of 100. */
	{ NULL,
		"Tâche tôt tard MT ML\nA 0 6 6 0\nB 2 8 6 0\nC 6 14 8 8\nD 0 1 1 0\nE 10 11 1 1\nF 12 12 0 0\nG 15 15 "
		"0 0\n"
		"H 16 16 0 0\nChemin critique : DEFGH\nDurée : 23",
		"19.125", "first-wrong",
		"tôt(F) = max(tôt(B) + 4\u00a0; tôt(E) + 1) = max(6\u00a0; 11) = 11, vous avez 12.", false },
	{ NULL,
		"Tâche tôt tard MT ML\nA 0 6 6 0\nB 2 8 6 0\nC 6 14 8 8\nD 0 1 1 0\nE 10 11 1 1\nF 12 12 0 0\nG 15 15 "
		"0 0\n"
		"H 16 16 0 0\nChemin critique : DEFGH\nDurée : 23",
		"19.125", "part-carried", "Au plus tard", false },
	{ NULL,
		"Tâche tôt tard MT ML\nA 0 5 5 0\nB 2 7 5 0\nC 6 13 7 7\nD 0 0 0 0\nE 10 10 0 0\nF 6 11 0 0\nG 9 14 0 "
		"0\n"
		"H 10 15 0 0\nChemin critique : DEFGH\nDurée : 17",
		"19.125", "earliest-first-min",
		"tôt(F) = max(tôt(B) + 4\u00a0; tôt(E) + 1) = max(6\u00a0; 11) = 11, vous avez 6\u00a0: vous avez pris "
		"le minimum",
		false },
	/* A slip in a latest date is carried to the floats. */
	{ NULL,
		"Tâche tôt tard MT ML\nA 0 7 7 0\nB 2 9 7 0\nC 6 13 7 7\nD 0 0 0 0\nE 10 10 0 0\nF 11 11 0 0\nG 14 14 "
		"0 0\n"
		"H 15 15 0 0\nChemin critique : DEFGH\nDurée : 22",
		"19.125", "part-carried", "Marge totale", false },
	/* Zeros, ones, durations copied: nothing, but for what is right by chance, a tenth at most. */
	{ NULL,
		"Tâche tôt tard MT ML\nA 0 0 0 0\nB 0 0 0 0\nC 0 0 0 0\nD 0 0 0 0\nE 0 0 0 0\nF 0 0 0 0\nG 0 0 0 0\nH "
		"0 0 0 0",
		"0", "part-idle", NULL, false },
	{ NULL,
		"Tâche tôt tard MT ML\nA 1 1 1 1\nB 1 1 1 1\nC 1 1 1 1\nD 1 1 1 1\nE 1 1 1 1\nF 1 1 1 1\nG 1 1 1 1\nH "
		"1 1 1 1",
		"0", "part-idle", NULL, false },
	{ NULL,
		"Tâche tôt tard MT ML\nA 2 2 2 2\nB 4 4 4 4\nC 2 2 2 2\nD 10 10 10 10\nE 1 1 1 1\nF 3 3 3 3\nG 1 1 1 "
		"1\nH 7 7 7 7",
		"0", "part-idle", NULL, false },
	/* Half of a table. */
	{ NULL, "Tâche tôt\nA 0\nB 2\nC 6\nD 0\nE 10\nF .\nG .\nH .", "4.375", "cell-blank", "F", false },
	{ NULL, "Tâche tôt\nA 0\nB 2\nC 6\nD 0\nE 10\nF .\nG .\nH .", "4.375", "part-blank", NULL, false },
	{ NULL, "Le chemin critique est D-E-F-G-H\nLa durée totale du projet est de 22 jours", "3", "part-blank", NULL,
		false },
	{ NULL, "chemin critique : DEFGH, durée : 22", "3", "part-blank", NULL, false },
	{ NULL, "Durée : 19", "0", "duration-other", "n’est pas 19", false },
	{ NULL, "Tâche tôt\nA 0\nB .\nC 6\nD 0\nE 10\nF .\nG .\nH .\nDurée : 21", "3.5", "duration-other", NULL,
		false },
	{ NULL, "{'duration': 25}", "0", "duration-other", NULL, true },
	{ NULL, "Durée : 22", "1.5", "part-blank", NULL, false },
	{ NULL, "", "-", NULL, NULL, false },
	{ NULL, "Tâche tôt\nA\nB\nC\nD\nE\nF\nG\nH\nDurée :", "-", NULL, NULL, false },
};

static const struct triple columns[] = {
	{ EIGHT "'ask': 'earliest'", COLUMN("earliest", 2, 6, 8, 10, 11, 14, 15, 22), "0", "dates-finish",
		"A commence à 0", true },
	{ NULL, "Tâche | tôt\nA|2\nB|6\nC|8\nD|10\nE|11\nF|14\nG|15\nH|22", "0", "dates-finish", NULL, false },
	{ NULL, "Tâche | tôt\nA|5\nB|7\nC|13\nD|0\nE|10\nF|11\nG|14\nH|15", "15", "earliest-is-latest", NULL, false },
	{ NULL, COLUMN("earliest", 1, 3, 7, 1, 11, 12, 15, 16), "15", "dates-from-one", "date 0", true },
	{ NULL, COLUMN("earliest", 5, 7, 13, 0, 10, 11, 14, 15), "15", "earliest-is-latest", NULL, true },
	{ NULL, COLUMN("earliest", 0, 2, 6, 0, 10, 6, 9, 8), "15", "earliest-min", "F\u00a0: 11, et non 6", true },
	{ NULL, COLUMN("earliest", 0, 2, 6, 0, 10, 6, 9, 10), "17.5", "earliest-first-min", NULL, true },
	{ NULL, COLUMN("earliest", 0, 2, 6, 0, 10, 11, 14, 8), "17.5", "earliest-first-min", "vous avez 8", true },
	{ NULL, COLUMN("earliest", 0, 2, 6, 0, 10, 6, 14, 15), "17.5", "earliest-first-min", NULL, true },
	{ NULL, COLUMN("earliest", 3, 5, 9, 0, 10, 13, 16, 17), "15", "earliest-begin", "tôt(A) = 0", true },
	{ NULL, COLUMN("earliest", 0, 2, 6, 1, 11, 12, 15, 16), "17.5", "earliest-begin", "tôt(D) = 0", true },
	{ NULL, COLUMN("earliest", 4, 2, 6, 0, 10, 11, 14, 15), "17.5", "earliest-begin", NULL, true },
	{ NULL, COLUMN("earliest", 0, 2, 6, 0, 11, 12, 15, 16), "17.5", "date-first-finish",
		"tôt(E) = tôt(D) + 10 = 0 + 10 = 10", true },
	{ NULL, COLUMN("earliest", 0, 6, 10, 0, 10, 11, 14, 15), "17.5", "date-first-finish", NULL, true },
	{ NULL, COLUMN("earliest", 0, 2, 8, 0, 10, 11, 14, 15), "17.5", "date-first-finish", NULL, true },
	{ NULL, COLUMN("earliest", 0, 0, 4, 0, 10, 11, 14, 15), "17.5", "date-first-no-duration",
		"tôt(B) = tôt(A) + 2 = 0 + 2 = 2", true },
	{ NULL, COLUMN("earliest", 0, 2, 2, 0, 10, 11, 14, 15), "17.5", "date-first-no-duration", NULL, true },
	{ NULL, COLUMN("earliest", 0, 2, 6, 0, 10, 11, 11, 12), "17.5", "date-first-no-duration", NULL, true },
	{ NULL, COLUMN("earliest", 0, 2, 6, 0, 10, 11, 13, 14), "17.5", "first-wrong",
		"tôt(G) = tôt(F) + 3 = 11 + 3 = 14", true },
	{ NULL, COLUMN("earliest", 0, 3, 7, 0, 10, 11, 14, 15), "17.5", "first-wrong", NULL, true },
	{ NULL, COLUMN("earliest", 0, 2, 6, 0, 10, 11, 14, 1 / 3), "17.5", "first-wrong", "1/3", true },
	{ NULL, COLUMN("earliest", 0, 2, 6, 0, 10, 11, 14, 1 / 11), "17.5", "cell-off", "H", true },
	{ NULL, COLUMN("earliest", 0, 2, 6, 0, 10, 11, 14, 999999999), "17.5", "cell-off", "H", true },
	{ NULL, COLUMN("earliest", 0, 2, 6, 0, 10, 1 / 17, 14, 15), "17.5", "cell-off", "F", true },
	{ NULL, "{'earliest': {'A': '', 'B': '3', 'C': '6', 'D': '0', 'E': '10', 'F': '11', 'G': '14', 'H': '15'}}",
		"15", "cell-unfounded", "B", true },
	{ NULL, "{'earliest': {'A': '', 'B': '5', 'C': '9', 'D': '0', 'E': '10', 'F': '11', 'G': '14', 'H': '15'}}",
		"15", "cell-unfounded", NULL, true },
	{ NULL, "{'earliest': {'A': '0', 'B': '2', 'C': '6', 'D': '0', 'F': '12', 'G': '14', 'H': '15'}}", "15",
		"cell-unfounded", "F, 12", true },
	{ NULL, COLUMN("earliest", 0, 2, 6, 0, 10, 11, 14, ), "17.5", "cell-blank", "H", true },
	{ NULL, COLUMN("earliest", , 2, 6, 0, 10, 11, 14, 15), "17.5", "cell-blank", "A", true },
	{ EIGHT "'ask': ['earliest', 'duration'], 'weights': {'earliest': 3, 'duration': 1}",
		COLUMN("earliest", 3, 9, 5, 2, 7, 4, 1, 8), "0", "part-blank", NULL, true },
	/* More than a quarter wrong on their own: nothing is carried. */
	{ NULL, "Tâche tôt\nA 3\nB 9\nC 13\nD 2\nE 14\nF 16\nG 18\nH 21\nDurée : 28", "0", "part-not-carried", NULL,
		false },
	{ NULL, "Tâche tôt\nA 1\nB 4\nC 9\nD 1\nE 12\nF 14\nG 18\nH 20\nDurée : 27", "0", "part-not-carried", NULL,
		false },
	{ NULL, "Tâche tôt\nA 1\nB 4\nC 9\nD 1\nE 12\nF 14\nG 18\nH 21\nDurée : 28", "0", "part-not-carried", NULL,
		false },

	{ EIGHT "'ask': 'latest'", COLUMN("latest", 7, 11, 15, 10, 11, 14, 15, 22), "0", "dates-finish", NULL, true },
	{ NULL, "Tâche | tard\nA|0\nB|2\nC|6\nD|0\nE|10\nF|11\nG|14\nH|15", "17.5", "latest-forwards", NULL, false },
	{ NULL, COLUMN("latest", 6, 9, 13, 0, 10, 11, 14, 15), "15", "latest-first-max", NULL, true },
	{ NULL, COLUMN("latest", 0, 9, 13, 0, 10, 11, 14, 15), "15", "latest-first-max", NULL, true },
	{ NULL, COLUMN("latest", 6, 8, 14, 1, 11, 12, 15, 16), "17.5", "dates-from-one", NULL, true },
	{ NULL, COLUMN("latest", 0, 2, 6, 0, 10, 11, 14, 15), "17.5", "latest-forwards",
		"à rebours, depuis la fin du projet (22)", true },
	{ NULL, COLUMN("latest", 7, 9, 13, 0, 10, 11, 14, 15), "17.5", "latest-max", "A\u00a0: 5, et non 7", true },
	{ NULL, COLUMN("latest", 3, 5, 11, -2, 8, 9, 12, 13), "17.5", "latest-shifted", NULL, true },
	{ NULL, COLUMN("latest", 8, 10, 16, 3, 13, 14, 17, 18), "17.5", "latest-shifted", NULL, true },
	{ NULL, COLUMN("latest", 9, 11, 17, 4, 14, 15, 18, 19), "17.5", "latest-shifted", NULL, true },
	{ NULL, COLUMN("latest", 5, 9, 13, 0, 10, 11, 14, 15), "17.5", "latest-first-max",
		"tard(B) = min(tard(C) − 4\u00a0; tard(F) − 4) = min(9\u00a0; 7) = 7, vous avez 9", true },
	{ NULL, COLUMN("latest", 6, 8, 14, 0, 10, 11, 14, 16), "15", "latest-end", "tard(H) = 22 − 7 = 15", true },
	{ NULL, COLUMN("latest", 5, 7, 13, 0, 10, 11, 14, 22), "17.5", "latest-end", NULL, true },
	{ NULL, COLUMN("latest", 5, 7, 13, 0, 10, 11, 14, 14), "17.5", "latest-end", "vous avez 14", true },
	{ NULL, COLUMN("latest", 5, 7, 13, 0, 10, 14, 14, 15), "17.5", "date-first-finish", NULL, true },

	{ NULL, COLUMN("latest", 4, 7, 13, 0, 10, 11, 14, 15), "17.5", "first-wrong",
		"tard(A) = tard(B) − 2 = 7 − 2 = 5, vous avez 4", true },

	{ EIGHT "'ask': ['earliest-finish', 'latest-finish']",
		"Tâche | Fin au plus tôt | Fin au plus "
		"tard\nA|2|7\nB|6|11\nC|8|15\nD|10|10\nE|11|11\nF|14|14\nG|15|15\nH|22|22",
		"20", "", NULL, false },
	{ NULL, COLUMN("earliest-finish", 0, 2, 6, 0, 10, 11, 14, 15), "0", "finish-is-start", NULL, true },
	{ NULL, COLUMN("latest-finish", 5, 7, 13, 0, 10, 11, 14, 15), "0", "finish-is-start", NULL, true },
	{ NULL, "Tâche | fin au plus tôt\nA|0\nB|2\nC|6\nD|0\nE|10\nF|11\nG|14\nH|15", "0", "finish-is-start", NULL,
		false },
	{ NULL, COLUMN("earliest-finish", 2, 6, 8, 10, 11, 9, 10, 15), "6.25", "earliest-min", NULL, true },
	{ NULL, COLUMN("latest-finish", 9, 13, 15, 10, 11, 14, 15, 22), "7.5", "latest-max", NULL, true },
	{ NULL, COLUMN("latest-finish", 2, 6, 8, 10, 11, 14, 15, 22), "6.25", "latest-forwards", NULL, true },
	{ NULL, COLUMN("earliest-finish", 7, 11, 15, 10, 11, 14, 15, 22), "6.25", "earliest-is-latest", NULL, true },
	{ NULL, COLUMN("earliest-finish", 3, 7, 9, 11, 12, 15, 16, 23), "0", "dates-from-one", NULL, true },
	{ NULL, COLUMN("earliest-finish", 2, 2, 8, 10, 11, 14, 15, 22), "8.75", "finish-first-start",
		"tôt(B) + 4 = 2 + 4 = 6, vous avez 2", true },
	{ NULL, COLUMN("earliest-finish", 2, 6, 6, 10, 11, 14, 15, 22), "8.75", "finish-first-start", NULL, true },
	{ NULL, COLUMN("latest-finish", 7, 11, 13, 10, 11, 14, 15, 22), "8.75", "finish-first-start", NULL, true },

	{ EIGHT "'ask': ['total-float', 'free-float']", COLUMN("total-float", 0, 0, 7, 0, 0, 0, 0, 0), "7.5",
		"total-is-free", "A\u00a0: 5, et non 0", true },
	{ NULL, "Tâche | MT\nA|0\nB|0\nC|7\nD|0\nE|0\nF|0\nG|0\nH|0", "7.5", "total-is-free", NULL, false },
	{ NULL, "Tâche | ML\nA|5\nB|5\nC|7\nD|0\nE|0\nF|0\nG|0\nH|0", "7.5", "free-is-total", NULL, false },
	{ NULL, "Tâche | MT\nA|-5\nB|-5\nC|-7\nD|0\nE|0\nF|0\nG|0\nH|0", "6.25", "total-negative", NULL, false },
	{ NULL, "Tâche | MT\nA|−5\nB|−5\nC|−7\nD|0\nE|0\nF|0\nG|0\nH|0", "6.25", "total-negative", NULL, false },
	{ NULL, "Tâche | ML\nA|2\nB|4\nC|9\nD|10\nE|1\nF|3\nG|1\nH|7", "0", "float-with-duration", NULL, false },
	{ NULL, COLUMN("free-float", 5, 5, 7, 0, 0, 0, 0, 0), "7.5", "free-is-total", NULL, true },
	{ NULL, "Tâche | MT | ML\nA|5|5\nB|5|5\nC|7|7\nD|0|0\nE|0|0\nF|0|0\nG|0|0\nH|0|0", "17.5", "free-is-total",
		NULL, false },
	{ NULL, COLUMN("total-float", -5, -5, -7, 0, 0, 0, 0, 0), "6.25", "total-negative", NULL, true },
	{ NULL, COLUMN("total-float", 7, 9, 9, 10, 1, 3, 1, 7), "0", "float-with-duration", NULL, true },
	{ NULL, COLUMN("free-float", 2, 4, 9, 10, 1, 3, 1, 7), "0", "float-with-duration", NULL, true },
	{ NULL, COLUMN("total-float", -5, 5, 7, 0, 0, 0, 0, 0), "8.75", "total-first-negative",
		"tard(A) − tôt(A) = 5 − 0 = 5", true },
	{ NULL, COLUMN("total-float", 5, -5, 7, 0, 0, 0, 0, 0), "8.75", "total-first-negative", NULL, true },
	{ NULL, COLUMN("total-float", 5, 5, -7, 0, 0, 0, 0, 0), "8.75", "total-first-negative", NULL, true },
	{ NULL, COLUMN("total-float", 5, 5, 6, 0, 0, 0, 0, 0), "8.75", "first-wrong",
		"tard(C) − tôt(C) = 13 − 6 = 7, vous avez 6", true },
	{ NULL, COLUMN("free-float", 5, 0, 7, 0, 0, 0, 0, 0), "8.75", "free-first-total",
		"tôt(B) − tôt(A) − 2 = 2 − 0 − 2 = 0, vous avez 5", true },
	{ NULL, COLUMN("free-float", 0, 5, 7, 0, 0, 0, 0, 0), "8.75", "free-first-total",
		"min(tôt(C)\u00a0; tôt(F)) − tôt(B) − 4 = 6 − 2 − 4 = 0", true },
	{ NULL,
		"{'total-float': {'A': '3'}, 'free-float': {'A': '3', 'B': '0', 'C': '7', 'D': '0', 'E': '0', 'F': "
		"'0', 'G': '0', 'H': '0'}}",
		"8.75", "free-first-total", NULL, true },
	{ NULL, COLUMN("free-float", 0, 0, 9, 0, 0, 0, 0, 0), "8.75", "free-first-duration",
		"tôt(H) − tôt(C) − 2 = 15 − 6 − 2 = 7", true },
	{ NULL, COLUMN("free-float", 2, 0, 7, 0, 0, 0, 0, 0), "8.75", "free-first-duration", NULL, true },
	{ NULL, COLUMN("free-float", 0, 0, 7, 0, 0, 0, 0, 7), "8.75", "free-first-duration",
		"durée − tôt(H) − 7 = 22 − 15 − 7 = 0", true },
	{ NULL, COLUMN("total-float", 0, 0, 7, 0, 0, 0, 0, 0), "7.5", "total-is-free", NULL, true },

	{ EIGHT "'ask': 'levels'", COLUMN("levels", 0, 1, 2, 0, 1, 2, 3, 4), "20", "", NULL, true },
	{ NULL, COLUMN("levels", 1, 2, 3, 1, 2, 3, 4, 5), "18", "levels-origin", "commencent ici à 0", true },
	{ NULL, COLUMN("levels", 0, 1, 2, 0, 1, 2, 3, 3), "17.5", "levels-min", "H\u00a0: 4, et non 3", true },
	{ NULL, COLUMN("levels", 0, 1, 2, 0, 2, 3, 4, 5), "17.5", "first-wrong",
		"niveau(E) = 1 + niveau(D) = 1 + 0 = 1, vous avez 2", true },
	{ NULL, COLUMN("levels", 0, 1, 3, 0, 1, 2, 3, 4), "17.5", "first-wrong",
		"niveau(C) = 1 + niveau(B) = 1 + 1 = 2", true },
	{ EIGHT "'ask': 'levels', 'first_level': 1", COLUMN("levels", 1, 2, 3, 1, 2, 3, 4, 5), "20", "", NULL, true },
	{ NULL, COLUMN("levels", 0, 1, 2, 0, 1, 2, 3, 4), "18", "levels-origin", NULL, true },
	{ NULL, "Tâche A B C D E F G H\nNiveau 0 1 2 0 1 2 3 4", "18", "levels-origin", "A est de niveau 1", false },
	/* The shortest way is not the level: G comes after B (2) and F (3). */
	{ SEVEN "'ask': 'levels'", COLUMN7("levels", 0, 1, 1, 0, 1, 2, 3), "20", "", NULL, true },
	{ NULL, COLUMN7("levels", 0, 1, 1, 0, 1, 2, 2), "120/7", "levels-min", NULL, true },
	{ NULL, COLUMN7("levels", 0, 2, 1, 0, 1, 2, 3), "120/7", "first-wrong", NULL, true },

	{ LADDER "'ask': 'levels'", COLUMN5("levels", 0, 1, 1, 2, 3), "16", "level-first-min",
		"niveau(C) = 1 + max(niveau(A)\u00a0; niveau(B)) = 1 + 1 = 2, vous avez 1\u00a0: vous avez pris le "
		"plus petit",
		true },
	{ NULL, COLUMN5("levels", 0, 1, 2, 1, 2), "16", "level-first-min", "niveau(D)", true },
	{ NULL, COLUMN5("levels", 0, 1, 2, 3, 2), "16", "level-first-min", "niveau(E)", true },
	{ NULL, COLUMN5("levels", 0, 1, 1, 1, 2), "8", "levels-min", NULL, true },
	{ NULL, "Tâche A B C D E\nNiveau 0 1 1 1 2", "8", "levels-min", NULL, false },

	{ EIGHT "'ask': 'duration', 'unit': 'semaines'", "22 semaines", "20", "", NULL, false },
	{ NULL, "Durée : 22", "20", "", NULL, false },
	{ NULL, "15", "0", "duration-last-start", "tôt(H) + 7 = 15 + 7 = 22", false },
	{ NULL, "Durée = 15 semaines", "0", "duration-last-start", NULL, false },
	{ NULL, "{'duration': 15}", "0", "duration-last-start", NULL, true },
	{ NULL, "30", "0", "duration-sum", NULL, false },
	{ NULL, "30 semaines", "0", "duration-sum", "somme de toutes les durées", false },
	{ NULL, "{'duration': '30'}", "0", "duration-sum", NULL, true },
	{ NULL, "23", "0", "duration-from-one", NULL, false },
	{ NULL, "{'duration': 23}", "0", "duration-from-one", NULL, true },
	{ NULL, "Durée : 23 s", "0", "duration-from-one", "commence à la date 0", false },
	{ NULL, "20", "0", "duration-first", "tôt(H) + 7 = 15 + 7 = 22, vous avez 20", false },
	{ NULL, "21,5", "0", "duration-first", "vous avez 21,5", false },
	{ NULL, "{'duration': '43/2'}", "0", "duration-first", NULL, true },
};

static void test_sheets(void **state)
{
	triples_run(&schedule_kind, sheets, sizeof(sheets) / sizeof(sheets[0]));
}

static void test_columns(void **state)
{
	triples_run(&schedule_kind, columns, sizeof(columns) / sizeof(columns[0]));
}

int main(void)
{
	const struct CMUnitTest tests[] = { cmocka_unit_test(test_sheets), cmocka_unit_test(test_columns) };

	return cmocka_run_group_tests(tests, NULL, NULL);
}
