/* Signs as tokens, one at a time: what a sign is may depend on the token before it. */
#include "reading.h"
#include <string.h>

enum { LABEL_SIGNS_MAX = 60 };

static bool ends_operand(const struct token *token)
{
	return token->kind == TOKEN_NAME || token->kind == TOKEN_CONSTANT || token->kind == TOKEN_CLOSE ||
	       token->kind == TOKEN_PRIME;
}

static size_t after_blanks(const struct reader *reader, size_t at)
{
	while (at < reader->count && reader->signs[at].rune == ' ')
		at++;
	return at;
}

/* May an operand begin there? */
static bool starts_operand(const struct reader *reader, size_t at)
{
	const struct word *row = NULL;
	uint32_t rune;
	size_t end;

	at = after_blanks(reader, at);
	if (at == reader->count)
		return false;
	rune = reader->signs[at].rune;
	if (sign_digit(rune) >= 0)
		return true;
	if (sign_is_letter(rune)) {
		row = word_at(reader, at, &end);
		return row == NULL || row->kind == TOKEN_NOT || row->kind == TOKEN_CONSTANT;
	}
	if (rune == '\\')
		row = command_at(reader, at, &end);
	if (row == NULL)
		row = symbol_at(reader, at, &end);
	return row != NULL && (row->kind == TOKEN_NOT || row->kind == TOKEN_BAR || row->kind == TOKEN_OPEN ||
				      row->kind == TOKEN_CONSTANT);
}

static size_t letters_end(const struct reader *reader, size_t at)
{
	while (at < reader->count && sign_is_letter(reader->signs[at].rune))
		at++;
	return at;
}

static int find_letter(const struct reader *reader, size_t at)
{
	struct name_key key;

	return name_key(&key, reader->signs, at, at + 1) ? name_find(reader, &key) : -1;
}

/* ---- names and words ---- */

/* Fills kind and value from a table's row; -1 and the slip where the row is one. */
static int take_row(struct reader *reader, struct token *out, const struct word *row, size_t at, size_t end)
{
	out->kind = row->kind;
	out->op = row->kind == TOKEN_BINARY ? (enum expr_op)row->value : EXPR_CONSTANT;
	out->value = row->value;
	out->set = row->kind != TOKEN_SLIP && row->slip != NULL;
	out->start = reader->signs[at].start;
	out->end = reader->signs[end - 1].end;
	reader->at = end;
	if (row->kind == TOKEN_SLIP)
		return slip_excerpt(reader, row->slip, out->start, out->end);
	return 0;
}

/* Letters that spell a word and are variables, each of them. 1: read them as letters; -1: nobody can know. */
static int letters_or_word(struct reader *reader, const struct word *word, size_t at, size_t end)
{
	bool after = starts_operand(reader, end);
	bool fits = word->kind == TOKEN_CONSTANT || (word->kind == TOKEN_NOT && after) ||
		    (word->kind == TOKEN_BINARY && ends_operand(&reader->last) && after);

	for (size_t i = at; i < end; i++) {
		if (reader->signs[i].rune == ' ' || find_letter(reader, i) < 0)
			return 0;
	}
	if (!fits)
		return 1;
	return slip_excerpt(reader, "ambiguous-word", reader->signs[at].start, reader->signs[end - 1].end);
}

static int take_word(struct reader *reader, struct token *out, const struct word *word, size_t at, size_t end)
{
	static const struct word negation = { "non", TOKEN_NOT, 0, NULL };

	/* "a non et b" is NAND, "non et …" begins with a negation. */
	if (strncmp(word->text, "non ", 4) == 0 && !ends_operand(&reader->last)) {
		word = &negation;
		end = at + 3;
	}
	if (take_row(reader, out, word, at, end) < 0)
		return -1;
	out->word = true;
	/* "non-P" */
	if (word->kind == TOKEN_NOT && end < reader->count && reader->signs[end].rune == '-' &&
		starts_operand(reader, end + 1))
		reader->at++;
	return 0;
}

static int take_name(struct reader *reader, struct token *out, int index, size_t at, size_t end)
{
	int bars = name_bars(reader, at, end);

	if (bars < 0)
		return -1;
	out->kind = TOKEN_NAME;
	out->value = (unsigned)index;
	out->bars = (unsigned)bars;
	for (size_t i = at; i < end; i++)
		out->combining = out->combining || reader->signs[i].combining;
	out->start = reader->signs[at].start;
	out->end = reader->signs[end - 1].end;
	reader->at = end;
	return 0;
}

/* A single letter that is no variable; -1 and the slip. */
static int unknown_letter(struct reader *reader, size_t at, size_t end, const struct name_key *key)
{
	size_t from = at, to = letters_end(reader, at), strange = 0;
	const char *word;

	while (from > 0 && sign_is_letter(reader->signs[from - 1].rune))
		from--;
	word = word_inside(reader, from, to, at);
	if (word != NULL && to - from > strlen(word))
		return slip_set(reader, "glued-word", reader->signs[from].start, reader->signs[to - 1].end,
			(struct msg_param[]){ { "word", word },
				{ "sign", read_excerpt(reader, reader->signs[from].start, reader->signs[to - 1].end) },
				{ 0 } });
	for (size_t i = from; i < to; i++)
		strange += find_letter(reader, i) < 0;
	/* A whole word that means nothing here is told as a word. */
	if (strange >= 2 && to - from >= 3 && end <= to) {
		struct name_key whole;

		name_key(&whole, reader->signs, from, to);
		return name_unknown(reader, from, to, &whole);
	}
	return name_unknown(reader, at, end, key);
}

/* V and F, where no variable has that name. 1 when it was one. "aVb" may be a ∨ b: between operands a V is a slip. */
static int take_truth(struct reader *reader, struct token *out, size_t at, size_t end)
{
	uint32_t rune = reader->signs[at].rune;
	bool alone = end == at + 1 && letters_end(reader, at) == end &&
		     (at == 0 || !sign_is_letter(reader->signs[at - 1].rune));
	bool before = ends_operand(&reader->last), after = starts_operand(reader, end);

	if (rune == 'v')
		after = after && before && (alone || reader->found == NULL);
	if (end == at + 1 && (rune == 'V' ? before || after : rune == 'v' && after))
		return slip_excerpt(reader, "ambiguous-v", reader->signs[at].start, reader->signs[at].end);
	if (!alone || (rune != 'V' && rune != 'F'))
		return 0;
	out->kind = TOKEN_CONSTANT;
	out->value = rune == 'V';
	out->bars = reader->signs[at].bars;
	out->start = reader->signs[at].start;
	out->end = reader->signs[at].end;
	reader->at = end;
	return 1;
}

static int take_letters(struct reader *reader, struct token *out)
{
	bool single = reader->juxtaposes || reader->found != NULL;
	size_t at = reader->at, end = name_end(reader->signs, reader->count, at, single), stop;
	const struct word *word;
	struct name_key key;
	int index, truth;

	name_key(&key, reader->signs, at, end);
	index = name_find(reader, &key);
	if (!single && index >= 0)
		return take_name(reader, out, index, at, end);
	word = at > 0 && sign_is_letter(reader->signs[at - 1].rune) ? NULL : word_at(reader, at, &stop);
	if (word != NULL) {
		int letters = single ? letters_or_word(reader, word, at, stop) : 0;

		if (letters < 0)
			return -1;
		if (letters == 0)
			return take_word(reader, out, word, at, stop);
	}
	if (index >= 0)
		return take_name(reader, out, index, at, end);
	truth = take_truth(reader, out, at, end);
	if (truth != 0)
		return truth < 0 ? -1 : 0;
	if (reader->found != NULL) {
		index = name_add(reader, &key, at, end);
		return index < 0 ? -1 : take_name(reader, out, index, at, end);
	}
	return single ? unknown_letter(reader, at, end, &key) : name_unknown(reader, at, end, &key);
}

/* ---- everything else ---- */

static int take_number(struct reader *reader, struct token *out)
{
	const struct sign *sign = &reader->signs[reader->at];
	size_t end = reader->at;

	while (end < reader->count && reader->signs[end].rune >= '0' && reader->signs[end].rune <= '9')
		end++;
	if (end == reader->at) /* a low digit under nothing */
		return slip_set(reader, "unknown-sign", sign->start, sign->end,
			(struct msg_param[]){ { "sign", read_excerpt(reader, sign->start, sign->end) },
				{ "code", arena_printf(reader->arena, "U+%04X", (unsigned)sign->rune) }, { 0 } });
	if (end > reader->at + 1 || sign->rune > '1')
		return slip_excerpt(reader, "arithmetic-number", sign->start, reader->signs[end - 1].end);
	out->kind = TOKEN_CONSTANT;
	out->value = sign->rune == '1';
	out->bars = sign->bars;
	out->start = sign->start;
	out->end = sign->end;
	reader->at = end;
	return 0;
}

/* \bar{x}_1 is \bar{x_1}, and so is \mathrm{x}_1: the brace at `close` moves behind the index. Its new place. */
static size_t close_after_index(struct reader *reader, size_t close)
{
	struct sign *signs = reader->signs;
	size_t end = name_index_end(signs, reader->count, close + 1);

	if (end == close + 1 || (signs[close + 1].rune != '_' && signs[close + 1].rune < 0x80))
		return close;
	memmove(&signs[close], &signs[close + 1], (end - close - 1) * sizeof(*signs));
	signs[end - 1] = (struct sign){ .rune = '}', .start = signs[end - 2].end, .end = signs[end - 2].end };
	return end - 1;
}

/* What follows a command and stands in braces: those of \text{…} are no parentheses. */
static void take_braces(struct reader *reader, bool text)
{
	size_t open = after_blanks(reader, reader->at), close = open;

	if (open == reader->count || reader->signs[open].rune != '{')
		return;
	while (close < reader->count && reader->signs[close].rune != '}' && (text || close <= open + 1))
		close++;
	if (close == reader->count)
		return;
	if (reader->signs[close].rune == '}')
		close = close_after_index(reader, close);
	if (text) {
		reader->signs[open].rune = ' ';
		reader->signs[close].rune = ' ';
	}
}

static int take_command(struct reader *reader, struct token *out)
{
	size_t at = reader->at, end;
	const struct word *command = command_at(reader, at, &end);

	if (command == NULL)
		return slip_excerpt(reader, end == at + 2 ? "set-sign" : "unknown-command", reader->signs[at].start,
			end == at + 2 ? reader->signs[at].end : reader->signs[end - 1].end);
	if (take_row(reader, out, command, at, end) < 0)
		return -1;
	if (command->kind == TOKEN_TEXT || command->kind == TOKEN_BAR)
		take_braces(reader, command->kind == TOKEN_TEXT);
	return 0;
}

/* "^\prime" and "^{\prime}": the sign after it, or 0. */
static size_t raised_prime(const struct reader *reader, size_t at)
{
	size_t next = after_blanks(reader, at + 1), end;
	bool braces = next < reader->count && reader->signs[next].rune == '{';
	const struct word *command;

	next += braces;
	if (next >= reader->count || reader->signs[next].rune != '\\')
		return 0;
	command = command_at(reader, next, &end);
	if (command == NULL || command->kind != TOKEN_PRIME)
		return 0;
	if (!braces)
		return end;
	return end < reader->count && reader->signs[end].rune == '}' ? end + 1 : 0;
}

static int take_caret(struct reader *reader, struct token *out)
{
	const struct sign *sign = &reader->signs[reader->at];
	size_t end = raised_prime(reader, reader->at), next = after_blanks(reader, reader->at + 1);

	if (end == 0)
		return slip_excerpt(reader,
			next < reader->count && sign_digit(reader->signs[next].rune) >= 0 ? "arithmetic-power"
											  : "caret",
			sign->start, sign->end);
	out->kind = TOKEN_PRIME;
	out->start = sign->start;
	out->end = reader->signs[end - 1].end;
	reader->at = end;
	return 0;
}

static int take_symbol(struct reader *reader, struct token *out)
{
	static const struct word slash = { "/", TOKEN_NOT, 0, NULL };
	size_t at = reader->at, end, stop;
	const struct sign *sign = &reader->signs[at];
	const struct word *symbol = symbol_at(reader, at, &end);

	if (symbol == NULL)
		return slip_set(reader, sign->rune < ' ' || sign->rune == 0x7f ? "unknown-control" : "unknown-sign",
			sign->start, sign->end,
			(struct msg_param[]){ { "sign", read_excerpt(reader, sign->start, sign->end) },
				{ "code", arena_printf(reader->arena, "U+%04X", (unsigned)sign->rune) }, { 0 } });
	if (sign->rune == '^')
		return take_caret(reader, out);
	/* /\overline{a} is a negation, /\ before anything else a conjunction. */
	if (end == at + 2 && sign->rune == '/' && reader->signs[at + 1].rune == '\\' &&
		command_at(reader, at + 1, &stop) != NULL) {
		symbol = &slash;
		end--;
	}
	if (symbol->slip != NULL && strcmp(symbol->slip, "arithmetic") == 0 && reader->last.kind == TOKEN_CONSTANT &&
		reader->last.value == 1)
		return slip_excerpt(reader, "arithmetic-complement", sign->start, sign->end);
	if (take_row(reader, out, symbol, at, end) < 0)
		return -1;
	out->slash = symbol->kind == TOKEN_NOT && sign->rune == '/';
	return 0;
}

int read_token(struct reader *reader, struct token *out)
{
	do {
		uint32_t rune, next;
		int status;

		*out = (struct token){ .start = reader->last.end, .end = reader->last.end };
		reader->at = after_blanks(reader, reader->at);
		if (reader->at == reader->count)
			break;
		if (reader->quantified != NULL) {
			status = quantified_token(reader, out);
			if (status < 0)
				return -1;
			if (status > 0)
				break;
		}
		rune = reader->signs[reader->at].rune;
		next = reader->at + 1 < reader->count ? reader->signs[reader->at + 1].rune : 0;
		if (sign_is_letter(rune))
			status = take_letters(reader, out);
		else if (sign_digit(rune) >= 0)
			status = take_number(reader, out);
		else if (rune == '\\' && next < 0x80 && sign_is_letter(next))
			status = take_command(reader, out);
		else
			status = take_symbol(reader, out);
		if (status < 0)
			return -1;
	} while (out->kind == TOKEN_NOTHING || out->kind == TOKEN_TEXT);
	reader->last = *out;
	return 0;
}

/* ---- "E =" ---- */

/* A list of names in parentheses at signs[at]: the sign after it, or `at`. */
static size_t arguments_end(const struct reader *reader, size_t at, bool *several)
{
	size_t end = at;

	if (end == reader->count || reader->signs[end].rune != '(')
		return at;
	for (end++; end < reader->count && reader->signs[end].rune != ')'; end++) {
		uint32_t rune = reader->signs[end].rune;

		if (rune == ',' || rune == ';')
			*several = true;
		else if (!sign_is_letter(rune) && sign_digit(rune) < 0 && rune != ' ' && rune != '_')
			return at;
	}
	return end < reader->count ? end + 1 : at;
}

/* An '=' that is no part of an arrow: the sign after it, or `at`. */
static size_t equals_end(const struct reader *reader, size_t at)
{
	size_t end = at + (at < reader->count && reader->signs[at].rune == ':');

	if (end >= reader->count || reader->signs[end].rune != '=' ||
		(end + 1 < reader->count && (reader->signs[end + 1].rune == '>' || reader->signs[end + 1].rune == '=')))
		return at;
	return end + 1;
}

/* A variable, or a product of some: "a = b" is no definition of a. */
static bool names_variables(const struct reader *reader, size_t at, size_t end, const struct name_key *key)
{
	if (!reader->juxtaposes || end == at + 1)
		return name_is_exact(reader, key);
	while (at < end && find_letter(reader, at) >= 0)
		at++;
	return at == end;
}

static bool is_colon(const struct reader *reader, size_t at)
{
	return at < reader->count && reader->signs[at].rune == ':';
}

/* "E : ab", "Forme simplifiée : ab": the sign after a label that stands at signs[at], or 0. What holds a variable or a word
 * of logic is no label. */
static size_t label_end(const struct reader *reader, size_t at)
{
	size_t end = at, word;

	while (end < reader->count && end - at < LABEL_SIGNS_MAX) {
		uint32_t rune = reader->signs[end].rune;
		struct name_key key;

		if (is_colon(reader, end))
			return end > at ? end + 1 : 0;
		if (end > at && (rune == ' ' || rune == '\'' || rune == 0x2019)) {
			end++;
			continue;
		}
		if (!sign_is_letter(rune) || reader->signs[end].bars > 0 || word_at(reader, end, &word) != NULL)
			return 0;
		word = name_end(reader->signs, reader->count, end, false);
		name_key(&key, reader->signs, end, word);
		if (names_variables(reader, end, word, &key))
			return 0;
		end = word;
	}
	return 0;
}

static void begin_at(struct reader *reader, size_t at)
{
	reader->at = at;
	read_unquoted(reader, at);
}

int read_leading(struct reader *reader)
{
	size_t at = after_blanks(reader, 0), name = at, end, stop = 0, open, sign, equals, command;
	const struct word *bar = NULL;
	bool barred = false, several = false, variable;
	struct name_key key;

	if (at < reader->count && reader->signs[at].rune == '\\')
		bar = command_at(reader, at, &command);
	if (bar != NULL && bar->kind == TOKEN_BAR)
		name = after_blanks(reader, command);
	else if (at < reader->count && (reader->signs[at].rune == 0xac || reader->signs[at].rune == '/'))
		name = after_blanks(reader, at + 1);
	barred = name > at;
	name += barred && name < reader->count && reader->signs[name].rune == '{';
	end = name;
	if (name < reader->count && sign_is_letter(reader->signs[name].rune))
		end = name_end(reader->signs, reader->count, name, false);
	if (end > name) {
		for (size_t i = name; i < end; i++)
			barred = barred || reader->signs[i].bars > 0;
		stop = end;
		name_key(&key, reader->signs, name, end);
		end += barred && end < reader->count && reader->signs[end].rune == '}';
		while (end < reader->count && (reader->signs[end].rune == '\'' || reader->signs[end].rune == 0x2019)) {
			barred = true;
			end++;
		}
	}
	open = after_blanks(reader, end);
	end = arguments_end(reader, open, &several);
	sign = after_blanks(reader, end);
	equals = equals_end(reader, sign);
	variable = end > name && !several && names_variables(reader, name, stop, &key);
	if (equals > sign && variable)
		return slip_excerpt(reader, "equals", reader->signs[equals - 1].start, reader->signs[equals - 1].end);
	if (equals == sign && reader->found != NULL)
		return 0;
	if (equals == sign && (barred || end > open)) /* f(a, b): */
		equals = stop > 0 && !variable && is_colon(reader, sign) ? sign + 1 : 0;
	else if (equals == sign)
		equals = label_end(reader, at);
	if (equals == 0)
		return 0;
	if (barred)
		read_remark(reader, REMARK_BARRED_NAME, "barred-name");
	begin_at(reader, equals);
	return 0;
}
