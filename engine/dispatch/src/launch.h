/*
 * Launching a role: fork, descriptors to their fixed numbers and every other one
 * closed, privileges dropped, death with the supervisor, a clean environment,
 * and this same binary again.
 */
#pragma once
#include <stdbool.h>
#include <sys/types.h>
#include "base/err.h"

struct launch {
	const char *const *argv; /* ends with NULL */
	const int *fds; /* fds[i] becomes 3 + i; negative: closed there */
	int fd_count;
	bool drop; /* to uid and gid, with no other group */
	uid_t uid;
	gid_t gid;
};

/* Returns when the new program has begun, or with the step that failed. */
int launch_role(pid_t *pid, const struct launch *launch, struct err *err) must_check;
