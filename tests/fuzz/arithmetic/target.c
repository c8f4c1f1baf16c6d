/*
 * Answers to questions of arithmetic: numbers, pairs, congruences, numerals, ciphers. Whatever comes in is read or told to be
 * unreadable, reading and marking agree, the points lie between none and all, and what is unreadable earns nothing and says why.
 * links: grader_numbers
 */
#include "../answer_check.h"
#include "grader_numbers/grader_numbers.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t bytes);

#define QUESTION(kind, keys)                                                                                           \
	"{\"format\": 1, \"title\": \"T\", \"questions\": [{\"id\": \"q\", \"kind\": \"" kind                          \
	"\", \"points\": 20, " keys "}]}"

static const char *const exercises[] = {
	QUESTION("number", "\"given\": {\"a\": 2014, \"b\": 513}, \"ask\": \"gcd(a, b)\", \"units\": [\"jours\"]"),
	QUESTION("number", "\"value\": \"10/7\", \"round\": 2, \"percent\": true"),
	QUESTION("number", "\"value\": \"3/4\", \"form\": \"fraction\""),
	QUESTION("number", "\"ask\": \"inverse_mod(7, 26)\", \"modulo\": 26, \"reduced\": true"),
	QUESTION("number", "\"division\": [2014, 26]"),
	QUESTION("number", "\"bezout\": [26, 7]"),
	QUESTION("number", "\"congruence\": [6, 4, 8]"),
	QUESTION("base", "\"number\": \"101,011\", \"from\": 2, \"to\": 16"),
	QUESTION("base", "\"number\": \"0,1\", \"to\": 2, \"places\": 8"),
	QUESTION("base", "\"sum\": [\"3A\", \"C8\"], \"from\": 16, \"width\": 4"),
	QUESTION("cipher", "\"method\": \"affine\", \"a\": 7, \"b\": 3, \"encode\": \"BTS\""),
	QUESTION("cipher", "\"method\": \"rsa\", \"p\": 3, \"q\": 11, \"e\": 3, \"decode\": [8, 26, 1]"),
};

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t bytes)
{
	static const struct kind *const kinds[] = { &number_kind, &base_kind, &cipher_kind, NULL };
	struct arena *cleanup_arena arena = arena_new(0);

	for (size_t i = 0; i < sizeof(exercises) / sizeof(exercises[0]); i++)
		try_answers(exercises[i], kinds, data, bytes, arena);
	return 0;
}
