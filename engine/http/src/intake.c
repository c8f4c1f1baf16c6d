#include "intake.h"
#include <string.h>
#include "base/id.h"
#include "base/utf8.h"
#include "model/kind.h"
#include "timestamp.h"

enum { TEXT_MAX = 200, KEY_MAX = 255, ATTEMPT_MAX = 1000000 };

static const char *const keys[] = { "exercise", "student", "evaluation", "attempt", "answers", "handed_in_at", "key",
	NULL };

static struct msg_param *params(struct intake *intake, const char *name, const char *value)
{
	struct msg_param *out = arena_array(intake->arena, 3, sizeof(*out));

	out[0] = (struct msg_param){ name, value };
	return out;
}

static bool refuse(struct intake *intake, const char *code, const char *detail, const char *key, struct msg_param *with)
{
	const char *pointer = arena_printf(intake->arena, "%s%s%s", intake->prefix, *key != '\0' ? "/" : "", key);

	if (with == NULL)
		with = params(intake, "pointer", pointer);
	intake->refusal = (struct refusal){ .code = code, .detail = detail, .params = with, .pointer = pointer };
	return false;
}

/* The same with a "did you mean" when there is one. */
static bool refuse_near(struct intake *intake, const char *code, const char *detail, const char *key,
	struct msg_param *with, const char *near)
{
	if (near != NULL)
		with[1] = (struct msg_param){ "near", arena_strdup(intake->arena, near) };
	refuse(intake, code, near != NULL ? arena_printf(intake->arena, "%s.near", code) : detail, key, with);
	intake->refusal.near = near != NULL ? with[1].value : NULL;
	return false;
}

json_t *intake_parse(struct request *request)
{
	struct json_place place = { 1, 1 };
	struct err err = { 0 };
	json_t *body = json_parse(buf_str(&request->body), request->body.len, &place, &err);

	if (body == NULL) {
		const struct msg_param where[] = { { "line", arena_printf(request->arena, "%d", place.line) },
			{ "column", arena_printf(request->arena, "%d", place.column) }, { 0 } };

		problem_reply(request, &(struct refusal){ .code = "not-json",
					       .params = where,
					       .line = place.line,
					       .column = place.column,
					       .reason = err.text });
	}
	return body;
}

/* JSON pointer's escapes. */
static const char *escape_key(struct arena *arena, const char *key)
{
	struct buf cleanup_buf out = BUF_INIT;

	for (; *key != '\0'; key++) {
		if (*key == '~')
			buf_addstr(&out, "~0");
		else if (*key == '/')
			buf_addstr(&out, "~1");
		else
			buf_addch(&out, *key);
	}
	return arena_memdup(arena, buf_str(&out), out.len);
}

static bool check_keys(struct intake *intake, json_t *object)
{
	const char *key;
	json_t *value;

	json_object_foreach(object, key, value)
	{
		bool known = strncmp(key, "x-", 2) == 0;

		for (size_t i = 0; keys[i] != NULL; i++)
			known |= strcmp(keys[i], key) == 0 && (strcmp(key, "key") != 0 || intake->in_batch);
		if (!known)
			return refuse_near(intake, "unknown-key", NULL, escape_key(intake->arena, key),
				params(intake, "key", key), nearest_name(key, keys));
	}
	return true;
}

static bool plain_text(const char *text, size_t most)
{
	if (*text == '\0' || utf8_length(text, strlen(text)) > most)
		return false;
	for (; *text != '\0'; text++) {
		if ((unsigned char)*text < 0x20 || *text == 0x7f)
			return false;
	}
	return true;
}

/* A short text: copied into *out; absent or null leaves *out as it is. */
static bool read_text(struct intake *intake, json_t *object, const char *key, const char **out)
{
	const json_t *value = json_object_get(object, key);
	struct msg_param *with;

	if (value == NULL || json_is_null(value))
		return true;
	if (!json_is_string(value))
		return refuse(intake, "wrong-type", "wrong-type.string", key, NULL);
	if (!plain_text(json_string_value(value), TEXT_MAX)) {
		with = params(intake, "max", "200");
		with[1] = (struct msg_param){ "pointer", arena_printf(intake->arena, "%s/%s", intake->prefix, key) };
		return refuse(intake, "bad-value", "bad-value.text", key, with);
	}
	*out = arena_strdup(intake->arena, json_string_value(value));
	return true;
}

static bool read_exercise(struct intake *intake, json_t *object)
{
	const char *id = NULL;

	if (!read_text(intake, object, "exercise", &id))
		return false;
	if (id == NULL)
		return refuse(intake, "missing-key", NULL, "exercise", params(intake, "key", "exercise"));
	intake->exhibit = display_find(intake->display, id);
	if (intake->exhibit == NULL)
		return refuse_near(intake, "unknown-exercise", NULL, "exercise", params(intake, "exercise", id),
			display_nearest(intake->display, id));
	return true;
}

static bool read_attempt(struct intake *intake, json_t *object)
{
	const json_t *value = json_object_get(object, "attempt");

	if (value == NULL || json_is_null(value))
		return true;
	if (!json_is_integer(value) || json_integer_value(value) < 1 || json_integer_value(value) > ATTEMPT_MAX)
		return refuse(intake, "wrong-type", "wrong-type.integer", "attempt", NULL);
	intake->submit.attempt = (int)json_integer_value(value);
	return true;
}

static bool read_handed_in(struct intake *intake, json_t *object)
{
	const char *when = NULL;

	if (!read_text(intake, object, "handed_in_at", &when))
		return false;
	if (when == NULL)
		return true;
	if ((intake->caller->scopes & SCOPE_HANDED_IN_AT) == 0)
		return refuse(intake, "missing-scope", NULL, "handed_in_at", params(intake, "scope", "handed-in-at"));
	if (!timestamp_check(when))
		return refuse(intake, "bad-value", "bad-value.date", "handed_in_at", NULL);
	intake->submit.handed_in_at = when;
	return true;
}

static const char *nearest_question(struct intake *intake, const char *id)
{
	const struct exercise *exercise = intake->exhibit->exercise;
	const char **names = arena_array(intake->arena, exercise->question_count + 1, sizeof(*names));

	for (size_t i = 0; i < exercise->question_count; i++)
		names[i] = exercise->questions[i].id;
	return nearest_name(id, names);
}

bool intake_answers(struct intake *intake, const json_t *answers, const char *pointer)
{
	struct buf cleanup_buf text = BUF_INIT;
	const char *id;
	json_t *value;

	if (!json_is_object(answers))
		return refuse(intake, "wrong-answers", "wrong-answers.object", pointer, NULL);
	json_object_foreach((json_t *)(uintptr_t)answers, id, value)
	{
		const struct question *question = exercise_question(intake->exhibit->exercise, id);
		const char *at = arena_printf(intake->arena, "%s/%s", pointer, escape_key(intake->arena, id));

		if (question == NULL)
			return refuse_near(intake, "wrong-answers", "wrong-answers.unknown", at,
				params(intake, "question", id), nearest_question(intake, id));
		/* Code is text; what a formula or a table may be is the kind's own matter. */
		if (question->kind->typing == TYPING_CODE && !json_is_string(value) && !json_is_null(value))
			return refuse(
				intake, "wrong-answers", "wrong-answers.text", at, params(intake, "question", id));
	}
	json_print(&text, answers);
	intake->submit.answers = arena_memdup(intake->arena, buf_str(&text), text.len);
	return true;
}

bool intake_key(struct intake *intake, const char *key, const char *pointer)
{
	size_t length = strlen(key);
	bool plain = length >= 1 && length <= KEY_MAX;

	for (size_t i = 0; plain && i < length; i++)
		plain = key[i] >= 0x20 && key[i] < 0x7f;
	if (!plain) {
		intake->refusal = (struct refusal){ .code = "bad-key", .pointer = pointer };
		return false;
	}
	intake->submit.key = arena_printf(intake->arena, "%s:%s", intake->caller->name, key);
	return true;
}

const char *intake_anonymous(struct arena *arena)
{
	unsigned char random[4];

	random_bytes(random, sizeof(random));
	return arena_printf(arena, "anonyme-%02x%02x%02x%02x", random[0], random[1], random[2], random[3]);
}

uint64_t intake_seed(const char *tenant, const char *student, const char *exercise)
{
	struct buf cleanup_buf text = BUF_INIT;
	uint8_t digest[32];
	uint64_t seed = 0;

	buf_add(&text, tenant, strlen(tenant) + 1);
	buf_add(&text, student, strlen(student) + 1);
	buf_add(&text, exercise, strlen(exercise) + 1);
	sha256_raw(digest, text.data, text.len);
	for (int i = 0; i < 8; i++)
		seed = seed << 8 | digest[i];
	return seed >> 1; /* fits a signed column */
}

/* Of the meaning, not of the bytes: a client that prints its JSON again in another order repeats itself all the same. */
static void hash_body(struct intake *intake, json_t *object)
{
	struct buf cleanup_buf text = BUF_INIT;
	json_t cleanup_json *copy = json_copy(object);

	json_object_del(copy, "key");
	json_print_canonical(&text, copy);
	sha256_raw(intake->submit.body_hash, buf_str(&text), text.len);
}

static bool read_item_key(struct intake *intake, json_t *object)
{
	const json_t *key = json_object_get(object, "key");
	const char *pointer = arena_printf(intake->arena, "%s/key", intake->prefix);

	if (key == NULL)
		return refuse(intake, "missing-key", NULL, "key", params(intake, "key", "key"));
	if (!json_is_string(key))
		return refuse(intake, "wrong-type", "wrong-type.string", "key", NULL);
	return intake_key(intake, json_string_value(key), pointer);
}

bool intake_student(const char *text)
{
	return plain_text(text, TEXT_MAX);
}

bool intake_read(struct intake *intake, json_t *object)
{
	struct submit *submit = &intake->submit;
	const json_t *answers;

	if (!json_is_object(object))
		return refuse(
			intake, "wrong-type", intake->in_batch ? "wrong-type.object" : "wrong-type.body", "", NULL);
	answers = json_object_get(object, "answers");
	if (!check_keys(intake, object) || (intake->in_batch && !read_item_key(intake, object)) ||
		!read_exercise(intake, object) || !read_text(intake, object, "student", &submit->student) ||
		!read_text(intake, object, "evaluation", &submit->evaluation) || !read_attempt(intake, object) ||
		!read_handed_in(intake, object))
		return false;
	if (submit->student == NULL && exhibit_drawn(intake->exhibit))
		return refuse(intake, "student-needed", NULL, "student", NULL);
	if (answers == NULL)
		return refuse(intake, "missing-key", NULL, "answers", params(intake, "key", "answers"));
	if (!intake_answers(intake, answers, "answers"))
		return false;
	if (submit->student == NULL)
		submit->student = intake_anonymous(intake->arena);
	submit->tenant = TENANT;
	submit->exercise = intake->exhibit->id;
	submit->digest = intake->exhibit->digest;
	submit->pack = intake->exhibit->pack;
	submit->pack_bytes = intake->exhibit->pack_bytes;
	submit->seed = intake_seed(TENANT, submit->student, submit->exercise);
	submit->lane = intake->in_batch ? LANE_BATCH : LANE_LIVE;
	hash_body(intake, object);
	return true;
}
