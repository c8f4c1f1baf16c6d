/*
 * Answers about sets, relations and mappings, as text and as JSON. Whatever comes in is read or told to be unreadable,
 * reading and marking agree, the points lie between none and all, and what is unreadable earns nothing and says why.
 * links: grader_sets
 */
#include "../answer_check.h"
#include "grader_sets/grader_sets.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t bytes);

#define EXERCISE(keys)                                                                                                 \
	"{\"format\": 1, \"title\": \"T\", \"questions\": [{\"id\": \"q\", \"points\": 20, \"kind\": " keys "}]}"

static const char *const exercises[] = {
	EXERCISE("\"set\", \"given\": {\"A\": \"{1;2;a}\", \"B\": \"{2;b}\", \"E\": \"{1;2;a;b;c}\"}, \"universe\": "
		 "\"E\", "
		 "\"ask\": \"∁(A ∩ B)\""),
	EXERCISE("\"set\", \"given\": {\"E\": \"{a;b}\"}, \"ask\": \"P(E)\""),
	EXERCISE("\"set\", \"given\": {\"I\": \"[0;2[\", \"J\": \"]1;+∞[\"}, \"ask\": \"I Δ J\""),
	EXERCISE("\"set\", \"given\": {\"E\": \"{a;b}\"}, \"ask\": \"card(P(E × E))\""),
	EXERCISE("\"set\", \"sets\": [\"A\", \"B\"], \"form\": \"expression\", \"ask\": \"A \\\\ B\""),
	EXERCISE("\"set\", \"sets\": [\"A\", \"B\"], \"form\": \"regions\", \"ask\": \"A \\\\ B\""),
	EXERCISE("\"relation\", \"set\": \"{1;2;3}\", \"relation\": \"(1;1) (1;2) (2;3)\", \"ask\": [\"reflexive\", "
		 "\"transitive\", \"matrix\", \"inverse\"]"),
	EXERCISE("\"relation\", \"set\": \"{1;2;4}\", \"rule\": \"y mod x == 0\", \"ask\": [\"hasse\", \"minimal\", "
		 "\"least\", \"antisymmetric\"]"),
	EXERCISE("\"relation\", \"set\": \"{1;2;3}\", \"rule\": \"(x - y) mod 2 == 0\", \"ask\": [\"classes\"]"),
	EXERCISE("\"mapping\", \"from\": \"{1;2}\", \"to\": \"{a;b;c}\", \"map\": \"1→a, 2→b\", \"ask\": "
		 "[\"injective\", "
		 "\"surjective\", \"image\"]"),
};

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t bytes)
{
	static const struct kind *const kinds[] = { &set_kind, &relation_kind, &mapping_kind, NULL };
	struct arena *cleanup_arena arena = arena_new(0);

	for (size_t i = 0; i < sizeof(exercises) / sizeof(exercises[0]); i++)
		try_answers(exercises[i], kinds, data, bytes, arena);
	return 0;
}
