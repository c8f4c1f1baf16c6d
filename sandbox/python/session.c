/*
 * One loop: a frame in, a request decoded, a row of REQUESTS called, its reply
 * out. A handler either writes its reply or leaves a Python exception, which
 * the loop turns into an 'E' reply.
 *
 * Py_FinalizeEx is never called and neither is PyOS_AfterFork_Child: the zygote
 * has one thread, so no lock is held by one that the fork has lost, and the
 * hooks of the standard library would only copy pages (random's would draw a
 * seed of its own).
 */
#include "session.h"
#include <errno.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>
#include "../src/wire.h"
#include "compile.h"
#include "decode.h"
#include "encode.h"
#include "exception.h"
#include "literal.h"
#include "proof.h"
#include "syntax.h"
#include "watch.h"

enum {
	EXIT_PROTOCOL = 70, /* the grader broke the protocol, or the student the run's memory */
	EXIT_IMPORTED = 71,
	MAX_HELD = 12,
};

struct session {
	int channel;
	struct texts texts;
	PyObject *prelude, *answer; /* code */
	PyObject *module, *names; /* the answer's module and its dict */
	bool shareable; /* by the proof: several calls may come */
	Py_ssize_t imported; /* modules at the first call; 0: none was made */
	PyObject *streams[2]; /* the true standard output and error */
	PyObject *flush; /* TextIOWrapper.flush, as it was */
	PyObject *flush_name;
	/* Of the request under way: */
	enum origin origin; /* whose text an exception without a place would be in */
	bool compiling; /* an exception would be the compiler's */
	PyObject *held[MAX_HELD]; /* to be let go of when the reply has left */
	size_t held_count;
	struct out reply;
};

static void read_exactly(int fd, void *data, size_t bytes)
{
	char *at = data;
	while (bytes > 0) {
		ssize_t count = read(fd, at, bytes);
		if (count == 0)
			_exit(0);
		if (count < 0 && errno != EINTR)
			_exit(EXIT_PROTOCOL);
		if (count > 0) {
			at += count;
			bytes -= (size_t)count;
		}
	}
}

static void write_exactly(int fd, const void *data, size_t bytes)
{
	const char *at = data;
	while (bytes > 0) {
		ssize_t count = write(fd, at, bytes);
		if (count < 0 && errno != EINTR)
			_exit(EXIT_PROTOCOL);
		if (count > 0) {
			at += count;
			bytes -= (size_t)count;
		}
	}
}

/* Takes over the reference until the reply has left (for ever, should there be too many). */
static PyObject *hold(struct session *session, PyObject *object)
{
	if (object != NULL && session->held_count < MAX_HELD)
		session->held[session->held_count++] = object;
	return object;
}

static void put_part(struct out *reply, PyObject *object, const char **refused)
{
	size_t part = out_part(reply);
	*refused = encode_object(reply, object);
	if (*refused != NULL)
		out_none(reply);
	out_part_end(reply, part);
}

/* 'V' or 'O'. `args_after` may be NULL. */
static int put_value(struct session *session, PyObject *value, PyObject *args_after)
{
	struct out *reply = &session->reply;
	size_t start = reply->len, part;
	const char *refused, *ignored;
	out_byte(reply, WIRE_VALUE);
	out_byte(reply, args_after != NULL ? 3 : 2);
	put_part(reply, value, &refused);
	if (refused != NULL) {
		reply->len = start;
		out_byte(reply, WIRE_OPAQUE);
		out_byte(reply, args_after != NULL ? 3 : 2);
		part = out_part(reply);
		out_str(reply, refused, strlen(refused));
		out_part_end(reply, part);
	}
	part = out_part(reply);
	encode_type_name(reply, Py_TYPE(value));
	out_part_end(reply, part);
	if (args_after != NULL)
		put_part(reply, args_after, &ignored);
	return 0;
}

static bool set_text(struct session *session, enum origin origin, PyObject *str)
{
	session->origin = origin;
	session->compiling = true;
	return text_take(&session->texts.of[origin], str);
}

static int do_compile(struct session *session, PyObject *args)
{
	PyObject *prelude = PyTuple_GET_ITEM(args, 0);
	bool program = PyTuple_GET_ITEM(args, 2) == Py_True, examine = PyTuple_GET_ITEM(args, 3) == Py_True;
	PyObject *words = PyTuple_GET_ITEM(args, 4);
	size_t part;
	session->compiling = true;
	Py_CLEAR(session->prelude);
	Py_CLEAR(session->answer);
	if (prelude != Py_None) {
		if (!set_text(session, ORIGIN_PRELUDE, prelude))
			return -1;
		session->prelude = compile_text(&session->texts.of[ORIGIN_PRELUDE], Py_file_input);
		if (session->prelude == NULL)
			return -1;
	}
	if (!set_text(session, ORIGIN_ANSWER, PyTuple_GET_ITEM(args, 1)))
		return -1;
	session->answer = compile_text(&session->texts.of[ORIGIN_ANSWER], Py_file_input);
	if (session->answer == NULL)
		return -1;
	session->module = PyModule_New(program ? "__main__" : "answer");
	if (session->module == NULL)
		return -1;
	session->names = PyModule_GetDict(session->module);
	out_byte(&session->reply, WIRE_COMPILED);
	out_byte(&session->reply, examine ? 2 : 1);
	part = out_part(&session->reply);
	session->shareable = proof_encode(&session->reply, session->prelude, session->answer, program);
	out_part_end(&session->reply, part);
	if (examine) {
		part = out_part(&session->reply);
		syntax_encode(&session->reply, &session->texts.of[ORIGIN_ANSWER]);
		out_part_end(&session->reply, part);
	}
	return words != Py_None ? watch_words(words, session->names) : 0;
}

static int enter_module(struct session *session)
{
	PyObject *modules = PyImport_GetModuleDict();
	const char *name = PyModule_GetName(session->module);
	if (name == NULL || PyDict_SetItemString(modules, name, session->module) < 0)
		return -1;
	if (PyDict_SetItemString(session->names, "__file__", session->texts.of[ORIGIN_ANSWER].filename) < 0)
		return -1;
	return PyDict_SetItemString(session->names, "__builtins__", PyEval_GetBuiltins());
}

static int do_load(struct session *session, PyObject *args)
{
	if (session->answer == NULL || session->names == NULL) {
		PyErr_SetString(PyExc_RuntimeError, "nothing was compiled");
		return -1;
	}
	if (enter_module(session) < 0)
		return -1;
	if (session->prelude != NULL &&
		hold(session, PyEval_EvalCode(session->prelude, session->names, session->names)) == NULL)
		return -1;
	if (hold(session, PyEval_EvalCode(session->answer, session->names, session->names)) == NULL)
		return -1;
	return put_value(session, Py_None, NULL);
}

/* A global of the answer, a new reference; NULL without an exception when there is none. */
static PyObject *find_global(struct session *session, PyObject *name)
{
	PyObject *found = session->names != NULL ? PyDict_GetItemWithError(session->names, name) : NULL;
	PyErr_Clear();
	return Py_XNewRef(found);
}

static int do_has(struct session *session, PyObject *args)
{
	PyObject *found = hold(session, find_global(session, PyTuple_GET_ITEM(args, 0)));
	return put_value(session, found != NULL && PyCallable_Check(found) ? Py_True : Py_False, NULL);
}

/* The proof sees no import by the library itself, of a codec for instance. Of a call that made one the next would
 * find it done: then there is no next one in this run, and the grader, seeing it end, makes it in a fresh one. */
static void refuse_after_import(struct session *session)
{
	Py_ssize_t imported = PyDict_GET_SIZE(PyImport_GetModuleDict());
	if (session->shareable && session->imported != 0 && session->imported != imported)
		_exit(EXIT_IMPORTED);
	session->imported = imported;
}

static int do_call(struct session *session, PyObject *args)
{
	PyObject *name = PyTuple_GET_ITEM(args, 0), *positional = PyTuple_GET_ITEM(args, 1),
		 *named = PyTuple_GET_ITEM(args, 2);
	PyObject *function = hold(session, find_global(session, name)), *result;
	refuse_after_import(session);
	if (function == NULL) {
		PyErr_Format(PyExc_NameError, "name '%U' is not defined", name);
		return -1;
	}
	result = hold(session, PyObject_Call(function, positional, named != Py_None ? named : NULL));
	if (result == NULL)
		return -1;
	return put_value(session, result, PyTuple_GET_ITEM(args, 3) == Py_True ? positional : NULL);
}

/* Compiles and executes a text of the test's among the answer's names; a new reference. */
static PyObject *run_test_text(struct session *session, PyObject *str, int start)
{
	struct text *text = &session->texts.of[ORIGIN_TEST];
	PyObject *code;
	if (!set_text(session, ORIGIN_TEST, str))
		return NULL;
	if (start == Py_eval_input) {
		text_skip_blanks(text);
		if (text->bytes == 0)
			return Py_NewRef(Py_None);
	}
	code = hold(session, compile_text(text, start));
	if (code == NULL)
		return NULL;
	session->compiling = false;
	return PyEval_EvalCode(code, session->names, session->names);
}

static int do_eval(struct session *session, PyObject *args)
{
	PyObject *setup = PyTuple_GET_ITEM(args, 0), *result;
	if (session->names == NULL) {
		PyErr_SetString(PyExc_RuntimeError, "nothing was loaded");
		return -1;
	}
	if (setup != Py_None && hold(session, run_test_text(session, setup, Py_file_input)) == NULL)
		return -1;
	result = hold(session, run_test_text(session, PyTuple_GET_ITEM(args, 1), Py_eval_input));
	return result != NULL ? put_value(session, result, NULL) : -1;
}

static int do_literal(struct session *session, PyObject *args)
{
	PyObject *value;
	if (!set_text(session, ORIGIN_TEST, PyTuple_GET_ITEM(args, 0)))
		return -1;
	text_skip_blanks(&session->texts.of[ORIGIN_TEST]);
	value = hold(session, literal_read(&session->texts.of[ORIGIN_TEST]));
	return value != NULL ? put_value(session, value, NULL) : -1;
}

static int do_parse_call(struct session *session, PyObject *args)
{
	PyObject *call;
	if (!set_text(session, ORIGIN_TEST, PyTuple_GET_ITEM(args, 0)))
		return -1;
	text_skip_blanks(&session->texts.of[ORIGIN_TEST]);
	call = hold(session, literal_read_call(&session->texts.of[ORIGIN_TEST]));
	if (call == NULL && PyErr_Occurred())
		return -1;
	if (call != NULL) {
		put_value(session, call, NULL);
		if (session->reply.data[sizeof(struct wire_frame)] == WIRE_VALUE)
			return 0;
	}
	session->reply.len = sizeof(struct wire_frame);
	out_byte(&session->reply, WIRE_RICH);
	out_byte(&session->reply, 0);
	return 0;
}

static int do_seen(struct session *session, PyObject *args)
{
	PyObject *seen = hold(session, watch_seen());
	return seen != NULL ? put_value(session, seen, NULL) : -1;
}

/* The shape of a request's tuple: s str, z str or None, b bool, t tuple, w tuple or None, d dict or None. */
static const struct request {
	uint32_t type;
	const char *shape;
	int (*handle)(struct session *session, PyObject *args);
} REQUESTS[] = {
	{ WIRE_COMPILE, "zsbbw", do_compile },
	{ WIRE_LOAD, "", do_load },
	{ WIRE_HAS, "s", do_has },
	{ WIRE_CALL, "stdb", do_call },
	{ WIRE_EVAL, "zs", do_eval },
	{ WIRE_LITERAL, "s", do_literal },
	{ WIRE_PARSE_CALL, "s", do_parse_call },
	{ WIRE_SEEN, "", do_seen },
};

static bool has_shape(PyObject *args, const char *shape)
{
	if (!PyTuple_CheckExact(args) || PyTuple_GET_SIZE(args) != (Py_ssize_t)strlen(shape))
		return false;
	for (Py_ssize_t i = 0; shape[i] != '\0'; i++) {
		PyObject *item = PyTuple_GET_ITEM(args, i);
		bool optional = shape[i] == 'z' || shape[i] == 'w' || shape[i] == 'd';
		bool fits = optional && item == Py_None;
		fits = fits || ((shape[i] == 's' || shape[i] == 'z') && PyUnicode_CheckExact(item));
		fits = fits || (shape[i] == 'b' && PyBool_Check(item));
		fits = fits || ((shape[i] == 't' || shape[i] == 'w') && PyTuple_CheckExact(item));
		fits = fits || (shape[i] == 'd' && PyDict_CheckExact(item));
		if (!fits)
			return false;
	}
	return true;
}

/* The payload as an object; NULL with MemoryError set when there is no room left for it. */
static PyObject *read_payload(int channel, size_t bytes)
{
	char small[8192], *data = small;
	PyObject *object;
	if (bytes > sizeof(small))
		data = malloc(bytes);
	if (data == NULL) {
		for (size_t done = 0; done < bytes; done += sizeof(small))
			read_exactly(channel, small, bytes - done < sizeof(small) ? bytes - done : sizeof(small));
		return PyErr_NoMemory();
	}
	read_exactly(channel, data, bytes);
	object = decode_object(data, bytes);
	if (data != small)
		free(data);
	if (object == NULL && !PyErr_ExceptionMatches(PyExc_MemoryError))
		_exit(EXIT_PROTOCOL);
	return object;
}

static int serve(struct session *session, const struct wire_frame *frame)
{
	const struct request *request = NULL;
	PyObject *args;
	for (size_t i = 0; i < Py_ARRAY_LENGTH(REQUESTS); i++)
		if (REQUESTS[i].type == frame->type)
			request = &REQUESTS[i];
	if (request == NULL || frame->bytes > WIRE_MAX_REQUEST)
		_exit(EXIT_PROTOCOL);
	args = hold(session, read_payload(session->channel, frame->bytes));
	if (args == NULL)
		return -1;
	if (!has_shape(args, request->shape))
		_exit(EXIT_PROTOCOL);
	return request->handle(session, args);
}

/* What the student put in the place of a standard stream may hold back text too. */
static void flush_replacement(struct session *session, const char *name, PyObject *stream)
{
	PyObject *now = Py_XNewRef(PySys_GetObject(name));
	if (now != NULL && now != stream && now != Py_None)
		hold(session, PyObject_CallMethodNoArgs(now, session->flush_name));
	PyErr_Clear();
	Py_XDECREF(now);
}

static void flush_streams(struct session *session)
{
	flush_replacement(session, "stdout", session->streams[0]);
	flush_replacement(session, "stderr", session->streams[1]);
	for (size_t i = 0; i < Py_ARRAY_LENGTH(session->streams); i++) {
		Py_XDECREF(PyObject_CallOneArg(session->flush, session->streams[i]));
		PyErr_Clear();
	}
}

static void reset_reply(struct session *session)
{
	static const struct wire_frame empty;
	out_release(&session->reply);
	out_bytes(&session->reply, &empty, sizeof(empty));
}

static void put_exception(struct session *session)
{
	PyObject *exception = exception_take();
	reset_reply(session);
	exception_encode(&session->reply, exception, &session->texts, session->origin, session->compiling);
	PyErr_Clear();
	hold(session, exception);
}

static void send_reply(struct session *session, uint64_t nonce)
{
	struct wire_frame frame = { .type = WIRE_REPLY, .nonce = nonce };
	frame.bytes = (uint32_t)(session->reply.len - sizeof(frame));
	memcpy(session->reply.data, &frame, sizeof(frame));
	write_exactly(session->channel, session->reply.data, session->reply.len);
}

static void answer_one(struct session *session)
{
	struct wire_frame frame;
	read_exactly(session->channel, &frame, sizeof(frame));
	session->origin = ORIGIN_ANSWER;
	session->compiling = false;
	reset_reply(session);
	if (serve(session, &frame) < 0)
		put_exception(session);
	if (session->reply.failed) {
		PyErr_NoMemory();
		put_exception(session);
	}
	flush_streams(session);
	send_reply(session, frame.nonce);
	while (session->held_count > 0)
		Py_DECREF(session->held[--session->held_count]);
	PyErr_Clear();
}

/* As random.seed(seed) does, by the class's own method. */
static void seed_random(unsigned long long seed)
{
	/* Not by an import statement's way, which would run, and so copy, half of importlib. */
	PyObject *module = Py_XNewRef(PyDict_GetItemString(PyImport_GetModuleDict(), "random"));
	PyObject *generator = module != NULL ? PyObject_GetAttrString(module, "_inst") : NULL;
	PyObject *done = NULL;
	if (generator != NULL)
		done = PyObject_CallMethod((PyObject *)Py_TYPE(generator)->tp_base, "seed", "OK", generator, seed);
	if (done == NULL)
		_exit(EXIT_PROTOCOL);
	Py_DECREF(done);
	Py_DECREF(generator);
	Py_DECREF(module);
}

static void take_references(struct session *session)
{
	static const char *const filenames[] = { "answer.py", "prelude.py", "test.py" };
	session->streams[0] = Py_XNewRef(PySys_GetObject("stdout"));
	session->streams[1] = Py_XNewRef(PySys_GetObject("stderr"));
	if (session->streams[0] == NULL || session->streams[1] == NULL)
		_exit(EXIT_PROTOCOL);
	session->flush_name = PyUnicode_InternFromString("flush");
	session->flush = PyObject_GetAttr((PyObject *)Py_TYPE(session->streams[0]), session->flush_name);
	for (size_t i = 0; i < Py_ARRAY_LENGTH(filenames); i++)
		session->texts.of[i].filename = PyUnicode_InternFromString(filenames[i]);
	if (session->flush == NULL || PyErr_Occurred())
		_exit(EXIT_PROTOCOL);
}

/*
 * While the grader still looks this run over, it has nothing to do: it touches the pages that its first compilation
 * will write anyway (about 130), so that they are its own by then. The text is ours and leaves nothing behind.
 */
static void touch_pages(void)
{
	static const char TEXT[] =
		"def f(a):\n    b = [a]\n    for c in b:\n        if c > 1:\n            b = c\n    return b\nf(1)\n";
	PyObject *names = PyDict_New();
	PyObject *done = names != NULL ? PyRun_String(TEXT, Py_file_input, names, names) : NULL;
	Py_XDECREF(done);
	Py_XDECREF(names);
	PyErr_Clear();
}

_Noreturn void session_run(int channel, unsigned long long seed)
{
	struct session session;
	/* All but the reply's first bytes, whose pages are not to be touched before they are needed. */
	memset(&session, 0, offsetof(struct session, reply));
	session.channel = channel;
	out_init(&session.reply);
	take_references(&session);
	seed_random(seed);
	touch_pages();
	watch_arm();
	for (;;)
		answer_one(&session);
}
