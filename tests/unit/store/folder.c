#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <setjmp.h>
#include <cmocka.h>
#include <dirent.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>
#include "folder.h"

int folder_make(void **state)
{
	struct folder *folder = calloc(1, sizeof(*folder));

	snprintf(folder->path, sizeof(folder->path), "/tmp/bareme-store.XXXXXX");
	if (!mkdtemp(folder->path))
		return -1;
	snprintf(folder->db, sizeof(folder->db), "%s/bareme.db", folder->path);
	snprintf(folder->copy, sizeof(folder->copy), "%s/copy.db", folder->path);
	*state = folder;
	return 0;
}

static size_t walk(const struct folder *folder, const char *part, int remove_them)
{
	DIR *dir = opendir(folder->path);
	struct dirent *entry;
	size_t count = 0;

	while (dir && (entry = readdir(dir))) {
		char path[512];

		if (entry->d_name[0] == '.' || (part && !strstr(entry->d_name, part)))
			continue;
		count++;
		snprintf(path, sizeof(path), "%s/%s", folder->path, entry->d_name);
		if (remove_them)
			unlink(path);
	}
	closedir(dir);
	return count;
}

int folder_remove(void **state)
{
	struct folder *folder = *state;

	walk(folder, NULL, 1);
	rmdir(folder->path);
	free(folder);
	return 0;
}

size_t folder_count(const struct folder *folder, const char *part_of_name)
{
	return walk(folder, part_of_name, 0);
}

void folder_script(const char *path, const char *sql)
{
	struct err err = { 0 };
	struct db *db;

	if (db_open_raw(&db, path, DRIVER_COPY, &err) < 0 || db_script(db, sql, &err) < 0)
		fail_msg("%s: %s", sql, err.text);
	db_close(db);
}

int64_t folder_number(const char *path, const char *sql)
{
	struct prepared *prepared = NULL;
	struct err err = { 0 };
	struct db *db;
	int64_t number = 0;

	if (db_open_raw(&db, path, DRIVER_COPY, &err) < 0 || db->driver->prepare(db->conn, &prepared, sql, &err) < 0)
		fail_msg("%s: %s", sql, err.text);
	if (db->driver->step(prepared, &err) > 0)
		number = db->driver->integer(prepared, 0);
	db->driver->finalize(prepared);
	db_close(db);
	return number;
}

void folder_fill(const struct folder *folder)
{
	struct err err = { 0 };
	struct db *db;

	if (store_open(&db, folder->db, &err) < 0)
		fail_msg("%s", err.text);
	if (db_script(db,
		    "INSERT INTO tenant VALUES (1, 'default', 0); INSERT INTO person VALUES (1, 1, 'p-1', NULL, 0);"
		    "INSERT INTO exercise_version VALUES (1, 1, 'sha256:1', x'00', 0);"
		    "INSERT INTO submission VALUES (1, '01890000-0000-7000-8000-000000000001', 1, 1, 'a.b', 1, NULL, "
		    "NULL, '{}',"
		    " NULL, 0, 1);"
		    "INSERT INTO job (n, tenant, submission, person, lane, turn, state, queued_at, moved_at)"
		    " VALUES (1, 1, 1, 1, 0, 1, 'graded', 0, 0);"
		    "INSERT INTO report VALUES (1, 1, 0, 'correct', '20', '20', 2000, '{}');"
		    "INSERT INTO mark_event (tenant, submission, job, at, event, author, points, max, mark)"
		    " VALUES (1, 1, 1, 0, 'given', 'program', '20', '20', 2000);",
		    &err) < 0)
		fail_msg("%s", err.text);
	db_close(db);
}
