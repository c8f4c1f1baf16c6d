/* When a process may start again, and what the control socket carries. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>
#include <sys/socket.h>
#include <unistd.h>
#include <cmocka.h>

#include "child.h"
#include "control.h"
#include "listening.h"

enum { SECOND = 1000 * 1000 };

static void waits_longer_and_longer(void **state)
{
	static const int64_t delays[] = { 100000, 200000, 400000, 800000, 1600000, 3200000, 6400000, 10000000,
		10000000 };
	struct child child = { .pid = 7 };
	int64_t now = SECOND;

	for (size_t i = 0; i < sizeof(delays) / sizeof(delays[0]); i++) {
		child.started_us = now;
		now += SECOND;
		child_ended(&child, false, now);
		assert_int_equal(child.pid, 0);
		assert_int_equal(child.due_us - now, delays[i]);
	}
	/* A quiet minute is forgiven. */
	child.started_us = now;
	now += 61 * (int64_t)SECOND;
	child_ended(&child, false, now);
	assert_int_equal(child.due_us - now, delays[0]);
	/* An asked-for end is no fault. */
	child.started_us = now;
	child_ended(&child, true, now);
	assert_true(child.due_us - now < delays[0]);
	assert_int_equal(child.faults, 1);
}

static void carries_descriptors(void **state)
{
	struct control sent = { CONTROL_GRADER, 3 }, got = { 0 };
	struct err err;
	int pair[2], pipe_fds[2], fd;
	char byte = 0;

	assert_int_equal(socketpair(AF_UNIX, SOCK_SEQPACKET | SOCK_CLOEXEC, 0, pair), 0);
	assert_int_equal(pipe(pipe_fds), 0);
	assert_int_equal(control_receive(pair[1], &got, &fd, &err), -1);
	assert_int_equal(err.kind, ERR_BUSY);
	assert_int_equal(control_send(pair[0], &sent, pipe_fds[1], &err), 0);
	assert_int_equal(control_receive(pair[1], &got, &fd, &err), 1);
	assert_int_equal(got.verb, CONTROL_GRADER);
	assert_int_equal(got.slot, 3);
	assert_int_equal(write(fd, "x", 1), 1);
	assert_int_equal(read(pipe_fds[0], &byte, 1), 1);
	assert_int_equal(byte, 'x');
	close(fd);
	assert_int_equal(control_send(pair[0], &(struct control){ CONTROL_READY, 1 }, -1, &err), 0);
	assert_int_equal(control_receive(pair[1], &got, &fd, &err), 1);
	assert_int_equal(fd, -1);
	assert_int_equal(write(pair[0], "odd", 3), 3);
	assert_int_equal(control_receive(pair[1], &got, &fd, &err), -1);
	assert_int_equal(err.kind, ERR_PEER);
	close(pair[0]);
	assert_int_equal(control_receive(pair[1], &got, &fd, &err), 0);
	close(pair[1]);
	close(pipe_fds[0]);
	close(pipe_fds[1]);
}

/* Who took the front over sends what nobody asked for: none of it may stay open with us. */
static void keeps_no_descriptor_unasked(void **state)
{
	static const struct {
		size_t bytes;
		int count;
	} packets[] = { { sizeof(struct control), 2 }, { sizeof(struct control), 3 }, { 3, 1 }, { 3, 2 } };
	union {
		struct cmsghdr header;
		char space[CMSG_SPACE(3 * sizeof(int))];
	} control = { { 0 } };
	struct control sent = { CONTROL_READY, 1 }, got;
	struct err err;
	int pair[2], fd;

	(void)state;
	assert_int_equal(socketpair(AF_UNIX, SOCK_SEQPACKET | SOCK_CLOEXEC, 0, pair), 0);
	int next = dup(pair[0]);
	close(next);
	for (size_t i = 0; i < sizeof(packets) / sizeof(packets[0]); i++) {
		const size_t length = CMSG_LEN(sizeof(int) * (size_t)packets[i].count);
		struct iovec part = { &sent, packets[i].bytes };
		struct msghdr message = {
			.msg_iov = &part, .msg_iovlen = 1, .msg_control = &control, .msg_controllen = length
		};
		control.header =
			(struct cmsghdr){ .cmsg_len = length, .cmsg_level = SOL_SOCKET, .cmsg_type = SCM_RIGHTS };
		memcpy(CMSG_DATA(&control.header), (int[]){ pair[0], pair[0], pair[0] }, 3 * sizeof(int));
		assert_int_equal(sendmsg(pair[0], &message, 0), packets[i].bytes);
		if (control_receive(pair[1], &got, &fd, &err) > 0 && fd >= 0)
			close(fd);
		int free_one = dup(pair[0]);
		assert_int_equal(free_one, next);
		close(free_one);
	}
	close(pair[0]);
	close(pair[1]);
}

static void reads_addresses(void **state)
{
	static const struct {
		const char *address;
		enum err_kind kind;
		int loopback;
		const char *url;
	} cases[] = {
		{ "127.0.0.1:0", ERR_NONE, 1, "http://127.0.0.1:" },
		{ "localhost:0", ERR_NONE, 1, "http://127.0.0.1:" },
		{ "127.1.2.3:0", ERR_NONE, 1, "http://127.1.2.3:" },
		{ "0.0.0.0:0", ERR_NONE, 0, "http://0.0.0.0:" },
		{ "127.0.0.1", ERR_INPUT, 0, NULL },
		{ ":8080", ERR_INPUT, 0, NULL },
		{ "127.0.0.1:", ERR_INPUT, 0, NULL },
		{ "127.0.0.1:http", ERR_INPUT, 0, NULL },
		{ "example.org:80", ERR_INPUT, 0, NULL },
		{ "", ERR_INPUT, 0, NULL },
	};

	for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++) {
		struct listening listening = { 0 };
		struct err err = { 0 };
		int rc = listening_open(&listening, cases[i].address, &err);
		if (err.kind != cases[i].kind || (rc == 0) != (cases[i].kind == ERR_NONE))
			fail_msg("\"%s\": %s", cases[i].address, err.text);
		if (rc < 0)
			continue;
		assert_int_equal(listening.loopback, cases[i].loopback);
		assert_int_equal(strncmp(listening.url, cases[i].url, strlen(cases[i].url)), 0);
		assert_string_not_equal(listening.url + strlen(cases[i].url), "0");
		close(listening.fd);
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(waits_longer_and_longer),
		cmocka_unit_test(carries_descriptors),
		cmocka_unit_test(keeps_no_descriptor_unasked),
		cmocka_unit_test(reads_addresses),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
