/*
 * Floats as Python prints them: the shortest decimal that reads back as the same double.
 */
#pragma once
#include <stdbool.h>

enum { FLOAT_TEXT = 40 };

/* `point`: "1.0" as repr(1.0), else "1" as inside a complex. `sign`: "+1" for what is not negative.
 * Whatever the locale is. Returns the length. */
int float_text(char out[FLOAT_TEXT], double real, bool point, bool sign);
