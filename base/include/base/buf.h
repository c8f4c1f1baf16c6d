/*
 * A growing, bounded byte buffer, always NUL-terminated after its last byte.
 *
 * Use: struct buf b = BUF_INIT; buf_printf(&b, ...); ... buf_release(&b).
 * A write that would pass `max` is cut at `max` and sets `overflow`; whoever
 * must not lose bytes checks buf_overflowed() once, at the end.
 */
#pragma once
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

struct buf {
	char *data; /* owned; valid C string, never NULL once something was added */
	size_t len; /* bytes, without the NUL */
	size_t cap;
	size_t max; /* bytes; 0 means 1 GiB */
	bool overflow;
};

#define BUF_INIT                                                                                                       \
	{                                                                                                              \
		0                                                                                                      \
	}
#define BUF_INIT_MAX(bytes)                                                                                            \
	{                                                                                                              \
		.max = (bytes)                                                                                         \
	}

void buf_add(struct buf *buf, const void *data, size_t bytes);
void buf_addstr(struct buf *buf, const char *text);
void buf_addch(struct buf *buf, char c);
void buf_printf(struct buf *buf, const char *fmt, ...) __attribute__((format(printf, 2, 3)));
/* Appends a Unicode code point as UTF-8. */
void buf_addrune(struct buf *buf, uint32_t rune);
/* Forgets the content, keeps the memory. */
void buf_reset(struct buf *buf);
void buf_release(struct buf *buf);
/* The content so far; "" when empty. Borrowed until the next call. */
const char *buf_str(const struct buf *buf);
/* Hands the memory over to the caller (free() it); the buffer is empty again. */
char *buf_take(struct buf *buf);
static inline bool buf_overflowed(const struct buf *buf)
{
	return buf->overflow;
}

#define cleanup_buf __attribute__((cleanup(buf_release)))
