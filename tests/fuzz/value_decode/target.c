/*
 * Any bytes: refused, or a value whose encoding is these very bytes and whose repr is printable.
 * links: sandbox
 */
#include <stdlib.h>
#include <string.h>
#include "base/utf8.h"
#include "sandbox/value.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t bytes);

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t bytes)
{
	cleanup_arena struct arena *arena = arena_new(0);
	cleanup_buf struct buf back = BUF_INIT;
	cleanup_buf struct buf repr = BUF_INIT;
	cleanup_buf struct buf cut = BUF_INIT;
	const struct value *value;
	struct err err = { 0 };
	if (value_decode(&value, data, bytes, arena, &err) < 0) {
		if (err.kind != ERR_PEER && err.kind != ERR_TOO_LARGE)
			abort();
		return 0;
	}
	value_encode(&back, value);
	if (back.len != bytes || memcmp(back.data, data, bytes) != 0)
		abort();
	value_repr(&repr, value, 0);
	value_repr(&cut, value, 40);
	if (utf8_check(buf_str(&repr), repr.len) != repr.len || utf8_check(buf_str(&cut), cut.len) != cut.len)
		abort();
	if (cut.len > 40 + strlen("…") ||
		strncmp(buf_str(&repr), buf_str(&cut), cut.len > 40 ? cut.len - strlen("…") : 0) != 0)
		abort();
	return 0;
}
