/* Backup and restore: whole, verified, and never over something that lives. */
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <setjmp.h>
#include <cmocka.h>
#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>
#include "base/file.h"
#include "folder.h"

#define COUNT(a) (sizeof(a) / sizeof((a)[0]))

static void backup(const struct folder *folder)
{
	struct store_counts counts = { 0 };
	struct err err = { 0 };

	if (store_backup(folder->db, folder->copy, &counts, &err) < 0)
		fail_msg("%s", err.text);
	assert_int_equal(counts.submissions, 1);
	assert_int_equal(counts.reports, 1);
	assert_int_equal(counts.mark_events, 1);
}

static void there_and_back(void **state)
{
	struct folder *folder = *state;
	struct store_restored restored = { 0 };
	struct err err = { 0 };

	folder_fill(folder);
	backup(folder);
	folder_script(
		folder->db, "PRAGMA foreign_keys = OFF; DELETE FROM report; DELETE FROM job; DELETE FROM submission");
	assert_int_equal(folder_number(folder->db, "SELECT count(*) FROM submission"), 0);
	if (store_restore(folder->copy, folder->db, &restored, &err) < 0)
		fail_msg("%s", err.text);
	assert_int_equal(restored.counts.submissions, 1);
	assert_int_equal(folder_number(folder->db, "SELECT count(*) FROM submission"), 1);
	/* What stood there is kept, and the backup is untouched. */
	assert_int_equal(folder_number(restored.kept, "SELECT count(*) FROM tenant"), 1);
	assert_int_equal(folder_number(restored.kept, "SELECT count(*) FROM submission"), 0);
	assert_int_equal(folder_number(folder->copy, "SELECT count(*) FROM submission"), 1);
	assert_int_equal(folder_count(folder, ".restoring"), 0);
	assert_int_equal(folder_count(folder, ".partial"), 0);
}

static void to_an_empty_place(void **state)
{
	struct folder *folder = *state;
	struct store_restored restored = { 0 };
	struct store_counts counts;
	struct err err = { 0 };
	char other[160];

	folder_fill(folder);
	backup(folder);
	snprintf(other, sizeof(other), "%s/elsewhere.db", folder->path);
	if (store_restore(folder->copy, other, &restored, &err) < 0)
		fail_msg("%s", err.text);
	assert_string_equal(restored.kept, "");
	assert_int_equal(store_inspect(other, &counts, &err), 0);
	assert_int_equal(counts.graded, 1);
}

static void beside_a_service(void **state)
{
	struct folder *folder = *state;
	struct store_restored restored = { 0 };
	struct err err = { 0 };
	struct db *db;
	int lock, again;

	folder_fill(folder);
	lock = store_lock(folder->db, &err);
	assert_true(lock >= 0);
	again = store_lock(folder->db, &err);
	assert_int_equal(again, -1);
	assert_int_equal(err.kind, ERR_BUSY);
	assert_int_equal(store_open(&db, folder->db, &err), 0);
	/* A transaction is open: the copy holds what is committed. */
	assert_int_equal(db_begin(db, &err), 0);
	assert_int_equal(db_run(db, TENANT_ADD, VALUES(V_TEXT("late"), V_INT(0)), &err), 1);
	backup(folder);
	assert_int_equal(folder_number(folder->copy, "SELECT count(*) FROM tenant"), 1);
	assert_int_equal(db_commit(db, &err), 0);
	assert_int_equal(store_restore(folder->copy, folder->db, &restored, &err), -1);
	assert_int_equal(err.kind, ERR_BUSY);
	db_close(db);
	fd_close(&lock);
	assert_int_equal(folder_number(folder->db, "SELECT count(*) FROM tenant"), 2);
	assert_int_equal(store_restore(folder->copy, folder->db, &restored, &err), 0);
	assert_int_equal(folder_number(folder->db, "SELECT count(*) FROM tenant"), 1);
}

static void never_over_a_file(void **state)
{
	struct folder *folder = *state;
	struct err err = { 0 };

	folder_fill(folder);
	backup(folder);
	assert_int_equal(store_backup(folder->db, folder->copy, NULL, &err), -1);
	assert_int_equal(err.kind, ERR_CONFLICT);
	assert_int_equal(folder_number(folder->copy, "SELECT count(*) FROM submission"), 1);
	assert_int_equal(store_backup("/nonexistent/x.db", folder->copy, NULL, &err), -1);
	assert_int_equal(err.kind, ERR_NOT_FOUND);
	assert_int_equal(store_backup(folder->db, "/nonexistent/folder/x.db", NULL, &err), -1);
	assert_int_equal(err.sys, ENOENT);
}

static void damage_bytes(const char *path, off_t offset, size_t bytes)
{
	int fd = open(path, O_WRONLY);
	char junk[4096];

	memset(junk, 0xee, sizeof(junk));
	assert_true(fd >= 0);
	assert_int_equal(pwrite(fd, junk, bytes, offset), bytes);
	close(fd);
}

static void damage_cut(const char *path)
{
	struct stat st;

	assert_int_equal(stat(path, &st), 0);
	assert_int_equal(truncate(path, st.st_size / 2), 0);
}

static void damage_header(const char *path)
{
	damage_bytes(path, 0, 16);
}
static void damage_page(const char *path)
{
	damage_bytes(path, 4096 * 4, 4096);
}
static void damage_empty(const char *path)
{
	assert_int_equal(truncate(path, 0), 0);
}
static void damage_report(const char *path)
{
	folder_script(path, "DELETE FROM report");
}
static void damage_job(const char *path)
{
	folder_script(path, "DELETE FROM report; UPDATE job SET submission = 9");
}
static void damage_reference(const char *path)
{
	folder_script(path, "DELETE FROM person");
}
static void damage_newer(const char *path)
{
	folder_script(path, "INSERT INTO schema_migration VALUES (900, 'x', 'y', 0)");
}
static void damage_owner(const char *path)
{
	folder_script(path, "PRAGMA application_id = 1");
}

static void damaged_backups(void **state)
{
	static void (*const DAMAGES[])(const char *) = { damage_cut, damage_header, damage_page, damage_empty,
		damage_report, damage_job, damage_reference, damage_newer, damage_owner };
	struct folder *folder = *state;

	folder_fill(folder);
	folder_script(folder->db, "INSERT INTO tenant VALUES (2, 'mine', 0)");
	for (size_t i = 0; i < COUNT(DAMAGES); i++) {
		struct store_restored restored = { 0 };
		struct err err = { 0 };

		unlink(folder->copy);
		backup(folder);
		DAMAGES[i](folder->copy);
		if (store_restore(folder->copy, folder->db, &restored, &err) == 0)
			fail_msg("damage %zu was restored", i);
		if (err.kind != ERR_INPUT && err.kind != ERR_UNSUPPORTED)
			fail_msg("damage %zu: %s: %s", i, err_kind_name(err.kind), err.text);
		/* What stood there still stands. */
		assert_int_equal(folder_number(folder->db, "SELECT count(*) FROM tenant"), 2);
		assert_int_equal(folder_count(folder, ".restoring"), 0);
		assert_int_equal(folder_count(folder, "-replaced-"), 0);
	}
}

static void a_damaged_database_has_no_backup(void **state)
{
	struct folder *folder = *state;
	struct err err = { 0 };

	folder_fill(folder);
	damage_page(folder->db);
	assert_int_equal(store_backup(folder->db, folder->copy, NULL, &err), -1);
	assert_int_equal(access(folder->copy, F_OK), -1);
	assert_int_equal(folder_count(folder, ".partial"), 0);
}

/* A log that a killed service left must not be read into the database that is put in its place. */
static void a_log_left_behind(void **state)
{
	struct folder *folder = *state;
	struct store_restored restored = { 0 };
	char log[160], saved[160], index[160];
	struct err err = { 0 };
	struct db *db;

	folder_fill(folder);
	backup(folder);
	snprintf(log, sizeof(log), "%s-wal", folder->db);
	snprintf(index, sizeof(index), "%s-shm", folder->db);
	snprintf(saved, sizeof(saved), "%s/saved", folder->path);
	assert_int_equal(store_open(&db, folder->db, &err), 0);
	assert_int_equal(db_run(db, TENANT_ADD, VALUES(V_TEXT("late"), V_INT(0)), &err), 1);
	assert_int_equal(link(log, saved), 0);
	db_close(db); /* folds and truncates the log: put a copy back as a kill would have left it */
	assert_int_equal(access(log, F_OK), -1);
	damage_bytes(folder->db, 0, 16);
	assert_int_equal(rename(saved, log), 0);
	if (store_restore(folder->copy, folder->db, &restored, &err) < 0)
		fail_msg("%s", err.text);
	assert_int_equal(access(log, F_OK), -1);
	assert_int_equal(folder_number(folder->db, "SELECT count(*) FROM tenant"), 1);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test_setup_teardown(there_and_back, folder_make, folder_remove),
		cmocka_unit_test_setup_teardown(to_an_empty_place, folder_make, folder_remove),
		cmocka_unit_test_setup_teardown(beside_a_service, folder_make, folder_remove),
		cmocka_unit_test_setup_teardown(never_over_a_file, folder_make, folder_remove),
		cmocka_unit_test_setup_teardown(damaged_backups, folder_make, folder_remove),
		cmocka_unit_test_setup_teardown(a_damaged_database_has_no_backup, folder_make, folder_remove),
		cmocka_unit_test_setup_teardown(a_log_left_behind, folder_make, folder_remove),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
