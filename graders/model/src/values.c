/* Drawn values in their places: "$f" in a question's JSON, {{f}} in texts. */
#include <string.h>
#include "base/json.h"
#include "loading.h"
#include "model/messages.h"

static const char letters[] = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ";
static const char name_signs[] = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789";
static const char part_signs[] = "abcdefghijklmnopqrstuvwxyz_";

bool is_parameter_name(const char *name)
{
	return *name != '\0' && strchr(letters, *name) != NULL && strlen(name) <= MAX_PARAMETER_NAME &&
	       name[strspn(name, name_signs)] == '\0';
}

/* The length of "f" or "f.ones" at `text`; 0 when there is no name. */
static size_t name_length(const char *text)
{
	size_t length = strspn(text, name_signs), part;

	if (length == 0 || strchr(letters, *text) == NULL)
		return 0;
	part = text[length] == '.' ? strspn(text + length + 1, part_signs) : 0;
	return part > 0 ? length + 1 + part : length;
}

size_t placeholder_at(const char *text, const char **name, struct arena *arena)
{
	size_t length;

	if (strncmp(text, "{{", 2) != 0)
		return 0;
	length = name_length(text + 2);
	if (length == 0 || strncmp(text + 2 + length, "}}", 2) != 0)
		return 0;
	*name = arena_memdup(arena, text + 2, length);
	return length + 4;
}

const struct drawn_part *values_find(const struct values *values, const char *name)
{
	size_t length = strcspn(name, ".");
	const char *part = name[length] == '.' ? name + length + 1 : "";

	for (size_t i = 0; i < values->count; i++) {
		const struct drawn *drawn = &values->drawn[i];

		if (strlen(values->parameters[i].name) != length ||
			strncmp(values->parameters[i].name, name, length) != 0)
			continue;
		values->used[i] = true;
		for (size_t j = 0; j < drawn->count; j++) {
			if (strcmp(drawn->parts[j].name, part) == 0)
				return &drawn->parts[j];
		}
	}
	return NULL;
}

static void put_part(struct buf *out, const struct drawn_part *part, enum lang lang,
	void (*escape)(struct buf *out, const char *text))
{
	if (escape == NULL)
		buf_addstr(out, msg_in(&part->text, lang));
	else if (part->html != NULL)
		buf_addstr(out, part->html);
	else
		escape(out, msg_in(&part->text, lang));
}

void values_fill(struct buf *out, const char *text, const struct values *values, enum lang lang,
	void (*escape)(struct buf *out, const char *text))
{
	struct arena cleanup_arena *arena = arena_new(0);

	while (*text != '\0') {
		const char *name = NULL;
		size_t plain = strcspn(text, "{"), length = placeholder_at(text + plain, &name, arena);
		const struct drawn_part *part = length > 0 ? values_find(values, name) : NULL;
		const char *behind = text + plain + length;
		/* "<p>{{f.table}}</p>" */
		bool paragraph = part != NULL && part->block && escape != NULL && plain >= 3 &&
				 strncmp(text + plain - 3, "<p>", 3) == 0 && strncmp(behind, "</p>", 4) == 0;

		buf_add(out, text, paragraph ? plain - 3 : plain);
		if (part != NULL) {
			put_part(out, part, lang, escape);
			text = paragraph ? behind + 4 : behind;
			continue;
		}
		text += plain;
		if (*text != '\0')
			buf_addch(out, *text++);
	}
}

const char *values_fill_copy(const char *text, const struct values *values, enum lang lang, struct arena *arena)
{
	struct buf cleanup_buf out = BUF_INIT;

	if (text == NULL)
		return NULL;
	values_fill(&out, text, values, lang, NULL);
	return arena_memdup(arena, buf_str(&out), out.len);
}

/* All that can be asked for: "f", "f.ones", … */
static const char *const *known_names(const struct values *values, struct arena *arena)
{
	size_t count = 0, at = 0;
	const char **names;

	for (size_t i = 0; i < values->count; i++)
		count += values->drawn[i].count;
	names = arena_array(arena, count + 1, sizeof(*names));
	for (size_t i = 0; i < values->count; i++) {
		for (size_t j = 0; j < values->drawn[i].count; j++) {
			const char *part = values->drawn[i].parts[j].name;

			names[at++] = arena_printf(
				arena, "%s%s%s", values->parameters[i].name, *part != '\0' ? "." : "", part);
		}
	}
	return names;
}

void values_unknown(struct reader *reader, const struct values *values, const char *pointer, const char *name)
{
	reader_problem_near(reader, &(struct near_problem){ .pointer = pointer,
					    .code = "unknown-parameter",
					    .what = "name",
					    .word = name,
					    .names = known_names(values, reader->arena) });
}

/* Counts one more; false, and a problem once, when there are too many. */
static bool take_place(struct filling *filling, const char *pointer)
{
	const struct msg_param params[] = { { "max", arena_printf(filling->reader->arena, "%d", MAX_PLACES) }, { 0 } };

	if (filling->places++ == MAX_PLACES)
		reader_problem(filling->reader, pointer, false, &model_messages, "too-many-places", params);
	return filling->places <= MAX_PLACES;
}

const char *values_reference(const char *text)
{
	if (*text != '$' || name_length(text + 1) == 0 || text[1 + name_length(text + 1)] != '\0')
		return NULL;
	return text + 1;
}

/* One text of the JSON: the value itself for "$f", or the text with its placeholders replaced. New reference. */
static json_t *filled_text(struct filling *filling, const char *text, const char *pointer, enum lang lang)
{
	const struct values *values = filling->values;
	struct arena *arena = filling->reader->arena;

	if (values_reference(text) != NULL) {
		const struct drawn_part *part = values_find(values, values_reference(text));

		if (part != NULL)
			return take_place(filling, pointer) ? json_deep_copy(part->value) : json_null();
		values_unknown(filling->reader, values, pointer, values_reference(text));
	}
	for (const char *at = strstr(text, "{{"); at != NULL; at = strstr(at + 1, "{{")) {
		const char *name = NULL;

		if (placeholder_at(at, &name, arena) == 0)
			continue;
		if (values_find(values, name) == NULL)
			values_unknown(filling->reader, values, pointer, name);
		else if (!take_place(filling, pointer))
			return json_null();
	}
	return json_string_nocheck(values_fill_copy(text, values, lang, arena));
}

static json_t *filled(struct filling *filling, const json_t *value, const char *pointer, enum lang lang)
{
	struct reader *reader = filling->reader;
	json_t *out, *inside;
	const char *key;

	if (json_is_string(value))
		return filled_text(filling, json_string_value(value), pointer, lang);
	if (json_is_array(value)) {
		out = json_array();
		for (size_t i = 0; i < json_array_size(value); i++)
			json_array_append_new(out,
				filled(filling, json_array_get(value, i), reader_pointer_at(reader, pointer, i), lang));
		return out;
	}
	if (!json_is_object(value))
		return json_deep_copy(value);
	out = json_object();
	json_object_foreach((json_t *)(uintptr_t)value, key, inside)
	{
		enum lang language = strcmp(key, "en") == 0 ? LANG_EN : lang;

		json_object_set_new(out, key,
			strncmp(key, "x-", 2) == 0
				? json_deep_copy(inside)
				: filled(filling, inside, reader_pointer(reader, pointer, key), language));
	}
	return out;
}

json_t *values_fill_json(struct filling *filling, const json_t *value, const char *pointer)
{
	return json_keep(filling->reader->arena, filled(filling, value, pointer, LANG_FR));
}
