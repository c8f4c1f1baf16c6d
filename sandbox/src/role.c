/*
 * Theory of operation. Each role has a row: what it leaves behind and which calls it keeps. Then in this order, as each
 * step needs what the next one takes away:
 *
 *   a user namespace    the only way for an unprivileged process to leave the others; front: its own; grader: its slot's
 *   other namespaces    network, IPC, names of the machine, and mounts for a grader
 *   places              a grader's little root; the front's Landlock rules
 *   no way back         capabilities, bounding set, securebits, no_new_privs, no core, non-dumpable, no executable pages
 *   the filter          last, as it refuses all of the above
 *
 * Why not Landlock for a grader: a process under Landlock may not look at the namespaces of one that is not under the
 * same rules, and looking at each run from outside is a grader's first duty (posture.c). Its root does the same service.
 *
 * Inside a user namespace one uid still is one uid, but not one reach: who is in a slot's namespace may neither trace
 * nor look into a process outside it, so that on an ordinary user's machine too a grader is kept from front,
 * supervisor and other graders.
 */
#include "sandbox/role.h"
#include <errno.h>
#include <fcntl.h>
#include <linux/capability.h>
#include <linux/prctl.h>
#include <linux/securebits.h>
#include <sched.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/syscall.h>
#include <unistd.h>
#include "base/file.h"
#include "role_calls.h"
#include "role_places.h"
#include "slot.h"

#ifndef PR_SET_MDWE
#define PR_SET_MDWE              65
#define PR_MDWE_REFUSE_EXEC_GAIN 1
#endif

struct role_row {
	const char *name;
	int namespaces; /* of its own, beside the user namespace */
	const struct call_table *calls;
};

static const struct role_row front_row = { "the front", CLONE_NEWNET | CLONE_NEWIPC | CLONE_NEWUTS, &front_calls };
static const struct role_row grader_row = {
	"the grader",
	CLONE_NEWNS | CLONE_NEWNET | CLONE_NEWIPC | CLONE_NEWUTS,
	&grader_calls,
};

static int refuse(const struct role_row *row, const char *step, struct err *err)
{
	err_sys(err, "lock %s up: %s", row->name, step);
	err->kind = ERR_ISOLATION;
	return -1;
}

static int write_own(const char *path, const char *text)
{
	cleanup_fd int fd = open(path, O_WRONLY | O_CLOEXEC);

	return fd >= 0 && write(fd, text, strlen(text)) == (ssize_t)strlen(text) ? 0 : -1;
}

/* Everybody keeps his number. */
static int make_user_namespace(void)
{
	char uid[48], gid[48];

	snprintf(uid, sizeof(uid), "%u %u 1\n", (unsigned)geteuid(), (unsigned)geteuid());
	snprintf(gid, sizeof(gid), "%u %u 1\n", (unsigned)getegid(), (unsigned)getegid());
	if (unshare(CLONE_NEWUSER) < 0 || write_own("/proc/self/setgroups", "deny") < 0 ||
		write_own("/proc/self/uid_map", uid) < 0)
		return -1;
	return write_own("/proc/self/gid_map", gid);
}

static int forbid_capabilities(void)
{
	enum {
		NO_ROOT = SECBIT_NOROOT | SECBIT_NOROOT_LOCKED | SECBIT_NO_CAP_AMBIENT_RAISE |
			  SECBIT_NO_CAP_AMBIENT_RAISE_LOCKED | SECBIT_KEEP_CAPS_LOCKED
	};
	struct __user_cap_header_struct header = { .version = _LINUX_CAPABILITY_VERSION_3 };
	struct __user_cap_data_struct none[2] = { { 0 } };

	/* A few more than this header knows; the kernel answers EINVAL to what it does not. */
	for (unsigned long cap = 0; cap <= CAP_LAST_CAP + 8; cap++)
		if (prctl(PR_CAPBSET_DROP, cap, 0, 0, 0) < 0 && errno != EINVAL)
			return -1;
	if (prctl(PR_SET_SECUREBITS, NO_ROOT, 0, 0, 0) < 0)
		return -1;
	return (int)syscall(SYS_capset, &header, none);
}

static int close_ways_back(const struct role_row *row, struct err *err)
{
	const struct rlimit none = { 0, 0 };

	if (forbid_capabilities() < 0)
		return refuse(row, "capabilities", err);
	if (prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) < 0)
		return refuse(row, "no_new_privs", err);
	if (setrlimit(RLIMIT_CORE, &none) < 0 || prctl(PR_SET_DUMPABLE, 0, 0, 0, 0) < 0)
		return refuse(row, "no core, non-dumpable", err);
	/* Since 6.3; older kernels have the filter's own rules on PROT_EXEC. */
	if (prctl(PR_SET_MDWE, PR_MDWE_REFUSE_EXEC_GAIN, 0, 0, 0) < 0 && errno != EINVAL)
		return refuse(row, "memory-deny-write-execute", err);
	return 0;
}

static int filter(const struct role_row *row, struct err *err)
{
	struct filter built;

	if (filter_build_table(&built, row->calls) < 0)
		return refuse(row, "build the system-call filter", err);
	int status = filter_install(&built);
	free(built.program.filter);
	return status < 0 ? refuse(row, "system-call filter", err) : 0;
}

/* The thread sanitizer has a thread of its own, and a process of two threads enters no user namespace: that build, which
 * is shipped to nobody, stays open. */
#if defined(__SANITIZE_THREAD__)
#define TOO_MANY_THREADS 1
#else
#define TOO_MANY_THREADS 0
#endif

int role_lock_front(const struct role_front *front, struct err *err)
{
	const char *step = "";

	if (TOO_MANY_THREADS)
		return 0;
	if (make_user_namespace() < 0)
		return refuse(&front_row, "user namespace", err);
	if (unshare(front_row.namespaces) < 0)
		return refuse(&front_row, "namespaces", err);
	/* Landlock asks for it first. */
	if (prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) < 0)
		return refuse(&front_row, "no_new_privs", err);
	if (role_own_folders(front->data, front->exercises, &step) < 0)
		return refuse(&front_row, step, err);
	if (close_ways_back(&front_row, err) < 0)
		return -1;
	return filter(&front_row, err);
}

/* What root needs to go on starting the others; everything else of root's is given up for good. no_new_privs is left to
 * the children: with it an AppArmor profile could not be entered by exec. */
static const unsigned kept[] = {
	CAP_CHOWN, /* groups and the data folder change hands */
	CAP_DAC_OVERRIDE, /* the locks in the data folder, a token file that its owner alone may read */
	CAP_KILL, /* children have other uids */
	CAP_SETGID, /* children's users, and the maps of user namespaces */
	CAP_SETUID, CAP_SETPCAP, /* the bounding set of who is started */
	CAP_SYS_ADMIN, /* maps of user namespaces that another uid owns */
};

static uint64_t kept_mask(void)
{
	uint64_t mask = 0;

	for (size_t i = 0; i < sizeof(kept) / sizeof(kept[0]); i++)
		mask |= 1ULL << kept[i];
	return mask;
}

static int reduce_capabilities(void)
{
	struct __user_cap_header_struct header = { .version = _LINUX_CAPABILITY_VERSION_3 };
	struct __user_cap_data_struct sets[2] = { { 0 } };
	const uint64_t mask = kept_mask();

	if (syscall(SYS_capget, &header, sets) < 0)
		return -1;
	/* Without it, in some container, there is less to give up and no way to. */
	const bool may_bound = sets[0].effective & 1U << CAP_SETPCAP;
	for (unsigned long cap = 0; may_bound && cap <= CAP_LAST_CAP + 8; cap++)
		if ((cap > 63 || !(mask & 1ULL << cap)) && prctl(PR_CAPBSET_DROP, cap, 0, 0, 0) < 0 && errno != EINVAL)
			return -1;
	for (int i = 0; i < 2; i++) {
		sets[i].permitted &= (uint32_t)(mask >> 32 * i);
		sets[i].effective &= (uint32_t)(mask >> 32 * i);
		sets[i].inheritable = 0;
	}
	return (int)syscall(SYS_capset, &header, sets);
}

int role_lock_supervisor(struct err *err)
{
	static const struct role_row row = { "the supervisor", 0, NULL };
	const struct rlimit none = { 0, 0 };

	if (setrlimit(RLIMIT_CORE, &none) < 0)
		return refuse(&row, "no core", err);
	return reduce_capabilities() < 0 ? refuse(&row, "capabilities", err) : 0;
}

/* v2: the descriptor that clones are born by must not lead out of the new root. */
static int reopen_group(struct sandbox *sandbox)
{
	if (sandbox->group.folder < 0)
		return 0;
	fd_close(&sandbox->group.folder);
	sandbox->group.folder = open("/group", O_RDONLY | O_DIRECTORY | O_CLOEXEC);
	return sandbox->group.folder < 0 ? -1 : 0;
}

int role_lock_grader(struct sandbox *sandbox, int slot_ns, struct err *err)
{
	cleanup_fd int namespace = slot_ns;
	const char *step = "";

	if (TOO_MANY_THREADS)
		return 0;
	if (setns(namespace, CLONE_NEWUSER) < 0)
		return refuse(&grader_row, "the slot's user namespace", err);
	if (unshare(grader_row.namespaces) < 0)
		return refuse(&grader_row, "namespaces", err);
	if (role_own_root(sandbox->group.folder >= 0 ? sandbox->place.memory_group : NULL, &step) < 0)
		return refuse(&grader_row, step, err);
	if (reopen_group(sandbox) < 0)
		return refuse(&grader_row, "the group in the new root", err);
	if (close_ways_back(&grader_row, err) < 0)
		return -1;
	return filter(&grader_row, err);
}
