/*
 * Answers to questions about matrices: grids in all notations, systems, conclusions. Whatever comes in is read or told to be
 * unreadable, reading and marking agree, the points lie between none and all, what is unreadable earns nothing and says why,
 * and what other questions take from an answer is a matrix or nothing.
 * links: grader_matrix
 */
#include "../answer_check.h"
#include "grader_matrix/grader_matrix.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t bytes);

#define QUESTION(keys)                                                                                                 \
	"{\"format\": 1, \"title\": \"T\", \"questions\": [{\"id\": \"q\", \"kind\": \"matrix\", \"points\": "         \
	"20, " keys "}]}"

static const char *const exercises[] = {
	QUESTION("\"given\": {\"A\": [[1, 2], [3, 4]], \"B\": [[5, 6], [7, 8]]}, \"ask\": \"A*B\""),
	QUESTION("\"given\": {\"A\": [[1, 2], [3, \"1/2\"]]}, \"ask\": \"A^-1\""),
	QUESTION("\"given\": {\"A\": [[3, 3], [2, 5]]}, \"ask\": \"A^-1\", \"mod\": 26"),
	QUESTION("\"given\": {\"M\": [[0, 1, 1], [0, 0, 1], [1, 0, 0]]}, \"ask\": \"bool_sum(M, bool_power(M, 2))\""),
	QUESTION("\"given\": {\"M\": [[0, 1, 1], [0, 0, 1], [1, 0, 0]]}, \"ask\": \"M\", \"adjacency\": true"),
	QUESTION("\"system\": {\"A\": [[2, 1], [1, -1]], \"b\": [5, 1]}"),
	QUESTION("\"system\": {\"A\": [[1, 2], [2, 4]], \"b\": [1, 2]}"),
	QUESTION("\"given\": {\"A\": [[2, 1], [7, 4]], \"B\": [[4, -1], [-7, 2]]}, \"is_inverse\": {\"of\": \"A\", "
		 "\"candidate\": \"B\"}"),
};

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t bytes)
{
	static const struct kind *const kinds[] = { &matrix_kind, NULL };
	struct arena *cleanup_arena arena = arena_new(0);

	for (size_t i = 0; i < sizeof(exercises) / sizeof(exercises[0]); i++) {
		const struct question *question = load(exercises[i], kinds, arena);
		json_t *answer = json_keep(arena, json_stringn((const char *)data, bytes)), *value;

		try_answers(exercises[i], kinds, data, bytes, arena);
		value = answer ? matrix_kind.value(question, answer, arena) : NULL;
		if (value && !json_is_array(value))
			abort();
	}
	return 0;
}
