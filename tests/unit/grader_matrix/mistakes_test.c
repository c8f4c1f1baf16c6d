/*
 * Each known mistake on matrices, at least three times: the question, the answer that it makes, what that is worth and what
 * must be said. The points are shares of cells, worked out by hand or by another program.
 */
#include "../triples/triples.h"
#include "grader_matrix/grader_matrix.h"

#define RUN(rows) triples_run(&matrix_kind, rows, sizeof(rows) / sizeof(rows[0]))

static const struct triple products_rows[] = {
	{ "'given': {'A': [['1', '2'], ['3', '4']], 'B': [['0', '5'], ['-1', '2']]}, 'ask': 'A*B'", "15 20 / 5 6", "0",
		"other-order" },
	{ NULL, "0 10 / -3 8", "0", "termwise" },
	{ NULL, "1 7 / 2 6", "0", "sum-for-product" },
	{ NULL, "-3 11 / -4 18", "5", "left-transposed" },
	{ NULL, "10 3 / 20 5", "0", "right-transposed" },
	{ NULL, "-2 -4 / 9 23", "10", "transposed" },
	{ NULL, "2 -9 / 4 -23", "0", "signs-flipped" },
	{ NULL, "1 2 / 3 4", "0", "factor-left-out" },
	{ NULL, "-4 23 / -2 9", "0", "rows-exchanged" },
	{ NULL, "9 -2 / 23 -4", "0", "columns-exchanged" },
	{ NULL, "-1 9/2 / -2 23/2", "0", "factor" },
	{ NULL, "2 9 / -4 -23", "10", "signs-some" },
	{ "'given': {'A': [['2', '-1', '3'], ['0', '1', '4'], ['5', '2', '-2']], 'B': [['1', '1', '0'], ['2', '0', "
	  "'1'], ['0', '3', '1']]}, 'ask': 'A*B'",
		"2 0 7 / 9 0 4 / 5 5 10", "0", "other-order" },
	{ NULL, "2 -1 0 / 0 0 4 / 0 6 -2", "0", "termwise" },
	{ NULL, "3 0 3 / 2 1 5 / 5 5 -1", "40/9", "sum-for-product" },
	{ NULL, "2 17 5 / 1 5 3 / 11 -3 2", "0", "left-transposed" },
	{ NULL, "1 7 0 / 1 4 7 / 7 8 4", "0", "right-transposed" },
	{ NULL, "0 2 9 / 11 12 -1 / 2 5 0", "20/3", "transposed" },
	{ NULL, "0 -11 -2 / -2 -12 -5 / -9 1 0", "40/9", "signs-flipped" },
	{ NULL, "2 -1 3 / 0 1 4 / 5 2 -2", "0", "factor-left-out" },
	{ NULL, "2 12 5 / 0 11 2 / 9 -1 0", "20/3", "rows-exchanged" },
	{ NULL, "11 0 2 / 12 2 5 / -1 9 0", "20/3", "columns-exchanged" },
	{ NULL, "0 11/2 1 / 1 6 5/2 / 9/2 -1/2 0", "40/9", "factor" },
	{ "'given': {'A': [['2', '0'], ['1', '3']], 'B': [['1', '-1'], ['4', '2']]}, 'ask': 'A*B'", "1 -3 / 10 6", "0",
		"other-order" },
	{ NULL, "2 0 / 4 6", "5", "termwise" },
	{ NULL, "3 -1 / 5 5", "5", "sum-for-product" },
	{ NULL, "6 0 / 12 6", "0", "left-transposed" },
	{ NULL, "2 8 / -2 10", "5", "right-transposed" },
	{ NULL, "2 13 / -2 5", "10", "transposed" },
	{ NULL, "-2 2 / -13 -5", "0", "signs-flipped" },
	{ NULL, "2 0 / 1 3", "2", "factor-left-out" },
	{ NULL, "13 5 / 2 -2", "0", "rows-exchanged" },
	{ NULL, "-2 2 / 5 13", "0", "columns-exchanged" },
	{ NULL, "1 -1 / 13/2 5/2", "0", "factor" },
	{ NULL, "-2 -2 / 13 -5", "10", "signs-some" },
	{ "'given': {'A': [['1', '2', '3'], ['4', '5', '6']], 'B': [['1', '0'], ['2', '-1'], ['0', '3']]}, 'ask': "
	  "'A*B'",
		"1 2 3 / -2 -1 0 / 12 15 18", "0", "other-order" },
	{ NULL, "1 2 3 / -2 -1 0 / 12 15 18", "0", "size-wrong" },
	{ NULL, "5 7", "10", "size-wrong" },
	{ NULL, "5 7 1 / 14 13 1", "10", "size-wrong", "2 lignes et 3 colonnes" },
	{ NULL, "5 7 / 14 14", "15", "cell-product", "vous avez" },
	{ "'given': {'A': [['2', '-1', '3'], ['0', '1', '4'], ['5', '2', '-2']], 'B': [['1', '1', '0'], ['2', '0', "
	  "'1'], ['0', '3', '1']]}, 'ask': 'A*B'",
		"2 0 11 / 5 2 12 / 0 9 -1", "0", "columns-shifted" },
	{ NULL, "2 12 5 / 9 -1 0 / 0 11 2", "0", "rows-shifted" },
	{ NULL, "11 2 0 / 2 12 5 / 9 -1 0", "40/3", "row-shifted", "ligne 1" },
	{ NULL, "2 11 2 / 9 12 5 / 0 -1 0", "40/3", "column-shifted", "colonne 1" },
	{ NULL, "0 11 2 / 12 5 2 / 9 -1 0", "40/3", "row-shifted", "ligne 2" },
	{ NULL, "0 12 2 / 2 -1 5 / 9 11 0", "40/3", "column-shifted", "colonne 2" },
	{ NULL, "0 11 2 / 2 12 5 / -1 0 9", "40/3", "row-shifted", "ligne 3" },
	{ NULL, "0 11 5 / 2 12 0 / 9 -1 2", "40/3", "column-shifted", "colonne 3" },
	{ "'given': {'A': [['1', '1', '0'], ['2', '0', '1'], ['0', '3', '1']]}, 'ask': 'A^2'", "2 5 1 / 6 3 4 / 3 1 1",
		"20/9", "rows-shifted" },
	{ NULL, "1 3 1 / 1 2 5 / 4 6 3", "20/9", "columns-shifted" },
	{ "'given': {'A': [['1', '2', '0'], ['0', '1', '3'], ['2', '0', '1']]}, 'ask': 'A^2'", "6 1 6 / 4 4 1 / 1 4 6",
		"40/9", "rows-shifted" },
	{ NULL, "6 1 4 / 6 6 1 / 1 4 4", "40/9", "columns-shifted" },
};

static const struct triple sums_rows[] = {
	{ "'given': {'A': [['1', '2'], ['3', '4']], 'B': [['0', '5'], ['-1', '2']]}, 'ask': 'A + B'", "1 -3 / 4 2", "5",
		"difference-for-sum" },
	{ NULL, "0 5 / -1 2", "0", "term-left-out", ": A" },
	{ NULL, "-2 9 / -4 23", "0", "product-for-sum" },
	{ "'given': {'A': [['1', '2'], ['3', '4']], 'B': [['0', '5'], ['-1', '2']]}, 'ask': 'A - B'", "1 7 / 2 6", "5",
		"sum-for-difference" },
	{ NULL, "-1 3 / -4 -2", "0", "signs-flipped" },
	{ "'given': {'A': [['1', '2'], ['3', '4']], 'B': [['0', '5'], ['-1', '2']]}, 'ask': '2*A - B'", "1 -3 / 4 2",
		"0", "scalar-forgotten" },
	{ NULL, "2 9 / 5 10", "5", "sum-for-difference" },
	{ NULL, "2 -1 / 7 7", "15", "cell-sum" },
	{ "'given': {'A': [['1', '2'], ['3', '4']], 'B': [['0', '5'], ['-1', '2']]}, 'ask': 'A + -(2*B)'", "1 12 / 1 8",
		"5", "sign-forgotten" },
	{ "'given': {'A': [['1', '2'], ['3', '4']], 'B': [['0', '5'], ['-1', '2']]}, 'ask': 'A/2 + B'", "2 9 / 5 10",
		"0", "multiplied-for-divided" },
	{ "'given': {'A': [['1', '2'], ['3', '4']], 'B': [['0', '5'], ['-1', '2']]}, 'ask': '(A - B) + 3*B'",
		"-1 18 / -7 4", "0", "difference-order" },
	{ "'given': {'A': [['1', '2'], ['3', '4']], 'B': [['0', '5'], ['-1', '2']]}, 'ask': 'transpose(A) + "
	  "transpose(B)'",
		"1 1 / 8 6", "10", "transpose-forgotten" },
	{ "'given': {'A': [['2', '1', '0'], ['1', '3', '-1']], 'B': [['1', '1', '1'], ['0', '-2', '5']]}, 'ask': 'A + "
	  "B'",
		"1 0 -1 / 1 5 -6", "10/3", "difference-for-sum" },
	{ NULL, "1 1 1 / 0 -2 5", "2", "term-left-out", ": A" },
	{ "'given': {'A': [['2', '1', '0'], ['1', '3', '-1']], 'B': [['1', '1', '1'], ['0', '-2', '5']]}, 'ask': 'A - "
	  "B'",
		"3 2 1 / 1 1 4", "10/3", "sum-for-difference" },
	{ NULL, "-1 0 1 / -1 -5 6", "10/3", "signs-flipped" },
	{ "'given': {'A': [['2', '1', '0'], ['1', '3', '-1']], 'B': [['1', '1', '1'], ['0', '-2', '5']]}, 'ask': '2*A "
	  "- B'",
		"1 0 -1 / 1 5 -6", "10/3", "scalar-forgotten" },
	{ NULL, "5 3 1 / 2 4 3", "10/3", "sum-for-difference" },
	{ NULL, "3 1 -1 / 2 9 -7", "50/3", "cell-sum" },
	{ "'given': {'A': [['2', '1', '0'], ['1', '3', '-1']], 'B': [['1', '1', '1'], ['0', '-2', '5']]}, 'ask': 'A + "
	  "-(2*B)'",
		"4 3 2 / 1 -1 9", "10/3", "sign-forgotten" },
	{ "'given': {'A': [['2', '1', '0'], ['1', '3', '-1']], 'B': [['1', '1', '1'], ['0', '-2', '5']]}, 'ask': 'A/2 "
	  "+ B'",
		"5 3 1 / 2 4 3", "10/3", "multiplied-for-divided" },
	{ "'given': {'A': [['2', '1', '0'], ['1', '3', '-1']], 'B': [['1', '1', '1'], ['0', '-2', '5']]}, 'ask': '(A - "
	  "B) + 3*B'",
		"2 3 4 / -1 -11 21", "10/3", "difference-order" },
	{ "'given': {'A': [['2', '1', '0'], ['1', '3', '-1']], 'B': [['1', '1', '1'], ['0', '-2', '5']]}, 'ask': "
	  "'transpose(A) + transpose(B)'",
		"3 2 1 / 1 1 4", "20/3", "transposed" },
	{ "'given': {'A': [['2', '-1', '3'], ['0', '1', '4'], ['5', '2', '-2']], 'B': [['1', '1', '0'], ['2', '0', "
	  "'1'], ['0', '3', '1']]}, 'ask': 'A + B'",
		"1 -2 3 / -2 1 3 / 5 -1 -3", "20/3", "difference-for-sum" },
	{ NULL, "1 1 0 / 2 0 1 / 0 3 1", "2", "term-left-out", ": A" },
	{ NULL, "0 11 2 / 2 12 5 / 9 -1 0", "40/9", "product-for-sum" },
	{ "'given': {'A': [['2', '-1', '3'], ['0', '1', '4'], ['5', '2', '-2']], 'B': [['1', '1', '0'], ['2', '0', "
	  "'1'], ['0', '3', '1']]}, 'ask': 'A - B'",
		"3 0 3 / 2 1 5 / 5 5 -1", "20/3", "sum-for-difference" },
	{ NULL, "-1 2 -3 / 2 -1 -3 / -5 1 3", "0", "signs-flipped" },
	{ "'given': {'A': [['2', '-1', '3'], ['0', '1', '4'], ['5', '2', '-2']], 'B': [['1', '1', '0'], ['2', '0', "
	  "'1'], ['0', '3', '1']]}, 'ask': '2*A - B'",
		"1 -2 3 / -2 1 3 / 5 -1 -3", "20/9", "scalar-forgotten" },
	{ NULL, "5 -1 6 / 2 2 9 / 10 7 -3", "20/3", "sum-for-difference" },
	{ NULL, "3 -3 6 / -2 3 7 / 10 1 -5", "160/9", "cell-sum" },
	{ "'given': {'A': [['2', '-1', '3'], ['0', '1', '4'], ['5', '2', '-2']], 'B': [['1', '1', '0'], ['2', '0', "
	  "'1'], ['0', '3', '1']]}, 'ask': 'A + -(2*B)'",
		"4 1 3 / 4 1 6 / 5 8 0", "20/3", "sign-forgotten" },
	{ "'given': {'A': [['2', '-1', '3'], ['0', '1', '4'], ['5', '2', '-2']], 'B': [['1', '1', '0'], ['2', '0', "
	  "'1'], ['0', '3', '1']]}, 'ask': 'A/2 + B'",
		"5 -1 6 / 2 2 9 / 10 7 -3", "20/9", "multiplied-for-divided" },
	{ "'given': {'A': [['2', '-1', '3'], ['0', '1', '4'], ['5', '2', '-2']], 'B': [['1', '1', '0'], ['2', '0', "
	  "'1'], ['0', '3', '1']]}, 'ask': '(A - B) + 3*B'",
		"2 5 -3 / 8 -1 0 / -5 10 6", "0", "difference-order" },
	{ "'given': {'A': [['2', '-1', '3'], ['0', '1', '4'], ['5', '2', '-2']], 'B': [['1', '1', '0'], ['2', '0', "
	  "'1'], ['0', '3', '1']]}, 'ask': 'transpose(A) + transpose(B)'",
		"3 1 3 / 1 1 7 / 5 3 -1", "20/3", "transpose-forgotten" },
	{ "'given': {'A': [['1', '2'], ['3', '4']], 'B': [['0', '5'], ['-1', '2']]}, 'ask': 'transpose(A)*B'",
		"-2 9 / -4 23", "5", "transpose-forgotten" },
};

static const struct triple powers_rows[] = {
	{ "'given': {'M': [['1', '1'], ['0', '2']]}, 'ask': 'M^3'", "1 3 / 0 4", "10", "power-before" },
	{ NULL, "1 15 / 0 16", "10", "power-after" },
	{ NULL, "1 1 / 0 8", "15", "power-termwise" },
	{ NULL, "3 3 / 0 6", "5", "power-multiple" },
	{ NULL, "1 1 / 0 1", "10", "boolean-for-integer" },
	{ NULL, "1 1 / 0 2", "2", "copied" },
	{ NULL, "1 14 / 0 8", "15", "cell-product" },
	{ "'given': {'M': [['0', '1', '1'], ['1', '0', '2'], ['0', '1', '0']]}, 'ask': 'M^3'", "1 1 2 / 0 3 1 / 1 0 2",
		"20/9", "power-before" },
	{ NULL, "3 4 7 / 1 9 5 / 3 1 6", "0", "power-after" },
	{ NULL, "0 1 1 / 1 0 8 / 0 1 0", "20/9", "power-termwise" },
	{ NULL, "0 3 3 / 3 0 6 / 0 3 0", "40/3", "power-multiple" },
	{ NULL, "1 1 1 / 1 1 1 / 0 1 1", "80/9", "boolean-for-integer" },
	{ NULL, "0 1 1 / 1 0 2 / 0 1 0", "2", "copied" },
	{ NULL, "1 10 3 / 3 1 6 / 0 3 1", "160/9", "cell-product" },
	{ "'given': {'M': [['2', '-1'], ['1', '3']]}, 'ask': 'M^3'", "3 -5 / 5 8", "0", "power-before" },
	{ NULL, "-16 -55 / 55 39", "0", "power-after" },
	{ NULL, "8 -1 / 1 27", "0", "power-termwise" },
	{ NULL, "6 -3 / 3 9", "0", "power-multiple" },
	{ NULL, "1 1 / 1 1", "2", "boolean-for-integer" },
	{ NULL, "2 -1 / 1 3", "0", "copied" },
	{ NULL, "1 -11 / 18 19", "15", "cell-product" },
};

static const struct triple inverses_rows[] = {
	{ "'given': {'A': [['2', '1'], ['7', '4']]}, 'ask': 'A^-1'", "4 1 / 7 2", "10", "inverse-signs" },
	{ NULL, "2 -1 / -7 4", "10", "inverse-diagonal" },
	{ NULL, "2 1 / 7 4", "0", "inverse-forgotten" },
	{ NULL, "2 7 / 1 4", "0", "inverse-transposed" },
	{ NULL, "1/2 1 / 1/7 1/4", "0", "inverse-termwise" },
	{ NULL, "4 -1 / -6 2", "15", "inverse-check", "au lieu de" },
	{ "'given': {'A': [['2', '1'], ['7', '4']]}, 'ask': 'A^-2'", "11 6 / 42 23", "0", "exponent-sign" },
	{ NULL, "4 -1 / -7 2", "0", "power-before" },
	{ "'given': {'A': [['3', '1'], ['4', '2']]}, 'ask': 'A^-1'", "2 -1 / -4 3", "0", "inverse-no-factor" },
	{ "'given': {'A': [['3', '1'], ['4', '2']]}, 'ask': 'inverse(A)'", "4 -2 / -8 6", "0", "inverse-times-factor" },
	{ "'given': {'A': [['3', '1'], ['4', '2']]}, 'ask': 'A^-1'", "1 1/2 / 2 3/2", "10", "inverse-signs" },
	{ NULL, "3/2 -1/2 / -2 1", "10", "inverse-diagonal" },
	{ NULL, "3 1 / 4 2", "0", "inverse-forgotten" },
	{ NULL, "3 4 / 1 2", "0", "inverse-transposed" },
	{ NULL, "1/3 1 / 1/4 1/2", "0", "inverse-termwise" },
	{ NULL, "1 -1/2 / -1 3/2", "15", "inverse-check", "au lieu de" },
	{ "'given': {'A': [['3', '1'], ['4', '2']]}, 'ask': 'A^-2'", "13 5 / 20 8", "0", "exponent-sign" },
	{ NULL, "1 -1/2 / -2 3/2", "0", "power-before" },
	{ "'given': {'A': [['1', '2'], ['3', '4']]}, 'ask': 'A^-1'", "4 -2 / -3 1", "0", "inverse-no-factor" },
	{ "'given': {'A': [['1', '2'], ['3', '4']]}, 'ask': 'inverse(A)'", "-8 4 / 6 -2", "0", "inverse-times-factor" },
	{ "'given': {'A': [['1', '2'], ['3', '4']]}, 'ask': 'A^-1'", "-2 -1 / -3/2 -1/2", "10", "inverse-signs" },
	{ NULL, "-1/2 1 / 3/2 -2", "10", "inverse-diagonal" },
	{ NULL, "1 2 / 3 4", "0", "inverse-forgotten" },
	{ NULL, "1 3 / 2 4", "0", "inverse-transposed" },
	{ NULL, "1 1/2 / 1/3 1/4", "0", "inverse-termwise" },
	{ NULL, "-2 1 / 5/2 -1/2", "15", "inverse-check", "au lieu de" },
	{ "'given': {'A': [['1', '2'], ['3', '4']]}, 'ask': 'A^-2'", "7 10 / 15 22", "0", "exponent-sign" },
	{ NULL, "-2 1 / 3/2 -1/2", "0", "power-before" },
	{ "'given': {'A': [['5', '2'], ['1', '1']]}, 'ask': 'A^-1'", "1 -2 / -1 5", "0", "inverse-no-factor" },
	{ NULL, "3 -6 / -3 15", "0", "inverse-times-factor" },
};

static const struct triple modulo_rows[] = {
	{ "'given': {'A': [['3', '3'], ['2', '5']]}, 'ask': 'A^-1', 'mod': 26", "5 23 / 24 3", "0",
		"inverse-no-factor" },
	{ NULL, "19 25 / 8 1", "0", "inverse-times-factor" },
	{ NULL, "5/9 -1/3 / -2/9 1/3", "0", "inverse-rational" },
	{ NULL, "15 9 / 6 9", "10", "inverse-signs" },
	{ NULL, "9 17 / 20 15", "10", "inverse-diagonal" },
	{ NULL, "3 3 / 2 5", "0", "inverse-forgotten" },
	{ NULL, "15 18 / 20 9", "15", "inverse-check-mod" },
	{ "'given': {'A': [['3', '3'], ['2', '5']]}, 'ask': 'A^2', 'mod': 26", "15 24 / 16 31", "17.5",
		"modulo-not-reduced" },
	{ NULL, "15 24 / 16 6", "15", "cell-modulo" },
	{ "'given': {'A': [['3', '3'], ['2', '5']]}, 'ask': '2*mod(A, 3) + 3*A'", "15 15 / 10 25", "5", "not-reduced" },
	{ "'given': {'A': [['7', '8'], ['11', '11']]}, 'ask': 'A^-1', 'mod': 26", "11 18 / 15 7", "0",
		"inverse-no-factor" },
	{ NULL, "9 10 / 17 1", "0", "inverse-times-factor" },
	{ NULL, "-1 8/11 / 1 -7/11", "7.5", "inverse-rational" },
	{ NULL, "25 4 / 25 23", "10", "inverse-signs" },
	{ NULL, "23 22 / 1 25", "10", "inverse-diagonal" },
	{ NULL, "7 8 / 11 11", "0", "inverse-forgotten" },
	{ NULL, "25 23 / 1 23", "15", "inverse-check-mod" },
	{ "'given': {'A': [['7', '8'], ['11', '11']]}, 'ask': 'A^2', 'mod': 26", "137 144 / 198 209", "10",
		"modulo-not-reduced" },
	{ NULL, "7 14 / 16 2", "15", "cell-modulo" },
	{ "'given': {'A': [['7', '8'], ['11', '11']]}, 'ask': '2*mod(A, 3) + 3*A'", "35 40 / 55 55", "0",
		"not-reduced" },
	{ "'given': {'A': [['2', '3'], ['1', '4']]}, 'ask': 'A^-1', 'mod': 7", "4 4 / 6 2", "0", "inverse-no-factor" },
	{ NULL, "6 6 / 2 3", "0", "inverse-times-factor" },
	{ NULL, "4/5 -3/5 / -1/5 2/5", "0", "inverse-rational" },
	{ NULL, "5 2 / 3 6", "10", "inverse-signs" },
	{ NULL, "6 5 / 4 5", "10", "inverse-diagonal" },
	{ NULL, "2 3 / 1 4", "0", "inverse-forgotten" },
	{ NULL, "5 6 / 4 6", "15", "inverse-check-mod" },
	{ "'given': {'A': [['2', '3'], ['1', '4']]}, 'ask': 'A^2', 'mod': 7", "7 18 / 6 19", "12.5",
		"modulo-not-reduced" },
	{ NULL, "0 4 / 6 6", "15", "cell-modulo" },
	{ "'given': {'A': [['2', '3'], ['1', '4']]}, 'ask': '2*mod(A, 3) + 3*A'", "10 15 / 5 20", "10", "not-reduced" },
	{ "'given': {'A': [['3', '1'], ['2', '5']]}, 'ask': 'A^-1', 'mod': 17", "14 4 / 8 5", "0",
		"inverse-times-factor" },
};

static const struct triple boolean_rows[] = {
	{ "'given': {'M': [['0', '1', '1', '0', '0'], ['0', '0', '0', '1', '0'], ['0', '1', '0', '0', '1'], ['1', '0', "
	  "'0', '0', '1'], ['0', '0', '0', '1', '0']]}, 'ask': 'bool_power(M, 2)'",
		"0 1 0 1 1 / 1 0 0 0 1 / 0 0 0 2 0 / 0 1 1 1 0 / 1 0 0 0 1", "200/11", "integer-for-boolean" },
	{ "'given': {'M': [['0', '1', '1', '0', '0'], ['0', '0', '0', '1', '0'], ['0', '1', '0', '0', '1'], ['1', '0', "
	  "'0', '0', '1'], ['0', '0', '0', '1', '0']]}, 'ask': 'bool_power(M, 3)'",
		"0 1 0 1 1 / 1 0 0 0 1 / 0 0 0 1 0 / 0 1 1 1 0 / 1 0 0 0 1", "0", "power-before" },
	{ NULL, "1 1 1 1 1 / 1 1 0 1 1 / 0 1 1 1 0 / 1 1 1 1 1 / 1 1 0 1 1", "0", "power-after" },
	{ "'given': {'M': [['0', '1', '1', '0', '0'], ['0', '0', '0', '1', '0'], ['0', '1', '0', '0', '1'], ['1', '0', "
	  "'0', '0', '1'], ['0', '0', '0', '1', '0']]}, 'ask': 'bool_power(M, 2)'",
		"0 1 1 1 1 / 1 0 0 1 1 / 0 1 0 1 1 / 1 1 1 1 1 / 1 0 0 1 1", "80/11", "closure-for-power" },
	{ "'given': {'M': [['0', '1', '1', '0', '0'], ['0', '0', '0', '1', '0'], ['0', '1', '0', '0', '1'], ['1', '0', "
	  "'0', '0', '1'], ['0', '0', '0', '1', '0']]}, 'ask': 'bool_sum(bool_sum(M, bool_power(M, 2)), bool_power(M, "
	  "3))'",
		"0 1 1 1 1 / 1 0 0 1 1 / 0 1 0 1 1 / 1 1 1 1 1 / 1 0 0 1 1", "0", "term-left-out", "M[3]" },
	{ NULL, "1 2 1 3 2 / 1 1 1 2 1 / 2 1 0 2 3 / 2 2 1 2 3 / 1 1 1 2 1", "0", "integer-for-boolean" },
	{ "'given': {'M': [['0', '1', '1', '0', '0'], ['0', '0', '0', '1', '0'], ['0', '1', '0', '0', '1'], ['1', '0', "
	  "'0', '0', '1'], ['0', '0', '0', '1', '0']]}, 'ask': 'bool_sum(M, bool_power(M, 2))'",
		"1 1 1 1 1 / 1 1 0 1 1 / 0 1 1 1 1 / 1 1 1 1 1 / 1 0 0 1 1", "80/7", "reflexive-added" },
	{ "'given': {'M': [['0', '1', '1', '0', '0'], ['0', '0', '0', '1', '0'], ['0', '1', '0', '0', '1'], ['1', '0', "
	  "'0', '0', '1'], ['0', '0', '0', '1', '0']], 'N': [['0', '0', '0', '1', '0'], ['1', '0', '1', '0', '0'], "
	  "['1', '0', '0', '0', '0'], ['0', '1', '0', '0', '1'], ['0', '0', '1', '1', '0']]}, 'ask': 'bool_product(M, "
	  "N)'",
		"1 0 0 0 1 / 0 1 1 0 1 / 0 1 1 0 0 / 0 0 0 1 0 / 1 1 0 0 1", "60/11", "other-order" },
	{ NULL, "0 1 1 1 0 / 1 0 1 1 0 / 1 1 0 0 1 / 1 1 0 0 1 / 0 0 1 1 0", "0", "sum-for-product" },
	{ NULL, "0 0 1 0 0 / 0 0 0 0 1 / 1 0 0 1 0 / 0 0 1 0 0 / 0 1 0 0 0", "120/11", "reflexive-left-out" },
	{ "'given': {'M': [['0', '1', '1', '0', '0'], ['0', '0', '0', '1', '0'], ['0', '1', '0', '0', '1'], ['1', '0', "
	  "'0', '0', '1'], ['0', '0', '0', '1', '0']], 'N': [['1', '1', '1', '0', '0'], ['0', '1', '0', '1', '0'], "
	  "['0', '1', '1', '0', '1'], ['1', '0', '0', '1', '1'], ['0', '0', '0', '1', '1']]}, 'ask': 'bool_sum(M, N)'",
		"1 0 0 0 0 / 0 1 0 0 0 / 0 0 1 0 0 / 0 0 0 1 0 / 0 0 0 0 1", "2", "exclusive-sum" },
	{ NULL, "0 1 1 1 1 / 1 0 0 1 1 / 0 1 0 1 1 / 1 1 1 1 1 / 1 0 0 1 1", "5/3", "product-for-sum" },
	{ "'given': {'M': [['0', '1', '1', '0', '0'], ['0', '0', '0', '1', '0'], ['0', '1', '0', '0', '1'], ['1', '0', "
	  "'0', '0', '1'], ['0', '0', '0', '1', '0']], 'N': [['0', '1', '0', '1', '1'], ['1', '0', '0', '0', '1'], "
	  "['0', '0', '0', '1', '0'], ['0', '1', '1', '1', '0'], ['1', '0', '0', '0', '1']]}, 'ask': 'bool_product(M, "
	  "N)'",
		"0 1 0 0 0 / 0 0 0 0 0 / 0 0 0 0 0 / 0 0 0 0 0 / 0 0 0 0 0", "0", "termwise" },
	{ "'given': {'M': [['0', '1', '1', '0'], ['0', '0', '1', '1'], ['0', '0', '0', '1'], ['1', '0', '0', '0']]}, "
	  "'ask': 'bool_power(M, 2)'",
		"0 0 1 2 / 1 0 0 1 / 1 0 0 0 / 0 1 1 0", "120/7", "integer-for-boolean" },
	{ "'given': {'M': [['0', '1', '1', '0'], ['0', '0', '1', '1'], ['0', '0', '0', '1'], ['1', '0', '0', '0']]}, "
	  "'ask': 'bool_power(M, 3)'",
		"0 0 1 1 / 1 0 0 1 / 1 0 0 0 / 0 1 1 0", "0", "power-before" },
	{ NULL, "1 1 1 0 / 0 1 1 1 / 0 0 1 1 / 1 0 0 1", "0", "power-after" },
	{ "'given': {'M': [['0', '1', '1', '0'], ['0', '0', '1', '1'], ['0', '0', '0', '1'], ['1', '0', '0', '0']]}, "
	  "'ask': 'bool_power(M, 2)'",
		"0 1 1 1 / 1 0 1 1 / 1 0 0 1 / 1 1 1 0", "60/7", "closure-for-power" },
	{ "'given': {'M': [['0', '1', '1', '0'], ['0', '0', '1', '1'], ['0', '0', '0', '1'], ['1', '0', '0', '0']]}, "
	  "'ask': 'bool_sum(bool_sum(M, bool_power(M, 2)), bool_power(M, 3))'",
		"0 1 1 1 / 1 0 1 1 / 1 0 0 1 / 1 1 1 0", "0", "term-left-out", "M[3]" },
	{ NULL, "2 1 2 3 / 2 1 2 2 / 1 1 1 1 / 1 1 2 2", "0", "integer-for-boolean" },
	{ "'given': {'M': [['0', '1', '1', '0'], ['0', '0', '1', '1'], ['0', '0', '0', '1'], ['1', '0', '0', '0']]}, "
	  "'ask': 'bool_sum(M, bool_power(M, 2))'",
		"1 1 1 1 / 1 1 1 1 / 1 0 1 1 / 1 1 1 1", "4", "reflexive-added" },
	{ "'given': {'M': [['0', '1', '1', '0'], ['0', '0', '1', '1'], ['0', '0', '0', '1'], ['1', '0', '0', '0']], "
	  "'N': [['0', '0', '0', '1'], ['1', '0', '0', '0'], ['1', '1', '0', '0'], ['0', '1', '1', '0']]}, 'ask': "
	  "'bool_product(M, N)'",
		"1 0 0 0 / 0 1 1 0 / 0 1 1 1 / 0 0 1 1", "10", "other-order" },
	{ NULL, "0 1 1 1 / 1 0 1 1 / 1 1 0 1 / 1 1 1 0", "0", "sum-for-product" },
	{ NULL, "0 1 0 0 / 1 0 1 0 / 0 1 0 0 / 0 0 0 0", "10", "reflexive-left-out" },
	{ "'given': {'M': [['0', '1', '1', '0'], ['0', '0', '1', '1'], ['0', '0', '0', '1'], ['1', '0', '0', '0']], "
	  "'N': [['1', '1', '1', '0'], ['0', '1', '1', '1'], ['0', '0', '1', '1'], ['1', '0', '0', '1']]}, 'ask': "
	  "'bool_sum(M, N)'",
		"1 0 0 0 / 0 1 0 0 / 0 0 1 0 / 0 0 0 1", "0", "exclusive-sum" },
	{ NULL, "0 1 1 1 / 1 0 1 1 / 1 0 0 1 / 1 1 1 0", "0", "product-for-sum" },
	{ "'given': {'M': [['0', '1', '1', '0'], ['0', '0', '1', '1'], ['0', '0', '0', '1'], ['1', '0', '0', '0']], "
	  "'N': [['0', '0', '1', '1'], ['1', '0', '0', '1'], ['1', '0', '0', '0'], ['0', '1', '1', '0']]}, 'ask': "
	  "'bool_product(M, N)'",
		"0 0 1 0 / 0 0 0 1 / 0 0 0 0 / 0 0 0 0", "0", "termwise" },
	{ "'given': {'M': [['0', '1', '0', '1'], ['0', '0', '1', '0'], ['1', '0', '0', '1'], ['0', '1', '0', '0']]}, "
	  "'ask': 'bool_power(M, 2)'",
		"0 1 1 0 / 1 0 0 1 / 0 2 0 1 / 0 0 1 0", "120/7", "integer-for-boolean" },
	{ "'given': {'M': [['0', '1', '0', '1'], ['0', '0', '1', '0'], ['1', '0', '0', '1'], ['0', '1', '0', '0']]}, "
	  "'ask': 'bool_power(M, 3)'",
		"0 1 1 0 / 1 0 0 1 / 0 1 0 1 / 0 0 1 0", "0", "power-before" },
	{ NULL, "1 1 0 1 / 0 1 1 0 / 1 0 1 1 / 0 1 0 1", "0", "power-after" },
	{ "'given': {'M': [['0', '1', '0', '1'], ['0', '0', '1', '0'], ['1', '0', '0', '1'], ['0', '1', '0', '0']]}, "
	  "'ask': 'bool_power(M, 2)'",
		"0 1 1 1 / 1 0 1 1 / 1 1 0 1 / 0 1 1 0", "60/7", "closure-for-power" },
	{ "'given': {'M': [['0', '1', '0', '1'], ['0', '0', '1', '0'], ['1', '0', '0', '1'], ['0', '1', '0', '0']]}, "
	  "'ask': 'bool_sum(bool_sum(M, bool_power(M, 2)), bool_power(M, 3))'",
		"0 1 1 1 / 1 0 1 1 / 1 1 0 1 / 0 1 1 0", "0", "term-left-out", "M[3]" },
	{ NULL, "1 2 2 2 / 1 2 1 2 / 1 3 2 2 / 1 1 1 1", "0", "integer-for-boolean" },
	{ "'given': {'M': [['0', '1', '0', '1'], ['0', '0', '1', '0'], ['1', '0', '0', '1'], ['0', '1', '0', '0']]}, "
	  "'ask': 'bool_sum(M, bool_power(M, 2))'",
		"1 1 1 1 / 1 1 1 1 / 1 1 1 1 / 0 1 1 1", "4", "reflexive-added" },
	{ "'given': {'M': [['0', '1', '0', '1'], ['0', '0', '1', '0'], ['1', '0', '0', '1'], ['0', '1', '0', '0']], "
	  "'N': [['0', '0', '1', '0'], ['1', '0', '0', '1'], ['0', '1', '0', '0'], ['1', '0', '1', '0']]}, 'ask': "
	  "'bool_product(M, N)'",
		"1 0 0 1 / 0 1 0 1 / 0 0 1 0 / 1 1 0 1", "10", "other-order" },
	{ NULL, "0 1 1 1 / 1 0 1 1 / 1 1 0 1 / 1 1 1 0", "0", "sum-for-product" },
	{ NULL, "0 0 1 1 / 0 0 0 0 / 1 0 0 0 / 1 0 0 0", "10", "reflexive-left-out" },
	{ "'given': {'M': [['0', '1', '0', '1'], ['0', '0', '1', '0'], ['1', '0', '0', '1'], ['0', '1', '0', '0']], "
	  "'N': [['1', '1', '0', '1'], ['0', '1', '1', '0'], ['1', '0', '1', '1'], ['0', '1', '0', '1']]}, 'ask': "
	  "'bool_sum(M, N)'",
		"1 0 0 0 / 0 1 0 0 / 0 0 1 0 / 0 0 0 1", "0", "exclusive-sum" },
	{ NULL, "0 1 1 1 / 1 0 1 1 / 1 1 0 1 / 0 1 1 0", "0", "product-for-sum" },
	{ "'given': {'M': [['0', '1', '0', '1'], ['0', '0', '1', '0'], ['1', '0', '0', '1'], ['0', '1', '0', '0']], "
	  "'N': [['0', '1', '1', '0'], ['1', '0', '0', '1'], ['0', '1', '0', '1'], ['0', '0', '1', '0']]}, 'ask': "
	  "'bool_product(M, N)'",
		"0 1 0 0 / 0 0 0 0 / 0 0 0 1 / 0 0 0 0", "0", "termwise" },
};

static const struct triple adjacency_rows[] = {
	{ "'given': {'N': [['0', '0', '0', '0', '0', '0'], ['1', '0', '0', '0', '0', '0'], ['1', '0', '0', '0', '0', "
	  "'0'], ['0', '1', '0', '0', '0', '0'], ['0', '0', '1', '1', '0', '0'], ['0', '0', '0', '1', '1', '0']]}, "
	  "'ask': 'transpose(N)', 'adjacency': true",
		"0 1 1 0 0 0 / 1 0 0 1 0 0 / 1 0 0 0 1 0 / 0 1 0 0 1 1 / 0 0 1 1 0 1 / 0 0 0 1 1 0", "880/87",
		"adjacency-symmetric" },
	{ NULL, "1 1 1 0 0 0 / 0 1 0 1 0 0 / 0 0 1 0 1 0 / 0 0 0 1 1 1 / 0 0 0 0 1 1 / 0 0 0 0 0 1", "322/29",
		"loops-added" },
	{ NULL, "0 0 1 0 0 0 / 0 0 0 1 0 0 / 0 0 0 0 1 0 / 0 0 0 0 1 1 / 0 0 0 0 0 1 / 0 0 0 0 0 0", "6680/377",
		"cell-value" },
	{ NULL, "0 0 0 0 0 0 / 1 0 0 0 0 0 / 1 0 0 0 0 0 / 0 1 0 0 0 0 / 0 0 1 1 0 0 / 0 0 0 1 1 0", "0",
		"adjacency-transposed" },
	{ "'given': {'N': [['0', '0', '0', '1', '0'], ['1', '0', '1', '0', '0'], ['1', '0', '0', '0', '0'], ['0', '1', "
	  "'0', '0', '1'], ['0', '0', '1', '1', '0']]}, 'ask': 'transpose(N)', 'adjacency': true",
		"0 1 1 1 0 / 1 0 1 1 0 / 1 1 0 0 1 / 1 1 0 0 1 / 0 0 1 1 0", "160/17", "adjacency-symmetric" },
	{ NULL, "1 1 1 0 0 / 0 1 0 1 0 / 0 1 1 0 1 / 1 0 0 1 1 / 0 0 0 1 1", "1280/119", "loops-added" },
	{ NULL, "0 0 1 0 0 / 0 0 0 1 0 / 0 1 0 0 1 / 1 0 0 0 1 / 0 0 0 1 0", "296/17", "cell-value" },
	{ NULL, "0 0 0 1 0 / 1 0 1 0 0 / 1 0 0 0 0 / 0 1 0 0 1 / 0 0 1 1 0", "0", "adjacency-transposed" },
	{ "'given': {'N': [['0', '0', '1', '0'], ['1', '0', '0', '1'], ['0', '1', '0', '0'], ['1', '0', '1', '0']]}, "
	  "'ask': 'transpose(N)', 'adjacency': true",
		"0 1 1 1 / 1 0 1 1 / 1 1 0 1 / 1 1 1 0", "16/3", "adjacency-symmetric" },
	{ NULL, "1 1 0 1 / 0 1 1 0 / 1 0 1 1 / 0 1 0 1", "9", "loops-added" },
	{ NULL, "0 0 0 1 / 0 0 1 0 / 1 0 0 1 / 0 1 0 0", "16", "cell-value" },
	{ NULL, "0 0 1 0 / 1 0 0 1 / 0 1 0 0 / 1 0 1 0", "0", "adjacency-transposed" },
	{ "'given': {'N': [['1', '0', '0'], ['1', '1', '0'], ['0', '1', '1']]}, 'ask': 'transpose(N)', 'adjacency': "
	  "true",
		"0 1 0 / 0 0 1 / 0 0 0", "0", "loops-missing" },
	{ "'given': {'N': [['1', '0', '0', '1'], ['1', '1', '0', '0'], ['1', '1', '1', '0'], ['0', '1', '1', '1']]}, "
	  "'ask': 'transpose(N)', 'adjacency': true",
		"0 1 1 0 / 0 0 1 1 / 0 0 0 1 / 1 0 0 0", "0", "loops-missing" },
	{ "'given': {'N': [['1', '0', '1', '0'], ['1', '1', '0', '1'], ['0', '1', '1', '0'], ['1', '0', '1', '1']]}, "
	  "'ask': 'transpose(N)', 'adjacency': true",
		"0 1 0 1 / 0 0 1 0 / 1 0 0 1 / 0 1 0 0", "0", "loops-missing" },
};

static void test_products(void **state)
{
	RUN(products_rows);
}

static void test_sums(void **state)
{
	RUN(sums_rows);
}

static void test_powers(void **state)
{
	RUN(powers_rows);
}

static void test_inverses(void **state)
{
	RUN(inverses_rows);
}

static void test_modulo(void **state)
{
	RUN(modulo_rows);
}

static void test_boolean(void **state)
{
	RUN(boolean_rows);
}

static void test_adjacency(void **state)
{
	RUN(adjacency_rows);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_products),
		cmocka_unit_test(test_sums),
		cmocka_unit_test(test_powers),
		cmocka_unit_test(test_inverses),
		cmocka_unit_test(test_modulo),
		cmocka_unit_test(test_boolean),
		cmocka_unit_test(test_adjacency),
	};

	return cmocka_run_group_tests_name("matrix/mistakes", tests, NULL, NULL);
}
