#include "value_text.h"

static bool continuation(unsigned char byte)
{
	return (byte & 0xc0) == 0x80;
}

int32_t wtf8_next(const char *text, size_t bytes, size_t *used)
{
	const unsigned char *s = (const unsigned char *)text;
	if (bytes == 0)
		return -1;
	if (s[0] < 0x80) {
		*used = 1;
		return s[0];
	}
	if (s[0] >= 0xc2 && s[0] <= 0xdf) {
		if (bytes < 2 || !continuation(s[1]))
			return -1;
		*used = 2;
		return (s[0] & 0x1f) << 6 | (s[1] & 0x3f);
	}
	if ((s[0] & 0xf0) == 0xe0) {
		if (bytes < 3 || !continuation(s[1]) || !continuation(s[2]))
			return -1;
		int32_t rune = (s[0] & 0x0f) << 12 | (s[1] & 0x3f) << 6 | (s[2] & 0x3f);
		*used = 3;
		return rune < 0x800 ? -1 : rune;
	}
	if (s[0] >= 0xf0 && s[0] <= 0xf4) {
		if (bytes < 4 || !continuation(s[1]) || !continuation(s[2]) || !continuation(s[3]))
			return -1;
		int32_t rune = (s[0] & 0x07) << 18 | (s[1] & 0x3f) << 12 | (s[2] & 0x3f) << 6 | (s[3] & 0x3f);
		*used = 4;
		return rune < 0x10000 || rune > 0x10ffff ? -1 : rune;
	}
	return -1;
}

size_t text_cut(const char *text, size_t bytes)
{
	while (bytes > 0 && continuation((unsigned char)text[bytes]))
		bytes--;
	return bytes;
}
