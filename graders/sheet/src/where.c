/* The language of formulas for `where` and for wrong answers. */
#include "sheet/where.h"
#include <string.h>
#include "base/json.h"
#include "exact/formula.h"
#include "sheet/messages.h"

struct where {
	const struct formula *formula;
	const char *text;
};

static const char *joined(const char *const *names, struct arena *arena)
{
	struct buf cleanup_buf out = BUF_INIT;

	for (size_t i = 0; names[i] != NULL; i++)
		buf_printf(&out, "%s%s", i > 0 ? ", " : "", names[i]);
	return arena_memdup(arena, buf_str(&out), out.len);
}

static bool is_among(const char *name, const char *const *names)
{
	for (; *names != NULL; names++) {
		if (strcmp(name, *names) == 0)
			return true;
	}
	return false;
}

static bool refuse_slip(struct reader *reader, const char *pointer, const char *text, const struct slip *slip)
{
	const char *column = arena_printf(reader->arena, "%d", slip->column);
	const struct msg_param fr[] = { { "condition", text }, { "column", column }, { "why", slip->message.fr },
		{ 0 } };
	const struct msg_param en[] = { fr[0], fr[1], { "why", msg_in(&slip->message, LANG_EN) }, { 0 } };

	reader_problem_text(
		reader, pointer, false, msg_make_both(reader->arena, &sheet_messages, "where-unreadable", fr, en));
	return false;
}

static bool refuse(struct reader *reader, const char *pointer, const char *code, const struct msg_param *params)
{
	reader_problem(reader, pointer, false, &sheet_messages, code, params);
	return false;
}

static bool read_condition(
	const void **out, struct reader *reader, json_t *value, const char *pointer, const char *const *names)
{
	struct where *where = arena_alloc(reader->arena, sizeof(*where));
	const char *const *used;
	struct slip slip;

	if (!json_is_string(value))
		return refuse(reader, pointer, "where-text", NULL);
	where->text = json_string_value(value);
	if (formula_read(&where->formula, where->text, json_string_length(value), reader->arena, &slip) < 0)
		return refuse_slip(reader, pointer, where->text, &slip);
	used = formula_names(where->formula, reader->arena);
	if (*used == NULL)
		return refuse(
			reader, pointer, "where-nothing", (struct msg_param[]){ { "condition", where->text }, { 0 } });
	for (; *used != NULL; used++) {
		if (!is_among(*used, names))
			return refuse(reader, pointer, "where-unknown",
				(struct msg_param[]){
					{ "name", *used }, { "known", joined(names, reader->arena) }, { 0 } });
	}
	*out = where;
	return true;
}

static const char *const *names_of(const void *condition, struct arena *arena)
{
	const struct where *where = condition;

	return formula_names(where->formula, arena);
}

/* The value behind a name, where it is one of this language. */
static bool bind(struct binding *out, const char *name, const json_t *value, struct arena *arena)
{
	struct slip unused;

	out->name = name;
	return value != NULL && value_of_json(&out->value, value, arena, &unused) == 0;
}

static bool holds(const void *condition, const struct values *values, struct arena *arena, struct msg_text *slip)
{
	const struct where *where = condition;
	const char *const *names = formula_names(where->formula, arena);
	struct binding *bindings;
	size_t count = 0, bound = 0;
	struct slip why = { 0 };
	struct value value;

	while (names[count] != NULL)
		count++;
	bindings = arena_array(arena, count + 1, sizeof(*bindings));
	for (size_t i = 0; i < count; i++) {
		const struct drawn_part *part = values_find(values, names[i]);

		if (part != NULL && bind(&bindings[bound], names[i], part->value, arena))
			bound++;
	}
	if (formula_value(&value, where->formula, bindings, bound, arena, &why) < 0)
		*slip = why.message;
	else if (value.kind != VALUE_TRUTH)
		*slip = msg_make(arena, &sheet_messages, "where-no-truth", NULL);
	else
		return value.truth;
	return false;
}

/* Numbers of answers are texts: a JSON number is a float to most clients. New reference. */
static json_t *as_texts(const json_t *value, struct arena *arena)
{
	json_t *list;

	if (json_is_integer(value))
		return json_string(arena_printf(arena, "%" JSON_INTEGER_FORMAT, json_integer_value(value)));
	if (!json_is_array(value))
		return json_deep_copy(value);
	list = json_array();
	for (size_t i = 0; i < json_array_size(value); i++)
		json_array_append_new(list, as_texts(json_array_get(value, i), arena));
	return list;
}

static json_t *compute(const char *text, const json_t *names, struct arena *arena, struct msg_text *slip)
{
	struct binding *bindings = arena_array(arena, json_object_size(names) + 1, sizeof(*bindings));
	const struct formula *formula;
	struct slip why = { 0 };
	struct value value;
	size_t bound = 0;
	const char *name;
	json_t *one;

	json_object_foreach((json_t *)(uintptr_t)names, name, one)
	{
		if (bind(&bindings[bound], name, one, arena))
			bound++;
	}
	if (formula_read(&formula, text, strlen(text), arena, &why) < 0 ||
		formula_value(&value, formula, bindings, bound, arena, &why) < 0) {
		*slip = why.message;
		return NULL;
	}
	return json_keep(arena, as_texts(json_keep(arena, value_to_json(&value)), arena));
}

const struct conditions sheet_conditions = {
	.read = read_condition,
	.names = names_of,
	.holds = holds,
	.compute = compute,
};
