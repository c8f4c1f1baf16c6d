/* A set in extension, or a cardinal: the known mistake that makes it, else how its elements differ. */
#include "grader_sets/grader_sets.h"
#include "set.h"

static const char *const mistake_codes[] = {
	[MISTAKE_UNION] = "union-for-intersection",
	[MISTAKE_INTERSECTION] = "intersection-for-union",
	[MISTAKE_REVERSED] = "difference-reversed",
	[MISTAKE_KEPT] = "intersection-for-difference",
	[MISTAKE_NOT_REMOVED] = "union-for-difference",
	[MISTAKE_BOTH_KEPT] = "union-for-symmetric",
	[MISTAKE_ONE_SIDE] = "difference-for-symmetric",
	[MISTAKE_NO_COMPLEMENT] = "complement-missing",
	[MISTAKE_UNIVERSE] = "complement-universe",
	[MISTAKE_DE_MORGAN] = "complement-de-morgan",
	[MISTAKE_PRODUCT_ORDER] = "product-order",
	[MISTAKE_PRODUCT_UNION] = "union-for-product",
	[MISTAKE_NO_POWER] = "power-missing",
	[MISTAKE_COUNTED_TWICE] = "counted-twice",
	[MISTAKE_SUM] = "sum-for-product",
	[MISTAKE_DOUBLE] = "double-for-power",
	[MISTAKE_SQUARE] = "square-for-power",
};

struct msg_text set_mistake_said(const struct set_question *asked, const struct set_value *value, struct arena *arena)
{
	if (value->kind == SETS_FINITE && value->set->count == 0)
		return (struct msg_text){ 0 };
	for (size_t i = 0; i < asked->neighbour_count; i++) {
		const struct set_neighbour *row = &asked->neighbours[i];

		if (!set_value_same(&row->value, value))
			continue;
		const char *code = mistake_codes[row->mistake];
		if (row->mistake == MISTAKE_UNIVERSE)
			return msg_make(arena, &set_messages, row->name ? code : "complement-together",
				(struct msg_param[]){ { "at", set_expr_text(row->part, arena) },
					{ "universe", asked->world.universe }, { "name", row->name }, { 0 } });
		return msg_make(arena, &set_messages, code,
			(struct msg_param[]){ { "at", set_expr_text(row->part, arena) }, { 0 } });
	}
	return (struct msg_text){ 0 };
}

static struct msg_text say(struct paper *paper, const char *code, const struct element *element)
{
	return paper_say(paper, code,
		(struct msg_param[]){ { "element", element_text(element, LISTED_MAX, paper->arena) }, { 0 } });
}

static const struct element *braced(const struct element *element, struct arena *arena)
{
	return set_of(&element, 1, arena);
}

static const struct element *turned(const struct element *tuple, struct arena *arena)
{
	const struct element *parts[TUPLE_MAX];

	if (tuple->kind != ELEMENT_TUPLE)
		return NULL;
	for (size_t i = 0; i < tuple->count; i++)
		parts[i] = tuple->parts[tuple->count - 1 - i];
	return element_tuple(parts, tuple->count, arena);
}

/* One element too many that only its form keeps from being one that is missing. */
static struct msg_text form_mistake(struct paper *paper, const struct overlap *overlap)
{
	for (size_t i = 0; i < overlap->extra->count; i++) {
		const struct element *extra = overlap->extra->parts[i];

		if (set_has(overlap->missing, braced(extra, paper->arena)))
			return say(paper, "element-for-singleton", extra);
		if (extra->kind == ELEMENT_SET && extra->count == 1 && set_has(overlap->missing, extra->parts[0]))
			return say(paper, "singleton-for-element", extra->parts[0]);
		if (set_has(overlap->missing, turned(extra, paper->arena)))
			return say(paper, "couple-order", extra);
	}
	return (struct msg_text){ 0 };
}

static bool is_nothing(const struct element *element)
{
	return element->kind == ELEMENT_SET && element->count == 0;
}

/* ∅ and {∅}; the subset that everybody forgets. */
static struct msg_text empty_mistake(struct paper *paper, const struct set_question *asked,
	const struct set_answer *answer, const struct overlap *overlap)
{
	const struct element *wanted = asked->wanted.set, *given = answer->value.set;

	if (wanted->count == 0 && given->count == 1 && is_nothing(given->parts[0]))
		return paper_say(paper, "empty-in-braces", NULL);
	if (given->count == 0 && wanted->count == 1 && is_nothing(wanted->parts[0]))
		return paper_say(paper, "empty-not-in-braces", NULL);
	if (asked->ask->op != SET_POWER || overlap->extra->count > 0 || given->count == 0)
		return (struct msg_text){ 0 };
	if (is_nothing(overlap->missing->parts[0]) && overlap->missing->count <= 2)
		return paper_say(paper, "empty-missing", NULL);
	if (overlap->missing->count == 1 && overlap->missing->parts[0] == wanted->parts[wanted->count - 1])
		return paper_say(paper, "whole-missing", NULL);
	return (struct msg_text){ 0 };
}

static void remark_strangers(struct paper *paper, const struct set_question *asked, const struct overlap *overlap)
{
	if (!asked->all || !set_within(asked->wanted.set, asked->all))
		return;
	for (size_t i = 0; i < overlap->extra->count; i++)
		if (!set_has(asked->all, overlap->extra->parts[i])) {
			paper_remark(paper, say(paper, "element-stranger", overlap->extra->parts[i]));
			return;
		}
}

/* Everything there is, and perhaps more: nobody chose. */
static bool takes_all(const struct set_question *asked, const struct element *given)
{
	return asked->all && asked->all->count > 1 && set_within(asked->all, given) &&
	       set_within(asked->wanted.set, asked->all);
}

int set_mark_finite(
	struct paper *paper, const struct set_question *asked, const struct set_answer *answer, struct err *err)
{
	struct test_report *row = &paper->report->tests[0];
	const struct element *given = answer->value.set;
	bool idle = set_is_idle(asked, &answer->value) || takes_all(asked, given);
	struct overlap overlap;
	struct msg_text said;
	bool tells = false;

	if (overlap_of(&overlap, asked->wanted.set, given, paper->arena, err))
		return -1;
	said = set_mistake_said(asked, &answer->value, paper->arena);
	if (!said.fr)
		said = empty_mistake(paper, asked, answer, &overlap);
	if (!said.fr)
		said = form_mistake(paper, &overlap);
	if (!said.fr)
		said = overlap_differences(&overlap, paper->arena, &tells);
	row_failed(row, said);
	row->discreet = !tells;
	if (overlap.right->count > 0)
		paper_remark(paper, overlap_say(&overlap, paper->arena));
	remark_strangers(paper, asked, &overlap);
	return set_row_share(row, overlap.credit, idle, err);
}

int set_mark_number(
	struct paper *paper, const struct set_question *asked, const struct set_answer *answer, struct err *err)
{
	struct test_report *row = &paper->report->tests[0];
	struct msg_text said = set_mistake_said(asked, &answer->value, paper->arena);

	(void)err;
	row_failed(row, said.fr ? said : paper_say(paper, "cardinal-wrong", NULL));
	return 0;
}
