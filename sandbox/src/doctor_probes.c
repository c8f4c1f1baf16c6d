/*
 * Nothing is read from a version number: a filter, a security module or a setting may refuse what the kernel has.
 *
 * Each probe has a process of its own. Started as root it first becomes the owner of a zygote, as the zygote does:
 * what root may do says nothing about that.
 */
#include "doctor_probes.h"
#include <errno.h>
#include <fcntl.h>
#include <grp.h>
#include <linux/close_range.h>
#include <linux/filter.h>
#include <linux/landlock.h>
#include <linux/seccomp.h>
#include <poll.h>
#include <sched.h>
#include <signal.h>
#include <stdio.h>
#include <string.h>
#include <sys/personality.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>
#include "base/file.h"
#include "doctor_rooms.h"
#include "sandbox/zygote.h"

#ifndef PR_SET_MDWE
#define PR_SET_MDWE              65
#define PR_MDWE_REFUSE_EXEC_GAIN 1
#endif

enum { PROBE_SLOT = 998 };

#define COUNT(array) (sizeof(array) / sizeof((array)[0]))

static int no_new_privs(const char **step)
{
	*step = "PR_SET_NO_NEW_PRIVS";
	return prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0);
}

/* A filter that answers getppid itself: installed and in force. */
static int try_seccomp(const char **step)
{
	struct sock_filter rules[] = {
		BPF_STMT(BPF_LD | BPF_W | BPF_ABS, offsetof(struct seccomp_data, nr)),
		BPF_JUMP(BPF_JMP | BPF_JEQ | BPF_K, SYS_getppid, 0, 1),
		BPF_STMT(BPF_RET | BPF_K, SECCOMP_RET_ERRNO | EXDEV),
		BPF_STMT(BPF_RET | BPF_K, SECCOMP_RET_ALLOW),
	};
	struct sock_fprog program = { .len = COUNT(rules), .filter = rules };
	uint32_t kill = SECCOMP_RET_KILL_PROCESS;
	if (no_new_privs(step) < 0)
		return -1;
	*step = "SECCOMP_RET_KILL_PROCESS";
	if (syscall(SYS_seccomp, SECCOMP_GET_ACTION_AVAIL, 0, &kill) < 0)
		return -1;
	*step = "SECCOMP_SET_MODE_FILTER";
	if (syscall(SYS_seccomp, SECCOMP_SET_MODE_FILTER, 0, &program) < 0)
		return -1;
	*step = "a filter in force";
	if (syscall(SYS_getppid) < 0 && errno == EXDEV)
		return 0;
	errno = EPROTO;
	return -1;
}

static _Noreturn void wait_for_death(void)
{
	for (;;)
		pause();
}

/* The raw call: clone3 may be missing and is another row. */
static int try_pidfd(const char **step)
{
	int pidfd = -1;
	*step = "clone(CLONE_PIDFD)";
	long child = syscall(SYS_clone, (unsigned long)CLONE_PIDFD | SIGCHLD, 0, &pidfd, 0, 0);
	if (child == 0)
		wait_for_death();
	if (child < 0)
		return -1;
	*step = "pidfd_send_signal";
	int status = (int)syscall(SYS_pidfd_send_signal, pidfd, SIGKILL, NULL, 0), error = errno;
	struct pollfd death = { .fd = pidfd, .events = POLLIN };
	if (status == 0) {
		*step = "poll a pidfd";
		status = poll(&death, 1, 5000) == 1 ? 0 : -1;
		error = ETIME;
	}
	kill((pid_t)child, SIGKILL);
	waitpid((pid_t)child, NULL, 0);
	errno = error;
	return status;
}

static int try_clock(const char **step)
{
	struct timespec now;
	*step = "fork";
	pid_t child = fork();
	if (child == 0)
		wait_for_death();
	if (child < 0)
		return -1;
	*step = "clock_gettime of another process";
	int status = clock_gettime((clockid_t)((~(unsigned)child << 3) | 2), &now), error = errno;
	kill(child, SIGKILL);
	waitpid(child, NULL, 0);
	errno = error;
	return status;
}

static int try_close_range(const char **step)
{
	*step = "close_range";
	if (close_range(1000, ~0U, CLOSE_RANGE_CLOEXEC) < 0)
		return -1;
	return close_range(1000, ~0U, 0);
}

static int try_limits(const char **step)
{
	static const struct {
		int resource;
		rlim_t value;
	} limits[] = {
		{ RLIMIT_CPU, 600 },
		{ RLIMIT_AS, (rlim_t)4 << 30 },
		{ RLIMIT_CORE, 0 },
		{ RLIMIT_FSIZE, 0 },
		{ RLIMIT_NOFILE, 64 },
		{ RLIMIT_NPROC, 1 },
		{ RLIMIT_STACK, 8 << 20 },
		{ RLIMIT_MEMLOCK, 0 },
		{ RLIMIT_MSGQUEUE, 0 },
		{ RLIMIT_SIGPENDING, 64 },
		{ RLIMIT_NICE, 0 },
		{ RLIMIT_RTPRIO, 0 },
	};
	*step = "setrlimit";
	for (size_t i = 0; i < COUNT(limits); i++) {
		struct rlimit both = { limits[i].value, limits[i].value };
		/* Under a sanitizer the shadow memory is above any limit: the limit is set all the same. */
		if (setrlimit((__rlimit_resource_t)limits[i].resource, &both) < 0)
			return -1;
	}
	return 0;
}

static int try_death_signal(const char **step)
{
	*step = "PR_SET_PDEATHSIG";
	if (prctl(PR_SET_PDEATHSIG, SIGKILL, 0, 0, 0) < 0)
		return -1;
	*step = "PR_SET_DUMPABLE";
	return prctl(PR_SET_DUMPABLE, 0, 0, 0, 0);
}

static int try_addresses(const char **step)
{
	*step = "personality(ADDR_NO_RANDOMIZE)";
	return personality(ADDR_NO_RANDOMIZE) < 0 ? -1 : 0;
}

/* What the verification from outside reads, of ourselves. */
static int try_proc(const char **step)
{
	static const char *const names[] = { "/proc/self/exe", "/proc/self/status", "/proc/self/limits",
		"/proc/self/mountinfo", "/proc/self/fd", "/proc/self/ns/user", "/proc/self/ns/pid", "/proc/self/ns/mnt",
		"/proc/self/ns/net", "/proc/self/ns/ipc", "/proc/self/ns/uts", "/dev/null" };
	struct stat info;
	for (size_t i = 0; i < COUNT(names); i++) {
		*step = names[i];
		if (stat(names[i], &info) < 0)
			return -1;
	}
	return 0;
}

static int try_landlock(const char **step)
{
	struct landlock_ruleset_attr attr = { .handled_access_fs = LANDLOCK_ACCESS_FS_READ_FILE };
	*step = "landlock_create_ruleset";
	if (syscall(SYS_landlock_create_ruleset, NULL, 0, LANDLOCK_CREATE_RULESET_VERSION) <= 0)
		return -1;
	*step = "landlock_create_ruleset for reading";
	int rules = (int)syscall(SYS_landlock_create_ruleset, &attr, sizeof(attr), 0);
	if (rules < 0 || no_new_privs(step) < 0)
		return -1;
	*step = "landlock_restrict_self";
	return (int)syscall(SYS_landlock_restrict_self, rules, 0);
}

static int try_mdwe(const char **step)
{
	*step = "PR_SET_MDWE";
	return prctl(PR_SET_MDWE, PR_MDWE_REFUSE_EXEC_GAIN, 0, 0, 0);
}

static int become_owner(const char **step)
{
	uid_t owner = ZYGOTE_OWNER_UID + PROBE_SLOT;
	*step = "setgroups";
	if (setgroups(0, NULL) < 0)
		return -1;
	*step = "setresgid";
	if (setresgid(owner, owner, owner) < 0)
		return -1;
	*step = "setresuid";
	return setresuid(owner, owner, owner);
}

/* The child's end of a pair says "u" in its namespace, and ends when ours closes. */
static _Noreturn void be_mapped(int sync)
{
	const char *step;
	char turn;
	if (become_owner(&step) < 0 || unshare(CLONE_NEWUSER) < 0 || write(sync, "u", 1) != 1)
		_exit(1);
	(void)!read(sync, &turn, 1);
	_exit(0);
}

/* Two uids in a namespace that another user owns: a container's root may lack the right. */
static int map_two(pid_t child)
{
	char path[40], map[80];
	unsigned owner = ZYGOTE_OWNER_UID + PROBE_SLOT, run = ZYGOTE_RUN_UID + PROBE_SLOT;
	snprintf(map, sizeof(map), "0 %u 1\n1 %u 1\n", owner, run);
	snprintf(path, sizeof(path), "/proc/%d/uid_map", (int)child);
	if (rooms_write(path, map) < 0)
		return -1;
	snprintf(path, sizeof(path), "/proc/%d/gid_map", (int)child);
	return rooms_write(path, map);
}

static int try_maps(const char **step)
{
	int pair[2];
	char said;
	*step = "socketpair";
	if (socketpair(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0, pair) < 0)
		return -1;
	cleanup_fd int ours = pair[0], theirs = pair[1];
	*step = "fork";
	pid_t child = fork();
	if (child < 0)
		return -1;
	if (child == 0) {
		close(pair[0]);
		be_mapped(pair[1]);
	}
	fd_close(&theirs);
	*step = "write uid_map with two uids (CAP_SYS_ADMIN)";
	/* Nothing said: there is no user namespace, which has a row of its own. */
	int status = read(ours, &said, 1) == 1 ? map_two(child) : 0, error = errno;
	fd_close(&ours);
	waitpid(child, NULL, 0);
	errno = error;
	return status;
}

/* Root that may not give its rights up would have to keep them: refused. Without root there is one uid. */
static int try_uids(const char **step)
{
	*step = "root";
	if (geteuid() == 0)
		return try_maps(step) < 0 ? -1 : become_owner(step);
	errno = EPERM;
	return -1;
}

const struct doctor_layer doctor_layers[] = {
	{ "uid-per-slot", try_uids, false, "one-uid", "root", 0 },
	{ "user-namespaces", rooms_user, true, NULL, NULL, 0 },
	{ "mount-namespace", rooms_mount, true, NULL, NULL, 0 },
	{ "pid-namespace", rooms_pid, true, NULL, NULL, 0 },
	{ "network-namespace", rooms_net, true, NULL, NULL, 0 },
	{ "ipc-namespace", rooms_ipc, true, NULL, NULL, 0 },
	{ "uts-namespace", rooms_uts, true, NULL, NULL, 0 },
	{ "own-tmpfs", rooms_tmpfs, true, NULL, NULL, 0 },
	{ "private-mounts", rooms_mounts, true, NULL, NULL, 0 },
	{ "capabilities", rooms_capabilities, true, NULL, NULL, 0 },
	{ "no-new-privileges", no_new_privs, false, NULL, NULL, 0 },
	{ "seccomp", try_seccomp, false, NULL, NULL, 0 },
	{ "clone3", rooms_clone3, true, NULL, NULL, 0 },
	{ "pidfd", try_pidfd, false, NULL, NULL, 0 },
	{ "cpu-clock", try_clock, false, NULL, NULL, 0 },
	{ "close-range", try_close_range, false, NULL, NULL, 0 },
	{ "limits", try_limits, false, NULL, NULL, 0 },
	{ "death-signal", try_death_signal, false, NULL, NULL, 0 },
	{ "fixed-addresses", try_addresses, false, NULL, NULL, 0 },
	{ "proc", try_proc, false, NULL, NULL, 0 },
	{ "landlock", try_landlock, false, "no-landlock", "landlock_create_ruleset", 0 },
	{ "memory-deny-write-execute", try_mdwe, false, "no-mdwe", "PR_SET_MDWE", EINVAL },
};
const size_t doctor_layer_count = COUNT(doctor_layers);

static _Noreturn void attempt(const struct doctor_layer *layer, int told)
{
	struct doctor_stumble stumble = { .error = 0 };
	const char *step = "";
	/* When even that is refused, the row of uids says so. */
	if (geteuid() == 0 && layer->attempt != try_uids)
		(void)!become_owner(&step);
	errno = 0;
	if (layer->attempt(&step) < 0) {
		stumble.error = errno ? errno : EPROTO;
		snprintf(stumble.step, sizeof(stumble.step), "%s", step);
	}
	_exit(write(told, &stumble, sizeof(stumble)) == (ssize_t)sizeof(stumble) ? 0 : 1);
}

void doctor_try(const struct doctor_layer *layer, struct doctor_stumble *out)
{
	int pair[2];
	*out = (struct doctor_stumble){ .step = "probe", .error = EIO };
	if (pipe2(pair, O_CLOEXEC) < 0)
		return;
	cleanup_fd int in = pair[0], told = pair[1];
	pid_t child = fork();
	if (child == 0)
		attempt(layer, told);
	fd_close(&told);
	struct doctor_stumble stumble;
	if (child > 0 && read(in, &stumble, sizeof(stumble)) == (ssize_t)sizeof(stumble))
		*out = stumble;
	if (child > 0)
		waitpid(child, NULL, 0);
}
