/* What an author asks of bases, and digits. */
#include "base_question.h"
#include <string.h>
#include "grader_numbers/grader_numbers.h"

enum { PLACES_MAX = 60, TEXT_MAX = 200 };

const struct key_spec base_keys[BASE_KEYS] = {
	{ .name = "number",
		.type = KEY_ANY,
		.doc = "The number to convert, in digits of the base `from`: \"101,011\"." },
	{ .name = "sum",
		.type = KEY_ARRAY,
		.doc = "Instead of number: the numbers to add, in digits of the base `from`." },
	{ .name = "difference", .type = KEY_ARRAY, .doc = "Instead of number: two numbers to subtract." },
	{ .name = "product", .type = KEY_ARRAY, .doc = "Instead of number: the numbers to multiply." },
	{ .name = "from",
		.type = KEY_INT,
		.min = 2,
		.max = NUMBER_BASE_MAX,
		.doc = "The base of the data; 10 if left out." },
	{ .name = "to",
		.type = KEY_INT,
		.min = 2,
		.max = NUMBER_BASE_MAX,
		.doc = "The base of the answer; `from` if left out." },
	{ .name = "places",
		.type = KEY_INT,
		.min = 1,
		.max = PLACES_MAX,
		.doc = "How many digits behind the comma are asked; needed where they have no end." },
	{ .name = "width",
		.type = KEY_INT,
		.min = 1,
		.max = TEXT_MAX,
		.doc = "How many digits must be written before the comma, zeros included: 8 for a byte. Any if left "
		       "out." },
};

struct base_digits base_split(const char *digits, bool negative, struct arena *arena)
{
	const char *comma = strchr(digits, ',');
	size_t whole = comma ? (size_t)(comma - digits) : strlen(digits), part = comma ? strlen(comma + 1) : 0;

	while (whole > 1 && *digits == '0') {
		digits++;
		whole--;
	}
	while (part > 0 && comma[part] == '0')
		part--;
	struct base_digits made = { arena_memdup(arena, digits, whole),
		part > 0 ? arena_memdup(arena, comma + 1, part) : "", negative };
	if (!strcmp(made.whole, "0") && part == 0)
		made.negative = false;
	return made;
}

struct base_digits base_digits_of(const struct number *number, int base, int most, struct arena *arena)
{
	bool exact = false;
	const char *text = number ? numeral_text(number_abs(number, arena), base, most, LANG_FR, &exact, arena) : NULL;

	return text && exact ? base_split(text, number_sign(number) < 0, arena) : (struct base_digits){ 0 };
}

bool base_digits_same(const struct base_digits *a, const struct base_digits *b)
{
	return a->whole && b->whole && a->negative == b->negative && !strcmp(a->whole, b->whole) &&
	       !strcmp(a->part, b->part);
}

const char *base_text(const struct base_digits *digits, enum lang lang, struct arena *arena)
{
	const char *comma = !*digits->part ? "" : lang == LANG_FR ? "," : ".";

	return arena_printf(arena, "%s%s%s%s",
		!digits->negative ? ""
		: lang == LANG_FR ? "\u2212"
				  : "-",
		digits->whole, comma, digits->part);
}

static bool refuse(struct reader *reader, const char *pointer, const char *code)
{
	reader_problem(reader, pointer, false, &base_messages, code, NULL);
	return false;
}

static bool read_operand(struct base_question *out, struct reader *reader, const json_t *json, const char *pointer)
{
	const char *text = json_string_value(json);
	struct slip slip;

	if (json_is_integer(json))
		text = arena_printf(reader->arena, "%lld", (long long)json_integer_value(json));
	if (!text || strlen(text) > TEXT_MAX)
		return refuse(reader, pointer, "numeral-expected-here");
	if (numeral_read_all(&out->operands[out->count++], text, strlen(text), out->from, reader->arena, &slip)) {
		reader_problem_text(reader, pointer, false, slip.message);
		return false;
	}
	if (out->operands[out->count - 1].base && out->operands[out->count - 1].base != out->from)
		return refuse(reader, pointer, "base-of-number");
	return true;
}

static bool read_operands(
	struct base_question *out, struct reader *reader, json_t *object, const char *pointer, const char *key)
{
	const json_t *value = json_object_get(object, key);
	const char *at = reader_pointer(reader, pointer, key);
	size_t count = json_array_size(value), most = out->work == BASE_DIFFERENCE ? 2 : BASE_OPERANDS_MAX;

	if (out->work == BASE_CONVERSION)
		return read_operand(out, reader, value, at);
	if (count < 2 || count > most)
		return refuse(reader, at, "two-to-four-numbers");
	for (size_t i = 0; i < count; i++)
		if (!read_operand(out, reader, json_array_get(value, i), reader_pointer_at(reader, at, i)))
			return false;
	return true;
}

static const struct number *worked_out(const struct base_question *question, struct arena *arena)
{
	static const struct number *(*const works[])(const struct number *, const struct number *, struct arena *) = {
		[BASE_SUM] = number_add, [BASE_DIFFERENCE] = number_sub, [BASE_PRODUCT] = number_mul
	};
	const struct number *made = question->operands[0].value;

	for (size_t i = 1; i < question->count; i++)
		made = works[question->work](made, question->operands[i].value, arena);
	return made;
}

/* Cut to so many places, towards zero. */
static const struct number *cut(const struct number *exact, int base, int places, struct arena *arena)
{
	const struct number *scale = number_power(number_of(base, arena), places, arena);
	const struct number *made =
		number_div(number_floor(number_mul(number_abs(exact, arena), scale, arena), arena), scale, arena);

	return made && number_sign(exact) < 0 ? number_neg(made, arena) : made;
}

bool base_question_read(struct base_question *out, struct reader *reader, json_t *object, const char *pointer)
{
	static const char *const works[] = { "number", "sum", "difference", "product" };
	int found = 0;

	*out = (struct base_question){ .from = (int)reader_int(object, "from", 10),
		.places = (int)reader_int(object, "places", -1),
		.width = (int)reader_int(object, "width", 0) };
	out->to = (int)reader_int(object, "to", out->from);
	for (int i = 0; i < 4; i++)
		if (json_object_get(object, works[i])) {
			out->work = (enum base_work)i;
			found++;
		}
	if (found != 1)
		return refuse(reader, pointer, "one-number-asked");
	if (!read_operands(out, reader, object, pointer, works[out->work]))
		return false;
	if (out->work == BASE_CONVERSION && out->from == out->to)
		return refuse(reader, pointer, "same-base");
	out->exact = worked_out(out, reader->arena);
	out->wanted = out->places < 0 ? out->exact : cut(out->exact, out->to, out->places, reader->arena);
	out->digits = base_digits_of(out->wanted, out->to, PLACES_MAX, reader->arena);
	if (!out->digits.whole)
		return refuse(reader, pointer, "digits-without-end");
	if (out->width > 0 && strlen(out->digits.whole) > (size_t)out->width)
		return refuse(reader, reader_pointer(reader, pointer, "width"), "width-too-small");
	return true;
}
