#include "group_tree.h"
#include <fcntl.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>
#include "base/file.h"

static int open_in(const char *folder, const char *name, int flags)
{
	char path[400];
	if (snprintf(path, sizeof(path), "%s/%s", folder, name) >= (int)sizeof(path))
		return -1;
	return open(path, flags | O_CLOEXEC);
}

int group_read(const char *folder, const char *name, char *out, size_t size)
{
	cleanup_fd int fd = open_in(folder, name, O_RDONLY);
	ssize_t got = fd < 0 ? -1 : read(fd, out, size - 1);
	if (got < 0)
		return -1;
	out[got] = '\0';
	return 0;
}

int group_write(const char *folder, const char *name, const char *text)
{
	cleanup_fd int fd = open_in(folder, name, O_WRONLY);
	return fd >= 0 && write(fd, text, strlen(text)) == (ssize_t)strlen(text) ? 0 : -1;
}

int group_write_number(const char *folder, const char *name, uint64_t value)
{
	char text[24];
	snprintf(text, sizeof(text), "%llu", (unsigned long long)value);
	return group_write(folder, name, text);
}

/* Is `name` in the comma-separated `list`? "" is in the empty list: so /proc/self/cgroup names v2. */
static bool lists(const char *list, const char *name)
{
	char wrapped[300], wanted[64];
	snprintf(wrapped, sizeof(wrapped), ",%s,", list);
	snprintf(wanted, sizeof(wanted), ",%s,", name);
	return strstr(wrapped, wanted) != NULL;
}

/* The group's path in its tree, as our cgroup namespace tells it; "/" is "". */
static int find_path(const char *controller, char *path, size_t size)
{
	char *line = NULL;
	size_t cap = 0;
	int found = -1;
	FILE *file = fopen("/proc/self/cgroup", "re");
	while (file && found < 0 && getline(&line, &cap, file) > 0) {
		char *names = strchr(line, ':');
		char *own = names ? strchr(names + 1, ':') : NULL;
		if (!own)
			continue;
		*own++ = '\0';
		own[strcspn(own, "\n")] = '\0';
		if (lists(names + 1, controller))
			found = snprintf(path, size, "%s", strcmp(own, "/") == 0 ? "" : own) < (int)size ? 0 : -1;
	}
	if (file)
		fclose(file);
	free(line);
	return found;
}

/* What is left of `path` below `root`, a mount's; NULL when it is elsewhere. */
static const char *below(const char *path, const char *root)
{
	size_t length = strcmp(root, "/") == 0 ? 0 : strlen(root);
	if (strncmp(path, root, length) != 0 || (path[length] && path[length] != '/'))
		return NULL;
	return path + length;
}

int group_own_folder(const char *controller, char *out, size_t size)
{
	char path[256], *line = NULL;
	size_t cap = 0;
	int found = -1;
	if (find_path(controller, path, sizeof(path)) < 0)
		return -1;
	FILE *file = fopen("/proc/self/mountinfo", "re");
	while (file && found < 0 && getline(&line, &cap, file) > 0) {
		char root[256], point[256], type[32], options[256];
		const char *tail = strstr(line, " - ");
		if (!tail || sscanf(line, "%*s %*s %*s %255s %255s", root, point) != 2 ||
			sscanf(tail + 3, "%31s %*s %255s", type, options) != 2)
			continue;
		bool wanted = controller[0] ? strcmp(type, "cgroup") == 0 && lists(options, controller)
					    : strcmp(type, "cgroup2") == 0;
		/* A container may see a part of the tree only. */
		const char *rest = wanted ? below(path, root) : NULL;
		if (rest && snprintf(out, size, "%s%s", point, rest) < (int)size)
			found = (int)strlen(point);
	}
	if (file)
		fclose(file);
	free(line);
	return found;
}
