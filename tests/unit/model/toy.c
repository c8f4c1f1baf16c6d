#include "toy.h"
#include <string.h>

static const char *const modes[] = { "alpha", "beta", NULL };

static const struct key_spec toy_keys[] = {
	{ .name = "entry", .type = KEY_STRING, .required = true, .doc = "The name." },
	{ .name = "mode", .type = KEY_STRING, .choices = modes },
	{ .name = "depth", .type = KEY_INT, .min = 1, .max = 9 },
	{ .name = "flag", .type = KEY_BOOL },
	{ .name = "extra", .type = KEY_OBJECT },
	{ .name = "words", .type = KEY_STRINGS },
	{ .name = "tests", .type = KEY_ARRAY, .required = true },
};

static const struct key_spec toy_test_keys[] = {
	{ .name = "call", .type = KEY_STRING, .required = true },
	{ .name = "returns", .type = KEY_STRING },
	{ .name = "points", .type = KEY_POINTS },
	{ .name = "hint", .type = KEY_TEXT },
};

static void toy_read(struct reader *reader, json_t *object, const char *pointer, struct question *question)
{
	const char *tests = reader_pointer(reader, pointer, "tests");
	const json_t *rows = json_object_get(object, "tests");

	for (size_t i = 0; i < json_array_size(rows); i++) {
		const char *at = reader_pointer_at(reader, tests, i);
		json_t *row = json_array_get(rows, i);
		struct frac points;

		if (reader_object(
			    reader, row, at, toy_test_keys, sizeof(toy_test_keys) / sizeof(toy_test_keys[0]), NULL, 0))
			reader_points(reader, row, at, "points", &points);
	}
	question->spec = reader_string(reader, object, "entry", NULL);
}

static const struct kind toy = {
	.name = "toy",
	.question_keys = toy_keys,
	.question_key_count = sizeof(toy_keys) / sizeof(toy_keys[0]),
	.test_keys = toy_test_keys,
	.test_key_count = sizeof(toy_test_keys) / sizeof(toy_test_keys[0]),
	.read = toy_read,
};
static const struct kind plain = { .name = "plain" };

const struct kind *const toy_kinds[] = { &toy, &plain, NULL };

static void put32(struct buf *out, size_t value)
{
	for (int i = 0; i < 4; i++)
		buf_addch(out, (char)(value >> (8 * i)));
}

/* Through a pack, which sorts nothing: the pairs are given in order of names. */
void toy_folder(struct folder *out, struct arena *arena, const char *const *pairs)
{
	struct buf cleanup_buf pack = BUF_INIT;
	struct err err = { 0 };

	buf_addstr(&pack, "BAREME1\n");
	for (; *pairs != NULL; pairs += 2) {
		put32(&pack, strlen(pairs[0]));
		put32(&pack, strlen(pairs[1]));
		buf_addstr(&pack, pairs[0]);
		buf_addstr(&pack, pairs[1]);
	}
	if (folder_unpack(out, pack.data, pack.len, arena, &err) < 0)
		fail_msg("toy folder: %s", err.text);
}
