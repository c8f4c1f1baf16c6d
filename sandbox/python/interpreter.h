/*
 * The warm interpreter: CPython started once, in isolation, with what students
 * import already imported, so that a run costs a fork and not a start.
 *
 * Use: interpreter_start() once in the zygote, before any lock that forbids
 * dlopen and before any student's text; then fork and session_run().
 *
 * Invariants: descriptors 0, 1 and 2 are open when it is called (the standard
 * streams are bound to these numbers, whatever a clone puts there later); one
 * thread; nothing here ever reads a student's text.
 */
#pragma once
#include <stdint.h>
#include "base/err.h"

/* `hash_seed` is PYTHONHASHSEED. On failure -1 and *err; the process should then exit. */
int interpreter_start(uint32_t hash_seed, struct err *err) must_check;
/* "3.11.2"; static; once started. */
const char *interpreter_version(void);
/* The folder of the standard library, "/usr/lib/python3.11": all of the file system that a run needs; static. */
const char *interpreter_library(void);
