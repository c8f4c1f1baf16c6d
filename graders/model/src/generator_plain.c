/* The generators of plain values: whole numbers, one of a list, true or false. */
#include "model/generator.h"
#include "base/json.h"
#include "model/kind.h"
#include "model/messages.h"

enum { INT_BOUND = 1000000000, CHOICES_MAX = 200, CHOICE_BYTES_MAX = 1000 };

struct range {
	json_int_t least;
	uint32_t count;
};

static bool mistake(struct reader *reader, const char *pointer, const char *code)
{
	reader_problem(reader, pointer, false, &model_messages, code, NULL);
	return false;
}

static bool is_bounded(const json_t *value)
{
	return json_is_integer(value) && json_integer_value(value) >= -INT_BOUND &&
	       json_integer_value(value) <= INT_BOUND;
}

static bool read_int(const void **spec, struct reader *reader, json_t *value, const char *pointer)
{
	const json_t *least = json_array_get(value, 0), *most = json_array_get(value, 1);
	struct range *range = arena_alloc(reader->arena, sizeof(*range));

	if (json_array_size(value) != 2 || !is_bounded(least) || !is_bounded(most) ||
		json_integer_value(least) > json_integer_value(most))
		return mistake(reader, pointer, "bad-int-range");
	range->least = json_integer_value(least);
	range->count = (uint32_t)(json_integer_value(most) - range->least + 1);
	*spec = range;
	return true;
}

/* A value without parts; its JSON is the arena's from now on. */
static int give(struct drawn *out, json_t *value, struct msg_text text, struct arena *arena)
{
	struct drawn_part *part = arena_alloc(arena, sizeof(*part));

	*part = (struct drawn_part){ "", json_keep(arena, value), text, NULL, false };
	*out = (struct drawn){ part, 1 };
	return 0;
}

static int draw_int(struct drawn *out, const void *spec, struct draw *draw, struct arena *arena, struct err *err)
{
	const struct range *range = spec;
	json_int_t value = range->least + (json_int_t)draw_below(draw, range->count);

	(void)err;
	return give(out, json_integer(value),
		(struct msg_text){ .fr = arena_printf(arena, "%" JSON_INTEGER_FORMAT, value) }, arena);
}

static bool read_choice(const void **spec, struct reader *reader, json_t *value, const char *pointer)
{
	size_t count = json_array_size(value);

	if (count == 0 || count > CHOICES_MAX)
		return mistake(reader, pointer, "bad-choices");
	for (size_t i = 0; i < count; i++) {
		const json_t *one = json_array_get(value, i);

		if (!json_is_integer(one) && (!json_is_string(one) || json_string_length(one) > CHOICE_BYTES_MAX))
			return mistake(reader, reader_pointer_at(reader, pointer, i), "bad-choices");
	}
	*spec = value;
	return true;
}

static int draw_choice(struct drawn *out, const void *spec, struct draw *draw, struct arena *arena, struct err *err)
{
	const json_t *choices = spec;
	json_t *chosen = json_array_get(choices, draw_below(draw, (uint32_t)json_array_size(choices)));
	struct msg_text text = { .fr = json_is_string(chosen) ? arena_strdup(arena, json_string_value(chosen))
							      : arena_printf(arena, "%" JSON_INTEGER_FORMAT,
									json_integer_value(chosen)) };

	(void)err;
	return give(out, json_deep_copy(chosen), text, arena);
}

static int draw_bool(struct drawn *out, const void *spec, struct draw *draw, struct arena *arena, struct err *err)
{
	bool value = draw_below(draw, 2) == 1;
	struct msg_text text = { .fr = value ? "vrai" : "faux", .en = value ? "true" : "false" };

	(void)spec;
	(void)err;
	return give(out, json_boolean(value), text, arena);
}

static const struct generator generator_int = {
	.name = "int",
	.doc = "A whole number between two bounds, both included: [-5, 9].",
	.read = read_int,
	.draw = draw_int,
};
static const struct generator generator_choice = {
	.name = "choice",
	.doc = "One of a list of texts or whole numbers.",
	.read = read_choice,
	.draw = draw_choice,
};
static const struct generator generator_bool = { .name = "bool", .doc = "True or false.", .draw = draw_bool };

static const struct generator *const plain[] = { &generator_int, &generator_choice, &generator_bool, NULL };

static size_t add_all(const struct generator **list, size_t count, const struct generator *const *more)
{
	for (; more != NULL && *more != NULL; more++) {
		bool there = false;

		for (size_t i = 0; i < count && !there; i++)
			there = list[i] == *more;
		if (!there)
			list[count++] = *more;
	}
	return count;
}

static size_t length_of(const struct generator *const *list)
{
	size_t count = 0;

	while (list != NULL && list[count] != NULL)
		count++;
	return count;
}

const struct generator *const *generators_of(const struct kind *const *kinds, struct arena *arena)
{
	size_t most = length_of(plain), count;
	const struct generator **list;

	for (size_t i = 0; kinds[i] != NULL; i++)
		most += length_of(kinds[i]->generators);
	list = arena_array(arena, most + 1, sizeof(*list));
	count = add_all(list, 0, plain);
	for (size_t i = 0; kinds[i] != NULL; i++)
		count = add_all(list, count, kinds[i]->generators);
	return list;
}
