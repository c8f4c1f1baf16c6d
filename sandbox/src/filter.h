/*
 * System-call filters: a run's, built once and exported as a BPF program, and those of the service's own processes,
 * each from a table (role_calls.c). The only file that knows libseccomp.
 *
 * Use: filter_build() in the zygote (1.7–3.2 ms, once), filter_install() in each run.
 * What each call gets stands in one table in filter.c; everything unlisted
 * answers ENOSYS, a foreign architecture kills.
 */
#pragma once
#include <linux/filter.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

struct filter {
	struct sock_fprog program;
}; /* program.filter is owned, malloc'ed, for the process's life */

/* What a call gets: it is made, ends the process, or answers an errno. */
enum { CALL_ALLOW = 0, CALL_KILL = -1 };

struct call_group {
	int answer;
	const char *const *names; /* ends with NULL */
};

/* Allowed where (argument & mask) is one of the values; elsewhere the default. */
struct call_by_argument {
	const char *name;
	unsigned argument;
	bool own_pid; /* the one value is this process's id */
	uint64_t mask;
	uint64_t values[12];
	size_t count;
};

/* What stands in no row answers ENOSYS, a foreign architecture kills. */
struct call_table {
	const struct call_group *groups; /* ends with names NULL */
	const struct call_by_argument *by_argument; /* ends with name NULL */
};

/* 0, or -1 with errno set. program.filter is the caller's to free. */
int filter_build_table(struct filter *out, const struct call_table *table);
/* 0, or -1 with errno set. */
int filter_build(struct filter *out);
/* Needs no_new_privs. 0, or -1 with errno set. */
int filter_install(const struct filter *filter);
