/*
 * Marks questions on graphs: matrices, tables, levels, paths, trees, colourings.
 *
 * Use: put the kind in the engine's table. The author gives the graph; what is true of it is derived when the exercise is
 * loaded, within budgets of steps, and any answer that has the asked property is right.
 *
 * Invariants: the same answer always gets the same report; what cannot be read costs nothing; grade() returns -1 for a
 * fault of ours only.
 */
#pragma once
#include "base/msg.h"
#include "model/kind.h"

extern const struct kind graph_kind;
extern const struct msg_table graph_kind_messages;
