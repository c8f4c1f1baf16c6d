/*
 * The grader: a process that marks, one job at a time, in one sandbox slot.
 *
 * It takes jobs from the front's desk over one socket and knows neither the
 * database nor the folder of exercises: a version that it has not seen is
 * asked for by digest. When a fault of ours may have left the slot unclean it
 * says so for the job in hand and ends, so that the supervisor starts grader and
 * zygote afresh.
 */
#pragma once
#include "base/err.h"
#include "model/kind.h"

struct sandbox;

struct grader_config {
	int desk_fd; /* stream socket to the desk, borrowed */
	int room_fd, turnstile_fd; /* lock files (see room.h), each opened for this grader alone; -1: none */
	int zygote_fd; /* the link to the zygote, watched for its end only, borrowed; -1: none */
	struct sandbox *sandbox; /* this grader's slot, borrowed */
	const struct kind *const *kinds; /* NULL: all_kinds */
};

/* Returns 0 when the desk asked for the end or went away. -1: the slot must not be used again. SIGPIPE must be ignored. */
int grader_run(const struct grader_config *config, struct err *err) must_check;
