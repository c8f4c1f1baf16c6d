#include "plan_cache.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { KEY_BYTES = SHA256_TEXT + 80 };

struct slot {
	char key[KEY_BYTES]; /* digest and place of the question */
	struct plan *plan; /* NULL: free */
	uint64_t used; /* the tick of its last use */
};

struct plan_cache {
	struct slot slots[PLAN_CACHE_SIZE];
	uint64_t tick;
};

void *plan_cache_open(void)
{
	struct plan_cache *cache = calloc(1, sizeof(*cache));

	if (!cache)
		abort(); /* as an arena does: a grader that dies is started again */
	return cache;
}

void plan_cache_close(void *workshop)
{
	struct plan_cache *cache = workshop;

	for (size_t i = 0; cache && i < PLAN_CACHE_SIZE; i++)
		plan_free(cache->slots[i].plan);
	free(cache);
}

static struct slot *find(struct plan_cache *cache, const char *key)
{
	for (size_t i = 0; i < PLAN_CACHE_SIZE; i++)
		if (cache->slots[i].plan && !strcmp(cache->slots[i].key, key))
			return &cache->slots[i];
	return NULL;
}

/* A free slot, else the one that has waited longest. */
static struct slot *oldest(struct plan_cache *cache)
{
	struct slot *oldest = &cache->slots[0];

	for (size_t i = 0; i < PLAN_CACHE_SIZE; i++) {
		struct slot *slot = &cache->slots[i];
		if (!slot->plan)
			return slot;
		if (slot->used < oldest->used)
			oldest = slot;
	}
	return oldest;
}

int plan_cache_get(
	const struct plan **out, bool *owned, struct grading *grading, const struct question *question, struct err *err)
{
	struct plan_cache *cache = grading->workshop;
	struct plan *plan;
	char key[KEY_BYTES];

	*owned = cache == NULL;
	if (!cache) {
		if (plan_make(&plan, grading, question, err))
			return -1;
		*out = plan;
		return 0;
	}
	/* The index tells the questions of one digest apart. */
	snprintf(key, sizeof(key), "%s/%zu", question->exercise->folder->digest, question->index);
	struct slot *slot = find(cache, key);
	if (!slot) {
		if (plan_make(&plan, grading, question, err))
			return -1;
		slot = oldest(cache);
		plan_free(slot->plan);
		slot->plan = plan;
		memcpy(slot->key, key, sizeof(key));
	}
	slot->used = ++cache->tick;
	*out = slot->plan;
	return 0;
}
