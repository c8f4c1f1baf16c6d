/*
 * Wrong answers. Whatever way the author gives them, a row ends with its
 * answers by question id, so that who checks them need not know the ways.
 */
#include <string.h>
#include "base/json.h"
#include "loading.h"
#include "model/messages.h"

static const char *const *names_of(struct loading *loading, bool files)
{
	const struct exercise *exercise = loading->exercise;
	size_t count = files ? exercise->folder->count : exercise->question_count, kept = 0;
	const char **names = arena_array(loading->arena, count + 1, sizeof(*names));

	for (size_t i = 0; i < count; i++) {
		if (!files)
			names[kept++] = exercise->questions[i].id;
		else if (strncmp(exercise->folder->files[i].name, "wrong/", 6) == 0)
			names[kept++] = exercise->folder->files[i].name;
	}
	return names;
}

/* Every key of `answers` must name a question. */
static void check_answers(struct loading *loading, struct reader *reader, json_t *answers, const char *pointer)
{
	const char *key;
	json_t *value;

	json_object_foreach(answers, key, value)
	{
		struct near_problem about = {
			.pointer = reader_pointer(reader, pointer, key),
			.at_key = true,
			.code = "unknown-question",
			.what = "id",
			.word = key,
		};

		if (strncmp(key, "x-", 2) == 0 || exercise_question(loading->exercise, key) != NULL)
			continue;
		about.names = names_of(loading, false);
		reader_problem_near(reader, &about);
	}
}

static json_t *answers_of_json(struct loading *loading, const char *name)
{
	struct reader reader;
	json_t *answers = load_json(loading, name, &reader);

	if (answers == NULL)
		return NULL;
	if (!json_is_object(answers)) {
		reader_problem(&reader, "", false, &model_messages, "wrong-not-object", NULL);
		return NULL;
	}
	check_answers(loading, &reader, answers, "");
	return answers;
}

static json_t *answers_of_text(struct loading *loading, const char *name, const char *pointer)
{
	const struct folder_file *file;

	if (loading->exercise->question_count != 1) {
		/* Without any question that is what is wrong. */
		if (loading->exercise->question_count > 1)
			reader_problem(&loading->reader, pointer, false, &model_messages, "wrong-needs-json", NULL);
		return NULL;
	}
	/* load_check_texts() looked at these already: a second mistake would be the same one. */
	file = folder_find(loading->exercise->folder, name);
	return json_keep(loading->arena,
		json_pack("{s:o}", loading->exercise->questions[0].id, json_stringn_nocheck(file->data, file->bytes)));
}

static bool is_listed(const struct exercise *exercise, const char *file)
{
	for (size_t i = 0; i < exercise->wrong_count; i++) {
		if (exercise->wrong[i].file != NULL && strcmp(exercise->wrong[i].file, file) == 0)
			return true;
	}
	return false;
}

static bool ends_in_json(const char *name)
{
	size_t length = strlen(name);

	return length > 5 && strcmp(name + length - 5, ".json") == 0;
}

static void read_file(struct loading *loading, struct wrong_expectation *row)
{
	const char *pointer = reader_pointer(&loading->reader, row->pointer, "file");
	struct near_problem about = { .pointer = pointer, .code = "missing-file", .what = "file", .word = row->file };
	const struct msg_param params[] = { { "file", row->file }, { 0 } };

	if (is_listed(loading->exercise, row->file))
		reader_problem(&loading->reader, pointer, false, &model_messages, "wrong-twice", params);
	if (folder_find(loading->exercise->folder, row->file) == NULL) {
		about.names = names_of(loading, true);
		reader_problem_near(&loading->reader, &about);
	} else if (strncmp(row->file, "wrong/", 6) != 0) {
		reader_problem(&loading->reader, pointer, false, &model_messages, "wrong-place", NULL);
	} else if (ends_in_json(row->file)) {
		row->answers = answers_of_json(loading, row->file);
	} else {
		row->answers = answers_of_text(loading, row->file, pointer);
	}
}

static void read_mark(struct loading *loading, json_t *object, struct wrong_expectation *row)
{
	struct frac total = loading->exercise->points;
	struct buf cleanup_buf mark = BUF_INIT;
	struct buf cleanup_buf max = BUF_INIT;
	struct msg_param params[] = { { "mark", NULL }, { "max", NULL }, { 0 } };
	const char *mistake = NULL;

	row->has_mark = reader_points(&loading->reader, object, row->pointer, "mark", &row->mark);
	if (!row->has_mark || total.num == 0)
		return;
	if (frac_cmp(row->mark, total) > 0)
		mistake = "mark-above";
	else if (frac_cmp(row->mark, total) == 0 && row->fails != NULL && row->fails[0] != NULL)
		mistake = "mark-full";
	if (mistake == NULL)
		return;
	frac_print(&mark, row->mark);
	frac_print(&max, total);
	params[0].value = buf_str(&mark);
	params[1].value = buf_str(&max);
	reader_problem(&loading->reader, reader_pointer(&loading->reader, row->pointer, "mark"), false, &model_messages,
		mistake, params);
}

static void check_seeds(struct loading *loading, json_t *object, const char *pointer)
{
	const json_t *seeds = json_object_get(object, "seeds");

	for (size_t i = 0; i < json_array_size(seeds); i++) {
		const json_t *seed = json_array_get(seeds, i);

		if (!json_is_integer(seed) || json_integer_value(seed) < 0)
			reader_problem(&loading->reader,
				reader_pointer_at(
					&loading->reader, reader_pointer(&loading->reader, pointer, "seeds"), i),
				false, &model_messages, "bad-seeds", NULL);
	}
}

/* The code of a message for each question that is named. */
static void check_says(struct loading *loading, json_t *says, const char *pointer)
{
	const char *id;
	json_t *code;

	check_answers(loading, &loading->reader, says, pointer);
	json_object_foreach(says, id, code)
	{
		const struct msg_param params[] = { { "key", id }, { 0 } };

		if (exercise_question(loading->exercise, id) != NULL && !json_is_string(code))
			reader_problem(&loading->reader, reader_pointer(&loading->reader, pointer, id), false,
				&model_messages, "expected-string", params);
	}
}

static void read_row(struct loading *loading, json_t *object, struct wrong_expectation *row)
{
	const struct key_tables tables = { .keys = wrong_keys, .count = wrong_key_count };
	unsigned mistakes = reader_check(&loading->reader, object, row->pointer, &tables);
	json_t *answers = json_object_get(object, "answers");
	const char *file;

	if ((mistakes & MISTAKE_TYPE) != 0)
		return;
	file = reader_string(&loading->reader, object, "file", NULL);
	row->raw = object;
	row->fails = reader_strings(&loading->reader, object, "fails");
	if ((file != NULL) == (answers != NULL)) {
		reader_problem(&loading->reader, row->pointer, false, &model_messages, "wrong-which", NULL);
	} else if (file != NULL) {
		row->file = file;
		read_file(loading, row);
	} else {
		row->answers = answers;
		check_answers(
			loading, &loading->reader, answers, reader_pointer(&loading->reader, row->pointer, "answers"));
	}
	check_says(loading, json_object_get(object, "says"), reader_pointer(&loading->reader, row->pointer, "says"));
	check_seeds(loading, object, row->pointer);
	read_mark(loading, object, row);
}

static void warn_unlisted(struct loading *loading)
{
	const char *const *files = names_of(loading, true);

	for (; *files != NULL; files++) {
		const struct msg_param params[] = { { "file", *files }, { 0 } };

		if (!is_listed(loading->exercise, *files))
			problem_add(loading->reader.problems, loading->arena,
				(struct problem){ .file = *files,
					.pointer = "",
					.warning = true,
					.message =
						msg_make(loading->arena, &model_messages, "wrong-unlisted", params) });
	}
}

/* What a formula may name: the drawn values, and the right answer of each question as "@id". In the arena. */
static json_t *names_for(const struct exercise *exercise, struct arena *arena)
{
	json_t *names = json_keep(arena, json_object());

	for (size_t i = 0; exercise->values != NULL && i < exercise->values->count; i++)
		json_object_set(names, exercise->values->parameters[i].name, exercise->values->drawn[i].parts[0].value);
	for (size_t i = 0; i < exercise->question_count; i++) {
		const struct question *question = &exercise->questions[i];
		json_t *value = NULL;

		if (question->kind->value != NULL)
			value = question->kind->value(question, NULL, arena);
		if (value != NULL)
			json_object_set(names, arena_printf(arena, "@%s", question->id), value);
	}
	return names;
}

static const struct conditions *language_of(const struct exercise *exercise)
{
	return exercise->drawing != NULL ? exercise->drawing->language : NULL;
}

/* "=A*B" where the question's kind has values; NULL for any other answer. */
static const char *formula_of(const struct exercise *exercise, const char *id, const json_t *answer)
{
	const struct question *question = exercise_question(exercise, id);
	const char *text = json_string_value(answer);

	if (text == NULL || *text != '=' || question == NULL || question->kind->value == NULL ||
		language_of(exercise) == NULL)
		return NULL;
	return text + 1;
}

static void cannot_compute(const struct wrong_expectation *row, const char *id, const char *formula,
	const struct msg_text *slip, struct reader *reader)
{
	const struct msg_param fr[] = { { "formula", formula }, { "why", slip->fr }, { 0 } };
	const struct msg_param en[] = { fr[0], { "why", msg_in(slip, LANG_EN) }, { 0 } };
	const char *pointer = reader_pointer(reader, reader_pointer(reader, row->pointer, "answers"), id);

	reader_problem_text(
		reader, pointer, false, msg_make_both(reader->arena, &model_messages, "formula-wrong", fr, en));
}

json_t *exercise_wrong_answers(const struct exercise *exercise, const struct wrong_expectation *row,
	struct problems *problems, struct arena *arena)
{
	struct reader reader = {
		.arena = arena, .folder = exercise->folder, .file = "exercise.json", .problems = problems
	};
	const struct folder_file *file = folder_find(exercise->folder, reader.file);
	json_t *answers = json_keep(arena, json_copy(row->answers)), *answer, *names = NULL;
	size_t before = problems->errors;
	const char *id;

	if (file != NULL) {
		reader.text = file->data;
		reader.bytes = file->bytes;
	}
	json_object_foreach(row->answers, id, answer)
	{
		const char *formula = formula_of(exercise, id, answer);
		struct msg_text slip = { 0 };
		json_t *value;

		if (formula == NULL)
			continue;
		if (names == NULL)
			names = names_for(exercise, arena);
		value = language_of(exercise)->compute(formula, names, arena, &slip);
		if (value != NULL)
			json_object_set(answers, id, value);
		else
			cannot_compute(row, id, formula, &slip, &reader);
	}
	return problems->errors == before ? answers : NULL;
}

void load_wrong(struct loading *loading, json_t *root)
{
	const json_t *list = json_object_get(root, "wrong");
	struct exercise *exercise = loading->exercise;
	size_t count = json_array_size(list);
	struct wrong_expectation *rows = arena_array(loading->arena, count + 1, sizeof(*rows));

	exercise->wrong = rows;
	for (size_t i = 0; i < count; i++) {
		rows[i].pointer = reader_pointer_at(&loading->reader, "/wrong", i);
		read_row(loading, json_array_get(list, i), &rows[i]);
		exercise->wrong_count = i + 1; /* is_listed() looks at the rows before this one */
	}
	warn_unlisted(loading);
}
