#include "group_v2.h"
#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/xattr.h>
#include <unistd.h>
#include "group_tree.h"

enum { MOVES = 50 }; /* processes may be born while we move their parents */

static bool has_both(const char *folder, const char *file)
{
	char text[256];
	return group_read(folder, file, text, sizeof(text)) == 0 && strstr(text, "memory") && strstr(text, "pids");
}

bool group_v2_enable(const char *folder)
{
	return has_both(folder, "cgroup.subtree_control") ||
	       (has_both(folder, "cgroup.controllers") &&
		       group_write(folder, "cgroup.subtree_control", "+memory +pids") == 0);
}

/* systemd says so on each group that it hands over. */
static bool delegated(const char *folder)
{
	static const char *const names[] = { "user.delegate", "trusted.delegate" };
	char value = 0;
	for (size_t i = 0; i < sizeof(names) / sizeof(names[0]); i++)
		if (getxattr(folder, names[i], &value, 1) == 1 && value == '1')
			return true;
	return false;
}

static bool may_write(const char *folder)
{
	char procs[400];
	snprintf(procs, sizeof(procs), "%s/cgroup.procs", folder);
	return faccessat(AT_FDCWD, folder, W_OK, AT_EACCESS) == 0 && faccessat(AT_FDCWD, procs, W_OK, AT_EACCESS) == 0;
}

/* Moves all that is in the group to its leaf; what ended meanwhile does not matter. */
static void move_all(const char *folder, const char *leaf)
{
	char path[400], *line = NULL;
	size_t cap = 0;
	snprintf(path, sizeof(path), "%s/cgroup.procs", folder);
	FILE *file = fopen(path, "re");
	while (file && getline(&line, &cap, file) > 0) {
		line[strcspn(line, "\n")] = '\0';
		if (group_write(leaf, "cgroup.procs", line) < 0 && errno != ESRCH)
			break;
	}
	if (file)
		fclose(file);
	free(line);
}

static bool clear_out(const char *folder)
{
	char leaf[300];
	if (!has_both(folder, "cgroup.controllers") || !may_write(folder) ||
		snprintf(leaf, sizeof(leaf), "%s/bareme-main", folder) >= (int)sizeof(leaf) ||
		(mkdir(leaf, 0755) < 0 && errno != EEXIST))
		return false;
	for (int i = 0; i < MOVES; i++) {
		move_all(folder, leaf);
		if (group_v2_enable(folder))
			return true;
	}
	rmdir(leaf); /* refused when somebody is in it */
	return false;
}

/* The nearest group above `own` that has what we need; never beyond one that was delegated to us. */
static bool find_above(const char *own, size_t mount, char *out, size_t size)
{
	snprintf(out, size, "%s", own);
	while (strlen(out) > mount) {
		*strrchr(out, '/') = '\0';
		if (!may_write(out))
			return false;
		if (has_both(out, "cgroup.subtree_control"))
			return true;
		if (delegated(out) || strlen(out) == mount)
			return group_v2_enable(out);
	}
	return false;
}

bool group_v2_home(char *out, size_t size)
{
	char own[256];
	int mount = group_own_folder("", own, sizeof(own));
	if (mount < 0)
		return false;
	bool here = group_v2_enable(own) || (delegated(own) && clear_out(own));
	if (!here && find_above(own, (size_t)mount, out, size))
		return true;
	if (!here && !clear_out(own))
		return false;
	return snprintf(out, size, "%s", own) < (int)size;
}
