/*
 * Decimal numbers in a program's output, of any length, compared exactly.
 */
#pragma once
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include "compare_text.h"

struct decimal {
	bool negative, zero;
	const char *first, *last; /* significant digits, the point among them perhaps; borrowed */
	int64_t exponent; /* of the first */
	int64_t decimals; /* written after the point, less the exponent: 3.140 has 3 */
};

/* [+-] digits [. digits] [e [+-] digits], at least one digit; nothing else. `comma`: a comma is a point too. */
bool decimal_read(struct decimal *out, struct text word, bool comma);
bool decimal_equal(const struct decimal *a, const struct decimal *b);
double decimal_double(const struct decimal *decimal);
/* Within `tolerance`, or 1e-9 of the expected number where that is more and the tolerance is not 0. */
bool decimal_close(const struct decimal *expected, const struct decimal *got, double tolerance);
/* Do they differ by less than one unit of the last place of the one that has fewer decimals? */
bool decimal_rounded(const struct decimal *a, const struct decimal *b);
