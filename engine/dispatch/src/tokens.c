#include "tokens.h"

#include <errno.h>
#include <fcntl.h>
#include <sys/mman.h>
#include <unistd.h>

#include "base/buf.h"
#include "base/file.h"

enum { TOKENS_MAX = 1 << 20 };

/* One write over what was there, and blank lines over what is left of it: whoever reads meanwhile sees the old text or
 * the new one, never an empty file. */
static int copy(struct tokens *tokens, struct err *err)
{
	cleanup_buf struct buf text = BUF_INIT;
	struct stat was;

	if (stat(tokens->path, &tokens->seen) < 0)
		return err_sys(err, "token file %s", tokens->path);
	if (file_read(&text, AT_FDCWD, tokens->path, TOKENS_MAX, err) < 0)
		return err_wrap(err, "token file");
	if (fstat(tokens->fd, &was) < 0)
		return err_sys(err, "copy the token file");
	while (text.len < (size_t)was.st_size)
		buf_addch(&text, '\n');
	ssize_t written = pwrite(tokens->fd, buf_str(&text), text.len, 0);
	return written != (ssize_t)text.len ? err_sys(err, "copy the token file") : 0;
}

int tokens_open(struct tokens *tokens, const char *path, const struct identity *identity, struct err *err)
{
	tokens->path = path;
	tokens->fd = -1;
	if (!path)
		return 0;
	cleanup_fd int fd = memfd_create("tokens", MFD_CLOEXEC);
	if (fd < 0 || fchmod(fd, 0600) < 0)
		return err_sys(err, "copy the token file");
	if (identity->root && fchown(fd, identity->front_uid, identity->front_gid) < 0)
		return err_sys(err, "copy the token file");
	tokens->fd = fd_take(&fd);
	if (copy(tokens, err) < 0) {
		fd_close(&tokens->fd);
		err->kind = ERR_UNSUPPORTED;
		return -1;
	}
	return 0;
}

int tokens_refresh(struct tokens *tokens, struct err *err)
{
	struct stat now;

	if (!tokens->path)
		return 0;
	if (stat(tokens->path, &now) < 0) {
		if (errno == ENOENT)
			return 0; /* an editor between two writes; while it is gone, the former tokens stay */
		return err_sys(err, "token file %s", tokens->path);
	}
	if (now.st_mtim.tv_sec == tokens->seen.st_mtim.tv_sec && now.st_mtim.tv_nsec == tokens->seen.st_mtim.tv_nsec &&
		now.st_size == tokens->seen.st_size && now.st_ino == tokens->seen.st_ino)
		return 0;
	return copy(tokens, err) < 0 ? -1 : 1;
}
