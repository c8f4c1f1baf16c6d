/*
 * Untrusted bytes as text for a report: valid UTF-8, no control characters, bounded.
 */
#pragma once
#include "base/arena.h"
#include "sandbox/value.h"

enum { PRINTABLE_OUTPUT_BYTES = 2048, PRINTABLE_VALUE_BYTES = 400 };

/* Bad bytes become U+FFFD, control characters but tab and line feed their picture (U+2400…); "…" marks a cut. */
const char *printable(struct arena *arena, const void *data, size_t bytes, size_t max_bytes);
/* The same for what must stay on one line. */
const char *printable_line(struct arena *arena, const char *text, size_t max_bytes);
/* The text with bad bytes replaced by U+FFFD and nothing else changed or cut. */
const char *printable_exact(struct arena *arena, const void *data, size_t bytes, size_t *out_bytes);
/* A value as Python would show it, bounded. */
const char *printable_value(struct arena *arena, const struct value *value);
