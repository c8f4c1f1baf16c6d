/*
 * What a person does to the queue: cancel, retry, pause.
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include "inner.h"

struct operate_op {
	struct op op;
	const char *submission;
	queue_done *done;
	char text[];
};

struct found {
	struct move move;
	char token[ID_TEXT];
	int64_t failures, kills;
};

static int find(struct writer *writer, const char *submission, struct found *out, struct err *err)
{
	cleanup_rows struct rows rows = ROWS_INIT;
	int got;

	memset(out, 0, sizeof(*out));
	if (db_query(writer->db, &rows, JOB_OF_SUBMISSION, VALUES(V_TEXT(submission)), err) < 0)
		return -1;
	got = rows_next(&rows, err);
	if (got == 0)
		return err_set(err, ERR_NOT_FOUND, "there is no submission %.60s", submission ? submission : "");
	if (got < 0)
		return -1;
	out->move.job = rows_int(&rows, 0);
	out->move.lane = (enum lane)rows_int(&rows, 1);
	out->move.from = (enum job_state)job_state_parse(rows_text(&rows, 2));
	out->move.submission = submission;
	if (rows_text(&rows, 3)) {
		snprintf(out->token, sizeof(out->token), "%s", rows_text(&rows, 3));
		out->move.token = out->token;
	}
	out->failures = rows_int(&rows, 4);
	out->kills = rows_int(&rows, 5);
	return 0;
}

/* A move that a person asks for and the state forbids is a conflict, not a bug. */
static int move_to(struct writer *writer, struct found *found, enum job_state to, struct err *err)
{
	if (!job_state_allows(found->move.from, to))
		return err_set(err, ERR_CONFLICT, "the submission is %s", job_state_name(found->move.from));
	found->move.to = to;
	return job_move(writer, &found->move, err);
}

static int cancel_write(struct writer *writer, struct op *base, struct err *err)
{
	struct found found;

	if (find(writer, ((struct operate_op *)base)->submission, &found, err) < 0)
		return -1;
	if (found.move.from == JOB_CANCELLED)
		return 0;
	return move_to(writer, &found, JOB_CANCELLED, err);
}

static int retry_write(struct writer *writer, struct op *base, struct err *err)
{
	struct found found;

	if (find(writer, ((struct operate_op *)base)->submission, &found, err) < 0)
		return -1;
	if (found.move.from != JOB_QUARANTINED)
		return err_set(
			err, ERR_CONFLICT, "the submission is %s, not quarantined", job_state_name(found.move.from));
	found.move.failures = (int)-found.failures;
	found.move.kills = (int)-found.kills;
	return move_to(writer, &found, JOB_QUEUED, err);
}

static void operate_complete(struct queue *queue, struct op *base, const struct err *err)
{
	((struct operate_op *)base)->done(base->context, err);
}

static const struct op_class CANCEL = { .write = cancel_write, .complete = operate_complete };
static const struct op_class RETRY = { .write = retry_write, .complete = operate_complete };

static void operate_put(
	struct queue *queue, const struct op_class *class, const char *submission, queue_done *done, void *context)
{
	struct operate_op *op = op_new(class, sizeof(*op), text_bytes(submission), context);
	char *at = op->text;

	op->submission = text_put(&at, submission);
	op->done = done;
	mailbox_put(&queue->writes, &op->op);
}

void queue_cancel(struct queue *queue, const char *submission, queue_done *done, void *context)
{
	operate_put(queue, &CANCEL, submission, done, context);
}

void queue_retry(struct queue *queue, const char *submission, queue_done *done, void *context)
{
	operate_put(queue, &RETRY, submission, done, context);
}

void queue_pause(struct queue *queue, bool paused)
{
	bool was = atomic_exchange(&queue->paused, paused);

	if (was && !paused && queue->config.on_work)
		queue->config.on_work(queue->config.on_work_context);
}
