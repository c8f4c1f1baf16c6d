/*
 * Truth tables and Karnaugh maps as texts. Whatever comes in is read or told to be unreadable, reading and marking agree,
 * the points lie between none and all, and what is unreadable earns nothing and says why.
 * links: grader_boolean
 */
#include "../answer_check.h"
#include "grader_boolean/grader_boolean.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t bytes);

static const char table_exercise[] =
	"{\"format\": 1, \"title\": \"T\", \"questions\": [{\"id\": \"q\", \"kind\": \"truth-table\", \"points\": 20, "
	"\"variables\": [\"a\", \"b\"], \"function\": \"a' + ab\", \"dont_care\": [2], \"columns\": [\"a'\", "
	"\"ab\"]}]}";
static const char map_exercise[] =
	"{\"format\": 1, \"title\": \"T\", \"questions\": [{\"id\": \"q\", \"kind\": \"karnaugh\", \"points\": 20, "
	"\"variables\": [\"a\", \"b\", \"c\"], \"function\": \"ab + a'c\", \"dont_care\": [4]}]}";

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t bytes)
{
	static const struct kind *const kinds[] = { &truth_table_kind, &karnaugh_kind, NULL };
	struct arena *cleanup_arena arena = arena_new(0);
	static const char *const exercises[] = { table_exercise, map_exercise };

	for (size_t i = 0; i < 2; i++)
		try_answers(exercises[i], kinds, data, bytes, arena);
	return 0;
}
