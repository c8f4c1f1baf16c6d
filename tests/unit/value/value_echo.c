/*
 * For value_against_python.py: reads {bytes u32, max_bytes u32, data} little-endian from standard input, and
 * answers each with {status u8, bytes u32, repr, bytes u32, encoding}; status is 0, or the kind of the error
 * with its text for a repr.
 */
#include <stdio.h>
#include <stdlib.h>
#include "sandbox/value.h"

static void answer(uint8_t status, const struct buf *repr, const struct buf *encoding)
{
	uint32_t lengths[2] = { (uint32_t)repr->len, (uint32_t)encoding->len };
	fwrite(&status, 1, 1, stdout);
	fwrite(&lengths[0], 4, 1, stdout);
	fwrite(buf_str(repr), 1, repr->len, stdout);
	fwrite(&lengths[1], 4, 1, stdout);
	fwrite(buf_str(encoding), 1, encoding->len, stdout);
	fflush(stdout);
}

static void echo(const void *data, uint32_t bytes, uint32_t max_bytes)
{
	cleanup_arena struct arena *arena = arena_new(0);
	cleanup_buf struct buf repr = BUF_INIT;
	cleanup_buf struct buf encoding = BUF_INIT;
	const struct value *value;
	struct err err = { 0 };
	if (value_decode(&value, data, bytes, arena, &err) < 0) {
		buf_addstr(&repr, err.text);
		answer((uint8_t)err.kind, &repr, &encoding);
		return;
	}
	value_repr(&repr, value, max_bytes);
	value_encode(&encoding, value);
	answer(0, &repr, &encoding);
}

int main(void)
{
	uint32_t lengths[2];
	while (fread(lengths, sizeof(lengths), 1, stdin) == 1) {
		char *data = malloc(lengths[0] + 1);
		if (data == NULL || fread(data, 1, lengths[0], stdin) != lengths[0])
			return 1;
		echo(data, lengths[0], lengths[1]);
		free(data);
	}
	return 0;
}
