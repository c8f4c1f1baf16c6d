#include "sandbox/zygote.h"
#include <errno.h>
#include <fcntl.h>
#include <grp.h>
#include <poll.h>
#include <sched.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/personality.h>
#include <sys/socket.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <unistd.h>
#include "base/file.h"
#include "group.h"
#include "uids.h"
#include "wire.h"

enum { HELLO_MS = 20000, LINK_FD = 3 };

/*
 * Two user namespaces, one in the other: the zygote's own, where its runs live, and the slot's around it. A grader
 * that locks itself up enters the slot's (role.c): so it still owns the zygote and may look at its runs, while no other
 * process of the machine, of the same user or not, is within its reach.
 */
struct zygote {
	struct sandbox_place place;
	int link;
	int slot_ns; /* the slot's user namespace */
	int uids; /* the lock on its uids; -1: none */
	pid_t pid;
};

/* What the child says when it fails between fork and exec. */
struct stumble {
	char step[32];
	int error;
};

static int open_program(const char *path, struct err *err)
{
	char beside[512];
	ssize_t length = path ? -1 : readlink("/proc/self/exe", beside, sizeof(beside) - 20);
	if (length > 0) {
		beside[length] = '\0';
		char *slash = strrchr(beside, '/');
		memcpy(slash ? slash + 1 : beside, "bareme-python", sizeof("bareme-python"));
		path = beside;
	}
	int fd = path ? open(path, O_PATH | O_CLOEXEC) : -1;
#ifdef BAREME_PYTHON
	if (fd < 0 && path == beside)
		fd = open(path = BAREME_PYTHON, O_PATH | O_CLOEXEC);
#endif
	if (fd >= 0)
		return fd;
	err_sys(err, "open the interpreter %s", path ? path : "bareme-python");
	err->kind = ERR_ISOLATION;
	return -1;
}

static _Noreturn void stumble(int sync, const char *step)
{
	struct stumble told = { .error = errno };
	strncpy(told.step, step, sizeof(told.step) - 1);
	if (write(sync, &told, sizeof(told)) < 0)
		_exit(71);
	_exit(70);
}

static void wait_turn(int sync)
{
	char turn;
	if (read(sync, &turn, 1) != 1)
		_exit(72); /* the launcher gave up */
}

/* The kernel's killer, if it ever must choose, takes a run or its zygote (our fault, tried again) and not the service. */
static void prefer_as_victim(void)
{
	int fd = open("/proc/self/oom_score_adj", O_WRONLY | O_CLOEXEC);
	if (fd < 0)
		return;
	/* A preference only: the address space is bounded anyway. */
	(void)!write(fd, "1000", 4);
	close(fd);
}

union ancillary {
	struct cmsghdr header;
	char space[CMSG_SPACE(sizeof(int))];
};

/* Sent and not looked up by the launcher, which would need CAP_SYS_PTRACE for it. */
static int show_namespace(int sync)
{
	union ancillary control = { .header = {
					    .cmsg_len = CMSG_LEN(sizeof(int)),
					    .cmsg_level = SOL_SOCKET,
					    .cmsg_type = SCM_RIGHTS,
				    } };
	char turn = 'u';
	struct iovec part = { &turn, 1 };
	struct msghdr message = {
		.msg_iov = &part, .msg_iovlen = 1, .msg_control = &control, .msg_controllen = sizeof(control)
	};
	int fd = open("/proc/self/ns/user", O_RDONLY | O_CLOEXEC);
	if (fd < 0)
		return -1;
	memcpy(CMSG_DATA(&control.header), &fd, sizeof(fd));
	int status = sendmsg(sync, &message, MSG_NOSIGNAL) == 1 ? 0 : -1;
	close(fd);
	return status;
}

/* Between fork and exec: system calls only. Descriptors: sync (CLOEXEC), link, program (CLOEXEC). */
static _Noreturn void become_zygote(int sync, int link, int program, const struct zygote_config *config,
	const struct sandbox_place *place, bool root)
{
	static char seed[16], uid[16];
	snprintf(seed, sizeof(seed), "%u", config->hash_seed);
	snprintf(uid, sizeof(uid), "%u", root ? 1U : 0U);
	setsid(); /* a Ctrl-C at the terminal is for the launcher, which ends us in order */
	wait_turn(sync); /* in its group */
	prefer_as_victim(); /* before the change of uid, which makes /proc/self root's */
	if (root && (setgroups(0, NULL) < 0 || setresgid(place->owner_uid, place->owner_uid, place->owner_uid) < 0 ||
			    setresuid(place->owner_uid, place->owner_uid, place->owner_uid) < 0))
		stumble(sync, "owner's uid");
	/* The same addresses in every zygote: what depends on them (the order of a set of functions) is the same in a replay. */
	if (personality(ADDR_NO_RANDOMIZE) < 0)
		stumble(sync, "fixed addresses");
	if (unshare(CLONE_NEWUSER) < 0)
		stumble(sync, "user namespace");
	if (show_namespace(sync) < 0)
		stumble(sync, "show the user namespace");
	wait_turn(sync); /* its uids are mapped */
	if (unshare(CLONE_NEWUSER) < 0)
		stumble(sync, "user namespace in a user namespace");
	if (write(sync, "u", 1) != 1)
		_exit(73);
	wait_turn(sync); /* and the inner one's */
	int null = open("/dev/null", O_RDWR | O_CLOEXEC);
	if (null < 0 || dup2(null, 0) < 0 || dup2(null, 1) < 0 || dup2(null, 2) < 0)
		stumble(sync, "null device");
	/* What must survive moves out of the way first: any of them may be number 3. */
	sync = fcntl(sync, F_DUPFD_CLOEXEC, 10);
	program = fcntl(program, F_DUPFD_CLOEXEC, 10);
	link = fcntl(link, F_DUPFD_CLOEXEC, 10);
	if (sync < 0 || program < 0 || link < 0 || dup2(link, LINK_FD) < 0)
		stumble(sync, "link");
	if (syscall(SYS_close_range, LINK_FD + 1, ~0U, 1U << 2 /* CLOSE_RANGE_CLOEXEC */) < 0)
		stumble(sync, "close_range");
	sigset_t none;
	sigemptyset(&none);
	sigprocmask(SIG_SETMASK, &none, NULL);
	char *const environment[] = { (char[]){ "LANG=C.UTF-8" }, (char[]){ "TZ=UTC" }, NULL };
	char *const argv[] = { (char[]){ "bareme-python" }, seed, uid, NULL };
	syscall(SYS_execveat, program, "", argv, environment, AT_EMPTY_PATH);
	stumble(sync, "execute the interpreter");
}

static int write_proc(pid_t pid, const char *name, const char *text, struct err *err)
{
	char path[64];
	snprintf(path, sizeof(path), "/proc/%d/%s", (int)pid, name);
	cleanup_fd int fd = open(path, O_WRONLY | O_CLOEXEC);
	if (fd < 0 || write(fd, text, strlen(text)) != (ssize_t)strlen(text))
		return err_sys(err, "write %s", path);
	return 0;
}

/* The slot's namespace: every id that will be needed keeps its number. */
static int map_slot(const struct sandbox_place *place, pid_t pid, bool root, struct err *err)
{
	char uids[96], gids[96];
	if (root) {
		snprintf(uids, sizeof(uids), "%u %u 1\n%u %u 1\n", place->owner_uid, place->owner_uid, place->run_uid,
			place->run_uid);
		snprintf(gids, sizeof(gids), "%s", uids);
	} else {
		snprintf(uids, sizeof(uids), "%u %u 1\n", (unsigned)geteuid(), (unsigned)geteuid());
		snprintf(gids, sizeof(gids), "%u %u 1\n", (unsigned)getegid(), (unsigned)getegid());
		if (write_proc(pid, "setgroups", "deny", err) < 0)
			return -1;
	}
	if (write_proc(pid, "uid_map", uids, err) < 0)
		return -1;
	return write_proc(pid, "gid_map", gids, err);
}

/* The zygote's own: 0 is the owner; as root 1 is the runs'. */
static int map_zygote(const struct sandbox_place *place, pid_t pid, bool root, struct err *err)
{
	char uids[96], gids[96];
	if (root) {
		snprintf(uids, sizeof(uids), "0 %u 1\n1 %u 1\n", place->owner_uid, place->run_uid);
		snprintf(gids, sizeof(gids), "%s", uids);
	} else {
		snprintf(uids, sizeof(uids), "0 %u 1\n", (unsigned)geteuid());
		snprintf(gids, sizeof(gids), "0 %u 1\n", (unsigned)getegid());
	}
	if (write_proc(pid, "uid_map", uids, err) < 0)
		return -1;
	return write_proc(pid, "gid_map", gids, err);
}

/* Only a member of the namespace around it may map the inner one: a throw-away child becomes one. */
static int map_from_within(const struct zygote *zygote, bool root, struct err *err)
{
	int status = 0;
	pid_t child = fork();
	if (child < 0)
		return err_sys(err, "fork");
	if (child == 0) {
		struct err why = { 0 };
		if (setns(zygote->slot_ns, CLONE_NEWUSER) < 0)
			_exit(errno);
		_exit(map_zygote(&zygote->place, zygote->pid, root, &why) == 0 ? 0 : why.sys ? why.sys : EIO);
	}
	while (waitpid(child, &status, 0) < 0 && errno == EINTR)
		;
	errno = WIFEXITED(status) ? WEXITSTATUS(status) : EIO;
	return status == 0 ? 0 : err_sys(err, "map the zygote's uids");
}

/* `fd`: gets the descriptor that comes along; NULL: none does. `last`: the next is no word, but the end of its socket when
 * it executes the interpreter; before that the end is a death. */
static int told(int sync, int *fd, bool last, struct err *err)
{
	struct stumble stumble = { 0 };
	union ancillary control;
	struct iovec part = { &stumble, sizeof(stumble) };
	struct msghdr message = {
		.msg_iov = &part,
		.msg_iovlen = 1,
		.msg_control = fd ? &control : NULL,
		.msg_controllen = fd ? CMSG_LEN(sizeof(int)) : 0, /* the padding has room for a second one */
	};
	ssize_t got = recvmsg(sync, &message, MSG_CMSG_CLOEXEC);
	struct cmsghdr *header = got > 0 ? CMSG_FIRSTHDR(&message) : NULL;
	if (fd && header && header->cmsg_type == SCM_RIGHTS)
		memcpy(fd, CMSG_DATA(header), sizeof(*fd));
	if (got == (last ? 0 : 1))
		return 0;
	if (got != (ssize_t)sizeof(stumble))
		return err_set(err, ERR_PEER, "the zygote died before it started");
	errno = stumble.error;
	err_sys(err, "start the zygote: %s", stumble.step);
	err->kind = ERR_ISOLATION;
	return -1;
}

/* What the launcher may not do to the namespaces is a refusal of the machine's like any other. */
static int refused(struct err *err)
{
	err->kind = ERR_ISOLATION;
	return -1;
}

static int shake_hands(struct zygote *zygote, int sync, bool root, struct err *err)
{
	if (group_join(&zygote->place, zygote->pid, err) < 0)
		return -1;
	if (write(sync, "g", 1) != 1 || told(sync, &zygote->slot_ns, false, err) < 0)
		return err->kind ? -1 : err_sys(err, "start the zygote");
	if (map_slot(&zygote->place, zygote->pid, root, err) < 0) {
		err_wrap(err, "map the slot's uids");
		return refused(err);
	}
	if (write(sync, "m", 1) != 1 || told(sync, NULL, false, err) < 0)
		return err->kind ? -1 : err_sys(err, "start the zygote");
	if (map_from_within(zygote, root, err) < 0)
		return refused(err);
	if (write(sync, "m", 1) != 1)
		return err_sys(err, "start the zygote");
	return told(sync, NULL, true, err);
}

static int hear_hello(struct zygote *zygote, struct err *err)
{
	struct zygote_hello hello = { 0 };
	struct pollfd wait = { .fd = zygote->link, .events = POLLIN };
	if (poll(&wait, 1, HELLO_MS) <= 0)
		return err_set(err, ERR_ISOLATION, "the zygote did not answer within %d s", HELLO_MS / 1000);
	if (recv(zygote->link, &hello, sizeof(hello), 0) != (ssize_t)sizeof(hello) || hello.version != WIRE_VERSION)
		return err_set(
			err, ERR_ISOLATION, "the zygote died while it warmed up (is bareme-python of this build?)");
	if (hello.step) {
		hello.step_name[sizeof(hello.step_name) - 1] = '\0';
		errno = hello.error;
		err_sys(err, "zygote: %s", hello.step_name);
		err->kind = ERR_ISOLATION;
		return -1;
	}
	memcpy(zygote->place.python, hello.python, sizeof(zygote->place.python));
	zygote->place.python[sizeof(zygote->place.python) - 1] = '\0';
	zygote->place.landlock_abi = hello.landlock_abi;
	zygote->place.mdwe = hello.mdwe;
	return 0;
}

static int launch(struct zygote *zygote, const struct zygote_config *config, bool root, struct err *err)
{
	int pair[2], sync[2];
	cleanup_fd int program = open_program(config->python, err);
	if (program < 0)
		return -1;
	if (socketpair(AF_UNIX, SOCK_SEQPACKET | SOCK_CLOEXEC, 0, pair) < 0)
		return err_sys(err, "make the zygote's link");
	zygote->link = pair[0];
	cleanup_fd int theirs = pair[1];
	if (socketpair(AF_UNIX, SOCK_SEQPACKET | SOCK_CLOEXEC, 0, sync) < 0)
		return err_sys(err, "make the zygote's link");
	cleanup_fd int ours = sync[0];
	cleanup_fd int child = sync[1];
	zygote->pid = fork();
	if (zygote->pid < 0)
		return err_sys(err, "fork the zygote");
	if (zygote->pid == 0) {
		close(ours);
		become_zygote(child, theirs, program, config, &zygote->place, root);
	}
	fd_close(&theirs);
	fd_close(&child);
	zygote->place.pid = zygote->pid;
	err->kind = ERR_NONE;
	if (shake_hands(zygote, ours, root, err) < 0)
		return -1;
	return hear_hello(zygote, err);
}

static void name_uids(struct zygote *zygote, const struct zygote_config *config, bool root, int number)
{
	zygote->place.owner_uid = !root               ? geteuid()
				  : config->owner_uid ? config->owner_uid
						      : (uint32_t)(ZYGOTE_OWNER_UID + number);
	zygote->place.run_uid = root ? (uint32_t)(ZYGOTE_RUN_UID + number) : geteuid();
}

int zygote_launch(struct zygote **out, const struct zygote_config *config, struct err *err)
{
	if (config->slot < 0 || config->slot > 999)
		return err_set(err, ERR_INPUT, "slot %d is not within 0..999", config->slot);
	struct zygote *zygote = calloc(1, sizeof(*zygote));
	if (!zygote)
		return err_sys(err, "zygote");
	bool root = geteuid() == 0;
	zygote->link = zygote->slot_ns = zygote->uids = -1;
	zygote->place.slot = config->slot;
	int number = config->slot;
	struct err why = { 0 };
	if (root && uids_take(&number, &zygote->uids, UIDS_PATH, config->slot, err) < 0) {
		free(zygote);
		return -1;
	}
	name_uids(zygote, config, root, number);
	group_make(&zygote->place);
	if (launch(zygote, config, root, &why) < 0) {
		zygote_stop(zygote);
		*err = why;
		return -1;
	}
	*out = zygote;
	return 0;
}

const struct sandbox_place *zygote_place(const struct zygote *zygote)
{
	return &zygote->place;
}

int zygote_take_link(struct zygote *zygote)
{
	return fd_take(&zygote->link);
}

int zygote_take_slot_ns(struct zygote *zygote)
{
	return fd_take(&zygote->slot_ns);
}

pid_t zygote_pid(const struct zygote *zygote)
{
	return zygote->pid;
}

void zygote_stop(struct zygote *zygote)
{
	if (!zygote)
		return;
	fd_close(&zygote->link);
	fd_close(&zygote->slot_ns);
	if (zygote->pid > 0) {
		kill(zygote->pid, SIGKILL);
		while (waitpid(zygote->pid, NULL, 0) < 0 && errno == EINTR)
			;
	}
	group_remove(&zygote->place);
	fd_close(&zygote->uids);
	free(zygote);
}
