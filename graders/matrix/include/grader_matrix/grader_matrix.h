/*
 * Marks matrices: sums, products, powers, inverses, linear systems, modulo n, Boolean ones; and draws some.
 *
 * Use: put the kind in the engine's table. It needs neither a sandbox nor a workshop: the author gives matrices and says
 * what is asked of them, the rest is worked out.
 *
 * Invariants:
 *  - The same answer always gets the same report; every search has a budget of steps.
 *  - A text that cannot be read costs nothing; its report says where and what to type.
 *  - An inverse and a solution are verified by multiplying; no answer is held against a key alone.
 *  - grade() returns -1 for a fault of ours only: whatever the author can do wrong is found by read().
 */
#pragma once
#include "base/msg.h"
#include "model/kind.h"

extern const struct kind matrix_kind;

/* What the kind says about answers; to authors. */
extern const struct msg_table matrix_messages, matrix_author_messages;
