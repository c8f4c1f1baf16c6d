/*
 * A list of operations between the callers and one thread.
 *
 * The thread is woken only when the list was empty: under load it finds the
 * next ones waiting, and that is what makes the groups of a group commit.
 */
#include <errno.h>
#include <time.h>
#include "inner.h"

void mailbox_init(struct mailbox *box)
{
	pthread_condattr_t attributes;

	pthread_mutex_init(&box->mutex, NULL);
	pthread_condattr_init(&attributes);
	pthread_condattr_setclock(&attributes, CLOCK_MONOTONIC);
	pthread_cond_init(&box->filled, &attributes);
	pthread_condattr_destroy(&attributes);
	box->end = &box->first;
}

void mailbox_destroy(struct mailbox *box)
{
	pthread_cond_destroy(&box->filled);
	pthread_mutex_destroy(&box->mutex);
}

void mailbox_put(struct mailbox *box, struct op *op)
{
	bool was_empty;

	op->next = NULL;
	pthread_mutex_lock(&box->mutex);
	was_empty = !box->first;
	*box->end = op;
	box->end = &op->next;
	pthread_mutex_unlock(&box->mutex);
	if (was_empty)
		pthread_cond_signal(&box->filled);
}

void mailbox_close(struct mailbox *box)
{
	pthread_mutex_lock(&box->mutex);
	box->closing = true;
	pthread_mutex_unlock(&box->mutex);
	pthread_cond_signal(&box->filled);
}

bool mailbox_empty(struct mailbox *box)
{
	bool empty;

	pthread_mutex_lock(&box->mutex);
	empty = !box->first;
	pthread_mutex_unlock(&box->mutex);
	return empty;
}

static void wait_filled(struct mailbox *box, int64_t until_us)
{
	struct timespec until = { .tv_sec = until_us / 1000000, .tv_nsec = until_us % 1000000 * 1000 };

	while (!box->first && !box->closing) {
		if (until_us < 0)
			pthread_cond_wait(&box->filled, &box->mutex);
		else if (pthread_cond_timedwait(&box->filled, &box->mutex, &until) == ETIMEDOUT)
			return;
	}
}

bool mailbox_take(struct mailbox *box, size_t max, int64_t until_us, struct op **ops)
{
	struct op **cut = ops;
	bool open, took;

	pthread_mutex_lock(&box->mutex);
	wait_filled(box, until_us);
	*ops = box->first;
	for (size_t i = 0; i < max && *cut; i++)
		cut = &(*cut)->next;
	box->first = *cut;
	if (!box->first)
		box->end = &box->first;
	took = cut != ops;
	*cut = NULL;
	open = took || !box->closing;
	pthread_mutex_unlock(&box->mutex);
	return open;
}
