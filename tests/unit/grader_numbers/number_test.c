/* The kind `number`: what an answer earns and what it is told. */
#include "../triples/triples.h"
#include "grader_numbers/grader_numbers.h"

#define COUNT(rows) (sizeof(rows) / sizeof((rows)[0]))

static void test_exact(void **state)
{
	static const struct triple rows[] = {
		{ "'value': '3/4'", "0,75", "20", "" },
		{ NULL, "3/4", "20", "" },
		{ NULL, "6/8", "20", "" },
		{ NULL, "x = 0.75", "20", "" },
		{ NULL, "≈ ,75", "20", "" },
		{ NULL, "", "-", "answer-blank" },
		{ NULL, "trois quarts", "?", "number-expected" },
		{ NULL, "0,75 m", "?", "number-more" },
		{ NULL, "0,75 ; 1", "?", "number-more" },
		{ NULL, "-3/4", "0", "mistake-sign" },
		{ NULL, "4/3", "0", "mistake-inverse" },
		{ NULL, "7,5", "0", "mistake-too-large-by", "10 fois" },
		{ NULL, "75", "0", "mistake-too-large-by", "100 fois" },
		{ NULL, "0,00075", "0", "mistake-too-small-by", "1000 fois" },
		{ NULL, "0,8", "0", "approximation-decimal" },
		{ NULL, "0,7", "0", "approximation-decimal" },
		{ NULL, "12", "0", "wrong-number" },
		{ "'given': {'a': 10, 'b': 30}, 'ask': 'a/b'", "1/3", "20", "" },
		{ NULL, "10/30", "20", "" },
		{ NULL, "0,33", "0", "approximation" },
		{ NULL, "0,333333333", "0", "approximation" },
		{ NULL, "0,34", "0", "wrong-number" },
		{ NULL, "3", "0", "mistake-inverse" },
		{ NULL, "-1/3", "0", "mistake-sign" },
		{ NULL, "{}", "?", "answer-no-text", NULL, true },
		{ "'value': 22, 'units': ['jours', 'j', 'days']", "22", "20", "" },
		{ NULL, "22 jours", "20", "" },
		{ NULL, "[22]", "20", "", NULL, true },
		{ NULL, "D = 22 Jours", "20", "" },
		{ NULL, "22j", "20", "" },
		{ NULL, "22 semaines", "?", "number-more" },
		{ NULL, "23", "0", "mistake-off-by-one" },
		{ NULL, "21 jours", "0", "mistake-off-by-one" },
		{ NULL, "220", "0", "mistake-too-large-by" },
		{ NULL, "2,2", "0", "mistake-too-small-by" },
		{ NULL, "22,5", "0", "whole-expected" },
		{ NULL, "22/7", "0", "whole-expected" },
		{ NULL, "1/22", "0", "mistake-inverse" },
		{ "'value': 2991831", "2 991 831", "20", "" },
		{ NULL, "2\u202f991\u202f831", "20", "" },
		{ NULL, "299183,1", "0", "mistake-too-small-by" },
		{ NULL, "0,5", "0", "whole-expected" },
		{ "'given': {'n': 12, 'm': 30}, 'ask': 'm - n + 1', 'mistakes': [{'ask': 'm - n', 'says': 'Les deux "
		  "bornes comptent.'}]",
			"19", "20", "" },
		{ NULL, "18", "0", "expected-mistake", "Les deux bornes comptent." },
		{ NULL, "20", "0", "mistake-off-by-one" },
		{ NULL, "12", "0", "wrong-number" },
	};

	triples_run(&number_kind, rows, COUNT(rows));
}

static void test_forms(void **state)
{
	static const struct triple rows[] = {
		{ "'given': {'a': 84, 'b': 126}, 'ask': 'a/b', 'form': 'fraction'", "2/3", "20", "" },
		{ NULL, "4/6", "10", "form-not-reduced", "4/6" },
		{ NULL, "42/63", "10", "form-not-reduced" },
		{ NULL, "84/126", "2", "form-not-reduced" },
		{ NULL, "0,67", "0", "approximation" },
		{ NULL, "3/2", "0", "mistake-inverse" },
		{ "'given': {'a': 27, 'b': 36}, 'ask': 'a/b', 'form': 'fraction'", "3/4", "20", "" },
		{ NULL, "0,75", "10", "form-fraction", "0,75" },
		{ NULL, ".75", "10", "form-fraction" },
		{ NULL, "75/100", "10", "form-not-reduced" },
		{ NULL, "0,7500", "10", "form-fraction" },
		{ "'given': {'a': 3, 'b': 8}, 'ask': 'a/b', 'form': 'decimal'", "0,375", "20", "" },
		{ NULL, "3/8", "2", "form-decimal" },
		{ NULL, "6/16", "10", "form-decimal" },
		{ NULL, "375/1000", "10", "form-decimal" },
		{ NULL, "0,38", "0", "approximation-decimal" },
		{ "'given': {'part': 3, 'all': 8}, 'ask': '100*part/all', 'percent': true", "37,5 %", "20", "" },
		{ NULL, "37,5", "20", "" },
		{ NULL, "37,5%", "20", "" },
		{ NULL, "0,375", "10", "percent-ratio" },
		{ NULL, "75/200", "10", "percent-ratio" },
		{ NULL, "3/8", "2", "percent-ratio" },
		{ NULL, "0,375 %", "0", "mistake-too-small-by" },
		{ NULL, "62,5 %", "0", "wrong-number" },
	};

	triples_run(&number_kind, rows, COUNT(rows));
}

static void test_rounding(void **state)
{
	static const struct triple rows[] = {
		{ "'given': {'a': 20, 'b': 7}, 'ask': 'a/b', 'round': 2", "2,86", "20", "" },
		{ NULL, "286/100", "20", "" },
		{ NULL, "2,857", "10", "round-more", "au centième" },
		{ NULL, "2,8571", "10", "round-more" },
		{ NULL, "2,8571428571", "10", "round-more" },
		{ NULL, "2,85", "10", "round-cut" },
		{ NULL, "2,9", "0", "round-less" },
		{ NULL, "3", "0", "round-less" },
		{ NULL, "20/7", "2", "round-exact" },
		{ NULL, "40/14", "10", "round-exact" },
		{ NULL, "-2,86", "0", "mistake-sign" },
		{ NULL, "28,6", "0", "mistake-too-large-by" },
		{ NULL, "2,87", "0", "wrong-number" },
		{ "'value': '5/3', 'round': 0", "2", "20", "" },
		{ NULL, "1,7", "10", "round-more", "à l’unité" },
		{ NULL, "1", "2", "round-cut" },
		{ NULL, "5/3", "10", "round-exact" },
		{ "'value': '1/3', 'round': 3", "0,333", "20", "" },
		{ NULL, "0,334", "10", "round-away", "au millième" },
		{ NULL, "0,33", "0", "round-less" },
		{ NULL, "0,3333", "10", "round-more" },
		{ "'value': '13/8', 'round': 1", "1,6", "20", "" },
		{ NULL, "1,7", "10", "round-away" },
		{ NULL, "1,625", "10", "round-exact" },
		{ "'value': '-17/9', 'round': 1", "-1,9", "20", "" },
		{ NULL, "-1,8", "10", "round-cut" },
		{ NULL, "−1,89", "10", "round-more" },
		{ "'value': '22/3', 'round': 5", "7,33333", "20", "" },
		{ NULL, "7,33334", "10", "round-away", "à 5 décimales" },
		{ NULL, "7,333", "0", "round-less" },
		{ "'value': '26/9', 'round': 2", "2,89", "20", "" },
		{ NULL, "2,88", "10", "round-cut" },
	};

	triples_run(&number_kind, rows, COUNT(rows));
}

static void test_divisors(void **state)
{
	static const struct triple rows[] = {
		{ "'given': {'a': 2014, 'b': 513}, 'ask': 'gcd(a, b)'", "PGCD(2014, 513) = 19", "20", "" },
		{ NULL, "1", "0", "gcd-not-greatest" },
		{ NULL, "54378", "0", "gcd-lcm" },
		{ NULL, "38", "0", "gcd-earlier" },
		{ NULL, "475", "0", "gcd-earlier" },
		{ NULL, "0", "0", "gcd-zero" },
		{ NULL, "17", "0", "wrong-number" },
		{ "'given': {'a': 84, 'b': 126}, 'ask': 'gcd(a, b)'", "42", "20", "" },
		{ NULL, "21", "0", "gcd-not-greatest" },
		{ NULL, "14", "0", "gcd-not-greatest" },
		{ NULL, "252", "0", "gcd-lcm" },
		{ NULL, "84", "0", "gcd-earlier" },
		{ NULL, "0", "0", "gcd-zero" },
		{ NULL, "43", "0", "mistake-off-by-one" },
		{ "'ask': 'gcd(60, 84, 90)'", "6", "20", "" },
		{ NULL, "3", "0", "gcd-not-greatest" },
		{ NULL, "1260", "0", "gcd-lcm" },
		{ "'ask': 'gcd(45, 30)'", "15", "20", "" },
		{ NULL, "0", "0", "gcd-zero" },
		{ "'given': {'a': 12, 'b': 18}, 'ask': 'lcm(a, b)'", "36", "20", "" },
		{ NULL, "6", "0", "lcm-gcd" },
		{ NULL, "216", "0", "lcm-product" },
		{ NULL, "72", "0", "lcm-not-least" },
		{ NULL, "108", "0", "lcm-not-least" },
		{ NULL, "24", "0", "wrong-number" },
		{ "'ask': 'lcm(4, 6)'", "12", "20", "" },
		{ NULL, "24", "0", "lcm-product" },
		{ NULL, "2", "0", "lcm-gcd" },
		{ NULL, "36", "0", "lcm-not-least" },
		{ "'ask': 'lcm(10, 15)'", "30", "20", "" },
		{ NULL, "5", "0", "lcm-gcd" },
		{ NULL, "150", "0", "lcm-product" },
		{ "'ask': '2014 mod 26'", "12", "20", "" },
		{ NULL, "-14", "0", "rest-negative" },
		{ NULL, "38", "0", "rest-too-large" },
		{ NULL, "2014", "0", "rest-too-large" },
		{ NULL, "77", "0", "rest-quotient" },
		{ "'given': {'a': -45, 'n': 7}, 'ask': 'mod(a, n)'", "4", "20", "" },
		{ NULL, "-3", "0", "rest-negative" },
		{ NULL, "-45", "0", "rest-negative" },
		{ NULL, "11", "0", "rest-too-large" },
		{ NULL, "-7", "0", "rest-quotient" },
		{ "'ask': '100 mod 8'", "4", "20", "" },
		{ NULL, "12", "0", "rest-quotient", "12 est le quotient" },
		{ "'ask': 'quotient(2014, 26)'", "77", "20", "" },
		{ NULL, "12", "0", "quotient-rest" },
		{ NULL, "77,46", "0", "quotient-decimal" },
		{ NULL, "78", "0", "quotient-too-large" },
		{ "'ask': 'quotient(100, 8)'", "12", "20", "" },
		{ NULL, "4", "0", "quotient-rest" },
		{ NULL, "12,5", "0", "quotient-decimal" },
		{ NULL, "13", "0", "quotient-too-large" },
		{ "'ask': 'quotient(-7, 2)'", "-4", "20", "" },
		{ NULL, "-3", "0", "quotient-too-large" },
		{ NULL, "-3,5", "0", "quotient-decimal" },
		{ NULL, "1", "0", "quotient-rest" },
	};

	triples_run(&number_kind, rows, COUNT(rows));
}

static void test_modular(void **state)
{
	static const struct triple rows[] = {
		{ "'given': {'a': 7, 'n': 26}, 'ask': 'inverse_mod(a, n)'", "15", "20", "" },
		{ NULL, "41", "10", "class-not-reduced" },
		{ NULL, "-11", "10", "class-negative" },
		{ NULL, "11", "0", "inverse-sign" },
		{ NULL, "1/7", "0", "inverse-fraction" },
		{ NULL, "4", "0", "inverse-fails", "Le produit vaut 28, congru à 2 et non à 1 modulo 26" },
		{ NULL, "0", "0", "inverse-fails" },
		{ "'ask': 'inverse_mod(5, 7)'", "3", "20", "" },
		{ NULL, "4", "0", "inverse-sign" },
		{ NULL, "1/5", "0", "inverse-fraction" },
		{ NULL, "0,2", "0", "inverse-fraction" },
		{ NULL, "2", "0", "inverse-fails" },
		{ NULL, "-3", "0", "inverse-sign" },
		{ "'given': {'m': 9, 'e': 3, 'n': 33}, 'ask': 'm^e mod n'", "3", "20", "" },
		{ NULL, "27", "0", "power-product" },
		{ NULL, "729", "10", "class-not-reduced" },
		{ NULL, "-30", "10", "class-negative" },
		{ NULL, "15", "0", "power-exchanged" },
		{ "'ask': 'power_mod(4, 7, 11)'", "5", "20", "" },
		{ NULL, "28", "0", "power-product" },
		{ NULL, "6", "0", "power-product" },
		{ NULL, "3", "0", "power-exchanged" },
		{ NULL, "16384", "10", "class-not-reduced" },
		{ "'ask': '2^10'", "1024", "20", "" },
		{ NULL, "20", "0", "power-product" },
		{ NULL, "1023", "0", "mistake-off-by-one" },
		{ "'ask': 'power_mod(2, 5, 23)'", "9", "20", "" },
		{ NULL, "2", "0", "power-exchanged" },
		{ "'ask': '17', 'modulo': 7", "3", "20", "" },
		{ NULL, "-4", "20", "" },
		{ NULL, "10", "20", "" },
		{ NULL, "x ≡ 3 [7]", "20", "" },
		{ NULL, "3 mod 7", "20", "" },
		{ NULL, "x = 3 + 7k, k ∈ Z", "20", "" },
		{ NULL, "x ≡ 3 [14]", "0", "class-other-modulus" },
		{ NULL, "3 [8]", "0", "class-other-modulus" },
		{ NULL, "3 (mod 26)", "0", "class-other-modulus" },
		{ NULL, "4", "0", "mistake-off-by-one" },
		{ NULL, "5/2", "0", "whole-expected" },
		{ "'given': {'a': 45}, 'ask': 'a', 'modulo': '9 + 2', 'reduced': true", "1", "20", "" },
		{ NULL, "12", "10", "class-not-reduced" },
		{ NULL, "-10", "10", "class-negative" },
		{ NULL, "45", "2", "class-not-reduced" },
	};

	triples_run(&number_kind, rows, COUNT(rows));
}

static void test_division(void **state)
{
	static const struct triple rows[] = {
		{ "'division': [2014, 26]", "q = 77 ; r = 12", "20", "" },
		{ NULL, "77 ; 12", "20", "" },
		{ NULL, "(77 ; 12)", "20", "" },
		{ NULL, "r = 12, q = 77", "20", "" },
		{ NULL, "q = 77 et r = 12", "20", "" },
		{ NULL, "2014 = 26 × 77 + 12", "20", "" },
		{ NULL, "2014 = 77 x 26 + 12", "20", "" },
		{ NULL, "2014 = 77*26 + 12", "20", "" },
		{ NULL, "2\u202f014 = 26\u00a0×\u00a077 + 12", "20", "" },
		{ NULL, "12 ; 77", "0", "division-exchanged" },
		{ NULL, "77 ; 13", "10", "division-identity", "26 × 77 + 13 = 2015" },
		{ NULL, "76 ; 12", "10", "division-identity" },
		{ NULL, "2014 = 26 × 76 + 38", "0", "division-rest-large" },
		{ NULL, "78 ; -14", "0", "division-negative" },
		{ NULL, "0 ; 2014", "0", "division-rest-large" },
		{ NULL, "155/2 ; 0", "0", "division-whole" },
		{ NULL, "77,5 ; 0", "?", "number-whole", "par exemple 12" },
		{ NULL, "[77, '12']", "20", "", NULL, true },
		{ NULL, "{'r': '12', 'q': '77'}", "20", "", NULL, true },
		{ NULL, "{'q': '76', 'r': 12}", "10", "division-identity", NULL, true },
		{ NULL, "{'q': 77}", "?", "answer-no-text", NULL, true },
		{ NULL, "['77;12', 1]", "?", "answer-no-text", NULL, true },
		{ NULL, "77", "?", "pair-division" },
		{ NULL, "77 ; 12 ; 0", "?", "list-too-long" },
		{ "'given': {'a': -45, 'b': 7}, 'division': ['a', 'b']", "-7 ; 4", "20", "" },
		{ NULL, "-6 ; -3", "0", "division-negative" },
		{ NULL, "4 ; -7", "0", "division-exchanged" },
		{ NULL, "-8 ; 11", "0", "division-rest-large" },
		{ NULL, "-32/5 ; 0", "0", "division-whole" },
		{ NULL, "-5 ; -10", "0", "division-negative" },
		{ "'division': [100, 8]", "12 ; 4", "20", "" },
		{ NULL, "4 ; 12", "0", "division-exchanged" },
		{ NULL, "25/2 ; 0", "0", "division-whole" },
		{ NULL, "12 ; 5", "10", "division-identity" },
	};

	triples_run(&number_kind, rows, COUNT(rows));
}

static void test_bezout(void **state)
{
	static const struct triple rows[] = {
		{ "'bezout': [26, 7]", "u = 3 ; v = -11", "20", "" },
		{ NULL, "-4 ; 15", "20", "" },
		{ NULL, "(10 ; −37)", "20", "" },
		{ NULL, "v = 15 ; u = -4", "20", "" },
		{ NULL, "-11 ; 3", "0", "bezout-exchanged" },
		{ NULL, "3 ; 11", "0", "bezout-sign" },
		{ NULL, "-3 ; 11", "0", "bezout-negative", "vaut −1" },
		{ NULL, "2 ; -7", "0", "bezout-sum", "vaut 3" },
		{ NULL, "0 ; 1/7", "0", "bezout-whole" },
		{ NULL, "1 ; 1", "0", "bezout-sum" },
		{ NULL, "3", "?", "pair-bezout" },
		{ "'given': {'a': 84, 'b': 126}, 'bezout': ['a', 'b']", "-1 ; 1", "20", "" },
		{ NULL, "2 ; -1", "20", "" },
		{ NULL, "1 ; -1", "0", "bezout-exchanged" },
		{ NULL, "-1 ; -1", "0", "bezout-sign" },
		{ NULL, "-2 ; 1", "0", "bezout-negative" },
		{ NULL, "1/2 ; 0", "0", "bezout-whole" },
		{ "'bezout': [5, 3]", "2 ; -3", "20", "" },
		{ NULL, "-3 ; 2", "0", "bezout-exchanged" },
		{ NULL, "2 ; 3", "0", "bezout-sign" },
		{ NULL, "-2 ; 3", "0", "bezout-negative" },
		{ NULL, "1 ; 0", "0", "bezout-sum" },
		{ NULL, "1/5 ; 0", "0", "bezout-whole" },
	};

	triples_run(&number_kind, rows, COUNT(rows));
}

static void test_congruence(void **state)
{
	static const struct triple rows[] = {
		{ "'congruence': [5, 1, 7]", "x ≡ 3 [7]", "20", "" },
		{ NULL, "x ≡ -4 (mod 7)", "20", "" },
		{ NULL, "x=3+7k , k ∈ Z", "20", "" },
		{ NULL, "7k + 3", "20", "" },
		{ NULL, "x = 10 - 7k avec k entier", "20", "" },
		{ NULL, "3 mod 7", "20", "" },
		{ NULL, "x ≡ 3 [14] ou x ≡ 10 [14]", "20", "" },
		{ NULL, "3", "10", "congruence-one" },
		{ NULL, "x = 10", "10", "congruence-one" },
		{ NULL, "3 ; 10", "10", "congruence-one" },
		{ NULL, "x ≡ 3 [14]", "10", "congruence-missing" },
		{ NULL, "x ≡ 3 [21] ou x ≡ 10 [21]", "10", "congruence-missing" },
		{ NULL, "x ≡ 4 [7]", "0", "congruence-fails",
			"Pour x = 4, le membre de gauche est congru à 6 modulo 7" },
		{ NULL, "2", "0", "congruence-fails" },
		{ NULL, "aucune solution", "0", "congruence-has-some" },
		{ NULL, "x ≡ 3", "10", "congruence-one" },
		{ NULL, "x ≡ 3 [0]", "?", "class-modulus" },
		{ NULL, "x ≡ 3 [7] et 4", "?", "class-mixed" },
		{ NULL, "x ≡ 1/2 [7]", "?", NULL },
		{ NULL, "x ≡ 3 [7] !", "?", "class-more" },
		{ NULL, ";", "?", "class-expected" },
		{ "'given': {'n': 8}, 'congruence': [6, 4, 'n']", "x ≡ 2 [4]", "20", "" },
		{ NULL, "x ≡ 2 [8] ou x ≡ 6 [8]", "20", "" },
		{ NULL, "x ≡ 2 [8]", "10", "congruence-missing" },
		{ NULL, "x ≡ 2 [2]", "0", "congruence-extra" },
		{ NULL, "x ≡ 6 [2]", "0", "congruence-extra" },
		{ NULL, "x ≡ 2 [3]", "0", "congruence-extra" },
		{ NULL, "∅", "0", "congruence-has-some" },
		{ "'congruence': [6, 3, 8]", "aucune solution", "20", "" },
		{ NULL, "∅", "20", "" },
		{ NULL, "x ≡ 2 [4]", "0", "congruence-has-none" },
		{ NULL, "x ≡ 0 [8]", "0", "congruence-has-none" },
		{ NULL, "5", "0", "congruence-has-none" },
		{ "'congruence': [3, 6, 9]", "x ≡ 2 [3]", "20", "" },
		{ NULL, "x ≡ 1 [3]", "0", "congruence-fails", "Pour x = 1" },
		{ NULL, "x ≡ 2 [1]", "0", "congruence-extra" },
		{ NULL, "pas de solution", "0", "congruence-has-some" },
	};

	triples_run(&number_kind, rows, COUNT(rows));
}

static void test_refusals(void **state)
{
	static const struct refusal rows[] = {
		{ "'given': {}", "nothing-asked", "/questions/0" },
		{ "'ask': '1', 'value': 1", "asked-twice", "/questions/0" },
		{ "'value': [1, 2]", "asked-no-number", "/questions/0/value" },
		{ "'value': 0.5", "value-real", "/questions/0/value" },
		{ "'given': {'a': 'x'}, 'ask': 'a'", "number-expected", "/questions/0/given/a" },
		{ "'ask': 'a +'", "formula-expected", "/questions/0/ask" },
		{ "'ask': 'a + 1'", "formula-name", "/questions/0/ask" },
		{ "'ask': '1 < 2'", "asked-no-number", "/questions/0/ask" },
		{ "'ask': '@p + 1'", "follow-unknown", "/questions/0" },
		{ "'division': [1]", "two-formulas", "/questions/0/division" },
		{ "'division': [1, 0]", "division-by-zero", "/questions/0/division" },
		{ "'division': ['1/2', 3]", "asked-not-whole", "/questions/0/division" },
		{ "'division': [true, 3]", "formula-expected-here", "/questions/0/division/0" },
		{ "'bezout': [0, 0]", "bezout-zero", "/questions/0/bezout" },
		{ "'congruence': [1, 2]", "three-formulas", "/questions/0/congruence" },
		{ "'congruence': [1, 2, 0]", "modulo-positive", "/questions/0/congruence" },
		{ "'bezout': [1, 2], 'round': 2", "one-number-only", "/questions/0/round" },
		{ "'value': '1/3', 'form': 'decimal'", "asked-no-decimal", "/questions/0/value" },
		{ "'value': '1/3', 'form': 'fraction', 'round': 2", "round-no-fraction", "/questions/0/form" },
		{ "'value': '1/3', 'modulo': 5", "asked-not-whole", "/questions/0/value" },
		{ "'value': 3, 'modulo': 0", "modulo-positive", "/questions/0/modulo" },
		{ "'value': 3, 'modulo': 5, 'round': 1", "round-no-modulo", "/questions/0/round" },
		{ "'value': 3, 'reduced': true", "reduced-alone", "/questions/0/reduced" },
		{ "'value': 3, 'mistakes': [{'ask': 'b', 'says': 'x'}]", "formula-name", "/questions/0/mistakes" },
	};

	refusals_run(&number_kind, rows, COUNT(rows));
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_exact),
		cmocka_unit_test(test_forms),
		cmocka_unit_test(test_rounding),
		cmocka_unit_test(test_divisors),
		cmocka_unit_test(test_modular),
		cmocka_unit_test(test_division),
		cmocka_unit_test(test_bezout),
		cmocka_unit_test(test_congruence),
		cmocka_unit_test(test_refusals),
	};

	return cmocka_run_group_tests_name("numbers/number", tests, NULL, NULL);
}
