/* An object against its tables of keys: unknown keys, types, missing keys. */
#include "reader.h"
#include <string.h>
#include "base/json.h"
#include "model/messages.h"

static const struct key_spec *spec_at(const struct key_tables *tables, size_t index)
{
	return index < tables->count ? &tables->keys[index] : &tables->more[index - tables->count];
}

static size_t spec_count(const struct key_tables *tables)
{
	return tables->count + (tables->more != NULL ? tables->more_count : 0);
}

static const struct key_spec *find_spec(const struct key_tables *tables, const char *name)
{
	for (size_t i = 0; i < spec_count(tables); i++) {
		if (strcmp(spec_at(tables, i)->name, name) == 0)
			return spec_at(tables, i);
	}
	return NULL;
}

static const char *const *spec_names(struct arena *arena, const struct key_tables *tables)
{
	const char **names = arena_array(arena, spec_count(tables) + 1, sizeof(*names));

	for (size_t i = 0; i < spec_count(tables); i++)
		names[i] = spec_at(tables, i)->name;
	return names;
}

const char *join_names(struct arena *arena, const char *const *names)
{
	struct buf cleanup_buf out = BUF_INIT;

	for (size_t i = 0; names[i] != NULL; i++) {
		if (i > 0)
			buf_addstr(&out, ", ");
		buf_addstr(&out, names[i]);
	}
	return arena_memdup(arena, buf_str(&out), out.len);
}

/* What a French author writes without thinking; several keys may be meant, the first that is possible here wins. */
static const struct {
	const char *french, *key;
} french_keys[] = {
	{ "titre", "title" },
	{ "nom", "id" },
	{ "nom", "label" },
	{ "annee", "year" },
	{ "année", "year" },
	{ "themes", "topics" },
	{ "thèmes", "topics" },
	{ "difficulte", "difficulty" },
	{ "difficulté", "difficulty" },
	{ "duree", "minutes" },
	{ "durée", "minutes" },
	{ "genre", "kind" },
	{ "type", "kind" },
	{ "fonction", "entry" },
	{ "parametres", "params" },
	{ "paramètres", "params" },
	{ "interdit", "forbid" },
	{ "interdits", "forbid" },
	{ "exige", "require" },
	{ "impose", "require" },
	{ "obligatoire", "require" },
	{ "constructions", "constructs" },
	{ "limites", "limits" },
	{ "fichiers", "files" },
	{ "fichier", "file" },
	{ "appel", "call" },
	{ "renvoie", "returns" },
	{ "retourne", "returns" },
	{ "resultat", "returns" },
	{ "résultat", "returns" },
	{ "attendu", "returns" },
	{ "attendu", "prints" },
	{ "expected", "returns" },
	{ "expected", "prints" },
	{ "leve", "raises" },
	{ "lève", "raises" },
	{ "exception", "raises" },
	{ "erreur", "raises" },
	{ "affiche", "prints" },
	{ "sortie", "prints" },
	{ "output", "prints" },
	{ "entree", "stdin" },
	{ "entrée", "stdin" },
	{ "input", "stdin" },
	{ "indice", "hint" },
	{ "aide", "hint" },
	{ "etiquette", "label" },
	{ "étiquette", "label" },
	{ "groupe", "group" },
	{ "comparer", "compare" },
	{ "comparaison", "compare" },
	{ "tolérance", "tolerance" },
	{ "montrer", "show" },
	{ "bareme", "points" },
	{ "barème", "points" },
	{ "note", "mark" },
	{ "echoue", "fails" },
	{ "échoue", "fails" },
	{ "rate", "fails" },
	{ "faux", "wrong" },
	{ "erreurs", "wrong" },
	{ "plafond", "cap" },
	{ "appels", "calls" },
};

static bool among(const char *name, const char *const *names)
{
	for (; *names != NULL; names++) {
		if (strcmp(*names, name) == 0)
			return true;
	}
	return false;
}

static const char *meant(const char *word, const char *const *names)
{
	for (size_t i = 0; i < sizeof(french_keys) / sizeof(french_keys[0]); i++) {
		if (strcmp(french_keys[i].french, word) == 0 && among(french_keys[i].key, names))
			return french_keys[i].key;
	}
	return nearest_name(word, names);
}

void reader_problem_near(struct reader *reader, const struct near_problem *about)
{
	const char *near = meant(about->word, about->names);
	const char *code = about->code;
	const struct msg_param params[] = {
		{ about->what, about->word },
		{ "near", near },
		{ "known", join_names(reader->arena, about->names) },
		{ "key", about->key },
		{ 0 },
	};

	if (near != NULL)
		code = arena_printf(reader->arena, "%s-near", about->code);
	reader_problem(reader, about->pointer, about->at_key, &model_messages, code, params);
}

static bool is_text(const json_t *value)
{
	const json_t *fr = json_object_get(value, "fr");
	const json_t *en = json_object_get(value, "en");

	if (json_is_string(value))
		return json_string_length(value) > 0;
	return json_string_length(fr) > 0 && (en == NULL || json_string_length(en) > 0) &&
	       json_object_size(value) == (en == NULL ? 1 : 2);
}

static bool is_strings(const json_t *value)
{
	for (size_t i = 0; i < json_array_size(value); i++) {
		if (!json_is_string(json_array_get(value, i)))
			return false;
	}
	return json_is_array(value);
}

/* NULL when the value has the type. */
static const char *type_mistake(enum key_type type, const json_t *value)
{
	switch (type) {
	case KEY_STRING:
		return json_is_string(value) ? NULL : "expected-string";
	case KEY_TEXT:
		return is_text(value) ? NULL : "expected-text";
	case KEY_INT:
		return json_is_integer(value) ? NULL : "expected-int";
	case KEY_BOOL:
		return json_is_boolean(value) ? NULL : "expected-bool";
	case KEY_POINTS:
		return json_is_number(value) || json_is_string(value) ? NULL : "expected-points";
	case KEY_OBJECT:
		return json_is_object(value) ? NULL : "expected-object";
	case KEY_ARRAY:
		return json_is_array(value) ? NULL : "expected-array";
	case KEY_STRINGS:
		return is_strings(value) ? NULL : "expected-strings";
	case KEY_ANY:
		return NULL;
	}
	return NULL;
}

static bool in_choices(const struct key_spec *spec, const char *value)
{
	for (const char *const *choice = spec->choices; *choice != NULL; choice++) {
		if (strcmp(*choice, value) == 0)
			return true;
	}
	return false;
}

/* A number or a boolean as it was written; NULL for the rest. */
static const char *plain_text(struct reader *reader, const char *pointer, const json_t *value)
{
	struct buf cleanup_buf text = BUF_INIT;

	if ((!json_is_number(value) && !json_is_boolean(value)) || reader->text == NULL ||
		json_raw(&text, reader->text, reader->bytes, pointer) < 0)
		return NULL;
	return arena_strdup(reader->arena, buf_str(&text));
}

static unsigned check_value(struct reader *reader, const struct key_spec *spec, const char *pointer, json_t *value)
{
	const char *mistake = type_mistake(spec->type, value);
	const struct msg_param params[] = {
		{ "key", spec->name },
		{ "min", arena_printf(reader->arena, "%ld", spec->min) },
		{ "max", arena_printf(reader->arena, "%ld", spec->max) },
		{ "value", plain_text(reader, pointer, value) },
		{ 0 },
	};

	if (mistake == NULL && spec->type == KEY_INT && (spec->min != 0 || spec->max != 0) &&
		(json_integer_value(value) < spec->min || json_integer_value(value) > spec->max))
		mistake = "out-of-range";
	if (mistake != NULL) {
		/* 3 for "3": what to write is known. */
		if (spec->type == KEY_STRING && params[3].value != NULL)
			mistake = "expected-string-not";
		reader_problem(reader, pointer, false, &model_messages, mistake, params);
		return MISTAKE_TYPE;
	}
	if (spec->type == KEY_STRING && spec->choices != NULL && !in_choices(spec, json_string_value(value))) {
		const struct near_problem about = {
			.pointer = pointer,
			.code = "unknown-choice",
			.what = "value",
			.word = json_string_value(value),
			.names = spec->choices,
			.key = spec->name,
		};

		reader_problem_near(reader, &about);
		return MISTAKE_TYPE;
	}
	return 0;
}

static bool is_free_key(const char *key)
{
	return strncmp(key, "x-", 2) == 0 || strcmp(key, "$schema") == 0;
}

/* A required key that was mistyped is reported once, as an unknown key that is near it. */
static bool was_mistyped(json_t *object, const struct key_tables *tables, const char *name, const char *const *names)
{
	const char *key;
	json_t *value;

	json_object_foreach(object, key, value)
	{
		const char *near;

		if (is_free_key(key) || find_spec(tables, key) != NULL)
			continue;
		near = meant(key, names);
		if (near != NULL && strcmp(near, name) == 0)
			return true;
	}
	return false;
}

static unsigned check_missing(struct reader *reader, json_t *object, const char *pointer,
	const struct key_tables *tables, const char *const *names)
{
	unsigned mistakes = 0;

	for (size_t i = 0; i < spec_count(tables); i++) {
		const struct key_spec *spec = spec_at(tables, i);
		const struct msg_param params[] = { { "key", spec->name }, { 0 } };

		if (!spec->required || json_object_get(object, spec->name) != NULL)
			continue;
		mistakes |= MISTAKE_MISSING;
		if (!was_mistyped(object, tables, spec->name, names))
			reader_problem(reader, pointer, false, &model_messages, "missing-key", params);
	}
	return mistakes;
}

/* The last part of a pointer, for "an object is expected for …". */
static const char *last_part(const struct reader *reader, const char *pointer)
{
	const char *slash = strrchr(pointer, '/');

	return slash != NULL ? slash + 1 : reader->file;
}

unsigned reader_check(struct reader *reader, json_t *object, const char *pointer, const struct key_tables *tables)
{
	const char *const *names = spec_names(reader->arena, tables);
	unsigned mistakes = 0;
	const char *key;
	json_t *value;

	if (!json_is_object(object)) {
		const struct msg_param params[] = { { "key", last_part(reader, pointer) }, { 0 } };

		reader_problem(reader, pointer, false, &model_messages, "expected-object", params);
		return MISTAKE_TYPE;
	}
	json_object_foreach(object, key, value)
	{
		const struct key_spec *spec = find_spec(tables, key);
		const char *at = reader_pointer(reader, pointer, key);
		const struct near_problem about = {
			.pointer = at,
			.at_key = true,
			.code = "unknown-key",
			.what = "key",
			.word = key,
			.names = names,
		};

		if (is_free_key(key))
			continue;
		if (spec != NULL) {
			mistakes |= check_value(reader, spec, at, value);
			continue;
		}
		mistakes |= MISTAKE_UNKNOWN;
		reader_problem_near(reader, &about);
	}
	return mistakes | check_missing(reader, object, pointer, tables, names);
}

bool reader_object(struct reader *reader, json_t *object, const char *pointer, const struct key_spec *keys,
	size_t count, const struct key_spec *more, size_t more_count)
{
	const struct key_tables tables = { keys, count, more, more_count };

	return reader_check(reader, object, pointer, &tables) == 0;
}
