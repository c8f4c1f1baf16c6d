/*
 * A queue in a folder of its own, whose calls are waited for: each rig_* call
 * returns when `done` was called, with the error's kind or ERR_NONE.
 */
#pragma once
#include <stddef.h>
#include <stdint.h>
#include <stdarg.h>
#include <setjmp.h>
#include <cmocka.h>
#include <stdatomic.h>
#include "queue/queue.h"

#define COUNT(a) (sizeof(a) / sizeof((a)[0]))
enum { RIG_LEASES = 64, RIG_EVENTS = 256 };

struct rig_event {
	char submission[ID_TEXT];
	enum job_state state;
};
struct rig {
	char folder[64], db[128];
	struct queue_config config;
	struct queue *queue;
	atomic_uint works; /* calls of on_work */
	atomic_uint event_count;
	struct rig_event events[RIG_EVENTS];
	struct lease leases[RIG_LEASES]; /* of the last rig_claim(); their texts are not kept */
	char answers[RIG_LEASES][32], exercises[RIG_LEASES][64];
	size_t lease_count;
};

int rig_make(void **state); /* opened with a long lease and short waits: back-off 20 ms, patience 100 ms */
int rig_remove(void **state);
void rig_reopen(struct rig *rig);
void rig_close(struct rig *rig);

/* A training submission; see `evaluation`. The id goes to `id`. */
struct rig_submit {
	const char *student, *exercise, *evaluation, *key, *body, *answers;
	enum lane lane;
};
struct submit_result rig_submit(struct rig *rig, struct rig_submit submit);
enum err_kind rig_submit_error(struct rig *rig, const struct submit *submit);
size_t rig_claim(struct rig *rig, uint32_t max);
enum err_kind rig_heartbeat(struct rig *rig, const struct lease *lease);
enum err_kind rig_finish(struct rig *rig, const struct lease *lease, const char *verdict);
enum err_kind rig_fail(struct rig *rig, const struct lease *lease, bool killed);
enum err_kind rig_set_aside(struct rig *rig, const struct lease *lease);
enum err_kind rig_release(struct rig *rig, const struct lease *lease);
enum err_kind rig_cancel(struct rig *rig, const char *submission);
enum err_kind rig_retry(struct rig *rig, const char *submission);
struct queue_stats rig_stats(struct rig *rig);
/* The state of a submission, or -1; the whole view is copied to *view (texts not kept but `trouble`, `report`). */
struct rig_view {
	struct submission_view view;
	char trouble[600], report[600], verdict[32], points[32];
};
int rig_state(struct rig *rig, const char *submission, struct rig_view *view);
/* Waits until at least `count` jobs could be claimed, at most a few seconds. */
size_t rig_claim_wait(struct rig *rig, uint32_t max);
/* A number from the database, read beside the queue. */
int64_t rig_number(const struct rig *rig, const char *sql);

/* To wait for any other call. */
struct rig_wait {
	atomic_int done;
	enum err_kind kind;
	char text[200];
};
/* Fits queue_done: the context is the struct rig_wait. */
void rig_wait_done(void *context, const struct err *err);
void rig_wait_for(struct rig_wait *wait);
