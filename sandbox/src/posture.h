/*
 * A run's posture, read from outside (/proc) before any text of a student is sent to it.
 * What is not as it must be is our fault, and the run is not used.
 */
#pragma once
#include <stdint.h>
#include "base/err.h"
#include "sandbox/zygote.h"

/* Namespaces by inode, in the order of posture.c's table. */
enum { POSTURE_NAMESPACES = 6 };
struct posture {
	uint64_t ours[POSTURE_NAMESPACES], zygote[POSTURE_NAMESPACES];
	long filters; /* system-call filters on the zygote; a run has one more */
};

/* Notes this process's namespaces and the zygote's, and checks that the zygote left what it must. */
int posture_note(struct posture *posture, const struct sandbox_place *place, struct err *err) must_check;
int posture_verify(const struct posture *posture, const struct sandbox_place *place, int pid, uint64_t memory_bytes,
	struct err *err) must_check;
