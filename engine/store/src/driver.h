/*
 * What a kind of database must be able to do. One file per kind, each exporting
 * one struct: sqlite.c. PostgreSQL's will be the second.
 */
#pragma once
#include "store/db.h"

struct conn;
struct prepared;

enum driver_mode {
	DRIVER_WRITE, /* made when missing, set up for durable writes */
	DRIVER_READ,
	DRIVER_COPY, /* a plain file that a copy goes to, or that is looked at: nothing is set up */
};

struct driver {
	int (*open)(struct conn **out, const char *path, enum driver_mode mode, struct err *err);
	void (*close)(struct conn *conn);
	/* 1: it bears our mark, 0: it is new and empty, -1: it is another program's, or damaged. */
	int (*recognise)(struct conn *conn, struct err *err);
	int (*mark)(struct conn *conn, struct err *err);
	/* Several statements without values: migrations. */
	int (*script)(struct conn *conn, const char *sql, struct err *err);
	int (*prepare)(struct conn *conn, struct prepared **out, const char *sql, struct err *err);
	void (*finalize)(struct prepared *prepared);
	int (*bind)(struct prepared *prepared, struct data values, struct err *err);
	int (*step)(struct prepared *prepared, struct err *err); /* 1: a row, 0: done, -1 */
	void (*reset)(struct prepared *prepared);
	int64_t (*integer)(struct prepared *prepared, int column);
	const char *(*text)(struct prepared *prepared, int column);
	const void *(*blob)(struct prepared *prepared, int column, size_t *bytes);
	int (*changes)(struct conn *conn);
	int64_t (*last_row)(struct conn *conn);
	bool (*in_transaction)(struct conn *conn);
	/* A whole copy, consistent beside a writer. */
	int (*copy)(struct conn *from, struct conn *to, struct err *err);
	/* Every page and every reference. */
	int (*check)(struct conn *conn, struct err *err);
};

extern const struct driver sqlite_driver;

struct db {
	const struct driver *driver;
	struct conn *conn;
	struct prepared *prepared[STATEMENT_COUNT]; /* made at first use */
};

/* Any mode, and no look at the schema. */
int db_open_raw(struct db **out, const char *path, enum driver_mode mode, struct err *err) must_check;
int db_script(struct db *db, const char *sql, struct err *err) must_check;
