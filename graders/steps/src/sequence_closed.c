/* A formula in n: tried at ranks, exactly; a wrong one against what the usual mistakes give. */
#include "sequence.h"

struct trial {
	const struct sequence_question *asked;
	const struct number *given[TRIED_RANKS]; /* NULL where the formula has no value */
	struct arena *arena;
};

/* a + b·c^k from the first rank on, k the number of steps. */
struct mistake {
	const char *code;
	const struct number *a, *b, *c;
	bool linear; /* a + b·k instead */
	enum sequence_nature of;
};

static bool gives(const struct trial *trial, const struct mistake *mistake)
{
	struct arena *arena = trial->arena;
	const struct number *power = number_of(1, arena), *value;

	for (size_t i = 0; i < TRIED_RANKS; i++) {
		const struct number *by = mistake->linear ? number_of((int64_t)i, arena) : power;

		value = number_add(mistake->a, number_mul(mistake->b, by, arena), arena);
		if (!number_same(value, trial->given[i]))
			return false;
		power = number_mul(power, mistake->c, arena);
	}
	return true;
}

static const char *known_mistake(const struct trial *trial)
{
	const struct sequence_question *asked = trial->asked;
	struct arena *arena = trial->arena;
	const struct number *zero = number_of(0, arena), *one = number_of(1, arena), *u = asked->terms[0],
			    *q = asked->q;
	const struct number *r = asked->r, *limit = number_div(r, number_sub(one, q, arena), arena);
	const struct number *rest = number_sub(u, limit, arena), *rate = number_sub(q, one, arena);
	const struct mistake mistakes[] = {
		{ "closed-as-geometric", zero, u, r, false, NATURE_ARITHMETIC },
		{ "closed-exchanged", r, u, one, true, NATURE_ARITHMETIC },
		{ "closed-no-first", zero, r, one, true, NATURE_ARITHMETIC },
		{ "closed-sign", u, number_neg(r, arena), one, true, NATURE_ARITHMETIC },
		{ "closed-as-arithmetic", u, q, one, true, NATURE_GEOMETRIC },
		{ "closed-no-first", zero, one, q, false, NATURE_GEOMETRIC },
		{ "closed-exchanged", zero, q, u, false, NATURE_GEOMETRIC },
		{ "closed-times-n", zero, number_mul(u, q, arena), one, true, NATURE_GEOMETRIC },
		{ "closed-rate", zero, u, rate, false, NATURE_GEOMETRIC },
		{ "closed-sign", zero, u, number_neg(q, arena), false, NATURE_GEOMETRIC },
		{ "closed-no-constant", zero, u, q, false, NATURE_AFFINE },
		{ "closed-no-limit", zero, rest, q, false, NATURE_AFFINE },
		{ "closed-first-for-rest", limit, u, q, false, NATURE_AFFINE },
		{ "closed-no-constant", u, r, one, true, NATURE_AFFINE },
	};

	for (size_t i = 0; q && i < sizeof(mistakes) / sizeof(mistakes[0]); i++)
		if (mistakes[i].of == asked->nature && gives(trial, &mistakes[i]))
			return mistakes[i].code;
	return NULL;
}

/* The formula is that of the term so many ranks away. */
static bool is_shifted(const struct trial *trial, int by)
{
	for (size_t i = 1; i + 1 < TRIED_RANKS; i++)
		if (!number_same(trial->given[i], trial->asked->terms[(size_t)((long)i + by)]))
			return false;
	return true;
}

/* Within a hundredth everywhere, and not exact. */
static bool is_near(const struct trial *trial)
{
	struct arena *arena = trial->arena;

	for (size_t i = 0; i < TRIED_RANKS; i++) {
		const struct number *right = trial->asked->terms[i];
		const struct number *off = number_abs(number_sub(trial->given[i], right, arena), arena);

		if (!off || number_compare(number_mul(off, number_of(100, arena), arena), number_abs(right, arena)) > 0)
			return false;
	}
	return true;
}

static struct msg_text first_difference(const struct trial *trial)
{
	const struct sequence_question *asked = trial->asked;
	struct arena *arena = trial->arena;
	size_t i = 0;

	while (i < TRIED_RANKS && number_same(trial->given[i], asked->terms[i]))
		i++;
	const struct word words[] = { { "n", number_of(asked->from + (int64_t)i, arena), NULL },
		{ "term", NULL, sequence_term_name(asked, i, arena) }, { "right", asked->terms[i] },
		{ "given", trial->given[i] }, { 0 } };
	return sequence_say(arena, trial->given[i] ? "closed-value" : "closed-no-value",
		trial->given[i] ? words : (struct word[]){ words[0], { 0 } });
}

int judge_closed_form(struct paper *paper, const struct sequence_question *asked, const struct sequence_answer *answer,
	struct err *err)
{
	struct trial trial = { .asked = asked, .arena = paper->arena };
	struct test_report *row = paper_rows(paper, 1);
	size_t steps = FORMULA_STEPS_MAX;
	const char *known;
	bool right = !answer->formula.recurrence, shifted;

	paper_name_row(paper, row, "row-formula", paper->question->points);
	row->expected = asked->reference;
	for (size_t i = 0; i < TRIED_RANKS && !answer->formula.recurrence; i++) {
		trial.given[i] =
			student_formula_at(&answer->formula, asked, asked->from + (int64_t)i, &steps, paper->arena);
		right &= number_same(trial.given[i], asked->terms[i]);
	}
	if (right) {
		row_passed(row);
		return paper_settle(paper, err);
	}
	if (answer->formula.recurrence) {
		row_failed(row, sequence_say(paper->arena, "closed-recurrence", NULL));
		return paper_settle(paper, err);
	}
	known = known_mistake(&trial);
	shifted = is_shifted(&trial, 1) || is_shifted(&trial, -1);
	if (shifted)
		row_failed(
			row, sequence_say(paper->arena, is_shifted(&trial, 1) ? "closed-late" : "closed-early",
				     (struct word[]){ { "term", NULL, sequence_term_name(asked, 0, paper->arena) },
					     { "right", asked->terms[0] },
					     { "given", trial.given[0] ? trial.given[0] : asked->terms[0] }, { 0 } }));
	else if (known)
		row_failed(row, sequence_say(paper->arena, known, NULL));
	else if (is_near(&trial))
		row_failed(row, sequence_say(paper->arena, "closed-approximate", NULL));
	else
		row_failed(row, first_difference(&trial));
	row->discreet = false;
	if (shifted && frac_div(&row->points, row->max, frac_int(2), err))
		return -1;
	return paper_settle(paper, err);
}
