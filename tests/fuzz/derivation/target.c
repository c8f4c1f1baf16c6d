/*
 * Expressions and derivations as texts and JSON. Whatever comes in is read or told to be unreadable, reading and marking agree,
 * the points lie between none and all, and what is unreadable earns nothing and says why.
 * links: grader_boolean
 */
#include "../answer_check.h"
#include "grader_boolean/grader_boolean.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t bytes);

static const char *const exercises[] = {
	"{\"format\": 1, \"title\": \"T\", \"questions\": [{\"id\": \"q\", \"kind\": \"boolean\", \"points\": 20, "
	"\"variables\": [\"a\", \"b\", \"c\"], \"function\": \"ab + a'c\", \"dont_care\": \"abc\", \"form\": "
	"\"minimal-sum\"}]}",
	"{\"format\": 1, \"title\": \"T\", \"questions\": [{\"id\": \"q\", \"kind\": \"boolean\", \"points\": 20, "
	"\"variables\": [\"a\", \"b\", \"c\"], \"function\": \"ab + a'c\", \"form\": \"nand\"}]}",
	"{\"format\": 1, \"title\": \"T\", \"questions\": [{\"id\": \"q\", \"kind\": \"derivation\", \"points\": 20, "
	"\"variables\": [\"a\", \"b\", \"c\"], \"from\": \"ab + a'b + c\", \"to\": \"b + c\", \"laws\": \"named\"}]}",
	"{\"format\": 1, \"title\": \"T\", \"questions\": [{\"id\": \"q\", \"kind\": \"derivation\", \"points\": 20, "
	"\"variables\": [\"a\", \"b\", \"c\"], \"from\": \"ab + a'b + ac + a'c\", \"form\": \"minimal-product\"}]}",
};

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t bytes)
{
	static const struct kind *const kinds[] = { &boolean_kind, &derivation_kind, NULL };
	struct arena *cleanup_arena arena = arena_new(0);

	for (size_t i = 0; i < sizeof(exercises) / sizeof(exercises[0]); i++)
		try_answers(exercises[i], kinds, data, bytes, arena);
	return 0;
}
