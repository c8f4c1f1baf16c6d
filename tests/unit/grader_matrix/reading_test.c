/* Matrices, systems and conclusions as students type them; what cannot be read costs nothing and is told where. */
#include "../messages/message_table.h"
#include "../triples/triples.h"
#include "grader_matrix/grader_matrix.h"

#define RUN(rows) triples_run(&matrix_kind, rows, sizeof(rows) / sizeof(rows[0]))

/* Only whole numbers can occur: (19 22 / 43 50). */
#define WHOLE "'given': {'A': [['1','2'],['3','4']], 'B': [[5,6],[7,8]]}, 'ask': 'A*B'"
/* Fractions can: A^-1 = (-2 1 / 3/2 -1/2). */
#define FRACTIONS "'given': {'A': [['1','2'],['3','4']]}, 'ask': 'A^-1'"

static const struct triple whole[] = {
	{ WHOLE, "19 22 / 43 50", "20", "" },
	{ NULL, "19 22\n43 50", "20", "" },
	{ NULL, "19 22\r\n\r\n43 50\r\n", "20", "" },
	{ NULL, "[[19;22];[43;50]]", "20", "" },
	{ NULL, "[[19 ; 22] ; [43 ; 50]]", "20", "" },
	{ NULL, "[[19,22],[43,50]]", "20", "" },
	{ NULL, "[19,22],[43,50]", "20", "" },
	{ NULL, "((19,22),(43,50))", "20", "" },
	{ NULL, "((19;22);(43;50))", "20", "" },
	{ NULL, "{{19,22},{43,50}}", "20", "" },
	{ NULL, "[19 22; 43 50]", "20", "" },
	{ NULL, "19 22; 43 50", "20", "" },
	{ NULL, "[[19 22]\n [43 50]]", "20", "" },
	{ NULL, "(19 22)\n(43 50)", "20", "" },
	{ NULL, "19;22\n43;50", "20", "" },
	{ NULL, "19,22\n43,50", "20", "" },
	{ NULL, "19\t22\n43\t50", "20", "" },
	{ NULL, "19 22/43 50", "20", "" },
	{ NULL, "| 19 | 22 |\n|---|---|\n| 43 | 50 |", "20", "" },
	{ NULL, "⎛19 22⎞\n⎝43 50⎠", "20", "" },
	{ NULL, "A×B = 19 22 / 43 50", "20", "" },
	{ NULL, "AB = [[19;22];[43;50]]", "20", "" },
	{ NULL, "\\begin{pmatrix} 19 & 22 \\\\ 43 & 50 \\end{pmatrix}", "20", "" },
	{ NULL, "$AB = \\begin{bmatrix}19&22\\\\43&50\\end{bmatrix}$", "20", "" },
	{ NULL, "\\left(\\begin{array}{cc} 19 & 22 \\\\\n 43 & 50 \\\\ \\end{array}\\right)", "20", "" },
	{ NULL, "\\[\\begin{pmatrix}\n19 & 22 \\\\\n43 & 50\n\\end{pmatrix}\\]", "20", "" },
	{ NULL, "(19) (22) / 43 50", "20", "" },
	{ NULL, "38/2 22 / 43 50", "20", "" },
	{ NULL, "[['19','22'],['43','50']]", "20", "", NULL, true },
	{ NULL, "[[19, 22], [43, 50]]", "20", "", NULL, true },
	{ NULL, "{'matrix': [[19, ' 22 '], [43, 50]]}", "20", "", NULL, true },
	{ NULL, "", "-", NULL },
	{ NULL, ". . / . .", "-", NULL },
	{ NULL, "[[null, ''], ['', null]]", "-", NULL, NULL, true },
	{ NULL, "[]", "-", NULL, NULL, true },
	{ NULL, "19 22 / 43 .", "15", "cell-product-blank", "3×6 + 4×8 = 50" },
	{ NULL, "19 22 / . 50", "15", "cell-product-blank", "Ligne 2 × colonne 1" },
	{ NULL, "19;;22\n43;1;50", "20/3", "size-wrong" },
	{ NULL, "19 22 / 43 51", "15", "cell-product", "Ligne 2 × colonne 2\u00a0: 3×6 + 4×8 = 50, vous avez 51" },
	{ NULL, "19 22 / 43 51", "15", "cells-right", "3 sur 4" },
	{ NULL, "19 21 / 43 51", "10", "cells-right", "ligne 1, colonne 2" },
	{ NULL, "18 21 / 42 51", "0", "cells-right", "0 sur 4" },
	{ NULL, "19 . / 43 50", "15", "cell-product-blank", "1×6 + 2×8 = 22" },
	{ NULL, "19 22 / 43", "?", "rows-unequal", "ligne 2" },
	{ NULL, "19 22 43 50 / 1", "?", "rows-unequal" },
	{ NULL, "[[19, 22], [43]]", "?", "json-rows", NULL, true },
	{ NULL, "[[19, 22.5], [43, 50]]", "?", "value-real", NULL, true },
	{ NULL, "[['19 22'], ['43 50']]", "?", "json-rows", NULL, true },
	{ NULL, "19 22 / 43 x", "?", "number-expected" },
	{ NULL, "19 22 / 43 50a", "?", "cell-more" },
	{ NULL, "[[19;22];[43;50]", "?", "bracket-open" },
	{ NULL, "[19 22", "?", "bracket-open" },
	{ NULL, "19/22 43 50", "?", NULL },
	{ NULL, "19/22/43/50", "?", "slash-unclear" },
	{ NULL, "1/2 3/4", "?", "rows-unequal" },
	{ NULL, "19 ; 22,\n43 ; 50", "?", "comma-and-other" },
	{ NULL, "\\alpha 19", "?", "latex-unknown", "\\alpha" },
	{ NULL, "\\begin{pmatrix} \\frac{19 & 22", "?", "latex-fraction" },
	{ NULL, "1 2 3 4 5 6 7 8 9 10 11 12 13 14 15 16 17 18 19 20 21", "?", "too-large" },
	{ NULL, "{'matrix': 'x'}", "?", "json-rows", NULL, true },
};

static const struct triple fractions[] = {
	{ FRACTIONS, "-2 1 / 3/2 -1/2", "20", "" },
	{ NULL, "-2 1 / 1,5 -0,5", "20", "" },
	{ NULL, "-2 1 / 1.5 -.5", "20", "" },
	{ NULL, "−2 ; 1\n3/2 ; −1/2", "20", "" },
	{ NULL, "[[-2;1];[1,5;-0,5]]", "20", "" },
	{ NULL, "[[-2;1];[(3)/(2);-(1/2)]]", "20", "" },
	{ NULL, "A^-1 = -2 1 / 3/2 -1/2", "20", "" },
	{ NULL, "A^{-1} = \\begin{pmatrix} -2 & 1 \\\\ \\frac{3}{2} & -\\dfrac12 \\end{pmatrix}", "20", "" },
	{ NULL, "\\begin{pmatrix}-2&1\\\\1{,}5&-0{,}5\\end{pmatrix}", "20", "" },
	{ NULL, "-2 1 / ½ 3", "10", "inverse-check" },
	{ NULL, "[['-2','1'],['3/2','-0,5']]", "20", "", NULL, true },
	/* A comma is never a separator here, nor a slash with a blank at one side only the end of a row. */
	{ NULL, "[[-2,1],[1.5,-0.5]]", "?", NULL },
	{ NULL, "-2, 1 / 1.5, -0.5", "?", "comma-decimal" },
	{ NULL, "-2,1 / 1,-1", "?", NULL },
	{ NULL, "2,1 / 1,1", "?", "comma-decimal" },
	{ NULL, "[[2,1],[1,5]]", "?", "comma-decimal" },
	{ NULL, "-2 1/ 3 4", "?", "slash-unclear" },
	{ NULL, "-2 1 /3 4", "?", "slash-unclear" },
	{ NULL, "1/0 2 / 3 4", "?", "number-zero-below" },
	{ NULL, "-2 1 / 3/2", "?", "rows-unequal" },
};

/* Blank cells of sums, modulo n, and where nothing shows how a cell comes about. */
static const struct triple blanks[] = {
	{ "'given': {'A': [[1, 2]], 'B': [[3, '-4']]}, 'ask': 'A + B'", ". -2", "10", "cell-sum-blank", "1 + 3 = 4" },
	{ NULL, "4 .", "10", "cell-sum-blank", "2 + (−4) = −2" },
	{ NULL, "1 .", "0", "cell-sum" },
	{ "'given': {'A': [[1, 2]], 'B': [[3, '-4']]}, 'ask': '3*A'", ". 6", "10", "cell-sum-blank", "3×1 = 3" },
	{ "'given': {'A': [[5, 6], [1, 2]]}, 'ask': 'A^2', 'mod': 7", ". 0 / 0 3", "15", "cell-modulo-blank",
		"5×5 + 6×1 = 31, soit 3 modulo 7" },
	{ NULL, "3 . / 0 3", "15", "cell-modulo-blank", "= 42, soit 0 modulo 7" },
	{ NULL, "3 0 / . 3", "15", "cell-modulo-blank" },
	{ "'given': {'A': [[5, 6], [1, 2]]}, 'ask': 'transpose(A)'", ". 1 / 6 2", "15", "cell-value-blank" },
	{ NULL, "5 . / 6 2", "15", "cell-value-blank", "Ligne 1, colonne 2\u00a0: 1 est attendu" },
	{ NULL, "5 1 / . 2", "15", "cell-value-blank" },
	{ "'given': {'A': [[1, 2], [3, 4]]}, 'ask': '2*A'", "-2 4 / -6 8", "10", "signs-some", "2 signes" },
};

/* Digits glued together where 0 and 1 are expected. */
static const struct triple glued[] = {
	{ "'given': {'M': [[0,1,1],[0,0,1],[1,0,0]]}, 'ask': 'bool_power(M, 2)'", "101\n100\n011", "20", "" },
	{ NULL, "101/100/011", "20", "" },
	{ NULL, "101 100 011", "0", "size-wrong" },
	{ NULL, "101\n100\n01", "0", NULL },
};

#define SYSTEM "'system': {'A': [[2, 1], [1, -1]], 'b': [5, '1']}"
static const struct triple systems[] = {
	{ SYSTEM, "x = 2 ; y = 1", "20", "" },
	{ NULL, "x=2, y=1", "20", "" },
	{ NULL, "y = 1 et x = 2", "20", "" },
	{ NULL, "{x = 2\ny = 1}", "20", "" },
	{ NULL, "(2 ; 1)", "20", "" },
	{ NULL, "2 1", "20", "" },
	{ NULL, "2\n1", "20", "" },
	{ NULL, "[[2];[1]]", "20", "" },
	{ NULL, "\\begin{pmatrix}2\\\\1\\end{pmatrix}", "20", "" },
	{ NULL, "{'x': '2', 'y': 1}", "20", "", NULL, true },
	{ NULL, "['2', '1']", "20", "", NULL, true },
	{ NULL, "[['2'], ['1']]", "20", "", NULL, true },
	{ NULL, "", "-", NULL },
	{ NULL, "x = ? ; y = ?", "-", NULL },
	{ NULL, "x = 2", "10", "value-missing" },
	{ NULL, "x = 2 ; y = ?", "10", "value-missing" },
	{ NULL, "{'y': '1'}", "10", "value-missing", NULL, true },
	{ NULL, "x = 2 ; y = 3", "10", "equation-unsolved",
		"Équation 1\u00a0: avec vos valeurs, 2×2 + 1×3 = 7, au lieu de 5" },
	{ NULL, "x = 3 ; y = -1", "0", "equation-unsolved",
		"Équation 2\u00a0: avec vos valeurs, 1×3 + (−1)×(−1) = 4, au lieu de 1" },
	{ NULL, "x = 0,5 ; y = 4", "0", "equation-unsolved", "Équation 2" },
	{ NULL, "x = 1 ; y = 2", "0", "system-exchanged" },
	{ NULL, "x = -2 ; y = -1", "0", "system-signs" },
	{ NULL, "x = 5 ; y = 1", "2", "system-copied" },
	{ NULL, "x = 11 ; y = 4", "0", "system-multiplied" },
	{ NULL, "x = -6 ; y = -3", "0", "system-no-factor" },
	{ NULL, "x = 1 ; y = 1", "2", "equation-unsolved" },
	{ NULL, "x = 0 ; y = 0", "0", "equation-unsolved" },
	{ NULL, "pas de solution", "0", "system-has-one" },
	{ NULL, "aucune solution", "0", "system-has-one" },
	{ NULL, "une infinité de solutions", "0", "system-has-one" },
	{ NULL, "x = 2 ; z = 1", "?", "unknown-expected", "x = 1 ; y = 2" },
	{ NULL, "{'t': '1'}", "?", "unknown-expected", NULL, true },
	{ NULL, "x 2", "?", NULL },
	{ NULL, "y == 2", "?", NULL },
	{ NULL, "x = 2 ; =", "?", "unknown-expected" },
	{ NULL, "2 1 3", "?", "unknowns-expected", "2 valeurs" },
	{ NULL, "[2]", "?", "unknowns-expected", NULL, true },
	{ NULL, "1 2 / 3 4", "?", "unknowns-expected" },
	{ "'system': {'A': [[3, 1], [2, 1]], 'b': [[5], [4]], 'unknowns': ['a_1', 'a_2']}", "a1 = 1 ; a₂ = 2", "20",
		"" },
	{ NULL, "1 2", "20", "" },
	{ NULL, "a_1 = 2 ; a_2 = 1", "0", "system-exchanged" },
	{ NULL, "a1 = -1 ; a2 = -2", "0", "system-signs" },
	{ NULL, "a1 = 5 ; a2 = 4", "0", "system-copied" },
	{ NULL, "a1 = 19 ; a2 = 14", "0", "system-multiplied" },
	{ NULL, "a1 = -3 ; a2 = 7", "0", "system-transposed" },
	{ "'system': {'A': [[1, 2, 0], [0, 1, 1], [2, 0, 1]], 'b': [5, 5, 5]}", "1 2 3", "20", "" },
	{ NULL, "2 1 3", "20/3", "system-exchanged" },
	{ NULL, "-1 -2 -3", "0", "system-signs" },
	{ NULL, "5 5 5", "0", "system-copied" },
	{ NULL, "15 10 15", "0", "system-multiplied" },
	{ NULL, "5 10 15", "0", "system-no-factor" },
	{ NULL, "1 3 2", "20/3", "system-transposed" },
	{ NULL, "x = 1 ; z = 3", "40/3", "value-missing" },
	{ "'system': {'A': [[2, 1], [4, 3]], 'b': [1, 5]}", "-1 3", "20", "" },
	{ NULL, "-2 6", "0", "system-no-factor" },
	{ NULL, "-17/2 9/2", "0", "system-transposed" },
	{ "'system': {'A': [[1, 2], [2, 4]], 'b': [1, 3]}", "pas de solution", "20", "" },
	{ NULL, "S = ∅", "?", NULL },
	{ NULL, "∅", "20", "" },
	{ NULL, "Impossible", "20", "" },
	{ NULL, "no solution", "20", "" },
	{ NULL, "x = 1 ; y = 0", "0", "equation-unsolved", "Équation 2" },
	{ NULL, "x = 1", "0", "value-missing" },
	{ NULL, "une infinité", "0", "system-has-none" },
	{ "'system': {'A': [[1, 2], [2, 4]], 'b': [1, 2]}", "une infinité de solutions", "20", "" },
	{ NULL, "infinitely many", "20", "" },
	{ NULL, "pas de solution", "0", "system-has-many" },
	{ NULL, "x = 1 ; y = 0", "10", "system-others" },
	{ NULL, "x = 3 ; y = -1", "10", "system-others" },
	{ NULL, "x = 1/3 ; y = 1/3", "2", "system-others" },
	{ NULL, "x = 1 ; y = 1", "0", "equation-unsolved" },
	{ "'system': {'A': [[1, 1], [2, 2]], 'b': [1, 3]}", "une infinité", "0", "system-has-none" },
	{ "'system': {'A': [[1, 1], [0, 0]], 'b': [1, 3]}", "une infinité", "0", "system-has-none" },
	{ "'system': {'A': [[1, 1], [0, 0]], 'b': [1, 0]}", "aucune", "0", "system-has-many" },
	{ "'system': {'A': [[1, 1]], 'b': [4]}", "aucune", "0", "system-has-many" },
	/* Too long to be shown. */
	{ "'system': {'A': "
	  "[['"
	  "777777777777777777777777777777777777777777777777777777777777777777777777777777777777777777777777777777777777"
	  "7777777777777777777777777777777777777777777777777777', 1], [1, 0]], 'b': "
	  "['"
	  "777777777777777777777777777777777777777777777777777777777777777777777777777777777777777777777777777777777777"
	  "7777777777777777777777777777777777777777777777777778', 1]}",
		"1 "
		"333333333333333333333333333333333333333333333333333333333333333333333333333333333333333333333333333333"
		"3333333333333333333333333333333333333333333333333333333333",
		"10", "equation-fails", "l’équation 1" },
	{ NULL,
		"2 "
		"333333333333333333333333333333333333333333333333333333333333333333333333333333333333333333333333333333"
		"3333333333333333333333333333333333333333333333333333333333",
		"0", "equation-fails" },
	{ NULL,
		"1/3 "
		"333333333333333333333333333333333333333333333333333333333333333333333333333333333333333333333333333333"
		"3333333333333333333333333333333333333333333333333333333333",
		"0", "equation-fails" },
	/* More equations than unknowns. */
	{ "'system': {'A': [[1, 1], [1, -1], [2, 0]], 'b': [3, 1, 4]}", "2 1", "20", "" },
	{ NULL, "2 2", "2", "equation-unsolved" },
};

#define INVERSE    "'given': {'A': [[2,1],[7,4]], 'B': [[4,-1],[-7,2]]}, 'is_inverse': {'of': 'A', 'candidate': 'B'}"
#define NO_INVERSE "'given': {'A': [[2,1],[7,4]], 'B': [[4,-1],[-7,3]]}, 'is_inverse': {'of': 'A', 'candidate': 'B'}"
static const struct triple conclusions[] = {
	{ INVERSE, "oui : 1 0 / 0 1", "20", "" },
	{ NULL, "Oui\n1 0\n0 1", "20", "" },
	{ NULL, "1 0 / 0 1\noui.", "20", "" },
	{ NULL, "yes, [[1;0];[0;1]]", "20", "" },
	{ NULL, "{'answer': 'oui', 'product': [[1,0],[0,1]]}", "20", "", NULL, true },
	{ NULL, "{'answer': true, 'product': [['1','0'],['0','1']]}", "20", "", NULL, true },
	{ NULL, "", "-", NULL },
	{ NULL, "oui", "2", "product-missing" },
	{ NULL, "vrai", "2", "conclusion-alone" },
	{ NULL, "non", "0", "product-missing" },
	{ NULL, "{'answer': 'oui'}", "2", "product-missing", NULL, true },
	{ NULL, "1 0 / 0 1", "15", "conclusion-missing" },
	{ NULL, "[[1;0];[0;1]]", "15", "conclusion-missing" },
	{ NULL, "{'product': [[1,0],[0,1]]}", "15", "conclusion-missing", NULL, true },
	{ NULL, "non : 1 0 / 0 1", "15", "conclusion-against" },
	{ NULL, "faux : 1 0 / 0 1", "15", "conclusion-against" },
	{ NULL, "no : 1 0 / 0 1", "15", "conclusion-against" },
	{ NULL, "oui : 8 -1 / -49 8", "2", "termwise" },
	{ NULL, "non : 1 0 / 5 1", "12.5", "conclusion-follows" },
	{ NULL, "non : 1 0 / 5 1", "12.5", "cell-product", "7×4 + 4×(−7) = 0, vous avez 5" },
	{ NULL, "oui : 1 0 / 5 1", "9.5", "conclusion-alone" },
	{ NULL, "non : 0 0 / 0 0", "0", "conclusion-wrong" },
	{ NULL, "non : 2 1 / 7 4", "0", "conclusion-wrong" },
	{ NULL, "non : 3 3 / 3 3", "0", "conclusion-wrong" },
	{ NULL, "non : 1 0 0 / 0 1 0", "5", "size-wrong" },
	{ NULL, "oui : a", "?", NULL },
	{ NO_INVERSE, "non : 1 1 / 0 5", "20", "" },
	{ NULL, "non : 1 0 / 7 5", "20", "" },
	{ NULL, "oui : 1 1 / 0 5", "15", "conclusion-against" },
	{ NULL, "oui : 1 0 / 0 1", "2", "identity-hoped" },
	{ NULL, "1 0 / 0 1", "2", "identity-hoped" },
	{ NULL, "non : 1 0 / 0 1", "2", "identity-hoped" },
	{ NULL, "non", "2", "conclusion-alone" },
	{ NULL, "non : 1 1 / 0 4", "16.25", "conclusion-follows" },
	{ NULL, "non : 8 -1 / -49 12", "2", "termwise" },
	{ "'given': {'A': [[3,3],[2,5]], 'B': [[15,17],[20,9]]}, 'mod': 26, 'is_inverse': {'of': 'A', 'candidate': "
	  "'B'}",
		"oui : 1 0 / 0 1", "20", "" },
	{ NULL, "oui : 105 78 / 130 79", "9.5", "modulo-not-reduced" },
	{ NULL, "oui : 1 0 / 3 1", "9.5", "cell-modulo", "2×15 + 5×20 = 130, soit 0 modulo 26" },
	{ NULL, "non : 1 0 / 3 1", "12.5", "conclusion-follows" },
	{ NULL, "oui : 45 51 / 40 45", "2", "conclusion-alone" },
	{ NULL, "oui : 19 25 / 14 19", "2", "termwise" },
};

static const struct refusal refusals[] = {
	{ "'given': {'A': [[1]]}", "one-task", "/questions/0" },
	{ "'ask': 'A', 'system': {'A': [[1]], 'b': [1]}", "one-task", "/questions/0" },
	{ "'ask': 'A*B', 'given': {'A': [[1, 2]], 'B': [[1, 2]]}", "cannot-ask", "/questions/0/ask" },
	{ "'ask': 'A*', 'given': {'A': [[1, 2]]}", "cannot-ask", "/questions/0/ask" },
	{ "'ask': 'A^-1', 'given': {'A': [[1, 2], [2, 4]]}", "cannot-ask", "/questions/0/ask" },
	{ "'ask': 'A^-1', 'mod': 26, 'given': {'A': [[2, 0], [0, 1]]}", "cannot-ask", "/questions/0/ask" },
	{ "'ask': 'det(A)', 'given': {'A': [[1, 2], [2, 4]]}", "not-a-matrix", "/questions/0/ask" },
	{ "'ask': 'A', 'given': {'A': [[1, 0.5]]}", "cannot-ask", "/questions/0/given/A" },
	{ "'ask': 'A', 'given': {'A': [[1, 2], [1]]}", "cannot-ask", "/questions/0/given/A" },
	{ "'ask': 'A', 'given': {'A': [[1]], 'b c': 3}", "bad-name", "/questions/0/given/b c" },
	{ "'ask': 'A', 'adjacency': true, 'given': {'A': [[1, 2], [1, 1]]}", "no-adjacency", "/questions/0/adjacency" },
	{ "'system': {'A': [[1]], 'b': [1]}, 'adjacency': true", "no-adjacency", "/questions/0/adjacency" },
	{ "'system': {'A': [[1]], 'b': [1]}, 'mod': 3", "no-mod-here", "/questions/0/mod" },
	{ "'system': {'A': [[1, 2]], 'b': [1, 2]}", "system-sizes", "/questions/0/system" },
	{ "'system': {'A': [[1, 2]], 'b': [1], 'unknowns': ['x']}", "unknowns-count", "/questions/0/system/unknowns" },
	{ "'system': {'A': [[1, 2]], 'b': [1], 'unknowns': ['x', 'y z']}", "bad-name", "/questions/0/system/unknowns" },
	{ "'system': {'A': [[1]], 'b': 'c'}", "cannot-ask", "/questions/0/system/b" },
	{ "'system': {'A': [[1,1,1,1,1,1,1,1,1,1,1]], 'b': [1]}", "system-too-large", "/questions/0/system" },
	{ "'given': {'A': [[1, 2]]}, 'is_inverse': {'of': 'A', 'candidate': 'A'}", "inverse-sizes",
		"/questions/0/is_inverse" },
	{ "'given': {'A': [['1/2']]}, 'mod': 5, 'is_inverse': {'of': 'A', 'candidate': 'A'}", "modulo-whole",
		"/questions/0/is_inverse" },
	{ "'ask': '@p', 'given': {'A': [[1]]}", "follow-unknown", "/questions/0" },
	{ "'system': {'A': [[1]], 'b': [1]}, 'carry': {}", "follow-nothing", "/questions/0/carry" },
	{ "'ask': 'A', 'given': {'A': [[1]]}, 'mod': 1", "out-of-range", "/questions/0/mod" },
};

static void test_whole(void **state)
{
	RUN(whole);
}

static void test_fractions(void **state)
{
	RUN(fractions);
}

static void test_blanks(void **state)
{
	RUN(blanks);
}

static void test_glued(void **state)
{
	RUN(glued);
}

static void test_systems(void **state)
{
	RUN(systems);
}

static void test_conclusions(void **state)
{
	RUN(conclusions);
}

static void test_refusals(void **state)
{
	refusals_run(&matrix_kind, refusals, sizeof(refusals) / sizeof(refusals[0]));
}

static void test_messages(void **state)
{
	message_table_check(&matrix_messages);
	message_table_check_spaces(&matrix_messages);
	message_table_check(&matrix_author_messages);
	message_table_check_spaces(&matrix_author_messages);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_whole),
		cmocka_unit_test(test_fractions),
		cmocka_unit_test(test_blanks),
		cmocka_unit_test(test_glued),
		cmocka_unit_test(test_systems),
		cmocka_unit_test(test_conclusions),
		cmocka_unit_test(test_refusals),
		cmocka_unit_test(test_messages),
	};

	return cmocka_run_group_tests_name("matrix/reading", tests, NULL, NULL);
}
