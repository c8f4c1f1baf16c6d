/*
 * What the zygote says to its launcher and to its grader, and a run before it is ready: one packet or frame of any
 * bytes, cut short or too long, with a descriptor or without. An error that says so, or a well-formed word.
 * First byte: which word is waited for, and whether a descriptor comes along; the rest: the bytes.
 *
 * The readers are inside run.c and zygote.c: these are compiled here.
 * links: sandbox
 */
#include "../../../sandbox/src/run.c"
#define refused refused_by_launcher /* each has one of its own */
#include "../../../sandbox/src/zygote.c"
#undef refused

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t bytes);

static void say(int socket, const void *data, size_t bytes, int fd)
{
	union {
		struct cmsghdr header;
		char space[CMSG_SPACE(sizeof(int))];
	} control = { { .cmsg_level = SOL_SOCKET, .cmsg_type = SCM_RIGHTS, .cmsg_len = CMSG_LEN(sizeof(int)) } };
	struct iovec part = { (void *)(uintptr_t)data, bytes };
	struct msghdr message = { .msg_iov = &part, .msg_iovlen = 1 };

	memcpy(CMSG_DATA(&control.header), &fd, sizeof(fd));
	if (fd >= 0) {
		message.msg_control = &control;
		message.msg_controllen = sizeof(control);
	}
	if (bytes > 0 && sendmsg(socket, &message, MSG_NOSIGNAL) < 0)
		abort();
}

static int try_hello(int socket, struct err *err)
{
	struct zygote zygote = { .link = socket };
	int status = hear_hello(&zygote, err);

	if (status == 0 && memchr(zygote.place.python, 0, sizeof(zygote.place.python)) == NULL)
		abort();
	return status;
}

static int try_cloned(int socket, struct err *err)
{
	struct zygote_cloned cloned;
	int fd = -1, status = hear(socket, &cloned, sizeof(cloned), &fd, err);

	if (fd >= 0 && fcntl(fd, F_GETFD) != FD_CLOEXEC)
		abort();
	fd_close(&fd);
	return status;
}

static int try_reaped(int socket, struct err *err)
{
	struct sandbox sandbox = { .link = socket };
	struct zygote_reaped reaped = { 0 };
	int status = hear_reaped(&sandbox, 4242, &reaped, err);

	if ((status < 0) != sandbox.broken || (status == 0 && (reaped.pid != 4242 || reaped.code < 0)))
		abort();
	return status;
}

static int try_ready(int socket, struct err *err)
{
	struct run run = { .channel = socket };

	return wait_ready(&run, 7, err);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t bytes)
{
	static int (*const tries[])(int, struct err *) = { try_hello, try_cloned, try_reaped, try_ready };
	struct err err = { 0 };
	int pair[2], lowest = dup(0);

	close(lowest);
	if (bytes < 1 || bytes > 4000)
		return 0;
	unsigned which = data[0] % 4;
	if (socketpair(AF_UNIX, (which == 3 ? SOCK_STREAM : SOCK_SEQPACKET) | SOCK_CLOEXEC, 0, pair) < 0)
		abort();
	say(pair[1], data + 1, bytes - 1, data[0] & 0x80 ? pair[1] : -1);
	close(pair[1]);
	if (tries[which](pair[0], &err) < 0 && (err.kind == ERR_NONE || err.text[0] == '\0'))
		abort();
	close(pair[0]);
	if (dup(0) != lowest || close(lowest) != 0) /* a descriptor stayed open */
		abort();
	return 0;
}
