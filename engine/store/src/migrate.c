/*
 * Migrations: what is recorded must be what we hold, then the rest is applied.
 */
#include "migrate.h"
#include <stdio.h>
#include <string.h>
#include "base/clock.h"
#include "base/id.h"
#include "driver.h"
#include "store/store.h"

static const char RECORD[] =
	"CREATE TABLE IF NOT EXISTS schema_migration (number INTEGER PRIMARY KEY, name TEXT NOT NULL,"
	" sha256 TEXT NOT NULL, applied_at INTEGER NOT NULL) STRICT;";

static int same(const struct rows *rows, const struct migration *ours, struct err *err)
{
	char digest[SHA256_TEXT];

	sha256_text(digest, ours->sql, strlen(ours->sql));
	if (rows_int(rows, 0) != ours->number)
		return err_set(err, ERR_INPUT, "the database's migration %d is missing", ours->number);
	if (strcmp(rows_text(rows, 2), digest) != 0)
		return err_set(err, ERR_INPUT,
			"migration %d (%s) was applied with another content than this program's: refused", ours->number,
			rows_text(rows, 1));
	return 0;
}

int migrate_check(struct db *db, struct migration_set set, struct err *err)
{
	cleanup_rows struct rows rows = ROWS_INIT;
	int done = 0, got;

	if (db_query(db, &rows, MIGRATION_LIST, NO_VALUES, err) < 0)
		return -1;
	while ((got = rows_next(&rows, err)) > 0) {
		if ((size_t)done >= set.count)
			return err_set(err, ERR_UNSUPPORTED,
				"the database was brought to schema %d by a newer program; this one knows %zu",
				(int)rows_int(&rows, 0), set.count);
		if (same(&rows, &set.list[done], err) < 0)
			return -1;
		done++;
	}
	return got < 0 ? -1 : done;
}

static int apply(struct db *db, const struct migration *migration, struct err *err)
{
	char digest[SHA256_TEXT];

	sha256_text(digest, migration->sql, strlen(migration->sql));
	if (db_script(db, migration->sql, err) < 0)
		return -1;
	return db_run(db, MIGRATION_ADD,
		VALUES(V_INT(migration->number), V_TEXT(migration->name), V_TEXT(digest), V_INT(clock_utc_ms())), err);
}

int migrate_apply(struct db *db, struct migration_set set, int done, struct err *err)
{
	for (size_t i = (size_t)done; i < set.count; i++) {
		if (db_begin(db, err) < 0)
			return -1;
		if (apply(db, &set.list[i], err) < 0) {
			db_rollback(db);
			return err_wrap(err, "migration %d (%s)", set.list[i].number, set.list[i].name);
		}
		if (db_commit(db, err) < 0)
			return err_wrap(err, "migration %d (%s)", set.list[i].number, set.list[i].name);
	}
	return 0;
}

int migrate_file(struct db *db, const char *path, struct migration_set set, struct err *err)
{
	int ours = db->driver->recognise(db->conn, err);
	char copy[4096];
	int done;

	if (ours < 0)
		return -1;
	if (ours == 0 && db->driver->mark(db->conn, err) < 0)
		return -1;
	if (db_script(db, RECORD, err) < 0)
		return -1;
	done = migrate_check(db, set, err);
	if (done < 0)
		return -1;
	if ((size_t)done == set.count)
		return 0;
	if (done > 0) {
		snprintf(copy, sizeof(copy), "%s-before-%04d-%lld", path, set.list[done].number,
			(long long)clock_utc_ms());
		if (store_backup(path, copy, NULL, err) < 0)
			return err_wrap(err, "copy before migration %d", set.list[done].number);
	}
	return migrate_apply(db, set, done, err);
}
