/*
 * What a command is made of, and what it is given.
 */
#pragma once
#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>
#include "base/buf.h"
#include "base/err.h"
#include "base/msg.h"
#include "cli/cli.h"

struct both {
	const char *fr, *en;
};

struct option {
	const char *name; /* "--json" */
	const char *argument; /* "N", NULL for a flag */
	struct both help;
};

enum { MAX_OPTIONS = 16, MAX_OPERANDS = 512 };

struct invocation {
	const struct command *command;
	enum lang lang;
	const char *values[MAX_OPTIONS]; /* by the option's row; "" for a flag that is there */
	const char *operands[MAX_OPERANDS];
	int operand_count;
};

struct command {
	const char *name;
	struct both operands; /* "EXERCICE RÉPONSE" */
	struct both summary; /* one line */
	struct both details; /* the man page's paragraph; may be NULL */
	const struct option *options;
	int option_count, operands_min, operands_max;
	int (*run)(const struct invocation *invocation);
};

/* The value of an option by name, NULL when absent. */
const char *option_value(const struct invocation *invocation, const char *name);
/* A whole number within bounds; says what is wrong and returns false otherwise. Absent: *out stays. */
bool option_number(const struct invocation *invocation, const char *name, uint64_t min, uint64_t max, uint64_t *out);
/* Prints "bareme: …" on stderr in the invocation's language and returns the code. */
int complain(const struct invocation *invocation, int code, struct both text, const char *what);
/* Prints an error and returns the exit code that its kind deserves. */
int complain_err(const struct invocation *invocation, const struct err *err);
/* The machine is below the safe set: says which layers are missing, what each protects and how to enable it. */
int complain_isolation(const struct invocation *invocation, const struct err *err);
/* stdout is a terminal and NO_COLOR is not set. */
bool wants_colour(FILE *stream);
const char *in(const struct invocation *invocation, struct both text);

/* The table: commands.c. Ends with {0}. */
extern const struct command *const commands[];

extern const struct command command_serve, command_grade, command_check, command_new, command_queue, command_replay,
	command_doctor, command_bench, command_schema, command_backup, command_restore, command_help, command_version,
	command_man;
