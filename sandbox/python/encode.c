/* An explicit stack of at most VALUE_MAX_DEPTH containers; each step writes one child of the innermost. */
#include "encode.h"
#include <stdlib.h>
#include <string.h>
#include "sandbox/value.h"

struct level {
	PyObject *object;
	Py_ssize_t next; /* position in the container, in the container's own terms */
	PyObject *pending; /* a dict's value whose key was just written */
};

struct walk {
	struct out *out;
	size_t start; /* where the value begins in `out` */
	size_t nodes;
	int depth;
	const char *refused;
	struct level levels[VALUE_MAX_DEPTH];
};

void out_init(struct out *out)
{
	out->data = out->first;
	out->len = 0;
	out->cap = sizeof(out->first);
	out->failed = false;
}

void out_release(struct out *out)
{
	if (out->data != out->first)
		free(out->data);
	out_init(out);
}

static bool out_room(struct out *out, size_t bytes)
{
	size_t cap = out->cap;
	uint8_t *data;
	if (out->failed)
		return false;
	if (bytes <= cap - out->len)
		return true;
	while (cap - out->len < bytes)
		cap *= 2;
	data = out->data == out->first ? malloc(cap) : realloc(out->data, cap);
	if (data == NULL) {
		out->failed = true;
		return false;
	}
	if (out->data == out->first)
		memcpy(data, out->first, out->len);
	out->data = data;
	out->cap = cap;
	return true;
}

void out_bytes(struct out *out, const void *data, size_t bytes)
{
	if (!out_room(out, bytes))
		return;
	memcpy(out->data + out->len, data, bytes);
	out->len += bytes;
}

void out_byte(struct out *out, uint8_t byte)
{
	out_bytes(out, &byte, 1);
}

static void out_length(struct out *out, size_t length)
{
	for (; length >= 0x80; length >>= 7)
		out_byte(out, (uint8_t)(length | 0x80));
	out_byte(out, (uint8_t)length);
}

void out_head(struct out *out, char tag, size_t count)
{
	out_byte(out, (uint8_t)tag);
	out_length(out, count);
}

void out_none(struct out *out)
{
	out_byte(out, 'N');
}

void out_bool(struct out *out, bool value)
{
	out_byte(out, value ? 'T' : 'F');
}

void out_int(struct out *out, int64_t value)
{
	uint64_t magnitude = value < 0 ? -(uint64_t)value : (uint64_t)value;
	uint8_t bytes[8];
	size_t count = 0;
	for (; magnitude > 0; magnitude >>= 8)
		bytes[count++] = (uint8_t)magnitude;
	out_byte(out, 'i');
	out_byte(out, value < 0);
	out_length(out, count);
	out_bytes(out, bytes, count);
}

void out_str(struct out *out, const char *utf8, size_t bytes)
{
	out_head(out, 's', bytes);
	out_bytes(out, utf8, bytes);
}

size_t out_part(struct out *out)
{
	out_bytes(out, "\0\0\0\0", 4);
	return out->len;
}

void out_part_end(struct out *out, size_t part)
{
	uint32_t bytes = (uint32_t)(out->len - part);
	if (!out->failed)
		memcpy(out->data + part - sizeof(bytes), &bytes, sizeof(bytes));
}

/* Lone surrogates become three bytes too (WTF-8): Python's str is any sequence of code points. */
static size_t rune_bytes(Py_UCS4 rune, uint8_t bytes[4])
{
	if (rune < 0x80) {
		bytes[0] = (uint8_t)rune;
		return 1;
	}
	if (rune < 0x800) {
		bytes[0] = (uint8_t)(0xc0 | rune >> 6);
		bytes[1] = (uint8_t)(0x80 | (rune & 0x3f));
		return 2;
	}
	if (rune < 0x10000) {
		bytes[0] = (uint8_t)(0xe0 | rune >> 12);
		bytes[1] = (uint8_t)(0x80 | (rune >> 6 & 0x3f));
		bytes[2] = (uint8_t)(0x80 | (rune & 0x3f));
		return 3;
	}
	bytes[0] = (uint8_t)(0xf0 | rune >> 18);
	bytes[1] = (uint8_t)(0x80 | (rune >> 12 & 0x3f));
	bytes[2] = (uint8_t)(0x80 | (rune >> 6 & 0x3f));
	bytes[3] = (uint8_t)(0x80 | (rune & 0x3f));
	return 4;
}

/* Before 3.12 a str made by an old C interface may not have its final form yet. */
static bool str_ready(PyObject *str)
{
#if PY_VERSION_HEX < 0x030C0000
	return PyUnicode_READY(str) == 0;
#else
	return true;
#endif
}

void out_text(struct out *out, PyObject *str, size_t max_bytes)
{
	uint8_t text[4096 + 4];
	size_t used = 0;
	if (!str_ready(str)) {
		PyErr_Clear();
		out_str(out, "", 0);
		return;
	}
	for (Py_ssize_t i = 0; i < PyUnicode_GET_LENGTH(str); i++) {
		Py_UCS4 rune = PyUnicode_READ_CHAR(str, i);
		uint8_t bytes[4];
		size_t count = rune_bytes(rune >= 0xd800 && rune <= 0xdfff ? 0xfffd : rune, bytes);
		if (used + count > max_bytes || used + count > sizeof(text))
			break;
		memcpy(text + used, bytes, count);
		used += count;
	}
	out_str(out, (const char *)text, used);
}

static void put_str(struct walk *walk, PyObject *str)
{
	size_t bytes = 0;
	uint8_t encoded[4];
	Py_ssize_t length;
	if (!str_ready(str)) {
		PyErr_Clear();
		walk->refused = "bytes";
		return;
	}
	length = PyUnicode_GET_LENGTH(str);
	if (PyUnicode_IS_ASCII(str)) {
		bytes = (size_t)length;
	} else if (length <= VALUE_MAX_BYTES) {
		for (Py_ssize_t i = 0; i < length; i++)
			bytes += rune_bytes(PyUnicode_READ_CHAR(str, i), encoded);
	}
	if (length > VALUE_MAX_BYTES || bytes > VALUE_MAX_BYTES) {
		walk->refused = "bytes";
		return;
	}
	out_head(walk->out, 's', bytes);
	if (PyUnicode_IS_ASCII(str)) {
		out_bytes(walk->out, PyUnicode_1BYTE_DATA(str), bytes);
		return;
	}
	for (Py_ssize_t i = 0; i < length; i++)
		out_bytes(walk->out, encoded, rune_bytes(PyUnicode_READ_CHAR(str, i), encoded));
}

/* What is big enough by construction cannot fail. */
static void long_bytes(PyObject *number, uint8_t *out, size_t bytes)
{
#if PY_VERSION_HEX >= 0x030D0000
	_PyLong_AsByteArray((PyLongObject *)number, out, bytes, 1, 1, 0);
#else
	_PyLong_AsByteArray((PyLongObject *)number, out, bytes, 1, 1);
#endif
}

/* Two's complement into the buffer, then the magnitude in place: no Python int is made. */
static void put_int(struct walk *walk, PyObject *number)
{
	struct out *out = walk->out;
	size_t bytes = _PyLong_NumBits(number) / 8 + 1; /* one more bit than the magnitude needs: the sign */
	bool negative = _PyLong_Sign(number) < 0;
	size_t used = bytes;
	uint8_t small[64], *magnitude = small;
	if (bytes > VALUE_MAX_BYTES) {
		walk->refused = "bytes";
		return;
	}
	if (bytes > sizeof(small)) {
		magnitude = malloc(bytes);
		if (magnitude == NULL) {
			out->failed = true;
			return;
		}
	}
	long_bytes(number, magnitude, bytes);
	if (negative) {
		unsigned carry = 1;
		for (size_t i = 0; i < bytes; i++) {
			carry += (uint8_t)~magnitude[i];
			magnitude[i] = (uint8_t)carry;
			carry >>= 8;
		}
	}
	while (used > 0 && magnitude[used - 1] == 0)
		used--;
	out_byte(out, 'i');
	out_byte(out, negative);
	out_length(out, used);
	out_bytes(out, magnitude, used);
	if (magnitude != small)
		free(magnitude);
}

static void put_double(struct out *out, double real)
{
	uint64_t bits;
	uint8_t bytes[8];
	memcpy(&bits, &real, sizeof(bits));
	for (int i = 0; i < 8; i++)
		bytes[i] = (uint8_t)(bits >> 8 * i);
	out_bytes(out, bytes, sizeof(bytes));
}

/* The layout of a range object, which has no header; it has not changed since Python 3.3. */
struct range_layout {
	PyObject_HEAD PyObject *start, *stop, *step, *length;
};

static void put_range(struct walk *walk, PyObject *object)
{
	struct range_layout *range = (struct range_layout *)object;
	PyObject *parts[] = { range->start, range->stop, range->step };
	walk->nodes += 3;
	out_byte(walk->out, 'r');
	for (size_t i = 0; i < 3; i++) {
		if (!PyLong_CheckExact(parts[i])) {
			walk->refused = "type";
			return;
		}
		put_int(walk, parts[i]);
	}
}

static char container_tag(PyObject *object, size_t *count)
{
	if (PyList_CheckExact(object)) {
		*count = (size_t)PyList_GET_SIZE(object);
		return 'l';
	}
	if (PyTuple_CheckExact(object)) {
		*count = (size_t)PyTuple_GET_SIZE(object);
		return 't';
	}
	if (PyDict_CheckExact(object)) {
		*count = (size_t)((PyDictObject *)object)->ma_used;
		return 'd';
	}
	*count = (size_t)((PySetObject *)object)->used;
	if (Py_IS_TYPE(object, &PySet_Type))
		return 'S';
	return Py_IS_TYPE(object, &PyFrozenSet_Type) ? 'Z' : '\0';
}

static void put_container(struct walk *walk, PyObject *object)
{
	size_t count = 0;
	char tag = '\0';
	if (PyList_CheckExact(object) || PyTuple_CheckExact(object) || PyDict_CheckExact(object) ||
		Py_IS_TYPE(object, &PySet_Type) || Py_IS_TYPE(object, &PyFrozenSet_Type))
		tag = container_tag(object, &count);
	if (tag == '\0') {
		walk->refused = "type";
		return;
	}
	for (int i = 0; i < walk->depth; i++)
		if (walk->levels[i].object == object) {
			walk->refused = "cycle";
			return;
		}
	if (walk->depth == VALUE_MAX_DEPTH) {
		walk->refused = "depth";
		return;
	}
	if (count > VALUE_MAX_NODES) {
		walk->refused = "nodes";
		return;
	}
	out_head(walk->out, tag, count);
	walk->levels[walk->depth++] = (struct level){ .object = object };
}

static void put(struct walk *walk, PyObject *object)
{
	struct out *out = walk->out;
	walk->nodes++;
	if (object == Py_None) {
		out_none(out);
	} else if (object == Py_True || object == Py_False) {
		out_bool(out, object == Py_True);
	} else if (PyLong_CheckExact(object)) {
		put_int(walk, object);
	} else if (PyUnicode_CheckExact(object)) {
		put_str(walk, object);
	} else if (PyFloat_CheckExact(object)) {
		out_byte(out, 'f');
		put_double(out, PyFloat_AS_DOUBLE(object));
	} else if (PyComplex_CheckExact(object)) {
		Py_complex number = ((PyComplexObject *)object)->cval;
		out_byte(out, 'c');
		put_double(out, number.real);
		put_double(out, number.imag);
	} else if (PyBytes_CheckExact(object)) {
		if (PyBytes_GET_SIZE(object) > VALUE_MAX_BYTES) {
			walk->refused = "bytes";
			return;
		}
		out_head(out, 'b', (size_t)PyBytes_GET_SIZE(object));
		out_bytes(out, PyBytes_AS_STRING(object), (size_t)PyBytes_GET_SIZE(object));
	} else if (Py_IS_TYPE(object, &PyRange_Type)) {
		put_range(walk, object);
	} else {
		put_container(walk, object);
	}
	if (walk->refused != NULL)
		return;
	if (walk->nodes > VALUE_MAX_NODES)
		walk->refused = "nodes";
	else if (out->failed || out->len - walk->start > VALUE_MAX_BYTES)
		walk->refused = "bytes";
}

#if PY_VERSION_HEX >= 0x030D0000
/* Still exported, but declared in a header of the interpreter's own only. */
PyAPI_FUNC(int) _PySet_NextEntry(PyObject *set, Py_ssize_t *position, PyObject **key, Py_hash_t *hash);
#endif

/* The innermost container's next child, or NULL at its end. */
static PyObject *next_child(struct level *level)
{
	PyObject *object = level->object, *child = NULL;
	Py_hash_t hash;
	if (PyList_CheckExact(object))
		return level->next < PyList_GET_SIZE(object) ? PyList_GET_ITEM(object, level->next++) : NULL;
	if (PyTuple_CheckExact(object))
		return level->next < PyTuple_GET_SIZE(object) ? PyTuple_GET_ITEM(object, level->next++) : NULL;
	if (!PyDict_CheckExact(object))
		return _PySet_NextEntry(object, &level->next, &child, &hash) ? child : NULL;
	if (level->pending != NULL) {
		child = level->pending;
		level->pending = NULL;
		return child;
	}
	return PyDict_Next(object, &level->next, &child, &level->pending) ? child : NULL;
}

const char *encode_object(struct out *out, PyObject *object)
{
	struct walk walk;
	walk.out = out;
	walk.start = out->len;
	walk.nodes = 0;
	walk.depth = 0;
	walk.refused = NULL;
	put(&walk, object);
	while (walk.depth > 0 && walk.refused == NULL) {
		PyObject *child = next_child(&walk.levels[walk.depth - 1]);
		if (child == NULL)
			walk.depth--;
		else
			put(&walk, child);
	}
	if (walk.refused != NULL) {
		out->len = walk.start;
		out->failed = false;
	}
	return walk.refused;
}

void encode_type_name(struct out *out, PyTypeObject *type)
{
	const char *dot;
	if (type->tp_flags & Py_TPFLAGS_HEAPTYPE) {
		PyObject *name = ((PyHeapTypeObject *)type)->ht_name;
		if (name != NULL && PyUnicode_Check(name)) {
			out_text(out, name, 200);
			return;
		}
	}
	dot = strrchr(type->tp_name, '.');
	dot = dot != NULL ? dot + 1 : type->tp_name;
	out_str(out, dot, strlen(dot));
}
