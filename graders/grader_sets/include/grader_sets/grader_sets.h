/*
 * The kinds of set theory: `set`, `relation`, `mapping`.
 *
 * `set`: a set in extension, intervals, a cardinal, or an expression equal to a region of a Venn diagram, from an
 * expression over given sets. `relation` and `mapping`: properties with a witness that must refute, classes, diagrams of
 * an order, images, compositions. The author gives the data; every answer is derived when the exercise is loaded.
 */
#pragma once
#include "model/kind.h"

extern const struct kind set_kind;
extern const struct kind relation_kind;
extern const struct kind mapping_kind;

extern const struct msg_table set_messages;
extern const struct msg_table relation_messages;

/* `relation`, `mapping`, `sets`: drawn with properties. NULL-terminated; every kind here has them. */
extern const struct generator *const sets_generators[];
