#include "relation.h"
#include <string.h>

#define TICK(word, prop, rel, map, fr_label, en_label, ...)                                                            \
	{                                                                                                              \
		.name = word, .id = PART_PROPERTY, .shape = SHAPE_TICK, .property = prop,                              \
		.label = { .fr = fr_label, .en = en_label }, .words = { __VA_ARGS__ }, .relation = rel, .mapping = map \
	}
#define PART(word, which, how, rel, map, fr_label, en_label, ...)                                                      \
	{                                                                                                              \
		.name = word, .id = which, .shape = how, .label = { .fr = fr_label, .en = en_label },                  \
		.words = { __VA_ARGS__ }, .relation = rel, .mapping = map                                              \
	}

const struct part_row relation_parts[] = {
	TICK("reflexive", PROPERTY_REFLEXIVE, true, false, "réflexive", "reflexive", "reflexive", "reflexivite",
		"reflexif"),
	TICK("irreflexive", PROPERTY_IRREFLEXIVE, true, false, "irréflexive", "irreflexive", "irreflexive",
		"antireflexive", "irreflexivite"),
	TICK("symmetric", PROPERTY_SYMMETRIC, true, false, "symétrique", "symmetric", "symetrique", "symmetric",
		"symetrie"),
	TICK("antisymmetric", PROPERTY_ANTISYMMETRIC, true, false, "antisymétrique", "antisymmetric", "antisymetrique",
		"antisymmetric", "antisymetrie"),
	TICK("transitive", PROPERTY_TRANSITIVE, true, false, "transitive", "transitive", "transitive", "transitivite",
		"transitif"),
	TICK("total", PROPERTY_TOTAL, true, false, "totale", "total", "totale", "total", "ordretotal"),
	TICK("equivalence", PROPERTY_EQUIVALENCE, true, false, "relation d’équivalence", "equivalence relation",
		"relationdequivalence", "equivalence", "equivalencerelation"),
	TICK("order", PROPERTY_ORDER, true, false, "relation d’ordre", "order", "relationdordre", "ordre", "order"),
	TICK("mapping", PROPERTY_MAPPING, false, true, "application", "mapping", "application", "mapping",
		"estuneapplication", "fonction"),
	TICK("injective", PROPERTY_INJECTIVE, false, true, "injective", "injective", "injective", "injection",
		"injectivite"),
	TICK("surjective", PROPERTY_SURJECTIVE, false, true, "surjective", "surjective", "surjective", "surjection",
		"surjectivite"),
	TICK("bijective", PROPERTY_BIJECTIVE, false, true, "bijective", "bijective", "bijective", "bijection",
		"bijectivite"),
	PART("couples", PART_COUPLES, SHAPE_COUPLES, true, true, "couples", "couples", "couples", "graphe", "graph",
		"pairs"),
	PART("matrix", PART_MATRIX, SHAPE_MATRIX, true, false, "matrice", "matrix", "matrice", "matrix"),
	PART("inverse", PART_INVERSE, SHAPE_COUPLES, true, true, "réciproque", "inverse", "reciproque", "inverse"),
	PART("composition", PART_COMPOSITION, SHAPE_COUPLES, true, true, "composée", "composition", "composee",
		"composition", "compose"),
	PART("hasse", PART_HASSE, SHAPE_COUPLES, true, false, "diagramme", "diagram", "diagramme", "diagram", "hasse",
		"diagrammedehasse", "fleches"),
	PART("classes", PART_CLASSES, SHAPE_CLASSES, true, false, "classes", "classes", "classes",
		"classesdequivalence", "quotient", "ensemblequotient", "er"),
	PART("class", PART_CLASS, SHAPE_SET, true, false, "classe", "class", "classe", "class", "classedequivalence"),
	PART("minimal", PART_MINIMAL, SHAPE_SET, true, false, "éléments minimaux", "minimal elements",
		"elementsminimaux", "minimaux", "minimal", "minimalelements", "elementminimal"),
	PART("maximal", PART_MAXIMAL, SHAPE_SET, true, false, "éléments maximaux", "maximal elements",
		"elementsmaximaux", "maximaux", "maximal", "maximalelements", "elementmaximal"),
	PART("least", PART_LEAST, SHAPE_ELEMENT, true, false, "plus petit élément", "least element", "pluspetitelement",
		"pluspetit", "least", "leastelement", "minimum"),
	PART("greatest", PART_GREATEST, SHAPE_ELEMENT, true, false, "plus grand élément", "greatest element",
		"plusgrandelement", "plusgrand", "greatest", "greatestelement", "maximum"),
	PART("image", PART_IMAGE, SHAPE_SET, false, true, "image", "image", "image", "imagedirecte", "ensembleimage"),
	PART("preimage", PART_PREIMAGE, SHAPE_SET, false, true, "image réciproque", "preimage", "imagereciproque",
		"preimage", "antecedents"),
};
const size_t relation_part_count = sizeof(relation_parts) / sizeof(relation_parts[0]);

static void idle(struct asked_part *part, const struct element *value)
{
	if (value && !element_same(value, part->wanted) && part->idle_count < PART_IDLE_MAX)
		part->idle[part->idle_count++] = value;
}

static void mistake(struct asked_part *part, const char *code, const struct element *value)
{
	if (!value || element_same(value, part->wanted) || part->mistake_count == PART_MISTAKES_MAX)
		return;
	part->mistakes[part->mistake_count].code = code;
	part->mistakes[part->mistake_count++].value = value;
}

static struct relation without_loops(const struct relation *relation)
{
	struct relation out = *relation;

	for (size_t i = 0; i < relation->from->count; i++)
		out.rows[i] &= ~((uint32_t)1 << i);
	return out;
}

static const struct element *single(const struct element *element, struct arena *arena)
{
	return element ? set_of(&element, 1, arena) : set_empty(arena);
}

static void work_out_couples(struct asked_part *part, const struct relation_question *asked, struct arena *arena)
{
	const struct relation *r = &asked->relation;
	struct relation inverse = relation_inverse(r), strict = without_loops(r);
	bool matrix = part->row->id == PART_MATRIX;

	part->wanted = relation_couples(r, arena);
	mistake(part, matrix ? "matrix-transposed" : "couples-reversed", relation_couples(&inverse, arena));
	if (!asked->mapping)
		mistake(part, matrix ? "matrix-no-loops" : "couples-no-loops", relation_couples(&strict, arena));
	const struct element *pair[2] = { r->from, r->to };
	idle(part, set_product(pair, 2, arena));
}

static bool work_out_composition(struct asked_part *part, const struct relation_question *asked, struct arena *arena)
{
	const struct relation *r = &asked->relation, *s = &asked->with;

	if (!asked->has_with)
		return false;
	struct relation whole = relation_then(r, s);
	part->wanted = relation_couples(&whole, arena);
	if (element_same(s->to, r->from)) {
		struct relation other = relation_then(s, r);

		mistake(part, "composition-order", relation_couples(&other, arena));
	}
	idle(part, relation_couples(r, arena));
	idle(part, relation_couples(s, arena));
	return true;
}

static void work_out_hasse(struct asked_part *part, const struct relation *r, struct arena *arena)
{
	struct relation strict = without_loops(r), inverse = relation_inverse(r);

	part->wanted = relation_hasse(r, arena);
	mistake(part, "hasse-everything", relation_couples(&strict, arena));
	mistake(part, "hasse-everything", relation_couples(r, arena));
	mistake(part, "hasse-reversed", relation_hasse(&inverse, arena));
	idle(part, relation_couples(&strict, arena));
	idle(part, relation_couples(r, arena));
}

static void work_out_classes(struct asked_part *part, const struct relation *r, struct arena *arena)
{
	const struct element *alone[RELATION_SIDE_MAX];

	for (size_t i = 0; i < r->from->count; i++)
		alone[i] = single(r->from->parts[i], arena);
	part->wanted = relation_classes(r, arena);
	idle(part, set_of(alone, r->from->count, arena));
	idle(part, single(r->from, arena));
}

static void work_out_ends(struct asked_part *part, const struct relation *r, struct arena *arena)
{
	const struct element *low = relation_minimal(r, arena), *high = relation_maximal(r, arena);
	const struct element *least = single(relation_least(r), arena), *greatest = single(relation_greatest(r), arena);

	switch (part->row->id) {
	case PART_MINIMAL:
		part->wanted = low;
		mistake(part, "minimal-for-maximal", high);
		break;
	case PART_MAXIMAL:
		part->wanted = high;
		mistake(part, "minimal-for-maximal", low);
		break;
	case PART_LEAST:
		part->wanted = least;
		mistake(part, "least-for-greatest", greatest->count > 0 ? greatest : NULL);
		break;
	default:
		part->wanted = greatest;
		mistake(part, "least-for-greatest", least->count > 0 ? least : NULL);
		break;
	}
	if (part->row->shape == SHAPE_SET)
		idle(part, r->from);
}

static void work_out_image(struct asked_part *part, const struct relation_question *asked, struct arena *arena)
{
	const struct relation *r = &asked->relation;
	bool back = part->row->id == PART_PREIMAGE;
	const struct element *of = asked->of ? asked->of : back ? r->to : r->from;

	part->wanted = back ? relation_preimage(r, of, arena) : relation_image(r, of, arena);
	mistake(part, "image-for-preimage",
		asked->of && set_within(of, back ? r->from : r->to)
			? back ? relation_image(r, of, arena) : relation_preimage(r, of, arena)
			: NULL);
	mistake(part, back ? "preimage-whole" : "image-codomain", back ? r->from : r->to);
	idle(part, back ? r->from : r->to);
	idle(part, of);
}

bool relation_part_work_out(
	struct asked_part *part, const struct relation_question *asked, const char **code, struct arena *arena)
{
	const struct relation *r = &asked->relation;
	enum part_id id = part->row->id;

	if (id == PART_PROPERTY) {
		part->holds = relation_has(r, part->row->property);
		*code = "not-a-mapping";
		return !asked->mapping || part->row->property == PROPERTY_MAPPING || relation_has(r, PROPERTY_MAPPING);
	}
	*code = "not-an-equivalence";
	if ((id == PART_CLASSES || id == PART_CLASS) && !relation_has(r, PROPERTY_EQUIVALENCE))
		return false;
	*code = "not-an-order";
	if ((id == PART_HASSE || (id >= PART_MINIMAL && id <= PART_GREATEST)) && !relation_has(r, PROPERTY_ORDER))
		return false;
	*code = "not-bijective";
	if (asked->mapping && id == PART_INVERSE && !relation_has(r, PROPERTY_BIJECTIVE))
		return false;
	struct relation inverse = relation_inverse(r);
	switch (id) {
	case PART_COUPLES:
	case PART_MATRIX:
		work_out_couples(part, asked, arena);
		break;
	case PART_INVERSE:
		part->wanted = relation_couples(&inverse, arena);
		mistake(part, "inverse-copied", relation_couples(r, arena));
		idle(part, relation_couples(r, arena));
		break;
	case PART_COMPOSITION:
		*code = "no-with";
		if (!work_out_composition(part, asked, arena))
			return false;
		break;
	case PART_HASSE:
		work_out_hasse(part, r, arena);
		break;
	case PART_CLASSES:
		work_out_classes(part, r, arena);
		break;
	case PART_CLASS:
		*code = "no-of";
		part->wanted = asked->of ? relation_class(r, asked->of, arena) : NULL;
		if (!part->wanted)
			return false;
		mistake(part, "class-alone", single(asked->of, arena));
		idle(part, single(asked->of, arena));
		idle(part, r->from);
		break;
	case PART_IMAGE:
	case PART_PREIMAGE:
		work_out_image(part, asked, arena);
		break;
	default:
		work_out_ends(part, r, arena);
		break;
	}
	idle(part, set_empty(arena));
	return part->wanted != NULL;
}
