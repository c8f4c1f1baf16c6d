/*
 * Constructs that the question asks to do without.
 *
 * What is found comes from the compiled answer, so a word in a comment or a
 * string is none. This is a rule of the game, not a wall: who hides a call well
 * enough is the teacher's affair, and never the sandbox's.
 */
#pragma once
#include <stdbool.h>
#include "sandbox/sandbox.h"
#include "spec.h"

struct forbidden {
	const char *name;
	int line;
}; /* the first one used, as the author wrote it; NULL: none */

struct forbidden forbid_find(const struct python_forbid *forbid, const struct run_compiled *compiled);
