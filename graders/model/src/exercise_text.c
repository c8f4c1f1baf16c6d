/* The texts of an exercise's folder: found, bounded, UTF-8. */
#include "loading.h"
#include <string.h>
#include "base/json.h"
#include "base/utf8.h"
#include "json_slip.h"
#include "model/messages.h"

static const char bom[] = "\xef\xbb\xbf";

static void file_problem(struct loading *loading, const char *file, struct json_place place, const char *code,
	const struct msg_param *params)
{
	problem_add(loading->reader.problems, loading->arena,
		(struct problem){ .file = file,
			.line = place.line,
			.column = place.column,
			.pointer = "",
			.message = msg_make(loading->arena, &model_messages, code, params) });
}

static bool check_text(struct loading *loading, const struct folder_file *file)
{
	size_t bad = utf8_check(file->data, file->bytes);
	const char *code = "bad-utf8";

	if (bad == file->bytes) {
		bad = strnlen(file->data, file->bytes);
		code = "nul";
	}
	if (bad == file->bytes)
		return true;
	file_problem(loading, file->name, json_place_at(file->data, bad), code, NULL);
	return false;
}

const struct folder_file *load_text(struct loading *loading, const char *name, size_t max_bytes)
{
	const struct folder_file *file = folder_find(loading->exercise->folder, name);
	const struct msg_param params[] = {
		{ "file", name },
		{ "max", arena_printf(loading->arena, "%zu", max_bytes >> 10) },
		{ 0 },
	};
	struct folder_file *text;

	if (file == NULL) {
		file_problem(loading, name, (struct json_place){ 0 }, "missing-file", params);
		return NULL;
	}
	if (file->bytes > max_bytes) {
		file_problem(loading, name, (struct json_place){ 0 }, "file-too-large", params);
		return NULL;
	}
	if (!check_text(loading, file))
		return NULL;
	text = arena_alloc(loading->arena, sizeof(*text));
	*text = *file;
	if (file->bytes >= 3 && memcmp(file->data, bom, 3) == 0) {
		text->data += 3;
		text->bytes -= 3;
	}
	if (strspn(text->data, " \t\r\n") == text->bytes) {
		file_problem(loading, name, (struct json_place){ 0 }, "file-empty", NULL);
		return NULL;
	}
	return text;
}

json_t *load_json(struct loading *loading, const char *name, struct reader *reader)
{
	const struct folder_file *file = load_text(loading, name, MAX_JSON);
	struct json_place place = { 0 };
	struct err err = { 0 };
	json_t *value;

	if (file == NULL)
		return NULL;
	*reader = (struct reader){ .arena = loading->arena,
		.folder = loading->exercise->folder,
		.file = file->name,
		.text = file->data,
		.bytes = file->bytes,
		.problems = loading->reader.problems };
	value = json_parse(file->data, file->bytes, &place, &err);
	if (value == NULL) {
		struct json_slip slip = json_slip_of(file->data, file->bytes, place, loading->arena);

		file_problem(loading, file->name, slip.place, slip.code,
			(const struct msg_param[]){ { "word", slip.word }, { 0 } });
		return NULL;
	}
	return json_keep(loading->arena, value);
}

static bool ends_with(const char *text, const char *end)
{
	size_t length = strlen(text), wanted = strlen(end);

	return length >= wanted && strcmp(text + length - wanted, end) == 0;
}

void load_check_texts(struct loading *loading)
{
	static const char *const texts[] = { ".py", ".txt", ".in", ".ans", NULL };
	const struct folder *folder = loading->exercise->folder;

	for (size_t i = 0; i < folder->count; i++) {
		for (const char *const *end = texts; *end != NULL; end++) {
			if (ends_with(folder->files[i].name, *end))
				check_text(loading, &folder->files[i]);
		}
	}
}
