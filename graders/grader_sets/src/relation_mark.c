/* The parts that are sets: couples, classes, elements. */
#include "grader_sets/grader_sets.h"
#include "relation.h"

struct marking {
	struct paper *paper;
	const struct relation_question *asked;
	const struct asked_part *part;
	const struct part_answer *answer;
	struct overlap overlap;
};

static struct msg_text say(const struct marking *m, const char *code, const struct element *a, const struct element *b)
{
	struct arena *arena = m->paper->arena;

	return msg_make(arena, &relation_messages, code,
		(struct msg_param[]){ { "a", a ? element_text(a, LISTED_MAX, arena) : "" },
			{ "b", b ? element_text(b, LISTED_MAX, arena) : "" }, { "name", m->asked->name }, { 0 } });
}

static struct msg_text none(void)
{
	return (struct msg_text){ 0 };
}

static const struct element *pair_of(const struct element *a, const struct element *b, struct arena *arena)
{
	const struct element *parts[2] = { a, b };

	return element_tuple(parts, 2, arena);
}

static struct msg_text known_mistake(const struct marking *m)
{
	for (size_t i = 0; i < m->part->mistake_count; i++)
		if (element_same(m->part->mistakes[i].value, m->answer->set))
			return say(m, m->part->mistakes[i].code, NULL, NULL);
	return none();
}

/* A loop, or an arc that follows from two others of the order. */
static struct msg_text diagram_mistake(const struct marking *m)
{
	const struct relation *r = &m->asked->relation;

	for (size_t i = 0; i < m->overlap.extra->count; i++) {
		const struct element *arc = m->overlap.extra->parts[i];
		size_t a = set_place(r->from, arc->parts[0]), c = set_place(r->from, arc->parts[1]);

		if (a == r->from->count || c == r->from->count)
			continue;
		if (a == c)
			return say(m, "hasse-loop", arc, NULL);
		for (size_t b = 0; b < r->from->count; b++)
			if (b != a && b != c && relation_at(r, a, b) && relation_at(r, b, c))
				return say(m, "hasse-transitive", arc, r->from->parts[b]);
	}
	return none();
}

static struct msg_text classes_mistake(const struct marking *m)
{
	const struct relation *r = &m->asked->relation;
	const struct element *set = m->answer->set;

	if (m->answer->twice)
		return say(m, "classes-overlap", m->answer->twice, NULL);
	for (size_t k = 0; k < set->count; k++) {
		const struct element *one = set->parts[k];

		if (one->kind != ELEMENT_SET)
			continue;
		for (size_t i = 1; i < one->count; i++) {
			size_t a = set_place(r->from, one->parts[0]), b = set_place(r->from, one->parts[i]);

			if (a < r->from->count && b < r->from->count && !relation_at(r, a, b))
				return say(m, "classes-merged", pair_of(one->parts[0], one->parts[i], m->paper->arena),
					NULL);
		}
	}
	for (size_t i = 0; i < r->from->count; i++) {
		bool in = false;

		for (size_t k = 0; k < set->count; k++)
			in |= set->parts[k]->kind == ELEMENT_SET && set_has(set->parts[k], r->from->parts[i]);
		if (!in)
			return say(m, "classes-uncovered", r->from->parts[i], NULL);
	}
	if (m->overlap.extra->count > 0 && set->count > m->part->wanted->count)
		return say(m, "classes-split", m->overlap.extra->parts[0], NULL);
	return none();
}

/* One that has another below (or above) it. */
static struct msg_text end_mistake(const struct marking *m)
{
	const struct relation *r = &m->asked->relation;
	bool low = m->part->row->id == PART_MINIMAL || m->part->row->id == PART_LEAST;
	bool unique = m->part->row->shape == SHAPE_ELEMENT;

	for (size_t i = 0; i < m->overlap.extra->count; i++) {
		const struct element *extra = m->overlap.extra->parts[i];
		size_t a = set_place(r->from, extra);

		if (a == r->from->count)
			continue;
		for (size_t b = 0; b < r->from->count; b++) {
			bool other = b != a && (low ? relation_at(r, b, a) : relation_at(r, a, b));
			bool related = low ? relation_at(r, a, b) : relation_at(r, b, a);

			if (unique && !related)
				return say(m, low ? "not-least" : "not-greatest", extra, r->from->parts[b]);
			if (!unique && other)
				return say(m, low ? "not-minimal" : "not-maximal", extra, r->from->parts[b]);
		}
	}
	if (unique && m->answer->set->count == 0)
		return say(m, low ? "least-exists" : "greatest-exists", NULL, NULL);
	return none();
}

/* One couple turned round. */
static struct msg_text couple_mistake(const struct marking *m)
{
	for (size_t i = 0; i < m->overlap.extra->count; i++) {
		const struct element *extra = m->overlap.extra->parts[i];

		if (set_has(m->overlap.missing, pair_of(extra->parts[1], extra->parts[0], m->paper->arena)))
			return say(m, "couple-reversed", extra, NULL);
	}
	return none();
}

static struct msg_text diagnose(const struct marking *m, bool *tells)
{
	struct msg_text said = known_mistake(m);

	if (said.fr)
		return said;
	switch (m->part->row->id) {
	case PART_HASSE:
		said = diagram_mistake(m);
		break;
	case PART_CLASSES:
		said = classes_mistake(m);
		break;
	case PART_MINIMAL:
	case PART_MAXIMAL:
	case PART_LEAST:
	case PART_GREATEST:
		said = end_mistake(m);
		break;
	default:
		break;
	}
	if (!said.fr && (m->part->row->shape == SHAPE_COUPLES || m->part->row->shape == SHAPE_MATRIX))
		said = couple_mistake(m);
	return said.fr ? said : overlap_differences(&m->overlap, m->paper->arena, tells);
}

static bool is_idle(const struct asked_part *part, const struct element *set)
{
	for (size_t i = 0; i < part->idle_count; i++)
		if (element_same(part->idle[i], set))
			return true;
	return false;
}

int relation_mark_set(struct paper *paper, const struct relation_question *asked, size_t index,
	const struct part_answer *answer, struct err *err)
{
	struct marking m = { .paper = paper, .asked = asked, .part = &asked->parts[index], .answer = answer };
	struct test_report *row = &paper->report->tests[index];
	bool tells = false;

	row->expected = relation_part_text(asked, m.part, paper->arena);
	if (!answer->given) {
		row->outcome = OUTCOME_BLANK;
		return 0;
	}
	row->got = element_text(answer->set, 100, paper->arena);
	struct relation matrix;
	const struct element *stranger;
	if (m.part->row->shape == SHAPE_MATRIX &&
		relation_of(&matrix, asked->relation.from, asked->relation.to, answer->set, &stranger) == 0)
		row->got = relation_matrix_text(&matrix, paper->arena);
	if (m.part->row->shape == SHAPE_ELEMENT)
		row->got = answer->set->count == 0 ? "aucun" : element_text(answer->set->parts[0], 0, paper->arena);
	if (element_same(answer->set, m.part->wanted) && !answer->twice) {
		row_passed(row);
		return 0;
	}
	if (overlap_of(&m.overlap, m.part->wanted, answer->set, paper->arena, err))
		return -1;
	row_failed(row, diagnose(&m, &tells));
	row->discreet = !tells;
	if (m.overlap.right->count > 0 && asked->count == 1)
		paper_remark(paper, overlap_say(&m.overlap, paper->arena));
	return set_row_share(row, m.overlap.credit, is_idle(m.part, answer->set), err);
}
