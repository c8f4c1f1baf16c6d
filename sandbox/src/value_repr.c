/*
 * repr() of plain data, byte for byte as CPython 3.11 prints it, but for what
 * repr() cannot do: an int of more than 4300 digits is printed all the same.
 * Tests compare it with the installed Python over thousands of drawn values.
 */
#include "sandbox/value.h"
#include <math.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>
#include "sandbox/value_number.h"
#include "value_float.h"
#include "value_text.h"

struct printer {
	struct buf *out;
	size_t left; /* bytes that may still be written */
	bool bounded;
	bool cut; /* "…" has been written: nothing more is */
};

static void print_node(struct printer *p, const struct value *value);

static void print(struct printer *p, const char *text, size_t bytes)
{
	if (p->cut)
		return;
	if (p->bounded && bytes > p->left) {
		buf_add(p->out, text, text_cut(text, p->left));
		buf_addstr(p->out, "…");
		p->cut = true;
		return;
	}
	buf_add(p->out, text, bytes);
	p->left -= p->bounded ? bytes : 0;
}

static void print_str(struct printer *p, const char *text)
{
	print(p, text, strlen(text));
}

static void print_int(struct printer *p, const struct value *value)
{
	cleanup_buf struct buf digits = BUF_INIT;
	value_int_text(&digits, value, p->bounded ? p->left + 1 : 0);
	print(p, buf_str(&digits), digits.len);
}

static void print_complex(struct printer *p, const struct value *value)
{
	char re[FLOAT_TEXT], im[FLOAT_TEXT];
	bool imaginary_only = value->complex.re == 0 && !signbit(value->complex.re);
	float_text(re, value->complex.re, false, false);
	float_text(im, value->complex.im, false, !imaginary_only);
	print_str(p, imaginary_only ? "" : "(");
	print_str(p, imaginary_only ? "" : re);
	print_str(p, im);
	print_str(p, imaginary_only ? "j" : "j)");
}

static char quote_for(const struct value *value)
{
	const char *data = value->text.data;
	if (value->text.bytes == 0 || memchr(data, '\'', value->text.bytes) == NULL)
		return '\'';
	return memchr(data, '"', value->text.bytes) == NULL ? '"' : '\'';
}

/* What has a short escape in both str and bytes; NULL for the rest. */
static const char *short_escape(uint32_t rune, char quote)
{
	switch (rune) {
	case '\\':
		return "\\\\";
	case '\t':
		return "\\t";
	case '\n':
		return "\\n";
	case '\r':
		return "\\r";
	case '\'':
		return quote == '\'' ? "\\'" : NULL;
	default:
		return NULL;
	}
}

static void print_escaped(struct printer *p, uint32_t rune)
{
	char text[16];
	int digits = rune < 0x100 ? 2 : rune < 0x10000 ? 4 : 8;
	snprintf(text, sizeof(text), "\\%c%0*x", digits == 2 ? 'x' : digits == 4 ? 'u' : 'U', digits, (unsigned)rune);
	print_str(p, text);
}

/* The end of the longest run of plain ASCII from `i`, which is printed in one piece. */
static size_t plain_end(const struct value *value, size_t i, char quote)
{
	while (i < value->text.bytes) {
		char c = value->text.data[i];
		if (c < ' ' || c > '~' || c == '\\' || c == quote)
			break;
		i++;
	}
	return i;
}

static void print_text(struct printer *p, const struct value *value)
{
	char quote = quote_for(value);
	const char *data = value->text.data;
	size_t used = 0;
	if (value->type == VALUE_BYTES)
		print_str(p, "b");
	print(p, &quote, 1);
	for (size_t i = 0; i < value->text.bytes && !p->cut; i += used) {
		size_t end = plain_end(value, i, quote);
		int32_t rune = (unsigned char)data[i];
		const char *escape = short_escape((uint32_t)rune, quote);
		used = 1;
		if (end > i) {
			used = end - i;
			print(p, data + i, used);
			continue;
		}
		if (value->type == VALUE_STR)
			rune = wtf8_next(data + i, value->text.bytes - i, &used);
		if (rune < 0) { /* never from the decoder; shown as os.fsdecode() does */
			rune = 0xdc00 + (unsigned char)data[i];
			used = 1;
		}
		if (escape != NULL)
			print_str(p, escape);
		else if (value->type == VALUE_STR && rune_printable((uint32_t)rune))
			print(p, data + i, used);
		else
			print_escaped(p, (uint32_t)rune);
	}
	print(p, &quote, 1);
}

static void print_items(struct printer *p, const struct value *value)
{
	for (size_t i = 0; i < value->items.count && !p->cut; i++) {
		if (i > 0)
			print_str(p, ", ");
		print_node(p, &value->items.items[i]);
	}
}

static void print_dict(struct printer *p, const struct value *value)
{
	print_str(p, "{");
	for (size_t i = 0; i < value->dict.count && !p->cut; i++) {
		if (i > 0)
			print_str(p, ", ");
		print_node(p, &value->dict.pairs[2 * i]);
		print_str(p, ": ");
		print_node(p, &value->dict.pairs[2 * i + 1]);
	}
	print_str(p, "}");
}

static void print_range(struct printer *p, const struct value *value)
{
	int64_t step;
	print_str(p, "range(");
	print_node(p, &value->items.items[0]);
	print_str(p, ", ");
	print_node(p, &value->items.items[1]);
	if (!value_to_int64(&value->items.items[2], &step) || step != 1) {
		print_str(p, ", ");
		print_node(p, &value->items.items[2]);
	}
	print_str(p, ")");
}

static void print_container(struct printer *p, const struct value *value)
{
	static const char *const AROUND[][3] = {
		/* before, after, empty */
		[VALUE_LIST] = { "[", "]", "[]" },
		[VALUE_TUPLE] = { "(", ")", "()" },
		[VALUE_SET] = { "{", "}", "set()" },
		[VALUE_FROZENSET] = { "frozenset({", "})", "frozenset()" },
	};
	if (value->items.count == 0) {
		print_str(p, AROUND[value->type][2]);
		return;
	}
	print_str(p, AROUND[value->type][0]);
	print_items(p, value);
	if (value->type == VALUE_TUPLE && value->items.count == 1)
		print_str(p, ",");
	print_str(p, AROUND[value->type][1]);
}

static void print_node(struct printer *p, const struct value *value)
{
	char text[FLOAT_TEXT];
	switch (value->type) {
	case VALUE_NONE:
		print_str(p, "None");
		break;
	case VALUE_BOOL:
		print_str(p, value->boolean ? "True" : "False");
		break;
	case VALUE_INT:
		print_int(p, value);
		break;
	case VALUE_FLOAT:
		float_text(text, value->real, true, false);
		print_str(p, text);
		break;
	case VALUE_COMPLEX:
		print_complex(p, value);
		break;
	case VALUE_STR:
	case VALUE_BYTES:
		print_text(p, value);
		break;
	case VALUE_DICT:
		print_dict(p, value);
		break;
	case VALUE_RANGE:
		print_range(p, value);
		break;
	default:
		print_container(p, value);
	}
}

void value_repr(struct buf *out, const struct value *value, size_t max_bytes)
{
	struct printer p = { .out = out, .left = max_bytes, .bounded = max_bytes > 0 };
	print_node(&p, value);
}

const char *value_type_name(const struct value *value)
{
	static const char *const NAMES[] = {
		[VALUE_NONE] = "NoneType",
		[VALUE_BOOL] = "bool",
		[VALUE_INT] = "int",
		[VALUE_FLOAT] = "float",
		[VALUE_COMPLEX] = "complex",
		[VALUE_STR] = "str",
		[VALUE_BYTES] = "bytes",
		[VALUE_LIST] = "list",
		[VALUE_TUPLE] = "tuple",
		[VALUE_SET] = "set",
		[VALUE_FROZENSET] = "frozenset",
		[VALUE_DICT] = "dict",
		[VALUE_RANGE] = "range",
	};
	return NAMES[value->type];
}
