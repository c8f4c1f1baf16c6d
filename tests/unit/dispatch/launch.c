/*
 * Launching a role: this test is its own role. Started with "role look", it
 * writes what it sees of itself to descriptor 3.
 */
#include <dirent.h>
#include <fcntl.h>
#include <setjmp.h>
#include <signal.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/prctl.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>
#include <cmocka.h>

#include "base/buf.h"
#include "base/file.h"
#include "data_folder.h"
#include "launch.h"

extern char **environ;

static void list_descriptors(struct buf *out)
{
	for (int fd = 0; fd < 1024; fd++)
		if (fcntl(fd, F_GETFD) >= 0)
			buf_printf(out, " %d", fd);
}

static int look(void)
{
	cleanup_buf struct buf out = BUF_INIT;
	struct err err;
	int signal_number = 0;

	prctl(PR_GET_PDEATHSIG, &signal_number);
	buf_printf(&out, "uid %d euid %d; death %d; privs %d; fds", (int)getuid(), (int)geteuid(), signal_number,
		prctl(PR_GET_NO_NEW_PRIVS, 0, 0, 0, 0));
	list_descriptors(&out);
	buf_addstr(&out, "; env");
	for (char **name = environ; *name; name++)
		buf_printf(&out, " %.*s", (int)strcspn(*name, "="), *name);
	return fd_write_all(3, out.data, out.len, &err) < 0 ? 1 : 0;
}

static void told_by_role(char *out, size_t size, bool drop)
{
	const char *const argv[] = { "test", "role", "look", NULL };
	struct err err = { 0 };
	int in[2], other, status;
	pid_t pid;

	assert_int_equal(pipe(in), 0);
	other = open("/dev/null", O_RDONLY);
	const int fds[] = { in[1], -1, other };
	const struct launch launch = {
		.argv = argv, .fds = fds, .fd_count = 3, .drop = drop, .uid = 64199, .gid = 64199
	};
	if (launch_role(&pid, &launch, &err) < 0)
		fail_msg("%s", err.text);
	close(in[1]);
	close(other);
	ssize_t got = read(in[0], out, size - 1);
	assert_true(got > 0);
	out[got] = '\0';
	close(in[0]);
	assert_int_equal(waitpid(pid, &status, 0), pid);
	assert_int_equal(status, 0);
}

static void gets_what_it_needs_and_no_more(void **state)
{
	char told[1024], expected[128];

	setenv("LD_LIBRARY_PATH", "/nowhere", 1);
	setenv("SECRET", "x", 1);
	setenv("LANG", "fr_FR.UTF-8", 1);
	told_by_role(told, sizeof(told), false);
	snprintf(expected, sizeof(expected), "uid %d euid %d; death 9; privs 1; fds 0 1 2 3 5;", (int)getuid(),
		(int)geteuid());
	assert_int_equal(strncmp(told, expected, strlen(expected)), 0);
	assert_non_null(strstr(told, " PATH"));
	assert_non_null(strstr(told, " LANG"));
	assert_null(strstr(told, "SECRET"));
	assert_null(strstr(told, "LD_LIBRARY_PATH"));
}

static void drops_privileges(void **state)
{
	char told[1024];

	if (geteuid() != 0)
		return; /* only root can */
	told_by_role(told, sizeof(told), true);
	assert_int_equal(strncmp(told, "uid 64199 euid 64199; death 9; privs 1;", 39), 0);
}

static void says_which_step_failed(void **state)
{
	const char *const argv[] = { "test", "role", "look", NULL };
	const int fds[] = { 900 };
	const struct launch launch = { .argv = argv, .fds = fds, .fd_count = 1 };
	struct err err = { 0 };
	pid_t pid;

	assert_int_equal(launch_role(&pid, &launch, &err), -1);
	assert_non_null(strstr(err.text, "descriptor"));
}

/* ---- the data folder ---- */

static void data_folder_is_ours_alone(void **state)
{
	char base[] = "/tmp/bareme-data-XXXXXX", path[64], file[96];
	const struct identity me = { 0 };
	struct err err = { 0 };
	struct stat info;
	int lock = -1, second = -1;

	assert_non_null(mkdtemp(base));
	snprintf(path, sizeof(path), "%s/data", base);
	assert_int_equal(data_folder_open(&lock, path, &me, &err), 0);
	assert_int_equal(stat(path, &info), 0);
	assert_int_equal(info.st_mode & 07777, 0700);
	/* A second service has to wait, in vain. */
	assert_int_equal(data_folder_open(&second, path, &me, &err), -1);
	assert_int_equal(err.kind, ERR_BUSY);
	fd_close(&lock);
	assert_int_equal(data_folder_open(&lock, path, &me, &err), 0);
	fd_close(&lock);
	/* A folder with somebody's things in it is none. */
	snprintf(file, sizeof(file), "%s/run/service", path);
	unlink(file);
	snprintf(file, sizeof(file), "%s/run", path);
	rmdir(file);
	snprintf(file, sizeof(file), "%s/memoirs.txt", path);
	int other = open(file, O_WRONLY | O_CREAT, 0600);
	assert_true(other >= 0);
	close(other);
	assert_int_equal(data_folder_open(&lock, path, &me, &err), -1);
	assert_int_equal(err.kind, ERR_UNSUPPORTED);
	unlink(file);
	rmdir(path);
	rmdir(base);
}

int main(int argc, char **argv)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(gets_what_it_needs_and_no_more),
		cmocka_unit_test(drops_privileges),
		cmocka_unit_test(says_which_step_failed),
		cmocka_unit_test(data_folder_is_ours_alone),
	};

	if (argc == 3 && strcmp(argv[2], "look") == 0)
		return look();
	return cmocka_run_group_tests(tests, NULL, NULL);
}
