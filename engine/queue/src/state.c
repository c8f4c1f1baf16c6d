/*
 * The states of a job and the moves between them.
 *
 * Every change of state goes through job_move(), which knows the allowed moves;
 * the statement says `WHERE state = ?` and the token as well, so that a move
 * from a state that is no longer true changes nothing and is said to be so.
 */
#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include "inner.h"

static const char *const NAMES[JOB_STATES] = {
	[JOB_QUEUED] = "queued",
	[JOB_LEASED] = "leased",
	[JOB_GRADED] = "graded",
	[JOB_QUARANTINED] = "quarantined",
	[JOB_CANCELLED] = "cancelled",
	[JOB_SUPERSEDED] = "superseded",
};

static const bool ALLOWED[JOB_STATES][JOB_STATES] = {
	[JOB_QUEUED] = { [JOB_LEASED] = true, [JOB_CANCELLED] = true, [JOB_SUPERSEDED] = true },
	[JOB_LEASED] = { [JOB_GRADED] = true, [JOB_QUEUED] = true, [JOB_QUARANTINED] = true, [JOB_CANCELLED] = true },
	[JOB_QUARANTINED] = { [JOB_QUEUED] = true, [JOB_CANCELLED] = true },
};

const char *job_state_name(enum job_state state)
{
	return (unsigned)state < JOB_STATES ? NAMES[state] : "unknown";
}

int job_state_parse(const char *name)
{
	for (int i = 0; i < JOB_STATES; i++) {
		if (strcmp(NAMES[i], name) == 0)
			return i;
	}
	return -1;
}

bool job_state_allows(enum job_state from, enum job_state to)
{
	return (unsigned)from < JOB_STATES && (unsigned)to < JOB_STATES && ALLOWED[from][to];
}

static void tell(struct writer *writer, const char *submission, enum job_state state)
{
	struct event *event;

	if (state == JOB_QUEUED || !writer->queue->config.on_state)
		return;
	if (writer->event_count == writer->event_cap) {
		size_t cap = writer->event_cap ? writer->event_cap * 2 : 256;
		struct event *grown = realloc(writer->events, cap * sizeof(*grown));

		if (!grown)
			abort();
		writer->events = grown;
		writer->event_cap = cap;
	}
	event = &writer->events[writer->event_count++];
	event->state = state;
	event->submission[0] = '\0';
	strncat(event->submission, submission, ID_TEXT - 1);
}

void job_made(struct writer *writer, enum lane lane)
{
	writer->tally.in_state[JOB_QUEUED]++;
	writer->tally.waiting[lane]++;
	writer->work = true;
}

static void count(struct writer *writer, const struct move *move)
{
	struct tally *tally = &writer->tally;

	tally->in_state[move->from]--;
	tally->in_state[move->to]++;
	if (move->from == JOB_QUEUED)
		tally->waiting[move->lane]--;
	if (move->to == JOB_QUEUED) {
		tally->waiting[move->lane]++;
		writer->work |= move->due == 0;
	}
	if (move->due && move->due < writer->due)
		writer->due = move->due;
}

int job_move(struct writer *writer, const struct move *move, struct err *err)
{
	int moved;

	if (!ALLOWED[move->from][move->to])
		return err_set(err, ERR_INTERNAL, "a job may not go from %s to %s", NAMES[move->from], NAMES[move->to]);
	moved = db_run(writer->db, JOB_MOVE,
		VALUES(V_INT(move->job), V_TEXT(NAMES[move->from]), V_TEXT(NAMES[move->to]), V_TEXT(move->token),
			V_TEXT(move->new_token), move->due ? V_INT(move->due) : V_NULL, V_TEXT(move->grader),
			V_INT(move->tries), V_INT(move->failures), V_INT(move->kills), V_TEXT(move->why),
			V_INT(writer->now)),
		err);
	if (moved < 0)
		return -1;
	if (moved == 0)
		return err_set(err, ERR_CONFLICT, "the job is no longer %s%s", NAMES[move->from],
			move->token ? " under this lease" : "");
	count(writer, move);
	tell(writer, move->submission, move->to);
	return 0;
}

int job_parse(const char *text, int64_t *job, struct err *err)
{
	char *end = NULL;

	errno = 0;
	*job = text ? strtoll(text, &end, 10) : 0;
	if (!text || end == text || *end || errno || *job <= 0)
		return err_set(err, ERR_CONFLICT, "there is no such job");
	return 0;
}
