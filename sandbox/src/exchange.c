/*
 * One step of a run: a request in, streams read meanwhile, one reply out, limits held.
 *
 * Nobody polls by the clock: a run has one thread, so it cannot use its CPU limit up
 * before that much time has passed. The loop sleeps until something is readable or
 * until the earliest instant at which a limit can have been reached, then looks again.
 */
#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <sys/syscall.h>
#include <unistd.h>
#include "base/clock.h"
#include "base/file.h"
#include "base/id.h"
#include "slot.h"

/* What a busy machine kept waiting may take this many times its wall limit. */
enum { BUSY_PATIENCE = 12 };

struct step {
	struct wire_frame request, header;
	const struct buf *payload;
	size_t sent, header_got; /* bytes of request + payload; of the header */
	int64_t started_us, cpu_before_us;
	int64_t wall_limit_us;
	enum run_end end; /* RUN_OK until something ended it */
	bool done; /* the whole reply is there */
	bool ended; /* the run died, closed its channel, or was killed by us */
	bool killed; /* by us, `end` says why */
};

static int64_t cpu_now_us(const struct run *run)
{
	struct timespec now;
	if (clock_gettime(run->cpu_clock, &now) < 0)
		return -1;
	return (int64_t)now.tv_sec * 1000000 + now.tv_nsec / 1000;
}

static void stop(struct run *run, struct step *step, enum run_end why)
{
	syscall(SYS_pidfd_send_signal, run->pidfd, SIGKILL, NULL, 0);
	step->end = why;
	step->killed = step->ended = true;
}

/* Reads what is there; false when the stream passed its limit. */
static bool drain(struct stream *stream, uint32_t limit)
{
	char part[16384];
	while (stream->fd >= 0 && !stream->full) {
		ssize_t got = read(stream->fd, part, sizeof(part));
		if (got < 0 && errno == EINTR)
			continue;
		if (got < 0)
			return true;
		if (got == 0) {
			fd_close(&stream->fd);
			return true;
		}
		size_t room = limit - stream->data.len;
		stream->full = (size_t)got > room;
		buf_add(&stream->data, part, stream->full ? room : (size_t)got);
	}
	return !stream->full;
}

/*
 * write() to a pipe, for which there is no MSG_NOSIGNAL: a run that closed its standard input must not kill
 * whoever feeds it, ignored signal or not. A SIGPIPE that was pending before is not ours to take.
 */
static ssize_t write_quietly(int fd, const void *data, size_t bytes)
{
	const struct timespec now = { 0 };
	sigset_t pipe_only, before, pending;
	sigemptyset(&pipe_only);
	sigaddset(&pipe_only, SIGPIPE);
	pthread_sigmask(SIG_BLOCK, &pipe_only, &before);
	sigpending(&pending);
	ssize_t put = write(fd, data, bytes);
	int error = errno;
	if (put < 0 && error == EPIPE && !sigismember(&pending, SIGPIPE))
		sigtimedwait(&pipe_only, NULL, &now);
	pthread_sigmask(SIG_SETMASK, &before, NULL);
	errno = error;
	return put;
}

static void feed_input(struct run *run)
{
	while (run->input_fd >= 0) {
		ssize_t put = run->input_done == run->input_bytes
				      ? 0
				      : write_quietly(run->input_fd, run->input + run->input_done,
						run->input_bytes - run->input_done);
		if (put < 0 && errno == EINTR)
			continue;
		if (put < 0 && errno == EAGAIN)
			return;
		if (put > 0)
			run->input_done += (size_t)put;
		/* All written, or nobody reads any more. */
		if (put < 0 || run->input_done == run->input_bytes)
			fd_close(&run->input_fd);
	}
}

static void send_request(struct run *run, struct step *step)
{
	size_t total = sizeof(step->request) + step->request.bytes;
	while (step->sent < total) {
		struct iovec parts[2];
		int count = 0;
		if (step->sent < sizeof(step->request))
			parts[count++] = (struct iovec){ (char *)&step->request + step->sent,
				sizeof(step->request) - step->sent };
		size_t past = step->sent > sizeof(step->request) ? step->sent - sizeof(step->request) : 0;
		if (step->request.bytes > past)
			parts[count++] = (struct iovec){ step->payload->data + past, step->request.bytes - past };
		struct msghdr message = { .msg_iov = parts, .msg_iovlen = (size_t)count };
		ssize_t put = sendmsg(run->channel, &message, MSG_NOSIGNAL | MSG_DONTWAIT);
		if (put < 0 && errno == EINTR)
			continue;
		if (put < 0) {
			step->ended |= errno != EAGAIN;
			return;
		}
		step->sent += (size_t)put;
	}
}

/* Whatever does not answer this very request ends the run: early, late, forged or endless bytes. */
static void receive_reply(struct run *run, struct step *step)
{
	char part[65536];
	while (!step->done && !step->ended) {
		size_t want = step->header_got < sizeof(step->header) ? sizeof(step->header) - step->header_got
								      : step->header.bytes - run->frame.len;
		ssize_t got = recv(run->channel, part, want < sizeof(part) ? want : sizeof(part), MSG_DONTWAIT);
		if (got < 0 && errno == EINTR)
			continue;
		if (got < 0 && errno == EAGAIN)
			return;
		if (got <= 0) {
			step->ended = true;
			return;
		}
		if (step->header_got < sizeof(step->header)) {
			memcpy((char *)&step->header + step->header_got, part, (size_t)got);
			step->header_got += (size_t)got;
			bool whole = step->header_got == sizeof(step->header);
			if (whole && (step->header.type != WIRE_REPLY || step->header.nonce != step->request.nonce ||
					     step->header.bytes == 0 || step->header.bytes > WIRE_MAX_REPLY ||
					     step->sent < sizeof(step->request) + step->request.bytes))
				stop(run, step, RUN_CRASHED);
			continue;
		}
		buf_add(&run->frame, part, (size_t)got);
		step->done = run->frame.len == step->header.bytes;
	}
}

/*
 * How long the run was ready to go on and had no processor, by the kernel's own count. What it used says nothing of that:
 * one that sleeps in short pieces uses a little all the time. A kernel that does not count gives no patience.
 */
static int64_t kept_waiting_us(const struct run *run)
{
	char path[40], text[96];
	unsigned long long waited_ns = 0;
	snprintf(path, sizeof(path), "/proc/%d/schedstat", run->pid);
	cleanup_fd int fd = open(path, O_RDONLY | O_CLOEXEC);
	ssize_t got = fd < 0 ? -1 : read(fd, text, sizeof(text) - 1);
	text[got > 0 ? got : 0] = '\0';
	return sscanf(text, "%*u %llu", &waited_ns) == 1 ? (int64_t)(waited_ns / 1000) : 0;
}

/* Kills at a limit; otherwise the time until one can be reached next. */
static int64_t check_limits(struct run *run, struct step *step)
{
	int64_t cpu = cpu_now_us(run);
	int64_t used = cpu < 0 ? 0 : cpu - step->cpu_before_us;
	int64_t cpu_left = (int64_t)run->limits.cpu_ms * 1000 - used;
	int64_t waited = clock_mono_us() - step->started_us, wall_left = step->wall_limit_us - waited;
	/* One that gets little of a busy machine is not idle: its CPU limit decides, up to a last bound. */
	if (wall_left <= 0) {
		int64_t last = step->wall_limit_us * BUSY_PATIENCE - waited;
		wall_left += kept_waiting_us(run);
		wall_left = wall_left < last ? wall_left : last;
	}
	if (cpu_left <= 0)
		stop(run, step, RUN_TIMEOUT);
	else if (wall_left <= 0)
		stop(run, step, RUN_IDLE);
	return cpu_left < wall_left ? cpu_left : wall_left;
}

static void wait_for_something(struct run *run, struct step *step)
{
	int64_t left = check_limits(run, step);
	if (step->ended)
		return;
	short channel = POLLIN | (step->sent < sizeof(step->request) + step->request.bytes ? POLLOUT : 0);
	struct pollfd fds[] = {
		{ .fd = run->channel, .events = channel },
		{ .fd = run->pidfd, .events = POLLIN },
		{ .fd = run->out.fd, .events = POLLIN },
		{ .fd = run->errors.fd, .events = POLLIN },
		{ .fd = run->input_fd, .events = POLLOUT },
	};
	struct timespec timeout = { .tv_sec = left / 1000000, .tv_nsec = left % 1000000 * 1000 + 1000 };
	if (ppoll(fds, 5, &timeout, NULL) <= 0)
		return;
	if (fds[0].revents & POLLOUT)
		send_request(run, step);
	if (fds[4].revents)
		feed_input(run);
	if ((fds[2].revents && !drain(&run->out, run->limits.output_bytes)) ||
		(fds[3].revents && !drain(&run->errors, run->limits.output_bytes)))
		stop(run, step, RUN_OUTPUT);
	if (fds[0].revents & (POLLIN | POLLHUP | POLLERR))
		receive_reply(run, step);
	if (fds[1].revents && !step->done)
		step->ended = true;
}

static struct buf *fresh(struct buf *data, uint32_t limit)
{
	buf_reset(data);
	data->max = (size_t)limit + 1;
	return data;
}

/* A run that ended without our stopping it: by what? */
static int explain_death(struct run *run, struct step *step, struct err *err)
{
	uint64_t kills = group_kills(&run->sandbox->group);
	bool group_killed = kills > run->sandbox->group_kills;
	run->sandbox->group_kills = kills;
	int64_t used = (int64_t)run->cpu_us - step->cpu_before_us;
	bool by_signal = run->code == CLD_KILLED || run->code == CLD_DUMPED;
	if (by_signal && run->status == SIGSYS)
		step->end = RUN_FORBIDDEN;
	else if (by_signal && run->status == SIGKILL && group_killed)
		step->end = RUN_MEMORY;
	else if (by_signal && run->status == SIGKILL && used >= (int64_t)run->limits.cpu_ms * 1000)
		step->end = RUN_TIMEOUT;
	else if (by_signal && run->status == SIGKILL)
		/* A run cannot kill itself so; somebody else on this machine did. Never a mark. */
		return err_set(err, ERR_PEER, "a run was killed from outside");
	else
		step->end = RUN_CRASHED;
	return 0;
}

/* Unasked bytes before a request: somebody speaks out of turn. */
static bool spoke_early(const struct run *run)
{
	char byte;
	return recv(run->channel, &byte, 1, MSG_PEEK | MSG_DONTWAIT) > 0;
}

static int settle(struct run *run, struct step *step, struct run_reply *reply, struct err *err)
{
	reply->wall_us = (uint64_t)(clock_mono_us() - step->started_us);
	if (step->done) {
		int64_t cpu = cpu_now_us(run);
		reply->cpu_us = cpu < step->cpu_before_us ? 0 : (uint64_t)(cpu - step->cpu_before_us);
	} else {
		run->dead = true;
		/* A closed channel is not yet a death: the reaping kills. Let a dying run say how it died. */
		struct pollfd death = { .fd = run->pidfd, .events = POLLIN };
		bool died = !step->killed && poll(&death, 1, 50) == 1;
		if (run_reap(run, err) < 0)
			return -1;
		reply->cpu_us = run->cpu_us - (uint64_t)step->cpu_before_us;
		if (died && explain_death(run, step, err) < 0)
			return -1;
		if (!died && !step->killed)
			step->end = RUN_CRASHED;
	}
	/* What was printed before the reply is in the pipes by now. */
	bool out_fits = drain(&run->out, run->limits.output_bytes),
	     errors_fit = drain(&run->errors, run->limits.output_bytes);
	if (step->done && !(out_fits && errors_fit)) {
		run->dead = true;
		step->end = RUN_OUTPUT;
		if (run_reap(run, err) < 0)
			return -1;
	}
	reply->end = step->end;
	reply->output = arena_memdup(run->arena, buf_str(&run->out.data), run->out.data.len);
	reply->output_bytes = run->out.data.len;
	reply->errors = arena_memdup(run->arena, buf_str(&run->errors.data), run->errors.data.len);
	reply->errors_bytes = run->errors.data.len;
	reply->output_cut = run->out.full || run->errors.full;
	return 0;
}

int exchange(struct run *run, enum wire_type type, const struct buf *payload, struct run_reply *reply, struct err *err)
{
	memset(reply, 0, sizeof(*reply));
	if (run->dead)
		return err_set(err, ERR_INTERNAL, "a step was asked of a dead run");
	uint32_t wall_ms = run->limits.wall_ms ? run->limits.wall_ms : 2 * run->limits.cpu_ms + 1000;
	struct step step = {
		.request = { .bytes = (uint32_t)payload->len, .type = type },
		.payload = payload,
		.started_us = clock_mono_us(),
		.cpu_before_us = cpu_now_us(run),
		.wall_limit_us = (int64_t)wall_ms * 1000,
	};
	random_bytes(&step.request.nonce, sizeof(step.request.nonce));
	if (step.cpu_before_us < 0)
		step.cpu_before_us = 0; /* it died meanwhile; the loop will see it */
	buf_reset(&run->frame);
	fresh(&run->out.data, run->limits.output_bytes);
	fresh(&run->errors.data, run->limits.output_bytes);
	if (spoke_early(run))
		stop(run, &step, RUN_CRASHED);
	else
		send_request(run, &step);
	while (!step.done && !step.ended)
		wait_for_something(run, &step);
	return settle(run, &step, reply, err);
}
