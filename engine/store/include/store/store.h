/*
 * The database file: opened and brought up to date, copied, put back.
 *
 * Use: store_lock() says "I am the service of this database"; store_open()
 * migrates it (after a copy, when there was something in it). store_backup()
 * may run at any time beside a service; store_restore() refuses while one runs.
 */
#pragma once
#include "store/db.h"

/* The descriptor that holds `path` for this process (close it to let go), or -1:
 * ERR_BUSY when another process is its service. It must not be inherited by a fork that outlives the service. */
int store_lock(const char *path, struct err *err) must_check;

/* Opens for writing; makes it when missing; applies the migrations that are not in it yet.
 * ERR_UNSUPPORTED: it was made by a newer program. ERR_INPUT: not ours, or a past migration was tampered with. */
int store_open(struct db **out, const char *path, struct err *err) must_check;

struct store_counts {
	int64_t submissions, jobs, graded, reports, mark_events, versions;
};

/* A file's health: that it is ours, whole, of a schema we know, with each graded job's report and mark in it. */
int store_inspect(const char *path, struct store_counts *counts, struct err *err) must_check;

/* Copies the database of a running service into a new file, verifies the copy, and makes it durable.
 * A file that exists is never overwritten: ERR_CONFLICT. `counts` may be NULL. */
int store_backup(const char *from, const char *to, struct store_counts *counts, struct err *err) must_check;

/* Verifies `from`, then puts a copy of it in the place of `to`; what stood there is kept beside it under the name
 * written to `kept` ("" when nothing did). ERR_BUSY: a service runs on `to`. ERR_INPUT: `from` is damaged or not ours. */
struct store_restored {
	char kept[4096];
	struct store_counts counts;
};
int store_restore(const char *from, const char *to, struct store_restored *restored, struct err *err) must_check;
