/* The life of a job: every move, every refusal, every count. */
#include "rig.h"
#include <stdio.h>
#include <string.h>
#include <unistd.h>
#include "driver.h"

/* ---- the table of moves ---- */

static void allowed_moves(void **state)
{
	static const struct {
		enum job_state from, to;
	} MOVES[] = {
		{ JOB_QUEUED, JOB_LEASED },
		{ JOB_QUEUED, JOB_CANCELLED },
		{ JOB_QUEUED, JOB_SUPERSEDED },
		{ JOB_LEASED, JOB_GRADED },
		{ JOB_LEASED, JOB_QUEUED },
		{ JOB_LEASED, JOB_QUARANTINED },
		{ JOB_LEASED, JOB_CANCELLED },
		{ JOB_QUARANTINED, JOB_QUEUED },
		{ JOB_QUARANTINED, JOB_CANCELLED },
	};

	for (int from = 0; from <= JOB_SUPERSEDED; from++) {
		for (int to = 0; to <= JOB_SUPERSEDED; to++) {
			bool expected = false;

			for (size_t i = 0; i < COUNT(MOVES); i++)
				expected |= (int)MOVES[i].from == from && (int)MOVES[i].to == to;
			if (job_state_allows((enum job_state)from, (enum job_state)to) != expected)
				fail_msg("%s to %s", job_state_name((enum job_state)from),
					job_state_name((enum job_state)to));
		}
	}
}

/* The names in C are the names in the database's constraint: all of them, and no others. */
static void states_are_the_schema_s(void **state)
{
	struct rig *rig = *state;
	char list[256] = "state IN (", sql[512];

	for (int i = 0; i <= JOB_SUPERSEDED; i++) {
		size_t at = strlen(list);

		snprintf(list + at, sizeof(list) - at, "%s'%s'", i ? ", " : "", job_state_name((enum job_state)i));
		assert_int_equal(job_state_parse(job_state_name((enum job_state)i)), i);
	}
	snprintf(list + strlen(list), sizeof(list) - strlen(list), "))");
	snprintf(sql, sizeof(sql), "SELECT count(*) FROM sqlite_schema WHERE name = 'job' AND instr(sql, \"%s\") > 0",
		list);
	assert_int_equal(rig_number(rig, sql), 1);
	assert_int_equal(job_state_parse("lost"), -1);
}

/* One statement moves jobs, and it says from which state and under which token. */
static void the_statement_says_where(void **state)
{
	static const char *const SQL[STATEMENT_COUNT] = {
#define STATEMENT(name, sql) [name] = sql,
#include "store/statements.def"
#undef STATEMENT
	};

	for (int i = 0; i < STATEMENT_COUNT; i++) {
		bool sets = strstr(SQL[i], "UPDATE job") && strstr(SQL[i], "SET state");

		assert_int_equal(sets, i == JOB_MOVE);
	}
	assert_non_null(strstr(SQL[JOB_MOVE], "WHERE n = ?1 AND state = ?2 AND token IS ?4"));
}

/* ---- a life without trouble ---- */

static void from_hand_in_to_mark(void **state)
{
	struct rig *rig = *state;
	struct submit_result result = rig_submit(rig, (struct rig_submit){ .answers = "{\"m\": \"x\"}" });
	struct rig_view view;

	assert_int_equal(result.status, SUBMIT_ACCEPTED);
	assert_int_equal(result.position, 1);
	assert_int_equal(strlen(result.id), 36);
	assert_int_equal(rig_state(rig, result.id, &view), JOB_QUEUED);
	assert_int_equal(view.view.position, 1);
	assert_int_equal(view.view.seed, 0xfedcba9876543210u);
	assert_int_equal(rig_claim(rig, 10), 1);
	/* Told after the commit of the hand-in, so before this later write. */
	assert_true(atomic_load(&rig->works) > 0);
	assert_string_equal(rig->leases[0].submission, result.id);
	assert_string_equal(rig->answers[0], "{\"m\": \"x\"}");
	assert_string_equal(rig->exercises[0], "algo.maximum");
	assert_int_equal(rig->leases[0].seed, 0xfedcba9876543210u);
	assert_int_equal(rig->leases[0].tries, 0);
	assert_int_equal(rig_state(rig, result.id, NULL), JOB_LEASED);
	assert_int_equal(rig_claim(rig, 10), 0);
	rig->lease_count = 1;
	assert_int_equal(rig_finish(rig, &rig->leases[0], "partial"), ERR_NONE);
	assert_int_equal(rig_state(rig, result.id, &view), JOB_GRADED);
	assert_string_equal(view.report, "{\"score\": {}}");
	assert_string_equal(view.verdict, "partial");
	assert_string_equal(view.points, "20/3");
	assert_int_equal(view.view.mark_hundredths, 667);
	assert_true(view.view.finished_at >= view.view.received_at);
	assert_int_equal(rig_number(rig, "SELECT count(*) FROM report"), 1);
	assert_int_equal(rig_number(rig, "SELECT mark FROM mark_event"), 667);
	assert_int_equal(atomic_load(&rig->event_count), 2);
	assert_int_equal(rig->events[0].state, JOB_LEASED);
	assert_int_equal(rig->events[1].state, JOB_GRADED);
	assert_string_equal(rig->events[1].submission, result.id);
}

static void verdicts_without_a_mark(void **state)
{
	static const struct {
		const char *verdict, *event;
		int marks;
	} CASES[] = {
		{ "correct", "given", 1 },
		{ "partial", "given", 1 },
		{ "incorrect", "given", 1 },
		{ "blank", "given", 1 },
		{ "unreadable", "unreadable", 0 },
		{ "pending", "pending", 0 },
	};
	struct rig *rig = *state;

	for (size_t i = 0; i < COUNT(CASES); i++) {
		char sql[200];

		rig_submit(rig, (struct rig_submit){ 0 });
		assert_int_equal(rig_claim(rig, 1), 1);
		assert_int_equal(rig_finish(rig, &rig->leases[0], CASES[i].verdict), ERR_NONE);
		snprintf(sql, sizeof(sql), "SELECT count(mark) + 10 * (event = '%s') FROM mark_event WHERE n = %zu",
			CASES[i].event, i + 1);
		assert_int_equal(rig_number(rig, sql), 10 + CASES[i].marks);
	}
}

/* What is refused leaves nothing: not even the move that came before it in the same operation. */
static void a_refused_result_changes_nothing(void **state)
{
	struct rig *rig = *state;
	struct submit_result result = rig_submit(rig, (struct rig_submit){ 0 });

	rig_claim(rig, 1);
	assert_int_equal(rig_finish(rig, &rig->leases[0], "splendid"), ERR_CONFLICT);
	assert_int_equal(rig_finish(rig, &rig->leases[0], NULL), ERR_INPUT);
	assert_int_equal(rig_state(rig, result.id, NULL), JOB_LEASED);
	assert_int_equal(rig_stats(rig).leased, 1);
	assert_int_equal(rig_stats(rig).graded, 0);
	assert_int_equal(rig_number(rig, "SELECT count(*) FROM report"), 0);
	assert_int_equal(rig_finish(rig, &rig->leases[0], "correct"), ERR_NONE);
}

/* ---- fencing ---- */

static void fencing(void **state)
{
	struct rig *rig = *state;
	struct submit_result result = rig_submit(rig, (struct rig_submit){ 0 });
	struct lease old, forged;

	rig_claim(rig, 1);
	old = forged = rig->leases[0];
	memset(forged.token, '0', 36);
	assert_int_equal(rig_finish(rig, &forged, "correct"), ERR_CONFLICT);
	assert_int_equal(rig_heartbeat(rig, &forged), ERR_CONFLICT);
	assert_int_equal(rig_fail(rig, &forged, false), ERR_CONFLICT);
	assert_int_equal(rig_release(rig, &forged), ERR_CONFLICT);
	assert_int_equal(rig_release(rig, &old), ERR_NONE);
	assert_int_equal(rig_finish(rig, &old, "correct"), ERR_CONFLICT);
	assert_int_equal(rig_claim(rig, 1), 1);
	assert_int_equal(rig->leases[0].tries, 1);
	/* The first grader wakes up: the second one's result stands alone. */
	assert_int_equal(rig_finish(rig, &old, "incorrect"), ERR_CONFLICT);
	assert_int_equal(rig_finish(rig, &rig->leases[0], "correct"), ERR_NONE);
	assert_int_equal(rig_finish(rig, &rig->leases[0], "incorrect"), ERR_CONFLICT);
	assert_int_equal(rig_state(rig, result.id, NULL), JOB_GRADED);
	assert_int_equal(rig_number(rig, "SELECT count(*) FROM report WHERE verdict = 'correct'"), 1);
	assert_int_equal(rig_number(rig, "SELECT count(*) FROM mark_event"), 1);
	snprintf(forged.job, sizeof(forged.job), "12abc");
	assert_int_equal(rig_finish(rig, &forged, "correct"), ERR_CONFLICT);
	/* Released, not failed. */
	assert_int_equal(rig_number(rig, "SELECT failures FROM job"), 0);
}

static void leases_run_out(void **state)
{
	struct rig *rig = *state;
	struct submit_result result = rig_submit(rig, (struct rig_submit){ 0 });
	struct lease old;

	rig->config.lease_ms = 600;
	rig_reopen(rig);
	rig_claim(rig, 1);
	old = rig->leases[0];
	/* Heard of, it keeps its lease beyond 600 ms. */
	for (int i = 0; i < 12; i++) {
		usleep(60000);
		assert_int_equal(rig_heartbeat(rig, &old), ERR_NONE);
	}
	assert_int_equal(rig_state(rig, result.id, NULL), JOB_LEASED);
	assert_int_equal(rig_claim_wait(rig, 1), 1);
	assert_int_equal(rig_finish(rig, &old, "incorrect"), ERR_CONFLICT);
	assert_int_equal(rig_heartbeat(rig, &old), ERR_CONFLICT);
	assert_int_equal(rig_finish(rig, &rig->leases[0], "correct"), ERR_NONE);
	assert_int_equal(rig_number(rig, "SELECT failures * 10 + kills FROM job"), 10);
}

/* ---- faults of ours ---- */

static void killed_twice(void **state)
{
	struct rig *rig = *state;
	struct submit_result result = rig_submit(rig, (struct rig_submit){ 0 });
	struct rig_view view;

	for (int kills = 1; kills <= 2; kills++) {
		assert_int_equal(rig_claim_wait(rig, 1), 1);
		assert_int_equal(rig_state(rig, result.id, NULL), JOB_LEASED);
		assert_int_equal(rig_fail(rig, &rig->leases[0], true), ERR_NONE);
	}
	assert_int_equal(rig_state(rig, result.id, &view), JOB_QUARANTINED);
	assert_non_null(strstr(view.trouble, "the grader fell"));
	assert_int_equal(view.view.finished_at, 0);
	usleep(100000);
	assert_int_equal(rig_claim(rig, 1), 0);
	assert_int_equal(rig_stats(rig).quarantined, 1);
	/* A person lets it try again, with a clean sheet. */
	assert_int_equal(rig_retry(rig, result.id), ERR_NONE);
	assert_int_equal(rig_claim(rig, 1), 1);
	assert_int_equal(rig->leases[0].tries, 2);
	assert_int_equal(rig_number(rig, "SELECT failures + kills FROM job"), 0);
	assert_int_equal(rig_finish(rig, &rig->leases[0], "correct"), ERR_NONE);
	assert_int_equal(rig_retry(rig, result.id), ERR_CONFLICT);
}

/* What no retry can mend waits for a person at once, under its lease only. */
static void set_aside(void **state)
{
	struct rig *rig = *state;
	struct submit_result result = rig_submit(rig, (struct rig_submit){ 0 });
	struct rig_view view;

	assert_int_equal(rig_claim_wait(rig, 1), 1);
	struct lease lease = rig->leases[0];
	assert_int_equal(rig_set_aside(rig, &lease), ERR_NONE);
	assert_int_equal(rig_state(rig, result.id, &view), JOB_QUARANTINED);
	assert_non_null(strstr(view.trouble, "the reference fails"));
	assert_int_equal(rig_set_aside(rig, &lease), ERR_CONFLICT);
	assert_int_equal(rig_finish(rig, &lease, "correct"), ERR_CONFLICT);
	assert_int_equal(rig_number(rig, "SELECT count(*) FROM mark_event"), 0);
}

static void failed_too_often(void **state)
{
	struct rig *rig = *state;
	struct submit_result result = rig_submit(rig, (struct rig_submit){ 0 });

	for (int failures = 1; failures <= 5; failures++) {
		assert_int_equal(rig_claim_wait(rig, 1), 1);
		assert_int_equal(rig_fail(rig, &rig->leases[0], false), ERR_NONE);
	}
	assert_int_equal(rig_state(rig, result.id, NULL), JOB_QUARANTINED);
}

static void back_off(void **state)
{
	struct rig *rig = *state;
	int64_t wait;

	rig->config.backoff_ms = 4000;
	rig_reopen(rig);
	rig_submit(rig, (struct rig_submit){ 0 });
	rig_claim(rig, 1);
	rig_fail(rig, &rig->leases[0], false);
	/* Half of it at least, the whole at most. */
	wait = rig_number(rig, "SELECT due - moved_at FROM job WHERE state = 'queued'");
	assert_in_range(wait, 2000, 4000);
	assert_int_equal(rig_claim(rig, 1), 0);
	assert_int_equal(rig_stats(rig).queued, 1);
}

static void a_wait_that_ends_says_so(void **state)
{
	struct rig *rig = *state;
	unsigned works;

	rig_submit(rig, (struct rig_submit){ 0 });
	rig_claim(rig, 1);
	works = atomic_load(&rig->works);
	rig_fail(rig, &rig->leases[0], false);
	for (int i = 0; i < 500 && atomic_load(&rig->works) == works; i++)
		usleep(10000);
	assert_true(atomic_load(&rig->works) > works);
	assert_int_equal(rig_claim(rig, 1), 1);
}

/* ---- operating ---- */

static void cancel(void **state)
{
	struct rig *rig = *state;
	struct submit_result queued = rig_submit(rig, (struct rig_submit){ .student = "p-1" });
	struct submit_result leased;

	assert_int_equal(rig_cancel(rig, queued.id), ERR_NONE);
	assert_int_equal(rig_cancel(rig, queued.id), ERR_NONE);
	assert_int_equal(rig_state(rig, queued.id, NULL), JOB_CANCELLED);
	assert_int_equal(rig_claim(rig, 1), 0);
	leased = rig_submit(rig, (struct rig_submit){ .student = "p-2" });
	rig_claim(rig, 1);
	assert_int_equal(rig_cancel(rig, leased.id), ERR_NONE);
	assert_int_equal(rig_finish(rig, &rig->leases[0], "correct"), ERR_CONFLICT);
	assert_int_equal(rig_number(rig, "SELECT count(*) FROM report"), 0);
	assert_int_equal(rig_retry(rig, leased.id), ERR_CONFLICT);
	assert_int_equal(rig_cancel(rig, "01890000-0000-7000-8000-000000000001"), ERR_NOT_FOUND);
	assert_int_equal(rig_stats(rig).cancelled, 2);
	leased = rig_submit(rig, (struct rig_submit){ .student = "p-3" });
	rig_claim(rig, 1);
	rig_finish(rig, &rig->leases[0], "correct");
	assert_int_equal(rig_cancel(rig, leased.id), ERR_CONFLICT);
}

static void pause_and_drain(void **state)
{
	struct rig *rig = *state;
	unsigned works;

	rig_submit(rig, (struct rig_submit){ .student = "p-1" });
	rig_claim(rig, 1);
	queue_pause(rig->queue, true);
	rig_submit(rig, (struct rig_submit){ .student = "p-2" });
	works = atomic_load(&rig->works);
	/* What is leased may be finished; nothing new is given out. */
	assert_int_equal(rig_finish(rig, &rig->leases[0], "correct"), ERR_NONE);
	assert_int_equal(rig_claim(rig, 1), 0);
	assert_int_equal(rig_stats(rig).leased, 0);
	queue_pause(rig->queue, false);
	assert_true(atomic_load(&rig->works) > works);
	assert_int_equal(rig_claim(rig, 1), 1);
}

int main(void)
{
#define RIGGED(test) cmocka_unit_test_setup_teardown(test, rig_make, rig_remove)
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(allowed_moves),
		cmocka_unit_test(the_statement_says_where),
		RIGGED(states_are_the_schema_s),
		RIGGED(from_hand_in_to_mark),
		RIGGED(verdicts_without_a_mark),
		RIGGED(a_refused_result_changes_nothing),
		RIGGED(fencing),
		RIGGED(leases_run_out),
		RIGGED(killed_twice),
		RIGGED(set_aside),
		RIGGED(failed_too_often),
		RIGGED(back_off),
		RIGGED(a_wait_that_ends_says_so),
		RIGGED(cancel),
		RIGGED(pause_and_drain),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
