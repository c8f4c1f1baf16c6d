/* The language of what authors ask: values, and formulas that have none. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>
#include <cmocka.h>

#include "base/json.h"
#include "exact/formula.h"

#define COUNT(table) (sizeof(table) / sizeof((table)[0]))

/* What the formulas of this test may name. */
static const char *const names[][2] = {
	{ "a", "12" },
	{ "b", "18" },
	{ "x", "\"7/3\"" },
	{ "A", "[[1, 2], [3, 4]]" },
	{ "B", "[[0, 1], [1, 0]]" },
	{ "R", "[[1, 2, 3], [4, 5, 6]]" },
	{ "L", "[3, 1, 2]" },
	{ "@p", "[[2, 0], [0, \"1/2\"]]" },
	{ "@ma-question", "5" },
};

struct row {
	const char *text, *value; /* of a slip: its code */
	int column; /* of a slip */
};

static const struct row rows[] = {
	{ "1 + 2*3", "7" },
	{ "(1 + 2)*3", "9" },
	{ "2^3^2", "512" },
	{ "-2^2", "-4" },
	{ "2^-1", "1/2" },
	{ "2 - 3 - 4", "-5" },
	{ "7/2/2", "7/4" },
	{ "-7 mod 3", "2" },
	{ "7 mod -3", "1" },
	{ "1.5*2", "3" },
	{ "2 × 3 ÷ 4 − 1", "1/2" },
	{ "gcd(a, b)", "6" },
	{ "gcd(a; b; 8)", "2" },
	{ "lcm(a, b)", "36" },
	{ "quotient(-7, 2)", "-4" },
	{ "mod(-7, 2)", "1" },
	{ "power_mod(5, 117, 19)", "1" },
	{ "inverse_mod(7, 26)", "15" },
	{ "abs(-3)", "3" },
	{ "floor(x)", "2" },
	{ "ceil(x)", "3" },
	{ "floor(-x)", "-3" },
	{ "round(x, 2)", "233/100" },
	{ "round(x)", "2" },
	{ "round(5/2)", "3" },
	{ "truncate(x, 2)", "233/100" },
	{ "truncate(-8/3, 1)", "-13/5" },
	{ "numerator(x) + denominator(x)", "10" },
	{ "min(3, 1, 2) + max(L)", "4" },
	{ "A*B", "[[2,1],[4,3]]" },
	{ "A.B", "[[2,1],[4,3]]" },
	{ "A*B - B*A", "[[-1,-3],[3,1]]" },
	{ "2*A/4", "[[\"1/2\",1],[\"3/2\",2]]" },
	{ "A^-1", "[[-2,1],[\"3/2\",\"-1/2\"]]" },
	{ "A^2", "[[7,10],[15,22]]" },
	{ "A^0", "[[1,0],[0,1]]" },
	{ "-A mod 3", "[[2,1],[0,2]]" },
	{ "transpose(R)", "[[1,4],[2,5],[3,6]]" },
	{ "inverse(A) == A^-1", "true" },
	{ "det(A)", "-2" },
	{ "rank(R)", "2" },
	{ "trace(A)", "5" },
	{ "rows(R)*10 + columns(R)", "23" },
	{ "length(L)", "3" },
	{ "sum(A)", "10" },
	{ "sorted(L)", "[[1,2,3]]" },
	{ "cell(R, 2, 3)", "6" },
	{ "row(R, 2)", "[[4,5,6]]" },
	{ "column(R, 2)", "[[2],[5]]" },
	{ "identity(2) + B", "[[1,1],[1,1]]" },
	{ "termwise(A, B)", "[[0,2],[3,0]]" },
	{ "boolean(A - identity(2))", "[[0,1],[1,1]]" },
	{ "bool_sum(B, B)", "[[0,1],[1,0]]" },
	{ "bool_product(B, B)", "[[1,0],[0,1]]" },
	{ "bool_power(B, 3)", "[[0,1],[1,0]]" },
	{ "inverse_mod(A, 5)", "[[3,1],[4,2]]" },
	{ "@p^2", "[[4,0],[0,\"1/4\"]]" },
	{ "@ma-question - 1", "4" },
	{ "a < b", "true" },
	{ "1 < a <= 12 < b", "true" },
	{ "1 < a < 12", "false" },
	{ "a = 12 and b == 18", "true" },
	{ "A*B != B*A", "true" },
	{ "A == R", "false" },
	{ "not a > b or 1 == 2", "true" },
	{ "a ≠ 12 or a ≥ 12 and a ≤ 12", "true" },
	{ "0 != 0 and 1/0 > 1", "false" },
	{ "is_prime(97) and not is_prime(91)", "true" },
	{ "is_integer(x)", "false" },
	{ "(a < b) == (b > a)", "true" },
	/* What cannot be read. */
	{ "", "formula-expected", 1 },
	{ "1 +", "formula-expected", 4 },
	{ "1 + )", "formula-expected", 5 },
	{ "and", "formula-expected", 1 },
	{ "(1 + 2", "formula-parenthesis", 1 },
	{ "gcd(1, 2", "formula-parenthesis", 4 },
	{ "gcd(1 2)", "formula-parenthesis", 4 },
	{ "1 2", "formula-more", 3 },
	{ "2a", "formula-more", 2 },
	{ "@", "formula-expected", 1 },
	{ "gdc(1, 2)", "formula-function-near", 1 },
	{ "quelconque(1)", "formula-function", 1 },
	{ "gcd(1)", "formula-operands", 1 },
	{ "det(A, B)", "formula-operands", 1 },
	{ "((((((((((((((((((((((((((((((((((((((((((1))))))))))))))))))))))))))))))))))))))))))", "formula-too-long",
		41 },
	{ "------------------------------------------------------------------------------------------1",
		"formula-too-long", 80 },
	/* What has no value. */
	{ "a + c", "formula-name", 5 },
	{ "@q", "formula-name", 1 },
	{ "1 + A", "formula-kind", 1 },
	{ "A + 1", "formula-kind", 1 },
	{ "A + R", "formula-sizes", 1 },
	{ "1 + R*A", "formula-sizes", 5 },
	{ "R^2", "formula-kind", 1 },
	{ "A^(1/2)", "formula-kind", 1 },
	{ "A^65", "formula-kind", 1 },
	{ "1/(a - 12)", "formula-zero", 1 },
	{ "a mod 0", "formula-zero", 1 },
	{ "0^-1", "formula-zero", 1 },
	{ "quotient(a, 0)", "formula-zero", 1 },
	{ "x mod 2", "formula-kind", 1 },
	{ "gcd(x, 2)", "formula-kind", 1 },
	{ "inverse_mod(2, 26)", "formula-no-inverse", 1 },
	{ "inverse_mod(2, 0)", "formula-kind", 1 },
	{ "inverse(A - A)", "formula-no-inverse", 1 },
	{ "inverse(R)", "formula-kind", 1 },
	{ "2^5000", "formula-too-large", 1 },
	{ "2^(10^30)", "formula-too-large", 1 },
	{ "a < A", "formula-kind", 1 },
	{ "a == A", "formula-kind", 1 },
	{ "a and b", "formula-kind", 1 },
	{ "not A", "formula-kind", 5 },
	{ "cell(R, 3, 1)", "formula-kind", 1 },
	{ "row(R, 0)", "formula-kind", 1 },
	{ "bool_product(A, B)", "formula-kind", 1 },
	{ "bool_product(R, B)", "formula-kind", 1 },
	{ "identity(21)", "formula-kind", 1 },
	{ "is_prime(2^100)", "formula-too-large", 1 },
	{ "power_mod(2, -1, 5)", "formula-kind", 1 },
};

static size_t bind(struct binding *out, struct arena *arena)
{
	for (size_t i = 0; i < COUNT(names); i++) {
		json_t *json = json_keep(arena, json_loads(names[i][1], JSON_DECODE_ANY, NULL));
		struct slip slip;

		out[i].name = names[i][0];
		assert_int_equal(value_of_json(&out[i].value, json, arena, &slip), 0);
	}
	return COUNT(names);
}

static const char *shown(const struct value *value, struct arena *arena)
{
	struct buf cleanup_buf out = BUF_INIT;
	json_t *json = json_keep(arena, value_to_json(value));

	if (json_is_string(json))
		return json_string_value(json);
	json_print(&out, json);
	return arena_memdup(arena, buf_str(&out), out.len);
}

static void test_rows(void **state)
{
	for (size_t i = 0; i < COUNT(rows); i++) {
		struct arena *cleanup_arena arena = arena_new(0);
		struct binding bindings[COUNT(names)];
		size_t count = bind(bindings, arena);
		const struct formula *formula;
		struct value value;
		struct slip slip = { 0 };
		const char *got;

		if (formula_read(&formula, rows[i].text, strlen(rows[i].text), arena, &slip) ||
			formula_value(&value, formula, bindings, count, arena, &slip))
			got = slip.message.code;
		else
			got = shown(&value, arena);
		if (strcmp(got, rows[i].value) != 0 || slip.column != rows[i].column)
			fail_msg("%s: %s at %d (%s)", rows[i].text, got, slip.column,
				slip.message.fr ? slip.message.fr : "");
		if (rows[i].column > 0)
			assert_null(strstr(slip.message.fr, "(null)"));
	}
}

static void test_tree(void **state)
{
	struct arena *cleanup_arena arena = arena_new(0);
	const struct formula *formula;
	struct slip slip;
	const char *const *list;

	assert_int_equal(formula_read(&formula, " (A*@p + A)^2 ", 14, arena, &slip), 0);
	assert_int_equal(formula_op(formula), FORMULA_POWER);
	assert_int_equal(formula_count(formula), 2);
	assert_string_equal(formula_text(formula_operand(formula, 0), arena), "(A*@p + A)");
	assert_int_equal(formula_op(formula_operand(formula, 0)), FORMULA_ADD);
	assert_string_equal(number_plain(formula_number(formula_operand(formula, 1)), arena), "2");
	list = formula_names(formula, arena);
	assert_string_equal(list[0], "A");
	assert_string_equal(list[1], "@p");
	assert_null(list[2]);
}

struct json_row {
	const char *json, *text; /* of a slip: its code */
	bool slips;
};

static const struct json_row values[] = {
	{ "12", "12" },
	{ "\"-0,75\"", "−0,75" },
	{ "\"1/3\"", "1/3" },
	{ "true", "vrai" },
	{ "[[1, \"1/2\"], [3, 4]]", "1 0,5 / 3 4" },
	{ "[1, 2]", "1 2" },
	{ "0.5", "value-real", true },
	{ "null", "value-number", true },
	{ "[1, [2]]", "value-number", true },
	{ "[[1, 2], [3]]", "value-matrix-rows", true },
	{ "[[1, 2], 3]", "value-matrix-rows", true },
	{ "[]", "value-matrix-size", true },
	{ "[[]]", "value-matrix-size", true },
	{ "\"abc\"", "number-expected", true },
	{ "{}", "value-number", true },
};

static void test_json(void **state)
{
	for (size_t i = 0; i < COUNT(values); i++) {
		struct arena *cleanup_arena arena = arena_new(0);
		json_t *json = json_keep(arena, json_loads(values[i].json, JSON_DECODE_ANY, NULL));
		struct value value, again;
		struct slip slip;
		int status = value_of_json(&value, json, arena, &slip);

		assert_int_equal(status, values[i].slips ? -1 : 0);
		if (status) {
			assert_string_equal(slip.message.code, values[i].text);
			continue;
		}
		assert_string_equal(value_text(&value, LANG_FR, arena), values[i].text);
		json_t *back = json_keep(arena, value_to_json(&value));
		assert_int_equal(value_of_json(&again, back, arena, &slip), 0);
		assert_string_equal(value_text(&again, LANG_EN, arena), value_text(&value, LANG_EN, arena));
	}
}

/* Formulas that would take for ever stop after a bounded number of steps. */
static void test_budget(void **state)
{
	static const char *const texts[] = { "sum(I^64) + sum((I*x)^64*(I*x)^64*(I*x)^64)",
		"power_mod(3^2000, 3^2000, 7^1000) + power_mod(3^2001, 3^2001, 7^1001) + power_mod(3^2002, 3^2002, "
		"7^1002)",
		"inverse(I + H)", "det(H^30)" };
	struct arena *cleanup_arena arena = arena_new(0);
	struct binding bindings[3] = { { "x", { .kind = VALUE_NUMBER } }, { "I", { .kind = VALUE_MATRIX } },
		{ "H", { .kind = VALUE_MATRIX } } };
	const struct number *cells[400];

	bindings[0].value.number =
		number_add(number_power(number_of(7, arena), 1000, arena), number_of(1, arena), arena);
	for (int i = 0; i < 400; i++)
		cells[i] = number_fraction(i + 1, 3 * i + 2, arena);
	bindings[1].value.matrix = bindings[2].value.matrix = matrix_of(20, 20, cells, arena);
	for (size_t i = 0; i < 400; i++)
		cells[i] = number_add(cells[i], bindings[0].value.number, arena);
	for (size_t i = 0; i < COUNT(texts); i++) {
		const struct formula *formula;
		struct value value;
		struct slip slip = { 0 };

		assert_int_equal(formula_read(&formula, texts[i], strlen(texts[i]), arena, &slip), 0);
		assert_int_equal(formula_value(&value, formula, bindings, 3, arena, &slip), -1);
		if (strcmp(slip.message.code, "formula-too-much") != 0)
			fail_msg("%s: %s", texts[i], slip.message.code);
	}
}

static void test_functions(void **state)
{
	struct arena *cleanup_arena arena = arena_new(0);
	const struct formula_function *functions;
	size_t count = formula_functions(&functions, arena);

	assert_true(count > 30);
	for (size_t i = 0; i < count; i++)
		assert_true(strchr(functions[i].usage, '(') && functions[i].doc[0]);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_rows),
		cmocka_unit_test(test_tree),
		cmocka_unit_test(test_json),
		cmocka_unit_test(test_budget),
		cmocka_unit_test(test_functions),
	};

	return cmocka_run_group_tests_name("exact/formula", tests, NULL, NULL);
}
