/* The kind `cipher`: what an encoded or decoded text earns and what it is told. */
#include "../triples/triples.h"
#include "grader_numbers/grader_numbers.h"

#define COUNT(rows) (sizeof(rows) / sizeof((rows)[0]))

static void test_affine(void **state)
{
	/* 7x + 3: B T S (1, 19, 18) becomes K G Z (10, 6, 25). The inverse of 7 modulo 26 is 15. */
	static const struct triple rows[] = {
		{ "'method': 'affine', 'a': 7, 'b': 3, 'encode': 'BTS'", "KGZ", "20", "" },
		{ NULL, "k g z", "20", "" },
		{ NULL, "10 ; 6 ; 25", "20", "" },
		{ NULL, "10 6 25", "20", "" },
		{ NULL, "10, 6, 25", "20", "" },
		{ NULL, "10 ; 136 ; 129", "10", "cipher-not-reduced", "modulo 26" },
		{ NULL, "-16 ; 6 ; 25", "10", "cipher-not-reduced" },
		{ NULL, "36 6 25", "10", "cipher-not-reduced" },
		{ NULL, "BTS", "0", "cipher-unchanged" },
		{ NULL, "WGR", "0", "cipher-decoded" },
		{ NULL, "HDW", "0", "cipher-without-sum" },
		{ NULL, "EWV", "0", "cipher-without-factor" },
		{ NULL, "KMJ", "0", "cipher-exchanged" },
		{ NULL, "CYR", "0", "cipher-sum-first" },
		{ NULL, "EAT", "0", "cipher-sum-sign" },
		{ NULL, "QMF", "0", "cipher-from-one" },
		{ NULL, "KGA", "40/3", "cipher-symbol", "Le symbole 3 est faux\u00a0: pour S, calculez 7 × 18 + 3" },
		{ NULL, "KZZ", "40/3", "cipher-symbol" },
		{ NULL, "KG", "20/3", "cipher-length" },
		{ NULL, "KGZZ", "7.5", "cipher-length" },
		{ NULL, "AAA", "0", "cipher-symbol" },
		{ NULL, "", "-", "answer-blank" },
		{ NULL, "KGÉ", "?", "cipher-letter" },
		{ NULL, "99999999999999999999 1 2", "?", "cipher-number" },
	};

	triples_run(&cipher_kind, rows, COUNT(rows));
}

static void test_decoding(void **state)
{
	static const struct triple rows[] = {
		{ "'method': 'affine', 'a': 7, 'b': 3, 'decode': 'KGZ'", "BTS", "20", "" },
		{ NULL, "1 ; 19 ; 18", "20", "" },
		{ NULL, "KGZ", "0", "cipher-unchanged" },
		{ NULL, "VTW", "0", "cipher-encoded" },
		{ NULL, "UML", "0", "cipher-without-sum" },
		{ NULL, "HDW", "0", "cipher-without-factor" },
		{ NULL, "NFE", "0", "cipher-sum-sign" },
		{ NULL, "XVY", "0", "cipher-factor-kept" },
		{ NULL, "RJI", "0", "cipher-sum-last" },
		{ NULL, "ZHI", "0", "cipher-inverse-sign" },
		{ NULL, "PHG", "0", "cipher-from-one" },
		{ NULL, "BTA", "40/3", "cipher-symbol-decoded", "avec 7 × y + 3 ≡ 25 [26]" },
		{ NULL, "BAS", "40/3", "cipher-symbol-decoded" },
		{ NULL, "AAS", "20/3", "cipher-symbol-decoded" },
		{ "'method': 'affine', 'a': 3, 'b': 5, 'encode': 'SIO'", "HDV", "20", "" },
		{ NULL, "SIO", "0", "cipher-unchanged" },
		{ NULL, "NBD", "0", "cipher-decoded" },
		{ NULL, "CYQ", "0", "cipher-without-sum" },
		{ NULL, "XNT", "0", "cipher-without-factor" },
		{ NULL, "PRV", "0", "cipher-exchanged" },
		{ NULL, "RNF", "0", "cipher-sum-first" },
		{ NULL, "XTL", "0", "cipher-sum-sign" },
		{ NULL, "JFX", "0", "cipher-from-one" },
		{ NULL, "HDA", "40/3", "cipher-symbol" },
		{ NULL, "HD", "20/3", "cipher-length" },
		{ "'method': 'affine', 'a': 3, 'b': 5, 'decode': [7, 3, 21]", "18 ; 8 ; 14", "20", "" },
		{ NULL, "SIO", "20", "" },
		{ NULL, "0 ; 14 ; 16", "0", "cipher-encoded" },
		{ NULL, "6 ; 20 ; 22", "0", "cipher-factor-kept" },
		{ NULL, "8 ; 18 ; 12", "0", "cipher-inverse-sign" },
		{ NULL, "6 ; 22 ; 2", "0", "cipher-sum-last" },
		{ "'method': 'affine', 'a': 1, 'b': 3, 'encode': 'CESAR'", "FHVDU", "20", "" },
		{ NULL, "ZBPXO", "0", "cipher-decoded" },
		{ NULL, "FHVDA", "16", "cipher-symbol" },
		{ "'method': 'affine', 'a': 5, 'b': 8, 'encode': 'INFO'", "WVHA", "20", "" },
		{ NULL, "RFTN", "0", "cipher-exchanged" },
		{ NULL, "CBNG", "0", "cipher-sum-first" },
		{ "'method': 'affine', 'a': 5, 'b': 8, 'decode': 'WVHA'", "INFO", "20", "" },
		{ NULL, "OJRI", "0", "cipher-encoded" },
		{ NULL, "SNVM", "0", "cipher-factor-kept" },
		{ NULL, "MRJS", "0", "cipher-sum-last" },
		{ NULL, "UZRA", "0", "cipher-without-sum" },
		{ NULL, "ONZS", "0", "cipher-without-factor" },
		{ NULL, "GLDM", "0", "cipher-sum-sign" },
		{ NULL, "CHZI", "0", "cipher-from-one" },
		{ "'method': 'affine', 'a': 7, 'b': 3, 'decode': 'KG'", "BT", "20", "" },
		{ NULL, "ZH", "0", "cipher-inverse-sign" },
		{ "'method': 'affine', 'a': 5, 'b': 8, 'decode': 'WVHA'", "INFO", "20", "" },
		{ NULL, "IQQA", "5", "cipher-symbol-decoded" },
		{ NULL, "INFOAAAAAA", "4", "cipher-length" },
		{ NULL, "SNVM!", "?", "cipher-letter" },
	};

	triples_run(&cipher_kind, rows, COUNT(rows));
}

static void test_rsa(void **state)
{
	/* n = 33, phi = 20, e = 3, d = 7. */
	static const struct triple rows[] = {
		{ "'method': 'rsa', 'p': 3, 'q': 11, 'e': 3, 'encode': [4, 9]", "31 ; 3", "20", "" },
		{ NULL, "31 3", "20", "" },
		{ NULL, "[31, 3]", "20", "", NULL, true },
		{ NULL, "['31', '4']", "10", "rsa-symbol", NULL, true },
		{ NULL, "64 ; 3", "10", "cipher-not-reduced", "modulo 33" },
		{ NULL, "64 ; 729", "10", "cipher-not-reduced" },
		{ NULL, "4 ; 9", "0", "cipher-unchanged" },
		{ NULL, "16 ; 15", "0", "rsa-private" },
		{ NULL, "12 ; 27", "0", "rsa-product" },
		{ NULL, "15 ; 15", "0", "rsa-exchanged" },
		{ NULL, "4 ; 9 ; 1", "0", "cipher-length" },
		{ NULL, "31 ; 4", "10", "rsa-symbol", "pour 9, calculez 9 puissance 3 modulo 33" },
		{ NULL, "31", "0", "cipher-length" },
		{ NULL, "0 ; 0", "0", "rsa-symbol" },
		{ "'method': 'rsa', 'p': 3, 'q': 11, 'e': 3, 'decode': [31, 3]", "4 ; 9", "20", "" },
		{ NULL, "EJ", "20", "" },
		{ NULL, "25 ; 27", "0", "rsa-public" },
		{ NULL, "19 ; 21", "0", "rsa-product" },
		{ NULL, "31 ; 3", "0", "cipher-unchanged" },
		{ NULL, "11 ; 7", "0", "rsa-phi" },
		{ NULL, "4 ; 8", "10", "rsa-symbol" },
		{ "'method': 'rsa', 'p': 5, 'q': 11, 'e': 3, 'encode': [2, 3]", "8 ; 27", "20", "" },
		{ NULL, "18 ; 42", "0", "rsa-private" },
		{ NULL, "6 ; 9", "0", "rsa-product" },
		{ NULL, "9 ; 27", "0", "rsa-exchanged" },
		{ "'method': 'rsa', 'p': 5, 'q': 11, 'e': 7, 'encode': [7, 9]", "28 ; 4", "20", "" },
		{ NULL, "23 ; 9", "0", "rsa-phi" },
		{ NULL, "28 ; 52", "0", "rsa-exchanged" },
		{ NULL, "28 ; 5", "10", "rsa-symbol" },
		{ NULL, "13 ; 14", "0", "rsa-private" },
		{ "'method': 'rsa', 'p': 5, 'q': 11, 'e': 7, 'decode': [28, 4]", "7 ; 9", "20", "" },
		{ NULL, "52 ; 49", "0", "rsa-public" },
		{ NULL, "32 ; 24", "0", "rsa-phi" },
		{ NULL, "52 ; 48", "0", "rsa-symbol" },
		{ "'method': 'rsa', 'p': 5, 'q': 11, 'e': 3, 'decode': [8, 27]", "2 ; 3", "20", "" },
		{ NULL, "17 ; 48", "0", "rsa-public" },
	};

	triples_run(&cipher_kind, rows, COUNT(rows));
}

static void test_refusals(void **state)
{
	static const struct refusal rows[] = {
		{ "'method': 'affine', 'a': 7, 'b': 3", "encode-or-decode", "/questions/0" },
		{ "'method': 'affine', 'a': 7, 'b': 3, 'encode': 'A', 'decode': 'A'", "encode-or-decode",
			"/questions/0" },
		{ "'method': 'affine', 'a': 7, 'encode': 'A'", "affine-key", "/questions/0" },
		{ "'method': 'affine', 'a': 13, 'b': 3, 'encode': 'A'", "affine-no-inverse", "/questions/0/a" },
		{ "'method': 'affine', 'a': 7, 'b': 3, 'encode': 'A1'", "text-symbol", "/questions/0/encode" },
		{ "'method': 'affine', 'a': 7, 'b': 3, 'encode': [26]", "text-symbol", "/questions/0/encode" },
		{ "'method': 'affine', 'a': 7, 'b': 3, 'encode': ''", "text-length", "/questions/0/encode" },
		{ "'method': 'affine', 'a': 7, 'b': 3, 'encode': 'A', 'alphabet': 'AA'", "bad-alphabet",
			"/questions/0/alphabet" },
		{ "'method': 'rsa', 'p': 4, 'q': 3, 'e': 3, 'encode': [1]", "rsa-primes", "/questions/0" },
		{ "'method': 'rsa', 'p': 3, 'q': 3, 'e': 3, 'encode': [1]", "rsa-primes", "/questions/0" },
		{ "'method': 'rsa', 'p': 3, 'q': 11, 'e': 2, 'encode': [1]", "rsa-exponent", "/questions/0" },
	};

	refusals_run(&cipher_kind, rows, COUNT(rows));
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_affine),
		cmocka_unit_test(test_decoding),
		cmocka_unit_test(test_rsa),
		cmocka_unit_test(test_refusals),
	};

	return cmocka_run_group_tests_name("numbers/cipher", tests, NULL, NULL);
}
