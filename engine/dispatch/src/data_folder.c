/*
 * As root we touch a folder that an ordinary user will own and may have owned
 * before. So: no link is followed, everything goes through descriptors, and
 * only files that are root's own, with one name, change hands.
 */
#include "data_folder.h"

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <pwd.h>
#include <stdio.h>
#include <string.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <time.h>
#include <unistd.h>

#include "base/clock.h"
#include "base/file.h"

enum { FRONT_UID = 64100, GIVE_DEPTH = 4, LOCK_PATIENCE_US = 5 * 1000 * 1000 };

struct identity identity_find(void)
{
	struct identity identity = { .root = geteuid() == 0 };
	const struct passwd *user = identity.root ? getpwnam("bareme") : NULL;

	if (identity.root) {
		identity.front_uid = user ? user->pw_uid : FRONT_UID;
		identity.front_gid = user ? user->pw_gid : FRONT_UID;
	}
	return identity;
}

/* ---- giving to the front's user ---- */

static int give(int folder, const struct identity *identity, int depth, struct err *err);

static int give_entry(int folder, const char *name, const struct identity *identity, int depth, struct err *err)
{
	cleanup_fd int fd = openat(folder, name, O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC);
	struct stat info;

	if (fd < 0 && (errno == ENOENT || errno == ELOOP || errno == ENXIO))
		return 0;
	if (fd < 0 || fstat(fd, &info) < 0)
		return err_sys(err, "%s in the data folder", name);
	if (S_ISDIR(info.st_mode) && depth > 0)
		return give(fd, identity, depth - 1, err);
	if (!S_ISREG(info.st_mode) || info.st_uid != 0 || info.st_nlink != 1)
		return 0;
	return fchown(fd, identity->front_uid, identity->front_gid) < 0 ? err_sys(err, "give %s away", name) : 0;
}

static int give(int folder, const struct identity *identity, int depth, struct err *err)
{
	int again = openat(folder, ".", O_RDONLY | O_DIRECTORY | O_CLOEXEC);
	DIR *listing = again < 0 ? NULL : fdopendir(again);
	struct dirent *entry;
	int rc = 0;

	if (!listing) {
		fd_close(&again);
		return err_sys(err, "list the data folder");
	}
	while (rc == 0 && (entry = readdir(listing)))
		if (strcmp(entry->d_name, ".") != 0 && strcmp(entry->d_name, "..") != 0)
			rc = give_entry(folder, entry->d_name, identity, depth, err);
	closedir(listing);
	if (rc == 0 && fchown(folder, identity->front_uid, identity->front_gid) < 0)
		return err_sys(err, "give the data folder away");
	return rc;
}

/* ---- opening ---- */

/* A folder with other things in it is a slip of the keyboard: we would change its owner and mode. */
static int check_ours(int folder, const char *path, struct err *err)
{
	int again = openat(folder, ".", O_RDONLY | O_DIRECTORY | O_CLOEXEC);
	DIR *listing = again < 0 ? NULL : fdopendir(again);
	struct dirent *entry;
	bool empty = true, ours = false;

	if (!listing) {
		fd_close(&again);
		return err_sys(err, "list %s", path);
	}
	while ((entry = readdir(listing))) {
		if (entry->d_name[0] == '.')
			continue;
		empty = false;
		ours |= strcmp(entry->d_name, "bareme.db") == 0 || strcmp(entry->d_name, "run") == 0;
	}
	closedir(listing);
	if (!empty && !ours)
		return err_set(
			err, ERR_UNSUPPORTED, "%s is not empty and is no data folder of Barème's: name another", path);
	return 0;
}

static int take_lock(int *lock_fd, const char *path, struct err *err)
{
	const struct timespec pause = { .tv_nsec = 20 * 1000 * 1000 };
	int64_t until = clock_mono_us() + LOCK_PATIENCE_US;
	cleanup_fd int fd = -1;

	if (data_folder_lock_file(&fd, path, "service", err) < 0)
		return -1;
	/* The last service's front may still be dying of its supervisor's death. */
	while (flock(fd, LOCK_EX | LOCK_NB) < 0) {
		if (errno != EWOULDBLOCK && errno != EINTR)
			return err_sys(err, "lock %s", path);
		if (clock_mono_us() > until)
			return err_set(err, ERR_BUSY, "another service is running on %s", path);
		nanosleep(&pause, NULL);
	}
	*lock_fd = fd_take(&fd);
	return 0;
}

int data_folder_lock_file(int *fd, const char *path, const char *name, struct err *err)
{
	char full[PATH_MAX];

	if (snprintf(full, sizeof(full), "%s/run/%s", path, name) >= (int)sizeof(full))
		return err_set(err, ERR_INPUT, "the name of the data folder is too long");
	/* For locking only: whoever is given it can write nothing into it. */
	*fd = open(full, O_RDONLY | O_CREAT | O_NOFOLLOW | O_CLOEXEC, 0600);
	return *fd < 0 ? err_sys(err, "open %s", full) : 0;
}

bool folder_reachable(const char *path, const struct identity *identity)
{
	if (!identity->root)
		return access(path, R_OK | X_OK) == 0;
	if (setegid(identity->front_gid) < 0)
		return false;
	bool reachable = seteuid(identity->front_uid) == 0 && faccessat(AT_FDCWD, path, R_OK | X_OK, AT_EACCESS) == 0;
	return seteuid(0) == 0 && setegid(0) == 0 && reachable;
}

int data_folder_open(int *lock_fd, const char *path, const struct identity *identity, struct err *err)
{
	char run[PATH_MAX];

	if (snprintf(run, sizeof(run), "%s/run", path) >= (int)sizeof(run))
		return err_set(err, ERR_INPUT, "the name of the data folder is too long");
	if (file_mkdirs(path, 0700, err) < 0)
		return err_wrap(err, "data folder");
	cleanup_fd int folder = open(path, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
	if (folder < 0)
		return err_sys(err, "data folder %s", path);
	if (check_ours(folder, path, err) < 0)
		return -1;
	if (fchmod(folder, 0700) < 0)
		return err_sys(err, "data folder %s", path);
	if (file_mkdirs(run, 0700, err) < 0 || take_lock(lock_fd, path, err) < 0)
		return -1;
	if (!identity->root)
		return 0;
	if (give(folder, identity, GIVE_DEPTH, err) < 0)
		return -1;
	if (!folder_reachable(path, identity))
		return err_set(err, ERR_UNSUPPORTED,
			"user %u, whom the service runs as, may not enter a folder above %s: "
			"name another data folder (such as /var/lib/bareme), or start the service as an ordinary user",
			(unsigned)identity->front_uid, path);
	return 0;
}
