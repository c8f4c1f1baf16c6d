/*
 * Errors as values.
 *
 * Use: the caller owns a `struct err`, passes it last, and looks at it only
 * when the call returned -1 (or NULL). Success leaves it untouched. An error
 * is set once where it is detected, wrapped on the way up, and printed only at
 * the top (command line, HTTP reply, log).
 *
 * An error is always *ours* or the caller's: what a student's answer did is a
 * verdict and travels in a report, never here.
 */
#pragma once
#include <stddef.h>

enum err_kind {
	ERR_NONE, /* no error was recorded */
	ERR_SYSTEM, /* a system call failed; `sys` holds its errno */
	ERR_INPUT, /* what we were given is wrong: the author or caller can mend it */
	ERR_NOT_FOUND, /* what was named does not exist */
	ERR_CONFLICT, /* the state forbids it (stale lease, key reused with another body) */
	ERR_BUSY, /* full or draining: try later */
	ERR_TOO_LARGE, /* a documented bound was passed */
	ERR_UNSUPPORTED, /* this machine or configuration cannot do it */
	ERR_ISOLATION, /* this machine cannot shut a run in: below the safe set */
	ERR_PEER, /* the other process broke the protocol or went away */
	ERR_INTERNAL, /* a bug of ours */
};

struct err {
	enum err_kind kind;
	int sys; /* errno, or 0 */
	char text[1000]; /* one line, English, no final newline */
};

/* Each returns -1 so that `return err_set(...)` reads well. `err` may not be NULL. */
int err_set(struct err *err, enum err_kind kind, const char *fmt, ...) __attribute__((format(printf, 3, 4)));
/* Records errno as found at the call and appends its description. */
int err_sys(struct err *err, const char *fmt, ...) __attribute__((format(printf, 2, 3)));
/* Puts "fmt: " before the text that stands; the kind stays. */
int err_wrap(struct err *err, const char *fmt, ...) __attribute__((format(printf, 2, 3)));
/* A stable lower-case word for the kind ("input", "system", ...); static. */
const char *err_kind_name(enum err_kind kind);

#define must_check __attribute__((warn_unused_result))
