/* Strict UTF-8, after the table of well-formed sequences of the Unicode standard (table 3-7). */
#include "base/utf8.h"

int32_t utf8_next(const char *text, size_t bytes, size_t *used)
{
	const unsigned char *at = (const unsigned char *)text;
	uint32_t rune, least;
	size_t length;

	*used = 1;
	if (bytes == 0)
		return -1;
	if (at[0] < 0x80)
		return at[0];
	if (at[0] >= 0xc2 && at[0] <= 0xdf) {
		length = 2;
		rune = at[0] & 0x1fu;
		least = 0x80;
	} else if (at[0] >= 0xe0 && at[0] <= 0xef) {
		length = 3;
		rune = at[0] & 0x0fu;
		least = 0x800;
	} else if (at[0] >= 0xf0 && at[0] <= 0xf4) {
		length = 4;
		rune = at[0] & 0x07u;
		least = 0x10000;
	} else {
		return -1;
	}
	if (bytes < length)
		return -1;
	for (size_t i = 1; i < length; i++) {
		if ((at[i] & 0xc0) != 0x80)
			return -1;
		rune = rune << 6 | (at[i] & 0x3fu);
	}
	if (rune < least || rune > 0x10ffff || (rune >= 0xd800 && rune <= 0xdfff))
		return -1;
	*used = length;
	return (int32_t)rune;
}

size_t utf8_check(const char *text, size_t bytes)
{
	size_t at = 0, used;

	while (at < bytes) {
		if (utf8_next(text + at, bytes - at, &used) < 0)
			return at;
		at += used;
	}
	return bytes;
}

size_t utf8_length(const char *text, size_t bytes)
{
	size_t at = 0, used, count = 0;

	for (; at < bytes; at += used, count++)
		utf8_next(text + at, bytes - at, &used);
	return count;
}

static bool between(int32_t rune, int32_t first, int32_t last)
{
	return rune >= first && rune <= last;
}

bool utf8_is_blank(int32_t rune)
{
	return rune == ' ' || between(rune, '\t', '\r') || rune == 0x85 || rune == 0xa0 || rune == 0x1680 ||
	       between(rune, 0x2000, 0x200a) || rune == 0x2028 || rune == 0x2029 || rune == 0x202f || rune == 0x205f ||
	       rune == 0x3000;
}

bool utf8_is_invisible(int32_t rune)
{
	return rune == 0xad || between(rune, 0x200b, 0x200f) || between(rune, 0x202a, 0x202e) ||
	       between(rune, 0x2060, 0x2069) || rune == 0xfeff || between(rune, 0xfe00, 0xfe0f);
}

bool utf8_is_combining(int32_t rune)
{
	return between(rune, 0x300, 0x36f) || between(rune, 0x1ab0, 0x1aff) || between(rune, 0x1dc0, 0x1dff) ||
	       between(rune, 0x20d0, 0x20ff) || between(rune, 0xfe20, 0xfe2f);
}

bool utf8_is_mark(int32_t rune)
{
	return utf8_is_invisible(rune) || utf8_is_combining(rune);
}

bool utf8_are_quotes(int32_t open, int32_t close)
{
	static const int32_t pairs[][2] = { { '"', '"' }, { 0x201c, 0x201d }, { 0x201d, 0x201d }, { 0x201e, 0x201c },
		{ 0x201e, 0x201d }, { 0xab, 0xbb }, { 0x2039, 0x203a }, { '`', '`' }, { '\'', '\'' },
		{ 0x2018, 0x2019 }, { 0x2019, 0x2019 } };

	for (size_t i = 0; i < sizeof(pairs) / sizeof(pairs[0]); i++)
		if (pairs[i][0] == open && pairs[i][1] == close)
			return true;
	return false;
}
