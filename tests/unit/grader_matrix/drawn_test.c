/* Drawn matrices have what was asked for; answers and questions as large as they may be end within their budgets. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>
#include <cmocka.h>

#include "base/json.h"
#include "exact/formula.h"
#include "grader_matrix/grader_matrix.h"
#include "model/generator.h"

enum { SEEDS = 60 };

static const struct exercise *load(
	const char *parameters, const char *question, struct problems *problems, struct arena *arena)
{
	static const struct kind *const kinds[] = { &matrix_kind, NULL };
	char *text = arena_printf(arena,
		"{\"format\": 1, \"title\": \"T\", %s \"questions\": [{\"id\": \"q\", \"kind\": \"matrix\", "
		"\"points\": 20, "
		"%s}]}",
		parameters, question);
	struct folder_file *files = arena_array(arena, 2, sizeof(*files));

	for (char *c = text; *c; c++)
		if (*c == '\'')
			*c = '"';
	files[0] = (struct folder_file){ "exercise.json", text, strlen(text) };
	files[1] = (struct folder_file){ "statement.fr.md", "E", 1 };
	struct folder folder = { .files = files, .count = 2 };
	return exercise_load(&folder, "a.b", kinds, problems, arena);
}

struct wish {
	const char *keys;
	const char *holds; /* of A, in the language of conditions */
};

static const struct wish wishes[] = {
	{ "'matrix': {'int': [0, 9]}, 'rows': 2, 'cols': 3",
		"rows(A) == 2 and columns(A) == 3 and min(A) >= 0 and max(A) <= 9" },
	{ "'matrix': {'int': [-4, 6]}, 'rows': 3, 'invertible': true", "det(A) != 0" },
	{ "'matrix': {'int': [-9, 9]}, 'rows': 2, 'inverse_max': 9",
		"max(inverse(A)) <= 9 and min(inverse(A)) >= -9 and abs(det(A)) == 1" },
	{ "'matrix': {'int': [-9, 9]}, 'rows': 3, 'inverse_max': 9", "max(inverse(A)) <= 9 and abs(det(A)) == 1" },
	{ "'matrix': {'int': [-9, 9]}, 'rows': 4, 'inverse_max': 20", "max(inverse(A)) <= 20 and abs(det(A)) == 1" },
	{ "'matrix': {'int': [-9, 9]}, 'rows': 2, 'determinant': 5", "det(A) == 5" },
	{ "'matrix': {'int': [0, 25]}, 'rows': 2, 'mod': 26", "gcd(det(A), 26) == 1" },
	{ "'matrix': {'int': [0, 1]}, 'rows': 5, 'ones': [6, 9], 'loops': false",
		"sum(A) >= 6 and sum(A) <= 9 and trace(A) == 0" },
	{ "'matrix': {'int': [0, 9]}, 'rows': 3, 'symmetric': true", "A == transpose(A)" },
	{ "'matrix': {'int': [0, 1]}, 'rows': 2, 'symmetric': false", "A != transpose(A)" },
	{ "'matrix': {'int': [0, 5]}, 'rows': 2, 'cols': 2, 'distinct': true", "cell(A, 1, 1) != cell(A, 2, 2)" },
	{ "'matrix': {'choice': [-1, 2]}, 'rows': 2", "min(A) == -1 and max(A) == 2" },
	{ "'matrix': {'int': [7, 7]}, 'rows': 2", "sum(A) == 28" },
};

static bool is_constant(const struct matrix *a)
{
	for (size_t i = 1; i < a->rows * a->columns; i++)
		if (!number_same(a->cells[i], a->cells[0]))
			return false;
	return true;
}

static void test_wishes(void **state)
{
	for (size_t i = 0; i < sizeof(wishes) / sizeof(wishes[0]); i++) {
		struct arena *cleanup_arena arena = arena_new(0);
		struct problems problems = { 0 };
		const struct exercise *exercise =
			load(arena_printf(arena, "\"parameters\": {\"A\": {%s}},", wishes[i].keys),
				"\"given\": {\"A\": \"$A\"}, \"ask\": \"A\"", &problems, arena);

		if (!exercise)
			fail_msg("%s: %s", wishes[i].keys, problems.list[0].message.fr);
		for (uint64_t seed = 1; seed <= SEEDS; seed++) {
			const struct exercise *one = exercise_draw(exercise, seed, &problems, arena);
			struct binding binding = { .name = "A" };
			const struct formula *formula;
			struct value value;
			struct slip slip;

			assert_non_null(one);
			assert_int_equal(
				value_of_json(&binding.value, values_find(one->values, "A")->value, arena, &slip), 0);
			assert_int_equal(
				formula_read(&formula, wishes[i].holds, strlen(wishes[i].holds), arena, &slip), 0);
			assert_int_equal(formula_value(&value, formula, &binding, 1, arena, &slip), 0);
			if (!value.truth)
				fail_msg("%s, seed %d: %s", wishes[i].keys, (int)seed,
					matrix_text(binding.value.matrix, false, arena));
			if (!strstr(wishes[i].keys, "[7, 7]"))
				assert_false(is_constant(binding.value.matrix));
		}
	}
}

static const struct wish refused[] = {
	{ "'matrix': {'int': [0, 9]}, 'rows': 2, 'cols': 3, 'invertible': true", "matrix-square" },
	{ "'matrix': {'int': [0, 9]}, 'rows': 5, 'invertible': true", "matrix-invertible-side" },
	{ "'matrix': {'int': [0, 9999]}, 'rows': 2", "matrix-range" },
	{ "'matrix': {'int': [0, 1]}, 'rows': 2, 'ones': [3, 1]", "matrix-ones" },
	{ "'matrix': {'int': [0, 1]}, 'rows': 2, 'determinant': 5", "draw-too-rare" },
	{ "'matrix': {'int': [0, 1]}, 'rows': 2, 'distinct': true", "draw-too-rare" },
	{ "'matrix': {'int': [0, 0]}, 'rows': 2, 'invertible': true", "draw-too-rare" },
	{ "'matrix': {'choice': ['a']}, 'rows': 2", "draw-impossible" },
};

static void test_refused(void **state)
{
	for (size_t i = 0; i < sizeof(refused) / sizeof(refused[0]); i++) {
		struct arena *cleanup_arena arena = arena_new(0);
		struct problems problems = { 0 };

		assert_null(load(arena_printf(arena, "\"parameters\": {\"A\": {%s}},", refused[i].keys),
			"\"given\": {\"A\": \"$A\"}, \"ask\": \"A\"", &problems, arena));
		assert_string_equal(problems.list[0].message.code, refused[i].holds);
	}
}

/* ---- as large as it gets ---- */

static char *filled(size_t side, const char *cell, const char *between, struct arena *arena)
{
	struct buf cleanup_buf out = BUF_INIT;

	buf_addch(&out, '[');
	for (size_t i = 0; i < side * side; i++)
		buf_printf(&out, "%s%s%zu", i == 0 ? "[" : i % side > 0 ? between : "], [", cell, 1 + i * 7 % 11);
	buf_addstr(&out, "]]");
	return arena_memdup(arena, buf_str(&out), out.len);
}

static void grade(const struct exercise *exercise, const char *answer, struct arena *arena)
{
	const struct question *question = &exercise->questions[0];
	struct grading grading = { .arena = arena };
	struct question_report report = { 0 };
	struct err err = { 0 };

	if (question->kind->grade(&grading, question, json_keep(arena, json_string(answer)), &report, &err) < 0)
		fail_msg("%s", err.text);
	assert_int_not_equal(report.verdict, VERDICT_CORRECT);
}

static void test_caps(void **state)
{
	static const char *const asks[] = {
		"A*A", "A^4", "bool_power(boolean(A), 64)", "A*A*A + A - 2*A", "transpose(A)*A",
		"A + A + A + A + A + A + A + A + A + A + A + A + A + A + A + A + A + A + A + A + A + A + A + A + A + A"
	};
	static const char *const answers[] = { "1 2 / 3 4", "0", "((((((((1))))))))", "[[[[[[[[[[[[[[[[[[[[1",
		"1/1/1/1/1/1/1/1/1/1/1/1/1/1/1/1/1/1/1/1/1/1" };
	struct arena *cleanup_arena arena = arena_new(0);
	const char *data = filled(MATRIX_SIDE_MAX, "", ", ", arena), *typed = filled(MATRIX_SIDE_MAX, "9", ";", arena);

	for (size_t i = 0; i < sizeof(asks) / sizeof(asks[0]); i++) {
		struct problems problems = { 0 };
		const struct exercise *exercise =
			load("", arena_printf(arena, "\"given\": {\"A\": %s}, \"ask\": \"%s\"", data, asks[i]),
				&problems, arena);

		if (!exercise)
			fail_msg("%s: %s", asks[i], problems.list[0].message.fr);
		grade(exercise, typed, arena);
		for (size_t j = 0; j < sizeof(answers) / sizeof(answers[0]); j++)
			grade(exercise, answers[j], arena);
	}
}

/* What would take too long is refused to its author, at once. */
static void test_too_much(void **state)
{
	static const char *const asks[] = { "A^64*A^64*A^64*A^64*A^64", "inverse(A^20)^20", "identity(21)" };
	struct arena *cleanup_arena arena = arena_new(0);
	const char *data = filled(MATRIX_SIDE_MAX, "99999", ", ", arena);

	for (size_t i = 0; i < sizeof(asks) / sizeof(asks[0]); i++) {
		struct problems problems = { 0 };

		assert_null(load("", arena_printf(arena, "\"given\": {\"A\": %s}, \"ask\": \"%s\"", data, asks[i]),
			&problems, arena));
		assert_string_equal(problems.list[0].message.code, "cannot-ask");
	}
}

/* Long texts that are almost right, each read in one pass over them. */
static void test_long_answers(void **state)
{
	static const char *const pieces[] = { "(", "[", "1 ", "1;", "1/", " / ", "\\frac{", "\\\\", "1,", "oui ",
		"x = 1 ;", "|" };
	struct arena *cleanup_arena arena = arena_new(0);
	struct problems problems = { 0 };
	const struct exercise *exercises[] = {
		load("", "\"given\": {\"A\": [[1, 2], [3, 4]]}, \"ask\": \"A*A\"", &problems, arena),
		load("", "\"given\": {\"A\": [[1, 2], [3, 4]]}, \"ask\": \"A^-1\"", &problems, arena),
		load("", "\"system\": {\"A\": [[1, 2], [3, 4]], \"b\": [1, 2]}", &problems, arena),
	};

	for (size_t i = 0; i < sizeof(pieces) / sizeof(pieces[0]); i++) {
		struct buf cleanup_buf text = BUF_INIT;

		while (text.len < 20000)
			buf_addstr(&text, pieces[i]);
		for (size_t j = 0; j < 3; j++)
			grade(exercises[j], buf_str(&text), arena);
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_wishes),
		cmocka_unit_test(test_refused),
		cmocka_unit_test(test_caps),
		cmocka_unit_test(test_too_much),
		cmocka_unit_test(test_long_answers),
	};

	return cmocka_run_group_tests_name("matrix/drawn", tests, NULL, NULL);
}
