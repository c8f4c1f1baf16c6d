/*
 * The second line behind the rules on an answer's text: what it really does while it runs.
 *
 * Use: watch_install() before the interpreter starts; watch_arm() in a run, before anything of the student's;
 * watch_words() when the answer is compiled, if the question forbids names; watch_seen() for what was used.
 *
 * Three things watch. An audit hook, which Python cannot remove, sees code that is compiled and executed at run time
 * (audit.c). The C functions behind forbidden built-in names tell when they are called (tripwire.c), by whatever
 * way the student came to them. And modules tell what is taken out of them that belongs to a forbidden one (reached.c).
 *
 * Only code of the student's own counts, and what it hands to the library (handed.c): what the standard library does
 * by itself to serve them is not their doing.
 */
#pragma once
#include <Python.h>
#include <stdbool.h>

enum { WATCH_WORD = 100 };

enum watch_kind {
	WATCH_NAME, /* "sorted" */
	WATCH_METHOD, /* ".sort" */
	WATCH_DOTTED, /* "math.sqrt", "list.sort" */
	WATCH_MODULE, /* "import math" */
};

struct watch_word {
	char text[WATCH_WORD]; /* without the dot or "import " */
	enum watch_kind kind;
	bool seen;
	int line; /* of the answer, 0: unknown */
};

struct watch {
	bool armed;
	struct watch_word *words;
	size_t count;
	PyObject *names; /* the answer's module's dict, borrowed; NULL: not there yet */
	getattrofunc module_attribute; /* Python's own way to a module's attribute; NULL: it is in its place */
};

/* The run's only one: hooks and C functions that Python calls find it here. */
struct watch *watch_state(void);

int watch_install(void); /* 0, or -1: Python refused the hook */
void watch_arm(void);
/* Takes a tuple of str; 0, or -1 with a Python exception. `names` as in struct watch. */
int watch_words(PyObject *words, PyObject *names);
/* A new list of (index of the word: int, line: int); NULL with an exception. */
PyObject *watch_seen(void);

/* For the two watchers. Is the code under way the student's (an executed text included), not the library's? *line: of the answer, or 0. */
bool watch_is_students(int *line);
/* Does code of this file belong to the library, to the given code or to a test? */
bool watch_is_library(const char *file);
/* Does the module of this name belong to the word's, or is it the part of that which is written in C (_heapq)? */
bool watch_is_module(const struct watch_word *word, const char *name);
/* The word was used at this line of the answer. */
void watch_used(struct watch_word *word, int line);
/* The word was used just now, if the code under way is the student's. */
void watch_note(struct watch_word *word);
/* The last part of a word: "sqrt". */
const char *watch_last(const struct watch_word *word);

/* Makes the C functions behind the words tell (tripwire.c). */
void tripwire_set(struct watch *watch);
/* Before the words go: the functions forget them. */
void tripwire_clear(void);
/* Makes modules tell what of a forbidden one is taken out of them (reached.c). */
void reached_set(struct watch *watch);
/* Python's audit hook (audit.c). */
int audit_hook(const char *event, PyObject *args, void *unused);
