/*
 * Marks Boolean algebra: expressions, truth tables, Karnaugh maps, derivations, propositions.
 *
 * Use: put the kinds in the engine's table. None needs a sandbox or a workshop: the author gives the function, and all
 * that an answer is held against is derived from it when the exercise is loaded.
 *
 * Invariants:
 *  - The same answer always gets the same report: no clock, no randomness, every search has a budget of steps.
 *  - A text that cannot be read costs nothing; its report says where and what to type.
 *  - grade() returns -1 for a fault of ours only: whatever the author can do wrong is found by read().
 */
#pragma once
#include "base/msg.h"
#include "model/kind.h"

extern const struct kind proposition_kind;
extern const struct kind boolean_kind, derivation_kind;
extern const struct kind truth_table_kind, karnaugh_kind;

/* What the kinds say about answers and to authors. */
extern const struct msg_table boolean_messages;
extern const struct msg_table proposition_messages;
extern const struct msg_table boolean_grid_messages;
