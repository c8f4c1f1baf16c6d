/* An answer as a JSON object by part: {"earliest": {"A": "0"}, "critical-path": "A-B", "duration": 5}. */
#include <string.h>
#include "answer.h"
#include "base/utf8.h"
#include "grader_schedule/grader_schedule.h"

struct json_reading {
	struct raw *out;
	struct paper *paper;
	const struct schedule_question *asked;
};

static enum reading refuse(struct json_reading *json, const char *code, const char *text)
{
	return paper_unreadable(json->paper, msg_make(json->paper->arena, &schedule_reading_messages, code,
						     (struct msg_param[]){ { "text", text }, { "extra", "" }, { 0 } }));
}

/* Keys and texts are shown again: nothing but plain text, and not much of it. */
static const char *shown(struct json_reading *json, const char *text)
{
	size_t bytes = strlen(text);

	if (bytes > 40)
		return "…";
	return utf8_check(text, bytes) == bytes ? arena_strdup(json->paper->arena, text) : "?";
}

/* Texts, whole numbers, nothing, true and false, lists of these (joined by `between`), objects of these ("E: 2"). */
static bool put_text(struct buf *out, const json_t *value, const char *between, int depth)
{
	const json_t *inside;
	const char *key;
	size_t i;

	if (json_is_string(value)) {
		const char *text = json_string_value(value);
		size_t bytes = json_string_length(value);

		if (bytes > PAPER_BYTES_MAX || memchr(text, '\0', bytes) || utf8_check(text, bytes) != bytes)
			return false;
		buf_add(out, text, bytes);
		return true;
	}
	if (json_is_integer(value)) {
		buf_printf(out, "%lld", (long long)json_integer_value(value));
		return true;
	}
	if (json_is_boolean(value)) {
		buf_addstr(out, json_is_true(value) ? "oui" : "non");
		return true;
	}
	if (json_is_null(value))
		return true;
	if (depth == 0 || out->len > PAPER_BYTES_MAX)
		return false;
	if (json_is_array(value)) {
		json_array_foreach((json_t *)(uintptr_t)value, i, inside)
		{
			if (i > 0)
				buf_addstr(out, between);
			if (!put_text(out, inside, "-", depth - 1))
				return false;
		}
		return true;
	}
	if (!json_is_object(value))
		return false;
	json_object_foreach((json_t *)(uintptr_t)value, key, inside)
	{
		buf_printf(out, "%s%s: ", out->len > 0 ? "; " : "", key);
		if (!put_text(out, inside, between, 0))
			return false;
	}
	return true;
}

static enum reading put_value(
	struct json_reading *json, struct raw_cell *cell, const json_t *value, const char *between, const char *name)
{
	cleanup_buf struct buf text = BUF_INIT_MAX(2 * PAPER_BYTES_MAX);

	if (!put_text(&text, value, between, 2))
		return refuse(json, "json-value", shown(json, name));
	*cell = (struct raw_cell){ arena_memdup(json->paper->arena, buf_str(&text), text.len), SIZE_MAX };
	return READING_OK;
}

static enum reading put_rows(struct json_reading *json, enum part part, const json_t *value)
{
	const struct names *names = part_names(json->asked, part);
	enum reading reading = READING_OK;
	const json_t *inside;
	const char *key;
	size_t index;

	json_object_foreach((json_t *)(uintptr_t)value, key, inside)
	{
		if (border_word(key, strlen(key)) != 0)
			continue;
		if (!name_of(names, key, strlen(key), &index) ||
			index >= part_rows(json->asked, part == PART_CRITICAL ? PART_TOTAL : part))
			return refuse(json, "row-unknown", shown(json, key));
		if (json->out->rows[part][index].text)
			return refuse(json, "row-twice", shown(json, key));
		reading = put_value(json, &json->out->rows[part][index], inside, ", ", key);
		if (reading != READING_OK)
			break;
	}
	return reading;
}

enum reading sheet_json_read(
	struct raw *out, struct paper *paper, const struct schedule_question *asked, const json_t *answer)
{
	struct json_reading json = { out, paper, asked };
	enum reading reading = READING_OK;
	const json_t *value;
	const char *key;

	json_object_foreach((json_t *)(uintptr_t)answer, key, value)
	{
		const struct part_spec *spec = part_named(key);
		enum part part = spec ? (enum part)(spec - part_specs) : PART_COUNT;

		if (!spec || !asked->asked[part])
			return refuse(&json, "json-key", shown(&json, key));
		if (json_is_null(value))
			continue;
		bool rows = spec->form == FORM_NUMBERS || spec->form == FORM_SETS;
		if (rows && !json_is_object(value))
			return refuse(&json, "json-rows", shown(&json, key));
		if (rows || (part == PART_CRITICAL && json_is_object(value)))
			reading = put_rows(&json, part, value);
		else
			reading =
				put_value(&json, &out->whole[part], value, spec->form == FORM_PATHS ? "\n" : ", ", key);
		if (reading != READING_OK)
			return reading;
	}
	return reading;
}
