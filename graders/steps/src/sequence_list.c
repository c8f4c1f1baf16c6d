/* Terms: each judged from the rule, or from the student's own term before it. */
#include "sequence.h"

static const struct number *from_own(const struct sequence_question *asked, const struct sequence_answer *answer,
	size_t i, size_t *steps, struct arena *arena)
{
	const struct number *before;

	if (!asked->next)
		return NULL;
	before = i > 0 ? answer->numbers[i - 1].value : asked->start > 0 ? asked->terms[asked->start - 1] : NULL;
	return before ? sequence_asked(asked,
				sequence_next(
					asked, before, asked->from + (int64_t)(asked->start + i) - 1, steps, arena),
				arena)
		      : NULL;
}

struct term_row {
	enum carried_state state;
	struct msg_text message;
};

static void judge_term(struct term_row *out, const struct sequence_question *asked,
	const struct sequence_answer *answer, size_t i, size_t *steps, struct arena *arena)
{
	size_t index = asked->start + i;
	const struct number *right = sequence_asked(asked, asked->terms[index], arena), *own;
	const struct word blank[] = { { "term", NULL, sequence_term_name(asked, index, arena) }, { 0 } };

	if (i >= answer->count) {
		*out = (struct term_row){ CARRIED_BLANK, sequence_say(arena, "term-missing", blank) };
		return;
	}
	const struct number *given = answer->numbers[i].value;
	own = from_own(asked, answer, i, steps, arena);
	if (number_same(given, right)) {
		*out = (struct term_row){ .state = CARRIED_RIGHT };
		return;
	}
	if (own && number_same(given, own) && !number_same(own, right) && i > 0) {
		*out = (struct term_row){ .state = CARRIED_CONSISTENT };
		return;
	}
	*out = (struct term_row){ CARRIED_WRONG,
		sequence_rounding(asked, &answer->numbers[i], asked->terms[index], arena) };
	if (out->message.fr)
		return;
	if (own)
		out->message = sequence_say(arena, i > 0 ? "term-wrong-from" : "term-wrong",
			(struct word[]){ { "term", NULL, sequence_term_name(asked, index, arena) }, { "right", own },
				{ "given", given }, { "before", i > 0 ? answer->numbers[i - 1].value : own },
				{ "previous", NULL, sequence_term_name(asked, index > 0 ? index - 1 : 0, arena) },
				{ 0 } });
	else
		out->message = sequence_say(arena, "term-wrong",
			(struct word[]){ { "term", NULL, sequence_term_name(asked, index, arena) }, { "right", right },
				{ "given", given }, { 0 } });
}

/* Every given number is the term so many ranks away. */
static bool shifted(
	const struct sequence_question *asked, const struct sequence_answer *answer, long by, struct arena *arena)
{
	for (size_t i = 0; i < answer->count && i < asked->asked; i++) {
		long index = (long)(asked->start + i) + by;

		if (index < 0 || (size_t)index >= asked->count ||
			!number_same(answer->numbers[i].value, sequence_asked(asked, asked->terms[index], arena)))
			return false;
	}
	return answer->count > 1;
}

/* The terms of another rule: r and q exchanged, the constant forgotten, the sign of r. */
static const char *other_rule(
	const struct sequence_question *asked, const struct sequence_answer *answer, struct arena *arena)
{
	const struct number *one = number_of(1, arena), *zero = number_of(0, arena), *q = asked->q, *r = asked->r;
	const struct {
		const char *code;
		const struct number *q, *r;
		enum sequence_nature of;
	} rules[] = { { "terms-as-geometric", r, zero, NATURE_ARITHMETIC },
		{ "terms-as-arithmetic", one, q, NATURE_GEOMETRIC },
		{ "terms-sign", one, number_neg(r, arena), NATURE_ARITHMETIC },
		{ "terms-rate", number_sub(q, one, arena), zero, NATURE_GEOMETRIC },
		{ "terms-no-constant", q, zero, NATURE_AFFINE },
		{ "terms-constant-sign", q, number_neg(r, arena), NATURE_AFFINE } };

	for (size_t j = 0; q && j < sizeof(rules) / sizeof(rules[0]); j++) {
		const struct number *u = asked->terms[asked->start > 0 ? asked->start - 1 : 0];
		bool all = rules[j].of == asked->nature && answer->count > 1;

		for (size_t i = 0; i < answer->count && i < asked->asked && all; i++) {
			if (i > 0 || asked->start > 0)
				u = number_add(number_mul(rules[j].q, u, arena), rules[j].r, arena);
			all = number_same(answer->numbers[i].value, sequence_asked(asked, u, arena));
		}
		if (all)
			return rules[j].code;
	}
	return NULL;
}

/* A list that begins with the first term, which is given, may do so. */
static struct sequence_answer without_first(const struct sequence_question *asked, const struct sequence_answer *answer)
{
	struct sequence_answer rest = *answer;

	if (asked->next && asked->start == 1 && answer->count == asked->asked + 1 &&
		number_same(answer->numbers[0].value, asked->terms[0])) {
		rest.numbers++;
		rest.count--;
	}
	return rest;
}

static bool all_the_same(const struct sequence_answer *answer)
{
	for (size_t i = 1; i < answer->count; i++)
		if (!number_same(answer->numbers[i].value, answer->numbers[0].value))
			return false;
	return true;
}

static void remark(struct paper *paper, const struct sequence_question *asked, const struct sequence_answer *answer)
{
	struct arena *arena = paper->arena;
	const char *other = other_rule(asked, answer, arena);

	if (shifted(asked, answer, 1, arena))
		paper_remark(paper,
			sequence_say(arena, "terms-late",
				(struct word[]){
					{ "term", NULL, sequence_term_name(asked, asked->start, arena) }, { 0 } }));
	else if (shifted(asked, answer, -1, arena))
		paper_remark(paper,
			sequence_say(arena, "terms-early",
				(struct word[]){
					{ "term", NULL, sequence_term_name(asked, asked->start, arena) }, { 0 } }));
	else if (other)
		paper_remark(paper, sequence_say(arena, other, NULL));
}

int judge_terms(
	struct paper *paper, const struct sequence_question *asked, const struct sequence_answer *all, struct err *err)
{
	const struct sequence_answer rest = without_first(asked, all), *answer = &rest;
	struct test_report *rows = paper_rows(paper, asked->asked);
	struct carried_cell *cells = arena_array(paper->arena, asked->asked, sizeof(*cells));
	struct term_row *judged = arena_array(paper->arena, asked->asked, sizeof(*judged));
	size_t steps = FORMULA_STEPS_MAX, carried = 0, wrong = 0;
	bool flat = asked->asked > 1 && all_the_same(answer);
	struct carried_sum sum;
	struct frac each;

	if (frac_div(&each, paper->question->points, frac_int((int64_t)asked->asked), err))
		return -1;
	for (size_t i = 0; i < asked->asked; i++) {
		judge_term(&judged[i], asked, answer, i, &steps, paper->arena);
		cells[i] = (struct carried_cell){ judged[i].state, each, flat };
		carried += judged[i].state == CARRIED_CONSISTENT;
		wrong += judged[i].state != CARRIED_RIGHT;
	}
	if (carried_sum(&sum, cells, asked->asked, FRAC_ONE, err))
		return -1;
	for (size_t i = 0; i < asked->asked; i++) {
		const char *name = sequence_term_name(asked, asked->start + i, paper->arena);

		row_named(&rows[i], (struct msg_text){ NULL, name, name }, each);
		rows[i].expected = number_text(sequence_asked(asked, asked->terms[asked->start + i], paper->arena),
			NUMBER_DECIMAL, LANG_FR, paper->arena);
		if (i < answer->count)
			rows[i].got = number_text(answer->numbers[i].value, NUMBER_DECIMAL, LANG_FR, paper->arena);
		if (cells[i].state == CARRIED_RIGHT || (cells[i].state == CARRIED_CONSISTENT && sum.carries && !flat)) {
			row_passed(&rows[i]);
			continue;
		}
		if (cells[i].state == CARRIED_CONSISTENT)
			judged[i].message = sequence_say(paper->arena, "term-too-many", NULL);
		row_failed(&rows[i], judged[i].message);
		rows[i].discreet = false;
		if (cells[i].state == CARRIED_BLANK)
			rows[i].outcome = OUTCOME_BLANK;
	}
	if (answer->count > asked->asked)
		paper_remark(paper,
			sequence_say(paper->arena, "terms-more",
				(struct word[]){ { "count", number_of((int64_t)asked->asked, paper->arena) }, { 0 } }));
	if (wrong > 0)
		remark(paper, asked, answer);
	if (carried > 0 && sum.carries && !flat)
		paper_remark(paper,
			sequence_say(paper->arena, sum.wrong > 0 ? "terms-carried" : "terms-rounded-early", NULL));
	return flat ? paper_guard(paper, err) : paper_settle(paper, err);
}
