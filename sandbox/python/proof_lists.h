/* What an answer may name and still be proved to carry no state. Each list is closed: what it lacks is refused. */
#pragma once
#include <Python.h>
#include <stdbool.h>
#include <stddef.h>

enum builtin_trait {
	EATS = 1, /* iterates its first argument, or only looks at it, and does not keep it */
	EATS_ALL = 2, /* the same of all its arguments */
	ITERATOR = 4, /* gives an iterator */
	SHOWS = 8, /* makes a text of a value, be it in an exception's message */
	SETS = 16, /* makes a set: its order shows hashes */
	ONLY_CALLED = 32,
	RAISES = 64, /* an exception class */
	CATCHES = 128, /* one that may be caught: not MemoryError nor RecursionError nor what they derive from, for
	                * the allocator's state would be a channel, and so would what needs a deep stack the
	                * first time only (a codec's import, the cache of an abstract class) */
	ONE_ARGUMENT = 256, /* type(x), never type(name, bases, dict) */
};

enum attribute_trait { DATA = 512, FORMATS = 1024, VIEW = 2048 };

enum argument_trait {
	KEY = 4096, /* calls its key= */
	CHOOSES = 8192, /* gives back one of several arguments */
	EATS_TWO = 16384 /* as EATS, its first two arguments */
};

struct listed {
	const char *name;
	int traits;
};
struct listed_module {
	const char *name;
	bool load_only;
	const struct listed *members;
};

extern const struct listed BUILTINS[];
extern const struct listed ATTRIBUTES[];
extern const struct listed_module MODULES[];

/* The index, or -1. Names end with a row whose name is NULL. */
int listed_find(const struct listed *list, PyObject *name);
int listed_module_find(PyObject *name);
