/*
 * Reading an author's JSON with exact places in the errors, from a table of keys.
 *
 * Use: a kind lists its keys once (struct key_spec); reader_object() refuses
 * unknown and ill-typed keys against that table; the accessors then cannot fail
 * on type, only on meaning. The published JSON Schema is printed from the same tables.
 */
#pragma once
#include <jansson.h>
#include <stdbool.h>
#include "model/exercise.h"

enum key_type {
	KEY_STRING,
	KEY_TEXT /* string or {fr, en} */,
	KEY_INT,
	KEY_BOOL,
	KEY_POINTS /* 4, "1/2", 2.5 */,
	KEY_OBJECT,
	KEY_ARRAY,
	KEY_STRINGS /* array of strings */,
	KEY_ANY,
};

struct key_spec {
	const char *name;
	enum key_type type;
	bool required;
	long min, max; /* for KEY_INT; both 0: no bound */
	const char *const *choices; /* for KEY_STRING: NULL-terminated; NULL: any */
	const char *doc; /* one English sentence, printed in the schema and the docs */
	const struct key_spec *inside; /* for KEY_OBJECT: its own keys, for the schema; NULL: any */
	size_t inside_count;
};

struct generator; /* model/generator.h */

struct reader {
	struct arena *arena;
	const struct folder *folder;
	const char *file; /* whose text this is */
	const char *text;
	size_t bytes;
	struct problems *problems;
	const struct generator *const *generators; /* that are known, NULL-terminated; NULL where nothing is drawn */
};

/* Adds a problem at the place of `pointer` (its key when `at_key`). Code and parameters as in msg_make(),
 * from `table`. */
void reader_problem(struct reader *reader, const char *pointer, bool at_key, const struct msg_table *table,
	const char *code, const struct msg_param *params);
/* The same with a text that is made already. */
void reader_problem_text(struct reader *reader, const char *pointer, bool at_key, struct msg_text message);
/* The same for what is worth saying and not refused. */
void reader_warning(struct reader *reader, const char *pointer, bool at_key, const struct msg_table *table,
	const char *code, const struct msg_param *params);
/* Checks that `object` is an object with only keys of `keys` (count) or `more` (may be NULL), of the right
 * types, the required ones there; "x-…" and "$schema" are skipped. True when nothing was wrong. */
bool reader_object(struct reader *reader, json_t *object, const char *pointer, const struct key_spec *keys,
	size_t count, const struct key_spec *more, size_t more_count);
const char *reader_string(struct reader *reader, json_t *object, const char *key, const char *fallback);
long reader_int(json_t *object, const char *key, long fallback);
bool reader_bool(json_t *object, const char *key, bool fallback);
struct msg_text reader_text(struct reader *reader, json_t *object, const char *key);
/* Exact points at pointer/key; false (and a problem) when it cannot be read or is negative. */
bool reader_points(struct reader *reader, json_t *object, const char *pointer, const char *key, struct frac *out);
const char *const *reader_strings(struct reader *reader, json_t *object, const char *key); /* NULL when absent */
/* pointer + "/" + escaped key, in the arena. */
const char *reader_pointer(struct reader *reader, const char *pointer, const char *key);
const char *reader_pointer_at(struct reader *reader, const char *pointer, size_t index);
