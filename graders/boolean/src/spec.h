/*
 * What the kinds of Boolean algebra share: the variables and what they mean, the asked function, the output's name.
 *
 * Use: put BOOLEAN_KEYS (and BOOLEAN_KEYS_FUNCTION) into a kind's table of keys, embed struct boolean_spec in the kind's
 * own spec, and call spec_read() and spec_read_function() from the kind's read(). The author's mistakes go to the
 * reader, each at its place; false means that there was one.
 */
#pragma once
#include "logic/cover.h"
#include "logic/print.h"
#include "model/reader.h"

struct meaning {
	struct msg_text when[2]; /* when it is 0, when it is 1; fr NULL where the author says nothing */
};

struct boolean_spec {
	struct vocabulary vocabulary;
	const char *name; /* the output's, "E" unless the author says another */
	const struct meaning *meanings; /* of each variable in order, then of the output; never NULL */
	bool meant; /* every variable has its meanings */
	bool silent; /* no variable has any */
	const struct expr *function; /* as the author wrote it; NULL when it was given by its rows, or not at all */
	struct target target; /* disjoint: what is both asked and left open is left open */
	struct table care; /* the rows that count */
	struct print_style style; /* of this vocabulary */
	const char *example; /* what an answer may look like, in the names of this question; each kind sets its own */
};

/* The table rows of `variables`, `name` and `meanings`. */
#define BOOLEAN_KEYS(needed)                                                                                           \
	{ .name = "variables",                                                                                         \
		.type = KEY_STRINGS,                                                                                   \
		.required = (needed),                                                                                  \
		.doc = "The variables in order, the first one is the leftmost column of a table: [\"a\", \"b\"]." },   \
		{ .name = "name", .type = KEY_STRING, .doc = "What the result is called; E if left out." },            \
	{                                                                                                              \
		.name = "meanings", .type = KEY_OBJECT,                                                                \
		.doc = "By variable, and for the result: {\"true\": text, \"false\": text}. Counterexamples are said " \
		       "in these words."                                                                               \
	}
/* Those of `function` and `dont_care`. */
#define BOOLEAN_KEYS_FUNCTION(needed)                                                                                  \
	{ .name = "function",                                                                                          \
		.type = KEY_ANY,                                                                                       \
		.required = (needed),                                                                                  \
		.doc = "What is asked: a formula (\"ab + c'\"), or the list of the rows with 1 ([0, 2, 3])." },        \
	{                                                                                                              \
		.name = "dont_care", .type = KEY_ANY,                                                                  \
		.doc = "Where the result may be anything: a formula or a list of rows."                                \
	}
enum { BOOLEAN_KEYS_COUNT = 3, BOOLEAN_KEYS_FUNCTION_COUNT = 2 };

/* `variables` (at most `most`), `name` and `meanings`. Fills `out` but for the function. */
bool spec_read(struct boolean_spec *out, struct reader *reader, json_t *object, const char *pointer, unsigned most);
/* `function` and `dont_care`, when there is a `function`; the target and care are made once, here. */
bool spec_read_function(struct boolean_spec *spec, struct reader *reader, json_t *object, const char *pointer);
/* A formula of the author at `pointer`; NULL and a problem when it is no text or cannot be read. */
const struct expr *spec_read_formula(
	const struct boolean_spec *spec, struct reader *reader, const json_t *value, const char *pointer);
/* Row numbers at `pointer` as a table. */
bool spec_read_rows(const struct boolean_spec *spec, struct reader *reader, const json_t *list, const char *pointer,
	struct table *out);
/* The target of a function that the engine made itself (a negation, a student's grid); `any` stays. */
void spec_set_target(struct boolean_spec *spec, const struct table *wanted, struct arena *arena);

/* "a = 1, b = 0" in the arena. */
const char *spec_row(const struct boolean_spec *spec, uint32_t row, struct arena *arena);
/* The same with what it means where the author said so: "a = 1 (la vidéo est publique), b = 0 (…)". No code. */
struct msg_text spec_row_meant(const struct boolean_spec *spec, uint32_t row, struct arena *arena);
/* " (la vidéo est visible)": what it means that the result is `value`; "" in both languages when nobody said. */
struct msg_text spec_result_meant(const struct boolean_spec *spec, bool value, struct arena *arena);
/* "a + b'", "P ⇒ Q": a formula as one types it, in the names of this vocabulary. */
const char *spec_example(const struct boolean_spec *spec, struct arena *arena);
/* A formula as text, in this vocabulary. */
const char *spec_text(const struct boolean_spec *spec, const struct expr *expr, struct arena *arena);
