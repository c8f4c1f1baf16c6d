/* The inside of a number, for this library alone. */
#pragma once
#include <flint/fmpq.h>
#include <flint/fmpz.h>
#include "exact/number.h"

struct number {
	fmpq_t value;
};

/* Takes the value over, which is cleared with the arena or at once when it is too large; NULL then. */
const struct number *number_keep(fmpq_t value, struct arena *arena);
/* The larger of the bits above and below the bar. */
size_t number_bits(const struct number *a);
