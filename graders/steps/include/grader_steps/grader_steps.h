/*
 * Marks work that is written line by line (Euclid, Bézout, successive divisions, a sieve, factors, modular powers), and
 * sequences of numbers.
 *
 * Use: put the kinds in the engine's table. The author gives the numbers; everything else is derived from them.
 *
 * Invariants:
 *  - A line is judged from the student's own previous line, an identity by trying it: no key is compared.
 *  - Numbers of an answer have at most fifteen digits where they are computed with; products have twice as many.
 *  - A text that cannot be read costs nothing; its report says where and what to type.
 */
#pragma once
#include "base/msg.h"
#include "model/kind.h"

extern const struct kind steps_kind, sequence_kind;

/* What the kinds say about answers and to authors. */
extern const struct msg_table steps_messages;
extern const struct msg_table sequence_messages;
