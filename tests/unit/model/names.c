/* Ids from paths, the list of a library, the printed line of a problem, the schema. */
#include "toy.h"
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>
#include "base/json.h"
#include "model/schema.h"

static char root[] = "/tmp/bareme-names-XXXXXX";
static const char *const folders[] = { "lib", "lib/tri", "lib/tri/bulles", "lib/tri/bulles/inner", "lib/alpha",
	"lib/_drafts", "lib/_drafts/x", "lib/Images", "lib/.git", "lib/tri/vide" };
static const char *const exercises[] = { "lib/tri/bulles/exercise.json", "lib/tri/bulles/inner/exercise.json",
	"lib/alpha/exercise.json", "lib/_drafts/x/exercise.json", "lib/.git/exercise.json", "lib/exercise.json" };

static void touch(const char *name)
{
	close(open(name, O_CREAT | O_WRONLY | O_CLOEXEC, 0600));
}

static int enter(void **state)
{
	if (mkdtemp(root) == NULL || chdir(root) < 0)
		return -1;
	for (size_t i = 0; i < sizeof(folders) / sizeof(folders[0]); i++)
		mkdir(folders[i], 0700);
	for (size_t i = 0; i < sizeof(exercises) / sizeof(exercises[0]); i++)
		touch(exercises[i]);
	return symlink("tri", "lib/link");
}

static int leave(void **state)
{
	remove("lib/link");
	remove("lib/Images/exercise.json");
	for (size_t i = 0; i < sizeof(exercises) / sizeof(exercises[0]); i++)
		remove(exercises[i]);
	for (size_t i = sizeof(folders) / sizeof(folders[0]); i > 0; i--)
		remove(folders[i - 1]);
	for (size_t i = sizeof(folders) / sizeof(folders[0]); i > 0; i--)
		remove(folders[i - 1]);
	return chdir("/") < 0 ? -1 : rmdir(root);
}

static void test_list(void **state)
{
	struct arena *cleanup_arena arena = arena_new(0);
	const char *const *ids;
	struct err err = { 0 };

	if (exercise_list(&ids, "lib", arena, &err) < 0)
		fail_msg("%s", err.text);
	assert_string_equal(ids[0], "alpha");
	assert_string_equal(ids[1], "tri.bulles");
	assert_null(ids[2]);
	assert_int_equal(exercise_list(&ids, "lib/tri/vide", arena, &err), 0);
	assert_null(ids[0]);
	assert_int_equal(exercise_list(&ids, "nowhere", arena, &err), -1);
	assert_int_equal(err.kind, ERR_NOT_FOUND);
	touch("lib/Images/exercise.json");
	assert_int_equal(exercise_list(&ids, "lib", arena, &err), -1);
	assert_int_equal(err.kind, ERR_INPUT);
	assert_non_null(strstr(err.text, "Images"));
}

static void test_id_from_path(void **state)
{
	static const struct {
		const char *root, *path, *id;
	} rows[] = {
		{ "lib", "lib/tri/bulles", "tri.bulles" },
		{ "lib/", "lib/tri/bulles//", "tri.bulles" },
		{ "lib", "tri/bulles", "tri.bulles" },
		{ "./lib", "lib/alpha", "alpha" },
		{ "lib", "./lib/alpha", "alpha" },
		{ NULL, "somewhere/else-1/", "else-1" },
		{ "lib", "lib/link/bulles", "link.bulles" },
		{ "lib", "lib/Images", NULL },
		{ "lib", "/etc", NULL },
		{ "lib", "../x", NULL },
		{ "lib", "lib", "lib" },
		{ "lib", "", NULL },
		{ "lib", "a//b", NULL },
		{ NULL, "", NULL },
		{ "lib", "a.b", NULL },
	};

	for (size_t i = 0; i < sizeof(rows) / sizeof(rows[0]); i++) {
		char id[32];
		struct err err = { 0 };
		int status = exercise_id_from_path(id, sizeof(id), rows[i].root, rows[i].path, &err);

		if ((status == 0) != (rows[i].id != NULL) || (status == 0 && strcmp(id, rows[i].id) != 0))
			fail_msg("%s: %s", rows[i].path, status == 0 ? id : err.text);
	}
	{
		char id[8];
		struct err err = { 0 };

		assert_int_equal(exercise_id_from_path(id, sizeof(id), NULL, "1234567", &err), 0);
		assert_int_equal(exercise_id_from_path(id, sizeof(id), NULL, "12345678", &err), -1);
		assert_int_equal(err.kind, ERR_TOO_LARGE);
	}
}

static void test_problem_print(void **state)
{
	struct problem problem = { .file = "exercise.json",
		.line = 12,
		.column = 9,
		.pointer = "/a/\033[2J",
		.message = { NULL, "Oui.", "Yes.\n\xc2\x9b" },
		.warning = true };
	struct buf cleanup_buf out = BUF_INIT;

	problem_print(&out, &problem, LANG_EN);
	assert_string_equal(buf_str(&out), "exercise.json:12:9: warning: /a/\ufffd[2J: Yes.\ufffd\ufffd");
	buf_reset(&out);
	problem.warning = false;
	problem.line = 0;
	problem.pointer = "";
	problem_print(&out, &problem, LANG_FR);
	assert_string_equal(buf_str(&out), "exercise.json: Oui.");
}

static const json_t *at(const json_t *value, const char *const *path)
{
	for (; *path != NULL; path++) {
		value = **path >= '0' && **path <= '9' ? json_array_get(value, (size_t)(**path - '0'))
						       : json_object_get(value, *path);
	}
	return value;
}

static void test_schema(void **state)
{
	static const char *const tests[] = { "$defs", "question-toy", "properties", "tests", "items", "properties",
		"hint", "$ref", NULL };
	static const char *const mode[] = { "$defs", "question-toy", "properties", "mode", "anyOf", "0", "enum", "1",
		NULL };
	static const char *const closed[] = { "$defs", "question-toy", "additionalProperties", NULL };
	static const char *const kind[] = { "properties", "questions", "items", "properties", "kind", "enum", "1",
		NULL };
	static const char *const branch[] = { "properties", "questions", "items", "allOf", "0", "then", "$ref", NULL };
	static const char *const needed[] = { "$defs", "question-toy", "required", "2", NULL };
	static const char *const depth[] = { "$defs", "question-toy", "properties", "depth", "anyOf", "0", "maximum",
		NULL };
	json_t *cleanup_json schema = model_schema(toy_kinds);
	struct buf cleanup_buf text = BUF_INIT;

	json_print(&text, schema);
	assert_string_equal(json_string_value(at(schema, tests)), "#/$defs/text");
	assert_string_equal(json_string_value(at(schema, mode)), "beta");
	assert_true(json_is_false(at(schema, closed)));
	assert_string_equal(json_string_value(at(schema, kind)), "plain");
	assert_string_equal(json_string_value(at(schema, branch)), "#/$defs/question-toy");
	assert_string_equal(json_string_value(at(schema, needed)), "entry");
	assert_int_equal(json_integer_value(at(schema, depth)), 9);
	assert_non_null(strstr(buf_str(&text), "2020-12"));
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_id_from_path),
		cmocka_unit_test(test_list),
		cmocka_unit_test(test_problem_print),
		cmocka_unit_test(test_schema),
	};

	return cmocka_run_group_tests(tests, enter, leave);
}
