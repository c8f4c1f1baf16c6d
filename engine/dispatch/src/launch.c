/* Between fork and exec nothing is done but system calls, and a failure is written as {step, errno} to a pipe. */
#include "launch.h"

#include <errno.h>
#include <fcntl.h>
#include <grp.h>
#include <linux/close_range.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/prctl.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include "base/file.h"

enum { FIRST_FD = 3, PARKED_FD = 64, MAX_FDS = 16, MAX_ENVIRONMENT = 16 };

/* What a role may inherit: the language, the time zone, and how sanitizers report. */
static const char *const kept[] = {
	"LANG",
	"LANGUAGE",
	"LC_ALL",
	"LC_MESSAGES",
	"LC_CTYPE",
	"TZ",
	"ASAN_OPTIONS",
	"UBSAN_OPTIONS",
	"TSAN_OPTIONS",
};

/* What the supervisor ignores or its own parent did. */
static const int reset[] = { SIGPIPE, SIGINT, SIGTERM, SIGHUP };

struct failure {
	char step[32];
	int error;
};

static void fail(int report, const char *step)
{
	struct failure failure = { .error = errno };

	strncpy(failure.step, step, sizeof(failure.step) - 1);
	(void)!write(report, &failure, sizeof(failure));
	_exit(127);
}

/* Parks them above everything first, as a source may be another's target. */
static void place_descriptors(const struct launch *launch, int report)
{
	int parked[MAX_FDS];

	for (int i = 0; i < launch->fd_count; i++) {
		parked[i] = launch->fds[i] < 0 ? -1 : fcntl(launch->fds[i], F_DUPFD_CLOEXEC, PARKED_FD);
		if (launch->fds[i] >= 0 && parked[i] < 0)
			fail(report, "duplicate a descriptor");
	}
	for (int i = 0; i < launch->fd_count; i++) {
		if (parked[i] < 0)
			close(FIRST_FD + i);
		else if (dup2(parked[i], FIRST_FD + i) < 0)
			fail(report, "place a descriptor");
	}
	/* The report pipe closes by itself at exec, and so must all the others. */
	if (close_range((unsigned)(FIRST_FD + launch->fd_count), ~0u, CLOSE_RANGE_CLOEXEC) < 0)
		fail(report, "close_range");
	int null = open("/dev/null", O_RDONLY | O_CLOEXEC);
	if (null < 0 || dup2(null, STDIN_FILENO) < 0)
		fail(report, "/dev/null");
}

static void drop_privileges(const struct launch *launch, int report)
{
	if (!launch->drop)
		return;
	if (setgroups(0, NULL) < 0)
		fail(report, "setgroups");
	if (setresgid(launch->gid, launch->gid, launch->gid) < 0)
		fail(report, "setresgid");
	if (setresuid(launch->uid, launch->uid, launch->uid) < 0)
		fail(report, "setresuid");
}

static void become(const struct launch *launch, char *const *environment, pid_t parent, int report)
{
	sigset_t none;

	place_descriptors(launch, report);
	drop_privileges(launch, report);
	/* After the change of user, which forgets it. */
	if (prctl(PR_SET_PDEATHSIG, SIGKILL) < 0)
		fail(report, "PR_SET_PDEATHSIG");
	if (getppid() != parent)
		_exit(0);
	if (prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) < 0)
		fail(report, "no_new_privs");
	umask(077);
	sigemptyset(&none);
	sigprocmask(SIG_SETMASK, &none, NULL);
	for (size_t i = 0; i < sizeof(reset) / sizeof(reset[0]); i++)
		signal(reset[i], SIG_DFL);
	execve("/proc/self/exe", (char *const *)launch->argv, environment);
	fail(report, "exec");
}

static void environment_fill(char *out[MAX_ENVIRONMENT], char text[MAX_ENVIRONMENT][256])
{
	int count = 0;

	out[count++] = "PATH=/usr/bin:/bin";
	for (size_t i = 0; i < sizeof(kept) / sizeof(kept[0]); i++) {
		const char *value = getenv(kept[i]);
		if (value && snprintf(text[count], 256, "%s=%s", kept[i], value) < 256) {
			out[count] = text[count];
			count++;
		}
	}
	out[count] = NULL;
}

int launch_role(pid_t *pid, const struct launch *launch, struct err *err)
{
	char text[MAX_ENVIRONMENT][256], *environment[MAX_ENVIRONMENT];
	struct failure failure = { 0 };
	int report[2];
	pid_t parent = getpid();

	environment_fill(environment, text);
	if (launch->fd_count > MAX_FDS)
		return err_set(err, ERR_INTERNAL, "%d descriptors for one role", launch->fd_count);
	if (pipe2(report, O_CLOEXEC) < 0)
		return err_sys(err, "pipe");
	cleanup_fd int in = report[0], out = report[1];
	*pid = fork();
	if (*pid < 0)
		return err_sys(err, "fork");
	if (*pid == 0) {
		/* Out of the way of the fixed numbers. */
		int parked = fcntl(out, F_DUPFD_CLOEXEC, PARKED_FD);
		become(launch, environment, parent, parked < 0 ? out : parked);
	}
	fd_close(&out);
	ssize_t got = read(in, &failure, sizeof(failure));
	if (got == (ssize_t)sizeof(failure)) {
		waitpid(*pid, NULL, 0);
		errno = failure.error;
		return err_sys(err, "start %s %s: %s", launch->argv[1], launch->argv[2], failure.step);
	}
	return 0;
}
