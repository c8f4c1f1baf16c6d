/* One number or one word: a sum, a rank, the nature of a sequence. */
#include "sequence.h"

static int fail(struct paper *paper, struct msg_text message, int64_t num, int64_t den, struct err *err)
{
	struct test_report *row = paper->report->tests;

	row_failed(row, message);
	row->discreet = false;
	if (num > 0 && frac_mul(&row->points, row->max, (struct frac){ num, den }, err))
		return -1;
	return paper_settle(paper, err);
}

static int pass(struct paper *paper, struct err *err)
{
	row_passed(paper->report->tests);
	return paper_settle(paper, err);
}

static void lay_out(struct paper *paper, const struct sequence_question *asked, const char *code)
{
	struct test_report *row = paper_rows(paper, 1);

	paper_name_row(paper, row, code, paper->question->points);
	row->expected = asked->reference;
}

/* ---- the sum ---- */

/* Of `count` terms from the index `start` on; NULL when there are not so many. */
static const struct number *sum_of(
	const struct sequence_question *asked, size_t start, size_t count, struct arena *arena)
{
	if (count == 0 || start + count > asked->count)
		return NULL;
	return number_sub(
		asked->sums[start + count - 1], start > 0 ? asked->sums[start - 1] : number_of(0, arena), arena);
}

static bool is(const struct sequence_question *asked, const struct number *given, const struct number *value,
	struct arena *arena)
{
	return value && number_same(given, sequence_asked(asked, value, arena));
}

static const char *sum_mistake(const struct sequence_question *asked, const struct number *given, struct arena *arena)
{
	const struct number *first = asked->terms[asked->start], *last = asked->terms[asked->start + asked->asked - 1];
	const struct number *ends = number_add(first, last, arena), *two = number_of(2, arena);
	const struct number *half =
		number_div(number_mul(ends, number_of((int64_t)asked->asked, arena), arena), two, arena);
	const struct number *short_half =
		number_div(number_mul(ends, number_of((int64_t)asked->asked - 1, arena), arena), two, arena);
	const struct number *sum = sum_of(asked, asked->start, asked->asked, arena);
	const struct {
		const char *code;
		const struct number *value;
		bool when;
	} mistakes[] = {
		{ "sum-one-less", sum_of(asked, asked->start, asked->asked - 1, arena), true },
		{ "sum-one-more", sum_of(asked, asked->start, asked->asked + 1, arena), true },
		{ "sum-no-first", sum_of(asked, asked->start + 1, asked->asked - 1, arena), true },
		{ "sum-last-term", last, true },
		{ "sum-as-arithmetic", half, asked->nature != NATURE_ARITHMETIC },
		{ "sum-count", short_half, asked->nature == NATURE_ARITHMETIC },
		{ "sum-no-half", number_mul(half, two, arena), asked->nature == NATURE_ARITHMETIC },
		{ "sum-no-factor", number_div(sum, first, arena), asked->nature == NATURE_GEOMETRIC },
		{ "sum-sign", number_neg(sum, arena), true },
	};

	for (size_t i = 0; i < sizeof(mistakes) / sizeof(mistakes[0]); i++)
		if (mistakes[i].when && is(asked, given, mistakes[i].value, arena))
			return mistakes[i].code;
	return NULL;
}

int judge_sum(struct paper *paper, const struct sequence_question *asked, const struct sequence_answer *answer,
	struct err *err)
{
	struct arena *arena = paper->arena;
	const struct number_reading *given = &answer->numbers[0];
	const struct number *right = sum_of(asked, asked->start, asked->asked, arena);
	const struct word words[] = { { "first", NULL, sequence_term_name(asked, asked->start, arena) },
		{ "last", NULL, sequence_term_name(asked, asked->start + asked->asked - 1, arena) },
		{ "count", number_of((int64_t)asked->asked, arena) }, { 0 } };
	struct msg_text rounding;
	const char *code;

	lay_out(paper, asked, "row-sum");
	paper->report->tests->got = number_text(given->value, NUMBER_DECIMAL, LANG_FR, arena);
	if (is(asked, given->value, right, arena))
		return pass(paper, err);
	rounding = sequence_rounding(asked, given, right, arena);
	if (rounding.fr)
		return fail(paper, rounding, 1, 2, err);
	code = sum_mistake(asked, given->value, arena);
	return fail(paper, sequence_say(arena, code ? code : "sum-wrong", words), 0, 1, err);
}

/* ---- the rank ---- */

int judge_rank(struct paper *paper, const struct sequence_question *asked, const struct sequence_answer *answer,
	struct err *err)
{
	struct arena *arena = paper->arena;
	const struct number *given = answer->numbers[0].value;
	int64_t value = 0, offset = asked->give_count ? 1 : asked->from, index;
	bool of_sum = false;
	size_t steps = FORMULA_STEPS_MAX;
	const char *const *names = formula_names(asked->condition, arena);

	for (; *names; names++)
		of_sum |= (*names)[0] == 's' && (*names)[1] == '\0';
	lay_out(paper, asked, asked->give_count ? "row-count" : "row-rank");
	paper->report->tests->got = number_text(given, NUMBER_DECIMAL, LANG_FR, arena);
	if (!number_to_int(given, &value))
		return fail(paper, sequence_say(arena, "rank-no-integer", (struct word[]){ { "given", given }, { 0 } }),
			0, 1, err);
	index = value - offset;
	if (index == (int64_t)asked->rank)
		return pass(paper, err);
	if (value == (int64_t)asked->rank + (asked->give_count ? asked->from : 1) && asked->from == 0)
		return fail(paper, sequence_say(arena, asked->give_count ? "rank-for-count" : "rank-count", NULL), 0, 1,
			err);
	if (index < 0 || index >= (int64_t)asked->count)
		return fail(paper,
			sequence_say(arena, index < 0 ? "rank-early-none" : "rank-far",
				(struct word[]){ { "given", given }, { 0 } }),
			0, 1, err);
	const struct word words[] = { { "condition", NULL, asked->condition_text },
		{ "value", of_sum ? asked->sums[index] : asked->terms[index] },
		{ "what", NULL, of_sum ? "s" : sequence_term_name(asked, (size_t)index, arena) }, { "given", given },
		{ 0 } };
	bool holds = sequence_holds(asked, (size_t)index, &steps, arena) == 1;
	const char *code =
		asked->last ? (holds ? "rank-could-more" : "rank-fails") : (holds ? "rank-already" : "rank-not-yet");
	return fail(paper, sequence_say(arena, code, words), 0, 1, err);
}

/* ---- arithmetic, geometric ---- */

static struct msg_text wrong_nature(
	const struct sequence_question *asked, const struct sequence_answer *answer, struct arena *arena)
{
	const struct number *a = asked->terms[0], *b = asked->terms[1], *c = asked->terms[2];
	const struct word words[] = { { "a", NULL, sequence_term_name(asked, 0, arena) },
		{ "b", NULL, sequence_term_name(asked, 1, arena) }, { "c", NULL, sequence_term_name(asked, 2, arena) },
		{ "first", number_sub(b, a, arena), NULL }, { "second", number_sub(c, b, arena), NULL }, { 0 } };
	const struct number *first = number_div(b, a, arena), *second = number_div(c, b, arena);

	if (answer->nature == NATURE_ARITHMETIC)
		return sequence_say(arena, "nature-no-difference", words);
	if (answer->nature == NATURE_GEOMETRIC && first && second)
		return sequence_say(arena, "nature-no-quotient",
			(struct word[]){
				words[0], words[1], words[2], { "first", first }, { "second", second }, { 0 } });
	if (answer->nature == NATURE_GEOMETRIC)
		return sequence_say(arena, "nature-zero", NULL);
	return sequence_say(
		arena, asked->nature == NATURE_ARITHMETIC ? "nature-is-arithmetic" : "nature-is-geometric", words);
}

int judge_nature(struct paper *paper, const struct sequence_question *asked, const struct sequence_answer *answer,
	struct err *err)
{
	struct arena *arena = paper->arena;
	enum sequence_nature right = asked->nature == NATURE_AFFINE ? NATURE_NEITHER : asked->nature;
	const struct number *ratio = right == NATURE_ARITHMETIC ? asked->r : asked->q, *one = number_of(1, arena),
			    *given;

	lay_out(paper, asked, "row-nature");
	if (answer->nature != right)
		return fail(paper, wrong_nature(asked, answer, arena), 0, 1, err);
	if (right == NATURE_NEITHER)
		return pass(paper, err);
	if (answer->count == 0)
		return fail(paper, sequence_say(arena, "nature-ratio-missing", NULL), 1, 10, err);
	given = answer->numbers[0].value;
	if (number_same(given, ratio))
		return pass(paper, err);
	if (right == NATURE_GEOMETRIC && number_same(given, number_sub(ratio, one, arena)))
		return fail(paper, sequence_say(arena, "nature-rate", (struct word[]){ { "given", given }, { 0 } }), 1,
			2, err);
	if (right == NATURE_GEOMETRIC && number_same(given, number_div(one, ratio, arena)))
		return fail(paper, sequence_say(arena, "nature-inverse", (struct word[]){ { "given", given }, { 0 } }),
			1, 2, err);
	if (number_same(given, number_neg(ratio, arena)))
		return fail(paper, sequence_say(arena, "nature-sign", (struct word[]){ { "given", given }, { 0 } }), 1,
			2, err);
	return fail(paper,
		sequence_say(arena, right == NATURE_ARITHMETIC ? "nature-ratio-difference" : "nature-ratio-quotient",
			(struct word[]){ { "a", NULL, sequence_term_name(asked, 0, arena) },
				{ "b", NULL, sequence_term_name(asked, 1, arena) }, { "given", given }, { 0 } }),
		1, 10, err);
}
