/*
 * The slot's control group: memory and processes, where the machine has one (v1, v2 or both).
 *
 * v1: the zygote lives in the slot's group and its clones are born there. v2: the
 * zygote lives beside it and clones are born in it by CLONE_INTO_CGROUP. Nothing is
 * ever attached by writing a pid after the launch: that costs 7–10 ms.
 */
#pragma once
#include <stdbool.h>
#include <stdint.h>
#include <sys/types.h>
#include "base/err.h"
#include "sandbox/zygote.h"

enum group_kind { GROUP_NONE, GROUP_V1, GROUP_V2 };

/* Makes the slot's folders below this process's own group and fills place's group fields. A machine without
 * a group that we may use gives GROUP_NONE and no error. */
void group_make(struct sandbox_place *place);
/* Puts the zygote into its group, before it is unshared. */
int group_join(const struct sandbox_place *place, pid_t pid, struct err *err) must_check;
/* When the zygote was reaped: waits for its last run to be gone too. */
void group_remove(const struct sandbox_place *place);

/*
 * A slot's group as the grader uses it: its files, open, so that nothing is looked up by path during a run. All -1
 * where there is no group.
 */
struct group_files {
	enum group_kind kind;
	int bound, charged, events, members;
	int folder; /* v2: for clone3 */
};

void group_open(struct group_files *group, const struct sandbox_place *place);
void group_close(struct group_files *group);
/* Sets the bound of the whole group. */
int group_bound(const struct group_files *group, uint64_t bytes, struct err *err) must_check;
/* Bytes charged now; 0 when unknown. */
uint64_t group_charged(const struct group_files *group);
/* Processes killed by the group's bound since it was made. */
uint64_t group_kills(const struct group_files *group);
/* Number of processes in it, or -1. */
long group_population(const struct group_files *group);
