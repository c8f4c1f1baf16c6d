/*
 * A queue under load, to be killed: threads hand in and grade for ever, and each
 * says on standard output what it was promised, one line a write(2), after the
 * promise:
 *
 *	READY               the queue is open
 *	A KEY ID            the submission with this key is accepted under this id
 *	F ID                the report of this submission is recorded
 *	E WHAT ERRNO KIND   an operation was refused; it is said again
 *
 *	queue_worker DATABASE REPORT-BYTES START…   one handing thread for each START, its first number
 *	queue_worker DATABASE REPORT-BYTES          no new work: grades what is there, then ends
 */
#include <pthread.h>
#include <semaphore.h>
#include <stdatomic.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>
#include "queue/queue.h"

enum { GRADERS = 2, CLAIM = 8, RETRY_US = 10000 };

struct work {
	struct queue *queue;
	char *report;
	atomic_bool drain;
};
struct hand {
	struct work *work;
	int thread;
	long number;
};
struct said {
	sem_t done;
	struct err err;
	struct submit_result result;
	bool failed;
};

static void line(const char *text)
{
	size_t length = strlen(text);

	if (write(STDOUT_FILENO, text, length) != (ssize_t)length)
		_exit(1);
}

static void refused(const char *what, const struct err *err)
{
	char text[200];

	snprintf(text, sizeof(text), "E %s %d %s\n", what, err->sys, err_kind_name(err->kind));
	line(text);
	usleep(RETRY_US);
}

static void say(struct said *said, const struct err *err)
{
	said->failed = err != NULL;
	if (err)
		said->err = *err;
	sem_post(&said->done);
}

static void wait_for(struct said *said)
{
	while (sem_wait(&said->done) < 0)
		;
}

static void on_submit(void *context, const struct submit_result *result, const struct err *err)
{
	struct said *said = context;

	if (result)
		said->result = *result;
	say(said, err);
}

static void *hand_in(void *context)
{
	struct hand *hand = context;
	struct said said;
	char key[64], student[32], text[200];

	sem_init(&said.done, 0, 0);
	for (;; hand->number++) {
		struct submit submit = { .tenant = "default",
			.key = key,
			.exercise = "e",
			.digest = "d",
			.pack = "content",
			.pack_bytes = 7,
			.student = student,
			.evaluation = "ev",
			.answers = "{}" };

		snprintf(key, sizeof(key), "%d-%ld", hand->thread, hand->number);
		snprintf(student, sizeof(student), "p-%ld", hand->number % 50);
		do {
			queue_submit(hand->work->queue, &submit, on_submit, &said);
			wait_for(&said);
			if (said.failed)
				refused("submit", &said.err);
		} while (said.failed);
		if (said.result.status == SUBMIT_FULL) {
			usleep(RETRY_US);
			hand->number--;
			continue;
		}
		snprintf(text, sizeof(text), "A %s %s\n", key, said.result.id);
		line(text);
	}
	return NULL;
}

static void on_done(void *context, const struct err *err)
{
	say(context, err);
}

struct claimed {
	struct said said;
	struct lease leases[CLAIM];
	size_t count;
};

static void on_claim(void *context, const struct lease *leases, size_t count, const struct err *err)
{
	struct claimed *claimed = context;

	claimed->count = count;
	if (count)
		memcpy(claimed->leases, leases, count * sizeof(*leases));
	say(&claimed->said, err);
}

/* Mostly a result; now and then a fault of ours or a job given back, so that these paths are killed too. */
static void grade_one(struct work *work, const struct lease *lease, unsigned *turn)
{
	struct finish finish = { .job = lease->job,
		.token = lease->token,
		.report = work->report,
		.verdict = "correct",
		.points = "1",
		.max = "1",
		.mark_hundredths = 2000 };
	struct said said;
	char text[100];
	unsigned now = (*turn)++;
	bool give_back = !atomic_load(&work->drain) && (now % 7 == 6 || now % 11 == 10) && lease->tries < 2;

	sem_init(&said.done, 0, 0);
	do {
		if (give_back && now % 7 == 6)
			queue_fail(work->queue, lease->job, lease->token, false, "a fault of ours", on_done, &said);
		else if (give_back)
			queue_release(work->queue, lease->job, lease->token, on_done, &said);
		else
			queue_finish(work->queue, &finish, on_done, &said);
		wait_for(&said);
		if (said.failed)
			refused("finish", &said.err);
	} while (said.failed && said.err.kind != ERR_CONFLICT);
	sem_destroy(&said.done);
	if (said.failed || give_back)
		return;
	snprintf(text, sizeof(text), "F %s\n", lease->submission);
	line(text);
}

static void on_stats(void *context, const struct queue_stats *stats, const struct err *err)
{
	struct claimed *claimed = context;

	claimed->count = stats ? stats->queued + stats->leased : 1;
	say(&claimed->said, err);
}

static void *grade(void *context)
{
	struct work *work = context;
	struct claimed claimed;
	unsigned turn = 0;

	sem_init(&claimed.said.done, 0, 0);
	for (;;) {
		queue_claim(work->queue, "grader", CLAIM, on_claim, &claimed);
		wait_for(&claimed.said);
		if (claimed.said.failed)
			refused("claim", &claimed.said.err);
		for (size_t i = 0; !claimed.said.failed && i < claimed.count; i++)
			grade_one(work, &claimed.leases[i], &turn);
		if (claimed.said.failed || claimed.count)
			continue;
		usleep(1000);
		queue_stats_read(work->queue, on_stats, &claimed);
		wait_for(&claimed.said);
		if (atomic_load(&work->drain) && claimed.count == 0)
			return NULL;
	}
}

int main(int argc, char **argv)
{
	struct queue_config config = { .path = argv[1], .max_depth = 200, .lease_ms = 2000, .backoff_ms = 20 };
	pthread_t graders[GRADERS], hands[16];
	struct hand hand[16];
	struct work work = { 0 };
	struct err err;
	size_t bytes;

	if (argc < 3 || argc > 3 + 16)
		return 2;
	if (queue_open(&work.queue, &config, &err) < 0) {
		fprintf(stderr, "queue_worker: %s\n", err.text);
		return 3;
	}
	bytes = strtoul(argv[2], NULL, 10);
	work.report = malloc(bytes + 1);
	memset(work.report, 'r', bytes);
	work.report[bytes] = '\0';
	atomic_init(&work.drain, argc == 3);
	line("READY\n");
	for (int i = 0; i < GRADERS; i++)
		pthread_create(&graders[i], NULL, grade, &work);
	for (int i = 3; i < argc; i++) {
		hand[i - 3] = (struct hand){ &work, i - 3, strtol(argv[i], NULL, 10) };
		pthread_create(&hands[i - 3], NULL, hand_in, &hand[i - 3]);
	}
	for (int i = 0; i < GRADERS; i++)
		pthread_join(graders[i], NULL);
	queue_close(work.queue);
	free(work.report);
	return 0;
}
