/*
 * What this machine offers for isolation, layer by layer, by trying it.
 *
 * Nothing decides by these findings: a zygote and a run refuse by themselves. They explain.
 */
#pragma once
#include <stdbool.h>
#include <stddef.h>
#include "base/msg.h"

struct doctor_finding {
	const char *feature; /* "user-namespaces", "seccomp", "landlock", "cgroup", … */
	bool found;
	bool required; /* part of the safe set: serve, grade and check refuse without it */
	const char *without; /* when not required: what reports say where it is missing ("no-landlock"); else NULL */
	const char *behind; /* the layer that must be mended first; NULL */
	char detail[240]; /* what was seen, English ("works", "mount_setattr: Function not implemented") */
	struct msg_text protects; /* what it protects */
	struct msg_text mend; /* how to enable it; code NULL when found */
	struct msg_text cause; /* a setting of this machine that explains the refusal; code NULL when none is known */
};

/* Probes everything (forks throw-away children, then marks nothing in a real run). The findings live in `arena`. */
size_t doctor_probe(const struct doctor_finding **out, struct arena *arena);
