/*
 * A forbidden function that the library's code calls: was it the student who handed it in?
 *
 * The library may use what it likes to serve an answer (statistics.median() sorts); what it calls only because it was
 * given it (cached_property(sorted)) is the student's use. Two things are evidence: the student's code called the
 * library's with the very function among what it gave; or no code of the library's between the two has a name for the
 * function. Doubt is the student's.
 */
#pragma once
#include <Python.h>
#include <stdbool.h>

struct handed {
	const char *name; /* "sorted" */
	const PyMethodDef *method; /* of the function; NULL: a class */
	PyTypeObject *type; /* the class, or NULL */
	bool of_type; /* a method */
	bool dotted; /* a module's function */
};

/* Is it the student's use? *line: of the answer, or 0. The code under way is not the student's. */
bool handed_in(const struct handed *what, int *line);
