/*
 * A connection to the database, and the SQL that may be said on it.
 *
 * Use: a connection belongs to one thread at a time. Every statement stands
 * once, by name, in store/statements.def; values are bound, never pasted.
 *
 *	if (db_run(db, JOB_PROMOTE, VALUES(V_INT(now)), err) < 0) ...
 *
 *	cleanup_rows struct rows rows = ROWS_INIT;
 *	if (db_query(db, &rows, PERSON_FIND, VALUES(V_INT(tenant), V_TEXT(name)), err) < 0) ...
 *	while ((got = rows_next(&rows, err)) > 0) use(rows_int(&rows, 0));
 *
 * Errors: a full disk is ERR_SYSTEM with ENOSPC, a refused constraint
 * ERR_CONFLICT, a database that somebody else holds too long ERR_BUSY.
 */
#pragma once
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include "base/err.h"

enum statement {
#define STATEMENT(name, sql) name,
#include "store/statements.def"
#undef STATEMENT
	STATEMENT_COUNT
};
const char *statement_name(enum statement statement);

enum datum_kind { DATUM_NULL, DATUM_INT, DATUM_TEXT, DATUM_BLOB };
struct datum {
	enum datum_kind kind;
	int64_t number;
	const void *bytes; /* borrowed until the statement has run or its rows are ended */
	size_t length;
};
struct data {
	const struct datum *list;
	size_t count;
};

#define V_NULL          ((struct datum){ .kind = DATUM_NULL })
#define V_INT(n)        ((struct datum){ .kind = DATUM_INT, .number = (int64_t)(n) })
#define V_BLOB(p, size) ((struct datum){ .kind = DATUM_BLOB, .bytes = (p), .length = (size) })
struct datum datum_text(const char *text); /* NULL gives V_NULL */
#define V_TEXT(text) datum_text(text)
#define VALUES(...)                                                                                                    \
	((struct data){ (const struct datum[]){ __VA_ARGS__ },                                                         \
		sizeof((const struct datum[]){ __VA_ARGS__ }) / sizeof(struct datum) })
#define NO_VALUES ((struct data){ NULL, 0 })

struct db;
enum db_mode { DB_WRITE /* made when missing */, DB_READ };

/* An open database whose schema is as this program knows it: see store_open(). */
int db_open(struct db **out, const char *path, enum db_mode mode, struct err *err) must_check;
/* NULL is allowed. */
void db_close(struct db *db);

/* Takes the write lock at once, so that a transaction never fails half way for want of it. */
int db_begin(struct db *db, struct err *err) must_check;
int db_commit(struct db *db, struct err *err) must_check; /* durable when it returns 0; after -1 nothing stands */
void db_rollback(struct db *db);
/* False also when the database itself gave the transaction up (a full disk). */
bool db_in_transaction(const struct db *db);
/* One level inside a transaction. */
int db_savepoint(struct db *db, struct err *err) must_check;
int db_savepoint_keep(struct db *db, struct err *err) must_check;
void db_savepoint_undo(struct db *db);

/* The number of rows changed, or -1. */
int db_run(struct db *db, enum statement name, struct data values, struct err *err) must_check;
/* The number (n) of the row made in *n. */
int db_insert(struct db *db, int64_t *n, enum statement name, struct data values, struct err *err) must_check;

struct rows {
	struct db *db;
	void *prepared;
};
#define ROWS_INIT                                                                                                      \
	{                                                                                                              \
		0                                                                                                      \
	}
int db_query(struct db *db, struct rows *rows, enum statement name, struct data values, struct err *err) must_check;
int rows_next(struct rows *rows, struct err *err) must_check; /* 1: a row, 0: the end, -1 */
/* What these point to lives until the next rows_next() or rows_end(). */
int64_t rows_int(const struct rows *rows, int column); /* NULL gives 0 */
const char *rows_text(const struct rows *rows, int column); /* NULL stays NULL */
const void *rows_blob(const struct rows *rows, int column, size_t *bytes);
void rows_end(struct rows *rows); /* twice is allowed */
#define cleanup_rows __attribute__((cleanup(rows_end)))
