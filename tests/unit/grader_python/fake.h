/*
 * A sandbox that runs nothing: sandbox.h's functions, linked instead of the real ones.
 *
 * It writes down what it is asked for ("start(1000) compile load call(1) end") and lets the test decide how
 * each step ends.
 */
#pragma once
#include <stdbool.h>
#include "sandbox/sandbox.h"

enum { FAKE_LOG_BYTES = 4096 };

struct fake {
	/* Set by the test. */
	bool shareable;
	const char *defined[4]; /* names defined by the answer, ends with NULL */
	const struct run_name *names; /* more of what it refers to */
	size_t name_count;
	/* How the n-th run (from 1) ends a step; `argument` is the call's. RUN_OK returns `argument`. Return -1: our fault. */
	int (*on_load)(struct fake *fake, unsigned run, struct run_reply *reply);
	int (*on_call)(struct fake *fake, unsigned run, int64_t argument, struct run_reply *reply);
	bool fail_start, fail_end;
	int raised_line; /* of fake_raise(); 0: outside the answer's text */

	/* Written by the fake. */
	unsigned runs; /* that held an answer; the plan's are not counted */
	int open; /* runs started and not ended */
	char log[FAKE_LOG_BYTES];
};

extern struct fake *fake_now; /* the fake in use: sandbox.h's functions have no other way to it */
void fake_note(const char *fmt, ...) __attribute__((format(printf, 1, 2)));
/* grading->alone */
void fake_alone(void *context, bool alone);
/* A reply that raised this built-in exception. */
void fake_raise(struct run_reply *reply, const char *type);
