/* Who is served: lanes, fair turns, ageing, supersession, the depth. */
#include "rig.h"
#include <stdio.h>
#include <string.h>
#include <unistd.h>

/* "a1" is student a's first job. Claims one by one and compares. */
static void served(struct rig *rig, const char *const *expected, size_t count)
{
	for (size_t i = 0; i < count; i++) {
		assert_int_equal(rig_claim(rig, 1), 1);
		if (strcmp(rig->answers[0], expected[i]) != 0)
			fail_msg("place %zu: %s, not %s", i + 1, rig->answers[0], expected[i]);
	}
	assert_int_equal(rig_claim(rig, 1), 0);
}

static struct submit_result hand_in(struct rig *rig, const char *name, enum lane lane)
{
	char student[2] = { name[0], '\0' };

	return rig_submit(
		rig, (struct rig_submit){ .student = student, .exercise = name, .answers = name, .lane = lane });
}

static void fair_share(void **state)
{
	static const char *const IN[] = { "a1", "a2", "a3", "a4", "b1", "b2", "c1" };
	static const uint32_t POSITIONS[] = { 1, 2, 3, 4, 2, 4, 3 };
	static const char *const OUT[] = { "a1", "b1", "c1", "a2", "b2", "a3", "a4" };
	struct rig *rig = *state;

	for (size_t i = 0; i < COUNT(IN); i++) {
		if (hand_in(rig, IN[i], LANE_LIVE).position != POSITIONS[i])
			fail_msg("%s", IN[i]);
	}
	served(rig, OUT, COUNT(OUT));
}

static void late_comers(void **state)
{
	struct rig *rig = *state;
	static const char *const OUT[] = { "b1", "c1", "a3", "b2", "a4" };

	for (int i = 1; i <= 4; i++)
		hand_in(rig, (const char *[]){ "a1", "a2", "a3", "a4" }[i - 1], LANE_LIVE);
	assert_int_equal(rig_claim(rig, 2), 2);
	assert_string_equal(rig->answers[1], "a2");
	/* Both come before what is left of a's, whose third is of a later turn. */
	hand_in(rig, "b1", LANE_LIVE);
	hand_in(rig, "c1", LANE_LIVE);
	hand_in(rig, "b2", LANE_LIVE);
	served(rig, OUT, COUNT(OUT));
}

/* What comes back takes its turn anew: two of one student's do not stand before those who came meanwhile. */
static void given_back(void **state)
{
	struct rig *rig = *state;
	struct lease back[3];
	static const char *const OUT[] = { "a1", "b1", "c1", "a2", "a3", "a4" };

	for (int i = 1; i <= 4; i++)
		hand_in(rig, (const char *[]){ "a4", "a1", "a2", "a3" }[i - 1], LANE_LIVE);
	assert_int_equal(rig_claim(rig, 1), 1);
	assert_int_equal(rig_claim(rig, 3), 3);
	memcpy(back, rig->leases, sizeof(back));
	hand_in(rig, "b1", LANE_LIVE);
	hand_in(rig, "c1", LANE_LIVE);
	for (int i = 0; i < 3; i++)
		assert_int_equal(rig_release(rig, &back[i]), ERR_NONE);
	hand_in(rig, "a4", LANE_LIVE);
	served(rig, OUT, COUNT(OUT));
}

/* However many others come with their first job, a busy student's second one is served. */
static void nobody_starves(void **state)
{
	struct rig *rig = *state;
	char name[16];
	int served_after = 0;

	rig_submit(rig, (struct rig_submit){ .student = "busy", .exercise = "e1", .answers = "busy1" });
	rig_submit(rig, (struct rig_submit){ .student = "busy", .exercise = "e2", .answers = "busy2" });
	for (int i = 0; i < 60 && !served_after; i++) {
		for (int k = 0; k < 2; k++) {
			snprintf(name, sizeof(name), "s%d-%d", i, k);
			rig_submit(rig, (struct rig_submit){ .student = name, .exercise = "e", .answers = name });
		}
		rig_claim(rig, 1);
		if (strcmp(rig->answers[0], "busy2") == 0)
			served_after = i + 1;
	}
	assert_in_range(served_after, 2, 59);
}

static void lanes(void **state)
{
	static const char *const OUT[] = { "l1", "b1", "r1" };
	struct rig *rig = *state;

	rig->config.patience_ms = 60000;
	rig_reopen(rig);
	hand_in(rig, "r1", LANE_REGRADE);
	hand_in(rig, "b1", LANE_BATCH);
	assert_int_equal(hand_in(rig, "l1", LANE_LIVE).position, 1);
	served(rig, OUT, COUNT(OUT));
}

/* After its patience (100 ms here) a lower lane gets one lease in four. */
static void ageing(void **state)
{
	struct rig *rig = *state;
	char name[16];
	int from_batch = 0;

	for (int i = 0; i < 16; i++) {
		snprintf(name, sizeof(name), "b%d", i);
		rig_submit(rig, (struct rig_submit){ .student = name, .answers = "b", .lane = LANE_BATCH });
	}
	usleep(150000);
	for (int i = 0; i < 16; i++) {
		snprintf(name, sizeof(name), "l%d", i);
		rig_submit(rig, (struct rig_submit){ .student = name, .answers = "l" });
	}
	assert_int_equal(rig_claim(rig, 16), 16);
	for (int i = 0; i < 16; i++)
		from_batch += rig->answers[i][0] == 'b';
	assert_int_equal(from_batch, 4);
}

/* ---- supersession ---- */

static void newest_training_wins(void **state)
{
	struct rig *rig = *state;
	struct submit_result first = hand_in(rig, "a1", LANE_LIVE), other = hand_in(rig, "b1", LANE_LIVE);
	struct submit_result second =
		rig_submit(rig, (struct rig_submit){ .student = "a", .exercise = "a1", .answers = "new" });
	static const char *const OUT[] = { "b1", "new" };

	assert_int_equal(rig_state(rig, first.id, NULL), JOB_SUPERSEDED);
	assert_int_equal(rig_state(rig, other.id, NULL), JOB_QUEUED);
	assert_int_equal(second.position, 2);
	assert_int_equal(rig_stats(rig).queued, 2);
	assert_int_equal(rig_stats(rig).superseded, 1);
	served(rig, OUT, COUNT(OUT));
	assert_int_equal(rig->events[0].state, JOB_SUPERSEDED);
}

/* One that came back from a grader is as old as it was. */
static void all_the_older_ones(void **state)
{
	struct rig *rig = *state;
	struct submit_result first = hand_in(rig, "a1", LANE_LIVE), second, third;

	rig_claim(rig, 1);
	second = hand_in(rig, "a1", LANE_LIVE);
	assert_int_equal(rig_release(rig, &rig->leases[0]), ERR_NONE);
	assert_int_equal(rig_stats(rig).queued, 2);
	third = hand_in(rig, "a1", LANE_LIVE);
	assert_int_equal(rig_state(rig, first.id, NULL), JOB_SUPERSEDED);
	assert_int_equal(rig_state(rig, second.id, NULL), JOB_SUPERSEDED);
	assert_int_equal(rig_state(rig, third.id, NULL), JOB_QUEUED);
}

static void what_is_not_superseded(void **state)
{
	struct rig *rig = *state;
	static const struct rig_submit OLD[] = {
		{ .student = "a", .exercise = "e1", .evaluation = "ev1" }, /* an evaluation */
		{ .student = "b", .exercise = "e1" }, /* another student */
		{ .student = "a", .exercise = "e2" }, /* another exercise */
		{ .student = "a", .exercise = "e1", .lane = LANE_REGRADE },
	};
	char ids[COUNT(OLD)][ID_TEXT];
	struct submit_result leased, again;

	leased = rig_submit(rig, (struct rig_submit){ .student = "a", .exercise = "e1" });
	rig_claim(rig, 1); /* already with a grader */
	for (size_t i = 0; i < COUNT(OLD); i++)
		memcpy(ids[i], rig_submit(rig, OLD[i]).id, ID_TEXT);
	again = rig_submit(rig, (struct rig_submit){ .student = "a", .exercise = "e1" });
	assert_int_equal(rig_state(rig, leased.id, NULL), JOB_LEASED);
	assert_int_equal(rig_state(rig, again.id, NULL), JOB_QUEUED);
	for (size_t i = 0; i < COUNT(OLD); i++)
		assert_int_equal(rig_state(rig, ids[i], NULL), JOB_QUEUED);
	/* Nor does an evaluation supersede training, or another attempt of itself. */
	rig_submit(rig, (struct rig_submit){ .student = "a", .exercise = "e1", .evaluation = "ev1" });
	assert_int_equal(rig_state(rig, ids[0], NULL), JOB_QUEUED);
	assert_int_equal(rig_state(rig, again.id, NULL), JOB_QUEUED);
}

/* ---- depth ---- */

static void depth(void **state)
{
	struct rig *rig = *state;
	struct submit_result kept;
	char name[16];

	rig->config.max_depth = 5;
	rig_reopen(rig);
	kept = rig_submit(rig, (struct rig_submit){ .student = "s", .key = "k", .body = "b" });
	for (int i = 1; i < 5; i++) {
		snprintf(name, sizeof(name), "s%d", i);
		assert_int_equal(rig_submit(rig, (struct rig_submit){ .student = name }).status, SUBMIT_ACCEPTED);
	}
	assert_int_equal(rig_submit(rig, (struct rig_submit){ .student = "late" }).status, SUBMIT_FULL);
	assert_int_equal(rig_number(rig, "SELECT count(*) FROM submission"), 5);
	/* What was accepted is still known. */
	assert_int_equal(rig_submit(rig, (struct rig_submit){ .student = "s", .key = "k", .body = "b" }).status,
		SUBMIT_REPEATED);
	rig_claim(rig, 1);
	assert_string_equal(rig->leases[0].submission, kept.id);
	assert_int_equal(rig_submit(rig, (struct rig_submit){ .student = "late" }).status, SUBMIT_ACCEPTED);
}

static void positions_beyond_64(void **state)
{
	struct rig *rig = *state;
	struct submit_result last;
	struct rig_view view;
	char name[16];

	for (int i = 0; i < 80; i++) {
		snprintf(name, sizeof(name), "s%d", i);
		last = rig_submit(rig, (struct rig_submit){ .student = name });
		assert_int_equal(last.position, i + 1);
	}
	rig_state(rig, last.id, &view);
	assert_int_equal(view.view.position, 80);
}

int main(void)
{
#define RIGGED(test) cmocka_unit_test_setup_teardown(test, rig_make, rig_remove)
	const struct CMUnitTest tests[] = {
		RIGGED(fair_share),
		RIGGED(late_comers),
		RIGGED(given_back),
		RIGGED(nobody_starves),
		RIGGED(lanes),
		RIGGED(ageing),
		RIGGED(newest_training_wins),
		RIGGED(all_the_older_ones),
		RIGGED(what_is_not_superseded),
		RIGGED(depth),
		RIGGED(positions_beyond_64),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
