/*
 * The proof's inner parts: what is known of a value (slot), of names (table),
 * and the walk over one code object (flow).
 *
 * A slot says what a value *may* be and what it *must* be. Where two paths meet,
 * the first are united and the second intersected; so whatever is not known
 * counts against sharing.
 */
#pragma once
#include <Python.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

enum may {
	MAY_ADDRESS = 1, /* its repr or hash is an address: a function, an iterator, a bound method */
	MAY_EXCEPTION = 2, /* its hash is an address, its repr is not */
	MAY_GENERATE = 4, /* calling it gives a generator, or another thing with an address */
	MAY_NULL = 8, /* not a value: what stands below a function that is no method */
	MAY_RESTRICTED = 16, /* a built-in that may only be called, by its name */
	MAY_CLASS = 32 /* from type(x): were it called, or its own type, classes could be made */
};

enum must {
	MUST_SAFE = 1, /* immutable for good: a constant, a function without state, a pure module */
	MUST_CONST = 2, /* a constant: number, text, bytes, None, bool, tuples of these */
	MUST_CONST_MAP = 4, /* a fresh dict of constants: the defaults of keyword-only parameters */
	MUST_SINGLE = 8, /* there is one of it for ever: None, True, False, a built-in */
	MUST_CATCH = 16, /* an exception class, or a tuple of them, that may be caught */
	MUST_FORMAT = 32, /* a text whose replacement fields reach into nothing */
	MUST_INLINE = 64, /* a comprehension's code: called where it is made */
	MUST_FALSE = 128 /* __name__ == "__main__" */
};

/* `what`: 0, or exactly which one, as the group and an index in its list. */
enum what {
	WHAT_BUILTIN = 0x1000,
	WHAT_MODULE = 0x2000,
	WHAT_MEMBER = 0x3000,
	WHAT_METHOD = 0x4000,
	WHAT_CODE = 0x5000,
	WHAT_OWN_NAME = 0x6000,
	WHAT_MAIN_TEXT = 0x7000, /* __name__ and "__main__" */
	WHAT_GROUP = 0xf000,
	WHAT_INDEX = 0x0fff
};

struct slot {
	uint8_t may, must;
	uint16_t what;
};

enum { MAX_NAMES = 200, MAX_CODES = 120, MAX_STATES = 2 << 20 };

struct table {
	struct {
		PyObject *name;
		struct slot slot;
	} rows[MAX_NAMES];
	size_t count;
};

struct proof {
	struct table names; /* of the module */
	struct table locals; /* of one function with all that is nested in it, by name alone */
	bool star; /* from math import * */
	bool final; /* what is known does not change any more: judge */
	bool changed; /* something became known in this pass */
	/* Lines where something happens first; 0: nowhere. */
	int shows_line; /* a value becomes a text */
	int sets_line; /* a set is made */
	int escapes_line; /* a value with an address goes out of sight, in a function */
	int load_escapes_line; /* the same while loading */
	int exception_line; /* an exception goes out of sight, in a function */
	int changing_line; /* a module-level name receives what is not proved immutable */
	bool views, set_operators; /* a dict's views, and the operators that make sets of them */
	bool refused;
	char why_not[300];
	struct {
		PyCodeObject *code;
		bool load;
	} codes[MAX_CODES + 1]; /* found on the way, borrowed; load: runs while loading only */
	size_t code_count;
};

/* Unites; true when `into` changed. */
bool slot_join(struct slot *into, struct slot from);
const struct slot *table_find(const struct table *table, PyObject *name);
void table_store(struct proof *proof, struct table *table, PyObject *name, struct slot slot);

/* Refuses, once and for all; the line is added. */
void proof_refuse(struct proof *proof, int line, const char *format, ...) __attribute__((format(printf, 3, 4)));
void proof_add_code(struct proof *proof, PyCodeObject *code, bool load);

/* Walks one code object until nothing changes. `load`: it runs while loading only. */
void flow_walk(struct proof *proof, PyCodeObject *code, bool load);
