#include "literal.h"
#include <ctype.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { MOST_ITEMS = 64 };

struct reader {
	struct arena *arena;
	const char *at;
};

static struct value read_value(struct reader *r);

static bool skip(struct reader *r, const char *word)
{
	while (*r->at == ' ')
		r->at++;
	if (strncmp(r->at, word, strlen(word)) != 0)
		return false;
	r->at += strlen(word);
	return true;
}

static void must_skip(struct reader *r, const char *word)
{
	if (!skip(r, word)) {
		fprintf(stderr, "literal: '%s' expected at: %s\n", word, r->at);
		abort();
	}
}

static size_t read_items(struct reader *r, const char *close, struct value **out, bool *pairs)
{
	size_t count = 0;
	*out = arena_array(r->arena, MOST_ITEMS, sizeof(**out));
	while (!skip(r, close)) {
		(*out)[count++] = read_value(r);
		if (skip(r, ":")) {
			*pairs = true;
			(*out)[count++] = read_value(r);
		}
		if (!skip(r, ",")) {
			must_skip(r, close);
			break;
		}
	}
	return count;
}

static struct value read_container(struct reader *r, enum value_type type, const char *close)
{
	bool pairs = false;
	struct value *items;
	struct value value = { .type = type };
	size_t count = read_items(r, close, &items, &pairs);
	if (type == VALUE_SET && (pairs || count == 0)) {
		value.type = VALUE_DICT;
		value.dict.pairs = items;
		value.dict.count = count / 2;
	} else {
		value.items.items = items;
		value.items.count = count;
	}
	return value;
}

static struct value read_text(struct reader *r, enum value_type type)
{
	const char *end = strchr(r->at, '\'');
	struct value value = { .type = type };
	cleanup_buf struct buf text = BUF_INIT;
	for (; r->at < end; r->at++) {
		bool newline = r->at[0] == '\\' && r->at[1] == 'n';
		buf_addch(&text, newline ? '\n' : *r->at);
		r->at += newline;
	}
	r->at = end + 1;
	value.text.data = arena_memdup(r->arena, buf_str(&text), text.len);
	value.text.bytes = text.len;
	return value;
}

/* Decimal digits into bytes, by hand: n = 10 n + digit. */
static struct value read_int(struct reader *r, const char *end)
{
	struct value value = { .type = VALUE_INT };
	uint8_t *bytes = arena_alloc(r->arena, (size_t)(end - r->at));
	value.integer.negative = *r->at == '-';
	value.integer.magnitude = bytes;
	for (r->at += *r->at == '-'; r->at < end; r->at++) {
		unsigned carry = (unsigned)(*r->at - '0');
		for (size_t i = 0; i < value.integer.bytes; i++) {
			carry += bytes[i] * 10u;
			bytes[i] = (uint8_t)carry;
			carry >>= 8;
		}
		if (carry > 0)
			bytes[value.integer.bytes++] = (uint8_t)carry;
	}
	value.integer.negative = value.integer.negative && value.integer.bytes > 0;
	return value;
}

static struct value read_number(struct reader *r)
{
	const char *end = r->at + (*r->at == '-');
	struct value value = { .type = VALUE_FLOAT };
	char *after;
	while (isdigit((unsigned char)*end))
		end++;
	value.real = strtod(r->at, &after);
	if (after == r->at) {
		fprintf(stderr, "literal: a value expected at: %s\n", r->at);
		abort();
	}
	if (after == end && *after != 'j')
		return read_int(r, end);
	r->at = after;
	if (*r->at == 'j') {
		double imaginary = value.real;
		r->at++;
		value.type = VALUE_COMPLEX;
		value.complex.re = 0;
		value.complex.im = imaginary;
	}
	return value;
}

static struct value read_value(struct reader *r)
{
	if (skip(r, "None"))
		return (struct value){ .type = VALUE_NONE };
	if (skip(r, "True"))
		return (struct value){ .type = VALUE_BOOL, .boolean = true };
	if (skip(r, "False"))
		return (struct value){ .type = VALUE_BOOL };
	if (skip(r, "set()"))
		return (struct value){ .type = VALUE_SET };
	if (skip(r, "frozenset([")) {
		struct value value = read_container(r, VALUE_FROZENSET, "]");
		must_skip(r, ")");
		return value;
	}
	if (skip(r, "range("))
		return read_container(r, VALUE_RANGE, ")");
	if (skip(r, "["))
		return read_container(r, VALUE_LIST, "]");
	if (skip(r, "("))
		return read_container(r, VALUE_TUPLE, ")");
	if (skip(r, "{"))
		return read_container(r, VALUE_SET, "}");
	if (skip(r, "b'"))
		return read_text(r, VALUE_BYTES);
	if (skip(r, "'"))
		return read_text(r, VALUE_STR);
	return read_number(r);
}

const struct value *literal(struct arena *arena, const char *text)
{
	struct reader r = { arena, text };
	struct value *value = arena_alloc(arena, sizeof(*value));
	*value = read_value(&r);
	while (*r.at == ' ')
		r.at++;
	if (*r.at != '\0') {
		fprintf(stderr, "literal: too much: %s\n", r.at);
		abort();
	}
	return value;
}
