#include "data.h"
#include <string.h>
#include "base/json.h"
#include "grader_sets/grader_sets.h"

static const struct set_world nowhere;

/* The names that an author may use: those of the world. */
static struct set_words words_of(const struct set_world *world, struct arena *arena)
{
	const char **names = arena_array(arena, world->count + 1, sizeof(*names));

	for (size_t i = 0; i < world->count; i++)
		names[i] = world->bindings[i].name;
	return (struct set_words){ .sets = names, .universe = world->universe };
}

static bool refuse(struct reader *reader, const char *pointer, struct msg_text message)
{
	reader_problem_text(reader, pointer, false, message);
	return false;
}

static bool refuse_code(struct reader *reader, const char *pointer, const char *code)
{
	return refuse(reader, pointer, msg_make(reader->arena, &set_messages, code, NULL));
}

static const struct element *data_element(struct reader *reader, const json_t *value, const char *pointer);

static bool data_list(const struct element *const **out, size_t *count, struct reader *reader, const json_t *value,
	const char *pointer)
{
	size_t total = json_array_size(value);
	const struct element **list = arena_array(reader->arena, total + 1, sizeof(*list));

	for (size_t i = 0; i < total; i++) {
		list[i] = data_element(reader, json_array_get(value, i), reader_pointer_at(reader, pointer, i));
		if (!list[i])
			return false;
	}
	*out = list;
	*count = total;
	return true;
}

static const struct element *data_element(struct reader *reader, const json_t *value, const char *pointer)
{
	static const struct set_words none;
	const struct element *const *list, *element;
	struct slip slip;
	size_t count;

	if (json_is_integer(value))
		return element_number(number_of(json_integer_value(value), reader->arena), reader->arena);
	if (json_is_array(value)) {
		if (!data_list(&list, &count, reader, value, pointer))
			return NULL;
		element = element_tuple(list, count, reader->arena);
		if (!element)
			refuse_code(reader, pointer, "data-too-large");
		return element;
	}
	if (!json_is_string(value)) {
		refuse_code(reader, pointer, "data-element");
		return NULL;
	}
	if (element_read(&element, json_string_value(value), json_string_length(value), &none, reader->arena, &slip)) {
		refuse(reader, pointer, slip.message);
		return NULL;
	}
	return element;
}

bool given_set(struct set_value *out, struct reader *reader, const json_t *value, const char *pointer,
	const struct set_world *world)
{
	const struct set_words words = words_of(world, reader->arena);
	const struct element *const *list;
	struct set_reading reading;
	struct slip slip;
	size_t count;

	if (json_is_array(value)) {
		if (!data_list(&list, &count, reader, value, pointer))
			return false;
		*out = set_value_finite(set_of(list, count, reader->arena));
		return out->set || refuse_code(reader, pointer, "data-too-large");
	}
	if (!json_is_string(value))
		return refuse_code(reader, pointer, "data-set");
	if (set_read(&reading, json_string_value(value), json_string_length(value), &words, reader->arena, &slip) ||
		set_expr_value(out, reading.expr, world, reader->arena, &slip))
		return refuse(reader, pointer, slip.message);
	return out->kind != SETS_NUMBER || refuse_code(reader, pointer, "data-set");
}

bool given_finite(const struct element **out, struct reader *reader, const json_t *value, const char *pointer)
{
	struct set_value set;

	if (!given_set(&set, reader, value, pointer, &nowhere))
		return false;
	*out = set.set;
	return set.kind == SETS_FINITE || refuse_code(reader, pointer, "data-finite");
}

static bool data_images(const struct element **out, struct reader *reader, const json_t *value, const char *pointer)
{
	static const struct set_words none;
	const struct element *list[1024], *pair[2], *const *images;
	size_t count = 0, number;
	const char *key;
	json_t *row;
	struct slip slip;

	json_object_foreach((json_t *)value, key, row)
	{
		const char *at = reader_pointer(reader, pointer, key);

		if (element_read(&pair[0], key, strlen(key), &none, reader->arena, &slip))
			return refuse(reader, at, slip.message);
		if (json_is_array(row)) {
			if (!data_list(&images, &number, reader, row, at))
				return false;
		} else {
			const struct element **one = arena_array(reader->arena, 1, sizeof(*one));

			one[0] = data_element(reader, row, at);
			if (!one[0])
				return false;
			images = one;
			number = 1;
		}
		for (size_t i = 0; i < number; i++) {
			if (count == sizeof(list) / sizeof(list[0]))
				return refuse_code(reader, pointer, "data-too-large");
			pair[1] = images[i];
			list[count++] = element_tuple(pair, 2, reader->arena);
		}
	}
	*out = set_of(list, count, reader->arena);
	return *out || refuse_code(reader, pointer, "data-too-large");
}

bool given_couples(const struct element **out, struct reader *reader, const json_t *value, const char *pointer)
{
	static const struct set_words none;
	struct slip slip;

	if (json_is_object(value))
		return data_images(out, reader, value, pointer);
	if (json_is_array(value))
		return given_finite(out, reader, value, pointer);
	if (!json_is_string(value))
		return refuse_code(reader, pointer, "data-couples");
	if (couples_read(out, json_string_value(value), json_string_length(value), &none, reader->arena, &slip))
		return refuse(reader, pointer, slip.message);
	return true;
}

struct gathering {
	const char **names;
	size_t count, room;
	struct arena *arena;
};

static void gather(struct gathering *out, const struct element *element)
{
	for (size_t i = 0; i < element->count; i++)
		gather(out, element->parts[i]);
	if (element->kind != ELEMENT_NAME)
		return;
	for (size_t i = 0; i < out->count; i++)
		if (!strcmp(out->names[i], element->name))
			return;
	if (out->count + 1 < out->room)
		out->names[out->count++] = element->name;
}

const char *const *given_names(const struct element *const *sets, size_t count, struct arena *arena)
{
	struct gathering out = { arena_array(arena, 201, sizeof(*out.names)), 0, 201, arena };

	for (size_t i = 0; i < count; i++)
		gather(&out, sets[i]);
	return out.names;
}

int overlap_of(struct overlap *out, const struct element *wanted, const struct element *given, struct arena *arena,
	struct err *err)
{
	out->right = set_intersection(wanted, given, arena);
	out->missing = set_minus(wanted, given, arena);
	out->extra = set_minus(given, wanted, arena);
	if (wanted->count + given->count == 0) {
		out->credit = FRAC_ONE;
		return 0;
	}
	return frac_make(&out->credit, (int64_t)out->right->count,
		(int64_t)(out->right->count + out->missing->count + out->extra->count), err);
}

static const char *share(size_t part, size_t whole, struct arena *arena)
{
	return whole == 0 ? "–" : arena_printf(arena, "%zu/%zu", part, whole);
}

struct msg_text overlap_say(const struct overlap *overlap, struct arena *arena)
{
	size_t right = overlap->right->count, missing = overlap->missing->count, extra = overlap->extra->count;

	return msg_make(arena, &set_messages, "set-counts",
		(struct msg_param[]){ { "right", arena_printf(arena, "%zu", right) },
			{ "missing", arena_printf(arena, "%zu", missing) },
			{ "extra", arena_printf(arena, "%zu", extra) },
			{ "precision", share(right, right + extra, arena) },
			{ "recall", share(right, right + missing, arena) }, { 0 } });
}

struct msg_text overlap_differences(const struct overlap *overlap, struct arena *arena, bool *tells)
{
	const char *code = overlap->missing->count == 0 ? "elements-extra"
			   : overlap->extra->count == 0 ? "elements-missing"
							: "elements-both";

	*tells = overlap->missing->count > 0;
	if (overlap->missing->count == 0)
		return msg_make(arena, &set_messages, code,
			(struct msg_param[]){ { "extra", element_text(overlap->extra, LISTED_MAX, arena) }, { 0 } });
	if (overlap->extra->count == 0)
		return msg_make(arena, &set_messages, code,
			(struct msg_param[]){
				{ "missing", element_text(overlap->missing, LISTED_MAX, arena) }, { 0 } });
	return msg_make(arena, &set_messages, code,
		(struct msg_param[]){ { "missing", element_text(overlap->missing, LISTED_MAX, arena) },
			{ "extra", element_text(overlap->extra, LISTED_MAX, arena) }, { 0 } });
}

int set_row_share(struct test_report *row, struct frac share_of, bool idle, struct err *err)
{
	struct frac tenth = { 1, 10 };

	if (idle && frac_cmp(share_of, tenth) > 0)
		share_of = tenth;
	return frac_mul(&row->points, share_of, row->max, err);
}

static void read_as(struct paper *paper, const char *text, struct buf *latex, struct buf *mathml)
{
	paper->report->read_as = (struct read_as){ .text = text,
		.latex = arena_memdup(paper->arena, buf_str(latex), latex->len),
		.mathml = arena_printf(paper->arena, "<math xmlns=\"http://www.w3.org/1998/Math/MathML\">%s</math>",
			buf_str(mathml)) };
}

void set_read_as_expr(struct paper *paper, const struct set_expr *expr)
{
	struct buf cleanup_buf latex = BUF_INIT, mathml = BUF_INIT;

	set_expr_latex(&latex, expr);
	set_expr_mathml(&mathml, expr);
	read_as(paper, set_expr_text(expr, paper->arena), &latex, &mathml);
}

void set_read_as_value(struct paper *paper, const struct set_value *value)
{
	set_read_as_expr(paper, set_expr_literal(*value, paper->arena));
}
