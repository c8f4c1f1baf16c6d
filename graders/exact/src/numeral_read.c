/* Numerals: digits of a base, and the ways of writing which one. */
#include <string.h>
#include "base/utf8.h"
#include "scan.h"

enum { NUMERAL_DIGITS_MAX = 600 };

struct numeral {
	struct scan scan;
	struct numeral_reading *out;
	int expected;
};

static int slip(struct numeral *numeral, size_t start, size_t end, const char *code)
{
	int base = numeral->out->base ? numeral->out->base : numeral->expected;

	return scan_slip(&numeral->scan, start, end, code,
		(struct msg_param[]){ { "base", arena_printf(numeral->scan.arena, "%d", base) },
			{ "example", base == 16  ? "5D"
				     : base == 2 ? "1011101"
						 : "102" },
			{ "text", scan_shown(&numeral->scan, start) }, { 0 } });
}

/* "0x", "0b", "0o", unless the letter is a digit of the expected base. */
static void read_prefix(struct numeral *numeral)
{
	static const struct {
		char letter;
		int base;
	} prefixes[] = { { 'x', 16 }, { 'b', 2 }, { 'o', 8 } };
	struct scan *scan = &numeral->scan;

	if (scan->at + 2 >= scan->bytes || scan->text[scan->at] != '0')
		return;
	for (size_t i = 0; i < 3; i++) {
		char c = scan->text[scan->at + 1];

		if ((c | 0x20) == prefixes[i].letter && number_digit(c) >= numeral->expected) {
			numeral->out->base = prefixes[i].base;
			scan->at += 2;
			return;
		}
	}
}

static bool digit_here(const struct scan *scan, size_t at)
{
	return at < scan->bytes && number_digit(scan->text[at]) < NUMBER_BASE_MAX;
}

/* "base 16", "en base 16", "in base 16": no digits, though every letter could be one. */
static size_t base_words(const struct scan *scan, size_t at)
{
	static const char *const words[] = { "en base", "in base", "base" };

	for (size_t i = 0; i < 3; i++) {
		size_t length = strlen(words[i]);
		if (scan->bytes - at > length && memcmp(scan->text + at, words[i], length) == 0 &&
			!digit_here(scan, at + length))
			return length;
	}
	return 0;
}

/* Digits in groups, until something else stands there. */
static void read_group(struct numeral *numeral, struct buf *digits)
{
	struct scan *scan = &numeral->scan;
	size_t end = scan->at;

	while (digit_here(scan, end)) {
		for (scan->at = end; digit_here(scan, scan->at); scan->at++) {
			char c = scan->text[scan->at];
			buf_addch(digits, (char)(c >= 'a' ? c - 'a' + 'A' : c));
		}
		end = scan->at;
		scan_blanks(scan);
		size_t next = scan->at;
		scan->at = end;
		if (next < scan->bytes && base_words(scan, next) == 0)
			end = next;
	}
}

static int read_digits(struct numeral *numeral, struct buf *digits)
{
	struct scan *scan = &numeral->scan;
	size_t start = scan->at, whole;

	read_group(numeral, digits);
	whole = digits->len;
	if (scan->at < scan->bytes && (scan->text[scan->at] == ',' || scan->text[scan->at] == '.')) {
		scan->at++;
		numeral->out->comma = true;
		buf_addch(digits, ',');
		read_group(numeral, digits);
		numeral->out->fraction = digits->len - whole - 1;
		if (numeral->out->fraction == 0)
			return slip(numeral, scan->at - 1, scan->at, "numeral-no-fraction");
	}
	if (buf_overflowed(digits))
		return slip(numeral, start, scan->at, "numeral-too-long");
	if (whole == 0)
		return slip(numeral, start, start, "numeral-expected");
	return 0;
}

/* A base in digits or in small digits below the line; 0 when none stands here, -1 when it is far too large. */
static int read_base_number(struct scan *scan, bool small)
{
	int base = 0, count = 0;
	size_t used;

	for (int32_t rune = scan_rune(scan, &used); used > 0; rune = scan_rune(scan, &used)) {
		int32_t zero = small ? 0x2080 : '0';

		if (rune < zero || rune > zero + 9)
			break;
		base = base < 1000 ? base * 10 + (int)(rune - zero) : base;
		scan->at += used;
		count++;
	}
	return count == 0 ? 0 : base < 2 || base > NUMBER_BASE_MAX ? -1 : base;
}

/* What says the base behind the digits. 0: nothing does. */
static int read_suffix(struct numeral *numeral, bool closed)
{
	struct scan *scan = &numeral->scan;
	size_t words, start = scan->at;
	int base = read_base_number(scan, true);
	char close = '\0';

	if (base != 0)
		return base;
	scan_blanks(scan);
	words = base_words(scan, scan->at);
	if (words > 0) {
		scan->at += words;
		scan_blanks(scan);
		return read_base_number(scan, false);
	}
	if (scan->at < scan->bytes && scan->text[scan->at] == '_') {
		scan->at++;
		if (scan->at < scan->bytes && (scan->text[scan->at] == '{' || scan->text[scan->at] == '('))
			close = scan->text[scan->at++] == '{' ? '}' : ')';
	} else if (scan->at < scan->bytes && scan->text[scan->at] == '(') {
		scan->at++;
		close = ')';
	} else if (!closed) {
		scan->at = start;
		return 0;
	}
	base = read_base_number(scan, false);
	if (close && (scan->at >= scan->bytes || scan->text[scan->at++] != close))
		return -1;
	return base;
}

static int read_base(struct numeral *numeral, bool closed)
{
	struct scan *scan = &numeral->scan;
	size_t start = scan->at;
	int base = read_suffix(numeral, closed);

	if (base < 0)
		return slip(numeral, start, scan->at, "numeral-base");
	if (base > 0 && numeral->out->base && numeral->out->base != base)
		return slip(numeral, start, scan->at, "numeral-two-bases");
	if (base > 0)
		numeral->out->base = base;
	return 0;
}

/* The value, and the first digit that is none of the base. */
static int weigh(struct numeral *numeral, size_t start)
{
	struct numeral_reading *out = numeral->out;
	struct arena *arena = numeral->scan.arena;
	int base = out->base ? out->base : numeral->expected;
	size_t count = strlen(out->digits), last = 0;
	char *plain = arena_alloc(arena, count + 1);

	for (const char *at = out->digits; *at; at++) {
		if (*at == ',')
			continue;
		plain[last++] = *at;
		if (!out->stray && number_digit(*at) >= base)
			out->stray = at;
	}
	if (out->stray)
		return 0;
	out->value = number_div(number_of_digits(plain, last, base, arena),
		number_power(number_of(base, arena), (long)out->fraction, arena), arena);
	if (out->negative)
		out->value = number_neg(out->value, arena);
	return out->value ? 0 : slip(numeral, start, numeral->scan.at, "numeral-too-long");
}

/* "5Dh", "1011b", as assemblers write bases: only the expected one, that the letter is no digit of. */
static void drop_letter(struct numeral *numeral, struct buf *digits)
{
	char letter = numeral->expected == 16 ? 'H' : numeral->expected == 2 ? 'B' : '\0';

	if (letter == '\0' || numeral->out->base || numeral->out->fraction > 0 || digits->len < 2 ||
		buf_str(digits)[digits->len - 1] != letter)
		return;
	digits->len--;
	numeral->out->base = numeral->expected;
}

static int read_numeral(struct numeral *numeral)
{
	struct buf cleanup_buf digits = BUF_INIT_MAX(NUMERAL_DIGITS_MAX);
	struct scan *scan = &numeral->scan;
	size_t start;
	bool bracket;

	scan_blanks(scan);
	start = scan->at;
	numeral->out->negative = scan_sign(scan) < 0;
	scan_blanks(scan);
	bracket = scan->at < scan->bytes && scan->text[scan->at] == '(';
	scan->at += bracket;
	scan_blanks(scan);
	if (bracket && !numeral->out->negative) {
		numeral->out->negative = scan_sign(scan) < 0;
		scan_blanks(scan);
	}
	read_prefix(numeral);
	if (read_digits(numeral, &digits))
		return -1;
	drop_letter(numeral, &digits);
	if (bracket) {
		scan_blanks(scan);
		if (scan->at >= scan->bytes || scan->text[scan->at] != ')')
			return slip(numeral, start, scan->at, "numeral-bracket");
		scan->at++;
	}
	if (read_base(numeral, bracket))
		return -1;
	numeral->out->digits = arena_memdup(scan->arena, buf_str(&digits), digits.len);
	scan_blanks(scan);
	if (scan->at < scan->bytes)
		return slip(numeral, scan->at, scan->bytes, "numeral-more");
	numeral->out->bytes = scan->at;
	return weigh(numeral, start);
}

int numeral_read_loose(struct numeral_reading *out, const char *text, size_t bytes, int expected, struct arena *arena,
	struct slip *slip)
{
	struct numeral numeral = { { text, bytes, 0, arena, slip }, out, expected };

	*out = (struct numeral_reading){ 0 };
	return read_numeral(&numeral);
}

int numeral_read_all(struct numeral_reading *out, const char *text, size_t bytes, int expected, struct arena *arena,
	struct slip *slip)
{
	struct scan scan = { text, bytes, 0, arena, slip };
	size_t at = 0;

	if (numeral_read_loose(out, text, bytes, expected, arena, slip))
		return -1;
	if (!out->stray)
		return 0;
	const char digit[] = { *out->stray, '\0' };
	while (at < bytes && (text[at] | 0x20) != (digit[0] | 0x20))
		at++;
	return scan_slip(&scan, at, at + 1, "numeral-digit",
		(struct msg_param[]){ { "digit", digit },
			{ "base", arena_printf(arena, "%d", out->base ? out->base : expected) }, { 0 } });
}

const char *numeral_text(
	const struct number *value, int base, int most, enum lang lang, bool *exact, struct arena *arena)
{
	const struct number *size = number_abs(value, arena), *whole, *rest, *scale = number_of(base, arena);
	struct buf cleanup_buf out = BUF_INIT;

	*exact = false;
	if (!value || base < 2 || base > NUMBER_BASE_MAX)
		return NULL;
	whole = number_floor(size, arena);
	rest = number_sub(size, whole, arena);
	if (number_sign(value) < 0)
		buf_addstr(&out, lang == LANG_FR ? "\u2212" : "-");
	buf_addstr(&out, number_digits(whole, base, arena));
	for (int i = 0; i < most && !number_is_zero(rest); i++) {
		rest = number_mul(rest, scale, arena);
		whole = number_floor(rest, arena);
		rest = number_sub(rest, whole, arena);
		if (!rest)
			return NULL;
		if (i == 0)
			buf_addch(&out, lang == LANG_FR ? ',' : '.');
		buf_addstr(&out, number_digits(whole, base, arena));
	}
	*exact = number_is_zero(rest);
	return arena_memdup(arena, buf_str(&out), out.len);
}
