#include "group.h"
#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <time.h>
#include <unistd.h>
#include "base/file.h"

enum { SWEEP_AGE_S = 60 };
enum { PIDS = 8 }; /* the zygote, one run, one that is ending, and room for none of a fork bomb */

static int read_text(const char *folder, const char *name, char *out, size_t size)
{
	char path[400];
	snprintf(path, sizeof(path), "%s/%s", folder, name);
	cleanup_fd int fd = open(path, O_RDONLY | O_CLOEXEC);
	ssize_t got = fd < 0 ? -1 : read(fd, out, size - 1);
	if (got < 0)
		return -1;
	out[got] = '\0';
	return 0;
}

static int write_number(const char *folder, const char *name, uint64_t value)
{
	char path[400], text[24];
	snprintf(path, sizeof(path), "%s/%s", folder, name);
	int length = snprintf(text, sizeof(text), "%llu", (unsigned long long)value);
	cleanup_fd int fd = open(path, O_WRONLY | O_CLOEXEC);
	return fd >= 0 && write(fd, text, (size_t)length) == length ? 0 : -1;
}

/* The folder of this process's own group for a v1 controller, or for v2 when `controller` is "". */
static int own_folder(const char *controller, char *out, size_t size)
{
	char *line = NULL, own[256] = "", mount[256] = "";
	size_t cap = 0;
	FILE *file = fopen("/proc/self/cgroup", "re");
	while (file && getline(&line, &cap, file) > 0) {
		char *names = strchr(line, ':');
		char *path = names ? strchr(names + 1, ':') : NULL;
		if (!path)
			continue;
		*path++ = '\0';
		path[strcspn(path, "\n")] = '\0';
		char wrapped[300], wanted[64];
		snprintf(wrapped, sizeof(wrapped), ",%s,", names + 1);
		snprintf(wanted, sizeof(wanted), ",%s,", controller);
		if (strstr(wrapped, wanted))
			snprintf(own, sizeof(own), "%s", path);
	}
	if (file)
		fclose(file);
	file = fopen("/proc/self/mountinfo", "re");
	while (file && !mount[0] && getline(&line, &cap, file) > 0) {
		char root[256], point[256];
		const char *tail = strstr(line, " - ");
		if (!tail || sscanf(line, "%*s %*s %*s %255s %255s", root, point) != 2)
			continue;
		char type[32], options[256];
		if (sscanf(tail + 3, "%31s %*s %255s", type, options) != 2 || strcmp(root, "/") != 0)
			continue;
		char wrapped[300], wanted[64];
		snprintf(wrapped, sizeof(wrapped), ",%s,", options);
		snprintf(wanted, sizeof(wanted), ",%s,", controller);
		bool v2 = strcmp(type, "cgroup2") == 0;
		if (controller[0] ? strcmp(type, "cgroup") == 0 && strstr(wrapped, wanted) : v2)
			snprintf(mount, sizeof(mount), "%s", point);
	}
	if (file)
		fclose(file);
	free(line);
	if (!own[0] || !mount[0])
		return -1;
	return snprintf(out, size, "%s%s", mount, strcmp(own, "/") == 0 ? "" : own) < (int)size ? 0 : -1;
}

/*
 * Empty groups that launchers left when they were killed. Whether a launcher lives cannot be asked (it may be in
 * another PID namespace), so only what is old and lets itself be removed goes: a group in use refuses.
 */
static void sweep(const char *parent)
{
	DIR *folder = opendir(parent);
	for (const struct dirent *entry; folder && (entry = readdir(folder));) {
		char path[600], leaf[620];
		struct stat info;
		if (strncmp(entry->d_name, "bareme.", 7) != 0)
			continue;
		snprintf(path, sizeof(path), "%s/%s", parent, entry->d_name);
		if (stat(path, &info) < 0 || time(NULL) - info.st_ctime < SWEEP_AGE_S)
			continue;
		/* v2: the zygote's leaf first, for a slot between two runs has an empty leaf too. */
		snprintf(leaf, sizeof(leaf), "%s/zygote", path);
		if (rmdir(leaf) < 0 && errno != ENOENT)
			continue;
		snprintf(leaf, sizeof(leaf), "%s/run", path);
		rmdir(leaf);
		rmdir(path);
	}
	if (folder)
		closedir(folder);
}

static int make_folder(char *out, size_t size, const char *parent, int slot)
{
	sweep(parent);
	if (snprintf(out, size, "%s/bareme.%d.%d", parent, (int)getpid(), slot) >= (int)size)
		return -1;
	return mkdir(out, 0755) == 0 || errno == EEXIST ? 0 : -1;
}

/* The grader reads and sets these without privilege. */
static void give(const char *folder, const char *const *names, uid_t uid)
{
	char path[400];
	for (; *names; names++) {
		snprintf(path, sizeof(path), "%s/%s", folder, *names);
		if (chown(path, uid, (gid_t)-1) < 0)
			continue; /* not root: the files are ours already */
	}
}

static bool make_v1(struct sandbox_place *place)
{
	char memory[200], pids[200]; /* v1: slot_group is the pids controller's folder */
	if (own_folder("memory", memory, sizeof(memory)) < 0 || own_folder("pids", pids, sizeof(pids)) < 0)
		return false;
	if (make_folder(place->memory_group, sizeof(place->memory_group), memory, place->slot) < 0)
		return false;
	if (make_folder(place->slot_group, sizeof(place->slot_group), pids, place->slot) < 0 ||
		write_number(place->slot_group, "pids.max", PIDS) < 0) {
		rmdir(place->memory_group);
		rmdir(place->slot_group);
		return false;
	}
	static const char *const files[] = { "memory.limit_in_bytes", NULL };
	give(place->memory_group, files, place->owner_uid);
	place->group_kind = GROUP_V1;
	return true;
}

/*
 * v2: slot/ is delegated to the grader's uid; the zygote lives in slot/zygote, runs are born in slot/run. Their
 * nearest common ancestor is then the grader's own, as CLONE_INTO_CGROUP demands. A group with processes of its own
 * may have no controllers for its children (but the root may), so a service's group works when it is delegated and
 * its processes were moved to a leaf.
 */
static bool enable_controllers(const char *folder)
{
	char path[400];
	snprintf(path, sizeof(path), "%s/cgroup.subtree_control", folder);
	cleanup_fd int fd = open(path, O_WRONLY | O_CLOEXEC);
	return fd >= 0 && write(fd, "+memory +pids", 13) == 13;
}

static bool make_leaf(char *out, size_t size, const char *slot, const char *leaf)
{
	return snprintf(out, size, "%s/%s", slot, leaf) < (int)size && (mkdir(out, 0755) == 0 || errno == EEXIST);
}

static bool make_v2(struct sandbox_place *place)
{
	char parent[200], controllers[256], zygote[300];
	if (own_folder("", parent, sizeof(parent)) < 0 ||
		read_text(parent, "cgroup.controllers", controllers, sizeof(controllers)) < 0 ||
		!strstr(controllers, "memory") || !strstr(controllers, "pids") || !enable_controllers(parent))
		return false;
	if (make_folder(place->slot_group, sizeof(place->slot_group), parent, place->slot) < 0)
		return false;
	place->group_kind = GROUP_V2;
	if (!enable_controllers(place->slot_group) || !make_leaf(zygote, sizeof(zygote), place->slot_group, "zygote") ||
		!make_leaf(place->memory_group, sizeof(place->memory_group), place->slot_group, "run") ||
		write_number(place->memory_group, "pids.max", PIDS) < 0) {
		group_remove(place);
		place->group_kind = GROUP_NONE;
		return false;
	}
	static const char *const delegated[] = { "", "cgroup.procs", NULL };
	static const char *const bounds[] = { "", "cgroup.procs", "cgroup.kill", "memory.max", NULL };
	give(place->slot_group, delegated, place->owner_uid);
	give(place->memory_group, bounds, place->owner_uid);
	return true;
}

void group_make(struct sandbox_place *place)
{
	place->group_kind = GROUP_NONE;
	if (!make_v2(place) && !make_v1(place))
		place->memory_group[0] = place->slot_group[0] = '\0';
}

int group_join(const struct sandbox_place *place, pid_t pid, struct err *err)
{
	if (place->group_kind == GROUP_NONE)
		return 0;
	char zygote[300];
	snprintf(zygote, sizeof(zygote), "%s/zygote", place->slot_group);
	if (place->group_kind == GROUP_V2)
		return write_number(zygote, "cgroup.procs", (uint64_t)pid) == 0
			       ? 0
			       : err_sys(err, "put the zygote into %s", zygote);
	if (write_number(place->memory_group, "cgroup.procs", (uint64_t)pid) < 0)
		return err_sys(err, "put the zygote into %s", place->memory_group);
	if (write_number(place->slot_group, "cgroup.procs", (uint64_t)pid) < 0)
		return err_sys(err, "put the zygote into %s", place->slot_group);
	return 0;
}

void group_remove(const struct sandbox_place *place)
{
	char zygote[300];
	snprintf(zygote, sizeof(zygote), "%s/zygote", place->slot_group);
	if (place->memory_group[0])
		rmdir(place->memory_group);
	if (place->group_kind == GROUP_V2)
		rmdir(zygote);
	if (place->slot_group[0])
		rmdir(place->slot_group);
}

/* ---- in use ---- */

static int open_below(int folder, const char *name, int flags)
{
	return openat(folder, name, flags | O_CLOEXEC);
}

void group_open(struct group_files *group, const struct sandbox_place *place)
{
	const bool first = place->group_kind == GROUP_V1;

	*group = (struct group_files){ place->group_kind, -1, -1, -1, -1, -1 };
	if (group->kind == GROUP_NONE)
		return;
	cleanup_fd int folder = open(place->memory_group, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
	if (folder < 0)
		return;
	group->bound = open_below(folder, first ? "memory.limit_in_bytes" : "memory.max", O_WRONLY);
	group->charged = open_below(folder, first ? "memory.usage_in_bytes" : "memory.current", O_RDONLY);
	group->events = open_below(folder, first ? "memory.oom_control" : "memory.events", O_RDONLY);
	group->members = open_below(folder, "cgroup.procs", O_RDONLY);
	if (!first)
		group->folder = fd_take(&folder);
}

void group_close(struct group_files *group)
{
	int *const fds[] = { &group->bound, &group->charged, &group->events, &group->members, &group->folder };
	for (size_t i = 0; i < sizeof(fds) / sizeof(fds[0]); i++)
		fd_close(fds[i]);
}

/* Each read begins anew: the kernel prints the file for whoever reads at its start. */
static int read_again(int fd, char *out, size_t size)
{
	ssize_t got = fd < 0 ? -1 : pread(fd, out, size - 1, 0);
	if (got < 0)
		return -1;
	out[got] = '\0';
	return 0;
}

int group_bound(const struct group_files *group, uint64_t bytes, struct err *err)
{
	char text[24];
	if (group->kind == GROUP_NONE)
		return 0;
	int length = snprintf(text, sizeof(text), "%llu", (unsigned long long)bytes);
	if (pwrite(group->bound, text, (size_t)length, 0) != length)
		return err_sys(err, "bound the slot's memory");
	return 0;
}

uint64_t group_charged(const struct group_files *group)
{
	char text[64];
	return read_again(group->charged, text, sizeof(text)) < 0 ? 0 : strtoull(text, NULL, 10);
}

uint64_t group_kills(const struct group_files *group)
{
	char text[512];
	if (read_again(group->events, text, sizeof(text)) < 0)
		return 0;
	const char *line = strstr(text, "oom_kill ");
	return line ? strtoull(line + 9, NULL, 10) : 0;
}

long group_population(const struct group_files *group)
{
	char text[512];
	if (read_again(group->members, text, sizeof(text)) < 0)
		return -1;
	long lines = 0;
	for (const char *at = text; *at; at++)
		lines += *at == '\n';
	return lines;
}
