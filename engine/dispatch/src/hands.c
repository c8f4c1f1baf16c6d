#include "hands.h"

#include <stdlib.h>
#include <string.h>

static const char *copy(char **at, const char *text, size_t bytes)
{
	char *start = *at;

	memcpy(start, text, bytes);
	start[bytes] = '\0';
	*at += bytes + 1;
	return start;
}

void hands_keep(struct hands *hands, const struct parcel *parcel)
{
	size_t job = strlen(parcel->job), exercise = strlen(parcel->exercise), digest = strlen(parcel->digest);
	struct held *held = calloc(1, sizeof(*held));
	char *at = malloc(job + exercise + digest + parcel->bytes + 4);
	struct held **last = &hands->first;

	if (!held || !at)
		abort();
	held->memory = at;
	held->parcel = *parcel;
	held->parcel.job = copy(&at, parcel->job, job);
	held->parcel.exercise = copy(&at, parcel->exercise, exercise);
	held->parcel.digest = copy(&at, parcel->digest, digest);
	held->parcel.body = copy(&at, parcel->body, parcel->bytes);
	while (*last)
		last = &(*last)->next;
	*last = held;
}

/* The first of a sort, or the list's end. */
static struct held **find(struct hands *hands, bool preview)
{
	struct held **at = &hands->first;

	while (*at && ((*at)->parcel.type == PARCEL_PREVIEW) != preview)
		at = &(*at)->next;
	return at;
}

struct held *hands_take(struct hands *hands)
{
	struct held **at = find(hands, !hands->previewed);

	if (!*at)
		at = &hands->first;
	struct held *taken = *at;
	if (taken) {
		*at = taken->next;
		hands->previewed = taken->parcel.type == PARCEL_PREVIEW;
	}
	return taken;
}

void held_free(struct held *held)
{
	if (!held)
		return;
	free(held->memory);
	free(held);
}

void hands_release(struct hands *hands)
{
	while (hands->first) {
		struct held *next = hands->first->next;
		held_free(hands->first);
		hands->first = next;
	}
}
