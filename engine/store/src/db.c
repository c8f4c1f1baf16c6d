/*
 * Connections and named statements, whatever the kind of database.
 *
 * A statement is prepared at its first use and kept with its connection.
 */
#include <stdlib.h>
#include <string.h>
#include "driver.h"

static const struct {
	const char *name;
	const char *sql;
} STATEMENTS[STATEMENT_COUNT] = {
#define STATEMENT(name, sql) [name] = { #name, sql },
#include "store/statements.def"
#undef STATEMENT
};

const char *statement_name(enum statement statement)
{
	return STATEMENTS[statement].name;
}

struct datum datum_text(const char *text)
{
	if (!text)
		return V_NULL;
	return (struct datum){ .kind = DATUM_TEXT, .bytes = text, .length = strlen(text) };
}

int db_open_raw(struct db **out, const char *path, enum driver_mode mode, struct err *err)
{
	struct db *db = calloc(1, sizeof(*db));

	if (!db)
		return err_sys(err, "database %s", path);
	db->driver = &sqlite_driver;
	if (db->driver->open(&db->conn, path, mode, err) < 0) {
		free(db);
		return -1;
	}
	*out = db;
	return 0;
}

int db_open(struct db **out, const char *path, enum db_mode mode, struct err *err)
{
	return db_open_raw(out, path, mode == DB_READ ? DRIVER_READ : DRIVER_WRITE, err);
}

void db_close(struct db *db)
{
	if (!db)
		return;
	for (size_t i = 0; i < STATEMENT_COUNT; i++) {
		if (db->prepared[i])
			db->driver->finalize(db->prepared[i]);
	}
	db->driver->close(db->conn);
	free(db);
}

int db_script(struct db *db, const char *sql, struct err *err)
{
	return db->driver->script(db->conn, sql, err);
}

static struct prepared *ready(struct db *db, enum statement name, struct data values, struct err *err)
{
	struct prepared **slot = &db->prepared[name];

	if (!*slot && db->driver->prepare(db->conn, slot, STATEMENTS[name].sql, err) < 0)
		return NULL;
	if (db->driver->bind(*slot, values, err) < 0) {
		err_wrap(err, "%s", STATEMENTS[name].name);
		return NULL;
	}
	return *slot;
}

int db_run(struct db *db, enum statement name, struct data values, struct err *err)
{
	struct prepared *prepared = ready(db, name, values, err);
	int got;

	if (!prepared)
		return -1;
	do
		got = db->driver->step(prepared, err);
	while (got > 0);
	db->driver->reset(prepared);
	if (got < 0)
		return err_wrap(err, "%s", STATEMENTS[name].name);
	return db->driver->changes(db->conn);
}

int db_insert(struct db *db, int64_t *n, enum statement name, struct data values, struct err *err)
{
	if (db_run(db, name, values, err) < 0)
		return -1;
	*n = db->driver->last_row(db->conn);
	return 0;
}

int db_query(struct db *db, struct rows *rows, enum statement name, struct data values, struct err *err)
{
	rows_end(rows);
	rows->prepared = ready(db, name, values, err);
	if (!rows->prepared)
		return -1;
	rows->db = db;
	return 0;
}

int rows_next(struct rows *rows, struct err *err)
{
	int got = rows->db->driver->step(rows->prepared, err);

	if (got <= 0)
		rows_end(rows);
	return got;
}

int64_t rows_int(const struct rows *rows, int column)
{
	return rows->db->driver->integer(rows->prepared, column);
}

const char *rows_text(const struct rows *rows, int column)
{
	return rows->db->driver->text(rows->prepared, column);
}

const void *rows_blob(const struct rows *rows, int column, size_t *bytes)
{
	return rows->db->driver->blob(rows->prepared, column, bytes);
}

void rows_end(struct rows *rows)
{
	if (rows->prepared)
		rows->db->driver->reset(rows->prepared);
	rows->prepared = NULL;
}

int db_begin(struct db *db, struct err *err)
{
	return db_run(db, TRANSACTION_BEGIN, NO_VALUES, err) < 0 ? -1 : 0;
}

int db_commit(struct db *db, struct err *err)
{
	if (db_run(db, TRANSACTION_COMMIT, NO_VALUES, err) >= 0)
		return 0;
	db_rollback(db);
	return -1;
}

void db_rollback(struct db *db)
{
	struct err ignored;

	if (db_in_transaction(db) && db_run(db, TRANSACTION_ROLLBACK, NO_VALUES, &ignored) < 0)
		return; /* the database closes what it could not undo */
}

bool db_in_transaction(const struct db *db)
{
	return db->driver->in_transaction(db->conn);
}

int db_savepoint(struct db *db, struct err *err)
{
	return db_run(db, SAVEPOINT_SET, NO_VALUES, err) < 0 ? -1 : 0;
}

int db_savepoint_keep(struct db *db, struct err *err)
{
	return db_run(db, SAVEPOINT_KEEP, NO_VALUES, err) < 0 ? -1 : 0;
}

void db_savepoint_undo(struct db *db)
{
	struct err ignored;

	/* After a full disk there is no transaction any more, and nothing to go back to. */
	if (!db_in_transaction(db))
		return;
	if (db_run(db, SAVEPOINT_UNDO, NO_VALUES, &ignored) < 0 || db_run(db, SAVEPOINT_KEEP, NO_VALUES, &ignored) < 0)
		db_rollback(db);
}
