/* Reading answers: a number with what people write around it, a pair, congruences. As text, or as JSON. */
#include "answer.h"
#include <string.h>
#include "base/utf8.h"
#include "grader_numbers/grader_numbers.h"

static const struct number_style any_number = { .fractions = true };
static const struct number_style whole_numbers = { .fractions = true, .comma_separates = true };

/* Does a name begin here: a letter of any script? */
static bool letter(int32_t rune)
{
	return (rune >= 'a' && rune <= 'z') || (rune >= 'A' && rune <= 'Z') ||
	       (rune >= 0xc0 && rune < 0x2000 && rune != 0xd7);
}

/* How many bytes of blanks there are. */
static size_t blanks(const char *text, size_t bytes)
{
	size_t used, at = 0;

	for (; at < bytes; at += used) {
		int32_t rune = utf8_next(text + at, bytes - at, &used);
		if (!utf8_is_blank(rune) && !utf8_is_invisible(rune))
			break;
	}
	return at;
}

size_t answer_prefix(const char *text, size_t bytes)
{
	static const char *const signs[] = { "=", "\u2248", "\u2243" };
	const char *best = NULL;
	size_t used, start = blanks(text, bytes), length = 0;
	int32_t rune = start < bytes ? utf8_next(text + start, bytes - start, &used) : -1;

	for (size_t i = 0; i < 3; i++) {
		const char *at = memmem(text, bytes, signs[i], strlen(signs[i]));
		if (at && (!best || at < best)) {
			best = at;
			length = strlen(signs[i]);
		}
	}
	if (!best || (!letter(rune) && best != text + start))
		return 0;
	return (size_t)(best - text) + length;
}

static size_t trimmed(const char *text, size_t bytes)
{
	size_t end = 0, used;

	for (size_t at = 0; at < bytes; at += used) {
		int32_t rune = utf8_next(text + at, bytes - at, &used);
		if (!utf8_is_blank(rune) && !utf8_is_invisible(rune))
			end = at + used;
	}
	return end;
}

/* Is what stands behind the number one of the units? */
static bool is_unit(const char *text, size_t bytes, const char *const *units)
{
	size_t start = blanks(text, bytes), end = trimmed(text, bytes);

	if (start >= end)
		return true;
	for (; units && *units; units++)
		if (strlen(*units) == end - start && !strncasecmp(text + start, *units, end - start))
			return true;
	return false;
}

static bool take_percent(struct answer *out, const struct number_question *question, const char *text, size_t bytes)
{
	static const char *const signs[] = { "%", "\uff05", NULL };

	out->percent = question->percent && blanks(text, bytes) < bytes && is_unit(text, bytes, signs);
	return out->percent;
}

/* The number; behind it nothing, a unit, or a per cent sign where one may be. */
static int read_number(struct answer *out, const struct number_question *question, const char *text, size_t bytes,
	struct arena *arena, struct slip *slip)
{
	size_t start = answer_prefix(text, bytes), end;
	struct number_reading *number = &out->numbers[0];

	if (number_read(number, text + start, bytes - start, &any_number, arena, slip) == 0) {
		end = start + number->bytes;
		if (is_unit(text + end, bytes - end, question->units) ||
			take_percent(out, question, text + end, bytes - end))
			return 0;
	}
	if (number_read_all(number, text + start, bytes - start, &any_number, arena, slip) == 0)
		return 0;
	slip->start += start;
	slip->end += start;
	return -1;
}

static int slip_here(struct slip *slip, size_t start, size_t end, const char *code, struct arena *arena)
{
	*slip = (struct slip){ .message = msg_make(arena, &number_messages, code, NULL), .start = start, .end = end };
	return -1;
}

/* "u = 3 ; v = -5", in either order where both are named; "(3 ; -5)"; "3, -5". */
static int read_pair(struct answer *out, const struct number_question *question, const char *text, size_t bytes,
	struct arena *arena, struct slip *slip)
{
	const char *names = question->shape == SHAPE_DIVISION ? "qr" : "uv";
	char *plain = arena_memdup(arena, text, bytes);
	struct number_reading *list;
	bool exchanged = false;
	size_t count, named = 0;

	for (size_t at = 0; at < bytes; at++) {
		size_t next = at + 1 + strspn(plain + at + 1, " ");
		const char *name = plain[at] ? strchr(names, plain[at] | 0x20) : NULL;

		if (!name || plain[next] != '=')
			continue;
		exchanged |= named++ == 0 && name != names;
		memset(plain + at, ' ', next + 1 - at);
	}
	const char *et = strstr(plain, " et ") ? strstr(plain, " et ") : strstr(plain, " and ");
	if (et)
		memcpy(plain + (et - plain), et[1] == 'e' ? " ;  " : "  ;  ", et[1] == 'e' ? 4 : 5);
	if (number_list_read(&list, &count, 2, plain, bytes, &whole_numbers, arena, slip))
		return -1;
	if (count != 2)
		return slip_here(
			slip, 0, bytes, question->shape == SHAPE_DIVISION ? "pair-division" : "pair-bezout", arena);
	out->numbers[exchanged] = list[0];
	out->numbers[!exchanged] = list[1];
	return 0;
}

/* Division as an identity: "2014 = 26 × 77 + 12". 1 when it is none. */
static int read_identity(struct answer *out, const struct number_question *question, const struct asked *asked,
	const char *text, size_t bytes, struct arena *arena)
{
	static const struct number_style style = { .comma_separates = true };
	const char *equals = memchr(text, '=', bytes), *end = text + bytes;
	struct number_reading parts[4];
	struct slip ignored;
	const char *at;

	if (!equals || question->shape != SHAPE_DIVISION ||
		number_read_all(&parts[0], text, (size_t)(equals - text), &style, arena, &ignored))
		return 1;
	at = equals + 1;
	for (size_t i = 1; i < 4; i++) {
		if (number_read(&parts[i], at, (size_t)(end - at), &style, arena, &ignored))
			return 1;
		at += parts[i].bytes;
		at += blanks(at, (size_t)(end - at));
		if (i == 1 && at < end && (*at == '*' || *at == 'x'))
			at++;
		else if (i == 1 && end - at >= 2 && !memcmp(at, "\u00d7", 2))
			at += 2;
		else if (i == 1)
			return 1;
	}
	if (at != end || !number_same(parts[0].value, asked->operands[0]))
		return 1;
	bool first = number_same(parts[1].value, asked->operands[1]);
	if (!first && !number_same(parts[2].value, asked->operands[1]))
		return 1;
	out->numbers[0] = parts[first ? 2 : 1];
	out->numbers[1] = parts[3];
	return 0;
}

static int read_shape(struct answer *out, const struct number_question *question, const char *text, size_t bytes,
	struct arena *arena, struct slip *slip)
{
	const struct formula *at;
	struct asked asked;
	struct slip ignored;
	size_t count;
	const struct binding *right = follow_right(question->follow, &count);

	switch (question->shape) {
	case SHAPE_NUMBER:
		if (question->modulo && classes_read(out, text, bytes, arena, slip) == 0 && out->class_count == 1 &&
			out->classes[0].modulus)
			return 0;
		out->classes = NULL;
		out->class_count = 0;
		out->none = false;
		return read_number(out, question, text, bytes, arena, slip);
	case SHAPE_CONGRUENCE:
		return classes_read(out, text, bytes, arena, slip);
	case SHAPE_DIVISION:
		if (asked_make(&asked, question, right, count, arena, &ignored, &at) == 0 &&
			read_identity(out, question, &asked, text, bytes, arena) == 0)
			return 0;
		return read_pair(out, question, text, bytes, arena, slip);
	default:
		return read_pair(out, question, text, bytes, arena, slip);
	}
}

enum reading answer_read(struct answer *out, struct paper *paper, const struct number_question *question)
{
	struct slip slip = { 0 };
	size_t end = trimmed(paper->text, paper->bytes);
	/* The readers of parts look for the NUL behind their text. */
	const char *text = arena_memdup(paper->arena, paper->text, end);

	*out = (struct answer){ 0 };
	if (read_shape(out, question, text, end, paper->arena, &slip) == 0)
		return READING_OK;
	return paper_slip(paper, &slip, 0);
}

json_t *answer_value(const struct answer *answer, const struct number_question *question)
{
	const struct number *first = answer->numbers[0].value, *second = answer->numbers[1].value;
	const struct number *cells[2] = { first, second };
	struct matrix pair = { 1, 2, cells };
	struct value value = { .kind = VALUE_NUMBER, .number = first };

	if (answer->classes && answer->class_count > 0)
		value.number = answer->classes[0].written;
	if (question->shape == SHAPE_DIVISION || question->shape == SHAPE_BEZOUT)
		value = (struct value){ .kind = VALUE_MATRIX, .matrix = &pair };
	else if (!value.number || answer->none)
		return NULL;
	return value_to_json(&value);
}
