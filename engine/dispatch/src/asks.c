/* Asks: previews on their way to a grader and back. They are nobody's jobs: no queue, no retry, a short patience. */
#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/clock.h"
#include "desk_inside.h"

static void ask_free(struct ask *ask)
{
	free(ask->exercise);
	free(ask->digest);
	free(ask->answers);
	free(ask->pack);
	free(ask);
}

/* Takes it off the list, calls back, frees. */
static void conclude(struct desk *desk, struct ask *ask, const char *reading, enum err_kind kind, const char *why)
{
	struct ask **at = &desk->asks;
	struct err err;

	while (*at != ask)
		at = &(*at)->next;
	*at = ask->next;
	if (!reading)
		(void)err_set(&err, kind, "%s", why);
	ask->done(ask->context, reading, reading ? NULL : &err);
	ask_free(ask);
}

/* Each holds a copy of its exercise. What waits longer than that would lose its patience anyway. */
enum { ASKS_WAITING = 256 };

void asks_add(struct desk *desk, struct ask *ask)
{
	struct ask **last = &desk->asks;
	size_t waiting = 0;

	for (; *last; waiting++)
		last = &(*last)->next;
	*last = ask;
	ask->next = NULL;
	ask->station = 0;
	ask->until_us = clock_mono_us() + ASK_PATIENCE_US;
	snprintf(ask->name, sizeof(ask->name), "preview-%" PRIu64, ++desk->numbers);
	if (waiting >= ASKS_WAITING)
		conclude(desk, ask, NULL, ERR_BUSY, "too many answers wait to be read");
}

static uint32_t load(const struct station *station)
{
	return station->readings + (station->job != NULL);
}

/* One that a grader reads and one that waits there: what waits here can still lose its patience before it costs a run. */
enum { READINGS_EACH = 2 };

static struct station *least_busy(const struct desk *desk)
{
	struct station *best = NULL;

	for (struct station *it = desk->stations; it; it = it->next)
		if (it->ready && !it->gone && it->readings < READINGS_EACH && (!best || load(it) < load(best)))
			best = it;
	return best;
}

void asks_assign(struct desk *desk)
{
	int64_t now = clock_mono_us();
	struct station *station;
	struct ask *next;

	for (struct ask *it = desk->asks; it; it = next) {
		next = it->next;
		if (now >= it->until_us || desk->told_to_drain) {
			conclude(desk, it, NULL, ERR_BUSY, "no grader read the answer in time");
		} else if (!it->station && (station = least_busy(desk))) {
			it->station = station->number;
			station->readings++;
			station_say(desk, station,
				&(struct parcel){
					.type = PARCEL_PREVIEW,
					.job = it->name,
					.exercise = it->exercise,
					.digest = it->digest,
					.seed = it->seed,
					.body = it->answers,
					.bytes = strlen(it->answers),
				});
		}
	}
}

bool asks_content(struct desk *desk, struct station *station, const char *digest)
{
	for (const struct ask *it = desk->asks; it; it = it->next) {
		if (it->station != station->number || strcmp(it->digest, digest) != 0)
			continue;
		station_say(desk, station,
			&(struct parcel){
				.type = PARCEL_CONTENT,
				.digest = digest,
				.body = it->pack,
				.bytes = it->pack_bytes,
			});
		return true;
	}
	return false;
}

bool asks_answer(struct desk *desk, struct station *station, const struct parcel *parcel)
{
	if (station->readings > 0)
		station->readings--;
	for (struct ask *it = desk->asks; it; it = it->next) {
		if (it->station != station->number || strcmp(it->name, parcel->job) != 0)
			continue;
		bool read = parcel->type == PARCEL_READING;
		conclude(desk, it, read ? parcel->body : NULL, ERR_INTERNAL, read ? "" : parcel->why);
		return true;
	}
	return false; /* it came too late: whoever waited has been told */
}

void asks_lost(struct desk *desk, const struct station *station)
{
	struct ask *next;

	for (struct ask *it = desk->asks; it; it = next) {
		next = it->next;
		if (it->station == station->number)
			conclude(desk, it, NULL, ERR_PEER, "the grader died while it read the answer");
	}
}

void asks_end(struct desk *desk)
{
	while (desk->asks)
		conclude(desk, desk->asks, NULL, ERR_BUSY, "the service is stopping");
}
