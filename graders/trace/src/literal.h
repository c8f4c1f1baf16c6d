/*
 * What stands in a cell, as people type it: never more than plain data, whatever it looks like.
 *
 * whole := blank-mark | None | boolean | number | quoted text | [ items ] | ( items ) | bare text where the column is of texts
 */
#pragma once
#include "base/arena.h"
#include "sandbox/value.h"

enum literal { LITERAL_BLANK, LITERAL_VALUE, LITERAL_BAD };

enum { LITERAL_ITEMS_MAX = 200, LITERAL_DEPTH_MAX = 3, LITERAL_DIGITS_MAX = 60 };

/* `text`: the column is of texts. *bad: where reading stopped, in bytes. */
enum literal literal_read(
	const struct value **out, const char *data, size_t bytes, bool text, size_t *bad, struct arena *arena);
const struct value *literal_int(int64_t number, struct arena *arena);
const struct value *literal_real(double number, struct arena *arena);
const struct value *literal_bool(bool truth, struct arena *arena);
const struct value *literal_text(const char *data, size_t bytes, struct arena *arena);
