/*
 * What is said between the grader, the zygote and a run. Both programs
 * (libsandbox and bareme-python) are built from this one header.
 *
 * 1. Grader <-> zygote: a SOCK_SEQPACKET pair, one struct per packet, one
 *    request at a time. The zygote believes it: nothing of a student passes here.
 * 2. Grader <-> run: a SOCK_STREAM pair. Each request gets exactly one reply
 *    frame with the same nonce. The run is hostile from LOAD on: whatever it
 *    sends is at most a claimed value.
 *
 * Integers are native: both ends are the same build on the same machine.
 */
#pragma once
#include <stdint.h>

enum { WIRE_VERSION = 2 };

/* ---- 1. zygote ---- */

enum zygote_verb { ZYGOTE_HELLO = 1, ZYGOTE_CLONE, ZYGOTE_CLONED, ZYGOTE_REAP, ZYGOTE_REAPED };

struct zygote_hello {
	uint32_t verb, version;
	int32_t step; /* 0, or the number of the set-up step that failed */
	int32_t error; /* its errno */
	char step_name[64];
	char python[32]; /* "3.11.2" */
	uint32_t landlock_abi; /* 0: none */
	uint32_t mdwe; /* 1: memory-deny-write-execute is in force */
};

/* Descriptors sent along, in this order: channel, stdin, stdout, stderr, and the v2 group's folder when `group`. */
struct zygote_clone {
	uint32_t verb;
	uint32_t cpu_seconds; /* RLIMIT_CPU as a backstop */
	uint64_t memory_bytes; /* beyond the zygote's own address space */
	uint32_t tmpfs_kb;
	uint32_t group; /* 1: a cgroup v2 descriptor comes last */
	uint64_t seed; /* for `random` */
};

struct zygote_cloned {
	uint32_t verb;
	int32_t pid;
	int32_t error;
}; /* with the pidfd when error is 0 */
struct zygote_reap {
	uint32_t verb;
	int32_t pid;
};
struct zygote_reaped {
	uint32_t verb;
	int32_t pid;
	int32_t code, status;
	uint64_t cpu_us;
	uint64_t peak_kb;
};

/* ---- 2. run ---- */

struct wire_frame {
	uint32_t bytes; /* of the payload that follows */
	uint32_t type; /* enum wire_type */
	uint64_t nonce;
};

enum { WIRE_MAX_REQUEST = 16 << 20, WIRE_MAX_REPLY = 20 << 20 };

enum wire_type {
	/* Set-up, read by trusted code before any lock: FILE (payload: name NUL data) any number of times, then START. */
	WIRE_FILE = 1,
	WIRE_START, /* no payload; answered by READY when every lock is on */
	WIRE_READY,
	WIRE_BROKEN, /* instead of READY: payload int32 step, int32 errno, step name: our fault */

	/* Requests: the payload is one encoded value (value.h), a tuple: */
	WIRE_COMPILE =
		16, /* (prelude: str | None, text: str, program: bool, examine: bool, watch: tuple of str | None) */
	WIRE_LOAD, /* () */
	WIRE_HAS, /* (name: str,) */
	WIRE_CALL, /* (function: str, args: tuple, kwargs: dict | None, args_after: bool) */
	WIRE_EVAL, /* (setup: str | None, expression: str) */
	WIRE_LITERAL, /* (text: str,) */
	WIRE_PARSE_CALL, /* (text: str,) */
	WIRE_SEEN, /* (): a list of (index in `watch`: int, line: int), as a value */

	WIRE_REPLY = 32, /* payload: see below */
};

/*
 * A reply's payload: uint8 kind, uint8 number of parts, then each part as uint32 length and one
 * encoded value. At most 3 parts.
 *   'V'  the value, its exact type's name: str, the args after the call   it ended well
 *   'O'  the reason: str, the exact type's name: str, the args after      it ended well, but with what is not plain data;
 *        reason: "type" "cycle" "depth" "nodes" "bytes"
 *        The third part is there only when args_after was asked: a tuple, or None when they are no longer plain data.
 *   'E'  (type: str, builtin: str | None, base: str, message: str, line: int, column: int, text: str | None,
 *         in_prelude: bool, syntax: bool, exit_code: int, frames: list of (function: str, line: int))
 *   'C'  (shareable: bool, why_not: str, names: list of (name: str, kind: str, line: int)),
 *        with `examine` then a list of more names, from the syntax tree                           COMPILE only
 *   'R'  no part: a richer expression                                                           PARSE_CALL only
 */
enum wire_reply { WIRE_VALUE = 'V', WIRE_OPAQUE = 'O', WIRE_EXCEPTION = 'E', WIRE_COMPILED = 'C', WIRE_RICH = 'R' };
