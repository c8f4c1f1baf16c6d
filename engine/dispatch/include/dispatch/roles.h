/*
 * The processes of the service, all of them this one binary: `bareme role NAME …`.
 *
 * The supervisor starts each role with descriptors at fixed numbers, a cleaned
 * environment, everything else closed, and, when it was itself started as root,
 * an ordinary user. A role gets argv as main() does, from its own name on.
 *
 * front:  role front --data DIR --exercises DIR [--tokens]
 *         LISTEN (bound, listening), CONTROL (for desk_open()), READY (a byte is written when HTTP answers),
 *         LOCK (only kept open: the data folder is ours as long as any of us lives),
 *         TOKENS (a copy of the token file, readable as /proc/self/fd/7) when --tokens stands,
 *         FOLDER (the folder of exercises, O_PATH: /proc/self/fd/8)
 * grader: role grader --slot N
 *         DESK (the socket to the front), ROOM and TURNSTILE (lock files: see room.h),
 *         ZYGOTE (the link to the warm interpreter), PLACE (a pipe that holds its struct sandbox_place),
 *         SLOT (the user namespace that it enters to lock itself up)
 *
 * Both lock themselves up (sandbox/role.h) before they read a byte from outside.
 *
 * Exit codes are those of the command line; 0 is "ended as asked", ROLE_UNLOCKED "this machine does not let me lock
 * myself up".
 */
#pragma once

enum { ROLE_UNLOCKED = 5 };

enum {
	ROLE_FRONT_LISTEN = 3,
	ROLE_FRONT_CONTROL = 4,
	ROLE_FRONT_READY = 5,
	ROLE_FRONT_LOCK = 6,
	ROLE_FRONT_TOKENS = 7,
	ROLE_FRONT_FOLDER = 8,
};

enum {
	ROLE_GRADER_DESK = 3,
	ROLE_GRADER_ROOM = 4,
	ROLE_GRADER_TURNSTILE = 5,
	ROLE_GRADER_ZYGOTE = 6,
	ROLE_GRADER_PLACE = 7,
	ROLE_GRADER_SLOT = 8,
};

struct role {
	const char *name;
	int (*run)(int argc, char **argv); /* returns the exit code */
};
