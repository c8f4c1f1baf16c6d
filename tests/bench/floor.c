/*
 * bareme-floor: what the benchmark compares with. The same warm interpreter as
 * bareme-python's, forked without any isolation; the child compiles an answer,
 * executes it, makes the calls, encodes each value and writes it to a pipe that
 * the parent reads to its end before it reaps the child.
 *
 * Use: bareme-floor ANSWER CALL TIMES REPETITIONS
 *   ANSWER       a Python file
 *   CALL         an expression among its names, such as "maximum([3, 1, 2])"
 *   TIMES        calls in one submission
 *   REPETITIONS  submissions measured, after a few that are not; 0: one for each line on
 *                standard input, so that another program can interleave it with its own
 * Prints one line per submission: microseconds of one fork making all the
 * calls, then of as many forks as there are calls making one each.
 */
#include <Python.h>
#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>
#include "compile.h"
#include "encode.h"
#include "interpreter.h"

enum { MAX_SOURCE = 1 << 20, WARM_UPS = 5 };

struct job {
	struct text answer, call;
};

static double now_us(void)
{
	struct timespec now;
	clock_gettime(CLOCK_MONOTONIC, &now);
	return (double)now.tv_sec * 1e6 + (double)now.tv_nsec / 1e3;
}

static PyObject *evaluate(const struct text *text, int start, PyObject *names)
{
	PyObject *code = compile_text(text, start);
	PyObject *value = code != NULL ? PyEval_EvalCode(code, names, names) : NULL;
	Py_XDECREF(code);
	return value;
}

static _Noreturn void child(const struct job *job, int calls, int out_fd)
{
	PyObject *module = PyModule_New("answer"), *names = PyModule_GetDict(module);
	struct out out;
	out_init(&out);
	PyDict_SetItemString(names, "__builtins__", PyEval_GetBuiltins());
	if (evaluate(&job->answer, Py_file_input, names) == NULL)
		_exit(1);
	for (int i = 0; i < calls; i++) {
		PyObject *value = evaluate(&job->call, Py_eval_input, names);
		if (value == NULL || encode_object(&out, value) != NULL)
			_exit(1);
		if (write(out_fd, out.data, out.len) != (ssize_t)out.len)
			_exit(1);
		out.len = 0;
		Py_DECREF(value);
	}
	_exit(0);
}

static int fork_once(const struct job *job, int calls)
{
	char data[65536];
	int ends[2], status = 1;
	pid_t pid;
	if (pipe(ends) < 0)
		return -1;
	pid = fork();
	if (pid == 0)
		child(job, calls, ends[1]);
	close(ends[1]);
	while (read(ends[0], data, sizeof(data)) > 0)
		continue;
	close(ends[0]);
	if (pid < 0 || waitpid(pid, &status, 0) < 0)
		return -1;
	return status == 0 ? 0 : -1;
}

/* Microseconds of `forks` forks of `calls` calls, or -1. */
static double measure(const struct job *job, int forks, int calls)
{
	double start = now_us();
	for (int i = 0; i < forks; i++)
		if (fork_once(job, calls) < 0)
			return -1;
	return now_us() - start;
}

static int read_job(struct job *job, const char *path, const char *call)
{
	static char source[MAX_SOURCE + 1];
	FILE *file = fopen(path, "re");
	size_t bytes = file != NULL ? fread(source, 1, MAX_SOURCE, file) : 0;
	if (file == NULL)
		return -1;
	fclose(file);
	source[bytes] = '\0';
	job->answer.filename = PyUnicode_FromString("answer.py");
	job->call.filename = PyUnicode_FromString("test.py");
	return text_take(&job->answer, PyUnicode_FromString(source)) &&
			       text_take(&job->call, PyUnicode_FromString(call))
		       ? 0
		       : -1;
}

int main(int argc, char **argv)
{
	struct err err = { 0 };
	struct job job = { 0 };
	struct rusage usage;
	int calls, repetitions;
	if (argc != 5) {
		fprintf(stderr, "usage: bareme-floor ANSWER CALL TIMES REPETITIONS\n");
		return 2;
	}
	calls = (int)strtol(argv[3], NULL, 10);
	repetitions = (int)strtol(argv[4], NULL, 10);
	if (interpreter_start(0, &err) < 0 || read_job(&job, argv[1], argv[2]) < 0) {
		fprintf(stderr, "bareme-floor: %s\n", err.text);
		return 1;
	}
	bool asked = repetitions == 0;
	for (int i = -WARM_UPS; asked || i < repetitions; i++) {
		if (asked && i >= 0 && getchar() != '\n')
			return 0;
		double together = measure(&job, 1, calls), apart = measure(&job, calls, 1);
		if (together < 0 || apart < 0) {
			fprintf(stderr, "bareme-floor: the answer fails\n");
			return 1;
		}
		if (i >= 0)
			printf("%.0f %.0f\n", together, apart);
		fflush(stdout);
	}
	getrusage(RUSAGE_CHILDREN, &usage);
	fprintf(stderr, "%ld page faults a fork\n", usage.ru_minflt / ((long)(repetitions + WARM_UPS) * (calls + 1)));
	return 0;
}
