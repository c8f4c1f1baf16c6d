/*
 * Many threads at once: each hands in, claims, finishes, fails, cancels and
 * reads. At the end every accepted submission is there once, and what was said
 * to be finished has one report and one mark. Run under TSan as well.
 */
#include "rig.h"
#include <pthread.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

enum { HANDS = 4, GRADERS = 3, EACH = 250 };

struct shared {
	struct rig *rig;
	atomic_uint accepted, finished, refused, idle, pending;
	atomic_bool stop;
};

static void on_submit(void *context, const struct submit_result *result, const struct err *err)
{
	struct shared *shared = context;

	if (!err && result->status == SUBMIT_ACCEPTED)
		atomic_fetch_add(&shared->accepted, 1);
	atomic_fetch_sub(&shared->pending, 1);
}

static void on_view(void *context, const struct submission_view *view, const struct err *err)
{
	(void)view;
	(void)err;
	atomic_fetch_sub(&((struct shared *)context)->pending, 1);
}

static void *hand_in(void *context)
{
	struct shared *shared = context;

	for (int i = 0; i < EACH; i++) {
		char student[32], key[64];
		struct submit submit = { .tenant = "default",
			.key = key,
			.exercise = "e",
			.digest = "d",
			.pack = "pack",
			.pack_bytes = 4,
			.student = student,
			.evaluation = "ev",
			.answers = "{}",
			.lane = (enum lane)(i % 3) };

		snprintf(student, sizeof(student), "p-%d", i % 17);
		snprintf(key, sizeof(key), "%p-%d", (void *)&submit, i);
		atomic_fetch_add(&shared->pending, 2);
		queue_submit(shared->rig->queue, &submit, on_submit, shared);
		queue_get(shared->rig->queue, "default", "nothing", on_view, shared);
	}
	return NULL;
}

static void on_finish(void *context, const struct err *err)
{
	struct shared *shared = context;

	atomic_fetch_add(err ? &shared->refused : &shared->finished, 1);
	atomic_fetch_sub(&shared->pending, 1);
}

static void on_claim(void *context, const struct lease *leases, size_t count, const struct err *err)
{
	struct shared *shared = context;

	for (size_t i = 0; i < count; i++) {
		struct finish finish = { .job = leases[i].job,
			.token = leases[i].token,
			.report = "{}",
			.verdict = "correct",
			.points = "1",
			.max = "1",
			.mark_hundredths = 2000 };

		/* Twice: the second is always refused. */
		atomic_fetch_add(&shared->pending, 2);
		queue_finish(shared->rig->queue, &finish, on_finish, shared);
		queue_finish(shared->rig->queue, &finish, on_finish, shared);
	}
	if (count == 0)
		atomic_fetch_add(&shared->idle, 1);
	assert_null(err);
	atomic_fetch_sub(&shared->pending, 1);
}

static void *grade(void *context)
{
	struct shared *shared = context;

	while (!atomic_load(&shared->stop)) {
		atomic_fetch_add(&shared->pending, 1);
		queue_claim(shared->rig->queue, "grader", 7, on_claim, shared);
		usleep(300);
	}
	return NULL;
}

static void all_at_once(void **state)
{
	static struct shared shared;
	pthread_t hands[HANDS], graders[GRADERS];

	memset(&shared, 0, sizeof(shared));
	shared.rig = *state;
	shared.rig->config.lease_ms = 60000;
	rig_reopen(shared.rig);
	for (int i = 0; i < HANDS; i++)
		assert_int_equal(pthread_create(&hands[i], NULL, hand_in, &shared), 0);
	for (int i = 0; i < GRADERS; i++)
		assert_int_equal(pthread_create(&graders[i], NULL, grade, &shared), 0);
	for (int i = 0; i < HANDS; i++)
		pthread_join(hands[i], NULL);
	for (int i = 0; i < 30000 && atomic_load(&shared.finished) < HANDS * EACH; i++)
		usleep(1000);
	atomic_store(&shared.stop, true);
	for (int i = 0; i < GRADERS; i++)
		pthread_join(graders[i], NULL);
	for (int i = 0; i < 10000 && atomic_load(&shared.pending); i++)
		usleep(1000);
	assert_int_equal(atomic_load(&shared.pending), 0);
	assert_int_equal(atomic_load(&shared.accepted), HANDS * EACH);
	assert_int_equal(atomic_load(&shared.finished), HANDS * EACH);
	assert_int_equal(atomic_load(&shared.refused), HANDS * EACH);
	assert_int_equal(rig_number(shared.rig, "SELECT count(*) FROM job WHERE state = 'graded'"), HANDS * EACH);
	assert_int_equal(rig_number(shared.rig, "SELECT count(DISTINCT submission) FROM mark_event"), HANDS * EACH);
	assert_int_equal(rig_number(shared.rig, "SELECT count(*) FROM mark_event"), HANDS * EACH);
	/* They shared their transactions. */
	assert_true(rig_stats(shared.rig).commits < rig_stats(shared.rig).writes);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test_setup_teardown(all_at_once, rig_make, rig_remove),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
