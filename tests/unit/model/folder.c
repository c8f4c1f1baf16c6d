/* Folders: what is read, what is refused, the pack and its digest. */
#include "toy.h"
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

static char root[] = "/tmp/bareme-folder-XXXXXX";

static void write_file(const char *name, const char *text, size_t bytes)
{
	int fd = open(name, O_CREAT | O_WRONLY | O_TRUNC | O_CLOEXEC, 0600);

	assert_true(fd >= 0);
	assert_int_equal(write(fd, text, bytes), bytes);
	close(fd);
}

static int enter(void **state)
{
	return mkdtemp(root) == NULL || chdir(root) < 0 ? -1 : 0;
}

static int leave(void **state)
{
	static const char *const names[] = { "wrong/a.py", "wrong/b.py", "wrong", ".git/config", ".git",
		"__pycache__/s.txt", "__pycache__", "empty", "exercise.json", "wrong-notes.txt", ".hidden",
		"exercise.json~", "solution.pyc" };
	char path[64];

	for (size_t i = 0; i < sizeof(names) / sizeof(names[0]); i++) {
		snprintf(path, sizeof(path), "good/%s", names[i]);
		remove(path);
	}
	rmdir("good");
	return chdir("/") < 0 ? -1 : rmdir(root);
}

static void make_sample(void)
{
	mkdir("good", 0700);
	mkdir("good/wrong", 0700);
	mkdir("good/.git", 0700);
	mkdir("good/__pycache__", 0700);
	mkdir("good/empty", 0700);
	write_file("good/exercise.json", "{}", 2);
	write_file("good/wrong/b.py", "x = 1\n", 6);
	write_file("good/wrong-notes.txt", "n\0n", 3);
	write_file("good/wrong/a.py", "", 0);
	write_file("good/.git/config", "x", 1);
	write_file("good/.hidden", "x", 1);
	write_file("good/exercise.json~", "x", 1);
	write_file("good/solution.pyc", "x", 1);
	write_file("good/__pycache__/s.txt", "x", 1);
}

static void test_read_and_pack(void **state)
{
	static const char *const names[] = { "exercise.json", "wrong-notes.txt", "wrong/a.py", "wrong/b.py" };
	struct arena *cleanup_arena arena = arena_new(0);
	struct buf cleanup_buf pack = BUF_INIT;
	struct folder folder, again;
	struct err err = { 0 };

	make_sample();
	if (folder_read(&folder, "good", arena, &err) < 0)
		fail_msg("%s", err.text);
	assert_int_equal(folder.count, 4);
	for (size_t i = 0; i < 4; i++)
		assert_string_equal(folder.files[i].name, names[i]);
	assert_int_equal(folder_find(&folder, "wrong-notes.txt")->bytes, 3);
	assert_int_equal(folder_find(&folder, "wrong/a.py")->bytes, 0);
	assert_string_equal(folder_find(&folder, "wrong/b.py")->data, "x = 1\n");
	assert_null(folder_find(&folder, ".hidden"));
	folder_pack(&pack, &folder);
	assert_int_equal(folder_unpack(&again, pack.data, pack.len, arena, &err), 0);
	assert_string_equal(again.digest, folder.digest);
	assert_memory_equal(folder_find(&again, "wrong-notes.txt")->data, "n\0n", 4);
	write_file("good/wrong/b.py", "x = 2\n", 6);
	assert_int_equal(folder_read(&again, "good", arena, &err), 0);
	assert_string_not_equal(again.digest, folder.digest);
	chmod("good/wrong/b.py", 0644);
	write_file("good/wrong/b.py", "x = 1\n", 6);
	write_file("good/.hidden", "other", 5);
	assert_int_equal(folder_read(&again, "good", arena, &err), 0);
	assert_string_equal(again.digest, folder.digest);
}

static void make_link(void)
{
	assert_int_equal(symlink("/etc/passwd", "bad/link"), 0);
}
static void make_folder_link(void)
{
	assert_int_equal(symlink("/etc", "bad/link"), 0);
}
static void make_pipe(void)
{
	assert_int_equal(mkfifo("bad/link", 0600), 0);
}
static void make_bad_name(void)
{
	write_file("bad/a\nb", "", 0);
}
static void make_latin1(void)
{
	write_file("bad/\xe9t\xe9", "", 0);
}
static void make_backslash(void)
{
	write_file("bad/a\\b", "", 0);
}

static void make_large(void)
{
	char *data = test_calloc(1, (1 << 20) + 1);

	write_file("bad/link", data, (1 << 20) + 1);
	test_free(data);
}

static void make_many(void)
{
	char name[32];

	for (int i = 0; i < 401; i++) {
		snprintf(name, sizeof(name), "bad/f%d", i);
		write_file(name, "", 0);
	}
}

static void make_heavy(void)
{
	char *data = test_calloc(1, 1 << 20);
	char name[32];

	for (int i = 0; i < 9; i++) {
		snprintf(name, sizeof(name), "bad/f%d", i);
		write_file(name, data, 1 << 20);
	}
	test_free(data);
}

static void make_deep(void)
{
	assert_int_equal(mkdir("bad/a", 0700) | mkdir("bad/a/b", 0700) | mkdir("bad/a/b/c", 0700), 0);
	write_file("bad/a/b/c/fine", "", 0);
	assert_int_equal(mkdir("bad/a/b/c/d", 0700), 0);
	write_file("bad/a/b/c/d/e", "", 0);
}

static int drop_bad(void **state)
{
	static const char *const names[] = { "bad/link", "bad/a\nb", "bad/\xe9t\xe9", "bad/a\\b", "bad/a/b/c/d/e",
		"bad/a/b/c/d", "bad/a/b/c/fine", "bad/a/b/c", "bad/a/b", "bad/a" };
	char name[32];

	for (size_t i = 0; i < sizeof(names) / sizeof(names[0]); i++)
		remove(names[i]);
	for (int i = 0; i < 401; i++) {
		snprintf(name, sizeof(name), "bad/f%d", i);
		remove(name);
	}
	rmdir("bad");
	return 0;
}

static void test_refused(void **state)
{
	static const struct {
		void (*make)(void);
		enum err_kind kind;
		const char *says;
	} rows[] = {
		{ make_link, ERR_INPUT, "bad: link is a link" },
		{ make_folder_link, ERR_INPUT, "bad: link is a link" },
		{ make_pipe, ERR_INPUT, "neither a file nor a folder" },
		{ make_bad_name, ERR_INPUT, "control character" },
		{ make_latin1, ERR_INPUT, "not UTF-8" },
		{ make_backslash, ERR_INPUT, "backslash" },
		{ make_large, ERR_TOO_LARGE, "link: more than 1048576 bytes" },
		{ make_many, ERR_TOO_LARGE, "more than 400 files" },
		{ make_heavy, ERR_TOO_LARGE, "more than 8 MiB" },
		{ make_deep, ERR_TOO_LARGE, "more than 4 levels" },
	};

	for (size_t i = 0; i < sizeof(rows) / sizeof(rows[0]); i++) {
		struct arena *cleanup_arena arena = arena_new(0);
		struct folder folder;
		struct err err = { 0 };

		mkdir("bad", 0700);
		rows[i].make();
		assert_int_equal(folder_read(&folder, "bad", arena, &err), -1);
		if (err.kind != rows[i].kind || strstr(err.text, rows[i].says) == NULL)
			fail_msg("row %zu: %s", i, err.text);
		drop_bad(state);
	}
}

static void test_absent(void **state)
{
	struct arena *cleanup_arena arena = arena_new(0);
	struct folder folder;
	struct err err = { 0 };

	assert_int_equal(folder_read(&folder, "nowhere", arena, &err), -1);
	assert_int_equal(err.kind, ERR_NOT_FOUND);
	assert_int_equal(folder_read(&folder, "good/exercise.json", arena, &err), -1);
	assert_int_equal(err.kind, ERR_NOT_FOUND);
}

#define PACK(text) "BAREME1\n" text, sizeof("BAREME1\n" text) - 1

static void test_unpack_refuses(void **state)
{
	static const struct {
		const char *data;
		size_t bytes;
		const char *says;
	} rows[] = {
		{ "", 0, "not a packed" },
		{ "BAREME2\n", 8, "not a packed" },
		{ PACK("\1"), "cut" },
		{ PACK("\1\0\0\0\1\0\0\0a"), "cut" },
		{ PACK("\1\0\0\0\xff\xff\xff\xff"
		       "a"),
			"too long" },
		{ PACK("\xff\xff\xff\xff\1\0\0\0a"), "too long" },
		{ PACK("\0\0\0\0\0\0\0\0"), "1 to 200 bytes" },
		{ PACK("\1\0\0\0\0\0\0\0."), "not a name" },
		{ PACK("\2\0\0\0\0\0\0\0.."), "not a name" },
		{ PACK("\4\0\0\0\0\0\0\0../a"), "not a name" },
		{ PACK("\4\0\0\0\0\0\0\0/etc"), "not a name" },
		{ PACK("\4\0\0\0\0\0\0\0a//b"), "not a name" },
		{ PACK("\2\0\0\0\0\0\0\0a/"), "not a name" },
		{ PACK("\2\0\0\0\0\0\0\0a~"), "not a name" },
		{ PACK("\3\0\0\0\0\0\0\0a\0b"), "control" },
		{ PACK("\2\0\0\0\0\0\0\0\xc3("), "UTF-8" },
		{ PACK("\2\0\0\0\0\0\0\0\xc2\x85"), "control" },
		{ PACK("\11\0\0\0\0\0\0\0a/b/c/d/e"), "levels" },
		{ PACK("\1\0\0\0\0\0\0\0b"
		       "\1\0\0\0\0\0\0\0a"),
			"not in order" },
		{ PACK("\1\0\0\0\0\0\0\0a"
		       "\1\0\0\0\0\0\0\0a"),
			"not in order" },
		{ PACK("\1\0\0\0\0\0\0\0a"
		       "\2\0\0\0\0\0\0\0a-"
		       "\3\0\0\0\0\0\0\0a/b"),
			"both a file and a folder" },
	};

	for (size_t i = 0; i < sizeof(rows) / sizeof(rows[0]); i++) {
		struct arena *cleanup_arena arena = arena_new(0);
		struct folder folder;
		struct err err = { 0 };
		char *copy = test_malloc(rows[i].bytes + 1);

		memcpy(copy, rows[i].data, rows[i].bytes);
		assert_int_equal(folder_unpack(&folder, copy, rows[i].bytes, arena, &err), -1);
		if (strstr(err.text, rows[i].says) == NULL)
			fail_msg("row %zu: %s", i, err.text);
		test_free(copy);
	}
}

/* A valid pack cut anywhere is refused, unless it is cut between two files; never a read outside. */
static void test_truncated(void **state)
{
	static const char *const pairs[] = { "a.txt", "first", "b.txt", "", "dir/c.txt", "third", NULL };
	struct arena *cleanup_arena arena = arena_new(0);
	struct buf cleanup_buf pack = BUF_INIT;
	struct folder folder, again;
	size_t accepted = 0;

	toy_folder(&folder, arena, pairs);
	folder_pack(&pack, &folder);
	for (size_t length = 0; length <= pack.len; length++) {
		struct err err = { 0 };
		char *copy = test_malloc(length + 1);

		memcpy(copy, pack.data, length);
		accepted += folder_unpack(&again, copy, length, arena, &err) == 0;
		test_free(copy);
	}
	assert_int_equal(accepted, 4);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_read_and_pack),
		cmocka_unit_test_teardown(test_refused, drop_bad),
		cmocka_unit_test(test_absent),
		cmocka_unit_test(test_unpack_refuses),
		cmocka_unit_test(test_truncated),
	};

	return cmocka_run_group_tests(tests, enter, leave);
}
