/* Names: from a path to an id, from a root to the list of its exercises, and a mistake as one line. */
#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>
#include "base/file.h"
#include "model/exercise.h"
#include "print.h"

enum { MAX_DEPTH = 8, MAX_EXERCISES = 20000 };

static bool is_part(const char *part, size_t length)
{
	for (size_t i = 0; i < length; i++) {
		if (part[i] == '\0' || strchr("abcdefghijklmnopqrstuvwxyz0123456789-", part[i]) == NULL)
			return false;
	}
	return length > 0;
}

static void without_final_slashes(char *path)
{
	size_t length = strlen(path);

	while (length > 1 && path[length - 1] == '/')
		path[--length] = '\0';
}

/* What of `path` is below `root`, where both are spelled the same way; NULL when it is not below it. */
static const char *below(const char *root, const char *path)
{
	size_t length = strlen(root);

	if (strncmp(path, root, length) != 0 || path[length] != '/')
		return NULL;
	return path + length + 1;
}

/* The part of a path that makes the id. Absolute names are compared when the spelled ones do not match. */
static const char *relative_part(char *real_root, char *real_path, const char *root, const char *path)
{
	const char *part;

	if (root == NULL) { /* an exercise that stands alone: its folder's name */
		part = strrchr(path, '/');
		return part != NULL ? part + 1 : path;
	}
	part = below(root, path);
	if (part == NULL && realpath(root, real_root) != NULL && realpath(path, real_path) != NULL)
		part = below(real_root, real_path);
	if (part == NULL && *path != '/')
		part = path;
	return part;
}

int exercise_id_from_path(char *out, size_t size, const char *root, const char *path, struct err *err)
{
	char spelled_root[PATH_MAX] = "", spelled_path[PATH_MAX], real_root[PATH_MAX], real_path[PATH_MAX];
	const char *part;
	size_t used = 0;

	if (strlen(path) >= PATH_MAX || (root != NULL && strlen(root) >= PATH_MAX))
		return err_set(err, ERR_INPUT, "the path is too long");
	snprintf(spelled_path, sizeof(spelled_path), "%s", path);
	without_final_slashes(spelled_path);
	if (root != NULL) {
		snprintf(spelled_root, sizeof(spelled_root), "%s", root);
		without_final_slashes(spelled_root);
	}
	part = relative_part(real_root, real_path, root != NULL ? spelled_root : NULL, spelled_path);
	if (part == NULL)
		return err_set(err, ERR_INPUT, "%s is not below the exercises' folder %s", path, root);
	for (;;) {
		size_t length = strcspn(part, "/");

		if (!is_part(part, length))
			return err_set(
				err, ERR_INPUT, "%s: an exercise's folder is named with a-z, 0-9 and dashes", path);
		if (used + length + 1 > size)
			return err_set(err, ERR_TOO_LARGE, "%s: the name is too long", path);
		memcpy(out + used, part, length);
		used += length;
		part += length;
		if (*part == '\0')
			break;
		out[used++] = '.';
		part++;
	}
	out[used] = '\0';
	return 0;
}

struct search {
	struct arena *arena;
	const char **ids;
	size_t count, cap;
};

static void close_dir(DIR **dir)
{
	if (*dir != NULL)
		closedir(*dir);
}

static int add_id(struct search *search, const char *id, struct err *err)
{
	if (search->count == MAX_EXERCISES)
		return err_set(err, ERR_TOO_LARGE, "more than %d exercises", MAX_EXERCISES);
	if (search->count + 1 >= search->cap) {
		size_t cap = search->cap != 0 ? search->cap * 2 : 64;
		const char **ids = arena_array(search->arena, cap, sizeof(*ids));

		if (search->count > 0)
			memcpy(ids, search->ids, search->count * sizeof(*ids));
		search->ids = ids;
		search->cap = cap;
	}
	search->ids[search->count++] = id;
	return 0;
}

static bool holds_exercise(int dirfd)
{
	struct stat about;

	return fstatat(dirfd, "exercise.json", &about, AT_SYMLINK_NOFOLLOW) == 0 && S_ISREG(about.st_mode);
}

static int search_dir(struct search *search, int dirfd, const char *prefix, int depth, struct err *err);

/* A folder of the library: an exercise, or a shelf of them. Takes `dirfd` over. */
static int search_entry(struct search *search, int dirfd, const char *prefix, const char *part, struct err *err)
{
	int cleanup_fd fd = dirfd;
	const char *id = arena_printf(search->arena, "%s%s%s", prefix, *prefix != '\0' ? "." : "", part);
	int depth = 1;

	if (!is_part(part, strlen(part))) {
		if (holds_exercise(fd))
			return err_set(err, ERR_INPUT,
				"%s holds an exercise, but its name is not made of a-z, 0-9 and dashes", id);
		return 0;
	}
	if (holds_exercise(fd))
		return add_id(search, id, err);
	for (const char *dot = strchr(id, '.'); dot != NULL; dot = strchr(dot + 1, '.'))
		depth++;
	return depth >= MAX_DEPTH ? 0 : search_dir(search, fd_take(&fd), id, depth, err);
}

/* Takes `dirfd` over. */
static int search_dir(struct search *search, int dirfd, const char *prefix, int depth, struct err *err)
{
	__attribute__((cleanup(close_dir))) DIR *dir = fdopendir(dirfd);
	struct dirent *entry;

	if (dir == NULL) {
		err_sys(err, "read the folder %s", prefix);
		close(dirfd);
		return -1;
	}
	while ((entry = readdir(dir)) != NULL) {
		int fd;

		if (entry->d_name[0] == '.' || entry->d_name[0] == '_')
			continue;
		fd = openat(dirfd, entry->d_name, O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC);
		if (fd < 0) {
			if (errno == ENOTDIR || errno == ELOOP || errno == ENOENT)
				continue;
			return err_sys(err, "open the folder %s", entry->d_name);
		}
		if (search_entry(search, fd, prefix, entry->d_name, err) < 0)
			return -1;
	}
	return 0;
}

static int by_text(const void *a, const void *b)
{
	return strcmp(*(const char *const *)a, *(const char *const *)b);
}

int exercise_list(const char *const **out, const char *root, struct arena *arena, struct err *err)
{
	struct search search = { .arena = arena, .ids = arena_array(arena, 1, sizeof(char *)) };
	int dirfd = open(root, O_RDONLY | O_DIRECTORY | O_CLOEXEC);

	if (dirfd < 0) {
		bool absent = errno == ENOENT || errno == ENOTDIR;

		err_sys(err, "open the exercises' folder %s", root);
		if (absent)
			err->kind = ERR_NOT_FOUND;
		return -1;
	}
	if (search_dir(&search, dirfd, "", 0, err) < 0)
		return err_wrap(err, "%s", root);
	if (search.count > 1)
		qsort(search.ids, search.count, sizeof(*search.ids), by_text);
	*out = search.ids;
	return 0;
}

void problem_print(struct buf *out, const struct problem *problem, enum lang lang)
{
	struct buf cleanup_buf line = BUF_INIT;

	buf_addstr(&line, problem->file);
	if (problem->line > 0)
		buf_printf(&line, ":%d", problem->line);
	if (problem->line > 0 && problem->column > 0)
		buf_printf(&line, ":%d", problem->column);
	buf_addstr(&line, ": ");
	if (problem->warning)
		buf_printf(&line, "%s%s", message_in("warning", lang), lang == LANG_FR ? "\u00a0: " : ": ");
	if (problem->pointer != NULL && problem->pointer[0] != '\0')
		buf_printf(&line, "%s: ", problem->pointer);
	buf_addstr(&line, msg_in(&problem->message, lang));
	print_safely(out, buf_str(&line), false);
}
