/*
 * bareme-python: the zygote. One warm CPython in a closed room, cloned for each run.
 *
 * Theory of operation. The launcher (sandbox/src/zygote.c) puts this process in
 * a user namespace owned by the grader's uid and executes it, so that the
 * grader — and nobody else — may read its /proc entries to verify it. Then:
 *
 *   room_leave_host()    non-dumpable; own mount, network, IPC, UTS namespaces
 *   interpreter_start()  the system's CPython, isolated, standard modules imported
 *   room_close()         read-only root with the library alone; nothing can be regained
 *   hello                the grader learns that it stands, or which step failed
 *   clone_loop()         clone, reap, until the grader goes
 *
 * A clone locks itself up (confine.c) and then serves one run (session.c).
 * No specification, answer or secret is ever in this process's memory.
 */
#include "clone.h"
#include "interpreter.h"
#include "session.h"
#include <errno.h>
#include <fcntl.h>
#include <linux/landlock.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/prctl.h>
#include <sys/socket.h>
#include <sys/syscall.h>
#include <unistd.h>

enum { LINK = 3 };

static unsigned long long address_space_bytes(void)
{
	unsigned long long pages = 0;
	FILE *file = fopen("/proc/self/statm", "re");
	if (file) {
		if (fscanf(file, "%llu", &pages) != 1)
			pages = 0;
		fclose(file);
	}
	return pages * (unsigned long long)sysconf(_SC_PAGESIZE);
}

static int say_hello(struct zygote_hello *hello)
{
	return send(LINK, hello, sizeof(*hello), MSG_NOSIGNAL) == (ssize_t)sizeof(*hello) ? 0 : -1;
}

static int give_up(struct zygote_hello *hello, const char *step, int error)
{
	hello->step = 1;
	hello->error = error;
	snprintf(hello->step_name, sizeof(hello->step_name), "%s", step);
	say_hello(hello);
	return 3;
}

int main(int argc, char **argv)
{
	struct zygote_hello hello = { .verb = ZYGOTE_HELLO, .version = WIRE_VERSION };
	if (argc != 3) {
		fputs("bareme-python is started by bareme, not by hand\n", stderr);
		return 2;
	}
	signal(SIGPIPE, SIG_IGN);
	bool mdwe = false;
	struct room_step failed = { 0 };
	struct err err;
	if (prctl(PR_SET_PDEATHSIG, SIGKILL, 0, 0, 0) < 0)
		return give_up(&hello, "death with the launcher", errno);
	if (room_leave_host(&failed) < 0)
		return give_up(&hello, failed.name, failed.error);
	if (interpreter_start((uint32_t)strtoul(argv[1], NULL, 10), &err) < 0)
		return give_up(&hello, err.text, 0);
	static struct filter filter;
	if (filter_build(&filter) < 0)
		return give_up(&hello, "system-call filter", errno);
	struct confine confine = {
		.filter = &filter,
		.run_uid = (unsigned)strtoul(argv[2], NULL, 10),
		.base_bytes = address_space_bytes(),
		.library = interpreter_library(),
	};
	long abi = syscall(SYS_landlock_create_ruleset, NULL, 0, LANDLOCK_CREATE_RULESET_VERSION);
	confine.landlock_abi = abi > 0 ? (unsigned)abi : 0;
	if (confine.base_bytes == 0)
		return give_up(&hello, "own address space", errno);
	if (room_close(confine.library, &mdwe, &failed) < 0)
		return give_up(&hello, failed.name, failed.error);
	hello.landlock_abi = confine.landlock_abi;
	hello.mdwe = mdwe;
	snprintf(hello.python, sizeof(hello.python), "%s", interpreter_version());
	if (say_hello(&hello) < 0)
		return 3;
	return clone_loop(LINK, &confine, session_run);
}
