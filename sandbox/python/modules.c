#include "modules.h"
#include <stddef.h>

/*
 * Extension modules that libpython carries within itself and that a run has no
 * use for. A module that is not there cannot be abused, and its ImportError is
 * clearer than the EPERM of a refused system call.
 */
const struct left_out modules_left_out[] = {
	{ "_socket", "no network" },
	{ "_posixsubprocess", "no process is started" },
	{ "_posixshmem", "no shared memory" },
	{ "fcntl", "ioctl and locks on descriptors" },
	{ "select", "waits on descriptors; there is only standard input" },
	{ "syslog", "talks to a socket of the host" },
	{ "pwd", "asks the C library's name services, which load libraries and open sockets" },
	{ "grp", "the same" },
	{ "spwd", "the same" },
	{ "nis", "the same" },
	{ "faulthandler", "crashes on purpose and writes to any descriptor from a signal handler" },
	{ "xxsubtype", "an example for writers of extensions" },
	{ "_xxsubinterpreters", "interpreters within the interpreter" },
	{ "_xxinterpchannels", "the same" },
	{ "_testcapi", "pokes memory" },
	{ "_testinternalcapi", "pokes memory" },
	{ "_ctypes", "pokes memory" },
	{ "mmap", "maps memory" },
	{ "resource", "changes limits" },
	{ NULL, NULL },
};

/*
 * What is imported before the first fork. First those that are shared libraries
 * on some distribution, and could not be loaded once PROT_EXEC is refused: a
 * name that this version lacks is passed over, and what has a pure Python
 * substitute (_zoneinfo, _queue, _hashlib) is left to it. Then what beginners import.
 *
 * Every megabyte here costs each fork some 50 microseconds of page tables, so
 * that what few answers use (dataclasses with inspect 12 ms to import and 1 MB,
 * hashlib with OpenSSL, calendar, queue, csv, traceback) is read from the library
 * by those that do.
 */
const char *const modules_preloaded[] = {
	"math",
	"cmath",
	"array",
	"unicodedata",
	"binascii",
	"_json",
	"_decimal",
	"_datetime",
	"_random",
	"_struct",
	"_heapq",
	"_bisect",
	"_statistics",
	"_contextvars",
	"_typing",
	"_opcode",
	"_ast",
	"_csv",
	"_pickle",
	"_md5",
	"_sha1",
	"_sha256",
	"_sha512",
	"_sha2",
	"_sha3",
	"_blake2",
	"sys",
	"os",
	"io",
	"abc",
	"time",
	"types",
	"itertools",
	"operator",
	"functools",
	"collections",
	"collections.abc",
	"keyword",
	"reprlib",
	"enum",
	"re",
	"string",
	"random",
	"copy",
	"copyreg",
	"heapq",
	"bisect",
	"numbers",
	"fractions",
	"decimal",
	"statistics",
	"datetime",
	"json",
	"textwrap",
	"contextlib",
	"warnings",
	"typing",
	"struct",
	"locale",
	"__future__",
	"encodings.latin_1",
	"encodings.ascii",
	"encodings.utf_8",
	"encodings.cp1252",
	NULL,
};

/*
 * Steps of known ways out that a run can come to. What it cannot even import (sockets, ctypes, mmap) has no row.
 */
const struct refused_event modules_refused[] = {
	{ "os.system", 0, "starts a shell" },
	{ "os.exec", 0, "becomes another program" },
	{ "os.fork", 0, "a run is one process" },
	{ "os.forkpty", 0, "the same" },
	{ "os.posix_spawn", 0, "starts a program" },
	{ "os.spawn", 0, "the same" },
	{ "pty.spawn", 0, "the same" },
	{ "sys.addaudithook", 0, "would run the student's code within ours; Python drops hook and refusal in silence" },
	{ "code.__new__", 1,
		"instructions written by hand reach any memory of the process; types.coroutine() needs it" },
	{ "marshal.loads", 1, "the same, from bytes; imports need it" },
	{ "marshal.load", 1, "the same" },
	{ NULL, 0, NULL },
};
