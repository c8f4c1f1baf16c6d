/*
 * Runs a command on a machine that refuses some system calls.
 *
 *     refuse RULE… -- COMMAND…
 *     RULE: CALL[.ARG=VALUE | .ARG&BITS]:ERROR      unshare.0&0x40000000:EPERM   clone3:ENOSYS   capset:0
 *
 * A call that matches answers ERROR without being made; the error 0 is a machine that says yes and does nothing.
 * An argument is compared in its lower 32 bits. The filter is BPF by hand and is inherited by all that the command
 * starts. Root installs it as it is; others need no_new_privs for it, and get it.
 */
#include <errno.h>
#include <linux/audit.h>
#include <linux/filter.h>
#include <linux/seccomp.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/prctl.h>
#include <sys/syscall.h>
#include <unistd.h>

enum { MAX_RULES = 40, PER_RULE = 7 };

struct word {
	const char *name;
	long number;
};

static const struct word calls[] = {
	{ "capset", SYS_capset },
	{ "clock_gettime", SYS_clock_gettime },
	{ "clone", SYS_clone },
	{ "clone3", SYS_clone3 },
	{ "close_range", SYS_close_range },
	{ "execveat", SYS_execveat },
	{ "fsconfig", SYS_fsconfig },
	{ "fsmount", SYS_fsmount },
	{ "fsopen", SYS_fsopen },
	{ "keyctl", SYS_keyctl },
	{ "landlock_add_rule", SYS_landlock_add_rule },
	{ "landlock_create_ruleset", SYS_landlock_create_ruleset },
	{ "landlock_restrict_self", SYS_landlock_restrict_self },
	{ "memfd_create", SYS_memfd_create },
	{ "mount", SYS_mount },
	{ "mount_setattr", SYS_mount_setattr },
	{ "move_mount", SYS_move_mount },
	{ "open_tree", SYS_open_tree },
	{ "personality", SYS_personality },
	{ "pidfd_send_signal", SYS_pidfd_send_signal },
	{ "pivot_root", SYS_pivot_root },
	{ "prctl", SYS_prctl },
	{ "prlimit64", SYS_prlimit64 },
	{ "ptrace", SYS_ptrace },
	{ "seccomp", SYS_seccomp },
	{ "setgroups", SYS_setgroups },
	{ "sethostname", SYS_sethostname },
	{ "setns", SYS_setns },
	{ "setresgid", SYS_setresgid },
	{ "setresuid", SYS_setresuid },
	{ "umount2", SYS_umount2 },
	{ "unshare", SYS_unshare },
	{ NULL, 0 },
};

static const struct word errors[] = {
	{ "0", 0 },
	{ "EACCES", EACCES },
	{ "EINVAL", EINVAL },
	{ "ENOSPC", ENOSPC },
	{ "ENOSYS", ENOSYS },
	{ "EOPNOTSUPP", EOPNOTSUPP },
	{ "EPERM", EPERM },
	{ NULL, 0 },
};

static long look_up(const struct word *words, const char *name)
{
	for (; words->name; words++)
		if (strcmp(words->name, name) == 0)
			return words->number;
	fprintf(stderr, "refuse: what is “%s”?\n", name);
	exit(120);
}

/* Appends the rule's instructions; the accumulator holds the call's number before and after. */
static size_t compile(char *rule, struct sock_filter *out)
{
	char *colon = strrchr(rule, ':'), *dot = strchr(rule, '.');
	if (!colon) {
		fprintf(stderr, "refuse: “%s” names no error\n", rule);
		exit(120);
	}
	*colon = '\0';
	if (dot)
		*dot++ = '\0';
	uint32_t answer = SECCOMP_RET_ERRNO | (uint32_t)look_up(errors, colon + 1);
	uint32_t number = (uint32_t)look_up(calls, rule);
	size_t count = 0;
	if (!dot) {
		out[count++] = (struct sock_filter)BPF_JUMP(BPF_JMP | BPF_JEQ | BPF_K, number, 0, 1);
		out[count++] = (struct sock_filter)BPF_STMT(BPF_RET | BPF_K, answer);
		return count;
	}
	uint32_t argument = (uint32_t)offsetof(struct seccomp_data, args) + 8 * (uint32_t)(dot[0] - '0');
	uint32_t value = (uint32_t)strtoul(dot + 2, NULL, 0);
	uint16_t test = dot[1] == '&' ? BPF_JSET : BPF_JEQ;
	out[count++] = (struct sock_filter)BPF_JUMP(BPF_JMP | BPF_JEQ | BPF_K, number, 0, 4);
	out[count++] = (struct sock_filter)BPF_STMT(BPF_LD | BPF_W | BPF_ABS, argument);
	out[count++] = (struct sock_filter)BPF_JUMP((uint16_t)(BPF_JMP | test | BPF_K), value, 0, 1);
	out[count++] = (struct sock_filter)BPF_STMT(BPF_RET | BPF_K, answer);
	out[count++] = (struct sock_filter)BPF_STMT(BPF_LD | BPF_W | BPF_ABS, offsetof(struct seccomp_data, nr));
	return count;
}

int main(int argc, char **argv)
{
	struct sock_filter filter[MAX_RULES * PER_RULE + 6] = {
		BPF_STMT(BPF_LD | BPF_W | BPF_ABS, offsetof(struct seccomp_data, arch)),
		BPF_JUMP(BPF_JMP | BPF_JEQ | BPF_K, AUDIT_ARCH_X86_64, 1, 0),
		BPF_STMT(BPF_RET | BPF_K, SECCOMP_RET_ALLOW),
		BPF_STMT(BPF_LD | BPF_W | BPF_ABS, offsetof(struct seccomp_data, nr)),
	};
	size_t count = 4;
	int at = 1;
	for (; at < argc && strcmp(argv[at], "--") != 0; at++) {
		if (at > MAX_RULES)
			return 120;
		count += compile(argv[at], filter + count);
	}
	if (at + 1 >= argc) {
		fputs("refuse RULE… -- COMMAND…\n", stderr);
		return 120;
	}
	filter[count++] = (struct sock_filter)BPF_STMT(BPF_RET | BPF_K, SECCOMP_RET_ALLOW);
	struct sock_fprog program = { .len = (unsigned short)count, .filter = filter };
	if (syscall(SYS_seccomp, SECCOMP_SET_MODE_FILTER, 0, &program) < 0 &&
		(prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) < 0 ||
			syscall(SYS_seccomp, SECCOMP_SET_MODE_FILTER, 0, &program) < 0)) {
		perror("refuse: seccomp");
		return 121;
	}
	execvp(argv[at + 1], argv + at + 1);
	perror(argv[at + 1]);
	return 122;
}
