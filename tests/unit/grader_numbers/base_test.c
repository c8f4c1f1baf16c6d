/* The kind `base`: what a numeral earns and what it is told. */
#include "../triples/triples.h"
#include "grader_numbers/grader_numbers.h"

#define COUNT(rows) (sizeof(rows) / sizeof((rows)[0]))

static void test_conversions(void **state)
{
	static const struct triple rows[] = {
		/* Métropole 2017. */
		{ "'number': 26, 'to': 2", "11010", "20", "" },
		{ NULL, "0b11010", "20", "" },
		{ NULL, "(11010)2", "20", "" },
		{ NULL, "11010₂", "20", "" },
		{ NULL, "0001 1010", "20", "" },
		{ NULL, "01011", "0", "base-reversed" },
		{ NULL, "1011", "0", "base-reversed" },
		{ NULL, "26", "0", "base-not-converted" },
		{ NULL, "26₁₀", "0", "base-other" },
		{ NULL, "1A₁₆", "0", "base-other", "en base 16, et non en base 2" },
		{ NULL, "110100", "0", "base-shift" },
		{ NULL, "1101", "0", "base-shift" },
		{ NULL, "11011", "0", "base-off-by-one" },
		{ NULL, "11001", "0", "base-off-by-one" },
		{ NULL, "-11010", "0", "base-sign" },
		{ NULL, "12010", "0", "base-digit", "2 n’est pas un chiffre de la base 2" },
		{ NULL, "10010", "12", "base-suffix", "(3)" },
		{ NULL, "11110", "8", "base-suffix" },
		{ NULL, "1111", "0", "base-wrong", "1111 vaut 15 en base dix" },
		{ NULL, "11111", "0", "base-wrong" },
		{ NULL, "0", "0", "base-wrong" },
		{ NULL, "", "-", "answer-blank" },
		{ NULL, "11;010", "?", "numeral-more" },
		{ "'number': '1011101', 'from': 2, 'to': 16", "5D", "20", "" },
		{ NULL, "5d", "20", "" },
		{ NULL, "0x5D", "20", "" },
		{ NULL, "5D₁₆", "20", "" },
		{ NULL, "B5", "0", "base-groups-left" },
		{ NULL, "BA", "0", "base-groups-left" },
		{ NULL, "513", "0", "base-letters-split" },
		{ NULL, "5E", "0", "base-letters" },
		{ NULL, "5C", "0", "base-letters" },
		{ NULL, "93", "0", "base-not-converted" },
		{ NULL, "93₁₀", "0", "base-other" },
		{ NULL, "5Dh", "20", "" },
		{ NULL, "5D h", "20", "" },
		{ NULL, "D5h", "0", "base-reversed" },
		{ NULL, "h", "0", "base-digit" },
		{ NULL, "(5D)₁₀", "0", "base-digit", "D n’est pas un chiffre de la base 10" },
		{ NULL, "(5D)₈", "0", "base-digit", "D n’est pas un chiffre de la base 8" },
		{ NULL, "G5", "0", "base-digit" },
		{ NULL, "D5", "0", "base-reversed" },
		{ NULL, "5D0", "0", "base-shift" },
		{ NULL, "6D", "10", "base-suffix" },
		{ "'number': 'BC7', 'from': 16, 'to': 10", "3015", "20", "" },
		{ NULL, "3 015", "20", "" },
		{ NULL, "3287", "0", "base-letters-read" },
		{ NULL, "2743", "0", "base-letters-read" },
		{ NULL, "1995", "0", "base-weights-reversed" },
		{ NULL, "48240", "0", "base-weights-from-one" },
		{ NULL, "30", "0", "base-digit-sum" },
		{ NULL, "BC7", "0", "base-not-converted" },
		{ NULL, "3016", "0", "base-off-by-one" },
		{ NULL, "-3015", "0", "base-sign" },
		{ NULL, "3115", "10", "base-suffix" },
	};

	triples_run(&base_kind, rows, COUNT(rows));
}

static void test_groups(void **state)
{
	static const struct triple rows[] = {
		{ "'number': '1101', 'from': 2, 'to': 10", "13", "20", "" },
		{ NULL, "11", "0", "base-weights-reversed" },
		{ NULL, "26", "0", "base-weights-from-one" },
		{ NULL, "3", "0", "base-digit-sum" },
		{ NULL, "1101", "0", "base-not-converted" },
		{ NULL, "-13", "0", "base-sign" },
		{ NULL, "130", "0", "base-shift" },
		{ "'number': '2F1', 'from': 16, 'to': 2", "10 1111 0001", "20", "" },
		{ NULL, "1011111", "0", "base-groups-short" },
		{ NULL, "753", "0", "base-not-converted" },
		{ NULL, "1000111101", "0", "base-reversed" },
		{ "'number': '47', 'from': 8, 'to': 2", "100111", "20", "" },
		{ NULL, "111001", "0", "base-reversed" },
		{ "'number': '71', 'from': 8, 'to': 2", "111001", "20", "" },
		{ NULL, "1111", "0", "base-groups-short" },
		{ "'number': '1101011', 'from': 2, 'to': 8", "153", "20", "" },
		{ NULL, "651", "0", "base-groups-left" },
		{ NULL, "654", "0", "base-groups-left" },
		{ NULL, "351", "0", "base-reversed" },
		{ "'number': '201', 'from': 16, 'to': 2", "1000000001", "20", "" },
		{ NULL, "1001", "0", "base-groups-short" },
		{ NULL, "1000000011", "2", "base-suffix" },
		{ "'number': 'AF', 'from': 16, 'to': 10", "175", "20", "" },
		{ NULL, "192", "0", "base-letters-read" },
		{ NULL, "25", "0", "base-digit-sum" },
		{ NULL, "250", "0", "base-weights-reversed" },
		{ NULL, "2800", "0", "base-weights-from-one" },
		{ "'number': 255, 'to': 16", "FF", "20", "" },
		{ NULL, "1515", "0", "base-letters-split" },
		{ NULL, "EE", "0", "base-letters" },
		{ "'number': 171, 'to': 16", "AB", "20", "" },
		{ NULL, "1011", "0", "base-letters-split" },
		{ "'number': 13, 'to': 2, 'width': 8", "00001101", "20", "" },
		{ NULL, "1101", "10", "base-width" },
		{ NULL, "0000 1101", "20", "" },
		{ NULL, "001101", "10", "base-width", "8 chiffres" },
		{ NULL, "000001101", "10", "base-width" },
	};

	triples_run(&base_kind, rows, COUNT(rows));
}

static void test_fractions(void **state)
{
	static const struct triple rows[] = {
		{ "'number': '5,375', 'to': 2", "101,011", "20", "" },
		{ NULL, "101.011", "20", "" },
		{ NULL, "101,0110", "20", "" },
		{ NULL, "101,110", "0", "base-fraction-reversed" },
		{ NULL, "101,101110111", "0", "base-fraction-as-integer" },
		{ NULL, "101", "0", "base-fraction-lost" },
		{ NULL, "5,375", "0", "base-not-converted" },
		{ NULL, "1010,11", "0", "base-shift" },
		{ NULL, "111,011", "40/3", "base-suffix" },
		{ "'number': '0,75', 'to': 2", "0,11", "20", "" },
		{ NULL, ",11", "?", "numeral-expected" },
		{ NULL, "0,1001011", "0", "base-fraction-as-integer" },
		{ NULL, "0", "0", "base-fraction-lost" },
		{ "'number': '110,1', 'from': 2, 'to': 10", "6,5", "20", "" },
		{ NULL, "6,1", "0", "base-fraction-as-integer" },
		{ NULL, "6", "0", "base-fraction-lost" },
		{ "'number': '101,01', 'from': 2, 'to': 10", "5,25", "20", "" },
		{ NULL, "5,1", "0", "base-fraction-as-integer" },
		{ NULL, "5", "0", "base-fraction-lost" },
		{ NULL, "5,52", "0", "base-fraction-reversed" },
		{ "'number': '101,011', 'from': 2, 'to': 16", "5,6", "20", "" },
		{ NULL, "5,3", "0", "base-groups-fraction" },
		{ NULL, "A,6", "0", "base-groups-left" },
		{ "'number': '1,00001', 'from': 2, 'to': 8", "1,02", "20", "" },
		{ NULL, "1,01", "0", "base-groups-fraction" },
		{ NULL, "1,2", "0", NULL },
		{ NULL, "1,20", "0", NULL },
		{ "'number': '0,11', 'from': 2, 'to': 16", "0,C", "20", "" },
		{ NULL, "0,3", "0", "base-groups-fraction" },
		{ NULL, "0,12", "0", "base-letters-split" },
		{ NULL, "0,D", "0", "base-letters" },
		{ "'number': '0,1', 'to': 2, 'places': 8", "0,00011001", "20", "" },
		{ NULL, "0,0001100110", "20", "" },
		{ NULL, "0,00011010", "20", "" },
		{ NULL, "0,00011", "10", "base-few-places", "8 sont demandés" },
		{ NULL, "0,0001", "10", "base-few-places" },
		{ NULL, "0,000110", "10", "base-few-places" },
		{ NULL, "0,0", "0", "base-few-places" },
		{ NULL, "0,1", "0", "base-not-converted" },
		{ NULL, "0,10011000", "0", "base-fraction-reversed" },
		{ NULL, "0,10011", "0", "base-fraction-reversed" },
		{ NULL, "0,11111111", "0", "base-wrong" },
	};

	triples_run(&base_kind, rows, COUNT(rows));
}

static void test_operations(void **state)
{
	static const struct triple rows[] = {
		{ "'sum': ['7', '4'], 'from': 16", "B", "20", "" },
		{ NULL, "11", "0", "base-not-converted" },
		{ NULL, "C", "0", "base-letters" },
		{ "'sum': ['1011', '110'], 'from': 2", "10001", "20", "" },
		{ NULL, "1121", "0", "base-as-decimal" },
		{ NULL, "1101", "0", "base-no-carry" },
		{ NULL, "17", "0", "base-not-converted" },
		{ NULL, "10010", "0", "base-off-by-one" },
		{ "'sum': ['3A', 'C8'], 'from': 16", "102", "20", "" },
		{ NULL, "F2", "0", "base-no-carry" },
		{ NULL, "103", "0", "base-off-by-one" },
		{ "'product': ['101', '11'], 'from': 2", "1111", "20", "" },
		{ NULL, "1110", "0", "base-off-by-one" },
		{ NULL, "15", "0", "base-not-converted" },
		{ "'product': ['12', '3'], 'from': 5", "41", "20", "" },
		{ NULL, "36", "0", "base-as-decimal" },
		{ NULL, "24", "0", "base-wrong-result" },
		{ NULL, "44", "0", "base-wrong-result" },
		{ "'difference': ['1000', '11'], 'from': 2", "101", "20", "" },
		{ NULL, "989", "0", "base-as-decimal" },
		{ NULL, "1011", "0", "base-wrong-result" },
		{ NULL, "-101", "0", "base-sign" },
		{ "'sum': ['777', '1'], 'from': 8", "1000", "20", "" },
		{ NULL, "770", "0", "base-no-carry" },
		{ NULL, "778", "0", "base-as-decimal" },
		{ "'difference': ['11', '101'], 'from': 2", "-10", "20", "" },
		{ NULL, "10", "0", "base-sign" },
		{ "'sum': ['101', '11'], 'from': 2, 'to': 10", "8", "20", "" },
		{ NULL, "1000₂", "0", "base-other" },
	};

	triples_run(&base_kind, rows, COUNT(rows));
}

static void test_refusals(void **state)
{
	static const struct refusal rows[] = {
		{ "'to': 2", "one-number-asked", "/questions/0" },
		{ "'number': 1, 'sum': [1, 2]", "one-number-asked", "/questions/0" },
		{ "'number': 26", "same-base", "/questions/0" },
		{ "'number': 26, 'to': 37", "out-of-range", "/questions/0/to" },
		{ "'number': '12', 'from': 2, 'to': 10", "numeral-digit", "/questions/0/number" },
		{ "'number': '1A₁₆', 'from': 36, 'to': 10", "base-of-number", "/questions/0/number" },
		{ "'number': '0,1', 'to': 2", "digits-without-end", "/questions/0" },
		{ "'number': true, 'to': 2", "numeral-expected-here", "/questions/0/number" },
		{ "'sum': [1], 'from': 2", "two-to-four-numbers", "/questions/0/sum" },
		{ "'difference': [1, 1, 1], 'from': 2", "two-to-four-numbers", "/questions/0/difference" },
		{ "'number': 26, 'to': 2, 'width': 4", "width-too-small", "/questions/0/width" },
	};

	refusals_run(&base_kind, rows, COUNT(rows));
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_conversions),
		cmocka_unit_test(test_groups),
		cmocka_unit_test(test_fractions),
		cmocka_unit_test(test_operations),
		cmocka_unit_test(test_refusals),
	};

	return cmocka_run_group_tests_name("numbers/base", tests, NULL, NULL);
}
