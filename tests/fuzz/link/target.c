/*
 * What the zygote says to its launcher and to its grader, and a run before it is ready: one packet or frame of any
 * bytes, cut short or too long, with a descriptor or without. An error that says so, or a well-formed word.
 * First byte: which word is waited for, and whether a descriptor comes along, or two; the rest: the bytes.
 *
 * The readers are inside run.c and zygote.c: these are compiled here.
 * links: sandbox
 */
#include "../../../sandbox/src/run.c"
#define refused refused_by_launcher /* each has one of its own */
#include "../../../sandbox/src/zygote.c"
#undef refused

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t bytes);

static void say(int socket, const void *data, size_t bytes, int fd, int count)
{
	union {
		struct cmsghdr header;
		char space[CMSG_SPACE(2 * sizeof(int))];
	} control = { { .cmsg_level = SOL_SOCKET, .cmsg_type = SCM_RIGHTS } };
	struct iovec part = { (void *)(uintptr_t)data, bytes };
	struct msghdr message = { .msg_iov = &part, .msg_iovlen = 1 };

	control.header.cmsg_len = CMSG_LEN((size_t)count * sizeof(int));
	for (int i = 0; i < count; i++)
		memcpy(CMSG_DATA(&control.header) + i * sizeof(int), &fd, sizeof(fd));
	if (fd >= 0) {
		message.msg_control = &control;
		message.msg_controllen = CMSG_SPACE((size_t)count * sizeof(int));
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

/* Only the last word is the end of the socket. */
static int try_told(int socket, bool last, bool silent, struct err *err)
{
	int fd = -1, status = told(socket, last ? NULL : &fd, last, err);

	if ((last && silent && status < 0) || (silent && !last && status == 0))
		abort();
	fd_close(&fd);
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

/* Which of the descriptors that may be opened next are open, a bit each. */
static unsigned open_ones(void)
{
	unsigned found = 0;

	for (int fd = 0; fd < 32; fd++)
		found |= (unsigned)(fcntl(fd, F_GETFD) >= 0) << fd;
	return found;
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t bytes)
{
	static int (*const tries[])(int, struct err *) = { try_hello, try_cloned, try_reaped, try_ready };
	struct err err = { 0 };
	int pair[2];
	unsigned before = open_ones();

	if (bytes < 1 || bytes > 4000)
		return 0;
	unsigned which = data[0] % 4;
	if (socketpair(AF_UNIX, (which == 3 ? SOCK_STREAM : SOCK_SEQPACKET) | SOCK_CLOEXEC, 0, pair) < 0)
		abort();
	say(pair[1], data + 1, bytes - 1, data[0] & 0x80 ? pair[1] : -1, data[0] & 0x40 ? 2 : 1);
	close(pair[1]);
	bool sync = which == 0 && (data[0] & 0x20);
	int status = sync ? try_told(pair[0], data[0] & 0x10, bytes == 1, &err) : tries[which](pair[0], &err);
	if (status < 0 && (err.kind == ERR_NONE || err.text[0] == '\0'))
		abort();
	close(pair[0]);
	if (open_ones() != before) /* a descriptor stayed open */
		abort();
	return 0;
}
