/*
 * The desk with a real queue and real graders' loops (in processes of their own,
 * with a kind of question that needs no sandbox): the test plays the supervisor and
 * starts a grader again when one dies.
 */
#include <fcntl.h>
#include <pthread.h>
#include <setjmp.h>
#include <signal.h>
#include <stdarg.h>
#include <stdatomic.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/file.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>
#include <cmocka.h>

#include "base/clock.h"
#include "base/file.h"
#include "dispatch/desk.h"
#include "dispatch/grader.h"
#include "false_kind.h"
#include "holder.h"
#include "queue/queue.h"

enum { GRADERS = 2, STATES = JOB_SUPERSEDED + 1, PATIENCE_US = 30 * 1000 * 1000 };

struct stage {
	char folder[64], database[96];
	struct queue *queue;
	struct desk *desk;
	pthread_mutex_t lock; /* of the pointer that the queue's threads use */
	struct desk *working;
	struct buf pack;
	char digest[SHA256_TEXT];
	pid_t graders[GRADERS];
	int submitted;
	atomic_int accepted, counts[STATES];
	atomic_int listed;
	atomic_int readings; /* how many came */
	char reading[256];
};

static void nap_ms(long ms)
{
	const struct timespec pause = { ms / 1000, ms % 1000 * 1000000 };

	nanosleep(&pause, NULL);
}

/* ---- graders ---- */

/*
 * Graders are this binary, executed again. A bare fork would not do: this process has threads, and whatever lock one of
 * them holds at that moment (the allocator's, under a sanitizer) stays shut in the child for ever.
 */
static int be_grader(int desk_fd, const char *folder)
{
	const struct grader_config config = {
		.desk_fd = desk_fd,
		.room_fd = open_lock(folder, "room"),
		.turnstile_fd = open_lock(folder, "turnstile"),
		.zygote_fd = -1,
		.kinds = false_kinds,
	};
	struct err err;

	signal(SIGPIPE, SIG_IGN);
	return grader_run(&config, &err) < 0 ? 4 : 0;
}

/* `how`: "grader", or what a holder does. */
static void start(struct stage *stage, int slot, const char *how)
{
	int pair[2];
	char fd[16];

	assert_int_equal(socketpair(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0, pair), 0);
	snprintf(fd, sizeof(fd), "%d", pair[1]);
	stage->graders[slot] = fork();
	if (stage->graders[slot] == 0) {
		/* Only this one: the other sockets would stay open behind the desk's back. */
		fcntl(pair[1], F_SETFD, 0);
		execl("/proc/self/exe", "dispatch_desk", how, fd, stage->folder, (char *)NULL);
		_exit(127);
	}
	close(pair[1]);
	desk_add_grader(stage->desk, slot, pair[0]);
}

static void start_grader(struct stage *stage, int slot)
{
	start(stage, slot, "grader");
}

/* And waits until the turnstile is shut. */
static void start_holder(struct stage *stage, int slot, const char *how)
{
	cleanup_fd int turnstile = open_lock(stage->folder, "turnstile");

	start(stage, slot, how);
	while (flock(turnstile, LOCK_EX | LOCK_NB) == 0) {
		flock(turnstile, LOCK_UN);
		nap_ms(2);
	}
}

/* Starts those again that died. */
static void tend(struct stage *stage)
{
	for (int i = 0; i < GRADERS; i++)
		if (stage->graders[i] > 0 && waitpid(stage->graders[i], NULL, WNOHANG) == stage->graders[i])
			start_grader(stage, i);
}

/* ---- the stage ---- */

static void late_work(void *context)
{
	struct stage *stage = context;

	pthread_mutex_lock(&stage->lock);
	if (stage->working)
		desk_on_work(stage->working);
	pthread_mutex_unlock(&stage->lock);
}

static void set_working(struct stage *stage, struct desk *desk)
{
	pthread_mutex_lock(&stage->lock);
	stage->working = desk;
	pthread_mutex_unlock(&stage->lock);
}

static void say_line(void *context, const char *line)
{
	if (getenv("BAREME_TEST_VERBOSE"))
		fprintf(stderr, "%s\n", line);
}

static void open_stage(struct stage *stage, int graders)
{
	const struct desk_config desk = { .control_fd = -1, .stuck_ms = 1500, .heartbeat_ms = 200, .log = say_line };
	struct queue_config queue = {
		.path = stage->database,
		.max_failures = 3,
		.backoff_ms = 20,
		.lease_ms = 2500,
		.on_work = late_work,
		.on_work_context = stage,
	};
	struct err err = { 0 };

	if (desk_open(&stage->desk, &desk, &err) < 0 || queue_open(&stage->queue, &queue, &err) < 0 ||
		desk_start(stage->desk, stage->queue, &err) < 0)
		fail_msg("%s", err.text);
	set_working(stage, stage->desk);
	for (int i = 0; i < graders; i++)
		start_grader(stage, i);
}

static void close_stage(struct stage *stage, uint32_t patience_ms)
{
	set_working(stage, NULL);
	desk_close(stage->desk, patience_ms);
	queue_close(stage->queue);
	stage->desk = NULL;
	stage->queue = NULL;
	for (int i = 0; i < GRADERS; i++) {
		if (stage->graders[i] > 0) {
			nap_ms(20);
			kill(stage->graders[i], SIGKILL);
			waitpid(stage->graders[i], NULL, 0);
		}
		stage->graders[i] = 0;
	}
}

static int set_up(void **state)
{
	struct stage *stage = calloc(1, sizeof(*stage));

	signal(SIGPIPE, SIG_IGN);
	pthread_mutex_init(&stage->lock, NULL);
	snprintf(stage->folder, sizeof(stage->folder), "/tmp/bareme-desk-XXXXXX");
	if (!mkdtemp(stage->folder))
		return -1;
	snprintf(stage->database, sizeof(stage->database), "%s/bareme.db", stage->folder);
	false_pack(&stage->pack, stage->digest, 1);
	*state = stage;
	return 0;
}

static int tear_down(void **state)
{
	struct stage *stage = *state;

	if (stage->desk)
		close_stage(stage, 0);
	if (fork() == 0) {
		execl("/bin/rm", "rm", "-rf", stage->folder, (char *)NULL);
		_exit(127);
	}
	wait(NULL);
	buf_release(&stage->pack);
	pthread_mutex_destroy(&stage->lock);
	free(stage);
	return 0;
}

/* ---- submissions ---- */

static void on_submit(void *context, const struct submit_result *result, const struct err *err)
{
	struct stage *stage = context;

	if (!err && result->status == SUBMIT_ACCEPTED)
		stage->accepted++;
}

static void submit_as(struct stage *stage, const char *student, const char *answer)
{
	char answers[64];
	const struct submit submit = {
		.tenant = "default",
		.exercise = "essai.un",
		.digest = stage->digest,
		.pack = stage->pack.data,
		.pack_bytes = stage->pack.len,
		.student = student,
		.evaluation = "ds-1",
		.answers = answers,
		.seed = 1,
	};

	snprintf(answers, sizeof(answers), "{\"q1\": \"%s\"}", answer);
	stage->submitted++;
	queue_submit(stage->queue, &submit, on_submit, stage);
	while (stage->accepted < stage->submitted)
		nap_ms(1);
}

static void submit(struct stage *stage, const char *answer)
{
	char student[32];

	snprintf(student, sizeof(student), "p-%d", stage->submitted);
	submit_as(stage, student, answer);
}

static void on_list(void *context, const struct submission_view *views, size_t count, const struct err *err)
{
	struct stage *stage = context;

	for (size_t i = 0; i < count; i++)
		stage->counts[views[i].state]++;
	stage->listed = 1;
}

static void count_states_of(struct stage *stage, const char *student)
{
	for (int i = 0; i < STATES; i++)
		stage->counts[i] = 0;
	stage->listed = 0;
	queue_list(stage->queue, "default", -1, student, 1000, on_list, stage);
	while (!stage->listed)
		nap_ms(1);
}

static void count_states(struct stage *stage)
{
	count_states_of(stage, NULL);
}

static void wait_for(struct stage *stage, enum job_state state, int count)
{
	int64_t until = clock_mono_us() + PATIENCE_US;

	for (;;) {
		tend(stage);
		count_states(stage);
		if (stage->counts[state] >= count)
			return;
		if (clock_mono_us() > until)
			fail_msg("%d of %d %s (queued %d, leased %d, quarantined %d)", stage->counts[state], count,
				job_state_name(state), stage->counts[JOB_QUEUED], stage->counts[JOB_LEASED],
				stage->counts[JOB_QUARANTINED]);
		nap_ms(5);
	}
}

/* ---- tests ---- */

static void marks_everything_once(void **state)
{
	struct stage *stage = *state;
	struct desk_stats stats;

	open_stage(stage, GRADERS);
	for (int i = 0; i < 60; i++)
		submit(stage, i % 2 ? "right" : "wrong");
	wait_for(stage, JOB_GRADED, 60);
	desk_read_stats(stage->desk, &stats);
	assert_int_equal(stats.finished, 60);
	assert_int_equal(stats.failed, 0);
	assert_int_equal(stats.graders, GRADERS);
}

static void work_from_before_is_found(void **state)
{
	struct stage *stage = *state;

	open_stage(stage, 0);
	for (int i = 0; i < 5; i++)
		submit(stage, "right");
	nap_ms(50);
	count_states(stage);
	assert_int_equal(stage->counts[JOB_QUEUED], 5);
	close_stage(stage, 100);
	open_stage(stage, 1);
	wait_for(stage, JOB_GRADED, 5);
}

static void a_killer_is_quarantined_and_others_live(void **state)
{
	struct stage *stage = *state;
	struct desk_stats stats;

	open_stage(stage, 0);
	submit(stage, "die");
	for (int i = 0; i < 20; i++)
		submit(stage, "right");
	start_grader(stage, 0);
	wait_for(stage, JOB_GRADED, 20);
	wait_for(stage, JOB_QUARANTINED, 1);
	desk_read_stats(stage->desk, &stats);
	assert_int_equal(stats.finished, 20);
	assert_int_equal(stats.lost, 2); /* once for each time it was tried */
	assert_int_equal(stats.failed, 2);
}

static void our_faults_are_retried(void **state)
{
	struct stage *stage = *state;
	struct desk_stats stats;

	open_stage(stage, 1);
	submit(stage, "fault");
	submit(stage, "right");
	wait_for(stage, JOB_QUARANTINED, 1);
	wait_for(stage, JOB_GRADED, 1);
	desk_read_stats(stage->desk, &stats);
	assert_int_equal(stats.failed, 3);
}

static void an_authors_fault_is_not(void **state)
{
	struct stage *stage = *state;
	struct desk_stats stats;

	open_stage(stage, 1);
	submit(stage, "author");
	submit(stage, "right");
	wait_for(stage, JOB_QUARANTINED, 1);
	wait_for(stage, JOB_GRADED, 1);
	desk_read_stats(stage->desk, &stats);
	assert_int_equal(stats.failed, 1);
	assert_int_equal(stats.lost, 0);
}

static void killed_graders_lose_nothing(void **state)
{
	struct stage *stage = *state;

	open_stage(stage, GRADERS);
	for (int i = 0; i < 30; i++)
		submit(stage, i % 3 ? "right" : "slow");
	wait_for(stage, JOB_GRADED, 1); /* both are born, one at least is at work */
	for (int i = 0; i < 4; i++) {
		nap_ms(70);
		kill(stage->graders[i % GRADERS], SIGKILL);
		tend(stage);
	}
	/* A job that was unlucky twice is quarantined, which is visible; four kills make two such at most. */
	wait_for(stage, JOB_GRADED, 28);
	int64_t until = clock_mono_us() + PATIENCE_US;
	do {
		tend(stage);
		nap_ms(10);
		count_states(stage);
	} while (stage->counts[JOB_GRADED] + stage->counts[JOB_QUARANTINED] < 30 && clock_mono_us() < until);
	assert_int_equal(stage->counts[JOB_GRADED] + stage->counts[JOB_QUARANTINED], 30);
	assert_true(stage->counts[JOB_QUARANTINED] <= 2);
}

static void closing_ends_what_is_begun(void **state)
{
	struct stage *stage = *state;

	open_stage(stage, GRADERS);
	for (int i = 0; i < 12; i++)
		submit(stage, "slow");
	wait_for(stage, JOB_GRADED, 2);
	close_stage(stage, 10000);
	/* What was leased but not begun is queued again, by the desk and not by the queue's reopening. */
	open_stage(stage, 0);
	count_states(stage);
	assert_int_equal(stage->counts[JOB_LEASED], 0);
	assert_true(stage->counts[JOB_GRADED] >= 2);
	assert_int_equal(stage->counts[JOB_GRADED] + stage->counts[JOB_QUEUED], 12);
	start_grader(stage, 0);
	wait_for(stage, JOB_GRADED, 12);
}

static void impatience_is_kept(void **state)
{
	struct stage *stage = *state;

	open_stage(stage, 1);
	for (int i = 0; i < 4; i++)
		submit(stage, "slow");
	wait_for(stage, JOB_LEASED, 1);
	nap_ms(30);
	kill(stage->graders[0], SIGSTOP);
	int64_t start = clock_mono_us();
	close_stage(stage, 300);
	assert_true(clock_mono_us() - start < 10 * 1000 * 1000);
	open_stage(stage, 1);
	wait_for(stage, JOB_GRADED, 4);
}

static void a_stuck_grader_is_given_up(void **state)
{
	struct stage *stage = *state;
	struct desk_stats stats;

	open_stage(stage, 1);
	submit(stage, "stop");
	wait_for(stage, JOB_LEASED, 1);
	start_grader(stage, 1);
	submit(stage, "right");
	wait_for(stage, JOB_GRADED, 1);
	/* It is tried once more, and given up with the second grader. */
	wait_for(stage, JOB_QUARANTINED, 1);
	desk_read_stats(stage->desk, &stats);
	assert_int_equal(stats.lost, 2);
	assert_int_equal(stats.failed, 2); /* by the desk: its lease was extended all the while */
}

/* A grader with no work holds the room's lock: it is found out, and the job that waits for it is no failure. */
static void a_sleeping_holder_is_replaced(void **state)
{
	struct stage *stage = *state;
	struct desk_stats stats;

	open_stage(stage, 0);
	start_holder(stage, 0, "asleep");
	start_grader(stage, 1);
	submit(stage, "right");
	wait_for(stage, JOB_GRADED, 1);
	desk_read_stats(stage->desk, &stats);
	assert_int_equal(stats.lost, 1);
	assert_int_equal(stats.failed, 0);
}

/* It has a job and says that it works on it, for ever: not those who wait behind it are the stuck ones. */
static void a_working_holder_is_replaced(void **state)
{
	struct stage *stage = *state;
	struct desk_stats stats;

	open_stage(stage, 0);
	start_holder(stage, 0, "at-work");
	submit(stage, "right");
	wait_for(stage, JOB_LEASED, 1);
	start_grader(stage, 1);
	submit(stage, "right");
	wait_for(stage, JOB_GRADED, 2);
	desk_read_stats(stage->desk, &stats);
	assert_int_equal(stats.lost, 1);
	assert_int_equal(stats.failed, 1); /* the holder's own */
}

/* Leases claimed ahead do not let one student's endless loops stand before whoever comes later. */
static void a_flood_does_not_hold_others_up(void **state)
{
	struct stage *stage = *state;

	open_stage(stage, 0);
	for (int i = 0; i < 12; i++)
		submit_as(stage, "flood", "long");
	start_grader(stage, 0);
	wait_for(stage, JOB_LEASED, 1);
	nap_ms(200);
	submit_as(stage, "late", "right");
	do
		count_states_of(stage, "late");
	while (!stage->counts[JOB_GRADED]);
	count_states_of(stage, "flood");
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

	open_stage(stage, 0);
	ask(stage, "{\"q1\": \"bad\"}");
	nap_ms(30);
	assert_int_equal(stage->readings, 0); /* it waits a little for a grader */
	start_grader(stage, 0);
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
	close_stage(stage, 1000);
	open_stage(stage, 0);
	ask(stage, "{\"q1\": \"right\"}");
	close_stage(stage, 0);
	assert_int_equal(stage->readings, 4);
	assert_string_equal(stage->reading, "busy");
}

/* No grader comes for them. */
static void too_many_previews(void **state)
{
	struct stage *stage = *state;

	open_stage(stage, 0);
	for (int i = 0; i < 257; i++)
		ask(stage, "{\"q1\": \"right\"}");
	while (stage->readings < 1)
		nap_ms(1);
	assert_int_equal(stage->readings, 1);
	assert_string_equal(stage->reading, "busy");
	close_stage(stage, 0);
	assert_int_equal(stage->readings, 257);
}

int main(int argc, char **argv)
{
	if (argc == 4 && strcmp(argv[1], "grader") == 0)
		return be_grader((int)strtol(argv[2], NULL, 10), argv[3]);
	if (argc == 4)
		return be_holder((int)strtol(argv[2], NULL, 10), argv[3], argv[1]);

	const struct CMUnitTest tests[] = {
		cmocka_unit_test_setup_teardown(marks_everything_once, set_up, tear_down),
		cmocka_unit_test_setup_teardown(work_from_before_is_found, set_up, tear_down),
		cmocka_unit_test_setup_teardown(a_killer_is_quarantined_and_others_live, set_up, tear_down),
		cmocka_unit_test_setup_teardown(our_faults_are_retried, set_up, tear_down),
		cmocka_unit_test_setup_teardown(an_authors_fault_is_not, set_up, tear_down),
		cmocka_unit_test_setup_teardown(killed_graders_lose_nothing, set_up, tear_down),
		cmocka_unit_test_setup_teardown(closing_ends_what_is_begun, set_up, tear_down),
		cmocka_unit_test_setup_teardown(impatience_is_kept, set_up, tear_down),
		cmocka_unit_test_setup_teardown(a_stuck_grader_is_given_up, set_up, tear_down),
		cmocka_unit_test_setup_teardown(a_sleeping_holder_is_replaced, set_up, tear_down),
		cmocka_unit_test_setup_teardown(a_working_holder_is_replaced, set_up, tear_down),
		cmocka_unit_test_setup_teardown(a_flood_does_not_hold_others_up, set_up, tear_down),
		cmocka_unit_test_setup_teardown(previews, set_up, tear_down),
		cmocka_unit_test_setup_teardown(too_many_previews, set_up, tear_down),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
