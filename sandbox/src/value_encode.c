/* The way into a run: the encoding that value_decode() and the run's own decoder read. */
#include "sandbox/value.h"
#include <string.h>

static void add_length(struct buf *out, size_t length)
{
	while (length >= 0x80) {
		buf_addch(out, (char)(length | 0x80));
		length >>= 7;
	}
	buf_addch(out, (char)length);
}

static void add_int(struct buf *out, const struct value *value)
{
	size_t bytes = value->integer.bytes;
	while (bytes > 0 && value->integer.magnitude[bytes - 1] == 0)
		bytes--;
	buf_addch(out, value->integer.negative && bytes > 0);
	add_length(out, bytes);
	if (bytes > 0)
		buf_add(out, value->integer.magnitude, bytes);
}

static void add_double(struct buf *out, double real)
{
	char bytes[8];
	uint64_t bits;
	memcpy(&bits, &real, sizeof(bits));
	for (int i = 0; i < 8; i++)
		bytes[i] = (char)(bits >> 8 * i);
	buf_add(out, bytes, sizeof(bytes));
}

static void add_items(struct buf *out, const struct value *items, size_t count)
{
	for (size_t i = 0; i < count; i++)
		value_encode(out, &items[i]);
}

void value_encode(struct buf *out, const struct value *value)
{
	static const char TAGS[] = {
		[VALUE_NONE] = 'N',
		[VALUE_BOOL] = 'F',
		[VALUE_INT] = 'i',
		[VALUE_FLOAT] = 'f',
		[VALUE_COMPLEX] = 'c',
		[VALUE_STR] = 's',
		[VALUE_BYTES] = 'b',
		[VALUE_LIST] = 'l',
		[VALUE_TUPLE] = 't',
		[VALUE_SET] = 'S',
		[VALUE_FROZENSET] = 'Z',
		[VALUE_DICT] = 'd',
		[VALUE_RANGE] = 'r',
	};
	buf_addch(out, value->type == VALUE_BOOL && value->boolean ? 'T' : TAGS[value->type]);
	switch (value->type) {
	case VALUE_NONE:
	case VALUE_BOOL:
		break;
	case VALUE_INT:
		add_int(out, value);
		break;
	case VALUE_FLOAT:
		add_double(out, value->real);
		break;
	case VALUE_COMPLEX:
		add_double(out, value->complex.re);
		add_double(out, value->complex.im);
		break;
	case VALUE_STR:
	case VALUE_BYTES:
		add_length(out, value->text.bytes);
		if (value->text.bytes > 0)
			buf_add(out, value->text.data, value->text.bytes);
		break;
	case VALUE_DICT:
		add_length(out, value->dict.count);
		add_items(out, value->dict.pairs, 2 * value->dict.count);
		break;
	case VALUE_RANGE:
		add_items(out, value->items.items, 3);
		break;
	default:
		add_length(out, value->items.count);
		add_items(out, value->items.items, value->items.count);
	}
}
