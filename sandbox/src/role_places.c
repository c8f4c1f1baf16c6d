#include "role_places.h"
#include <errno.h>
#include <fcntl.h>
#include <linux/landlock.h>
#include <linux/mount.h>
#include <stdbool.h>
#include <stdint.h>
#include <sys/mount.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <unistd.h>
#include "base/file.h"

static int fail(const char **step, const char *name)
{
	*step = name;
	return -1;
}

/* ---- a root of one's own ---- */

/* A copy of what stands at `path`, with what is mounted below it: in a container parts of /proc are covered. */
static int copy_tree(const char *path)
{
	return (int)syscall(SYS_open_tree, AT_FDCWD, path, OPEN_TREE_CLONE | OPEN_TREE_CLOEXEC | AT_RECURSIVE);
}

static int show(int tree, const char *name)
{
	if (mkdir(name, 0555) < 0)
		return -1;
	return (int)syscall(SYS_move_mount, tree, "", AT_FDCWD, name, MOVE_MOUNT_F_EMPTY_PATH);
}

int role_own_root(const char *group, const char **step)
{
	struct mount_attr locked = { .attr_set = MOUNT_ATTR_RDONLY | MOUNT_ATTR_NOSUID | MOUNT_ATTR_NODEV |
						 MOUNT_ATTR_NOEXEC };

	if (mount(NULL, "/", NULL, MS_REC | MS_PRIVATE, NULL) < 0)
		return fail(step, "private mounts");
	cleanup_fd int proc = copy_tree("/proc");
	cleanup_fd int folder = group ? copy_tree(group) : -1;
	if (proc < 0 || (group && folder < 0))
		return fail(step, "copies of /proc and of the group");
	if (mount("role", "/tmp", "tmpfs", MS_NOSUID | MS_NODEV | MS_NOEXEC, "size=16k,nr_inodes=8,mode=0755") < 0 ||
		chdir("/tmp") < 0)
		return fail(step, "tmpfs root");
	if (show(proc, "proc") < 0 || (group && show(folder, "group") < 0))
		return fail(step, "/proc in the root");
	/* The old root is stacked under the new one and detached at once: no folder for it is needed. */
	if (syscall(SYS_pivot_root, ".", ".") < 0 || umount2(".", MNT_DETACH) < 0 || chdir("/") < 0)
		return fail(step, "pivot_root");
	if (syscall(SYS_mount_setattr, AT_FDCWD, "/", AT_RECURSIVE, &locked, sizeof(locked)) < 0)
		return fail(step, "read-only root");
	return 0;
}

/* ---- folders of one's own ---- */

/* As newer kernels have it; how much of it is passed depends on the kernel's version of the interface. */
struct ruleset {
	uint64_t files, network, scopes;
};

/* By versions of the interface: 1 files; 2 moving between folders; 3 truncation; 4 TCP; 5 devices; 6 signals and abstract
 * sockets. */
enum {
	FILES_1 = (1 << 13) - 1,
	REFER_2 = 1 << 13,
	TRUNCATE_3 = 1 << 14,
	DEVICES_5 = 1 << 15,
	TCP_4 = 3,
	SCOPES_6 = 3,
};

static int open_rules(long version)
{
	struct ruleset rules = { .files = FILES_1 };
	size_t size = sizeof(rules.files);

	if (version >= 2)
		rules.files |= REFER_2;
	if (version >= 3)
		rules.files |= TRUNCATE_3;
	if (version >= 4) {
		rules.network = TCP_4;
		size = 2 * sizeof(uint64_t);
	}
	if (version >= 5)
		rules.files |= DEVICES_5;
	if (version >= 6) {
		rules.scopes = SCOPES_6;
		size = sizeof(rules);
	}
	return (int)syscall(SYS_landlock_create_ruleset, &rules, size, 0);
}

static int allow(int rules, int at, uint64_t rights)
{
	struct landlock_path_beneath_attr rule = { .allowed_access = rights, .parent_fd = at };

	return (int)syscall(SYS_landlock_add_rule, rules, LANDLOCK_RULE_PATH_BENEATH, &rule, 0);
}

static int allow_path(int rules, const char *path, uint64_t rights, bool must)
{
	cleanup_fd int fd = open(path, O_PATH | O_CLOEXEC);

	if (fd < 0)
		return must ? -1 : 0;
	return allow(rules, fd, rights);
}

int role_own_folders(const char *data, int exercises, const char **step)
{
	static const char *const looked_at[] = {
		"/dev/urandom", /* SQLite */
		"/etc/localtime", /* libc */
#if defined(__SANITIZE_ADDRESS__)
		"/proc", /* the leak check; this build only */
#endif
	};
	const uint64_t reading = LANDLOCK_ACCESS_FS_READ_FILE | LANDLOCK_ACCESS_FS_READ_DIR;
	const uint64_t writing =
		LANDLOCK_ACCESS_FS_WRITE_FILE | LANDLOCK_ACCESS_FS_MAKE_REG | LANDLOCK_ACCESS_FS_REMOVE_FILE;
	long version = syscall(SYS_landlock_create_ruleset, NULL, 0, LANDLOCK_CREATE_RULESET_VERSION);

	/* Not there is tolerated and named, as for a run; there and refused is not. */
	if (version < 0 && (errno == ENOSYS || errno == EOPNOTSUPP))
		return 1;
	cleanup_fd int rules = version < 0 ? -1 : open_rules(version);
	if (rules < 0)
		return fail(step, "Landlock rules");
	if (allow_path(rules, data, reading | writing | (version >= 3 ? TRUNCATE_3 : 0), true) < 0)
		return fail(step, "Landlock, the data folder");
	if (allow(rules, exercises, reading) < 0)
		return fail(step, "Landlock, the exercises");
	for (size_t i = 0; i < sizeof(looked_at) / sizeof(looked_at[0]); i++) {
		struct stat about;
		const bool folder = stat(looked_at[i], &about) == 0 && S_ISDIR(about.st_mode);
		if (allow_path(rules, looked_at[i], folder ? reading : LANDLOCK_ACCESS_FS_READ_FILE, false) < 0)
			return fail(step, looked_at[i]);
	}
	if (syscall(SYS_landlock_restrict_self, rules, 0) < 0)
		return fail(step, "Landlock");
	return 0;
}
