/*
 * Who waits for what happens to a submission: requests with `Prefer: wait`,
 * pages, event streams.
 *
 * A watch is counted: the hub holds one reference while it is in it, its
 * maker another. `notify` is called without any lock held, from the queue's
 * writer (state), the clock (time) or the main thread (drain).
 * A watch that is `once` leaves the hub before its notify: of several causes
 * at the same instant only one gets it, so a waiting request is answered once.
 */
#pragma once
#include <stdatomic.h>
#include <stdbool.h>
#include <stdint.h>
#include "base/id.h"
#include "queue/queue.h"

struct hub;
struct request;
struct watch;

enum watch_event { WATCH_STATE, WATCH_TIME, WATCH_DRAIN };

struct watch {
	char submission[ID_TEXT];
	bool once; /* told of a final state only, or of time, or of drain */
	int64_t deadline_us; /* monotonic; when it passes: WATCH_TIME */
	int64_t period_us; /* not once: the next deadline */
	void (*notify)(struct watch *watch, enum watch_event event);
	void (*release)(struct watch *watch); /* frees it; the last reference is gone */
	void *owner;
	/* the hub's */
	struct hub *hub;
	struct watch *next, **link; /* of the bucket */
	struct watch *older, *newer; /* of all */
	bool inside;
	atomic_uint references;
};

struct hub *hub_new(void);
void hub_free(struct hub *hub);
/* The maker's reference is 1 when this returns; the hub has its own. */
void hub_add(struct hub *hub, struct watch *watch);
/* False when it had already left (and then its notify has been or is being called). */
bool hub_remove(struct hub *hub, struct watch *watch);
void watch_hold(struct watch *watch);
void watch_put(struct watch *watch);

/* For queue_config.on_state; context is the hub. */
void hub_on_state(void *hub, const char *submission, enum job_state state);
void hub_tick(struct hub *hub, int64_t now_us);
/* Tells everybody; from then on a new watch is told at the next tick. */
void hub_drain(struct hub *hub);
size_t hub_count(struct hub *hub);

bool job_state_final(enum job_state state);
/* The request that followed a stream is over: its watch leaves the hub. */
void watch_drop(struct request *request);
