/*
 * The table of system calls. Pure computation in CPython needs brk, mmap,
 * munmap and write; the rest is what ordinary programs ask of a file system
 * that they may only read, and what they ask out of habit and must be refused
 * in a way that Python turns into a clear exception.
 *
 * Rules of the table: register arguments only (a pointer could change under
 * us); what is not in the table answers ENOSYS, clone3, statx, openat2, faccessat2
 * and rseq among them, so that libc falls back (clone then answers EPERM); what
 * only an attacker calls kills the process ("forbidden"). What each number must
 * get is reviewed in tests/escape/syscalls.tsv.
 */

/* On another architecture libseccomp would take the same names and leave holes: arguments stand elsewhere, older calls
 * are missing, others have several numbers. Nobody has reviewed a table for it. */
#if !defined(__x86_64__) || defined(__ILP32__)
#error "the system-call filter is reviewed for x86-64 only"
#endif

#include "filter.h"
#include <errno.h>
#include <fcntl.h>
#include <linux/futex.h>
#include <linux/seccomp.h>
#include <seccomp.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <sys/mman.h>
#include <sys/syscall.h>
#include <unistd.h>

#define DENY_PERM  SCMP_ACT_ERRNO(EPERM)
#define DENY_ROFS  SCMP_ACT_ERRNO(EROFS)
#define DENY_NOSYS SCMP_ACT_ERRNO(ENOSYS)
#define DENY_NOTTY SCMP_ACT_ERRNO(ENOTTY)
#define KILL       SCMP_ACT_KILL_PROCESS

struct group {
	uint32_t action;
	const char *const *names;
};

static const char *const allowed[] = { "read", "readv", "write", "writev", "pread64", "close", "lseek", "dup", "fstat",
	"newfstatat", "stat", "lstat", "access", "faccessat", "poll", "ppoll", "select", "pselect6", "munmap", "brk",
	"mremap", "getdents64", "getcwd", "readlink", "readlinkat", "clock_gettime", "clock_getres", "clock_nanosleep",
	"nanosleep", "gettimeofday", "time", "getrandom", "getpid", "getppid", "gettid", "getuid", "geteuid", "getgid",
	"getegid", "getresuid", "getresgid", "getgroups", "getpgrp", "getpgid", "getsid", "uname", "getrusage", "times",
	"sched_yield", "sched_getaffinity", "rt_sigaction", "rt_sigprocmask", "rt_sigreturn", "rt_sigpending",
	"sigaltstack", "restart_syscall", "pause", "alarm", "setitimer", "getitimer", "exit", "exit_group", "statfs",
	"fstatfs", "getpriority", "getrlimit", "set_robust_list", NULL };

/* Ordinary Python reaches these and shows PermissionError. */
static const char *const refused[] = { "clone", "fork", "vfork", "kill", "execve", "execveat", "wait4", "waitid",
	"socket", "socketpair", "connect", "bind", "listen", "accept", "accept4", "sendto", "recvfrom", "sendmsg",
	"recvmsg", "sendmmsg", "recvmmsg", "shutdown", "getsockname", "getpeername", "setsockopt", "getsockopt", "pipe",
	"pipe2", "dup2", "dup3", "eventfd", "eventfd2", "epoll_create", "epoll_create1", "signalfd", "signalfd4",
	"timerfd_create", "inotify_init", "inotify_init1", "fanotify_init", "memfd_create", "memfd_secret", "shmget",
	"shmat", "shmctl", "shmdt", "semget", "semop", "semctl", "semtimedop", "msgget", "msgsnd", "msgrcv", "msgctl",
	"mq_open", "mq_unlink", "prctl", "arch_prctl", "setrlimit", "setpriority", "sched_setaffinity",
	"sched_setscheduler", "sched_setparam", "sched_setattr", "ioprio_set", "chdir", "fchdir", "chroot", "flock",
	"setpgid", "setsid", "setgroups", "sethostname", "setdomainname", "settimeofday", "clock_settime",
	"clock_adjtime", "adjtimex", "timer_create", "mlock", "mlock2", "mlockall", "munlock", "munlockall", "msync",
	"mincore", "rt_sigqueueinfo", "rt_tgsigqueueinfo", "pkey_alloc", "pkey_mprotect", "pkey_free",
	"name_to_handle_at", "open_by_handle_at", "acct", "syslog", "vhangup", "quotactl", "iopl", "ioperm",
	"landlock_create_ruleset", "landlock_add_rule", "landlock_restrict_self", "kcmp", "preadv", "preadv2",
	"readahead", "fadvise64", NULL };

/* Everything that would write to a file system. */
static const char *const read_only[] = { "mkdir", "mkdirat", "rmdir", "unlink", "unlinkat", "rename", "renameat",
	"renameat2", "link", "linkat", "symlink", "symlinkat", "mknod", "mknodat", "chmod", "fchmod", "fchmodat",
	"chown", "fchown", "lchown", "fchownat", "truncate", "ftruncate", "fallocate", "utime", "utimes", "futimesat",
	"utimensat", "creat", "pwrite64", "pwritev", "pwritev2", "setxattr", "lsetxattr", "fsetxattr", "removexattr",
	"lremovexattr", "fremovexattr", "sync", "syncfs", "fsync", "fdatasync", "sync_file_range", "copy_file_range",
	"sendfile", NULL };

/* Nothing that an honest exercise does: the run dies and the report says "forbidden". */
static const char *const fatal[] = { "ptrace", "process_vm_readv", "process_vm_writev", "process_madvise",
	"process_mrelease", "bpf", "perf_event_open", "keyctl", "add_key", "request_key", "mount", "umount2",
	"pivot_root", "fsopen", "fsconfig", "fsmount", "fspick", "open_tree", "move_mount", "mount_setattr", "unshare",
	"setns", "io_uring_setup", "io_uring_enter", "io_uring_register", "io_setup", "io_submit", "io_destroy",
	"io_getevents", "io_pgetevents", "io_cancel", "userfaultfd", "seccomp", "modify_ldt", "personality", "setuid",
	"setgid", "setreuid", "setregid", "setresuid", "setresgid", "setfsuid", "setfsgid", "capset", "init_module",
	"finit_module", "delete_module", "swapon", "swapoff", "reboot", "kexec_load", "kexec_file_load", "pidfd_open",
	"pidfd_getfd", "pidfd_send_signal", "splice", "tee", "vmsplice", "uselib", "lookup_dcookie", "move_pages",
	"migrate_pages", "mbind", "set_mempolicy", NULL };

static const struct group groups[] = {
	{ SCMP_ACT_ALLOW, allowed },
	{ DENY_PERM, refused },
	{ DENY_ROFS, read_only },
	{ KILL, fatal },
	{ DENY_NOTTY, (const char *const[]){ "ioctl", NULL } },
};

enum { OPEN_WRITES = O_WRONLY | O_RDWR | O_CREAT | O_TRUNC | O_APPEND | (O_TMPFILE & ~O_DIRECTORY) };

static int add_all(scmp_filter_ctx ctx)
{
	for (size_t g = 0; g < sizeof(groups) / sizeof(groups[0]); g++)
		for (const char *const *name = groups[g].names; *name; name++) {
			int number = seccomp_syscall_resolve_name(*name);
			/* A call of the last years, unknown to libseccomp 2.5.4, cannot be named: the default keeps it out
			 * with every version alike. */
			if (number < 0)
				return -EINVAL;
			int status = seccomp_rule_add(ctx, groups[g].action, number, 0);
			if (status < 0)
				return status;
		}
	return 0;
}

/* Allow where (argument & mask) == value; refuse with `otherwise` where a bit of mask is set (value 0 only). */
static int add_mask(scmp_filter_ctx ctx, int number, unsigned arg, uint64_t mask, uint32_t otherwise)
{
	int status = seccomp_rule_add(ctx, SCMP_ACT_ALLOW, number, 1, SCMP_CMP(arg, SCMP_CMP_MASKED_EQ, mask, 0));
	for (uint64_t bit = 1; status == 0 && bit && bit <= mask; bit <<= 1)
		if (mask & bit)
			status = seccomp_rule_add(
				ctx, otherwise, number, 1, SCMP_CMP(arg, SCMP_CMP_MASKED_EQ, bit, bit));
	return status;
}

/* Allows a call only where one argument is among `values`; elsewhere the default, ENOSYS. */
static int add_values(scmp_filter_ctx ctx, int number, unsigned arg, const uint64_t *values, size_t count)
{
	for (size_t i = 0; i < count; i++)
		if (seccomp_rule_add(ctx, SCMP_ACT_ALLOW, number, 1,
			    SCMP_CMP(arg, SCMP_CMP_MASKED_EQ, UINT32_MAX, values[i])) < 0)
			return -1;
	return 0;
}

#define COUNT(array) (sizeof(array) / sizeof((array)[0]))

static int add_by_argument(scmp_filter_ctx ctx)
{
	static const uint64_t advices[] = { MADV_NORMAL, MADV_DONTNEED, MADV_FREE, MADV_HUGEPAGE, MADV_NOHUGEPAGE };
	static const uint64_t commands[] = { F_GETFD, F_SETFD, F_GETFL, F_DUPFD, F_DUPFD_CLOEXEC };
	static const uint64_t futexes[] = { FUTEX_WAIT, FUTEX_WAKE, FUTEX_WAIT_PRIVATE, FUTEX_WAKE_PRIVATE,
		FUTEX_WAIT_BITSET_PRIVATE, FUTEX_WAIT_BITSET_PRIVATE | FUTEX_CLOCK_REALTIME };
	/* A run is process 1 of its namespace and its only thread is thread 1: abort() and raise() work, kill() does not. */
	static const int signals[] = { SCMP_SYS(tgkill), SCMP_SYS(tkill) };
	int status = add_mask(ctx, SCMP_SYS(mmap), 2, PROT_EXEC, DENY_PERM);
	status |= add_mask(ctx, SCMP_SYS(mprotect), 2, PROT_EXEC, DENY_PERM);
	status |= add_mask(ctx, SCMP_SYS(openat), 2, OPEN_WRITES, DENY_ROFS);
	status |= add_mask(ctx, SCMP_SYS(open), 1, OPEN_WRITES, DENY_ROFS);
	status |= add_values(ctx, SCMP_SYS(madvise), 2, advices, COUNT(advices));
	status |= add_values(ctx, SCMP_SYS(fcntl), 1, commands, COUNT(commands));
	status |= add_values(ctx, SCMP_SYS(futex), 1, futexes, COUNT(futexes));
	for (size_t i = 0; i < COUNT(signals); i++) {
		status |= seccomp_rule_add(ctx, SCMP_ACT_ALLOW, signals[i], 1, SCMP_A0_64(SCMP_CMP_EQ, 1));
		status |= seccomp_rule_add(ctx, DENY_PERM, signals[i], 1, SCMP_A0_64(SCMP_CMP_NE, 1));
	}
	/* prlimit64 reads when its new limit is NULL. */
	status |= seccomp_rule_add(ctx, SCMP_ACT_ALLOW, SCMP_SYS(prlimit64), 1, SCMP_A2_64(SCMP_CMP_EQ, 0));
	status |= seccomp_rule_add(ctx, DENY_PERM, SCMP_SYS(prlimit64), 1, SCMP_A2_64(SCMP_CMP_NE, 0));
	return status;
}

/* libseccomp 2.5 exports to a descriptor only. */
static int export_program(scmp_filter_ctx ctx, struct filter *out)
{
	int fd = memfd_create("filter", MFD_CLOEXEC);
	if (fd < 0)
		return -1;
	int status = -1;
	off_t size;
	if (seccomp_export_bpf(ctx, fd) == 0 && (size = lseek(fd, 0, SEEK_END)) > 0 &&
		size % (off_t)sizeof(struct sock_filter) == 0 &&
		size / (off_t)sizeof(struct sock_filter) <= BPF_MAXINSNS) {
		out->program.len = (unsigned short)(size / (off_t)sizeof(struct sock_filter));
		out->program.filter = malloc((size_t)size);
		if (out->program.filter && pread(fd, out->program.filter, (size_t)size, 0) == size)
			status = 0;
	}
	close(fd);
	return status;
}

static int add_answers(scmp_filter_ctx ctx, const struct call_group *group)
{
	const uint32_t action = group->answer == CALL_ALLOW  ? SCMP_ACT_ALLOW
				: group->answer == CALL_KILL ? KILL
							     : SCMP_ACT_ERRNO((uint32_t)group->answer);
	for (const char *const *name = group->names; *name; name++) {
		int number = seccomp_syscall_resolve_name(*name);
		int status = number < 0 ? -EINVAL : seccomp_rule_add(ctx, action, number, 0);
		if (status < 0)
			return status;
	}
	return 0;
}

static int add_row(scmp_filter_ctx ctx, const struct call_by_argument *row)
{
	int number = seccomp_syscall_resolve_name(row->name);
	if (number < 0)
		return -EINVAL;
	if (row->own_pid)
		return seccomp_rule_add(ctx, SCMP_ACT_ALLOW, number, 1,
			SCMP_CMP(row->argument, SCMP_CMP_MASKED_EQ, UINT32_MAX, (uint64_t)getpid()));
	int status = 0;
	for (size_t i = 0; status == 0 && i < row->count; i++)
		status = seccomp_rule_add(ctx, SCMP_ACT_ALLOW, number, 1,
			SCMP_CMP(row->argument, SCMP_CMP_MASKED_EQ, row->mask, row->values[i]));
	return status;
}

static int add_table(scmp_filter_ctx ctx, const struct call_table *table)
{
	int status = 0;
	for (const struct call_group *group = table->groups; status == 0 && group->names; group++)
		status = add_answers(ctx, group);
	for (const struct call_by_argument *row = table->by_argument; status == 0 && row->name; row++)
		status = add_row(ctx, row);
	return status;
}

static int add_run(scmp_filter_ctx ctx)
{
	int status = add_all(ctx);
	return status == 0 ? add_by_argument(ctx) : status;
}

/* Without a table: a run's. */
static int build(struct filter *out, const struct call_table *table)
{
	scmp_filter_ctx ctx = seccomp_init(DENY_NOSYS);
	errno = 0;
	if (!ctx) {
		errno = ENOMEM;
		return -1;
	}
	int status = seccomp_attr_set(ctx, SCMP_FLTATR_ACT_BADARCH, KILL);
	/* A balanced tree: the kernel walks the program once for every number when it is installed. */
	status |= seccomp_attr_set(ctx, SCMP_FLTATR_CTL_OPTIMIZE, 2);
	if (status == 0)
		status = table ? add_table(ctx, table) : add_run(ctx);
	if (status == 0)
		status = export_program(ctx, out);
	int error = errno;
	seccomp_release(ctx);
	if (status == 0)
		return 0;
	errno = status < -1 ? -status : error ? error : EINVAL; /* libseccomp returns -errno */
	return -1;
}

int filter_build(struct filter *out)
{
	return build(out, NULL);
}

int filter_build_table(struct filter *out, const struct call_table *table)
{
	return build(out, table);
}

int filter_install(const struct filter *filter)
{
	return (int)syscall(SYS_seccomp, SECCOMP_SET_MODE_FILTER, 0, &filter->program);
}
