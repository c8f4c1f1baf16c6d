/*
 * Patterns of authors (PCRE2, UTF) against all of a text that a student wrote or printed. The only library with PCRE2.
 *
 * A pattern is the author's, the text is hostile: matching stops at the limits, and that is said as the pattern's fault.
 */
#pragma once
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include "base/err.h"

struct pattern {
	const char *text; /* need not end with a NUL */
	size_t bytes;
	bool any_case; /* "A" matches "a" */
	uint32_t steps, depth, heap_kb; /* what one match may take */
};

/* Compiles only. *column from 1, where the pattern is wrong; may be NULL. */
int pattern_check(const struct pattern *pattern, size_t *column, struct err *err) must_check;
/* Does it match all of `subject` (valid UTF-8)? -1 with ERR_INPUT for a bad pattern or a limit passed. */
int pattern_match(
	bool *matched, const struct pattern *pattern, const char *subject, size_t bytes, struct err *err) must_check;
