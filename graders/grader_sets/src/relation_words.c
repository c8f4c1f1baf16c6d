/* What is so for some elements, and right answers as they are typed. */
#include "relation.h"

static const struct msg_text nouns[PROPERTY_COUNT] = {
	[PROPERTY_REFLEXIVE] = { .fr = "la réflexivité", .en = "reflexivity" },
	[PROPERTY_IRREFLEXIVE] = { .fr = "l’irréflexivité", .en = "irreflexivity" },
	[PROPERTY_SYMMETRIC] = { .fr = "la symétrie", .en = "symmetry" },
	[PROPERTY_ANTISYMMETRIC] = { .fr = "l’antisymétrie", .en = "antisymmetry" },
	[PROPERTY_TRANSITIVE] = { .fr = "la transitivité", .en = "transitivity" },
	[PROPERTY_TOTAL] = { .fr = "la totalité", .en = "totality" },
	[PROPERTY_EQUIVALENCE] = { .fr = "la définition d’une équivalence", .en = "the definition of an equivalence" },
	[PROPERTY_ORDER] = { .fr = "la définition d’un ordre", .en = "the definition of an order" },
	[PROPERTY_MAPPING] = { .fr = "la définition d’une application", .en = "the definition of a mapping" },
	[PROPERTY_INJECTIVE] = { .fr = "l’injectivité", .en = "injectivity" },
	[PROPERTY_SURJECTIVE] = { .fr = "la surjectivité", .en = "surjectivity" },
	[PROPERTY_BIJECTIVE] = { .fr = "la bijectivité", .en = "bijectivity" },
};

const struct msg_text *property_noun(enum property property)
{
	return &nouns[property];
}

static const char *text(const struct element *element, struct arena *arena)
{
	return element_text(element, LISTED_MAX, arena);
}

static void add_couple(struct buf *out, const struct relation_question *asked, const struct element *a,
	const struct element *b, struct arena *arena)
{
	const struct relation *r = &asked->relation;
	bool in = relation_at(r, set_place(r->from, a), set_place(r->to, b));

	buf_printf(out, "%s(%s;%s) %s %s", out->len > 0 ? ", " : "", text(a, arena), text(b, arena), in ? "∈" : "∉",
		asked->name);
}

static const struct element *image_of(
	const struct relation_question *asked, const struct element *element, struct arena *arena)
{
	return relation_image(&asked->relation, set_of(&element, 1, arena), arena);
}

static void add_image(
	struct buf *out, const struct relation_question *asked, const struct element *element, struct arena *arena)
{
	const struct element *image = image_of(asked, element, arena);

	if (image->count == 1)
		buf_printf(out, "%s%s(%s) = %s", out->len > 0 ? ", " : "", asked->name, text(element, arena),
			text(image->parts[0], arena));
	else
		buf_printf(out, "%s ↦ %s", text(element, arena), text(image, arena));
}

const char *relation_facts(const struct relation_question *asked, enum property property,
	const struct element *const *e, struct arena *arena)
{
	struct buf cleanup_buf out = BUF_INIT;

	switch (property) {
	case PROPERTY_REFLEXIVE:
	case PROPERTY_IRREFLEXIVE:
		add_couple(&out, asked, e[0], e[0], arena);
		break;
	case PROPERTY_SYMMETRIC:
	case PROPERTY_ANTISYMMETRIC:
	case PROPERTY_TOTAL:
		add_couple(&out, asked, e[0], e[1], arena);
		if (!element_same(e[0], e[1]))
			add_couple(&out, asked, e[1], e[0], arena);
		break;
	case PROPERTY_TRANSITIVE:
		add_couple(&out, asked, e[0], e[1], arena);
		add_couple(&out, asked, e[1], e[2], arena);
		add_couple(&out, asked, e[0], e[2], arena);
		break;
	case PROPERTY_SURJECTIVE:
		buf_printf(&out, "%s⁻¹({%s}) = %s", asked->name, text(e[0], arena),
			text(relation_preimage(&asked->relation, set_of(&e[0], 1, arena), arena), arena));
		break;
	case PROPERTY_INJECTIVE:
		add_image(&out, asked, e[0], arena);
		if (!element_same(e[0], e[1]))
			add_image(&out, asked, e[1], arena);
		break;
	default:
		add_image(&out, asked, e[0], arena);
		break;
	}
	return arena_memdup(arena, buf_str(&out), out.len);
}

const char *relation_matrix_text(const struct relation *relation, struct arena *arena)
{
	struct buf cleanup_buf out = BUF_INIT;

	for (size_t i = 0; i < relation->from->count; i++)
		for (size_t j = 0; j < relation->to->count; j++)
			buf_printf(&out, "%s%d", j > 0 ? " " : i > 0 ? " / " : "", (int)relation_at(relation, i, j));
	return arena_memdup(arena, buf_str(&out), out.len);
}

static const char *tick_text(const struct relation_question *asked, const struct asked_part *part, struct arena *arena)
{
	const struct element *witness[WITNESS_MAX];

	if (part->holds)
		return "oui";
	size_t count = relation_counterexample(witness, &asked->relation, part->row->property);
	if (count == 0 || !asked->witness)
		return "non";
	if (count == 1)
		return arena_printf(arena, "non, %s", text(witness[0], arena));
	return arena_printf(arena, "non, %s", text(element_tuple(witness, count, arena), arena));
}

const char *relation_part_text(
	const struct relation_question *asked, const struct asked_part *part, struct arena *arena)
{
	switch (part->row->shape) {
	case SHAPE_TICK:
		return tick_text(asked, part, arena);
	case SHAPE_MATRIX:
		return relation_matrix_text(&asked->relation, arena);
	case SHAPE_ELEMENT:
		return part->wanted->count == 0 ? "aucun" : element_text(part->wanted->parts[0], 0, arena);
	default:
		return element_text(part->wanted, 0, arena);
	}
}
