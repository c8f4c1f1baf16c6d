/*
 * Leases: from the queue into a grader's hands and back as a result, a fault,
 * or given back. A job that the grader had begun when it went away is blamed for it; the others are not.
 */
#include <stdlib.h>
#include <string.h>

#include "base/clock.h"
#include "control.h"
#include "desk_inside.h"

/* A job that is first in a dying grader's hands so often, though never begun, is not given back for free any more. */
enum { TRIES_UNBLAMED = 3 };

static struct hold *find(struct station *station, const char *job)
{
	for (uint32_t i = 0; i < station->hold_count; i++)
		if (strcmp(station->holds[i].job, job) == 0)
			return &station->holds[i];
	return NULL;
}

/* Out of the grader's hands; the order of the others stays. */
static struct hold take(struct station *station, struct hold *hold)
{
	struct hold taken = *hold;
	size_t after = (size_t)(&station->holds[station->hold_count] - (hold + 1));

	memmove(hold, hold + 1, after * sizeof(*hold));
	station->hold_count--;
	return taken;
}

void leases_want(struct desk *desk, bool again)
{
	uint64_t epoch = atomic_load(&desk->epoch);

	if (desk->told_to_drain)
		return;
	for (struct station *it = desk->stations; it; it = it->next) {
		if (!it->ready || it->gone || it->claiming || it->hold_count >= desk->config.credit)
			continue;
		if (it->claimed_epoch == epoch && !again)
			continue;
		it->claiming = true;
		it->claimed_epoch = epoch;
		mail_claim(desk, it, desk->config.credit - it->hold_count);
	}
}

void leases_got(struct desk *desk, struct mail *mail)
{
	struct station *station = station_find(desk, mail->station);

	if (mail->why)
		desk_log(desk, "claim: %s", mail->why);
	if (station)
		station->claiming = false;
	/* A full hand says nothing about what is still queued: more news is not to be waited for. */
	if (station && mail->count)
		station->claimed_epoch = 0;
	for (size_t i = 0; i < mail->count; i++) {
		struct hold *hold = &mail->holds[i];
		if (!mail->job_bytes[i]) {
			mail_fail(desk, hold, false, "the answers are too large to be sent to a grader");
		} else if (!station || desk->told_to_drain || station->hold_count >= CREDIT_MAX) {
			mail_release(desk, hold);
		} else {
			station->holds[station->hold_count++] = *hold;
			station_send(desk, station, mail->jobs[i], mail->job_bytes[i]);
		}
	}
}

void leases_begun(struct desk *desk, struct station *station, const char *job)
{
	struct hold *hold = find(station, job);

	if (hold)
		hold->begun = true;
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
	struct hold *hold = find(station, result->job);

	if (!hold) {
		desk_log(desk, "grader %d: a result for job %.40s, which it does not hold", station->slot, result->job);
		return;
	}
	struct result *own = calloc(1, sizeof(*own));
	if (!own)
		abort();
	*own = (struct result){
		.hold = take(station, hold), .report = copy(result->body), .verdict = copy(result->verdict),
		.points = copy(result->points), .max = copy(result->max), .mark = result->mark,
	};
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
	struct hold *hold = find(station, failure->job);

	if (!hold)
		return false;
	struct hold taken = take(station, hold);
	desk_log(desk, "grader %d: job %s: %s", station->slot, taken.job, failure->why);
	mail_fail(desk, &taken, false, failure->why);
	desk_count(desk, &desk->stats.failed);
	return true;
}

void leases_lost(struct desk *desk, struct station *station)
{
	for (uint32_t i = 0; i < station->hold_count; i++) {
		struct hold *hold = &station->holds[i];
		if (hold->begun && !desk->told_to_drain) {
			desk_count(desk, &desk->stats.failed);
			mail_fail(desk, hold, true, "the grader died while it worked on this");
		} else if (hold->begun) {
			mail_release(desk, hold);
		} else if (i == 0 && hold->tries >= TRIES_UNBLAMED) {
			mail_fail(desk, hold, false, "the grader died before it began this");
		} else {
			mail_release(desk, hold);
		}
	}
	station->hold_count = 0;
}

void leases_extend(struct desk *desk)
{
	int64_t now = clock_mono_us();

	if (now - desk->beat_us < (int64_t)desk->config.heartbeat_ms * 1000)
		return;
	desk->beat_us = now;
	for (struct station *it = desk->stations; it; it = it->next)
		for (uint32_t i = 0; i < it->hold_count; i++)
			mail_heartbeat(desk, &it->holds[i]);
}

void leases_watch(struct desk *desk)
{
	int64_t now = clock_mono_us();

	for (struct station *it = desk->stations; it; it = it->next) {
		if (!it->hold_count || now - it->sign_us < (int64_t)desk->config.stuck_ms * 1000)
			continue;
		desk_log(desk, "grader %d gives no sign of progress", it->slot);
		it->sign_us = now;
		desk_tell(desk, CONTROL_KILL, it->slot);
		it->gone = true;
	}
}
