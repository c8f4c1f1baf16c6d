/*
 * The keys of the two Python kinds: one table each for the reader, the published schema and the documentation.
 */
#pragma once
#include "model/reader.h"

enum {
	FUNCTION_QUESTION_KEYS = 10,
	FUNCTION_TEST_KEYS = 13,
	PROGRAM_QUESTION_KEYS = 7,
	PROGRAM_TEST_KEYS = 10,
	FORBID_KEYS = 5,
	REQUIRE_KEYS = 4,
	LIMITS_KEYS = 3
};

extern const struct key_spec function_question_keys[FUNCTION_QUESTION_KEYS], function_test_keys[FUNCTION_TEST_KEYS];
extern const struct key_spec program_question_keys[PROGRAM_QUESTION_KEYS], program_test_keys[PROGRAM_TEST_KEYS];
extern const struct key_spec forbid_keys[FORBID_KEYS], require_keys[REQUIRE_KEYS], limits_keys[LIMITS_KEYS];

enum { LIMIT_CPU_MS = 1000, LIMIT_MEMORY_MB = 128, LIMIT_OUTPUT_KB = 64 };
