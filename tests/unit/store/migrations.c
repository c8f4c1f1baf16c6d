/* The schema: made, brought forward, refused; and what it refuses itself. */
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <setjmp.h>
#include <cmocka.h>
#include <errno.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>
#include "folder.h"
#include "migrate.h"

#define COUNT(a) (sizeof(a) / sizeof((a)[0]))

static void open_close(const char *path)
{
	struct err err = { 0 };
	struct db *db;

	if (store_open(&db, path, &err) < 0)
		fail_msg("%s", err.text);
	db_close(db);
}

static void fresh_and_again(void **state)
{
	struct folder *folder = *state;
	struct stat st;

	open_close(folder->db);
	assert_int_equal(stat(folder->db, &st), 0);
	assert_int_equal(st.st_mode & 0777, 0600);
	assert_int_equal(folder_number(folder->db, "PRAGMA application_id"), 0x4241524d);
	assert_int_equal(folder_number(folder->db, "SELECT count(*) FROM schema_migration"), store_migrations.count);
	open_close(folder->db);
	assert_int_equal(folder_number(folder->db, "SELECT count(*) FROM schema_migration"), store_migrations.count);
	/* Nothing was pending: no copy was made. */
	assert_int_equal(folder_count(folder, "-before-"), 0);
}

static void every_statement_is_good(void **state)
{
	struct folder *folder = *state;
	struct err err = { 0 };
	struct db *db;

	assert_int_equal(store_open(&db, folder->db, &err), 0);
	for (int i = 0; i < STATEMENT_COUNT; i++) {
		struct rows rows = ROWS_INIT;

		/* With the wrong number of values binding fails, but only after it was prepared. */
		if (db_query(db, &rows, (enum statement)i,
			    VALUES(V_NULL, V_NULL, V_NULL, V_NULL, V_NULL, V_NULL, V_NULL, V_NULL, V_NULL, V_NULL,
				    V_NULL, V_NULL, V_NULL, V_NULL, V_NULL),
			    &err) >= 0 ||
			!strstr(err.text, "15 values for"))
			fail_msg("%s: %s", statement_name((enum statement)i), err.text);
	}
	db_close(db);
}

static void refused_databases(void **state)
{
	static const struct {
		const char *sql;
		enum err_kind kind;
		const char *says;
	} CASES[] = {
		{ "UPDATE schema_migration SET sha256 = 'sha256:0' WHERE number = 1", ERR_INPUT, "another content" },
		{ "INSERT INTO schema_migration VALUES (900, 'later', 'sha256:0', 0)", ERR_UNSUPPORTED,
			"newer program" },
		{ "UPDATE schema_migration SET number = 7 WHERE number = 1", ERR_INPUT, "migration 1 is missing" },
		{ "PRAGMA application_id = 7", ERR_INPUT, "another program" },
	};
	struct folder *folder = *state;

	for (size_t i = 0; i < COUNT(CASES); i++) {
		char path[160];
		struct err err = { 0 };
		struct db *db = NULL;

		snprintf(path, sizeof(path), "%s/%zu.db", folder->path, i);
		open_close(path);
		folder_script(path, CASES[i].sql);
		assert_int_equal(store_open(&db, path, &err), -1);
		assert_int_equal(err.kind, CASES[i].kind);
		if (!strstr(err.text, CASES[i].says))
			fail_msg("%s", err.text);
	}
}

static void not_a_database(void **state)
{
	struct folder *folder = *state;
	struct err err = { 0 };
	struct db *db = NULL;
	FILE *file = fopen(folder->db, "w");

	for (int i = 0; i < 2000; i++)
		fprintf(file, "id;nom;note\n");
	fclose(file);
	assert_int_equal(store_open(&db, folder->db, &err), -1);
	assert_int_equal(err.sys, EIO);
}

static const char SECOND[] = "CREATE TABLE later (n INTEGER PRIMARY KEY) STRICT;";
static const char BROKEN[] = "CREATE TABLE half (n INTEGER PRIMARY KEY) STRICT; CREATE TABLE half (n INTEGER);";

/* The shipped migrations and one more. */
static struct migration_set with(struct migration *room, const char *sql)
{
	memcpy(room, store_migrations.list, store_migrations.count * sizeof(*room));
	room[store_migrations.count] = (struct migration){ (int)store_migrations.count + 1, "later", sql };
	return (struct migration_set){ room, store_migrations.count + 1 };
}

static void forward_after_a_copy(void **state)
{
	struct folder *folder = *state;
	struct migration room[64];
	struct err err = { 0 };
	struct db *db;

	folder_fill(folder);
	assert_int_equal(store_open(&db, folder->db, &err), 0);
	if (migrate_file(db, folder->db, with(room, SECOND), &err) < 0)
		fail_msg("%s", err.text);
	db_close(db);
	assert_int_equal(folder_count(folder, "-before-"), 1);
	assert_int_equal(folder_number(folder->db, "SELECT count(*) FROM sqlite_schema WHERE name = 'later'"), 1);
	assert_int_equal(folder_number(folder->db, "SELECT count(*) FROM report"), 1);
	/* And this program now refuses it. */
	assert_int_equal(store_open(&db, folder->db, &err), -1);
	assert_int_equal(err.kind, ERR_UNSUPPORTED);
}

static void broken_migration_leaves_nothing(void **state)
{
	struct folder *folder = *state;
	struct migration room[64];
	struct err err = { 0 };
	struct db *db;

	folder_fill(folder);
	assert_int_equal(store_open(&db, folder->db, &err), 0);
	assert_int_equal(migrate_file(db, folder->db, with(room, BROKEN), &err), -1);
	assert_non_null(strstr(err.text, "later"));
	db_close(db);
	assert_int_equal(folder_number(folder->db, "SELECT count(*) FROM sqlite_schema WHERE name = 'half'"), 0);
	open_close(folder->db);
}

static void schema_refuses(void **state)
{
	static const struct {
		const char *sql, *says;
	} CASES[] = {
		{ "UPDATE mark_event SET mark = 0", "never changed" },
		{ "DELETE FROM mark_event", "never deleted" },
		{ "INSERT OR REPLACE INTO mark_event (n, tenant, submission, at, event, author, mark)"
		  " VALUES (1, 1, 1, 0, 'given', 'x', 0)",
			"never deleted" },
		{ "INSERT INTO report VALUES (1, 1, 0, 'correct', '20', '20', 2000, '{}')", "UNIQUE" },
		{ "INSERT INTO report VALUES (2, 1, 0, 'correct', '20', '20', 2000, '{}')", "FOREIGN KEY" },
		{ "UPDATE report SET verdict = 'splendid'", "CHECK" },
		{ "UPDATE report SET mark = 'vingt'", "TEXT value in INTEGER" },
		{ "UPDATE job SET state = 'lost'", "CHECK" },
		{ "UPDATE job SET state = 'leased'", "CHECK" },
		{ "UPDATE job SET state = 'quarantined'", "CHECK" },
		{ "UPDATE job SET token = 'x'", "CHECK" },
		{ "UPDATE job SET lane = 3", "CHECK" },
		{ "UPDATE job SET due = 12", "CHECK" },
		{ "INSERT INTO job (tenant, submission, person, lane, turn, state, queued_at, moved_at)"
		  " VALUES (1, 1, 1, 0, 1, 'queued', 0, 0)",
			"UNIQUE" },
		{ "DELETE FROM submission", "FOREIGN KEY" },
		{ "DELETE FROM exercise_version", "FOREIGN KEY" },
		{ "INSERT INTO idempotency VALUES (1, 'k', x'00', 1)", "CHECK" },
		{ "INSERT INTO person VALUES (2, 1, 'p-1', NULL, 0)", "UNIQUE" },
		{ "INSERT INTO person VALUES (2, 9, 'p-1', NULL, 0)", "FOREIGN KEY" },
	};
	struct folder *folder = *state;
	struct db *db;
	struct err err = { 0 };

	folder_fill(folder);
	assert_int_equal(store_open(&db, folder->db, &err), 0);
	for (size_t i = 0; i < COUNT(CASES); i++) {
		if (db_script(db, CASES[i].sql, &err) == 0)
			fail_msg("accepted: %s", CASES[i].sql);
		if (err.kind != ERR_CONFLICT || !strstr(err.text, CASES[i].says))
			fail_msg("%s: %s", CASES[i].sql, err.text);
	}
	db_close(db);
}

static void every_row_has_its_tenant(void **state)
{
	struct folder *folder = *state;

	open_close(folder->db);
	assert_int_equal(folder_number(folder->db, "SELECT count(*) FROM sqlite_schema s WHERE type = 'table' AND name "
						   "NOT IN ('tenant', 'schema_migration')"
						   " AND NOT EXISTS (SELECT 1 FROM pragma_table_info(s.name) c WHERE "
						   "c.name = 'tenant' AND c.\"notnull\")"),
		0);
	assert_int_equal(
		folder_number(folder->db,
			"SELECT count(*) FROM pragma_table_list WHERE schema = 'main' AND type = 'table' AND NOT strict"
			" AND name NOT LIKE 'sqlite_%'"),
		0);
}

static void durable_settings(void **state)
{
	static const struct {
		const char *sql;
		int64_t value;
	} CASES[] = {
		{ "PRAGMA synchronous", 2 },
		{ "PRAGMA foreign_keys", 1 },
		{ "PRAGMA recursive_triggers", 1 },
		{ "PRAGMA busy_timeout", 5000 },
	};
	struct folder *folder = *state;
	struct err err = { 0 };
	struct db *db;

	assert_int_equal(store_open(&db, folder->db, &err), 0);
	for (size_t i = 0; i < COUNT(CASES); i++) {
		struct prepared *prepared = NULL;

		assert_int_equal(db->driver->prepare(db->conn, &prepared, CASES[i].sql, &err), 0);
		assert_int_equal(db->driver->step(prepared, &err), 1);
		assert_int_equal(db->driver->integer(prepared, 0), CASES[i].value);
		db->driver->finalize(prepared);
	}
	db_close(db);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test_setup_teardown(fresh_and_again, folder_make, folder_remove),
		cmocka_unit_test_setup_teardown(every_statement_is_good, folder_make, folder_remove),
		cmocka_unit_test_setup_teardown(refused_databases, folder_make, folder_remove),
		cmocka_unit_test_setup_teardown(not_a_database, folder_make, folder_remove),
		cmocka_unit_test_setup_teardown(forward_after_a_copy, folder_make, folder_remove),
		cmocka_unit_test_setup_teardown(broken_migration_leaves_nothing, folder_make, folder_remove),
		cmocka_unit_test_setup_teardown(schema_refuses, folder_make, folder_remove),
		cmocka_unit_test_setup_teardown(every_row_has_its_tenant, folder_make, folder_remove),
		cmocka_unit_test_setup_teardown(durable_settings, folder_make, folder_remove),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
