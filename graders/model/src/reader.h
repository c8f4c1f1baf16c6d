/* What the files of the loader share; kinds see model/reader.h only. */
#pragma once
#include "base/json.h"
#include "model/reader.h"

/* The keys that an object may have: two tables, one of which may be empty. */
struct key_tables {
	const struct key_spec *keys;
	size_t count;
	const struct key_spec *more;
	size_t more_count;
};

/* What was wrong with an object, as bits. */
enum {
	MISTAKE_UNKNOWN = 1, /* a key that nobody knows: the others can still be read */
	MISTAKE_TYPE = 2,
	MISTAKE_MISSING = 4,
};

/* As reader_object(), and says what was wrong. */
unsigned reader_check(struct reader *reader, json_t *object, const char *pointer, const struct key_tables *tables);
/* The place of what a pointer names, or of the nearest thing around it when it is absent. */
struct json_place place_of(const char *text, size_t bytes, const char *pointer, bool at_key);
/* "a, b, c" in the arena; `names` ends with NULL. */
const char *join_names(struct arena *arena, const char *const *names);
/* A problem with code `code`, or `code`-near when one of `names` is near `word`. The parameters of both
 * messages: {what} is the word, {known} the names, {near} the nearest. */
struct near_problem {
	const char *pointer;
	bool at_key;
	const char *code; /* "unknown-kind": the other one is "unknown-kind-near" */
	const char *what; /* the parameter's name: "kind" */
	const char *word;
	const char *const *names;
	const char *key; /* {key}, where the message has it beside {what}; NULL */
};
void reader_problem_near(struct reader *reader, const struct near_problem *about);
