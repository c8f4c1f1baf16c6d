/*
 * What a clone does to itself before it reads a student's text. The order *is* the loss of privilege.
 */
#pragma once
#include "../src/filter.h"
#include "../src/wire.h"
#include "room.h"

enum { RUN_FD_CHANNEL = 3 };

/* What the zygote knows and every clone needs. */
struct confine {
	const struct filter *filter;
	unsigned landlock_abi; /* 0: none */
	unsigned run_uid; /* inside the namespace; 0: the only one mapped */
	unsigned long long base_bytes; /* the zygote's own address space */
	const char *library;
};

/* fds: channel, stdin, stdout, stderr as received. On success only 0, 1, 2 and RUN_FD_CHANNEL are open, the
 * FILE frames are files in the current folder, and START's nonce is in *nonce. */
int confine_run(const struct confine *confine, const struct zygote_clone *request, const int fds[4],
	unsigned long long *nonce, struct room_step *failed);
