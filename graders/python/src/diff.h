/*
 * What differs, as rows for a reader: [{"op": " "|"-"|"+", "text": …}], '-' is
 * expected and was not got, '+' was got and is not expected.
 *
 * Lines are aligned by the shortest edit script (Myers, O(ND)) while it is short;
 * beyond that bound what lies between the common beginning and the common end
 * is replaced as a whole. Rows far from any change give way to one row "…" when
 * there would be more than `max_rows`. All texts are valid UTF-8, each at most
 * `max_row_bytes` long (then "…").
 */
#pragma once
#include <jansson.h>
#include <stdbool.h>
#include <stddef.h>
#include "compare_text.h"
#include "sandbox/value.h"

struct diff_options {
	size_t max_rows; /* 0: 60 */
	size_t max_row_bytes; /* 0: 300 */
	bool exact; /* blanks at the end of a line count (texts only) */
};

/* New reference; never NULL. `options` may be NULL. */
json_t *diff_text(struct text expected, struct text got, const struct diff_options *options);
/* Two lists, tuples, sets or dicts as rows of elements (a matrix: its rows; a dict: "key: value"), two str with
 * several lines as their lines. NULL when there is nothing to lay out in rows: then the two reprs say it. */
json_t *diff_values(const struct value *expected, const struct value *got, const struct diff_options *options);
