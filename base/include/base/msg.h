/*
 * Messages for the reader, in French and English, from tables.
 *
 * Each library keeps one `const struct msg_entry TABLE[]`; a test walks every
 * table and checks that both languages are there and use the same {names}.
 * A text for a reader is always made in both languages (`struct msg_text`), so
 * that a report stored today can be shown in either tomorrow.
 */
#pragma once
#include <stddef.h>
#include "base/arena.h"

enum lang { LANG_FR, LANG_EN };

struct msg_entry {
	const char *code; /* stable, lower case with dashes: "wrong-value" */
	const char *fr; /* with {name} placeholders */
	const char *en;
};

struct msg_table {
	const char *library;
	const struct msg_entry *entries;
	size_t count;
};

struct msg_param {
	const char *name; /* without braces */
	const char *value; /* same in both languages */
};

struct msg_text {
	const char *code; /* NULL for an author's own text */
	const char *fr; /* never NULL when the text is present */
	const char *en; /* NULL when an author wrote French only */
};

/* Formats entry `code`. An unknown code or placeholder is a bug: aborts in a
 * build with assertions, shows the code otherwise. `params` ends with {0}; may be NULL.
 * The result's strings live in `arena`, or are the table's own. */
struct msg_text msg_make(
	struct arena *arena, const struct msg_table *table, const char *code, const struct msg_param *params);
/* The same where the parameters differ by language. */
struct msg_text msg_make_both(struct arena *arena, const struct msg_table *table, const char *code,
	const struct msg_param *fr, const struct msg_param *en);
/* The text in `lang`, else the other one, else "". */
const char *msg_in(const struct msg_text *text, enum lang lang);
/* From LC_ALL, LC_MESSAGES, LANG: French unless it says another language. */
enum lang lang_from_environment(void);
const char *lang_code(enum lang lang); /* "fr", "en" */
