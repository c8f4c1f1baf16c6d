/*
 * Marks Python: functions called with plain data, and whole programs.
 *
 * Use: put both kinds in the engine's table. Each needs a sandbox and a
 * workshop (kind->open), where plans live between submissions: an exercise's
 * calls and expected values, read once per digest in throw-away runs.
 *
 * Invariants:
 *  - What is expected never enters a run that holds an answer; values come out and are compared here.
 *  - grade() returns -1 for a fault of ours (retry) or, as ERR_INPUT, for a fault of the author
 *    (a reference that fails, a checker that answers nonsense), which is then in grading->problems. Neither is
 *    ever a mark.
 *  - Every test is really run, except after what decides all of them: an answer that cannot be read or
 *    whose loading fails.
 */
#pragma once
#include "base/msg.h"
#include "model/kind.h"

extern const struct kind python_function_kind, python_program_kind;

/* What the graders say about answers and to authors. */
extern const struct msg_table python_messages;
/* The explanations of exceptions for beginners. */
extern const struct msg_table python_explain_messages;
