/*
 * CPython with one module more, for value_border.py: both sides of the border in one process, each with the code that
 * it has in the product and with the sanitizers of this build.
 *
 *   border.encode(object) -> bytes      the run's encoder; ValueError("type"), …
 *   border.customs(bytes) -> bytes      the grader's decoder, then its encoder; ValueError with the decoder's words
 *   border.decode(bytes) -> object      the run's decoder; ValueError, or TypeError for what has no hash
 */
#include "decode.h"
#include "encode.h"
#include "sandbox/value.h"

/* The interpreter leaves much behind on purpose. */
const char *__asan_default_options(void);
const char *__asan_default_options(void)
{
	return "detect_leaks=0";
}

static PyObject *border_encode(PyObject *module, PyObject *object)
{
	struct out out;
	const char *refused;
	PyObject *bytes = NULL;

	out_init(&out);
	refused = encode_object(&out, object);
	if (refused != NULL)
		PyErr_SetString(PyExc_ValueError, refused);
	else if (out.failed)
		PyErr_NoMemory();
	else
		bytes = PyBytes_FromStringAndSize((const char *)out.data, (Py_ssize_t)out.len);
	out_release(&out);
	return bytes;
}

static PyObject *border_customs(PyObject *module, PyObject *data)
{
	cleanup_arena struct arena *arena = arena_new(0);
	cleanup_buf struct buf back = BUF_INIT;
	const struct value *value;
	struct err err = { 0 };
	char *given;
	Py_ssize_t bytes;

	if (PyBytes_AsStringAndSize(data, &given, &bytes) < 0)
		return NULL;
	if (value_decode(&value, given, (size_t)bytes, arena, &err) < 0) {
		PyErr_SetString(PyExc_ValueError, err.text);
		return NULL;
	}
	value_encode(&back, value);
	return PyBytes_FromStringAndSize(buf_str(&back), (Py_ssize_t)back.len);
}

static PyObject *border_decode(PyObject *module, PyObject *data)
{
	char *given;
	Py_ssize_t bytes;

	if (PyBytes_AsStringAndSize(data, &given, &bytes) < 0)
		return NULL;
	return decode_object(given, (size_t)bytes);
}

static PyMethodDef methods[] = {
	{ "encode", border_encode, METH_O, NULL },
	{ "customs", border_customs, METH_O, NULL },
	{ "decode", border_decode, METH_O, NULL },
	{ NULL, NULL, 0, NULL },
};
static struct PyModuleDef definition = { PyModuleDef_HEAD_INIT, .m_name = "border", .m_size = -1,
	.m_methods = methods };

static PyObject *make_module(void)
{
	return PyModule_Create(&definition);
}

int main(int argc, char **argv)
{
	PyImport_AppendInittab("border", make_module);
	return Py_BytesMain(argc, argv);
}
