/*
 * Handing in: submission and job in one transaction, once per key.
 */
#include <stdlib.h>
#include <string.h>
#include "base/clock.h"
#include "inner.h"

enum { POSITION_EXACT = 64, KEY_MAX = 255 };

struct submit_op {
	struct op op;
	struct submit in;
	int64_t received_at;
	bool has_pack;
	struct submit_result out;
	submit_done *done;
	char text[];
};

struct owner {
	int64_t tenant, person, version;
};

/* Finds the row or makes it. */
struct find_or_add {
	enum statement find, add;
	struct data key, row;
	const char *missing; /* what to say instead of adding; NULL: add */
};

static int find_or_add(struct db *db, const struct find_or_add *what, int64_t *n, struct err *err)
{
	cleanup_rows struct rows rows = ROWS_INIT;
	int got;

	if (db_query(db, &rows, what->find, what->key, err) < 0)
		return -1;
	got = rows_next(&rows, err);
	if (got > 0)
		*n = rows_int(&rows, 0);
	if (got != 0)
		return got < 0 ? -1 : 0;
	if (what->missing)
		return err_set(err, ERR_INPUT, "%s", what->missing);
	return db_insert(db, n, what->add, what->row, err);
}

static int check_input(const struct submit *in, struct err *err)
{
	const struct {
		const char *name, *text;
	} needed[] = {
		{ "tenant", in->tenant },
		{ "exercise", in->exercise },
		{ "digest", in->digest },
		{ "student", in->student },
		{ "answers", in->answers },
	};

	for (size_t i = 0; i < sizeof(needed) / sizeof(needed[0]); i++) {
		if (!needed[i].text || !*needed[i].text)
			return err_set(err, ERR_INPUT, "a submission needs its %s", needed[i].name);
	}
	if (in->key && (!*in->key || strlen(in->key) > KEY_MAX))
		return err_set(err, ERR_INPUT, "an idempotency key has 1 to %d bytes", KEY_MAX);
	if ((unsigned)in->lane >= LANES)
		return err_set(err, ERR_INPUT, "there is no such lane");
	return 0;
}

static int position(struct writer *writer, const struct place *place, uint32_t *out, struct err *err)
{
	uint64_t waiting = 0;

	for (int lane = 0; lane <= (int)place->lane; lane++)
		waiting += writer->tally.waiting[lane];
	*out = (uint32_t)waiting;
	if (waiting > POSITION_EXACT)
		return 0;
	return order_position(writer->db, place, POSITION_EXACT, out, err);
}

/* 1: the key was used before, and `out` says how. */
static int repeated(struct writer *writer, struct submit_op *op, int64_t tenant, struct err *err)
{
	cleanup_rows struct rows rows = ROWS_INIT;
	struct place place;
	bool queued;
	size_t bytes;
	int got;

	if (!op->in.key)
		return 0;
	if (db_query(writer->db, &rows, KEY_FIND, VALUES(V_INT(tenant), V_TEXT(op->in.key)), err) < 0)
		return -1;
	got = rows_next(&rows, err);
	if (got <= 0)
		return got;
	if (memcmp(rows_blob(&rows, 0, &bytes), op->in.body_hash, sizeof(op->in.body_hash)) != 0) {
		op->out.status = SUBMIT_KEY_REUSED;
		return 1;
	}
	op->out.status = SUBMIT_REPEATED;
	memcpy(op->out.id, rows_text(&rows, 1), ID_TEXT);
	op->out.received_at = rows_int(&rows, 2);
	queued = job_state_parse(rows_text(&rows, 3)) == JOB_QUEUED;
	place = (struct place){ (enum lane)rows_int(&rows, 4), rows_int(&rows, 5), rows_int(&rows, 6) };
	rows_end(&rows);
	if (queued && position(writer, &place, &op->out.position, err) < 0)
		return -1;
	return 1;
}

static int find_owner(struct writer *writer, const struct submit_op *op, struct owner *owner, struct err *err)
{
	const struct submit *in = &op->in;
	struct datum now = V_INT(writer->now);

	struct find_or_add person = { PERSON_FIND, PERSON_ADD, VALUES(V_INT(owner->tenant), V_TEXT(in->student)),
		VALUES(V_INT(owner->tenant), V_TEXT(in->student), now), NULL };
	struct find_or_add version = { VERSION_FIND, VERSION_ADD, VALUES(V_TEXT(in->digest), V_INT(owner->tenant)),
		VALUES(V_INT(owner->tenant), V_TEXT(in->digest), V_BLOB(in->pack, in->pack_bytes), now),
		op->has_pack ? NULL : "the content of this version is not stored, and was not given" };

	if (find_or_add(writer->db, &person, &owner->person, err) < 0)
		return -1;
	return find_or_add(writer->db, &version, &owner->version, err);
}

/* 1: an older one of the same student and exercise was queued, and is superseded now; *turn is what it had. */
static int supersede_one(struct writer *writer, const struct submit *in, int64_t person, int64_t *turn, struct err *err)
{
	cleanup_rows struct rows rows = ROWS_INIT;
	struct move move = { .from = JOB_QUEUED, .to = JOB_SUPERSEDED };
	char submission[ID_TEXT];
	int got;

	if (db_query(writer->db, &rows, TRAINING_QUEUED, VALUES(V_INT(person), V_TEXT(in->exercise)), err) < 0)
		return -1;
	got = rows_next(&rows, err);
	if (got <= 0)
		return got;
	move.job = rows_int(&rows, 0);
	move.lane = (enum lane)rows_int(&rows, 1);
	if (move.lane == in->lane && (*turn == 0 || rows_int(&rows, 2) < *turn))
		*turn = rows_int(&rows, 2);
	memcpy(submission, rows_text(&rows, 3), ID_TEXT);
	move.submission = submission;
	rows_end(&rows);
	return job_move(writer, &move, err) < 0 ? -1 : 1;
}

/* There may be several: one that was leased came back to the queue. The newest takes the first turn of theirs. */
static int supersede(struct writer *writer, const struct submit *in, int64_t person, int64_t *turn, struct err *err)
{
	int got;

	do
		got = supersede_one(writer, in, person, turn, err);
	while (got > 0);
	return got;
}

static int add(struct writer *writer, struct submit_op *op, const struct owner *owner, struct err *err)
{
	const struct submit *in = &op->in;
	bool training = !in->evaluation && in->lane != LANE_REGRADE;
	int64_t turn = 0, submission, job;
	struct place place;

	if (training && supersede(writer, in, owner->person, &turn, err) < 0)
		return -1;
	if (turn == 0 && order_turn(writer, owner->person, in->lane, &turn, err) < 0)
		return -1;
	id_new(op->out.id);
	op->out.received_at = op->received_at;
	if (db_insert(writer->db, &submission, SUBMISSION_ADD,
		    VALUES(V_TEXT(op->out.id), V_INT(owner->tenant), V_INT(owner->person), V_TEXT(in->exercise),
			    V_INT(owner->version), V_TEXT(in->evaluation), in->attempt ? V_INT(in->attempt) : V_NULL,
			    V_TEXT(in->answers), V_TEXT(in->handed_in_at), V_INT(op->received_at), V_INT(in->seed)),
		    err) < 0)
		return -1;
	if (db_insert(writer->db, &job, JOB_ADD,
		    VALUES(V_INT(owner->tenant), V_INT(submission), V_INT(owner->person), V_INT(in->lane), V_INT(turn),
			    training ? V_TEXT(in->exercise) : V_NULL, V_TEXT(job_state_name(JOB_QUEUED)),
			    V_INT(op->received_at)),
		    err) < 0)
		return -1;
	if (in->key && db_run(writer->db, KEY_ADD,
			       VALUES(V_INT(owner->tenant), V_TEXT(in->key),
				       V_BLOB(in->body_hash, sizeof(in->body_hash)), V_INT(submission)),
			       err) < 0)
		return -1;
	job_made(writer, in->lane);
	place = (struct place){ in->lane, turn, job };
	return position(writer, &place, &op->out.position, err);
}

static int submit_write(struct writer *writer, struct op *base, struct err *err)
{
	struct submit_op *op = (struct submit_op *)base;
	struct owner owner = { 0 };
	int known;

	if (check_input(&op->in, err) < 0)
		return -1;
	struct find_or_add tenant = { TENANT_FIND, TENANT_ADD, VALUES(V_TEXT(op->in.tenant)),
		VALUES(V_TEXT(op->in.tenant), V_INT(writer->now)), NULL };
	if (find_or_add(writer->db, &tenant, &owner.tenant, err) < 0)
		return -1;
	known = repeated(writer, op, owner.tenant, err);
	if (known != 0)
		return known < 0 ? -1 : 0;
	if (writer->tally.in_state[JOB_QUEUED] >= writer->queue->config.max_depth) {
		op->out.status = SUBMIT_FULL;
		return 0;
	}
	if (find_owner(writer, op, &owner, err) < 0)
		return -1;
	op->out.status = SUBMIT_ACCEPTED;
	return add(writer, op, &owner, err);
}

static void submit_complete(struct queue *queue, struct op *base, const struct err *err)
{
	struct submit_op *op = (struct submit_op *)base;

	if (!err && op->out.status == SUBMIT_ACCEPTED)
		versions_add(queue->versions, op->in.tenant, op->in.digest);
	op->done(base->context, err ? NULL : &op->out, err);
}

static const struct op_class SUBMIT = { .write = submit_write, .complete = submit_complete };

void queue_submit(struct queue *queue, const struct submit *in, submit_done *done, void *context)
{
	bool known = in->tenant && in->digest && versions_has(queue->versions, in->tenant, in->digest);
	size_t pack_bytes = !known && in->pack ? in->pack_bytes : 0;
	size_t room = text_bytes(in->tenant) + text_bytes(in->key) + text_bytes(in->exercise) + text_bytes(in->digest) +
		      text_bytes(in->student) + text_bytes(in->evaluation) + text_bytes(in->answers) +
		      text_bytes(in->handed_in_at) + pack_bytes;
	struct submit_op *op = op_new(&SUBMIT, sizeof(*op), room, context);
	char *at = op->text;

	op->in = *in;
	op->received_at = clock_utc_ms();
	op->has_pack = !known && in->pack;
	memset(&op->out, 0, sizeof(op->out));
	op->done = done;
	op->in.tenant = text_put(&at, in->tenant);
	op->in.key = text_put(&at, in->key);
	op->in.exercise = text_put(&at, in->exercise);
	op->in.digest = text_put(&at, in->digest);
	op->in.student = text_put(&at, in->student);
	op->in.evaluation = text_put(&at, in->evaluation);
	op->in.answers = text_put(&at, in->answers);
	op->in.handed_in_at = text_put(&at, in->handed_in_at);
	op->in.pack = at;
	op->in.pack_bytes = pack_bytes;
	if (pack_bytes)
		memcpy(at, in->pack, pack_bytes);
	mailbox_put(&queue->writes, &op->op);
}
