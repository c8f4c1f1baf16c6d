/*
 * Between the two sides of a diff: sequences of numbers (equal things have
 * equal numbers) become an edit script, and a script becomes rows of JSON.
 */
#pragma once
#include <stdint.h>
#include "diff.h"
#include "base/buf.h"

enum {
	DIFF_MOST_ITEMS = 20000, /* lines or elements that are looked at, of each side */
	DIFF_MOST_EDITS = 500, /* beyond this the middle is replaced as a whole */
};

struct edit {
	char op; /* ' ', '-', '+' */
	size_t index; /* of the expected item, of the got one for '+' */
};

struct script {
	struct edit *edits;
	size_t count;
}; /* owned: free(edits) */

struct sequence {
	const uint32_t *ids;
	size_t count;
};

void diff_align(struct script *out, struct sequence expected, struct sequence got);

struct row_source {
	void (*print)(void *context, struct buf *out, const struct edit *edit);
	void *context;
	bool cut; /* something was left out at the end: a last row "…" */
};

/* The bound on a row that the options ask for. */
size_t diff_row_bytes(const struct diff_options *options);
/* New reference. */
json_t *diff_rows(const struct script *script, const struct row_source *source, const struct diff_options *options);
