/* `parameters`: reading what an exercise draws, drawing it for a seed, and the instance that this makes. */
#include <inttypes.h>
#include <string.h>
#include "base/json.h"
#include "loading.h"
#include "model/messages.h"

enum { MAX_PARAMETERS = 30 };

static const char *const *generator_names(const struct generator *const *list, struct arena *arena)
{
	size_t count = 0;
	const char **names;

	while (list[count] != NULL)
		count++;
	names = arena_array(arena, count + 1, sizeof(*names));
	for (size_t i = 0; i < count; i++)
		names[i] = list[i]->name;
	return names;
}

static const struct generator *find_generator(
	struct loading *loading, const char *name, const char *pointer, bool at_key)
{
	const struct generator *const *list = generators_of(loading->kinds, loading->arena);

	for (size_t i = 0; list[i] != NULL; i++) {
		if (strcmp(list[i]->name, name) == 0)
			return list[i];
	}
	reader_problem_near(&loading->reader, &(struct near_problem){ .pointer = pointer,
						      .at_key = at_key,
						      .code = "unknown-generator",
						      .what = "generator",
						      .word = name,
						      .names = generator_names(list, loading->arena) });
	return NULL;
}

static bool refuse_form(struct loading *loading, const char *pointer, const struct generator *generator)
{
	const struct msg_param params[] = { { "generator", generator->name }, { 0 } };

	reader_problem(&loading->reader, pointer, false, &model_messages,
		generator->read == NULL ? "generator-bare" : "generator-not-bare", params);
	return false;
}

/* "bool", or {"int": [1, 9]}. */
static bool read_generator(struct loading *loading, json_t *value, const char *pointer, struct parameter *parameter)
{
	struct reader *reader = &loading->reader;
	void *only = json_object_iter(value);
	const char *name = json_is_string(value) ? json_string_value(value) : only ? json_object_iter_key(only) : NULL;
	const struct generator *generator;
	json_t *inside;

	if (name == NULL || json_object_size(value) > 1) {
		reader_problem(reader, pointer, false, &model_messages, "expected-generator", NULL);
		return false;
	}
	if (only != NULL)
		pointer = reader_pointer(reader, pointer, name);
	generator = find_generator(loading, name, pointer, only != NULL);
	if (generator == NULL)
		return false;
	parameter->generator = generator;
	if ((generator->read == NULL) != (only == NULL))
		return refuse_form(loading, pointer, generator);
	if (only == NULL)
		return true;
	inside = json_object_iter_value(only);
	if (generator->keys != NULL) {
		const struct key_tables tables = { .keys = generator->keys, .count = generator->key_count };

		if (reader_check(reader, inside, pointer, &tables) != 0)
			return false;
	} else if (!json_is_array(inside)) {
		const struct msg_param params[] = { { "key", name }, { 0 } };

		reader_problem(reader, pointer, false, &model_messages, "expected-array", params);
		return false;
	}
	return generator->read(&parameter->spec, reader, inside, pointer);
}

static bool read_parameter(struct loading *loading, const char *name, json_t *value, struct parameter *parameter)
{
	const char *pointer = reader_pointer(&loading->reader, "/parameters", name);
	const struct msg_param params[] = { { "name", name }, { "key", "where" }, { 0 } };

	parameter->name = arena_strdup(loading->arena, name);
	if (strcmp(name, "where") == 0)
		reader_problem(&loading->reader, pointer, true, &model_messages, "later-key", params);
	else if (!is_parameter_name(name))
		reader_problem(&loading->reader, pointer, true, &model_messages, "bad-parameter-name", params);
	else
		return read_generator(loading, value, pointer, parameter);
	return false;
}

bool load_parameters(struct loading *loading, json_t *root)
{
	json_t *object = json_object_get(root, "parameters"), *value;
	size_t count = json_object_size(object);
	const struct msg_param params[] = { { "max", arena_printf(loading->arena, "%d", MAX_PARAMETERS) }, { 0 } };
	struct parameter *list;
	const char *name;
	bool fine = true;

	if (object == NULL)
		return true;
	if (!json_is_object(object))
		return false; /* said with the other keys of the exercise */
	if (count == 0 || count > MAX_PARAMETERS) {
		reader_problem(&loading->reader, "/parameters", false, &model_messages, "bad-parameter-count", params);
		return false;
	}
	list = arena_array(loading->arena, count, sizeof(*list));
	count = 0;
	json_object_foreach(object, name, value)
	{
		if (strncmp(name, "x-", 2) != 0)
			fine &= read_parameter(loading, name, value, &list[count++]);
	}
	loading->exercise->parameters = list;
	loading->exercise->parameter_count = count;
	return fine;
}

static void cannot_draw(
	struct loading *loading, const struct parameter *parameter, uint64_t seed, const struct err *err)
{
	const char *code = err->kind == ERR_NOT_FOUND ? "draw-too-rare"
			   : err->kind == ERR_INPUT   ? "draw-impossible"
						      : "draw-failed";
	const struct msg_param params[] = { { "name", parameter->name },
		{ "seed", arena_printf(loading->arena, "%" PRIu64, seed) }, { "why", err->text }, { 0 } };

	reader_problem(&loading->reader, reader_pointer(&loading->reader, "/parameters", parameter->name), true,
		&model_messages, code, params);
}

const struct values *values_draw(struct loading *loading, uint64_t seed)
{
	const struct exercise *exercise = loading->exercise;
	struct values *values = arena_alloc(loading->arena, sizeof(*values));
	struct drawn *drawn = arena_array(loading->arena, exercise->parameter_count, sizeof(*drawn));
	bool fine = true;

	for (size_t i = 0; i < exercise->parameter_count; i++) {
		const struct parameter *parameter = &exercise->parameters[i];
		struct err err = { 0 };
		struct draw draw;

		draw_open(&draw, seed, parameter->name);
		if (parameter->generator->draw(&drawn[i], parameter->spec, &draw, loading->arena, &err) == 0)
			continue;
		cannot_draw(loading, parameter, seed, &err);
		fine = false;
	}
	values->parameters = exercise->parameters;
	values->drawn = drawn;
	values->used = arena_array(loading->arena, exercise->parameter_count, sizeof(*values->used));
	values->count = exercise->parameter_count;
	return fine ? values : NULL;
}

json_t *values_fill_questions(struct loading *loading, const struct values *values, const json_t *root)
{
	/* What a question is does not depend on who answers it. */
	static const char *const fixed[] = { "id", "kind", "points", NULL };
	struct filling filling = { &loading->reader, values, 0 };
	const json_t *questions = json_object_get(root, "questions");
	json_t *filled = values_fill_json(&filling, questions, "/questions");

	for (size_t i = 0; i < json_array_size(questions); i++) {
		for (const char *const *key = fixed; *key != NULL; key++) {
			json_t *own = json_object_get(json_array_get(questions, i), *key);

			if (own != NULL)
				json_object_set_new(json_array_get(filled, i), *key, json_deep_copy(own));
		}
	}
	return json_keep(loading->arena, json_pack("{s:O}", "questions", filled));
}

const struct wrong_expectation *values_fill_wrong(struct loading *loading, const struct values *values)
{
	const struct exercise *exercise = loading->exercise;
	struct filling filling = { &loading->reader, values, 0 };
	struct wrong_expectation *rows = arena_array(loading->arena, exercise->wrong_count + 1, sizeof(*rows));

	for (size_t i = 0; i < exercise->wrong_count; i++) {
		rows[i] = exercise->wrong[i];
		if (rows[i].answers != NULL)
			rows[i].answers = values_fill_json(&filling, rows[i].answers,
				reader_pointer(&loading->reader, rows[i].pointer, "answers"));
	}
	return rows;
}

static void check_prose(struct loading *loading, const struct values *values, const char *name, const char *text)
{
	const struct folder_file *file = folder_find(loading->exercise->folder, name);
	struct reader reader = loading->reader;
	size_t places = 0;

	if (text == NULL || file == NULL)
		return;
	reader.file = file->name;
	reader.text = NULL;
	const struct msg_param params[] = { { "max", arena_printf(loading->arena, "%d", MAX_PLACES) }, { 0 } };
	for (const char *at = strstr(text, "{{"); at != NULL; at = strstr(at + 1, "{{")) {
		const char *placeholder = NULL;
		size_t before = reader.problems->count;
		struct json_place place;

		if (placeholder_at(at, &placeholder, loading->arena) == 0)
			continue;
		if (values_find(values, placeholder) == NULL)
			values_unknown(&reader, values, "", placeholder);
		else if (++places == MAX_PLACES + 1)
			reader_problem(&reader, "", false, &model_messages, "too-many-places", params);
		else
			continue;
		place = json_place_at(text, (size_t)(at - text));
		if (reader.problems->count > before) {
			reader.problems->list[before].line = place.line;
			reader.problems->list[before].column = place.column;
		}
	}
}

void load_check_values(struct loading *loading, const struct values *values)
{
	const struct exercise *exercise = loading->exercise;

	check_prose(loading, values, "statement.fr.md", exercise->statement_fr);
	check_prose(loading, values, "statement.en.md", exercise->statement_en);
	check_prose(loading, values, "corrige.fr.md", exercise->corrige_fr);
	check_prose(loading, values, "corrige.en.md", exercise->corrige_en);
	for (size_t i = 0; i < values->count; i++) {
		const struct msg_param params[] = { { "name", values->parameters[i].name }, { 0 } };

		if (!values->used[i])
			reader_warning(&loading->reader,
				reader_pointer(&loading->reader, "/parameters", params[0].value), true, &model_messages,
				"parameter-unused", params);
	}
	for (size_t i = 0; i < exercise->question_count; i++) {
		const struct kind *kind = exercise->questions[i].kind;
		const char *pointer = reader_pointer_at(&loading->reader, "/questions", i);
		const struct msg_param params[] = { { "kind", kind != NULL ? kind->name : "" }, { 0 } };

		/* Plans of runs are kept by digest, whoever answers. */
		if (kind != NULL && kind->needs_sandbox)
			reader_problem(&loading->reader, reader_pointer(&loading->reader, pointer, "kind"), false,
				&model_messages, "kind-not-drawn", params);
	}
}
