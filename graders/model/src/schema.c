/*
 * The JSON Schema, for editors that complete and check while an author types.
 * It is made of the loader's own tables, so it cannot say something else; what
 * only the loader can know (files, sums of points) is not in it.
 */
#include "model/schema.h"
#include "loading.h"
#include "model/generator.h"

static json_t *string_list(const char *const *words)
{
	json_t *list = json_array();

	for (; *words != NULL; words++)
		json_array_append_new(list, json_string(*words));
	return list;
}

static json_t *int_schema(const struct key_spec *spec)
{
	json_t *schema = json_pack("{s:s}", "type", "integer");

	if (spec->min != 0 || spec->max != 0) {
		json_object_set_new(schema, "minimum", json_integer(spec->min));
		json_object_set_new(schema, "maximum", json_integer(spec->max));
	}
	return schema;
}

static json_t *object_schema(const struct key_spec *keys, size_t count);

static json_t *value_schema(const struct key_spec *spec)
{
	switch (spec->type) {
	case KEY_STRING:
		if (spec->choices != NULL)
			return json_pack("{s:o}", "enum", string_list(spec->choices));
		return json_pack("{s:s}", "type", "string");
	case KEY_TEXT:
		return json_pack("{s:s}", "$ref", "#/$defs/text");
	case KEY_INT:
		return int_schema(spec);
	case KEY_BOOL:
		return json_pack("{s:s}", "type", "boolean");
	case KEY_POINTS:
		return json_pack("{s:s}", "$ref", "#/$defs/points");
	case KEY_OBJECT:
		if (spec->inside != NULL)
			return object_schema(spec->inside, spec->inside_count);
		return json_pack("{s:s}", "type", "object");
	case KEY_ARRAY:
		return json_pack("{s:s}", "type", "array");
	case KEY_STRINGS:
		return json_pack("{s:s, s:{s:s}}", "type", "array", "items", "type", "string");
	case KEY_ANY:
		break;
	}
	return json_object();
}

/* Or a drawn value in its place. */
static json_t *or_drawn(const struct key_spec *spec, json_t *value)
{
	if (spec->type == KEY_ANY || (spec->type == KEY_STRING && spec->choices == NULL))
		return value;
	return json_pack("{s:[o, {s:s}]}", "anyOf", value, "$ref", "#/$defs/drawn");
}

static void add_keys(json_t *schema, const struct key_spec *keys, size_t count, bool drawn)
{
	json_t *properties = json_object_get(schema, "properties");
	json_t *required = json_object_get(schema, "required");

	for (size_t i = 0; i < count; i++) {
		json_t *value = value_schema(&keys[i]);

		if (drawn)
			value = or_drawn(&keys[i], value);

		if (keys[i].doc != NULL)
			json_object_set_new(value, "description", json_string(keys[i].doc));
		json_object_set_new(properties, keys[i].name, value);
		if (keys[i].required)
			json_array_append_new(required, json_string(keys[i].name));
	}
}

/* An object with these keys and "x-…", and no other. */
static json_t *object_schema(const struct key_spec *keys, size_t count)
{
	json_t *schema = json_pack("{s:s, s:{}, s:[], s:{s:{}}, s:b}", "type", "object", "properties", "required",
		"patternProperties", "^x-", "additionalProperties", 0);

	add_keys(schema, keys, count, false);
	return schema;
}

static void set_items(json_t *schema, const char *key, json_t *items)
{
	json_t *property = json_object_get(json_object_get(schema, "properties"), key);

	if (property == NULL) {
		property = json_pack("{s:s}", "type", "array");
		json_object_set_new(json_object_get(schema, "properties"), key, property);
	}
	json_object_set_new(property, "items", items);
}

static json_t *kind_schema(const struct kind *kind)
{
	json_t *schema = object_schema(question_keys, question_key_count);

	add_keys(schema, kind->question_keys, kind->question_keys != NULL ? kind->question_key_count : 0,
		kind->typing != TYPING_CODE);
	if (kind->test_keys != NULL)
		set_items(schema, "tests", object_schema(kind->test_keys, kind->test_key_count));
	return schema;
}

/* A question: its kind chooses the rest. */
static json_t *question_schema(const struct kind *const *kinds, json_t *defs)
{
	json_t *names = json_array(), *branches = json_array();

	for (; *kinds != NULL; kinds++) {
		struct buf cleanup_buf ref = BUF_INIT;

		buf_printf(&ref, "question-%s", (*kinds)->name);
		json_object_set_new(defs, buf_str(&ref), kind_schema(*kinds));
		buf_reset(&ref);
		buf_printf(&ref, "#/$defs/question-%s", (*kinds)->name);
		json_array_append_new(names, json_string((*kinds)->name));
		json_array_append_new(
			branches, json_pack("{s:{s:{s:{s:s}}, s:[s]}, s:{s:s}}", "if", "properties", "kind", "const",
					  (*kinds)->name, "required", "kind", "then", "$ref", buf_str(&ref)));
	}
	return json_pack("{s:s, s:[s,s], s:{s:{s:o}}, s:o}", "type", "object", "required", "id", "kind", "properties",
		"kind", "enum", names, "allOf", branches);
}

static json_t *text_def(void)
{
	return json_pack("{s:s, s:[{s:s, s:i}, {s:s, s:{s:{s:s, s:i}, s:{s:s, s:i}}, s:[s], s:b}]}", "description",
		"A text for the reader: French, or both languages.", "oneOf", "type", "string", "minLength", 1, "type",
		"object", "properties", "fr", "type", "string", "minLength", 1, "en", "type", "string", "minLength", 1,
		"required", "fr", "additionalProperties", 0);
}

static json_t *points_def(void)
{
	return json_pack("{s:s, s:[{s:s, s:i, s:i}, {s:s, s:s}]}", "description",
		"A number of points, kept exactly: 4, 2.5 or \"1/3\".", "oneOf", "type", "number", "minimum", 0,
		"maximum", 1000, "type", "string", "pattern", "^[0-9]+([.,][0-9]+|/[0-9]*[1-9][0-9]*)?$");
}

/* "bool", or an object with the generator's name as a key. Its keys may name earlier values. */
static json_t *generator_schema(const struct generator *generator)
{
	json_t *inside, *schema;

	if (generator->read == NULL)
		return json_pack("{s:s, s:s}", "const", generator->name, "description", generator->doc);
	inside = json_pack("{s:s}", "type", "array");
	if (generator->keys != NULL) {
		json_decref(inside);
		inside = object_schema(NULL, 0);
		add_keys(inside, generator->keys, generator->key_count, true);
	}
	json_object_set_new(inside, "description", json_string(generator->doc));
	if (generator->wide)
		return inside;
	schema = json_pack("{s:s, s:{s:o}, s:[s], s:b}", "type", "object", "properties", generator->name, inside,
		"required", generator->name, "additionalProperties", 0);
	return schema;
}

static void set_parameters(json_t *schema, const struct kind *const *kinds)
{
	struct arena cleanup_arena *arena = arena_new(0);
	const struct generator *const *list = generators_of(kinds, arena);
	json_t *parameters = json_object_get(json_object_get(schema, "properties"), "parameters");
	json_t *ways = json_array();

	for (; *list != NULL; list++)
		json_array_append_new(ways, generator_schema(*list));
	json_object_update_new(
		parameters, json_pack("{s:i, s:{s:{}}, s:{s:{s:s, s:s, s:{s:s}}}, s:{s:s}, s:{s:o}}", "minProperties",
				    1, "patternProperties", "^x-", "properties", "where", "type", "array",
				    "description", "What the drawn values must meet: \"a < b\", \"gcd(a, 26) == 1\".",
				    "items", "type", "string", "propertyNames", "pattern",
				    "^([A-Za-z][A-Za-z0-9]{0,19}|x-.*)$", "additionalProperties", "oneOf", ways));
}

static json_t *drawn_def(void)
{
	return json_pack("{s:s, s:s, s:s}", "description", "The value of a parameter, or a part of it: \"$f.ones\".",
		"type", "string", "pattern", "^\\$[A-Za-z][A-Za-z0-9]{0,19}(\\.[a-z_]+)?$");
}

json_t *model_schema(const struct kind *const *kinds)
{
	json_t *schema = object_schema(exercise_keys, exercise_key_count);
	json_t *defs = json_object(), *properties = json_object_get(schema, "properties");

	json_object_set_new(schema, "$schema", json_string("https://json-schema.org/draft/2020-12/schema"));
	json_object_set_new(schema, "title", json_string("Barème: an exercise, format 1"));
	json_object_set_new(properties, "$schema", json_pack("{s:s}", "type", "string"));
	json_object_set_new(json_object_get(properties, "format"), "const", json_integer(1));
	json_object_set_new(json_object_get(properties, "questions"), "minItems", json_integer(1));
	json_object_set_new(json_object_get(properties, "questions"), "maxItems", json_integer(MAX_QUESTIONS));
	set_parameters(schema, kinds);
	set_items(schema, "questions", question_schema(kinds, defs));
	set_items(schema, "wrong", object_schema(wrong_keys, wrong_key_count));
	json_object_set_new(defs, "text", text_def());
	json_object_set_new(defs, "points", points_def());
	json_object_set_new(defs, "drawn", drawn_def());
	json_object_set_new(schema, "$defs", defs);
	return schema;
}
