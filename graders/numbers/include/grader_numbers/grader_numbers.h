/*
 * Marks arithmetic: numbers, divisions, congruences, conversions between bases, toy ciphers.
 *
 * Use: put the kinds in the engine's table. None needs a sandbox or a workshop: the author gives the data, and all that an
 * answer is held against is derived from it. Where many answers are right (a representative, Bézout's coefficients, the
 * solutions of a congruence), the answer's property is checked, and it is compared with no key.
 *
 * Invariants:
 *  - The same answer always gets the same report: no clock, no randomness.
 *  - A text that cannot be read costs nothing; its report says where and what to type.
 *  - A mistake is named only when it explains the answer and the answer is wrong.
 *  - grade() returns -1 for a fault of ours only: whatever the author can do wrong is found by read().
 */
#pragma once
#include "base/msg.h"
#include "model/kind.h"

extern const struct kind number_kind, base_kind, cipher_kind;

/* What the kinds say about answers and to authors. */
extern const struct msg_table number_messages, base_messages, cipher_messages;
