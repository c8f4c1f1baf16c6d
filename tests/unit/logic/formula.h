/*
 * Formulas in a short notation for tests, and drawn ones.
 *
 * a b c … are variables 0 1 2 …; x' or !x is a bar, xy a product, then ^ (xor), + (or), > (implies, to the right),
 * = (iff); | is NAND and _ is NOR, of two operands, in parentheses; 0 and 1.
 */
#pragma once
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <cmocka.h>
#include "logic/table.h"

struct dice {
	uint64_t state;
};
unsigned roll(struct dice *dice, unsigned bound);

const struct expr *formula(const char *text, struct arena *arena); /* fails the test when it cannot be read */
const char *formula_text(const struct expr *expr, struct arena *arena); /* in the same notation */
/* A sum, product or bar of sums, products and bars … of variables; `all` draws every operator and constants too. */
const struct expr *formula_drawn(struct dice *dice, unsigned variables, unsigned depth, bool all, struct arena *arena);
