/* Conditions on drawn values: met by redrawing, in bounded time, the same for ever; wrong answers given by a formula. */
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <setjmp.h>
#include <cmocka.h>
#include <string.h>
#include "base/json.h"
#include "sheet/where.h"
#include "model/kind.h"

static const struct key_spec echo_keys[] = { { .name = "ask", .type = KEY_ANY, .required = true } };

static void echo_read(struct reader *reader, json_t *object, const char *pointer, struct question *question)
{
	(void)pointer;
	question->spec = json_keep(reader->arena, json_incref(json_object_get(object, "ask")));
}

static json_t *echo_value(const struct question *question, const json_t *answer, struct arena *arena)
{
	(void)answer, (void)arena;
	return (json_t *)(uintptr_t)question->spec;
}

static const struct kind echo = {
	.name = "echo",
	.question_keys = echo_keys,
	.question_key_count = 1,
	.read = echo_read,
	.value = echo_value,
	.conditions = &sheet_conditions,
};
static const struct kind words = {
	.name = "words", .question_keys = echo_keys, .question_key_count = 1, .read = echo_read
};
static const struct kind *const kinds[] = { &words, &echo, NULL };

static const struct exercise *load(const char *json, struct problems *problems, struct arena *arena)
{
	struct folder_file files[] = { { "exercise.json", json, strlen(json) }, { "statement.fr.md", "x", 1 } };
	struct folder folder = { .files = files, .count = 2 }, *kept = arena_alloc(arena, sizeof(*kept));
	struct buf cleanup_buf pack = BUF_INIT;
	struct err err;

	folder_pack(&pack, &folder);
	assert_int_equal(folder_unpack(kept, buf_str(&pack), pack.len, arena, &err), 0);
	return exercise_load(kept, "a.b", kinds, problems, arena);
}

#define WITH(parameters, ask)                                                                                          \
	"{\"format\": 1, \"title\": \"T\",\n\"parameters\": {" parameters                                              \
	"},\n\"questions\": [{\"id\": \"q\", \"kind\": \"echo\", \"ask\": " ask "}]}"

static void fail_with(const struct problems *problems)
{
	struct buf cleanup_buf said = BUF_INIT;

	if (problems->count > 0)
		problem_print(&said, &problems->list[0], LANG_EN);
	fail_msg("%s", buf_str(&said));
}

static const struct exercise *loaded(const char *json, struct arena *arena)
{
	struct problems problems = { 0 };
	const struct exercise *exercise = load(json, &problems, arena);

	if (exercise == NULL)
		fail_with(&problems);
	return exercise;
}

static const struct exercise *instance(const struct exercise *exercise, uint64_t seed, struct arena *arena)
{
	struct problems problems = { 0 };
	const struct exercise *out = exercise_draw(exercise, seed, &problems, arena);

	if (out == NULL)
		fail_with(&problems);
	return out;
}

static json_int_t at(const struct exercise *exercise, size_t i)
{
	return json_integer_value(json_array_get(exercise->questions[0].spec, i));
}

static void conditions_are_met(void **state)
{
	struct arena *cleanup_arena arena = arena_new(0);
	const struct exercise *exercise =
		loaded(WITH("\"a\": {\"int\": [1, 30]}, \"b\": {\"int\": [\"$a\", 30]}, \"c\": {\"int\": [1, 9]},\n"
			    "\"where\": [\"gcd(a, b) == 1 and a < b\", \"c != 5\", \"a mod 2 = 1\"]",
			       "[\"$a\", \"$b\", \"$c\"]"),
			arena);
	unsigned c[10] = { 0 };

	(void)state;
	for (uint64_t seed = 0; seed < 400; seed++) {
		const struct exercise *one = instance(exercise, seed, arena);
		json_int_t x = at(one, 0), y = at(one, 1);

		assert_true(x < y && x % 2 == 1 && at(one, 2) != 5);
		c[at(one, 2)]++;
		while (y != 0) {
			json_int_t rest = x % y;
			x = y;
			y = rest;
		}
		assert_int_equal(x, 1);
		assert_true(json_equal(one->questions[0].spec, instance(exercise, seed, arena)->questions[0].spec));
	}
	/* What is left is as likely as before: 50 of each. */
	for (size_t i = 1; i < 10; i++)
		assert_true(i == 5 ? c[i] == 0 : c[i] > 25 && c[i] < 80);
}

/* A recorded seed means the same for ever, the draws that were refused on the way too. */
static void draws_are_for_ever(void **state)
{
	struct arena *cleanup_arena arena = arena_new(0);
	const struct exercise *exercise = loaded(WITH("\"a\": {\"int\": [1, 1000]}, \"b\": {\"int\": [1, 1000]},\n"
						      "\"where\": [\"a < 100\", \"b < a\"]",
							 "[\"$a\", \"$b\"]"),
		arena);
	/* Where the first draw fits, it is the one without conditions. */
	const struct exercise *loose = loaded(WITH("\"a\": {\"int\": [1, 1000]}, \"b\": {\"int\": [1, 1000]},\n"
						   "\"where\": [\"a < 1001\"]",
						      "[\"$a\", \"$b\"]"),
		arena);
	const struct exercise *plain =
		loaded(WITH("\"a\": {\"int\": [1, 1000]}, \"b\": {\"int\": [1, 1000]}", "[\"$a\", \"$b\"]"), arena);

	(void)state;
	assert_int_equal(at(instance(exercise, 1, arena), 0), 87);
	assert_int_equal(at(instance(exercise, 1, arena), 1), 1);
	assert_int_equal(at(instance(exercise, 2, arena), 0), 60);
	assert_int_equal(at(instance(exercise, 2, arena), 1), 3);
	for (uint64_t seed = 0; seed < 20; seed++)
		assert_true(json_equal(instance(loose, seed, arena)->questions[0].spec,
			instance(plain, seed, arena)->questions[0].spec));
}

/* "det(M) != 0" first: an inverse is not asked of what has none. What makes no sense now and then only refuses. */
static void what_makes_no_sense_refuses(void **state)
{
	struct arena *cleanup_arena arena = arena_new(0);
	const struct exercise *exercise =
		loaded(WITH("\"a\": {\"int\": [0, 3]}, \"where\": [\"6 / a >= 2\"]", "[\"$a\"]"), arena);

	(void)state;
	for (uint64_t seed = 0; seed < 40; seed++)
		assert_in_range(at(instance(exercise, seed, arena), 0), 1, 3);
}

static const struct {
	const char *json, *says;
} mistakes[] = {
	{ WITH("\"a\": \"bool\", \"where\": 3", "1"), "exercise.json:2:38: /parameters/where: A list" },
	{ WITH("\"a\": \"bool\", \"where\": [3]", "1"),
		"exercise.json:2:39: /parameters/where/0: A condition is a text" },
	{ WITH("\"a\": \"bool\", \"where\": [\"a\", \"a <\"]", "1"),
		"exercise.json:2:44: /parameters/where/1: The condition \"a <\" cannot be read, at character 4: " },
	{ WITH("\"a\": \"bool\", \"where\": [\"b > 1\"]", "1"),
		"exercise.json:2:39: /parameters/where/0: No drawn value is called \"b\" in this condition. Drawn "
		"values: a." },
	{ WITH("\"a\": \"bool\", \"where\": [\"1 < 2\"]", "1"),
		"exercise.json:2:39: /parameters/where/0: The condition \"1 < 2\" speaks of no drawn value." },
	{ WITH("\"a\": {\"int\": [1, 9]}, \"where\": [\"a < 20\", \"a + 1\"]", "1"),
		"exercise.json:2:58: /parameters/where/1: \"a + 1\" never makes sense for the drawn values: It is "
		"neither" },
	{ WITH("\"a\": {\"str\": \"xy\"}, \"where\": [\"a < 20\"]", "1"),
		"exercise.json:2:46: /parameters/where/0: \"a < 20\" never makes sense for the drawn values: " },
	{ WITH("\"a\": {\"int\": [1, 9]}, \"where\": [\"a < 9\", \"a > 8\"]", "1"),
		"exercise.json:2:57: /parameters/where/1: None of the 2000 draws of seed 0 meets all the conditions. "
		"Refused: " },
};

static void authors_are_told(void **state)
{
	(void)state;
	for (size_t i = 0; i < sizeof(mistakes) / sizeof(mistakes[0]); i++) {
		struct arena *cleanup_arena arena = arena_new(0);
		struct buf cleanup_buf text = BUF_INIT;
		struct problems problems = { 0 };

		if (load(mistakes[i].json, &problems, arena) != NULL)
			fail_msg("loads: %s", mistakes[i].json);
		problem_print(&text, &problems.list[0], LANG_EN);
		if (strncmp(buf_str(&text), mistakes[i].says, strlen(mistakes[i].says)) != 0)
			fail_msg("%s\n says   %s\n wanted %s", mistakes[i].json, buf_str(&text), mistakes[i].says);
	}
}

static void rare_is_a_warning(void **state)
{
	struct arena *cleanup_arena arena = arena_new(0);
	struct problems problems = { 0 };

	(void)state;
	assert_non_null(load(WITH("\"a\": {\"int\": [1, 700]}, \"where\": [\"a == 9\"]", "\"$a\""), &problems, arena));
	assert_int_equal(problems.count, 1);
	assert_true(problems.list[0].warning);
	assert_string_equal(problems.list[0].message.code, "where-rare");
}

static const char with_wrong[] =
	"{\"format\": 1, \"title\": \"T\", \"parameters\": {\"A\": {\"tuple\": [{\"int\": [1, 3]}, {\"int\": [4, "
	"6]}]}},\n"
	"\"questions\": [{\"id\": \"p\", \"kind\": \"echo\", \"points\": 1, \"ask\": 7},\n"
	"{\"id\": \"w\", \"kind\": \"words\", \"points\": 1, \"ask\": \"$A\"}],\n"
	"\"wrong\": [{\"answers\": {\"p\": \"=2*A + A\", \"w\": \"= A\"}}, {\"answers\": {\"p\": \"=@p / 2\"}},\n"
	"{\"answers\": {\"p\": \"=@p / 0\"}}, {\"answers\": {\"p\": \"7\"}}]}";

static void wrong_answers_may_be_formulas(void **state)
{
	struct arena *cleanup_arena arena = arena_new(0);
	const struct exercise *one = instance(loaded(with_wrong, arena), 4, arena);
	struct problems problems = { 0 };
	const json_t *first = exercise_wrong_answers(one, &one->wrong[0], &problems, arena),
		     *a = one->questions[1].spec;
	const json_t *row = json_array_get(json_object_get(first, "p"), 0);

	(void)state;
	assert_string_equal(json_string_value(json_object_get(first, "w")), "= A"); /* words have no value */
	for (size_t i = 0; i < 2; i++)
		assert_string_equal(json_string_value(json_array_get(row, i)),
			arena_printf(arena, "%d", 3 * (int)json_integer_value(json_array_get(a, i))));
	const json_t *second = exercise_wrong_answers(one, &one->wrong[1], &problems, arena);
	assert_string_equal(json_string_value(json_object_get(second, "p")), "7/2");
	assert_int_equal(problems.count, 0);
	assert_null(exercise_wrong_answers(one, &one->wrong[2], &problems, arena));
	assert_string_equal(problems.list[0].message.code, "formula-wrong");
	assert_string_equal(problems.list[0].pointer, "/wrong/2/answers/p");
	assert_int_equal(problems.list[0].line, 5);
	const json_t *last = exercise_wrong_answers(one, &one->wrong[3], &problems, arena);
	assert_string_equal(json_string_value(json_object_get(last, "p")), "7");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(conditions_are_met),
		cmocka_unit_test(draws_are_for_ever),
		cmocka_unit_test(what_makes_no_sense_refuses),
		cmocka_unit_test(authors_are_told),
		cmocka_unit_test(rare_is_a_warning),
		cmocka_unit_test(wrong_answers_may_be_formulas),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
