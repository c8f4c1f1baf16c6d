/*
 * Marks scheduling: tables of dates and floats, critical paths, what changes with a duration; MPM and PERT.
 *
 * Use: put the kind in the engine's table. It needs no sandbox and no workshop: the author gives tasks, and all that an
 * answer is held against is derived from them when the exercise is loaded.
 *
 * Invariants:
 *  - The same answer always gets the same report; everything takes time in tasks and arcs, and lists have caps.
 *  - A text that cannot be read costs nothing; its report says where and what to type.
 *  - grade() returns -1 for a fault of ours only: whatever the author can do wrong is found by read().
 */
#pragma once
#include "base/msg.h"
#include "model/kind.h"

extern const struct kind schedule_kind;

/* What the kind says about answers and to authors; why an answer cannot be read; what things are called. */
extern const struct msg_table schedule_messages, schedule_reading_messages, schedule_author_messages;
