/* The generators of plain values: whole and decimal numbers, one of a list, true or false, a text; and the list of all. */
#include "model/generator.h"
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include "base/json.h"
#include "base/utf8.h"
#include "generator_many.h"
#include "model/kind.h"
#include "model/messages.h"

enum { INT_BOUND = 1000000000, CHOICES_MAX = 200, CHOICE_BYTES_MAX = 1000, DIGITS_MAX = 9, ALPHABET_MAX = 200 };

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

/* Bounds as multiples of the last decimal. */
struct decimals {
	int64_t least;
	uint64_t count;
	int digits;
};

static const struct key_spec float_keys[] = {
	{ .name = "float", .type = KEY_ARRAY, .required = true, .doc = "The bounds, both included: [0, 2.5]." },
	{ .name = "digits",
		.type = KEY_INT,
		.min = 0,
		.max = DIGITS_MAX,
		.doc = "How many decimals at most; 2 if left out. None at the end is zero." },
};

/* "-2.5", "-2,5" or "−2,5" as 250 hundredths below zero; false when it is no decimal of so few digits. */
static bool scale(const char *text, int digits, int64_t *out)
{
	static const char minus[] = "−";
	bool negative = *text == '-' || strncmp(text, minus, strlen(minus)) == 0;
	const char *at = text + (!negative ? 0 : *text == '-' ? 1 : strlen(minus));
	size_t whole = strspn(at, "0123456789");
	const char *behind = at[whole] == '.' || at[whole] == ',' ? at + whole + 1 : at + whole;
	size_t written = strspn(behind, "0123456789");

	while (written > 0 && behind[written - 1] == '0' && behind != at + whole && behind[written] == '\0')
		written--;
	if (whole == 0 || whole > 10 || written > (size_t)digits ||
		behind[written + strspn(behind + written, "0")] != '\0')
		return false;
	*out = 0;
	for (size_t i = 0; i < whole + (size_t)digits; i++) {
		char digit = i < whole ? at[i] : i - whole < written ? behind[i - whole] : '0';

		*out = *out * 10 + digit - '0';
	}
	if (negative)
		*out = -*out;
	return true;
}

static bool read_decimal(const json_t *value, int digits, int64_t *out)
{
	int64_t unit = 1;
	char text[64];
	bool fine;

	if (json_is_string(value))
		snprintf(text, sizeof(text), "%s", json_string_value(value));
	else if (json_is_integer(value))
		snprintf(text, sizeof(text), "%" JSON_INTEGER_FORMAT, json_integer_value(value));
	else
		snprintf(text, sizeof(text), "%.*f", digits, json_real_value(value));
	fine = scale(text, digits, out);
	for (int i = 0; i < digits; i++)
		unit *= 10;
	/* A JSON number is what it says only to so many digits: it must be one of those decimals. */
	if (json_is_real(value) && fine)
		fine = strtod(text, NULL) == json_real_value(value);
	return json_is_boolean(value) || json_is_null(value)
		       ? false
		       : fine && *out <= INT_BOUND * unit && *out >= -INT_BOUND * unit;
}

static bool read_float(const void **spec, struct reader *reader, json_t *value, const char *pointer)
{
	const json_t *bounds = json_object_get(value, "float");
	struct decimals *range = arena_alloc(reader->arena, sizeof(*range));
	int64_t most = 0;

	range->digits = (int)reader_int(value, "digits", 2);
	if (json_array_size(bounds) != 2 || !read_decimal(json_array_get(bounds, 0), range->digits, &range->least) ||
		!read_decimal(json_array_get(bounds, 1), range->digits, &most) || range->least > most)
		return mistake(reader, reader_pointer(reader, pointer, "float"), "bad-float-bounds");
	range->count = (uint64_t)(most - range->least) + 1;
	*spec = range;
	return true;
}

/* "-0.25"; the shortest text of so many units of the last decimal. */
static const char *decimal_text(int64_t value, int digits, struct arena *arena)
{
	uint64_t size = value < 0 ? -(uint64_t)value : (uint64_t)value, unit = 1;

	for (; digits > 0 && size % 10 == 0; digits--)
		size /= 10;
	for (int i = 0; i < digits; i++)
		unit *= 10;
	if (digits == 0)
		return arena_printf(arena, "%s%llu", value < 0 ? "-" : "", (unsigned long long)size);
	return arena_printf(arena, "%s%llu.%0*llu", value < 0 ? "-" : "", (unsigned long long)(size / unit), digits,
		(unsigned long long)(size % unit));
}

/* With a comma and a true minus. */
static const char *french_decimal(const char *text, struct arena *arena)
{
	size_t whole = strcspn(text + (*text == '-'), ".");
	const char *digits = text + (*text == '-');

	return arena_printf(arena, "%s%.*s%s%s", *text == '-' ? "−" : "", (int)whole, digits,
		digits[whole] == '.' ? "," : "", digits[whole] == '.' ? digits + whole + 1 : "");
}

static int draw_float(struct drawn *out, const void *spec, struct draw *draw, struct arena *arena, struct err *err)
{
	const struct decimals *range = spec;
	int64_t value = range->least + (int64_t)draw_below_wide(draw, range->count);
	const char *text = decimal_text(value, range->digits, arena);
	struct drawn_part *parts = arena_array(arena, 2, sizeof(*parts));

	(void)err;
	parts[0] = (struct drawn_part){ "", json_keep(arena, json_string(text)),
		{ .fr = french_decimal(text, arena), .en = text }, NULL, false };
	parts[1] = (struct drawn_part){ "python", parts[0].value, { .fr = text }, NULL, false };
	*out = (struct drawn){ parts, 2 };
	return 0;
}

/* The characters that a text is drawn of. */
struct alphabet {
	const char *text;
	size_t starts[ALPHABET_MAX + 1], count;
	struct span length;
};

static const struct key_spec str_keys[] = {
	{ .name = "str", .type = KEY_STRING, .required = true, .doc = "The characters that the text is made of." },
	{ .name = "length", .type = KEY_ANY, .doc = "How many: 5, or between two numbers, [0, 8]; 1 if left out." },
};

static bool read_str(const void **spec, struct reader *reader, json_t *value, const char *pointer)
{
	struct alphabet *alphabet = arena_alloc(reader->arena, sizeof(*alphabet));
	size_t bytes = json_string_length(json_object_get(value, "str")), used = 0;

	alphabet->text = reader_string(reader, value, "str", "");
	alphabet->length = (struct span){ 1, 1 };
	for (size_t at = 0; at < bytes; at += used) {
		if (alphabet->count == ALPHABET_MAX)
			return mistake(reader, reader_pointer(reader, pointer, "str"), "bad-alphabet");
		alphabet->starts[alphabet->count++] = at;
		utf8_next(alphabet->text + at, bytes - at, &used);
	}
	alphabet->starts[alphabet->count] = bytes;
	*spec = alphabet;
	if (alphabet->count == 0)
		return mistake(reader, reader_pointer(reader, pointer, "str"), "bad-alphabet");
	return span_read(&alphabet->length, reader, value, pointer, "length", ELEMENTS_MAX);
}

static int draw_str(struct drawn *out, const void *spec, struct draw *draw, struct arena *arena, struct err *err)
{
	const struct alphabet *alphabet = spec;
	struct buf cleanup_buf text = BUF_INIT;
	uint32_t length = span_draw(&alphabet->length, draw);

	(void)err;
	for (uint32_t i = 0; i < length; i++) {
		size_t chosen = draw_below(draw, (uint32_t)alphabet->count), start = alphabet->starts[chosen];

		buf_add(&text, alphabet->text + start, alphabet->starts[chosen + 1] - start);
	}
	return give(out, json_string(buf_str(&text)),
		(struct msg_text){ .fr = arena_memdup(arena, buf_str(&text), text.len) }, arena);
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

static const struct generator generator_float = {
	.name = "float",
	.doc = "A decimal number between two bounds, exact; its part python has a point and a plain minus.",
	.keys = float_keys,
	.key_count = sizeof(float_keys) / sizeof(float_keys[0]),
	.wide = true,
	.read = read_float,
	.draw = draw_float,
};
static const struct generator generator_str = {
	.name = "str",
	.doc = "A text of some of these characters.",
	.keys = str_keys,
	.key_count = sizeof(str_keys) / sizeof(str_keys[0]),
	.wide = true,
	.read = read_str,
	.draw = draw_str,
};

static const struct generator *const plain[] = { &generator_int, &generator_choice, &generator_bool, &generator_float,
	&generator_str, &generator_list, &generator_tuple, &generator_set, &generator_dict, NULL };

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
