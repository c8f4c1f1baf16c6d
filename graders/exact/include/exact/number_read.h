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
	bool comma_separates; /* in a list of whole numbers: "1, 2" are two numbers, and 1,5 is a slip */
};

struct number_reading {
	const struct number *value;
	int decimals; /* digits written after the comma or point; 0 for none */
	bool fraction; /* written with a bar */
	bool reduced; /* … in lowest terms, denominator not 1 */
	size_t bytes; /* read */
};

extern const struct msg_table exact_messages;

/* The number at the start of `text`, blanks before it read over; -1 and the slip. What follows it is not looked at. */
int number_read(struct number_reading *out, const char *text, size_t bytes, const struct number_style *style,
	struct arena *arena, struct slip *slip) must_check;
/* The same, and nothing but blanks may follow. */
int number_read_all(struct number_reading *out, const char *text, size_t bytes, const struct number_style *style,
	struct arena *arena, struct slip *slip) must_check;

/* Numbers separated by semicolons, blanks, ends of line; by commas where the style says so. "[1; 2]", "(1 ; 2)" and
 * "{1 ; 2}" may stand around them. At most `most`; -1 and the slip. */
int number_list_read(struct number_reading **out, size_t *count, size_t most, const char *text, size_t bytes,
	const struct number_style *style, struct arena *arena, struct slip *slip) must_check;

/* A numeral in a base: "5D", "0x5D", "(5D)16", "5D₁₆", "5D_16", "0101 1101", "0b1011", "101,011" (fractional). *base: the
 * one that was written, 0 when none was. `expected`: the base that digits without any are read in. `digits` gets the
 * digits alone, capitals, with a comma where one was written. */
struct numeral_reading {
	const struct number *value;
	int base;
	const char *digits;
	size_t bytes;
};
int numeral_read_all(struct numeral_reading *out, const char *text, size_t bytes, int expected, struct arena *arena,
	struct slip *slip) must_check;
