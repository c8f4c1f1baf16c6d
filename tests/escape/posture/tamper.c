/*
 * The interpreter with one lock left open: for tests only, never installed.
 *
 * The very objects of bareme-python, whose calls into the C library the linker leads through here (--wrap). Which step
 * is left out stands in the name of the executable: a copy called "tampered.seccomp" installs no filter. All others
 * are taken as they are. A step that two calls take is left out in both; what the kernel itself would then refuse
 * (no_new_privs before Landlock and the filter) is left out with it, so that the grader has something to find.
 */
#include <errno.h>
#include <fcntl.h>
#include <grp.h>
#include <linux/mount.h>
#include <linux/sched.h>
#include <pthread.h>
#include <sched.h>
#include <stdarg.h>
#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/mount.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/syscall.h>
#include <sys/types.h>
#include <unistd.h>
#include "filter.h"

#ifndef PR_SET_MDWE
#define PR_SET_MDWE 65
#endif
#ifndef MS_NOSYMFOLLOW
#define MS_NOSYMFOLLOW 256
#endif
#ifndef MOUNT_ATTR_NOSYMFOLLOW
#define MOUNT_ATTR_NOSYMFOLLOW 0x00200000
#endif

/* The linker's names. */
int __wrap_unshare(int flags);
int __real_unshare(int flags);
int __wrap_sethostname(const char *name, size_t length);
int __real_sethostname(const char *name, size_t length);
int __wrap_mount(const char *source, const char *target, const char *type, unsigned long flags, const void *data);
int __real_mount(const char *source, const char *target, const char *type, unsigned long flags, const void *data);
int __wrap_umount2(const char *target, int flags);
int __real_umount2(const char *target, int flags);
int __wrap_prctl(int option, ...);
int __real_prctl(int option, ...);
int __wrap_setrlimit(__rlimit_resource_t resource, const struct rlimit *limit);
int __real_setrlimit(__rlimit_resource_t resource, const struct rlimit *limit);
int __wrap_open(const char *path, int flags, ...);
int __real_open(const char *path, int flags, ...);
int __wrap_filter_install(const struct filter *filter);
int __real_filter_install(const struct filter *filter);
long __wrap_syscall(long number, ...);
long __real_syscall(long number, ...);

/* The executable's name tells, for the launcher leaves neither arguments nor environment to choose by. */
static bool left_open(const char *step)
{
	static char name[512];
	if (!name[0] && readlink("/proc/self/exe", name, sizeof(name) - 1) < 0)
		return false;
	const char *variant = strstr(name, "tampered.");
	return variant && strcmp(variant + strlen("tampered."), step) == 0;
}

/* Read before the room closes, when /proc is still there. */
__attribute__((constructor)) static void learn_name(void)
{
	left_open("");
}

int __wrap_unshare(int flags)
{
	static const struct {
		const char *step;
		int flag;
	} kinds[] = {
		{ "mount-namespace", CLONE_NEWNS },
		{ "ipc-namespace", CLONE_NEWIPC },
		{ "uts-namespace", CLONE_NEWUTS },
		{ "net-namespace", CLONE_NEWNET },
	};
	for (size_t i = 0; i < sizeof(kinds) / sizeof(kinds[0]); i++)
		if (left_open(kinds[i].step))
			flags &= ~kinds[i].flag;
	return flags ? __real_unshare(flags) : 0;
}

int __wrap_sethostname(const char *name, size_t length)
{
	return left_open("uts-namespace") ? 0 : __real_sethostname(name, length);
}

int __wrap_mount(const char *source, const char *target, const char *type, unsigned long flags, const void *data)
{
	bool run = source && strcmp(source, "run") == 0;
	if (run && left_open("own-folder"))
		return 0;
	if (run && left_open("second-folder") && __real_mount("more", target, type, flags, data) < 0)
		return -1;
	if (run && left_open("links-in-folder"))
		flags &= ~(unsigned long)MS_NOSYMFOLLOW;
	return __real_mount(source, target, type, flags, data);
}

int __wrap_umount2(const char *target, int flags)
{
	return left_open("host-root") ? 0 : __real_umount2(target, flags);
}

int __wrap_prctl(int option, ...)
{
	unsigned long args[4];
	va_list list;
	va_start(list, option);
	for (size_t i = 0; i < 4; i++)
		args[i] = va_arg(list, unsigned long);
	va_end(list);
	static const struct {
		const char *step;
		int option;
	} steps[] = {
		{ "bounding-set", PR_CAPBSET_DROP },
		{ "no-new-privs", PR_SET_NO_NEW_PRIVS },
	};
	for (size_t i = 0; i < sizeof(steps) / sizeof(steps[0]); i++)
		if (option == steps[i].option && left_open(steps[i].step))
			return 0;
	if (option == PR_SET_MDWE && left_open("try-memory-unlocked"))
		return 0;
	return __real_prctl(option, args[0], args[1], args[2], args[3]);
}

int __wrap_setrlimit(__rlimit_resource_t resource, const struct rlimit *limit)
{
	static const struct {
		const char *step;
		int resource;
	} steps[] = {
		{ "limit-cpu", RLIMIT_CPU },
		{ "limit-memory", RLIMIT_AS },
		{ "limit-core", RLIMIT_CORE },
		{ "limit-file-size", RLIMIT_FSIZE },
		{ "limit-files", RLIMIT_NOFILE },
		{ "limit-processes", RLIMIT_NPROC },
		{ "thread", RLIMIT_NPROC },
		{ "limit-stack", RLIMIT_STACK },
		{ "limit-locked", RLIMIT_MEMLOCK },
		{ "limit-queues", RLIMIT_MSGQUEUE },
		{ "limit-signals", RLIMIT_SIGPENDING },
	};
	for (size_t i = 0; i < sizeof(steps) / sizeof(steps[0]); i++)
		if ((int)resource == steps[i].resource && left_open(steps[i].step))
			return 0;
	return __real_setrlimit(resource, limit);
}

/* The run tries Landlock by opening its root: without no_new_privs there is none. */
int __wrap_open(const char *path, int flags, ...)
{
	va_list list;
	va_start(list, flags);
	unsigned mode = va_arg(list, unsigned);
	va_end(list);
	if (left_open("no-new-privs") && strcmp(path, "/") == 0)
		return errno = EACCES, -1;
	return __real_open(path, flags, mode);
}

static void *wait_for_ever(void *nothing)
{
	for (;;)
		pause();
	return nothing;
}

/* What locks of their own do to calls that the filter would answer first: told as the errno of a step that failed. */
static int try_before_filter(const char *what)
{
	if (strcmp(what, "landlock") == 0)
		return open("/usr", O_RDONLY | O_DIRECTORY | O_CLOEXEC);
	void *page = mmap(NULL, 4096, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
	if (page == MAP_FAILED)
		return -1;
	return mprotect(page, 4096, PROT_READ | PROT_EXEC);
}

/* The last lock: here everything else is on. */
int __wrap_filter_install(const struct filter *filter)
{
	pthread_t thread;
	static const char *const tried[] = { "landlock", "memory", "memory-unlocked" };
	if (left_open("seccomp") || left_open("no-new-privs"))
		return 0;
	if (left_open("thread") && pthread_create(&thread, NULL, wait_for_ever, NULL) != 0)
		return -1;
	for (size_t i = 0; i < sizeof(tried) / sizeof(tried[0]); i++) {
		char step[32];
		snprintf(step, sizeof(step), "try-%s", tried[i]);
		if (left_open(step) && try_before_filter(tried[i]) < 0)
			return -1;
	}
	return __real_filter_install(filter);
}

static void clone_less(struct clone_args *args)
{
	if (left_open("run-pid-namespace"))
		args->flags &= ~(uint64_t)CLONE_NEWPID;
	if (left_open("run-mount-namespace"))
		args->flags &= ~(uint64_t)CLONE_NEWNS;
	if (left_open("run-ipc-namespace"))
		args->flags &= ~(uint64_t)CLONE_NEWIPC;
}

/* The number and the first argument tell which step a raw call is. */
static bool is_left_out(long number, const unsigned long args[6])
{
	bool folder = number == SYS_mount_setattr && strcmp((const char *)args[1], "/tmp") == 0;
	return (number == SYS_close_range && left_open("descriptors")) ||
	       (number == SYS_capset && left_open("capabilities")) ||
	       ((number == SYS_setresuid || number == SYS_setresgid) && left_open("capabilities")) ||
	       (number == SYS_setresuid && left_open("uid")) || (number == SYS_setresgid && left_open("gid")) ||
	       (folder && left_open("read-only-folder")) ||
	       (number == SYS_mount_setattr && !folder && (left_open("read-only-room") || left_open("host-root"))) ||
	       (number == SYS_pivot_root && left_open("host-root")) ||
	       (number == SYS_landlock_restrict_self && (left_open("no-new-privs") || left_open("landlock")));
}

long __wrap_syscall(long number, ...)
{
	unsigned long args[6];
	va_list list;
	va_start(list, number);
	for (size_t i = 0; i < 6; i++)
		args[i] = va_arg(list, unsigned long);
	va_end(list);
	if (number == SYS_clone3)
		clone_less((struct clone_args *)args[0]);
	const gid_t groups[] = { 0 };
	if (number == SYS_setresgid && left_open("groups") && setgroups(1, groups) < 0)
		return -1;
	if (number == SYS_mount_setattr && left_open("links-in-library"))
		((struct mount_attr *)args[3])->attr_set &= ~(uint64_t)MOUNT_ATTR_NOSYMFOLLOW;
	if (is_left_out(number, args))
		return 0;
	return __real_syscall(number, args[0], args[1], args[2], args[3], args[4], args[5]);
}
