/*
 * One place for a process of the service: the front, or a grader with its
 * zygote. It remembers when it may start again: at once after an asked-for
 * end, later and later after each fault, from the beginning again after a quiet minute.
 */
#pragma once
#include <stdbool.h>
#include <stdint.h>
#include <sys/types.h>

struct zygote;

struct child {
	int slot; /* -1: the front */
	pid_t pid; /* 0: not running */
	int64_t started_us, due_us;
	uint32_t faults; /* in a row */
	bool fatal; /* it said that this machine cannot, before it ever worked */
	bool unlocked; /* then: because it could not lock itself up */
	struct zygote *zygote; /* graders */
	int waiting_fd; /* a grader's socket for a front that is not there yet; -1 */
};

/* When it may start again; `asked`: it left as it should. */
void child_ended(struct child *child, bool asked, int64_t now_us);
/* "the front", "grader 3"; into `out`. */
const char *child_name(const struct child *child, char out[32]);
