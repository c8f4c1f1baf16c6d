/*
 * Work line by line as texts, of every method. Whatever comes in is read or told to be unreadable, reading and marking
 * agree, the points lie between none and all, and what is unreadable earns nothing and says why.
 * links: grader_steps
 */
#include "../answer_check.h"
#include "grader_steps/grader_steps.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t bytes);

#define EXERCISE(method, given)                                                                                        \
	"{\"format\": 1, \"title\": \"T\", \"questions\": [{\"id\": \"q\", \"kind\": \"steps\", \"points\": 20, "      \
	"\"method\": \"" method "\", \"given\": {" given "}}]}"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t bytes)
{
	static const struct kind *const kinds[] = { &steps_kind, NULL };
	static const char *const exercises[] = { EXERCISE("euclid", "\"a\": 84, \"b\": 36"),
		EXERCISE("bezout", "\"a\": 97, \"b\": 35"), EXERCISE("divisions", "\"n\": 93, \"base\": 16"),
		EXERCISE("sieve", "\"n\": 30"), EXERCISE("factorisation", "\"n\": 120"),
		EXERCISE("power-mod", "\"a\": 5, \"exponent\": 13, \"n\": 11"), EXERCISE("divisors", "\"n\": 60") };
	struct arena *cleanup_arena arena = arena_new(0);

	for (size_t i = 0; i < sizeof(exercises) / sizeof(exercises[0]); i++)
		try_answers(exercises[i], kinds, data, bytes, arena);
	return 0;
}
