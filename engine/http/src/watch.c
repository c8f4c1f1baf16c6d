/* Buckets by submission for the queue, one ring of all for the clock; thousands of watches, ten ticks a second. */
#include "watch.h"
#include <pthread.h>
#include <stdlib.h>
#include <string.h>
#include "request.h"

enum { BUCKETS = 4096 };

struct hub {
	pthread_mutex_t lock;
	struct watch *buckets[BUCKETS];
	struct watch all; /* ring */
	size_t count;
	bool draining;
};

/* Watches to tell once the lock is released. */
struct calls {
	struct watch **list;
	size_t count, cap;
};

static unsigned bucket_of(const char *submission)
{
	uint32_t hash = 2166136261u;

	for (; *submission != '\0'; submission++)
		hash = (hash ^ (unsigned char)*submission) * 16777619u;
	return hash % BUCKETS;
}

struct hub *hub_new(void)
{
	struct hub *hub = calloc(1, sizeof(*hub));

	if (hub == NULL)
		abort();
	pthread_mutex_init(&hub->lock, NULL);
	hub->all.older = hub->all.newer = &hub->all;
	return hub;
}

void hub_free(struct hub *hub)
{
	if (hub == NULL)
		return;
	pthread_mutex_destroy(&hub->lock);
	free(hub);
}

void hub_add(struct hub *hub, struct watch *watch)
{
	struct watch **bucket = &hub->buckets[bucket_of(watch->submission)];

	atomic_store(&watch->references, 2);
	watch->hub = hub;
	pthread_mutex_lock(&hub->lock);
	watch->next = *bucket;
	watch->link = bucket;
	if (watch->next != NULL)
		watch->next->link = &watch->next;
	*bucket = watch;
	watch->newer = &hub->all;
	watch->older = hub->all.older;
	watch->older->newer = watch;
	hub->all.older = watch;
	watch->inside = true;
	hub->count++;
	pthread_mutex_unlock(&hub->lock);
}

static void take_out(struct hub *hub, struct watch *watch)
{
	*watch->link = watch->next;
	if (watch->next != NULL)
		watch->next->link = watch->link;
	watch->older->newer = watch->newer;
	watch->newer->older = watch->older;
	watch->inside = false;
	hub->count--;
}

bool hub_remove(struct hub *hub, struct watch *watch)
{
	bool inside;

	pthread_mutex_lock(&hub->lock);
	inside = watch->inside;
	if (inside)
		take_out(hub, watch);
	pthread_mutex_unlock(&hub->lock);
	if (inside)
		watch_put(watch);
	return inside;
}

void watch_hold(struct watch *watch)
{
	atomic_fetch_add(&watch->references, 1);
}

void watch_put(struct watch *watch)
{
	if (atomic_fetch_sub(&watch->references, 1) == 1)
		watch->release(watch);
}

/* Under the lock: this watch is to be told. What leaves the hub hands its reference over. */
static void note(struct hub *hub, struct calls *calls, struct watch *watch)
{
	if (calls->count == calls->cap) {
		calls->cap = calls->cap == 0 ? 16 : calls->cap * 2;
		calls->list = realloc(calls->list, calls->cap * sizeof(void *));
		if (calls->list == NULL)
			abort();
	}
	if (watch->once)
		take_out(hub, watch);
	else
		watch_hold(watch);
	calls->list[calls->count++] = watch;
}

static void tell(struct calls *calls, enum watch_event event)
{
	for (size_t i = 0; i < calls->count; i++) {
		calls->list[i]->notify(calls->list[i], event);
		watch_put(calls->list[i]);
	}
	free(calls->list);
}

bool job_state_final(enum job_state state)
{
	return state != JOB_QUEUED && state != JOB_LEASED;
}

void hub_on_state(void *context, const char *submission, enum job_state state)
{
	struct hub *hub = context;
	struct calls calls = { 0 };
	struct watch *watch, *next;

	pthread_mutex_lock(&hub->lock);
	for (watch = hub->buckets[bucket_of(submission)]; watch != NULL; watch = next) {
		next = watch->next;
		if (strcmp(watch->submission, submission) == 0 && (!watch->once || job_state_final(state)))
			note(hub, &calls, watch);
	}
	pthread_mutex_unlock(&hub->lock);
	tell(&calls, WATCH_STATE);
}

void hub_tick(struct hub *hub, int64_t now_us)
{
	struct calls calls = { 0 };
	struct watch *watch, *next;
	bool draining;

	pthread_mutex_lock(&hub->lock);
	draining = hub->draining;
	for (watch = hub->all.newer; watch != &hub->all; watch = next) {
		next = watch->newer;
		if (!draining && watch->deadline_us > now_us)
			continue;
		watch->deadline_us = now_us + watch->period_us;
		note(hub, &calls, watch);
	}
	pthread_mutex_unlock(&hub->lock);
	tell(&calls, draining ? WATCH_DRAIN : WATCH_TIME);
}

void hub_drain(struct hub *hub)
{
	pthread_mutex_lock(&hub->lock);
	hub->draining = true;
	pthread_mutex_unlock(&hub->lock);
	hub_tick(hub, 0);
}

size_t hub_count(struct hub *hub)
{
	size_t count;

	pthread_mutex_lock(&hub->lock);
	count = hub->count;
	pthread_mutex_unlock(&hub->lock);
	return count;
}

void watch_drop(struct request *request)
{
	struct watch *watch = request->watch;

	if (watch == NULL)
		return;
	request->watch = NULL;
	hub_remove(watch->hub, watch);
	watch_put(watch);
}
