/*
 * The writer thread: group commit.
 *
 * Whatever waits is applied in one transaction, each operation under its own
 * savepoint, so that one that is refused leaves nothing and disturbs nobody.
 * After the commit, and only then, each caller is told. When the commit fails,
 * or the database gives the transaction up in the middle (a full disk), all of
 * them are told that, and the tally goes back to what it was.
 */
#include <inttypes.h>
#include <string.h>
#include "base/clock.h"
#include "inner.h"

enum { AFTER_TROUBLE_MS = 1000 };

struct undo {
	struct tally tally;
	size_t events;
	bool work;
	int64_t due;
};

static struct undo remember(const struct writer *writer)
{
	return (struct undo){ writer->tally, writer->event_count, writer->work, writer->due };
}

static void go_back(struct writer *writer, const struct undo *undo)
{
	writer->tally = undo->tally;
	writer->event_count = undo->events;
	writer->work = undo->work;
	writer->due = undo->due;
}

/* One step under its savepoint. -1 with *err; the transaction may be gone then. */
static int apply(struct writer *writer, struct op *op, struct err *err)
{
	struct undo undo = remember(writer);
	int got;

	err->kind = ERR_NONE;
	if (db_savepoint(writer->db, err) < 0)
		return -1;
	got = op ? op->class->write(writer, op, err) : sweep(writer, err);
	if (got >= 0 && db_savepoint_keep(writer->db, err) == 0)
		return 0;
	db_savepoint_undo(writer->db);
	go_back(writer, &undo);
	return -1;
}

/* -1: nothing of it stands. */
static int transaction(struct writer *writer, struct op *ops, struct err *err)
{
	if (db_begin(writer->db, err) < 0)
		return -1;
	if (writer->now >= writer->due && apply(writer, NULL, err) < 0) {
		if (!db_in_transaction(writer->db))
			return -1;
		/* Not now, then: the callers' work comes first. */
		writer->due = writer->now + AFTER_TROUBLE_MS;
	}
	for (struct op *op = ops; op; op = op->next) {
		op->failed = apply(writer, op, &op->err) < 0;
		if (op->failed && !db_in_transaction(writer->db)) {
			*err = op->err;
			return -1;
		}
	}
	return db_commit(writer->db, err);
}

void writer_publish(struct writer *writer)
{
	struct queue *queue = writer->queue;
	const uint64_t *in_state = writer->tally.in_state;

	pthread_mutex_lock(&queue->board_mutex);
	queue->board = (struct queue_stats){
		.queued = in_state[JOB_QUEUED],
		.leased = in_state[JOB_LEASED],
		.graded = in_state[JOB_GRADED],
		.quarantined = in_state[JOB_QUARANTINED],
		.cancelled = in_state[JOB_CANCELLED],
		.superseded = in_state[JOB_SUPERSEDED],
		.commits = writer->commits,
		.writes = writer->writes,
	};
	pthread_mutex_unlock(&queue->board_mutex);
}

static void complete(struct writer *writer, struct op *ops, const struct err *lost)
{
	struct op *next;

	for (struct op *op = ops; op; op = next) {
		next = op->next;
		op->class->complete(writer->queue, op, lost ? lost : op->failed ? &op->err : NULL);
		op_free(op);
	}
}

static void tell(struct writer *writer)
{
	const struct queue_config *config = &writer->queue->config;

	for (size_t i = 0; i < writer->event_count; i++)
		config->on_state(config->on_state_context, writer->events[i].submission, writer->events[i].state);
	if (writer->work && config->on_work)
		config->on_work(config->on_work_context);
}

static void run(struct writer *writer, struct op *ops)
{
	struct undo undo;
	struct err err;

	writer->now = clock_utc_ms();
	writer->event_count = 0;
	writer->work = false;
	undo = remember(writer);
	if (transaction(writer, ops, &err) < 0) {
		db_rollback(writer->db);
		go_back(writer, &undo);
		if (writer->now >= writer->due)
			writer->due = writer->now + AFTER_TROUBLE_MS;
		complete(writer, ops, &err);
		return;
	}
	writer->commits++;
	for (struct op *op = ops; op; op = op->next)
		writer->writes++;
	writer_publish(writer);
	complete(writer, ops, NULL);
	tell(writer);
}

/* Until when to sleep, on the monotonic clock; < 0: until somebody calls. */
static int64_t wake_at(struct writer *writer)
{
	int64_t wait_ms;

	if (writer->due == INT64_MAX)
		return -1;
	wait_ms = writer->due - clock_utc_ms();
	/* The civil clock may jump: look again now and then. */
	if (wait_ms > 60000)
		wait_ms = 60000;
	return clock_mono_us() + (wait_ms > 0 ? wait_ms : 0) * 1000;
}

void *writer_main(void *arg)
{
	struct queue *queue = arg;
	struct writer *writer = &queue->writer;
	struct op *ops;

	while (mailbox_take(&queue->writes, BATCH_OPS, wake_at(writer), &ops)) {
		if (ops || clock_utc_ms() >= writer->due)
			run(writer, ops);
	}
	return NULL;
}
