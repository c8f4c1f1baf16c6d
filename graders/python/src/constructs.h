/*
 * The constructs that a question can forbid or require, by the words that a teacher thinks in.
 */
#pragma once
#include <stddef.h>

enum { CONSTRUCT_CLASSES = 5 };

struct construct {
	const char *name; /* "comprehension" */
	const char *fr, *en; /* "une compréhension", "a comprehension" */
	const char *classes[CONSTRUCT_CLASSES]; /* of the nodes of Python's syntax tree; NULL-terminated */
};

const struct construct *construct_find(const char *name); /* NULL: none */
const struct construct *construct_at(size_t index); /* NULL: after the last */
