/*
 * Lines of work as people type them, as numbers, signs and words: "84 = 2×36 + 12", "84 | 2 | 36 | 12", "5² ≡ 3 [11]".
 *
 * Nothing here knows what a line means. Bars, semicolons, commas and tabs are one sign, ';'. "x" between numbers is a
 * product, a superscript a power, a subscript a '_'. A minus that touches a number and follows no number is its own.
 */
#pragma once
#include "base/arena.h"
#include <stdbool.h>
#include <stdint.h>
#include "base/err.h"
#include "base/slip.h"

enum { LINES_MAX = 300, TOKENS_MAX = 4000, NUMBER_DIGITS_MAX = 15 };

enum token_kind { TOKEN_NUMBER, TOKEN_SIGN, TOKEN_WORD };

struct token {
	enum token_kind kind;
	int64_t value; /* of a number */
	bool wide; /* it has more than NUMBER_DIGITS_MAX digits, and no value */
	char sign; /* = ~ (congruent) * + - / ^ _ ( ) [ ] { } ; : > */
	const char *word; /* small letters, without accents */
	size_t start, end; /* in the text */
};

struct step_line {
	size_t start, end; /* in the text, without blanks around */
	struct token *tokens;
	size_t count; /* 1 at least */
};

struct step_text {
	const char *text;
	size_t bytes;
	struct step_line *lines; /* those that are not blank */
	size_t count;
	struct arena *arena;
};

/* -1 and the slip where a character means nothing in such work, or there is too much of it. */
int step_text_read(
	struct step_text *out, const char *text, size_t bytes, struct arena *arena, struct slip *slip) must_check;

static inline bool token_is(const struct step_line *line, size_t i, char sign)
{
	return i < line->count && line->tokens[i].kind == TOKEN_SIGN && line->tokens[i].sign == sign;
}
bool line_has(const struct step_line *line, char sign);
bool line_has_word(const struct step_line *line, const char *word);
/* Are there words of two letters or more, or a single one before the first number? */
bool line_is_labelled(const struct step_line *line);
bool line_has_number(const struct step_line *line);
/* The numbers of a row: only numbers, separators and empty cells; false otherwise. At most `most` are kept; *count all. */
bool line_row(const struct step_line *line, const struct token **out, size_t most, size_t *count);
/* The first number that is too long to be computed with; NULL. */
const struct token *line_wide(const struct step_line *line);
/* The value of what stands between two tokens (sums, products, powers, parentheses); false when it is no such thing or
 * does not fit. */
bool line_value(const struct step_line *line, size_t from, size_t to, int64_t *out);
const char *line_text(const struct step_text *text, const struct step_line *line);
