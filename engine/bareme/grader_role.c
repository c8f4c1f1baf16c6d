/* A grader's process: takes its zygote over, then marks until it is told to end. */
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/prctl.h>

#include "base/file.h"
#include "cli/cli.h"
#include "dispatch/grader.h"
#include "dispatch/roles.h"
#include "role_log.h"
#include "roles.h"
#include "sandbox/role.h"
#include "sandbox/sandbox.h"
#include "sandbox/zygote.h"

/* A grader ends when its desk says so or goes away, or is killed: a signal to the whole group must not cost a job. */
static void ignore_signals(void)
{
	static const int ignored[] = { SIGPIPE, SIGINT, SIGTERM, SIGHUP };

	for (size_t i = 0; i < sizeof(ignored) / sizeof(ignored[0]); i++)
		signal(ignored[i], SIG_IGN);
}

static int attach(struct sandbox **out, struct err *err)
{
	struct sandbox_place place;
	cleanup_fd int in = ROLE_GRADER_PLACE;

	if (fd_read_all(in, &place, sizeof(place), err) < 0)
		return err_wrap(err, "the zygote's place");
	return sandbox_attach(out, ROLE_GRADER_ZYGOTE, &place, err);
}

int grader_role(int argc, char **argv)
{
	char who[32], name[16];
	struct sandbox *sandbox = NULL;
	struct err err = { 0 };

	if (argc != 3 || strcmp(argv[1], "--slot") != 0)
		return EXIT_USAGE;
	snprintf(who, sizeof(who), "grader %.16s", argv[2]);
	snprintf(name, sizeof(name), "grader-%.8s", argv[2]);
	prctl(PR_SET_NAME, name);
	ignore_signals();
	ready_libraries();
	/* A machine that cannot lock a run, or this process, must not say that it marks. */
	if (attach(&sandbox, &err) < 0 || role_lock_grader(sandbox, ROLE_GRADER_SLOT, &err) < 0 ||
		sandbox_try(sandbox, &err) < 0) {
		sandbox_close(sandbox);
		return role_failed(who, &err);
	}
	const struct grader_config config = {
		.desk_fd = ROLE_GRADER_DESK,
		.room_fd = ROLE_GRADER_ROOM,
		.turnstile_fd = ROLE_GRADER_TURNSTILE,
		.zygote_fd = ROLE_GRADER_ZYGOTE,
		.sandbox = sandbox,
	};
	int rc = grader_run(&config, &err);
	sandbox_close(sandbox);
	return rc < 0 ? role_failed(who, &err) : EXIT_FINE;
}
