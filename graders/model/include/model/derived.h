/*
 * What a kind derived from an author's data, told back for review: an author gives data, never the answer, so the engine's
 * answer is the one to look at before students do. `check` prints it.
 *
 * Use: set `derived` in struct kind where the answer is worked out; there, derived_add() one line for each thing that an
 * author would check: the values, every right answer of a few, how many there are. A line is short, in both languages and
 * has its code from the kind's table of messages; only a table or a derivation may take several lines of text ("\n").
 *
 * All was derived when the exercise was loaded, so this cannot fail: what is too long to list is counted.
 */
#pragma once
#include "base/arena.h"
#include "base/msg.h"

struct derived {
	struct arena *arena; /* the caller's; the lines live there */
	struct msg_text *lines;
	size_t count, cap;
};

void derived_add(struct derived *derived, struct msg_text line);
