/* The author's part of `relation` and `mapping`. */
#include <string.h>
#include "base/json.h"
#include "exact/formula.h"
#include "grader_sets/grader_sets.h"
#include "relation.h"

enum { SIDE_DEPTH_MAX = 5 /* so that sets of sets of couples of them can be made */ };

#define SHARED_KEYS                                                                                                    \
	{ .name = "ask",                                                                                               \
		.type = KEY_STRINGS,                                                                                   \
		.required = true,                                                                                      \
		.doc = "The parts that are asked, each for an equal share: properties, sets, couples." },              \
		{ .name = "rule",                                                                                      \
			.type = KEY_STRING,                                                                            \
			.doc = "Instead of couples: a condition on x and y (\"y mod x == 0\"), or of a mapping the "   \
			       "image of "                                                                             \
			       "x (\"x^2 mod 5\")." },                                                                 \
		{ .name = "name",                                                                                      \
			.type = KEY_STRING,                                                                            \
			.doc = "What it is called; R, or f of a mapping, if left out." },                              \
		{ .name = "with", .type = KEY_ANY, .doc = "For composition: the couples of what comes second." },      \
		{ .name = "of",                                                                                        \
			.type = KEY_ANY,                                                                               \
			.doc = "For class: its element; for image and preimage: the set that they are of." },          \
	{                                                                                                              \
		.name = "witness", .type = KEY_BOOL,                                                                   \
		.doc = "true (default): a property that fails needs a counterexample, for half of its points."         \
	}

const struct key_spec relation_keys[RELATION_KEYS_COUNT] = {
	{ .name = "set", .type = KEY_ANY, .required = true, .doc = "The set, a text or a list; 32 elements at most." },
	{ .name = "relation",
		.type = KEY_ANY,
		.doc = "Its couples: \"{(1;2);(2;3)}\", \"1→2, 2→3\", [[1, 2]] or {\"1\": [\"2\", \"3\"]}." },
	SHARED_KEYS,
};

const struct key_spec mapping_keys[MAPPING_KEYS_COUNT] = {
	{ .name = "from", .type = KEY_ANY, .required = true, .doc = "The set that it starts from." },
	{ .name = "to", .type = KEY_ANY, .required = true, .doc = "The set that it goes to." },
	{ .name = "map",
		.type = KEY_ANY,
		.doc = "Its couples: \"1→a, 2→b\", {\"1\": \"a\", \"2\": \"b\"}; also what is no mapping." },
	{ .name = "with_to",
		.type = KEY_ANY,
		.doc = "For composition: the set that what comes second goes to; its images if left out." },
	SHARED_KEYS,
};

struct asking {
	struct relation_question *out;
	struct reader *reader;
	json_t *object;
	const char *pointer;
};

static bool refuse(const struct asking *asking, const char *key, const char *code, const char *what)
{
	struct reader *reader = asking->reader;
	const char *at = key ? reader_pointer(reader, asking->pointer, key) : asking->pointer;

	reader_problem(reader, at, false, &relation_messages, code,
		(struct msg_param[]){ { "what", what ? what : "" }, { 0 } });
	return false;
}

static bool side(const struct element **out, const struct asking *asking, const char *key)
{
	struct reader *reader = asking->reader;

	if (!given_finite(
		    out, reader, json_object_get(asking->object, key), reader_pointer(reader, asking->pointer, key)))
		return false;
	return ((*out)->count > 0 && (*out)->count <= RELATION_SIDE_MAX && (*out)->depth <= SIDE_DEPTH_MAX) ||
	       refuse(asking, key, "side-size", NULL);
}

static bool couples(struct relation *out, const struct asking *asking, const char *key, const struct element *from,
	const struct element *to)
{
	struct reader *reader = asking->reader;
	const struct element *list, *stranger;

	if (!given_couples(
		    &list, reader, json_object_get(asking->object, key), reader_pointer(reader, asking->pointer, key)))
		return false;
	if (relation_of(out, from, to, list, &stranger) == 0)
		return true;
	if (!stranger)
		return refuse(asking, key, "side-size", NULL);
	return refuse(asking, key, "couple-stranger", element_text(stranger, LISTED_MAX, reader->arena));
}

static int rule_value(struct value *out, const struct asking *asking, const struct formula *formula,
	const struct element *x, const struct element *y, struct slip *slip)
{
	struct binding bindings[2] = { { .name = "x", .value = { .kind = VALUE_NUMBER, .number = x->number } },
		{ .name = "y", .value = { .kind = VALUE_NUMBER, .number = y ? y->number : x->number } } };

	return formula_value(out, formula, bindings, y ? 2 : 1, asking->reader->arena, slip);
}

static bool refuse_slip(const struct asking *asking, const char *key, const struct slip *slip)
{
	reader_problem_text(asking->reader, reader_pointer(asking->reader, asking->pointer, key), false, slip->message);
	return false;
}

/* The couples for which a condition holds, or x and its image. */
static bool by_rule(
	struct relation *out, const struct asking *asking, const struct element *from, const struct element *to)
{
	const char *text = reader_string(asking->reader, asking->object, "rule", "");
	const struct formula *formula;
	struct value value;
	struct slip slip;

	*out = (struct relation){ .from = from, .to = to };
	if (from->parts[from->count - 1]->kind != ELEMENT_NUMBER || to->parts[to->count - 1]->kind != ELEMENT_NUMBER)
		return refuse(asking, "rule", "rule-of-numbers", NULL);
	if (formula_read(&formula, text, strlen(text), asking->reader->arena, &slip))
		return refuse_slip(asking, "rule", &slip);
	for (size_t i = 0; i < from->count; i++)
		for (size_t j = 0; j < to->count; j++) {
			if (rule_value(&value, asking, formula, from->parts[i],
				    asking->out->mapping ? NULL : to->parts[j], &slip))
				return refuse_slip(asking, "rule", &slip);
			if (value.kind != (asking->out->mapping ? VALUE_NUMBER : VALUE_TRUTH))
				return refuse(asking, "rule", "rule-kind", NULL);
			if (asking->out->mapping ? number_same(value.number, to->parts[j]->number) : value.truth)
				out->rows[i] |= (uint32_t)1 << j;
		}
	return true;
}

static bool read_data(const struct asking *asking)
{
	struct relation_question *out = asking->out;
	const char *key = out->mapping ? "map" : "relation";
	const struct element *from, *to;
	bool rule = json_object_get(asking->object, "rule") != NULL;

	if (!side(&from, asking, out->mapping ? "from" : "set"))
		return false;
	to = from;
	if (out->mapping && !side(&to, asking, "to"))
		return false;
	if (rule == (json_object_get(asking->object, key) != NULL))
		return refuse(asking, NULL, "couples-or-rule", key);
	out->ruled = rule;
	return rule ? by_rule(&out->relation, asking, from, to) : couples(&out->relation, asking, key, from, to);
}

/* The seconds of couples. */
static const struct element *seconds(const struct element *list, struct arena *arena)
{
	const struct element **parts = arena_array(arena, list->count + 1, sizeof(*parts));
	size_t count = 0;

	for (size_t i = 0; i < list->count; i++)
		if (list->parts[i]->kind == ELEMENT_TUPLE && list->parts[i]->count == 2)
			parts[count++] = list->parts[i]->parts[1];
	return set_of(parts, count, arena);
}

static bool read_with(const struct asking *asking)
{
	struct relation_question *out = asking->out;
	struct reader *reader = asking->reader;
	const json_t *with = json_object_get(asking->object, "with");
	const struct element *to = out->relation.to, *list;

	if (!with)
		return true;
	if (out->mapping && json_object_get(asking->object, "with_to")) {
		if (!side(&to, asking, "with_to"))
			return false;
	} else if (out->mapping) {
		if (!given_couples(&list, reader, with, reader_pointer(reader, asking->pointer, "with")))
			return false;
		to = seconds(list, reader->arena);
		if (set_within(to, out->relation.from))
			to = out->relation.from;
	}
	out->has_with = true;
	return couples(&out->with, asking, "with", out->relation.to, to);
}

static bool asks(const struct relation_question *out, enum part_id id)
{
	for (size_t i = 0; i < out->count; i++)
		if (out->parts[i].row->id == id)
			return true;
	return false;
}

static bool read_of(const struct asking *asking)
{
	static const struct set_words none;
	struct relation_question *out = asking->out;
	struct reader *reader = asking->reader;
	const json_t *of = json_object_get(asking->object, "of");
	struct slip slip;

	if (!of)
		return true;
	if (!asks(out, PART_CLASS))
		return given_finite(&out->of, reader, of, reader_pointer(reader, asking->pointer, "of"));
	const char *text = json_is_integer(of)
				   ? arena_printf(reader->arena, "%" JSON_INTEGER_FORMAT, json_integer_value(of))
				   : json_string_value(of);
	if (!text)
		return refuse(asking, "of", "no-of", "class");
	if (element_read(&out->of, text, strlen(text), &none, reader->arena, &slip))
		return refuse_slip(asking, "of", &slip);
	return true;
}

static bool read_parts(const struct asking *asking)
{
	struct relation_question *out = asking->out;
	const char *const *ask = reader_strings(asking->reader, asking->object, "ask");

	for (; *ask; ask++) {
		const struct part_row *row = NULL;

		for (size_t i = 0; i < relation_part_count; i++)
			if (!strcmp(relation_parts[i].name, *ask) &&
				(out->mapping ? relation_parts[i].mapping : relation_parts[i].relation))
				row = &relation_parts[i];
		for (size_t i = 0; i < out->count; i++)
			if (out->parts[i].row == row)
				return refuse(asking, "ask", "part-twice", *ask);
		if (!row || out->count == PARTS_MAX)
			return refuse(asking, "ask", "part-unknown-ask", *ask);
		out->parts[out->count++].row = row;
	}
	return out->count > 0 || refuse(asking, "ask", "part-unknown-ask", "");
}

/* How the first part is answered, rightly or not. */
static const char *example_of(const struct relation_question *out, struct arena *arena)
{
	const struct part_row *row = out->parts[0].row;
	const struct relation nothing = { .from = out->relation.from, .to = out->relation.to };
	const struct element *pair[2] = { out->relation.from->parts[0], out->relation.to->parts[0] };
	const char *value = row->shape == SHAPE_TICK      ? "oui"
			    : row->shape == SHAPE_ELEMENT ? "aucun"
			    : row->shape == SHAPE_MATRIX  ? relation_matrix_text(&nothing, arena)
			    : row->shape == SHAPE_COUPLES ? element_text(element_tuple(pair, 2, arena), 0, arena)
							  : element_text(set_of(pair, 1, arena), 0, arena);

	return arena_printf(arena, "%s : %s", row->label.fr, value);
}

static bool finish(const struct asking *asking, struct frac points)
{
	struct relation_question *out = asking->out;
	struct arena *arena = asking->reader->arena;
	struct buf cleanup_buf starter = BUF_INIT, text = BUF_INIT;
	struct err err;
	const char *code;

	for (size_t i = 0; i < out->count; i++) {
		struct asked_part *part = &out->parts[i];

		if (!relation_part_work_out(part, out, &code, arena))
			return refuse(asking, "ask", code, part->row->name);
		if (frac_div(&part->max, points, frac_int((int64_t)out->count), &err))
			return refuse(asking, "ask", "points-too-fine", NULL);
		buf_printf(&starter, "%s%s : ", i > 0 ? "\n" : "", part->row->label.fr);
		buf_printf(&text, "%s%s : %s", i > 0 ? "\n" : "", part->row->label.fr,
			relation_part_text(out, part, arena));
	}
	out->example = example_of(out, arena);
	out->starter = out->count > 1 ? arena_memdup(arena, buf_str(&starter), starter.len) : "";
	out->reference_text = arena_memdup(arena, buf_str(&text), text.len);
	out->reference = json_keep(arena, json_string(out->reference_text));
	return true;
}

void relation_read_question(
	struct reader *reader, json_t *object, const char *pointer, struct question *question, bool mapping)
{
	struct relation_question *out = arena_alloc(reader->arena, sizeof(*out));
	struct asking asking = { out, reader, object, pointer };

	out->mapping = mapping;
	out->name = reader_string(reader, object, "name", mapping ? "f" : "R");
	out->witness = reader_bool(object, "witness", true);
	if (!read_data(&asking) || !read_with(&asking) || !read_parts(&asking) || !read_of(&asking))
		return;
	const struct element *sets[3] = { out->relation.from, out->relation.to,
		out->has_with ? out->with.to : out->relation.to };
	out->names = given_names(sets, 3, reader->arena);
	if (finish(&asking, question->points))
		question->spec = out;
}
