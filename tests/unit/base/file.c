/* Files: bounds, links, pipes, durable writes. Works in a folder of its own. */
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <setjmp.h>
#include <cmocka.h>

#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>
#include "base/file.h"

static char root[] = "/tmp/bareme-file-XXXXXX";

static int enter(void **state)
{
	return mkdtemp(root) == NULL || chdir(root) < 0 ? -1 : 0;
}

static int leave(void **state)
{
	static const char *const names[] = { "a/b/c/text", "a/link", "a/loop", "a/pipe", "a/b/c", "a/b", "a", "deep/er",
		"deep" };

	for (size_t i = 0; i < sizeof(names) / sizeof(names[0]); i++)
		remove(names[i]);
	return chdir("/") < 0 ? -1 : rmdir(root);
}

static void test_write_then_read(void **state)
{
	struct buf cleanup_buf out = BUF_INIT;
	struct err err = { 0 };
	struct stat about;

	assert_int_equal(file_mkdirs("a/b/c", 0700, &err), 0);
	assert_int_equal(file_mkdirs("a/b/c/", 0700, &err), 0);
	assert_int_equal(stat("a/b", &about), 0);
	assert_int_equal(about.st_mode & 0777, 0700);
	assert_int_equal(file_write_durable("a/b/c/text", "one", 3, &err), 0);
	assert_int_equal(file_write_durable("a/b/c/text", "two\0!", 5, &err), 0);
	assert_int_equal(file_read(&out, AT_FDCWD, "a/b/c/text", 5, &err), 0);
	assert_int_equal(out.len, 5);
	assert_memory_equal(out.data, "two\0!", 5);
	assert_int_equal(file_read(&out, AT_FDCWD, "a/b/c/text", 4, &err), -1);
	assert_int_equal(err.kind, ERR_TOO_LARGE);
	assert_int_equal(file_mkdirs("a/b/c/text", 0700, &err), -1);
	assert_int_equal(file_mkdirs("a/b/c/text/more", 0700, &err), -1);
	assert_int_equal(file_write_durable("nowhere/text", "", 0, &err), -1);
	assert_int_equal(err.kind, ERR_SYSTEM);
}

static void test_refused(void **state)
{
	static const struct {
		const char *path;
		enum err_kind kind;
	} rows[] = {
		{ "a/none", ERR_NOT_FOUND },
		{ "none/x", ERR_NOT_FOUND },
		{ "a/b/c/text/x", ERR_NOT_FOUND },
		{ "a/b", ERR_INPUT },
		{ "a/pipe", ERR_INPUT },
		{ "a/link", ERR_INPUT },
		{ "a/loop/c/text", ERR_NOT_FOUND },
		{ "../a/b/c/text", ERR_INPUT },
		{ "/etc/passwd", ERR_INPUT },
		{ "a//b/c/text", ERR_INPUT },
		{ "", ERR_INPUT },
		{ "a/b/c/", ERR_INPUT },
	};
	int cleanup_fd folder = open(".", O_RDONLY | O_DIRECTORY | O_CLOEXEC);
	struct buf cleanup_buf out = BUF_INIT;
	struct err err = { 0 };

	assert_int_equal(mkfifo("a/pipe", 0600), 0);
	assert_int_equal(symlink("b/c/text", "a/link"), 0);
	assert_int_equal(symlink("b", "a/loop"), 0);
	for (size_t i = 0; i < sizeof(rows) / sizeof(rows[0]); i++) {
		assert_int_equal(file_read(&out, folder, rows[i].path, 100, &err), -1);
		if (err.kind != rows[i].kind)
			fail_msg("%s: %s", rows[i].path, err.text);
	}
	assert_int_equal(out.len, 0);
	assert_int_equal(file_read(&out, folder, "a/b/c/text", 100, &err), 0);
	assert_int_equal(file_read(&out, AT_FDCWD, "a/link", 100, &err), 0);
	assert_int_equal(file_read(&out, AT_FDCWD, "a/pipe", 100, &err), -1);
	assert_int_equal(err.kind, ERR_INPUT);
}

static void test_descriptors(void **state)
{
	struct err err = { 0 };
	char got[8] = "";
	int ends[2];

	assert_int_equal(pipe(ends), 0);
	assert_int_equal(fd_write_all(ends[1], "hello", 5, &err), 0);
	fd_close(&ends[1]);
	assert_int_equal(ends[1], -1);
	assert_int_equal(fd_read_all(ends[0], got, 3, &err), 0);
	assert_string_equal(got, "hel");
	assert_int_equal(fd_read_all(ends[0], got, 3, &err), -1);
	assert_int_equal(err.kind, ERR_PEER);
	fd_close(&ends[0]);
	fd_close(&ends[0]);
	assert_int_equal(fd_write_all(-1, "x", 1, &err), -1);
	assert_int_equal(err.kind, ERR_SYSTEM);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_write_then_read),
		cmocka_unit_test(test_refused),
		cmocka_unit_test(test_descriptors),
	};

	return cmocka_run_group_tests(tests, enter, leave);
}
