/*
 * Numbers as people in France write them.
 *
 * Read: "12", "-3", "−3" (every minus that word processors make), "0,75", "0.75", ",5", "3/4", "−3/4", "-(3/4)", "½",
 * "1 000 000" (spaces of every width between groups of three digits), "2991831", "5e3" is not; a leading "x =" or
 * "= " may be read over by who asks. Percentages "75 %" are 3/4 where the style says so.
 *
 * What cannot be read gives a slip with its place and an example of what is expected; nothing is guessed.
 */
#pragma once
#include "base/slip.h"
#include "exact/number.h"

struct number_style {
	bool fractions; /* 3/4 may be written; else the slip says that a decimal or a whole number is expected */
	bool percent; /* "75 %" is 3/4 */
	bool comma_separates; /* in a list of whole numbers: "1, 2" and "1,2,3" are two and three numbers, and 1,5 is a
				 slip, for it may be one decimal or two whole numbers */
	bool blank_separates; /* "1 000" are two numbers: only blanks that do not break group digits */
};

struct number_reading {
	const struct number *value;
	int decimals; /* digits written after the comma or point; 0 for none */
	bool fraction; /* written with a bar, between these two */
	const struct number *above, *below; /* NULL without a bar */
	bool reduced; /* … in lowest terms, denominator not 1 */
	bool percent; /* written with a percent sign */
	size_t bytes; /* read */
};

extern const struct msg_table exact_messages;

/* The number at the start of `text`, blanks before it read over; -1 and the slip. What follows it is not looked at. */
int number_read(struct number_reading *out, const char *text, size_t bytes, const struct number_style *style,
	struct arena *arena, struct slip *slip) must_check;
/* The same, and nothing but blanks may follow. */
int number_read_all(struct number_reading *out, const char *text, size_t bytes, const struct number_style *style,
	struct arena *arena, struct slip *slip) must_check;

/* Numbers separated by semicolons and ends of line; without any, by commas where the style says so; without any, by blanks.
 * "[1; 2]", "(1 ; 2)" and "{1 ; 2}" may stand around them; nothing between them is no number. At most `most`; -1 and the
 * slip. */
int number_list_read(struct number_reading **out, size_t *count, size_t most, const char *text, size_t bytes,
	const struct number_style *style, struct arena *arena, struct slip *slip) must_check;

/*
 * A numeral in a base: "5D", "0x5D", "(5D)16", "5D₁₆", "5D_16", "5D_{16}", "5D base 16", "0101 1101", "0b1011", "101,011"
 * (fractional), with a sign. A prefix is one where its letter is no digit of the base: 0b1011 has five digits in base 16.
 */
struct numeral_reading {
	const struct number *value; /* NULL when a digit is none of the base */
	int base; /* the one that was written; 0 for none */
	const char *digits; /* alone, capitals, with a comma where one was written */
	size_t fraction; /* how many stand behind the comma */
	bool negative, comma;
	const char *stray; /* the first of `digits` that is none of the base; NULL: all are */
	size_t bytes;
};
/* Nothing but blanks may follow. `expected`: the base that digits without any are read in. -1 and the slip; a digit that
 * does not belong to the base is one. */
int numeral_read_all(struct numeral_reading *out, const char *text, size_t bytes, int expected, struct arena *arena,
	struct slip *slip) must_check;
/* The same for who wants to say more about such a digit: it is read, and there is no value. */
int numeral_read_loose(struct numeral_reading *out, const char *text, size_t bytes, int expected, struct arena *arena,
	struct slip *slip) must_check;
/* The digits of a number in a base, "101,011": at most so many behind the comma, the rest is cut. *exact: nothing was.
 * NULL when the number or the base is out of range. With a sign, of any language ("-101,011"). */
const char *numeral_text(
	const struct number *value, int base, int most, enum lang lang, bool *exact, struct arena *arena);
