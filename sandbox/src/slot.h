/*
 * A slot from the grader's side, and the run in it: what the files of this folder share.
 */
#pragma once
#include <stdbool.h>
#include <stdint.h>
#include <time.h>
#include "base/buf.h"
#include "group.h"
#include "posture.h"
#include "sandbox/sandbox.h"
#include "sandbox/zygote.h"
#include "wire.h"

struct sandbox {
	struct sandbox_place place;
	struct zygote *zygote; /* when this process launched it; NULL when attached */
	struct posture posture;
	int link;
	struct group_files group;
	uint64_t group_base; /* bytes charged by the warm zygote */
	uint64_t group_bound; /* as last set */
	uint64_t group_kills; /* as last seen */
	bool broken; /* close and open again */
	bool busy; /* a run is open */
	int dying; /* a killed run whose end the zygote has not told yet; 0 */
	bool dying_asked; /* it was asked to */
	char isolation[64];
};

/* One standard stream of a run, as it is read. */
struct stream {
	int fd;
	struct buf data; /* of this step */
	bool full; /* it passed its limit */
};

struct run {
	struct sandbox *sandbox;
	struct arena *arena;
	struct run_limits limits;
	int pid, pidfd, channel;
	clockid_t cpu_clock;
	const char *input;
	size_t input_bytes, input_done;
	int input_fd; /* -1 once all is written */
	struct stream out, errors;
	bool dead; /* no step may follow */
	bool reaped;
	int code, status; /* of waitid, when reaped */
	uint64_t cpu_us; /* of the whole run, when reaped */
	struct buf frame; /* the reply's payload */
};

/* Sends one request and waits for its one reply. On RUN_OK the payload is in run->frame; any other end means that
 * the run is dead. Fills reply's end, output, errors, cpu_us, wall_us. -1: our fault. */
int exchange(struct run *run, enum wire_type type, const struct buf *payload, struct run_reply *reply,
	struct err *err) must_check;
/* Kills what is left and learns from the zygote how it ended. */
int run_reap(struct run *run, struct err *err) must_check;
/* Reads a reply's payload (run->frame) into *reply; RUN_CRASHED when it is not as wire.h says. */
int reply_read(struct run *run, struct run_reply *reply, struct run_compiled *compiled, bool *rich,
	struct err *err) must_check;
