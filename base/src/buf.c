/* A growing byte buffer. Running out of memory aborts, as in the arena. */
#include "base/buf.h"
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { FIRST_CAP = 256 };

static size_t bound(const struct buf *buf)
{
	return buf->max != 0 ? buf->max : (size_t)1 << 30;
}

/* Makes room for up to `bytes` more and returns how many really fit. */
static size_t make_room(struct buf *buf, size_t bytes)
{
	size_t left = bound(buf) - buf->len;
	size_t cap = buf->cap != 0 ? buf->cap : FIRST_CAP;
	char *data;

	if (bytes > left) {
		buf->overflow = true;
		bytes = left;
	}
	if (buf->data != NULL && buf->len + bytes < buf->cap)
		return bytes;
	while (cap <= buf->len + bytes)
		cap *= 2;
	data = realloc(buf->data, cap);
	if (data == NULL)
		abort();
	buf->data = data;
	buf->cap = cap;
	buf->data[buf->len] = '\0';
	return bytes;
}

void buf_add(struct buf *buf, const void *data, size_t bytes)
{
	bytes = make_room(buf, bytes);
	if (bytes > 0)
		memcpy(buf->data + buf->len, data, bytes);
	buf->len += bytes;
	buf->data[buf->len] = '\0';
}

void buf_addstr(struct buf *buf, const char *text)
{
	buf_add(buf, text, strlen(text));
}

void buf_addch(struct buf *buf, char c)
{
	buf_add(buf, &c, 1);
}

void buf_printf(struct buf *buf, const char *fmt, ...)
{
	char small[256];
	va_list args, again;
	int length;

	va_start(args, fmt);
	va_copy(again, args);
	length = vsnprintf(small, sizeof(small), fmt, args);
	va_end(args);
	if (length < 0)
		abort();
	if ((size_t)length < sizeof(small)) {
		buf_add(buf, small, (size_t)length);
	} else {
		char *large = malloc((size_t)length + 1);

		if (large == NULL)
			abort();
		vsnprintf(large, (size_t)length + 1, fmt, again);
		buf_add(buf, large, (size_t)length);
		free(large);
	}
	va_end(again);
}

void buf_addrune(struct buf *buf, uint32_t rune)
{
	unsigned char out[4];
	size_t used;

	if (rune < 0x80) {
		out[0] = (unsigned char)rune;
		used = 1;
	} else if (rune < 0x800) {
		out[0] = (unsigned char)(0xc0 | rune >> 6);
		used = 2;
	} else if (rune < 0x10000) {
		out[0] = (unsigned char)(0xe0 | rune >> 12);
		used = 3;
	} else {
		out[0] = (unsigned char)(0xf0 | (rune >> 18 & 7));
		used = 4;
	}
	for (size_t i = 1; i < used; i++)
		out[i] = (unsigned char)(0x80 | (rune >> (6 * (used - 1 - i)) & 0x3f));
	buf_add(buf, out, used);
}

void buf_reset(struct buf *buf)
{
	buf->len = 0;
	buf->overflow = false;
	if (buf->data != NULL)
		buf->data[0] = '\0';
}

void buf_release(struct buf *buf)
{
	free(buf->data);
	*buf = (struct buf){ .max = buf->max };
}

const char *buf_str(const struct buf *buf)
{
	return buf->data != NULL ? buf->data : "";
}

char *buf_take(struct buf *buf)
{
	char *data;

	make_room(buf, 0);
	data = buf->data;
	*buf = (struct buf){ .max = buf->max };
	return data;
}
