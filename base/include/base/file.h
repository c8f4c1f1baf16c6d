/*
 * Files read and written whole, with bounds; directories made and removed.
 */
#pragma once
#include <stdbool.h>
#include <stddef.h>
#include "base/buf.h"
#include "base/err.h"

/* Appends the whole regular file below `dirfd` (AT_FDCWD for the usual meaning).
 * More than `max_bytes` is ERR_TOO_LARGE; a missing file is ERR_NOT_FOUND;
 * links are followed only when `dirfd` is AT_FDCWD. */
int file_read(struct buf *out, int dirfd, const char *path, size_t max_bytes, struct err *err) must_check;
/* Writes to a temporary neighbour (0666 less the umask), fsyncs, renames, fsyncs the folder. */
int file_write_durable(const char *path, const void *data, size_t bytes, struct err *err) must_check;
/* mkdir -p; what it makes gets `mode` (less the umask). */
int file_mkdirs(const char *path, unsigned mode, struct err *err) must_check;
/* Writes all bytes to a descriptor, retrying EINTR. */
int fd_write_all(int fd, const void *data, size_t bytes, struct err *err) must_check;
/* Reads exactly `bytes`; an end before that is ERR_PEER. */
int fd_read_all(int fd, void *data, size_t bytes, struct err *err) must_check;

void fd_close(int *fd); /* closes and sets to -1; negative is allowed */
#define cleanup_fd __attribute__((cleanup(fd_close)))
static inline int fd_take(int *fd)
{
	int taken = *fd;
	*fd = -1;
	return taken;
}
