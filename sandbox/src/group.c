#include "group.h"
#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <time.h>
#include <unistd.h>
#include "base/file.h"
#include "group_tree.h"
#include "group_v2.h"

enum { SWEEP_AGE_S = 60, EMPTY_TRIES = 500 };
enum { PIDS = 8 }; /* the zygote, one run, one that is ending, and room for none of a fork bomb */

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
	if (group_own_folder("memory", memory, sizeof(memory)) < 0 || group_own_folder("pids", pids, sizeof(pids)) < 0)
		return false;
	if (make_folder(place->memory_group, sizeof(place->memory_group), memory, place->slot) < 0)
		return false;
	if (make_folder(place->slot_group, sizeof(place->slot_group), pids, place->slot) < 0 ||
		group_write_number(place->slot_group, "pids.max", PIDS) < 0) {
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
 * v2: slot/ is the grader's; the zygote lives in slot/zygote, runs are born in slot/run. Their nearest common
 * ancestor's cgroup.procs is then the grader's own, as CLONE_INTO_CGROUP demands.
 */
static bool make_leaf(char *out, size_t size, const char *slot, const char *leaf)
{
	return snprintf(out, size, "%s/%s", slot, leaf) < (int)size && (mkdir(out, 0755) == 0 || errno == EEXIST);
}

/* Without swap in the kernel there is no such bound, and no need of it. */
static bool forbid_swap(const char *folder)
{
	return group_write_number(folder, "memory.swap.max", 0) == 0 || errno == ENOENT;
}

static bool make_v2(struct sandbox_place *place)
{
	char home[200], zygote[300];
	if (!group_v2_home(home, sizeof(home)) ||
		make_folder(place->slot_group, sizeof(place->slot_group), home, place->slot) < 0)
		return false;
	place->group_kind = GROUP_V2;
	if (!group_v2_enable(place->slot_group) || !make_leaf(zygote, sizeof(zygote), place->slot_group, "zygote") ||
		!make_leaf(place->memory_group, sizeof(place->memory_group), place->slot_group, "run") ||
		group_write_number(place->memory_group, "pids.max", PIDS) < 0 ||
		group_write_number(place->memory_group, "memory.oom.group", 1) < 0 ||
		!forbid_swap(place->memory_group)) {
		group_remove(place);
		place->group_kind = GROUP_NONE;
		return false;
	}
	static const char *const delegated[] = { "cgroup.procs", NULL };
	static const char *const bounds[] = { "cgroup.procs", "memory.max", NULL };
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
		return group_write_number(zygote, "cgroup.procs", (uint64_t)pid) == 0
			       ? 0
			       : err_sys(err, "put the zygote into %s", zygote);
	if (group_write_number(place->memory_group, "cgroup.procs", (uint64_t)pid) < 0)
		return err_sys(err, "put the zygote into %s", place->memory_group);
	if (group_write_number(place->slot_group, "cgroup.procs", (uint64_t)pid) < 0)
		return err_sys(err, "put the zygote into %s", place->slot_group);
	return 0;
}

/* The zygote is dead and its runs die with it; the group empties a moment later. */
static void wait_empty(const struct sandbox_place *place)
{
	char first[24];
	if (place->group_kind == GROUP_NONE)
		return;
	if (place->group_kind == GROUP_V2)
		group_write_number(place->memory_group, "cgroup.kill", 1);
	/* Opened each time: v1 shows an open file the same list for a second. */
	for (int tries = 0; tries < EMPTY_TRIES; tries++) {
		if (group_read(place->memory_group, "cgroup.procs", first, sizeof(first)) < 0 || !first[0])
			return;
		poll(NULL, 0, 2);
	}
}

void group_remove(const struct sandbox_place *place)
{
	char zygote[300];
	snprintf(zygote, sizeof(zygote), "%s/zygote", place->slot_group);
	wait_empty(place);
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
	if (!first)
		group->folder = fd_take(&folder);
	cleanup_fd int pids = first ? open(place->slot_group, O_RDONLY | O_DIRECTORY | O_CLOEXEC) : -1;
	group->members = open_below(first ? pids : group->folder, "pids.current", O_RDONLY);
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

/* Not cgroup.procs: v1 shows an open file the same list for a second. */
long group_population(const struct group_files *group)
{
	char text[24];
	return read_again(group->members, text, sizeof(text)) < 0 ? -1 : strtol(text, NULL, 10);
}
