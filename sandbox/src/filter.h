/*
 * The system-call filter of a run, built once and exported as a BPF program.
 *
 * Use: filter_build() in the zygote (1.7–3.2 ms, once), filter_install() in each run.
 * What each call gets stands in one table in filter.c; everything unlisted
 * answers ENOSYS, a foreign architecture kills.
 */
#pragma once
#include <linux/filter.h>

struct filter {
	struct sock_fprog program;
}; /* program.filter is owned, malloc'ed, for the process's life */

/* 0, or -1 with errno set. */
int filter_build(struct filter *out);
/* Needs no_new_privs. 0, or -1 with errno set. */
int filter_install(const struct filter *filter);
