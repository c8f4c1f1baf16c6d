/*
 * The names that Python's built-in exceptions bear.
 */
#pragma once
#include <stdbool.h>

/* Ends with NULL; for "did you mean". */
extern const char *const builtin_exceptions[];
bool is_builtin_exception(const char *name);
/* IOError and EnvironmentError are OSError: the one name that an identity has. */
const char *builtin_exception_identity(const char *name);
