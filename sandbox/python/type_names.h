/*
 * A type's own names, those that it inherits left out. From 3.12 on the built-in types keep them per interpreter and
 * leave tp_dict empty.
 */
#pragma once
#include <Python.h>

/* A new reference, or NULL without an exception. */
static inline PyObject *type_names(PyTypeObject *type)
{
#if PY_VERSION_HEX >= 0x030C0000
	return PyType_GetDict(type);
#else
	return Py_XNewRef(type->tp_dict);
#endif
}
