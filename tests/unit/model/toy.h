/* A toy kind of question, and exercises made of literals: what the tests of the model share. */
#pragma once
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <setjmp.h>
#include <cmocka.h>
#include "model/exercise.h"
#include "model/kind.h"

/* The kind "toy": entry (required), mode (a or b), depth (1..9), flag, tests {call, points, hint, show, label}. */
extern const struct kind *const toy_kinds[];

/* A folder of up to 20 files from name, text, name, text, …, NULL. */
void toy_folder(struct folder *out, struct arena *arena, const char *const *pairs);
