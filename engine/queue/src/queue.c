/*
 * The job queue.
 *
 * Theory of operation. A caller's thread copies what it is given into an
 * operation and puts it in a mailbox (mailbox.c); it never touches the database.
 * The writer thread (writer.c) owns the only write connection: it takes all the
 * operations that wait, applies them in one transaction, and calls them done
 * after the commit. The reader thread (reader.c) has a connection of its own,
 * which the writer never blocks. Time is the writer's too: between operations it
 * sleeps until the next lease or wait ends (sweep.c).
 *
 * submit.c takes submissions in, desk.c deals with the graders, operate.c with
 * the people who run the service; order.c says who is next; state.c is the only
 * place where a state changes. What the tally keeps in memory (counts, turns) is
 * only ever a shorter way to say what the database says: it is rebuilt from it
 * at the start and goes back with every transaction that fails.
 *
 * The lock on the database makes this process its only service; so whatever is
 * found leased at the start was leased to graders that are gone.
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include "base/clock.h"
#include "base/file.h"
#include "inner.h"
#include "store/store.h"

static void set_default(uint32_t *value, uint32_t otherwise)
{
	if (*value == 0)
		*value = otherwise;
}

static struct queue *queue_new(const struct queue_config *config)
{
	struct queue *queue = calloc(1, sizeof(*queue));

	if (!queue)
		return NULL;
	queue->config = *config;
	queue->config.path = strdup(config->path);
	queue->versions = versions_new();
	queue->lock = -1;
	set_default(&queue->config.max_depth, 20000);
	set_default(&queue->config.lease_ms, 30000);
	set_default(&queue->config.max_failures, 5);
	set_default(&queue->config.backoff_ms, 1000);
	set_default(&queue->config.patience_ms, 30000);
	queue->writer.queue = queue;
	queue->writer.due = INT64_MAX;
	queue->reader.queue = queue;
	mailbox_init(&queue->writes);
	mailbox_init(&queue->reads);
	pthread_mutex_init(&queue->board_mutex, NULL);
	return queue;
}

/* One transaction: the leases of the service before this one, and the tally. */
static int start_from(struct writer *writer, struct err *err)
{
	writer->now = clock_utc_ms();
	if (db_begin(writer->db, err) < 0)
		return -1;
	if (tally_load(writer, err) < 0 || sweep_recover(writer, err) < 0 || sweep_next_due(writer, err) < 0) {
		db_rollback(writer->db);
		return -1;
	}
	writer->event_count = 0; /* nobody listens yet */
	writer_publish(writer);
	return db_commit(writer->db, err);
}

static int start_thread(pthread_t *thread, bool *started, void *(*run)(void *), struct queue *queue)
{
	int code = pthread_create(thread, NULL, run, queue);

	*started = code == 0;
	return code;
}

static int start(struct queue *queue, struct err *err)
{
	if (!queue->config.path || !queue->versions)
		return err_set(err, ERR_SYSTEM, "out of memory");
	queue->lock = store_lock(queue->config.path, err);
	if (queue->lock < 0)
		return -1;
	if (store_open(&queue->writer.db, queue->config.path, err) < 0 ||
		db_open(&queue->reader.db, queue->config.path, DB_READ, err) < 0)
		return -1;
	if (start_from(&queue->writer, err) < 0)
		return err_wrap(err, "the queue in %s", queue->config.path);
	if (start_thread(&queue->writing, &queue->writing_started, writer_main, queue) != 0 ||
		start_thread(&queue->reading, &queue->reading_started, reader_main, queue) != 0)
		return err_set(err, ERR_SYSTEM, "the queue's threads cannot be started");
	return 0;
}

int queue_open(struct queue **out, const struct queue_config *config, struct err *err)
{
	struct queue *queue = queue_new(config);

	if (!queue)
		return err_set(err, ERR_SYSTEM, "out of memory");
	if (start(queue, err) < 0) {
		queue_close(queue);
		return -1;
	}
	*out = queue;
	return 0;
}

static int look(struct queue *queue, struct err *err)
{
	int status;

	if (!queue->config.path || !queue->versions)
		return err_set(err, ERR_SYSTEM, "out of memory");
	if (db_open(&queue->reader.db, queue->config.path, DB_READ, err) < 0)
		return -1;
	/* The counts as they are now; nothing will change them here. */
	queue->writer.db = queue->reader.db;
	status = tally_load(&queue->writer, err);
	if (status == 0)
		writer_publish(&queue->writer);
	queue->writer.db = NULL;
	if (status == 0 && start_thread(&queue->reading, &queue->reading_started, reader_main, queue) != 0)
		return err_set(err, ERR_SYSTEM, "the queue's threads cannot be started");
	return status;
}

int queue_look(struct queue **out, const char *path, struct err *err)
{
	struct queue_config config = { .path = path };
	struct queue *queue = queue_new(&config);

	if (!queue)
		return err_set(err, ERR_SYSTEM, "out of memory");
	if (look(queue, err) < 0) {
		queue_close(queue);
		return -1;
	}
	*out = queue;
	return 0;
}

void queue_close(struct queue *queue)
{
	if (!queue)
		return;
	mailbox_close(&queue->writes);
	if (queue->writing_started)
		pthread_join(queue->writing, NULL);
	/* After the writer: what its last calls asked to read is still answered. */
	mailbox_close(&queue->reads);
	if (queue->reading_started)
		pthread_join(queue->reading, NULL);
	db_close(queue->reader.db);
	db_close(queue->writer.db);
	fd_close(&queue->lock);
	free(queue->writer.events);
	versions_free(queue->versions);
	mailbox_destroy(&queue->writes);
	mailbox_destroy(&queue->reads);
	pthread_mutex_destroy(&queue->board_mutex);
	free((char *)queue->config.path);
	free(queue);
}
