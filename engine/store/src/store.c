/*
 * The store: one database file, its schema, its copies.
 *
 * Theory of operation. A service holds an advisory lock on `<path>.lock` for
 * its lifetime, which says "this database is live" to a second service and to a
 * restore; SQLite's own locks come and go with transactions and could not say
 * it. Opening for writing recognises the file by its application id, checks the
 * recorded migrations and applies the missing ones. Everything above says named
 * statements (store/statements.def) through db.c; sqlite.c is the only file that
 * knows which database it is.
 *
 * Who may call: one thread per connection.
 */
#include "store/store.h"
#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <sys/file.h>
#include <unistd.h>
#include "base/file.h"
#include "driver.h"
#include "migrate.h"

int store_lock(const char *path, struct err *err)
{
	cleanup_fd int fd = -1;
	char name[4096];

	if (snprintf(name, sizeof(name), "%s.lock", path) >= (int)sizeof(name))
		return err_set(err, ERR_INPUT, "the database's path is too long");
	fd = open(name, O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW, 0600);
	if (fd < 0)
		return err_sys(err, "open %s", name);
	if (flock(fd, LOCK_EX | LOCK_NB) == 0)
		return fd_take(&fd);
	if (errno == EWOULDBLOCK)
		return err_set(err, ERR_BUSY, "another service is using the database %s", path);
	return err_sys(err, "lock %s", name);
}

int store_open(struct db **out, const char *path, struct err *err)
{
	/* It holds what students wrote; its log takes its mode. */
	cleanup_fd int made = open(path, O_RDWR | O_CREAT | O_CLOEXEC, 0600);
	struct db *db = NULL;

	if (made < 0)
		return err_sys(err, "open %s", path);
	/* Closed before SQLite opens it: closing any descriptor of a file drops the process's locks on it. */
	fd_close(&made);
	if (db_open(&db, path, DB_WRITE, err) < 0)
		return -1;
	if (migrate_file(db, path, store_migrations, err) < 0) {
		db_close(db);
		return err_wrap(err, "%s", path);
	}
	*out = db;
	return 0;
}
