#include "drawing.h"
#include <string.h>
#include "base/utf8.h"

static const char *const marks[] = { "wrong", "path", "start", "end", "done" };

bool data_is_text(const json_t *value)
{
	const char *text = json_string_value(value);
	size_t bytes = json_string_length(value);

	if (text == NULL || bytes > TEXT_BYTES_MAX || utf8_check(text, bytes) != bytes)
		return false;
	for (size_t i = 0; i < bytes; i++)
		if ((unsigned char)text[i] < ' ' || text[i] == 0x7f)
			return false;
	return true;
}

bool data_may_be_text(const json_t *value)
{
	return value == NULL || data_is_text(value);
}

bool data_is_mark(const json_t *value)
{
	bool known = value == NULL;

	for (size_t i = 0; i < sizeof(marks) / sizeof(marks[0]) && !known; i++)
		known = json_is_string(value) && strcmp(json_string_value(value), marks[i]) == 0;
	return known;
}

bool data_has_only(const json_t *object, const char *const *keys)
{
	const char *key;
	json_t *value;

	if (!json_is_object(object))
		return false;
	json_object_foreach((json_t *)object, key, value)
	{
		size_t i = 0;

		while (keys[i] != NULL && strcmp(keys[i], key) != 0)
			i++;
		if (keys[i] == NULL)
			return false;
	}
	return true;
}

const char *data_text(const json_t *value, enum lang lang)
{
	const char *text = json_string_value(value);

	if (text == NULL)
		text = json_string_value(json_object_get(value, lang_code(lang)));
	if (text == NULL)
		text = json_string_value(json_object_get(value, "fr"));
	return text != NULL ? text : "";
}

const char *data_at(const json_t *object, const char *key)
{
	const char *text = json_string_value(json_object_get(object, key));

	return text != NULL ? text : "";
}

long data_find(const json_t *list, const char *name)
{
	for (size_t i = 0; i < json_array_size(list); i++)
		if (strcmp(data_at(json_array_get(list, i), "name"), name) == 0)
			return (long)i;
	return -1;
}

bool data_marked(const json_t *object, const char *mark)
{
	return strcmp(data_at(object, "mark"), mark) == 0;
}

bool data_are_named(const json_t *list, size_t most)
{
	size_t count = json_array_size(list);

	if (count == 0 || count > most)
		return false;
	for (size_t i = 0; i < count; i++) {
		const json_t *name = json_object_get(json_array_get(list, i), "name");

		if (!data_is_text(name) || json_string_length(name) == 0 ||
			data_find(list, json_string_value(name)) != (long)i)
			return false;
	}
	return true;
}

const char *data_say(const char *code, enum lang lang)
{
	for (size_t i = 0; i < picture_messages.count; i++) {
		const struct msg_entry *entry = &picture_messages.entries[i];

		if (strcmp(entry->code, code) == 0)
			return lang == LANG_FR ? entry->fr : entry->en;
	}
	return code;
}
