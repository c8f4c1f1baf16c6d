/*
 * Conditions on drawn values and wrong answers given by a formula, in the language of exact/formula.h.
 *
 * Use: a kind has `.conditions = &sheet_conditions`; model/generator.h says who calls it. Every drawn value that is a
 * number, a list of numbers (a matrix of one row), a matrix or a truth can be spoken of by its name.
 */
#pragma once
#include "model/generator.h"

extern const struct conditions sheet_conditions;
