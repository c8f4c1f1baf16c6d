/*
 * The sandbox: runs one piece of untrusted Python and reports what happened.
 *
 * Use:
 *   sandbox_open()                 once per slot: starts a warm interpreter (zygote) in its closed room
 *   run_start() … run_end()        once per fresh copy: a clone of the zygote, verified from outside
 *   run_load(), run_call(), …      between them: source in, calls in, plain values out
 *
 * Invariants:
 *  - The student's text is only ever read inside a run. Nothing that this side expects goes in.
 *  - A call returns 0 and fills a reply whatever the untrusted code did; -1 is *our* fault
 *    (machine, zygote, protocol of ours) and must never become a mark.
 *  - After a reply whose `end` is not RUN_OK or RUN_RAISED the run is dead: only run_end() remains.
 *  - One run at a time per sandbox. One thread.
 */
#pragma once
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include "base/arena.h"
#include "base/err.h"
#include "sandbox/value.h"

struct sandbox; /* a slot */
struct run; /* one clone */

struct sandbox_config {
	const char *python; /* path of bareme-python; NULL: beside this executable, then the build's */
	int slot; /* 0.. ; names the cgroup and picks the run uid */
	uint32_t hash_seed; /* PYTHONHASHSEED of the zygote; 0 is the usual one */
};

/* How a step in a run ended. The first two leave the run alive. */
enum run_end {
	RUN_OK,
	RUN_RAISED, /* the student's code raised; see `exception` */
	RUN_TIMEOUT, /* CPU limit */
	RUN_IDLE, /* wall limit without using its CPU: sleeps, waits */
	RUN_MEMORY, /* an uncaught MemoryError or the memory group's limit */
	RUN_OUTPUT, /* more output than allowed, on either stream */
	RUN_FORBIDDEN, /* killed by the system-call filter */
	RUN_CRASHED, /* died, exited or spoke out of turn: no frame */
};
const char *run_end_name(enum run_end end); /* "ok", "raised", … static */

struct run_limits {
	uint32_t cpu_ms; /* per step (load, each call); never less than 1 */
	uint32_t wall_ms; /* per step; 0: derived from cpu_ms */
	uint32_t memory_mb; /* what the code may allocate beyond the bare interpreter */
	uint32_t output_bytes; /* per step, each stream on its own */
};

struct run_file {
	const char *name;
	const void *data;
	size_t bytes;
}; /* readable in the run's folder; plain names */

struct run_spec {
	struct run_limits limits;
	const struct run_file *files;
	size_t file_count;
	const void *input; /* standard input, borrowed until run_end(); NULL: empty */
	size_t input_bytes;
	uint64_t seed; /* seeds `random` */
};

/* One frame of a traceback in the student's own text (never ours). */
struct run_frame {
	const char *function;
	int line;
};

struct run_exception {
	const char *type; /* "ValueError", "MyError" */
	const char *builtin; /* the built-in type when it is exactly one (by identity), else NULL */
	const char *base; /* the nearest built-in base: "ValueError" for a subclass of it */
	const char *message; /* str(exception), bounded, valid UTF-8 */
	int line; /* innermost line of the student's text, 0 when none */
	int column; /* from 1, 0 unknown (syntax errors) */
	const char *text; /* the student's source line, NULL when unknown */
	bool in_prelude; /* the line is in the prelude, not in the answer */
	bool syntax; /* from compiling, not from running */
	int exit_code; /* of a SystemExit: its code (None is 0; a text is 1) */
	const struct run_frame *frames; /* outermost first, at most 20 */
	size_t frame_count;
};

struct run_reply {
	enum run_end end;
	const struct run_exception *exception; /* RUN_RAISED, and RUN_MEMORY when it was an exception */
	const struct value *value; /* what was returned; NULL when it is not plain data */
	const char *not_plain; /* then: why, one of the codes of run_not_plain_code below */
	const char *type; /* the exact type's name of what was returned ("generator") */
	const struct value
		*args_after; /* tuple of the positional arguments after the call, when asked; NULL if not plain */
	const char *output;
	size_t output_bytes; /* standard output of this step, raw bytes, NUL after them */
	const char *errors;
	size_t errors_bytes; /* standard error of this step */
	bool output_cut;
	uint64_t cpu_us; /* used by this step, measured outside */
	uint64_t wall_us;
};
/* `not_plain` is one of: "type" (e.g. a generator: see `type`), "cycle", "depth", "nodes", "bytes". */

/* What is known of an answer before it runs (for "forbid" and "require"), each name and kind once, with its first line.
 * From the compiled code: 'g' global or built-in, 'G' built-in for sure (the module has not defined it yet), 'd' defined
 * at the top level, 'p' made global by a function, 'x' deleted again, 'a' attribute read, 'm' attribute or class member
 * defined, 'i' module imported, 'j' name imported from one. With run_source.examine, from the syntax tree as well: 'c' class of node ("For")
 * or "recursion" or "decorator", 'm' as above, 'f' function defined, 'k' class defined, 'u' either of these by the module itself, 'v' the
 * same under a condition, 'o' "module.name" imported from, 's' module whose every name is imported, 'n' function that reaches
 * names by a text that is not written out. '!' (of either): not everything could be told. */
struct run_name {
	const char *name;
	char kind;
	int line;
};

struct run_compiled {
	bool shareable; /* proved to carry no state from call to call */
	const char *
		why_not; /* when not: a short English reason for the author and the bench ("stores a global: memo (line 3)") */
	const struct run_name *names;
	size_t name_count;
};

struct run_source {
	const char *prelude;
	size_t prelude_bytes; /* given code, runs first, same names; NULL: none */
	const char *text;
	size_t bytes; /* UTF-8 without NUL: the caller checked */
	bool program; /* run as __main__ to its end; reply.end RUN_OK when it ended by itself */
	bool examine; /* read the syntax tree too */
	const char *const *watch; /* "max", ".sort", "math.sqrt", "import math": noted when used; NULL: nothing */
};

/* Of one word of run_source.watch. */
struct run_seen {
	bool used;
	int line; /* of the answer, 0: unknown */
};

struct run_call {
	const char *function; /* a global name of the answer */
	const struct value *args; /* a tuple */
	const struct value *kwargs; /* a dict with str keys, or NULL */
	bool args_after; /* encode the positional arguments again after the call */
};

/* Opens a slot; fails with ERR_ISOLATION below the documented safe set, naming what is missing. */
int sandbox_open(struct sandbox **out, const struct sandbox_config *config, struct err *err) must_check;
void sandbox_close(struct sandbox *sandbox); /* NULL is allowed; kills whatever runs */
/* "3.11.2"; borrowed. */
const char *sandbox_python_version(const struct sandbox *sandbox);
/* "full", or what is reduced: "no-cgroup", "no-landlock", "no-mdwe", "one-uid", joined by '+'; borrowed. */
const char *sandbox_isolation(const struct sandbox *sandbox);

/* The proof: a run is born, locked, verified from outside and ended. ERR_ISOLATION names what this machine refuses. */
int sandbox_try(struct sandbox *sandbox, struct err *err) must_check;

/* Clones the zygote and verifies its posture from outside. `arena` receives every reply's data
 * and must outlive the run. */
int run_start(struct run **out, struct sandbox *sandbox, const struct run_spec *spec, struct arena *arena,
	struct err *err) must_check;
/* Compiles the answer without running it: names and the proof. A syntax error is RUN_RAISED with exception->syntax. */
int run_compile(struct run *run, const struct run_source *source, struct run_compiled *compiled,
	struct run_reply *reply, struct err *err) must_check;
/* Executes what was compiled: prelude, then the answer (a program: to its end). */
int run_load(struct run *run, struct run_reply *reply, struct err *err) must_check;
/* Is there a callable global of that name now? Fills reply->value with True or False. */
int run_has(struct run *run, const char *function, struct run_reply *reply, struct err *err) must_check;
/* Calls by name with plain data. */
int run_call(struct run *run, const struct run_call *call, struct run_reply *reply, struct err *err) must_check;
/* Executes `setup` (may be NULL) then evaluates `expression` among the answer's names. An empty
 * expression returns None. Errors *in this text* carry in_prelude = true and line 0. */
int run_eval(struct run *run, const char *setup, const char *expression, struct run_reply *reply,
	struct err *err) must_check;
/* Which words of run_source.watch has the run used so far? Adds to `seen` (`count` of them, one for each). */
int run_watched(
	struct run *run, struct run_seen *seen, size_t count, struct run_reply *reply, struct err *err) must_check;
/* Kills what is left and frees. NULL is allowed. Its death is waited for by the next run_start() or by
 * sandbox_settle(). -1 when the slot is no longer clean (the zygote died): close the sandbox and open it again. */
int run_end(struct run *run, struct err *err) must_check;
/* Waits until nothing of the last run is left: call it before a verdict leaves. -1 as run_end(). */
int sandbox_settle(struct sandbox *sandbox, struct err *err) must_check;

/* Author's texts, read in a run of their own into which no answer ever comes (run_start, then these, run_end). */

/* A literal as a teacher would type it in a console: numbers, text, None, True, inf, nan, -x, a+bj, lists,
 * tuples, sets, dicts, set(), frozenset([..]), range(..). RUN_RAISED when it is not one. */
int run_literal(struct run *run, const char *text, struct run_reply *reply, struct err *err) must_check;
/* "f(1, [2], k=3)" with literal arguments: *simple true, value is the tuple (name, args tuple, kwargs dict).
 * Anything richer that compiles: *simple false. RUN_RAISED when it does not compile. */
int run_parse_call(
	struct run *run, const char *text, bool *simple, struct run_reply *reply, struct err *err) must_check;
