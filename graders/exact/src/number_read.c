/*
 * One number. A recursive descent of two levels: a signed number is a magnitude or a number in parentheses, and two of
 * these may stand on both sides of a bar. What is written decides; where it could mean two things, it is a slip.
 */
#include <string.h>
#include "base/utf8.h"
#include "scan.h"

enum { DIGITS_MAX = 1200 /* of NUMBER_BITS_MAX bits */, PARENTHESES_MAX = 4 };

struct reading {
	struct scan scan;
	const struct number_style *style;
	struct number_reading *out;
	int depth;
};

static int slip(struct reading *reading, size_t start, size_t end, const char *code)
{
	const struct number_style *style = reading->style;
	const char *text = scan_shown(&reading->scan, start), *fr = "0,75", *en = "0.75";

	if (style->comma_separates || style->fractions)
		fr = en = style->comma_separates ? "12" : "3/4";
	return scan_slip_both(&reading->scan, start, end, code,
		(struct msg_param[]){ { "example", fr }, { "text", text }, { 0 } },
		(struct msg_param[]){ { "example", en }, { "text", text }, { 0 } });
}

/* Does a blank here group digits: one of them, then exactly three digits? Its bytes, or 0. */
static size_t grouping(const struct reading *reading, size_t before)
{
	const struct scan *scan = &reading->scan;
	size_t used, at;
	int32_t rune = scan_rune(scan, &used);

	if (before == 0 || before > 3 || rune < 0 || !utf8_is_blank(rune) || rune == '\n' || rune == '\r')
		return 0;
	if (reading->style->blank_separates && (rune == ' ' || rune == '\t'))
		return 0;
	at = scan->at + used;
	for (size_t i = 0; i < 3; i++)
		if (!scan_digit_at(scan, at + i))
			return 0;
	return scan_digit_at(scan, at + 3) ? 0 : used;
}

/* Digits with their groups, put into `digits`; false when there are too many. */
static bool read_digits(struct reading *reading, struct buf *digits, bool groups)
{
	struct scan *scan = &reading->scan;
	size_t run = 0;

	for (;;) {
		size_t blank;

		for (; scan_digit_at(scan, scan->at); scan->at++, run++)
			buf_addch(digits, scan->text[scan->at]);
		blank = groups ? grouping(reading, run) : 0;
		if (blank == 0)
			return !buf_overflowed(digits);
		scan->at += blank;
		run = 0;
	}
}

/* Is a decimal comma or point here, with a digit behind it? */
static bool at_decimals(const struct reading *reading)
{
	const struct scan *scan = &reading->scan;
	char c = scan->at < scan->bytes ? scan->text[scan->at] : '\0';

	return (c == '.' || (c == ',' && !reading->style->comma_separates)) && scan_digit_at(scan, scan->at + 1);
}

static const struct number *one_half_of(int32_t rune, struct arena *arena)
{
	static const struct {
		int32_t rune;
		int num, den;
	} signs[] = { { 0xbd, 1, 2 }, { 0xbc, 1, 4 }, { 0xbe, 3, 4 }, { 0x2153, 1, 3 }, { 0x2154, 2, 3 },
		{ 0x2155, 1, 5 }, { 0x2156, 2, 5 }, { 0x2157, 3, 5 }, { 0x2158, 4, 5 }, { 0x2159, 1, 6 },
		{ 0x215a, 5, 6 }, { 0x215b, 1, 8 }, { 0x215c, 3, 8 }, { 0x215d, 5, 8 }, { 0x215e, 7, 8 },
		{ 0x2150, 1, 7 }, { 0x2151, 1, 9 }, { 0x2152, 1, 10 } };

	for (size_t i = 0; i < sizeof(signs) / sizeof(signs[0]); i++)
		if (signs[i].rune == rune)
			return number_fraction(signs[i].num, signs[i].den, arena);
	return NULL;
}

/* "½" alone. 1 when it was read, 0 when something else stands here, -1 and the slip. */
static int read_vulgar(struct reading *reading, const struct number **out)
{
	size_t used, start = reading->scan.at;

	*out = one_half_of(scan_rune(&reading->scan, &used), reading->scan.arena);
	if (!*out)
		return 0;
	reading->scan.at += used;
	if (!reading->style->fractions)
		return slip(reading, start, start + used, "number-no-fraction");
	reading->out->fraction = true;
	reading->out->reduced = true;
	reading->out->above = number_numerator(*out, reading->scan.arena);
	reading->out->below = number_denominator(*out, reading->scan.arena);
	return 1;
}

/* Digits, perhaps with decimals. */
static int read_magnitude(struct reading *reading, const struct number **out)
{
	struct buf cleanup_buf digits = BUF_INIT_MAX(DIGITS_MAX);
	struct scan *scan = &reading->scan;
	size_t start = scan->at, whole;
	int vulgar = read_vulgar(reading, out);
	bool fits;

	if (vulgar != 0)
		return vulgar > 0 ? 0 : -1;
	fits = read_digits(reading, &digits, true);
	whole = digits.len;
	reading->out->decimals = 0;
	if (at_decimals(reading)) {
		scan->at++;
		fits = read_digits(reading, &digits, false) && fits;
		reading->out->decimals = (int)(digits.len - whole);
	}
	if (digits.len == 0)
		return slip(reading, start, start, "number-expected");
	if (fits)
		*out = number_div(number_of_digits(digits.data, digits.len, 10, scan->arena),
			number_power(number_of(10, scan->arena), reading->out->decimals, scan->arena), scan->arena);
	return fits && *out ? 0 : slip(reading, start, scan->at, "number-too-long");
}

static int read_signed(struct reading *reading, const struct number **out);

static int read_parentheses(struct reading *reading, const struct number **out);

/* A number with its sign, perhaps in parentheses, without a bar. */
static int read_term(struct reading *reading, const struct number **out)
{
	struct scan *scan = &reading->scan;
	int sign = scan_sign(scan), status;

	if (sign != 0)
		scan_blanks(scan);
	if (scan->at < scan->bytes && scan->text[scan->at] == '(')
		status = read_parentheses(reading, out);
	else
		status = read_magnitude(reading, out);
	if (status == 0 && sign < 0)
		*out = number_neg(*out, scan->arena);
	return status;
}

static int read_parentheses(struct reading *reading, const struct number **out)
{
	struct scan *scan = &reading->scan;
	size_t start = scan->at++;

	if (++reading->depth > PARENTHESES_MAX)
		return slip(reading, start, scan->at, "number-parentheses");
	scan_blanks(scan);
	if (read_signed(reading, out))
		return -1;
	scan_blanks(scan);
	if (scan->at >= scan->bytes || scan->text[scan->at] != ')')
		return slip(reading, start, scan->at, "number-parentheses");
	scan->at++;
	reading->depth--;
	return 0;
}

static size_t bar_at(const struct scan *scan)
{
	size_t used;
	int32_t rune = scan_rune(scan, &used);

	return rune == '/' || rune == 0x2044 || rune == 0x2215 || rune == 0xff0f ? used : 0;
}

/* Was the fraction written in lowest terms, with a denominator that is more than 1? */
static bool lowest_terms(const struct number *above, const struct number *below, struct arena *arena)
{
	const struct number *value = number_div(above, below, arena);

	return number_is_integer(above) && number_is_integer(below) && !number_is_integer(value) &&
	       number_same(number_denominator(value, arena), below);
}

static int read_signed(struct reading *reading, const struct number **out)
{
	struct scan *scan = &reading->scan;
	const struct number *below;
	size_t start = scan->at, end, bar;

	if (read_term(reading, out))
		return -1;
	end = scan->at;
	scan_blanks(scan);
	bar = bar_at(scan);
	if (bar == 0) {
		scan->at = end;
		return 0;
	}
	if (!reading->style->fractions)
		return slip(reading, scan->at, scan->at + bar, "number-no-fraction");
	scan->at += bar;
	scan_blanks(scan);
	end = scan->at;
	if (read_term(reading, &below))
		return -1;
	reading->out->decimals = 0;
	if (number_is_zero(below))
		return slip(reading, end, scan->at, "number-zero-below");
	reading->out->fraction = true;
	reading->out->reduced = lowest_terms(*out, below, scan->arena);
	reading->out->above = *out;
	reading->out->below = below;
	*out = number_div(*out, below, scan->arena);
	return *out ? 0 : slip(reading, start, scan->at, "number-too-long");
}

static void read_percent(struct reading *reading)
{
	struct scan *scan = &reading->scan;
	size_t end = scan->at, used;
	int32_t rune;

	if (!reading->style->percent)
		return;
	scan_blanks(scan);
	rune = scan_rune(scan, &used);
	if (rune != '%' && rune != 0xff05 && rune != 0xfe6a) {
		scan->at = end;
		return;
	}
	scan->at += used;
	reading->out->percent = true;
	reading->out->value = number_div(reading->out->value, number_of(100, reading->scan.arena), reading->scan.arena);
}

static int read_number(struct reading *reading)
{
	scan_blanks(&reading->scan);
	if (read_signed(reading, &reading->out->value))
		return -1;
	read_percent(reading);
	reading->out->bytes = reading->scan.at;
	return reading->out->value ? 0 : slip(reading, 0, reading->scan.at, "number-too-long");
}

int number_read(struct number_reading *out, const char *text, size_t bytes, const struct number_style *style,
	struct arena *arena, struct slip *slip)
{
	struct reading reading = { { text, bytes, 0, arena, slip }, style, out, 0 };

	*out = (struct number_reading){ 0 };
	return read_number(&reading);
}

/* What is wrong with what stands behind a number. */
static int slip_behind(struct reading *reading)
{
	struct scan *scan = &reading->scan;
	char c = scan->text[scan->at];
	bool mark = c == ',' || c == '.';

	if (mark && c == ',' && reading->style->comma_separates)
		return slip(reading, scan->at, scan->at + 1,
			scan_digit_at(scan, scan->at + 1) ? "number-whole" : "number-one");
	if (mark && scan_digit_at(scan, scan->at + 1))
		return slip(reading, scan->at, scan->at + 1, "number-two-commas");
	if (mark)
		return slip(reading, scan->at, scan->at + 1, "number-no-decimals");
	if (scan_digit_at(scan, scan->at))
		return slip(reading, scan->at, scan->at + 1, "number-one");
	return slip(reading, scan->at, scan->bytes, "number-more");
}

/* Without the full stop that ends a sentence: what stands before it is a digit, a parenthesis or a percent sign. */
static size_t without_stop(const char *text, size_t bytes)
{
	size_t end = bytes;

	while (end > 0 && (text[end - 1] == ' ' || (text[end - 1] >= '\t' && text[end - 1] <= '\r')))
		end--;
	if (end < 2 || text[end - 1] != '.')
		return bytes;
	return strchr("0123456789)%", text[end - 2]) != NULL ? end - 1 : bytes;
}

int number_read_all(struct number_reading *out, const char *text, size_t bytes, const struct number_style *style,
	struct arena *arena, struct slip *slip)
{
	size_t end = without_stop(text, bytes);
	struct reading reading = { { text, end, 0, arena, slip }, style, out, 0 };

	*out = (struct number_reading){ 0 };
	if (read_number(&reading))
		return -1;
	scan_blanks(&reading.scan);
	return reading.scan.at == end ? 0 : slip_behind(&reading);
}
