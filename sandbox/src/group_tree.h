/*
 * Files of the control groups' trees: where this process's own group is, and small texts read and written.
 */
#pragma once
#include <stddef.h>
#include <stdint.h>

/* The folder of this process's own group for a v1 controller, or for v2 when `controller` is "", without a '/' at its end.
 * Returns the length of its part that is the mount point, beyond which nobody can climb; -1 when it is not to be seen. */
int group_own_folder(const char *controller, char *out, size_t size);
/* The file's text, cut at `size` and ended; -1. */
int group_read(const char *folder, const char *name, char *out, size_t size);
int group_write(const char *folder, const char *name, const char *text);
int group_write_number(const char *folder, const char *name, uint64_t value);
