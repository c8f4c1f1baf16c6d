/*
 * One system call in a process made for it: the first of a PID namespace, without any privilege, under a filter.
 *
 * Use: throwaway_leave_host() once, then throwaway_call() for each call.
 */
#pragma once
#include <stdbool.h>
#include "filter.h"
#include "table.h"

struct outcome {
	bool tried; /* the locks were on and the call was made */
	bool returned;
	long result; /* as the kernel gave it: -errno, or not negative */
	int signal; /* that ended the process, 0 if it left by itself */
};

/* Away from whatever a call that the filter lets through by mistake could harm. False: errno and standard error. */
bool throwaway_leave_host(void);
/* `filter` NULL: without one. False when the process could not be made. */
bool throwaway_call(struct outcome *out, const struct filter *filter, const struct row *row);
