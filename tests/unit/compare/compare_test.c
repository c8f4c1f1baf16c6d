/* Every rule on every kind of value: who equals whom, why not, where. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>
#include <time.h>
#include <cmocka.h>
#include "compare.h"
#include "literal.h"

#define COUNT(table) (sizeof(table) / sizeof((table)[0]))

struct row {
	const char *expected, *got;
	enum compare_why why;
	const char *path;
	const char *sub_expected, *sub_got; /* repr of the sub-values; NULL: not looked at; "-": none */
};

#define SAME(e, g)                                                                                                     \
	{                                                                                                              \
		e, g, COMPARE_SAME, "", NULL, NULL                                                                     \
	}
#define TYPE(e, g)                                                                                                     \
	{                                                                                                              \
		e, g, COMPARE_TYPE, "", NULL, NULL                                                                     \
	}
#define VALUE(e, g)                                                                                                    \
	{                                                                                                              \
		e, g, COMPARE_VALUE, "", NULL, NULL                                                                    \
	}

static const struct row EQUAL[] = {
	SAME("None", "None"),
	SAME("True", "True"),
	SAME("1", "1"),
	SAME("1", "1.0"),
	SAME("1", "True"),
	SAME("0", "False"),
	SAME("0.0", "-0.0"),
	SAME("1.0", "True"),
	SAME("2", "2.0"),
	SAME("-3", "-3.0"),
	SAME("1e3", "1000"),
	SAME("nan", "nan"),
	SAME("inf", "inf"),
	SAME("[nan]", "[nan]"),
	SAME("{nan}", "{nan}"),
	SAME("2j", "2j"),
	SAME("0", "0j"),
	SAME("0.0", "0j"),
	SAME("''", "''"),
	SAME("'abc'", "'abc'"),
	SAME("b'abc'", "b'abc'"),
	SAME("[]", "[]"),
	SAME("()", "()"),
	SAME("{}", "{}"),
	SAME("set()", "set()"),
	SAME("set()", "frozenset([])"),
	SAME("{1, 2}", "{2, 1}"),
	SAME("{1, 2}", "frozenset([2, 1])"),
	SAME("{1, 2, 3}", "{3.0, True, 2}"),
	SAME("{'a', 1, None}", "{None, 'a', 1}"),
	SAME("{(1, 2), (3,)}", "{(3,), (1, 2)}"),
	SAME("{frozenset([1]), frozenset([])}", "{frozenset([]), frozenset([True])}"),
	SAME("[1, [2, [3]]]", "[1, [2, [3]]]"),
	SAME("[1, 2.0]", "[1.0, 2]"),
	SAME("(1, 'a')", "(1, 'a')"),
	SAME("{'a': 1, 'b': 2}", "{'b': 2, 'a': 1}"),
	SAME("{1: 'x'}", "{1.0: 'x'}"),
	SAME("{1: 'x'}", "{True: 'x'}"),
	SAME("{'a': {'b': {1}}}", "{'a': {'b': frozenset([1])}}"),
	SAME("{None: None}", "{None: None}"),
	SAME("range(0, 3, 1)", "range(0, 3, 1)"),
	SAME("range(0, 3, 2)", "range(0, 4, 2)"),
	SAME("range(0, 0, 1)", "range(5, 1, 1)"),
	SAME("range(7, 8, 1)", "range(7, 9, 5)"),
	SAME("range(5, 0, -1)", "range(5, 0, -1)"),
	SAME("9007199254740993", "9007199254740993"),
	SAME("18446744073709551616", "18446744073709551616"),
	SAME("18446744073709551616", "18446744073709551616.0"),
	SAME("-18446744073709551616", "-18446744073709551616.0"),

	TYPE("None", "0"),
	TYPE("None", "False"),
	TYPE("0", "None"),
	TYPE("3", "'3'"),
	TYPE("'3'", "3"),
	TYPE("''", "None"),
	TYPE("[]", "None"),
	TYPE("[]", "()"),
	TYPE("()", "[]"),
	TYPE("[1]", "(1,)"),
	TYPE("[1]", "{1}"),
	TYPE("{1}", "[1]"),
	TYPE("{}", "set()"),
	TYPE("set()", "{}"),
	TYPE("'a'", "b'a'"),
	TYPE("[0, 1]", "range(0, 2, 1)"),
	TYPE("'ab'", "['a', 'b']"),
	TYPE("1", "[1]"),
	TYPE("(1,)", "1"),
	TYPE("{1: 2}", "[1, 2]"),
	TYPE("1.5", "'1.5'"),
	TYPE("True", "'True'"),

	VALUE("1", "2"),
	VALUE("1", "1.5"),
	VALUE("True", "False"),
	VALUE("True", "2"),
	VALUE("0.1", "0.2"),
	VALUE("nan", "1.0"),
	VALUE("1.0", "nan"),
	VALUE("inf", "-inf"),
	VALUE("0.3", "0.30000000000000004"),
	VALUE("'a'", "'b'"),
	VALUE("'a'", "'A'"),
	VALUE("''", "'a'"),
	VALUE("'a'", "'aa'"),
	VALUE("b'a'", "b'b'"),
	VALUE("1j", "2j"),
	VALUE("1j", "1"),
	VALUE("nan", "inf"),
	VALUE("9007199254740993", "9007199254740992.0"),
	VALUE("18446744073709551617", "18446744073709551616.0"),
	VALUE("18446744073709551617", "18446744073709551616"),
	VALUE("1", "18446744073709551616"),
	VALUE("range(0, 3, 1)", "range(0, 4, 1)"),
	VALUE("range(0, 3, 1)", "range(1, 4, 1)"),
	VALUE("range(0, 4, 2)", "range(0, 4, 3)"),

	{ "[1, 2, 3]", "[1, 2, 4]", COMPARE_VALUE, "[2]", "3", "4" },
	{ "[1, 2, 3]", "[1, '2', 3]", COMPARE_TYPE, "[1]", "2", "'2'" },
	{ "[1, 2, 3]", "[3, 2, 1]", COMPARE_VALUE, "[0]", "1", "3" },
	{ "[[1, 2], [3, 4]]", "[[1, 2], [3, 5]]", COMPARE_VALUE, "[1][1]", "4", "5" },
	{ "[[1], [2]]", "[[1], (2,)]", COMPARE_TYPE, "[1]", "[2]", "(2,)" },
	{ "[1, 2]", "[1, 2, 3]", COMPARE_LENGTH, "", "[1, 2]", "[1, 2, 3]" },
	{ "[[1], [2]]", "[[1], []]", COMPARE_LENGTH, "[1]", "[2]", "[]" },
	{ "(1, (2, 3))", "(1, (2, 4))", COMPARE_VALUE, "[1][1]", "3", "4" },
	{ "{'a': 1}", "{'a': 2}", COMPARE_VALUE, "['a']", "1", "2" },
	{ "{'a': [1, {'b': 2}]}", "{'a': [1, {'b': 3}]}", COMPARE_VALUE, "['a'][1]['b']", "2", "3" },
	{ "{(1, 2): 0}", "{(1, 2): 1}", COMPARE_VALUE, "[(1, 2)]", "0", "1" },
	{ "{'a': 1, 'b': 2}", "{'a': 1}", COMPARE_KEYS, "", "'b'", "-" },
	{ "{'a': 1}", "{'a': 1, 'c': 2}", COMPARE_KEYS, "", "-", "'c'" },
	{ "{'a': 1}", "{'b': 1}", COMPARE_KEYS, "", "'a'", "'b'" },
	{ "{'a': 1}", "{'a': '1'}", COMPARE_TYPE, "['a']", "1", "'1'" },
	{ "{1: 1, '1': 2}", "{1: 1, '1': 3}", COMPARE_VALUE, "['1']", "2", "3" },
	{ "[{'x': {}}]", "[{'x': {1: 2}}]", COMPARE_KEYS, "[0]['x']", "-", "1" },
	{ "{1, 2, 3}", "{1, 2}", COMPARE_MEMBERS, "", "3", "-" },
	{ "{1, 2}", "{1, 2, 3}", COMPARE_MEMBERS, "", "-", "3" },
	{ "{1, 2}", "{1, 3}", COMPARE_MEMBERS, "", "2", "3" },
	{ "{1}", "{'1'}", COMPARE_MEMBERS, "", "1", "'1'" },
	{ "{'k': {1, 2}}", "{'k': {1}}", COMPARE_MEMBERS, "['k']", "2", "-" },
	{ "{1}", "{nan}", COMPARE_MEMBERS, "", "1", "nan" },
	{ "[None]", "[0]", COMPARE_TYPE, "[0]", "None", "0" },
	{ "{frozenset([1])}", "{frozenset([2])}", COMPARE_MEMBERS, "", "frozenset({1})", "frozenset({2})" },
	{ "['aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa', 1]", "['a', 1]", COMPARE_VALUE, "[0]", NULL,
		NULL },
	{ "{'aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa': 1}",
		"{'aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa': 2}", COMPARE_VALUE,
		"['aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa…]", NULL, NULL },
};

static const struct row STRICT[] = {
	SAME("1", "1"),
	SAME("1.0", "1.0"),
	SAME("True", "True"),
	SAME("{1, 2}", "{2, 1}"),
	SAME("nan", "nan"),
	SAME("0.0", "-0.0"),
	SAME("{'a': [1, 2.0]}", "{'a': [1, 2.0]}"),
	SAME("frozenset([1])", "frozenset([1])"),
	TYPE("1", "1.0"),
	TYPE("1", "True"),
	TYPE("1.0", "1"),
	TYPE("True", "1"),
	TYPE("{1}", "frozenset([1])"),
	TYPE("0", "0j"),
	VALUE("1", "2.0"),
	VALUE("1", "2"),
	{ "[1, 2]", "[1, 2.0]", COMPARE_TYPE, "[1]", "2", "2.0" },
	{ "{1, 2}", "{1, 2.0}", COMPARE_TYPE, "", "2", "2.0" },
	{ "{1: 'a'}", "{True: 'a'}", COMPARE_TYPE, "", "1", "True" },
	{ "{'k': {1: 0}}", "{'k': {1: False}}", COMPARE_TYPE, "['k'][1]", "0", "False" },
	{ "[1, 2]", "[1.0, 3]", COMPARE_TYPE, "[0]", "1", "1.0" },
};

/* absolute 0.01 */
static const struct row APPROX[] = {
	SAME("1.0", "1.005"),
	SAME("1.0", "0.995"),
	SAME("1", "1.01"),
	SAME("1.01", "1"),
	SAME("0.3", "0.30000000000000004"),
	SAME("[1.0, [2.0]]", "[1.001, [1.999]]"),
	SAME("{'a': 1.0}", "{'a': 1.009}"),
	SAME("(1.0, 'x')", "(1.001, 'x')"),
	SAME("{1.0, 2.0}", "{1.001, 2.002}"),
	SAME("{(1.0, 5), (1.001, 2)}", "{(1.0, 2), (1.002, 5)}"),
	SAME("{(1.0, 5), (1.001, 2)}", "frozenset([(1.002, 5), (1.0, 2)])"),
	SAME("1j", "1.005j"),
	SAME("1", "0.995"),
	SAME("0", "0.01j"),
	SAME("inf", "inf"),
	SAME("nan", "nan"),
	SAME("100000000000000000000", "100000000000000000000"),
	SAME("True", "1.001"),
	SAME("{0.0, 0.009, 0.018}", "{0.001, 0.01, 0.017}"),
	TYPE("1.0", "'1.0'"),
	TYPE("[1.0]", "(1.0,)"),
	VALUE("1.0", "1.02"),
	VALUE("inf", "1e308"),
	VALUE("nan", "0.0"),
	VALUE("1.0", "nan"),
	VALUE("1j", "1.1j"),
	VALUE("1", "0.1j"),
	VALUE("'a'", "'b'"),
	{ "[1.0, 2.0]", "[1.0, 2.1]", COMPARE_VALUE, "[1]", "2.0", "2.1" },
	{ "{1.0: 'a'}", "{1.001: 'a'}", COMPARE_KEYS, "", "1.0", "1.001" }, /* keys are what they are */
	{ "{1.0, 2.0}", "{1.0, 2.1}", COMPARE_MEMBERS, "", "2.0", "2.1" },
	{ "{1.0, 2.0}", "{1.0}", COMPARE_MEMBERS, "", "2.0", "-" },
	{ "{1.0}", "{1.0, 1.001}", COMPARE_MEMBERS, "", "-", "1.001" },
	{ "[[1.0], [2.0]]", "[[1.0], [2.5]]", COMPARE_VALUE, "[1][0]", "2.0", "2.5" },
	{ "[1.0, 2.0]", "[1.001]", COMPARE_LENGTH, "", NULL, NULL },
};

static const struct row UNORDERED[] = {
	SAME("[1, 2, 3]", "[3, 1, 2]"),
	SAME("[1, 1, 2]", "[1, 2, 1]"),
	SAME("[1, 2]", "[2.0, True]"),
	SAME("(1, 2)", "(2, 1)"),
	SAME("[(1, 2), (3, 4)]", "[(3, 4), (1, 2)]"),
	SAME("[[1], [2, 3]]", "[[2, 3], [1]]"),
	SAME("[]", "[]"),
	SAME("['a', None, 1, (1,)]", "[(1,), 1, None, 'a']"),
	SAME("{1, 2}", "{2, 1}"),
	SAME("5", "5"),
	SAME("{'a': [1]}", "{'a': [1]}"),
	SAME("[{1: 2, 3: 4}, {1}]", "[{1}, {3: 4, 1: 2}]"),
	SAME("[nan, 1]", "[1, nan]"),
	TYPE("[1, 2]", "(2, 1)"),
	TYPE("[1, 2]", "{1, 2}"),
	TYPE("[1]", "1"),
	TYPE("[1]", "None"),
	{ "[1, 1, 2]", "[1, 2, 2]", COMPARE_MEMBERS, "", "1", "2" },
	{ "[1, 2]", "[1]", COMPARE_MEMBERS, "", "2", "-" },
	{ "[1]", "[1, 1]", COMPARE_MEMBERS, "", "-", "1" },
	{ "[(1, 2)]", "[(2, 1)]", COMPARE_MEMBERS, "", "(1, 2)", "(2, 1)" }, /* inside, order counts */
	{ "{'a': [1, 2]}", "{'a': [2, 1]}", COMPARE_VALUE, "['a'][0]", "1", "2" },
};

static const struct row SET[] = {
	SAME("{1, 2}", "[2, 1, 1]"),
	SAME("[1, 2, 2]", "[2, 1]"),
	SAME("[1, 2]", "(2, 1, 2)"),
	SAME("[1]", "{1}"),
	SAME("[]", "set()"),
	SAME("[[1], [1]]", "[[1]]"),
	SAME("{1, 2}", "frozenset([1, 2])"),
	SAME("{1}", "[True, 1.0]"),
	SAME("3", "3"),
	SAME("(1, 2)", "{1, 2}"),
	{ "{1, 2}", "[1, 1]", COMPARE_MEMBERS, "", "2", "-" },
	{ "[1]", "[1, 2, 2]", COMPARE_MEMBERS, "", "-", "2" },
	{ "[(1, 2)]", "[(2, 1)]", COMPARE_MEMBERS, "", "(1, 2)", "(2, 1)" },
	TYPE("{1}", "1"),
	TYPE("{1}", "{1: 1}"),
	TYPE("{'a'}", "'a'"),
	TYPE("{1}", "None"),
	TYPE("{0, 1}", "range(0, 2, 1)"),
};

static const struct {
	struct compare_rule rule;
	const struct row *rows;
	size_t count;
} TABLES[] = {
	{ { COMPARE_EQUAL, 0, 0 }, EQUAL, COUNT(EQUAL) },
	{ { COMPARE_STRICT, 0.5, 0.5 }, STRICT, COUNT(STRICT) },
	{ { COMPARE_APPROX, 0, 0 }, EQUAL, COUNT(EQUAL) },
	{ { COMPARE_APPROX, 0.01, 0 }, APPROX, COUNT(APPROX) },
	{ { COMPARE_UNORDERED, 0, 0 }, UNORDERED, COUNT(UNORDERED) },
	{ { COMPARE_SET, 0, 0 }, SET, COUNT(SET) },
};

static bool sub_is(const struct value *value, const char *repr)
{
	cleanup_buf struct buf text = BUF_INIT;
	if (repr == NULL)
		return true;
	if (value == NULL)
		return strcmp(repr, "-") == 0;
	value_repr(&text, value, 0);
	return strcmp(buf_str(&text), repr) == 0;
}

static void check_row(const struct compare_rule *rule, const struct row *row)
{
	cleanup_arena struct arena *arena = arena_new(0);
	struct compare_result r;
	compare_values(&r, rule, literal(arena, row->expected), literal(arena, row->got), arena);
	if (r.equal != (row->why == COMPARE_SAME) || r.why != row->why || strcmp(r.path, row->path) != 0)
		fail_msg("%s: %s and %s: why %d at '%s'", compare_mode_name(rule->mode), row->expected, row->got, r.why,
			r.path);
	if (!r.equal && (!sub_is(r.expected, row->sub_expected) || !sub_is(r.got, row->sub_got)))
		fail_msg("%s: %s and %s: other sub-values", compare_mode_name(rule->mode), row->expected, row->got);
}

static void test_rules(void **state)
{
	for (size_t t = 0; t < COUNT(TABLES); t++)
		for (size_t i = 0; i < TABLES[t].count; i++)
			check_row(&TABLES[t].rule, &TABLES[t].rows[i]);
}

/* Equality does not depend on the side that is expected, but for tolerances relative to it. */
static void test_symmetry(void **state)
{
	static const struct compare_rule EQUALLY = { COMPARE_EQUAL, 0, 0 };
	for (size_t i = 0; i < COUNT(EQUAL); i++) {
		cleanup_arena struct arena *arena = arena_new(0);
		struct compare_result r;
		compare_values(&r, &EQUALLY, literal(arena, EQUAL[i].got), literal(arena, EQUAL[i].expected), arena);
		if (r.equal != (EQUAL[i].why == COMPARE_SAME))
			fail_msg("%s and %s", EQUAL[i].got, EQUAL[i].expected);
	}
}

static void test_remarks(void **state)
{
	static const struct {
		enum compare_mode mode;
		const char *expected, *got;
		const char *type_path, *expected_type, *got_type;
		bool same_elements, same_content;
	} ROWS[] = {
		{ COMPARE_EQUAL, "1", "1", NULL, NULL, NULL, false, false },
		{ COMPARE_EQUAL, "1", "True", "", "int", "bool", false, false },
		{ COMPARE_EQUAL, "1", "1.0", "", "int", "float", false, false },
		{ COMPARE_EQUAL, "[1, 2]", "[1, 2.0]", "[1]", "int", "float", false, false },
		{ COMPARE_EQUAL, "{'a': (0, 1)}", "{'a': (0, True)}", "['a'][1]", "int", "bool", false, false },
		{ COMPARE_EQUAL, "{1}", "frozenset([1])", "", "set", "frozenset", false, false },
		{ COMPARE_EQUAL, "{1}", "{1.0}", "", "int", "float", false, false },
		{ COMPARE_EQUAL, "[1, 2, 3]", "[3, 2, 1]", NULL, NULL, NULL, true, false },
		{ COMPARE_EQUAL, "[1, 2, 3]", "[3, 2, 2]", NULL, NULL, NULL, false, false },
		{ COMPARE_EQUAL, "[[1], [2]]", "[[2], [1]]", NULL, NULL, NULL, true, false },
		{ COMPARE_STRICT, "[1, 2]", "[2, 1]", NULL, NULL, NULL, true, false },
		{ COMPARE_EQUAL, "[1, 2]", "(1, 2)", NULL, NULL, NULL, false, true },
		{ COMPARE_EQUAL, "[1, 2]", "(2, 1)", NULL, NULL, NULL, false, false },
		{ COMPARE_EQUAL, "[1, 2]", "{2, 1}", NULL, NULL, NULL, false, true },
		{ COMPARE_EQUAL, "{1, 2}", "[2, 1]", NULL, NULL, NULL, false, true },
		{ COMPARE_EQUAL, "{1, 2}", "[2, 3]", NULL, NULL, NULL, false, false },
		{ COMPARE_EQUAL, "[[1, 2]]", "[(1, 2)]", NULL, NULL, NULL, false, false },
		{ COMPARE_SET, "[1]", "{1}", NULL, NULL, NULL, false, false },
	};
	for (size_t i = 0; i < COUNT(ROWS); i++) {
		cleanup_arena struct arena *arena = arena_new(0);
		struct compare_rule rule = { .mode = ROWS[i].mode };
		struct compare_result r;
		compare_values(&r, &rule, literal(arena, ROWS[i].expected), literal(arena, ROWS[i].got), arena);
		bool types = ROWS[i].type_path == NULL
				     ? r.type_path == NULL
				     : r.type_path != NULL && strcmp(r.type_path, ROWS[i].type_path) == 0 &&
					       strcmp(r.expected_type, ROWS[i].expected_type) == 0 &&
					       strcmp(r.got_type, ROWS[i].got_type) == 0;
		if (!types || r.same_elements != ROWS[i].same_elements || r.same_content != ROWS[i].same_content)
			fail_msg("%s and %s: %s, %d %d", ROWS[i].expected, ROWS[i].got, r.type_path, r.same_elements,
				r.same_content);
	}
}

static void test_counts(void **state)
{
	static const struct {
		enum compare_mode mode;
		const char *expected, *got;
		size_t e, g, index;
	} ROWS[] = {
		{ COMPARE_EQUAL, "[1, 2, 3]", "[1, 2]", 3, 2, 2 }, { COMPARE_EQUAL, "[1, 2, 3]", "[0, 2]", 3, 2, 0 },
		{ COMPARE_EQUAL, "[[1, 2]]", "[[1, 3, 4]]", 2, 3, 1 },
		{ COMPARE_EQUAL, "{1: 2, 3: 4}", "{1: 2}", 2, 1, 0 }, { COMPARE_EQUAL, "{1, 2}", "{1}", 2, 1, 0 },
		{ COMPARE_UNORDERED, "[1, 1]", "[1]", 2, 1, 0 },
		{ COMPARE_SET, "[1, 1, 2]", "[1]", 2, 1, 0 }, /* distinct ones */
	};
	for (size_t i = 0; i < COUNT(ROWS); i++) {
		cleanup_arena struct arena *arena = arena_new(0);
		struct compare_rule rule = { .mode = ROWS[i].mode };
		struct compare_result r;
		compare_values(&r, &rule, literal(arena, ROWS[i].expected), literal(arena, ROWS[i].got), arena);
		if (r.expected_count != ROWS[i].e || r.got_count != ROWS[i].g || r.index != ROWS[i].index)
			fail_msg("%s and %s: %zu %zu %zu", ROWS[i].expected, ROWS[i].got, r.expected_count, r.got_count,
				r.index);
	}
}

static void test_tolerance_under_other_rules(void **state)
{
	static const struct {
		struct compare_rule rule;
		const char *expected, *got;
		bool equal;
	} ROWS[] = {
		{ { COMPARE_UNORDERED, 0.01, 0 }, "[1.0, 2.0]", "[2.001, 1.001]", true },
		{ { COMPARE_UNORDERED, 0.01, 0 }, "[(1.0, 2), (1.001, 1)]", "[(1.0, 1), (1.002, 2)]", true },
		{ { COMPARE_UNORDERED, 0.01, 0 }, "[1.0, 2.0]", "[2.001, 2.002]", false },
		{ { COMPARE_UNORDERED, 0, 0.01 }, "[100, 200]", "[201.0, 100.5]", true },
		{ { COMPARE_SET, 0.01, 0 }, "{0.3, 0.4}", "[0.30000000000000004, 0.3, 0.4]", true },
		{ { COMPARE_SET, 0.01, 0 }, "{0.3, 0.4}", "[0.30000000000000004, 0.3]", false },
		{ { COMPARE_SET, 0.01, 0 }, "{0.3}", "[0.3, 0.5]", false },
		{ { COMPARE_EQUAL, 0, 0.01 }, "100", "101", true },
		{ { COMPARE_EQUAL, 0, 0.01 }, "100", "102", false },
		{ { COMPARE_STRICT, 0.5, 0.5 }, "100", "101", false },
		{ { COMPARE_APPROX, 0.01, 0 }, "{frozenset([1.0, 2.0])}", "{frozenset([1.001, 2.001])}", true },
	};
	for (size_t i = 0; i < COUNT(ROWS); i++) {
		cleanup_arena struct arena *arena = arena_new(0);
		struct compare_result r;
		compare_values(&r, &ROWS[i].rule, literal(arena, ROWS[i].expected), literal(arena, ROWS[i].got), arena);
		if (r.equal != ROWS[i].equal)
			fail_msg("%s and %s", ROWS[i].expected, ROWS[i].got);
	}
}

static void test_names(void **state)
{
	for (int i = COMPARE_EQUAL; i <= COMPARE_SET; i++)
		assert_int_equal(compare_mode_parse(compare_mode_name((enum compare_mode)i)), i);
	assert_int_equal(compare_mode_parse("equals"), -1);
}

/* ---- hostile shapes: each must be done in seconds, sanitizers and all ---- */

static void int_value(struct value *out, struct arena *arena, uint32_t number)
{
	uint8_t *bytes = arena_alloc(arena, 4);
	*out = (struct value){ .type = VALUE_INT, .integer.magnitude = bytes };
	for (; number > 0; number >>= 8)
		bytes[out->integer.bytes++] = (uint8_t)number;
}

static struct value *container(struct arena *arena, enum value_type type, size_t count)
{
	struct value *value = arena_alloc(arena, sizeof(*value));
	value->type = type;
	value->items.items = arena_array(arena, count, sizeof(*value));
	value->items.count = count;
	return value;
}

static struct value *item(struct value *value, size_t i)
{
	return (struct value *)&value->items.items[i];
}

static double seconds_of(const struct compare_rule *rule, const struct value *expected, const struct value *got)
{
	cleanup_arena struct arena *arena = arena_new(0);
	struct compare_result r;
	clock_t start = clock();
	compare_values(&r, rule, expected, got, arena);
	return (double)(clock() - start) / CLOCKS_PER_SEC;
}

static void shuffled(struct value *set, struct arena *arena, uint32_t multiplier)
{
	for (size_t i = 0; i < set->items.count; i++)
		int_value(item(set, i), arena, (uint32_t)(i * multiplier) & 0xfffff);
}

static void test_a_million_members(void **state)
{
	cleanup_arena struct arena *arena = arena_new(0);
	struct value *expected = container(arena, VALUE_SET, 1 << 19), *got = container(arena, VALUE_SET, 1 << 19);
	static const struct compare_rule RULES[] = { { COMPARE_EQUAL, 0, 0 }, { COMPARE_SET, 0, 0 },
		{ COMPARE_APPROX, 1e-6, 0 } };
	shuffled(expected, arena, 48271);
	shuffled(got, arena, 69621);
	for (size_t i = 0; i < COUNT(RULES); i++)
		assert_true(seconds_of(&RULES[i], expected, got) < 20);
}

/* frozenset({i, frozenset({i + 1, …})}), differing at the very bottom: nothing may try both ways at each level. */
static struct value *deep_sets(struct arena *arena, uint32_t bottom)
{
	struct value *value = container(arena, VALUE_FROZENSET, 2);
	int_value(item(value, 0), arena, bottom);
	int_value(item(value, 1), arena, 20);
	for (uint32_t i = 1; i < VALUE_MAX_DEPTH; i++) {
		struct value *outer = container(arena, VALUE_FROZENSET, 2);
		*item(outer, 0) = *value;
		int_value(item(outer, 1), arena, i);
		value = outer;
	}
	return value;
}

static void test_deep_sets(void **state)
{
	cleanup_arena struct arena *arena = arena_new(0);
	static const struct compare_rule RULES[] = { { COMPARE_EQUAL, 0, 0 }, { COMPARE_APPROX, 0.5, 0 },
		{ COMPARE_UNORDERED, 0.5, 0 } };
	struct value *expected = deep_sets(arena, 7), *got = deep_sets(arena, 8);
	for (size_t i = 0; i < COUNT(RULES); i++)
		assert_true(seconds_of(&RULES[i], expected, got) < 5);
}

/* One integer of 4 MiB among 100 000 small ones: comparing must cost what the smaller is. */
static void test_one_huge_among_small(void **state)
{
	cleanup_arena struct arena *arena = arena_new(0);
	enum { HUGE_BYTES = 4 << 20, SMALL = 100000 };
	uint8_t *magnitude = arena_alloc(arena, HUGE_BYTES);
	memset(magnitude, 0xa5, HUGE_BYTES);
	struct value *expected = container(arena, VALUE_SET, SMALL + 1);
	shuffled(expected, arena, 48271);
	for (size_t i = 0; i < SMALL; i += 2)
		*item(expected, i) = (struct value){ .type = VALUE_FLOAT, .real = (double)i * 1e7 };
	*item(expected, SMALL / 2) = (struct value){ .type = VALUE_INT, .integer = { false, magnitude, HUGE_BYTES } };
	struct value *got = container(arena, VALUE_SET, SMALL + 1);
	for (size_t i = 0; i <= SMALL; i++)
		*item(got, i) = *item(expected, SMALL - i);
	static const struct compare_rule EQUALLY = { COMPARE_EQUAL, 0, 0 };
	assert_true(seconds_of(&EQUALLY, expected, got) < 10);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_rules),
		cmocka_unit_test(test_symmetry),
		cmocka_unit_test(test_remarks),
		cmocka_unit_test(test_counts),
		cmocka_unit_test(test_tolerance_under_other_rules),
		cmocka_unit_test(test_names),
		cmocka_unit_test(test_a_million_members),
		cmocka_unit_test(test_deep_sets),
		cmocka_unit_test(test_one_huge_among_small),
	};
	return cmocka_run_group_tests_name("compare", tests, NULL, NULL);
}
