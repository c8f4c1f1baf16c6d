/*
 * An exception in words for someone in their first year.
 */
#pragma once
#include "base/msg.h"
#include "sandbox/sandbox.h"

/* The names defined by the answer (and built-in ones when `builtins`); the list lives in `arena`. */
const char *const *explain_names(struct arena *arena, const struct run_compiled *compiled, bool builtins);
/* What a name that is not defined may have been meant for: the words of the answer's text, and built-in names where
 * they can be meant. The name itself is among them when the answer does define it, elsewhere. */
const char *const *explain_near_names(struct arena *arena, const struct run_exception *exception,
	const struct run_compiled *compiled, const char *text);
/* "Line 3: IndexError (list index out of range). …": where, what, and why, in one to three sentences. */
struct msg_text explain_exception(struct arena *arena, const struct run_exception *exception, const char *const *names);
/* Only the why, for what it is worth to an author; may be absent. */
struct msg_text explain_why(struct arena *arena, const struct run_exception *exception);
/* Two texts, one after the other; the code is the second's. Either may be absent. */
struct msg_text msg_join(struct arena *arena, struct msg_text first, struct msg_text second);
