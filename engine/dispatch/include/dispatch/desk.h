/*
 * The desk: stands between the queue and the graders, in the front process.
 *
 * Use (front):
 *   queue_open(&queue, …)                         its on_work calls desk_on_work() while there is a desk: a pointer under a lock
 *   desk_open(&desk, &config)
 *   desk_start(desk, queue)                       starts the desk's thread
 *   … desk_preview(), desk_read_stats() from any thread …
 *   desk_close(desk, patience_ms); queue_close(queue)
 *
 * One thread polls the graders' sockets. New ones arrive from the supervisor over the control socket, one for each
 * grader that (re)starts. Each grader has one job in its hands; some more leases for each wait at the desk, so that
 * nobody waits for a commit; they go back to the queue when no grader comes for them. A grader that goes away fails the job that it had begun (`killed`).
 *
 * Invariants: only the desk's thread touches the desk's state; queue callbacks and other threads leave mail for it.
 */
#pragma once
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include "base/err.h"

struct desk;
struct queue;

struct desk_config {
	int control_fd; /* from the supervisor (ROLE_FD_CONTROL in dispatch/roles.h); -1: none; owned by the desk from then on */
	uint32_t ahead; /* leases claimed ahead of need for each grader; 0: 4 */
	uint32_t heartbeat_ms; /* how often leases are extended; 0: 10000 (a third of the queue's usual lease) */
	uint32_t stuck_ms; /* a grader without a sign of progress for so long is killed; 0: 600000 */
	void (*log)(void *context, const char *line); /* one line, English; from the desk's thread; may be NULL */
	void *log_context;
};

int desk_open(struct desk **out, const struct desk_config *config, struct err *err) must_check;
int desk_start(struct desk *desk, struct queue *queue, struct err *err) must_check;
/* No more leases; graders end what they have begun, within `patience_ms`; what they had not begun goes back to the
 * queue. Then stops the thread and gives up all sockets: graders leave when theirs ends. The queue must still be
 * open, as its callbacks are waited for. NULL is allowed. */
void desk_close(struct desk *desk, uint32_t patience_ms);

/* Jobs may be claimable. Any thread; not once desk_close() has begun. */
void desk_on_work(void *desk);
/* Takes a grader's socket directly (tests, remote workers): as if the supervisor had sent it. Owned by the desk. */
void desk_add_grader(struct desk *desk, int slot, int fd);

struct preview {
	const char *exercise, *digest;
	const void *pack;
	size_t pack_bytes; /* the version's content (folder_pack) */
	const char *answers; /* JSON object text */
	uint64_t seed;
};
/* `reading`: the JSON text of marking_read(), or NULL and an error of ours (ERR_BUSY: no grader took it in time). */
typedef void preview_done(void *context, const char *reading, const struct err *err);
/* Copies what it is given; `done` is called once, from the desk's thread. Any thread. */
void desk_preview(struct desk *desk, const struct preview *preview, preview_done *done, void *context);

struct desk_stats {
	uint32_t graders; /* ready ones */
	uint32_t in_flight; /* leases in their hands or waiting here */
	uint64_t finished, failed; /* results taken; faults of ours reported by graders or found by the desk */
	uint64_t lost; /* graders that went away without being asked to */
	bool draining;
	char python[32], isolation[64]; /* as the last grader that came said; "" before the first */
};
void desk_read_stats(struct desk *desk, struct desk_stats *out); /* any thread */
