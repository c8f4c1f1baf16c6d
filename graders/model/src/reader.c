/*
 * Problems with their places, and accessors. A place is computed only when
 * there is something to say, by a scan of the text: authors make few mistakes.
 */
#include "reader.h"
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include "base/json.h"
#include "model/messages.h"

/* Enough to mend an exercise by; what comes after is counted and left out. */
enum { MAX_PROBLEMS = 200 };

void problem_add(struct problems *problems, struct arena *arena, struct problem problem)
{
	if (!problem.warning)
		problems->errors++;
	if (problems->count == MAX_PROBLEMS)
		return;
	if (problems->count == problems->cap) {
		size_t cap = problems->cap != 0 ? problems->cap * 2 : 16;
		struct problem *list = arena_array(arena, cap, sizeof(*list));

		if (problems->count > 0)
			memcpy(list, problems->list, problems->count * sizeof(*list));
		problems->list = list;
		problems->cap = cap;
	}
	problems->list[problems->count++] = problem;
}

struct json_place place_of(const char *text, size_t bytes, const char *pointer, bool at_key)
{
	char path[1024];
	struct buf cleanup_buf value = BUF_INIT;

	snprintf(path, sizeof(path), "%s", pointer);
	while (path[0] != '\0' && json_raw(&value, text, bytes, path) < 0) {
		*strrchr(path, '/') = '\0';
		at_key = false;
	}
	return json_locate(text, bytes, path, at_key);
}

static struct problem make_problem(struct reader *reader, const char *pointer, bool at_key)
{
	struct problem problem = { .file = reader->file, .pointer = arena_strdup(reader->arena, pointer) };

	if (reader->text != NULL) {
		struct json_place place = place_of(reader->text, reader->bytes, pointer, at_key);

		problem.line = place.line;
		problem.column = place.column;
	}
	return problem;
}

void reader_problem_text(struct reader *reader, const char *pointer, bool at_key, struct msg_text message)
{
	struct problem problem = make_problem(reader, pointer, at_key);

	problem.message = message;
	problem_add(reader->problems, reader->arena, problem);
}

void reader_problem(struct reader *reader, const char *pointer, bool at_key, const struct msg_table *table,
	const char *code, const struct msg_param *params)
{
	reader_problem_text(reader, pointer, at_key, msg_make(reader->arena, table, code, params));
}

void reader_warning(struct reader *reader, const char *pointer, bool at_key, const struct msg_table *table,
	const char *code, const struct msg_param *params)
{
	struct problem problem = make_problem(reader, pointer, at_key);

	problem.message = msg_make(reader->arena, table, code, params);
	problem.warning = true;
	problem_add(reader->problems, reader->arena, problem);
}

const char *reader_pointer(struct reader *reader, const char *pointer, const char *key)
{
	struct buf cleanup_buf out = BUF_INIT;

	buf_addstr(&out, pointer);
	buf_addch(&out, '/');
	for (; *key != '\0'; key++) {
		if (*key == '~')
			buf_addstr(&out, "~0");
		else if (*key == '/')
			buf_addstr(&out, "~1");
		else
			buf_addch(&out, *key);
	}
	return arena_memdup(reader->arena, buf_str(&out), out.len);
}

const char *reader_pointer_at(struct reader *reader, const char *pointer, size_t index)
{
	return arena_printf(reader->arena, "%s/%zu", pointer, index);
}

const char *reader_string(struct reader *reader, json_t *object, const char *key, const char *fallback)
{
	const char *text = json_string_value(json_object_get(object, key));

	return text != NULL ? arena_strdup(reader->arena, text) : fallback;
}

long reader_int(json_t *object, const char *key, long fallback)
{
	const json_t *value = json_object_get(object, key);

	return json_is_integer(value) ? (long)json_integer_value(value) : fallback;
}

bool reader_bool(json_t *object, const char *key, bool fallback)
{
	const json_t *value = json_object_get(object, key);

	return json_is_boolean(value) ? json_is_true(value) : fallback;
}

struct msg_text reader_text(struct reader *reader, json_t *object, const char *key)
{
	json_t *value = json_object_get(object, key);
	struct msg_text text = { 0 };

	if (json_is_string(value)) {
		text.fr = arena_strdup(reader->arena, json_string_value(value));
	} else if (json_is_object(value)) {
		text.fr = reader_string(reader, value, "fr", NULL);
		text.en = reader_string(reader, value, "en", NULL);
	}
	return text;
}

const char *const *reader_strings(struct reader *reader, json_t *object, const char *key)
{
	const json_t *value = json_object_get(object, key);
	const char **list;
	size_t count = 0;

	if (!json_is_array(value))
		return NULL;
	list = arena_array(reader->arena, json_array_size(value) + 1, sizeof(*list));
	for (size_t i = 0; i < json_array_size(value); i++) {
		const char *text = json_string_value(json_array_get(value, i));

		if (text != NULL)
			list[count++] = arena_strdup(reader->arena, text);
	}
	return list;
}

/* How a fraction of points may look; sums of a few hundred of them then fit 64 bits. */
static const char *points_mistake(struct frac points, enum err_kind failed)
{
	if (failed == ERR_INPUT)
		return "bad-points";
	if (failed != ERR_NONE)
		return "huge-points";
	if (points.num < 0)
		return "negative-points";
	if (points.den > 10000 || frac_cmp(points, frac_int(1000)) > 0)
		return "huge-points";
	return NULL;
}

bool reader_points(struct reader *reader, json_t *object, const char *pointer, const char *key, struct frac *out)
{
	const char *at = reader_pointer(reader, pointer, key);
	const json_t *value = json_object_get(object, key);
	struct buf cleanup_buf text = BUF_INIT;
	struct msg_param params[] = { { "value", NULL }, { 0 } };
	struct frac points = FRAC_ZERO;
	struct err err = { 0 };
	const char *mistake;

	if (json_is_integer(value))
		buf_printf(&text, "%lld", (long long)json_integer_value(value));
	else if (json_is_string(value))
		buf_addstr(&text, json_string_value(value));
	else if (!json_is_real(value) || reader->text == NULL || json_raw(&text, reader->text, reader->bytes, at) < 0)
		return false; /* absent, or of a type that the table of keys refused already */
	if (frac_parse(&points, buf_str(&text), &err) == 0)
		err.kind = ERR_NONE;
	mistake = points_mistake(points, err.kind);
	if (mistake == NULL) {
		*out = points;
		return true;
	}
	params[0].value = buf_str(&text);
	reader_problem(reader, at, false, &model_messages, mistake, params);
	return false;
}
