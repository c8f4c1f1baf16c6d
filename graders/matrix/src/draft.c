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

struct drafting {
	struct draft *out;
	const char *text;
	size_t bytes, at;
	bool latex;
	int fractions; /* \frac that are open, so that none is read without end */
};

enum { FRACTIONS_MAX = 4 };

static void put(struct drafting *drafting, const char *text, size_t bytes, size_t origin)
{
	for (size_t i = 0; i < bytes; i++) {
		drafting->out->origin[drafting->out->bytes] = origin;
		drafting->out->text[drafting->out->bytes++] = text[i];
	}
}

static int slip_here(struct drafting *drafting, size_t start, size_t end, const char *code)
{
	const char *text = arena_memdup(drafting->out->arena, drafting->text + start, end - start);

	drafting->out->origin[drafting->out->bytes] = start;
	*drafting->out->slip =
		(struct slip){ .message = msg_make(drafting->out->arena, &matrix_messages, code,
				       (struct msg_param[]){ { "text", text },
					       { "example", "\\begin{pmatrix} 1 & 2 \\\\ 3 & 4 \\end{pmatrix}" },
					       { "fraction", "\\frac{3}{4}" }, { 0 } }),
			.start = start,
			.end = end };
	return -1;
}

static bool begins(const struct drafting *drafting, const char *word)
{
	size_t length = strlen(word);

	return drafting->bytes - drafting->at >= length && !memcmp(drafting->text + drafting->at, word, length);
}

static bool is_letter(char c)
{
	return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

/* Skips "{…}" here without braces inside; false when none is here. */
static bool skip_group(struct drafting *drafting)
{
	const char *end = drafting->at < drafting->bytes && drafting->text[drafting->at] == '{'
				  ? memchr(drafting->text + drafting->at, '}', drafting->bytes - drafting->at)
				  : NULL;

	if (end)
		drafting->at = (size_t)(end - drafting->text) + 1;
	return end != NULL;
}

static int put_one(struct drafting *drafting);

/* The next operand of \frac: a group, or one character; in parentheses. */
static int put_operand(struct drafting *drafting)
{
	bool group = drafting->at < drafting->bytes && drafting->text[drafting->at] == '{';
	size_t start = drafting->at;

	put(drafting, "(", 1, start);
	if (drafting->at >= drafting->bytes)
		return slip_here(drafting, start, start, "latex-fraction");
	drafting->at += group;
	if (!group && put_one(drafting))
		return -1;
	while (group && drafting->at < drafting->bytes && drafting->text[drafting->at] != '}')
		if (put_one(drafting))
			return -1;
	if (group && drafting->at++ >= drafting->bytes)
		return slip_here(drafting, start, drafting->bytes, "latex-fraction");
	put(drafting, ")", 1, start);
	return 0;
}

static int put_fraction(struct drafting *drafting, size_t start)
{
	if (++drafting->fractions > FRACTIONS_MAX)
		return slip_here(drafting, start, drafting->at, "latex-fraction");
	if (put_operand(drafting))
		return -1;
	put(drafting, "/", 1, start);
	if (put_operand(drafting))
		return -1;
	drafting->fractions--;
	return 0;
}

static int put_command(struct drafting *drafting)
{
	static const char *const fractions[] = { "frac", "dfrac", "tfrac", "cfrac" };
	static const char *const silent[] = { "left", "right", "big", "Big", "bigl", "bigr", "displaystyle", "hline",
		"quad", "qquad", "mathrm", "boldsymbol" };
	size_t start = drafting->at++, length = 0;

	while (drafting->at + length < drafting->bytes && is_letter(drafting->text[drafting->at + length]))
		length++;
	const char *name = drafting->text + drafting->at;
	drafting->at += length;
	if ((length == 5 && !memcmp(name, "begin", 5)) || (length == 3 && !memcmp(name, "end", 3))) {
		bool array = begins(drafting, "{array}");

		if (!skip_group(drafting))
			return slip_here(drafting, start, drafting->at, "latex-unknown");
		if (array && length == 5)
			skip_group(drafting);
		put(drafting, length == 5 ? "[" : "]", 1, start);
		return 0;
	}
	for (size_t i = 0; i < sizeof(fractions) / sizeof(fractions[0]); i++)
		if (length == strlen(fractions[i]) && !memcmp(name, fractions[i], length))
			return put_fraction(drafting, start);
	for (size_t i = 0; i < sizeof(silent) / sizeof(silent[0]); i++)
		if (length == strlen(silent[i]) && !memcmp(name, silent[i], length)) {
			put(drafting, " ", 1, start);
			return 0;
		}
	return slip_here(drafting, start, drafting->at, "latex-unknown");
}

/* "\\", "\,", "\(" and their like; else a command. */
static int put_backslash(struct drafting *drafting)
{
	size_t start = drafting->at;
	char next = start + 1 < drafting->bytes ? drafting->text[start + 1] : '\0';

	if (is_letter(next))
		return put_command(drafting);
	drafting->at += next == '\0' ? 1 : 2;
	if (next == '\\')
		put(drafting, "\n", 1, start);
	else if (next == ',') /* groups digits, as a narrow space does */
		put(drafting, "\u202f", strlen("\u202f"), start);
	else if (next == '{' || next == '}')
		put(drafting, &next, 1, start);
	else if (next != '\0' && strchr("()[];:! ", next))
		put(drafting, " ", 1, start);
	else
		return slip_here(drafting, start, drafting->at, "latex-unknown");
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

static int put_one(struct drafting *drafting)
{
	size_t used, start = drafting->at;
	int32_t rune = utf8_next(drafting->text + start, drafting->bytes - start, &used);
	const char *other = rune < 0 ? NULL : meant(rune);

	if (rune < 0)
		used = 1;
	if (rune == '\\')
		return put_backslash(drafting);
	drafting->at += used;
	if (rune == '$' || (drafting->latex && rune == '\n') || rune == '\r')
		put(drafting, " ", 1, start);
	else if (drafting->latex && (rune == '{' || rune == '}'))
		return 0;
	else if (drafting->latex && rune == '~')
		put(drafting, "\u202f", strlen("\u202f"), start);
	else if (other)
		put(drafting, other, strlen(other), start);
	else
		put(drafting, drafting->text + start, used, start);
	return 0;
}

int draft_make(struct draft *out, const char *text, size_t bytes, struct arena *arena, struct slip *slip)
{
	struct drafting drafting = { .out = out, .text = text, .bytes = bytes };

	/* No command becomes more bytes than three for each that it has. */
	*out = (struct draft){ .text = arena_room(arena, 3 * bytes + 8, 1),
		.origin = arena_room(arena, 3 * bytes + 8, sizeof(size_t)),
		.arena = arena,
		.slip = slip };
	drafting.latex = memchr(text, '\\', bytes) != NULL;
	while (drafting.at < bytes)
		if (put_one(&drafting))
			return -1;
	out->origin[out->bytes] = bytes;
	out->text[out->bytes] = '\0';
	return 0;
}
