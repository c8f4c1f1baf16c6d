/*
 * The zygote's closed room: namespaces, a minimal read-only root, no way to regain anything.
 *
 * Use, once, in this order: room_leave_host(), then the interpreter starts (it still
 * needs the host's libraries), then room_close().
 */
#pragma once
#include <stdbool.h>
#include <stddef.h>

struct room_step {
	const char *name;
	int error;
}; /* the step that failed and its errno */

/* Non-dumpable; own mount, network, IPC and UTS namespaces (the user namespace came before exec). */
int room_leave_host(struct room_step *failed);
/* A tmpfs root that holds the interpreter's library, read-only, and an empty /tmp; capabilities
 * can no longer be gained by exec; no new privileges; no executable memory from here on, where the kernel can
 * promise that (*mdwe). */
int room_close(const char *library, bool *mdwe, struct room_step *failed);
