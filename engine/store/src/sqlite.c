/*
 * SQLite behind the driver: the only file that knows of it.
 *
 * Durability: WAL with synchronous=FULL syncs the log at each commit, before
 * the commit returns. A connection belongs to one thread, so SQLite's own
 * mutexes are left out. Pages that are freed are overwritten where that costs
 * no extra write (secure_delete=FAST): erasing a person should erase.
 */
#include "driver.h"
#include <errno.h>
#include <pthread.h>
#include <sqlite3.h>
#include <stdio.h>
#include <string.h>

enum {
	APPLICATION_ID = 0x4241524d, /* "BARM" */
	BUSY_MS = 5000,
	/* Pages of log before the writer copies them to the database: 32 MB. */
	CHECKPOINT_PAGES = 8000,
};

static sqlite3 *handle(struct conn *conn)
{
	return (sqlite3 *)conn;
}

static sqlite3_stmt *statement(struct prepared *prepared)
{
	return (sqlite3_stmt *)prepared;
}

static int fail(sqlite3 *db, int code, const char *doing, struct err *err)
{
	const char *text = db ? sqlite3_errmsg(db) : sqlite3_errstr(code);
	int sys = db ? sqlite3_system_errno(db) : 0;

	switch (code & 0xff) {
	case SQLITE_FULL:
		errno = ENOSPC;
		return err_sys(err, "database: %s: %s", doing, text);
	case SQLITE_IOERR:
	case SQLITE_CANTOPEN:
	case SQLITE_READONLY:
	case SQLITE_PERM:
		errno = sys ? sys : EIO;
		return err_sys(err, "database: %s: %s", doing, text);
	case SQLITE_CORRUPT:
	case SQLITE_NOTADB:
		errno = EIO;
		return err_sys(err, "database: %s: %s", doing, text);
	case SQLITE_NOMEM:
		errno = ENOMEM;
		return err_sys(err, "database: %s", doing);
	case SQLITE_BUSY:
	case SQLITE_LOCKED:
		return err_set(err, ERR_BUSY, "database: %s: %s", doing, text);
	case SQLITE_CONSTRAINT:
		return err_set(err, ERR_CONFLICT, "database: %s: %s", doing, text);
	case SQLITE_TOOBIG:
		return err_set(err, ERR_TOO_LARGE, "database: %s: %s", doing, text);
	default:
		return err_set(err, ERR_INTERNAL, "database: %s: %s", doing, text);
	}
}

static int driver_script(struct conn *conn, const char *sql, struct err *err)
{
	int code = sqlite3_exec(handle(conn), sql, NULL, NULL, NULL);

	return code == SQLITE_OK ? 0 : fail(handle(conn), code, "script", err);
}

static void driver_close(struct conn *conn)
{
	sqlite3_close(handle(conn));
}

/* Nobody asks how much memory SQLite uses; counting it costs a mutex at every allocation. */
static void configure(void)
{
	sqlite3_config(SQLITE_CONFIG_MEMSTATUS, 0);
}

#define SETTINGS_OF_ALL "PRAGMA trusted_schema = OFF; PRAGMA temp_store = MEMORY;"
static const char *const SETTINGS[] = {
	[DRIVER_WRITE] = ("PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA foreign_keys = ON;"
			  "PRAGMA recursive_triggers = ON; PRAGMA secure_delete = FAST; PRAGMA cache_size = -32000;"
			  "PRAGMA journal_size_limit = 67108864;" SETTINGS_OF_ALL),
	[DRIVER_READ] = ("PRAGMA query_only = ON; PRAGMA cache_size = -16000;" SETTINGS_OF_ALL),
	[DRIVER_COPY] = ("PRAGMA synchronous = FULL;" SETTINGS_OF_ALL),
};

static int driver_prepare(struct conn *conn, struct prepared **out, const char *sql, struct err *err)
{
	sqlite3_stmt *made = NULL;
	int code = sqlite3_prepare_v3(handle(conn), sql, -1, SQLITE_PREPARE_PERSISTENT, &made, NULL);

	if (code != SQLITE_OK)
		return fail(handle(conn), code, sql, err);
	*out = (struct prepared *)made;
	return 0;
}

static void driver_finalize(struct prepared *prepared)
{
	sqlite3_finalize(statement(prepared));
}

static int driver_bind(struct prepared *prepared, struct data values, struct err *err)
{
	sqlite3_stmt *st = statement(prepared);

	if ((size_t)sqlite3_bind_parameter_count(st) != values.count)
		return err_set(err, ERR_INTERNAL, "database: %zu values for: %s", values.count, sqlite3_sql(st));
	for (size_t i = 0; i < values.count; i++) {
		const struct datum *v = &values.list[i];
		int at = (int)i + 1, code = SQLITE_OK;

		switch (v->kind) {
		case DATUM_NULL:
			code = sqlite3_bind_null(st, at);
			break;
		case DATUM_INT:
			code = sqlite3_bind_int64(st, at, v->number);
			break;
		case DATUM_TEXT:
			code = sqlite3_bind_text64(st, at, v->bytes, v->length, SQLITE_STATIC, SQLITE_UTF8);
			break;
		case DATUM_BLOB:
			/* A NULL pointer would bind NULL, not an empty blob. */
			code = sqlite3_bind_blob64(st, at, v->bytes ? v->bytes : "", v->length, SQLITE_STATIC);
			break;
		}
		if (code != SQLITE_OK)
			return fail(sqlite3_db_handle(st), code, "bind", err);
	}
	return 0;
}

static int driver_step(struct prepared *prepared, struct err *err)
{
	int code = sqlite3_step(statement(prepared));

	if (code == SQLITE_ROW)
		return 1;
	if (code == SQLITE_DONE)
		return 0;
	return fail(sqlite3_db_handle(statement(prepared)), code, "statement", err);
}

static void driver_reset(struct prepared *prepared)
{
	sqlite3_reset(statement(prepared));
}

static int64_t driver_integer(struct prepared *prepared, int column)
{
	return sqlite3_column_int64(statement(prepared), column);
}

static const char *driver_text(struct prepared *prepared, int column)
{
	return (const char *)sqlite3_column_text(statement(prepared), column);
}

static const void *driver_blob(struct prepared *prepared, int column, size_t *bytes)
{
	const void *data = sqlite3_column_blob(statement(prepared), column);

	*bytes = (size_t)sqlite3_column_bytes(statement(prepared), column);
	return data;
}

static int driver_changes(struct conn *conn)
{
	return sqlite3_changes(handle(conn));
}

static int64_t driver_last_row(struct conn *conn)
{
	return sqlite3_last_insert_rowid(handle(conn));
}

static bool driver_in_transaction(struct conn *conn)
{
	return !sqlite3_get_autocommit(handle(conn));
}

/* The file system may refuse it in silence; without it a reader would block the writer. */
static int must_be_wal(struct conn *conn, const char *path, struct err *err)
{
	struct prepared *prepared = NULL;
	int got, wal;

	if (driver_prepare(conn, &prepared, "PRAGMA journal_mode", err) < 0)
		return -1;
	got = driver_step(prepared, err);
	wal = got > 0 && strcmp(driver_text(prepared, 0), "wal") == 0;
	driver_finalize(prepared);
	if (got > 0 && !wal)
		return err_set(err, ERR_UNSUPPORTED, "%s: a write-ahead log cannot be kept here", path);
	return got < 0 ? -1 : 0;
}

static int driver_open(struct conn **out, const char *path, enum driver_mode mode, struct err *err)
{
	int flags = SQLITE_OPEN_NOMUTEX | SQLITE_OPEN_EXRESCODE;
	static pthread_once_t once = PTHREAD_ONCE_INIT;
	char plain[4096];
	sqlite3 *db = NULL;
	int code;

	pthread_once(&once, configure);
	flags |= mode == DRIVER_READ ? SQLITE_OPEN_READONLY : SQLITE_OPEN_READWRITE;
	flags |= mode == DRIVER_WRITE ? SQLITE_OPEN_CREATE : 0;
	/* A build of SQLite may take "file:…" for a URI, with options in it. */
	if (snprintf(plain, sizeof(plain), "%s%s", path[0] == '/' ? "" : "./", path) >= (int)sizeof(plain))
		return err_set(err, ERR_INPUT, "the database's path is too long");
	code = sqlite3_open_v2(plain, &db, flags, NULL);
	if (code == SQLITE_OK)
		code = sqlite3_busy_timeout(db, BUSY_MS);
	if (code == SQLITE_OK)
		code = sqlite3_exec(db, SETTINGS[mode], NULL, NULL, NULL);
	if (code == SQLITE_OK && mode == DRIVER_WRITE)
		code = sqlite3_wal_autocheckpoint(db, CHECKPOINT_PAGES);
	if (code != SQLITE_OK) {
		fail(db, code, path, err);
		sqlite3_close(db);
		return -1;
	}
	if (mode == DRIVER_WRITE && must_be_wal((struct conn *)db, path, err) < 0) {
		sqlite3_close(db);
		return -1;
	}
	*out = (struct conn *)db;
	return 0;
}

static int one_integer(struct conn *conn, const char *sql, int64_t *out, struct err *err)
{
	struct prepared *prepared = NULL;
	int got;

	if (driver_prepare(conn, &prepared, sql, err) < 0)
		return -1;
	got = driver_step(prepared, err);
	if (got > 0)
		*out = driver_integer(prepared, 0);
	driver_finalize(prepared);
	return got < 0 ? -1 : 0;
}

static int driver_recognise(struct conn *conn, struct err *err)
{
	int64_t id = 0, objects = 0;

	if (one_integer(conn, "PRAGMA application_id", &id, err) < 0 ||
		one_integer(conn, "SELECT count(*) FROM sqlite_schema", &objects, err) < 0)
		return -1;
	if (id == APPLICATION_ID)
		return 1;
	if (id == 0 && objects == 0)
		return 0;
	return err_set(err, ERR_INPUT, "this database was made by another program");
}

static int driver_mark(struct conn *conn, struct err *err)
{
	char sql[64];

	snprintf(sql, sizeof(sql), "PRAGMA application_id = %d", APPLICATION_ID);
	return driver_script(conn, sql, err);
}

static int driver_copy(struct conn *from, struct conn *to, struct err *err)
{
	sqlite3_backup *backup = sqlite3_backup_init(handle(to), "main", handle(from), "main");
	int code;

	if (!backup)
		return fail(handle(to), sqlite3_extended_errcode(handle(to)), "copy", err);
	/* In one step: it reads one snapshot, beside which the writer goes on. */
	code = sqlite3_backup_step(backup, -1);
	if (code == SQLITE_DONE)
		code = SQLITE_OK;
	if (sqlite3_backup_finish(backup) != SQLITE_OK || code != SQLITE_OK) {
		int copied = sqlite3_extended_errcode(handle(to));

		return fail(handle(to), code != SQLITE_OK ? code : copied, "copy", err);
	}
	/* The copy is one file, without a log beside it. */
	return driver_script(to, "PRAGMA journal_mode = DELETE", err);
}

static int driver_check(struct conn *conn, struct err *err)
{
	static const char *const CHECKS[] = { "PRAGMA integrity_check(1)", "PRAGMA foreign_key_check" };

	for (size_t i = 0; i < sizeof(CHECKS) / sizeof(CHECKS[0]); i++) {
		struct prepared *prepared = NULL;
		const char *text;
		int got;

		if (driver_prepare(conn, &prepared, CHECKS[i], err) < 0)
			return -1;
		got = driver_step(prepared, err);
		text = got > 0 ? driver_text(prepared, 0) : "ok";
		if (got > 0 && (!text || strcmp(text, "ok") != 0))
			got = err_set(err, ERR_INPUT, "the database is damaged: %s", text ? text : CHECKS[i]);
		driver_finalize(prepared);
		if (got < 0)
			return -1;
	}
	return 0;
}

const struct driver sqlite_driver = {
	.open = driver_open,
	.close = driver_close,
	.recognise = driver_recognise,
	.mark = driver_mark,
	.script = driver_script,
	.prepare = driver_prepare,
	.finalize = driver_finalize,
	.bind = driver_bind,
	.step = driver_step,
	.reset = driver_reset,
	.integer = driver_integer,
	.text = driver_text,
	.blob = driver_blob,
	.changes = driver_changes,
	.last_row = driver_last_row,
	.in_transaction = driver_in_transaction,
	.copy = driver_copy,
	.check = driver_check,
};
