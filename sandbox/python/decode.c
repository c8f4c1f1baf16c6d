/* Recursive: the depth is bounded by the grader's own values plus the tuple around them. */
#include "decode.h"
#include <stdbool.h>
#include <stdint.h>
#include <string.h>
#include "sandbox/value.h"

enum { MAX_DEPTH = VALUE_MAX_DEPTH + 4 };

struct input {
	const uint8_t *data;
	size_t at, bytes;
};

static PyObject *decode_next(struct input *input, int depth);

static PyObject *malformed(void)
{
	PyErr_SetString(PyExc_ValueError, "malformed value");
	return NULL;
}

static bool take_length(struct input *input, size_t *out)
{
	uint64_t length = 0;
	for (int shift = 0; shift < 35; shift += 7) {
		uint8_t byte;
		if (input->at == input->bytes)
			return false;
		byte = input->data[input->at++];
		length |= (uint64_t)(byte & 0x7f) << shift;
		if (byte & 0x80)
			continue;
		if (byte == 0 && shift > 0)
			return false; /* not the shortest form */
		/* Every item takes a byte at least, so that no length is beyond what is left. */
		if (length > input->bytes - input->at)
			return false;
		*out = (size_t)length;
		return true;
	}
	return false;
}

static PyObject *take_int(struct input *input)
{
	size_t bytes;
	bool negative;
	const uint8_t *magnitude;
	PyObject *number, *opposite;
	if (input->at == input->bytes || input->data[input->at] > 1)
		return malformed();
	negative = input->data[input->at++] == 1;
	if (!take_length(input, &bytes))
		return malformed();
	magnitude = input->data + input->at;
	input->at += bytes;
	if (bytes == 0 ? negative : magnitude[bytes - 1] == 0)
		return malformed();
	number = _PyLong_FromByteArray(magnitude, bytes, 1, 0);
	if (number == NULL || !negative)
		return number;
	opposite = PyNumber_Negative(number);
	Py_DECREF(number);
	return opposite;
}

static bool take_double(struct input *input, double *out)
{
	uint64_t bits = 0;
	if (input->bytes - input->at < 8)
		return false;
	for (int i = 0; i < 8; i++)
		bits |= (uint64_t)input->data[input->at++] << 8 * i;
	memcpy(out, &bits, sizeof(*out));
	return true;
}

static PyObject *take_text(struct input *input, char tag)
{
	size_t bytes;
	const char *text;
	if (!take_length(input, &bytes))
		return malformed();
	text = (const char *)input->data + input->at;
	input->at += bytes;
	if (tag == 'b')
		return PyBytes_FromStringAndSize(text, (Py_ssize_t)bytes);
	return PyUnicode_DecodeUTF8(text, (Py_ssize_t)bytes, "surrogatepass");
}

static PyObject *take_sequence(struct input *input, char tag, int depth)
{
	size_t count;
	PyObject *sequence;
	if (!take_length(input, &count))
		return malformed();
	sequence = tag == 'l' ? PyList_New((Py_ssize_t)count) : PyTuple_New((Py_ssize_t)count);
	for (size_t i = 0; sequence != NULL && i < count; i++) {
		PyObject *item = decode_next(input, depth + 1);
		if (item == NULL)
			Py_CLEAR(sequence);
		else if (tag == 'l')
			PyList_SET_ITEM(sequence, (Py_ssize_t)i, item);
		else
			PyTuple_SET_ITEM(sequence, (Py_ssize_t)i, item);
	}
	return sequence;
}

static PyObject *take_set(struct input *input, char tag, int depth)
{
	size_t count;
	PyObject *set;
	if (!take_length(input, &count))
		return malformed();
	set = tag == 'S' ? PySet_New(NULL) : PyFrozenSet_New(NULL);
	for (size_t i = 0; set != NULL && i < count; i++) {
		PyObject *item = decode_next(input, depth + 1);
		if (item == NULL || PySet_Add(set, item) < 0)
			Py_CLEAR(set);
		Py_XDECREF(item);
	}
	if (set != NULL && (size_t)PySet_GET_SIZE(set) != count) {
		Py_DECREF(set);
		return malformed();
	}
	return set;
}

static PyObject *take_dict(struct input *input, int depth)
{
	size_t count;
	PyObject *dict;
	if (!take_length(input, &count))
		return malformed();
	dict = PyDict_New();
	for (size_t i = 0; dict != NULL && i < count; i++) {
		PyObject *key = decode_next(input, depth + 1);
		PyObject *value = key != NULL ? decode_next(input, depth + 1) : NULL;
		if (value == NULL || PyDict_SetItem(dict, key, value) < 0)
			Py_CLEAR(dict);
		Py_XDECREF(key);
		Py_XDECREF(value);
	}
	if (dict != NULL && (size_t)PyDict_GET_SIZE(dict) != count) {
		Py_DECREF(dict);
		return malformed();
	}
	return dict;
}

static PyObject *take_range(struct input *input, int depth)
{
	PyObject *parts = PyTuple_New(3), *range = NULL;
	for (Py_ssize_t i = 0; parts != NULL && i < 3; i++) {
		bool integer = input->at < input->bytes && input->data[input->at] == 'i';
		PyObject *part = integer ? decode_next(input, depth + 1) : malformed();
		if (part == NULL)
			Py_CLEAR(parts);
		else
			PyTuple_SET_ITEM(parts, i, part);
	}
	if (parts != NULL)
		range = PyObject_Call((PyObject *)&PyRange_Type, parts, NULL);
	Py_XDECREF(parts);
	return range;
}

static PyObject *decode_next(struct input *input, int depth)
{
	double re, im;
	char tag;
	if (input->at == input->bytes || depth > MAX_DEPTH)
		return malformed();
	tag = (char)input->data[input->at++];
	switch (tag) {
	case 'N':
		Py_RETURN_NONE;
	case 'T':
		Py_RETURN_TRUE;
	case 'F':
		Py_RETURN_FALSE;
	case 'i':
		return take_int(input);
	case 'f':
		return take_double(input, &re) ? PyFloat_FromDouble(re) : malformed();
	case 'c':
		return take_double(input, &re) && take_double(input, &im) ? PyComplex_FromDoubles(re, im) : malformed();
	case 's':
	case 'b':
		return take_text(input, tag);
	case 'l':
	case 't':
		return take_sequence(input, tag, depth);
	case 'S':
	case 'Z':
		return take_set(input, tag, depth);
	case 'd':
		return take_dict(input, depth);
	case 'r':
		return take_range(input, depth);
	default:
		return malformed();
	}
}

PyObject *decode_object(const void *data, size_t bytes)
{
	struct input input = { .data = data, .bytes = bytes };
	PyObject *object = decode_next(&input, 0);
	if (object != NULL && input.at != bytes) {
		Py_DECREF(object);
		return malformed();
	}
	return object;
}
