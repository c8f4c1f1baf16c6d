/*
 * A zygote without a sandbox: the warm interpreter of bareme-python, forked for
 * whoever holds the other end of descriptor 3. For tests only.
 *
 * A request is nine bytes: 'f' and a seed, with four descriptors (channel,
 * stdin, stdout, stderr): the answer is the pid; or 'w' and a pid: the answer
 * is its wait status. The driver ends with its control socket.
 */
#include <fcntl.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <signal.h>
#include <unistd.h>
#include "interpreter.h"
#include "session.h"

enum { CONTROL = 3, FIRST_FREE = 10 };

struct order {
	uint8_t verb;
	uint8_t argument[8];
};

static uint64_t argument_of(const struct order *order)
{
	uint64_t value;
	memcpy(&value, order->argument, sizeof(value));
	return value;
}

static ssize_t receive(struct order *order, int fds[4])
{
	union {
		struct cmsghdr header;
		char room[CMSG_SPACE(4 * sizeof(int))];
	} control;
	struct iovec part = { order, sizeof(*order) };
	struct msghdr message = {
		.msg_iov = &part, .msg_iovlen = 1, .msg_control = &control, .msg_controllen = sizeof(control)
	};
	ssize_t bytes = recvmsg(CONTROL, &message, 0);
	struct cmsghdr *header = CMSG_FIRSTHDR(&message);
	if (bytes > 0 && header != NULL && header->cmsg_len == CMSG_LEN(4 * sizeof(int)))
		memcpy(fds, CMSG_DATA(header), 4 * sizeof(int));
	return bytes;
}

static _Noreturn void become_run(const int fds[4], uint64_t seed)
{
	struct rlimit space = { 1UL << 30, 1UL << 30 };
	int channel = fcntl(fds[0], F_DUPFD, FIRST_FREE);
	prctl(PR_SET_PDEATHSIG, SIGKILL);
	for (int i = 1; i < 4; i++)
		dup2(fds[i], i - 1);
	close_range(CONTROL, (unsigned)channel - 1, 0);
	setrlimit(RLIMIT_AS, &space);
	session_run(channel, seed);
}

static int32_t fork_run(const struct order *order, int fds[4])
{
	pid_t pid = fork();
	if (pid == 0)
		become_run(fds, argument_of(order));
	for (int i = 0; i < 4; i++)
		close(fds[i]);
	return pid;
}

static int32_t wait_run(const struct order *order)
{
	int status = -1;
	waitpid((pid_t)argument_of(order), &status, 0);
	return status;
}

int main(int argc, char **argv)
{
	struct err err = { 0 };
	struct order order;
	int fds[4] = { -1, -1, -1, -1 };
	if (interpreter_start(argc > 1 ? (uint32_t)strtoul(argv[1], NULL, 10) : 0, &err) < 0) {
		fprintf(stderr, "%s\n", err.text);
		return 1;
	}
	signal(SIGPIPE, SIG_IGN);
	while (receive(&order, fds) == (ssize_t)sizeof(order)) {
		int32_t answer = order.verb == 'f' ? fork_run(&order, fds) : wait_run(&order);
		if (send(CONTROL, &answer, sizeof(answer), MSG_NOSIGNAL) != (ssize_t)sizeof(answer))
			return 1;
	}
	return 0;
}
