/*
 * What time does to jobs: leases that nobody renewed, waits that are over, and
 * the leases of a service that is gone.
 *
 * A lease that ran out is a fault of ours like any other: the grader may have
 * hung. It is not counted as killed, which only who saw it die can say.
 */
#include <inttypes.h>
#include <stdio.h>
#include "inner.h"

enum {
	BACKOFF_MAX_MS = 300000,
	KILLS_MAX = 2,
	SWEEP_MAX = 500, /* leases ended in one transaction */
};

/* Doubled each time; between half of it and the whole, so that what failed together is not tried together. */
static int64_t backoff_ms(const struct writer *writer, int64_t failures)
{
	int64_t wait = writer->queue->config.backoff_ms;
	uint32_t jitter;

	for (int64_t i = 1; i < failures && wait < BACKOFF_MAX_MS; i++)
		wait *= 2;
	if (wait > BACKOFF_MAX_MS)
		wait = BACKOFF_MAX_MS;
	random_bytes(&jitter, sizeof(jitter));
	return wait / 2 + (int64_t)(jitter % (uint64_t)(wait - wait / 2 + 1));
}

int job_failed(struct writer *writer, const struct failure *failure, struct err *err)
{
	int64_t failures = failure->failures + 1, kills = failure->kills + failure->killed;
	bool out = failure->hopeless || kills >= KILLS_MAX || failures >= writer->queue->config.max_failures;
	struct move move = {
		.job = failure->job,
		.lane = failure->lane,
		.from = JOB_LEASED,
		.to = out ? JOB_QUARANTINED : JOB_QUEUED,
		.submission = failure->submission,
		.token = failure->token,
		.failures = 1,
		.kills = failure->killed,
		.due = out ? 0 : writer->now + backoff_ms(writer, failures),
	};
	char why[512];

	snprintf(why, sizeof(why), "%.400s (failure %" PRId64 ", graders killed: %" PRId64 ")",
		failure->why ? failure->why : "no reason given", failures, kills);
	move.why = why;
	return job_move(writer, &move, err);
}

struct expired {
	char token[ID_TEXT], submission[ID_TEXT];
	struct failure failure;
};

/* The lease that ran out first, at `now`: 1, none: 0. */
static int next_expired(struct writer *writer, int64_t now, struct expired *out, struct err *err)
{
	cleanup_rows struct rows rows = ROWS_INIT;
	int got;

	if (db_query(writer->db, &rows, LEASES_EXPIRED, VALUES(V_INT(now)), err) < 0)
		return -1;
	got = rows_next(&rows, err);
	if (got <= 0)
		return got;
	snprintf(out->token, sizeof(out->token), "%s", rows_text(&rows, 2));
	snprintf(out->submission, sizeof(out->submission), "%s", rows_text(&rows, 5));
	out->failure = (struct failure){
		.job = rows_int(&rows, 0),
		.lane = (enum lane)rows_int(&rows, 1),
		.token = out->token,
		.submission = out->submission,
		.failures = rows_int(&rows, 3),
		.kills = rows_int(&rows, 4),
		.why = "the lease ran out: its grader was not heard of",
	};
	return 1;
}

int sweep(struct writer *writer, struct err *err)
{
	struct expired expired;
	int got = 0, promoted;

	for (int i = 0; i < SWEEP_MAX && (got = next_expired(writer, writer->now, &expired, err)) > 0; i++) {
		if (job_failed(writer, &expired.failure, err) < 0)
			return -1;
	}
	if (got < 0)
		return -1;
	promoted = db_run(writer->db, JOB_PROMOTE, VALUES(V_INT(writer->now)), err);
	if (promoted < 0)
		return -1;
	writer->work |= promoted > 0;
	return sweep_next_due(writer, err);
}

int sweep_next_due(struct writer *writer, struct err *err)
{
	cleanup_rows struct rows rows = ROWS_INIT;

	writer->due = INT64_MAX;
	if (writer->tally.in_state[JOB_LEASED] == 0 && writer->tally.in_state[JOB_QUEUED] == 0)
		return 0;
	if (db_query(writer->db, &rows, NEXT_DUE, NO_VALUES, err) < 0 || rows_next(&rows, err) < 0)
		return -1;
	if (rows_int(&rows, 0) > 0)
		writer->due = rows_int(&rows, 0);
	return 0;
}

int sweep_recover(struct writer *writer, struct err *err)
{
	struct expired expired;
	int got;

	while ((got = next_expired(writer, INT64_MAX, &expired, err)) > 0) {
		struct move move = {
			.job = expired.failure.job,
			.lane = expired.failure.lane,
			.from = JOB_LEASED,
			.to = JOB_QUEUED,
			.submission = expired.submission,
			.token = expired.token,
		};

		if (job_move(writer, &move, err) < 0)
			return -1;
	}
	return got;
}

static int load_counts(struct writer *writer, struct err *err)
{
	cleanup_rows struct rows rows = ROWS_INIT;
	int got;

	if (db_query(writer->db, &rows, JOB_COUNTS, NO_VALUES, err) < 0)
		return -1;
	while ((got = rows_next(&rows, err)) > 0) {
		int state = job_state_parse(rows_text(&rows, 0));
		uint64_t jobs = (uint64_t)rows_int(&rows, 2);

		writer->tally.in_state[state] += jobs;
		if (state == JOB_QUEUED)
			writer->tally.waiting[rows_int(&rows, 1)] += jobs;
	}
	return got;
}

int tally_load(struct writer *writer, struct err *err)
{
	if (load_counts(writer, err) < 0)
		return -1;
	for (int lane = 0; lane < LANES; lane++) {
		cleanup_rows struct rows rows = ROWS_INIT;

		if (db_query(writer->db, &rows, LOWEST_TURN, VALUES(V_INT(lane)), err) < 0 || rows_next(&rows, err) < 0)
			return -1;
		writer->tally.turn[lane] = rows_int(&rows, 0) > 0 ? rows_int(&rows, 0) : 1;
	}
	return 0;
}
