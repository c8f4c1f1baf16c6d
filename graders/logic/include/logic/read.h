/*
 * Reading a formula as people type it in France: ab̄ + c, a.b, a·/b, non(a et b), \overline{ab}, (P ⇒ Q) ∧ ¬R, …
 * docs/boolean-notation.md lists everything.
 *
 * Text that cannot be read, or could be read in two ways, is never guessed: the slip says what, where (bytes, line and
 * column in characters) and what to write instead. Bounds: 64 KiB of text, 4 000 operators and operands, 200 levels.
 */
#pragma once
#include "base/err.h"
#include "base/msg.h"
#include "base/slip.h"
#include "logic/expr.h"

enum { READ_BYTES_MAX = 65536, READ_NODES_MAX = 4000, READ_DEPTH_MAX = 200 };

struct reading_of { /* what was read */
	const struct expr *expr;
	const struct msg_text
		*remarks; /* set signs were taken for logic, a bar over each letter is not one long bar … */
	size_t remark_count;
};

/* 0, or -1 and *slip. A blank text is the slip "blank". */
int expr_read(struct reading_of *out, const char *text, size_t bytes, const struct vocabulary *vocabulary,
	struct arena *arena, struct slip *slip) must_check;
/* The same for an author's formula: the variables in order of first appearance become the vocabulary when
 * vocabulary->count is 0 (single letters, or indexed letters when there is one). */
int expr_read_free(struct reading_of *out, struct vocabulary *vocabulary, const char *text, struct arena *arena,
	struct slip *slip) must_check;
/* Can this be the name of a variable? Reserved words and signs cannot. */
bool vocabulary_name(const char *name);

extern const struct msg_table logic_messages;
