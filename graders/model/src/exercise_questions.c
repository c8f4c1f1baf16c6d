/* The questions of an exercise: what all kinds have in common, then the kind's own reading. */
#include <string.h>
#include "base/json.h"
#include "loading.h"
#include "model/messages.h"

static const char *const *kind_names(struct loading *loading)
{
	size_t count = 0;
	const char **names;

	while (loading->kinds[count] != NULL)
		count++;
	names = arena_array(loading->arena, count + 1, sizeof(*names));
	for (size_t i = 0; i < count; i++)
		names[i] = loading->kinds[i]->name;
	return names;
}

static const struct kind *find_kind(struct loading *loading, json_t *object, const char *pointer)
{
	const char *name = json_string_value(json_object_get(object, "kind"));
	struct near_problem about = {
		.pointer = reader_pointer(&loading->reader, pointer, "kind"),
		.code = "unknown-kind",
		.what = "kind",
		.word = name,
	};

	if (name == NULL) {
		const struct msg_param params[] = { { "key", "kind" }, { 0 } };

		if (json_object_get(object, "kind") != NULL)
			reader_problem(
				&loading->reader, about.pointer, false, &model_messages, "expected-string", params);
		return NULL;
	}
	for (const struct kind *const *kind = loading->kinds; *kind != NULL; kind++) {
		if (strcmp((*kind)->name, name) == 0)
			return *kind;
	}
	about.names = kind_names(loading);
	reader_problem_near(&loading->reader, &about);
	return NULL;
}

static void read_id(struct loading *loading, json_t *object, const char *pointer, struct question *question)
{
	const char *id = reader_string(&loading->reader, object, "id", NULL);
	const char *at = reader_pointer(&loading->reader, pointer, "id");
	const struct msg_param params[] = { { "id", id }, { 0 } };
	const char *mistake = NULL;

	question->id = id != NULL ? id : "";
	if (id == NULL)
		return;
	if (*id == '\0' || strlen(id) > MAX_QUESTION_ID ||
		strspn(id, "abcdefghijklmnopqrstuvwxyz0123456789-") != strlen(id))
		mistake = "bad-question-id";
	for (size_t i = 0; i < question->index && mistake == NULL; i++) {
		if (strcmp(loading->questions[i].id, id) == 0)
			mistake = "duplicate-question";
	}
	if (mistake != NULL)
		reader_problem(&loading->reader, at, false, &model_messages, mistake, params);
}

static void read_points(struct loading *loading, json_t *object, const char *pointer, struct question *question)
{
	if (json_object_get(object, "points") != NULL)
		reader_points(&loading->reader, object, pointer, "points", &question->points);
	else if (loading->exercise->question_count == 1)
		question->points = frac_int(20);
	else
		reader_problem(&loading->reader, pointer, false, &model_messages, "points-needed", NULL);
}

/* The rows of a question that its kind will not read, because of another mistake: still worth a look. */
static void check_rows(struct loading *loading, json_t *object, const char *pointer, const struct kind *kind)
{
	const char *tests = reader_pointer(&loading->reader, pointer, "tests");
	const json_t *rows = json_object_get(object, "tests");

	if (kind->test_keys == NULL)
		return;
	for (size_t i = 0; i < json_array_size(rows); i++)
		reader_object(&loading->reader, json_array_get(rows, i), reader_pointer_at(&loading->reader, tests, i),
			kind->test_keys, kind->test_key_count, NULL, 0);
}

static void read_question(struct loading *loading, json_t *object, const char *pointer, struct question *question)
{
	const struct kind *kind = find_kind(loading, object, pointer);
	struct key_tables tables = { .keys = question_keys, .count = question_key_count };
	unsigned mistakes;

	question->exercise = loading->exercise;
	question->points = FRAC_ZERO;
	question->kind = kind;
	read_id(loading, object, pointer, question);
	question->folder = "";
	if (loading->exercise->question_count > 1)
		question->folder = arena_printf(loading->arena, "%s/", question->id);
	if (!json_is_object(object)) {
		reader_check(&loading->reader, object, pointer, &tables);
		return;
	}
	read_points(loading, object, pointer, question);
	question->title = reader_text(&loading->reader, object, "title");
	if (kind != NULL) {
		tables.more = kind->question_keys;
		tables.more_count = kind->question_key_count;
		mistakes = reader_check(&loading->reader, object, pointer, &tables);
		if ((mistakes & (MISTAKE_TYPE | MISTAKE_MISSING)) == 0 && kind->read != NULL)
			kind->read(&loading->reader, object, pointer, question);
		else
			check_rows(loading, object, pointer, kind);
	} else if (json_object_get(object, "kind") == NULL || json_object_get(object, "id") == NULL) {
		/* Without a kind nobody knows the other keys: say only what is missing. */
		static const char *const needed[] = { "id", "kind" };

		for (size_t i = 0; i < 2; i++) {
			const struct msg_param params[] = { { "key", needed[i] }, { 0 } };

			if (json_object_get(object, needed[i]) == NULL)
				reader_problem(
					&loading->reader, pointer, false, &model_messages, "missing-key", params);
		}
	}
}

static void sum_points(struct loading *loading)
{
	struct exercise *exercise = loading->exercise;
	struct err err = { 0 };

	exercise->points = FRAC_ZERO;
	for (size_t i = 0; i < exercise->question_count; i++) {
		if (frac_add(&exercise->points, exercise->points, loading->questions[i].points, &err) < 0) {
			reader_problem(&loading->reader, "/questions", false, &model_messages, "points-overflow", NULL);
			return;
		}
	}
	if (exercise->points.num == 0 && loading->reader.problems->errors == loading->errors_before)
		reader_problem(&loading->reader, "/questions", false, &model_messages, "points-zero", NULL);
}

void load_questions(struct loading *loading, json_t *root)
{
	const json_t *list = json_object_get(root, "questions");
	struct exercise *exercise = loading->exercise;
	size_t count = json_array_size(list);
	const struct msg_param params[] = { { "max", arena_printf(loading->arena, "%d", MAX_QUESTIONS) }, { 0 } };

	if (!json_is_array(list))
		return;
	if (count == 0 || count > MAX_QUESTIONS) {
		reader_problem(&loading->reader, "/questions", false, &model_messages,
			count == 0 ? "no-questions" : "too-many-questions", params);
		return;
	}
	loading->questions = arena_array(loading->arena, count, sizeof(*loading->questions));
	exercise->questions = loading->questions;
	exercise->question_count = count;
	for (size_t i = 0; i < count; i++) {
		loading->questions[i].index = i;
		read_question(loading, json_array_get(list, i), reader_pointer_at(&loading->reader, "/questions", i),
			&loading->questions[i]);
	}
	sum_points(loading);
}
