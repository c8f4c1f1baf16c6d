#include "ledger.h"
#include <limits.h>
#include <pthread.h>
#include <string.h>

/* What a call waits on, and where its answer goes. */
struct wait {
	pthread_mutex_t mutex;
	pthread_cond_t said;
	bool done;
	int status;
	struct err *err;
	struct arena *arena;
	struct submission_view *views;
	size_t count;
	struct queue_stats *stats;
	struct buf *pack;
};

#define WAIT_INIT(ledger, problem)                                                                                     \
	{                                                                                                              \
		.mutex = PTHREAD_MUTEX_INITIALIZER, .said = PTHREAD_COND_INITIALIZER, .err = (problem),                \
		.arena = (ledger)->arena                                                                               \
	}

static void say(struct wait *wait, const struct err *err)
{
	pthread_mutex_lock(&wait->mutex);
	if (err)
		*wait->err = *err;
	wait->status = err ? -1 : 0;
	wait->done = true;
	pthread_cond_signal(&wait->said);
	pthread_mutex_unlock(&wait->mutex);
}

static int wait_for(struct wait *wait)
{
	pthread_mutex_lock(&wait->mutex);
	while (!wait->done)
		pthread_cond_wait(&wait->said, &wait->mutex);
	pthread_mutex_unlock(&wait->mutex);
	pthread_mutex_destroy(&wait->mutex);
	pthread_cond_destroy(&wait->said);
	return wait->status;
}

static const char *keep(struct arena *arena, const char *text)
{
	return text ? arena_strdup(arena, text) : NULL;
}

static void keep_view(struct arena *arena, struct submission_view *to, const struct submission_view *from)
{
	*to = *from;
	const char **texts[] = { &to->exercise, &to->digest, &to->student, &to->evaluation, &to->answers,
		&to->handed_in_at, &to->report, &to->trouble, &to->verdict, &to->points, &to->max };
	for (size_t i = 0; i < sizeof(texts) / sizeof(texts[0]); i++)
		*texts[i] = keep(arena, *texts[i]);
}

static void list_said(void *context, const struct submission_view *views, size_t count, const struct err *err)
{
	struct wait *wait = context;
	wait->count = err ? 0 : count;
	wait->views = arena_array(wait->arena, wait->count ? wait->count : 1, sizeof(*views));
	for (size_t i = 0; i < wait->count; i++)
		keep_view(wait->arena, &wait->views[i], &views[i]);
	say(wait, err);
}

static void view_said(void *context, const struct submission_view *view, const struct err *err)
{
	list_said(context, view, view ? 1 : 0, err);
}

static void stats_said(void *context, const struct queue_stats *stats, const struct err *err)
{
	struct wait *wait = context;
	if (!err)
		*wait->stats = *stats;
	say(wait, err);
}

static void pack_said(void *context, const void *pack, size_t bytes, const struct err *err)
{
	struct wait *wait = context;
	if (!err)
		buf_add(wait->pack, pack, bytes);
	say(wait, err);
}

static void change_said(void *context, const struct err *err)
{
	say(context, err);
}

int ledger_open(struct ledger *ledger, const char *data, bool to_change, struct err *err)
{
	char path[PATH_MAX];
	snprintf(path, sizeof(path), "%s/bareme.db", data ? data : "data");
	*ledger = (struct ledger){ .arena = arena_new(0) };
	struct queue_config config = { .path = path };
	return to_change ? queue_open(&ledger->queue, &config, err) : queue_look(&ledger->queue, path, err);
}

void ledger_close(struct ledger *ledger)
{
	queue_close(ledger->queue);
	arena_free(ledger->arena);
	*ledger = (struct ledger){ 0 };
}

int ledger_get(struct ledger *ledger, const char *submission, struct submission_view *view, struct err *err)
{
	struct wait wait = WAIT_INIT(ledger, err);
	queue_get(ledger->queue, "default", submission, view_said, &wait);
	if (wait_for(&wait) < 0)
		return -1;
	*view = wait.views[0];
	return 0;
}

int ledger_list(struct ledger *ledger, const struct list_query *query, struct submission_view **views, size_t *count,
	struct err *err)
{
	struct wait wait = WAIT_INIT(ledger, err);
	queue_list_page(ledger->queue, query, list_said, &wait);
	if (wait_for(&wait) < 0)
		return -1;
	*views = wait.views;
	*count = wait.count;
	return 0;
}

int ledger_stats(struct ledger *ledger, struct queue_stats *stats, struct err *err)
{
	struct wait wait = WAIT_INIT(ledger, err);
	wait.stats = stats;
	queue_stats_read(ledger->queue, stats_said, &wait);
	return wait_for(&wait);
}

int ledger_pack(struct ledger *ledger, const char *digest, struct buf *pack, struct err *err)
{
	struct wait wait = WAIT_INIT(ledger, err);
	wait.pack = pack;
	queue_pack(ledger->queue, digest, pack_said, &wait);
	return wait_for(&wait);
}

int ledger_retry(struct ledger *ledger, const char *submission, struct err *err)
{
	struct wait wait = WAIT_INIT(ledger, err);
	queue_retry(ledger->queue, submission, change_said, &wait);
	return wait_for(&wait);
}

int ledger_cancel(struct ledger *ledger, const char *submission, struct err *err)
{
	struct wait wait = WAIT_INIT(ledger, err);
	queue_cancel(ledger->queue, submission, change_said, &wait);
	return wait_for(&wait);
}
