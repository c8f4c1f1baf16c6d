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

enum { SET_UP_MS = 10000, GROUP_SLACK = 48 << 20, TMPFS_KB = 1024 };

/* Both ends of what a run is born with. */
struct ends {
	int ours[4], theirs[4];
}; /* channel, stdin, stdout, stderr */

static void close_ends(struct ends *ends)
{
	for (int i = 0; i < 4; i++) {
		fd_close(&ends->ours[i]);
		fd_close(&ends->theirs[i]);
	}
}

static int open_ends(struct ends *ends, struct err *err)
{
	int pair[2];
	if (socketpair(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0, pair) < 0)
		return err_sys(err, "make a run's channel");
	ends->ours[0] = pair[0];
	ends->theirs[0] = pair[1];
	for (int i = 1; i < 4; i++) {
		if (pipe2(pair, O_CLOEXEC) < 0)
			return err_sys(err, "make a run's pipes");
		bool input = i == 1;
		ends->ours[i] = pair[input ? 1 : 0];
		ends->theirs[i] = pair[input ? 0 : 1];
		if (fcntl(ends->ours[i], F_SETFL, O_NONBLOCK) < 0)
			return err_sys(err, "make a run's pipes");
	}
	return 0;
}

static int ask_clone(struct run *run, const struct zygote_clone *request, struct ends *ends, struct err *err)
{
	struct sandbox *sandbox = run->sandbox;
	union {
		struct cmsghdr header;
		char space[CMSG_SPACE(sizeof(int) * 5)];
	} control = { { 0 } };
	int count = request->group ? 5 : 4, fds[5];
	memcpy(fds, ends->theirs, sizeof(ends->theirs));
	fds[4] = sandbox->group.folder;
	control.header.cmsg_level = SOL_SOCKET;
	control.header.cmsg_type = SCM_RIGHTS;
	control.header.cmsg_len = CMSG_LEN(sizeof(int) * (size_t)count);
	memcpy(CMSG_DATA(&control.header), fds, sizeof(int) * (size_t)count);
	struct iovec part = { (void *)(uintptr_t)request, sizeof(*request) };
	struct msghdr message = { .msg_iov = &part,
		.msg_iovlen = 1,
		.msg_control = &control,
		.msg_controllen = CMSG_SPACE(sizeof(int) * (size_t)count) };
	if (sendmsg(sandbox->link, &message, MSG_NOSIGNAL) != (ssize_t)sizeof(*request))
		return err_sys(err, "ask the zygote for a run");
	return 0;
}

/* Receives a packet of the zygote and perhaps a descriptor. */
static int hear(int link, void *packet, size_t bytes, int *fd, struct err *err)
{
	union {
		struct cmsghdr header;
		char space[CMSG_SPACE(sizeof(int))];
	} control;
	struct pollfd wait = { .fd = link, .events = POLLIN };
	struct iovec part = { packet, bytes };
	struct msghdr message = {
		.msg_iov = &part,
		.msg_iovlen = 1,
		.msg_control = &control,
		/* One and no more: the padding has room for a second one, which would stay open. */
		.msg_controllen = CMSG_LEN(sizeof(int)),
	};
	int ready;
	do
		ready = poll(&wait, 1, SET_UP_MS);
	while (ready < 0 && errno == EINTR);
	ssize_t got = ready > 0 ? recvmsg(link, &message, MSG_CMSG_CLOEXEC) : -1;
	struct cmsghdr *header = got >= 0 ? CMSG_FIRSTHDR(&message) : NULL;
	/* A descriptor that nobody waits for, or beside half a packet, must not stay open. */
	cleanup_fd int came = -1;
	if (header && header->cmsg_level == SOL_SOCKET && header->cmsg_type == SCM_RIGHTS)
		memcpy(&came, CMSG_DATA(header), sizeof(came));
	if (got != (ssize_t)bytes)
		return err_set(err, ERR_PEER, "the zygote does not answer");
	if (fd && came >= 0)
		*fd = fd_take(&came);
	return 0;
}

static int write_frame(int channel, enum wire_type type, uint64_t nonce, const struct run_file *file, struct err *err)
{
	size_t name = file ? strlen(file->name) + 1 : 0;
	struct wire_frame frame = {
		.bytes = (uint32_t)(name + (file ? file->bytes : 0)), .type = type, .nonce = nonce
	};
	if (fd_write_all(channel, &frame, sizeof(frame), err) < 0)
		return -1;
	if (!file)
		return 0;
	if (fd_write_all(channel, file->name, name, err) < 0)
		return -1;
	return fd_write_all(channel, file->data, file->bytes, err);
}

static int send_set_up(int channel, const struct run_spec *spec, uint64_t nonce, struct err *err)
{
	for (size_t i = 0; i < spec->file_count; i++) {
		const struct run_file *file = &spec->files[i];
		if (!file->name[0] || file->name[0] == '.' || strchr(file->name, '/') ||
			file->bytes > WIRE_MAX_REQUEST / 2)
			return err_set(err, ERR_INPUT, "a run's file cannot be named '%s' or is too large", file->name);
		if (write_frame(channel, WIRE_FILE, nonce, file, err) < 0)
			return err_wrap(err, "give a run its files");
	}
	return write_frame(channel, WIRE_START, nonce, NULL, err);
}

static int wait_ready(struct run *run, uint64_t nonce, struct err *err)
{
	struct wire_frame frame;
	struct pollfd wait = { .fd = run->channel, .events = POLLIN };
	if (poll(&wait, 1, SET_UP_MS) <= 0)
		return err_set(err, ERR_PEER, "a run did not get ready within %d s", SET_UP_MS / 1000);
	if (fd_read_all(run->channel, &frame, sizeof(frame), err) < 0)
		return err_wrap(err, "a run died before it was ready");
	if (frame.type == WIRE_READY && frame.nonce == nonce && frame.bytes == 0)
		return 0;
	struct {
		int32_t error;
		char name[60];
	} broken = { 0 };
	if (frame.type != WIRE_BROKEN || frame.bytes != sizeof(broken) ||
		fd_read_all(run->channel, &broken, sizeof(broken), err) < 0)
		return err_set(err, ERR_PEER, "a run said nonsense before it was ready");
	broken.name[sizeof(broken.name) - 1] = '\0';
	errno = broken.error;
	err_sys(err, "lock a run: %s", broken.name);
	err->kind = ERR_ISOLATION;
	return -1;
}

static int bound_group(struct sandbox *sandbox, uint32_t memory_mb, struct err *err)
{
	/* Twice: the run before may still be dying. Each is bounded by its own address space; the group is the second line. */
	uint64_t bound = sandbox->group_base + ((uint64_t)memory_mb << 21) + GROUP_SLACK;
	if (sandbox->place.group_kind == GROUP_NONE || bound == sandbox->group_bound)
		return 0;
	if (group_bound(&sandbox->group, bound, err) < 0)
		return -1;
	sandbox->group_bound = bound;
	return 0;
}

static void kill_run(const struct run *run)
{
	syscall(SYS_pidfd_send_signal, run->pidfd, SIGKILL, NULL, 0);
}

static int ask_reap(struct sandbox *sandbox, int pid, struct err *err)
{
	struct zygote_reap request = { .verb = ZYGOTE_REAP, .pid = pid };
	if (send(sandbox->link, &request, sizeof(request), MSG_NOSIGNAL) == (ssize_t)sizeof(request))
		return 0;
	sandbox->broken = true;
	return err_set(err, ERR_PEER, "the zygote is gone");
}

static int hear_reaped(struct sandbox *sandbox, int pid, struct zygote_reaped *reaped, struct err *err)
{
	if (hear(sandbox->link, reaped, sizeof(*reaped), NULL, err) == 0 && reaped->pid == pid && reaped->code >= 0)
		return 0;
	sandbox->broken = true;
	return err_set(err, ERR_PEER, "the zygote lost a run");
}

/* Asks for the end of a killed run, once. The zygote waits for it, so this comes after what is urgent. */
static int ask_burial(struct sandbox *sandbox, struct err *err)
{
	if (!sandbox->dying || sandbox->dying_asked)
		return 0;
	sandbox->dying_asked = true;
	return ask_reap(sandbox, sandbox->dying, err);
}

/* Waits until a killed run is gone. */
static int bury(struct sandbox *sandbox, struct err *err)
{
	struct zygote_reaped reaped = { 0 };
	int pid = sandbox->dying;
	if (!pid)
		return 0;
	if (ask_burial(sandbox, err) < 0)
		return -1;
	sandbox->dying = 0;
	sandbox->dying_asked = false;
	return hear_reaped(sandbox, pid, &reaped, err);
}

int run_reap(struct run *run, struct err *err)
{
	struct zygote_reaped reaped = { 0 };
	if (run->reaped || run->pid < 0)
		return 0;
	kill_run(run);
	if (bury(run->sandbox, err) < 0 || ask_reap(run->sandbox, run->pid, err) < 0 ||
		hear_reaped(run->sandbox, run->pid, &reaped, err) < 0)
		return -1;
	run->reaped = true;
	run->code = reaped.code;
	run->status = reaped.status;
	run->cpu_us = reaped.cpu_us;
	return 0;
}

/* Errors of clone3 that say that this machine does not do it; the others are of the moment (no memory, no room). */
static bool refused(int error)
{
	return error == EPERM || error == EACCES || error == ENOSYS || error == EINVAL || error == EOPNOTSUPP ||
	       error == ENOSPC /* the number of namespaces is bounded, perhaps by 0 */;
}

/* The zygote clones first and waits for the last run's death afterwards, while the new one locks itself up. */
static int ask_birth(struct run *run, const struct zygote_clone *request, struct ends *ends,
	struct zygote_cloned *cloned, struct err *err)
{
	struct sandbox *sandbox = run->sandbox;
	if (sandbox->dying_asked && bury(sandbox, err) < 0)
		return -1;
	if (ask_clone(run, request, ends, err) < 0 || ask_burial(sandbox, err) < 0)
		return -1;
	return hear(sandbox->link, cloned, sizeof(*cloned), &run->pidfd, err);
}

/* What will hold it: the signal that ends it and the clock that its limit is measured by. */
static int check_reins(const struct run *run, struct err *err)
{
	struct timespec now;
	int status = 0;
	if (syscall(SYS_pidfd_send_signal, run->pidfd, 0, NULL, 0) < 0)
		status = err_sys(err, "a run could not be ended: pidfd_send_signal");
	else if (clock_gettime(run->cpu_clock, &now) < 0)
		status = err_sys(err, "a run's time could not be measured: clock_gettime");
	/* ESRCH, EINVAL: it is gone, which is no refusal of the machine's. */
	if (status < 0 && err->sys != ESRCH && err->sys != EINVAL)
		err->kind = ERR_ISOLATION;
	return status;
}

static int give_birth(struct run *run, const struct run_spec *spec, struct ends *ends, struct err *err)
{
	struct sandbox *sandbox = run->sandbox;
	uint64_t nonce;
	struct zygote_clone request = {
		.verb = ZYGOTE_CLONE,
		/* A backstop far above the limit of a step: a run may hold many steps, and its user ends it long before. */
		.cpu_seconds = 600 + spec->limits.cpu_ms / 100,
		.memory_bytes = (uint64_t)spec->limits.memory_mb << 20,
		.tmpfs_kb = TMPFS_KB,
		.group = sandbox->group.folder >= 0,
		.seed = spec->seed,
	};
	for (size_t i = 0; i < spec->file_count; i++)
		request.tmpfs_kb += (uint32_t)(spec->files[i].bytes / 1024 + 4);
	struct zygote_cloned cloned;
	random_bytes(&nonce, sizeof(nonce));
	/* Without files the set-up waits in the channel before the run exists: one wake-up less. */
	bool early = spec->file_count == 0;
	if (bound_group(sandbox, spec->limits.memory_mb, err) < 0 ||
		(early && send_set_up(run->channel, spec, nonce, err) < 0) ||
		ask_birth(run, &request, ends, &cloned, err) < 0)
		return -1;
	errno = cloned.error;
	if (cloned.error || run->pidfd < 0) {
		err_sys(err, "clone a run");
		err->kind = refused(cloned.error) ? ERR_ISOLATION : err->kind;
		return -1;
	}
	run->pid = cloned.pid;
	run->cpu_clock =
		(clockid_t)((~(unsigned)cloned.pid << 3) | 2); /* the kernel's name for a process's CPU clock */
	for (int i = 0; i < 4; i++)
		fd_close(&ends->theirs[i]);
	if (!early && send_set_up(run->channel, spec, nonce, err) < 0)
		return -1;
	if (wait_ready(run, nonce, err) < 0 || check_reins(run, err) < 0)
		return -1;
	return posture_verify(&sandbox->posture, &sandbox->place, run->pid, request.memory_bytes, err);
}

int run_start(
	struct run **out, struct sandbox *sandbox, const struct run_spec *spec, struct arena *arena, struct err *err)
{
	if (sandbox->broken || sandbox->busy)
		return err_set(err, ERR_INTERNAL, "the slot is %s", sandbox->broken ? "broken" : "busy");
	struct ends ends = { { -1, -1, -1, -1 }, { -1, -1, -1, -1 } };
	if (open_ends(&ends, err) < 0) {
		close_ends(&ends);
		return -1;
	}
	struct run *run = calloc(1, sizeof(*run));
	if (!run) {
		close_ends(&ends);
		return err_sys(err, "run");
	}
	*run = (struct run){ .sandbox = sandbox,
		.arena = arena,
		.limits = spec->limits,
		.pid = -1,
		.pidfd = -1,
		.channel = fd_take(&ends.ours[0]),
		.input = spec->input,
		.input_bytes = spec->input ? spec->input_bytes : 0,
		.input_fd = fd_take(&ends.ours[1]),
		.out.fd = fd_take(&ends.ours[2]),
		.errors.fd = fd_take(&ends.ours[3]) };
	sandbox->busy = true;
	int status = give_birth(run, spec, &ends, err);
	close_ends(&ends);
	if (status < 0) {
		struct err later;
		if (run_end(run, &later) < 0)
			sandbox->broken = true;
		return -1;
	}
	*out = run;
	return 0;
}

int sandbox_settle(struct sandbox *sandbox, struct err *err)
{
	if (sandbox->broken || bury(sandbox, err) < 0)
		return sandbox->broken ? err_set(err, ERR_PEER, "the slot is broken") : -1;
	long left = group_population(&sandbox->group), own = sandbox->place.group_kind == GROUP_V1 ? 1 : 0;
	if (left >= 0 ? left <= own || sandbox->busy : sandbox->place.group_kind == GROUP_NONE)
		return 0;
	sandbox->broken = true;
	if (left < 0)
		return err_set(err, ERR_SYSTEM, "the processes of %s cannot be counted", sandbox->place.memory_group);
	return err_set(err, ERR_INTERNAL, "%ld processes outlived their run", left - own);
}

int run_end(struct run *run, struct err *err)
{
	if (!run)
		return 0;
	struct sandbox *sandbox = run->sandbox;
	int status = 0;
	if (!run->reaped && run->pid >= 0) {
		kill_run(run);
		status = bury(sandbox, err);
		sandbox->dying = status == 0 ? run->pid : 0;
	}
	fd_close(&run->channel);
	fd_close(&run->input_fd);
	fd_close(&run->out.fd);
	fd_close(&run->errors.fd);
	fd_close(&run->pidfd);
	buf_release(&run->out.data);
	buf_release(&run->errors.data);
	buf_release(&run->frame);
	free(run);
	sandbox->busy = false;
	return status;
}
