/*
 * Leases: from the queue to a grader and back as a result, a fault, or given
 * back. A grader has one job at a time; what was claimed ahead of need waits here, in the pool, so
 * that nobody waits for a commit and no job sits behind another's endless loop while
 * a second grader is free. A job that the grader had begun when it went away is blamed
 * for it; one that it had not begun goes back to the pool.
 *
 * The pool is for quick jobs, where a commit would be felt. When all graders are busy for long, what lies in it goes back
 * to the queue, and one job at a time is claimed until one is quick again: else a student who floods the
 * service with endless loops would have a dozen of them before everybody who hands in later.
 */
#include <stdlib.h>
#include <string.h>

#include "base/clock.h"
#include "control.h"
#include "desk_inside.h"

/* A job that was in a dying grader's hands so often, though never begun, is not tried for free any more. */
enum { TRIES_UNBLAMED = 3 };

void waiting_free(struct waiting *waiting)
{
	if (!waiting)
		return;
	free(waiting->parcel);
	free(waiting);
}

/* The job in its hands, taken out, when it is that one; else NULL. The caller's. */
static struct waiting *take(struct station *station, const char *job)
{
	struct waiting *taken = station->job;

	if (!taken || strcmp(taken->hold.job, job) != 0)
		return NULL;
	station->job = NULL;
	station->since_us = clock_mono_us();
	return taken;
}

/* ---- from the queue ---- */

void leases_want(struct desk *desk, bool again)
{
	uint64_t epoch = atomic_load(&desk->epoch);
	uint32_t wanted = 0;

	if (desk->told_to_drain || desk->claiming || (desk->claimed_epoch == epoch && !again))
		return;
	for (const struct station *it = desk->stations; it; it = it->next)
		if (it->ready && !it->gone)
			wanted += (desk->slow ? 0 : desk->config.ahead) + !it->job;
	if (wanted <= desk->pooled)
		return;
	desk->claiming = true;
	desk->claimed_epoch = epoch;
	mail_claim(desk, wanted - desk->pooled);
}

void leases_got(struct desk *desk, struct mail *mail)
{
	struct waiting **last = &desk->pool;

	desk->claiming = false;
	if (mail->why)
		desk_log(desk, "claim: %s", mail->why);
	/* Something came, and there may be more: no news is to be waited for. */
	if (mail->jobs)
		desk->claimed_epoch = 0;
	if (!desk->pool)
		desk->pool_us = clock_mono_us();
	while (*last)
		last = &(*last)->next;
	while (mail->jobs) {
		struct waiting *job = mail->jobs;
		mail->jobs = job->next;
		job->next = NULL;
		if (job->parcel) {
			*last = job;
			last = &job->next;
			desk->pooled++;
			continue;
		}
		mail_fail(desk, &job->hold, false, "the answers are too large to be sent to a grader");
		waiting_free(job);
	}
}

void leases_give(struct desk *desk)
{
	for (struct station *it = desk->stations; it && desk->pool && !desk->told_to_drain; it = it->next) {
		if (!it->ready || it->gone || it->job)
			continue;
		it->job = desk->pool;
		desk->pool = it->job->next;
		desk->pooled--;
		it->job->next = NULL;
		it->sign_us = it->since_us = desk->pool_us = clock_mono_us();
		it->cleared = false;
		station_send(desk, it, it->job->parcel, it->job->bytes);
	}
}

int leases_patience_ms(const struct desk *desk)
{
	int64_t left_us = desk->pool_us + POOL_PATIENCE_US - clock_mono_us();

	if (!desk->pool)
		return TICK_MS;
	return left_us > 0 ? (int)(left_us / 1000) + 1 : 0;
}

void leases_air(struct desk *desk)
{
	if (!desk->pool || clock_mono_us() - desk->pool_us < POOL_PATIENCE_US)
		return;
	desk->slow = true;
	leases_give_back(desk);
}

void leases_give_back(struct desk *desk)
{
	while (desk->pool) {
		struct waiting *job = desk->pool;
		desk->pool = job->next;
		desk->pooled--;
		mail_release(desk, &job->hold);
		waiting_free(job);
	}
}

/* ---- what the graders say ---- */

void leases_begun(struct desk *desk, struct station *station, const char *job)
{
	if (station->job && strcmp(station->job->hold.job, job) == 0)
		station->job->hold.begun = true;
}

static char *copy(const char *text)
{
	char *own = strdup(text);

	if (!own)
		abort();
	return own;
}

void leases_result(struct desk *desk, struct station *station, const struct parcel *result)
{
	int64_t given_us = station->since_us;
	struct waiting *job = take(station, result->job);
	struct result *own = calloc(1, sizeof(*own));

	if (!own)
		abort();
	if (!job) {
		desk_log(desk, "grader %d: a result for job %.40s, which it does not hold", station->slot, result->job);
		free(own);
		return;
	}
	*own = (struct result){
		.hold = job->hold,
		.report = copy(result->body),
		.verdict = copy(result->verdict),
		.points = copy(result->points),
		.max = copy(result->max),
		.mark = result->mark,
	};
	waiting_free(job);
	if (clock_mono_us() - given_us < POOL_PATIENCE_US)
		desk->slow = false;
	mail_finish(desk, own);
	desk_count(desk, &desk->stats.finished);
}

void leases_save_again(struct desk *desk)
{
	struct result *next;

	for (struct result *result = desk->unsaved; result; result = next) {
		next = result->next;
		mail_heartbeat(desk, &result->hold);
		mail_finish(desk, result);
	}
	desk->unsaved = NULL;
}

bool leases_failed(struct desk *desk, struct station *station, const struct parcel *failure)
{
	struct waiting *job = take(station, failure->job);

	if (!job)
		return false;
	desk_log(desk, "grader %d: job %s: %s", station->slot, job->hold.job, failure->why);
	if (failure->type == PARCEL_REFUSED)
		mail_set_aside(desk, &job->hold, failure->why);
	else
		mail_fail(desk, &job->hold, false, failure->why);
	desk_count(desk, &desk->stats.failed);
	waiting_free(job);
	return true;
}

void leases_lost(struct desk *desk, struct station *station)
{
	struct waiting *job = station->job;

	station->job = NULL;
	if (!job)
		return;
	if (desk->told_to_drain) {
		/* It left without beginning this, or our patience ended. */
		mail_release(desk, &job->hold);
	} else if (job->hold.begun) {
		desk_count(desk, &desk->stats.failed);
		mail_fail(desk, &job->hold, true, "the grader died while it worked on this");
	} else if (++job->hold.tries >= TRIES_UNBLAMED) {
		mail_fail(desk, &job->hold, false, "the grader died before it began this");
	} else {
		job->next = desk->pool;
		desk->pool = job;
		desk->pooled++;
		return;
	}
	waiting_free(job);
}

/* ---- time ---- */

void leases_extend(struct desk *desk)
{
	int64_t now = clock_mono_us();

	if (now - desk->beat_us < (int64_t)desk->config.heartbeat_ms * 1000)
		return;
	desk->beat_us = now;
	for (const struct waiting *it = desk->pool; it; it = it->next)
		mail_heartbeat(desk, &it->hold);
	for (const struct station *it = desk->stations; it; it = it->next)
		if (it->job)
			mail_heartbeat(desk, &it->job->hold);
}

static void replace(struct desk *desk, struct station *station, const char *why)
{
	desk_log(desk, "grader %d %s", station->slot, why);
	desk_tell(desk, CONTROL_KILL, station->slot);
	station->gone = true;
}

static bool is_silent(const struct desk *desk, const struct station *station, int64_t now, int part)
{
	return station->job && !station->gone && now - station->sign_us >= (int64_t)desk->config.stuck_ms * 1000 / part;
}

/*
 * One that gives no sign may be stuck, or wait at the room's lock for one that never leaves. Only these can be the
 * cause: who has had nothing to do all the while (it should hold no lock, and nothing is lost with it), and who has said
 * all the while that it works on the same job.
 */
static bool replace_holders(struct desk *desk, const struct station *waiting, bool at_work, int64_t now)
{
	bool any = false;

	for (struct station *it = desk->stations; it; it = it->next) {
		if (it == waiting || it->gone || (it->job != NULL) != at_work || it->since_us >= waiting->sign_us ||
			is_silent(desk, it, now, 2))
			continue;
		replace(desk, it, at_work ? "may hold the room for ever" : "may hold the room without work");
		any = true;
	}
	return any;
}

void leases_watch(struct desk *desk)
{
	int64_t now = clock_mono_us();
	bool replaced = false;

	for (struct station *it = desk->stations; it; it = it->next) {
		if (!is_silent(desk, it, now, 2) || it->cleared)
			continue;
		it->cleared = true;
		replace_holders(desk, it, false, now);
	}
	for (struct station *it = desk->stations; it; it = it->next)
		if (is_silent(desk, it, now, 1))
			replaced |= replace_holders(desk, it, true, now);
	for (struct station *it = desk->stations; it; it = it->next) {
		if (!is_silent(desk, it, now, 1))
			continue;
		if (replaced)
			it->sign_us = now;
		else
			replace(desk, it, "gives no sign of progress");
	}
}
