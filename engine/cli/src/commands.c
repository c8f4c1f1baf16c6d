#include "command.h"

/* In the order in which --help shows them. */
const struct command *const commands[] = {
	&command_serve,
	&command_grade,
	&command_check,
	&command_new,
	&command_replay,
	&command_queue,
	&command_backup,
	&command_restore,
	&command_doctor,
	&command_bench,
	&command_schema,
	&command_man,
	&command_version,
	&command_help,
	NULL,
};
