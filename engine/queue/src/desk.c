/*
 * The desk where graders take work and bring it back.
 *
 * The token of a lease is the right to speak for its job. Whoever comes without
 * it, or after the lease went to somebody else, is told so and changes nothing.
 */
#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include "base/arena.h"
#include "inner.h"

/* ---- claim ---- */

struct claim_op {
	struct op op;
	const char *grader;
	size_t max, count;
	struct arena *arena; /* the leases and their texts */
	struct lease *leases;
	lease_done *done;
	char text[];
};

static int read_lease(struct writer *writer, struct arena *arena, int64_t job, struct lease *lease, struct err *err)
{
	cleanup_rows struct rows rows = ROWS_INIT;
	int got;

	if (db_query(writer->db, &rows, LEASE_READ, VALUES(V_INT(job)), err) < 0)
		return -1;
	got = rows_next(&rows, err);
	if (got <= 0)
		return got < 0 ? -1 : err_set(err, ERR_INTERNAL, "job %" PRId64 " has no submission", job);
	snprintf(lease->job, sizeof(lease->job), "%" PRId64, job);
	snprintf(lease->submission, sizeof(lease->submission), "%s", rows_text(&rows, 0));
	lease->exercise = arena_strdup(arena, rows_text(&rows, 1));
	lease->digest = arena_strdup(arena, rows_text(&rows, 2));
	lease->answers = arena_strdup(arena, rows_text(&rows, 3));
	lease->seed = (uint64_t)rows_int(&rows, 4);
	lease->tries = (uint32_t)rows_int(&rows, 5);
	id_new(lease->token);
	return 0;
}

static int claim_write(struct writer *writer, struct op *base, struct err *err)
{
	struct claim_op *op = (struct claim_op *)base;
	struct pick picks[CLAIM_MAX];
	size_t count = 0;

	if (atomic_load(&writer->queue->paused) || writer->tally.in_state[JOB_QUEUED] == 0)
		return 0;
	if (order_pick(writer, op->max, picks, &count, err) < 0)
		return -1;
	if (count == 0)
		return 0;
	op->arena = arena_new(0);
	op->leases = arena_array(op->arena, count, sizeof(*op->leases));
	for (size_t i = 0; i < count; i++) {
		struct lease *lease = &op->leases[i];
		struct move move = {
			.job = picks[i].job,
			.lane = picks[i].lane,
			.from = JOB_QUEUED,
			.to = JOB_LEASED,
			.new_token = lease->token,
			.grader = op->grader,
			.due = writer->now + writer->queue->config.lease_ms,
			.tries = 1,
			.submission = lease->submission,
		};

		if (read_lease(writer, op->arena, picks[i].job, lease, err) < 0 || job_move(writer, &move, err) < 0)
			return -1;
	}
	op->count = count;
	return 0;
}

static void claim_complete(struct queue *queue, struct op *base, const struct err *err)
{
	struct claim_op *op = (struct claim_op *)base;

	op->done(base->context, err ? NULL : op->leases, err ? 0 : op->count, err);
}

static void claim_release(struct op *base)
{
	arena_free(((struct claim_op *)base)->arena);
}

static const struct op_class CLAIM = { .write = claim_write, .complete = claim_complete, .release = claim_release };

void queue_claim(struct queue *queue, const char *grader, uint32_t max, lease_done *done, void *context)
{
	struct claim_op *op = op_new(&CLAIM, sizeof(*op), text_bytes(grader), context);
	char *at = op->text;

	op->grader = text_put(&at, grader);
	op->max = max < CLAIM_MAX ? max : CLAIM_MAX;
	op->count = 0;
	op->arena = NULL;
	op->leases = NULL;
	op->done = done;
	mailbox_put(&queue->writes, &op->op);
}

/* ---- what is said under a lease ---- */

struct leased_op {
	struct op op;
	const char *job, *token, *why; /* behind the operation */
	bool killed, hopeless;
	queue_done *done;
};

static void leased_complete(struct queue *queue, struct op *base, const struct err *err)
{
	((struct leased_op *)base)->done(base->context, err);
}

struct leased_call {
	const char *job, *token, *why;
	bool killed, hopeless;
};

static void leased_put(struct queue *queue, const struct op_class *class, const struct leased_call *call,
	queue_done *done, void *context)
{
	size_t room = text_bytes(call->job) + text_bytes(call->token) + text_bytes(call->why);
	struct leased_op *op = op_new(class, sizeof(*op), room, context);
	char *at = (char *)(op + 1);

	op->job = text_put(&at, call->job);
	op->token = text_put(&at, call->token);
	op->why = text_put(&at, call->why);
	op->killed = call->killed;
	op->hopeless = call->hopeless;
	op->done = done;
	mailbox_put(&queue->writes, &op->op);
}

static int heartbeat_write(struct writer *writer, struct op *base, struct err *err)
{
	struct leased_op *op = (struct leased_op *)base;
	int64_t job;
	int changed;

	if (job_parse(op->job, &job, err) < 0)
		return -1;
	changed = db_run(writer->db, LEASE_EXTEND,
		VALUES(V_INT(job), V_TEXT(op->token), V_INT(writer->now + writer->queue->config.lease_ms)), err);
	if (changed == 0)
		return err_set(err, ERR_CONFLICT, "the job is no longer leased under this lease");
	return changed < 0 ? -1 : 0;
}

struct held {
	char submission[ID_TEXT];
	int64_t tenant, row, person;
	struct failure now;
};

/* What is known of a job that is leased under `token`. */
static int held(struct writer *writer, const struct leased_op *op, struct held *out, struct err *err)
{
	cleanup_rows struct rows rows = ROWS_INIT;
	int64_t job;
	int got;

	if (job_parse(op->job, &job, err) < 0 ||
		db_query(writer->db, &rows, LEASE_HELD, VALUES(V_INT(job), V_TEXT(op->token)), err) < 0)
		return -1;
	got = rows_next(&rows, err);
	if (got == 0)
		return err_set(err, ERR_CONFLICT, "the job is no longer leased under this lease");
	if (got < 0)
		return -1;
	snprintf(out->submission, sizeof(out->submission), "%s", rows_text(&rows, 3));
	out->tenant = rows_int(&rows, 4);
	out->row = rows_int(&rows, 5);
	out->person = rows_int(&rows, 6);
	out->now = (struct failure){
		.job = job,
		.lane = (enum lane)rows_int(&rows, 0),
		.token = op->token,
		.submission = out->submission,
		.failures = rows_int(&rows, 1),
		.kills = rows_int(&rows, 2),
		.why = op->why,
		.killed = op->killed,
		.hopeless = op->hopeless,
	};
	return 0;
}

static int fail_write(struct writer *writer, struct op *base, struct err *err)
{
	struct held found = { 0 };

	if (held(writer, (struct leased_op *)base, &found, err) < 0)
		return -1;
	return job_failed(writer, &found.now, err);
}

/*
 * It takes its turn anew: the lane's turn had moved on with its lease, and several jobs of one student that come
 * back would else stand before everybody's who came meanwhile.
 */
static int release_write(struct writer *writer, struct op *base, struct err *err)
{
	struct held found = { 0 };
	struct move move = { .from = JOB_LEASED, .to = JOB_QUEUED, .submission = found.submission };
	int64_t turn;

	if (held(writer, (struct leased_op *)base, &found, err) < 0 ||
		order_turn(writer, found.person, found.now.lane, &turn, err) < 0 ||
		db_run(writer->db, JOB_TURN, VALUES(V_INT(found.now.job), V_INT(turn)), err) < 0)
		return -1;
	move.job = found.now.job;
	move.lane = found.now.lane;
	move.token = found.now.token;
	return job_move(writer, &move, err);
}

static const struct op_class HEARTBEAT = { .write = heartbeat_write, .complete = leased_complete };
static const struct op_class FAIL = { .write = fail_write, .complete = leased_complete };
static const struct op_class RELEASE = { .write = release_write, .complete = leased_complete };

void queue_heartbeat(struct queue *queue, const char *job, const char *token, queue_done *done, void *context)
{
	leased_put(queue, &HEARTBEAT, &(struct leased_call){ job, token, NULL, false }, done, context);
}

void queue_fail(struct queue *queue, const char *job, const char *token, bool killed, const char *why, queue_done *done,
	void *context)
{
	leased_put(queue, &FAIL, &(struct leased_call){ job, token, why, killed }, done, context);
}

void queue_set_aside(
	struct queue *queue, const char *job, const char *token, const char *why, queue_done *done, void *context)
{
	leased_put(queue, &FAIL, &(struct leased_call){ job, token, why, .hopeless = true }, done, context);
}

void queue_release(struct queue *queue, const char *job, const char *token, queue_done *done, void *context)
{
	leased_put(queue, &RELEASE, &(struct leased_call){ job, token, NULL, false }, done, context);
}

/* ---- finish ---- */

struct finish_op {
	struct leased_op lease;
	struct finish in;
};

/* A mark is given only where a program could mark: the others are told apart, with no mark. */
static const char *event_of(const char *verdict)
{
	if (strcmp(verdict, "pending") == 0 || strcmp(verdict, "unreadable") == 0)
		return verdict;
	return "given";
}

static int record(struct writer *writer, const struct held *held_job, const struct finish *in, struct err *err)
{
	const char *event = event_of(in->verdict);
	bool given = strcmp(event, "given") == 0;
	struct datum job = V_INT(held_job->now.job), tenant = V_INT(held_job->tenant), now = V_INT(writer->now);

	if (db_run(writer->db, REPORT_ADD,
		    VALUES(job, tenant, now, V_TEXT(in->verdict), V_TEXT(in->points), V_TEXT(in->max),
			    V_INT(in->mark_hundredths), V_TEXT(in->report)),
		    err) < 0)
		return -1;
	return db_run(writer->db, MARK_ADD,
		VALUES(tenant, V_INT(held_job->row), job, now, V_TEXT(event), V_TEXT("program"),
			given ? V_TEXT(in->points) : V_NULL, given ? V_TEXT(in->max) : V_NULL,
			given ? V_INT(in->mark_hundredths) : V_NULL),
		err);
}

static int finish_write(struct writer *writer, struct op *base, struct err *err)
{
	struct finish_op *op = (struct finish_op *)base;
	struct held found = { 0 };
	struct move move = { .from = JOB_LEASED, .to = JOB_GRADED, .submission = found.submission };

	if (!op->in.report || !op->in.verdict || !op->in.points || !op->in.max)
		return err_set(err, ERR_INPUT, "a result needs a report, a verdict, points and their maximum");
	if (held(writer, &op->lease, &found, err) < 0)
		return -1;
	move.job = found.now.job;
	move.lane = found.now.lane;
	move.token = found.now.token;
	if (job_move(writer, &move, err) < 0)
		return -1;
	return record(writer, &found, &op->in, err) < 0 ? -1 : 0;
}

static const struct op_class FINISH = { .write = finish_write, .complete = leased_complete };

void queue_finish(struct queue *queue, const struct finish *in, queue_done *done, void *context)
{
	size_t room = text_bytes(in->job) + text_bytes(in->token) + text_bytes(in->report) + text_bytes(in->verdict) +
		      text_bytes(in->points) + text_bytes(in->max);
	struct finish_op *op = op_new(&FINISH, sizeof(*op), room, context);
	char *at = (char *)(op + 1);

	op->in = *in;
	op->lease.job = op->in.job = text_put(&at, in->job);
	op->lease.token = op->in.token = text_put(&at, in->token);
	op->in.report = text_put(&at, in->report);
	op->in.verdict = text_put(&at, in->verdict);
	op->in.points = text_put(&at, in->points);
	op->in.max = text_put(&at, in->max);
	op->lease.why = NULL;
	op->lease.killed = op->lease.hopeless = false;
	op->lease.done = done;
	mailbox_put(&queue->writes, &op->lease.op);
}
