/*
 * What is known of an answer before it runs: rows (name, kind, line), each name and kind once.
 *
 * The kinds are those of struct run_name (sandbox/sandbox.h).
 */
#pragma once
#include <Python.h>
#include <stdbool.h>
#include <stdint.h>
#include "encode.h"

struct fact {
	PyObject *name; /* borrowed: whoever adds it keeps it alive until the facts are encoded */
	char kind;
	uint16_t next; /* of the same hash */
	int line;
	PyCodeObject *code; /* that was seen last; NULL: none */
};

struct facts {
	struct fact *rows; /* grows: a fork pays for each page that it touches */
	size_t count, cap;
	bool overflow; /* something was left out */
	uint16_t heads[256]; /* by hash: 1 + the index of the first row */
};

/* NULL when there is none. */
struct fact *facts_find(const struct facts *facts, PyObject *name, char kind);
/* The row of this name and kind, new (with line 0) when *added; NULL when there is no room left. */
struct fact *facts_row(struct facts *facts, PyObject *name, char kind, bool *added);
/* As a list of tuples (name, kind, line); one more of kind '!' says that something was left out. */
void facts_encode(struct out *out, const struct facts *facts);
void facts_release(struct facts *facts);
