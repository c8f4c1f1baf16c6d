/*
 * A walk over the nodes that CPython's own parser makes. The classes of nodes are known by the name that
 * they bear; nothing of the student's can have touched them yet. A tree that cannot be made or is too deep
 * is not passed over in silence: the facts then say that they are not complete.
 */
#include "syntax.h"
#include <stdbool.h>
#include <string.h>
#include "compile.h"
#include "facts.h"
#include "recursion.h"

enum { MAX_DEPTH = 2000 };

struct walk {
	struct facts facts;
	struct recursion *recursion;
	PyObject *node_class; /* _ast.AST */
	PyObject *kept; /* list: names that were made here */
	int depth;
	int line; /* of the innermost node that has one */
	int scopes; /* functions and classes around */
	int classes; /* the innermost scope is one */
	int conditions; /* statements around that may not be executed, since the module's own level */
};

static void visit(struct walk *walk, PyObject *node);

static const char *class_of(PyObject *node)
{
	const char *name = Py_TYPE(node)->tp_name, *dot = strrchr(name, '.');
	return dot != NULL ? dot + 1 : name;
}

static bool is_node(const struct walk *walk, PyObject *object)
{
	return object != NULL && PyObject_TypeCheck(object, (PyTypeObject *)walk->node_class);
}

static bool is_a(const struct walk *walk, PyObject *node, const char *name)
{
	return is_node(walk, node) && strcmp(class_of(node), name) == 0;
}

/* A new reference, or NULL without an exception. */
static PyObject *field(PyObject *node, const char *name)
{
	PyObject *value = node != NULL ? PyObject_GetAttrString(node, name) : NULL;
	PyErr_Clear();
	return value;
}

static void note(struct walk *walk, PyObject *name, char kind)
{
	bool added;
	struct fact *row = PyUnicode_CheckExact(name) ? facts_row(&walk->facts, name, kind, &added) : NULL;
	if (row != NULL && added)
		row->line = walk->line;
}

/* Takes over the reference to a name that no node holds. */
static void note_made(struct walk *walk, PyObject *name, char kind)
{
	if (name != NULL && PyList_Append(walk->kept, name) == 0)
		note(walk, name, kind);
	else
		walk->facts.overflow = true;
	Py_XDECREF(name);
	PyErr_Clear();
}

static void note_text(struct walk *walk, const char *name, char kind)
{
	note_made(walk, PyUnicode_InternFromString(name), kind);
}

static void note_field(struct walk *walk, PyObject *node, const char *name, char kind)
{
	PyObject *value = field(node, name);
	if (value != NULL && PyUnicode_CheckExact(value))
		note(walk, value, kind);
	Py_XDECREF(value);
}

/* The text of a constant that is one; a new reference. */
static PyObject *constant_text(const struct walk *walk, PyObject *node)
{
	PyObject *value = is_a(walk, node, "Constant") ? field(node, "value") : NULL;
	if (value != NULL && PyUnicode_CheckExact(value))
		return value;
	Py_XDECREF(value);
	return NULL;
}

/* "a.b" given as text reaches the attributes a and b. */
static void note_path(struct walk *walk, PyObject *path)
{
	PyObject *dot = PyUnicode_InternFromString(".");
	PyObject *parts = dot != NULL ? PyUnicode_Split(path, dot, -1) : NULL;
	for (Py_ssize_t i = 0; parts != NULL && i < PyList_GET_SIZE(parts); i++)
		note_made(walk, Py_NewRef(PyList_GET_ITEM(parts, i)), 'a');
	walk->facts.overflow |= parts == NULL;
	Py_XDECREF(parts);
	Py_XDECREF(dot);
	PyErr_Clear();
}

/* Functions that reach a name given as text. Where that text stands in the call, what it names is known. */
static const struct {
	const char *name;
	Py_ssize_t argument; /* that bears the name; -1: all of them, or the first for a method */
	char kind;
} BY_TEXT[] = {
	{ "getattr", 1, 'a' },
	{ "attrgetter", -1, 'a' },
	{ "methodcaller", 0, 'a' },
	{ "__import__", 0, 'i' },
	{ "import_module", 0, 'i' },
};

static int by_text(PyObject *name)
{
	const char *text = name != NULL && PyUnicode_CheckExact(name) ? PyUnicode_AsUTF8(name) : NULL;
	for (size_t i = 0; text != NULL && i < Py_ARRAY_LENGTH(BY_TEXT); i++)
		if (strcmp(BY_TEXT[i].name, text) == 0)
			return (int)i;
	PyErr_Clear();
	return -1;
}

/* namedtuple("P", "x y") and namedtuple("P", ["x", "y"]) define members. */
static void note_members(struct walk *walk, PyObject *fields)
{
	PyObject *text = constant_text(walk, fields);
	PyObject *elements = text == NULL && is_node(walk, fields) ? field(fields, "elts") : NULL;
	PyObject *comma = PyUnicode_InternFromString(","), *space = PyUnicode_InternFromString(" ");
	PyObject *spaced =
		text != NULL && comma != NULL && space != NULL ? PyUnicode_Replace(text, comma, space, -1) : NULL;
	PyObject *names = spaced != NULL ? PyUnicode_Split(spaced, NULL, -1) : NULL;
	for (Py_ssize_t i = 0; names != NULL && i < PyList_GET_SIZE(names); i++)
		note_made(walk, Py_NewRef(PyList_GET_ITEM(names, i)), 'm');
	for (Py_ssize_t i = 0; elements != NULL && PyList_CheckExact(elements) && i < PyList_GET_SIZE(elements); i++) {
		PyObject *name = constant_text(walk, PyList_GET_ITEM(elements, i));
		if (name != NULL)
			note_made(walk, name, 'm');
	}
	Py_XDECREF(names);
	Py_XDECREF(spaced);
	Py_XDECREF(space);
	Py_XDECREF(comma);
	Py_XDECREF(elements);
	Py_XDECREF(text);
	PyErr_Clear();
}

/* The name that an expression ends with: f, or m.f. A new reference. */
static PyObject *last_name(const struct walk *walk, PyObject *node)
{
	if (is_a(walk, node, "Name"))
		return field(node, "id");
	return is_a(walk, node, "Attribute") ? field(node, "attr") : NULL;
}

static bool note_argument(struct walk *walk, PyObject *node, char kind)
{
	PyObject *text = constant_text(walk, node);
	if (text == NULL)
		return false;
	if (kind == 'a')
		note_path(walk, text);
	else
		note_made(walk, Py_NewRef(text), kind);
	Py_DECREF(text);
	return true;
}

/* Is this call's function one of BY_TEXT, and all that it reaches known? */
static bool is_known_call(struct walk *walk, PyObject *node)
{
	PyObject *function = field(node, "func"), *name = last_name(walk, function), *args = field(node, "args");
	int row = by_text(name);
	bool known = row >= 0 && args != NULL && PyList_CheckExact(args);
	if (known) {
		Py_ssize_t count = PyList_GET_SIZE(args), at = BY_TEXT[row].argument;
		Py_ssize_t first = at < 0 ? 0 : at, last = at < 0 ? count - 1 : at;
		known = last < count && first <= last;
		for (Py_ssize_t i = first; known && i <= last; i++)
			known = note_argument(walk, PyList_GET_ITEM(args, i), BY_TEXT[row].kind);
		/* What stands before it must be written out too: *l may hold anything. */
		for (Py_ssize_t i = 0; known && i < first; i++)
			known = !is_a(walk, PyList_GET_ITEM(args, i), "Starred");
	}
	Py_XDECREF(args);
	Py_XDECREF(name);
	Py_XDECREF(function);
	return known;
}

static void visit_field(struct walk *walk, PyObject *node, const char *name)
{
	PyObject *value = field(node, name);
	if (value != NULL)
		visit(walk, value);
	Py_XDECREF(value);
}

static void visit_fields(struct walk *walk, PyObject *node)
{
	PyObject *names = PyObject_GetAttrString((PyObject *)Py_TYPE(node), "_fields");
	for (Py_ssize_t i = 0; names != NULL && i < PyTuple_GET_SIZE(names); i++) {
		PyObject *value = PyObject_GetAttr(node, PyTuple_GET_ITEM(names, i));
		if (value != NULL)
			visit(walk, value);
		Py_XDECREF(value);
		PyErr_Clear();
	}
	walk->facts.overflow |= names == NULL;
	Py_XDECREF(names);
	PyErr_Clear();
}

static void note_namedtuple(struct walk *walk, PyObject *node, PyObject *function)
{
	PyObject *name = last_name(walk, function), *args = field(node, "args");
	if (name != NULL && PyUnicode_CheckExact(name) && PyUnicode_CompareWithASCIIString(name, "namedtuple") == 0 &&
		args != NULL && PyList_CheckExact(args) && PyList_GET_SIZE(args) > 1)
		note_members(walk, PyList_GET_ITEM(args, 1));
	Py_XDECREF(args);
	Py_XDECREF(name);
}

static void visit_call(struct walk *walk, PyObject *node)
{
	PyObject *function = field(node, "func");
	note_namedtuple(walk, node, function);
	if (is_known_call(walk, node)) {
		/* The function's own name tells nothing more; what its attribute belongs to may. */
		visit_field(walk, function, "value");
		visit_field(walk, node, "args");
		visit_field(walk, node, "keywords");
	} else {
		visit_fields(walk, node);
	}
	Py_XDECREF(function);
}

static void visit_name(struct walk *walk, PyObject *node, const char *key)
{
	PyObject *name = field(node, key), *context = field(node, "ctx");
	PyObject *value = strcmp(key, "attr") == 0 ? field(node, "value") : NULL;
	if (name != NULL && is_a(walk, context, "Load")) {
		if (by_text(name) >= 0)
			note(walk, name, 'n');
		if (value == NULL)
			recursion_name(walk->recursion, name, walk->line);
		else
			recursion_attribute(walk->recursion, name, is_a(walk, value, "Name"), walk->line);
	}
	Py_XDECREF(value);
	Py_XDECREF(context);
	Py_XDECREF(name);
	visit_fields(walk, node);
}

static void visit_definition(struct walk *walk, PyObject *node, bool is_class)
{
	PyObject *name = field(node, "name"), *decorators = field(node, "decorator_list");
	int line = walk->line, conditions = walk->conditions, classes = walk->classes;
	bool method = walk->classes > 0;
	note_field(walk, node, "name", is_class ? 'k' : 'f');
	if (walk->scopes == 0)
		note_field(walk, node, "name", walk->conditions > 0 ? 'v' : 'u');
	if (decorators != NULL && PyList_CheckExact(decorators) && PyList_GET_SIZE(decorators) > 0)
		note_text(walk, "decorator", 'c');
	if (!is_class && name != NULL)
		recursion_enter(walk->recursion, name, method);
	walk->scopes++;
	walk->classes = is_class;
	visit_fields(walk, node);
	walk->scopes--;
	walk->classes = classes;
	walk->conditions = conditions;
	walk->line = line;
	if (!is_class && name != NULL)
		recursion_leave(walk->recursion);
	Py_XDECREF(decorators);
	Py_XDECREF(name);
}

/* x: int in the body of a class declares a member. */
static void visit_annotated(struct walk *walk, PyObject *node)
{
	PyObject *target = field(node, "target");
	if (walk->classes > 0 && is_a(walk, target, "Name"))
		note_field(walk, target, "id", 'm');
	Py_XDECREF(target);
	visit_fields(walk, node);
}

/* f = lambda n: … defines a function as def does. */
static void visit_assign(struct walk *walk, PyObject *node)
{
	PyObject *targets = field(node, "targets"), *value = field(node, "value"), *name = NULL;
	if (targets != NULL && PyList_CheckExact(targets) && PyList_GET_SIZE(targets) == 1 &&
		is_a(walk, value, "Lambda") && is_a(walk, PyList_GET_ITEM(targets, 0), "Name"))
		name = field(PyList_GET_ITEM(targets, 0), "id");
	if (name != NULL) {
		note(walk, name, 'f');
		recursion_enter(walk->recursion, name, walk->classes > 0);
	}
	visit_fields(walk, node);
	if (name != NULL)
		recursion_leave(walk->recursion);
	Py_XDECREF(name);
	Py_XDECREF(value);
	Py_XDECREF(targets);
}

/* from math import sqrt: "math.sqrt"; from math import *: 's' "math". */
static void visit_import_from(struct walk *walk, PyObject *node)
{
	PyObject *module = field(node, "module"), *names = field(node, "names");
	for (Py_ssize_t i = 0;
		module != NULL && names != NULL && PyList_CheckExact(names) && i < PyList_GET_SIZE(names); i++) {
		PyObject *name = field(PyList_GET_ITEM(names, i), "name");
		if (name != NULL && PyUnicode_Check(module) && PyUnicode_CompareWithASCIIString(name, "*") == 0)
			note_made(walk, Py_NewRef(module), 's');
		else if (name != NULL && PyUnicode_Check(module))
			note_made(walk, PyUnicode_FromFormat("%U.%U", module, name), 'o');
		Py_XDECREF(name);
	}
	Py_XDECREF(names);
	Py_XDECREF(module);
}

/* case list(sort=s): binds the method. */
static void visit_match_class(struct walk *walk, PyObject *node)
{
	PyObject *names = field(node, "kwd_attrs");
	for (Py_ssize_t i = 0; names != NULL && PyList_CheckExact(names) && i < PyList_GET_SIZE(names); i++)
		note(walk, PyList_GET_ITEM(names, i), 'a');
	Py_XDECREF(names);
	visit_fields(walk, node);
}

static bool is_conditional(const char *class)
{
	static const char *const CLASSES[] = { "If", "For", "While", "Try", "TryStar", "With", "Match" };
	for (size_t i = 0; i < Py_ARRAY_LENGTH(CLASSES); i++)
		if (strcmp(CLASSES[i], class) == 0)
			return true;
	return false;
}

static void visit_node(struct walk *walk, PyObject *node)
{
	const char *class = class_of(node);
	int line = walk->line;
	PyObject *own_line = field(node, "lineno");
	bool conditional = is_conditional(class);
	if (own_line != NULL && PyLong_CheckExact(own_line))
		walk->line = (int)PyLong_AsLong(own_line);
	Py_XDECREF(own_line);
	note_text(walk, class, 'c');
	walk->conditions += conditional;
	if (strcmp(class, "Call") == 0)
		visit_call(walk, node);
	else if (strcmp(class, "Name") == 0)
		visit_name(walk, node, "id");
	else if (strcmp(class, "Attribute") == 0)
		visit_name(walk, node, "attr");
	else if (strcmp(class, "FunctionDef") == 0 || strcmp(class, "AsyncFunctionDef") == 0)
		visit_definition(walk, node, false);
	else if (strcmp(class, "ClassDef") == 0)
		visit_definition(walk, node, true);
	else if (strcmp(class, "Assign") == 0)
		visit_assign(walk, node);
	else if (strcmp(class, "AnnAssign") == 0)
		visit_annotated(walk, node);
	else if (strcmp(class, "ImportFrom") == 0)
		visit_import_from(walk, node);
	else if (strcmp(class, "MatchClass") == 0)
		visit_match_class(walk, node);
	else
		visit_fields(walk, node);
	walk->conditions -= conditional;
	walk->line = line;
}

static void visit(struct walk *walk, PyObject *object)
{
	if (walk->depth == MAX_DEPTH) {
		walk->facts.overflow = true;
		return;
	}
	walk->depth++;
	if (PyList_CheckExact(object))
		for (Py_ssize_t i = 0; i < PyList_GET_SIZE(object); i++)
			visit(walk, PyList_GET_ITEM(object, i));
	else if (is_node(walk, object))
		visit_node(walk, object);
	walk->depth--;
}

static void examine(struct walk *walk, PyObject *tree)
{
	bool overflow = false;
	visit(walk, tree);
	walk->line = recursion_line(walk->recursion, &overflow);
	if (walk->line > 0)
		note_text(walk, "recursion", 'c');
	walk->facts.overflow |= overflow;
}

void syntax_encode(struct out *out, const struct text *text)
{
	PyObject *name = PyUnicode_InternFromString("_ast");
	PyObject *module = name != NULL ? PyImport_GetModule(name) : NULL;
	PyObject *tree = parse_text(text);
	struct walk walk = { .kept = PyList_New(0), .recursion = recursion_new(), .node_class = field(module, "AST") };
	if (walk.kept != NULL && walk.recursion != NULL && tree != NULL && walk.node_class != NULL &&
		PyType_Check(walk.node_class))
		examine(&walk, tree);
	else
		walk.facts.overflow = true;
	PyErr_Clear();
	facts_encode(out, &walk.facts);
	facts_release(&walk.facts);
	recursion_free(walk.recursion);
	Py_XDECREF(tree);
	Py_XDECREF(walk.node_class);
	Py_XDECREF(walk.kept);
	Py_XDECREF(module);
	Py_XDECREF(name);
	PyErr_Clear();
}
