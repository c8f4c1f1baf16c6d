/*
 * What a derivation is worth.
 *
 * Who arrives by steps that a law justifies has everything. A step that is right and that no single law justifies costs
 * the share of the way that it jumps, a quarter at least: the asked result alone, written under the statement's formula,
 * jumps the whole way, and still earns a quarter where the statement does not hold it. One jump among three justified steps
 * or more costs a half at most: whoever wrote those did the work, whatever was done in the head. A step by a law that is not allowed
 * is one of the steps not done. Where laws must be named, half of the credit is for the names. Who does not arrive, or
 * goes astray, has up to a half, for the share of the way that was right. The way is measured in literals; what a jump
 * passed, in literals of tidied lines, so that the result written three times over, or with what it absorbs, is as far as
 * the result.
 */
#include "derivation.h"
#include "grader_boolean/grader_boolean.h"
#include "tidy.h"

enum { NAMED_MOST = 3 }; /* laws for one line */

struct marking {
	struct paper *paper;
	const struct derivation_question *asked;
	const struct written_line *lines;
	const struct derivation_line *judged; /* the same with their laws, as far as known */
	struct derivation derivation;
	size_t count, steps; /* lines; those that are no repetition */
	size_t jumps, justified; /* steps that no law leads to, or none that is allowed; steps that one does */
	size_t unnamed; /* steps whose law is missing or another one */
	struct frac lost; /* to jumps */
	struct frac way; /* how far it got before it went astray */
};

static const struct expr *before(const struct marking *marking, size_t i)
{
	return i > 0 ? marking->lines[i - 1].expr : marking->asked->from;
}

/* The share of the way, `whole` literals at its beginning, between two lengths, 0 to 1. */
static struct frac share(const struct marking *marking, size_t whole, size_t from, size_t to)
{
	size_t goal = marking->asked->goal_literals;
	struct err ignored = { 0 };
	struct frac out = FRAC_ZERO;

	whole = whole > goal ? whole - goal : 1;
	from = from > to ? from - to : to - from;
	if (frac_make(&out, (int64_t)(from < whole ? from : whole), (int64_t)whole, &ignored))
		return FRAC_ONE;
	return out;
}

static const char *line_number(const struct marking *marking, size_t i)
{
	return arena_printf(marking->paper->arena, "%d", marking->lines[i].line);
}

static void name_row(struct marking *marking, struct test_report *row, size_t i, enum law law)
{
	struct arena *arena = marking->paper->arena;
	const char *text = spec_text(&marking->asked->shared, marking->lines[i].expr, arena);
	struct msg_text title = law == LAW_UNKNOWN ? (struct msg_text){ 0 } : law_title(law);
	struct msg_param fr[] = { { "line", line_number(marking, i) }, { "text", text }, { "law", title.fr }, { 0 } };
	struct msg_param en[] = { { "line", line_number(marking, i) }, { "text", text }, { "law", title.en }, { 0 } };

	row->label = say_both(arena, title.fr ? "row-line-law" : "row-line", fr, en);
	row->label.code = NULL;
	row->name = row->label.fr;
	row->line = marking->lines[i].line;
}

static struct msg_text say_law(const struct marking *marking, const char *code, size_t i, enum law law)
{
	struct arena *arena = marking->paper->arena;
	const char *written = marking->lines[i].law;
	struct msg_text title = law == LAW_UNKNOWN ? (struct msg_text){ 0 } : law_title(law);
	struct msg_param fr[] = { { "law", title.fr ? title.fr : "" }, { "written", written ? written : "" }, { 0 } };
	struct msg_param en[] = { { "law", title.fr ? title.en : "" }, { "written", written ? written : "" }, { 0 } };

	return say_both(arena, code, fr, en);
}

static void fail_wrong(struct marking *marking, struct test_report *row, size_t i, const struct derivation_step *step)
{
	const struct boolean_spec *spec = &marking->asked->shared;
	struct arena *arena = marking->paper->arena;
	struct msg_text words = spec_row_meant(spec, step->row, arena);
	struct msg_param fr[] = { { "row", words.fr }, { "before", step->before ? "1" : "0" },
		{ "after", step->after ? "1" : "0" }, { 0 } };
	struct msg_param en[] = { { "row", words.en }, fr[1], fr[2], { 0 } };
	struct msg_text slip = say_neighbour(spec, &step->slip, marking->lines[i].expr, arena);

	row_failed(row, say_both(arena, "step-wrong", fr, en));
	/* After the first one a step may only go back to where it began. */
	if (slip.fr && i == marking->derivation.first_wrong)
		paper_remark(marking->paper,
			(struct msg_text){ slip.code,
				arena_printf(arena, "Ligne %d\u00a0: %s", marking->lines[i].line, slip.fr),
				arena_printf(arena, "Line %d: %s", marking->lines[i].line, slip.en) });
}

/* A right step that no single law justifies: the small change that people leave out may be all that is between. */
static enum law law_but_for_change(const struct marking *marking, size_t i)
{
	unsigned variables = marking->asked->shared.vocabulary.count;
	struct arena *arena = marking->paper->arena;
	const struct expr *a = expr_tidy(before(marking, i), true, arena);
	const struct expr *b = expr_tidy(marking->lines[i].expr, true, arena);
	enum law law = expr_alike(a, b, arena) ? LAW_COMPLEMENT : law_between(a, b, variables, 0, arena);
	uint32_t allowed = marking->asked->allowed;

	return allowed && !(allowed >> law & 1) ? LAW_UNKNOWN : law;
}

static void lose(struct frac *lost, struct frac more)
{
	struct err ignored = { 0 };

	if (frac_add(lost, *lost, more, &ignored))
		*lost = FRAC_ONE;
}

static size_t tidy_literals(const struct marking *marking, const struct expr *expr)
{
	return expr_literals(expr_tidy(expr, true, marking->paper->arena));
}

static void lose_jump(struct marking *marking, size_t i)
{
	struct arena *arena = marking->paper->arena;
	const struct expr *landed = expr_tidy(marking->lines[i].expr, true, arena);
	/* a + c + ac is as far as a + c. */
	const struct expr *absorbed =
		law_apply(LAW_ABSORPTION, landed, marking->asked->shared.vocabulary.count, 0, arena);
	struct frac quarter = { 1, 4 };
	struct frac jump = share(marking, tidy_literals(marking, marking->asked->from),
		tidy_literals(marking, before(marking, i)), expr_literals(absorbed ? absorbed : landed));

	lose(&marking->lost, frac_cmp(jump, quarter) > 0 ? jump : quarter);
	marking->jumps++;
}

/* A step by a law that is not allowed is one step not done: a quarter at least. */
static void lose_step(struct marking *marking)
{
	lose(&marking->lost, (struct frac){ 1, marking->steps < 4 ? (int64_t)marking->steps : 4 });
	marking->jumps++;
}

/* The law's name, where names count. */
static void judge_name(struct marking *marking, struct test_report *row, size_t i, const struct derivation_step *step)
{
	const struct written_line *line = &marking->lines[i];
	enum law law = step->law;

	if (step->fault == STEP_OTHER_LAW) {
		struct msg_text other =
			say_law(marking, law == LAW_UNKNOWN ? "step-not-that-law" : "step-other-law", i, law);
		if (!marking->asked->named) {
			row_passed(row);
			paper_remark(marking->paper, other);
			return;
		}
		row_failed(row, other);
		marking->unnamed++;
		return;
	}
	row_passed(row);
	if (!marking->asked->named || marking->judged[i].named != LAW_UNKNOWN || law == LAW_SAME)
		return;
	row_failed(row, say_law(marking, line->law ? "step-unknown-law" : "step-no-law", i, law));
	marking->unnamed++;
}

static void judge_step(struct marking *marking, struct test_report *row, size_t i)
{
	struct derivation_step step = marking->derivation.steps[i];

	if (step.fault == STEP_UNRECOGNISED || (step.fault == STEP_OTHER_LAW && step.law == LAW_UNKNOWN)) {
		enum law law = law_but_for_change(marking, i);
		if (law != LAW_UNKNOWN) {
			step.law = law;
			step.fault = STEP_RIGHT;
		}
	}
	name_row(marking, row, i, step.fault == STEP_RIGHT ? step.law : LAW_UNKNOWN);
	switch (step.fault) {
	case STEP_WRONG:
		fail_wrong(marking, row, i, &step);
		return;
	case STEP_UNRECOGNISED:
		row_failed(row, paper_say(marking->paper, "step-unrecognised", NULL));
		lose_jump(marking, i);
		return;
	case STEP_LAW_FORBIDDEN:
		row_failed(row, say_law(marking, "step-law-forbidden", i, step.law));
		lose_step(marking);
		return;
	case STEP_OTHER_LAW:
		if (step.law == LAW_UNKNOWN)
			lose_jump(marking, i);
		break;
	case STEP_RIGHT:
		break;
	}
	marking->justified += step.law != LAW_UNKNOWN && step.law != LAW_SAME;
	judge_name(marking, row, i, &step);
}

/* How far the right lines before the first wrong one got. */
static struct frac way_of(const struct marking *marking)
{
	size_t whole = expr_literals(marking->asked->from), shortest = whole;

	for (size_t i = 0; i < marking->derivation.first_wrong && i < marking->count; i++) {
		size_t literals = expr_literals(marking->lines[i].expr);
		shortest = literals < shortest ? literals : shortest;
	}
	if (whole <= marking->asked->goal_literals)
		return FRAC_ZERO;
	return share(marking, whole, whole, shortest);
}

/* What the end lacks; fr NULL when it is where it should be. */
static int judge_end(struct marking *marking, struct msg_text *lacks, struct err *err)
{
	const struct derivation_question *asked = marking->asked;
	struct arena *arena = marking->paper->arena;
	struct expression_judgement judged;
	const struct expr *last = marking->count > 0 ? marking->lines[marking->count - 1].expr : asked->from;

	*lacks = (struct msg_text){ 0 };
	if (marking->derivation.wrong > 0) {
		*lacks = paper_say(marking->paper, "derivation-astray",
			(struct msg_param[]){
				{ "line", line_number(marking, marking->derivation.first_wrong) }, { 0 } });
		return 0;
	}
	if (asked->to && !expr_alike(last, asked->to, arena)) {
		*lacks = paper_say(marking->paper, "derivation-not-there",
			(struct msg_param[]){ { "to", spec_text(&asked->shared, asked->to, arena) }, { 0 } });
		return 0;
	}
	if (asked->wish.form == FORM_ANY)
		return 0;
	if (expression_judge(&judged, &asked->wish, last, arena, err))
		return -1;
	*lacks = judged.form;
	return 0;
}

/* One slip, and from there to a minimal form of what it led to: the rest of the work was done. */
static bool carried_through(const struct marking *marking)
{
	const struct derivation_question *asked = marking->asked;
	unsigned variables = asked->shared.vocabulary.count;
	struct arena *arena = marking->paper->arena;
	struct expression_judgement judged;
	struct expression_wish wish;
	struct err err = { 0 };
	struct target own = { .any = table_new(variables, arena) };
	bool value;

	if (marking->derivation.wrong != 1 || marking->steps < 4 || marking->lost.num > 0 ||
		(asked->wish.form != FORM_MINIMAL_SUM && asked->wish.form != FORM_MINIMAL_PRODUCT))
		return false;
	const struct expr *last = marking->lines[marking->count - 1].expr;
	own.ones = table_of(last, variables, arena);
	if (table_constant(&own.ones, &value) ||
		expression_wish_of(&wish, &asked->shared, &own, asked->wish.form, arena, &err) ||
		expression_judge(&judged, &wish, last, arena, &err))
		return false;
	return judged.fits;
}

static int credit_of(const struct marking *marking, bool arrived, struct frac *out, struct err *err)
{
	struct frac named = FRAC_ZERO, half = { 1, 2 };

	struct frac lost = marking->lost, most = { 3, 4 };

	/* A right result that the statement does not hold was found by somebody, however little they wrote. */
	if (arrived && marking->asked->to == NULL && frac_cmp(lost, most) > 0)
		lost = most;
	if (arrived && marking->jumps == 1 && marking->justified >= 3 && frac_cmp(lost, half) > 0)
		lost = half;
	if (marking->steps == 0 || frac_cmp(lost, FRAC_ONE) >= 0) {
		*out = FRAC_ZERO;
		return 0;
	}
	if (marking->asked->named && frac_make(&named, (int64_t)marking->unnamed, 2 * (int64_t)marking->steps, err))
		return -1;
	if (frac_sub(out, FRAC_ONE, lost, err) || frac_sub(&named, FRAC_ONE, named, err) ||
		frac_mul(out, *out, named, err))
		return -1;
	if (arrived)
		return 0;
	if (carried_through(marking))
		return frac_mul(out, *out, half, err);
	return frac_mul(out, *out, marking->way, err) || frac_mul(out, *out, half, err) ? -1 : 0;
}

static void judge_steps(struct marking *marking)
{
	size_t row = 0;
	struct test_report *rows = paper_rows(marking->paper, marking->count + 1);

	for (size_t i = 0; i < marking->count; i++) {
		const struct derivation_step *step = &marking->derivation.steps[i];
		marking->steps += !step->repeats && step->law != LAW_SAME;
	}
	for (size_t i = 0; i < marking->count; i++)
		if (!marking->derivation.steps[i].repeats)
			judge_step(marking, &rows[row++], i);
	marking->paper->report->test_count = row + 1;
}

/* A law's name, several, or the law itself: "1 + x = 1". */
static void know_law(struct derivation_line *line, const char *written)
{
	line->named = law_named(written, &line->other);
	line->laws = laws_named(written);
	if (__builtin_popcount(line->laws) > NAMED_MOST)
		line->laws = 0; /* who names all of them names none */
	if (line->named != LAW_UNKNOWN)
		return;
	line->named = law_stated(written);
	line->stated = line->named != LAW_UNKNOWN;
}

int derivation_mark(struct paper *paper, const struct derivation_question *asked, const struct written_line *lines,
	size_t count, struct err *err)
{
	struct derivation_line *steps = arena_array(paper->arena, count + 1, sizeof(*steps));
	const struct derivation_task task = { .variables = asked->shared.vocabulary.count,
		.from = asked->from,
		.to = asked->to,
		.allowed = asked->allowed };
	struct marking marking = {
		.paper = paper, .asked = asked, .lines = lines, .count = count, .lost = FRAC_ZERO, .way = FRAC_ZERO
	};
	struct msg_text lacks;
	struct frac credit;

	for (size_t i = 0; i < count; i++) {
		steps[i].expr = lines[i].expr;
		if (lines[i].law)
			know_law(&steps[i], lines[i].law);
	}
	marking.judged = steps;
	derivation_judge(&marking.derivation, &task, steps, count, paper->arena);
	judge_steps(&marking);
	marking.way = way_of(&marking);
	if (judge_end(&marking, &lacks, err) || credit_of(&marking, lacks.fr == NULL, &credit, err))
		return -1;
	struct test_report *whole = &paper->report->tests[paper->report->test_count - 1];
	paper_name_row(paper, whole, "row-result", paper->question->points);
	row_passed(whole);
	if (frac_cmp(credit, FRAC_ONE) < 0) {
		row_failed(whole, lacks.fr ? lacks : paper_say(paper, "derivation-gaps", NULL));
		if (frac_mul(&whole->points, credit, whole->max, err))
			return -1;
	}
	return paper_settle(paper, err);
}
