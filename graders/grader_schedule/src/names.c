/* Names of tasks and stages in what students write. */
#include <string.h>
#include "answer.h"
#include "base/utf8.h"

static char lower(char c)
{
	return c >= 'A' && c <= 'Z' ? (char)(c + 32) : c;
}

static bool begins(const char *text, size_t bytes, const char *name, bool fold)
{
	size_t length = strlen(name);

	if (length > bytes)
		return false;
	for (size_t i = 0; i < length; i++) {
		if (fold ? lower(text[i]) != lower(name[i]) : text[i] != name[i])
			return false;
	}
	return true;
}

/* Letters and digits of any script, and what names may hold besides. */
static bool is_letter(const char *text, size_t bytes)
{
	size_t used;
	int32_t rune = bytes > 0 ? utf8_next(text, bytes, &used) : ' ';

	return (rune >= '0' && rune <= '9') || (rune >= 'a' && rune <= 'z') || (rune >= 'A' && rune <= 'Z') ||
	       rune == '_' || rune == '\'' || (rune >= 0xc0 && rune < 0x2000 && rune != 0xd7 && rune != 0xf7) ||
	       (rune >= 0x2080 && rune <= 0x2089);
}

static size_t longest(const struct names *names, const char *text, size_t bytes, size_t *index, bool fold)
{
	size_t best = 0, alike = 0;

	for (size_t i = 0; i < names->count; i++) {
		size_t length = strlen(names->list[i]);

		if (length < best || !begins(text, bytes, names->list[i], fold) ||
			(!names->single && is_letter(text + length, bytes - length)))
			continue;
		alike = length > best ? 1 : alike + 1;
		best = length;
		*index = i;
	}
	return alike == 1 ? best : 0;
}

size_t name_at(const struct names *names, const char *text, size_t bytes, size_t *index)
{
	size_t length = longest(names, text, bytes, index, false);

	return length > 0 ? length : longest(names, text, bytes, index, true);
}

bool name_of(const struct names *names, const char *text, size_t bytes, size_t *index)
{
	return bytes > 0 && name_at(names, text, bytes, index) == bytes;
}

static bool is_word(const char *text, size_t bytes, const char *word)
{
	return strlen(word) == bytes && begins(text, bytes, word, true);
}

static bool is_between(const char *text, size_t bytes)
{
	static const char *const words[] = { "et", "and", "puis", "then", "puis", NULL };

	for (size_t i = 0; words[i]; i++) {
		if (is_word(text, bytes, words[i]))
			return true;
	}
	return border_word(text, bytes) != 0;
}

static size_t letters_at(const char *text, size_t bytes)
{
	size_t at = 0, used;

	while (at < bytes && is_letter(text + at, bytes - at)) {
		utf8_next(text + at, bytes - at, &used);
		at += used;
	}
	return at;
}

int names_read(size_t **out, size_t *count, const struct names *names, const char *text, size_t *slip_at,
	size_t *slip_bytes, struct arena *arena)
{
	size_t bytes = strlen(text), at = 0, used;

	*out = arena_array(arena, bytes + 1, sizeof(**out));
	*count = 0;
	while (at < bytes) {
		size_t letters = letters_at(text + at, bytes - at), length, index;

		if (letters == 0) {
			utf8_next(text + at, bytes - at, &used);
			at += used;
			continue;
		}
		if (is_between(text + at, letters) && longest(names, text + at, letters, &index, false) != letters) {
			at += letters;
			continue;
		}
		for (size_t end = at + letters; at < end; at += length) {
			length = name_at(names, text + at, end - at, &index);
			if (length == 0) {
				*slip_at = at;
				*slip_bytes = end - at;
				return -1;
			}
			(*out)[(*count)++] = index;
		}
	}
	return 0;
}
