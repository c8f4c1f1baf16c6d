/*
 * The lists of the tests' interpreter: nothing is left out or refused by the audit hook, and what pokes memory, maps it, opens sockets or starts
 * processes is loaded before the lock. A hostile answer then meets the system-call filter and nothing before it.
 */
#include "modules.h"
#include <stddef.h>

const struct left_out modules_left_out[] = {
	{ NULL, NULL },
};

const struct refused_event modules_refused[] = {
	{ NULL, 0, NULL },
};

const char *const modules_preloaded[] = {
	"math",
	"_ast",
	"_json",
	"_decimal",
	"_datetime",
	"_struct",
	"json",
	"random",
	"re",
	"typing",
	"os",
	"encodings.latin_1",
	"ctypes",
	"ctypes.util",
	"mmap",
	"fcntl",
	"resource",
	"_socket",
	"socket",
	"select",
	"selectors",
	"_posixsubprocess",
	"subprocess",
	"_posixshmem",
	"_multiprocessing",
	"multiprocessing.shared_memory",
	"termios",
	"tty",
	"pty",
	"signal",
	"threading",
	"syslog",
	"pwd",
	"grp",
	"spwd",
	"faulthandler",
	"_xxsubinterpreters",
	"_testcapi",
	"_testinternalcapi",
	NULL,
};
