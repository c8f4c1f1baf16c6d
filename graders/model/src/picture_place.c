/* {{picture:ID}} in a statement or a written solution: where the drawing of a question's data goes. */
#include <string.h>
#include "base/json.h"
#include "loading.h"
#include "model/messages.h"

static const char opening[] = "{{picture:";
static const char id_signs[] = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-_";

size_t picture_place_at(const char *text, const char **id, struct arena *arena)
{
	size_t length;

	if (strncmp(text, opening, sizeof(opening) - 1) != 0)
		return 0;
	text += sizeof(opening) - 1;
	length = strspn(text, id_signs);
	if (length == 0 || strncmp(text + length, "}}", 2) != 0)
		return 0;
	*id = arena_memdup(arena, text, length);
	return sizeof(opening) - 1 + length + 2;
}

static void check_place(struct loading *loading, const char *file, const char *text, const char *at)
{
	const struct question *question = NULL;
	const char *id = "", *code = "unknown-picture";
	struct json_place place = json_place_at(text, (size_t)(at - text));
	size_t length = picture_place_at(at, &id, loading->arena);

	if (length > 0)
		question = exercise_question(loading->exercise, id);
	if (question != NULL)
		code = question->kind->picture == NULL || (question->spec != NULL && question->kind->picture(question,
											     loading->arena) == NULL)
			       ? "no-picture"
			       : NULL;
	if (code == NULL)
		return;
	problem_add(loading->reader.problems, loading->arena,
		(struct problem){ .file = file,
			.line = place.line,
			.column = place.column,
			.pointer = "",
			.message = msg_make(
				loading->arena, &model_messages, code, (struct msg_param[]){ { "id", id }, { 0 } }) });
}

void load_check_pictures(struct loading *loading)
{
	const struct {
		const char *file, *text;
	} rows[] = {
		{ "statement.fr.md", loading->exercise->statement_fr },
		{ "statement.en.md", loading->exercise->statement_en },
		{ "corrige.fr.md", loading->exercise->corrige_fr },
		{ "corrige.en.md", loading->exercise->corrige_en },
	};

	for (size_t i = 0; i < sizeof(rows) / sizeof(rows[0]); i++) {
		const char *at = rows[i].text != NULL ? strstr(rows[i].text, opening) : NULL;

		for (; at != NULL; at = strstr(at + 1, opening))
			check_place(loading, rows[i].file, rows[i].text, at);
	}
}
