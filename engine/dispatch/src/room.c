#include "room.h"

#include <errno.h>
#include <sys/file.h>

static int lock(int fd, int how, struct err *err)
{
	int rc;

	if (fd < 0)
		return 0;
	do
		rc = flock(fd, how);
	while (rc < 0 && errno == EINTR);
	return rc < 0 ? err_sys(err, "lock the room") : 0;
}

int room_enter(const struct room *room, struct err *err)
{
	if (lock(room->turnstile_fd, LOCK_EX, err) < 0 || lock(room->room_fd, LOCK_SH, err) < 0)
		return -1;
	return lock(room->turnstile_fd, LOCK_UN, err);
}

void room_leave(const struct room *room)
{
	struct err ignored;

	/* Unlocking our own descriptor can only fail when it is none, and then nothing is locked. */
	(void)!lock(room->room_fd, LOCK_UN, &ignored);
	(void)!lock(room->turnstile_fd, LOCK_UN, &ignored);
}

int room_alone(const struct room *room, struct err *err)
{
	/* Leave first: two that wait for each other inside the room would wait for ever. */
	if (lock(room->room_fd, LOCK_UN, err) < 0 || lock(room->turnstile_fd, LOCK_EX, err) < 0)
		return -1;
	return lock(room->room_fd, LOCK_EX, err);
}

int room_together(const struct room *room, struct err *err)
{
	if (lock(room->room_fd, LOCK_SH, err) < 0)
		return -1;
	return lock(room->turnstile_fd, LOCK_UN, err);
}
