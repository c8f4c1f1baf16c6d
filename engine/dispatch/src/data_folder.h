/*
 * The data folder: made for its owner alone, locked for one service, and given
 * to the front's user when we are root. Its run/ holds the graders' lock files.
 */
#pragma once
#include <stdbool.h>
#include <sys/types.h>
#include "base/err.h"

struct identity {
	bool root; /* we are; the others below are then used */
	uid_t front_uid;
	gid_t front_gid;
};

/* Who the front runs as: user `bareme` where there is one, else a number that is nobody's. */
struct identity identity_find(void);

/* Makes `path`/run, checks that the folder is ours to use, takes the lock (waiting a little for a service that ends).
 * *lock_fd is the caller's. */
int data_folder_open(int *lock_fd, const char *path, const struct identity *identity, struct err *err) must_check;
/* Opens (making it) a lock file of run/. Each call gives a lock of its own. */
int data_folder_lock_file(int *fd, const char *path, const char *name, struct err *err) must_check;
/* Can that user list and enter the folder? */
bool folder_reachable(const char *path, const struct identity *identity);
