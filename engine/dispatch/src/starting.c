/*
 * How the processes of the service are started.
 *
 * Every grader has a socket pair with the front. The front's end travels over
 * the control socket; while there is no front it waits here. A front that dies
 * takes its ends with it, and its graders, seeing that, leave to be started again.
 */
#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <stdio.h>
#include <string.h>
#include <sys/socket.h>
#include <unistd.h>

#include "base/clock.h"
#include "base/file.h"
#include "control.h"
#include "dispatch/roles.h"
#include "launch.h"
#include "sandbox/zygote.h"
#include "service.h"

static int hand_over(struct service *service, struct child *grader, struct err *err)
{
	struct control control = { CONTROL_GRADER, grader->slot };

	if (grader->waiting_fd < 0 || service->control_fd < 0)
		return 0;
	if (control_send(service->control_fd, &control, grader->waiting_fd, err) < 0) {
		/* The front is gone and will be reaped; the next one gets the socket. */
		if (err->sys == EPIPE || err->sys == ECONNRESET)
			return 0;
		return err_wrap(err, "grader %d", grader->slot);
	}
	fd_close(&grader->waiting_fd);
	return 0;
}

/* ---- the front ---- */

static int launch_front(struct service *service, int control, int ready, struct err *err)
{
	char folder[32];
	const bool reachable = folder_reachable(service->exercises, &service->identity);

	/* Below somebody's private home the path leads nowhere for the front's user, but the open folder does. */
	snprintf(folder, sizeof(folder), "/proc/self/fd/%d", ROLE_FRONT_FOLDER);
	const char *const argv[] = {
		"bareme",
		"role",
		"front",
		"--data",
		service->data,
		"--exercises",
		reachable ? service->exercises : folder,
		service->tokens.fd >= 0 ? "--tokens" : NULL,
		NULL,
	};
	const int fds[] = {
		service->listening.fd,
		control,
		ready,
		service->lock_fd,
		service->tokens.fd,
		service->folder_fd,
	};
	const struct launch launch = {
		.argv = argv,
		.fds = fds,
		.fd_count = sizeof(fds) / sizeof(fds[0]),
		.drop = service->identity.root,
		.uid = service->identity.front_uid,
		.gid = service->identity.front_gid,
	};
	return launch_role(&service->front.pid, &launch, err);
}

int start_front(struct service *service, struct err *err)
{
	int control[2], ready[2];

	if (socketpair(AF_UNIX, SOCK_SEQPACKET | SOCK_CLOEXEC, 0, control) < 0)
		return err_sys(err, "control socket");
	cleanup_fd int ours = control[0], theirs = control[1];
	if (pipe2(ready, O_CLOEXEC) < 0)
		return err_sys(err, "pipe");
	cleanup_fd int ready_in = ready[0], ready_out = ready[1];
	if (launch_front(service, theirs, ready_out, err) < 0)
		return -1;
	service->front.started_us = clock_mono_us();
	fd_close(&service->control_fd);
	fd_close(&service->ready_fd);
	service->control_fd = fd_take(&ours);
	service->ready_fd = fd_take(&ready_in);
	for (uint32_t i = 0; i < service->grader_count; i++)
		if (hand_over(service, &service->graders[i], err) < 0)
			return -1;
	return 0;
}

/* ---- a grader ---- */

static int launch_grader(struct service *service, struct child *grader, int desk, int place, struct err *err)
{
	cleanup_fd int room = -1, turnstile = -1, link = zygote_take_link(grader->zygote);
	cleanup_fd int slot_ns = zygote_take_slot_ns(grader->zygote);
	char slot[16];
	const char *const argv[] = { "bareme", "role", "grader", "--slot", slot, NULL };

	snprintf(slot, sizeof(slot), "%d", grader->slot);
	/* Opened anew for each grader: a lock belongs to the opening, and duplicates share it. */
	if (data_folder_lock_file(&room, service->data, "room", err) < 0 ||
		data_folder_lock_file(&turnstile, service->data, "turnstile", err) < 0)
		return -1;
	const int fds[] = { desk, room, turnstile, link, place, slot_ns };
	const struct launch launch = {
		.argv = argv,
		.fds = fds,
		.fd_count = sizeof(fds) / sizeof(fds[0]),
		.drop = service->identity.root,
		.uid = zygote_place(grader->zygote)->owner_uid,
		.gid = zygote_place(grader->zygote)->owner_uid,
	};
	return launch_role(&grader->pid, &launch, err);
}

int start_grader(struct service *service, struct child *grader, struct err *err)
{
	const struct zygote_config config = { .slot = grader->slot };
	int desk[2], place[2];

	zygote_stop(grader->zygote);
	grader->zygote = NULL;
	fd_close(&grader->waiting_fd);
	if (zygote_launch(&grader->zygote, &config, err) < 0)
		return -1;
	if (socketpair(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0, desk) < 0)
		return err_sys(err, "a grader's socket");
	grader->waiting_fd = desk[0];
	cleanup_fd int theirs = desk[1];
	if (pipe2(place, O_CLOEXEC) < 0)
		return err_sys(err, "pipe");
	cleanup_fd int place_in = place[0], place_out = place[1];
	/* Less than a pipe holds: this cannot block. */
	_Static_assert(sizeof(struct sandbox_place) < PIPE_BUF, "the place fits a pipe");
	if (fd_write_all(place_out, zygote_place(grader->zygote), sizeof(struct sandbox_place), err) < 0)
		return -1;
	if (launch_grader(service, grader, theirs, place_in, err) < 0)
		return -1;
	grader->started_us = clock_mono_us();
	return hand_over(service, grader, err);
}
