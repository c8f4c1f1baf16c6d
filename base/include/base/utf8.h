/*
 * UTF-8: strict decoding (no overlong forms, no surrogates, no more than U+10FFFF).
 */
#pragma once
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* The code point at `text` and its length in *used; -1 where it is not valid. */
int32_t utf8_next(const char *text, size_t bytes, size_t *used);
/* The offset of the first byte that is not valid UTF-8, or `bytes`. */
size_t utf8_check(const char *text, size_t bytes);
/* White space of any width, line ends included; not what has no width at all. */
bool utf8_is_blank(int32_t rune);
/* Has no shape: soft hyphens, joiners, marks of direction, variation selectors, invisible operators. */
bool utf8_is_invisible(int32_t rune);
bool utf8_is_combining(int32_t rune); /* a mark over, under or through the character before it */
/* Either: takes no room of its own. */
bool utf8_is_mark(int32_t rune);
/* Do these two stand around what one quotes? Straight and round, guillemets, backquotes, apostrophes. */
bool utf8_are_quotes(int32_t open, int32_t close);
size_t utf8_length(const char *text, size_t bytes); /* code points; invalid bytes count one each */
