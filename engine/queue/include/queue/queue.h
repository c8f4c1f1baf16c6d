/*
 * The job queue: submissions in, leases out, reports back, nothing lost, nothing twice.
 *
 * Use: queue_open() starts one writer thread that owns the database's write
 * connection and one reader thread; every call below returns at once and its
 * `done` is called later on one of those threads — for a write, *after the
 * commit that makes it durable*. `done` must not block; what its arguments
 * point to lives only for the call. Writes that wait together share one
 * transaction (group commit), each under its own savepoint.
 *
 * Invariants:
 *  - Submission and job are one transaction. "Accepted" is said after it.
 *  - A lease has a token; a result with another token, or for a job that is no
 *    longer leased under it, is ERR_CONFLICT and changes nothing (fencing).
 *  - Only faults of ours are retried (back-off with jitter); a job that killed
 *    its grader twice, or failed too often, is quarantined and stays visible.
 *  - report, mark event and state change are one transaction.
 */
#pragma once
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include "base/err.h"
#include "base/id.h"

struct queue;

enum lane { LANE_LIVE, LANE_BATCH, LANE_REGRADE }; /* served in this order, with ageing */

enum job_state { JOB_QUEUED, JOB_LEASED, JOB_GRADED, JOB_QUARANTINED, JOB_CANCELLED, JOB_SUPERSEDED };
const char *job_state_name(enum job_state state); /* "queued", … static */
/* The state of that name, or -1. */
int job_state_parse(const char *name);
/* Whether a job may go from one to the other: the table is in docs/decisions/0003-sqlite-and-group-commit.md. */
bool job_state_allows(enum job_state from, enum job_state to);

struct queue_config {
	const char *path; /* the database file; its folder must exist */
	uint32_t max_depth; /* queued jobs beyond which submissions are refused; 0: 20000 */
	uint32_t lease_ms; /* a lease without heartbeat dies after this; 0: 30000 */
	uint32_t max_failures; /* faults of ours before quarantine; 0: 5 */
	uint32_t backoff_ms; /* the first wait after a fault of ours, doubled each time up to 5 min; 0: 1000 */
	uint32_t
		patience_ms; /* a waiting batch lane gets one lease in four after this, regrades after ten times it; 0: 30000 */
	void (*on_work)(void *context); /* called when jobs may be claimable; any thread; may be NULL */
	void *on_work_context;
	/* Called after the commit when a submission reached a final state or was leased (event streams, waiting requests). */
	void (*on_state)(void *context, const char *submission, enum job_state state);
	void *on_state_context;
};

/* ERR_BUSY: another service has this database. What an earlier service had leased is queued again, no failure counted. */
int queue_open(struct queue **out, const struct queue_config *config, struct err *err) must_check;
/* Only to read, beside a running service or without one: of the calls below, those of "reads" alone. */
int queue_look(struct queue **out, const char *path, struct err *err) must_check;
/* Finishes the writes that wait, then stops. NULL is allowed. */
void queue_close(struct queue *queue);

/* ---- submit ---- */

struct submit {
	const char *tenant; /* "default" */
	const char *key; /* Idempotency-Key, NULL: none */
	uint8_t body_hash[32]; /* of the request's body, compared when the key comes again */
	const char *exercise; /* id */
	const char *digest; /* pinned version */
	const void *pack;
	size_t pack_bytes; /* the version's content; stored once per digest */
	const char *student; /* external id */
	const char *evaluation; /* NULL: training */
	int attempt; /* 0: none */
	const char *answers; /* JSON object text */
	const char *handed_in_at; /* RFC 3339 or NULL */
	uint64_t seed;
	enum lane lane;
};

enum submit_status {
	SUBMIT_ACCEPTED,
	SUBMIT_REPEATED /* same key and body: the same id again */,
	SUBMIT_KEY_REUSED,
	SUBMIT_FULL
};

struct submit_result {
	enum submit_status status;
	char id[ID_TEXT];
	int64_t received_at; /* UTC ms */
	uint32_t
		position; /* jobs before it, itself included; an upper bound where more than 64 wait; 0 when it no longer waits */
};
typedef void submit_done(void *context, const struct submit_result *result, const struct err *err);
/* Copies what it is given. A training submission takes the place of the same student's older one of the same
 * exercise that is still queued, which becomes superseded. */
void queue_submit(struct queue *queue, const struct submit *submit, submit_done *done, void *context);

/* ---- lease, heartbeat, finish (the desk, for the graders) ---- */

struct lease {
	char job[ID_TEXT], submission[ID_TEXT], token[ID_TEXT];
	const char *exercise, *digest, *answers;
	uint64_t seed;
	uint32_t tries; /* leases before this one */
};
typedef void lease_done(void *context, const struct lease *leases, size_t count, const struct err *err);
/* Leases up to `max` jobs to `grader`. Count 0: nothing to do; wait for on_work. */
void queue_claim(struct queue *queue, const char *grader, uint32_t max, lease_done *done, void *context);

typedef void queue_done(void *context, const struct err *err); /* err NULL: durable */
void queue_heartbeat(struct queue *queue, const char *job, const char *token, queue_done *done, void *context);

struct finish {
	const char *job, *token;
	const char *report; /* teacher's JSON text */
	const char *verdict; /* "correct", … */
	const char *points, *max; /* exact fractions as text */
	int64_t mark_hundredths; /* out of 20, for sorting; derived */
};
/* ERR_CONFLICT: the lease is gone, the result is not wanted. ERR_SYSTEM (a full disk) or ERR_BUSY: nothing was written
 * and the lease stands: say it again. */
void queue_finish(struct queue *queue, const struct finish *finish, queue_done *done, void *context);
/* A fault of ours: back to the queue with back-off, or to quarantine. `killed`: the grader died of it. */
void queue_fail(struct queue *queue, const char *job, const char *token, bool killed, const char *why, queue_done *done,
	void *context);
/* What no retry can mend (the author's fault): to quarantine at once, for a person; never a mark. */
void queue_set_aside(
	struct queue *queue, const char *job, const char *token, const char *why, queue_done *done, void *context);
/* Gives back unworked (drain): no failure is counted. */
void queue_release(struct queue *queue, const char *job, const char *token, queue_done *done, void *context);

/* ---- operating ---- */

/* Queued, leased (its result will be refused) or quarantined; twice is allowed. ERR_CONFLICT: it has a mark. */
void queue_cancel(struct queue *queue, const char *submission, queue_done *done, void *context);
void queue_retry(struct queue *queue, const char *submission, queue_done *done, void *context); /* from quarantine */
void queue_pause(struct queue *queue, bool paused); /* no new leases while paused */

/* ---- reads (reader thread) ---- */

struct submission_view {
	char id[ID_TEXT];
	enum job_state state;
	const char *exercise, *digest, *student, *evaluation, *answers, *handed_in_at;
	const char *report; /* teacher's JSON, NULL until graded */
	const char *trouble; /* why it is quarantined, NULL */
	int64_t received_at, finished_at; /* UTC ms; 0 */
	uint64_t seed;
	uint32_t position; /* while queued; 1000 means that or more; 0: waits for its next try */
	/* of the mark, NULL and 0 until graded */
	const char *verdict, *points, *max;
	int64_t mark_hundredths;
	enum lane lane;
	uint32_t tries;
	int attempt;
};
typedef void view_done(void *context, const struct submission_view *view, const struct err *err); /* ERR_NOT_FOUND */
void queue_get(struct queue *queue, const char *tenant, const char *submission, view_done *done, void *context);

struct change {
	int64_t sequence;
	const char *submission, *student, *exercise, *evaluation, *event, *points, *max, *mark;
	int64_t at;
};
typedef void changes_done(void *context, const struct change *changes, size_t count, const struct err *err);
void queue_changes(
	struct queue *queue, const char *tenant, int64_t after, uint32_t limit, changes_done *done, void *context);

typedef void pack_done(void *context, const void *pack, size_t bytes, const struct err *err);
void queue_pack(struct queue *queue, const char *digest, pack_done *done, void *context);

struct queue_stats {
	uint64_t queued, leased, graded, quarantined, cancelled, superseded;
	int64_t oldest_queued_ms; /* UTC; 0 */
	uint64_t commits, writes;
};
typedef void stats_done(void *context, const struct queue_stats *stats, const struct err *err);
void queue_stats_read(struct queue *queue, stats_done *done, void *context);

typedef void list_done(void *context, const struct submission_view *views, size_t count, const struct err *err);
struct list_query {
	const char *tenant;
	int state; /* < 0: any */
	const char *student; /* NULL: any */
	const char *before; /* the last submission of the page before; NULL: the first page */
	uint32_t limit; /* at most 500; 0: 50 */
};
/* The newest first; without answers and reports, which are queue_get's. */
void queue_list_page(struct queue *queue, const struct list_query *query, list_done *done, void *context);
void queue_list(struct queue *queue, const char *tenant, int state, const char *student, uint32_t limit,
	list_done *done, void *context);
