/* The filters of front and grader, tried call by call in throw-away processes. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <sys/prctl.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <unistd.h>

#include "role_calls.h"

enum { KILLED = -1, X32 = 0x40000000 };

#if defined(__SANITIZE_ADDRESS__)
enum { SANITIZED = 1 };
#else
enum { SANITIZED = 0 };
#endif

static const struct role {
	const char *name;
	const struct call_table *calls;
} roles[] = { { "front", &front_calls }, { "grader", &grader_calls } };

static const struct attempt {
	const char *name;
	long number;
	int front, grader; /* KILLED, or the errno */
} attempts[] = {
	{ "execve", SYS_execve, KILLED, KILLED },
	{ "execveat", SYS_execveat, KILLED, KILLED },
	{ "ptrace", SYS_ptrace, KILLED, KILLED },
	{ "process_vm_readv", SYS_process_vm_readv, KILLED, KILLED },
	{ "process_vm_writev", SYS_process_vm_writev, KILLED, KILLED },
	{ "unshare", SYS_unshare, KILLED, KILLED },
	{ "setns", SYS_setns, KILLED, KILLED },
	{ "mount", SYS_mount, KILLED, KILLED },
	{ "umount2", SYS_umount2, KILLED, KILLED },
	{ "pivot_root", SYS_pivot_root, KILLED, KILLED },
	{ "chroot", SYS_chroot, KILLED, KILLED },
	{ "move_mount", SYS_move_mount, KILLED, KILLED },
	{ "open_tree", SYS_open_tree, KILLED, KILLED },
	{ "bpf", SYS_bpf, KILLED, KILLED },
	{ "perf_event_open", SYS_perf_event_open, KILLED, KILLED },
	{ "keyctl", SYS_keyctl, KILLED, KILLED },
	{ "add_key", SYS_add_key, KILLED, KILLED },
	{ "request_key", SYS_request_key, KILLED, KILLED },
	{ "io_uring_setup", SYS_io_uring_setup, KILLED, KILLED },
	{ "userfaultfd", SYS_userfaultfd, KILLED, KILLED },
	{ "seccomp", SYS_seccomp, KILLED, KILLED },
	{ "personality", SYS_personality, KILLED, KILLED },
	{ "modify_ldt", SYS_modify_ldt, KILLED, KILLED },
	{ "setuid", SYS_setuid, KILLED, KILLED },
	{ "setresuid", SYS_setresuid, KILLED, KILLED },
	{ "setgroups", SYS_setgroups, KILLED, KILLED },
	{ "capset", SYS_capset, KILLED, KILLED },
	{ "init_module", SYS_init_module, KILLED, KILLED },
	{ "kexec_load", SYS_kexec_load, KILLED, KILLED },
	{ "reboot", SYS_reboot, KILLED, KILLED },
	{ "pidfd_open", SYS_pidfd_open, KILLED, KILLED },
	{ "pidfd_getfd", SYS_pidfd_getfd, KILLED, KILLED },
	{ "open_by_handle_at", SYS_open_by_handle_at, KILLED, KILLED },
	{ "getpid of x32", X32 | SYS_getpid, KILLED, KILLED },
	{ "socket", SYS_socket, EPERM, EPERM },
	{ "connect", SYS_connect, EPERM, EPERM },
	{ "bind", SYS_bind, EPERM, EPERM },
	{ "kill", SYS_kill, EPERM, EPERM },
	{ "fork", SYS_fork, EPERM, EPERM },
	{ "clone", SYS_clone, ENOSYS, ENOSYS },
	{ "clone3", SYS_clone3, ENOSYS, ENOSYS },
	{ "memfd_create", SYS_memfd_create, EPERM, EPERM },
	{ "ioctl", SYS_ioctl, ENOTTY, ENOTTY },
	{ "listen", SYS_listen, EBADF, ENOSYS },
	{ "accept4", SYS_accept4, EBADF, ENOSYS },
	{ "unlink", SYS_unlink, EFAULT, ENOSYS },
	{ "ftruncate", SYS_ftruncate, EINVAL, ENOSYS },
	{ "rename", SYS_rename, ENOSYS, ENOSYS },
	{ "mkdir", SYS_mkdir, ENOSYS, ENOSYS },
	{ "chmod", SYS_chmod, ENOSYS, ENOSYS },
	{ "truncate", SYS_truncate, ENOSYS, ENOSYS },
	{ "statx", SYS_statx, ENOSYS, ENOSYS },
	{ "number 547", 547, ENOSYS, ENOSYS },
};

/* What the call gives to a process under that filter: KILLED, an errno, or 0. Every argument is -1. */
static int try_one(const struct call_table *calls, long number)
{
	struct filter filter;
	int status;
	pid_t child = fork();

	assert_true(child >= 0);
	if (child == 0) {
		if (filter_build_table(&filter, calls) < 0 || prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) < 0 ||
			filter_install(&filter) < 0)
			_exit(255);
		/* Not clone's: with those flags nothing could be born even without a filter. */
		long argument = number == SYS_clone || number == SYS_fork ? 0 : -1;
		if (syscall(number, argument, argument, argument, argument, argument, argument) >= 0)
			_exit(0);
		_exit(errno);
	}
	assert_int_equal(waitpid(child, &status, 0), child);
	if (WIFSIGNALED(status)) {
		assert_int_equal(WTERMSIG(status), SIGSYS);
		return KILLED;
	}
	return WEXITSTATUS(status);
}

static void every_attempt_gets_what_the_table_says(void **state)
{
	for (size_t r = 0; r < sizeof(roles) / sizeof(roles[0]); r++)
		for (size_t i = 0; i < sizeof(attempts) / sizeof(attempts[0]); i++) {
			const struct attempt *attempt = &attempts[i];
			/* A sanitized build traces itself. */
			if (SANITIZED && attempt->number == SYS_ptrace)
				continue;
			int wanted = roles[r].calls == &front_calls ? attempt->front : attempt->grader;
			int got = try_one(roles[r].calls, attempt->number);
			if (got != wanted)
				fail_msg("%s, %s: %d instead of %d", roles[r].name, attempt->name, got, wanted);
		}
}

/* Only reading flags in a grader, whatever else is asked with them. */
static void a_grader_opens_for_reading_only(void **state)
{
	static const int refused[] = { O_WRONLY, O_RDWR, O_CREAT, O_TRUNC, O_APPEND, O_TMPFILE, O_PATH, O_DIRECT };
	int status;

	for (size_t i = 0; i < sizeof(refused) / sizeof(refused[0]); i++) {
		pid_t child = fork();
		assert_true(child >= 0);
		if (child == 0) {
			struct filter filter;
			if (filter_build_table(&filter, &grader_calls) < 0 ||
				prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) < 0 || filter_install(&filter) < 0)
				_exit(1);
			bool reads = syscall(SYS_openat, AT_FDCWD, "/", O_RDONLY | O_CLOEXEC, 0) >= 0;
			bool writes = syscall(SYS_openat, AT_FDCWD, "/", refused[i], 0600) >= 0 || errno != ENOSYS;
			_exit(reads && !writes ? 0 : 2);
		}
		assert_int_equal(waitpid(child, &status, 0), child);
		assert_int_equal(status, 0);
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(every_attempt_gets_what_the_table_says),
		cmocka_unit_test(a_grader_opens_for_reading_only),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
