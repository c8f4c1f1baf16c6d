/*
 * Words. A dash between names is a joint, so names hold letters and digits only; what a word processor makes of a dash, a
 * minus or an arrow is the same joint.
 */
#include <string.h>
#include "base/utf8.h"
#include "words.h"

enum { SHOWN_BYTES_MAX = 40, KNOWN_BYTES_MAX = 120 };

static bool is_joint(int32_t rune)
{
	return rune == '-' || rune == '>' || rune == '~' || rune == 0xad || (rune >= 0x2010 && rune <= 0x2015) ||
	       rune == 0x2212 || (rune >= 0x2190 && rune <= 0x2199) || rune == 0x21d2 || rune == 0x21a6 ||
	       rune == 0x21c4 || (rune >= 0x27f5 && rune <= 0x27ff) || rune == 0x279c || rune == 0x2794 ||
	       rune == 0x25ba || rune == 0x2043;
}

static enum word_kind kind_of(int32_t rune)
{
	if (rune == '\n' || rune == '\r')
		return WORD_LINE;
	if (rune_is_name(rune))
		return WORD_NAME;
	if (is_joint(rune))
		return WORD_JOINT;
	if (rune == ',' || rune == ';')
		return WORD_COMMA;
	if (rune > 0 && rune < 128 && strchr("(){}[]", (int)rune))
		return WORD_BRACKET;
	if (rune == ':' || rune == '=')
		return WORD_COLON;
	if (rune == '|')
		return WORD_BAR;
	return WORD_OTHER;
}

bool words_next(struct words *words, struct text *word)
{
	const char *text = words->text.at;
	size_t bytes = words->text.bytes, used;
	int32_t rune;

	for (; words->at < bytes; words->at += used) {
		rune = utf8_next(text + words->at, bytes - words->at, &used);
		if (rune == '\n' || rune == '\r' || !(utf8_is_blank(rune) || (utf8_is_invisible(rune) && rune != 0xad)))
			break;
	}
	*word = (struct text){ text + words->at, 0 };
	words->kind = WORD_END;
	if (words->at >= bytes)
		return false;
	rune = utf8_next(text + words->at, bytes - words->at, &used);
	words->kind = kind_of(rune);
	for (size_t end = words->at; end < bytes; end += used) {
		rune = utf8_next(text + end, bytes - end, &used);
		enum word_kind kind = kind_of(rune);
		bool goes_on = words->kind == WORD_NAME ? kind == WORD_NAME || utf8_is_mark(rune)
			       : words->kind == WORD_JOINT
				       ? kind == WORD_JOINT || (rune == '=' && end + 1 < bytes && text[end + 1] == '>')
				       : end == words->at;
		if (!goes_on)
			break;
		word->bytes = end + used - words->at;
	}
	/* "=>" */
	if (words->kind == WORD_COLON && word->bytes == 1 && word->at[0] == '=' && words->at + 1 < bytes &&
		text[words->at + 1] == '>') {
		words->kind = WORD_JOINT;
		word->bytes = 2;
	}
	words->at += word->bytes;
	return true;
}

/* As much of a word as a message shows, whole characters only. */
static const char *shown(struct text word, struct arena *arena)
{
	size_t end = 0, used;

	while (end < word.bytes && end < SHOWN_BYTES_MAX) {
		if (utf8_next(word.at + end, word.bytes - end, &used) < ' ')
			break;
		end += used;
	}
	if (end > word.bytes)
		end = word.bytes;
	return arena_printf(arena, "%.*s%s", (int)end, word.at, end < word.bytes ? "…" : "");
}

static const char *known(const struct vertices *vertices, struct arena *arena)
{
	const char *text = "";

	for (size_t v = 0; vertices && v < vertices->count && strlen(text) < KNOWN_BYTES_MAX; v++)
		text = arena_printf(arena, "%s%s%s", text, v > 0 ? ", " : "", vertices->names[v]);
	return text;
}

int words_slip_known(struct words *words, const char *code, struct text word, const struct vertices *vertices)
{
	const struct msg_param params[] = { { "word", shown(word, words->arena) },
		{ "known", known(vertices, words->arena) }, { 0 } };

	*words->slip = (struct slip){ .message = msg_make(words->arena, &graph_messages, code, params) };
	words->slip->start = (size_t)(word.at - words->text.at);
	words->slip->end = words->slip->start + word.bytes;
	return -1;
}

int words_slip(struct words *words, const char *code, struct text word)
{
	return words_slip_known(words, code, word, NULL);
}

struct text text_trimmed(struct text text)
{
	size_t used, end = 0;
	bool started = false;
	struct text out = { text.at, 0 };

	for (size_t at = 0; at < text.bytes; at += used) {
		int32_t rune = utf8_next(text.at + at, text.bytes - at, &used);

		if (utf8_is_blank(rune) || utf8_is_invisible(rune))
			continue;
		if (!started)
			out.at = text.at + at;
		started = true;
		end = at + used;
	}
	if (started)
		out.bytes = (size_t)(text.at + end - out.at);
	return out;
}

static bool is_one_of(struct text text, const char *const *words)
{
	text = text_trimmed(text);
	for (; *words; words++)
		if (strlen(*words) == text.bytes && !strncasecmp(*words, text.at, text.bytes))
			return true;
	return false;
}

bool says_none(struct text text)
{
	static const char *const words[] = { "-", "–", "—", "−", "--", "∅", "Ø", "ø", "{}", "{ }", "{∅}", "/", "aucun",
		"aucune", "rien", "vide", "ensemble vide", "néant", "none", "nothing", "empty", "()", "( )", "[]",
		NULL };

	return is_one_of(text, words);
}

bool says_infinite(struct text text)
{
	static const char *const words[] = { "∞", "+∞", "+ ∞", "inf", "+inf", "infini", "infinity", "oo", "+oo", "inf.",
		NULL };

	return is_one_of(text, words);
}

bool graph_weight_read(int64_t *out, struct text text)
{
	int64_t whole = 0;
	bool negative = false, digits = false;
	size_t at = 0;
	int decimals = -1;

	text = text_trimmed(text);
	if (text.bytes >= 3 && (!memcmp(text.at, "−", 3) || !memcmp(text.at, "–", 3))) {
		negative = true;
		at = 3;
	} else if (text.bytes >= 1 && (text.at[0] == '-' || text.at[0] == '+')) {
		negative = text.at[0] == '-';
		at = 1;
	}
	for (; at < text.bytes; at++) {
		char c = text.at[at];

		if ((c == ',' || c == '.') && decimals < 0 && digits) {
			decimals = 0;
			continue;
		}
		if (c < '0' || c > '9' || whole > GRAPH_WEIGHT_MAX / 10)
			return false;
		if (decimals >= 3) {
			if (c != '0')
				return false;
			continue;
		}
		digits = true;
		whole = whole * 10 + (c - '0');
		decimals += decimals >= 0;
	}
	for (int i = decimals < 0 ? 0 : decimals; i < 3; i++) {
		if (whole > GRAPH_WEIGHT_MAX)
			return false;
		whole *= 10;
	}
	*out = negative ? -whole : whole;
	return digits && decimals != 0;
}
