/*
 * Choices and short answers as texts and as JSON. Whatever comes in is read or told to be unreadable, reading and marking
 * agree, the points lie between none and all, and what is unreadable earns nothing and says why.
 * links: grader_choice
 */
#include "../answer_check.h"
#include "grader_choice/grader_choice.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t bytes);

#define BEFORE "{\"format\": 1, \"title\": \"T\", \"questions\": [{\"id\": \"q\", \"points\": 20, \"kind\": "
static const char one[] = BEFORE "\"choice\", \"options\": [{\"text\": \"injective\", \"why\": \"Non.\"}, {\"text\": "
				 "\"surjective\", \"right\": true}, {\"id\": \"ni-ni\", \"text\": \"ni l’une, ni "
				 "l’autre\"}]}]}";
static const char several[] = BEFORE "\"choice\", \"several\": true, \"options\": [{\"right\": true}, {}, {\"right\": "
				     "true}, {\"text\": \"x\"}]}]}";
static const char words[] = BEFORE "\"text\", \"accept\": [\"relation d’équivalence\", \"équivalence\"], \"patterns\": "
				   "[\"une (relation d')?équivalence\"], \"spelling\": 2, \"mistakes\": [{\"pattern\": "
				   "\"(une )?ordre( [a-z]*)?\", \"says\": \"Non.\", \"credit\": \"1/4\"}]}]}";
static const char strict[] = BEFORE "\"text\", \"accept\": [\"Élan\"], \"keep_case\": true, \"keep_accents\": true, "
				    "\"spelling\": 1}]}";

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t bytes)
{
	static const struct kind *const kinds[] = { &choice_kind, &text_kind, NULL };
	struct arena *cleanup_arena arena = arena_new(0);
	static const char *const exercises[] = { one, several, words, strict };

	for (size_t i = 0; i < 4; i++)
		try_answers(exercises[i], kinds, data, bytes, arena);
	return 0;
}
