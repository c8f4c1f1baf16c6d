/* What the plain generators draw, for ever; generators that name earlier values. */
#include <string.h>
#include "base/json.h"
#include "model/generator.h"
#include "toy.h"

static const struct key_spec echo_keys[] = { { .name = "ask", .type = KEY_ANY, .required = true } };

static void echo_read(struct reader *reader, json_t *object, const char *pointer, struct question *question)
{
	(void)pointer;
	question->spec = json_keep(reader->arena, json_incref(json_object_get(object, "ask")));
}

static const struct kind echo = {
	.name = "echo", .question_keys = echo_keys, .question_key_count = 1, .read = echo_read
};
static const struct kind *const kinds[] = { &echo, NULL };

#define WITH(parameters, ask)                                                                                          \
	"{\"format\": 1, \"title\": \"T\",\n\"parameters\": {" parameters                                              \
	"},\n\"questions\": [{\"id\": \"q\", \"kind\": \"echo\", \"ask\": " ask "}]}"

static const struct exercise *load(const char *json, struct problems *problems, struct arena *arena)
{
	const char *const pairs[] = { "exercise.json", json, "statement.fr.md", "x", NULL };
	struct folder folder;

	toy_folder(&folder, arena, pairs);
	return exercise_load(&folder, "a.b", kinds, problems, arena);
}

static const struct exercise *loaded(const char *json, struct arena *arena)
{
	struct problems problems = { 0 };
	const struct exercise *exercise = load(json, &problems, arena);
	struct buf cleanup_buf said = BUF_INIT;

	if (problems.count > 0)
		problem_print(&said, &problems.list[0], LANG_EN);
	if (exercise == NULL)
		fail_msg("%s\n%s", json, buf_str(&said));
	return exercise;
}

static const json_t *drawn(const struct exercise *exercise, uint64_t seed, struct arena *arena)
{
	struct problems problems = { 0 };
	const struct exercise *out = exercise_draw(exercise, seed, &problems, arena);
	struct buf cleanup_buf said = BUF_INIT;

	if (problems.count > 0)
		problem_print(&said, &problems.list[0], LANG_EN);
	if (out == NULL)
		fail_msg("seed %u: %s", (unsigned)seed, buf_str(&said));
	return out->questions[0].spec;
}

/* A recorded seed means the same for ever: these texts may never change. */
static const struct {
	const char *way, *wanted;
} golden[] = {
	{ "{\"float\": [-2.5, 2], \"digits\": 2}", "\"1.97\" | 1,97 | 1.97 | 1.97" },
	{ "{\"float\": [0, 1]}", "\"0.75\" | 0,75 | 0.75 | 0.75" },
	{ "{\"str\": \"aébc\", \"length\": [2, 6]}", "\"éacabb\" | éacabb | éacabb | " },
	{ "{\"str\": \"ab\"}", "\"b\" | b | b | " },
	{ "{\"list\": {\"int\": [-9, 9]}, \"length\": [2, 5]}",
		"[-5,-7,-6] | [-5\u00a0; -7\u00a0; -6] | [-5, -7, -6] | [-5, -7, -6]" },
	{ "{\"list\": {\"int\": [1, 4]}, \"length\": 4, \"distinct\": true, \"sorted\": true}",
		"[1,2,3,4] | [1\u00a0; 2\u00a0; 3\u00a0; 4] | [1, 2, 3, 4] | [1, 2, 3, 4]" },
	{ "{\"list\": {\"str\": \"xyz\"}, \"length\": 0}", "[] | [] | [] | []" },
	{ "{\"list\": {\"list\": \"bool\", \"length\": 1}}",
		"[[true],[true],[false]] | [[vrai]\u00a0; [vrai]\u00a0; [faux]] | [[true], [true], [false]] | [[True], "
		"[True], [False]]" },
	{ "{\"tuple\": [{\"int\": [1, 9]}, \"bool\", {\"choice\": [\"o'c\", 3]}]}",
		"[9,true,\"o'c\"] | (9\u00a0; vrai\u00a0; o'c) | (9, true, o'c) | (9, True, 'o\\'c')" },
	{ "{\"tuple\": [{\"float\": [0, 1], \"digits\": 1}]}", "[\"0.7\"] | (0,7) | (0.7) | (0.7,)" },
	{ "{\"set\": {\"int\": [1, 30]}, \"size\": 4}",
		"[6,7,21,30] | {6\u00a0; 7\u00a0; 21\u00a0; 30} | {6, 7, 21, 30} | {6, 7, 21, 30}" },
	{ "{\"set\": {\"int\": [1, 30]}, \"size\": 0}", "[] | ∅ | ∅ | set()" },
	{ "{\"dict\": [{\"choice\": [\"a\", \"b\", \"c\"]}, {\"float\": [1, 2], \"digits\": 1}], \"size\": 2}",
		"{\"c\":\"1.6\",\"a\":\"1.8\"} | {c\u00a0: 1,6\u00a0; a\u00a0: 1,8} | {c: 1.6, a: 1.8} | {'c': 1.6, "
		"'a': 1.8}" },
	{ "{\"dict\": [{\"int\": [1, 5]}, \"bool\"], \"size\": 0}", "{} | {} | {} | {}" },
};

/* Seed 3: the value | French | English | Python. */
static void values_are_for_ever(void **state)
{
	bool fine = true;

	(void)state;
	for (size_t i = 0; i < sizeof(golden) / sizeof(golden[0]); i++) {
		struct arena *cleanup_arena arena = arena_new(0);
		bool python = strstr(golden[i].way, "{\"str") != golden[i].way;
		const char *json = arena_printf(arena,
			WITH("\"v\": %s", "[\"$v\", {\"fr\": \"{{v}}\", \"en\": \"{{v}}\"}, \"%s\"]"), golden[i].way,
			python ? "{{v.python}}" : "");
		const json_t *value = drawn(loaded(json, arena), 3, arena);
		struct buf cleanup_buf text = BUF_INIT;

		json_print(&text, json_array_get(value, 0));
		buf_printf(&text, " | %s | %s | %s", json_string_value(json_object_get(json_array_get(value, 1), "fr")),
			json_string_value(json_object_get(json_array_get(value, 1), "en")),
			json_string_value(json_array_get(value, 2)));
		if (strcmp(buf_str(&text), golden[i].wanted) == 0)
			continue;
		print_error("%s\n got    %s\n wanted %s\n", golden[i].way, buf_str(&text), golden[i].wanted);
		fine = false;
	}
	assert_true(fine);
}

static void decimals_stay_in_their_bounds(void **state)
{
	struct arena *cleanup_arena arena = arena_new(0);
	const struct exercise *exercise =
		loaded(WITH("\"x\": {\"float\": [-0.3, \"0.2\"], \"digits\": 1}", "\"$x\""), arena);
	static const char *const wanted[] = { "-0.3", "-0.2", "-0.1", "0", "0.1", "0.2" };
	unsigned seen[6] = { 0 };

	(void)state;
	for (uint64_t seed = 0; seed < 120; seed++) {
		const char *text = json_string_value(drawn(exercise, seed, arena));
		size_t at = 0;

		while (at < 6 && strcmp(text, wanted[at]) != 0)
			at++;
		assert_true(at < 6);
		seen[at]++;
	}
	for (size_t i = 0; i < 6; i++)
		assert_true(seen[i] > 5);
}

/* Bounds, sizes and whole generators may come from earlier names. */
static void generators_name_earlier_values(void **state)
{
	struct arena *cleanup_arena arena = arena_new(0);
	const struct exercise *exercise =
		loaded(WITH("\"n\": {\"int\": [2, 6]}, \"k\": {\"int\": [1, \"$n\"]},\n"
			    "\"l\": {\"list\": {\"int\": [\"$k\", \"$n\"]}, \"length\": \"$n\"},\n"
			    "\"one\": {\"choice\": \"$l\"}",
			       "[\"$n\", \"$k\", \"$l\", \"$one\"]"),
			arena);
	const struct exercise *alone = loaded(WITH("\"n\": {\"int\": [2, 6]}", "[\"$n\"]"), arena);
	bool less = false;

	(void)state;
	for (uint64_t seed = 0; seed < 100; seed++) {
		const json_t *value = drawn(exercise, seed, arena), *list = json_array_get(value, 2);
		json_int_t n = json_integer_value(json_array_get(value, 0));
		json_int_t k = json_integer_value(json_array_get(value, 1));
		bool among = false;

		assert_int_equal(n, json_integer_value(json_array_get(drawn(alone, seed, arena), 0)));
		assert_in_range(k, 1, n);
		less |= k < n;
		assert_int_equal(json_array_size(list), n);
		for (size_t i = 0; i < json_array_size(list); i++) {
			assert_in_range(json_integer_value(json_array_get(list, i)), k, n);
			among |= json_equal(json_array_get(list, i), json_array_get(value, 3));
		}
		assert_true(among);
	}
	assert_true(less);
}

static const struct {
	const char *json, *says;
} mistakes[] = {
	{ WITH("\"n\": {\"int\": [1, \"$m\"]}, \"m\": {\"int\": [2, 3]}", "1"),
		"exercise.json:2:33: /parameters/n/int/1: No drawn value is called \"m\"." },
	{ WITH("\"n\": {\"int\": [2, 3]}, \"m\": {\"int\": [4, \"$n\"]}", "1"),
		"exercise.json:2:51: /parameters/m/int: \"int\" asks for" },
	{ WITH("\"n\": {\"float\": [0, 1.25], \"digits\": 1}", "1"),
		"exercise.json:2:31: /parameters/n/float: \"float\" asks for" },
	{ WITH("\"n\": {\"float\": [0, \"x\"]}", "1"), "exercise.json:2:31: /parameters/n/float: \"float\" asks for" },
	{ WITH("\"n\": {\"float\": [0, true]}", "1"), "exercise.json:2:31: /parameters/n/float: \"float\" asks for" },
	{ WITH("\"n\": {\"float\": [0, 99999999999]}", "1"), "exercise.json:2:31: /parameters/n/float: \"float\"" },
	{ WITH("\"n\": {\"digits\": 3}", "1"), "exercise.json:2:22: /parameters/n/digits: The way of drawing" },
	{ WITH("\"n\": {\"str\": \"\"}", "1"), "exercise.json:2:29: /parameters/n/str: \"str\" asks for" },
	{ WITH("\"n\": {\"str\": \"a\", \"length\": [4, 2]}", "1"),
		"exercise.json:2:44: /parameters/n/length: \"length\" asks for a whole number from 0 to 200" },
	{ WITH("\"n\": {\"list\": \"bol\"}", "1"), "exercise.json:2:30: /parameters/n/list: The way of drawing \"bol\" "
						   "is unknown. Did you mean \"bool\"?" },
	{ WITH("\"n\": {\"list\": \"bool\", \"lenght\": 3}", "1"),
		"exercise.json:2:38: /parameters/n/lenght: The key \"lenght\" is unknown here. Did you mean "
		"\"length\"?" },
	{ WITH("\"n\": {\"list\": {\"list\": \"bool\", \"length\": 50}, \"length\": 50}", "1"),
		"exercise.json:2:21: /parameters/n: This would draw more than 2000 elements in all." },
	{ WITH("\"n\": {\"list\": \"bool\", \"length\": 3, \"distinct\": true}", "1"),
		"exercise.json:2:16: /parameters/n: What is asked of \"n\" is too rare" },
	{ WITH("\"n\": {\"set\": {\"int\": [1, 2]}, \"size\": 3}", "1"),
		"exercise.json:2:16: /parameters/n: What is asked of \"n\" is too rare" },
	{ WITH("\"n\": {\"tuple\": []}", "1"), "exercise.json:2:31: /parameters/n/tuple: \"tuple\" asks for" },
	{ WITH("\"n\": {\"dict\": [\"bool\"]}", "1"), "exercise.json:2:30: /parameters/n/dict: \"dict\" asks for" },
	{ WITH("\"n\": {\"dict\": [\"bool\", \"bol\"]}", "1"), "exercise.json:2:39: /parameters/n/dict/1: The way" },
};

static void authors_are_told(void **state)
{
	bool fine = true;

	(void)state;
	for (size_t i = 0; i < sizeof(mistakes) / sizeof(mistakes[0]); i++) {
		struct arena *cleanup_arena arena = arena_new(0);
		struct buf cleanup_buf text = BUF_INIT;
		struct problems problems = { 0 };

		if (load(mistakes[i].json, &problems, arena) != NULL)
			fail_msg("loads: %s", mistakes[i].json);
		problem_print(&text, &problems.list[0], LANG_EN);
		if (strncmp(buf_str(&text), mistakes[i].says, strlen(mistakes[i].says)) == 0)
			continue;
		print_error("%s\n says   %s\n wanted %s\n", mistakes[i].json, buf_str(&text), mistakes[i].says);
		fine = false;
	}
	assert_true(fine);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(values_are_for_ever),
		cmocka_unit_test(decimals_stay_in_their_bounds),
		cmocka_unit_test(generators_name_earlier_values),
		cmocka_unit_test(authors_are_told),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
