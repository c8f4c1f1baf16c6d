/*
 * Loading an exercise. Everything that can still be read is read after a
 * mistake, so that an author gets the whole list at once.
 */
#include <string.h>
#include "base/json.h"
#include "loading.h"
#include "model/messages.h"

static bool is_id(const char *id)
{
	bool empty = true; /* the part since the last dot */

	if (strlen(id) > 200)
		return false;
	for (; *id != '\0'; id++) {
		if (*id == '.') {
			if (empty)
				return false;
			empty = true;
		} else if (strchr("abcdefghijklmnopqrstuvwxyz0123456789-", *id) != NULL) {
			empty = false;
		} else {
			return false;
		}
	}
	return !empty;
}

static bool digits_at(const char *text, size_t count)
{
	return strspn(text, "0123456789") >= count;
}

/* "2026-12-01", or a civil time of that day: "2026-12-01T18:00". */
static bool is_date(const char *text)
{
	static const int days[] = { 31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31 };
	int year, month, day;

	if (strlen(text) < 10 || !digits_at(text, 4) || text[4] != '-' || !digits_at(text + 5, 2) || text[7] != '-' ||
		!digits_at(text + 8, 2))
		return false;
	month = (text[5] - '0') * 10 + text[6] - '0';
	day = (text[8] - '0') * 10 + text[9] - '0';
	year = (text[2] - '0') * 10 + text[3] - '0';
	year += (text[0] - '0') * 1000 + (text[1] - '0') * 100;
	if (month < 1 || month > 12 || day < 1 || day > days[month - 1])
		return false;
	if (month == 2 && day == 29 && (year % 4 != 0 || (year % 100 == 0 && year % 400 != 0)))
		return false;
	if (text[10] == '\0')
		return true;
	return strlen(text) == 16 && text[10] == 'T' && digits_at(text + 11, 2) && text[13] == ':' &&
	       digits_at(text + 14, 2) && memcmp(text + 11, "24", 2) < 0 && text[14] < '6';
}

static void read_reveal(struct loading *loading, json_t *root)
{
	static const char *const words[] = { "always", "correct", "last-attempt", "closed", NULL };
	const char *value = reader_string(&loading->reader, root, "reveal", NULL);
	const struct msg_param params[] = { { "value", value }, { 0 } };

	loading->exercise->reveal = value;
	if (value == NULL || is_date(value))
		return;
	for (const char *const *word = words; *word != NULL; word++) {
		if (strcmp(value, *word) == 0)
			return;
	}
	reader_problem(&loading->reader, "/reveal", false, &model_messages, "bad-reveal", params);
}

static void read_format(struct loading *loading, json_t *root)
{
	const json_t *format = json_object_get(root, "format");
	const struct msg_param params[] = {
		{ "format", arena_printf(loading->arena, "%lld", (long long)json_integer_value(format)) },
		{ 0 },
	};

	if (json_is_integer(format) && json_integer_value(format) != 1)
		reader_problem(&loading->reader, "/format", false, &model_messages, "format", params);
}

static void refuse_later_keys(struct loading *loading, json_t *root)
{
	for (size_t i = 0; i < later_key_count; i++) {
		const char *name = later_keys[i].name;
		const struct msg_param params[] = { { "key", name }, { 0 } };

		if (json_object_get(root, name) != NULL)
			reader_problem(&loading->reader, reader_pointer(&loading->reader, "", name), true,
				&model_messages, "later-key", params);
	}
}

static void read_header(struct loading *loading, json_t *root)
{
	const struct key_tables tables = { exercise_keys, exercise_key_count, later_keys, later_key_count };
	struct exercise *exercise = loading->exercise;

	reader_check(&loading->reader, root, "", &tables);
	read_format(loading, root);
	refuse_later_keys(loading, root);
	exercise->title = reader_text(&loading->reader, root, "title");
	exercise->year = (int)reader_int(root, "year", 0);
	exercise->difficulty = (int)reader_int(root, "difficulty", 0);
	exercise->minutes = (int)reader_int(root, "minutes", 0);
	exercise->topics = reader_strings(&loading->reader, root, "topics");
	if (exercise->topics == NULL)
		exercise->topics = arena_array(loading->arena, 1, sizeof(*exercise->topics));
	exercise->licence = reader_string(&loading->reader, root, "licence", NULL);
	read_reveal(loading, root);
}

static void read_prose(struct loading *loading)
{
	struct exercise *exercise = loading->exercise;
	const struct {
		const char *name;
		const char **into;
		bool required;
	} rows[] = {
		{ "statement.fr.md", &exercise->statement_fr, true },
		{ "statement.en.md", &exercise->statement_en, false },
		{ "corrige.fr.md", &exercise->corrige_fr, false },
		{ "corrige.en.md", &exercise->corrige_en, false },
	};

	for (size_t i = 0; i < sizeof(rows) / sizeof(rows[0]); i++) {
		const struct folder_file *file = NULL;

		if (rows[i].required || folder_find(exercise->folder, rows[i].name) != NULL)
			file = load_text(loading, rows[i].name, MAX_PROSE);
		if (file != NULL)
			*rows[i].into = file->data;
	}
}

/* The questions of an exercise with parameters are read as those of seed 0: what is wrong then is wrong with them. */
static void load_body(struct loading *loading, json_t *root)
{
	const struct values *values = NULL;

	if (!load_parameters(loading, root))
		return;
	if (loading->exercise->parameter_count > 0) {
		values = values_draw(loading, 0);
		if (values == NULL)
			return;
		load_questions(loading, values_fill_questions(loading, values, root));
		load_check_values(loading, values);
	} else {
		load_questions(loading, root);
	}
	load_check_pictures(loading);
	load_wrong(loading, root);
	if (values != NULL)
		values_fill_wrong(loading, values); /* for what is wrong there; the rows stay the template's */
}

const struct exercise *exercise_load(const struct folder *folder, const char *id, const struct kind *const *kinds,
	struct problems *problems, struct arena *arena)
{
	struct exercise *exercise = arena_alloc(arena, sizeof(*exercise));
	struct folder *copy = arena_alloc(arena, sizeof(*copy));
	struct loading loading = {
		.reader = { .arena = arena, .folder = copy, .file = "exercise.json", .problems = problems },
		.arena = arena,
		.kinds = kinds,
		.exercise = exercise,
		.errors_before = problems->errors,
	};
	const struct msg_param params[] = { { "id", id }, { 0 } };
	json_t *root;

	exercise->id = arena_strdup(arena, id);
	*copy = *folder;
	exercise->folder = copy;
	if (!is_id(id))
		reader_problem(&loading.reader, "", false, &model_messages, "bad-id", params);
	root = load_json(&loading, "exercise.json", &loading.reader);
	read_prose(&loading);
	load_check_texts(&loading);
	if (root != NULL) {
		exercise->root = root;
		read_header(&loading, root);
		load_body(&loading, root);
	}
	return problems->errors == loading.errors_before ? exercise : NULL;
}

const struct question *exercise_question(const struct exercise *exercise, const char *id)
{
	for (size_t i = 0; i < exercise->question_count; i++) {
		if (strcmp(exercise->questions[i].id, id) == 0)
			return &exercise->questions[i];
	}
	return NULL;
}
