/*
 * One probe per layer of the isolation. A probe does what the zygote or a run will do, as the uid that will do it,
 * and tells the step that was refused.
 */
#pragma once
#include <stdbool.h>
#include <stddef.h>

struct doctor_stumble {
	char step[64]; /* "" when all went well */
	int error; /* errno, 0 when all went well */
};

struct doctor_layer {
	const char *name;
	/* Runs in a throw-away child. 0, or -1 with errno and *step. */
	int (*attempt)(const char **step);
	bool needs_namespaces; /* it stands or falls with user namespaces */
	const char *without; /* what a report says where it is missing; NULL: part of the safe set */
	const char *absent; /* the step whose refusal means "not there"; there but broken is refused */
	int absent_error; /* with this errno; 0: any */
};

extern const struct doctor_layer doctor_layers[];
extern const size_t doctor_layer_count;

/* In a child, as root first with the uid of a zygote's owner. */
void doctor_try(const struct doctor_layer *layer, struct doctor_stumble *out);
