/*
 * The token file, for a front whose user may not read it where it lies: a copy in
 * memory, kept up to date, since a revoked token must stop working at once.
 */
#pragma once
#include <sys/stat.h>
#include "base/err.h"
#include "data_folder.h"

struct tokens {
	const char *path; /* NULL: there is none */
	int fd; /* the copy, the front's own; -1 */
	struct stat seen; /* the file when it was last copied */
};

int tokens_open(struct tokens *tokens, const char *path, const struct identity *identity, struct err *err) must_check;
/* Copies it again when it has changed. 1: it had; 0: not; -1: it cannot be read, and the copy stays. */
int tokens_refresh(struct tokens *tokens, struct err *err) must_check;
