/* What reading and unpacking a folder share: the bounds and the rules on names. */
#pragma once
#include <stdbool.h>
#include "model/folder.h"

enum {
	FOLDER_MAX_FILES = 400,
	FOLDER_MAX_FILE = 1 << 20,
	FOLDER_MAX_TOTAL = 8 << 20,
	FOLDER_MAX_LEVELS = 4, /* parts of a name, the file's own included */
	FOLDER_MAX_NAME = 200, /* bytes */
};

/* Is this part of a path left out of an exercise (hidden files, backups, caches)? */
bool folder_leaves_out(const char *part, size_t length);
/* Refuses a name that no folder of ours could have. */
int folder_check_name(const char *name, size_t length, struct err *err) must_check;
/* Sorts, refuses a file that is a folder elsewhere, and computes the digest. */
int folder_finish(struct folder *folder, struct folder_file *files, size_t count, struct err *err) must_check;
