/*
 * Marks what is chosen from a list, and short answers in words.
 *
 * Use: put the kinds in the engine's table. Neither needs a sandbox or a workshop. The one library where the author gives the
 * answer: nothing is derived.
 *
 * Invariants:
 *  - The same answer always gets the same report: no clock, no randomness; a shuffled order is that of the exercise's seed.
 *  - An answer that names no option, or more than may be named, is unreadable and costs nothing.
 *  - Everything ticked, and nothing ticked, earns a tenth at most unless that is right.
 *  - A pattern that takes too long is the author's fault: the answer is not marked by it (grading_refuse()).
 */
#pragma once
#include "base/msg.h"
#include "model/kind.h"

extern const struct kind choice_kind, text_kind;

extern const struct msg_table choice_messages;
