/* No two zygotes of a machine have the same uids. */
#include <fcntl.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/wait.h>
#include <unistd.h>
#include <cmocka.h>

#include "base/file.h"
#include "uids.h"

static int take(const char *path, int slot, int *lock)
{
	int number;
	struct err err;

	assert_int_equal(uids_take(&number, lock, path, slot, &err), 0);
	return number;
}

static void each_has_its_own(void **state)
{
	char folder[] = "/tmp/bareme-uids-XXXXXX", path[64];
	int first, second, third, again;

	assert_non_null(mkdtemp(folder));
	snprintf(path, sizeof(path), "%s/uids", folder);
	assert_int_equal(take(path, 998, &first), 998);
	assert_int_equal(take(path, 998, &second), 999);
	assert_int_equal(take(path, 998, &third), 0);
	assert_int_equal(take(path, 5, &again), 5);
	close(again);
	close(second);
	assert_int_equal(take(path, 998, &again), 999);
	close(again);
	/* Another process sees the locks, and its own go with it. */
	pid_t child = fork();
	if (child == 0) {
		fd_close(&first);
		_exit(take(path, 998, &again) == 999 ? 0 : 1);
	}
	int status;
	assert_int_equal(waitpid(child, &status, 0), child);
	assert_int_equal(status, 0);
	assert_int_equal(take(path, 999, &again), 999);
	close(again);
	close(third);
	close(first);
	unlink(path);
	rmdir(folder);
}

static void all_taken(void **state)
{
	char folder[] = "/tmp/bareme-uids-XXXXXX", path[64];
	struct flock whole = { .l_type = F_WRLCK, .l_whence = SEEK_SET };
	int number, lock;
	struct err err = { 0 };

	assert_non_null(mkdtemp(folder));
	snprintf(path, sizeof(path), "%s/uids", folder);
	cleanup_fd int other = open(path, O_RDWR | O_CREAT | O_CLOEXEC, 0600);
	assert_int_equal(fcntl(other, F_OFD_SETLK, &whole), 0);
	assert_int_equal(uids_take(&number, &lock, path, 3, &err), -1);
	assert_int_equal(err.kind, ERR_BUSY);
	assert_int_equal(lock, -1);
	unlink(path);
	rmdir(folder);
}

static void without_a_place_for_the_file(void **state)
{
	int lock;

	assert_int_equal(take("/nowhere/uids", 7, &lock), 7);
	assert_int_equal(lock, -1);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(each_has_its_own),
		cmocka_unit_test(all_taken),
		cmocka_unit_test(without_a_place_for_the_file),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
