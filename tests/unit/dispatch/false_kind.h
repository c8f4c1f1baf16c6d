/*
 * A kind of question that needs no sandbox, and exercises made of it. Its answers say what happens to them:
 * "right", "half", "wrong", "bad" (unreadable), "" (blank), "fault" (ours), "author" (the author's), "alone"
 * (asks for the machine), "die" (the process dies), "stop" (it stands still), "slow" (a tenth of a second, then right), "long" (four of them).
 */
#pragma once
#include "base/buf.h"
#include "model/folder.h"
#include "model/kind.h"

extern const struct kind *const false_kinds[];

/* An exercise of `questions` questions "q1", "q2", … of 4 points each. */
const struct exercise *false_exercise(int questions, struct arena *arena);
/* Its pack and digest. */
void false_pack(struct buf *out, char digest[SHA256_TEXT], int questions);
