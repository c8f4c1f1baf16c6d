/* From an exception object to the eleven items of an 'E' reply. */
#include "exception.h"
#include <limits.h>
#include <string.h>
#include "../src/wire.h"

enum {
	MAX_MESSAGE = 2000, /* bytes of str(exception) and of a source line */
	MAX_NAME = 200,
	MAX_FRAMES = 20, /* the outermost half and the innermost half */
	MAX_EXIT_CODE = 1000000000,
};

/* The C variables hold the true classes whatever the student puts into `builtins`. */
static PyObject **const BUILTIN[] = {
	&PyExc_BaseException,
	&PyExc_BaseExceptionGroup,
	&PyExc_SystemExit,
	&PyExc_KeyboardInterrupt,
	&PyExc_GeneratorExit,
	&PyExc_Exception,
	&PyExc_StopIteration,
	&PyExc_StopAsyncIteration,
	&PyExc_ArithmeticError,
	&PyExc_FloatingPointError,
	&PyExc_OverflowError,
	&PyExc_ZeroDivisionError,
	&PyExc_AssertionError,
	&PyExc_AttributeError,
	&PyExc_BufferError,
	&PyExc_EOFError,
	&PyExc_ImportError,
	&PyExc_ModuleNotFoundError,
	&PyExc_LookupError,
	&PyExc_IndexError,
	&PyExc_KeyError,
	&PyExc_MemoryError,
	&PyExc_NameError,
	&PyExc_UnboundLocalError,
	&PyExc_OSError,
	&PyExc_BlockingIOError,
	&PyExc_ChildProcessError,
	&PyExc_ConnectionError,
	&PyExc_BrokenPipeError,
	&PyExc_ConnectionAbortedError,
	&PyExc_ConnectionRefusedError,
	&PyExc_ConnectionResetError,
	&PyExc_FileExistsError,
	&PyExc_FileNotFoundError,
	&PyExc_InterruptedError,
	&PyExc_IsADirectoryError,
	&PyExc_NotADirectoryError,
	&PyExc_PermissionError,
	&PyExc_ProcessLookupError,
	&PyExc_TimeoutError,
	&PyExc_ReferenceError,
	&PyExc_RuntimeError,
	&PyExc_NotImplementedError,
	&PyExc_RecursionError,
	&PyExc_SyntaxError,
	&PyExc_IndentationError,
	&PyExc_TabError,
	&PyExc_SystemError,
	&PyExc_TypeError,
	&PyExc_ValueError,
	&PyExc_UnicodeError,
	&PyExc_UnicodeDecodeError,
	&PyExc_UnicodeEncodeError,
	&PyExc_UnicodeTranslateError,
	&PyExc_Warning,
	&PyExc_BytesWarning,
	&PyExc_DeprecationWarning,
	&PyExc_EncodingWarning,
	&PyExc_FutureWarning,
	&PyExc_ImportWarning,
	&PyExc_PendingDeprecationWarning,
	&PyExc_ResourceWarning,
	&PyExc_RuntimeWarning,
	&PyExc_SyntaxWarning,
	&PyExc_UnicodeWarning,
	&PyExc_UserWarning,
};

struct place {
	PyObject *function;
	int line;
};

/* The frames of the student's own texts, and where the innermost of them stands. */
struct trace {
	struct place places[MAX_FRAMES];
	size_t count; /* seen, possibly more than are kept */
	int line, column;
	enum origin origin;
	bool found;
};

PyObject *exception_take(void)
{
#if PY_VERSION_HEX >= 0x030C0000
	return PyErr_GetRaisedException();
#else
	PyObject *type, *value, *traceback;
	PyErr_Fetch(&type, &value, &traceback);
	PyErr_NormalizeException(&type, &value, &traceback);
	if (traceback != NULL)
		PyException_SetTraceback(value, traceback);
	Py_XDECREF(type);
	Py_XDECREF(traceback);
	return value;
#endif
}

static PyTypeObject *builtin_base(PyTypeObject *type)
{
	for (; type != NULL; type = type->tp_base)
		for (size_t i = 0; i < Py_ARRAY_LENGTH(BUILTIN); i++)
			if ((PyObject *)type == *BUILTIN[i])
				return type;
	return (PyTypeObject *)PyExc_BaseException;
}

static bool same_text(PyObject *a, PyObject *b)
{
	if (a == b)
		return true;
	return a != NULL && b != NULL && PyUnicode_CheckExact(a) && PyUnicode_CheckExact(b) &&
	       PyUnicode_Compare(a, b) == 0;
}

static void add_place(struct trace *trace, PyObject *function, int line)
{
	size_t half = MAX_FRAMES / 2;
	size_t at = trace->count++;
	if (at >= MAX_FRAMES) {
		memmove(trace->places + half, trace->places + half + 1, (half - 1) * sizeof(trace->places[0]));
		at = MAX_FRAMES - 1;
	}
	trace->places[at] = (struct place){ function, line };
}

static void walk_traceback(struct trace *trace, PyObject *exception, const struct texts *texts)
{
	PyObject *next = ((PyBaseExceptionObject *)exception)->traceback;
	while (next != NULL && PyTraceBack_Check(next)) {
		PyTracebackObject *entry = (PyTracebackObject *)next;
		PyCodeObject *code = PyFrame_GetCode(entry->tb_frame); /* the frame keeps it alive */
		int line = entry->tb_lineno > 0 ? entry->tb_lineno : PyCode_Addr2Line(code, entry->tb_lasti);
		for (int origin = ORIGIN_ANSWER; origin <= ORIGIN_PRELUDE; origin++) {
			if (!same_text(code->co_filename, texts->of[origin].filename))
				continue;
			add_place(trace, code->co_name, line);
			trace->line = line;
			trace->origin = (enum origin)origin;
			trace->found = true;
		}
		Py_DECREF(code);
		next = (PyObject *)entry->tb_next;
	}
}

/* The text of a line without its end; 0 bytes and NULL when there is none. */
static const char *find_line(const struct text *text, int line, size_t *bytes)
{
	const char *at = text->source, *end = at + text->bytes, *stop;
	*bytes = 0;
	if (at == NULL || line < 1)
		return NULL;
	for (int i = 1; i < line; i++) {
		at = memchr(at, '\n', (size_t)(end - at));
		if (at == NULL)
			return NULL;
		at++;
	}
	stop = memchr(at, '\n', (size_t)(end - at));
	stop = stop != NULL ? stop : end;
	if (stop > at && stop[-1] == '\r')
		stop--;
	*bytes = (size_t)(stop - at);
	return at;
}

static void put_line_text(struct out *out, const struct text *text, int line)
{
	size_t bytes;
	const char *at = find_line(text, line, &bytes);
	if (at == NULL) {
		out_none(out);
		return;
	}
	if (bytes > MAX_MESSAGE) {
		bytes = MAX_MESSAGE;
		while (bytes > 0 && (at[bytes] & 0xc0) == 0x80)
			bytes--;
	}
	out_str(out, at, bytes);
}

static int small_int(PyObject *object)
{
	int overflow = 0;
	long value;
	if (object == NULL || !PyLong_Check(object))
		return 0;
	value = PyLong_AsLongAndOverflow(object, &overflow);
	if (overflow > 0 || value > INT_MAX)
		return INT_MAX;
	return overflow < 0 || value < INT_MIN ? INT_MIN : (int)value;
}

/* Where the compiler stopped. The parser counts columns in characters; what comes after it counts bytes, and is told
 * apart by having no text of the line. */
static void place_syntax_error(struct trace *trace, PyObject *exception, const struct texts *texts)
{
	PySyntaxErrorObject *error = (PySyntaxErrorObject *)exception;
	const char *line;
	size_t bytes;
	int characters = 0;
	trace->line = small_int(error->lineno);
	trace->column = small_int(error->offset);
	if (trace->line < 0 || trace->column < 0)
		trace->line = trace->column = 0;
	line = find_line(&texts->of[trace->origin], trace->line, &bytes);
	if (line == NULL || (error->text != NULL && error->text != Py_None))
		return;
	for (size_t i = 0; i < bytes && i + 1 < (size_t)trace->column; i++)
		characters += (line[i] & 0xc0) != 0x80;
	trace->column = trace->column > 0 ? characters + 1 : 0;
}

static int exit_code_of(PyObject *exception)
{
	PyObject *code;
	int exit_code;
	if (!PyObject_TypeCheck(exception, (PyTypeObject *)PyExc_SystemExit))
		return 0;
	code = ((PySystemExitObject *)exception)->code;
	if (code == NULL || code == Py_None)
		return 0;
	if (!PyLong_Check(code))
		return 1;
	exit_code = small_int(code);
	/* As Python does with what is no C int; the grader takes no such number for true. */
	return exit_code <= -MAX_EXIT_CODE || exit_code >= MAX_EXIT_CODE ? -1 : exit_code;
}

/* A syntax error's own str() repeats the place, which is told apart already. */
static PyObject *message_of(PyObject *exception, bool syntax)
{
	PyObject *message = syntax ? Py_XNewRef(((PySyntaxErrorObject *)exception)->msg) : PyObject_Str(exception);
	PyErr_Clear();
	if (message != NULL && !PyUnicode_Check(message))
		Py_CLEAR(message);
	return message;
}

static void put_frames(struct out *out, const struct trace *trace)
{
	size_t kept = trace->count < MAX_FRAMES ? trace->count : MAX_FRAMES;
	out_head(out, 'l', kept);
	for (size_t i = 0; i < kept; i++) {
		out_head(out, 't', 2);
		out_text(out, trace->places[i].function, MAX_NAME);
		out_int(out, trace->places[i].line);
	}
}

void exception_encode(
	struct out *reply, PyObject *exception, const struct texts *texts, enum origin origin, bool compiling)
{
	PyTypeObject *type = Py_TYPE(exception), *base = builtin_base(type);
	bool syntax = compiling && PyObject_TypeCheck(exception, (PyTypeObject *)PyExc_SyntaxError);
	/* First of all, for it may run the student's code, and what follows borrows from the traceback. */
	PyObject *message = message_of(exception, syntax);
	struct trace trace = { .origin = origin };
	size_t part;
	if (!compiling)
		walk_traceback(&trace, exception, texts);
	else if (syntax)
		place_syntax_error(&trace, exception, texts);
	if (trace.origin == ORIGIN_TEST)
		trace.line = trace.column = 0;
	out_byte(reply, WIRE_EXCEPTION);
	out_byte(reply, 1);
	part = out_part(reply);
	out_head(reply, 't', 11);
	encode_type_name(reply, type);
	if (type == base)
		encode_type_name(reply, type);
	else
		out_none(reply);
	encode_type_name(reply, base);
	if (message != NULL)
		out_text(reply, message, MAX_MESSAGE);
	else
		out_str(reply, "", 0);
	out_int(reply, trace.line);
	out_int(reply, trace.column);
	put_line_text(reply, &texts->of[trace.origin], trace.line);
	out_bool(reply, trace.origin != ORIGIN_ANSWER);
	out_bool(reply, compiling);
	out_int(reply, exit_code_of(exception));
	put_frames(reply, &trace);
	out_part_end(reply, part);
	/* `message` is left to the end of the run: letting go of a str's subclass could run the student's code. */
}
