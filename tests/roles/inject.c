/*
 * What a process could do if somebody else had taken it over: makes a live one perform one system call.
 *
 *   inject PID CALL [ARGUMENT...]      CALL: a number; an argument: a number, or s:TEXT for the address of that text
 *
 * Prints "ok N", the errno's name, or "killed SIGNAL". The process goes on as if nothing had been.
 */
#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ptrace.h>
#include <sys/uio.h>
#include <sys/user.h>
#include <sys/wait.h>
#include <unistd.h>

enum { BELOW_STACK = 1024, TEXT_ROOM = 512 };

static void die(const char *what)
{
	perror(what);
	exit(2);
}

/* A `syscall` instruction that is there already: nothing of the process is changed but registers and unused stack. */
static uint64_t find_instruction(int pid)
{
	char path[32], line[512];
	static unsigned char code[1 << 20];

	snprintf(path, sizeof(path), "/proc/%d/maps", pid);
	FILE *maps = fopen(path, "re");
	snprintf(path, sizeof(path), "/proc/%d/mem", pid);
	int memory = open(path, O_RDONLY | O_CLOEXEC);
	if (!maps || memory < 0)
		die(path);
	while (fgets(line, sizeof(line), maps)) {
		unsigned long long from, to;
		char rights[5];
		if (sscanf(line, "%llx-%llx %4s", &from, &to, rights) != 3 || rights[2] != 'x')
			continue;
		ssize_t got = pread(memory, code, to - from < sizeof(code) ? to - from : sizeof(code), (off_t)from);
		for (ssize_t i = 0; i + 1 < got; i++)
			if (code[i] == 0x0f && code[i + 1] == 0x05) {
				fclose(maps);
				close(memory);
				return from + (uint64_t)i;
			}
	}
	fprintf(stderr, "no system-call instruction\n");
	exit(2);
}

static uint64_t argument(int pid, const char *text, uint64_t *room)
{
	char path[32];

	if (strncmp(text, "s:", 2) != 0)
		return strtoull(text, NULL, 0);
	snprintf(path, sizeof(path), "/proc/%d/mem", pid);
	int memory = open(path, O_WRONLY | O_CLOEXEC);
	*room -= TEXT_ROOM;
	size_t length = strlen(text + 2) + 1;
	if (memory < 0 || length > TEXT_ROOM || pwrite(memory, text + 2, length, (off_t)*room) != (ssize_t)length)
		die("write a text");
	close(memory);
	return *room;
}

/* Steps over the one instruction; false when the process is no more. */
static int step(int pid)
{
	int status;

	if (ptrace(PTRACE_SINGLESTEP, pid, NULL, NULL) < 0)
		die("PTRACE_SINGLESTEP");
	if (waitpid(pid, &status, __WALL) != pid)
		die("waitpid");
	if (WIFSTOPPED(status) && WSTOPSIG(status) != SIGTRAP) {
		/* The filter's SIGSYS is seen here first. */
		int signal = WSTOPSIG(status);
		ptrace(PTRACE_CONT, pid, NULL, (void *)(intptr_t)signal);
		if (waitpid(pid, &status, __WALL) != pid || WIFSTOPPED(status))
			die("stopped again");
	}
	if (WIFSTOPPED(status))
		return 1;
	printf("killed %d\n", WIFSIGNALED(status) ? WTERMSIG(status) : 0);
	return 0;
}

int main(int argc, char **argv)
{
	struct user_regs_struct before, regs;
	int status;

	if (argc < 3 || argc > 9)
		return 2;
	int pid = (int)strtol(argv[1], NULL, 10);
	if (ptrace(PTRACE_ATTACH, pid, NULL, NULL) < 0 || waitpid(pid, &status, __WALL) != pid || !WIFSTOPPED(status))
		die("attach");
	if (ptrace(PTRACE_GETREGS, pid, NULL, &before) < 0)
		die("PTRACE_GETREGS");
	regs = before;
	uint64_t room = (before.rsp - BELOW_STACK) & ~15ULL, values[6] = { 0 };
	for (int i = 3; i < argc; i++)
		values[i - 3] = argument(pid, argv[i], &room);
	regs.orig_rax = (unsigned long long)-1;
	regs.rax = strtoull(argv[2], NULL, 0);
	regs.rip = find_instruction(pid);
	regs.rdi = values[0];
	regs.rsi = values[1];
	regs.rdx = values[2];
	regs.r10 = values[3];
	regs.r8 = values[4];
	regs.r9 = values[5];
	if (ptrace(PTRACE_SETREGS, pid, NULL, &regs) < 0)
		die("PTRACE_SETREGS");
	if (!step(pid))
		return 0;
	if (ptrace(PTRACE_GETREGS, pid, NULL, &regs) < 0 || ptrace(PTRACE_SETREGS, pid, NULL, &before) < 0 ||
		ptrace(PTRACE_DETACH, pid, NULL, NULL) < 0)
		die("let it go on");
	long long result = (long long)regs.rax;
	if (result < 0 && result > -4096)
		printf("%s\n", strerrorname_np((int)-result));
	else
		printf("ok %lld\n", result);
	return 0;
}
