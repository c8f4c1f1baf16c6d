/*
 * What supervisor and front say over the control socket: one struct per packet
 * (SOCK_SEQPACKET); both ends are the same build.
 */
#pragma once
#include <stdint.h>
#include "base/err.h"

enum control_verb {
	CONTROL_GRADER = 1, /* to the front, with a descriptor: the socket of the grader that starts in `slot` */
	CONTROL_READY, /* to the supervisor: the grader of `slot` said hello */
	CONTROL_KILL, /* to the supervisor: the grader of `slot` makes no progress */
};

struct control {
	uint32_t verb;
	int32_t slot;
};

/* `fd` goes along (borrowed) unless negative. Never blocks: a full socket is ERR_BUSY. */
int control_send(int socket, const struct control *control, int fd, struct err *err) must_check;
/* 1: one came, *fd is its descriptor (the caller's) or -1; 0: the end; -1 and ERR_BUSY: nothing now. */
int control_receive(int socket, struct control *control, int *fd, struct err *err) must_check;
