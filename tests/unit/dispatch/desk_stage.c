#include "desk_stage.h"

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
#include "dispatch/grader.h"
#include "false_kind.h"
#include "holder.h"

void nap_ms(long ms)
{
	const struct timespec pause = { ms / 1000, ms % 1000 * 1000000 };

	nanosleep(&pause, NULL);
}

/* ---- graders ---- */

/*
 * Graders are this binary, executed again. A bare fork would not do: this process has threads, and whatever lock one of
 * them holds at that moment (the allocator's, under a sanitizer) stays shut in the child for ever.
 */
int be_grader(int desk_fd, const char *folder)
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

void stage_start_grader(struct stage *stage, int slot)
{
	start(stage, slot, "grader");
}

void stage_start_holder(struct stage *stage, int slot, const char *how)
{
	cleanup_fd int turnstile = open_lock(stage->folder, "turnstile");

	start(stage, slot, how);
	while (flock(turnstile, LOCK_EX | LOCK_NB) == 0) {
		flock(turnstile, LOCK_UN);
		nap_ms(2);
	}
}

void stage_tend(struct stage *stage)
{
	for (int i = 0; i < GRADERS; i++)
		if (stage->graders[i] > 0 && waitpid(stage->graders[i], NULL, WNOHANG) == stage->graders[i])
			stage_start_grader(stage, i);
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

void stage_open(struct stage *stage, int graders)
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
		stage_start_grader(stage, i);
}

void stage_close(struct stage *stage, uint32_t patience_ms)
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

int stage_set_up(void **state)
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

int stage_tear_down(void **state)
{
	struct stage *stage = *state;

	if (stage->desk)
		stage_close(stage, 0);
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

void stage_submit_as(struct stage *stage, const char *student, const char *answer)
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

void stage_submit(struct stage *stage, const char *answer)
{
	char student[32];

	snprintf(student, sizeof(student), "p-%d", stage->submitted);
	stage_submit_as(stage, student, answer);
}

static void on_list(void *context, const struct submission_view *views, size_t count, const struct err *err)
{
	struct stage *stage = context;

	for (size_t i = 0; i < count; i++)
		stage->counts[views[i].state]++;
	stage->listed = 1;
}

void stage_count_of(struct stage *stage, const char *student)
{
	for (int i = 0; i < STATES; i++)
		stage->counts[i] = 0;
	stage->listed = 0;
	queue_list(stage->queue, "default", -1, student, 1000, on_list, stage);
	while (!stage->listed)
		nap_ms(1);
}

void stage_count(struct stage *stage)
{
	stage_count_of(stage, NULL);
}

void stage_wait(struct stage *stage, enum job_state state, int count)
{
	int64_t until = clock_mono_us() + PATIENCE_US;

	for (;;) {
		stage_tend(stage);
		stage_count(stage);
		if (stage->counts[state] >= count)
			return;
		if (clock_mono_us() > until)
			fail_msg("%d of %d %s (queued %d, leased %d, quarantined %d)", stage->counts[state], count,
				job_state_name(state), stage->counts[JOB_QUEUED], stage->counts[JOB_LEASED],
				stage->counts[JOB_QUARANTINED]);
		nap_ms(5);
	}
}
