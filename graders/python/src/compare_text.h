/*
 * Does what a program printed equal what the author expects?
 *
 * Rules (`compare` of a python-program):
 *  - LINES, the default: blanks at the end of a line and empty lines at the end do not count; CRLF is LF.
 *  - EXACT: byte for byte.
 *  - TOKENS: the same words, whatever the blanks and line breaks between them.
 *  - NUMBERS: as TOKENS, but two numbers are compared as numbers: within `tolerance` (absolute, and
 *    never finer than 1e-9 of the expected number), as exact decimals when it is 0: 1.50 is 1.5, and 0.1 is not 0.10000000000000001.
 *  - REGEX: `expected` is a PCRE2 pattern (UTF) for the whole output, read as LINES reads it (no trailing
 *    blanks or final empty lines; lines joined by LF).
 */
#pragma once
#include <stdbool.h>
#include <stddef.h>
#include "base/arena.h"
#include "base/err.h"

enum text_mode { TEXT_LINES, TEXT_EXACT, TEXT_TOKENS, TEXT_NUMBERS, TEXT_REGEX };

/* "lines", "exact", "tokens", "numbers", "regex"; static. -1 for another name. */
const char *text_mode_name(enum text_mode mode);
int text_mode_parse(const char *name);

struct text {
	const char *data;
	size_t bytes;
}; /* any bytes; need not end with a NUL */

struct text_rule {
	enum text_mode mode;
	double tolerance; /* NUMBERS */
};

/* How the two differ, when it is in one way only; most telling first. The grader's messages go by this. */
enum text_kind {
	TEXT_SAME,
	TEXT_NOTHING, /* nothing was printed */
	TEXT_FINAL_NEWLINE, /* EXACT: only line ends or empty lines at the end differ */
	TEXT_SPACES, /* only blanks inside or at the ends of lines */
	TEXT_LINE_BREAKS, /* the same words, cut into lines elsewhere */
	TEXT_CASE, /* only capitals and small letters */
	TEXT_ACCENTS, /* only accents */
	TEXT_PRESENTATION, /* several of these four, or punctuation, and nothing else */
	TEXT_NUMBER_FORMAT, /* the same numbers written otherwise: 3 and 3.0, 0.5 and 0,5 */
	TEXT_ROUNDING, /* the same but for the rounding of numbers: 3.14 and 3.14159 */
	TEXT_NUMBERS_ONLY, /* the words are right, some number is not */
	TEXT_EXTRA_LINES, /* all that is expected, then more (TOKENS, NUMBERS: more words) */
	TEXT_MISSING_LINES, /* the beginning of what is expected */
	TEXT_OTHER,
};
/* "same", "final-newline", … static. */
const char *text_kind_name(enum text_kind kind);

struct text_result {
	bool equal;
	enum text_kind kind;
	size_t line; /* the first line of the output that is wrong, from 1; 0 when equal or unknown (REGEX) */
	size_t expected_line; /* its counterpart; may be one past the last line, and so may `line` */
};

/* -1 only for the author's mistake: ERR_INPUT for a bad pattern or one that passes PCRE2's limits. */
int compare_text(struct text_result *out, const struct text_rule *rule, struct text expected, struct text got,
	struct err *err) must_check;
/* Checks a pattern when an exercise is read. *column (from 1) tells where it is wrong. */
int compare_text_pattern(struct text pattern, size_t *column, struct err *err) must_check;
