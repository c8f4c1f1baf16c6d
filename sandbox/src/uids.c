#include "uids.h"
#include <errno.h>
#include <fcntl.h>
#include <stdbool.h>
#include <unistd.h>
#include "base/file.h"

/* Of the opening, not of the process: a launcher has several. */
static bool lock_byte(int fd, int number)
{
	struct flock lock = { .l_type = F_WRLCK, .l_whence = SEEK_SET, .l_start = number, .l_len = 1 };
	return fcntl(fd, F_OFD_SETLK, &lock) == 0;
}

int uids_take(int *number, int *lock_fd, const char *path, int slot, struct err *err)
{
	cleanup_fd int fd = open(path, O_RDWR | O_CREAT | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC, 0600);
	*lock_fd = -1;
	*number = slot;
	for (int i = 0; fd >= 0 && i < UIDS_NUMBERS; i++) {
		*number = (slot + i) % UIDS_NUMBERS;
		if (lock_byte(fd, *number)) {
			*lock_fd = fd_take(&fd);
			return 0;
		}
		if (errno != EAGAIN && errno != EACCES) {
			*number = slot; /* no locks on this file system */
			return 0;
		}
	}
	return fd < 0 ? 0
		      : err_set(err, ERR_BUSY, "all %d pairs of uids for slots are in use on this machine",
				UIDS_NUMBERS);
}
