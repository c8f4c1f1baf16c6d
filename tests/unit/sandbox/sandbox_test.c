/*
 * The sandbox through its public header, with the real zygote: what a step gives for each thing that
 * an answer can do. It fails, and does not skip, on a machine that cannot isolate.
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <cmocka.h>
#include "sandbox/sandbox.h"

struct bench {
	struct sandbox *sandbox;
	struct arena *arena;
};

static int open_bench(void **state)
{
	static struct bench bench;
	struct err err = { 0 };
	struct sandbox_config config = { 0 };
	bench.arena = arena_new(0);
	if (sandbox_open(&bench.sandbox, &config, &err) < 0) {
		print_error("%s\n", err.text);
		return -1;
	}
	*state = &bench;
	return 0;
}

static int close_bench(void **state)
{
	struct bench *bench = *state;
	sandbox_close(bench->sandbox);
	arena_free(bench->arena);
	return 0;
}

static void must(int status, const struct err *err)
{
	if (status < 0)
		fail_msg("%s", err->text);
}

struct row {
	const char *name, *source, *function; /* function NULL: stop after loading */
	enum run_end end;
	const char *text; /* the value's repr, the exception's type, or the output */
	int line;
};

static const struct row rows[] = {
	{ "value", "def f(n):\n    return [n + 1, 'é', None]\n", "f", RUN_OK, "[4, 'é', None]", 0 },
	{ "raises", "def f(n):\n    x = 1\n    raise ValueError('non')\n", "f", RUN_RAISED, "ValueError", 3 },
	{ "own exception", "class ValueError(Exception): pass\ndef f(n):\n    raise ValueError\n", "f", RUN_RAISED,
		"ValueError", 3 },
	{ "loops", "def f(n):\n    while True: pass\n", "f", RUN_TIMEOUT, NULL, 0 },
	{ "loops at load", "while True:\n    pass\n", NULL, RUN_TIMEOUT, NULL, 0 },
	{ "one endless C call", "def f(n):\n    return 10 ** 10 ** 10\n", "f", RUN_TIMEOUT, NULL, 0 },
	{ "sleeps", "import time\ndef f(n):\n    time.sleep(1000)\n", "f", RUN_IDLE, NULL, 0 },
	{ "sleeps in pieces",
		"import time\ndef f(n):\n    while True:\n        t = time.process_time() + 0.001\n"
		"        while time.process_time() < t: pass\n        time.sleep(0.012)\n",
		"f", RUN_IDLE, NULL, 0 },
	{ "memory", "def f(n):\n    return len([0] * 10**9)\n", "f", RUN_MEMORY, "MemoryError", 2 },
	{ "memory piece by piece", "def f(n):\n    l = []\n    while True: l.append('x' * 10**6)\n", "f", RUN_MEMORY,
		"MemoryError", 3 },
	{ "floods stdout", "def f(n):\n    while True: print('x' * 1000)\n", "f", RUN_OUTPUT, NULL, 0 },
	{ "floods stderr", "import sys\ndef f(n):\n    while True: sys.stderr.write('x' * 1000)\n", "f", RUN_OUTPUT,
		NULL, 0 },
	{ "leaves", "import os\ndef f(n):\n    os._exit(0)\n", "f", RUN_CRASHED, NULL, 0 },
	{ "aborts", "import os\ndef f(n):\n    os.abort()\n", "f", RUN_CRASHED, NULL, 0 },
	{ "closes the channel", "import os\ndef f(n):\n    os.close(3)\n    return 1\n", "f", RUN_CRASHED, NULL, 0 },
	{ "speaks out of turn", "import os\ndef f(n):\n    os.write(3, b'x' * 100)\n    return 1\n", "f", RUN_CRASHED,
		NULL, 0 },
	{ "speaks early", "import os\nos.write(3, b'x')\ndef f(n): return 1\n", "f", RUN_CRASHED, NULL, 0 },
	{ "sys.exit", "import sys\ndef f(n):\n    sys.exit(3)\n", "f", RUN_RAISED, "SystemExit", 3 },
	{ "forks", "import os\ndef f(n):\n    os.fork()\n", "f", RUN_RAISED, "PermissionError", 3 },
	{ "writes a file", "def f(n):\n    open('x', 'w')\n", "f", RUN_RAISED, "OSError", 2 },
	{ "reads the host", "def f(n):\n    return open('/etc/passwd').read()\n", "f", RUN_RAISED, "FileNotFoundError",
		2 },
	{ "no network", "import socket\n", NULL, RUN_RAISED, "ModuleNotFoundError", 0 },
	{ "no ctypes", "import ctypes\n", NULL, RUN_RAISED, "ImportError", 0 },
	{ "threads", "import threading\ndef f(n):\n    threading.Thread(target=print).start()\n", "f", RUN_RAISED,
		"RuntimeError", 0 },
	{ "cycle", "def f(n):\n    l = []\n    l.append(l)\n    return l\n", "f", RUN_OK, "cycle", 0 },
	{ "generator", "def f(n):\n    yield 1\n", "f", RUN_OK, "type", 0 },
	{ "deep", "def f(n):\n    l = []\n    for i in range(10**5): l = [l]\n    return l\n", "f", RUN_OK, "depth",
		0 },
	{ "recursion", "def f(n):\n    return f(n)\n", "f", RUN_RAISED, "RecursionError", 2 },
	{ "input", "def f(n):\n    return input()\n", "f", RUN_RAISED, "EOFError", 2 },
	{ "kills itself", "import os, signal\ndef f(n):\n    os.kill(os.getpid(), signal.SIGKILL)\n    return 1\n", "f",
		RUN_RAISED, "PermissionError", 3 },
	{ "kills all", "import os\ndef f(n):\n    os.kill(-1, 9)\n", "f", RUN_RAISED, "PermissionError", 3 },
	{ "segmentation fault",
		"import sys\ndef f(n):\n    sys.setrecursionlimit(1 << 30)\n    return max([n], key=f)\n", "f",
		RUN_CRASHED, NULL, 0 },
};

static const char *what_came(struct arena *arena, const struct run_reply *reply)
{
	if (reply->exception)
		return reply->exception->type;
	if (!reply->value)
		return reply->not_plain ? reply->not_plain : "(nothing)";
	struct buf text = BUF_INIT;
	value_repr(&text, reply->value, 200);
	const char *copy = arena_strdup(arena, buf_str(&text));
	buf_release(&text);
	return copy;
}

static void run_row(struct bench *bench, const struct row *row)
{
	struct err err = { 0 };
	struct run *run;
	struct run_reply reply;
	struct run_compiled compiled;
	struct run_spec spec = { .limits = { .cpu_ms = 300, .wall_ms = 900, .memory_mb = 64, .output_bytes = 65536 } };
	struct run_source source = { .text = row->source, .bytes = strlen(row->source) };
	must(run_start(&run, bench->sandbox, &spec, bench->arena, &err), &err);
	must(run_compile(run, &source, &compiled, &reply, &err), &err);
	assert_int_equal(reply.end, RUN_OK);
	must(run_load(run, &reply, &err), &err);
	if (row->function && reply.end == RUN_OK) {
		const struct value three = { .type = VALUE_INT,
			.integer = { .magnitude = (const uint8_t *)"\3", .bytes = 1 } };
		const struct value args = { .type = VALUE_TUPLE, .items = { .items = &three, .count = 1 } };
		const struct run_call call = { .function = row->function, .args = &args };
		must(run_call(run, &call, &reply, &err), &err);
	}
	if (reply.end != row->end)
		fail_msg("%s: %s instead of %s (%s)", row->name, run_end_name(reply.end), run_end_name(row->end),
			what_came(bench->arena, &reply));
	if (row->text && strcmp(what_came(bench->arena, &reply), row->text) != 0)
		fail_msg("%s: %s instead of %s", row->name, what_came(bench->arena, &reply), row->text);
	if (row->line && (!reply.exception || reply.exception->line != row->line))
		fail_msg("%s: line %d instead of %d", row->name, reply.exception ? reply.exception->line : -1,
			row->line);
	must(run_end(run, &err), &err);
}

static void test_rows(void **state)
{
	for (size_t i = 0; i < sizeof(rows) / sizeof(rows[0]); i++)
		run_row(*state, &rows[i]);
	struct err err = { 0 };
	must(sandbox_settle(((struct bench *)*state)->sandbox, &err), &err);
}

static void test_program(void **state)
{
	struct bench *bench = *state;
	struct err err = { 0 };
	struct run *run;
	struct run_reply reply;
	struct run_compiled compiled;
	const struct run_file file = { "données.txt", "trois\n", 6 };
	static const char text[] = "import sys\nn = int(input())\nprint(n * 2, __name__)\n"
				   "print(open('données.txt').read(), end='', file=sys.stderr)\n";
	struct run_spec spec = { .limits = { .cpu_ms = 300, .memory_mb = 64, .output_bytes = 65536 },
		.files = &file,
		.file_count = 1,
		.input = "21\n",
		.input_bytes = 3 };
	struct run_source source = { .text = text, .bytes = strlen(text), .program = true };
	must(run_start(&run, bench->sandbox, &spec, bench->arena, &err), &err);
	must(run_compile(run, &source, &compiled, &reply, &err), &err);
	must(run_load(run, &reply, &err), &err);
	assert_int_equal(reply.end, RUN_OK);
	assert_string_equal(reply.output, "42 __main__\n");
	assert_string_equal(reply.errors, "trois\n");
	must(run_end(run, &err), &err);
}

static void give_unread_input(struct bench *bench, const char *text)
{
	struct err err = { 0 };
	struct run *run;
	struct run_reply reply;
	struct run_compiled compiled;
	char *input = calloc(1, 4 << 20);
	struct run_spec spec = { .limits = { .cpu_ms = 300, .memory_mb = 64, .output_bytes = 65536 },
		.input = input,
		.input_bytes = 4 << 20 };
	struct run_source source = { .text = text, .bytes = strlen(text), .program = true };
	must(run_start(&run, bench->sandbox, &spec, bench->arena, &err), &err);
	must(run_compile(run, &source, &compiled, &reply, &err), &err);
	must(run_load(run, &reply, &err), &err);
	assert_int_equal(reply.end, RUN_OK);
	assert_string_equal(reply.output, "1\n");
	must(run_end(run, &err), &err);
	free(input);
}

/* This process does not ignore SIGPIPE: the run that closes its input would end it. */
static void test_unread_input(void **state)
{
	give_unread_input(*state, "print(1)");
	give_unread_input(*state, "import os, time\nos.close(0)\ntime.sleep(0.1)\nprint(1)");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_rows),
		cmocka_unit_test(test_program),
		cmocka_unit_test(test_unread_input),
	};
	return cmocka_run_group_tests(tests, open_bench, close_bench);
}
