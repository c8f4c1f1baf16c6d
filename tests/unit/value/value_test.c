/* The decoder's refusals, exact numbers, small conversions; value_against_python.py has the rest. */
#include <math.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <cmocka.h>
#include "sandbox/value.h"
#include "sandbox/value_number.h"

struct wire_case {
	const char *name;
	const char *data;
	size_t bytes;
	enum err_kind kind;
};
#define WIRE(name, literal, kind)                                                                                      \
	{                                                                                                              \
		name, literal, sizeof(literal) - 1, kind                                                               \
	}

static const struct wire_case WIRE_CASES[] = {
	WIRE("none", "N", ERR_NONE),
	WIRE("empty", "", ERR_PEER),
	WIRE("trailing", "NN", ERR_PEER),
	WIRE("unknown tag", "x", ERR_PEER),
	WIRE("a NUL is no tag", "\0", ERR_PEER),
	WIRE("zero", "i\0\0", ERR_NONE),
	WIRE("one", "i\0\1\1", ERR_NONE),
	WIRE("negative zero", "i\1\0", ERR_PEER),
	WIRE("sign of 2", "i\2\1\1", ERR_PEER),
	WIRE("leading zero byte", "i\0\2\1\0", ERR_PEER),
	WIRE("int cut", "i\0\2\1", ERR_PEER),
	WIRE("int without length", "i\0", ERR_PEER),
	WIRE("int without sign", "i", ERR_PEER),
	WIRE("long varint",
		"s\x81\x00"
		"a",
		ERR_PEER),
	WIRE("varint of six bytes", "s\x80\x80\x80\x80\x80\x01", ERR_PEER),
	WIRE("varint cut", "s\x80", ERR_PEER),
	WIRE("float", "f\0\0\0\0\0\0\0\0", ERR_NONE),
	WIRE("float cut", "f\0\0\0\0\0\0\0", ERR_PEER),
	WIRE("complex cut", "c\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0", ERR_PEER),
	WIRE("str", "s\2\xc3\xa9", ERR_NONE),
	WIRE("lone surrogate", "s\3\xed\xa0\x80", ERR_NONE),
	WIRE("two surrogates", "s\6\xed\xa0\xbd\xed\xb8\x80", ERR_NONE),
	WIRE("overlong", "s\2\xc0\x80", ERR_PEER),
	WIRE("overlong of three", "s\3\xe0\x80\x80", ERR_PEER),
	WIRE("overlong of four", "s\4\xf0\x80\x80\x80", ERR_PEER),
	WIRE("beyond U+10FFFF", "s\4\xf4\x90\x80\x80", ERR_PEER),
	WIRE("lone continuation", "s\1\x80", ERR_PEER),
	WIRE("character cut by its length", "s\1\xc3\xa9", ERR_PEER),
	WIRE("str beyond the end", "s\5abcd", ERR_PEER),
	WIRE("bytes of any kind", "b\3\xff\x00\x80", ERR_NONE),
	WIRE("list", "l\2NT", ERR_NONE),
	WIRE("list cut", "l\2N", ERR_PEER),
	WIRE("count beyond the end", "l\xff\xff\xff\xff\x0fN", ERR_PEER),
	WIRE("dict", "d\1NT", ERR_NONE),
	WIRE("dict without its value", "d\1N", ERR_PEER),
	WIRE("range", "ri\0\0i\0\1\5i\0\1\1", ERR_NONE),
	WIRE("range with step zero", "ri\0\0i\0\1\5i\0\0", ERR_PEER),
	WIRE("range of floats", "rf\0\0\0\0\0\0\0\0i\0\1\5i\0\1\1", ERR_PEER),
	WIRE("range of bools", "rTTT", ERR_PEER),
	WIRE("range cut", "ri\0\0i\0\1\5", ERR_PEER),
};

static void test_wire(void **state)
{
	for (size_t i = 0; i < sizeof(WIRE_CASES) / sizeof(WIRE_CASES[0]); i++) {
		const struct wire_case *c = &WIRE_CASES[i];
		cleanup_arena struct arena *arena = arena_new(0);
		cleanup_buf struct buf back = BUF_INIT;
		const struct value *value = NULL;
		struct err err = { 0 };
		char *exact = malloc(c->bytes + !c->bytes); /* so that ASan sees one byte too far */
		memcpy(exact, c->data, c->bytes);
		int rc = value_decode(&value, exact, c->bytes, arena, &err);
		free(exact);
		if ((rc < 0 ? err.kind : ERR_NONE) != c->kind)
			fail_msg("%s: kind %d, %s", c->name, (int)err.kind, err.text);
		if (rc < 0)
			continue;
		value_encode(&back, value);
		assert_int_equal(back.len, c->bytes);
		assert_memory_equal(back.data, c->data, c->bytes);
	}
}

static const struct value *decode(struct arena *arena, const void *data, size_t bytes, struct err *err)
{
	const struct value *value = NULL;
	return value_decode(&value, data, bytes, arena, err) < 0 ? NULL : value;
}

static void test_bounds(void **state)
{
	cleanup_arena struct arena *arena = arena_new(0);
	cleanup_buf struct buf wire = BUF_INIT;
	struct err err = { 0 };

	/* a list of one million less one: with itself the bound */
	buf_add(&wire, "l\xbf\x84\x3d", 4);
	for (int i = 0; i < 999999; i++)
		buf_addch(&wire, 'N');
	assert_non_null(decode(arena, wire.data, wire.len, &err));
	buf_reset(&wire);
	buf_add(&wire, "l\xc0\x84\x3d", 4);
	for (int i = 0; i < 1000000; i++)
		buf_addch(&wire, 'N');
	assert_null(decode(arena, wire.data, wire.len, &err));
	assert_int_equal(err.kind, ERR_TOO_LARGE);

	/* nested counts that each promise all that is left */
	buf_reset(&wire);
	for (int i = 0; i < 50; i++)
		buf_add(&wire, "l\xa0\x8d\x06", 4); /* 100000 */
	for (int i = 0; i < 200000; i++)
		buf_addch(&wire, 'N');
	assert_null(decode(arena, wire.data, wire.len, &err));
	assert_int_equal(err.kind, ERR_TOO_LARGE);

	buf_reset(&wire);
	for (int i = 0; i < 100; i++)
		buf_add(&wire, "l\1", 2);
	buf_addch(&wire, 'N');
	assert_non_null(decode(arena, wire.data, wire.len, &err));
	buf_reset(&wire);
	for (int i = 0; i < 1000000; i++)
		buf_add(&wire, "t\1", 2);
	assert_null(decode(arena, wire.data, wire.len, &err));
	assert_int_equal(err.kind, ERR_TOO_LARGE);

	buf_reset(&wire);
	for (int i = 0; i < VALUE_MAX_BYTES + 1; i++)
		buf_addch(&wire, 'N');
	assert_null(decode(arena, wire.data, wire.len, &err));
	assert_int_equal(err.kind, ERR_TOO_LARGE);
}

static void test_strings_end_with_nul(void **state)
{
	cleanup_arena struct arena *arena = arena_new(0);
	struct err err = { 0 };
	char wire[] = "l\3s\2abs\0s\1c";
	const struct value *list = decode(arena, wire, sizeof(wire) - 1, &err);
	memset(wire, 'x', sizeof(wire)); /* the input may go */
	assert_string_equal(list->items.items[0].text.data, "ab");
	assert_string_equal(list->items.items[1].text.data, "");
	assert_string_equal(list->items.items[2].text.data, "c");
	assert_false(list->items.items[0].text.surrogates);
	assert_true(decode(arena, "s\3\xed\xa0\x80", 5, &err)->text.surrogates);
}

/* Numbers written as Python would: an int in hexadecimal or a C double. */
static struct value number(struct arena *arena, const char *text)
{
	struct value value = { .type = VALUE_FLOAT };
	const char *digits = text + (*text == '-');
	if (strcmp(text, "True") == 0 || strcmp(text, "False") == 0)
		return (struct value){ .type = VALUE_BOOL, .boolean = *text == 'T' };
	if (strncmp(digits, "0x", 2) != 0) {
		value.real = strtod(text, NULL);
		return value;
	}
	size_t count = strlen(digits + 2);
	uint8_t *magnitude = arena_alloc(arena, count / 2 + 1);
	for (size_t i = 0; i < count; i++) {
		char digit[2] = { digits[2 + count - 1 - i] };
		magnitude[i / 2] |= (uint8_t)(strtol(digit, NULL, 16) << 4 * (i % 2));
	}
	value.type = VALUE_INT;
	value.integer.magnitude = magnitude;
	value.integer.bytes = (count + 1) / 2;
	while (value.integer.bytes > 0 && magnitude[value.integer.bytes - 1] == 0)
		value.integer.bytes--;
	value.integer.negative = *text == '-' && value.integer.bytes > 0;
	return value;
}

#define ZEROS_256                                                                                                      \
	"0000000000000000000000000000000000000000000000000000000000000000"                                             \
	"0000000000000000000000000000000000000000000000000000000000000000"                                             \
	"0000000000000000000000000000000000000000000000000000000000000000"                                             \
	"0000000000000000000000000000000000000000000000000000000000000000"

static const struct {
	const char *a, *b;
	int order;
} ORDERS[] = {
	{ "0x1", "1.0", 0 },
	{ "True", "0x1", 0 },
	{ "True", "1.0", 0 },
	{ "False", "-0.0", 0 },
	{ "0x0", "-0.0", 0 },
	{ "True", "0x2", -1 },
	{ "False", "-0x1", 1 },
	{ "True", "1.5", -1 },
	{ "0x1", "0.999999", 1 },
	{ "0x20000000000001", "9007199254740992.0", 1 }, /* 2**53 + 1 */
	{ "0x20000000000000", "9007199254740992.0", 0 },
	{ "-0x20000000000001", "-9007199254740992.0", -1 },
	{ "0x7fffffffffffffff", "9223372036854775808.0", -1 },
	{ "0x8000000000000000", "9223372036854775808.0", 0 },
	{ "-0x8000000000000000", "-9223372036854775808.0", 0 },
	{ "0x8000000000000001", "9223372036854775808.0", 1 },
	{ "0x52b7d2dcc80cd2e4000000", "1e26", -1 }, /* 10**26 lies below the double nearest to it */
	{ "0x10000000000000000", "0xffffffffffffffff", 1 },
	{ "-0x10000000000000000", "-0xffffffffffffffff", -1 },
	{ "-0x10000000000000000", "0x1", -1 },
	{ "True", "0x10000000000000000", -1 },
	{ "False", "-0x10000000000000000", 1 },
	{ "0x1" ZEROS_256, "inf", -1 },
	{ "0x1" ZEROS_256, "1.7976931348623157e308", 1 },
	{ "-0x1" ZEROS_256, "-1.79e308", -1 },
	{ "-0x1" ZEROS_256, "-inf", 1 },
	{ "0x1" ZEROS_256, "nan", -1 },
	{ "nan", "nan", 0 },
	{ "nan", "inf", 1 },
	{ "0x0", "nan", -1 },
	{ "inf", "inf", 0 },
	{ "-inf", "inf", -1 },
};

static void test_order(void **state)
{
	for (size_t i = 0; i < sizeof(ORDERS) / sizeof(ORDERS[0]); i++) {
		cleanup_arena struct arena *arena = arena_new(0);
		struct value a = number(arena, ORDERS[i].a), b = number(arena, ORDERS[i].b);
		int order = ORDERS[i].order;
		if (value_number_order(&a, &b) != order || value_number_order(&b, &a) != -order)
			fail_msg("%s and %s: %d", ORDERS[i].a, ORDERS[i].b, value_number_order(&a, &b));
	}
}

static const struct {
	const char *expected, *got;
	double absolute, relative;
	bool close;
} CLOSE[] = {
	{ "1.0", "1.1", 0.1, 0, true },
	{ "1.0", "0.9", 0.1, 0, true },
	{ "1.0", "1.1001", 0.1, 0, false },
	{ "0.3", "0.30000000000000004", 1e-9, 0, true },
	{ "0.3", "0.30000000000000004", 0, 0, false },
	{ "0.3", "0.30000000000000004", 0, 1e-9, true },
	{ "100.0", "101.0", 0, 0.01, true },
	{ "100.0", "101.1", 0, 0.01, false },
	{ "0x64", "101.0", 0, 0.01, true },
	{ "0x1", "True", 0, 0, true },
	{ "0x3", "3.0000001", 1e-6, 0, true },
	{ "inf", "inf", 0.1, 0.1, true },
	{ "inf", "1e308", 1e300, 1, false },
	{ "1e308", "inf", 1e300, 1, false },
	{ "inf", "-inf", 1, 1, false },
	{ "nan", "nan", 0, 0, true },
	{ "nan", "1.0", 1, 1, false },
	{ "1.0", "nan", 1, 1, false },
	{ "0x10000000000000000", "0x10000000000000001", 1, 0, true },
	{ "0x100000000000000000000", "0x100000000000000000002", 1, 0, true }, /* within four roundings */
	{ "0x100000000000000000000", "0x100000000000100000000", 1, 0, false },
	{ "0x10000000000000000", "1.8446744073709552e19", 0, 0, true },
	{ "0x10000000000000000", "1.9e19", 0, 0.01, false },
	{ "0x10000000000000000", "1.9e19", 0, 0.1, true },
	{ "0x10000000000000000", "0.5", 1, 0.5, false },
	{ "0x1" ZEROS_256, "0x1" ZEROS_256 "0", 1e300, 1, false },
	{ "0x1" ZEROS_256, "1.0", 1, 0.5, false },
	{ "0.0", "1e-12", 0, 1e-9, false },
	{ "0.0", "1e-12", 1e-9, 0, true },
};

static void test_close(void **state)
{
	for (size_t i = 0; i < sizeof(CLOSE) / sizeof(CLOSE[0]); i++) {
		cleanup_arena struct arena *arena = arena_new(0);
		struct value a = number(arena, CLOSE[i].expected), b = number(arena, CLOSE[i].got);
		if (value_number_close(&a, &b, CLOSE[i].absolute, CLOSE[i].relative) != CLOSE[i].close)
			fail_msg("row %zu: %s and %s", i, CLOSE[i].expected, CLOSE[i].got);
	}
}

static void test_int64(void **state)
{
	static const struct {
		const char *text;
		bool fits;
		int64_t value;
	} ROWS[] = {
		{ "0x0", true, 0 },
		{ "-0x1", true, -1 },
		{ "0x7fffffffffffffff", true, INT64_MAX },
		{ "0x8000000000000000", false, 0 },
		{ "-0x8000000000000000", true, INT64_MIN },
		{ "-0x8000000000000001", false, 0 },
		{ "0x10000000000000000", false, 0 },
		{ "True", false, 0 },
		{ "1.0", false, 0 },
	};
	for (size_t i = 0; i < sizeof(ROWS) / sizeof(ROWS[0]); i++) {
		cleanup_arena struct arena *arena = arena_new(0);
		struct value value = number(arena, ROWS[i].text);
		int64_t got = 0;
		assert_int_equal(value_to_int64(&value, &got), ROWS[i].fits);
		assert_true(got == ROWS[i].value);
	}
}

static void test_range_keys(void **state)
{
	static const struct {
		const char *a[3], *b[3];
		bool same;
	} ROWS[] = {
		{ { "0x0", "0x3", "0x1" }, { "0x0", "0x3", "0x1" }, true },
		{ { "0x0", "0x3", "0x2" }, { "0x0", "0x4", "0x2" }, true },
		{ { "0x0", "0x0", "0x1" }, { "0x5", "0x2", "0x7" }, true },
		{ { "0x5", "0x6", "0x1" }, { "0x5", "0x7", "0x9" }, true },
		{ { "0x5", "0x1", "-0x2" }, { "0x5", "0x2", "-0x2" }, true },
		{ { "0x5", "0x1", "-0x2" }, { "0x5", "0x0", "-0x2" }, false },
		{ { "0x0", "0x3", "0x1" }, { "0x1", "0x4", "0x1" }, false },
		{ { "0x0", "0x1" ZEROS_256, "0x2" }, { "0x0", "0x1" ZEROS_256, "0x2" }, true },
		{ { "0x0", "0x1" ZEROS_256, "0x2" }, { "0x0", "0x1" ZEROS_256, "0x3" }, false },
	};
	for (size_t i = 0; i < sizeof(ROWS) / sizeof(ROWS[0]); i++) {
		cleanup_arena struct arena *arena = arena_new(0);
		struct value a[3], b[3], x[3], y[3];
		for (int j = 0; j < 3; j++) {
			a[j] = number(arena, ROWS[i].a[j]);
			b[j] = number(arena, ROWS[i].b[j]);
		}
		value_range_key(x, &(struct value){ .type = VALUE_RANGE, .items = { a, 3 } }, arena);
		value_range_key(y, &(struct value){ .type = VALUE_RANGE, .items = { b, 3 } }, arena);
		bool same = true;
		for (int j = 0; j < 3; j++)
			same = same && value_number_order(&x[j], &y[j]) == 0;
		if (same != ROWS[i].same)
			fail_msg("row %zu", i);
	}
}

static void test_type_names(void **state)
{
	cleanup_arena struct arena *arena = arena_new(0);
	struct err err = { 0 };
	static const struct {
		const char *wire, *name;
		size_t bytes;
	} ROWS[] = {
		{ "N", "NoneType", 1 },
		{ "T", "bool", 1 },
		{ "i\0\0", "int", 3 },
		{ "s\0", "str", 2 },
		{ "l\0", "list", 2 },
		{ "t\0", "tuple", 2 },
		{ "S\0", "set", 2 },
		{ "Z\0", "frozenset", 2 },
		{ "d\0", "dict", 2 },
		{ "b\0", "bytes", 2 },
	};
	for (size_t i = 0; i < sizeof(ROWS) / sizeof(ROWS[0]); i++)
		assert_string_equal(value_type_name(decode(arena, ROWS[i].wire, ROWS[i].bytes, &err)), ROWS[i].name);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_wire),
		cmocka_unit_test(test_bounds),
		cmocka_unit_test(test_strings_end_with_nul),
		cmocka_unit_test(test_order),
		cmocka_unit_test(test_close),
		cmocka_unit_test(test_int64),
		cmocka_unit_test(test_range_keys),
		cmocka_unit_test(test_type_names),
	};
	return cmocka_run_group_tests_name("value", tests, NULL, NULL);
}
