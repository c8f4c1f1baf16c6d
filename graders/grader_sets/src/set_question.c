/* The author's part of the kind `set`. */
#include <string.h>
#include "base/json.h"
#include "grader_sets/grader_sets.h"
#include "set.h"

enum { NEIGHBOURS_WEIGHT_MAX = 4000, NAME_BYTES_MAX = 8 };

static const char *const forms[] = { "extension", "expression", "regions", NULL };

const struct key_spec set_keys[SET_KEYS_COUNT] = {
	{ .name = "given",
		.type = KEY_OBJECT,
		.doc = "The sets by name, each a text (\"{1;2}\", \"]−∞;4]\", \"A ∪ {5}\" over those before) or a "
		       "list." },
	{ .name = "universe", .type = KEY_STRING, .doc = "The name of the set that complements are taken in." },
	{ .name = "ask",
		.type = KEY_STRING,
		.required = true,
		.doc = "What is asked, over these sets: \"A ∪ B\", \"P(E)\", \"A × B\", \"card(A)\", \"I ∩ J\"." },
	{ .name = "sets",
		.type = KEY_STRINGS,
		.doc = "Instead of given: the one to three sets of a Venn diagram, [\"A\", \"B\"]." },
	{ .name = "form",
		.type = KEY_STRING,
		.choices = forms,
		.doc = "extension (default): the elements; of a Venn diagram expression (one equal to the region) or "
		       "regions (their numbers)." },
};

static bool refuse(struct reader *reader, const char *pointer, const char *key, const char *code)
{
	reader_problem(reader, key ? reader_pointer(reader, pointer, key) : pointer, false, &set_messages, code, NULL);
	return false;
}

unsigned venn_region(unsigned sets, unsigned number)
{
	unsigned seen = 0;

	for (unsigned size = 1; size <= sets; size++)
		for (unsigned reversed = (1u << sets) - 1; reversed > 0; reversed--) {
			unsigned mask = 0;

			for (unsigned i = 0; i < sets; i++)
				mask |= (reversed >> (sets - 1 - i) & 1) << i;
			if ((unsigned)__builtin_popcount(mask) == size && ++seen == number)
				return mask;
		}
	return 0;
}

static bool is_name(const char *name)
{
	size_t length = strlen(name);

	if (length == 0 || length > NAME_BYTES_MAX || !((name[0] | 32) >= 'a' && (name[0] | 32) <= 'z'))
		return false;
	for (size_t i = 1; i < length; i++)
		if (!strchr("0123456789_", name[i]) && !((name[i] | 32) >= 'a' && (name[i] | 32) <= 'z'))
			return false;
	return true;
}

static bool read_given(struct set_question *out, struct reader *reader, json_t *object, const char *pointer)
{
	json_t *given = json_object_get(object, "given"), *value;
	const char *at = reader_pointer(reader, pointer, "given"), *name;
	struct set_binding *bindings = arena_array(reader->arena, GIVEN_MAX, sizeof(*bindings));

	out->world.bindings = bindings;
	if (json_object_size(given) > GIVEN_MAX)
		return refuse(reader, pointer, "given", "too-many-given");
	json_object_foreach(given, name, value)
	{
		const char *place = reader_pointer(reader, at, name);

		if (!is_name(name))
			return refuse(reader, place, NULL, "bad-set-name");
		bindings[out->world.count].name = arena_strdup(reader->arena, name);
		if (!given_set(&bindings[out->world.count].value, reader, value, place, &out->world))
			return false;
		out->world.count++;
	}
	return true;
}

/* A diagram's sets are sets of numbers of regions, and so is every expression over them. */
static bool read_venn(struct set_question *out, struct reader *reader, json_t *object, const char *pointer)
{
	const char *const *names = reader_strings(reader, object, "sets");
	struct set_binding *bindings = arena_array(reader->arena, VENN_SETS_MAX + 1, sizeof(*bindings));
	const char *universe = reader_string(reader, object, "universe", "E");

	for (out->venn_count = 0; names[out->venn_count]; out->venn_count++)
		if (out->venn_count == VENN_SETS_MAX || !is_name(names[out->venn_count]) ||
			!strcmp(names[out->venn_count], universe))
			return refuse(reader, pointer, "sets", "bad-venn-sets");
	if (out->venn_count == 0 || !is_name(universe))
		return refuse(reader, pointer, "sets", "bad-venn-sets");
	out->venn = names;
	out->world = (struct set_world){ bindings, out->venn_count + 1, universe };
	for (unsigned i = 0; i < out->venn_count; i++) {
		const struct element *list[1 << VENN_SETS_MAX];
		size_t count = 0;

		for (unsigned number = 1; number <= 1u << out->venn_count; number++)
			if (venn_region(out->venn_count, number) >> i & 1)
				list[count++] = element_number(number_of(number, reader->arena), reader->arena);
		bindings[i] = (struct set_binding){ names[i], set_value_finite(set_of(list, count, reader->arena)) };
	}
	bindings[out->venn_count] =
		(struct set_binding){ universe, set_value_finite(set_range(1, 1 << out->venn_count, reader->arena)) };
	return true;
}

static void add_idle(struct set_question *out, struct set_value value)
{
	if (value.kind == SETS_FINITE && !value.set)
		return;
	if (value.kind != SETS_FINITE && out->wanted.kind != value.kind)
		return;
	for (size_t i = 0; i < out->idle_count; i++)
		if (set_value_same(&out->idle[i], &value))
			return;
	if (out->idle_count < IDLE_MAX)
		out->idle[out->idle_count++] = value;
}

/* Nothing, the given sets themselves and all of them together; of subsets the two that there always are. */
static void find_idle(struct set_question *out, struct arena *arena)
{
	const struct element *all = set_empty(arena), *none = all, *pair[2] = { none, NULL };
	bool finite = true;

	if (out->wanted.kind == SETS_NUMBER) {
		for (int i = 0; i < 2; i++)
			add_idle(out, (struct set_value){ .kind = SETS_NUMBER, .number = number_of(i, arena) });
		for (size_t i = 0; i < out->world.count; i++)
			if (out->world.bindings[i].value.kind == SETS_FINITE)
				add_idle(out,
					(struct set_value){ .kind = SETS_NUMBER,
						.number = number_of(
							(int64_t)out->world.bindings[i].value.set->count, arena) });
		return;
	}
	add_idle(out, set_value_finite(none));
	for (size_t i = 0; i < out->world.count; i++) {
		add_idle(out, out->world.bindings[i].value);
		finite &= out->world.bindings[i].value.kind == SETS_FINITE;
		if (finite)
			all = set_union(all, out->world.bindings[i].value.set, arena);
	}
	if (out->wanted.kind == SETS_REALS) {
		struct interval line = { 0 };

		add_idle(out, set_value_reals(reals_interval(&line, arena), arena));
	}
	out->all = finite ? all : NULL;
	if (!finite)
		return;
	add_idle(out, set_value_finite(all));
	if (out->ask->op == SET_POWER) {
		struct set_value of;
		struct slip slip;

		add_idle(out, set_value_finite(set_of(pair, 1, arena)));
		if (set_expr_value(&of, out->ask->operands[0], &out->world, arena, &slip) == 0) {
			pair[1] = of.set;
			add_idle(out, set_value_finite(set_of(&pair[1], 1, arena)));
			add_idle(out, set_value_finite(set_of(pair, 2, arena)));
		}
	}
}

static void find_neighbours(struct set_question *out, struct arena *arena)
{
	struct set_neighbour *list = arena_array(arena, SET_NEIGHBOURS_MAX, sizeof(*list));
	size_t kept = 0;

	out->neighbours = list;
	if (out->wanted.kind == SETS_FINITE && out->wanted.set->weight > NEIGHBOURS_WEIGHT_MAX)
		return;
	size_t count = set_neighbours(list, out->ask, &out->world, arena);
	for (size_t i = 0; i < count; i++)
		if (!set_value_same(&list[i].value, &out->wanted))
			list[kept++] = list[i];
	out->neighbour_count = kept;
}

static void set_words_of(struct set_question *out, struct arena *arena)
{
	const char **names = arena_array(arena, out->world.count + 1, sizeof(*names));
	const struct element *sets[GIVEN_MAX + 1];
	size_t count = 0;

	for (size_t i = 0; i < out->world.count; i++) {
		names[i] = out->world.bindings[i].name;
		if (out->world.bindings[i].value.kind == SETS_FINITE)
			sets[count++] = out->world.bindings[i].value.set;
	}
	if (out->wanted.kind == SETS_FINITE)
		sets[count++] = out->wanted.set;
	out->words = (struct set_words){ .sets = names,
		.elements = given_names(sets, count, arena),
		.universe = out->world.universe,
		.plain = true };
}

static bool read_ask(struct set_question *out, struct reader *reader, json_t *object, const char *pointer)
{
	const char **names = arena_array(reader->arena, out->world.count + 1, sizeof(*names));
	const char *text = reader_string(reader, object, "ask", ""), *at = reader_pointer(reader, pointer, "ask");
	struct set_words words = { .sets = names, .universe = out->world.universe };
	struct set_reading reading;
	struct slip slip;

	for (size_t i = 0; i < out->world.count; i++)
		names[i] = out->world.bindings[i].name;
	if (set_read(&reading, text, strlen(text), &words, reader->arena, &slip) ||
		set_expr_value(&out->wanted, reading.expr, &out->world, reader->arena, &slip)) {
		reader_problem_text(reader, at, false, slip.message);
		return false;
	}
	out->ask = reading.expr;
	if (out->venn && out->wanted.kind != SETS_FINITE)
		return refuse(reader, at, NULL, "venn-ask");
	if (out->venn && !set_within(out->wanted.set, out->world.bindings[out->venn_count].value.set))
		return refuse(reader, at, NULL, "venn-ask");
	return true;
}

void set_read_question(struct reader *reader, json_t *object, const char *pointer, struct question *question)
{
	struct set_question *out = arena_alloc(reader->arena, sizeof(*out));
	const char *form = reader_string(reader, object, "form", "extension");
	bool venn = json_object_get(object, "sets") != NULL;

	for (size_t i = 0; forms[i]; i++)
		if (!strcmp(forms[i], form))
			out->form = (enum set_form)i;
	if ((out->form != SET_FORM_EXTENSION) != venn || venn == (json_object_get(object, "given") != NULL)) {
		refuse(reader, pointer, NULL, "given-or-sets");
		return;
	}
	if (venn ? !read_venn(out, reader, object, pointer) : !read_given(out, reader, object, pointer))
		return;
	if (!venn) {
		out->world.universe = reader_string(reader, object, "universe", NULL);
		if (out->world.universe && !set_world_find(&out->world, out->world.universe)) {
			refuse(reader, pointer, "universe", "universe-not-given");
			return;
		}
	}
	if (!read_ask(out, reader, object, pointer))
		return;
	find_idle(out, reader->arena);
	find_neighbours(out, reader->arena);
	set_words_of(out, reader->arena);
	bool set = out->wanted.kind != SETS_NUMBER && out->ask->op != SET_POWER;
	for (size_t i = 0; i < out->idle_count && set; i++)
		if (set_value_same(&out->idle[i], &out->wanted))
			reader_warning(reader, reader_pointer(reader, pointer, "ask"), false, &set_messages,
				"ask-takes-no-work", NULL);
	question->spec = out;
}
