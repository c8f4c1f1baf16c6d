/* Exercises that draw values: what may be asked for, the instance of a seed, what authors get wrong. */
#include <string.h>
#include "base/json.h"
#include "model/generator.h"
#include "toy.h"

/* A generator with keys, parts and markup; and one that finds nothing for half of the seeds. */
static const struct key_spec pair_keys[] = {
	{ .name = "below", .type = KEY_INT, .required = true, .min = 1, .max = 1000 },
};

static bool read_pair(const void **spec, struct reader *reader, json_t *value, const char *pointer)
{
	uint32_t *below = arena_alloc(reader->arena, sizeof(*below));

	(void)pointer;
	*below = (uint32_t)reader_int(value, "below", 1);
	*spec = below;
	return true;
}

static int draw_pair(struct drawn *out, const void *spec, struct draw *draw, struct arena *arena, struct err *err)
{
	const uint32_t *below = spec;
	unsigned left = draw_below(draw, *below), right = draw_below(draw, *below);
	struct drawn_part *parts = arena_array(arena, 3, sizeof(*parts));

	(void)err;
	parts[0] = (struct drawn_part){ "", json_keep(arena, json_pack("[i, i]", left, right)),
		{ .fr = arena_printf(arena, "(%u ; %u)", left, right),
			.en = arena_printf(arena, "(%u, %u)", left, right) },
		NULL, false };
	parts[1] = (struct drawn_part){ "left_one", json_keep(arena, json_integer(left)),
		{ .fr = arena_printf(arena, "%u", left) }, arena_printf(arena, "<mn>%u</mn>", left), false };
	parts[2] = (struct drawn_part){ "all", json_keep(arena, json_null()), { .fr = "1. 2." }, "<ol></ol>", true };
	*out = (struct drawn){ parts, 3 };
	return 0;
}

static int draw_rare(struct drawn *out, const void *spec, struct draw *draw, struct arena *arena, struct err *err)
{
	struct drawn_part *part = arena_alloc(arena, sizeof(*part));

	(void)spec;
	if (draw_below(draw, 2) == 0)
		return err_set(err, ERR_NOT_FOUND, "too rare");
	*part = (struct drawn_part){ "", json_keep(arena, json_true()), { .fr = "oui" }, NULL, false };
	*out = (struct drawn){ part, 1 };
	return 0;
}

static int draw_never(struct drawn *out, const void *spec, struct draw *draw, struct arena *arena, struct err *err)
{
	(void)out, (void)spec, (void)draw, (void)arena;
	return err_set(err, ERR_INPUT, "contradiction");
}

static const struct generator pair = {
	.name = "pair", .keys = pair_keys, .key_count = 1, .read = read_pair, .draw = draw_pair
};
static const struct generator rare = { .name = "rare", .draw = draw_rare };
static const struct generator never = { .name = "never", .draw = draw_never };
static const struct generator *const generators[] = { &pair, &rare, &never, NULL };

/* A kind that keeps what it was given. */
static const struct key_spec echo_keys[] = {
	{ .name = "ask", .type = KEY_ANY, .required = true },
	{ .name = "count", .type = KEY_INT, .min = 1, .max = 6 },
};

static void echo_read(struct reader *reader, json_t *object, const char *pointer, struct question *question)
{
	(void)pointer;
	question->spec = json_keep(reader->arena, json_incref(json_object_get(object, "ask")));
}

static const struct kind echo = {
	.name = "echo", .question_keys = echo_keys, .question_key_count = 2, .read = echo_read, .generators = generators
};
static const struct kind runs = {
	.name = "runs", .needs_sandbox = true, .typing = TYPING_CODE, .generators = generators
};
static const struct kind *const kinds[] = { &echo, &runs, NULL };

#define PARAMETERS                                                                                                     \
	"\"parameters\": {\"n\": {\"int\": [1, 6]}, \"p\": {\"pair\": {\"below\": 50}}, \"b\": \"bool\",\n"            \
	"\"c\": {\"choice\": [\"<+>\", \"-\", 3]}, \"x-note\": 1},\n"
#define ASK                                                                                                            \
	"{\"p\": \"$p\", \"n\": \"$n\", \"left\": [\"$p.left_one\"], \"b\": \"$b\", \"c\": \"$c\",\n"                  \
	"\"text\": {\"fr\": \"{{p}} {{b}}\", \"en\": \"{{p}} {{b}}\"}, \"not\": [\"$x$\", \"a$n\", \"{{n\", \"$ n\"]}"
static const char whole[] =
	"{\"format\": 1, \"title\": \"T\",\n" PARAMETERS
	"\"questions\": [{\"id\": \"q\", \"kind\": \"echo\", \"title\": \"Question {{n}}\", \"count\": \"$n\", "
	"\"ask\": " ASK "}],\n\"wrong\": [{\"answers\": {\"q\": \"{{n}}\"}, \"mark\": 1}, {\"answers\": {\"q\": "
	"\"$p\"}, \"mark\": 0}]}";
static const char statement[] = "Avec {{n}}, `{{c}}` et {{p.left_one}} : {{b}}. {{autre:chose}} {{ n }}\n";

static void escape(struct buf *out, const char *text)
{
	for (; *text != '\0'; text++) {
		if (*text == '<')
			buf_addstr(out, "&lt;");
		else
			buf_addch(out, *text);
	}
}

static const struct exercise *load(const char *json, const char *text, struct problems *problems, struct arena *arena)
{
	const char *const pairs[] = { "exercise.json", json, "statement.en.md", text, "statement.fr.md", text, NULL };
	struct folder folder;

	toy_folder(&folder, arena, pairs);
	return exercise_load(&folder, "a.b", kinds, problems, arena);
}

static const struct exercise *loaded(const char *json, const char *text, struct arena *arena)
{
	struct problems problems = { 0 };
	const struct exercise *exercise = load(json, text, &problems, arena);
	struct buf cleanup_buf said = BUF_INIT;

	if (problems.count > 0)
		problem_print(&said, &problems.list[0], LANG_EN);
	if (exercise == NULL || problems.count > 0)
		fail_msg("%s", buf_str(&said));
	return exercise;
}

static const struct exercise *instance(const struct exercise *exercise, uint64_t seed, struct arena *arena)
{
	struct problems problems = { 0 };
	const struct exercise *out = exercise_draw(exercise, seed, &problems, arena);

	assert_non_null(out);
	assert_int_equal(problems.count, 0);
	return out;
}

static void assert_printed(const json_t *value, const char *wanted)
{
	struct buf cleanup_buf text = BUF_INIT;

	json_print(&text, value);
	assert_string_equal(buf_str(&text), wanted);
}

/* The golden instance: an edited generator must not change what a recorded seed means. */
static void values_stand_in_their_places(void **state)
{
	struct arena *cleanup_arena arena = arena_new(0);
	const struct exercise *template = loaded(whole, statement, arena), *drawn = instance(template, 7, arena);
	struct buf cleanup_buf page = BUF_INIT;

	(void)state;
	assert_string_equal(template->statement_fr, statement);
	assert_int_equal(template->parameter_count, 4);
	assert_printed(drawn->questions[0].spec, "{\"p\":[5,40],\"n\":6,\"left\":[5],\"b\":false,\"c\":\"<+>\","
						 "\"text\":{\"fr\":\"(5 ; 40) faux\",\"en\":\"(5, 40) false\"},"
						 "\"not\":[\"$x$\",\"a$n\",\"{{n\",\"$ n\"]}");
	assert_string_equal(drawn->questions[0].title.fr, "Question 6");
	assert_ptr_equal(drawn->questions[0].exercise, drawn);
	assert_string_equal(drawn->folder->digest, template->folder->digest);
	assert_string_equal(drawn->statement_fr, "Avec 6, `<+>` et 5 : faux. {{autre:chose}} {{ n }}\n");
	assert_string_equal(drawn->statement_en, "Avec 6, `<+>` et 5 : false. {{autre:chose}} {{ n }}\n");
	assert_printed(drawn->shown, "{\"n\":6,\"c\":\"<+>\",\"p.left_one\":5,\"b\":false}");
	assert_printed(drawn->wrong[0].answers, "{\"q\":\"6\"}");
	assert_printed(drawn->wrong[1].answers, "{\"q\":[5,40]}");
	values_fill(&page, "<p>{{p.left_one}} {{p}} {{zz}}</p>", drawn->values, LANG_FR, escape);
	assert_string_equal(buf_str(&page), "<p><mn>5</mn> (5 ; 40) {{zz}}</p>");
	buf_reset(&page);
	values_fill(&page, "{<p>{{p.all}}</p>, <p> {{p.all}}</p>{{p.all}}</p>{{", drawn->values, LANG_FR, escape);
	assert_string_equal(buf_str(&page), "{<ol></ol>, <p> <ol></ol></p><ol></ol></p>{{");
	buf_reset(&page);
	values_fill(&page, "<p>{{p.all}}</p>", drawn->values, LANG_FR, NULL);
	assert_string_equal(buf_str(&page), "<p>1. 2.</p>");
}

static void pages_escape_texts(void **state)
{
	struct arena *cleanup_arena arena = arena_new(0);
	const struct exercise *template = loaded(whole, statement, arena);
	bool seen = false;

	(void)state;
	for (uint64_t seed = 0; seed < 20; seed++) {
		const struct exercise *drawn = instance(template, seed, arena);
		struct buf cleanup_buf page = BUF_INIT;

		values_fill(&page, "{{c}}", drawn->values, LANG_FR, escape);
		assert_null(strchr(buf_str(&page), '<'));
		seen |= strcmp(buf_str(&page), "&lt;+>") == 0;
	}
	assert_true(seen);
}

static void seeds_are_variants(void **state)
{
	struct arena *cleanup_arena arena = arena_new(0);
	const struct exercise *template = loaded(whole, statement, arena);
	unsigned n[7] = { 0 }, different = 0;

	(void)state;
	for (uint64_t seed = 0; seed < 200; seed++) {
		const struct exercise *one = instance(template, seed, arena), *two = instance(template, seed, arena);
		const struct exercise *next = instance(template, seed + 1, arena);
		json_int_t value = json_integer_value(json_object_get(one->questions[0].spec, "n"));

		assert_in_range(value, 1, 6);
		n[value]++;
		assert_true(json_equal(one->questions[0].spec, two->questions[0].spec));
		different += !json_equal(one->questions[0].spec, next->questions[0].spec);
	}
	for (int i = 1; i <= 6; i++)
		assert_true(n[i] > 15);
	assert_true(different > 195);
	/* An instance is its own instance; an exercise without parameters is everybody's. */
	const struct exercise *drawn = instance(template, 1, arena);
	assert_ptr_equal(instance(drawn, 2, arena), drawn);
}

/* One more parameter changes nothing of the others. */
static void parameters_do_not_meet(void **state)
{
	static const char one[] = "{\"format\": 1, \"title\": \"T\", \"parameters\": {\"n\": {\"int\": [1, 1000000]}},"
				  "\"questions\": [{\"id\": \"q\", \"kind\": \"echo\", \"ask\": \"$n\"}]}";
	static const char two[] = "{\"format\": 1, \"title\": \"T\", \"parameters\": {\"m\": {\"int\": [1, 1000000]},"
				  "\"n\": {\"int\": [1, 1000000]}},"
				  "\"questions\": [{\"id\": \"q\", \"kind\": \"echo\", \"ask\": \"$n\"}]}";
	struct arena *cleanup_arena arena = arena_new(0);
	const struct exercise *a = instance(loaded(one, "x", arena), 5, arena);
	const struct exercise *b = instance(loaded(two, "{{m}}", arena), 5, arena);

	(void)state;
	assert_true(json_equal(a->questions[0].spec, b->questions[0].spec));
	assert_printed(a->shown, "{}");
}

#define WITH(parameters, ask)                                                                                          \
	"{\"format\": 1, \"title\": \"T\",\n\"parameters\": " parameters                                               \
	",\n\"questions\": [{\"id\": \"q\", \"kind\": \"echo\", \"ask\": " ask "}]}"

static const struct {
	const char *json, *text, *says;
} mistakes[] = {
	{ WITH("3", "1"), "x", "exercise.json:2:15: /parameters: An object" },
	{ WITH("{}", "1"), "x", "exercise.json:2:15: /parameters: \"parameters\" gives 1 to 30 names." },
	{ WITH("{\"n-1\": \"bool\"}", "1"), "x", "exercise.json:2:16: /parameters/n-1: \"n-1\" cannot name" },
	{ WITH("{\"where\": [\"n > 1\"]}", "1"), "x",
		"exercise.json:2:15: /parameters: \"parameters\" gives 1 to 30 names." },
	{ WITH("{\"n\": \"bool\", \"where\": [\"n > 1\"]}", "1"), "x",
		"exercise.json:2:29: /parameters/where: The key \"where\" belongs to the format" },
	{ WITH("{\"n\": \"bol\"}", "1"), "x",
		"exercise.json:2:21: /parameters/n: The way of drawing \"bol\" is unknown. Did you mean \"bool\"?" },
	{ WITH("{\"n\": {\"matrix\": []}}", "1"), "x",
		"exercise.json:2:22: /parameters/n/matrix: The way of drawing \"matrix\" is unknown. Possible ones: "
		"int, choice, bool, float, str, list, tuple, set, dict, pair, rare, never." },
	{ WITH("{\"n\": {\"int\": [1, 2], \"digits\": 2}}", "1"), "x",
		"exercise.json:2:37: /parameters/n/digits: The key \"digits\" is unknown here." },
	{ WITH("{\"n\": {}}", "1"), "x", "exercise.json:2:21: /parameters/n: A way of drawing is expected" },
	{ WITH("{\"n\": 3}", "1"), "x", "exercise.json:2:21: /parameters/n: A way of drawing is expected" },
	{ WITH("{\"n\": \"int\"}", "1"), "x",
		"exercise.json:2:21: /parameters/n: The way of drawing \"int\" must be told what to draw" },
	{ WITH("{\"n\": {\"bool\": 1}}", "1"), "x",
		"exercise.json:2:30: /parameters/n/bool: The way of drawing \"bool\" is written alone" },
	{ WITH("{\"n\": {\"int\": 3}}", "1"), "x", "exercise.json:2:29: /parameters/n/int: A list" },
	{ WITH("{\"n\": {\"int\": [3, 1]}}", "1"), "x", "exercise.json:2:29: /parameters/n/int: \"int\" asks for" },
	{ WITH("{\"n\": {\"int\": [1, 10000000000]}}", "1"), "x",
		"exercise.json:2:29: /parameters/n/int: \"int\" asks for" },
	{ WITH("{\"n\": {\"int\": [\"$m\", 2]}}", "1"), "x",
		"exercise.json:2:30: /parameters/n/int/0: No drawn value is called \"m\"." },
	{ WITH("{\"n\": {\"choice\": []}}", "1"), "x",
		"exercise.json:2:32: /parameters/n/choice: \"choice\" asks for" },
	{ WITH("{\"n\": {\"choice\": [1, 2.5]}}", "1"), "x", "exercise.json:2:36: /parameters/n/choice/1: \"choice\"" },
	{ WITH("{\"n\": {\"pair\": {\"belw\": 3}}}", "1"), "x",
		"exercise.json:2:31: /parameters/n/pair/belw: The key \"belw\" is unknown here. Did you mean "
		"\"below\"?" },
	{ WITH("{\"n\": \"never\"}", "\"$n\""), "x",
		"exercise.json:2:16: /parameters/n: What is asked of \"n\" contradicts itself" },
	{ WITH("{\"number\": \"bool\"}", "[\"$numbr\"]"), "x",
		"exercise.json:3:51: /questions/0/ask/0: No drawn value is called \"numbr\". Did you mean "
		"\"number\"?" },
	{ WITH("{\"n\": \"bool\"}", "\"$n.left\""), "x",
		"exercise.json:3:50: /questions/0/ask: No drawn value is called \"n.left\"." },
	{ WITH("{\"n\": \"bool\"}", "\"{{n}}{{zzz}}\""), "x",
		"exercise.json:3:50: /questions/0/ask: No drawn value is called \"zzz\". Drawn values: n." },
	{ WITH("{\"n\": \"bool\"}", "\"$n\""), "Un\n{{n}} et {{zzz}}",
		"statement.fr.md:2:10: No drawn value is called \"zzz\". Drawn values: n." },
	{ WITH("{\"n\": \"bool\"}", "\"$n\", \"count\": \"$n\""), "x",
		"exercise.json:3:65: /questions/0/count: A whole number is expected" },
	{ WITH("{\"n\": {\"int\": [1, 2]}}", "\"$n\", \"points\": \"$n\""), "x",
		"exercise.json:3:66: /questions/0/points: \"$n\" is not a number of points" },
	{ "{\"format\": 1, \"title\": \"T\", \"parameters\": {\"n\": \"bool\"},\n"
	  "\"questions\": [{\"id\": \"q\", \"kind\": \"echo\", \"ask\": \"$n\"}],\n"
	  "\"wrong\": [{\"answers\": {\"q\": \"{{zzz}}\"}}]}",
		"x", "exercise.json:3:29: /wrong/0/answers/q: No drawn value is called \"zzz\"" },
	{ "{\"format\": 1, \"title\": \"T\", \"parameters\": {\"n\": \"bool\"},\n"
	  "\"questions\": [{\"id\": \"q\", \"kind\": \"runs\"}]}",
		"{{n}}", "exercise.json:2:35: /questions/0/kind: Questions \"runs\" cannot stand yet" },
};

static void authors_are_told(void **state)
{
	(void)state;
	for (size_t i = 0; i < sizeof(mistakes) / sizeof(mistakes[0]); i++) {
		struct arena *cleanup_arena arena = arena_new(0);
		struct buf cleanup_buf text = BUF_INIT;
		struct problems problems = { 0 };

		if (load(mistakes[i].json, mistakes[i].text, &problems, arena) != NULL)
			fail_msg("loads: %s", mistakes[i].json);
		problem_print(&text, &problems.list[0], LANG_EN);
		if (strncmp(buf_str(&text), mistakes[i].says, strlen(mistakes[i].says)) != 0)
			fail_msg("%s\n says   %s\n wanted %s", mistakes[i].json, buf_str(&text), mistakes[i].says);
	}
}

static void unused_is_a_warning(void **state)
{
	struct arena *cleanup_arena arena = arena_new(0);
	struct problems problems = { 0 };

	(void)state;
	assert_non_null(load(WITH("{\"n\": \"bool\", \"m\": \"bool\"}", "\"$n\""), "x", &problems, arena));
	assert_int_equal(problems.count, 1);
	assert_true(problems.list[0].warning);
	assert_string_equal(problems.list[0].message.code, "parameter-unused");
	assert_string_equal(problems.list[0].pointer, "/parameters/m");
}

/* A value may be long, and a placeholder is short: their number is bounded. */
static void places_are_bounded(void **state)
{
	struct arena *cleanup_arena arena = arena_new(0);

	(void)state;
	for (int i = 0; i < 4; i++) {
		struct buf cleanup_buf text = BUF_INIT, json = BUF_INIT;
		struct problems problems = { 0 };

		for (int n = 0; n < 1000 + i % 2; n++)
			buf_addstr(&text, i < 2 ? "{{n}}" : "\"$n\",");
		buf_printf(&json, WITH("{\"n\": \"bool\"}", "[%s\"\"]"), i < 2 ? "" : buf_str(&text));
		const char *prose = i < 2 ? buf_str(&text) : "{{n}}";
		assert_int_equal(load(buf_str(&json), prose, &problems, arena) != NULL, i % 2 == 0);
		/* Both statements, or the questions. */
		assert_int_equal(problems.errors, i % 2 == 0 ? 0 : i < 2 ? 2 : 1);
		for (size_t n = 0; n < problems.errors; n++)
			assert_string_equal(problems.list[n].message.code, "too-many-places");
	}
}

/* Rare for some seeds: those say so, with the seed, and make no instance. */
static void some_seeds_may_find_nothing(void **state)
{
	struct arena *cleanup_arena arena = arena_new(0);
	const struct exercise *template = NULL;
	unsigned failed = 0;

	(void)state;
	for (char name = 'a'; name <= 'z' && template == NULL; name++) {
		const char *json = arena_printf(arena, WITH("{\"%c\": \"rare\"}", "\"$%c\""), name, name);
		struct problems problems = { 0 };

		template = load(json, "x", &problems, arena);
	}
	assert_non_null(template);
	for (uint64_t seed = 0; seed < 40; seed++) {
		struct problems problems = { 0 };

		if (exercise_draw(template, seed, &problems, arena) != NULL)
			continue;
		failed++;
		assert_string_equal(problems.list[0].message.code, "draw-too-rare");
		assert_non_null(strstr(problems.list[0].message.en, arena_printf(arena, "(seed %u)", (unsigned)seed)));
	}
	assert_in_range(failed, 8, 32);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(values_stand_in_their_places),
		cmocka_unit_test(pages_escape_texts),
		cmocka_unit_test(seeds_are_variants),
		cmocka_unit_test(parameters_do_not_meet),
		cmocka_unit_test(authors_are_told),
		cmocka_unit_test(unused_is_a_warning),
		cmocka_unit_test(places_are_bounded),
		cmocka_unit_test(some_seeds_may_find_nothing),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
