/* `parameters`: reading what an exercise draws, and the values in the places that ask for them. */
#include <string.h>
#include "base/json.h"
#include "loading.h"
#include "model/messages.h"

enum { MAX_PARAMETERS = 30, MAX_WHERE = 20 };

/* Does a text in it stand for a value, "$n"? */
static bool names_values(const json_t *value)
{
	const char *key;
	json_t *inside;

	if (json_is_string(value))
		return values_reference(json_string_value(value)) != NULL;
	for (size_t i = 0; i < json_array_size(value); i++) {
		if (names_values(json_array_get(value, i)))
			return true;
	}
	json_object_foreach((json_t *)(uintptr_t)value, key, inside)
	{
		if (names_values(inside))
			return true;
	}
	return false;
}

static bool read_parameter(struct loading *loading, const char *name, json_t *value, struct parameter *parameter)
{
	const char *pointer = reader_pointer(&loading->reader, "/parameters", name);
	const struct msg_param params[] = { { "name", name }, { 0 } };
	struct way way;

	parameter->name = arena_strdup(loading->arena, name);
	if (!is_parameter_name(name)) {
		reader_problem(&loading->reader, pointer, true, &model_messages, "bad-parameter-name", params);
		return false;
	}
	if (names_values(value)) {
		parameter->from = value;
		return true;
	}
	if (!way_read(&way, &loading->reader, value, pointer))
		return false;
	parameter->generator = way.generator;
	parameter->spec = way.spec;
	return true;
}

/* From how many drawn values on a condition can be tried. */
static size_t ready_at(const struct loading *loading, const char *const *names)
{
	size_t ready = 1;

	for (; *names != NULL; names++) {
		for (size_t i = ready; i < loading->exercise->parameter_count; i++) {
			if (strcmp(loading->exercise->parameters[i].name, *names) == 0)
				ready = i + 1;
		}
	}
	return ready;
}

static const char *const *parameter_names(const struct loading *loading)
{
	const char **names = arena_array(loading->arena, loading->exercise->parameter_count + 1, sizeof(*names));

	for (size_t i = 0; i < loading->exercise->parameter_count; i++)
		names[i] = loading->exercise->parameters[i].name;
	return names;
}

static bool read_where(struct loading *loading, struct drawing *drawing, json_t *where)
{
	const char *pointer = "/parameters/where";
	const struct msg_param params[] = { { "key", "where" },
		{ "max", arena_printf(loading->arena, "%d", MAX_WHERE) }, { 0 } };
	const char *const *names = parameter_names(loading);
	const char *mistake = drawing->language == NULL            ? "later-key"
			      : !json_is_array(where)              ? "expected-array"
			      : json_array_size(where) > MAX_WHERE ? "too-many-conditions"
								   : NULL;
	bool fine = true;

	if (mistake != NULL) {
		reader_problem(&loading->reader, pointer, mistake[0] == 'l', &model_messages, mistake, params);
		return false;
	}
	drawing->conditions = arena_array(loading->arena, json_array_size(where) + 1, sizeof(*drawing->conditions));
	for (size_t i = 0; i < json_array_size(where); i++) {
		struct condition *condition = &drawing->conditions[drawing->condition_count];
		json_t *one = json_array_get(where, i);

		condition->pointer = reader_pointer_at(&loading->reader, pointer, i);
		if (!drawing->language->read(&condition->read, &loading->reader, one, condition->pointer, names)) {
			fine = false;
			continue;
		}
		condition->text = json_is_string(one) ? json_string_value(one) : "";
		condition->ready = ready_at(loading, drawing->language->names(condition->read, loading->arena));
		drawing->condition_count++;
	}
	return fine;
}

static const struct conditions *language_of(const struct kind *const *kinds)
{
	for (; *kinds != NULL; kinds++) {
		if ((*kinds)->conditions != NULL)
			return (*kinds)->conditions;
	}
	return NULL;
}

static bool read_all(struct loading *loading, json_t *object, size_t most)
{
	struct parameter *list = arena_array(loading->arena, most + 1, sizeof(*list));
	size_t count = 0;
	const char *name;
	json_t *value;
	bool fine = true;

	json_object_foreach(object, name, value)
	{
		if (strncmp(name, "x-", 2) != 0 && strcmp(name, "where") != 0)
			fine &= read_parameter(loading, name, value, &list[count++]);
	}
	loading->exercise->parameters = list;
	loading->exercise->parameter_count = count;
	return fine;
}

bool load_parameters(struct loading *loading, json_t *root)
{
	json_t *object = json_object_get(root, "parameters"), *where = json_object_get(object, "where");
	size_t count = json_object_size(object) - (where != NULL ? 1 : 0);
	const struct msg_param params[] = { { "max", arena_printf(loading->arena, "%d", MAX_PARAMETERS) }, { 0 } };
	struct drawing *drawing = arena_alloc(loading->arena, sizeof(*drawing));
	bool fine;

	drawing->generators = generators_of(loading->kinds, loading->arena);
	drawing->language = language_of(loading->kinds);
	loading->exercise->drawing = drawing;
	loading->reader.generators = drawing->generators;
	if (object == NULL)
		return true;
	if (!json_is_object(object))
		return false; /* said with the other keys of the exercise */
	if (count == 0 || count > MAX_PARAMETERS) {
		reader_problem(&loading->reader, "/parameters", false, &model_messages, "bad-parameter-count", params);
		return false;
	}
	fine = read_all(loading, object, count);
	return where == NULL || read_where(loading, drawing, where) ? fine : false;
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

/* What takes many draws for one seed takes too many for another. */
static void warn_of_rare(struct loading *loading, const struct values *values)
{
	const struct msg_param params[] = { { "tries", arena_printf(loading->arena, "%u", values->tries) },
		{ "max", arena_printf(loading->arena, "%d", TRIES_MAX) }, { 0 } };

	if (values->tries > TRIES_MAX / 10)
		reader_warning(&loading->reader, "/parameters/where", true, &model_messages, "where-rare", params);
}

void load_check_values(struct loading *loading, const struct values *values)
{
	const struct exercise *exercise = loading->exercise;

	warn_of_rare(loading, values);

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
		if (kind != NULL && kind->typing == TYPING_CODE)
			reader_problem(&loading->reader, reader_pointer(&loading->reader, pointer, "kind"), false,
				&model_messages, "kind-not-drawn", params);
	}
}
