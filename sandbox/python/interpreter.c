/*
 * Theory of operation of this folder's Python side.
 *
 * The zygote calls interpreter_start(): CPython in isolated mode, a reviewed
 * list of modules imported, the paths that every first compilation and call
 * take warmed up, the heap frozen. It then forks once per run. In the fork,
 * when every lock is on, session_run() (session.c) reads requests and answers
 * them until its channel ends. There the student's text is compiled, proved to
 * carry state or not (proof.c), executed and called, and what comes out is
 * written as plain data (encode.c) or as an exception (exception.c).
 *
 * Who trusts whom: the grader believes nothing of what a run says but that it
 * is a claimed value. Inside the run, our C code and the student's Python share
 * one process, so the C code trusts no name, no attribute and no class of the
 * interpreter's once the student's code has run: only pointers taken before,
 * static types, and struct layouts. There is no Python code of ours in a run:
 * no frame of ours for the student to walk into, nothing of ours to patch.
 */
#include <Python.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include "interpreter.h"
#include "exception.h"
#include "watch.h"
#include "modules.h"

/* Takes every path that the first compilation, call, exception and print of a run take, so that what
 * they allocate once for good is allocated here and shared by all forks. */
static const char WARM_UP[] =
	"import math, random\n"
	"N = 3\n"
	"def f(l: list, n=1, *a, k=None, **o) -> int:\n"
	"    '''d'''\n"
	"    m = l[0]; d = {}; s = set()\n"
	"    for i, x in enumerate(l):\n"
	"        if x > m: m = x\n"
	"        d[x] = d.get(x, 0) + 1; s.add(x)\n"
	"    while n < 5: n += 1\n"
	"    try: raise ValueError(f'{m} {n:>3} {1.5:.2f}')\n"
	"    except ValueError as e: t = str(e)\n"
	"    return sum(x * x for x in l if x % 2) + len([y for y in zip(l, l)]) + len(sorted(l, key=lambda v: -v)) + "
	"N\n"
	"class C:\n"
	"    def __init__(self): self.x = 1\n"
	"    def g(self): return ', '.join(str(i) for i in range(3)).split(',')\n"
	"for i in range(20): f([3, 1, 2]); C().g()\n"
	"repr([1.5, 'é', {1: (2,)}, {1, 2}, None, True, 10 ** 30]); '%s' % 3; 'a'.upper(); 2 ** 0.5; 7 // 2; 1 / 3\n"
	/* Abstract classes remember the types that they saw: here those of all plain data and of what iterates over them. */
	"from collections import Counter, defaultdict, deque\n"
	"from collections.abc import Mapping\n"
	"p = [[], (), {}, set(), frozenset(), '', 'é', b'', bytearray(), range(1), range(2 ** 70), deque(), Counter(), "
	"defaultdict(int)]\n"
	"p += [{}.keys(), {}.values(), {}.items()]\n"
	"p += [iter(x) for x in p] + [reversed(x) for x in ([], (), {}, {}.values(), {}.items(), deque())]\n"
	"p += [map(f, p), zip(), filter(f, p), enumerate(p), (x for x in p), iter(int, 0), 1, 1.0, 1j, None, True, f, "
	"int, len]\n"
	"for x in p: isinstance(x, Mapping)\n"
	"isinstance(1, int); int('12'); float('1.5'); max(1, 2); list(map(str, [1])); 'abc'[::-1]; math.sqrt(2)\n";

static const char WARM_UP_ERROR[] = "def f(:\n";

static int fault(struct err *err, const char *what, const char *detail)
{
	err->kind = ERR_UNSUPPORTED;
	snprintf(err->text, sizeof(err->text), "python: %s%s%s", what, detail ? ": " : "", detail ? detail : "");
	return -1;
}

/* Records the pending Python exception. */
static int raised(struct err *err, const char *what)
{
	PyObject *text = PyErr_Occurred() ? PyObject_Str(exception_take()) : NULL;
	fault(err, what, text != NULL ? PyUnicode_AsUTF8(text) : NULL);
	PyErr_Clear();
	return -1;
}

static bool left_out(const char *name)
{
	for (const struct left_out *module = modules_left_out; module->name; module++)
		if (strcmp(module->name, name) == 0)
			return true;
	return false;
}

/* Python keeps the table for ever: it is never freed. */
static int filter_builtin_modules(struct err *err)
{
	size_t count = 0, kept = 0;
	struct _inittab *table;
	while (PyImport_Inittab[count].name != NULL)
		count++;
	table = calloc(count + 1, sizeof(*table));
	if (table == NULL)
		return fault(err, "no memory", NULL);
	for (size_t i = 0; i < count; i++)
		if (!left_out(PyImport_Inittab[i].name))
			table[kept++] = PyImport_Inittab[i];
	PyImport_Inittab = table;
	return 0;
}

static int check_status(PyStatus status, struct err *err)
{
	return PyStatus_Exception(status) ? fault(err, "cannot start", status.err_msg) : 0;
}

#define LIBRARY "/usr/lib/python" Py_STRINGIFY(PY_MAJOR_VERSION) "." Py_STRINGIFY(PY_MINOR_VERSION)

#define WIDE(text) L"" text

static int set_texts(PyConfig *config, struct err *err)
{
	PyStatus status;
	struct {
		wchar_t **field;
		const wchar_t *value;
	} texts[] = {
		{ &config->executable, L"/usr/bin/python3" },
		{ &config->base_executable, L"/usr/bin/python3" },
		{ &config->program_name, L"/usr/bin/python3" },
		{ &config->prefix, L"/usr" },
		{ &config->exec_prefix, L"/usr" },
		{ &config->base_prefix, L"/usr" },
		{ &config->base_exec_prefix, L"/usr" },
		{ &config->stdio_encoding, L"utf-8" },
		{ &config->stdio_errors, L"strict" },
	};
	for (size_t i = 0; i < sizeof(texts) / sizeof(texts[0]); i++) {
		status = PyConfig_SetString(config, texts[i].field, texts[i].value);
		if (PyStatus_Exception(status))
			return check_status(status, err);
	}
	status = PyWideStringList_Append(&config->module_search_paths, WIDE(LIBRARY));
	if (!PyStatus_Exception(status))
		status = PyWideStringList_Append(&config->module_search_paths, WIDE(LIBRARY "/lib-dynload"));
	config->module_search_paths_set = 1;
	return check_status(status, err);
}

static int initialize(uint32_t hash_seed, struct err *err)
{
	PyPreConfig before;
	PyConfig config;
	PyStatus status;
	int result;
	PyPreConfig_InitIsolatedConfig(&before);
	before.utf8_mode = 1;
	status = Py_PreInitialize(&before);
	if (PyStatus_Exception(status))
		return check_status(status, err);
	PyConfig_InitIsolatedConfig(&config);
	config.site_import = 0;
	config.user_site_directory = 0;
	config.write_bytecode = 0;
	config.install_signal_handlers = 0;
	config.pathconfig_warnings = 0;
	config.faulthandler = 0;
	config.use_hash_seed = 1;
	config.hash_seed = hash_seed;
	result = set_texts(&config, err);
	if (result == 0)
		result = check_status(Py_InitializeFromConfig(&config), err);
	PyConfig_Clear(&config);
	return result;
}

/*
 * The hash of a NaN and, before 3.12, of None comes from an address: the order
 * of a set would differ from one start of the interpreter to the next, and would
 * tell a call what was allocated before it. Both become constants, as they are
 * in other versions of Python.
 */
static Py_hash_t double_hash(PyObject *object, double number)
{
	return Py_IS_NAN(number) ? 0 : _Py_HashDouble(object, number);
}

static Py_hash_t float_hash(PyObject *object)
{
	return double_hash(object, PyFloat_AS_DOUBLE(object));
}

static Py_hash_t complex_hash(PyObject *object)
{
	Py_complex number = ((PyComplexObject *)object)->cval;
	Py_uhash_t hash = (Py_uhash_t)double_hash(object, number.real);
	hash += _PyHASH_IMAG * (Py_uhash_t)double_hash(object, number.imag);
	return hash == (Py_uhash_t)-1 ? -2 : (Py_hash_t)hash;
}

static Py_hash_t none_hash(PyObject *object)
{
	return 0xfca86420;
}

static void hash_without_addresses(void)
{
	PyFloat_Type.tp_hash = float_hash;
	PyComplex_Type.tp_hash = complex_hash;
	Py_TYPE(Py_None)->tp_hash = none_hash;
}

static int preload(struct err *err)
{
	for (const char *const *name = modules_preloaded; *name; name++) {
		PyObject *module = PyImport_ImportModule(*name);
		if (module == NULL && !PyErr_ExceptionMatches(PyExc_ImportError))
			return raised(err, *name);
		PyErr_Clear();
		Py_XDECREF(module);
	}
	return 0;
}

/*
 * exit, quit and help, which ordinary Python owes to its module site. That one looks for
 * packages of the machine's and is not loaded: beginners end their programs by exit() all the same.
 */
static int add_site_names(struct err *err)
{
	static const struct {
		const char *name, *class, *end;
	} SITE_NAMES[] = {
		{ "exit", "Quitter", "Ctrl-D (i.e. EOF)" },
		{ "quit", "Quitter", "Ctrl-D (i.e. EOF)" },
		{ "help", "_Helper", NULL },
	};
	PyObject *module = PyImport_ImportModule("_sitebuiltins");
	for (size_t i = 0; module != NULL && i < Py_ARRAY_LENGTH(SITE_NAMES); i++) {
		const char *name = SITE_NAMES[i].name, *end = SITE_NAMES[i].end;
		PyObject *made = PyObject_CallMethod(module, SITE_NAMES[i].class, end != NULL ? "ss" : NULL, name, end);
		if (made == NULL || PyDict_SetItemString(PyEval_GetBuiltins(), name, made) < 0)
			Py_CLEAR(module);
		Py_XDECREF(made);
	}
	if (module == NULL)
		return raised(err, "exit and quit");
	Py_DECREF(module);
	return 0;
}

/* A killed run has shown its whole lines; the rest goes out with each reply. */
static int buffer_by_line(struct err *err)
{
	PyObject *method = NULL, *none = NULL, *options = Py_BuildValue("{s:O}", "line_buffering", Py_True);
	PyObject *empty = PyTuple_New(0), *output = PySys_GetObject("stdout");
	if (output != NULL)
		method = PyObject_GetAttrString(output, "reconfigure");
	if (method != NULL && options != NULL && empty != NULL)
		none = PyObject_Call(method, empty, options);
	Py_XDECREF(method);
	Py_XDECREF(options);
	Py_XDECREF(empty);
	if (none == NULL)
		return raised(err, "standard output");
	Py_DECREF(none);
	return 0;
}

static int warm_up(struct err *err)
{
	PyObject *names = PyDict_New(), *done, *code;
	if (names == NULL || PyDict_SetItemString(names, "__builtins__", PyEval_GetBuiltins()) < 0)
		return raised(err, "warm-up");
	done = PyRun_String(WARM_UP, Py_file_input, names, names);
	Py_DECREF(names);
	if (done == NULL)
		return raised(err, "warm-up");
	Py_DECREF(done);
	code = Py_CompileString(WARM_UP_ERROR, "answer.py", Py_file_input);
	Py_XDECREF(code);
	PyErr_Clear();
	return 0;
}

/* Everything that is alive now stays for ever: the collector of a run need not look at it (and so copy it). */
static int freeze(struct err *err)
{
	PyObject *gc = PyImport_ImportModule("gc"), *done = NULL;
	PyGC_Collect();
	if (gc != NULL)
		done = PyObject_CallMethod(gc, "freeze", NULL);
	Py_XDECREF(gc);
	if (done == NULL)
		return raised(err, "gc.freeze");
	Py_DECREF(done);
	return 0;
}

int interpreter_start(uint32_t hash_seed, struct err *err)
{
	if (filter_builtin_modules(err) < 0)
		return -1;
	if (watch_install() < 0)
		return fault(err, "the audit hook", NULL);
	if (initialize(hash_seed, err) < 0)
		return -1;
	hash_without_addresses();
	if (buffer_by_line(err) < 0 || preload(err) < 0 || add_site_names(err) < 0 || warm_up(err) < 0)
		return -1;
	return freeze(err);
}

const char *interpreter_version(void)
{
	static char version[32];
	snprintf(version, sizeof(version), "%.*s", (int)strcspn(Py_GetVersion(), " +"), Py_GetVersion());
	return version;
}

const char *interpreter_library(void)
{
	return LIBRARY;
}
