/*
 * Copies of the database, and putting one back.
 *
 * A copy is made under a temporary name, verified there (every page, every
 * reference, our mark, a schema we know, each graded job with its report and
 * mark), synced, and only then given its name; the folder is synced after it.
 * What is not verified never has a name that somebody could trust.
 */
#include <errno.h>
#include <fcntl.h>
#include <libgen.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>
#include "base/clock.h"
#include "base/file.h"
#include "driver.h"
#include "migrate.h"
#include "store/store.h"

enum { NAME_MAX_BYTES = 4096 };

static void db_cleanup(struct db **db)
{
	db_close(*db);
}
#define cleanup_db __attribute__((cleanup(db_cleanup)))

static int name(char out[NAME_MAX_BYTES], const char *path, const char *suffix, struct err *err)
{
	if (snprintf(out, NAME_MAX_BYTES, "%s%s", path, suffix) >= NAME_MAX_BYTES)
		return err_set(err, ERR_INPUT, "the path is too long: %.200s…", path);
	return 0;
}

static int exists(const char *path, struct err *err)
{
	if (access(path, F_OK) == 0)
		return 1;
	return errno == ENOENT ? 0 : err_sys(err, "%s", path);
}

static int sync_path(const char *path, int flags, struct err *err)
{
	cleanup_fd int fd = open(path, flags | O_CLOEXEC);

	if (fd < 0 || fsync(fd) < 0)
		return err_sys(err, "sync %s", path);
	return 0;
}

static int sync_folder_of(const char *path, struct err *err)
{
	char copy[NAME_MAX_BYTES];

	if (name(copy, path, "", err) < 0)
		return -1;
	return sync_path(dirname(copy), O_RDONLY | O_DIRECTORY, err);
}

/* What must agree in any database of ours, whatever happened to it. */
static int consistent(struct db *db, struct store_counts *counts, struct err *err)
{
	cleanup_rows struct rows rows = ROWS_INIT;

	if (db_query(db, &rows, STORE_COUNTS, NO_VALUES, err) < 0 || rows_next(&rows, err) < 0)
		return -1;
	*counts = (struct store_counts){
		.submissions = rows_int(&rows, 0),
		.jobs = rows_int(&rows, 1),
		.graded = rows_int(&rows, 2),
		.reports = rows_int(&rows, 3),
		.mark_events = rows_int(&rows, 4),
		.versions = rows_int(&rows, 5),
	};
	if (rows_int(&rows, 6) || rows_int(&rows, 7) || rows_int(&rows, 8))
		return err_set(err, ERR_INPUT,
			"the database is damaged: %lld submissions without a job, %lld graded without a report,"
			" %lld reports without a mark",
			(long long)rows_int(&rows, 6), (long long)rows_int(&rows, 7), (long long)rows_int(&rows, 8));
	return 0;
}

static int inspect(struct db *db, struct store_counts *counts, struct err *err)
{
	int ours = db->driver->recognise(db->conn, err);

	if (ours < 0)
		return -1;
	if (ours == 0)
		return err_set(err, ERR_INPUT, "the database is empty");
	if (db->driver->check(db->conn, err) < 0 || migrate_check(db, store_migrations, err) < 0)
		return -1;
	return consistent(db, counts, err);
}

int store_inspect(const char *path, struct store_counts *counts, struct err *err)
{
	cleanup_db struct db *db = NULL;

	if (db_open_raw(&db, path, DRIVER_READ, err) < 0)
		return -1;
	return inspect(db, counts, err) < 0 ? err_wrap(err, "%s", path) : 0;
}

/* `to` does not exist yet; on failure it does not exist either. */
static int copy_verified(const char *from, const char *to, struct store_counts *counts, struct err *err)
{
	cleanup_db struct db *source = NULL;
	cleanup_db struct db *target = NULL;
	cleanup_fd int made = open(to, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0600);
	int failed;

	if (made < 0)
		return err_sys(err, "make %s", to);
	failed = db_open_raw(&source, from, DRIVER_READ, err) < 0 || db_open_raw(&target, to, DRIVER_COPY, err) < 0 ||
		 source->driver->copy(source->conn, target->conn, err) < 0 || inspect(target, counts, err) < 0 ||
		 sync_path(to, O_RDONLY, err) < 0;
	if (failed)
		unlink(to);
	return failed ? -1 : 0;
}

int store_backup(const char *from, const char *to, struct store_counts *counts, struct err *err)
{
	struct store_counts counted;
	char partial[NAME_MAX_BYTES];
	int there = exists(from, err);

	if (there == 0)
		return err_set(err, ERR_NOT_FOUND, "there is no database %s", from);
	if (there < 0 || name(partial, to, ".partial", err) < 0)
		return -1;
	if (unlink(partial) < 0 && errno != ENOENT) /* left by one that was killed */
		return err_sys(err, "remove %s", partial);
	if (copy_verified(from, partial, &counted, err) < 0)
		return err_wrap(err, "backup of %s", from);
	/* link(2) refuses a name that exists, which rename(2) would take over. */
	if (link(partial, to) < 0) {
		int taken = errno == EEXIST;

		err_sys(err, "name the backup %s", to);
		err->kind = taken ? ERR_CONFLICT : err->kind;
		unlink(partial);
		return -1;
	}
	unlink(partial);
	if (sync_folder_of(to, err) < 0)
		return -1;
	if (counts)
		*counts = counted;
	return 0;
}

/* Brings what a killed service left in the log into the file, where that is still possible. */
static void fold_log(const char *path)
{
	struct err ignored;
	struct db *db = NULL;

	if (db_open_raw(&db, path, DRIVER_COPY, &ignored) < 0)
		return;
	if (db->driver->recognise(db->conn, &ignored) < 0 ||
		db_script(db, "PRAGMA wal_checkpoint(TRUNCATE)", &ignored) < 0) {
		db_close(db);
		return;
	}
	db_close(db);
}

/* Moves the file and its log aside; a log left beside another database would be read into it. */
static int set_aside(const char *path, char kept[NAME_MAX_BYTES], struct err *err)
{
	static const char *const PARTS[] = { "-wal", "-shm", "" };
	char suffix[64];
	int there = exists(path, err);

	kept[0] = '\0';
	if (there < 0)
		return -1;
	snprintf(suffix, sizeof(suffix), "-replaced-%lld", (long long)clock_utc_ms());
	if (there) {
		fold_log(path);
		if (name(kept, path, suffix, err) < 0)
			return -1;
	}
	for (size_t i = 0; i < sizeof(PARTS) / sizeof(PARTS[0]); i++) {
		char from[NAME_MAX_BYTES], to[NAME_MAX_BYTES], aside[80];

		snprintf(aside, sizeof(aside), "%s%s", suffix, PARTS[i]);
		if (name(from, path, PARTS[i], err) < 0 || name(to, path, aside, err) < 0)
			return -1;
		if (rename(from, to) < 0 && errno != ENOENT)
			return err_sys(err, "set aside %s", from);
	}
	return 0;
}

static int put_in_place(const char *copy, const char *to, char kept[NAME_MAX_BYTES], struct err *err)
{
	if (set_aside(to, kept, err) < 0)
		return -1;
	if (rename(copy, to) < 0) {
		err_sys(err, "put %s in place", to);
		/* What stood there stands there again. */
		if (kept[0] && rename(kept, to) < 0)
			return err_wrap(err, "and %s could not be put back", kept);
		return -1;
	}
	return sync_folder_of(to, err);
}

int store_restore(const char *from, const char *to, struct store_restored *restored, struct err *err)
{
	cleanup_fd int lock = -1;
	char copy[NAME_MAX_BYTES];
	int there = exists(from, err);

	if (there == 0)
		return err_set(err, ERR_NOT_FOUND, "there is no backup %s", from);
	if (there < 0 || name(copy, to, ".restoring", err) < 0)
		return -1;
	lock = store_lock(to, err);
	if (lock < 0)
		return -1;
	if (unlink(copy) < 0 && errno != ENOENT)
		return err_sys(err, "remove %s", copy);
	if (copy_verified(from, copy, &restored->counts, err) < 0) {
		/* Damage found here is the given file's, not the machine's. */
		if (err->kind == ERR_SYSTEM && err->sys == EIO)
			err->kind = ERR_INPUT;
		return err_wrap(err, "restore from %s", from);
	}
	if (put_in_place(copy, to, restored->kept, err) < 0) {
		unlink(copy);
		return -1;
	}
	return 0;
}
