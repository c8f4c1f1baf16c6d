/* How a role speaks: one line on the service's standard error. */
#pragma once
#include "base/err.h"

/* `who` is a const char *: "front", "grader 3". One write, so that lines of several processes do not mix. */
void role_log(void *who, const char *line);
/* Says the error and gives the exit code for it. */
int role_failed(const char *who, const struct err *err);
/* What libraries read from the machine at their first use, while it still can be read. */
void ready_libraries(void);
