/* Karnaugh maps as students type them, what they are worth, what is said of them. */
#include "../triples/triples.h"
#include "grader_boolean/grader_boolean.h"

#define RUN(rows) triples_run(&karnaugh_kind, rows, sizeof(rows) / sizeof(rows[0]))

/* f = ab + cd: lines ab 00 01 11 10, columns cd 00 01 11 10. */
#define ABCD "'variables': ['a', 'b', 'c', 'd'], 'function': 'ab + cd'"
#define GRID ABCD ", 'ask': ['grid']"

static const struct triple grids[] = {
	{ GRID,
		"Grille\n| ab\\cd | 00 | 01 | 11 | 10 |\n|---|---|---|---|---|\n| 00 | 0 | 0 | 1 | 0 |\n| 01 | 0 | 0 | "
		"1 | 0 "
		"|\n| 11 | 1 | 1 | 1 | 1 |\n| 10 | 0 | 0 | 1 | 0 |",
		"20", "" },
	{ NULL, "0 0 1 0\n0 0 1 0\n1 1 1 1\n0 0 1 0", "20", "" },
	{ NULL, "0010\n0010\n1111\n0010", "20", "" },
	{ NULL, "00 | 0 | 0 | 1 | 0\n01 | 0 | 0 | 1 | 0\n11 | 1 | 1 | 1 | 1\n10 | 0 | 0 | 1 | 0", "20", "" },
	{ NULL, "   00 01 11 10\n00 F F V F\n01 F F V F\n11 V V V V\n10 F F V F", "20", "" },
	{ NULL, "cd\\ab 00 01 11 10\n00 0 0 1 0\n01 0 0 1 0\n11 1 1 1 1\n10 0 0 1 0", "20", "" },
	{ NULL, "ba\\dc 00 01 11 10\n10 0 0 1 0\n11 1 1 1 1\n01 0 0 1 0\n00 0 0 1 0", "20", "" },
	{ NULL, "{'grid': [['0','0','1','0'],['0','0','1','0'],['1','1','1','1'],['0','0','1','0']]}", "20", "", NULL,
		true },
	{ NULL, "{'grid': [[0,0,1,0],[0,0,1,0],[true,true,true,true],[0,0,1,0]]}", "20", "", NULL, true },
	{ NULL, "{'grid': '0010\\n0010\\n1111\\n0010'}", "20", "", NULL, true },
	{ NULL, "", "-", NULL },
	{ NULL, "{'grid': [[null,null,null,null],['','','',''],['.','.','.','.'],['','','','']]}", "-", NULL, NULL,
		true },
	{ NULL,
		"Grille\n| ab\\cd | 00 | 01 | 11 | 10 |\n|---|---|---|---|---|\n| 00 |   |   |   |   |\n| 01 |   |   | "
		"  |   "
		"|\n| 11 |   |   |   |   |\n| 10 |   |   |   |   |\n\n",
		"-", NULL },
	/* One cell of sixteen, seven ones: (15 - 9) / (16 - 9). */
	{ NULL, "0 0 1 0\n0 0 1 0\n1 1 1 1\n0 0 1 1", "120/7", "map-cell-first", "ligne 10, colonne 10" },
	{ NULL, "0 0 1 0\n0 1 1 0\n1 1 1 1\n0 0 1 0", "120/7", "map-cell-first", "ligne 01, colonne 01" },
	{ NULL, "0 0 1 0\n0 0 1 0\n1 0 1 1\n0 0 1 0", "120/7", "map-cell-first", "a = 1, b = 1, c = 0, d = 1" },
	{ NULL, "0 0 1 0\n0 0 1 0\n1 1 1 1\n0 0 . 0", "120/7", "map-cell-blank", "ligne 10, colonne 11" },
	{ NULL, "0010\n0010\n1111\n00.0", "120/7", "map-cell-blank", "ligne 10, colonne 11" },
	{ NULL, "0010\n.010\n1111\n0010", "120/7", "map-cell-blank", "ligne 01, colonne 00" },
	{ NULL, "0 0 0 0\n0 0 0 0\n0 0 0 0\n0 0 0 0", "0", "map-cell-first" },
	{ NULL, "1 1 1 1\n1 1 1 1\n1 1 1 1\n1 1 1 1", "0", "map-cell-first" },
	/* Codes in binary order, and each value with its code. */
	{ NULL, "ab\\cd 00 01 10 11\n00 0 0 0 1\n01 0 0 0 1\n11 1 1 1 1\n10 0 0 0 1", "10", "map-header-order" },
	{ NULL, "ab\\cd 00 01 11 10\n00 0 0 1 0\n01 0 0 1 0\n10 0 0 1 0\n11 1 1 1 1", "10", "map-header-order" },
	{ NULL, "ab\\cd 00 01 10 11\n00 0 0 0 1\n01 0 0 0 1\n10 0 0 0 1\n11 1 1 1 1", "10", "map-header-order" },
	/* One of them wrong as well: not more than with all of them right. */
	{ NULL, "ab\\cd 00 01 10 11\n00 0 0 0 1\n01 0 0 0 1\n11 1 1 1 1\n10 0 0 1 1", "10", "map-header-also" },
	{ NULL, "ab\\cd 00 01 11 10\n00 0 0 1 0\n01 0 0 1 0\n10 0 1 1 0\n11 1 1 1 1", "10", "map-header-also" },
	{ NULL, "ab\\cd 00 01 11 10\n00 0 0 1 0\n01 0 . 1 0\n10 0 0 1 0\n11 1 1 1 1", "10", "map-cell-blank" },
	{ NULL, "ab\\cd 00 01 10 11\n00 0 1 1 1\n01 0 1 1 1\n10 0 0 0 1\n11 1 1 1 1", "60/7", "map-header-also" },
	/* The same mistakes under the codes of the question. */
	{ NULL, "0 0 0 1\n0 0 0 1\n1 1 1 1\n0 0 0 1", "20/7", "map-binary-top" },
	{ NULL, "0 0 1 0\n0 0 1 0\n0 0 1 0\n1 1 1 1", "20/7", "map-binary-side" },
	{ NULL, "0 0 0 1\n0 0 0 1\n0 0 0 1\n1 1 1 1", "0", "map-binary-both" },
	{ NULL, "1 1 0 1\n1 1 0 1\n0 0 0 0\n1 1 0 1", "0", "map-complement" },
	{ "'variables': ['a', 'b', 'c', 'd'], 'ask': ['grid'], 'function': 'a`b'", "0 0 0 0\n1 1 1 1\n0 0 0 0\n0 0 0 0",
		"20", "" },
	{ NULL, "0 1 0 0\n0 1 0 0\n0 1 0 0\n0 1 0 0", "0", "map-exchanged" },
	{ NULL, "1 1 1 1\n0 0 0 0\n1 1 1 1\n1 1 1 1", "0", "map-complement" },
};

static const struct triple other_sizes[] = {
	{ "'variables': ['a', 'b', 'c'], 'function': 'a + bc', 'ask': ['grid']", "0 0 1 0\n1 1 1 1", "20", "" },
	{ NULL, "a\\bc 00 01 11 10\n0 0 0 1 0\n1 1 1 1 1", "20", "" },
	{ NULL, "0 0 0 1\n1 1 1 1", "20/3", "map-binary-top" },
	{ NULL, "ab\\c 0 1\n00 0 0\n01 0 1\n11 1 1\n10 1 1", "20", "" },
	{ NULL, "1 1 0 1\n0 0 0 0", "0", "map-complement" },
	{ NULL, "{'grid': [['0','1'],['0','1'],['1','1'],['0','1']]}", "?", "map-lines", NULL, true },
	{ "'variables': ['a', 'b', 'c'], 'rows': ['a', 'b'], 'function': 'ab`c', 'ask': ['grid']", "0 0\n0 0\n0 0\n0 1",
		"20", "" },
	{ NULL, "0 0\n0 0\n0 1\n0 0", "0", "map-binary-side" },
	{ NULL, "0 0\n0 0\n1 0\n0 0", "0", NULL },
	{ "'variables': ['a', 'b'], 'function': 'a`b', 'ask': ['grid']", "0 1\n0 0", "20", "" },
	{ NULL, "0 0\n1 0", "0", "map-exchanged" },
	{ NULL, "a\\b 0 1\n0 0 1\n1 0 0", "20", "" },
	{ "'variables': ['a', 'b', 'c', 'd', 'e', 'f'], 'function': 'abc`def`', 'ask': ['grid']",
		"00000000\n00000000\n00000000\n00000000\n00000000\n00000000\n00000000\n00000000", "0",
		"map-cell-first" },
	{ NULL, "00000000\n00000000\n00000000\n00000000\n00001000\n00000000\n00000000\n00000000", "20", "" },
	{ NULL, "00000000\n00000000\n00000000\n00000000\n00000000\n00000000\n00001000\n00000000", "0",
		"map-binary-side" },
	{ NULL, "00000000\n00000000\n00000000\n00000000\n00000010\n00000000\n00000000\n00000000", "0",
		"map-binary-top" },
	{ NULL, "00000000\n00000000\n00000000\n00000000\n00000000\n00000000\n00000010\n00000000", "0",
		"map-binary-both" },
	{ "'variables': ['a', 'b', 'c', 'd', 'e'], 'function': 'a`bcde`', 'ask': ['grid']",
		"00000000\n00001000\n00000000\n00000000", "20", "" },
	{ NULL, "00000000\n00000010\n00000000\n00000000", "0", "map-binary-top" },
	{ "'variables': ['x1', 'x2', 'x3'], 'function': 'x1·x2`', 'ask': ['grid']",
		"x1\\x2 x3 | 00 | 01 | 11 | 10\n0 | 0 | 0 | 0 | 0\n1 "
		"| 1 | 1 | 0 | 0",
		"20", "" },
	{ "'variables': ['a', 'b'], 'function': [1], 'dont_care': [2], 'ask': ['grid']", "0 1\nx 0", "20", "" },
	{ NULL, "0 1\n1 0", "20", "" },
	{ NULL, "0 x\nx 0", "0", "map-cell-first", "vous avez x" },
};

static const struct triple slips[] = {
	{ GRID, "0 0 1 0\n0 0 1 0\n1 1 1 1", "?", "map-lines" },
	{ NULL, "0 0 1 0\n0 0 1\n1 1 1 1\n0 0 1 0", "?", "cells-count",
		"Il faut 4 cases dans cette ligne, il y en a 3" },
	{ NULL, "0 0 1 0\n0 0 2 0\n1 1 1 1\n0 0 1 0", "?", "cell-word" },
	{ NULL, "0 0 1 0\n0 0 x 0\n1 1 1 1\n0 0 1 0", "?", "cell-open" },
	{ NULL, "ab\\ce 00 01 11 10\n00 0 0 1 0\n01 0 0 1 0\n11 1 1 1 1\n10 0 0 1 0", "?", "map-corner" },
	{ NULL, "ab\\cd 00 01 11 00\n00 0 0 1 0\n01 0 0 1 0\n11 1 1 1 1\n10 0 0 1 0", "?", "map-code-twice" },
	{ NULL, "ab\\cd 00 01 11 12\n00 0 0 1 0\n01 0 0 1 0\n11 1 1 1 1\n10 0 0 1 0", "?", "map-code" },
	{ NULL, "01 11 10\n00 0 0 1 0\n01 0 0 1 0\n11 1 1 1 1\n10 0 0 1 0", "?", "map-header" },
	{ NULL, "ab\\cd 00 01 11 10\n00 0 0 1 0\n0 0 1 0\n11 1 1 1 1\n10 0 0 1 0", "?", "map-code-some" },
	{ NULL, "{'grid': 3}", "?", "map-json", NULL, true },
	{ NULL, "{'zut': []}", "?", "map-json", NULL, true },
	{ NULL, "Grille\n0010\nGrille\n0010", "?", "part-twice" },
	{ ABCD ", 'ask': ['groups']", "000 001", "?", "group-code", "000" },
	{ NULL, "ab + cd", "?", "group-no-term" },
	{ NULL, "abz", "?", NULL },
	{ NULL, "{'groups': [3]}", "?", "map-json", NULL, true },
	{ ABCD ", 'ask': ['expression']", "E = ab + (cd", "?", "parenthesis-open" },
	{ NULL, "E =", "-", NULL },
};

#define GROUPS ABCD ", 'ask': ['groups']"

static const struct triple groups[] = {
	{ GROUPS, "ab\ncd", "20", "" },
	{ NULL, "Groupes de 1\n1100 1101 1111 1110\n0011, 0111, 1111, 1011", "20", "" },
	{ NULL, "G1 : {1100, 1101, 1111, 1110}\nG2 : cd", "20", "" },
	{ NULL, "ab, cd", "20", "" },
	{ NULL, "- ab ; dc", "20", "" },
	{ NULL, "{'groups': ['ab', ['0011', '0111', '1111', '1011']]}", "20", "", NULL, true },
	{ NULL, "aucun", "0", "groups-uncovered" },
	{ NULL, "ab", "10", "groups-uncovered", "a = 0, b = 0, c = 1, d = 1" },
	{ NULL, "cd", "10", "groups-uncovered", "a = 1, b = 1, c = 0, d = 0" },
	{ NULL, "", "-", NULL },
	{ NULL, "1100 1101 1111\ncd", "10", "group-not-power", "3 cases" },
	{ NULL, "1100 1101 1111 1110 0011 0111\ncd", "10", "group-not-power", "6 cases" },
	{ NULL, "0011 0111 1011\nab", "10", "group-not-power" },
	{ NULL, "1100 1101 0111 0011\nab\ncd", "40/3", "group-not-rectangle" },
	{ NULL, "1100 0011\nab", "10", "group-not-rectangle" },
	{ NULL, "1101 0111\ncd", "10", "group-not-rectangle" },
	{ NULL, "a\ncd", "10", "group-holds-zero", "a = 1, b = 0, c = 0, d = 0" },
	{ NULL, "ab\nc", "10", "group-holds-zero" },
	{ NULL, "1", "0", "group-holds-zero", "a = 0, b = 0, c = 0, d = 0" },
	{ NULL, "ab\na`cd\nacd", "40/3", "group-grow-down", "1011 1111" },
	{ NULL, "abc`\nabc\ncd", "40/3", "group-grow-right", "1110 1111" },
	{ NULL, "abd\nabd`\ncd", "40/3", NULL },
	{ NULL, "abc\ncd", "15", "group-grow-left" },
	{ NULL, "bcd\nab", "15", "group-grow-down" },
	{ NULL, "acd\nab", "15", "group-grow-up", "0011 0111" },
	{ NULL, "ab\ncd\nab", "40/3", "group-redundant" },
	{ NULL, "ab\n0011 0111\ncd", "40/3", "group-grow-down" },
	{ NULL, "aa`\nab\ncd", "40/3", "group-empty" },
	{ "'variables': ['a', 'b', 'c'], 'function': 'ab + a`c', 'ask': ['groups']", "ab\na`c\nbc", "40/3",
		"group-redundant", "bc" },
	{ NULL, "bc\nab\na`c", "40/3", "group-redundant" },
	{ "'variables': ['a', 'b', 'c'], 'function': 'ab` + bc` + ca`', 'ask': ['groups']", "ab`\nbc`\nca`", "20", "" },
	{ NULL, "a`b\nb`c\nc`a", "20", "" },
	{ NULL, "ab`\na`b\nbc`\nb`c", "15", "groups-fewer", "3 groupes suffisent au lieu de 4" },
	{ NULL, "ab`\na`b\nac`\na`c", "15", "groups-fewer" },
	{ NULL, "ac`\na`c\nbc`\nb`c", "15", "groups-fewer" },
	{ "'variables': ['a', 'b', 'c', 'd'], 'function': 'b`d`', 'ask': ['groups']", "0000 0010 1000 1010", "20", "" },
	{ NULL, "0000 0010", "10", "group-grow-up" },
	{ NULL, "0000 1000", "10", "group-grow-left", "0010 1010" },
	{ NULL, "1010", "0", NULL },
	{ "'variables': ['a', 'b'], 'function': 'aa`', 'ask': ['groups']", "aucun", "20", "" },
	{ NULL, "{'groups': []}", "20", "", NULL, true },
	{ NULL, "{'groups': [[], '']}", "-", NULL, NULL, true },
	{ NULL, "ab", "0", "group-holds-zero" },
	{ "'variables': ['a', 'b'], 'function': 'a + a`', 'ask': ['groups']", "1", "20", "" },
	{ NULL, "00 01 11 10", "20", "" },
	{ "'variables': ['a', 'b', 'c', 'd'], 'ask': ['groups'], 'function': '(a + b)(c + d)', 'groups_of': 0",
		"a + b\nc + d", "20", "" },
	{ NULL, "0000 0001 0011 0010\nc`d`", "20", "" },
	{ NULL, "a + b + c\nc + d", "15", NULL },
	{ NULL, "a\nc + d", "10", "group-holds-zero", "contient un 1" },
	{ NULL, "a + b", "10", "groups-uncovered", "Un 0" },
	/* A letter alone is a product and a sum: the one that holds no 1 is meant. */
	{ "'variables': ['a', 'b'], 'ask': ['groups'], 'function': 'a`b', 'groups_of': 0", "a\nb`", "20", "" },
	{ NULL, "10 11\nb`", "20", "" },
	{ NULL, "a`\nb", "20", "" },
	{ "'variables': ['a', 'b', 'c', 'd', 'e', 'f'], 'function': 'c`f', 'ask': ['groups']", "c`f", "20", "" },
	{ NULL, "ac`f", "10", NULL },
	{ NULL, "c`e`f", "10", NULL },
	{ NULL, "c`ef", "10", "group-grow-mirror" },
	{ "'variables': ['a', 'b', 'c'], 'function': [7], 'dont_care': [5, 6], 'ask': ['groups']", "ab", "20", "" },
	{ NULL, "ac", "20", "" },
	{ NULL, "abc", "0", NULL },
	{ NULL, "ab\nac", "10", "group-redundant" },
};

#define ALL ABCD

static const struct triple wholes[] = {
	{ ALL, "Grille\n0010\n0010\n1111\n0010\nGroupes\nab\ncd\nExpression\nE = ab + cd", "20", "" },
	{ NULL, "0010\n0010\n1111\n0010\nE = dc + ba", "40/3", "part-blank" },
	{ NULL, "Expression : ab + cd", "20/3", "part-blank" },
	{ NULL, "Expression : ab + cda", "0", "counterexample", "a = 0, b = 0, c = 1, d = 1" },
	{ NULL, "Expression : ab + cd + abc", "30/7", NULL },
	{ NULL, "{'expression': 'ab + cd', 'groups': ['ab', 'cd'], 'grid': null}", "40/3", "part-blank", NULL, true },
	{ NULL, "Expression : 1", "0", "counterexample" },
	/* One wrong cell: 1010 is 1. Groups and expression that follow from it earn everything. */
	{ NULL, "Grille\n0010\n0010\n1111\n0011\nGroupes\nab\ncd\nac\nExpression\nE = ab + cd + ac", "400/21",
		"map-carried-groups" },
	{ NULL, "Grille\n0010\n0010\n1111\n0011\nGroupes\nab\ncd\nac\nExpression\nE = ab + cd + ac", "400/21",
		"map-carried-expression" },
	{ NULL, "Grille\n0010\n0010\n1111\n0011\nGroupes\nab\ncd\nExpression\nE = ab + cd", "400/21",
		"map-cell-first" },
	/* A misreading is one mistake, too. */
	{ NULL, "Grille\n0001\n0001\n1111\n0001\nGroupes\nab\ncd`\nExpression\nE = ab + cd`", "100/7",
		"map-carried-expression" },
	/* A constant grid, or one that is mostly wrong, carries nothing. */
	{ NULL, "Grille\n1111\n1111\n1111\n1111\nGroupes\n1\nExpression\nE = 1", "0", "counterexample" },
	{ NULL, "Grille\n0000\n0000\n0000\n0000\nGroupes\naucun\nExpression\nE = 0", "0", "counterexample" },
	{ NULL, "Grille\n1111\n0000\n0000\n0000\nGroupes\na`b`\nExpression\nE = a`b`", "0", "counterexample" },
	{ ABCD ", 'shares': {'grid': '1/2', 'groups': '1/4', 'expression': 0.25}", "0010\n0010\n1111\n0010", "10",
		"part-blank" },
	{ NULL, "E = ab + cd", "5", "part-blank" },
	{ "'variables': ['a', 'b', 'c', 'd'], 'ask': ['expression'], 'function': 'ab + abc + cd'", "E = ab + cd", "20",
		"" },
	{ NULL, "ab + abc + cd", "2", "statement-copied" },
	{ NULL, "ab + cd + acd", "90/7", NULL },
	{ "'variables': ['a', 'b', 'c', 'd'], 'ask': ['expression'], 'function': '(a + b)(c + d)', 'groups_of': 0",
		"(c + d)(a + b)", "20", NULL },
	{ "'variables': ['a', 'b', 'c'], 'name': 'S', 'function': [0, 1, 2, 5, 6, 7], 'ask': ['grid', 'expression'], "
	  "'meanings': "
	  "{'a': {'true': 'admis', 'false': 'refusé'}, 'b': {'true': 'b oui', 'false': 'b non'}, 'c': {'true': 'c "
	  "oui', "
	  "'false': 'c non'}, 'S': {'true': 'ouvert', 'false': 'fermé'}}",
		"1101\n0111\nS = a`b` + bc` + ac", "20", "" },
	{ NULL, "1101\n0111\nS = a`c` + b`c + ab", "20", "" },
	{ NULL, "1101\n0111\nS = a`c` + b`c + ab + ac", "16.875", NULL },
	{ NULL, "1101\n0111\nS = a`c`", "10", "counterexample", "S doit valoir 1 (ouvert)" },
};

static const struct refusal refusals[] = {
	{ "'variables': ['a'], 'function': 'a'", "map-variables", "/questions/0/variables" },
	{ "'variables': ['a','b','c','d','e','f','g'], 'function': 'a'", "too-many-variables",
		"/questions/0/variables" },
	{ "'variables': ['a','b','c'], 'rows': ['b'], 'function': 'a'", "map-rows", "/questions/0/rows" },
	{ "'variables': ['a','b','c','d','e'], 'rows': ['a'], 'function': 'a'", "map-rows", "/questions/0/rows" },
	{ "'variables': ['a','b'], 'rows': ['a','b'], 'function': 'a'", "map-rows", "/questions/0/rows" },
	{ "'variables': ['a','b'], 'ask': ['map'], 'function': 'a'", "map-ask", "/questions/0/ask" },
	{ "'variables': ['a','b'], 'ask': [], 'function': 'a'", "map-ask", "/questions/0/ask" },
	{ "'variables': ['a','b'], 'ask': ['grid','grid'], 'function': 'a'", "map-ask", "/questions/0/ask" },
	{ "'variables': ['a','b'], 'ask': ['grid'], 'function': 'a', 'shares': {'grid': '1/2'}", "map-shares",
		"/questions/0/shares" },
	{ "'variables': ['a','b'], 'function': 'a', 'shares': {'grid': 1}", "map-shares", "/questions/0/shares" },
};

static void test_grids(void **state)
{
	RUN(grids);
}

static void test_other_sizes(void **state)
{
	RUN(other_sizes);
}

static void test_slips(void **state)
{
	RUN(slips);
}

static void test_groups(void **state)
{
	RUN(groups);
}

static void test_wholes(void **state)
{
	RUN(wholes);
}

static void test_refusals(void **state)
{
	refusals_run(&karnaugh_kind, refusals, sizeof(refusals) / sizeof(refusals[0]));
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_grids),
		cmocka_unit_test(test_other_sizes),
		cmocka_unit_test(test_slips),
		cmocka_unit_test(test_groups),
		cmocka_unit_test(test_wholes),
		cmocka_unit_test(test_refusals),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
