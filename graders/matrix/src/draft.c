#include "draft.h"
#include <string.h>
#include "base/utf8.h"
#include "grader_matrix/grader_matrix.h"

int draft_slip(const struct draft *draft, size_t start, size_t end, const char *code, const struct msg_param *params)
{
	*draft->slip = (struct slip){ .message = msg_make(draft->arena, &matrix_messages, code, params),
		.start = draft->origin[start],
		.end = draft->origin[end > start ? end : start] };
	return -1;
}

int draft_slip_behind(const struct draft *draft, size_t start)
{
	size_t from = start + draft->slip->start, to = start + draft->slip->end;

	draft->slip->start = draft->origin[from < draft->bytes ? from : draft->bytes];
	draft->slip->end = draft->origin[to < draft->bytes ? to : draft->bytes];
	return -1;
}

size_t draft_blank(const struct draft *draft, size_t at, size_t end)
{
	size_t used;
	int32_t rune = at < end ? utf8_next(draft->text + at, end - at, &used) : -1;

	return rune >= 0 && (utf8_is_blank(rune) || utf8_is_invisible(rune)) ? used : 0;
}

struct stretch draft_trim(const struct draft *draft, struct stretch span)
{
	size_t last = span.start, used;

	while ((used = draft_blank(draft, span.start, span.end)) > 0)
		span.start += used;
	for (size_t at = last = span.start; at < span.end; at += used) {
		used = draft_blank(draft, at, span.end);
		if (used == 0) {
			if (utf8_next(draft->text + at, span.end - at, &used) < 0)
				used = 1;
			last = at + used;
		}
	}
	span.end = last;
	return span;
}

/* ---- making it ---- */

struct typing {
	struct draft *out;
	const char *text;
	size_t bytes, at;
	bool latex;
	int fractions; /* \frac that are open, so that none is read without end */
};

enum { FRACTIONS_MAX = 4 };

static void put(struct typing *typing, const char *text, size_t bytes, size_t origin)
{
	for (size_t i = 0; i < bytes; i++) {
		typing->out->origin[typing->out->bytes] = origin;
		typing->out->text[typing->out->bytes++] = text[i];
	}
}

static int slip_here(struct typing *typing, size_t start, size_t end, const char *code)
{
	const char *text = arena_memdup(typing->out->arena, typing->text + start, end - start);

	typing->out->origin[typing->out->bytes] = start;
	*typing->out->slip =
		(struct slip){ .message = msg_make(typing->out->arena, &matrix_messages, code,
				       (struct msg_param[]){ { "text", text },
					       { "example", "\\begin{pmatrix} 1 & 2 \\\\ 3 & 4 \\end{pmatrix}" },
					       { "fraction", "\\frac{3}{4}" }, { 0 } }),
			.start = start,
			.end = end };
	return -1;
}

static bool begins(const struct typing *typing, const char *word)
{
	size_t length = strlen(word);

	return typing->bytes - typing->at >= length && !memcmp(typing->text + typing->at, word, length);
}

static bool is_letter(char c)
{
	return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

/* Skips "{…}" here without braces inside; false when none is here. */
static bool skip_group(struct typing *typing)
{
	const char *end = typing->at < typing->bytes && typing->text[typing->at] == '{'
				  ? memchr(typing->text + typing->at, '}', typing->bytes - typing->at)
				  : NULL;

	if (end)
		typing->at = (size_t)(end - typing->text) + 1;
	return end != NULL;
}

static int put_one(struct typing *typing);

/* The next operand of \frac: a group, or one character; in parentheses. */
static int put_operand(struct typing *typing)
{
	bool group = typing->at < typing->bytes && typing->text[typing->at] == '{';
	size_t start = typing->at;

	put(typing, "(", 1, start);
	if (typing->at >= typing->bytes)
		return slip_here(typing, start, start, "latex-fraction");
	typing->at += group;
	if (!group && put_one(typing))
		return -1;
	while (group && typing->at < typing->bytes && typing->text[typing->at] != '}')
		if (put_one(typing))
			return -1;
	if (group && typing->at++ >= typing->bytes)
		return slip_here(typing, start, typing->bytes, "latex-fraction");
	put(typing, ")", 1, start);
	return 0;
}

static int put_fraction(struct typing *typing, size_t start)
{
	if (++typing->fractions > FRACTIONS_MAX)
		return slip_here(typing, start, typing->at, "latex-fraction");
	if (put_operand(typing))
		return -1;
	put(typing, "/", 1, start);
	if (put_operand(typing))
		return -1;
	typing->fractions--;
	return 0;
}

static int put_command(struct typing *typing)
{
	static const char *const fractions[] = { "frac", "dfrac", "tfrac", "cfrac" };
	static const char *const silent[] = { "left", "right", "big", "Big", "bigl", "bigr", "displaystyle", "hline",
		"quad", "qquad", "mathrm", "boldsymbol" };
	size_t start = typing->at++, length = 0;

	while (typing->at + length < typing->bytes && is_letter(typing->text[typing->at + length]))
		length++;
	const char *name = typing->text + typing->at;
	typing->at += length;
	if ((length == 5 && !memcmp(name, "begin", 5)) || (length == 3 && !memcmp(name, "end", 3))) {
		bool array = begins(typing, "{array}");

		if (!skip_group(typing))
			return slip_here(typing, start, typing->at, "latex-unknown");
		if (array && length == 5)
			skip_group(typing);
		put(typing, length == 5 ? "[" : "]", 1, start);
		return 0;
	}
	for (size_t i = 0; i < sizeof(fractions) / sizeof(fractions[0]); i++)
		if (length == strlen(fractions[i]) && !memcmp(name, fractions[i], length))
			return put_fraction(typing, start);
	for (size_t i = 0; i < sizeof(silent) / sizeof(silent[0]); i++)
		if (length == strlen(silent[i]) && !memcmp(name, silent[i], length)) {
			put(typing, " ", 1, start);
			return 0;
		}
	return slip_here(typing, start, typing->at, "latex-unknown");
}

/* "\\", "\,", "\(" and their like; else a command. */
static int put_backslash(struct typing *typing)
{
	size_t start = typing->at;
	char next = start + 1 < typing->bytes ? typing->text[start + 1] : '\0';

	if (is_letter(next))
		return put_command(typing);
	typing->at += next == '\0' ? 1 : 2;
	if (next == '\\')
		put(typing, "\n", 1, start);
	else if (next == ',') /* groups digits, as a narrow space does */
		put(typing, "\u202f", strlen("\u202f"), start);
	else if (next == '{' || next == '}')
		put(typing, &next, 1, start);
	else if (next != '\0' && strchr("()[];:! ", next))
		put(typing, " ", 1, start);
	else
		return slip_here(typing, start, typing->at, "latex-unknown");
	return 0;
}

/* Pieces of tall brackets, and characters that mean others. */
static const char *meant(int32_t rune)
{
	if (rune >= 0x239b && rune <= 0x23ad)
		return " ";
	switch (rune) {
	case 0x2502:
	case 0x2016:
	case 0xff5c:
		return "|";
	case 0xff0c:
		return ",";
	case 0xff1b:
		return ";";
	default:
		return NULL;
	}
}

static int put_one(struct typing *typing)
{
	size_t used, start = typing->at;
	int32_t rune = utf8_next(typing->text + start, typing->bytes - start, &used);
	const char *other = rune < 0 ? NULL : meant(rune);

	if (rune < 0)
		used = 1;
	if (rune == '\\')
		return put_backslash(typing);
	typing->at += used;
	if (rune == '$' || (typing->latex && rune == '\n') || rune == '\r')
		put(typing, " ", 1, start);
	else if (typing->latex && (rune == '{' || rune == '}'))
		return 0;
	else if (typing->latex && rune == '~')
		put(typing, "\u202f", strlen("\u202f"), start);
	else if (other)
		put(typing, other, strlen(other), start);
	else
		put(typing, typing->text + start, used, start);
	return 0;
}

int draft_make(struct draft *out, const char *text, size_t bytes, struct arena *arena, struct slip *slip)
{
	struct typing typing = { .out = out, .text = text, .bytes = bytes };

	/* No command becomes more bytes than three for each that it has. */
	*out = (struct draft){ .text = arena_room(arena, 3 * bytes + 8, 1),
		.origin = arena_room(arena, 3 * bytes + 8, sizeof(size_t)),
		.arena = arena,
		.slip = slip };
	typing.latex = memchr(text, '\\', bytes) != NULL;
	while (typing.at < bytes)
		if (put_one(&typing))
			return -1;
	out->origin[out->bytes] = bytes;
	out->text[out->bytes] = '\0';
	return 0;
}
