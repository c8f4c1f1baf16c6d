/*
 * Answers about sequences as texts: lists, formulas in n, numbers, words. Whatever comes in is read or told to be
 * unreadable, reading and marking agree, the points lie between none and all, and what is unreadable earns nothing and
 * says why.
 * links: grader_steps
 */
#include "../answer_check.h"
#include "grader_steps/grader_steps.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t bytes);

#define EXERCISE(asked)                                                                                                \
	"{\"format\": 1, \"title\": \"T\", \"questions\": [{\"id\": \"q\", \"kind\": \"sequence\", \"points\": 20, "   \
	"\"first\": 50, \"next\": \"0.8*u + 20\", " asked "}]}"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t bytes)
{
	static const struct kind *const kinds[] = { &sequence_kind, NULL };
	static const char *const exercises[] = { EXERCISE("\"ask\": \"closed-form\""),
		EXERCISE("\"ask\": \"terms\", \"count\": 4"),
		EXERCISE("\"ask\": \"sum\", \"count\": 4, \"decimals\": 1"),
		EXERCISE("\"ask\": \"rank\", \"condition\": \"u > 90\""), EXERCISE("\"ask\": \"nature\"") };
	struct arena *cleanup_arena arena = arena_new(0);

	for (size_t i = 0; i < sizeof(exercises) / sizeof(exercises[0]); i++)
		try_answers(exercises[i], kinds, data, bytes, arena);
	return 0;
}
