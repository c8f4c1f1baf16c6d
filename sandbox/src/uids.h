/*
 * Which pair of uids a zygote gets as root: ZYGOTE_OWNER_UID and ZYGOTE_RUN_UID + number.
 *
 * Each number in use is a lock on one byte of a file that only root opens, so that two services of one machine, or two
 * command lines, never share a uid. The kernel drops the lock with its holder.
 */
#pragma once
#include "base/err.h"

enum { UIDS_NUMBERS = 1000 };
#define UIDS_PATH "/run/bareme-uids"

/* The slot's own number if it is free, else the next one that is; *lock_fd holds it until it is closed. ERR_BUSY when
 * none is. Where the file cannot be made or locked the slot's own is taken, unguarded, and *lock_fd is -1. */
int uids_take(int *number, int *lock_fd, const char *path, int slot, struct err *err) must_check;
