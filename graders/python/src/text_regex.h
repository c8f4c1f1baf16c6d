/*
 * The only file with PCRE2: patterns of authors against what a student printed.
 */
#pragma once
#include "compare_text.h"

/* Compiles only. *column from 1, where the pattern is wrong; may be NULL. */
int regex_check(struct text pattern, size_t *column, struct err *err) must_check;
/* Does the pattern match all of `subject` (valid UTF-8)? -1 with ERR_INPUT for a bad pattern or a limit passed. */
int regex_match(bool *matched, struct text pattern, struct text subject, struct err *err) must_check;
