/*
 * The grader's loop against a run that plays a script: it reads the request or not, answers early, late, in pieces,
 * with a wrong nonce or length, prints on its streams, closes what it has. Whatever it does ends in a reply.
 *
 * The run acts whenever the grader is about to wait: ppoll() is wrapped, and so is the poll() for its death. First byte:
 * what is asked, how large the request is, how the run dies; then acts: one byte for the act, one for how many bytes of
 * the script it uses, these bytes.
 * links: sandbox
 * wraps: ppoll poll
 */
#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <unistd.h>
#include "../../../sandbox/src/slot.h"
#include "base/file.h"
#include "base/utf8.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t bytes);
int __wrap_ppoll(struct pollfd *fds, nfds_t count, const struct timespec *timeout, const sigset_t *mask);
int __wrap_poll(struct pollfd *fds, nfds_t count, int timeout);
int __real_poll(struct pollfd *fds, nfds_t count, int timeout);
int __real_ppoll(struct pollfd *fds, nfds_t count, const struct timespec *timeout, const sigset_t *mask);

enum { OUTPUT_BYTES = 300, ACTS_MOST = 64 };
enum act { ANSWER, RAW, PRINT, PRINT_ERRORS, READ, CLOSE_CHANNEL, CLOSE_STREAMS, HEADER };

/* The run's ends and what is left of its script. */
struct script {
	const uint8_t *at;
	size_t left, acts;
	int channel, input, output, errors;
	bool dies; /* in time to say how */
	struct wire_frame request; /* as far as it was read */
	size_t request_got;
};
static struct script *playing; /* the wrapped call gets nothing of ours */

static void put(int fd, const void *data, size_t bytes, bool socket)
{
	ssize_t sent = fd < 0   ? 0
		       : socket ? send(fd, data, bytes, MSG_DONTWAIT | MSG_NOSIGNAL)
				: write(fd, data, bytes);

	if (sent < 0 && errno != EAGAIN && errno != EPIPE && errno != ECONNRESET)
		abort();
}

/* Reads the request, of which the nonce is what matters. */
static void read_request(struct script *run)
{
	char part[70000];
	ssize_t got;

	while (run->channel >= 0 && run->request_got < sizeof(run->request)) {
		got = recv(run->channel, (char *)&run->request + run->request_got,
			sizeof(run->request) - run->request_got, MSG_DONTWAIT);
		if (got <= 0)
			return;
		run->request_got += (size_t)got;
	}
	while (run->channel >= 0 && recv(run->channel, part, sizeof(part), MSG_DONTWAIT) > 0)
		;
}

static void answer(struct script *run, const uint8_t *payload, size_t bytes, bool header_only)
{
	struct wire_frame frame = { .bytes = (uint32_t)bytes, .type = WIRE_REPLY };

	read_request(run);
	frame.nonce = run->request.nonce;
	if (header_only && bytes >= 8) {
		memcpy(&frame.bytes, payload, 4);
		memcpy(&frame.type, payload + 4, 4);
	}
	put(run->channel, &frame, sizeof(frame), true);
	if (!header_only)
		put(run->channel, payload, bytes, true);
}

static void next_act(struct script *run)
{
	if (run->left < 2 || run->acts++ == ACTS_MOST) { /* the end of the script is the end of the run */
		fd_close(&run->channel);
		run->left = 0;
		return;
	}
	enum act act = run->at[0] % 8;
	size_t bytes = run->at[1] < run->left - 2 ? run->at[1] : run->left - 2;
	const uint8_t *data = run->at + 2;

	run->at += 2 + bytes;
	run->left -= 2 + bytes;
	switch (act) {
	case ANSWER:
	case HEADER:
		answer(run, data, bytes, act == HEADER);
		break;
	case RAW:
		put(run->channel, data, bytes, true);
		break;
	case PRINT:
		put(run->output, data, bytes, false);
		break;
	case PRINT_ERRORS:
		put(run->errors, data, bytes, false);
		break;
	case READ:
		read_request(run);
		break;
	case CLOSE_CHANNEL:
		fd_close(&run->channel);
		break;
	case CLOSE_STREAMS:
		fd_close(&run->input);
		fd_close(bytes % 2 ? &run->output : &run->errors);
		break;
	}
}

int __wrap_ppoll(struct pollfd *fds, nfds_t count, const struct timespec *timeout, const sigset_t *mask)
{
	const struct timespec now = { 0 };
	int ready;

	if (playing == NULL)
		return __real_ppoll(fds, count, timeout, mask);
	next_act(playing);
	ready = __real_ppoll(fds, count, &now, mask);
	return ready;
}

int __wrap_poll(struct pollfd *fds, nfds_t count, int timeout)
{
	return playing != NULL ? playing->dies : __real_poll(fds, count, timeout);
}

static void open_pipe(int *ours, int *theirs, bool input)
{
	int pair[2];

	if (pipe2(pair, O_CLOEXEC | O_NONBLOCK) < 0)
		abort();
	*ours = pair[input ? 1 : 0];
	*theirs = pair[input ? 0 : 1];
}

static int ask(struct run *run, unsigned what, struct run_reply *reply)
{
	static const char text[40000] = "x";
	size_t large = what & 0x80 ? sizeof(text) : 5;
	struct run_source source = { .text = text, .bytes = large };
	struct value args = { .type = VALUE_TUPLE };
	struct run_call call = { .function = "f", .args = &args, .args_after = what & 8 };
	struct run_compiled compiled;
	struct err err = { 0 };
	bool simple;
	int status = what % 4 == 0   ? run_call(run, &call, reply, &err)
		     : what % 4 == 1 ? run_compile(run, &source, &compiled, reply, &err)
				     : run_parse_call(run, "f(1)", &simple, reply, &err);

	if (status < 0 && (err.kind != ERR_PEER || run->status != SIGKILL)) /* killed, and not by us */
		abort();
	if (status < 0)
		reply->end = RUN_CRASHED;
	return status;
}

static void check(const struct run *run, const struct run_reply *reply)
{
	bool alive = reply->end == RUN_OK || reply->end == RUN_RAISED;

	if (alive == run->dead || run_end_name(reply->end) == NULL)
		abort();
	if (reply->output_bytes > OUTPUT_BYTES || reply->errors_bytes > OUTPUT_BYTES ||
		strlen(reply->output) > reply->output_bytes)
		abort();
	if (reply->output_cut && alive)
		abort();
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t bytes)
{
	if (bytes < 1)
		return 0;
	static const char input[] = "one line of input\n";
	cleanup_arena struct arena *arena = arena_new(0);
	struct sandbox sandbox = { .link = -1 };
	struct run run = {
		.sandbox = &sandbox,
		.arena = arena,
		.limits = { .cpu_ms = 100000, .wall_ms = 100000, .memory_mb = 1, .output_bytes = OUTPUT_BYTES },
		.pid = -1,
		.pidfd = -1,
		.cpu_clock = CLOCK_PROCESS_CPUTIME_ID,
		.input = input,
		.input_bytes = sizeof(input) - 1,
		.reaped = true,
		.code = CLD_KILLED,
		.status = (int[]){ SIGSYS, SIGKILL, SIGSEGV, SIGSYS }[data[0] >> 4 & 3],
	};
	struct script script = { .at = data + 1, .left = bytes - 1, .dies = data[0] & 0x40 };
	int pair[2];

	if (socketpair(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0, pair) < 0)
		abort();
	run.channel = pair[0];
	script.channel = pair[1];
	open_pipe(&run.input_fd, &script.input, true);
	open_pipe(&run.out.fd, &script.output, false);
	open_pipe(&run.errors.fd, &script.errors, false);
	playing = &script;
	for (int step = 0; step < 4 && !run.dead; step++) {
		struct run_reply reply;

		script.request_got = 0;
		if (ask(&run, data[0] + (unsigned)step, &reply) < 0)
			break;
		check(&run, &reply);
	}
	playing = NULL;
	int *const ends[] = { &run.channel, &run.input_fd, &run.out.fd, &run.errors.fd, &script.channel, &script.input,
		&script.output, &script.errors };
	for (size_t i = 0; i < sizeof(ends) / sizeof(ends[0]); i++)
		fd_close(ends[i]);
	buf_release(&run.out.data);
	buf_release(&run.errors.data);
	buf_release(&run.frame);
	return 0;
}
