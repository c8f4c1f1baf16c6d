/*
 * Which functions of an answer reach themselves again, by the names that they refer to.
 *
 * Use: recursion_new(), then the walk says where functions begin and end and which names it meets between
 * (names are borrowed: the tree holds them); at the end recursion_line(). A reference counts as a call, for
 * it may be one, and functions of the same name count as one.
 */
#pragma once
#include <Python.h>
#include <stdbool.h>

struct recursion;

struct recursion *recursion_new(void); /* NULL: no memory */
void recursion_free(struct recursion *recursion);
void recursion_enter(struct recursion *recursion, PyObject *function, bool method);
void recursion_leave(struct recursion *recursion);
void recursion_name(struct recursion *recursion, PyObject *name, int line);
/* `plain`: the attribute of a simple name, as self. */
void recursion_attribute(struct recursion *recursion, PyObject *name, bool plain, int line);
/* The first line that leads back into a function, 0: none. *overflow when there was too much to look at. */
int recursion_line(struct recursion *recursion, bool *overflow);
