/*
 * The front's process: joins the front (HTTP, queue) with the desk, which know
 * nothing of each other.
 */
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/prctl.h>

#include "cli/cli.h"
#include "dispatch/desk.h"
#include "dispatch/kinds.h"
#include "dispatch/marking.h"
#include "dispatch/roles.h"
#include "http/front.h"
#include "role_log.h"
#include "roles.h"
#include "sandbox/role.h"

enum { DESK_PATIENCE_MS = 10000 };

/* ---- the desk, as the front sees it ---- */

static int open_desk(void **out, struct queue *queue, void *context, struct err *err)
{
	const struct desk_config config = {
		.control_fd = ROLE_FRONT_CONTROL,
		.log = role_log,
		.log_context = context,
	};
	struct desk *desk;

	if (desk_open(&desk, &config, err) < 0)
		return -1;
	if (desk_start(desk, queue, err) < 0) {
		desk_close(desk, 0);
		return -1;
	}
	*out = desk;
	return 0;
}

static void preview(void *desk, const struct front_preview *what, front_preview_done *done, void *context)
{
	const struct preview asked = {
		.exercise = what->exercise,
		.digest = what->digest,
		.pack = what->pack,
		.pack_bytes = what->pack_bytes,
		.answers = what->answers,
		.seed = what->seed,
	};

	desk_preview(desk, &asked, done, context);
}

static void read_stats(void *desk, struct front_graders *out)
{
	struct desk_stats stats;

	desk_read_stats(desk, &stats);
	*out = (struct front_graders){
		.ready = stats.graders,
		.in_flight = stats.in_flight,
		.finished = stats.finished,
		.failed = stats.failed,
		.lost = stats.lost,
	};
}

static void close_desk(void *desk)
{
	desk_close(desk, DESK_PATIENCE_MS);
}

/* ---- the process ---- */

struct words {
	const char *data, *exercises;
	bool tokens;
};

static bool read_words(struct words *words, int argc, char **argv)
{
	for (int i = 1; i < argc; i++) {
		if (strcmp(argv[i], "--tokens") == 0)
			words->tokens = true;
		else if (strcmp(argv[i], "--data") == 0 && i + 1 < argc)
			words->data = argv[++i];
		else if (strcmp(argv[i], "--exercises") == 0 && i + 1 < argc)
			words->exercises = argv[++i];
		else
			return false;
	}
	return words->data && words->exercises;
}

int front_role(int argc, char **argv)
{
	char who[] = "front"; /* not const: it travels as a context */
	struct words words = { 0 };
	char database[4096 + 16], tokens[32];
	struct err err = { 0 };

	if (!read_words(&words, argc, argv))
		return EXIT_USAGE;
	prctl(PR_SET_NAME, "front");
	signal(SIGPIPE, SIG_IGN);
	signal(SIGHUP, SIG_IGN);
	snprintf(database, sizeof(database), "%.4096s/bareme.db", words.data);
	snprintf(tokens, sizeof(tokens), "/proc/self/fd/%d", ROLE_FRONT_TOKENS);
	const struct front_config config = {
		.listen_fd = ROLE_FRONT_LISTEN, .database = database, .exercises_dir = words.exercises,
		.token_file = words.tokens ? tokens : NULL, .version = engine_version(), .kinds = all_kinds,
		.desk = {
			.context = who, .open = open_desk, .work = desk_on_work, .preview = preview, .stats = read_stats,
			.close = close_desk,
		},
		.ready_fd = ROLE_FRONT_READY, .log = role_log, .log_context = who,
	};
	const struct role_front reach = { .data = words.data, .exercises = ROLE_FRONT_FOLDER };

	ready_libraries();
	if (role_lock_front(&reach, &err) < 0) {
		role_log(who, err.text);
		return ROLE_UNLOCKED;
	}
	return front_run(&config, &err) < 0 ? role_failed(who, &err) : EXIT_FINE;
}
