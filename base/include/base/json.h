/*
 * JSON on top of Jansson: bounded parsing with positions, and the place of any
 * value in the text, so that an author is told file, line and column.
 */
#pragma once
#include <jansson.h>
#include <stdbool.h>
#include "base/arena.h"
#include "base/buf.h"
#include "base/err.h"

enum json_fault { /* why a text was refused, for those who say it in the reader's language */
	JSON_FAULT_NONE,
	JSON_FAULT_SYNTAX,
	JSON_FAULT_ENDS,
	JSON_FAULT_MORE,
	JSON_FAULT_DUPLICATE,
	JSON_FAULT_NUMBER,
	JSON_FAULT_NUL,
	JSON_FAULT_UTF8,
	JSON_FAULT_DEPTH,
};
struct json_place {
	int line, column;
	enum json_fault fault;
}; /* from 1; column in code points */

/* Parses strictly (duplicate keys refused, UTF-8 checked, depth <= 64, nothing after the value).
 * The reference is the caller's (json_decref). On failure *place tells where and why. */
json_t *json_parse(const char *text, size_t bytes, struct json_place *place, struct err *err) must_check;
/* The place of a byte of any text (line 1, column 1 is the first). */
struct json_place json_place_at(const char *text, size_t offset);
/* Gives the reference to the arena, which drops it when it is freed. Returns `value` (NULL is allowed). */
json_t *json_keep(struct arena *arena, json_t *value);
/* The place of the value that `pointer` (RFC 6901) names in a text that parsed;
 * `key` true gives the place of its key instead. Unknown pointers give 1:1. */
struct json_place json_locate(const char *text, size_t bytes, const char *pointer, bool key);
/* The source text of a value ("2.50" for a number): appended to `out`. Returns 0, or -1 if no such pointer. */
int json_raw(struct buf *out, const char *text, size_t bytes, const char *pointer);
/* Appends compact JSON (keys in insertion order, UTF-8 as it is). */
void json_print(struct buf *out, const json_t *value);
/* The same with sorted keys: the canonical form for digests. */
void json_print_canonical(struct buf *out, const json_t *value);
/* Among `names` (ends with NULL), the nearest to `word` within a third of its length, or NULL. */
const char *nearest_name(const char *word, const char *const *names);

static inline void json_cleanup(json_t **value)
{
	json_decref(*value);
}
#define cleanup_json __attribute__((cleanup(json_cleanup)))
