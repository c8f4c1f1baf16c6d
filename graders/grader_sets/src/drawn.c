/*
 * The generators `sets`, `relation` and `mapping`. A relation or mapping with given properties is drawn and repaired, and
 * drawn again some hundred times at most; what is asked is then too rare, or contradicts itself.
 */
#include <string.h>
#include "base/json.h"
#include "grader_sets/grader_sets.h"
#include "model/generator.h"
#include "sets/relation.h"
#include "sheet/paper.h"

enum { DRAWN_SIDE_MAX = 8, TRIES_MAX = 400, DRAWN_SETS_MAX = 3, DRAWN_UNIVERSE_MAX = 30, VENN_REGIONS_MAX = 8 };

static const enum property wished[] = { PROPERTY_REFLEXIVE, PROPERTY_SYMMETRIC, PROPERTY_ANTISYMMETRIC,
	PROPERTY_TRANSITIVE, PROPERTY_INJECTIVE, PROPERTY_SURJECTIVE };
static const char *const wished_names[] = { "reflexive", "symmetric", "antisymmetric", "transitive", "injective",
	"surjective" };
enum { WISHES = 6, RELATION_WISHES = 4 };

struct drawn_relation {
	size_t from, to;
	int wish[WISHES]; /* -1: either */
};
struct drawn_sets {
	size_t sets, universe;
};

static void add_part(struct drawn_part *out, const char *name, const struct element *set, struct arena *arena)
{
	const char *text = element_text(set, 0, arena);

	*out = (struct drawn_part){
		.name = name, .value = json_keep(arena, json_string(text)), .text = { .fr = text }
	};
}

/* ---- relations and mappings ---- */

static void read_wishes(struct drawn_relation *out, const json_t *value)
{
	for (size_t i = 0; i < WISHES; i++) {
		const json_t *wish = json_object_get(value, wished_names[i]);

		out->wish[i] = !wish ? -1 : json_is_true(wish);
	}
}

static bool read_relation(const void **spec, struct reader *reader, json_t *value, const char *pointer)
{
	struct drawn_relation *out = arena_alloc(reader->arena, sizeof(*out));

	out->from = out->to = (size_t)reader_int(value, "size", 4);
	read_wishes(out, value);
	*spec = out;
	return true;
}

static bool read_mapping(const void **spec, struct reader *reader, json_t *value, const char *pointer)
{
	struct drawn_relation *out = arena_alloc(reader->arena, sizeof(*out));

	out->from = (size_t)reader_int(value, "from", 4);
	out->to = (size_t)reader_int(value, "to", 4);
	read_wishes(out, value);
	*spec = out;
	return true;
}

static uint32_t bit(size_t i)
{
	return (uint32_t)1 << i;
}

static void close_transitively(struct relation *r)
{
	for (size_t k = 0; k < r->from->count; k++)
		for (size_t i = 0; i < r->from->count; i++)
			if (relation_at(r, i, k))
				r->rows[i] |= r->rows[k];
}

static void draw_couples(struct relation *r, const struct drawn_relation *spec, struct draw *draw)
{
	size_t side = r->from->count;

	for (size_t i = 0; i < side; i++)
		for (size_t j = 0; j < side; j++) {
			bool in = draw_below(draw, 3) == 0;

			if (i == j)
				in = spec->wish[0] == 1 || draw_below(draw, 2) == 0;
			if (spec->wish[2] == 1 && j < i && relation_at(r, j, i))
				in = false;
			r->rows[i] = in ? r->rows[i] | bit(j) : r->rows[i];
		}
	for (size_t i = 0; i < side && spec->wish[1] == 1; i++)
		for (size_t j = 0; j < i; j++) {
			r->rows[i] = (r->rows[i] & ~bit(j)) | (relation_at(r, j, i) ? bit(j) : 0);
		}
	if (spec->wish[3] == 1)
		close_transitively(r);
}

/* Each element of `to` once where that is asked, then anything. */
static void draw_images(struct relation *r, const struct drawn_relation *spec, struct draw *draw)
{
	size_t order[DRAWN_SIDE_MAX], places[DRAWN_SIDE_MAX];

	for (size_t i = 0; i < DRAWN_SIDE_MAX; i++)
		order[i] = places[i] = i;
	for (size_t i = spec->to; i > 1; i--) {
		size_t j = draw_below(draw, (uint32_t)i), kept = order[i - 1];

		order[i - 1] = order[j];
		order[j] = kept;
	}
	for (size_t i = spec->from; i > 1; i--) {
		size_t j = draw_below(draw, (uint32_t)i), kept = places[i - 1];

		places[i - 1] = places[j];
		places[j] = kept;
	}
	for (size_t i = 0; i < spec->from; i++) {
		bool once = (spec->wish[4] == 1 || spec->wish[5] == 1) && i < spec->to;

		r->rows[places[i]] = bit(once ? order[i] : draw_below(draw, (uint32_t)spec->to));
	}
}

static bool is_wished(const struct relation *r, const struct drawn_relation *spec, size_t first, size_t end)
{
	for (size_t i = first; i < end; i++)
		if (spec->wish[i] >= 0 && relation_has(r, wished[i]) != (spec->wish[i] == 1))
			return false;
	return true;
}

/* Neither nothing nor all, nor the identity alone. */
static bool is_plain(const struct relation *r)
{
	size_t count = 0, all = r->from->count * r->to->count, loops = 0;

	for (size_t i = 0; i < r->from->count; i++) {
		count += (size_t)__builtin_popcount(r->rows[i]);
		loops += relation_at(r, i, i);
	}
	return count > loops && count < all;
}

static int draw_relation_value(
	struct drawn *out, const void *spec, struct draw *draw, struct arena *arena, struct err *err)
{
	const struct drawn_relation *wish = spec;
	const struct element *side = set_range(1, (int64_t)wish->from, arena);
	struct drawn_part *parts = arena_array(arena, 2, sizeof(*parts));

	for (int i = 0; i < TRIES_MAX; i++) {
		struct relation r = { .from = side, .to = side };

		draw_couples(&r, wish, draw);
		if (!is_plain(&r) || !is_wished(&r, wish, 0, RELATION_WISHES))
			continue;
		add_part(&parts[0], "", relation_couples(&r, arena), arena);
		add_part(&parts[1], "set", side, arena);
		*out = (struct drawn){ parts, 2 };
		return 0;
	}
	return err_set(err, ERR_NOT_FOUND, "no such relation was found in %d draws", TRIES_MAX);
}

static const struct element *letters(size_t count, struct arena *arena)
{
	const struct element *list[DRAWN_SIDE_MAX];

	for (size_t i = 0; i < count; i++)
		list[i] = element_name(arena_printf(arena, "%c", (int)('a' + i)), arena);
	return set_of(list, count, arena);
}

static int draw_mapping_value(
	struct drawn *out, const void *spec, struct draw *draw, struct arena *arena, struct err *err)
{
	const struct drawn_relation *wish = spec;
	struct relation r = { .from = set_range(1, (int64_t)wish->from, arena), .to = letters(wish->to, arena) };
	struct drawn_part *parts = arena_array(arena, 3, sizeof(*parts));

	for (int i = 0; i < TRIES_MAX; i++) {
		draw_images(&r, wish, draw);
		if (!is_wished(&r, wish, RELATION_WISHES, WISHES))
			continue;
		add_part(&parts[0], "", relation_couples(&r, arena), arena);
		add_part(&parts[1], "from", r.from, arena);
		add_part(&parts[2], "to", r.to, arena);
		*out = (struct drawn){ parts, 3 };
		return 0;
	}
	return err_set(err, ERR_NOT_FOUND, "no such mapping was found in %d draws", TRIES_MAX);
}

/* ---- sets ---- */

static bool read_sets(const void **spec, struct reader *reader, json_t *value, const char *pointer)
{
	struct drawn_sets *out = arena_alloc(reader->arena, sizeof(*out));

	out->sets = (size_t)reader_int(value, "count", 2);
	out->universe = (size_t)reader_int(value, "universe", 10);
	*spec = out;
	if (out->universe >= (size_t)1 << out->sets)
		return true;
	reader_problem(reader, pointer, false, &set_messages, "drawn-impossible", NULL);
	return false;
}

/* Every region of their diagram has an element, so that no two operations give the same. */
static int draw_sets_value(struct drawn *out, const void *spec, struct draw *draw, struct arena *arena, struct err *err)
{
	static const char *const names[DRAWN_SETS_MAX] = { "a", "b", "c" };
	const struct drawn_sets *wish = spec;
	const struct element *lists[DRAWN_SETS_MAX][DRAWN_UNIVERSE_MAX];
	const struct element *universe = set_range(1, (int64_t)wish->universe, arena);
	struct drawn_part *parts = arena_array(arena, DRAWN_SETS_MAX + 1, sizeof(*parts));
	size_t counts[DRAWN_SETS_MAX] = { 0 }, order[DRAWN_UNIVERSE_MAX];

	(void)err;
	for (size_t i = 0; i < wish->universe; i++)
		order[i] = i;
	for (size_t i = wish->universe; i > 1; i--) {
		size_t j = draw_below(draw, (uint32_t)i), kept = order[i - 1];

		order[i - 1] = order[j];
		order[j] = kept;
	}
	for (size_t i = 0; i < wish->universe; i++) {
		uint32_t region = i < (size_t)1 << wish->sets ? (uint32_t)i : draw_below(draw, 1u << wish->sets);

		for (size_t k = 0; k < wish->sets; k++)
			if (region >> k & 1)
				lists[k][counts[k]++] = universe->parts[order[i]];
	}
	add_part(&parts[0], "", universe, arena);
	for (size_t k = 0; k < wish->sets; k++)
		add_part(&parts[k + 1], names[k], set_of(lists[k], counts[k], arena), arena);
	*out = (struct drawn){ parts, wish->sets + 1 };
	return 0;
}

/* ---- the table ---- */

static const struct key_spec relation_generator_keys[] = {
	{ .name = "size", .type = KEY_INT, .min = 2, .max = DRAWN_SIDE_MAX, .doc = "Elements of its set {1;…;n}; 4." },
	{ .name = "reflexive", .type = KEY_BOOL, .doc = "Must it be, or must it not? Either if left out." },
	{ .name = "symmetric", .type = KEY_BOOL, .doc = "The same." },
	{ .name = "antisymmetric", .type = KEY_BOOL, .doc = "The same." },
	{ .name = "transitive", .type = KEY_BOOL, .doc = "The same." },
};
static const struct key_spec mapping_generator_keys[] = {
	{ .name = "from", .type = KEY_INT, .min = 2, .max = DRAWN_SIDE_MAX, .doc = "Elements it starts from; 4." },
	{ .name = "to", .type = KEY_INT, .min = 2, .max = DRAWN_SIDE_MAX, .doc = "Letters it goes to; 4." },
	{ .name = "injective", .type = KEY_BOOL, .doc = "Must it be, or must it not? Either if left out." },
	{ .name = "surjective", .type = KEY_BOOL, .doc = "The same." },
};
static const struct key_spec sets_generator_keys[] = {
	{ .name = "count", .type = KEY_INT, .min = 1, .max = DRAWN_SETS_MAX, .doc = "How many sets; 2." },
	{ .name = "universe",
		.type = KEY_INT,
		.min = 2,
		.max = DRAWN_UNIVERSE_MAX,
		.doc = "Elements of {1;…;n}, which they are subsets of; 10." },
};

static const struct generator relation_generator = {
	.name = "relation",
	.doc = "A relation on {1;…;n} with the properties asked for; its part: set.",
	.keys = relation_generator_keys,
	.key_count = sizeof(relation_generator_keys) / sizeof(relation_generator_keys[0]),
	.read = read_relation,
	.draw = draw_relation_value,
};
static const struct generator mapping_generator = {
	.name = "mapping",
	.doc = "A mapping of numbers to letters with the properties asked for; its parts: from, to.",
	.keys = mapping_generator_keys,
	.key_count = sizeof(mapping_generator_keys) / sizeof(mapping_generator_keys[0]),
	.read = read_mapping,
	.draw = draw_mapping_value,
};
static const struct generator sets_generator = {
	.name = "sets",
	.doc = "Subsets of {1;…;n} such that no region of their diagram is empty; itself {1;…;n}, its parts: a, b, c.",
	.keys = sets_generator_keys,
	.key_count = sizeof(sets_generator_keys) / sizeof(sets_generator_keys[0]),
	.read = read_sets,
	.draw = draw_sets_value,
};

const struct generator *const sets_generators[] = { &sets_generator, &relation_generator, &mapping_generator, NULL };
