/*
 * Files. Below a folder's descriptor the path is walked part by part and no
 * link is followed, so that nobody who can write there leads us elsewhere.
 */
#include "base/file.h"
#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

void fd_close(int *fd)
{
	if (*fd >= 0)
		close(*fd);
	*fd = -1;
}

int fd_write_all(int fd, const void *data, size_t bytes, struct err *err)
{
	const char *at = data;

	while (bytes > 0) {
		ssize_t done = write(fd, at, bytes);

		if (done < 0) {
			if (errno == EINTR)
				continue;
			return err_sys(err, "write");
		}
		at += done;
		bytes -= (size_t)done;
	}
	return 0;
}

int fd_read_all(int fd, void *data, size_t bytes, struct err *err)
{
	char *at = data;

	while (bytes > 0) {
		ssize_t done = read(fd, at, bytes);

		if (done < 0) {
			if (errno == EINTR)
				continue;
			return err_sys(err, "read");
		}
		if (done == 0)
			return err_set(err, ERR_PEER, "the other end closed with %zu bytes missing", bytes);
		at += done;
		bytes -= (size_t)done;
	}
	return 0;
}

static int open_failed(const char *path, struct err *err)
{
	int sys = errno;

	err_sys(err, "open %s", path);
	if (sys == ENOENT || sys == ENOTDIR)
		err->kind = ERR_NOT_FOUND;
	else if (sys == ELOOP)
		err->kind = ERR_INPUT;
	return -1;
}

/* Opens `path` below `dirfd`, part by part, following no link. */
static int open_below(int dirfd, const char *path, int flags, struct err *err)
{
	int cleanup_fd folder = -1;
	char part[NAME_MAX + 1];
	const char *at = path;

	for (;;) {
		size_t length = strcspn(at, "/");
		bool last = at[length] == '\0';
		int next;

		if (length == 0 || length > NAME_MAX || (length == 2 && memcmp(at, "..", 2) == 0))
			return err_set(err, ERR_INPUT, "%s: not a path below a folder", path);
		memcpy(part, at, length);
		part[length] = '\0';
		next = openat(folder >= 0 ? folder : dirfd, part,
			O_CLOEXEC | O_NOFOLLOW | (last ? flags : O_RDONLY | O_DIRECTORY));
		if (next < 0)
			return open_failed(path, err);
		if (last)
			return next;
		fd_close(&folder);
		folder = next;
		at += length + 1;
	}
}

int file_read(struct buf *out, int dirfd, const char *path, size_t max_bytes, struct err *err)
{
	/* O_NONBLOCK: opening a pipe must not wait for a writer before it is refused. */
	const int flags = O_RDONLY | O_NONBLOCK | O_NOCTTY;
	int cleanup_fd fd = -1;
	struct stat about;
	size_t total = 0;
	char chunk[16384];

	if (dirfd == AT_FDCWD) {
		fd = open(path, flags | O_CLOEXEC);
		if (fd < 0)
			return open_failed(path, err);
	} else {
		fd = open_below(dirfd, path, flags, err);
		if (fd < 0)
			return -1;
	}
	if (fstat(fd, &about) < 0)
		return err_sys(err, "stat %s", path);
	if (!S_ISREG(about.st_mode))
		return err_set(err, ERR_INPUT, "%s: not a regular file", path);
	for (;;) {
		ssize_t got = read(fd, chunk, sizeof(chunk));

		if (got < 0 && errno == EINTR)
			continue;
		if (got < 0)
			return err_sys(err, "read %s", path);
		if (got == 0)
			return 0;
		total += (size_t)got;
		if (total > max_bytes)
			return err_set(err, ERR_TOO_LARGE, "%s: more than %zu bytes", path, max_bytes);
		buf_add(out, chunk, (size_t)got);
	}
}

static int sync_folder_of(const char *path, struct err *err)
{
	const char *slash = strrchr(path, '/');
	char folder[PATH_MAX] = ".";
	int cleanup_fd fd = -1;

	if (slash != NULL)
		snprintf(folder, sizeof(folder), "%.*s", slash == path ? 1 : (int)(slash - path), path);
	fd = open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
	if (fd < 0)
		return err_sys(err, "open %s", folder);
	if (fsync(fd) < 0)
		return err_sys(err, "fsync %s", folder);
	return 0;
}

static int fill_and_sync(int fd, const char *name, const void *data, size_t bytes, struct err *err)
{
	if (fd_write_all(fd, data, bytes, err) < 0)
		return err_wrap(err, "%s", name);
	if (fsync(fd) < 0)
		return err_sys(err, "fsync %s", name);
	return 0;
}

/* What open(2) would have given; mkostemp() gives 0600. */
static mode_t ordinary_mode(void)
{
	mode_t mask = umask(022);

	umask(mask);
	return 0666 & ~mask;
}

int file_write_durable(const char *path, const void *data, size_t bytes, struct err *err)
{
	char name[PATH_MAX];
	int cleanup_fd fd = -1;

	if (snprintf(name, sizeof(name), "%s.XXXXXX", path) >= (int)sizeof(name))
		return err_set(err, ERR_INPUT, "%.100s…: path too long", path);
	fd = mkostemp(name, O_CLOEXEC);
	if (fd < 0)
		return err_sys(err, "create %s", name);
	if (fchmod(fd, ordinary_mode()) < 0) {
		err_sys(err, "chmod %s", name);
		unlink(name);
		return -1;
	}
	if (fill_and_sync(fd, name, data, bytes, err) < 0) {
		unlink(name);
		return -1;
	}
	if (rename(name, path) < 0) {
		err_sys(err, "rename %s to %s", name, path);
		unlink(name);
		return -1;
	}
	return sync_folder_of(path, err);
}

int file_mkdirs(const char *path, unsigned mode, struct err *err)
{
	char part[PATH_MAX];
	size_t length = strlen(path);
	struct stat about;

	if (length == 0 || length >= sizeof(part))
		return err_set(err, ERR_INPUT, "\"%.100s\": not a folder's name", path);
	for (size_t i = 1; i <= length; i++) {
		if (path[i] != '/' && path[i] != '\0')
			continue;
		memcpy(part, path, i);
		part[i] = '\0';
		if (mkdir(part, (mode_t)mode) < 0 && errno != EEXIST)
			return err_sys(err, "mkdir %s", part);
	}
	if (stat(path, &about) < 0)
		return err_sys(err, "stat %s", path);
	if (!S_ISDIR(about.st_mode))
		return err_set(err, ERR_INPUT, "%s: exists and is not a folder", path);
	return 0;
}
