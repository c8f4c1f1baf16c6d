/* The instance of one seed: the same exercise with its drawn values in their places. */
#include <string.h>
#include "base/json.h"
#include "loading.h"

/* What the statements show of the values, by placeholder. Nothing else of them leaves: it could be the answer. */
static json_t *shown_values(struct loading *loading, const struct values *values)
{
	const char *const statements[] = { loading->exercise->statement_fr, loading->exercise->statement_en };
	json_t *shown = json_object();

	for (size_t i = 0; i < 2; i++) {
		const char *at = statements[i] != NULL ? strstr(statements[i], "{{") : NULL;

		for (; at != NULL; at = strstr(at + 1, "{{")) {
			const char *name = NULL;
			const struct drawn_part *part = NULL;

			if (placeholder_at(at, &name, loading->arena) > 0)
				part = values_find(values, name);
			if (part != NULL)
				json_object_set_new(shown, name, json_deep_copy(part->value));
		}
	}
	return json_keep(loading->arena, shown);
}

/* The kinds of the questions are the table of this loading. */
static const struct kind *const *kinds_of(const struct exercise *exercise, struct arena *arena)
{
	const struct kind **kinds = arena_array(arena, exercise->question_count + 1, sizeof(*kinds));

	for (size_t i = 0; i < exercise->question_count; i++)
		kinds[i] = exercise->questions[i].kind;
	return kinds;
}

const struct exercise *exercise_draw(
	const struct exercise *template, uint64_t seed, struct problems *problems, struct arena *arena)
{
	struct exercise *exercise;
	struct loading loading = { .arena = arena, .errors_before = problems->errors };
	const struct folder_file *file;
	const struct values *values;

	if (template->parameter_count == 0 || template->values != NULL)
		return template;
	exercise = arena_alloc(arena, sizeof(*exercise));
	*exercise = *template;
	exercise->seed = seed;
	loading.exercise = exercise;
	loading.kinds = kinds_of(template, arena);
	loading.reader = (struct reader){ .arena = arena,
		.folder = exercise->folder,
		.file = "exercise.json",
		.problems = problems,
		.generators = template->drawing->generators };
	file = load_text(&loading, "exercise.json", MAX_JSON);
	if (file == NULL)
		return NULL;
	loading.reader.text = file->data;
	loading.reader.bytes = file->bytes;
	values = values_draw(&loading, seed);
	if (values == NULL)
		return NULL;
	exercise->root = values_fill_questions(&loading, values, template->root);
	load_questions(&loading, exercise->root);
	exercise->wrong = values_fill_wrong(&loading, values);
	exercise->values = values;
	exercise->shown = shown_values(&loading, values);
	exercise->statement_fr = values_fill_copy(template->statement_fr, values, LANG_FR, arena);
	exercise->statement_en = values_fill_copy(template->statement_en, values, LANG_EN, arena);
	exercise->corrige_fr = values_fill_copy(template->corrige_fr, values, LANG_FR, arena);
	exercise->corrige_en = values_fill_copy(template->corrige_en, values, LANG_EN, arena);
	return problems->errors == loading.errors_before ? exercise : NULL;
}
