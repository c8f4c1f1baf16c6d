/*
 * The others: SymPy in a child of its own, which imports it once and times itself, and Debian's qmc, which says what it
 * took. Neither does what is measured here; what they do is the nearest there is.
 */
#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <spawn.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>
#include "base/file.h"
#include "bench_boolean.h"

/* What is known when an exercise is loaded is ready here too; a text is read, and shown in as many ways as ours.
 * Inputs in turn until the time is over. One that takes more than twice as long is given up: its time is then known to be
 * more. */
static const char sympy_program[] = "import json, signal, sys, time\n"
				    "task = json.load(sys.stdin)\n"
				    "try:\n"
				    "    import sympy\n"
				    "except ImportError:\n"
				    "    print('{}')\n"
				    "    sys.exit()\n"
				    "from sympy import symbols, latex, Not, Equivalent\n"
				    "from sympy.logic import SOPform\n"
				    "from sympy.logic.inference import satisfiable\n"
				    "from sympy.parsing.sympy_parser import parse_expr\n"
				    "from sympy.printing.mathml import mathml\n"
				    "names = {name: symbols(name) for name in 'abcdefghijklmnop'}\n"
				    "read = lambda text: parse_expr(text, local_dict=names)\n"
				    "def equal(a, b):\n"
				    "    return not satisfiable(Not(Equivalent(a, b)))\n"
				    "def form(variables, rows):\n"
				    "    return SOPform([names[c] for c in 'abcdefghijklmnop'[:variables]], rows)\n"
				    "def answer(key, text, variables, rows):\n"
				    "    tree = read(text)\n"
				    "    shown = str(tree), latex(tree), mathml(tree, printer='presentation')\n"
				    "    return shown, equal(key, tree), form(variables, rows)\n"
				    "def lines(texts):\n"
				    "    trees = [read(text) for text in texts]\n"
				    "    return [equal(a, b) for a, b in zip(trees, trees[1:])]\n"
				    "def late(number, frame):\n"
				    "    raise TimeoutError\n"
				    "signal.signal(signal.SIGALRM, late)\n"
				    "result = {'version': sympy.__version__}\n"
				    "for row in task['rows']:\n"
				    "    work, variables = row['work'], row['variables']\n"
				    "    if work == 'equal':\n"
				    "        inputs = [(read(a), b) for a, b in row['inputs']]\n"
				    "        run = lambda pair: equal(pair[0], read(pair[1]))\n"
				    "    elif work == 'forms':\n"
				    "        inputs = row['inputs']\n"
				    "        run = lambda rows: form(variables, rows)\n"
				    "    elif work == 'answer':\n"
				    "        inputs = [(read(a), b, variables, rows) for a, b, rows in row['inputs']]\n"
				    "        run = lambda input: answer(*input)\n"
				    "    else:\n"
				    "        inputs = row['inputs']\n"
				    "        run = lines\n"
				    "    count, begin, now, cut = 0, time.perf_counter(), 0, False\n"
				    "    signal.setitimer(signal.ITIMER_REAL, 2 * task['seconds'] + 1)\n"
				    "    try:\n"
				    "        while count == 0 or now < task['seconds']:\n"
				    "            run(inputs[count % len(inputs)])\n"
				    "            count += 1\n"
				    "            now = time.perf_counter() - begin\n"
				    "    except TimeoutError:\n"
				    "        now, count, cut = time.perf_counter() - begin, count + 1, True\n"
				    "    signal.setitimer(signal.ITIMER_REAL, 0)\n"
				    "    result[row['name']] = {'us': now / count * 1e6, 'cut': cut}\n"
				    "print(json.dumps(result))\n";

/* Runs a program with `in` as its standard input and appends what it prints. Its exit code; -1 when it cannot be started
 * or was killed. */
static int run_program(char *const argv[], int in, struct buf *out)
{
	posix_spawn_file_actions_t actions;
	int ends[2], status = -1;
	char part[4096];
	ssize_t got;
	pid_t pid;

	if (pipe2(ends, O_CLOEXEC) < 0)
		return -1;
	posix_spawn_file_actions_init(&actions);
	if (in >= 0)
		posix_spawn_file_actions_adddup2(&actions, in, 0);
	else
		posix_spawn_file_actions_addopen(&actions, 0, "/dev/null", O_RDONLY, 0);
	posix_spawn_file_actions_adddup2(&actions, ends[1], 1);
	posix_spawn_file_actions_addopen(&actions, 2, "/dev/null", O_WRONLY, 0);
	int failed = posix_spawn(&pid, argv[0], &actions, NULL, argv, environ);
	posix_spawn_file_actions_destroy(&actions);
	close(ends[1]);
	while (failed == 0 && ((got = read(ends[0], part, sizeof(part))) > 0 || (got < 0 && errno == EINTR)))
		buf_add(out, part, got > 0 ? (size_t)got : 0);
	close(ends[0]);
	if (failed != 0)
		return -1;
	while (waitpid(pid, &status, 0) < 0 && errno == EINTR)
		;
	return WIFEXITED(status) ? WEXITSTATUS(status) : -1;
}

static json_t *task_of(const struct boolean_row *rows, size_t count, unsigned seconds)
{
	static const char *const works[] = { "equal", "forms", "answer", "lines" };
	json_t *list = json_array();

	for (size_t i = 0; i < count; i++)
		json_array_append_new(
			list, json_pack("{s:s, s:s, s:i, s:O}", "name", rows[i].name, "work", works[rows[i].work],
				      "variables", (int)rows[i].variables, "inputs", rows[i].rivals));
	return json_pack("{s:i, s:o}", "seconds", (int)seconds, "rows", list);
}

json_t *rival_sympy(const struct boolean_row *rows, size_t count, unsigned seconds, struct err *err)
{
	char *const argv[] = { (char[]){ "/usr/bin/python3" }, (char[]){ "-I" }, (char[]){ "-c" },
		(char *)sympy_program, NULL };
	cleanup_buf struct buf text = BUF_INIT, said = BUF_INIT;
	cleanup_json json_t *task = task_of(rows, count, seconds);
	struct json_place place;
	FILE *file = tmpfile();
	json_t *result = NULL;

	json_print(&text, task);
	if (file == NULL || fwrite(buf_str(&text), 1, text.len, file) != text.len || fflush(file) != 0 ||
		lseek(fileno(file), 0, SEEK_SET) < 0)
		err_sys(err, "write what SymPy is asked");
	else if (run_program(argv, fileno(file), &said) != 0)
		err_set(err, ERR_SYSTEM, "/usr/bin/python3 did not do what it was asked");
	else
		result = json_parse(buf_str(&said), said.len, &place, err);
	if (file != NULL)
		fclose(file);
	return result;
}

/* A function as the sum of its rows, in qmc's notation. */
static void print_qmc(struct buf *out, const struct table *ones)
{
	unsigned variables = ones->variables;

	for (uint32_t row = 0; row < table_rows(variables); row++) {
		if (!table_at(ones, row))
			continue;
		if (out->len > 0)
			buf_addch(out, '+');
		for (unsigned v = 0; v < variables; v++)
			buf_printf(out, "%s%s%c", v > 0 ? "*" : "", row & term_bit(variables, v) ? "" : "/",
				(char)('a' + v));
	}
}

double rival_qmc(const struct boolean_row *row)
{
	static const char says[] = "used time: ";
	double sum = 0;

	if (row->work != WORK_FORMS)
		return -1;
	for (size_t i = 0; i < row->count; i++) {
		cleanup_buf struct buf equation = BUF_INIT, said = BUF_INIT;
		const char *time;

		print_qmc(&equation, &row->inputs[i].target.ones);
		char *const argv[] = { (char[]){ "/usr/bin/qmc" }, (char[]){ "-T" }, (char[]){ "-s" },
			(char *)buf_str(&equation), NULL };
		if (run_program(argv, -1, &said) != 0 || (time = strstr(buf_str(&said), says)) == NULL)
			return -1;
		sum += strtod(time + strlen(says), NULL);
	}
	return sum / (double)row->count * 1e6;
}
