#include "line.h"
#include <ctype.h>
#include <string.h>
#include "base/utf8.h"
#include "grader_steps/grader_steps.h"

enum { WORD_BYTES_MAX = 24, DEPTH_MAX = 40, SHOWN_BYTES = 24 };

struct lexer {
	struct step_text *out;
	struct slip *slip;
	struct token *tokens;
	size_t count, first; /* of the line */
	size_t at;
};

static const struct {
	int32_t rune;
	char sign;
} signs[] = {
	{ '=', '=' },
	{ 0x2261, '~' },
	{ 0x2245, '~' },
	{ 0x2248, '~' },
	{ '*', '*' },
	{ '.', '*' },
	{ 0xd7, '*' },
	{ 0xb7, '*' },
	{ 0x22c5, '*' },
	{ 0x2219, '*' },
	{ 0x2022, '*' },
	{ 0x2026, '*' },
	{ '+', '+' },
	{ '-', '-' },
	{ 0x2212, '-' },
	{ 0x2010, '-' },
	{ 0x2011, '-' },
	{ 0x2013, '-' },
	{ 0x2014, '-' },
	{ '/', '/' },
	{ 0xf7, '/' },
	{ '^', '^' },
	{ '_', '_' },
	{ '(', '(' },
	{ ')', ')' },
	{ '[', '[' },
	{ ']', ']' },
	{ '{', '{' },
	{ '}', '}' },
	{ '|', ';' },
	{ 0x2502, ';' },
	{ 0x2503, ';' },
	{ 0xff5c, ';' },
	{ ';', ';' },
	{ ',', ';' },
	{ '\t', ';' },
	{ ':', ':' },
	{ '>', '>' },
	{ 0x2192, '>' },
	{ 0x21d2, '>' },
};

/* Digits above and below the line: "²", "₂"; -1 for others. */
static int raised(int32_t rune)
{
	static const int32_t digits[] = { 0x2070, 0xb9, 0xb2, 0xb3, 0x2074, 0x2075, 0x2076, 0x2077, 0x2078, 0x2079 };

	for (int i = 0; i < 10; i++)
		if (rune == digits[i])
			return i;
	return -1;
}

static int lowered(int32_t rune)
{
	return rune >= 0x2080 && rune <= 0x2089 ? rune - 0x2080 : -1;
}

static int32_t rune_at(const struct lexer *lexer, size_t at, size_t *used)
{
	int32_t rune;

	*used = 1;
	if (at >= lexer->out->bytes)
		return 0;
	rune = utf8_next(lexer->out->text + at, lexer->out->bytes - at, used);
	return rune < 0 ? 0xfffd : rune;
}

static int slip_here(struct lexer *lexer, const char *code, size_t start, size_t end)
{
	const struct step_text *text = lexer->out;
	const char *shown = arena_memdup(
		text->arena, text->text + start, end - start < SHOWN_BYTES ? end - start : (size_t)SHOWN_BYTES);

	*lexer->slip = (struct slip){ .message = msg_make(text->arena, &steps_messages, code,
					      (struct msg_param[]){ { "text", shown }, { 0 } }),
		.start = start,
		.end = end };
	slip_place(lexer->slip, text->text, text->bytes);
	return -1;
}

static struct token *add(struct lexer *lexer, enum token_kind kind, size_t start, size_t end)
{
	struct token *token;

	if (lexer->count == TOKENS_MAX)
		return NULL;
	token = &lexer->tokens[lexer->count++];
	*token = (struct token){ .kind = kind, .start = start, .end = end };
	return token;
}

static int too_long(struct lexer *lexer, size_t start)
{
	return slip_here(lexer, "step-too-long", start, start);
}

static int add_sign(struct lexer *lexer, char sign, size_t start, size_t end)
{
	struct token *token = add(lexer, TOKEN_SIGN, start, end);

	if (token == NULL)
		return too_long(lexer, start);
	token->sign = sign;
	return 0;
}

static bool digit_at(const struct lexer *lexer, size_t at)
{
	return at < lexer->out->bytes && lexer->out->text[at] >= '0' && lexer->out->text[at] <= '9';
}

/* A blank that does not break, or an apostrophe, between groups of three digits; its bytes, or 0. */
static size_t group_at(const struct lexer *lexer, size_t at)
{
	size_t used;
	int32_t rune = rune_at(lexer, at, &used);

	if (rune != 0xa0 && rune != 0x202f && rune != 0x2009)
		return 0;
	for (size_t i = 0; i < 3; i++)
		if (!digit_at(lexer, at + used + i))
			return 0;
	return digit_at(lexer, at + used + 3) ? 0 : used;
}

static int read_number(struct lexer *lexer)
{
	size_t start = lexer->at, digits = 0, group;
	struct token *token = add(lexer, TOKEN_NUMBER, start, start);

	if (token == NULL)
		return too_long(lexer, start);
	for (;;) {
		for (; digit_at(lexer, lexer->at); lexer->at++) {
			digits += digits > 0 || lexer->out->text[lexer->at] != '0';
			if (digits <= NUMBER_DIGITS_MAX)
				token->value = token->value * 10 + (lexer->out->text[lexer->at] - '0');
		}
		group = group_at(lexer, lexer->at);
		if (group == 0)
			break;
		lexer->at += group;
	}
	token->wide = digits > NUMBER_DIGITS_MAX;
	token->end = lexer->at;
	return 0;
}

/* "²" is "^2", "₁₆" is "_16". */
static int read_small(struct lexer *lexer, int (*digit)(int32_t rune), char sign)
{
	size_t start = lexer->at, used, digits = 0;
	int64_t value = 0;
	struct token *token;

	for (;;) {
		int found = digit(rune_at(lexer, lexer->at, &used));

		if (found < 0)
			break;
		if (++digits <= NUMBER_DIGITS_MAX)
			value = value * 10 + found;
		lexer->at += used;
	}
	if (add_sign(lexer, sign, start, start))
		return -1;
	token = add(lexer, TOKEN_NUMBER, start, lexer->at);
	if (token == NULL)
		return too_long(lexer, start);
	token->value = value;
	token->wide = digits > NUMBER_DIGITS_MAX;
	return 0;
}

/* A small letter without its accent; 0 for what is none. */
static char letter_of(int32_t rune)
{
	static const struct {
		int32_t rune;
		char letter;
	} accents[] = { { 0xe9, 'e' }, { 0xe8, 'e' }, { 0xea, 'e' }, { 0xc9, 'e' }, { 0xe0, 'a' }, { 0xe2, 'a' },
		{ 0xf4, 'o' }, { 0xee, 'i' }, { 0xfb, 'u' }, { 0xf9, 'u' }, { 0xe7, 'c' } };

	if (rune < 0x80 && rune != '\'')
		return isalpha((int)rune) ? (char)tolower((int)rune) : '\0';
	for (size_t i = 0; i < sizeof(accents) / sizeof(accents[0]); i++)
		if (rune == accents[i].rune)
			return accents[i].letter;
	return rune == 0x2019 || rune == '\'' ? '\'' : '\0';
}

static int read_word(struct lexer *lexer)
{
	size_t start = lexer->at, used;
	char word[WORD_BYTES_MAX + 1];
	size_t length = 0;
	struct token *token;

	for (char letter; (letter = letter_of(rune_at(lexer, lexer->at, &used))) != '\0'; lexer->at += used)
		if (length < WORD_BYTES_MAX)
			word[length++] = letter;
	token = add(lexer, TOKEN_WORD, start, lexer->at);
	if (token == NULL)
		return too_long(lexer, start);
	token->word = arena_memdup(lexer->out->arena, word, length);
	return 0;
}

static int read_token(struct lexer *lexer)
{
	size_t used;
	int32_t rune = rune_at(lexer, lexer->at, &used);
	size_t start = lexer->at;

	if (rune >= '0' && rune <= '9')
		return read_number(lexer);
	if (raised(rune) >= 0)
		return read_small(lexer, raised, '^');
	if (lowered(rune) >= 0)
		return read_small(lexer, lowered, '_');
	if (letter_of(rune) != '\0')
		return read_word(lexer);
	lexer->at += used;
	for (size_t i = 0; i < sizeof(signs) / sizeof(signs[0]); i++)
		if (rune == signs[i].rune)
			return add_sign(lexer, signs[i].sign, start, lexer->at);
	if (utf8_is_blank(rune) || utf8_is_mark(rune) || rune == '!' || rune == '?')
		return 0;
	return slip_here(lexer, "step-sign", start, lexer->at);
}

static bool ends_operand(const struct token *token)
{
	return token->kind == TOKEN_NUMBER || (token->kind == TOKEN_SIGN && strchr(")]}", token->sign) != NULL);
}

static bool starts_operand(const struct token *token)
{
	return token->kind == TOKEN_NUMBER || (token->kind == TOKEN_SIGN && strchr("([{-", token->sign) != NULL);
}

/* "2 x 36" is a product; "**" a power; a stop behind everything is none. */
static void mend(struct step_line *line)
{
	size_t kept = 0;

	for (size_t i = 0; i < line->count; i++) {
		struct token token = line->tokens[i];
		bool inside = i > 0 && i + 1 < line->count && ends_operand(&line->tokens[i - 1]) &&
			      starts_operand(&line->tokens[i + 1]);

		if (token.kind == TOKEN_WORD && !strcmp(token.word, "x") && inside)
			token = (struct token){ TOKEN_SIGN, .sign = '*', .start = token.start, .end = token.end };
		if (token.kind == TOKEN_SIGN && token.sign == '*' && i + 1 == line->count)
			continue;
		if (token.kind == TOKEN_SIGN && token.sign == '*' && kept > 0 && token_is(line, kept - 1, '*')) {
			line->tokens[kept - 1].sign = '^';
			continue;
		}
		line->tokens[kept++] = token;
	}
	line->count = kept;
}

/* A minus that touches the number behind it, and none before it. */
static void join_signs(struct step_line *line, const char *text)
{
	size_t kept = 0;

	for (size_t i = 0; i < line->count; i++) {
		struct token token = line->tokens[i];
		bool minus = token.kind == TOKEN_SIGN && token.sign == '-' && i + 1 < line->count &&
			     line->tokens[i + 1].kind == TOKEN_NUMBER && line->tokens[i + 1].start == token.end;
		bool apart = kept == 0 || !ends_operand(&line->tokens[kept - 1]) ||
			     (line->tokens[kept - 1].kind == TOKEN_NUMBER && token.start > 0 &&
				     text[token.start - 1] == ' ');

		if (minus && apart) {
			size_t start = token.start;
			token = line->tokens[++i];
			token.value = -token.value;
			token.start = start;
		}
		line->tokens[kept++] = token;
	}
	line->count = kept;
}

static int end_line(struct lexer *lexer, size_t start)
{
	struct step_text *out = lexer->out;
	struct step_line line = { .tokens = lexer->tokens + lexer->first, .count = lexer->count - lexer->first };
	bool content = false;

	lexer->first = lexer->count;
	for (size_t i = 0; i < line.count; i++)
		content |= line.tokens[i].kind != TOKEN_SIGN;
	if (!content)
		return 0;
	line.start = line.tokens[0].start;
	line.end = line.tokens[line.count - 1].end;
	mend(&line);
	join_signs(&line, out->text);
	if (out->count == LINES_MAX)
		return too_long(lexer, start);
	out->lines[out->count++] = line;
	return 0;
}

int step_text_read(struct step_text *out, const char *text, size_t bytes, struct arena *arena, struct slip *slip)
{
	struct lexer lexer = { .out = out, .slip = slip };
	size_t start = 0;

	*out = (struct step_text){ .text = text, .bytes = bytes, .arena = arena };
	out->lines = arena_array(arena, LINES_MAX, sizeof(*out->lines));
	lexer.tokens = arena_array(arena, TOKENS_MAX, sizeof(*lexer.tokens));
	while (lexer.at < bytes) {
		if (text[lexer.at] == '\n') {
			if (end_line(&lexer, start))
				return -1;
			start = ++lexer.at;
		} else if (read_token(&lexer)) {
			return -1;
		}
	}
	return end_line(&lexer, start);
}

/* ---- looking at a line ---- */

bool line_has(const struct step_line *line, char sign)
{
	for (size_t i = 0; i < line->count; i++)
		if (token_is(line, i, sign))
			return true;
	return false;
}

bool line_has_word(const struct step_line *line, const char *word)
{
	for (size_t i = 0; i < line->count; i++)
		if (line->tokens[i].kind == TOKEN_WORD && !strcmp(line->tokens[i].word, word))
			return true;
	return false;
}

bool line_is_labelled(const struct step_line *line)
{
	for (size_t i = 0; i < line->count; i++) {
		if (line->tokens[i].kind == TOKEN_NUMBER)
			return false;
		if (line->tokens[i].kind == TOKEN_WORD)
			return true;
	}
	return false;
}

bool line_has_number(const struct step_line *line)
{
	for (size_t i = 0; i < line->count; i++)
		if (line->tokens[i].kind == TOKEN_NUMBER)
			return true;
	return false;
}

bool line_row(const struct step_line *line, const struct token **out, size_t most, size_t *count)
{
	*count = 0;
	for (size_t i = 0; i < line->count; i++) {
		const struct token *token = &line->tokens[i];

		if (token->kind == TOKEN_NUMBER) {
			if (*count < most)
				out[*count] = token;
			(*count)++;
		} else if (token->kind == TOKEN_WORD ||
			   (token->sign != ';' && token->sign != ':' && token->sign != '-')) {
			return false;
		}
	}
	return *count > 0;
}

const struct token *line_wide(const struct step_line *line)
{
	for (size_t i = 0; i < line->count; i++)
		if (line->tokens[i].kind == TOKEN_NUMBER && line->tokens[i].wide)
			return &line->tokens[i];
	return NULL;
}

const char *line_text(const struct step_text *text, const struct step_line *line)
{
	return arena_memdup(text->arena, text->text + line->start, line->end - line->start);
}

/* ---- values ---- */

struct sum {
	const struct step_line *line;
	size_t at, to;
	int depth;
	bool bad;
};

static int64_t read_sum(struct sum *sum);

static int64_t times(struct sum *sum, int64_t a, int64_t b)
{
	int64_t value;

	if (!__builtin_mul_overflow(a, b, &value))
		return value;
	sum->bad = true;
	return 0;
}

static int64_t plus(struct sum *sum, int64_t a, int64_t b)
{
	int64_t value;

	if (!__builtin_add_overflow(a, b, &value))
		return value;
	sum->bad = true;
	return 0;
}

static bool at_sign(const struct sum *sum, char sign)
{
	return sum->at < sum->to && token_is(sum->line, sum->at, sign);
}

static int64_t read_atom(struct sum *sum)
{
	int64_t value;

	if (sum->bad || sum->at >= sum->to) {
		sum->bad = true;
		return 0;
	}
	const struct token *token = &sum->line->tokens[sum->at];
	if (token->kind == TOKEN_NUMBER) {
		sum->at++;
		sum->bad |= token->wide;
		return token->value;
	}
	for (const char *pair = "()[]"; *pair; pair += 2) {
		if (!at_sign(sum, pair[0]))
			continue;
		sum->at++;
		sum->bad |= ++sum->depth > DEPTH_MAX;
		value = read_sum(sum);
		sum->depth--;
		sum->bad |= !at_sign(sum, pair[1]);
		sum->at++;
		return value;
	}
	sum->bad = true;
	return 0;
}

static int64_t read_power(struct sum *sum)
{
	int64_t base = read_atom(sum), exponent, value = 1;

	if (!at_sign(sum, '^'))
		return base;
	sum->at++;
	exponent = read_atom(sum);
	sum->bad |= exponent < 0 || exponent > 60;
	for (int64_t i = 0; i < exponent && !sum->bad; i++)
		value = times(sum, value, base);
	return value;
}

static int64_t read_product(struct sum *sum)
{
	int64_t value = read_power(sum);

	while (!sum->bad && (at_sign(sum, '*') || at_sign(sum, '(') || at_sign(sum, '['))) {
		sum->at += at_sign(sum, '*');
		value = times(sum, value, read_power(sum));
	}
	return value;
}

static int64_t read_sum(struct sum *sum)
{
	bool minus = at_sign(sum, '-');
	int64_t value, term;

	sum->at += minus || at_sign(sum, '+');
	value = read_product(sum);
	value = minus ? times(sum, value, -1) : value;
	while (!sum->bad && sum->at < sum->to) {
		const struct token *token = &sum->line->tokens[sum->at];
		bool number = token->kind == TOKEN_NUMBER && token->value < 0; /* "84 -2*36" */

		if (!number && !at_sign(sum, '+') && !at_sign(sum, '-'))
			break;
		minus = at_sign(sum, '-');
		sum->at += !number;
		term = read_product(sum);
		value = plus(sum, value, minus ? times(sum, term, -1) : term);
	}
	return value;
}

bool line_value(const struct step_line *line, size_t from, size_t to, int64_t *out)
{
	struct sum sum = { line, from, to, 0, false };

	*out = read_sum(&sum);
	return !sum.bad && sum.at == to;
}
