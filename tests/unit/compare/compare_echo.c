/*
 * For compare_against_python.py: reads {mode u32, absolute f64, relative f64, bytes u32, bytes u32, expected, got} and
 * answers {equal u8, why u8, bytes u32, path}.
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include "compare.h"

struct request {
	uint32_t mode;
	uint32_t bytes[2];
	double absolute, relative;
};

static const struct value *take(uint32_t bytes, struct arena *arena)
{
	struct err err = { 0 };
	const struct value *value;
	char *data = arena_alloc(arena, bytes + 1);
	if (fread(data, 1, bytes, stdin) != bytes || value_decode(&value, data, bytes, arena, &err) < 0) {
		fprintf(stderr, "%s\n", err.text);
		exit(1);
	}
	return value;
}

int main(void)
{
	struct request request;
	while (fread(&request, sizeof(request), 1, stdin) == 1) {
		cleanup_arena struct arena *arena = arena_new(0);
		struct compare_rule rule = { (enum compare_mode)request.mode, request.absolute, request.relative };
		const struct value *expected = take(request.bytes[0], arena);
		const struct value *got = take(request.bytes[1], arena);
		struct compare_result result;
		compare_values(&result, &rule, expected, got, arena);
		uint8_t head[2] = { result.equal, (uint8_t)result.why };
		uint32_t length = (uint32_t)strlen(result.path);
		fwrite(head, 1, 2, stdout);
		fwrite(&length, 4, 1, stdout);
		fwrite(result.path, 1, length, stdout);
		fflush(stdout);
	}
	return 0;
}
