/*
 * Python objects as the wire form of sandbox/value.h.
 *
 * Invariants: reads the storage of objects whose type is *exactly* a plain one
 * (a pointer comparison: what isinstance() or __class__ say can be faked),
 * allocates no Python object, calls no Python code and recurses never. Nothing
 * that the student wrote can run, see or change an encoding under way.
 */
#pragma once
#include <Python.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* A growing byte buffer. The first bytes live in `first`, so that a run that has used up its memory can still answer. */
struct out {
	uint8_t *data; /* `first`, or malloc'd */
	size_t len, cap;
	bool failed; /* no memory: whatever was added since is lost */
	uint8_t first[16384];
};

void out_init(struct out *out);
void out_release(struct out *out);
void out_bytes(struct out *out, const void *data, size_t bytes);
void out_byte(struct out *out, uint8_t byte);

/* Whole values, for replies of our own. */
void out_none(struct out *out);
void out_bool(struct out *out, bool value);
void out_int(struct out *out, int64_t value);
void out_str(struct out *out, const char *utf8, size_t bytes);
/* The head of a list ('l'), tuple ('t'), ... whose `count` items follow. */
void out_head(struct out *out, char tag, size_t count);
/* A str object as valid UTF-8 of at most `max_bytes` (<= 4096), lone surrogates replaced. */
void out_text(struct out *out, PyObject *str, size_t max_bytes);

/* One part of a reply: its length, then what is added between these two calls. */
size_t out_part(struct out *out);
void out_part_end(struct out *out, size_t part);

/* Appends `object`. Returns NULL, or why it is not plain data ("type", "cycle", "depth", "nodes", "bytes"):
 * `out` is then as it was. */
const char *encode_object(struct out *out, PyObject *object);

/* The exact type's own name as a whole str value ("generator", "OrderedDict"). */
void encode_type_name(struct out *out, PyTypeObject *type);
