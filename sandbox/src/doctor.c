/*
 * Each feature is tried in a throw-away child, never read from a version number.
 */
#include "sandbox/doctor.h"
#include <errno.h>
#include <fcntl.h>
#include <linux/landlock.h>
#include <linux/mount.h>
#include <linux/prctl.h>
#include <linux/seccomp.h>
#include <sched.h>
#include <stdio.h>
#include <string.h>
#include <sys/mount.h>
#include <sys/prctl.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <unistd.h>
#include "base/file.h"
#include "doctor_messages.h"
#include "group.h"
#include "sandbox/zygote.h"

#ifndef PR_GET_MDWE
#define PR_GET_MDWE 66
#endif

/* A probe returns 0, or -1 with errno. It runs in its own process. */
typedef int try_one(void);

static int try_user(void)
{
	return unshare(CLONE_NEWUSER);
}

static int try_rooms(void)
{
	return unshare(CLONE_NEWUSER | CLONE_NEWNS | CLONE_NEWNET | CLONE_NEWIPC | CLONE_NEWUTS | CLONE_NEWPID);
}

static int try_mounts(void)
{
	struct mount_attr attr = { .attr_set = MOUNT_ATTR_RDONLY | MOUNT_ATTR_NOSUID | MOUNT_ATTR_NODEV |
					       MOUNT_ATTR_NOEXEC };
	if (unshare(CLONE_NEWUSER | CLONE_NEWNS) < 0 || mount(NULL, "/", NULL, MS_REC | MS_PRIVATE, NULL) < 0 ||
		mount("room", "/tmp", "tmpfs", MS_NOSUID | MS_NODEV, "size=64k") < 0)
		return -1;
	return (int)syscall(SYS_mount_setattr, AT_FDCWD, "/tmp", 0, &attr, sizeof(attr));
}

static int try_seccomp(void)
{
	uint32_t action = SECCOMP_RET_KILL_PROCESS;
	return (int)syscall(SYS_seccomp, SECCOMP_GET_ACTION_AVAIL, 0, &action);
}

static int try_clone3(void)
{
	/* Refused for its arguments (EINVAL), not for itself (ENOSYS, EPERM). */
	syscall(SYS_clone3, NULL, 0);
	return errno == EINVAL || errno == EFAULT ? 0 : -1;
}

static int try_landlock(void)
{
	return syscall(SYS_landlock_create_ruleset, NULL, 0, LANDLOCK_CREATE_RULESET_VERSION) > 0 ? 0 : -1;
}

static int try_mdwe(void)
{
	return prctl(PR_GET_MDWE, 0, 0, 0, 0) < 0 ? -1 : 0;
}

static int try_uids(void)
{
	if (geteuid() == 0)
		return 0;
	errno = EPERM;
	return -1;
}

static const struct feature {
	const char *name;
	try_one *probe;
	bool required;
} features[] = {
	{ "user-namespaces", try_user, true },
	{ "namespaces", try_rooms, true },
	{ "private-mounts", try_mounts, true },
	{ "seccomp", try_seccomp, true },
	{ "clone3", try_clone3, true },
	{ "landlock", try_landlock, false },
	{ "memory-deny-write-execute", try_mdwe, false },
	{ "uid-per-slot", try_uids, false },
};

enum { PROBED = sizeof(features) / sizeof(features[0]), FINDINGS = PROBED + 2 };

static int try_apart(try_one *attempt)
{
	pid_t child = fork();
	if (child == 0)
		_exit(attempt() == 0 ? 0 : errno > 0 && errno < 250 ? errno : 250);
	int status = 0;
	if (child < 0 || waitpid(child, &status, 0) < 0)
		return errno;
	return WIFEXITED(status) ? WEXITSTATUS(status) : EIO;
}

static void conclude(struct doctor_finding *finding, const char *feature, struct arena *arena)
{
	char code[64];
	finding->feature = feature;
	snprintf(code, sizeof(code), "protects-%s", feature);
	finding->protects = msg_make(arena, &doctor_messages, code, NULL);
	snprintf(code, sizeof(code), "mend-%s", feature);
	if (!finding->found)
		finding->mend = msg_make(arena, &doctor_messages, code, NULL);
}

static void look_at_groups(struct doctor_finding *finding)
{
	static const char *const kinds[] = { "none that we may use", "v1", "v2" };
	struct sandbox_place place = { .slot = 999 };
	group_make(&place);
	finding->found = place.group_kind != GROUP_NONE;
	snprintf(finding->detail, sizeof(finding->detail), "%s%s%.180s", kinds[place.group_kind],
		finding->found ? " at " : "", place.memory_group);
	group_remove(&place);
}

/* The proof of the whole: a zygote that stands. */
static void look_at_zygote(struct doctor_finding *finding)
{
	struct zygote *zygote = NULL;
	struct zygote_config config = { .slot = 998 };
	struct err err;
	finding->required = true;
	finding->found = zygote_launch(&zygote, &config, &err) == 0;
	if (finding->found)
		snprintf(finding->detail, sizeof(finding->detail), "CPython %s", zygote_place(zygote)->python);
	else
		snprintf(finding->detail, sizeof(finding->detail), "%.190s", err.text);
	zygote_stop(zygote);
}

size_t doctor_probe(const struct doctor_finding **out, struct arena *arena)
{
	struct doctor_finding *findings = arena_array(arena, FINDINGS, sizeof(*findings));
	for (size_t i = 0; i < PROBED; i++) {
		int error = try_apart(features[i].probe);
		findings[i].found = error == 0;
		findings[i].required = features[i].required;
		snprintf(findings[i].detail, sizeof(findings[i].detail), "%s", error ? strerror(error) : "works");
		conclude(&findings[i], features[i].name, arena);
	}
	look_at_groups(&findings[PROBED]);
	conclude(&findings[PROBED], "cgroup", arena);
	look_at_zygote(&findings[PROBED + 1]);
	conclude(&findings[PROBED + 1], "interpreter", arena);
	*out = findings;
	return FINDINGS;
}
