/*
 * Intervals. What counts are the finite bounds: each earns half for its place and half for its bracket, out of as many
 * bounds as the longer of both answers has. Where there are none, nothing is partly right.
 */
#include "grader_sets/grader_sets.h"
#include "set.h"

static const struct reals *reals_of(const struct set_value *value, struct arena *arena)
{
	return value->kind == SETS_REALS ? value->reals : reals_points(value->set, arena);
}

static size_t finite_bounds(const struct reals *set)
{
	size_t count = 0;

	for (size_t i = 0; i < set->count; i++)
		count += set->cuts[i].at != NULL;
	return count;
}

/* Twice the bounds that are right. An entry is no exit. */
static size_t halves(const struct reals *wanted, const struct reals *given, const struct cut **turned, bool *in)
{
	size_t out = 0;

	for (size_t i = 0; i < wanted->count; i++)
		for (size_t j = i & 1; j < given->count; j += 2) {
			const struct cut *a = &wanted->cuts[i], *b = &given->cuts[j];

			if (!a->at || !b->at || number_compare(a->at, b->at) != 0)
				continue;
			out += a->after == b->after ? 2 : 1;
			if (a->after != b->after && !*turned) {
				*turned = a;
				*in = a->after == (i & 1);
			}
			break;
		}
	return out;
}

/* A number between two bounds, or one of them. */
static const struct number *inside(const struct interval *interval, struct arena *arena)
{
	const struct number *one = number_of(1, arena);

	if (interval->from && interval->to)
		return number_div(number_add(interval->from, interval->to, arena), number_of(2, arena), arena);
	if (interval->from)
		return number_add(interval->from, one, arena);
	return interval->to ? number_sub(interval->to, one, arena) : number_of(0, arena);
}

static struct msg_text say_number(struct paper *paper, const char *code, const struct reals *difference)
{
	struct interval first = reals_at(difference, 0);
	const char *number = number_text(inside(&first, paper->arena), NUMBER_DECIMAL, LANG_FR, paper->arena);

	return paper_say(paper, code, (struct msg_param[]){ { "number", number }, { 0 } });
}

static struct msg_text say_bound(struct paper *paper, const struct cut *turned, bool in)
{
	return paper_say(paper, in ? "bound-closed" : "bound-open",
		(struct msg_param[]){
			{ "number", number_text(turned->at, NUMBER_EXACT, LANG_FR, paper->arena) }, { 0 } });
}

static struct msg_text diagnose(struct paper *paper, const struct set_question *asked, const struct set_answer *answer,
	const struct reals *wanted, const struct reals *given, const struct cut *turned, bool in)
{
	struct msg_text said = set_mistake_said(asked, &answer->value, paper->arena);
	const struct reals *extra = reals_minus(given, wanted, paper->arena);
	const struct reals *missing = reals_minus(wanted, given, paper->arena);

	if (said.fr)
		return said;
	if (turned)
		return say_bound(paper, turned, in);
	if (!extra || !missing)
		return paper_say(paper, "intervals-wrong", NULL);
	if (extra->count > 0)
		return say_number(paper, "number-extra", extra);
	return say_number(paper, "number-missing", missing);
}

int set_mark_reals(
	struct paper *paper, const struct set_question *asked, const struct set_answer *answer, struct err *err)
{
	struct test_report *row = &paper->report->tests[0];
	const struct reals *wanted = reals_of(&asked->wanted, paper->arena);
	const struct reals *given = reals_of(&answer->value, paper->arena);
	const struct cut *turned = NULL;
	struct frac share;
	bool in = false;

	if (!wanted || !given) {
		row_failed(row, paper_say(paper, "intervals-wrong", NULL));
		return 0;
	}
	if (answer->unreduced && reals_same(wanted, given)) {
		row_failed(row, paper_say(paper, "union-not-reduced", NULL));
		return set_row_share(row, FRAC_ONE, true, err);
	}
	size_t right = halves(wanted, given, &turned, &in);
	size_t a = finite_bounds(wanted), b = finite_bounds(given), most = a > b ? a : b;
	if (frac_make(&share, (int64_t)right, most > 0 ? 2 * (int64_t)most : 1, err))
		return -1;
	row_failed(row, diagnose(paper, asked, answer, wanted, given, turned, in));
	if (answer->unreduced)
		paper_remark(paper, paper_say(paper, "union-not-reduced", NULL));
	/* Points are no interval, whatever bounds they stand on. */
	if (asked->wanted.kind != answer->value.kind)
		share = FRAC_ZERO;
	return set_row_share(row, share, answer->unreduced || set_is_idle(asked, &answer->value), err);
}
