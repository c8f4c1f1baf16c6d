/*
 * The kinds of question that this build can mark: the one table that is given
 * to exercise_load() and to marking. A new family of graders adds its rows here.
 */
#pragma once
#include "model/kind.h"

/* Ends with NULL. */
extern const struct kind *const all_kinds[];
