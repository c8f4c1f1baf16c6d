#include "posture.h"
#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>
#include "base/file.h"

enum whose { OF_ZYGOTE, FRESH };

/* Which namespaces a run shares with its zygote, and which it must have for itself. None is ever ours. */
static const struct {
	const char *name;
	enum whose whose;
} namespaces[POSTURE_NAMESPACES] = {
	{ "ns/user", OF_ZYGOTE },
	{ "ns/net", OF_ZYGOTE },
	{ "ns/uts", OF_ZYGOTE },
	{ "ns/pid", FRESH },
	{ "ns/mnt", FRESH },
	{ "ns/ipc", FRESH },
};

static int open_proc(int pid, struct err *err)
{
	char path[32];
	snprintf(path, sizeof(path), "/proc/%d", pid);
	int fd = open(path, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
	return fd >= 0 ? fd : err_sys(err, "open %s", path);
}

static int read_namespaces(int proc, uint64_t out[POSTURE_NAMESPACES], struct err *err)
{
	for (int i = 0; i < POSTURE_NAMESPACES; i++) {
		struct stat info;
		if (fstatat(proc, namespaces[i].name, &info, 0) < 0)
			return err_sys(err, "read %s", namespaces[i].name);
		out[i] = info.st_ino;
	}
	return 0;
}

static int slurp(int proc, const char *name, char *out, size_t size, struct err *err)
{
	cleanup_fd int fd = openat(proc, name, O_RDONLY | O_CLOEXEC);
	size_t length = 0;
	ssize_t got = fd < 0 ? -1 : 1;
	while (got > 0 && length < size - 1) {
		got = read(fd, out + length, size - 1 - length);
		length += got > 0 ? (size_t)got : 0;
	}
	if (got < 0)
		return err_sys(err, "read a run's %s", name);
	out[length] = '\0';
	return 0;
}

/* The text must hold this very line's beginning. */
static int expect(const char *text, const char *line, struct err *err)
{
	const char *at = strstr(text, line);
	if (at && (at == text || at[-1] == '\n'))
		return 0;
	return err_set(err, ERR_ISOLATION, "a run's posture lacks '%s'", line);
}

/* How many filters are on it: a container's own makes "Seccomp: 2" say nothing about ours. */
static long count_filters(const char *status)
{
	const char *line = strstr(status, "\nSeccomp_filters:\t");
	return line ? strtol(line + 18, NULL, 10) : -1;
}

/* A /proc that shows nothing: what cannot be verified is refused. */
static int hidden(struct err *err)
{
	if (err->sys == EACCES || err->sys == EPERM || err->sys == ENOENT)
		err->kind = ERR_ISOLATION;
	return -1;
}

int posture_note(struct posture *posture, const struct sandbox_place *place, struct err *err)
{
	*posture = (struct posture){ .filters = -1 };
	cleanup_fd int self = open_proc((int)getpid(), err);
	if (self < 0 || read_namespaces(self, posture->ours, err) < 0)
		return hidden(err);
	cleanup_fd int zygote = open_proc(place->pid, err);
	if (zygote < 0 || read_namespaces(zygote, posture->zygote, err) < 0) {
		err_wrap(err, "look at the zygote");
		return hidden(err);
	}
	char status[4096];
	if (slurp(zygote, "status", status, sizeof(status), err) < 0)
		return hidden(err);
	posture->filters = count_filters(status);
	for (int i = 0; i < POSTURE_NAMESPACES; i++) {
		/* Only a run has a PID namespace of its own. */
		if (strcmp(namespaces[i].name, "ns/pid") != 0 && posture->zygote[i] == posture->ours[i])
			return err_set(err, ERR_ISOLATION, "the zygote shares %s with us", namespaces[i].name);
	}
	return 0;
}

static int check_namespaces(const struct posture *posture, int proc, struct err *err)
{
	uint64_t run[POSTURE_NAMESPACES] = { 0 };
	if (read_namespaces(proc, run, err) < 0)
		return -1;
	for (int i = 0; i < POSTURE_NAMESPACES; i++) {
		bool same = run[i] == posture->zygote[i];
		if (run[i] == posture->ours[i] || same != (namespaces[i].whose == OF_ZYGOTE))
			return err_set(err, ERR_ISOLATION, "a run has the wrong %s", namespaces[i].name);
	}
	return 0;
}

static int check_status(const struct posture *posture, const struct sandbox_place *place, int proc, struct err *err)
{
	static const char *const lines[] = {
		"CapInh:\t0000000000000000\n",
		"CapPrm:\t0000000000000000\n",
		"CapEff:\t0000000000000000\n",
		"CapBnd:\t0000000000000000\n",
		"CapAmb:\t0000000000000000\n",
		"NoNewPrivs:\t1\n",
		"Seccomp:\t2\n",
		"Threads:\t1\n",
	};
	char text[4096], ids[96];
	if (slurp(proc, "status", text, sizeof(text), err) < 0)
		return -1;
	for (size_t i = 0; i < sizeof(lines) / sizeof(lines[0]); i++)
		if (expect(text, lines[i], err) < 0)
			return -1;
	if (posture->filters < 0 || count_filters(text) != posture->filters + 1)
		return err_set(err, ERR_ISOLATION, "a run's posture lacks its system-call filter");
	unsigned uid = place->run_uid;
	snprintf(ids, sizeof(ids), "Uid:\t%u\t%u\t%u\t%u\n", uid, uid, uid, uid);
	if (expect(text, ids, err) < 0)
		return -1;
	/* With one uid for all, its groups cannot be laid down either: they stay the user's. */
	bool apart = place->run_uid != place->owner_uid;
	unsigned gid = apart ? uid : getegid();
	snprintf(ids, sizeof(ids), "Gid:\t%u\t%u\t%u\t%u\n", gid, gid, gid, gid);
	if (expect(text, ids, err) < 0 || (apart && expect(text, "Groups:\t \n", err) < 0))
		return -1;
	/* Process 1 of exactly one namespace below ours. */
	const char *pids = strstr(text, "\nNSpid:");
	const char *last = pids ? strchr(pids + 1, '\n') : NULL;
	if (!last || last[-1] != '1' || last[-2] != '\t')
		return err_set(err, ERR_ISOLATION, "a run is not the first process of its namespace");
	return 0;
}

static int check_descriptors(int proc, struct err *err)
{
	int fd = openat(proc, "fd", O_RDONLY | O_DIRECTORY | O_CLOEXEC);
	DIR *folder = fd < 0 ? NULL : fdopendir(fd);
	if (!folder) {
		err_sys(err, "read a run's descriptors");
		fd_close(&fd);
		return -1;
	}
	unsigned seen = 0, others = 0;
	for (const struct dirent *entry; (entry = readdir(folder));) {
		if (entry->d_name[0] == '.')
			continue;
		if (entry->d_name[1] == '\0' && entry->d_name[0] <= '3')
			seen |= 1U << (entry->d_name[0] - '0');
		else
			others++;
	}
	closedir(folder);
	return seen == 0xF && others == 0 ? 0
					  : err_set(err, ERR_ISOLATION, "a run holds other descriptors than its four");
}

/* The line of a limit, or NULL: both halves are numbers ("unlimited" is none) of at most so much. */
static bool is_bounded(const char *line, size_t name, long at_most)
{
	char *soft, *hard;
	if (!line)
		return false;
	return strtol(line + name, &soft, 10) <= at_most && soft != line + name && strtol(soft, &hard, 10) <= at_most &&
	       hard != soft;
}

static int check_limits(int proc, uint64_t memory_bytes, struct err *err)
{
	static const struct {
		const char *name;
		long at_most;
	} bounds[] = {
		{ "Max core file size", 0 },
		{ "Max file size", 0 },
		{ "Max open files", 64 },
		{ "Max processes", 1 },
		{ "Max locked memory", 0 },
		{ "Max msgqueue size", 0 },
		{ "Max cpu time", 100000 },
		{ "Max stack size", 8 << 20 },
		{ "Max pending signals", 64 },
		{ "Max nice priority", 0 },
		{ "Max realtime priority", 0 },
	};
	char text[4096];
	if (slurp(proc, "limits", text, sizeof(text), err) < 0)
		return -1;
	for (size_t i = 0; i < sizeof(bounds) / sizeof(bounds[0]); i++)
		if (!is_bounded(strstr(text, bounds[i].name), strlen(bounds[i].name), bounds[i].at_most))
			return err_set(err, ERR_ISOLATION, "a run lacks the limit '%s'", bounds[i].name);
	const char *space = strstr(text, "Max address space");
	uint64_t bytes = space ? strtoull(space + 17, NULL, 10) : 0;
	if (bytes < memory_bytes || bytes > memory_bytes + (1ULL << 30))
		return err_set(err, ERR_ISOLATION, "a run's memory is not bounded as asked");
	return 0;
}

/* Three mounts: the root, the library, its own folder; all read-only and without set-uid, devices, programs. */
static int check_mounts(int proc, struct err *err)
{
	static const struct {
		const char *point; /* how it begins */
		const char *more;
	} wanted[] = { { "/", "" }, { "/usr/lib/python", ",nosymfollow" }, { "/tmp", ",nosymfollow" } };
	enum { MOUNTS = sizeof(wanted) / sizeof(wanted[0]) };
	static const char locked[] = "ro,nosuid,nodev,noexec";
	char text[4096];
	int mounts = 0;
	if (slurp(proc, "mountinfo", text, sizeof(text), err) < 0)
		return -1;
	for (char *line = text, *next; *line; line = next, mounts++) {
		char point[64], options[128];
		next = strchr(line, '\n');
		if (!next) /* what was not read whole may hide one more */
			return err_set(err, ERR_ISOLATION, "a run's mounts are cut short");
		*next++ = '\0';
		/* Fields stand between single spaces: another blank would be part of a name, which none of ours has. */
		if (strpbrk(line, "\t\r\v\f") || sscanf(line, "%*s %*s %*s %*s %63s %127s", point, options) != 2 ||
			strncmp(options, locked, sizeof(locked) - 1) != 0)
			return err_set(err, ERR_ISOLATION, "a run has an open mount: %s", line);
		if (mounts < MOUNTS && (strncmp(point, wanted[mounts].point, strlen(wanted[mounts].point)) != 0 ||
					       !strstr(options, wanted[mounts].more)))
			return err_set(err, ERR_ISOLATION, "a run has another mount than it must: %s", line);
	}
	return mounts == MOUNTS ? 0 : err_set(err, ERR_ISOLATION, "a run sees %d mounts instead of 3", mounts);
}

int posture_verify(const struct posture *posture, const struct sandbox_place *place, int pid, uint64_t memory_bytes,
	struct err *err)
{
	cleanup_fd int proc = open_proc(pid, err);
	if (proc < 0 || check_status(posture, place, proc, err) < 0 || check_namespaces(posture, proc, err) < 0 ||
		check_descriptors(proc, err) < 0 || check_limits(proc, memory_bytes, err) < 0)
		return -1;
	return check_mounts(proc, err);
}
