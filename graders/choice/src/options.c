#include "options.h"
#include <string.h>
#include "base/draw.h"
#include "base/json.h"
#include "fold.h"
#include "grader_choice/grader_choice.h"

static const struct key_spec option_keys[] = {
	{ .name = "id", .type = KEY_STRING, .doc = "How answers name it; its letter (a, b, c…) if left out." },
	{ .name = "text", .type = KEY_TEXT, .doc = "What it says; left out where the statement says it." },
	{ .name = "right", .type = KEY_BOOL, .doc = "true: it is to be chosen." },
	{ .name = "why", .type = KEY_TEXT, .doc = "What is said to who chooses it wrongly." },
};

const struct key_spec options_keys[OPTIONS_KEYS] = {
	{ .name = "options", .type = KEY_ARRAY, .required = true, .doc = "What may be chosen, two to 26." },
	{ .name = "several",
		.type = KEY_BOOL,
		.doc = "true: any number of them may be chosen; if left out, where more than one is right." },
	{ .name = "shuffle",
		.type = KEY_BOOL,
		.doc = "true: each student gets an order of their own, with the exercise's drawn values." },
};

static bool mistake(struct reader *reader, const char *pointer, const char *code, const char *id)
{
	const struct msg_param params[] = { { "id", id }, { 0 } };

	reader_problem(reader, pointer, false, &choice_messages, code, params);
	return false;
}

static const char *folded(const char *text, struct arena *arena)
{
	static const struct folding folding = { 0 };

	return text != NULL ? fold_text(text, strlen(text), &folding, arena) : "";
}

static bool read_option(struct options *options, struct reader *reader, json_t *object, const char *pointer)
{
	struct option *option = &options->list[options->count];
	const char *letter = arena_printf(reader->arena, "%c", (char)('a' + options->count));

	if (!reader_object(reader, object, pointer, option_keys, sizeof(option_keys) / sizeof(option_keys[0]), NULL, 0))
		return false;
	*option = (struct option){ .id = reader_string(reader, object, "id", letter),
		.text = reader_text(reader, object, "text"),
		.why = reader_text(reader, object, "why"),
		.right = reader_bool(object, "right", false) };
	option->folded = folded(option->text.fr, reader->arena);
	option->folded_en = folded(option->text.en, reader->arena);
	if (*option->id == '\0' || strlen(option->id) > 40 ||
		option->id[strspn(option->id, "abcdefghijklmnopqrstuvwxyz0123456789-")] != '\0')
		return mistake(reader, reader_pointer(reader, pointer, "id"), "option-id", option->id);
	for (size_t i = 0; i < options->count; i++) {
		if (strcmp(options->list[i].id, option->id) == 0)
			return mistake(reader, pointer, "option-twice", option->id);
		if (*option->folded != '\0' && strcmp(options->list[i].folded, option->folded) == 0)
			return mistake(reader, reader_pointer(reader, pointer, "text"), "option-twice", option->id);
	}
	options->count++;
	options->right += option->right;
	return true;
}

/* The order of this instance's seed. A letter is a place then, and cannot be a name too. */
static bool shuffle(
	struct options *options, struct reader *reader, const char *pointer, const struct question *question)
{
	const struct exercise *exercise = question->exercise;
	struct draw draw;

	if (exercise->parameter_count == 0)
		return mistake(reader, reader_pointer(reader, pointer, "shuffle"), "shuffle-needs", "");
	for (size_t i = 0; i < options->count; i++) {
		if (strlen(options->list[i].id) == 1)
			return mistake(reader, reader_pointer_at(reader, reader_pointer(reader, pointer, "options"), i),
				"shuffle-letter", options->list[i].id);
		if (options->list[i].text.fr == NULL)
			return mistake(reader, reader_pointer_at(reader, reader_pointer(reader, pointer, "options"), i),
				"shuffle-text", options->list[i].id);
	}
	draw_open(&draw, exercise->seed, arena_printf(reader->arena, "shuffle:%s", question->id));
	for (size_t i = options->count - 1; i > 0; i--) {
		size_t other = draw_below(&draw, (uint32_t)i + 1);
		struct option kept = options->list[i];

		options->list[i] = options->list[other];
		options->list[other] = kept;
	}
	return true;
}

/* A list to tick; nothing where the statement shows the options itself. */
static const char *starter_of(const struct options *options, struct arena *arena)
{
	struct buf cleanup_buf out = BUF_INIT;

	for (size_t i = 0; i < options->count; i++) {
		if (options->list[i].text.fr == NULL)
			return "";
		buf_printf(&out, "[ ] %c. %s\n", (char)('a' + i), options->list[i].text.fr);
	}
	return arena_memdup(arena, buf_str(&out), out.len);
}

bool options_read(struct options *out, struct reader *reader, json_t *object, const char *pointer,
	const struct question *question)
{
	const json_t *list = json_object_get(object, "options");
	const char *inside = reader_pointer(reader, pointer, "options");

	*out = (struct options){ 0 };
	if (json_array_size(list) < 2 || json_array_size(list) > OPTIONS_MAX)
		return mistake(reader, inside, "options-count", "");
	for (size_t i = 0; i < json_array_size(list); i++) {
		if (!read_option(out, reader, json_array_get(list, i), reader_pointer_at(reader, inside, i)))
			return false;
	}
	for (size_t i = 0; i < out->count; i++) {
		/* "b" must not mean the second option and another one's name. */
		if (strlen(out->list[i].id) == 1 && out->list[i].id[0] != (char)('a' + i))
			return mistake(reader, reader_pointer_at(reader, inside, i), "option-letter", out->list[i].id);
	}
	out->several = reader_bool(object, "several", out->right > 1);
	if (!out->several && out->right != 1)
		return mistake(reader, inside, "options-one", "");
	if (reader_bool(object, "shuffle", false) && !shuffle(out, reader, pointer, question))
		return false;
	out->example = out->several ? "a, b" : "b";
	out->starter = starter_of(out, reader->arena);
	return true;
}
