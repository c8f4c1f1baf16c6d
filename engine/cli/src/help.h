/* --help and the man page, from the table of commands. */
#pragma once
#include <stdio.h>
#include "command.h"

void help_all(FILE *out, enum lang lang);
void help_command(FILE *out, const struct command *command, enum lang lang);
void help_usage(FILE *out, const struct command *command, enum lang lang);
