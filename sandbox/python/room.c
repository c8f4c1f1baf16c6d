#include "room.h"
#include <errno.h>
#include <fcntl.h>
#include <linux/capability.h>
#include <linux/mount.h>
#include <linux/prctl.h>
#include <linux/securebits.h>
#include <sched.h>
#include <stdio.h>
#include <string.h>
#include <sys/mount.h>
#include <sys/prctl.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <unistd.h>

#ifndef PR_SET_MDWE
#define PR_SET_MDWE              65
#define PR_GET_MDWE              66
#define PR_MDWE_REFUSE_EXEC_GAIN 1
#endif
#ifndef MOUNT_ATTR_NOSYMFOLLOW
#define MOUNT_ATTR_NOSYMFOLLOW 0x00200000
#endif

enum { LOCKED_FLAGS = MOUNT_ATTR_RDONLY | MOUNT_ATTR_NOSUID | MOUNT_ATTR_NODEV | MOUNT_ATTR_NOEXEC };

static int fail(struct room_step *failed, const char *name)
{
	failed->name = name;
	failed->error = errno;
	return -1;
}

static int lock_mount(int dirfd, const char *path, unsigned flags)
{
	struct mount_attr attr = { .attr_set = flags };
	return (int)syscall(SYS_mount_setattr, dirfd, path, AT_EMPTY_PATH | AT_RECURSIVE, &attr, sizeof(attr));
}

int room_leave_host(struct room_step *failed)
{
	if (prctl(PR_SET_DUMPABLE, 0, 0, 0, 0) < 0)
		return fail(failed, "non-dumpable");
	if (unshare(CLONE_NEWNS | CLONE_NEWIPC | CLONE_NEWUTS) < 0)
		return fail(failed, "mount, IPC and UTS namespaces");
	if (unshare(CLONE_NEWNET) < 0)
		return fail(failed, "network namespace");
	if (mount(NULL, "/", NULL, MS_REC | MS_PRIVATE, NULL) < 0)
		return fail(failed, "private mounts");
	if (sethostname("bareme", 6) < 0)
		return fail(failed, "host name");
	return 0;
}

/* mkdir -p below the current folder. */
static int make_folders(const char *path)
{
	char part[256];
	size_t length = strlen(path);
	if (length >= sizeof(part))
		return errno = ENAMETOOLONG, -1;
	for (size_t i = 1; i <= length; i++) {
		if (path[i] != '/' && path[i] != '\0')
			continue;
		memcpy(part, path, i);
		part[i] = '\0';
		if (mkdir(part, 0755) < 0 && errno != EEXIST)
			return -1;
	}
	return 0;
}

static int build_root(int library_fd, const char *library, struct room_step *failed)
{
	if (mount("room", "/tmp", "tmpfs", MS_NOSUID | MS_NODEV | MS_NOEXEC, "size=64k,nr_inodes=32,mode=0755") < 0)
		return fail(failed, "tmpfs root");
	if (chdir("/tmp") < 0)
		return fail(failed, "enter the root");
	if (make_folders(library + 1) < 0 || mkdir("tmp", 0755) < 0)
		return fail(failed, "folders of the root");
	if (syscall(SYS_move_mount, library_fd, "", AT_FDCWD, library + 1, MOVE_MOUNT_F_EMPTY_PATH) < 0)
		return fail(failed, "library in the root");
	/* The old root is stacked under the new one and detached at once: no folder for it is needed. */
	if (syscall(SYS_pivot_root, ".", ".") < 0)
		return fail(failed, "pivot_root");
	if (umount2(".", MNT_DETACH) < 0)
		return fail(failed, "detach the host's root");
	if (chdir("/") < 0)
		return fail(failed, "enter the root");
	if (lock_mount(AT_FDCWD, "/", LOCKED_FLAGS) < 0)
		return fail(failed, "read-only root");
	return 0;
}

static int drop_for_good(bool *mdwe, struct room_step *failed)
{
	enum {
		NO_ROOT = SECBIT_NOROOT | SECBIT_NOROOT_LOCKED | SECBIT_NO_CAP_AMBIENT_RAISE |
			  SECBIT_NO_CAP_AMBIENT_RAISE_LOCKED | SECBIT_KEEP_CAPS_LOCKED
	};
	for (unsigned long cap = 0; cap <= CAP_LAST_CAP + 8; cap++)
		if (prctl(PR_CAPBSET_DROP, cap, 0, 0, 0) < 0 && errno != EINVAL)
			return fail(failed, "capability bounding set");
	if (prctl(PR_SET_SECUREBITS, NO_ROOT, 0, 0, 0) < 0)
		return fail(failed, "securebits");
	if (prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) < 0)
		return fail(failed, "no_new_privs");
	/* Since 6.3; older kernels have the filter's own rules on PROT_EXEC, and the report says so. */
	bool set = prctl(PR_SET_MDWE, PR_MDWE_REFUSE_EXEC_GAIN, 0, 0, 0) == 0;
	if (!set && errno != EINVAL)
		return fail(failed, "memory-deny-write-execute");
	*mdwe = set && prctl(PR_GET_MDWE, 0, 0, 0, 0) == PR_MDWE_REFUSE_EXEC_GAIN;
	return 0;
}

int room_close(const char *library, bool *mdwe, struct room_step *failed)
{
	int library_fd = (int)syscall(SYS_open_tree, AT_FDCWD, library, OPEN_TREE_CLONE | OPEN_TREE_CLOEXEC);
	if (library_fd < 0)
		return fail(failed, "the interpreter's library");
	int status = lock_mount(library_fd, "", LOCKED_FLAGS | MOUNT_ATTR_NOSYMFOLLOW);
	if (status < 0)
		status = fail(failed, "read-only library");
	else
		status = build_root(library_fd, library, failed);
	close(library_fd);
	return status == 0 ? drop_for_good(mdwe, failed) : -1;
}
