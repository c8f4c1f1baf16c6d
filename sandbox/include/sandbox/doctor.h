/*
 * What this machine offers for isolation, feature by feature, by trying it.
 */
#pragma once
#include <stdbool.h>
#include <stddef.h>
#include "base/msg.h"

struct doctor_finding {
	const char *feature; /* "user-namespaces", "seccomp", "landlock", "cgroup-memory", … */
	bool found;
	bool required; /* part of the safe set: serve and grade refuse without it */
	char detail[200]; /* what was seen, English ("abi 7", "v1 at /sys/fs/cgroup/memory/bareme") */
	struct msg_text protects; /* what it protects */
	struct msg_text mend; /* how to enable it; code NULL when found */
};

/* Probes everything (forks throw-away children). The findings live in `arena`. */
size_t doctor_probe(const struct doctor_finding **out, struct arena *arena);
