/*
 * The reviewed table of system calls (tests/escape/syscalls.tsv), read.
 *
 * Use: table_read(), then each row of `rows`, which the caller frees.
 */
#pragma once
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

enum way { WAY_NATIVE, WAY_X32, WAY_INT80 };
enum must { MUST_ALLOW, MUST_ALLOW_ENDS, MUST_ERRNO, MUST_KILL, MUST_PAST };

struct row {
	int line; /* of the file */
	enum way way;
	uint32_t number; /* as the processor gets it, bit 30 included */
	char name[32];
	enum must must;
	int error; /* of MUST_ERRNO and MUST_PAST */
	bool any_arguments; /* "-": none of them may matter */
	uint64_t args[6];
	bool word[6]; /* the argument is the address of a word that holds 0 */
	char why[160];
};

struct table {
	struct row *rows;
	size_t count;
};

/* False, and says why on standard error, when the file is not as its head says. */
bool table_read(struct table *out, const char *path);
