/*
 * Which modules the interpreter has. bareme-python is linked with modules.c; the tests also build an interpreter
 * whose lists are wide open, so that what the system-call filter refuses does not hide behind a missing module.
 */
#pragma once

struct left_out {
	const char *name, *reason;
};

/* An event of Python's audit hooks that raises in a run (audit.c). */
struct refused_event {
	const char *event;
	int students; /* 1: only from the student's own code, for the library has honest uses; 0: from anybody's */
	const char *reason;
};

extern const struct left_out modules_left_out[]; /* built into libpython and taken out; ends with a NULL name */
extern const char *const modules_preloaded[]; /* imported before the first fork, where they exist; ends with NULL */
extern const struct refused_event modules_refused[]; /* ends with a NULL event */
