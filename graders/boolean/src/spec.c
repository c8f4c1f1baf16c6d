/*
 * Reading what an author gives. The loader has checked the types of the keys; here is what they mean. Nothing stops at
 * the first mistake, and the target is made once, so that marking starts from bits.
 */
#include "spec.h"
#include <string.h>
#include "base/json.h"
#include "grader_boolean/grader_boolean.h"
#include "logic/read.h"

static bool refuse(struct reader *reader, const char *pointer, const char *code, const struct msg_param *params)
{
	reader_problem(reader, pointer, false, &boolean_messages, code, params);
	return false;
}

static const char *number(struct reader *reader, unsigned long value)
{
	return arena_printf(reader->arena, "%lu", value);
}

static bool check_name(struct reader *reader, const char *pointer, const char *name, const char *const *before)
{
	struct msg_param params[] = { { "name", name }, { 0 } };

	if (!vocabulary_name(name))
		return refuse(reader, pointer, "bad-variable", params);
	for (; before && *before && *before != name; before++)
		if (!strcmp(*before, name))
			return refuse(reader, pointer, "variable-twice", params);
	return true;
}

static bool read_variables(
	struct boolean_spec *out, struct reader *reader, json_t *object, const char *pointer, unsigned most)
{
	const char *const *names = reader_strings(reader, object, "variables");
	const char *at = reader_pointer(reader, pointer, "variables");
	size_t count = 0;
	bool fine = true;

	while (names && names[count])
		count++;
	if (count == 0 || count > most)
		return refuse(reader, at, count == 0 ? "no-variables" : "too-many-variables",
			(struct msg_param[]){
				{ "count", number(reader, count) }, { "most", number(reader, most) }, { 0 } });
	for (size_t i = 0; i < count; i++)
		fine &= check_name(reader, reader_pointer_at(reader, at, i), names[i], names);
	out->vocabulary = (struct vocabulary){ names, (unsigned)count };
	return fine;
}

static bool is_variable(const struct boolean_spec *spec, const char *name)
{
	for (unsigned i = 0; i < spec->vocabulary.count; i++)
		if (!strcmp(spec->vocabulary.names[i], name))
			return true;
	return false;
}

/* What the result is called when the author does not say: none of the variables. */
static const char *free_name(const struct boolean_spec *spec)
{
	static const char *const names[] = { "E", "S", "F", "X", "Y", "Z" };

	for (size_t i = 0; i < sizeof(names) / sizeof(names[0]); i++)
		if (!is_variable(spec, names[i]))
			return names[i];
	return "f";
}

static bool read_name(struct boolean_spec *out, struct reader *reader, json_t *object, const char *pointer)
{
	const char *at = reader_pointer(reader, pointer, "name");
	struct msg_param params[] = { { "name", NULL }, { 0 } };

	out->name = reader_string(reader, object, "name", free_name(out));
	params[0].value = out->name;
	if (!vocabulary_name(out->name))
		return refuse(reader, at, "bad-variable", params);
	if (is_variable(out, out->name))
		return refuse(reader, at, "name-is-variable", params);
	return true;
}

static bool read_meaning(struct reader *reader, json_t *row, const char *pointer, struct meaning *out)
{
	static const struct key_spec keys[] = {
		{ .name = "true", .type = KEY_TEXT, .required = true },
		{ .name = "false", .type = KEY_TEXT, .required = true },
	};

	if (!reader_object(reader, row, pointer, keys, 2, NULL, 0))
		return false;
	out->when[1] = reader_text(reader, row, "true");
	out->when[0] = reader_text(reader, row, "false");
	return true;
}

static bool read_meanings(struct boolean_spec *out, struct reader *reader, json_t *object, const char *pointer)
{
	unsigned count = out->vocabulary.count;
	struct meaning *meanings = arena_array(reader->arena, count + 1, sizeof(*meanings));
	const char *at = reader_pointer(reader, pointer, "meanings"), *name;
	bool fine = true;
	json_t *row;

	out->meanings = meanings;
	json_object_foreach(json_object_get(object, "meanings"), name, row)
	{
		const char *place = reader_pointer(reader, at, name);
		unsigned i = 0;

		if (!strncmp(name, "x-", 2))
			continue;
		while (i < count && strcmp(out->vocabulary.names[i], name) != 0)
			i++;
		if (i == count && strcmp(out->name, name) != 0) {
			reader_problem(reader, place, true, &boolean_messages, "meaning-of-nothing",
				(struct msg_param[]){ { "name", name }, { 0 } });
			fine = false;
		} else {
			fine &= read_meaning(reader, row, place, &meanings[i]);
		}
	}
	out->meant = true;
	out->silent = true;
	for (unsigned i = 0; i < count; i++) {
		out->meant &= meanings[i].when[0].fr != NULL;
		out->silent &= meanings[i].when[0].fr == NULL;
	}
	return fine;
}

bool spec_read(struct boolean_spec *out, struct reader *reader, json_t *object, const char *pointer, unsigned most)
{
	*out = (struct boolean_spec){ .name = "E" };
	if (!read_variables(out, reader, object, pointer, most))
		return false;
	bool fine = read_name(out, reader, object, pointer);
	fine &= read_meanings(out, reader, object, pointer);
	struct vocabulary *vocabulary = arena_alloc(reader->arena, sizeof(*vocabulary));
	*vocabulary = out->vocabulary;
	out->style.vocabulary = vocabulary;
	out->style.names = print_names_of(vocabulary, reader->arena);
	return fine;
}

const struct expr *spec_read_formula(
	const struct boolean_spec *spec, struct reader *reader, const json_t *value, const char *pointer)
{
	const char *text = json_string_value(value);
	struct reading_of read;
	struct slip slip;

	if (!text) {
		refuse(reader, pointer, "formula-expected", NULL);
		return NULL;
	}
	if (expr_read(&read, text, json_string_length(value), &spec->vocabulary, reader->arena, &slip) == 0)
		return read.expr;
	struct msg_text why = msg_make(reader->arena, &boolean_messages, "formula-unreadable",
		(struct msg_param[]){
			{ "text", text }, { "column", number(reader, (unsigned long)slip.column) }, { 0 } });
	why.fr = arena_printf(reader->arena, "%s %s", why.fr, slip.message.fr);
	why.en = arena_printf(reader->arena, "%s %s", why.en, msg_in(&slip.message, LANG_EN));
	reader_problem_text(reader, pointer, false, why);
	return NULL;
}

bool spec_read_rows(const struct boolean_spec *spec, struct reader *reader, const json_t *list, const char *pointer,
	struct table *out)
{
	uint32_t rows = table_rows(spec->vocabulary.count);
	bool fine = true;

	*out = table_new(spec->vocabulary.count, reader->arena);
	for (size_t i = 0; i < json_array_size(list); i++) {
		const json_t *row = json_array_get(list, i);
		const char *at = reader_pointer_at(reader, pointer, i);
		long long value = json_is_integer(row) ? json_integer_value(row) : -1;
		struct msg_param params[] = { { "last", number(reader, rows - 1) },
			{ "row", arena_printf(reader->arena, "%lld", value) }, { 0 } };

		if (value < 0 || value >= rows)
			fine = refuse(reader, at, "bad-row", params);
		else if (table_at(out, (uint32_t)value))
			fine = refuse(reader, at, "row-twice", params);
		else
			table_set(out, (uint32_t)value, true);
	}
	return fine;
}

/* A formula or rows. */
static bool read_table(struct boolean_spec *spec, struct reader *reader, json_t *object, const char *pointer,
	const char *key, const struct expr **formula, struct table *out)
{
	json_t *value = json_object_get(object, key);
	const char *at = reader_pointer(reader, pointer, key);
	const struct expr *expr;

	if (json_is_array(value))
		return spec_read_rows(spec, reader, value, at, out);
	if (!json_is_string(value))
		return refuse(reader, at, "formula-or-rows", NULL);
	expr = spec_read_formula(spec, reader, value, at);
	if (!expr)
		return false;
	if (formula)
		*formula = expr;
	*out = table_of(expr, spec->vocabulary.count, reader->arena);
	return true;
}

static bool check_rows_apart(struct reader *reader, json_t *object, const char *pointer, const struct table *ones)
{
	const json_t *list = json_object_get(object, "dont_care");
	bool fine = true;

	if (!json_is_array(list) || !json_is_array(json_object_get(object, "function")))
		return true;
	for (size_t i = 0; i < json_array_size(list); i++) {
		uint32_t row = (uint32_t)json_integer_value(json_array_get(list, i));
		if (table_at(ones, row))
			fine = refuse(reader,
				reader_pointer_at(reader, reader_pointer(reader, pointer, "dont_care"), i), "row-both",
				(struct msg_param[]){ { "row", number(reader, row) }, { 0 } });
	}
	return fine;
}

void spec_set_target(struct boolean_spec *spec, const struct table *wanted, struct arena *arena)
{
	spec->care = table_not(&spec->target.any, arena);
	spec->target.ones = table_and(wanted, &spec->care, arena);
}

bool spec_read_function(struct boolean_spec *spec, struct reader *reader, json_t *object, const char *pointer)
{
	struct table ones, any = table_new(spec->vocabulary.count, reader->arena);
	bool fine;

	if (!json_object_get(object, "function"))
		return true;
	fine = read_table(spec, reader, object, pointer, "function", &spec->function, &ones);
	if (json_object_get(object, "dont_care"))
		fine &= read_table(spec, reader, object, pointer, "dont_care", NULL, &any);
	if (!fine || !check_rows_apart(reader, object, pointer, &ones))
		return false;
	spec->target.any = any;
	spec_set_target(spec, &ones, reader->arena);
	if (table_count(&spec->care) == 0)
		return refuse(reader, reader_pointer(reader, pointer, "dont_care"), "nothing-cared", NULL);
	return true;
}
