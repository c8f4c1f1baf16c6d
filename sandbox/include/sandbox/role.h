/*
 * Locking up a process of the service itself, so that whoever takes it over through a parser or a library gains as
 * little as possible.
 *
 * Use: the process opens what it needs, then calls the one function of its role, once, while it has one thread and
 * before it reads its first byte from outside. -1 (ERR_ISOLATION) is a refusal to start: a process that could not lock
 * itself up must end.
 *
 * After it: no way to execute, trace, become somebody, enter or make a namespace, make a socket or an executable page;
 * no capability left or to be regained; no network, System V IPC or mounts of the machine; no core file. Beyond that
 *
 *   front   reads and writes below its data folder, reads below the exercises (Landlock), makes threads
 *   grader  sees a read-only root with /proc and nothing else, from within its slot's user namespace (zygote.c)
 *
 * Both hold on root's machine and on an ordinary user's, where all processes have one uid. A kernel without Landlock
 * leaves the front what its user may open; `doctor` names it.
 */
#pragma once
#include "base/err.h"

struct sandbox;

struct role_front {
	const char *data; /* the folder of the database */
	int exercises; /* the folder of exercises, open (O_PATH will do) */
};

/* Not locked up, as it starts the others: root keeps the capabilities that this takes, and nobody leaves a core file. */
int role_lock_supervisor(struct err *err) must_check;
int role_lock_front(const struct role_front *front, struct err *err) must_check;
/* `slot_ns`: from zygote_take_slot_ns(); closed in any case. The sandbox must be attached, and have no run. */
int role_lock_grader(struct sandbox *sandbox, int slot_ns, struct err *err) must_check;
