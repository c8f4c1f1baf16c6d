/*
 * The room: who may use the processors right now.
 *
 * Every marking is in the room together with the others (a shared lock). A
 * time-out on a busy machine proves nothing, so its confirmation has the room to
 * itself (an exclusive lock). Whoever comes in passes the turnstile first, and
 * who waits for the whole room keeps the turnstile: nobody new gets in before
 * him, so that he cannot starve.
 *
 * Both are flock(2) locks on files of the data folder's run/, opened separately
 * by (or for) each grader; the kernel drops a dead grader's locks.
 */
#pragma once
#include "base/err.h"

struct room {
	int room_fd, turnstile_fd;
}; /* -1: no other grader on this machine */

int room_enter(const struct room *room, struct err *err) must_check;
void room_leave(const struct room *room);
/* From inside, to be alone; and back to being one among others. */
int room_alone(const struct room *room, struct err *err) must_check;
int room_together(const struct room *room, struct err *err) must_check;
