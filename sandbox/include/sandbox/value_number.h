/*
 * Numbers of any size: exact comparison and decimal text. All that needs
 * multiple precision stands behind this header, in one file.
 *
 * "Number" below is a bool, an int or a float. Ints compare with floats as
 * exact reals, never by conversion: 2**53 + 1 is not 2.0**53. NaN stands
 * after every other number and equals itself, so that numbers sort.
 */
#pragma once
#include <stdbool.h>
#include <stddef.h>
#include "base/arena.h"
#include "base/buf.h"
#include "sandbox/value.h"

bool value_is_number(const struct value *value);
/* <0, 0, >0. Costs no more than the smaller of the two, whatever the other's size. */
int value_number_order(const struct value *a, const struct value *b);
/* |expected - got| <= the larger of `absolute` and `relative` * |expected|, give or take four roundings of a
 * double, so that 1.1 is within 0.1 of 1.0. Equal numbers (NaN with NaN, inf with inf) are always close; else
 * NaN and infinities are close to nothing. */
bool value_number_close(const struct value *expected, const struct value *got, double absolute, double relative);
/* An int in decimal. With `max_digits` (0: none) its first so many digits are exact and the rest left out;
 * returns whether some were. Cheap in that case even for millions of digits. */
bool value_int_text(struct buf *out, const struct value *integer, size_t max_digits);
/* range(start, stop, step) as the three ints that tell whether two ranges are equal for Python:
 * the length, the start (0 if empty), the step (0 if shorter than two). */
void value_range_key(struct value key[3], const struct value *range, struct arena *arena);
