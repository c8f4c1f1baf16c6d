/*
 * The C functions behind forbidden names, made to tell when they are called.
 *
 * Python reaches a built-in function through a pointer in a table of libpython's: in this run, and in no other, that
 * pointer leads through a function of ours, which notes the call and goes on to the true one. So it does not matter by
 * which way the student came to it: getattr, a frame, the collector, code made at run time. What cannot be seen so is
 * what has no C function of its own (modules written in Python, classes defined in them).
 *
 * All these functions take at most five words and return one, in registers on every machine that we run on: one shape
 * of ours stands for all of theirs.
 */
#include <string.h>
#include "handed.h"
#include "type_names.h"
#include "watch.h"

enum {
	MAX_WIRES = 32,
	MAX_WORDS = 4, /* for one function: "max", "builtins.max" */
	MAX_LOOKS = 20000 /* at who calls, where the library does: each takes a microsecond or two */
};

typedef PyObject *any_function(void *, void *, void *, void *, void *);

struct wire {
	any_function **place; /* where Python finds the function */
	any_function *true_one;
	struct watch_word *words[MAX_WORDS]; /* the first is NULL: it is there for `sorts` only */
	struct handed what;
	int looks; /* at the library's callers */
	PyTypeObject *type; /* a class: only calls for this very one count; NULL: a function */
	bool sorts; /* sorted(), which itself calls list.sort() */
	bool sorted_by; /* list.sort() */
};

struct wires {
	struct wire of[MAX_WIRES];
	size_t count;
	bool sorting; /* the next list.sort() is sorted()'s own */
};

static struct wires *wires(void)
{
	static struct wires set;
	return &set;
}

/* The words that were not seen yet have been used now, if it is the student's doing. */
static void tell(struct wire *wire)
{
	size_t unseen = 0;
	int line;
	for (size_t i = 0; i < MAX_WORDS && wire->words[i] != NULL; i++)
		unseen += !wire->words[i]->seen;
	if (unseen == 0)
		return;
	if (!watch_is_students(&line) && (wire->looks++ >= MAX_LOOKS || !handed_in(&wire->what, &line)))
		return;
	for (size_t i = 0; i < MAX_WORDS && wire->words[i] != NULL; i++)
		watch_used(wire->words[i], line);
}

static PyObject *go_through(size_t index, void *const args[5])
{
	struct wires *set = wires();
	struct wire *wire = &set->of[index];
	bool own = wire->sorted_by && set->sorting;
	PyObject *result;
	if (wire->sorted_by)
		set->sorting = false;
	if (wire->words[0] != NULL && !own && (wire->type == NULL || args[0] == wire->type))
		tell(wire);
	if (wire->sorts)
		set->sorting = true;
	result = wire->true_one(args[0], args[1], args[2], args[3], args[4]);
	if (wire->sorts)
		set->sorting = false;
	return result;
}

#define WIRE(n)                                                                                                        \
	static PyObject *wire_##n(void *a, void *b, void *c, void *d, void *e)                                         \
	{                                                                                                              \
		return go_through(n, (void *const[5]){ a, b, c, d, e });                                               \
	}
#define WIRES(row)                                                                                                     \
	row(0) row(1) row(2) row(3) row(4) row(5) row(6) row(7) row(8) row(9) row(10) row(11) row(12) row(13) row(14)  \
		row(15) row(16) row(17) row(18) row(19) row(20) row(21) row(22) row(23) row(24) row(25) row(26)        \
			row(27) row(28) row(29) row(30) row(31)
#define WIRE_NAME(n) wire_##n,

WIRES(WIRE)

static any_function *const WIRED[MAX_WIRES] = { WIRES(WIRE_NAME) };

static struct wire *wire_of(any_function **place)
{
	struct wires *set = wires();
	for (size_t i = 0; i < set->count; i++)
		if (set->of[i].place == place)
			return &set->of[i];
	return NULL;
}

/* NULL when no wire is left, which leaves this function to the rules on the text, or when `place` holds no function. */
static struct wire *set_wire(any_function **place, struct watch_word *word)
{
	struct wires *set = wires();
	struct wire *wire = wire_of(place);
	if (wire == NULL && *place != NULL && set->count < MAX_WIRES) {
		wire = &set->of[set->count];
		*wire = (struct wire){ .place = place, .true_one = *place };
		*place = WIRED[set->count++];
	}
	for (size_t i = 0; wire != NULL && word != NULL && i < MAX_WORDS; i++)
		if (wire->words[i] == NULL) {
			wire->words[i] = word;
			break;
		}
	return wire;
}

static struct wire *set_on_function(PyMethodDef *method, bool of_type, struct watch_word *word)
{
	struct wire *wire = set_wire((any_function **)(void *)&method->ml_meth, word);
	bool dotted = word->kind == WATCH_DOTTED;
	if (wire != NULL)
		wire->what = (struct handed){ .name = method->ml_name,
			.method = method,
			.of_type = of_type,
			.dotted = dotted && (wire->what.dotted || wire->what.name == NULL) };
	return wire;
}

/* list.sort() as sorted() calls it is no use of ".sort". */
static void know_sorted(void)
{
	PyObject *sorted = PyDict_GetItemString(PyEval_GetBuiltins(), "sorted");
	struct wire *wire = NULL;
	if (sorted != NULL && PyCFunction_CheckExact(sorted))
		wire = set_wire((any_function **)(void *)&((PyCFunctionObject *)sorted)->m_ml->ml_meth, NULL);
	if (wire != NULL)
		wire->sorts = true;
}

static void set_on_method(PyTypeObject *type, const char *name, struct watch_word *word)
{
	PyObject *names = type_names(type);
	PyObject *method = names != NULL ? PyDict_GetItemString(names, name) : NULL; /* which the type keeps */
	struct wire *wire;
	Py_XDECREF(names);
	if (method == NULL || !Py_IS_TYPE(method, &PyMethodDescr_Type))
		return;
	wire = set_on_function(((PyMethodDescrObject *)method)->d_method, true, word);
	if (wire != NULL && type == &PyList_Type && strcmp(name, "sort") == 0) {
		wire->sorted_by = true;
		know_sorted();
	}
}

static void set_on_maker(any_function **place, PyTypeObject *type, struct watch_word *word)
{
	struct wire *wire = set_wire(place, word);
	if (wire == NULL)
		return;
	wire->type = type;
	wire->what = (struct handed){ .name = watch_last(word), .type = type };
}

/* A class is made by either of two functions. */
static void set_on_class(PyTypeObject *type, struct watch_word *word)
{
	if (PyType_HasFeature(type, Py_TPFLAGS_HEAPTYPE) || type == &PyType_Type || type == &PyBaseObject_Type)
		return;
	set_on_maker((any_function **)(void *)&type->tp_new, type, word);
	set_on_maker((any_function **)(void *)&type->tp_vectorcall, type, word);
}

static void set_on_object(PyObject *object, struct watch_word *word)
{
	if (object != NULL && PyCFunction_CheckExact(object))
		set_on_function(((PyCFunctionObject *)object)->m_ml, false, word);
	else if (object != NULL && PyType_Check(object))
		set_on_class((PyTypeObject *)object, word);
}

static void set_on_dotted(struct watch_word *word)
{
	char head[WATCH_WORD];
	size_t length = (size_t)(watch_last(word) - word->text) - 1;
	PyObject *owner;
	memcpy(head, word->text, length);
	head[length] = '\0';
	owner = PyDict_GetItemString(PyEval_GetBuiltins(), head);
	if (owner != NULL && PyType_Check(owner)) {
		set_on_method((PyTypeObject *)owner, watch_last(word), word);
		return;
	}
	owner = PyDict_GetItemString(PyImport_GetModuleDict(), head);
	if (owner != NULL && PyModule_Check(owner))
		set_on_object(PyDict_GetItemString(PyModule_GetDict(owner), watch_last(word)), word);
}

static void set_on_word(struct watch_word *word)
{
	PyTypeObject *const plain[] = { &PyList_Type, &PyDict_Type, &PySet_Type, &PyFrozenSet_Type, &PyUnicode_Type,
		&PyTuple_Type, &PyBytes_Type, &PyByteArray_Type, &PyLong_Type, &PyFloat_Type, &PyComplex_Type };
	switch (word->kind) {
	case WATCH_NAME:
		set_on_object(PyDict_GetItemString(PyEval_GetBuiltins(), word->text), word);
		break;
	case WATCH_METHOD:
		for (size_t i = 0; i < Py_ARRAY_LENGTH(plain); i++)
			set_on_method(plain[i], word->text, word);
		break;
	case WATCH_DOTTED:
		set_on_dotted(word);
		break;
	case WATCH_MODULE:
		break;
	}
}

void tripwire_clear(void)
{
	struct wires *set = wires();
	for (size_t i = 0; i < set->count; i++) {
		memset(set->of[i].words, 0, sizeof(set->of[i].words));
		set->of[i].what = (struct handed){ 0 };
		set->of[i].looks = 0;
	}
}

void tripwire_set(struct watch *watch)
{
	for (size_t i = 0; i < watch->count; i++)
		set_on_word(&watch->words[i]);
}
