/*
 * Launching a zygote, for whoever has the privilege to do it (the supervisor; the
 * command line for itself), and handing it to whoever will use it (a grader).
 *
 * Use: zygote_launch() → zygote_place() and zygote_take_link() travel to the grader,
 * which calls sandbox_attach(). The launcher stays the zygote's parent and
 * removes its cgroup: zygote_stop().
 *
 * As root each slot gets two uids of its own, neither of which is a user of the
 * machine: the grader's (owner of the namespace) and the runs'. A lock in /run
 * keeps them from every other slot of the machine (src/uids.h). Without root
 * there is one uid, the caller's, and the isolation says "one-uid".
 */
#pragma once
#include <stdint.h>
#include <sys/types.h>
#include "sandbox/sandbox.h"

enum { ZYGOTE_OWNER_UID = 1870048000, ZYGOTE_RUN_UID = 1870049000 }; /* + slot, or the next that is free */

struct zygote_config {
	const char *python; /* path of bareme-python; NULL: beside this executable, then where it was built */
	int slot; /* 0..999 */
	uint32_t hash_seed;
	uid_t owner_uid; /* as root: the grader's uid; 0: one from ZYGOTE_OWNER_UID on. Otherwise ignored */
};

/* All that a grader needs beside the link. Plain bytes: it may be sent to another process of the same build. */
struct sandbox_place {
	int32_t pid, slot;
	uint32_t owner_uid, run_uid; /* as this namespace numbers them */
	uint32_t group_kind; /* 0: none, 1: cgroup v1, 2: v2 */
	uint32_t landlock_abi;
	uint32_t mdwe; /* 1: the kernel refuses memory that turns executable */
	char memory_group[256]; /* the folder whose memory bound holds for a run; "" without */
	char slot_group[256]; /* v1: the pids controller's folder; v2: the slot's */
	char python[32];
};

struct zygote;

/* Blocks until the interpreter is warm (about 50 ms). ERR_ISOLATION names the step that this machine refuses. */
int zygote_launch(struct zygote **out, const struct zygote_config *config, struct err *err) must_check;
const struct sandbox_place *zygote_place(const struct zygote *zygote);
/* The grader's end of the link; the caller owns it from now on. -1 when already taken. */
int zygote_take_link(struct zygote *zygote);
/* The slot's user namespace, for role_lock_grader(); the same rule. */
int zygote_take_slot_ns(struct zygote *zygote);
pid_t zygote_pid(const struct zygote *zygote);
/* Kills it with all its runs, reaps it, removes its group. NULL is allowed. */
void zygote_stop(struct zygote *zygote);

/* Takes the link over. The zygote must have said hello to its launcher. */
int sandbox_attach(struct sandbox **out, int link, const struct sandbox_place *place, struct err *err) must_check;
