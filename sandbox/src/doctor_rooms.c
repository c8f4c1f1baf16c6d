#include "doctor_rooms.h"
#include <errno.h>
#include <fcntl.h>
#include <linux/capability.h>
#include <linux/mount.h>
#include <linux/sched.h>
#include <linux/securebits.h>
#include <sched.h>
#include <signal.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>
#include <sys/mount.h>
#include <sys/prctl.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <unistd.h>
#include "base/file.h"

#ifndef MOUNT_ATTR_NOSYMFOLLOW
#define MOUNT_ATTR_NOSYMFOLLOW 0x00200000
#endif
#ifndef MS_NOSYMFOLLOW
#define MS_NOSYMFOLLOW 256
#endif

int rooms_write(const char *path, const char *text)
{
	cleanup_fd int fd = open(path, O_WRONLY | O_CLOEXEC);
	return fd >= 0 && write(fd, text, strlen(text)) == (ssize_t)strlen(text) ? 0 : -1;
}

/* A user namespace with our uid in it as 0, and what else is asked. */
static int enter(unsigned long flags, const char **step)
{
	char uids[40], gids[40];
	snprintf(uids, sizeof(uids), "0 %u 1\n", (unsigned)geteuid());
	snprintf(gids, sizeof(gids), "0 %u 1\n", (unsigned)getegid());
	/* A change of uid hides our own /proc entries from us. */
	*step = "PR_SET_DUMPABLE";
	if (prctl(PR_SET_DUMPABLE, 1, 0, 0, 0) < 0)
		return -1;
	*step = "unshare(CLONE_NEWUSER)";
	if (unshare(CLONE_NEWUSER) < 0)
		return -1;
	*step = "write /proc/self/uid_map";
	if (rooms_write("/proc/self/setgroups", "deny") < 0 || rooms_write("/proc/self/uid_map", uids) < 0 ||
		rooms_write("/proc/self/gid_map", gids) < 0)
		return -1;
	*step = "unshare";
	return flags ? unshare((int)flags) : 0;
}

/* Two, one within the other, as a slot has them. */
int rooms_user(const char **step)
{
	if (enter(0, step) < 0)
		return -1;
	*step = "unshare(CLONE_NEWUSER) within another";
	return unshare(CLONE_NEWUSER);
}

int rooms_mount(const char **step)
{
	return enter(CLONE_NEWNS, step);
}

int rooms_net(const char **step)
{
	return enter(CLONE_NEWNET, step);
}

int rooms_ipc(const char **step)
{
	return enter(CLONE_NEWIPC, step);
}

int rooms_uts(const char **step)
{
	if (enter(CLONE_NEWUTS, step) < 0)
		return -1;
	*step = "sethostname";
	return sethostname("bareme", 6);
}

static int wait_zero(pid_t child)
{
	int status = 0;
	if (child < 0 || waitpid(child, &status, 0) < 0)
		return -1;
	if (WIFEXITED(status) && WEXITSTATUS(status) == 0)
		return 0;
	errno = WIFEXITED(status) ? WEXITSTATUS(status) : EPROTO;
	return -1;
}

int rooms_pid(const char **step)
{
	struct clone_args args = { .flags = CLONE_NEWPID, .exit_signal = SIGCHLD };
	if (enter(0, step) < 0)
		return -1;
	*step = "clone3(CLONE_NEWPID)";
	long child = syscall(SYS_clone3, &args, sizeof(args));
	if (child == 0)
		_exit(syscall(SYS_getpid) == 1 ? 0 : EPROTO);
	return wait_zero((pid_t)child);
}

int rooms_tmpfs(const char **step)
{
	if (enter(CLONE_NEWNS, step) < 0)
		return -1;
	*step = "mount(MS_PRIVATE)";
	if (mount(NULL, "/", NULL, MS_REC | MS_PRIVATE, NULL) < 0)
		return -1;
	*step = "mount a tmpfs";
	return mount("room", "/tmp", "tmpfs", MS_NOSUID | MS_NODEV | MS_NOEXEC | MS_NOSYMFOLLOW,
		"size=64k,nr_inodes=32,mode=0755");
}

int rooms_mounts(const char **step)
{
	enum { LOCKED = MOUNT_ATTR_RDONLY | MOUNT_ATTR_NOSUID | MOUNT_ATTR_NODEV | MOUNT_ATTR_NOEXEC };
	struct mount_attr tree_attr = { .attr_set = LOCKED | MOUNT_ATTR_NOSYMFOLLOW },
			  root_attr = { .attr_set = LOCKED };
	if (rooms_tmpfs(step) < 0)
		return -1;
	*step = "open_tree";
	int tree = (int)syscall(SYS_open_tree, AT_FDCWD, "/usr/bin", OPEN_TREE_CLONE | OPEN_TREE_CLOEXEC);
	if (tree < 0)
		return -1;
	*step = "mount_setattr";
	if (syscall(SYS_mount_setattr, tree, "", AT_EMPTY_PATH | AT_RECURSIVE, &tree_attr, sizeof(tree_attr)) < 0)
		return -1;
	*step = "folders of a root";
	if (chdir("/tmp") < 0 || mkdir("usr", 0755) < 0)
		return -1;
	*step = "move_mount";
	if (syscall(SYS_move_mount, tree, "", AT_FDCWD, "usr", MOVE_MOUNT_F_EMPTY_PATH) < 0)
		return -1;
	*step = "pivot_root";
	if (syscall(SYS_pivot_root, ".", ".") < 0)
		return -1;
	*step = "umount2";
	if (umount2(".", MNT_DETACH) < 0 || chdir("/") < 0)
		return -1;
	*step = "mount_setattr";
	return (int)syscall(
		SYS_mount_setattr, AT_FDCWD, "/", AT_EMPTY_PATH | AT_RECURSIVE, &root_attr, sizeof(root_attr));
}

int rooms_capabilities(const char **step)
{
	enum {
		NO_ROOT = SECBIT_NOROOT | SECBIT_NOROOT_LOCKED | SECBIT_NO_CAP_AMBIENT_RAISE |
			  SECBIT_NO_CAP_AMBIENT_RAISE_LOCKED | SECBIT_KEEP_CAPS_LOCKED
	};
	struct __user_cap_header_struct header = { .version = _LINUX_CAPABILITY_VERSION_3 };
	struct __user_cap_data_struct none[2] = { { 0 } };
	if (enter(0, step) < 0)
		return -1;
	*step = "PR_CAPBSET_DROP";
	for (unsigned long cap = 0; cap <= CAP_LAST_CAP + 8; cap++)
		if (prctl(PR_CAPBSET_DROP, cap, 0, 0, 0) < 0 && errno != EINVAL)
			return -1;
	*step = "PR_SET_SECUREBITS";
	if (prctl(PR_SET_SECUREBITS, NO_ROOT, 0, 0, 0) < 0)
		return -1;
	*step = "capset";
	return (int)syscall(SYS_capset, &header, none);
}

/* As a run is born. */
int rooms_clone3(const char **step)
{
	int pidfd = -1;
	struct clone_args args = {
		.flags = CLONE_NEWPID | CLONE_NEWNS | CLONE_NEWIPC | CLONE_PIDFD,
		.pidfd = (uint64_t)(uintptr_t)&pidfd,
		.exit_signal = SIGCHLD,
	};
	if (enter(0, step) < 0)
		return -1;
	*step = "clone3";
	long child = syscall(SYS_clone3, &args, sizeof(args));
	if (child == 0)
		_exit(0);
	return wait_zero((pid_t)child);
}
