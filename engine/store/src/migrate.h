/*
 * Numbered changes of the schema, forward only.
 *
 * Invariants: what was applied is recorded with its SHA-256, and must be what
 * this program holds under that number; a database with a number that this
 * program does not know is left alone. Each migration is one transaction.
 */
#pragma once
#include <stddef.h>
#include "store/db.h"

struct migration {
	int number; /* 1, 2, 3… without holes */
	const char *name;
	const char *sql;
};
struct migration_set {
	const struct migration *list;
	size_t count;
};

/* The ones embedded at build time from engine/store/migrations. */
extern const struct migration_set store_migrations;

/* How many of `set` the database already has, after checking each; -1 as above. */
int migrate_check(struct db *db, struct migration_set set, struct err *err) must_check;
/* Applies what comes after the first `done`. */
int migrate_apply(struct db *db, struct migration_set set, int done, struct err *err) must_check;
/* Checks, copies the file first if it holds anything, applies. */
int migrate_file(struct db *db, const char *path, struct migration_set set, struct err *err) must_check;
