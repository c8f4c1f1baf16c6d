/*
 * Reading an exercise's folder. How the model works, from here on: folder.c
 * turns a folder of the disk into one value (folder_pack.c gives it a packed
 * form and a digest); exercise.c makes an exercise of that value, with
 * reader*.c for the keys and their mistakes; schema.c prints the same tables
 * of keys as a JSON Schema; report*.c holds what came out of marking, cuts it
 * for each reader and prints it. Nothing here starts a process or writes a file.
 *
 * The folder may change under our feet and may have been made by anybody:
 * every step opens with O_NOFOLLOW below a descriptor that we hold.
 */
#include "folder.h"
#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>
#include "base/file.h"

struct listing {
	struct arena *arena;
	struct folder_file *files; /* room for FOLDER_MAX_FILES */
	size_t count, total;
};

static void close_dir(DIR **dir)
{
	if (*dir != NULL)
		closedir(*dir);
}

static int add_file(struct listing *listing, int dirfd, const char *part, const char *name, struct err *err)
{
	struct buf cleanup_buf data = BUF_INIT;
	struct folder_file *file;

	if (listing->count == FOLDER_MAX_FILES)
		return err_set(err, ERR_TOO_LARGE, "more than %d files", FOLDER_MAX_FILES);
	if (file_read(&data, dirfd, part, FOLDER_MAX_FILE, err) < 0)
		return -1;
	listing->total += data.len;
	if (listing->total > FOLDER_MAX_TOTAL)
		return err_set(err, ERR_TOO_LARGE, "the files are more than %d MiB in all", FOLDER_MAX_TOTAL >> 20);
	file = &listing->files[listing->count++];
	file->name = name;
	file->data = arena_memdup(listing->arena, buf_str(&data), data.len);
	file->bytes = data.len;
	return 0;
}

static int read_dir(struct listing *listing, int dirfd, const char *prefix, int level, struct err *err);

static int add_entry(struct listing *listing, int dirfd, const char *prefix, const char *part, struct err *err)
{
	const char *name = arena_printf(listing->arena, "%s%s", prefix, part);
	int cleanup_fd below = -1;
	struct stat about;
	int level = 1;

	if (folder_check_name(name, strlen(name), err) < 0)
		return -1;
	if (fstatat(dirfd, part, &about, AT_SYMLINK_NOFOLLOW) < 0)
		return err_sys(err, "stat %s", name);
	if (S_ISLNK(about.st_mode))
		return err_set(err, ERR_INPUT, "%s is a link: put the file itself here", name);
	if (S_ISREG(about.st_mode)) {
		if (add_file(listing, dirfd, part, name, err) < 0)
			return err_wrap(err, "%s", name);
		return 0;
	}
	if (!S_ISDIR(about.st_mode))
		return err_set(err, ERR_INPUT, "%s is neither a file nor a folder", name);
	below = openat(dirfd, part, O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC);
	if (below < 0)
		return err_sys(err, "open %s", name);
	for (const char *at = name; *at != '\0'; at++)
		level += *at == '/';
	return read_dir(listing, fd_take(&below), arena_printf(listing->arena, "%s/", name), level + 1, err);
}

/* Takes `dirfd` over. */
static int read_dir(struct listing *listing, int dirfd, const char *prefix, int level, struct err *err)
{
	__attribute__((cleanup(close_dir))) DIR *dir = fdopendir(dirfd);

	if (dir == NULL) {
		err_sys(err, "open %s", prefix);
		close(dirfd);
		return -1;
	}
	if (level > FOLDER_MAX_LEVELS)
		return err_set(err, ERR_TOO_LARGE, "%s: more than %d levels of folders", prefix, FOLDER_MAX_LEVELS);
	for (;;) {
		struct dirent *entry;

		errno = 0;
		entry = readdir(dir);
		if (entry == NULL)
			return errno == 0 ? 0 : err_sys(err, "read the folder %s", prefix);
		if (folder_leaves_out(entry->d_name, strlen(entry->d_name)))
			continue;
		if (add_entry(listing, dirfd, prefix, entry->d_name, err) < 0)
			return -1;
	}
}

int folder_read(struct folder *out, const char *path, struct arena *arena, struct err *err)
{
	struct listing listing = { .arena = arena };
	int dirfd = open(path, O_RDONLY | O_DIRECTORY | O_CLOEXEC);

	if (dirfd < 0) {
		bool absent = errno == ENOENT || errno == ENOTDIR;

		err_sys(err, "open the folder %s", path);
		if (absent)
			err->kind = ERR_NOT_FOUND;
		return -1;
	}
	listing.files = arena_array(arena, FOLDER_MAX_FILES, sizeof(*listing.files));
	if (read_dir(&listing, dirfd, "", 1, err) < 0 || folder_finish(out, listing.files, listing.count, err) < 0)
		return err_wrap(err, "%s", path);
	return 0;
}
