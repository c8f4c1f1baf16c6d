/*
 * The queue's own parts: operations, the two threads, the tally.
 */
#pragma once
#include <pthread.h>
#include <stdatomic.h>
#include "queue/queue.h"
#include "store/db.h"

enum {
	JOB_STATES = JOB_SUPERSEDED + 1,
	LANES = LANE_REGRADE + 1,
	BATCH_OPS = 512, /* writes that share one transaction, at most */
	CLAIM_MAX = 256,
};

struct writer;
struct reader;
struct op;

/* What an operation does on its thread, and how it says so afterwards. */
struct op_class {
	int (*write)(struct writer *writer, struct op *op, struct err *err); /* inside a savepoint */
	int (*read)(struct reader *reader, struct op *op, struct err *err);
	/* After the commit, or with what went wrong. Calls `done` once. */
	void (*complete)(struct queue *queue, struct op *op, const struct err *err);
	void (*release)(struct op *op); /* what it holds beside itself; may be NULL */
};

/* The head of every operation, which is one block with its texts behind it. */
struct op {
	struct op *next;
	const struct op_class *class;
	void *context;
	bool failed;
	struct err err;
};

/* mailbox.c: operations on their way to a thread. */
struct mailbox {
	pthread_mutex_t mutex;
	pthread_cond_t filled;
	struct op *first, **end;
	bool closing;
};
void mailbox_init(struct mailbox *box);
void mailbox_destroy(struct mailbox *box);
void mailbox_put(struct mailbox *box, struct op *op);
void mailbox_close(struct mailbox *box);
bool mailbox_empty(struct mailbox *box);
/* Up to `max` operations in order, waiting for the first until `until_us` (clock_mono_us; < 0: for ever).
 * False when it is closed and empty. */
bool mailbox_take(struct mailbox *box, size_t max, int64_t until_us, struct op **ops);

/* op.c */
/* `text_bytes` of room follow the operation; see text_bytes() and text_put(). Never NULL. */
void *op_new(const struct op_class *class, size_t bytes, size_t text_bytes, void *context);
void op_free(struct op *op);
size_t text_bytes(const char *text); /* NULL: 0 */
const char *text_put(char **at, const char *text); /* NULL stays NULL */

/* What is known of the jobs without asking the database; changed inside a transaction, undone with it. */
struct tally {
	uint64_t in_state[JOB_STATES];
	uint64_t waiting[LANES]; /* queued, also those that wait for their next try */
	int64_t turn[LANES]; /* order.c */
	int64_t round_left[LANES];
	uint32_t slots; /* leases given, for ageing */
};

struct event {
	char submission[ID_TEXT];
	enum job_state state;
};

struct writer {
	struct queue *queue;
	struct db *db;
	struct tally tally;
	struct event *events; /* of this transaction, told after it */
	size_t event_count, event_cap;
	bool work; /* this transaction made jobs claimable */
	int64_t now; /* UTC ms, of this transaction */
	int64_t due; /* UTC ms: when a lease or a wait ends next; INT64_MAX: none */
	uint64_t commits, writes;
};

struct reader {
	struct queue *queue;
	struct db *db;
};

struct versions;
struct queue {
	struct queue_config config; /* `path` is our copy */
	int lock;
	atomic_bool paused;
	struct writer writer;
	struct reader reader;
	struct mailbox writes, reads;
	pthread_t writing, reading;
	bool writing_started, reading_started;
	pthread_mutex_t board_mutex;
	struct queue_stats board; /* as of the last commit */
	struct versions *versions;
};

void *writer_main(void *queue);
void writer_publish(struct writer *writer);
void *reader_main(void *queue);

/* state.c: the one place where a state changes. */
struct move {
	int64_t job;
	enum lane lane;
	enum job_state from, to;
	const char *submission; /* its id, for those who listen */
	const char *token; /* under which it is leased; NULL when it is not */
	const char *new_token, *grader;
	int64_t due; /* when the lease ends, or the wait of a queued job; 0: none */
	int tries, failures, kills; /* added */
	const char *why;
};
int job_move(struct writer *writer, const struct move *move, struct err *err) must_check;
/* Counts a job that was just made. */
void job_made(struct writer *writer, enum lane lane);
int job_parse(const char *text, int64_t *job, struct err *err) must_check;

/* sweep.c */
struct failure {
	int64_t job;
	enum lane lane;
	const char *token, *submission, *why;
	int64_t failures, kills; /* before this one */
	bool killed;
	bool hopeless; /* another try would end the same */
};
/* Back to the queue with back-off, or to quarantine. */
int job_failed(struct writer *writer, const struct failure *failure, struct err *err) must_check;
/* Ends leases and waits that are over. */
int sweep(struct writer *writer, struct err *err) must_check;
int sweep_next_due(struct writer *writer, struct err *err) must_check;
/* At the start: no grader of an earlier service is alive. */
int sweep_recover(struct writer *writer, struct err *err) must_check;
int tally_load(struct writer *writer, struct err *err) must_check;

/* order.c: who is served next. */
struct pick {
	int64_t job, turn;
	enum lane lane;
};
int order_turn(struct writer *writer, int64_t person, enum lane lane, int64_t *turn, struct err *err) must_check;
/* Fills picks[max] and *count. */
int order_pick(struct writer *writer, size_t max, struct pick *picks, size_t *count, struct err *err) must_check;
struct place {
	enum lane lane;
	int64_t turn, job;
};
int order_position(
	struct db *db, const struct place *place, uint32_t cap, uint32_t *position, struct err *err) must_check;

/* versions.c: digests that are surely stored, so that their content need not travel again. Any thread. */
struct versions *versions_new(void);
void versions_free(struct versions *versions);
bool versions_has(struct versions *versions, const char *tenant, const char *digest);
void versions_add(struct versions *versions, const char *tenant, const char *digest);
