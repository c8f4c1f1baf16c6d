/* Previews at the desk: a grader has few of them in its hands. The test plays the grader. */
#include <setjmp.h>
#include <signal.h>
#include <stdarg.h>
#include <stdatomic.h>
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
#include "dispatch/desk.h"
#include "false_kind.h"
#include "parcel.h"
#include "queue/queue.h"

enum { PREVIEWS = 5, IN_HAND = 2 };

struct stage {
	char folder[64], database[96];
	struct queue *queue;
	struct desk *desk;
	int fd; /* the grader's end */
	struct parcel_inbox inbox;
	struct buf pack;
	char digest[SHA256_TEXT];
	atomic_int readings;
};

static void on_submit(void *context, const struct submit_result *result, const struct err *err) {}

static void on_reading(void *context, const char *reading, const struct err *err)
{
	((struct stage *)context)->readings++;
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

	while (parcel_next(&stage->inbox, &got, &err) == 0)
		assert_int_equal(parcel_receive(&stage->inbox, stage->fd, &err), 1);
	return got;
}

static void ask_and_submit(struct stage *stage)
{
	const struct preview preview = {
		.exercise = "essai.un",
		.digest = stage->digest,
		.pack = stage->pack.data,
		.pack_bytes = stage->pack.len,
		.answers = "{\"q1\": \"right\"}",
	};
	const struct submit submit = {
		.tenant = "default",
		.exercise = "essai.un",
		.digest = stage->digest,
		.pack = stage->pack.data,
		.pack_bytes = stage->pack.len,
		.student = "p",
		.evaluation = "ds-1",
		.answers = preview.answers,
		.seed = 1,
	};

	for (int i = 0; i < PREVIEWS; i++)
		desk_preview(stage->desk, &preview, on_reading, stage);
	say(stage, &(struct parcel){ .type = PARCEL_HELLO, .python = "3", .isolation = "none" });
	queue_submit(stage->queue, &submit, on_submit, stage);
}

static void few_at_once(void **state)
{
	struct stage *stage = *state;
	struct parcel got;
	char name[64] = "";
	int previews = 0;

	ask_and_submit(stage);
	/* Without a bound all five came at once, and the job needs a commit first (and the desk to look for it, which it does each second). */
	for (int jobs = 0; jobs < 1 || previews < IN_HAND;) {
		got = hear(stage);
		jobs += got.type == PARCEL_JOB;
		previews += got.type == PARCEL_PREVIEW;
		if (got.type == PARCEL_PREVIEW && !name[0])
			snprintf(name, sizeof(name), "%s", got.job);
	}
	assert_int_equal(previews, IN_HAND);
	for (int i = 0; i < PREVIEWS - IN_HAND; i++) {
		say(stage, &(struct parcel){ .type = PARCEL_READING, .job = name, .body = "{}", .bytes = 2 });
		assert_int_equal((got = hear(stage)).type, PARCEL_PREVIEW);
		snprintf(name, sizeof(name), "%s", got.job);
	}
	assert_int_equal(stage->readings, PREVIEWS - IN_HAND);
}

static int set_up(void **state)
{
	struct stage *stage = calloc(1, sizeof(*stage));
	const struct desk_config desk = { .control_fd = -1 };
	const struct queue_config queue = { .path = stage->database };
	struct err err;
	int pair[2];

	signal(SIGPIPE, SIG_IGN);
	*state = stage;
	snprintf(stage->folder, sizeof(stage->folder), "/tmp/bareme-asks-XXXXXX");
	if (!mkdtemp(stage->folder))
		return -1;
	snprintf(stage->database, sizeof(stage->database), "%s/bareme.db", stage->folder);
	false_pack(&stage->pack, stage->digest, 1);
	if (desk_open(&stage->desk, &desk, &err) < 0 || queue_open(&stage->queue, &queue, &err) < 0 ||
		desk_start(stage->desk, stage->queue, &err) < 0 ||
		socketpair(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0, pair) < 0) {
		fprintf(stderr, "%s\n", err.text);
		return -1;
	}
	stage->fd = pair[0];
	desk_add_grader(stage->desk, 0, pair[1]);
	return 0;
}

static int tear_down(void **state)
{
	struct stage *stage = *state;

	fd_close(&stage->fd);
	desk_close(stage->desk, 0);
	queue_close(stage->queue);
	if (fork() == 0) {
		execl("/bin/rm", "rm", "-rf", stage->folder, (char *)NULL);
		_exit(127);
	}
	wait(NULL);
	parcel_inbox_release(&stage->inbox);
	buf_release(&stage->pack);
	free(stage);
	return 0;
}

int main(void)
{
	const struct CMUnitTest tests[] = { cmocka_unit_test_setup_teardown(few_at_once, set_up, tear_down) };

	return cmocka_run_group_tests(tests, NULL, NULL);
}
