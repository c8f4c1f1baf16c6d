#include "parcel.h"

#include <endian.h>
#include <errno.h>
#include <inttypes.h>
#include <jansson.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "base/frac.h"
#include "base/json.h"
#include "model/report.h"

enum { PREFIX = 8, READ_STEP = 64 << 10 };

enum field_kind { FIELD_TEXT, FIELD_SEED, FIELD_MARK, FIELD_VERDICT, FIELD_POINTS };

struct field {
	const char *name;
	size_t offset;
	enum field_kind kind;
};

enum {
	F_JOB = 1 << 0,
	F_EXERCISE = 1 << 1,
	F_DIGEST = 1 << 2,
	F_SEED = 1 << 3,
	F_VERDICT = 1 << 4,
	F_POINTS = 1 << 5,
	F_MAX = 1 << 6,
	F_MARK = 1 << 7,
	F_WHY = 1 << 8,
	F_PYTHON = 1 << 9,
	F_ISOLATION = 1 << 10,
};

/* In the order of the bits above. */
static const struct field fields[] = {
	{ "job", offsetof(struct parcel, job), FIELD_TEXT },
	{ "exercise", offsetof(struct parcel, exercise), FIELD_TEXT },
	{ "digest", offsetof(struct parcel, digest), FIELD_TEXT },
	{ "seed", offsetof(struct parcel, seed), FIELD_SEED },
	{ "verdict", offsetof(struct parcel, verdict), FIELD_VERDICT },
	{ "points", offsetof(struct parcel, points), FIELD_POINTS },
	{ "max", offsetof(struct parcel, max), FIELD_POINTS },
	{ "mark", offsetof(struct parcel, mark), FIELD_MARK },
	{ "why", offsetof(struct parcel, why), FIELD_TEXT },
	{ "python", offsetof(struct parcel, python), FIELD_TEXT },
	{ "isolation", offsetof(struct parcel, isolation), FIELD_TEXT },
};
enum { FIELD_COUNT = sizeof(fields) / sizeof(fields[0]) };

struct shape {
	const char *name;
	unsigned required, optional;
	bool body;
};

static const struct shape shapes[] = {
	[PARCEL_HELLO] = { "hello", F_PYTHON | F_ISOLATION, 0, false },
	[PARCEL_JOB] = { "job", F_JOB | F_EXERCISE | F_DIGEST | F_SEED, 0, true },
	[PARCEL_NEED] = { "need", F_DIGEST, 0, false },
	[PARCEL_CONTENT] = { "content", F_DIGEST, F_WHY, true },
	[PARCEL_BEAT] = { "beat", F_JOB, 0, false },
	[PARCEL_RESULT] = { "result", F_JOB | F_VERDICT | F_POINTS | F_MAX | F_MARK, 0, true },
	[PARCEL_FAILURE] = { "failure", F_JOB | F_WHY, 0, false },
	[PARCEL_REFUSED] = { "refused", F_JOB | F_WHY, 0, false },
	[PARCEL_PREVIEW] = { "preview", F_JOB | F_EXERCISE | F_DIGEST | F_SEED, 0, true },
	[PARCEL_READING] = { "reading", F_JOB, 0, true },
	[PARCEL_DRAIN] = { "drain", 0, 0, false },
};
enum { SHAPE_COUNT = sizeof(shapes) / sizeof(shapes[0]) };

static void *field_at(const struct parcel *parcel, const struct field *field)
{
	return (char *)parcel + field->offset;
}

/* ---- writing ---- */

static json_t *field_to_json(const struct parcel *parcel, const struct field *field)
{
	char text[32];

	if (field->kind == FIELD_MARK)
		return json_integer(*(const int64_t *)field_at(parcel, field));
	if (field->kind == FIELD_SEED) {
		/* As text: a JSON integer of Jansson's has 63 bits. */
		snprintf(text, sizeof(text), "%" PRIu64, *(const uint64_t *)field_at(parcel, field));
		return json_string(text);
	}
	const char *value = *(const char *const *)field_at(parcel, field);
	return value ? json_string(value) : NULL;
}

static json_t *head_to_json(const struct parcel *parcel, struct err *err)
{
	const struct shape *shape = &shapes[parcel->type];
	json_t *head = json_pack("{s:s}", "type", shape->name);

	for (size_t i = 0; i < FIELD_COUNT; i++) {
		if (!((shape->required | shape->optional) & 1u << i))
			continue;
		json_t *value = field_to_json(parcel, &fields[i]);
		if (value) {
			json_object_set_new(head, fields[i].name, value);
		} else if (shape->required & 1u << i) {
			json_decref(head);
			err_set(err, ERR_INTERNAL, "parcel %s without %s", shape->name, fields[i].name);
			return NULL;
		}
	}
	return head;
}

int parcel_write(struct buf *out, const struct parcel *parcel, struct err *err)
{
	cleanup_json json_t *root = head_to_json(parcel, err);
	cleanup_buf struct buf head = BUF_INIT;
	uint32_t prefix[2];

	if (!root)
		return -1;
	json_print(&head, root);
	if (head.len > PARCEL_HEAD_MAX || parcel->bytes > PARCEL_MAX - head.len)
		return err_set(err, ERR_TOO_LARGE, "parcel %s: more than %d bytes", shapes[parcel->type].name,
			(int)PARCEL_MAX);
	prefix[0] = htole32((uint32_t)head.len);
	prefix[1] = htole32((uint32_t)parcel->bytes);
	buf_add(out, prefix, sizeof(prefix));
	buf_add(out, head.data, head.len);
	if (parcel->bytes)
		buf_add(out, parcel->body, parcel->bytes);
	return 0;
}

/* ---- reading ---- */

static bool known_verdict(const char *word)
{
	for (int v = VERDICT_CORRECT; v <= VERDICT_BLANK; v++)
		if (strcmp(word, verdict_name((enum verdict)v)) == 0)
			return true;
	return false;
}

static bool read_seed(const char *text, uint64_t *out)
{
	char *end;

	if (!*text || strspn(text, "0123456789") != strlen(text))
		return false;
	errno = 0;
	*out = strtoull(text, &end, 10);
	return !errno && !*end;
}

static bool field_from_json(struct parcel *parcel, const struct field *field, const json_t *value)
{
	struct frac points;
	struct err ignored;

	if (field->kind == FIELD_MARK) {
		int64_t mark = json_integer_value(value);
		*(int64_t *)field_at(parcel, field) = mark;
		return json_is_integer(value) && mark >= 0 && mark <= 2000;
	}
	const char *text = json_string_value(value);
	if (!text)
		return false;
	if (field->kind == FIELD_SEED)
		return read_seed(text, field_at(parcel, field));
	*(const char **)field_at(parcel, field) = text;
	if (field->kind == FIELD_VERDICT)
		return known_verdict(text);
	if (field->kind == FIELD_POINTS)
		return frac_parse(&points, text, &ignored) == 0;
	return true;
}

static int read_type(const json_t *root, struct parcel *out, struct err *err)
{
	const char *name = json_string_value(json_object_get(root, "type"));

	for (int type = 0; name && type < SHAPE_COUNT; type++) {
		if (strcmp(name, shapes[type].name) == 0) {
			out->type = (enum parcel_type)type;
			return 0;
		}
	}
	return err_set(err, ERR_PEER, "a parcel of no known type");
}

static int read_head(const json_t *root, struct parcel *out, struct err *err)
{
	if (read_type(root, out, err) < 0)
		return -1;
	const struct shape *shape = &shapes[out->type];
	size_t seen = 1;

	for (size_t i = 0; i < FIELD_COUNT; i++) {
		const json_t *value = json_object_get(root, fields[i].name);
		bool allowed = (shape->required | shape->optional) & 1u << i;

		if (!value && !(shape->required & 1u << i))
			continue;
		if (!value || !allowed || !field_from_json(out, &fields[i], value))
			return err_set(err, ERR_PEER, "parcel %s: %s is missing, not expected or not well formed",
				shape->name, fields[i].name);
		seen++;
	}
	if (seen != json_object_size(root))
		return err_set(err, ERR_PEER, "parcel %s: an unknown field", shape->name);
	return 0;
}

static void forget_last(struct parcel_inbox *inbox)
{
	json_decref(inbox->root);
	inbox->root = NULL;
	if (!inbox->taken)
		return;
	inbox->data[inbox->taken] = inbox->under;
	memmove(inbox->data, inbox->data + inbox->taken, inbox->len - inbox->taken);
	inbox->len -= inbox->taken;
	inbox->taken = 0;
}

int parcel_next(struct parcel_inbox *inbox, struct parcel *out, struct err *err)
{
	uint32_t prefix[2];
	struct json_place place;

	forget_last(inbox);
	if (inbox->len < PREFIX)
		return 0;
	memcpy(prefix, inbox->data, PREFIX);
	size_t head = le32toh(prefix[0]), body = le32toh(prefix[1]);
	if (head > PARCEL_HEAD_MAX || body > PARCEL_MAX)
		return err_set(err, ERR_PEER, "a parcel of %zu + %zu bytes", head, body);
	if (inbox->len < PREFIX + head + body)
		return 0;

	*out = (struct parcel){ .body = inbox->data + PREFIX + head, .bytes = body };
	inbox->root = json_parse(inbox->data + PREFIX, head, &place, err);
	if (!inbox->root)
		return err_set(err, ERR_PEER, "a parcel whose head is no JSON");
	if (read_head(inbox->root, out, err) < 0)
		return -1;
	if (body && !shapes[out->type].body)
		return err_set(err, ERR_PEER, "parcel %s: a body where there is none", shapes[out->type].name);
	/* parcel_receive() always leaves a byte of room after what it read. */
	inbox->taken = PREFIX + head + body;
	inbox->under = inbox->data[inbox->taken];
	inbox->data[inbox->taken] = '\0';
	return 1;
}

int parcel_receive(struct parcel_inbox *inbox, int fd, struct err *err)
{
	forget_last(inbox);
	if (inbox->cap - inbox->len < READ_STEP + 1) {
		size_t cap = inbox->cap ? inbox->cap * 2 : 2 * READ_STEP;
		char *data = realloc(inbox->data, cap);
		if (!data)
			return err_set(err, ERR_SYSTEM, "no memory for a parcel of %zu bytes", cap);
		inbox->data = data;
		inbox->cap = cap;
	}
	ssize_t got;
	do
		got = read(fd, inbox->data + inbox->len, inbox->cap - inbox->len - 1);
	while (got < 0 && errno == EINTR);
	if (got < 0 && errno == EAGAIN)
		return err_set(err, ERR_BUSY, "nothing to read");
	if (got < 0 && errno == ECONNRESET)
		return 0;
	if (got < 0)
		return err_sys(err, "read a parcel");
	inbox->len += (size_t)got;
	return got > 0;
}

void parcel_inbox_release(struct parcel_inbox *inbox)
{
	json_decref(inbox->root);
	free(inbox->data);
	*inbox = (struct parcel_inbox){ 0 };
}
