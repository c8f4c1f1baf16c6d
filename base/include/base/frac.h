/*
 * Exact fractions for points. Marks are never floating-point numbers.
 *
 * Invariants: den > 0, gcd(num, den) == 1; every operation checks overflow of
 * 64 bits and fails with ERR_TOO_LARGE rather than wrap.
 */
#pragma once
#include <stdbool.h>
#include <stdint.h>
#include "base/buf.h"
#include "base/err.h"

struct frac {
	int64_t num, den;
};

#define FRAC_ZERO ((struct frac){ 0, 1 })
#define FRAC_ONE  ((struct frac){ 1, 1 })
static inline struct frac frac_int(int64_t n)
{
	return (struct frac){ n, 1 };
}

int frac_make(struct frac *out, int64_t num, int64_t den, struct err *err) must_check;
int frac_add(struct frac *out, struct frac a, struct frac b, struct err *err) must_check;
int frac_sub(struct frac *out, struct frac a, struct frac b, struct err *err) must_check;
int frac_mul(struct frac *out, struct frac a, struct frac b, struct err *err) must_check;
int frac_div(struct frac *out, struct frac a, struct frac b, struct err *err) must_check;
/* <0, 0, >0; exact. */
int frac_cmp(struct frac a, struct frac b);
/* "3", "6.5" or "6,5", "20/3", with an optional leading '-'. Nothing else. */
int frac_parse(struct frac *out, const char *text, struct err *err) must_check;
/* "12", "6.5" when the decimal form is finite in at most 4 places and frac_parse() reads it, else "20/3". */
void frac_print(struct buf *out, struct frac value);
/* Rounded half up to `places` decimals, always with that many: "6.67", "12.00". */
void frac_print_fixed(struct buf *out, struct frac value, int places);
