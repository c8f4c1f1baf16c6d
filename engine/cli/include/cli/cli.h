/*
 * The command line: one binary, one table of commands.
 *
 * Each command is one row (name, words, options, function) in its own file; the
 * parser, --help in both languages, the man page and the shell completion are
 * read from the table. Exit codes: 0 fine (full marks), 1 graded but not full
 * marks or a check failed, 2 usage, 3 this machine or configuration cannot, 4 internal.
 */
#pragma once
#include "dispatch/roles.h"

enum exit_code { EXIT_FINE = 0, EXIT_LESS = 1, EXIT_USAGE = 2, EXIT_CANNOT = 3, EXIT_BUG = 4 };

/* main() hands over the roles of the service; they end with {0}. Returns the process's exit code. */
int cli_main(int argc, char **argv, const struct role *roles);
