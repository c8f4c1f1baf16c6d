/* Everything that is written for an operator, a constant or a bracket: words, symbols, LaTeX. One row each. */
#include "reading.h"
#include <stdlib.h>
#include <string.h>
#include "base/utf8.h"

/* Small letters without accents; a blank stands for blanks or hyphens. Longer ones first where one begins another. */
static const struct word WORDS[] = {
	{ "si et seulement si", TOKEN_BINARY, EXPR_IFF },
	{ "if and only if", TOKEN_BINARY, EXPR_IFF },
	{ "est equivalent a", TOKEN_BINARY, EXPR_IFF },
	{ "is equivalent to", TOKEN_BINARY, EXPR_IFF },
	{ "equivalent a", TOKEN_BINARY, EXPR_IFF },
	{ "equivalent to", TOKEN_BINARY, EXPR_IFF },
	{ "equivaut a", TOKEN_BINARY, EXPR_IFF },
	{ "ssi", TOKEN_BINARY, EXPR_IFF },
	{ "iff", TOKEN_BINARY, EXPR_IFF },
	{ "implique", TOKEN_BINARY, EXPR_IMPLIES },
	{ "implies", TOKEN_BINARY, EXPR_IMPLIES },
	{ "entraine", TOKEN_BINARY, EXPR_IMPLIES },
	{ "ou exclusif", TOKEN_BINARY, EXPR_XOR },
	{ "exclusive or", TOKEN_BINARY, EXPR_XOR },
	{ "xor", TOKEN_BINARY, EXPR_XOR },
	{ "ou bien", TOKEN_SLIP, 0, "ambiguous-or" },
	{ "non et", TOKEN_BINARY, EXPR_NAND },
	{ "nand", TOKEN_BINARY, EXPR_NAND },
	{ "non ou", TOKEN_BINARY, EXPR_NOR },
	{ "nor", TOKEN_BINARY, EXPR_NOR },
	{ "et", TOKEN_BINARY, EXPR_AND },
	{ "and", TOKEN_BINARY, EXPR_AND },
	{ "ou", TOKEN_BINARY, EXPR_OR },
	{ "or", TOKEN_BINARY, EXPR_OR },
	{ "non", TOKEN_NOT },
	{ "not", TOKEN_NOT },
	{ "vrai", TOKEN_CONSTANT, 1 },
	{ "true", TOKEN_CONSTANT, 1 },
	{ "faux", TOKEN_CONSTANT, 0 },
	{ "false", TOKEN_CONSTANT, 0 },
};

/* Those of most formulas, then all others; longer ones first where one begins another. */
static const struct word SYMBOLS[] = {
	{ "+", TOKEN_BINARY, EXPR_OR },
	{ "'", TOKEN_PRIME },
	{ "·", TOKEN_BINARY, EXPR_AND },
	{ "(", TOKEN_OPEN, '(' },
	{ ")", TOKEN_CLOSE, '(' },
	{ "¬", TOKEN_NOT },
	{ ".", TOKEN_BINARY, EXPR_AND },
	{ "∧", TOKEN_BINARY, EXPR_AND },
	{ "∨", TOKEN_BINARY, EXPR_OR },
	{ "’", TOKEN_PRIME },
	{ "<==>", TOKEN_BINARY, EXPR_IFF },
	{ "<-->", TOKEN_BINARY, EXPR_IFF },
	{ "<=>", TOKEN_BINARY, EXPR_IFF },
	{ "<->", TOKEN_BINARY, EXPR_IFF },
	{ "⇔", TOKEN_BINARY, EXPR_IFF },
	{ "⟺", TOKEN_BINARY, EXPR_IFF },
	{ "↔", TOKEN_BINARY, EXPR_IFF },
	{ "⟷", TOKEN_BINARY, EXPR_IFF },
	{ "≡", TOKEN_BINARY, EXPR_IFF },
	{ "==>", TOKEN_BINARY, EXPR_IMPLIES },
	{ "-->", TOKEN_BINARY, EXPR_IMPLIES },
	{ "=>", TOKEN_BINARY, EXPR_IMPLIES },
	{ "->", TOKEN_BINARY, EXPR_IMPLIES },
	{ "⇒", TOKEN_BINARY, EXPR_IMPLIES },
	{ "⟹", TOKEN_BINARY, EXPR_IMPLIES },
	{ "→", TOKEN_BINARY, EXPR_IMPLIES },
	{ "⟶", TOKEN_BINARY, EXPR_IMPLIES },
	{ "<=", TOKEN_SLIP, 0, "arrow-left" },
	{ "<-", TOKEN_SLIP, 0, "arrow-left" },
	{ "⇐", TOKEN_SLIP, 0, "arrow-left" },
	{ "⟸", TOKEN_SLIP, 0, "arrow-left" },
	{ "←", TOKEN_SLIP, 0, "arrow-left" },
	{ "!=", TOKEN_SLIP, 0, "not-equal" },
	{ "≠", TOKEN_SLIP, 0, "not-equal" },
	{ "==", TOKEN_SLIP, 0, "equals" },
	{ "=", TOKEN_SLIP, 0, "equals" },
	{ "⊕", TOKEN_BINARY, EXPR_XOR },
	{ "⊻", TOKEN_BINARY, EXPR_XOR },
	{ "↑", TOKEN_BINARY, EXPR_NAND },
	{ "⊼", TOKEN_BINARY, EXPR_NAND },
	{ "↓", TOKEN_BINARY, EXPR_NOR },
	{ "⊽", TOKEN_BINARY, EXPR_NOR },
	{ "/\\", TOKEN_BINARY, EXPR_AND },
	{ "&&", TOKEN_BINARY, EXPR_AND },
	{ "&", TOKEN_BINARY, EXPR_AND },
	{ "*", TOKEN_BINARY, EXPR_AND },
	{ "•", TOKEN_BINARY, EXPR_AND },
	{ "∙", TOKEN_BINARY, EXPR_AND },
	{ "⋅", TOKEN_BINARY, EXPR_AND },
	{ "‧", TOKEN_BINARY, EXPR_AND },
	{ "×", TOKEN_BINARY, EXPR_AND },
	{ "∗", TOKEN_BINARY, EXPR_AND },
	{ "⋀", TOKEN_BINARY, EXPR_AND },
	{ "∩", TOKEN_BINARY, EXPR_AND, "set" },
	{ "⋂", TOKEN_BINARY, EXPR_AND, "set" },
	{ "\\/", TOKEN_BINARY, EXPR_OR },
	{ "||", TOKEN_BINARY, EXPR_OR },
	{ "|", TOKEN_BINARY, EXPR_OR },
	{ "⋁", TOKEN_BINARY, EXPR_OR },
	{ "∪", TOKEN_BINARY, EXPR_OR, "set" },
	{ "⋃", TOKEN_BINARY, EXPR_OR, "set" },
	{ "/", TOKEN_NOT },
	{ "!", TOKEN_NOT },
	{ "~", TOKEN_NOT },
	{ "∼", TOKEN_NOT },
	{ "‘", TOKEN_PRIME },
	{ "′", TOKEN_PRIME },
	{ "´", TOKEN_PRIME },
	{ "`", TOKEN_PRIME },
	{ "ʼ", TOKEN_PRIME },
	{ "ʹ", TOKEN_PRIME },
	{ "[", TOKEN_OPEN, '[' },
	{ "{", TOKEN_OPEN, '{' },
	{ "]", TOKEN_CLOSE, '[' },
	{ "}", TOKEN_CLOSE, '{' },
	{ "⊤", TOKEN_CONSTANT, 1 },
	{ "⊥", TOKEN_CONSTANT, 0 },
	{ "-", TOKEN_SLIP, 0, "arithmetic" },
	{ "−", TOKEN_SLIP, 0, "arithmetic" },
	{ "‐", TOKEN_SLIP, 0, "arithmetic" },
	{ "‑", TOKEN_SLIP, 0, "arithmetic" },
	{ "–", TOKEN_SLIP, 0, "arithmetic" },
	{ "—", TOKEN_SLIP, 0, "arithmetic" },
	{ "÷", TOKEN_SLIP, 0, "arithmetic-division" },
	{ "∕", TOKEN_SLIP, 0, "arithmetic-division" },
	{ "%", TOKEN_SLIP, 0, "arithmetic-division" },
	{ "√", TOKEN_SLIP, 0, "arithmetic-number" },
	{ "^", TOKEN_SLIP, 0, "caret" },
	{ "¹", TOKEN_SLIP, 0, "arithmetic-power" },
	{ "²", TOKEN_SLIP, 0, "arithmetic-power" },
	{ "³", TOKEN_SLIP, 0, "arithmetic-power" },
	{ "ⁿ", TOKEN_SLIP, 0, "arithmetic-power" },
	{ "∅", TOKEN_SLIP, 0, "set-sign" },
	{ "∈", TOKEN_SLIP, 0, "set-sign" },
	{ "∉", TOKEN_SLIP, 0, "set-sign" },
	{ "⊂", TOKEN_SLIP, 0, "set-sign" },
	{ "⊆", TOKEN_SLIP, 0, "set-sign" },
	{ "⊄", TOKEN_SLIP, 0, "set-sign" },
	{ "⊃", TOKEN_SLIP, 0, "set-sign" },
	{ "⊇", TOKEN_SLIP, 0, "set-sign" },
	{ "∁", TOKEN_SLIP, 0, "set-sign" },
	{ "∖", TOKEN_SLIP, 0, "set-sign" },
	{ "\\", TOKEN_SLIP, 0, "set-sign" },
	{ "¯", TOKEN_SLIP, 0, "lone-bar" },
	{ "‾", TOKEN_SLIP, 0, "lone-bar" },
	{ "ˉ", TOKEN_SLIP, 0, "lone-bar" },
};

/* After their backslash. */
static const struct word COMMANDS[] = {
	{ "land", TOKEN_BINARY, EXPR_AND },
	{ "wedge", TOKEN_BINARY, EXPR_AND },
	{ "cdot", TOKEN_BINARY, EXPR_AND },
	{ "times", TOKEN_BINARY, EXPR_AND },
	{ "ast", TOKEN_BINARY, EXPR_AND },
	{ "bullet", TOKEN_BINARY, EXPR_AND },
	{ "cap", TOKEN_BINARY, EXPR_AND, "set" },
	{ "lor", TOKEN_BINARY, EXPR_OR },
	{ "vee", TOKEN_BINARY, EXPR_OR },
	{ "cup", TOKEN_BINARY, EXPR_OR, "set" },
	{ "oplus", TOKEN_BINARY, EXPR_XOR },
	{ "veebar", TOKEN_BINARY, EXPR_XOR },
	{ "uparrow", TOKEN_BINARY, EXPR_NAND },
	{ "barwedge", TOKEN_BINARY, EXPR_NAND },
	{ "downarrow", TOKEN_BINARY, EXPR_NOR },
	{ "Rightarrow", TOKEN_BINARY, EXPR_IMPLIES },
	{ "Longrightarrow", TOKEN_BINARY, EXPR_IMPLIES },
	{ "rightarrow", TOKEN_BINARY, EXPR_IMPLIES },
	{ "longrightarrow", TOKEN_BINARY, EXPR_IMPLIES },
	{ "implies", TOKEN_BINARY, EXPR_IMPLIES },
	{ "to", TOKEN_BINARY, EXPR_IMPLIES },
	{ "Leftrightarrow", TOKEN_BINARY, EXPR_IFF },
	{ "Longleftrightarrow", TOKEN_BINARY, EXPR_IFF },
	{ "leftrightarrow", TOKEN_BINARY, EXPR_IFF },
	{ "longleftrightarrow", TOKEN_BINARY, EXPR_IFF },
	{ "iff", TOKEN_BINARY, EXPR_IFF },
	{ "equiv", TOKEN_BINARY, EXPR_IFF },
	{ "neg", TOKEN_NOT },
	{ "lnot", TOKEN_NOT },
	{ "sim", TOKEN_NOT },
	{ "overline", TOKEN_BAR },
	{ "bar", TOKEN_BAR },
	{ "prime", TOKEN_PRIME },
	{ "top", TOKEN_CONSTANT, 1 },
	{ "bot", TOKEN_CONSTANT, 0 },
	{ "lparen", TOKEN_OPEN, '(' },
	{ "rparen", TOKEN_CLOSE, '(' },
	{ "lbrack", TOKEN_OPEN, '[' },
	{ "rbrack", TOKEN_CLOSE, '[' },
	{ "lbrace", TOKEN_OPEN, '{' },
	{ "rbrace", TOKEN_CLOSE, '{' },
	{ "left", TOKEN_NOTHING },
	{ "right", TOKEN_NOTHING },
	{ "bigl", TOKEN_NOTHING },
	{ "bigr", TOKEN_NOTHING },
	{ "Bigl", TOKEN_NOTHING },
	{ "Bigr", TOKEN_NOTHING },
	{ "big", TOKEN_NOTHING },
	{ "Big", TOKEN_NOTHING },
	{ "quad", TOKEN_NOTHING },
	{ "qquad", TOKEN_NOTHING },
	{ "displaystyle", TOKEN_NOTHING },
	{ "text", TOKEN_TEXT },
	{ "textrm", TOKEN_TEXT },
	{ "mathrm", TOKEN_TEXT },
	{ "mathit", TOKEN_TEXT },
	{ "mathbf", TOKEN_TEXT },
	{ "mathsf", TOKEN_TEXT },
	{ "mathbb", TOKEN_TEXT },
	{ "operatorname", TOKEN_TEXT },
	{ "mathbin", TOKEN_TEXT },
	{ "mathop", TOKEN_TEXT },
	{ "setminus", TOKEN_SLIP, 0, "set-sign" },
	{ "in", TOKEN_SLIP, 0, "set-sign" },
	{ "subset", TOKEN_SLIP, 0, "set-sign" },
	{ "emptyset", TOKEN_SLIP, 0, "set-sign" },
	{ "frac", TOKEN_SLIP, 0, "arithmetic-division" },
	{ "div", TOKEN_SLIP, 0, "arithmetic-division" },
};

#define COUNT(table) (sizeof(table) / sizeof((table)[0]))

/* Between two words: "au moins", "quelque-soit", "n’existe". */
static bool is_gap(uint32_t rune)
{
	return rune == ' ' || rune == '-' || (rune >= 0x2010 && rune <= 0x2013) || rune == '\'' || rune == 0x2019;
}

size_t words_end(const struct sign *signs, size_t count, size_t at, const char *text)
{
	size_t i = at;

	for (; *text != '\0'; text++) {
		if (*text == ' ') {
			size_t gap = i;

			while (i < count && is_gap(signs[i].rune))
				i++;
			if (i == gap)
				return at;
		} else if (i < count && signs[i].bars == 0 && sign_base(signs[i].rune) == (unsigned char)*text) {
			i++;
		} else {
			return at;
		}
	}
	if (i < count && (sign_is_letter(signs[i].rune) || sign_digit(signs[i].rune) >= 0 || signs[i].rune == '_'))
		return at;
	return i;
}

/* "non' et b" among variables n and o is no "non-et". */
static bool has_prime(const struct sign *signs, size_t at, size_t end)
{
	while (at < end && signs[at].rune != '\'' && signs[at].rune != 0x2019)
		at++;
	return at < end;
}

const struct word *word_at(const struct reader *reader, size_t at, size_t *end)
{
	uint32_t first = sign_base(reader->signs[at].rune);

	/* There is no word of one letter. */
	if (at + 1 == reader->count || !sign_is_letter(reader->signs[at + 1].rune))
		return NULL;
	for (size_t i = 0; i < COUNT(WORDS); i++) {
		if ((unsigned char)WORDS[i].text[0] != first)
			continue;
		*end = words_end(reader->signs, reader->count, at, WORDS[i].text);
		if (*end > at && !has_prime(reader->signs, at, *end))
			return &WORDS[i];
	}
	return NULL;
}

const struct word *symbol_at(const struct reader *reader, size_t at, size_t *end)
{
	uint32_t first = reader->signs[at].rune;

	for (size_t i = 0; i < COUNT(SYMBOLS); i++) {
		const char *text = SYMBOLS[i].text;
		size_t left, used, j = at;

		/* Nearly every row fails at its first byte. */
		if (first < 0x80 ? (unsigned char)*text != first : (unsigned char)*text < 0x80)
			continue;
		left = strlen(text);
		while (left > 0 && j < reader->count &&
			(uint32_t)utf8_next(text, left, &used) == reader->signs[j].rune) {
			text += used;
			left -= used;
			j++;
		}
		if (left > 0)
			continue;
		*end = j;
		return &SYMBOLS[i];
	}
	return NULL;
}

const struct word *command_at(const struct reader *reader, size_t at, size_t *end)
{
	const struct sign *signs = reader->signs;

	*end = at + 1;
	while (*end < reader->count && signs[*end].rune < 0x80 && sign_is_letter(signs[*end].rune))
		++*end;
	for (size_t i = 0; i < COUNT(COMMANDS); i++) {
		const char *text = COMMANDS[i].text;
		size_t length = strlen(text), same = 0;

		if (length != *end - at - 1)
			continue;
		while (same < length && signs[at + 1 + same].rune == (unsigned char)text[same])
			same++;
		if (same == length)
			return &COMMANDS[i];
	}
	return NULL;
}

const char *word_inside(const struct reader *reader, size_t at, size_t end, size_t letter)
{
	static const char *const glued[] = { "xor", "and", "non", "not", "et", "ou", "or" };

	for (size_t i = 0; i < COUNT(glued); i++) {
		size_t length = strlen(glued[i]);

		for (size_t from = at; from + length <= end; from++) {
			size_t same = 0;

			while (same < length &&
				sign_base(reader->signs[from + same].rune) == (unsigned char)glued[i][same])
				same++;
			if (same == length && letter >= from && letter < from + length)
				return glued[i];
		}
	}
	return NULL;
}

bool word_is_reserved(const struct sign *signs, size_t count)
{
	for (size_t i = 0; i < COUNT(WORDS); i++) {
		if (words_end(signs, count, 0, WORDS[i].text) == count)
			return true;
	}
	return false;
}

bool word_is_spelled(const struct vocabulary *vocabulary)
{
	bool letters[26] = { false };

	for (unsigned i = 0; i < vocabulary->count; i++) {
		size_t used;
		uint32_t base =
			sign_base((uint32_t)utf8_next(vocabulary->names[i], strlen(vocabulary->names[i]), &used));

		if (base >= 'a' && base <= 'z')
			letters[base - 'a'] = true;
	}
	for (size_t i = 0; i < COUNT(WORDS); i++) {
		const char *at = WORDS[i].text;

		while (*at != '\0' && *at != ' ' && letters[*at - 'a'])
			at++;
		if (*at == '\0')
			return true;
	}
	return false;
}
