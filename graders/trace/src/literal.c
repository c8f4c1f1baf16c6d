#include "literal.h"
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include "base/utf8.h"

enum { NUMBER_BYTES = LITERAL_DIGITS_MAX + 16 };

struct scan {
	const char *data;
	size_t at, end;
	bool text; /* bare text is text */
	bool commas; /* are decimal commas possible here? */
	int depth;
	struct arena *arena;
};

static struct value *new_value(enum value_type type, struct arena *arena)
{
	struct value *value = arena_alloc(arena, sizeof(*value));

	value->type = type;
	return value;
}

const struct value *literal_bool(bool truth, struct arena *arena)
{
	struct value *value = new_value(VALUE_BOOL, arena);

	value->boolean = truth;
	return value;
}

const struct value *literal_real(double number, struct arena *arena)
{
	struct value *value = new_value(VALUE_FLOAT, arena);

	value->real = number;
	return value;
}

const struct value *literal_text(const char *data, size_t bytes, struct arena *arena)
{
	struct value *value = new_value(VALUE_STR, arena);

	value->text.data = arena_memdup(arena, data, bytes);
	value->text.bytes = bytes;
	return value;
}

/* Decimal digits as a whole number of any size. */
static const struct value *whole(const char *digits, bool negative, struct arena *arena)
{
	uint8_t *bytes = arena_array(arena, LITERAL_DIGITS_MAX, 1);
	struct value *value = new_value(VALUE_INT, arena);
	size_t used = 0;

	for (; *digits; digits++) {
		unsigned carry = (unsigned)(*digits - '0');

		for (size_t i = 0; i < used; i++) {
			carry += bytes[i] * 10u;
			bytes[i] = (uint8_t)carry;
			carry >>= 8;
		}
		if (carry > 0)
			bytes[used++] = (uint8_t)carry;
	}
	value->integer.magnitude = bytes;
	value->integer.bytes = used;
	value->integer.negative = negative && used > 0;
	return value;
}

const struct value *literal_int(int64_t number, struct arena *arena)
{
	uint64_t size = number < 0 ? 0 - (uint64_t)number : (uint64_t)number;
	char digits[24];

	snprintf(digits, sizeof(digits), "%llu", (unsigned long long)size);
	return whole(digits, number < 0, arena);
}

/* ---- signs of which there are many ---- */

static int32_t peek(const struct scan *scan, size_t *used)
{
	int32_t rune;

	*used = 0;
	if (scan->at >= scan->end)
		return -1;
	rune = utf8_next(scan->data + scan->at, scan->end - scan->at, used);
	if (*used == 0)
		*used = 1;
	return rune;
}

static bool is_space(int32_t rune)
{
	return rune == ' ' || rune == '\t' || rune == '\r' || rune == 0xa0 || rune == 0x202f || rune == 0xfeff ||
	       (rune >= 0x2000 && rune <= 0x200d);
}

static void skip_spaces(struct scan *scan)
{
	size_t used;

	while (is_space(peek(scan, &used)))
		scan->at += used;
}

static void trim(struct scan *scan)
{
	skip_spaces(scan);
	while (scan->end > scan->at) {
		size_t start = scan->end - 1, used;

		while (start > scan->at && ((unsigned char)scan->data[start] & 0xc0) == 0x80)
			start--;
		if (!is_space(utf8_next(scan->data + start, scan->end - start, &used)))
			return;
		scan->end = start;
	}
}

static bool is_minus(int32_t rune)
{
	return rune == '-' || rune == 0x2212 || rune == 0x2013;
}

/* ---- words ---- */

static bool is_word(const struct scan *scan, const char *word)
{
	size_t length = scan->end - scan->at;

	if (strlen(word) != length)
		return false;
	for (size_t i = 0; i < length; i++) {
		char c = scan->data[scan->at + i];

		if ((c >= 'A' && c <= 'Z' ? (char)(c + 32) : c) != word[i])
			return false;
	}
	return true;
}

static bool is_one_of(const struct scan *scan, const char *const *words)
{
	while (*words && !is_word(scan, *words))
		words++;
	return *words != NULL;
}

static bool is_blank_mark(const struct scan *scan)
{
	static const char *const marks[] = { "", "-", "--", "\u2013", "\u2014", "\u2212", "/", "?", ".", "...",
		"\u2026", "_", "__", "___", "\u2205", "indéfini", "indefini", "non défini", "undefined", "x", NULL };

	return is_one_of(scan, marks) && !(is_word(scan, "x") && scan->text);
}

static const struct value *word(const struct scan *scan)
{
	static const char *const yes[] = { "true", "vrai", "vraie", "v", "t", NULL };
	static const char *const no[] = { "false", "faux", "fausse", "f", NULL };

	if (is_word(scan, "none"))
		return new_value(VALUE_NONE, scan->arena);
	if (is_one_of(scan, yes))
		return literal_bool(true, scan->arena);
	return is_one_of(scan, no) ? literal_bool(false, scan->arena) : NULL;
}

/* ---- numbers ---- */

struct number {
	char text[NUMBER_BYTES]; /* ASCII, with a point */
	size_t length, digits;
	bool negative, real;
};

static bool put(struct number *number, char c)
{
	if (number->length + 1 >= sizeof(number->text))
		return false;
	number->text[number->length++] = c;
	return true;
}

/* Digits; blanks between groups of three are read over. */
static bool take_digits(struct scan *scan, struct number *number)
{
	bool any = false;

	for (;;) {
		size_t used, at = scan->at;
		int32_t rune = peek(scan, &used);

		if (any && is_space(rune) && scan->end - scan->at >= used + 3) {
			const char *group = scan->data + scan->at + used;
			if (strspn(group, "0123456789") < 3)
				return any;
			scan->at += used;
			rune = peek(scan, &used);
		}
		if (rune < '0' || rune > '9') {
			scan->at = rune >= 0 && scan->at != at ? at : scan->at;
			return any;
		}
		if (++number->digits > LITERAL_DIGITS_MAX || !put(number, (char)rune))
			return false;
		scan->at += used;
		any = true;
	}
}

static bool take_part(struct scan *scan, struct number *number)
{
	size_t used;
	int32_t rune = peek(scan, &used);
	bool any;

	if (rune == '+' || is_minus(rune)) {
		number->negative = rune != '+';
		scan->at += used;
		skip_spaces(scan);
	}
	any = take_digits(scan, number);
	rune = peek(scan, &used);
	if (rune == '.' || (rune == ',' && scan->commas)) {
		number->real = true;
		scan->at += used;
		if (!put(number, '.'))
			return false;
		any |= take_digits(scan, number);
	}
	rune = any ? peek(scan, &used) : -1;
	if (rune == 'e' || rune == 'E') {
		number->real = true;
		scan->at += used;
		rune = peek(scan, &used);
		if (!put(number, 'e') || ((rune == '+' || rune == '-') && !put(number, (char)rune)))
			return false;
		scan->at += rune == '+' || rune == '-' ? used : 0;
		any = take_digits(scan, number);
	}
	number->text[number->length] = '\0';
	return any;
}

static double as_real(const struct number *number)
{
	double size = strtod(number->text, NULL);

	return number->negative ? -size : size;
}

static const struct value *read_number(struct scan *scan)
{
	struct number number = { .negative = false }, below = { .negative = false };
	size_t used;

	if (!take_part(scan, &number))
		return NULL;
	skip_spaces(scan);
	if (peek(scan, &used) == '/' && !number.real) {
		scan->at += used;
		skip_spaces(scan);
		if (!take_part(scan, &below) || below.real || as_real(&below) == 0)
			return NULL;
		return literal_real(as_real(&number) / as_real(&below), scan->arena);
	}
	if (!number.real)
		return whole(number.text, number.negative, scan->arena);
	return isfinite(as_real(&number)) ? literal_real(as_real(&number), scan->arena) : NULL;
}

/* ---- what is enclosed ---- */

/* The sign that ends what this one opens; 0: it opens no text. */
static int32_t closing_quote(int32_t rune)
{
	switch (rune) {
	case '\'':
	case '"':
	case '`':
		return rune;
	case 0x2018:
	case 0x2019:
		return 0x2019;
	case 0x201c:
	case 0x201d:
		return 0x201d;
	case 0xab:
		return 0xbb;
	default:
		return 0;
	}
}

static const struct value *read_quoted(struct scan *scan, int32_t closing)
{
	size_t used, start;

	peek(scan, &used);
	scan->at += used;
	start = scan->at;
	while (scan->at < scan->end) {
		int32_t rune = peek(scan, &used);
		size_t end = scan->at;

		scan->at += used;
		if (rune != closing)
			continue;
		if (closing == 0xbb) { /* the guillemets' own spaces */
			struct scan inside = { .data = scan->data, .at = start, .end = end };
			trim(&inside);
			return literal_text(inside.data + inside.at, inside.end - inside.at, scan->arena);
		}
		return literal_text(scan->data + start, end - start, scan->arena);
	}
	return NULL;
}

static const struct value *read_value(struct scan *scan);

/* The end of one item: its separator or the closing bracket, whatever is enclosed on the way. */
static size_t item_end(const struct scan *scan, int32_t closing, bool semicolons)
{
	struct scan ahead = *scan;
	int depth = 0;
	int32_t quote = 0;
	size_t used;

	for (; ahead.at < ahead.end; ahead.at += used) {
		int32_t rune = peek(&ahead, &used);

		if (quote) {
			quote = rune == quote ? 0 : quote;
			continue;
		}
		if (depth == 0 && (rune == closing || rune == ';' || (rune == ',' && !semicolons)))
			return ahead.at;
		quote = closing_quote(rune);
		depth += rune == '[' || rune == '(' ? 1 : rune == ']' || rune == ')' ? -1 : 0;
	}
	return ahead.end;
}

static const struct value *read_items(struct scan *scan, int32_t closing)
{
	struct value *items = arena_array(scan->arena, LITERAL_ITEMS_MAX, sizeof(*items));
	struct value *list = new_value(VALUE_LIST, scan->arena);
	bool semicolons = memchr(scan->data + scan->at, ';', scan->end - scan->at) != NULL;
	size_t count = 0, used;

	scan->at++;
	for (;;) {
		skip_spaces(scan);
		int32_t rune = peek(scan, &used);
		if (rune < 0)
			return NULL;
		if (rune == closing)
			break;
		struct scan item = *scan;
		item.end = item_end(scan, closing, semicolons);
		item.commas = semicolons;
		item.depth = scan->depth + 1;
		trim(&item);
		const struct value *value = item.at == item.end ? NULL : read_value(&item);
		if (!value || item.at != item.end || count == LITERAL_ITEMS_MAX || item.depth > LITERAL_DEPTH_MAX)
			return NULL;
		items[count++] = *value;
		scan->at = item_end(scan, closing, semicolons);
		rune = peek(scan, &used);
		scan->at += rune == ',' || rune == ';' ? used : 0;
	}
	scan->at++;
	list->items.items = items;
	list->items.count = count;
	return list;
}

static const struct value *read_value(struct scan *scan)
{
	size_t used, start = scan->at;
	int32_t rune = peek(scan, &used), closing = closing_quote(rune);
	const struct value *value;

	if (scan->depth > LITERAL_DEPTH_MAX)
		return NULL;
	if (rune == '[' || rune == '(')
		return read_items(scan, rune == '[' ? ']' : ')');
	if (closing)
		return read_quoted(scan, closing);
	value = scan->text ? NULL : word(scan);
	if (value) {
		scan->at = scan->end;
		return value;
	}
	value = scan->text ? NULL : read_number(scan);
	if (value || !scan->text)
		return value;
	scan->at = scan->end;
	return literal_text(scan->data + start, scan->end - start, scan->arena);
}

enum literal literal_read(
	const struct value **out, const char *data, size_t bytes, bool text, size_t *bad, struct arena *arena)
{
	struct scan scan = { data, 0, bytes, text, true, 0, arena };

	*out = NULL;
	trim(&scan);
	*bad = scan.at;
	if (is_blank_mark(&scan))
		return LITERAL_BLANK;
	*out = read_value(&scan);
	if (*out) {
		skip_spaces(&scan);
		if (scan.at == scan.end)
			return LITERAL_VALUE;
	}
	*bad = scan.at;
	*out = NULL;
	return LITERAL_BAD;
}
