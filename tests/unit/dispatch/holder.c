#include "holder.h"

#include <fcntl.h>
#include <poll.h>
#include <stdio.h>
#include <string.h>
#include <sys/file.h>
#include <unistd.h>

#include "base/file.h"
#include "parcel.h"

int open_lock(const char *folder, const char *name)
{
	char path[128];

	snprintf(path, sizeof(path), "%s/%s", folder, name);
	return open(path, O_RDWR | O_CREAT | O_CLOEXEC, 0600);
}

static int say(int desk_fd, const struct parcel *parcel)
{
	cleanup_buf struct buf out = BUF_INIT;
	struct err err;

	if (parcel_write(&out, parcel, &err) < 0)
		return -1;
	return fd_write_all(desk_fd, out.data, out.len, &err);
}

int be_holder(int desk_fd, const char *folder, const char *how)
{
	struct parcel_inbox inbox = { 0 };
	struct parcel got, beat = { .type = PARCEL_BEAT };
	struct pollfd wait = { .fd = desk_fd, .events = POLLIN };
	char job[64] = "";
	struct err err;

	if (flock(open_lock(folder, "turnstile"), LOCK_EX) < 0)
		return 5;
	if (strcmp(how, "at-work") == 0 &&
		say(desk_fd, &(struct parcel){ .type = PARCEL_HELLO, .python = "3", .isolation = "none" }) < 0)
		return 6;
	for (;;) {
		if (poll(&wait, 1, 20) > 0 && parcel_receive(&inbox, desk_fd, &err) <= 0)
			break;
		while (parcel_next(&inbox, &got, &err) > 0)
			if (got.type == PARCEL_JOB)
				snprintf(job, sizeof(job), "%s", got.job);
		beat.job = job;
		if (job[0] && say(desk_fd, &beat) < 0)
			break;
	}
	parcel_inbox_release(&inbox);
	return 0;
}
