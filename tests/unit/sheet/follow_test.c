/* Going on from an earlier question's answer: what an author may write, and whose value a mark is made from. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>
#include <cmocka.h>

#include "base/json.h"
#include "sheet/follow.h"

/* A question p whose right value is 6, and a question q that asks for "@p + 1". */
static json_t *value_of_p(const struct question *question, const json_t *answer, struct arena *arena)
{
	if (answer == NULL)
		return json_keep(arena, json_integer(6));
	return json_is_string(answer) && *json_string_value(answer) != '\0'
		       ? json_keep(arena, json_string(json_string_value(answer)))
		       : NULL;
}

static const struct kind with_value = { .name = "fake", .value = value_of_p };
static const struct kind without_value = { .name = "mute" };

struct scene {
	struct arena *arena;
	struct question questions[3];
	struct exercise exercise;
	struct problems problems;
	struct reader reader;
};

static void set(struct scene *scene)
{
	*scene = (struct scene){ .arena = arena_new(0) };
	scene->questions[0] =
		(struct question){ .id = "p", .kind = &with_value, .points = { 4, 1 }, .index = 0, .spec = "" };
	scene->questions[1] = (struct question){ .id = "m", .kind = &without_value, .index = 1, .spec = "" };
	scene->questions[2] =
		(struct question){ .id = "q", .kind = &with_value, .points = { 10, 1 }, .index = 2, .spec = "" };
	scene->exercise = (struct exercise){ .id = "e", .questions = scene->questions, .question_count = 3 };
	for (size_t i = 0; i < 3; i++)
		scene->questions[i].exercise = &scene->exercise;
	scene->reader = (struct reader){ .arena = scene->arena, .file = "exercise.json", .problems = &scene->problems };
}

static const struct follow *read_follow(struct scene *scene, const char *carry, const char *name, bool fine)
{
	const char *const names[] = { "A", name, NULL };
	json_t *object = json_object();
	const struct follow *follow;
	struct json_place place;
	struct err err = { 0 };

	json_keep(scene->arena, object);
	if (carry != NULL)
		json_object_set_new(object, "carry", json_parse(carry, strlen(carry), &place, &err));
	assert_int_equal(
		follow_read(&follow, &scene->reader, object, "/questions/2", &scene->questions[2], names), fine);
	assert_int_equal(scene->problems.errors == 0, fine);
	return follow;
}

/* Full marks for "@p + 1", half for anything else that is a number. */
static int mark(struct grading *grading, const struct question *question, const json_t *answer,
	const struct binding *bindings, size_t count, struct question_report *report, struct err *err)
{
	const struct number *asked = number_add(bindings[0].value.number, number_of(1, grading->arena), grading->arena);
	struct value given;
	struct slip slip;

	assert_int_equal(count, 1);
	assert_string_equal(bindings[0].name, "@p");
	assert_int_equal(value_of_json(&given, answer, grading->arena, &slip), 0);
	report->tests = arena_array(grading->arena, 1, sizeof(*report->tests));
	report->test_count = 1;
	report->points = number_same(asked, given.number) ? question->points : (struct frac){ 1, 1 };
	report->tests[0].points = report->points;
	report->verdict = number_same(asked, given.number) ? VERDICT_CORRECT : VERDICT_PARTIAL;
	return 0;
}

struct row {
	const char *carry;
	const char *p, *q; /* the answers; p NULL: none */
	struct frac points;
	enum verdict verdict;
	const char *remark; /* "" for none */
};

static const struct row rows[] = {
	{ NULL, "6", "7", { 10, 1 }, VERDICT_CORRECT, "" }, { NULL, "5", "6", { 10, 1 }, VERDICT_CORRECT, "followed" },
	{ NULL, "5", "7", { 10, 1 }, VERDICT_CORRECT, "" }, /* the right value counts whatever came before */
	{ NULL, "5", "8", { 1, 1 }, VERDICT_PARTIAL, "" }, { NULL, NULL, "6", { 1, 1 }, VERDICT_PARTIAL, "" },
	{ NULL, "", "6", { 1, 1 }, VERDICT_PARTIAL, "" },
	{ "{\"when\": \"always\"}", "5", "6", { 10, 1 }, VERDICT_CORRECT, "followed" },
	{ "{\"when\": \"always\"}", "5", "7", { 1, 1 }, VERDICT_PARTIAL, "followed" },
	{ "{\"when\": \"always\"}", "6", "7", { 10, 1 }, VERDICT_CORRECT, "" },
	{ "{\"when\": \"always\"}", "", "7", { 10, 1 }, VERDICT_CORRECT, "" },
	{ "{\"penalty\": \"1/5\"}", "5", "6", { 8, 1 }, VERDICT_PARTIAL, "followed-less" },
	{ "{\"penalty\": 1}", "5", "6", { 1, 1 }, VERDICT_PARTIAL,
		"" }, /* nothing is left of it: the first mark stays */
	{ "{\"condition\": \"@p > 0\"}", "5", "6", { 10, 1 }, VERDICT_CORRECT, "followed" },
	{ "{\"condition\": \"@p > 0\"}", "-1", "0", { 1, 1 }, VERDICT_PARTIAL, "" },
	{ "{\"condition\": \"1 / @p > 0\"}", "0", "1", { 1, 1 }, VERDICT_PARTIAL, "" }, /* makes no sense of these */
};

static void test_marks(void **state)
{
	for (size_t i = 0; i < sizeof(rows) / sizeof(rows[0]); i++) {
		const struct row *row = &rows[i];
		struct scene scene;
		struct question_report report = { .id = "q", .max = { 10, 1 } };
		struct err err = { 0 };

		set(&scene);
		const struct follow *follow = read_follow(&scene, row->carry, "@p", true);
		json_t *answers = json_keep(scene.arena, json_object());
		if (row->p != NULL)
			json_object_set_new(answers, "p", json_string(row->p));
		json_object_set_new(answers, "q", json_string(row->q));
		struct grading grading = { .arena = scene.arena, .answers = answers };
		struct follow_marking marking = { mark, json_object_get(answers, "q") };

		assert_int_equal(follow_mark(follow, &marking, &grading, &scene.questions[2], &report, &err), 0);
		if (frac_cmp(report.points, row->points) != 0 || report.verdict != row->verdict)
			fail_msg("row %zu: %ld/%ld, verdict %d", i, (long)report.points.num, (long)report.points.den,
				report.verdict);
		assert_string_equal(report.feedback_count > 0 ? report.feedback[0].code : "", row->remark);
		arena_free(scene.arena);
	}
}

static void test_what_an_author_may_write(void **state)
{
	static const struct {
		const char *carry, *name, *code;
	} refused[] = {
		{ NULL, "@z", "follow-unknown" },
		{ NULL, "@q", "follow-unknown" },
		{ NULL, "@m", "follow-no-value" },
		{ "{\"penalty\": 2}", "@p", "follow-penalty" },
		{ "{\"condition\": \"@p + 1\"}", "@p", "follow-no-truth" },
		{ "{\"when\": \"always\"}", "B", "follow-nothing" },
	};

	for (size_t i = 0; i < sizeof(refused) / sizeof(refused[0]); i++) {
		struct scene scene;

		set(&scene);
		read_follow(&scene, refused[i].carry, refused[i].name, false);
		assert_string_equal(scene.problems.list[0].message.code, refused[i].code);
		arena_free(scene.arena);
	}
}

static void test_nothing_to_follow(void **state)
{
	struct scene scene;
	size_t count = 9;

	set(&scene);
	assert_null(read_follow(&scene, NULL, "B", true));
	assert_null(follow_right(NULL, &count));
	assert_int_equal(count, 0);
	arena_free(scene.arena);
}

int main(void)
{
	const struct CMUnitTest tests[] = { cmocka_unit_test(test_marks),
		cmocka_unit_test(test_what_an_author_may_write), cmocka_unit_test(test_nothing_to_follow) };

	return cmocka_run_group_tests(tests, NULL, NULL);
}
