#include "rules.h"

#include <string.h>

#include "constructs.h"
#include "read.h"

struct facts { /* of one answer */
	const struct run_name *names;
	size_t count;
};

static const struct run_name *find_part(const struct facts *facts, char kind, const char *name, size_t length)
{
	const struct run_name *first = NULL;

	for (size_t i = 0; i < facts->count; i++) {
		const struct run_name *row = &facts->names[i];
		if (row->kind == kind && !strncmp(row->name, name, length) && row->name[length] == '\0' &&
			(!first || row->line < first->line))
			first = row;
	}
	return first;
}

static const struct run_name *find(const struct facts *facts, char kind, const char *name)
{
	return find_part(facts, kind, name, strlen(name));
}

/* A function or variable of the answer's own may bear the name, unless it is deleted or may never come to be. */
static bool is_own(const struct facts *facts, const char *name)
{
	if (find(facts, 'x', name))
		return false;
	if (!find(facts, 'd', name) && !find(facts, 'p', name))
		return false;
	return !find(facts, 'v', name) || find(facts, 'u', name);
}

/* The built-in of that name, wherever it is referred to: a call or not. */
static const struct run_name *find_builtin(const struct facts *facts, const char *name)
{
	const struct run_name *sure = find(facts, 'G', name);

	return sure || is_own(facts, name) ? sure : find(facts, 'g', name);
}

/* The part of a module that is written in C, or its twin in Python, for the module: _heapq, _pydecimal. */
static const char *whole_module(const char *name)
{
	if (!strncmp(name, "_py", 3))
		return name + 3;
	if (!strcmp(name, "posix"))
		return "os";
	return name + (name[0] == '_');
}

static bool belongs(const char *name, const char *module)
{
	size_t length = strlen(module);

	return !strncmp(name, module, length) && (name[length] == '\0' || name[length] == '.');
}

/* The module itself, a part of it, or what it is a part of. */
static const struct run_name *find_import(const struct facts *facts, const char *module, size_t length)
{
	for (size_t i = 0; i < facts->count; i++) {
		const struct run_name *row = &facts->names[i];
		size_t known = strlen(row->name);
		size_t shared = known < length ? known : length;
		if (!strchr("ijos", row->kind) || strncmp(row->name, module, shared) != 0)
			continue;
		if (row->name[shared] != '\0' && row->name[shared] != '.')
			continue;
		if (known < length && (!strchr("ij", row->kind) || module[shared] != '.'))
			continue;
		return row;
	}
	return NULL;
}

static const struct run_name *find_module(const struct facts *facts, const char *module)
{
	for (size_t i = 0; i < facts->count; i++) {
		const struct run_name *row = &facts->names[i];
		if (strchr("ios", row->kind) &&
			(belongs(row->name, module) || belongs(whole_module(row->name), module)))
			return row;
	}
	return NULL;
}

/* By its name alone, which may stand for something else in a module: from datetime import time. */
static const struct run_name *find_imported(const struct facts *facts, const char *name)
{
	const struct run_name *found = find(facts, 'i', name);

	return found ? found : find(facts, 'j', name);
}

/* A method of the answer's own classes may bear the name: then only the run can tell which one is used. */
static const struct run_name *find_method(const struct facts *facts, const char *name)
{
	return find(facts, 'm', name) ? NULL : find(facts, 'a', name);
}

static bool is_type(const char *name, size_t length)
{
	static const char *const types[] = { "list", "str", "dict", "set", "frozenset", "tuple", "bytes", "bytearray",
		"int", "float", "complex", NULL };

	for (size_t i = 0; types[i]; i++)
		if (strlen(types[i]) == length && !strncmp(types[i], name, length))
			return true;
	return false;
}

/* "math.sqrt", in whichever way it is imported; "list.sort" is the method. */
static const struct run_name *find_dotted(const struct facts *facts, const char *name, const char *last)
{
	size_t length = (size_t)(last - name) - 1;
	const struct run_name *found = find(facts, 'o', name);

	if (found)
		return found;
	if (is_type(name, length))
		return find_method(facts, last);
	if (find_part(facts, 's', name, length) && (found = find_builtin(facts, last)) != NULL)
		return found;
	return find_import(facts, name, length) ? find_method(facts, last) : NULL;
}

static const struct run_name *find_name(const struct facts *facts, const char *name)
{
	const char *dot = strrchr(name, '.');
	const struct run_name *found;

	if (dot)
		return dot == name ? find_method(facts, dot + 1) : find_dotted(facts, name, dot + 1);
	found = find_builtin(facts, name);
	if (!found)
		found = find_imported(facts, name);
	if (!found && (find_module(facts, "builtins") || find_imported(facts, "builtins")))
		found = find(facts, 'a', name);
	return found;
}

static const struct run_name *find_construct(const struct facts *facts, const char *name)
{
	const struct construct *construct = construct_find(name);
	const struct run_name *first = NULL;

	for (size_t i = 0; construct && i < CONSTRUCT_CLASSES && construct->classes[i]; i++) {
		const struct run_name *found = find(facts, 'c', construct->classes[i]);
		if (found && (!first || found->line < first->line))
			first = found;
	}
	return first;
}

/* What reaches a name without writing it. `code`: it executes a text, and so any construct too. */
static const struct dynamic {
	char kind;
	const char *name;
	bool code;
} dynamics[] = {
	{ 'g', "eval", true },
	{ 'g', "exec", true },
	{ 'g', "compile", true },
	{ 'i', "timeit", true },
	{ 'i', "code", true },
	{ 'i', "codeop", true },
	{ 'i', "runpy", true },
	{ 'i', "cProfile", true },
	{ 'i', "profile", true },
	{ 'i', "trace", true },
	{ 'i', "bdb", true },
	{ 'i', "pdb", true },
	{ 'i', "doctest", true },
	{ 'i', "pickle", true },
	{ 'i', "_pickle", true },
	{ 'i', "marshal", true },
	{ 'i', "shelve", true },
	{ 'a', "FunctionType", true },
	{ 'a', "LambdaType", true },
	{ 'a', "CodeType", true },
	{ 'a', "__code__", true },
	{ 'a', "get_type_hints", true },
	{ 'a', "ForwardRef", true },
	{ 'a', "_evaluate", true }, /* of the ForwardRef that List["…"] makes */
	{ 'a', "_eval_type", true },
	{ 'n', "getattr", false },
	{ 'n', "__import__", false },
	{ 'n', "import_module", false },
	{ 'n', "attrgetter", false },
	{ 'n', "methodcaller", false },
	{ 'g', "globals", false },
	{ 'G', "locals", false }, /* of the module: within a function it holds nothing else */
	{ 'g', "vars", false },
	{ 'g', "__builtins__", false },
	{ 'g', "__loader__", false },
	{ 'g', "__spec__", false },
	{ 'a', "__builtins__", false },
	{ 'a', "__dict__", false },
	{ 'a', "__self__", false },
	{ 'a', "__globals__", false },
	{ 'a', "__getattribute__", false },
	{ 'a', "__subclasses__", false },
	{ 'a', "__loader__", false },
	{ 'a', "__spec__", false },
	{ 'a', "__import__", false },
	{ 'a', "_getframe", false },
	{ 'a', "f_builtins", false },
	{ 'a', "f_globals", false },
	{ 'a', "f_locals", false },
	{ 'a', "get_field", false }, /* of string.Formatter */
	{ 'a', "resolve_name", false },
	{ 'a', "meta_path", false }, /* of sys: what imports */
	{ 'a', "path_importer_cache", false },
	{ 'a', "load_module", false },
	/* Library code in Python that calls what it is given: who called is not seen then. */
	{ 'a', "singledispatch", false },
	{ 'a', "ExitStack", false },
	{ 'a', "AsyncExitStack", false },
	{ 'a', "bltns", false }, /* of enum */
	/* Modules that others have in them: dataclasses.inspect. */
	{ 'a', "importlib", false },
	{ 'a', "inspect", false },
	{ 'a', "pkgutil", false },
	{ 'a', "pickle", true },
	{ 'i', "importlib", false },
	{ 'i', "imp", false },
	{ 'i', "pkgutil", false },
	{ 'i', "pydoc", false },
	{ 'i', "inspect", false },
	{ 'i', "gc", false },
	{ 'i', "ctypes", false },
	{ 'i', "mock", false },
	{ 'i', "unittest", false },
};

static const struct run_name *find_dynamic(const struct facts *facts, const struct dynamic *row)
{
	if (row->kind == 'i') {
		const struct run_name *module = find_module(facts, row->name);
		return module ? module : find_imported(facts, row->name);
	}
	if (row->kind == 'g')
		return find_builtin(facts, row->name);
	/* Python's own name means its own function, unless the answer has one. */
	if (row->kind == 'n' && !strcmp(row->name, "getattr") && !find_builtin(facts, row->name))
		return NULL;
	if (row->kind == 'a' && strncmp(row->name, "__", 2) != 0 && find(facts, 'm', row->name))
		return NULL;
	const struct run_name *found = find(facts, row->kind, row->name);
	/* from typing import get_type_hints */
	return found || row->kind != 'a' ? found : find_imported(facts, row->name);
}

/* sys.modules holds every module, builtins among them. Many modules have sys: os.sys.modules. */
static const struct run_name *find_sys_modules(const struct facts *facts)
{
	const struct run_name *imported = find(facts, 'o', "sys.modules");

	bool has_sys = find_module(facts, "sys") || find_imported(facts, "sys") || find_method(facts, "sys");

	return imported || !has_sys ? imported : find(facts, 'a', "modules");
}

static void add(struct breaches *out, enum breach_kind kind, const char *name, int line)
{
	if (out->count < MAX_BREACHES)
		out->of[out->count++] = (struct breach){ kind, name, line };
}

static void add_dynamic(struct breaches *out, const struct python_rules *rules, const struct facts *facts)
{
	bool names = rules->calls || rules->imports;
	const struct run_name *first = names ? find_sys_modules(facts) : NULL;

	for (size_t i = 0; i < sizeof(dynamics) / sizeof(dynamics[0]); i++) {
		const struct run_name *found = names || dynamics[i].code ? find_dynamic(facts, &dynamics[i]) : NULL;
		if (found && (!first || found->line < first->line))
			first = found;
	}
	if (first)
		add(out, BREACH_DYNAMIC, first->name, first->line);
}

static void add_found(struct breaches *out, const char *name, const struct run_name *found, const struct run_seen *seen)
{
	if (found)
		add(out, BREACH_USED, name, found->line);
	else if (seen && seen->used)
		add(out, BREACH_SEEN, name, seen->line);
}

void rules_forbidden(struct breaches *out, const struct python_rules *rules, const struct run_compiled *compiled,
	const struct run_seen *seen)
{
	const struct facts facts = { compiled->names, compiled->name_count };

	*out = (struct breaches){ 0 };
	if (!rules_any(rules))
		return;
	for (size_t i = 0; rules->calls && rules->calls[i]; i++)
		add_found(out, rules->calls[i], find_name(&facts, rules->calls[i]), seen ? seen++ : NULL);
	for (size_t i = 0; rules->imports && rules->imports[i]; i++)
		add_found(out, rules->imports[i], find_module(&facts, rules->imports[i]), seen ? seen++ : NULL);
	for (size_t i = 0; rules->constructs && rules->constructs[i]; i++) {
		const struct run_name *found = find_construct(&facts, rules->constructs[i]);
		if (found)
			add(out, BREACH_CONSTRUCT, rules->constructs[i], found->line);
	}
	if (!rules->dynamic)
		add_dynamic(out, rules, &facts);
	if (find(&facts, '!', ""))
		add(out, BREACH_UNREAD, "", 0);
}

void rules_forbidden_unnamed(struct breaches *out, const struct python_rules *rules,
	const struct run_compiled *compiled, const struct run_seen *seen, size_t count)
{
	rules_forbidden(out, rules, compiled, NULL);
	for (size_t i = 0; seen && out->count == 0 && i < count; i++)
		if (seen[i].used)
			add(out, BREACH_UNNAMED, "", 0);
}

/* "function:carre", "class:Pile": the name that must be defined, and the kind of fact that says so. */
static const char *definition(const char *word, char *kind)
{
	static const struct {
		const char *prefix;
		char kind;
	} prefixes[] = { { "function:", 'f' }, { "class:", 'k' } };

	for (size_t i = 0; i < sizeof(prefixes) / sizeof(prefixes[0]); i++)
		if (!strncmp(word, prefixes[i].prefix, strlen(prefixes[i].prefix))) {
			*kind = prefixes[i].kind;
			return word + strlen(prefixes[i].prefix);
		}
	return NULL;
}

const char *rules_definition(const char *word)
{
	char kind;

	return definition(word, &kind);
}

static bool uses(const struct facts *facts, const char *name)
{
	const char *dot = strrchr(name, '.');

	if (dot)
		return find(facts, 'a', dot + 1) || find_dotted(facts, name, dot + 1);
	return find(facts, 'g', name) || find(facts, 'G', name);
}

void rules_required(struct breaches *out, const struct python_rules *rules, const struct run_compiled *compiled)
{
	const struct facts facts = { compiled->names, compiled->name_count };

	*out = (struct breaches){ 0 };
	for (size_t i = 0; rules->calls && rules->calls[i]; i++)
		if (!uses(&facts, rules->calls[i]))
			add(out, BREACH_MISSING, rules->calls[i], 0);
	for (size_t i = 0; rules->imports && rules->imports[i]; i++)
		if (!find_module(&facts, rules->imports[i]))
			add(out, BREACH_MISSING, rules->imports[i], 0);
	for (size_t i = 0; rules->constructs && rules->constructs[i]; i++) {
		const char *word = rules->constructs[i];
		char kind;
		const char *name = definition(word, &kind);
		if (name ? !find(&facts, kind, name) : !find_construct(&facts, word))
			add(out, name ? BREACH_MISSING : BREACH_MISSING_CONSTRUCT, name ? name : word, 0);
	}
}

bool rules_any(const struct python_rules *rules)
{
	return rules->calls || rules->imports || rules->constructs;
}

bool rules_is_name(const char *name)
{
	char part[100];

	if (name[0] == '.')
		name++;
	for (;;) {
		size_t length = strcspn(name, ".");
		if (length == 0 || length >= sizeof(part))
			return false;
		memcpy(part, name, length);
		part[length] = '\0';
		if (!is_identifier(part))
			return false;
		if (name[length] == '\0')
			return true;
		name += length + 1;
	}
}
