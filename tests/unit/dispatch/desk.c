/* Jobs and previews at the desk: what graders that die, stand still or never let go cost, and what they do not. */
#include <setjmp.h>
#include <signal.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <cmocka.h>

#include "base/clock.h"
#include "desk_stage.h"
#include "holder.h"

static void marks_everything_once(void **state)
{
	struct stage *stage = *state;
	struct desk_stats stats;

	stage_open(stage, GRADERS);
	for (int i = 0; i < 60; i++)
		stage_submit(stage, i % 2 ? "right" : "wrong");
	stage_wait(stage, JOB_GRADED, 60);
	desk_read_stats(stage->desk, &stats);
	assert_int_equal(stats.finished, 60);
	assert_int_equal(stats.failed, 0);
	assert_int_equal(stats.graders, GRADERS);
}

static void work_from_before_is_found(void **state)
{
	struct stage *stage = *state;

	stage_open(stage, 0);
	for (int i = 0; i < 5; i++)
		stage_submit(stage, "right");
	nap_ms(50);
	stage_count(stage);
	assert_int_equal(stage->counts[JOB_QUEUED], 5);
	stage_close(stage, 100);
	stage_open(stage, 1);
	stage_wait(stage, JOB_GRADED, 5);
}

static void a_killer_is_quarantined_and_others_live(void **state)
{
	struct stage *stage = *state;
	struct desk_stats stats;

	stage_open(stage, 0);
	stage_submit(stage, "die");
	for (int i = 0; i < 20; i++)
		stage_submit(stage, "right");
	stage_start_grader(stage, 0);
	stage_wait(stage, JOB_GRADED, 20);
	stage_wait(stage, JOB_QUARANTINED, 1);
	desk_read_stats(stage->desk, &stats);
	assert_int_equal(stats.finished, 20);
	assert_int_equal(stats.lost, 2); /* once for each time it was tried */
	assert_int_equal(stats.failed, 2);
}

static void our_faults_are_retried(void **state)
{
	struct stage *stage = *state;
	struct desk_stats stats;

	stage_open(stage, 1);
	stage_submit(stage, "fault");
	stage_submit(stage, "right");
	stage_wait(stage, JOB_QUARANTINED, 1);
	stage_wait(stage, JOB_GRADED, 1);
	desk_read_stats(stage->desk, &stats);
	assert_int_equal(stats.failed, 3);
}

static void an_authors_fault_is_not(void **state)
{
	struct stage *stage = *state;
	struct desk_stats stats;

	stage_open(stage, 1);
	stage_submit(stage, "author");
	stage_submit(stage, "right");
	stage_wait(stage, JOB_QUARANTINED, 1);
	stage_wait(stage, JOB_GRADED, 1);
	desk_read_stats(stage->desk, &stats);
	assert_int_equal(stats.failed, 1);
	assert_int_equal(stats.lost, 0);
}

static void killed_graders_lose_nothing(void **state)
{
	struct stage *stage = *state;

	stage_open(stage, GRADERS);
	for (int i = 0; i < 30; i++)
		stage_submit(stage, i % 3 ? "right" : "slow");
	stage_wait(stage, JOB_GRADED, 1); /* both are born, one at least is at work */
	for (int i = 0; i < 4; i++) {
		nap_ms(70);
		kill(stage->graders[i % GRADERS], SIGKILL);
		stage_tend(stage);
	}
	/* A job that was unlucky twice is quarantined, which is visible; four kills make two such at most. */
	stage_wait(stage, JOB_GRADED, 28);
	int64_t until = clock_mono_us() + PATIENCE_US;
	do {
		stage_tend(stage);
		nap_ms(10);
		stage_count(stage);
	} while (stage->counts[JOB_GRADED] + stage->counts[JOB_QUARANTINED] < 30 && clock_mono_us() < until);
	assert_int_equal(stage->counts[JOB_GRADED] + stage->counts[JOB_QUARANTINED], 30);
	assert_true(stage->counts[JOB_QUARANTINED] <= 2);
}

static void closing_ends_what_is_begun(void **state)
{
	struct stage *stage = *state;

	stage_open(stage, GRADERS);
	for (int i = 0; i < 12; i++)
		stage_submit(stage, "slow");
	stage_wait(stage, JOB_GRADED, 2);
	stage_close(stage, 10000);
	/* What was leased but not begun is queued again, by the desk and not by the queue's reopening. */
	stage_open(stage, 0);
	stage_count(stage);
	assert_int_equal(stage->counts[JOB_LEASED], 0);
	assert_true(stage->counts[JOB_GRADED] >= 2);
	assert_int_equal(stage->counts[JOB_GRADED] + stage->counts[JOB_QUEUED], 12);
	stage_start_grader(stage, 0);
	stage_wait(stage, JOB_GRADED, 12);
}

static void impatience_is_kept(void **state)
{
	struct stage *stage = *state;

	stage_open(stage, 1);
	for (int i = 0; i < 4; i++)
		stage_submit(stage, "slow");
	stage_wait(stage, JOB_LEASED, 1);
	nap_ms(30);
	kill(stage->graders[0], SIGSTOP);
	int64_t start = clock_mono_us();
	stage_close(stage, 300);
	assert_true(clock_mono_us() - start < 10 * 1000 * 1000);
	stage_open(stage, 1);
	stage_wait(stage, JOB_GRADED, 4);
}

static void a_stuck_grader_is_given_up(void **state)
{
	struct stage *stage = *state;
	struct desk_stats stats;

	stage_open(stage, 1);
	stage_submit(stage, "stop");
	stage_wait(stage, JOB_LEASED, 1);
	stage_start_grader(stage, 1);
	stage_submit(stage, "right");
	stage_wait(stage, JOB_GRADED, 1);
	/* It is tried once more, and given up with the second grader. */
	stage_wait(stage, JOB_QUARANTINED, 1);
	desk_read_stats(stage->desk, &stats);
	assert_int_equal(stats.lost, 2);
	assert_int_equal(stats.failed, 2); /* by the desk: its lease was extended all the while */
}

/* A grader with no work holds the room's lock: it is found out, and the job that waits for it is no failure. */
static void a_sleeping_holder_is_replaced(void **state)
{
	struct stage *stage = *state;
	struct desk_stats stats;

	stage_open(stage, 0);
	stage_start_holder(stage, 0, "asleep");
	stage_start_grader(stage, 1);
	stage_submit(stage, "right");
	stage_wait(stage, JOB_GRADED, 1);
	desk_read_stats(stage->desk, &stats);
	assert_int_equal(stats.lost, 1);
	assert_int_equal(stats.failed, 0);
}

/* It has a job and says that it works on it, for ever: not those who wait behind it are the stuck ones. */
static void a_working_holder_is_replaced(void **state)
{
	struct stage *stage = *state;
	struct desk_stats stats;

	stage_open(stage, 0);
	stage_start_holder(stage, 0, "at-work");
	stage_submit(stage, "right");
	stage_wait(stage, JOB_LEASED, 1);
	stage_start_grader(stage, 1);
	stage_submit(stage, "right");
	stage_wait(stage, JOB_GRADED, 2);
	desk_read_stats(stage->desk, &stats);
	assert_int_equal(stats.lost, 1);
	assert_int_equal(stats.failed, 1); /* the holder's own */
}

/* Leases claimed ahead do not let one student's endless loops stand before whoever comes later. */
static void a_flood_does_not_hold_others_up(void **state)
{
	struct stage *stage = *state;

	stage_open(stage, 0);
	for (int i = 0; i < 12; i++)
		stage_submit_as(stage, "flood", "long");
	stage_start_grader(stage, 0);
	stage_wait(stage, JOB_LEASED, 1);
	nap_ms(200);
	stage_submit_as(stage, "late", "right");
	do
		stage_count_of(stage, "late");
	while (!stage->counts[JOB_GRADED]);
	stage_count_of(stage, "flood");
	assert_true(stage->counts[JOB_GRADED] <= 2);
}

static void on_reading(void *context, const char *reading, const struct err *err)
{
	struct stage *stage = context;

	snprintf(stage->reading, sizeof(stage->reading), "%s", reading ? reading : err_kind_name(err->kind));
	stage->readings++;
}

static void ask(struct stage *stage, const char *answers)
{
	const struct preview preview = {
		.exercise = "essai.un",
		.digest = stage->digest,
		.pack = stage->pack.data,
		.pack_bytes = stage->pack.len,
		.answers = answers,
	};

	desk_preview(stage->desk, &preview, on_reading, stage);
}

static void previews(void **state)
{
	struct stage *stage = *state;

	stage_open(stage, 0);
	ask(stage, "{\"q1\": \"bad\"}");
	nap_ms(30);
	assert_int_equal(stage->readings, 0); /* it waits a little for a grader */
	stage_start_grader(stage, 0);
	while (stage->readings < 1)
		nap_ms(1);
	assert_non_null(strstr(stage->reading, "\"unreadable\""));
	ask(stage, "{\"q1\": \"right\"}");
	while (stage->readings < 2)
		nap_ms(1);
	assert_non_null(strstr(stage->reading, "\"ok\""));
	ask(stage, "{\"q7\": \"right\"}");
	while (stage->readings < 3)
		nap_ms(1);
	assert_string_equal(stage->reading, "internal");
	stage_close(stage, 1000);
	stage_open(stage, 0);
	ask(stage, "{\"q1\": \"right\"}");
	stage_close(stage, 0);
	assert_int_equal(stage->readings, 4);
	assert_string_equal(stage->reading, "busy");
}

/* No grader comes for them. */
static void too_many_previews(void **state)
{
	struct stage *stage = *state;

	stage_open(stage, 0);
	for (int i = 0; i < 257; i++)
		ask(stage, "{\"q1\": \"right\"}");
	while (stage->readings < 1)
		nap_ms(1);
	assert_int_equal(stage->readings, 1);
	assert_string_equal(stage->reading, "busy");
	stage_close(stage, 0);
	assert_int_equal(stage->readings, 257);
}

int main(int argc, char **argv)
{
	if (argc == 4 && strcmp(argv[1], "grader") == 0)
		return be_grader((int)strtol(argv[2], NULL, 10), argv[3]);
	if (argc == 4)
		return be_holder((int)strtol(argv[2], NULL, 10), argv[3], argv[1]);

	const struct CMUnitTest tests[] = {
		cmocka_unit_test_setup_teardown(marks_everything_once, stage_set_up, stage_tear_down),
		cmocka_unit_test_setup_teardown(work_from_before_is_found, stage_set_up, stage_tear_down),
		cmocka_unit_test_setup_teardown(a_killer_is_quarantined_and_others_live, stage_set_up, stage_tear_down),
		cmocka_unit_test_setup_teardown(our_faults_are_retried, stage_set_up, stage_tear_down),
		cmocka_unit_test_setup_teardown(an_authors_fault_is_not, stage_set_up, stage_tear_down),
		cmocka_unit_test_setup_teardown(killed_graders_lose_nothing, stage_set_up, stage_tear_down),
		cmocka_unit_test_setup_teardown(closing_ends_what_is_begun, stage_set_up, stage_tear_down),
		cmocka_unit_test_setup_teardown(impatience_is_kept, stage_set_up, stage_tear_down),
		cmocka_unit_test_setup_teardown(a_stuck_grader_is_given_up, stage_set_up, stage_tear_down),
		cmocka_unit_test_setup_teardown(a_sleeping_holder_is_replaced, stage_set_up, stage_tear_down),
		cmocka_unit_test_setup_teardown(a_working_holder_is_replaced, stage_set_up, stage_tear_down),
		cmocka_unit_test_setup_teardown(a_flood_does_not_hold_others_up, stage_set_up, stage_tear_down),
		cmocka_unit_test_setup_teardown(previews, stage_set_up, stage_tear_down),
		cmocka_unit_test_setup_teardown(too_many_previews, stage_set_up, stage_tear_down),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
