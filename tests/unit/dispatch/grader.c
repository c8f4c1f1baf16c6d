/* The grader's loop against a desk played by the test: what it says, in which order, and when it leaves. */
#include <setjmp.h>
#include <signal.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <unistd.h>
#include <cmocka.h>

#include "base/file.h"
#include "dispatch/grader.h"
#include "false_kind.h"
#include "parcel.h"

struct stage {
	int fd;
	pid_t pid;
	struct parcel_inbox inbox;
	struct buf pack;
	char digest[SHA256_TEXT];
};

static int set_up(void **state)
{
	struct stage *stage = calloc(1, sizeof(*stage));
	int pair[2];

	signal(SIGPIPE, SIG_IGN);
	false_pack(&stage->pack, stage->digest, 1);
	if (socketpair(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0, pair) < 0)
		return -1;
	stage->pid = fork();
	if (stage->pid == 0) {
		const struct grader_config config = {
			.desk_fd = pair[1],
			.room_fd = -1,
			.turnstile_fd = -1,
			.zygote_fd = -1,
			.kinds = false_kinds,
		};
		struct err err;
		close(pair[0]);
		int rc = grader_run(&config, &err);
		close(pair[1]);
		buf_release(&stage->pack);
		free(stage);
		_exit(rc < 0 ? 4 : 0);
	}
	close(pair[1]);
	stage->fd = pair[0];
	*state = stage;
	return 0;
}

static int tear_down(void **state)
{
	struct stage *stage = *state;

	fd_close(&stage->fd);
	if (stage->pid > 0) {
		kill(stage->pid, SIGKILL);
		waitpid(stage->pid, NULL, 0);
	}
	parcel_inbox_release(&stage->inbox);
	buf_release(&stage->pack);
	free(stage);
	return 0;
}

static void say(struct stage *stage, const struct parcel *parcel)
{
	cleanup_buf struct buf out = BUF_INIT;
	struct err err;

	assert_int_equal(parcel_write(&out, parcel, &err), 0);
	assert_int_equal(fd_write_all(stage->fd, out.data, out.len, &err), 0);
}

static struct parcel hear(struct stage *stage)
{
	struct parcel got = { 0 };
	struct err err;
	int rc;

	while ((rc = parcel_next(&stage->inbox, &got, &err)) == 0)
		if (parcel_receive(&stage->inbox, stage->fd, &err) != 1)
			fail_msg("the grader left");
	assert_int_equal(rc, 1);
	return got;
}

static struct parcel expect(struct stage *stage, enum parcel_type type, const char *job)
{
	struct parcel got = hear(stage);

	if (got.type != type)
		fail_msg("expected parcel %d, got %d (%s)", type, got.type, got.why ? got.why : "");
	if (job)
		assert_string_equal(got.job, job);
	return got;
}

static void give(struct stage *stage, enum parcel_type type, const char *job, const char *answer)
{
	char answers[64];
	int bytes = snprintf(answers, sizeof(answers), "{\"q1\": \"%s\"}", answer);

	say(stage, &(struct parcel){ .type = type,
			   .job = job,
			   .exercise = "essai.un",
			   .digest = stage->digest,
			   .seed = 7,
			   .body = answers,
			   .bytes = (size_t)bytes });
}

static void content(struct stage *stage)
{
	expect(stage, PARCEL_NEED, NULL);
	say(stage, &(struct parcel){ .type = PARCEL_CONTENT,
			   .digest = stage->digest,
			   .body = stage->pack.data,
			   .bytes = stage->pack.len });
}

/* Gives a first job and its version, and takes the result. */
static void warm_up(struct stage *stage)
{
	expect(stage, PARCEL_HELLO, NULL);
	give(stage, PARCEL_JOB, "first", "right");
	expect(stage, PARCEL_BEAT, "first");
	content(stage);
	expect(stage, PARCEL_BEAT, "first");
	expect(stage, PARCEL_RESULT, "first");
}

static int ending(struct stage *stage)
{
	int status;

	assert_int_equal(waitpid(stage->pid, &status, 0), stage->pid);
	stage->pid = 0;
	return WIFEXITED(status) ? WEXITSTATUS(status) : -1;
}

static void marks(void **state)
{
	static const struct {
		const char *answer, *verdict, *points;
		int mark;
	} cases[] = {
		{ "right", "correct", "4", 2000 },
		{ "half", "partial", "2", 1000 },
		{ "wrong", "incorrect", "0", 0 },
		{ "", "blank", "0", 0 },
		{ "bad", "unreadable", "0", 0 },
		{ "alone", "correct", "4", 2000 },
	};
	struct stage *stage = *state;

	warm_up(stage);
	for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++) {
		give(stage, PARCEL_JOB, "j", cases[i].answer);
		struct parcel got;
		while ((got = hear(stage)).type == PARCEL_BEAT)
			;
		assert_int_equal(got.type, PARCEL_RESULT);
		assert_string_equal(got.verdict, cases[i].verdict);
		assert_string_equal(got.points, cases[i].points);
		assert_string_equal(got.max, "4");
		assert_int_equal(got.mark, cases[i].mark);
		assert_non_null(strstr(got.body, "\"seed\":\"7\""));
	}
}

static void previews_and_jobs_take_turns(void **state)
{
	static const char *const order[] = { "slow", "preview-1", "second", "preview-2", "third", "preview-3",
		"preview-4" };
	enum { COUNT = sizeof(order) / sizeof(order[0]) };
	struct stage *stage = *state;

	warm_up(stage);
	give(stage, PARCEL_JOB, "slow", "slow");
	expect(stage, PARCEL_BEAT, "slow");
	give(stage, PARCEL_JOB, "second", "right");
	give(stage, PARCEL_PREVIEW, "preview-1", "bad");
	give(stage, PARCEL_PREVIEW, "preview-2", "bad");
	give(stage, PARCEL_PREVIEW, "preview-3", "bad");
	give(stage, PARCEL_PREVIEW, "preview-4", "bad");
	give(stage, PARCEL_JOB, "third", "right");
	for (size_t i = 0; i < COUNT;) {
		struct parcel got = hear(stage);
		assert_string_equal(got.job, order[i]);
		if (got.type == PARCEL_READING)
			assert_non_null(strstr(got.body, "\"unreadable\""));
		i += got.type != PARCEL_BEAT;
	}
}

/* A question of many slow tests: the desk hears in between that work goes on. */
static void many_tests_are_work(void **state)
{
	struct stage *stage = *state;
	struct parcel got;
	int beats = 0;

	warm_up(stage);
	give(stage, PARCEL_JOB, "j", "endless");
	while ((got = hear(stage)).type == PARCEL_BEAT)
		beats++;
	assert_int_equal(got.type, PARCEL_RESULT);
	assert_true(beats > 2); /* the job, the question, and a second later */
}

static void our_fault_ends_it(void **state)
{
	struct stage *stage = *state;

	warm_up(stage);
	give(stage, PARCEL_JOB, "j", "fault");
	give(stage, PARCEL_JOB, "never", "right");
	expect(stage, PARCEL_BEAT, "j");
	expect(stage, PARCEL_BEAT, "j");
	struct parcel got = expect(stage, PARCEL_FAILURE, "j");
	assert_non_null(strstr(got.why, "zygote"));
	assert_int_equal(ending(stage), 4);
	struct err err;
	assert_int_equal(parcel_receive(&stage->inbox, stage->fd, &err), 0);
}

static void authors_fault_does_not(void **state)
{
	struct stage *stage = *state;

	warm_up(stage);
	give(stage, PARCEL_JOB, "j", "author");
	expect(stage, PARCEL_BEAT, "j");
	expect(stage, PARCEL_BEAT, "j");
	expect(stage, PARCEL_REFUSED, "j");
	give(stage, PARCEL_JOB, "k", "right");
	expect(stage, PARCEL_BEAT, "k");
	expect(stage, PARCEL_BEAT, "k");
	expect(stage, PARCEL_RESULT, "k");
}

static void missing_version(void **state)
{
	struct stage *stage = *state;

	expect(stage, PARCEL_HELLO, NULL);
	give(stage, PARCEL_JOB, "j", "right");
	expect(stage, PARCEL_BEAT, "j");
	expect(stage, PARCEL_NEED, NULL);
	say(stage, &(struct parcel){ .type = PARCEL_CONTENT, .digest = stage->digest, .why = "no such version" });
	struct parcel got = expect(stage, PARCEL_FAILURE, "j");
	assert_non_null(strstr(got.why, "no such version"));
	give(stage, PARCEL_JOB, "k", "right");
	expect(stage, PARCEL_BEAT, "k");
	content(stage);
	expect(stage, PARCEL_BEAT, "k");
	expect(stage, PARCEL_RESULT, "k");
}

static void drain_ends_what_is_begun(void **state)
{
	struct stage *stage = *state;
	struct err err;

	warm_up(stage);
	give(stage, PARCEL_JOB, "slow", "slow");
	expect(stage, PARCEL_BEAT, "slow");
	give(stage, PARCEL_JOB, "never", "right");
	say(stage, &(struct parcel){ .type = PARCEL_DRAIN });
	expect(stage, PARCEL_BEAT, "slow");
	expect(stage, PARCEL_RESULT, "slow");
	assert_int_equal(ending(stage), 0);
	assert_int_equal(parcel_receive(&stage->inbox, stage->fd, &err), 0);
}

static void leaves_with_the_desk(void **state)
{
	struct stage *stage = *state;

	warm_up(stage);
	give(stage, PARCEL_JOB, "slow", "slow");
	expect(stage, PARCEL_BEAT, "slow");
	fd_close(&stage->fd);
	assert_int_equal(ending(stage), 0);
}

static void refuses_nonsense(void **state)
{
	struct stage *stage = *state;

	warm_up(stage);
	say(stage, &(struct parcel){ .type = PARCEL_HELLO, .python = "", .isolation = "" });
	assert_int_equal(ending(stage), 4);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test_setup_teardown(marks, set_up, tear_down),
		cmocka_unit_test_setup_teardown(previews_and_jobs_take_turns, set_up, tear_down),
		cmocka_unit_test_setup_teardown(many_tests_are_work, set_up, tear_down),
		cmocka_unit_test_setup_teardown(our_fault_ends_it, set_up, tear_down),
		cmocka_unit_test_setup_teardown(authors_fault_does_not, set_up, tear_down),
		cmocka_unit_test_setup_teardown(missing_version, set_up, tear_down),
		cmocka_unit_test_setup_teardown(drain_ends_what_is_begun, set_up, tear_down),
		cmocka_unit_test_setup_teardown(leaves_with_the_desk, set_up, tear_down),
		cmocka_unit_test_setup_teardown(refuses_nonsense, set_up, tear_down),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
