#include "printable.h"

#include <string.h>

#include "base/utf8.h"

const char *printable(struct arena *arena, const void *data, size_t bytes, size_t max_bytes)
{
	struct buf out cleanup_buf = BUF_INIT;
	const char *text = data;
	size_t at = 0;

	while (at < bytes) {
		size_t used = 1;
		int32_t rune = utf8_next(text + at, bytes - at, &used);
		if (out.len + 4 > max_bytes) {
			buf_addstr(&out, "…");
			break;
		}
		bool crlf = rune == '\r' && at + 1 < bytes && text[at + 1] == '\n';
		if (rune < 0) {
			buf_addrune(&out, 0xfffd);
			used = 1;
		} else if (rune == 0x7f) {
			buf_addrune(&out, 0x2421);
		} else if (rune < 0x20 && rune != '\n' && rune != '\t') {
			if (!crlf)
				buf_addrune(&out, 0x2400 + (uint32_t)rune);
		} else if (rune >= 0x80 && rune < 0xa0) {
			buf_addrune(&out, 0xfffd);
		} else {
			buf_add(&out, text + at, used);
		}
		at += used;
	}
	return arena_memdup(arena, buf_str(&out), out.len);
}

const char *printable_exact(struct arena *arena, const void *data, size_t bytes, size_t *out_bytes)
{
	struct buf out cleanup_buf = BUF_INIT;
	const char *text = data;

	while (bytes > 0) {
		size_t valid = utf8_check(text, bytes);
		buf_add(&out, text, valid);
		text += valid;
		bytes -= valid;
		if (bytes == 0)
			break;
		buf_addrune(&out, 0xfffd);
		text++;
		bytes--;
	}
	*out_bytes = out.len;
	return arena_memdup(arena, buf_str(&out), out.len);
}

const char *printable_line(struct arena *arena, const char *text, size_t max_bytes)
{
	text += strspn(text, " \t");
	return printable(arena, text, strcspn(text, "\r\n"), max_bytes);
}

const char *printable_value(struct arena *arena, const struct value *value)
{
	struct buf out cleanup_buf = BUF_INIT;

	value_repr(&out, value, PRINTABLE_VALUE_BYTES);
	return printable(arena, buf_str(&out), out.len, (size_t)2 * PRINTABLE_VALUE_BYTES);
}
