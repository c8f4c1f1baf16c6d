/* A folder of the test's own, and a database with one marked submission in it. */
#pragma once
#include "driver.h"
#include "store/store.h"

struct folder {
	char path[64], db[128], copy[128];
};
int folder_make(void **state);
int folder_remove(void **state);
/* Makes folder->db with one graded submission. */
void folder_fill(const struct folder *folder);
/* One SQL script on a file, foreign keys not enforced. */
void folder_script(const char *path, const char *sql);
/* The first column of the first row; 0 without one. */
int64_t folder_number(const char *path, const char *sql);
size_t folder_count(const struct folder *folder, const char *part_of_name);
