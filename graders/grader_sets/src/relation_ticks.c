/*
 * Properties. One that holds earns its points for the yes; one that fails earns half for the no and half for a witness
 * that refutes it. Ticks that are all the same, without any witness that refutes, are nobody's work: a tenth at most.
 */
#include "grader_sets/grader_sets.h"
#include "relation.h"

static struct msg_text say(struct paper *paper, const char *code, const char *facts, enum property property)
{
	const struct msg_text *noun = property_noun(property);

	return msg_make_both(paper->arena, &relation_messages, code,
		(struct msg_param[]){ { "facts", facts }, { "property", noun->fr }, { 0 } },
		(struct msg_param[]){ { "facts", facts }, { "property", noun->en }, { 0 } });
}

/* The part of a definition that fails first. */
static enum property failing(const struct relation *relation, enum property property)
{
	static const enum property parts[][3] = {
		[PROPERTY_EQUIVALENCE] = { PROPERTY_REFLEXIVE, PROPERTY_SYMMETRIC, PROPERTY_TRANSITIVE },
		[PROPERTY_ORDER] = { PROPERTY_REFLEXIVE, PROPERTY_ANTISYMMETRIC, PROPERTY_TRANSITIVE },
		[PROPERTY_BIJECTIVE] = { PROPERTY_MAPPING, PROPERTY_INJECTIVE, PROPERTY_SURJECTIVE },
	};

	if (property_has_witness(property))
		return property;
	for (size_t i = 0; i < 3; i++)
		if (!relation_has(relation, parts[property][i]))
			return parts[property][i];
	return property;
}

static struct msg_text said_of_yes(struct paper *paper, const struct relation_question *asked, enum property property)
{
	enum property part = failing(&asked->relation, property);
	const struct element *witness[WITNESS_MAX];

	relation_counterexample(witness, &asked->relation, part);
	return say(paper, "property-fails", relation_facts(asked, part, witness, paper->arena), part);
}

/* No a, b, c with (a;b) and (b;c): then there is nothing that could fail. */
static bool is_vacuous(const struct relation *relation)
{
	for (size_t i = 0; i < relation->from->count; i++)
		for (size_t j = 0; j < relation->to->count; j++)
			if (i != j && relation_at(relation, i, j) && (relation->rows[j] & ~((uint32_t)1 << j)) != 0)
				return false;
	return true;
}

static struct msg_text said_of_no(struct paper *paper, const struct relation_question *asked,
	const struct relation_answer *answer, enum property property)
{
	for (size_t i = 0; i < asked->count; i++)
		if (property == PROPERTY_ANTISYMMETRIC && asked->parts[i].row->id == PART_PROPERTY &&
			asked->parts[i].row->property == PROPERTY_SYMMETRIC && answer->parts[i].given &&
			answer->parts[i].yes && asked->parts[i].holds)
			return paper_say(paper, "symmetric-and-antisymmetric", NULL);
	if (property == PROPERTY_TRANSITIVE && is_vacuous(&asked->relation))
		return paper_say(paper, "transitive-vacuous", NULL);
	return say(paper, "property-holds", "", property);
}

/* Half of the points for the no; the other half for a witness. */
static int mark_no(struct paper *paper, const struct relation_question *asked, const struct part_answer *answer,
	struct test_report *row, enum property property, bool *refutes, struct err *err)
{
	const struct element *clean[WITNESS_MAX];
	size_t count = answer->witness_count;
	struct frac half = { 1, 2 };
	enum witness found;

	if (!asked->witness || !property_has_witness(property)) {
		row_passed(row);
		return 0;
	}
	if (count == 0) {
		row_failed(row, say(paper, "witness-missing", "", property));
		return set_row_share(row, half, false, err);
	}
	found = relation_try_witness(&asked->relation, property, answer->witness, &count, clean);
	if (found == WITNESS_REFUTES) {
		*refutes = true;
		row_passed(row);
		return 0;
	}
	if (found == WITNESS_SHAPE)
		row_failed(row, paper_say(paper,
					property == PROPERTY_TRANSITIVE ? "witness-three"
					: property == PROPERTY_REFLEXIVE || property == PROPERTY_IRREFLEXIVE ||
							property == PROPERTY_MAPPING || property == PROPERTY_SURJECTIVE
						? "witness-one"
						: "witness-two",
					NULL));
	else if (found == WITNESS_STRANGER)
		row_failed(row, say(paper, "witness-stranger", "", property));
	else
		row_failed(row, say(paper, "witness-does-not-refute",
					relation_facts(asked, property, clean, paper->arena), property));
	return set_row_share(row, half, false, err);
}

static int mark_tick(struct paper *paper, const struct relation_question *asked, const struct relation_answer *answer,
	size_t index, bool *refutes, struct err *err)
{
	const struct asked_part *part = &asked->parts[index];
	const struct part_answer *given = &answer->parts[index];
	struct test_report *row = &paper->report->tests[index];
	enum property property = part->row->property;

	row->expected = relation_part_text(asked, part, paper->arena);
	if (!given->given) {
		row->outcome = OUTCOME_BLANK;
		return 0;
	}
	row->got = given->yes ? "oui" : "non";
	if (!given->yes && given->witness_count > 0)
		row->got = arena_printf(paper->arena, "non, %s",
			element_text(element_tuple(given->witness, given->witness_count, paper->arena), LISTED_MAX,
				paper->arena));
	if (!given->yes && !part->holds)
		return mark_no(paper, asked, given, row, property, refutes, err);
	if (given->yes && part->holds) {
		row_passed(row);
		return 0;
	}
	row_failed(row, given->yes ? said_of_yes(paper, asked, property) : said_of_no(paper, asked, answer, property));
	/* Why a word is wrong tells the right one. */
	row->discreet = false;
	return 0;
}

/* Injective for surjective, and the other way round. */
static void remark_exchanged(
	struct paper *paper, const struct relation_question *asked, const struct relation_answer *answer)
{
	size_t at[2] = { PARTS_MAX, PARTS_MAX };

	for (size_t i = 0; i < asked->count; i++) {
		if (asked->parts[i].row->id != PART_PROPERTY || !answer->parts[i].given)
			continue;
		if (asked->parts[i].row->property == PROPERTY_INJECTIVE)
			at[0] = i;
		if (asked->parts[i].row->property == PROPERTY_SURJECTIVE)
			at[1] = i;
	}
	if (at[0] == PARTS_MAX || at[1] == PARTS_MAX || asked->parts[at[0]].holds == asked->parts[at[1]].holds)
		return;
	if (answer->parts[at[0]].yes == asked->parts[at[1]].holds &&
		answer->parts[at[1]].yes == asked->parts[at[0]].holds)
		paper_remark(paper, paper_say(paper, "injective-surjective-exchanged", NULL));
}

struct ticks {
	size_t count, given, yes, right;
	bool refutes;
	struct frac max;
};

static int limit(struct paper *paper, const struct relation_question *asked, const struct ticks *ticks, struct err *err)
{
	struct frac left;

	if (frac_div(&left, ticks->max, frac_int(10), err))
		return -1;
	for (size_t i = 0; i < asked->count; i++) {
		struct test_report *row = &paper->report->tests[i];

		if (asked->parts[i].row->id != PART_PROPERTY)
			continue;
		if (frac_cmp(row->points, left) > 0)
			row->points = left;
		if (frac_sub(&left, left, row->points, err))
			return -1;
	}
	paper_remark(paper, paper_say(paper, "ticks-alike", NULL));
	return 0;
}

int relation_mark_ticks(struct paper *paper, const struct relation_question *asked,
	const struct relation_answer *answer, struct err *err)
{
	struct ticks ticks = { .max = FRAC_ZERO };

	for (size_t i = 0; i < asked->count; i++) {
		const struct part_answer *given = &answer->parts[i];

		if (asked->parts[i].row->id != PART_PROPERTY)
			continue;
		if (mark_tick(paper, asked, answer, i, &ticks.refutes, err) ||
			frac_add(&ticks.max, ticks.max, asked->parts[i].max, err))
			return -1;
		ticks.count++;
		ticks.given += given->given;
		ticks.yes += given->given && given->yes;
		ticks.right += paper->report->tests[i].outcome == OUTCOME_PASSED;
	}
	remark_exchanged(paper, asked, answer);
	if (ticks.given == 0 || ticks.refutes || ticks.right == ticks.count ||
		(ticks.yes != 0 && ticks.yes != ticks.given))
		return 0;
	return limit(paper, asked, &ticks, err);
}
