/*
 * What a question forbids and requires of an answer's text ("forbid", "require").
 *
 * What is looked at is the syntax tree, the names of the compiled code, and what the run has seen being used: a word
 * in a comment or a string is none. This is a rule of the game, not a wall: docs/exercise-format.md says what it can
 * not promise, and breaking it costs points of this question, never more.
 */
#pragma once
#include <stdbool.h>
#include "sandbox/sandbox.h"
#include "spec.h"

enum breach_kind {
	BREACH_USED, /* a forbidden name or import */
	BREACH_CONSTRUCT, /* a forbidden construct */
	BREACH_SEEN, /* a forbidden name that only the run has seen */
	BREACH_UNNAMED, /* one that only the run has seen, and which one is not told */
	BREACH_DYNAMIC, /* a way to a name that is not written out */
	BREACH_UNREAD, /* too much to be looked at whole */
	BREACH_MISSING, /* a required name, import or definition is not there */
	BREACH_MISSING_CONSTRUCT,
};

struct breach {
	enum breach_kind kind;
	const char *name; /* as the author wrote it; of BREACH_DYNAMIC as the answer has it */
	int line; /* 0: unknown, or none */
};

enum { MAX_BREACHES = 3 };

struct breaches {
	struct breach of[MAX_BREACHES];
	size_t count;
};

/* The first rows of the list that the answer breaks. `seen` may be NULL, else one for each word of rules_watch(). */
void rules_forbidden(struct breaches *out, const struct python_rules *rules, const struct run_compiled *compiled,
	const struct run_seen *seen);
/* The same where the inputs are hidden: which name was used, and where, an answer can choose by them. So nothing of what the
 * run has seen is told but that there was something, and that only where nothing else is broken. */
void rules_forbidden_unnamed(struct breaches *out, const struct python_rules *rules,
	const struct run_compiled *compiled, const struct run_seen *seen, size_t count);
void rules_required(struct breaches *out, const struct python_rules *rules, const struct run_compiled *compiled);
/* What the student is told of it; `most` points of `max` remain. */
struct msg_text rules_text(struct arena *arena, const struct breach *breach, struct frac most, struct frac max);
/* Does the question need the syntax tree? */
bool rules_any(const struct python_rules *rules);

/* The name in "function:carre" or "class:Pile"; NULL: another word. */
const char *rules_definition(const char *word);
/* A name that can be forbidden: "max", ".sort", "math.sqrt". */
bool rules_is_name(const char *name);
