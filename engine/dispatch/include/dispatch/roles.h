/*
 * The processes of the service, all of them this one binary: `bareme role NAME …`.
 *
 * The supervisor starts each role with descriptors at fixed numbers, a cleaned
 * environment, everything else closed, and, when it was itself started as root,
 * an ordinary user. A role gets argv as main() does, from its own name on.
 *
 * front:  role front --data DIR --exercises DIR --address URL [--tokens]
 *         fds: LISTEN (bound, listening, non-blocking), CONTROL (give it to desk_open()), LOCK (just keep it open),
 *         TOKENS (the token file, to be read from the descriptor) when --tokens stands
 * grader: role grader --slot N
 *         fds: DESK, ROOM, TURNSTILE and, when the supervisor launched the zygote, ZYGOTE
 *
 * Exit codes are those of the command line; 0 is "ended as asked".
 */
#pragma once

enum {
	ROLE_FD_LISTEN = 3, ROLE_FD_CONTROL = 4, ROLE_FD_LOCK = 5, ROLE_FD_TOKENS = 6,
};

enum {
	ROLE_FD_DESK = 3, ROLE_FD_ROOM = 4, ROLE_FD_TURNSTILE = 5, ROLE_FD_ZYGOTE = 6,
};

struct role {
	const char *name;
	int (*run)(int argc, char **argv); /* returns the exit code */
};

/* The grader's role. */
int grader_role(int argc, char **argv);
