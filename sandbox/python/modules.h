/*
 * Which modules the interpreter has. bareme-python is linked with modules.c; the tests also build an interpreter
 * whose lists are wide open, so that what the system-call filter refuses does not hide behind a missing module.
 */
#pragma once

struct left_out {
	const char *name, *reason;
};

extern const struct left_out modules_left_out[]; /* built into libpython and taken out; ends with a NULL name */
extern const char *const modules_preloaded[]; /* imported before the first fork, where they exist; ends with NULL */
