/*
 * What a grader holds in its hands: parcels that came while it was busy, copied
 * out of the inbox. A preview goes before jobs: somebody is looking at a page. But not two
 * in a row: who asks for previews without end must not keep the jobs waiting.
 */
#pragma once
#include <stdbool.h>
#include "parcel.h"

struct held {
	struct parcel parcel; /* its texts are in `memory` */
	char *memory;
	struct held *next;
};

struct hands {
	struct held *first; /* jobs and previews in the order of their coming */
	bool previewed; /* the last that was taken was a preview */
	bool drain;
};

void hands_keep(struct hands *hands, const struct parcel *parcel);
/* The next to work on, or NULL; the caller's then. */
struct held *hands_take(struct hands *hands);
void held_free(struct held *held); /* NULL is allowed */
void hands_release(struct hands *hands);
