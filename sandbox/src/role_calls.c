/*
 * Measured with strace over the tests of the API, of faults and of the whole service, then reviewed. What is not here
 * answers ENOSYS, so that libc falls back as on an older kernel (clone3 to clone, statx to newfstatat); what no
 * honest line of ours, of SQLite or of libmicrohttpd could ever ask ends the process.
 *
 * No process makes a socket: the front was given its listening one, a grader its links. None executes, and after the
 * lock no page becomes executable, so none loads a library either.
 *
 * A sanitized build has rows of its own, in that build alone: its leak check stops the threads by ptrace from a
 * clone, and reads /proc.
 */
#include "role_calls.h"
#include <errno.h>
#include <fcntl.h>
#include <linux/futex.h>
#include <sched.h>
#include <signal.h>
#include <stddef.h>
#include <sys/mman.h>
#include <sys/prctl.h>
#include <sys/socket.h>

#if defined(__SANITIZE_ADDRESS__) || defined(__SANITIZE_THREAD__)
#define SANITIZED 1
#elif defined(__has_feature)
#if __has_feature(address_sanitizer) || __has_feature(thread_sanitizer)
#define SANITIZED 1
#endif
#endif

static const char *const ordinary[] = { "read", "readv", "write", "writev", "pread64", "close", "lseek", "fstat",
	"newfstatat", "poll", "ppoll", "recvfrom", "recvmsg", "sendto", "sendmsg", "munmap", "brk", "mremap",
	"clock_gettime", "clock_getres", "clock_nanosleep", "nanosleep", "gettimeofday", "time", "getrandom", "getpid",
	"gettid", "getuid", "geteuid", "getgid", "getegid", "getrusage", "uname", "sched_yield", "sched_getaffinity",
	"rt_sigaction", "rt_sigprocmask", "rt_sigreturn", "rt_sigpending", "rt_sigtimedwait", "sigaltstack",
	"restart_syscall", "set_robust_list", "getdents64", "flock", "pwrite64", "exit", "exit_group", NULL };

/* Only somebody who took the process over asks for these. */
static const char *const fatal[] = { "execve", "execveat",
#ifndef SANITIZED
	"ptrace",
#endif
	"process_vm_readv", "process_vm_writev", "process_madvise", "process_mrelease", "bpf", "perf_event_open",
	"keyctl", "add_key", "request_key", "mount", "umount2", "pivot_root", "chroot", "fsopen", "fsconfig", "fsmount",
	"fspick", "open_tree", "move_mount", "mount_setattr", "unshare", "setns", "io_uring_setup", "io_uring_enter",
	"io_uring_register", "io_setup", "userfaultfd", "seccomp", "modify_ldt", "personality", "setuid", "setgid",
	"setreuid", "setregid", "setresuid", "setresgid", "setgroups", "setfsuid", "setfsgid", "capset", "init_module",
	"finit_module", "delete_module", "swapon", "swapoff", "reboot", "kexec_load", "kexec_file_load", "pidfd_open",
	"pidfd_getfd", "kcmp", "open_by_handle_at", NULL };

/* Refused without a death: a library might try, and live without. */
static const char *const refused[] = { "socket", "connect", "bind", "kill", "fork", "vfork", "memfd_create", "shmget",
	"msgget", "semget", "mq_open", "link", "linkat", "symlink", "symlinkat", "mknod", "mknodat", "setrlimit",
	"setpriority", "sched_setaffinity", "sched_setscheduler", NULL };

static const char *const terminal[] = { "ioctl", NULL };

static const char *const sanitizer[] = {
#ifdef SANITIZED
	"ptrace", "getdents", "wait4", "readlink", "open", "stat", "pipe", "dup", "dup2", "getppid", "prlimit64",
	"mincore", "sched_getparam",
#endif
	NULL
};

#define EVERY_ROLE                                                                                                     \
	{ CALL_ALLOW, ordinary }, { CALL_KILL, fatal }, { EPERM, refused }, { ENOTTY, terminal },                      \
	{                                                                                                              \
		CALL_ALLOW, sanitizer                                                                                  \
	}

#define EVERY_ROLE_BY_ARGUMENT                                                                                         \
	{ "mmap", 2, false, PROT_EXEC, { 0 }, 1 }, { "mprotect", 2, false, PROT_EXEC, { 0 }, 1 },                      \
		{ "madvise", 2, false, UINT32_MAX,                                                                     \
			{ MADV_NORMAL, MADV_DONTNEED, MADV_FREE, MADV_HUGEPAGE, MADV_NOHUGEPAGE, MADV_DONTDUMP }, 6 }, \
		{ "futex", 1, false, UINT32_MAX,                                                                       \
			{ FUTEX_WAIT, FUTEX_WAKE, FUTEX_WAIT_PRIVATE, FUTEX_WAKE_PRIVATE, FUTEX_WAIT_BITSET,           \
				FUTEX_WAIT_BITSET | FUTEX_CLOCK_REALTIME, FUTEX_WAIT_BITSET_PRIVATE,                   \
				FUTEX_WAIT_BITSET_PRIVATE | FUTEX_CLOCK_REALTIME },                                    \
			8 },                                                                                           \
	{                                                                                                              \
		"tgkill", 0, true                                                                                      \
	}

#define NEW_NAMESPACES                                                                                                 \
	(CLONE_NEWNS | CLONE_NEWCGROUP | CLONE_NEWUTS | CLONE_NEWIPC | CLONE_NEWUSER | CLONE_NEWPID | CLONE_NEWNET)

#ifdef SANITIZED
#define SANITIZER_PRCTL , PR_GET_DUMPABLE, PR_SET_DUMPABLE, PR_SET_PTRACER
enum { PRCTLS = 4, CLONES = 2 };
#define SANITIZER_CLONE , CLONE_VM
#else
#define SANITIZER_PRCTL
enum { PRCTLS = 1, CLONES = 1 };
#define SANITIZER_CLONE
#endif

/* ---- front: HTTP, threads, SQLite ---- */

static const char *const front_allowed[] = { "stat", "lstat", "access", "faccessat", "readlink", "readlinkat", "getcwd",
	"openat", "unlink", "fsync", "fdatasync", "ftruncate", "fallocate", "fchmod", "fstatfs", "epoll_create1",
	"epoll_ctl", "epoll_wait", "epoll_pwait", "eventfd2", "signalfd4", "listen", "accept4", "shutdown",
	"getsockopt", "getsockname", "getpeername", "sendfile", "rseq", "membarrier", NULL };

static const struct call_group front_groups[] = { EVERY_ROLE, { CALL_ALLOW, front_allowed }, { 0 } };

static const struct call_by_argument front_by_argument[] = { EVERY_ROLE_BY_ARGUMENT,
	{ "fcntl", 1, false, UINT32_MAX,
		{ F_GETFD, F_SETFD, F_GETFL, F_SETFL, F_DUPFD_CLOEXEC, F_GETLK, F_SETLK, F_SETLKW }, 8 },
	{ "setsockopt", 1, false, UINT32_MAX, { SOL_SOCKET, 6 /* TCP */ }, 2 },
	/* Threads, and nothing else that could be born. */
	{ "clone", 0, false, NEW_NAMESPACES | CLONE_VM | CLONE_THREAD, { CLONE_VM | CLONE_THREAD SANITIZER_CLONE },
		CLONES },
	{ "prctl", 0, false, UINT32_MAX, { PR_SET_NAME SANITIZER_PRCTL }, PRCTLS },
#ifndef SANITIZED
	/* Its own limits. */
	{ "prlimit64", 0, false, UINT32_MAX, { 0 }, 1 },
#endif
	{ 0 } };

const struct call_table front_calls = { front_groups, front_by_argument };

/* ---- grader: pipes and pairs for its runs, /proc read, its runs ended ---- */

static const char *const grader_allowed[] = { "pipe2", NULL };

static const struct call_group grader_groups[] = { EVERY_ROLE, { CALL_ALLOW, grader_allowed }, { 0 } };

static const struct call_by_argument grader_by_argument[] = { EVERY_ROLE_BY_ARGUMENT,
	{ "openat", 2, false, UINT32_MAX & ~(uint64_t)(O_CLOEXEC | O_DIRECTORY | O_NOFOLLOW | O_NONBLOCK), { O_RDONLY },
		1 },
	{ "fcntl", 1, false, UINT32_MAX, { F_GETFD, F_SETFD, F_GETFL, F_SETFL }, 4 },
	{ "socketpair", 0, false, UINT32_MAX, { AF_UNIX }, 1 },
	/* By descriptors that its zygote sent: the end of a run, and whether it can be ended. */
	{ "pidfd_send_signal", 1, false, UINT32_MAX, { 0, SIGKILL }, 2 },
#ifdef SANITIZED
	{ "clone", 0, false, NEW_NAMESPACES | CLONE_VM | CLONE_THREAD, { CLONE_VM }, 1 },
	{ "prctl", 0, false, UINT32_MAX, { PR_SET_NAME SANITIZER_PRCTL }, PRCTLS },
#endif
	{ 0 } };

const struct call_table grader_calls = { grader_groups, grader_by_argument };
