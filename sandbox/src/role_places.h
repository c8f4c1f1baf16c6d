/* What a locked process still sees of the file system. Each returns -1 with errno, and *step names what failed. */
#pragma once

/* A read-only root in this process's own mount namespace, with /proc and, unless NULL, `group` as /group. */
int role_own_root(const char *group, const char **step);

/* Below `data` (a path) read and write regular files, below `exercises` read; of the rest what libraries look at late.
 * 1: this kernel has no Landlock. */
int role_own_folders(const char *data, int exercises, const char **step);
