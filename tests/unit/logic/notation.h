/*
 * Terms, covers and functions in the shortest writing that a test can read: "ab'+c" over the letters a, b, c, …; "1" is
 * the term without literals, "" the empty sum.
 */
#pragma once
#include "logic/form.h"

struct term term_from(const char *text, unsigned variables); /* up to '+' or the end */
struct cover cover_from(const char *text, unsigned variables, struct arena *arena);
/* The function of a sum, with the rows of another one that do not matter (NULL: none). */
struct target target_from(const char *ones, const char *any, unsigned variables, struct arena *arena);
struct target target_of(uint64_t ones, uint64_t any, unsigned variables, struct arena *arena);
/* In the order given. */
const char *text_from(const struct cover *cover, unsigned variables, struct arena *arena);
