/*
 * The border's customs: bytes that a hostile process may have written become a
 * value, or are refused. Nothing is believed: every length is compared with
 * what is left and every count with the nodes that are left *before* anything
 * is allocated, and one value has one encoding only (shortest varints, integers
 * without a leading zero byte or a negative zero). Recursion ends at VALUE_MAX_DEPTH.
 *
 * Strings point into one copy of the input. Each is followed there by a NUL,
 * written over a byte that has been read already from the input itself.
 */
#include "sandbox/value.h"
#include <string.h>
#include "value_text.h"

struct decoder {
	const uint8_t *data; /* the input */
	char *copy; /* of the same size, plus a NUL; in the arena */
	size_t at, bytes;
	size_t nodes; /* spoken for so far */
	struct arena *arena;
	struct err *err;
};

static int decode_node(struct decoder *d, struct value *out, int depth);

static int malformed(struct decoder *d, const char *what)
{
	return err_set(d->err, ERR_PEER, "value: %s at byte %zu", what, d->at);
}

static size_t left(const struct decoder *d)
{
	return d->bytes - d->at;
}

static int take_length(struct decoder *d, size_t *out)
{
	uint64_t length = 0;
	for (int shift = 0; shift < 35; shift += 7) {
		if (left(d) == 0)
			return malformed(d, "length cut short");
		uint8_t byte = d->data[d->at++];
		length |= (uint64_t)(byte & 0x7f) << shift;
		if (byte & 0x80)
			continue;
		if (byte == 0 && shift > 0)
			return malformed(d, "length not in its shortest form");
		if (length > left(d))
			return malformed(d, "length beyond the end");
		*out = (size_t)length;
		return 0;
	}
	return malformed(d, "length of more than five bytes");
}

static int take_int(struct decoder *d, struct value *out)
{
	size_t bytes = 0;
	if (left(d) == 0 || d->data[d->at] > 1)
		return malformed(d, "bad sign");
	bool negative = d->data[d->at++] == 1;
	if (take_length(d, &bytes) < 0)
		return -1;
	if (bytes > 0 && d->data[d->at + bytes - 1] == 0)
		return malformed(d, "integer with a leading zero");
	if (bytes == 0 && negative)
		return malformed(d, "negative zero");
	out->integer.negative = negative;
	out->integer.magnitude = (const uint8_t *)d->copy + d->at;
	out->integer.bytes = bytes;
	d->at += bytes;
	return 0;
}

static int take_double(struct decoder *d, double *out)
{
	uint64_t bits = 0;
	if (left(d) < 8)
		return malformed(d, "float cut short");
	for (int i = 0; i < 8; i++)
		bits |= (uint64_t)d->data[d->at + i] << 8 * i;
	d->at += 8;
	memcpy(out, &bits, sizeof(*out));
	return 0;
}

static int check_str(struct decoder *d, struct value *out, size_t bytes)
{
	const char *text = (const char *)d->data + d->at;
	for (size_t i = 0, used = 0; i < bytes; i += used) {
		int32_t rune = wtf8_next(text + i, bytes - i, &used);
		if (rune < 0)
			return malformed(d, "str is not UTF-8");
		if (rune >= 0xd800 && rune <= 0xdfff)
			out->text.surrogates = true;
	}
	return 0;
}

static int take_text(struct decoder *d, struct value *out)
{
	size_t bytes = 0;
	if (take_length(d, &bytes) < 0)
		return -1;
	if (out->type == VALUE_STR && check_str(d, out, bytes) < 0)
		return -1;
	out->text.data = d->copy + d->at;
	out->text.bytes = bytes;
	d->at += bytes;
	d->copy[d->at] = '\0';
	return 0;
}

/* Room for `count` nodes, each of which takes at least one byte of what is left. */
static int take_nodes(struct decoder *d, struct value **out, size_t count)
{
	if (count > left(d))
		return malformed(d, "more items than bytes");
	if (count > VALUE_MAX_NODES - d->nodes)
		return err_set(d->err, ERR_TOO_LARGE, "value: more than %d nodes", VALUE_MAX_NODES);
	d->nodes += count;
	*out = arena_array(d->arena, count, sizeof(**out));
	return 0;
}

static int take_items(struct decoder *d, struct value *out, int depth)
{
	struct value *nodes = NULL;
	size_t count = 0;
	size_t each = out->type == VALUE_DICT ? 2 : 1;
	if (depth >= VALUE_MAX_DEPTH)
		return err_set(d->err, ERR_TOO_LARGE, "value: deeper than %d", VALUE_MAX_DEPTH);
	if (take_length(d, &count) < 0 || take_nodes(d, &nodes, count * each) < 0)
		return -1;
	for (size_t i = 0; i < count * each; i++)
		if (decode_node(d, &nodes[i], depth + 1) < 0)
			return -1;
	if (out->type == VALUE_DICT) {
		out->dict.pairs = nodes;
		out->dict.count = count;
	} else {
		out->items.items = nodes;
		out->items.count = count;
	}
	return 0;
}

static int take_range(struct decoder *d, struct value *out)
{
	struct value *nodes = NULL;
	if (take_nodes(d, &nodes, 3) < 0)
		return -1;
	for (size_t i = 0; i < 3; i++) {
		if (left(d) == 0 || d->data[d->at] != 'i')
			return malformed(d, "range of something else than ints");
		if (decode_node(d, &nodes[i], VALUE_MAX_DEPTH) < 0)
			return -1;
	}
	if (nodes[2].integer.bytes == 0)
		return malformed(d, "range with step zero");
	out->items.items = nodes;
	out->items.count = 3;
	return 0;
}

static int decode_node(struct decoder *d, struct value *out, int depth)
{
	static const char TAGS[] = "NTFifcsbltSZdr";
	static const enum value_type TYPES[] = { VALUE_NONE, VALUE_BOOL, VALUE_BOOL, VALUE_INT, VALUE_FLOAT,
		VALUE_COMPLEX, VALUE_STR, VALUE_BYTES, VALUE_LIST, VALUE_TUPLE, VALUE_SET, VALUE_FROZENSET, VALUE_DICT,
		VALUE_RANGE };
	const char *tag;
	if (left(d) == 0)
		return malformed(d, "cut short");
	tag = memchr(TAGS, d->data[d->at], sizeof(TAGS) - 1);
	if (tag == NULL)
		return malformed(d, "unknown tag");
	d->at++;
	out->type = TYPES[tag - TAGS];
	switch (out->type) {
	case VALUE_NONE:
		return 0;
	case VALUE_BOOL:
		out->boolean = *tag == 'T';
		return 0;
	case VALUE_INT:
		return take_int(d, out);
	case VALUE_FLOAT:
		return take_double(d, &out->real);
	case VALUE_COMPLEX:
		return take_double(d, &out->complex.re) < 0 ? -1 : take_double(d, &out->complex.im);
	case VALUE_STR:
	case VALUE_BYTES:
		return take_text(d, out);
	case VALUE_RANGE:
		return take_range(d, out);
	default:
		return take_items(d, out, depth);
	}
}

int value_decode(const struct value **out, const void *data, size_t bytes, struct arena *arena, struct err *err)
{
	struct decoder d = { .data = data, .bytes = bytes, .arena = arena, .err = err };
	struct value *root = NULL;
	if (bytes > VALUE_MAX_BYTES)
		return err_set(err, ERR_TOO_LARGE, "value: more than %d bytes", VALUE_MAX_BYTES);
	if (bytes == 0)
		return err_set(err, ERR_PEER, "value: empty");
	d.copy = arena_memdup(arena, data, bytes);
	if (take_nodes(&d, &root, 1) < 0 || decode_node(&d, root, 0) < 0)
		return -1;
	if (left(&d) > 0)
		return malformed(&d, "bytes after the value");
	*out = root;
	return 0;
}
