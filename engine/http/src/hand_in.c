#include "hand_in.h"
#include <stdlib.h>
#include <string.h>
#include "base/clock.h"
#include "front_state.h"
#include "watch.h"

static void on_view(void *context, const struct submission_view *view, const struct err *err)
{
	struct hand_in *hand_in = context;

	/* It was accepted, and that stands even if it cannot be read just now. */
	hand_in->accepted(hand_in, &hand_in->result, err == NULL ? view : NULL);
	request_release(hand_in->request);
}

static void read_back(struct hand_in *hand_in)
{
	queue_get(hand_in->request->front->queue, TENANT, hand_in->result.id, on_view, hand_in);
}

/* A final state, the end of the wait, or the end of the service: whichever came first. */
static void on_watch(struct watch *watch, enum watch_event event)
{
	struct hand_in *hand_in = watch->owner;

	atomic_fetch_sub(&hand_in->request->front->metrics.waiting, 1);
	read_back(hand_in);
}

static void free_watch(struct watch *watch)
{
	free(watch);
}

static struct watch *begin_to_wait(struct hand_in *hand_in)
{
	struct front *front = hand_in->request->front;
	struct watch *watch = calloc(1, sizeof(*watch));

	if (watch == NULL)
		abort();
	memcpy(watch->submission, hand_in->result.id, sizeof(watch->submission));
	watch->once = true;
	watch->deadline_us = clock_mono_us() + (int64_t)hand_in->wait_ms * 1000;
	watch->notify = on_watch;
	watch->release = free_watch;
	watch->owner = hand_in;
	atomic_fetch_add(&front->metrics.waiting, 1);
	hub_add(front->hub, watch);
	return watch;
}

/* What stood when the wait began. Who takes the watch out of the hub answers: only then is the request still there. */
static void on_glance(void *context, const struct submission_view *view, const struct err *err)
{
	struct watch *watch = context;
	bool over = err != NULL || job_state_final(view->state);

	if (over && hub_remove(watch->hub, watch)) {
		struct hand_in *hand_in = watch->owner;

		atomic_fetch_sub(&hand_in->request->front->metrics.waiting, 1);
		on_view(hand_in, view, err);
	}
	watch_put(watch);
}

/* It came before and may be finished long since: nobody would wake us then. */
static void wait_after_a_glance(struct hand_in *hand_in)
{
	struct queue *queue = hand_in->request->front->queue;
	struct watch *watch = begin_to_wait(hand_in);

	queue_get(queue, TENANT, watch->submission, on_glance, watch);
}

static void on_submitted(void *context, const struct submit_result *result, const struct err *err)
{
	struct hand_in *hand_in = context;

	if (err != NULL || result->status == SUBMIT_KEY_REUSED || result->status == SUBMIT_FULL) {
		hand_in->refused(hand_in, err == NULL ? result : NULL, err);
		request_release(hand_in->request);
		return;
	}
	hand_in->result = *result;
	/* A new submission cannot be finished before this: the writer that calls us commits the finish later. */
	if (hand_in->wait_ms > 0 && result->status == SUBMIT_ACCEPTED) {
		watch_put(begin_to_wait(hand_in));
	} else if (hand_in->wait_ms > 0) {
		wait_after_a_glance(hand_in);
	} else if (result->status == SUBMIT_REPEATED) {
		read_back(hand_in);
	} else {
		hand_in->accepted(hand_in, &hand_in->result, NULL);
		request_release(hand_in->request);
	}
}

void hand_in(struct hand_in *hand_in)
{
	struct front *front = hand_in->request->front;

	request_hold(hand_in->request);
	queue_submit(front->queue, hand_in->submit, on_submitted, hand_in);
}
