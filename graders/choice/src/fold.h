/*
 * Texts as they are compared: blanks made one, apostrophes and dashes the plain ones, accents and capitals left out.
 *
 * Letters with accents are taken apart (é is e and a mark), whichever way they were typed; œ, æ and ß are two letters.
 * Latin letters only: what is no letter of Latin-1 or Latin Extended-A stays as it is.
 */
#pragma once
#include <stdbool.h>
#include <stddef.h>
#include "base/arena.h"

struct folding {
	bool keep_case, keep_accents;
};

/* In the arena, without blanks or a full stop at its ends. */
const char *fold_text(const char *text, size_t bytes, const struct folding *folding, struct arena *arena);
/* A pattern: accents only, for everything else has a meaning in it. */
const char *fold_pattern(const char *pattern, const struct folding *folding, struct arena *arena);
/* How many letters were put in, left out, changed or exchanged with their neighbour; `most` + 1 when there are more. */
unsigned fold_distance(const char *left, const char *right, unsigned most);
