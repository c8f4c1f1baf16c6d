#include "typed.h"
#include <string.h>
#include "base/utf8.h"
#include "sets/messages.h"

struct spelling {
	const char *text;
	enum sign sign;
};

/* What begins another one comes behind it. */
static const struct spelling spellings[] = {
	{ "\\{", SIGN_BRACE_OPEN },
	{ "\\}", SIGN_BRACE_CLOSE },
	{ "{", SIGN_BRACE_OPEN },
	{ "}", SIGN_BRACE_CLOSE },
	{ "(", SIGN_OPEN },
	{ ")", SIGN_CLOSE },
	{ "[[", SIGN_WHOLE_OPEN },
	{ "]]", SIGN_WHOLE_CLOSE },
	{ "⟦", SIGN_WHOLE_OPEN },
	{ "⟧", SIGN_WHOLE_CLOSE },
	{ "[", SIGN_BRACKET_LEFT },
	{ "]", SIGN_BRACKET_RIGHT },
	{ ";", SIGN_SEMICOLON },
	{ ",", SIGN_COMMA },
	{ "\\emptyset", SIGN_EMPTY },
	{ "\\varnothing", SIGN_EMPTY },
	{ "∅", SIGN_EMPTY },
	{ "⌀", SIGN_EMPTY },
	{ "Ø", SIGN_EMPTY },
	{ "ø", SIGN_EMPTY },
	{ "\\infty", SIGN_INFINITY },
	{ "∞", SIGN_INFINITY },
	{ "\\cup", SIGN_UNION },
	{ "∪", SIGN_UNION },
	{ "⋃", SIGN_UNION },
	{ "\\cap", SIGN_INTERSECTION },
	{ "∩", SIGN_INTERSECTION },
	{ "⋂", SIGN_INTERSECTION },
	{ "\\setminus", SIGN_MINUS },
	{ "\\backslash", SIGN_MINUS },
	{ "∖", SIGN_MINUS },
	{ "->", SIGN_ARROW },
	{ "|->", SIGN_ARROW },
	{ "=>", SIGN_ARROW },
	{ "→", SIGN_ARROW },
	{ "↦", SIGN_ARROW },
	{ "⟶", SIGN_ARROW },
	{ "⇒", SIGN_ARROW },
	{ "\\to", SIGN_ARROW },
	{ "\\rightarrow", SIGN_ARROW },
	{ "−", SIGN_MINUS },
	{ "–", SIGN_MINUS },
	{ "-", SIGN_MINUS },
	{ "\\Delta", SIGN_SYMMETRIC },
	{ "\\triangle", SIGN_SYMMETRIC },
	{ "Δ", SIGN_SYMMETRIC },
	{ "∆", SIGN_SYMMETRIC },
	{ "△", SIGN_SYMMETRIC },
	{ "⊖", SIGN_SYMMETRIC },
	{ "⊕", SIGN_SYMMETRIC },
	{ "\\times", SIGN_PRODUCT },
	{ "×", SIGN_PRODUCT },
	{ "✕", SIGN_PRODUCT },
	{ "⨯", SIGN_PRODUCT },
	{ "*", SIGN_PRODUCT },
	{ "\\complement", SIGN_COMPLEMENT },
	{ "∁", SIGN_COMPLEMENT },
	{ "¬", SIGN_COMPLEMENT },
	{ "^{c}", SIGN_PRIME },
	{ "^c", SIGN_PRIME },
	{ "^C", SIGN_PRIME },
	{ "ᶜ", SIGN_PRIME },
	{ "'", SIGN_PRIME },
	{ "’", SIGN_PRIME },
	{ "′", SIGN_PRIME },
	{ "\\mathcal{P}", SIGN_POWER },
	{ "\\mathscr{P}", SIGN_POWER },
	{ "\\mathcal P", SIGN_POWER },
	{ "𝒫", SIGN_POWER },
	{ "𝓟", SIGN_POWER },
	{ "℘", SIGN_POWER },
	{ "\\mathbb{R}", SIGN_LINE },
	{ "ℝ", SIGN_LINE },
	{ "\\overline", SIGN_OVERLINE },
	{ "\\bar", SIGN_OVERLINE },
	{ "|", SIGN_BAR },
	{ "#", SIGN_CARD },
	{ "\\", SIGN_MINUS },
	{ "+", SIGN_ALGEBRA },
	{ ".", SIGN_ALGEBRA },
	{ "·", SIGN_ALGEBRA },
	{ "=", SIGN_ALGEBRA },
	{ "<", SIGN_ALGEBRA },
	{ ">", SIGN_ALGEBRA },
	{ ":", SIGN_ALGEBRA },
	{ "/", SIGN_ALGEBRA },
};
/* What LaTeX writes and nobody sees. */
static const char *const unseen[] = { "\\left", "\\right", "\\,", "\\;", "\\!", "\\quad", "$", NULL };

static bool stands(const struct typed *typed, size_t at, const char *word, size_t length)
{
	return typed->bytes - at >= length && !memcmp(typed->text + at, word, length);
}

static bool is_letter(int32_t rune)
{
	return (rune >= 'a' && rune <= 'z') || (rune >= 'A' && rune <= 'Z') || (rune >= '0' && rune <= '9') ||
	       rune == '_';
}

static size_t unseen_at(const struct typed *typed)
{
	if (typed->text[typed->at] != '\\' && typed->text[typed->at] != '$')
		return 0;
	for (const char *const *word = unseen; *word; word++) {
		size_t length = strlen(*word);

		if (!stands(typed, typed->at, *word, length))
			continue;
		if (length < 5 || typed->at + length >= typed->bytes || !is_letter(typed->text[typed->at + length]))
			return length;
	}
	return 0;
}

void typed_blanks(struct typed *typed)
{
	while (typed->at < typed->bytes) {
		size_t used;
		int32_t rune = utf8_next(typed->text + typed->at, typed->bytes - typed->at, &used);
		size_t hidden = unseen_at(typed);

		if (!utf8_is_blank(rune) && !utf8_is_invisible(rune) && !hidden)
			return;
		typed->at += hidden ? hidden : used;
	}
}

static enum sign sign_at(const struct typed *typed, size_t at, size_t *used)
{
	*used = 0;
	if (at >= typed->bytes)
		return SIGN_END;
	if (is_letter(typed->text[at]))
		return SIGN_NONE;
	for (size_t i = 0; i < sizeof(spellings) / sizeof(spellings[0]); i++) {
		if (spellings[i].text[0] != typed->text[at])
			continue;
		size_t length = strlen(spellings[i].text);
		if (!stands(typed, at, spellings[i].text, length))
			continue;
		*used = length;
		return spellings[i].sign;
	}
	return SIGN_NONE;
}

enum sign typed_sign(struct typed *typed, size_t *used)
{
	typed_blanks(typed);
	return sign_at(typed, typed->at, used);
}

bool typed_take(struct typed *typed, enum sign sign)
{
	size_t used;

	if (typed_sign(typed, &used) != sign)
		return false;
	typed->at += used;
	return true;
}

static bool is_name(const struct typed *typed, const char *word, size_t length)
{
	for (const char *const *name = typed->words->sets; name && *name; name++)
		if (strlen(*name) == length && !memcmp(*name, word, length))
			return true;
	return false;
}

enum sign typed_operator(struct typed *typed, size_t *used)
{
	static const struct spelling words[] = { { "union", SIGN_UNION }, { "inter", SIGN_INTERSECTION },
		{ "privé de", SIGN_MINUS }, { "prive de", SIGN_MINUS }, { "moins", SIGN_MINUS },
		{ "delta", SIGN_SYMMETRIC }, { "minus", SIGN_MINUS }, { "U", SIGN_UNION }, { "u", SIGN_UNION },
		{ "n", SIGN_INTERSECTION }, { "x", SIGN_PRODUCT }, { "X", SIGN_PRODUCT } };
	enum sign sign = typed_sign(typed, used);

	if (sign == SIGN_BRACE_OPEN && *used == 2) { /* A\{1} */
		*used = 1;
		return SIGN_MINUS;
	}
	if (sign != SIGN_NONE)
		return sign;
	for (size_t i = 0; i < sizeof(words) / sizeof(words[0]); i++) {
		size_t length = strlen(words[i].text), end = typed->at + length;

		if (!stands(typed, typed->at, words[i].text, length) || is_name(typed, words[i].text, length))
			continue;
		/* One letter also between two names: AUB. */
		if (length > 1 && end < typed->bytes && is_letter(typed->text[end]))
			continue;
		*used = length;
		return words[i].sign;
	}
	return SIGN_NONE;
}

static const char *macron_base(int32_t rune)
{
	static const struct {
		int32_t rune;
		const char *base;
	} letters[] = { { 0x100, "A" }, { 0x101, "a" }, { 0x112, "E" }, { 0x113, "e" }, { 0x12a, "I" }, { 0x12b, "i" },
		{ 0x14c, "O" }, { 0x14d, "o" }, { 0x16a, "U" }, { 0x16b, "u" }, { 0x1e20, "G" }, { 0x232, "Y" } };

	for (size_t i = 0; i < sizeof(letters) / sizeof(letters[0]); i++)
		if (letters[i].rune == rune)
			return letters[i].base;
	return NULL;
}

static bool is_bar(int32_t rune)
{
	return rune == 0x304 || rune == 0x305;
}

const char *typed_name(struct typed *typed, bool *barred)
{
	const char *best = NULL, *base;
	size_t used, length = 0;

	typed_blanks(typed);
	*barred = false;
	base = macron_base(utf8_next(typed->text + typed->at, typed->bytes - typed->at, &used));
	for (const char *const *name = typed->words->sets; name && *name; name++) {
		if (base && !strcmp(*name, base)) {
			*barred = true;
			typed->at += used;
			return *name;
		}
		if (strlen(*name) > length && stands(typed, typed->at, *name, strlen(*name))) {
			best = *name;
			length = strlen(best);
		}
	}
	if (!best)
		return NULL;
	typed->at += length;
	if (is_bar(utf8_next(typed->text + typed->at, typed->bytes - typed->at, &used))) {
		*barred = true;
		typed->at += used;
	}
	return best;
}

bool typed_word(struct typed *typed, const char *const *words)
{
	typed_blanks(typed);
	for (; *words; words++) {
		size_t length = strlen(*words), end = typed->at + length;

		if (end <= typed->bytes && !strncasecmp(typed->text + typed->at, *words, length) &&
			(end == typed->bytes || !is_letter(typed->text[end]))) {
			typed->at = end;
			return true;
		}
	}
	return false;
}

size_t typed_level(const struct typed *typed, enum sign close, bool *semicolon, size_t *commas)
{
	size_t at = typed->at, used, depth = 0;

	*semicolon = false;
	*commas = 0;
	while (at < typed->bytes) {
		enum sign sign = sign_at(typed, at, &used);

		if (depth == 0 && sign == close)
			return at;
		depth += sign == SIGN_BRACE_OPEN || sign == SIGN_OPEN;
		if (depth > 0 && (sign == SIGN_BRACE_CLOSE || sign == SIGN_CLOSE))
			depth--;
		*semicolon |= depth == 0 && sign == SIGN_SEMICOLON;
		*commas += depth == 0 && sign == SIGN_COMMA;
		if (used == 0)
			utf8_next(typed->text + at, typed->bytes - at, &used);
		at += used;
	}
	return at;
}

int typed_slip(struct typed *typed, size_t start, size_t end, const char *code, const char *sign)
{
	*typed->slip = (struct slip){ .start = start, .end = end };
	typed->slip->message = msg_make(
		typed->arena, &sets_messages, code, (struct msg_param[]){ { "sign", sign ? sign : "" }, { 0 } });
	slip_place(typed->slip, typed->text, typed->bytes);
	return -1;
}

int typed_slip_here(struct typed *typed, const char *code)
{
	size_t used, end;

	typed_blanks(typed);
	sign_at(typed, typed->at, &used);
	end = typed->at + used;
	while (used == 0 && end < typed->bytes && is_letter(typed->text[end]))
		end++;
	if (end == typed->at && end < typed->bytes) {
		utf8_next(typed->text + end, typed->bytes - end, &used);
		end += used;
	}
	if (end - typed->at > 40)
		end = typed->at + 40;
	return typed_slip(
		typed, typed->at, end, code, arena_memdup(typed->arena, typed->text + typed->at, end - typed->at));
}

int typed_enter(struct typed *typed)
{
	if (++typed->depth > TYPED_DEPTH_MAX)
		return typed_slip_here(typed, "too-deep");
	return 0;
}

void typed_leave(struct typed *typed)
{
	typed->depth--;
}
