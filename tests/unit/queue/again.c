/* Said twice, started twice, asked later: keys, restarts, reads. */
#include "rig.h"
#include <stdio.h>
#include <string.h>
#include <unistd.h>

static void idempotency(void **state)
{
	struct rig *rig = *state;
	struct rig_submit once = { .key = "k-1", .body = "body", .evaluation = "ev" };
	struct submit_result first = rig_submit(rig, once), again = rig_submit(rig, once), reused;
	struct rig_submit other = once;

	assert_int_equal(first.status, SUBMIT_ACCEPTED);
	assert_int_equal(again.status, SUBMIT_REPEATED);
	assert_string_equal(again.id, first.id);
	assert_int_equal(again.received_at, first.received_at);
	assert_int_equal(again.position, 1);
	other.body = "another body";
	reused = rig_submit(rig, other);
	assert_int_equal(reused.status, SUBMIT_KEY_REUSED);
	/* Also after its mark, and after a restart. */
	rig_claim(rig, 1);
	rig_finish(rig, &rig->leases[0], "correct");
	rig_reopen(rig);
	again = rig_submit(rig, once);
	assert_int_equal(again.status, SUBMIT_REPEATED);
	assert_string_equal(again.id, first.id);
	assert_int_equal(again.position, 0);
	assert_int_equal(rig_number(rig, "SELECT count(*) FROM submission"), 1);
}

/* A key that is reused supersedes nothing. */
static void reused_key_touches_nothing(void **state)
{
	struct rig *rig = *state;
	struct submit_result first = rig_submit(rig, (struct rig_submit){ .key = "k", .body = "1" });

	assert_int_equal(rig_submit(rig, (struct rig_submit){ .key = "k", .body = "2" }).status, SUBMIT_KEY_REUSED);
	assert_int_equal(rig_state(rig, first.id, NULL), JOB_QUEUED);
}

static void bad_submissions(void **state)
{
	static char long_key[300];
	const struct submit good = { .tenant = "t",
		.exercise = "e",
		.digest = "d",
		.student = "s",
		.answers = "{}",
		.pack = "p",
		.pack_bytes = 1 };
	struct rig *rig = *state;
	struct submit bad[7];

	for (size_t i = 0; i < COUNT(bad); i++)
		bad[i] = good;
	memset(long_key, 'k', sizeof(long_key) - 1);
	bad[0].tenant = NULL;
	bad[1].exercise = "";
	bad[2].digest = NULL;
	bad[3].student = "";
	bad[4].answers = NULL;
	bad[5].key = long_key;
	bad[6].lane = (enum lane)7;
	for (size_t i = 0; i < COUNT(bad); i++) {
		if (rig_submit_error(rig, &bad[i]) != ERR_INPUT)
			fail_msg("case %zu", i);
	}
	assert_int_equal(rig_submit_error(rig, &good), ERR_NONE);
	/* A version that nobody has given the content of. */
	bad[0] = good;
	bad[0].digest = "unknown";
	bad[0].pack = NULL;
	assert_int_equal(rig_submit_error(rig, &bad[0]), ERR_INPUT);
	assert_int_equal(rig_number(rig, "SELECT count(*) FROM submission"), 1);
}

static void a_service_that_died(void **state)
{
	struct rig *rig = *state;
	struct submit_result waiting, leased;
	struct lease old;
	struct queue *second = NULL;
	struct err err = { 0 };

	rig->config.lease_ms = 3600000;
	rig_reopen(rig);
	leased = rig_submit(rig, (struct rig_submit){ .student = "a" });
	rig_claim(rig, 1);
	old = rig->leases[0];
	waiting = rig_submit(rig, (struct rig_submit){ .student = "b" });
	assert_int_equal(queue_open(&second, &rig->config, &err), -1);
	assert_int_equal(err.kind, ERR_BUSY);
	rig_reopen(rig);
	/* Its graders are gone: the lease is back at once, and nobody is blamed. */
	assert_int_equal(rig_stats(rig).queued, 2);
	assert_int_equal(rig_finish(rig, &old, "correct"), ERR_CONFLICT);
	assert_int_equal(rig_claim(rig, 5), 2);
	assert_string_equal(rig->leases[0].submission, leased.id);
	assert_int_equal(rig->leases[0].tries, 1);
	assert_string_equal(rig->leases[1].submission, waiting.id);
	assert_int_equal(rig_number(rig, "SELECT sum(failures + kills) FROM job"), 0);
}

/* ---- reads ---- */

struct text_wait {
	struct rig_wait wait;
	char text[400];
	size_t count;
	int64_t last;
};

static void on_pack(void *context, const void *pack, size_t bytes, const struct err *err)
{
	struct text_wait *wait = context;

	wait->count = bytes;
	if (pack)
		memcpy(wait->text, pack, bytes < sizeof(wait->text) ? bytes : sizeof(wait->text));
	rig_wait_done(&wait->wait, err);
}

static void packs(void **state)
{
	struct rig *rig = *state;
	struct text_wait known = { 0 }, unknown = { 0 };

	rig_submit(rig, (struct rig_submit){ .student = "a" });
	rig_submit(rig, (struct rig_submit){ .student = "b" });
	queue_pack(rig->queue, "sha256:1", on_pack, &known);
	queue_pack(rig->queue, "sha256:2", on_pack, &unknown);
	rig_wait_for(&known.wait);
	rig_wait_for(&unknown.wait);
	assert_int_equal(known.count, 7);
	assert_memory_equal(known.text, "content", 7);
	assert_int_equal(unknown.wait.kind, ERR_NOT_FOUND);
	assert_int_equal(rig_number(rig, "SELECT count(*) FROM exercise_version"), 1);
}

static void on_changes(void *context, const struct change *changes, size_t count, const struct err *err)
{
	struct text_wait *wait = context;

	wait->count = count;
	wait->text[0] = '\0';
	for (size_t i = 0; i < count; i++) {
		size_t at = strlen(wait->text);

		snprintf(wait->text + at, sizeof(wait->text) - at, "%s %s %s %s;", changes[i].student, changes[i].event,
			changes[i].points ? changes[i].points : "-", changes[i].mark ? changes[i].mark : "-");
		wait->last = changes[i].sequence;
	}
	rig_wait_done(&wait->wait, err);
}

static void changes(void **state)
{
	static const struct {
		const char *student, *verdict;
	} MARKS[] = {
		{ "a", "partial" },
		{ "b", "pending" },
		{ "c", "correct" },
	};
	struct rig *rig = *state;
	struct text_wait all = { 0 }, rest = { 0 }, foreign = { 0 };

	for (size_t i = 0; i < COUNT(MARKS); i++) {
		rig_submit(rig, (struct rig_submit){ .student = MARKS[i].student });
		rig_claim(rig, 1);
		rig_finish(rig, &rig->leases[0], MARKS[i].verdict);
	}
	queue_changes(rig->queue, "default", 0, 2, on_changes, &all);
	rig_wait_for(&all.wait);
	assert_string_equal(all.text, "a given 20/3 6.67;b pending - -;");
	queue_changes(rig->queue, "default", all.last, 50, on_changes, &rest);
	rig_wait_for(&rest.wait);
	assert_string_equal(rest.text, "c given 20/3 6.67;");
	queue_changes(rig->queue, "other", 0, 50, on_changes, &foreign);
	rig_wait_for(&foreign.wait);
	assert_int_equal(foreign.count, 0);
}

static void on_list(void *context, const struct submission_view *views, size_t count, const struct err *err)
{
	struct text_wait *wait = context;

	wait->count = count;
	wait->text[0] = '\0';
	for (size_t i = 0; i < count; i++)
		strncat(wait->text, views[i].student, sizeof(wait->text) - strlen(wait->text) - 1);
	rig_wait_done(&wait->wait, err);
}

static void lists(void **state)
{
	struct rig *rig = *state;
	struct submit_result ids[5];
	static const char *const STUDENTS[] = { "a", "b", "c", "a", "e" };
	const struct {
		struct list_query query;
		const char *students;
	} CASES[] = {
		{ { .tenant = "default", .state = -1 }, "eacba" },
		{ { .tenant = "default", .state = -1, .limit = 2 }, "ea" },
		{ { .tenant = "default", .state = -1, .limit = 2, .before = ids[3].id }, "cb" },
		{ { .tenant = "default", .state = -1, .student = "a" }, "aa" },
		{ { .tenant = "default", .state = JOB_QUEUED, .student = "a" }, "a" },
		{ { .tenant = "default", .state = JOB_CANCELLED }, "b" },
		{ { .tenant = "default", .state = JOB_GRADED }, "a" },
		{ { .tenant = "default", .state = JOB_QUEUED }, "eac" },
		{ { .tenant = "other", .state = -1 }, "" },
		{ { .tenant = "other", .state = -1, .student = "a" }, "" },
	};

	for (size_t i = 0; i < COUNT(STUDENTS); i++)
		ids[i] = rig_submit(rig, (struct rig_submit){ .student = STUDENTS[i], .evaluation = "ev" });
	rig_claim(rig, 1);
	rig_finish(rig, &rig->leases[0], "correct");
	rig_cancel(rig, ids[1].id);
	for (size_t i = 0; i < COUNT(CASES); i++) {
		struct text_wait wait = { 0 };

		queue_list_page(rig->queue, &CASES[i].query, on_list, &wait);
		rig_wait_for(&wait.wait);
		if (wait.wait.kind != ERR_NONE || strcmp(wait.text, CASES[i].students) != 0)
			fail_msg("case %zu: %s %s", i, wait.text, wait.wait.text);
	}
}

static void not_found(void **state)
{
	struct rig *rig = *state;
	struct submit_result result = rig_submit(rig, (struct rig_submit){ 0 });
	struct submit foreign = { .tenant = "other",
		.exercise = "e",
		.digest = "d",
		.student = "s",
		.answers = "{}",
		.pack = "p",
		.pack_bytes = 1 };

	assert_int_equal(rig_state(rig, "01890000-0000-7000-8000-000000000001", NULL), -1);
	assert_int_equal(rig_state(rig, result.id, NULL), JOB_QUEUED);
	/* One tenant does not see another's. */
	assert_int_equal(rig_submit_error(rig, &foreign), ERR_NONE);
	assert_int_equal(rig_number(rig, "SELECT count(DISTINCT tenant) FROM submission"), 2);
}

static void figures(void **state)
{
	struct rig *rig = *state;
	struct queue_stats stats = rig_stats(rig);
	struct submit_result first;

	assert_int_equal(stats.queued + stats.leased + stats.graded, 0);
	assert_int_equal(stats.oldest_queued_ms, 0);
	first = rig_submit(rig, (struct rig_submit){ .student = "a" });
	rig_submit(rig, (struct rig_submit){ .student = "b" });
	stats = rig_stats(rig);
	assert_int_equal(stats.queued, 2);
	assert_int_equal(stats.oldest_queued_ms, first.received_at);
	assert_true(stats.commits >= 2 && stats.writes >= stats.commits);
	rig_reopen(rig);
	assert_int_equal(rig_stats(rig).queued, 2);
}

/* What was asked before the end is done before the end. */
static void closing_finishes(void **state)
{
	enum { MANY = 300 };
	struct rig *rig = *state;
	static struct rig_wait waits[MANY];

	memset(waits, 0, sizeof(waits));
	for (int i = 0; i < MANY; i++)
		queue_cancel(rig->queue, "nothing", rig_wait_done, &waits[i]);
	rig_close(rig);
	for (int i = 0; i < MANY; i++)
		assert_int_equal(atomic_load(&waits[i].done), 1);
	queue_close(NULL);
}

int main(void)
{
#define RIGGED(test) cmocka_unit_test_setup_teardown(test, rig_make, rig_remove)
	const struct CMUnitTest tests[] = {
		RIGGED(idempotency),
		RIGGED(reused_key_touches_nothing),
		RIGGED(bad_submissions),
		RIGGED(a_service_that_died),
		RIGGED(packs),
		RIGGED(changes),
		RIGGED(lists),
		RIGGED(not_found),
		RIGGED(figures),
		RIGGED(closing_finishes),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
