/*
 * The ways of marking one submission of ten calls that `bench python` sets side by side.
 */
#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <signal.h>
#include <spawn.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>
#include "base/clock.h"
#include "base/file.h"
#include "base/json.h"
#include "bench.h"

enum { CALLS = 10 };

struct bench_paths {
	struct desk_top top;
	const struct exercise *one, *ten;
	json_t *shared, *apart;
	FILE *floor_in, *floor_out; /* a line in starts a repetition, a line out has both its figures */
	pid_t floor;
	char answer_file[64];
	double floor_figures[2];
	bool floor_fresh[2];
};

static int write_answer(struct bench_paths *paths, struct err *err)
{
	snprintf(paths->answer_file, sizeof(paths->answer_file), "/tmp/bareme-bench-XXXXXX");
	cleanup_fd int fd = mkostemp(paths->answer_file, O_CLOEXEC);
	if (fd < 0) {
		paths->answer_file[0] = '\0';
		return err_sys(err, "make a file below /tmp");
	}
	return fd_write_all(fd, bench_answer_shared, strlen(bench_answer_shared), err);
}

/* bareme-floor stands beside this binary in a build. */
static int start_floor(struct bench_paths *paths, struct err *err)
{
	char path[PATH_MAX];
	ssize_t length = readlink("/proc/self/exe", path, sizeof(path) - 16);
	int in[2], out[2];
	if (length < 0 || pipe2(in, O_CLOEXEC) < 0 || pipe2(out, O_CLOEXEC) < 0)
		return err_sys(err, "start the floor");
	path[length] = '\0';
	memcpy(strrchr(path, '/') + 1, "bareme-floor", sizeof("bareme-floor"));
	posix_spawn_file_actions_t actions;
	posix_spawn_file_actions_init(&actions);
	posix_spawn_file_actions_adddup2(&actions, in[0], 0);
	posix_spawn_file_actions_adddup2(&actions, out[1], 1);
	char *const argv[] = { path, paths->answer_file, (char[]){ "maximum([3, 5, 2])" }, (char[]){ "10" },
		(char[]){ "0" }, NULL };
	int status = posix_spawn(&paths->floor, path, &actions, NULL, argv, environ);
	posix_spawn_file_actions_destroy(&actions);
	close(in[0]);
	close(out[1]);
	paths->floor_in = fdopen(in[1], "w");
	paths->floor_out = fdopen(out[0], "r");
	errno = status;
	return status == 0 ? 0 : err_sys(err, "start %s (it is built beside bareme)", path);
}

int bench_paths_open(struct bench_paths **out, struct err *err)
{
	struct bench_paths *paths = calloc(1, sizeof(*paths));
	if (!paths)
		return err_sys(err, "bench");
	*out = paths;
	if (desk_top_open(&paths->top, err) < 0 || write_answer(paths, err) < 0 || start_floor(paths, err) < 0)
		return -1;
	paths->one = bench_exercise(1, paths->top.arena, err);
	paths->ten = paths->one ? bench_exercise(CALLS, paths->top.arena, err) : NULL;
	if (!paths->ten)
		return -1;
	paths->shared = json_pack("{s:s}", "maximum", bench_answer_shared);
	paths->apart = json_pack("{s:s}", "maximum", bench_answer_apart);
	return 0;
}

void bench_paths_close(struct bench_paths *paths)
{
	if (!paths)
		return;
	if (paths->floor > 0) {
		kill(paths->floor, SIGKILL);
		waitpid(paths->floor, NULL, 0);
	}
	if (paths->floor_in)
		fclose(paths->floor_in);
	if (paths->floor_out)
		fclose(paths->floor_out);
	if (paths->answer_file[0])
		unlink(paths->answer_file);
	json_decref(paths->shared);
	json_decref(paths->apart);
	desk_top_close(&paths->top);
	free(paths);
}

/* One repetition gives both figures; each is handed out once. */
static int run_floor(struct bench_paths *paths, int which, double *us, struct err *err)
{
	if (!paths->floor_fresh[which]) {
		if (fputs("\n", paths->floor_in) < 0 || fflush(paths->floor_in) != 0 ||
			fscanf(paths->floor_out, "%lf %lf", &paths->floor_figures[0], &paths->floor_figures[1]) != 2)
			return err_set(err, ERR_PEER, "the floor does not answer");
		paths->floor_fresh[0] = paths->floor_fresh[1] = true;
	}
	paths->floor_fresh[which] = false;
	*us = paths->floor_figures[which];
	return 0;
}

static int mark_once(struct desk_top *top, const struct exercise *exercise, const json_t *answers, struct err *err)
{
	cleanup_arena struct arena *arena = arena_new(0);
	struct report report;
	if (desk_top_mark(top, exercise, answers, 0, arena, &report, err) < 0)
		return -1;
	return report.verdict == VERDICT_CORRECT
		       ? 0
		       : err_set(err, ERR_INTERNAL, "the bench's answer was not found correct");
}

/* What most others do: an interpreter started for each test, without any isolation. */
static int run_python(const struct bench_paths *paths, struct err *err)
{
	char code[512];
	snprintf(code, sizeof(code), "%sprint(maximum([3, 5, 2]))", bench_answer_shared);
	char *const argv[] = { (char[]){ "python3" }, (char[]){ "-I" }, (char[]){ "-S" }, (char[]){ "-c" }, code,
		NULL };
	posix_spawn_file_actions_t actions;
	posix_spawn_file_actions_init(&actions);
	posix_spawn_file_actions_addopen(&actions, 1, "/dev/null", O_WRONLY, 0);
	int failed = 0;
	for (int i = 0; i < CALLS && !failed; i++) {
		pid_t pid;
		int status = 1;
		failed = posix_spawn(&pid, "/usr/bin/python3", &actions, NULL, argv, environ) != 0 ||
			 waitpid(pid, &status, 0) < 0 || status != 0;
	}
	posix_spawn_file_actions_destroy(&actions);
	return failed ? err_set(err, ERR_SYSTEM, "start /usr/bin/python3") : 0;
}

int bench_paths_run(struct bench_paths *paths, enum path path, double *us, struct err *err)
{
	if (path == PATH_FLOOR_ONE || path == PATH_FLOOR_TEN)
		return run_floor(paths, path == PATH_FLOOR_TEN, us, err);
	int64_t start = clock_mono_us();
	int status = path == PATH_PYTHON        ? run_python(paths, err)
		     : path == PATH_OURS_ONE    ? mark_once(&paths->top, paths->one, paths->shared, err)
		     : path == PATH_OURS_SHARED ? mark_once(&paths->top, paths->ten, paths->shared, err)
						: mark_once(&paths->top, paths->ten, paths->apart, err);
	*us = (double)(clock_mono_us() - start);
	return status;
}

/* A child of bench_paths_rate(): marks until the time is over, tells how many. */
static _Noreturn void rate_child(enum path path, unsigned seconds, int out)
{
	struct desk_top top;
	struct err err = { 0 };
	uint64_t done = 0;
	bool ok = desk_top_open(&top, &err) == 0;
	const struct exercise *exercise = ok ? bench_exercise(CALLS, top.arena, &err) : NULL;
	cleanup_json json_t *answers =
		json_pack("{s:s}", "maximum", path == PATH_OURS_SHARED ? bench_answer_shared : bench_answer_apart);
	ok = exercise && mark_once(&top, exercise, answers, &err) == 0;
	int64_t end = clock_mono_us() + (int64_t)seconds * 1000000;
	while (ok && clock_mono_us() < end) {
		ok = mark_once(&top, exercise, answers, &err) == 0;
		done++;
	}
	desk_top_close(&top);
	_exit(ok && write(out, &done, sizeof(done)) == (ssize_t)sizeof(done) ? 0 : 1);
}

int bench_paths_rate(enum path path, unsigned processes, unsigned seconds, double *rate, struct err *err)
{
	int pipes[2];
	uint64_t total = 0, done;
	if (pipe2(pipes, O_CLOEXEC) < 0)
		return err_sys(err, "pipe");
	unsigned started = 0, failed = 0;
	for (; started < processes; started++) {
		pid_t pid = fork();
		if (pid < 0)
			break;
		if (pid == 0)
			rate_child(path, seconds, pipes[1]);
	}
	close(pipes[1]);
	for (unsigned i = 0; i < started; i++) {
		int status;
		failed += wait(&status) < 0 || status != 0;
	}
	while (read(pipes[0], &done, sizeof(done)) == (ssize_t)sizeof(done))
		total += done;
	close(pipes[0]);
	*rate = (double)total / seconds;
	return failed || started < processes
		       ? err_set(err, ERR_INTERNAL, "%u of %u grading processes failed", failed, processes)
		       : 0;
}
