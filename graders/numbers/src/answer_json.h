/* Answers in JSON as the texts that they stand for. */
#pragma once
#include <jansson.h>
#include "base/arena.h"

/* A whole number; a list of numbers and texts; an object with exactly the keys that `names` has, one letter each ("uv"; NULL:
 * no object). What is none of these is given back as it is. Borrowed, or in the arena. */
const json_t *answer_as_text(const json_t *answer, const char *names, struct arena *arena);
