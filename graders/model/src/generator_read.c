/* Ways of drawing as authors write them: "bool", {"int": [1, 9]}, {"list": {"int": [1, 9]}, "length": 3}. */
#include <string.h>
#include "loading.h"
#include "model/messages.h"

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

static const struct generator *known(const struct reader *reader, const char *name)
{
	for (size_t i = 0; reader->generators != NULL && reader->generators[i] != NULL; i++) {
		if (strcmp(reader->generators[i]->name, name) == 0)
			return reader->generators[i];
	}
	return NULL;
}

/* The name of the generator that `value` asks for: of an object, the first key that is one, else the first. */
static const char *wanted(const struct reader *reader, json_t *value)
{
	void *first = json_object_iter(value);
	const char *key;
	json_t *inside;

	if (json_is_string(value))
		return json_string_value(value);
	json_object_foreach(value, key, inside)
	{
		if (known(reader, key) != NULL)
			return key;
	}
	return first != NULL ? json_object_iter_key(first) : NULL;
}

static bool refuse_form(struct reader *reader, const char *pointer, const struct generator *generator)
{
	const struct msg_param params[] = { { "generator", generator->name }, { 0 } };

	reader_problem(reader, pointer, false, &model_messages,
		generator->read == NULL ? "generator-bare" : "generator-not-bare", params);
	return false;
}

static bool refuse_name(struct reader *reader, const char *pointer, const char *name, bool at_key)
{
	static const struct generator *const none[] = { NULL };

	reader_problem_near(
		reader, &(struct near_problem){ .pointer = pointer,
				.at_key = at_key,
				.code = "unknown-generator",
				.what = "generator",
				.word = name,
				.names = generator_names(
					reader->generators != NULL ? reader->generators : none, reader->arena) });
	return false;
}

static bool read_inside(struct way *out, struct reader *reader, json_t *value, const char *pointer)
{
	const struct generator *generator = out->generator;
	const struct key_tables tables = { .keys = generator->keys, .count = generator->key_count };
	const struct msg_param params[] = { { "key", generator->name }, { 0 } };

	if (generator->keys != NULL) {
		if (reader_check(reader, value, pointer, &tables) != 0)
			return false;
	} else if (!json_is_array(value)) {
		reader_problem(reader, pointer, false, &model_messages, "expected-array", params);
		return false;
	}
	return generator->read(&out->spec, reader, value, pointer);
}

bool way_read(struct way *out, struct reader *reader, json_t *value, const char *pointer)
{
	const char *name = wanted(reader, value), *inside = pointer;
	bool bare = json_is_string(value);

	*out = (struct way){ 0 };
	if (name == NULL) {
		reader_problem(reader, pointer, false, &model_messages, "expected-generator", NULL);
		return false;
	}
	if (!bare)
		inside = reader_pointer(reader, pointer, name);
	out->generator = known(reader, name);
	if (out->generator == NULL)
		return refuse_name(reader, inside, name, !bare);
	if ((out->generator->read == NULL) != bare)
		return refuse_form(reader, inside, out->generator);
	if (bare)
		return true;
	if (out->generator->wide)
		return read_inside(out, reader, value, pointer);
	if (json_object_size(value) > 1) {
		const struct key_spec only = { .name = out->generator->name, .type = KEY_ANY };

		reader_check(reader, value, pointer, &(struct key_tables){ .keys = &only, .count = 1 });
		return false;
	}
	return read_inside(out, reader, json_object_get(value, name), inside);
}

int way_draw(struct drawn *out, const struct way *way, struct draw *draw, struct arena *arena, struct err *err)
{
	return way->generator->draw(out, way->spec, draw, arena, err);
}

static bool read_bound(const json_t *value, uint32_t most, uint32_t *out)
{
	if (!json_is_integer(value) || json_integer_value(value) < 0 || json_integer_value(value) > most)
		return false;
	*out = (uint32_t)json_integer_value(value);
	return true;
}

bool span_read(
	struct span *out, struct reader *reader, json_t *object, const char *pointer, const char *key, uint32_t most)
{
	const json_t *value = json_object_get(object, key);
	const struct msg_param params[] = { { "key", key }, { "max", arena_printf(reader->arena, "%u", most) }, { 0 } };

	if (value == NULL)
		return true;
	if (read_bound(value, most, &out->least)) {
		out->most = out->least;
		return true;
	}
	if (json_array_size(value) == 2 && read_bound(json_array_get(value, 0), most, &out->least) &&
		read_bound(json_array_get(value, 1), most, &out->most) && out->least <= out->most)
		return true;
	reader_problem(reader, reader_pointer(reader, pointer, key), false, &model_messages, "bad-span", params);
	return false;
}

uint32_t span_draw(const struct span *span, struct draw *draw)
{
	return span->least == span->most ? span->least : span->least + draw_below(draw, span->most - span->least + 1);
}
