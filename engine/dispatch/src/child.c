#include "child.h"

#include <stdio.h>

enum {
	PAUSE_US = 20 * 1000,
	FIRST_DELAY_US = 100 * 1000,
	LAST_DELAY_US = 10 * 1000 * 1000,
	QUIET_US = 60 * 1000 * 1000
};

void child_ended(struct child *child, bool asked, int64_t now_us)
{
	int64_t delay = FIRST_DELAY_US;

	child->pid = 0;
	if (now_us - child->started_us > QUIET_US)
		child->faults = 0;
	if (asked) {
		child->due_us = now_us + PAUSE_US;
		return;
	}
	for (uint32_t i = 0; i < child->faults && delay < LAST_DELAY_US; i++)
		delay *= 2;
	child->faults++;
	child->due_us = now_us + (delay < LAST_DELAY_US ? delay : LAST_DELAY_US);
}

const char *child_name(const struct child *child, char out[32])
{
	if (child->slot < 0)
		snprintf(out, 32, "the front");
	else
		snprintf(out, 32, "grader %d", child->slot);
	return out;
}
