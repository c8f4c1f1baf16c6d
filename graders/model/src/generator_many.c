/*
 * The generators of several values: list, tuple, set, dict. Each element is drawn by another generator.
 *
 * Their text is what people write, "3 ; 1 ; 2" between what stands around it; the part "python" is the same for a program.
 */
#include "generator_many.h"
#include <stdlib.h>
#include <string.h>
#include "base/json.h"
#include "model/messages.h"

enum { WAYS_MAX = 20, TRIES_EACH = 50, TOTAL_MAX = 2000 };

struct many {
	struct way ways[WAYS_MAX];
	size_t way_count;
	struct span length;
	bool distinct, sorted;
	size_t most; /* elements in all, those of elements too */
};

struct element {
	json_t *value; /* the arena's */
	struct msg_text text;
	const char *python;
	const struct element *key; /* of a dict's value */
};

/* How it is written; the comma's blank is part of it. */
struct look {
	const char *open, *close, *python_open, *python_close;
};

static const struct look looks[] = {
	{ "[", "]", "[", "]" },
	{ "(", ")", "(", ")" },
	{ "{", "}", "{", "}" },
};
enum look_name { LOOK_LIST, LOOK_TUPLE, LOOK_SET };

static bool mistake(struct reader *reader, const char *pointer, const char *code)
{
	reader_problem(reader, pointer, false, &model_messages, code,
		(struct msg_param[]){ { "max", arena_printf(reader->arena, "%d", TOTAL_MAX) }, { 0 } });
	return false;
}

static size_t most_of(const struct way *way)
{
	const struct generator *generator = way->generator;

	if (generator != &generator_list && generator != &generator_tuple && generator != &generator_set &&
		generator != &generator_dict)
		return 1;
	return ((const struct many *)way->spec)->most;
}

static bool add_way(struct many *many, struct reader *reader, json_t *value, const char *pointer)
{
	if (!way_read(&many->ways[many->way_count], reader, value, pointer))
		return false;
	many->way_count++;
	return true;
}

static bool add_ways(struct many *many, struct reader *reader, json_t *value, const char *pointer)
{
	for (size_t i = 0; i < json_array_size(value); i++) {
		if (!add_way(many, reader, json_array_get(value, i), reader_pointer_at(reader, pointer, i)))
			return false;
	}
	return true;
}

/* Together they are not too many; `times`: how often each way is drawn from. */
static bool count_all(struct many *many, struct reader *reader, const char *pointer, size_t times)
{
	many->most = 1;
	for (size_t i = 0; i < many->way_count; i++)
		many->most += times * most_of(&many->ways[i]);
	return many->most <= TOTAL_MAX || mistake(reader, pointer, "too-many-drawn");
}

static bool read_many(struct many **out, struct reader *reader, json_t *value, const char *pointer, const char *key,
	const char *length)
{
	struct many *many = arena_alloc(reader->arena, sizeof(*many));

	*out = many;
	many->length = (struct span){ 3, 3 };
	many->distinct = reader_bool(value, "distinct", false);
	many->sorted = reader_bool(value, "sorted", false);
	return add_way(many, reader, json_object_get(value, key), reader_pointer(reader, pointer, key)) &&
	       span_read(&many->length, reader, value, pointer, length, ELEMENTS_MAX) &&
	       count_all(many, reader, pointer, many->length.most);
}

static bool read_list(const void **spec, struct reader *reader, json_t *value, const char *pointer)
{
	struct many *many;
	bool fine = read_many(&many, reader, value, pointer, "list", "length");

	*spec = many;
	return fine;
}

static bool read_set(const void **spec, struct reader *reader, json_t *value, const char *pointer)
{
	struct many *many;
	bool fine = read_many(&many, reader, value, pointer, "set", "size");

	*spec = many;
	many->distinct = many->sorted = true;
	return fine;
}

static bool read_tuple(const void **spec, struct reader *reader, json_t *value, const char *pointer)
{
	struct many *many = arena_alloc(reader->arena, sizeof(*many));

	*spec = many;
	if (json_array_size(value) == 0 || json_array_size(value) > WAYS_MAX)
		return mistake(reader, pointer, "bad-tuple");
	return add_ways(many, reader, value, pointer) && count_all(many, reader, pointer, 1);
}

static bool read_dict(const void **spec, struct reader *reader, json_t *value, const char *pointer)
{
	struct many *many = arena_alloc(reader->arena, sizeof(*many));
	const char *inside = reader_pointer(reader, pointer, "dict");
	json_t *ways = json_object_get(value, "dict");

	*spec = many;
	many->length = (struct span){ 3, 3 };
	if (json_array_size(ways) != 2)
		return mistake(reader, inside, "bad-dict");
	return add_ways(many, reader, ways, inside) &&
	       span_read(&many->length, reader, value, pointer, "size", ELEMENTS_MAX) &&
	       count_all(many, reader, pointer, many->length.most);
}

static void python_text(struct buf *out, const json_t *value)
{
	if (json_is_boolean(value)) {
		buf_addstr(out, json_is_true(value) ? "True" : "False");
	} else if (json_is_null(value)) {
		buf_addstr(out, "None");
	} else if (json_is_string(value)) {
		buf_addch(out, '\'');
		for (const char *at = json_string_value(value); *at != '\0'; at++) {
			if (*at == '\'' || *at == '\\')
				buf_addch(out, '\\');
			if (*at == '\n')
				buf_addstr(out, "\\n");
			else
				buf_addch(out, *at);
		}
		buf_addch(out, '\'');
	} else {
		json_print(out, value);
	}
}

static int draw_element(
	struct element *out, const struct way *way, struct draw *draw, struct arena *arena, struct err *err)
{
	struct buf cleanup_buf python = BUF_INIT;
	struct drawn drawn;

	if (way_draw(&drawn, way, draw, arena, err) < 0)
		return -1;
	*out = (struct element){ .value = drawn.parts[0].value, .text = drawn.parts[0].text };
	for (size_t i = 1; i < drawn.count; i++) {
		if (strcmp(drawn.parts[i].name, "python") == 0)
			out->python = drawn.parts[i].text.fr;
	}
	if (out->python != NULL)
		return 0;
	python_text(&python, out->value);
	out->python = arena_memdup(arena, buf_str(&python), python.len);
	return 0;
}

/* Numbers by their value, then texts and the rest by how a program writes them. */
static int compare(const void *left, const void *right)
{
	const struct element *a = left, *b = right;
	char *end_a, *end_b;
	long double x = strtold(a->python, &end_a), y = strtold(b->python, &end_b);
	bool number_a = *end_a == '\0' && end_a != a->python, number_b = *end_b == '\0' && end_b != b->python;

	if (number_a != number_b)
		return number_a ? -1 : 1;
	if (number_a && x != y)
		return x < y ? -1 : 1;
	return strcmp(a->python, b->python);
}

static bool is_among(const struct element *one, const struct element *list, size_t count)
{
	for (size_t i = 0; i < count; i++) {
		if (json_equal(one->value, list[i].value))
			return true;
	}
	return false;
}

/* Elements that differ where the spec says so; too few there are is found out by counting. */
static int draw_elements(struct element *list, size_t count, const struct many *many, struct draw *draw,
	struct arena *arena, struct err *err)
{
	for (size_t i = 0, tries = 0; i < count; tries++) {
		if (tries == (count + 1) * TRIES_EACH)
			return err_set(err, ERR_NOT_FOUND, "no %zu elements that differ", count);
		if (draw_element(&list[i], &many->ways[0], draw, arena, err) < 0)
			return -1;
		if (!many->distinct || !is_among(&list[i], list, i))
			i++;
	}
	if (many->sorted && count > 1)
		qsort(list, count, sizeof(*list), compare);
	return 0;
}

/* `list` is NULL for an empty dict: no set. */
static const char *written(
	const struct element *list, size_t count, const struct look *look, enum lang lang, struct arena *arena)
{
	struct buf cleanup_buf out = BUF_INIT;

	if (count == 0 && look == &looks[LOOK_SET] && list != NULL)
		return "∅";
	buf_addstr(&out, look->open);
	for (size_t i = 0; i < count; i++) {
		if (i > 0)
			buf_addstr(&out, lang == LANG_FR ? "\u00a0; " : ", ");
		if (list[i].key != NULL)
			buf_printf(&out, "%s%s ", msg_in(&list[i].key->text, lang), lang == LANG_FR ? "\u00a0:" : ":");
		buf_addstr(&out, msg_in(&list[i].text, lang));
	}
	buf_addstr(&out, look->close);
	return arena_memdup(arena, buf_str(&out), out.len);
}

static const char *python_of(const struct element *list, size_t count, const struct look *look, struct arena *arena)
{
	struct buf cleanup_buf out = BUF_INIT;

	if (count == 0 && look == &looks[LOOK_SET] && list != NULL)
		return "set()";
	buf_addstr(&out, look->python_open);
	for (size_t i = 0; i < count; i++) {
		buf_addstr(&out, i > 0 ? ", " : "");
		if (list[i].key != NULL)
			buf_printf(&out, "%s: ", list[i].key->python);
		buf_addstr(&out, list[i].python);
	}
	buf_addstr(&out, count == 1 && look == &looks[LOOK_TUPLE] ? "," : "");
	buf_addstr(&out, look->python_close);
	return arena_memdup(arena, buf_str(&out), out.len);
}

static void give_parts(struct drawn *out, json_t *value, const struct element *list, size_t count, enum look_name name,
	struct arena *arena)
{
	struct drawn_part *parts = arena_array(arena, 2, sizeof(*parts));
	const struct look *look = &looks[name];
	const char *python = python_of(list, count, look, arena);

	parts[0] = (struct drawn_part){ "", json_keep(arena, value),
		{ .fr = written(list, count, look, LANG_FR, arena), .en = written(list, count, look, LANG_EN, arena) },
		NULL, false };
	parts[1] =
		(struct drawn_part){ "python", json_keep(arena, json_string(python)), { .fr = python }, NULL, false };
	*out = (struct drawn){ parts, 2 };
}

static json_t *array_of(const struct element *list, size_t count)
{
	json_t *array = json_array();

	for (size_t i = 0; i < count; i++)
		json_array_append(array, list[i].value);
	return array;
}

static int draw_row(struct drawn *out, const struct many *many, enum look_name look, struct draw *draw,
	struct arena *arena, struct err *err)
{
	size_t count = span_draw(&many->length, draw);
	struct element *list = arena_array(arena, count + 1, sizeof(*list));

	if (draw_elements(list, count, many, draw, arena, err) < 0)
		return -1;
	give_parts(out, array_of(list, count), list, count, look, arena);
	return 0;
}

static int draw_list(struct drawn *out, const void *spec, struct draw *draw, struct arena *arena, struct err *err)
{
	return draw_row(out, spec, LOOK_LIST, draw, arena, err);
}

static int draw_set(struct drawn *out, const void *spec, struct draw *draw, struct arena *arena, struct err *err)
{
	return draw_row(out, spec, LOOK_SET, draw, arena, err);
}

static int draw_tuple(struct drawn *out, const void *spec, struct draw *draw, struct arena *arena, struct err *err)
{
	const struct many *many = spec;
	struct element *list = arena_array(arena, many->way_count, sizeof(*list));

	for (size_t i = 0; i < many->way_count; i++) {
		if (draw_element(&list[i], &many->ways[i], draw, arena, err) < 0)
			return -1;
	}
	give_parts(out, array_of(list, many->way_count), list, many->way_count, LOOK_TUPLE, arena);
	return 0;
}

/* A JSON object: its keys are the keys' texts. */
static int draw_dict(struct drawn *out, const void *spec, struct draw *draw, struct arena *arena, struct err *err)
{
	const struct many *many = spec;
	struct many keys = { .distinct = true };
	size_t count = span_draw(&many->length, draw);
	struct element *names = arena_array(arena, count + 1, sizeof(*names));
	struct element *list = arena_array(arena, count + 1, sizeof(*list));
	json_t *object = json_object();

	keys.ways[0] = many->ways[0];
	json_keep(arena, object);
	if (draw_elements(names, count, &keys, draw, arena, err) < 0)
		return -1;
	for (size_t i = 0; i < count; i++) {
		if (draw_element(&list[i], &many->ways[1], draw, arena, err) < 0)
			return -1;
		list[i].key = &names[i];
		json_object_set(object, msg_in(&names[i].text, LANG_EN), list[i].value);
	}
	give_parts(out, json_incref(object), count > 0 ? list : NULL, count, LOOK_SET, arena);
	return 0;
}

static const struct key_spec list_keys[] = {
	{ .name = "list", .type = KEY_ANY, .required = true, .doc = "How each element is drawn." },
	{ .name = "length", .type = KEY_ANY, .doc = "How many: 5, or between two numbers, [2, 8]; 3 if left out." },
	{ .name = "distinct", .type = KEY_BOOL, .doc = "No two are the same." },
	{ .name = "sorted", .type = KEY_BOOL, .doc = "The smallest first." },
};
const struct generator generator_list = {
	.name = "list",
	.doc = "A list of drawn values; its part python is the same as a program writes it.",
	.keys = list_keys,
	.key_count = sizeof(list_keys) / sizeof(list_keys[0]),
	.wide = true,
	.read = read_list,
	.draw = draw_list,
};
const struct generator generator_tuple = {
	.name = "tuple",
	.doc = "One value of each of a list of ways of drawing.",
	.read = read_tuple,
	.draw = draw_tuple,
};

static const struct key_spec set_keys[] = {
	{ .name = "set", .type = KEY_ANY, .required = true, .doc = "How each element is drawn." },
	{ .name = "size",
		.type = KEY_ANY,
		.doc = "How many elements: 5, or between two numbers, [2, 8]; 3 if left out." },
};
const struct generator generator_set = {
	.name = "set",
	.doc = "Values that differ, the smallest first.",
	.keys = set_keys,
	.key_count = sizeof(set_keys) / sizeof(set_keys[0]),
	.wide = true,
	.read = read_set,
	.draw = draw_set,
};

static const struct key_spec dict_keys[] = {
	{ .name = "dict",
		.type = KEY_ARRAY,
		.required = true,
		.doc = "How keys are drawn, and how the value of each is." },
	{ .name = "size", .type = KEY_ANY, .doc = "How many keys: 5, or between two numbers, [2, 8]; 3 if left out." },
};
const struct generator generator_dict = {
	.name = "dict",
	.doc = "Drawn values by drawn keys, no two of which are the same.",
	.keys = dict_keys,
	.key_count = sizeof(dict_keys) / sizeof(dict_keys[0]),
	.wide = true,
	.read = read_dict,
	.draw = draw_dict,
};
