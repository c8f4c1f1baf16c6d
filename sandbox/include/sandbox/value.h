/*
 * Plain Python data outside Python: what a run may return, decoded strictly.
 *
 * A value is a tree in an arena. The decoder trusts nothing: it enforces depth,
 * node and byte bounds of its own and refuses trailing bytes, so that all a
 * forger of the channel can send is a value, never a crash and never a verdict.
 *
 * Wire form (one tag byte, then):
 *   N T F          None True False
 *   i sign(1) len(varint) magnitude(little-endian, no leading zero byte)
 *   f 8 bytes      IEEE 754 double, little-endian      c  two of them
 *   s len bytes    str as UTF-8, lone surrogates encoded as three bytes (WTF-8)
 *   b len bytes    bytes
 *   l t S Z count items      list tuple set frozenset
 *   d count key value ...    dict, in insertion order
 *   r three i values         range(start, stop, step)
 * varint: LEB128, at most 5 bytes, shortest form only.
 */
#pragma once
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include "base/arena.h"
#include "base/buf.h"
#include "base/err.h"

enum value_type {
	VALUE_NONE,
	VALUE_BOOL,
	VALUE_INT,
	VALUE_FLOAT,
	VALUE_COMPLEX,
	VALUE_STR,
	VALUE_BYTES,
	VALUE_LIST,
	VALUE_TUPLE,
	VALUE_SET,
	VALUE_FROZENSET,
	VALUE_DICT,
	VALUE_RANGE,
};

enum {
	VALUE_MAX_DEPTH = 100,
	VALUE_MAX_NODES = 1000000,
	VALUE_MAX_BYTES = 8 << 20,
};

struct value {
	enum value_type type;
	union {
		bool boolean;
		struct {
			bool negative;
			const uint8_t *magnitude;
			size_t bytes;
		} integer; /* little-endian */
		double real;
		struct {
			double re, im;
		} complex;
		struct {
			const char *data;
			size_t bytes;
			bool surrogates;
		} text; /* str and bytes */
		struct {
			const struct value *items;
			size_t count;
		} items; /* list tuple set frozenset range(3) */
		struct {
			const struct value *pairs;
			size_t count;
		} dict; /* 2 * count: key, value, key, ... */
	};
};

/* Decodes exactly `bytes` bytes. The tree and its strings live in `arena` (the input may go).
 * Malformed input is ERR_PEER, a passed bound ERR_TOO_LARGE. */
int value_decode(
	const struct value **out, const void *data, size_t bytes, struct arena *arena, struct err *err) must_check;
/* The inverse; appends to `out`. */
void value_encode(struct buf *out, const struct value *value);
/* "list", "int", "NoneType", ... static. */
const char *value_type_name(const struct value *value);
/* As Python's repr() would print it; at most about `max_bytes` bytes, then "…". max 0: no bound. */
void value_repr(struct buf *out, const struct value *value, size_t max_bytes);
/* A small integer's value; false when it is no int (bool is no int here) or does not fit. */
bool value_to_int64(const struct value *value, int64_t *out);
