/* One number: its rounding, its form, the slips that any computation may have. */
#include "grader_numbers/grader_numbers.h"
#include "judge.h"

bool judge_say(struct judging *judging, enum grade_of grade, const char *code, const struct number *const numbers[4])
{
	static const char *const names[] = { "a", "b", "c", "d" };
	struct msg_param fr[5] = { 0 }, en[5] = { 0 };

	for (int i = 0; i < 4 && numbers[i]; i++) {
		fr[i] = (struct msg_param){ names[i],
			number_text(numbers[i], NUMBER_DECIMAL, LANG_FR, judging->arena) };
		en[i] = (struct msg_param){ names[i],
			number_text(numbers[i], NUMBER_DECIMAL, LANG_EN, judging->arena) };
	}
	judging->out->grade = grade;
	judging->out->message = msg_make_both(judging->arena, &number_messages, code, fr, en);
	return true;
}

/* ---- roundings ---- */

/* With the place that is asked: "arrondi attendu au centième". */
static bool say_place(struct judging *judging, enum grade_of grade, const char *code)
{
	static const char *const places[][2] = { { "à l’unité", "to the unit" }, { "au dixième", "to the tenth" },
		{ "au centième", "to the hundredth" }, { "au millième", "to the thousandth" } };
	int decimals = judging->asked->question->decimals;
	bool named = decimals < 4;
	const char *fr = named ? places[decimals][0] : arena_printf(judging->arena, "à %d décimales", decimals);
	const char *en = named ? places[decimals][1] : arena_printf(judging->arena, "to %d decimals", decimals);

	judging->out->grade = grade;
	judging->out->message = msg_make_both(judging->arena, &number_messages, code,
		(struct msg_param[]){ { "place", fr }, { 0 } }, (struct msg_param[]){ { "place", en }, { 0 } });
	return true;
}

/* Is the answer what remains of `exact` when it is written with so many decimals, rounded or cut? */
static bool shortened(const struct judging *judging, const struct number *exact, int decimals)
{
	return number_same(judging->got, number_round(exact, decimals, judging->arena)) ||
	       number_same(judging->got, number_truncate(exact, decimals, judging->arena));
}

static bool judge_rounding(struct judging *judging)
{
	const struct asked *asked = judging->asked;
	const struct number *exact = asked->exact, *got = judging->got;
	struct arena *arena = judging->arena;
	int decimals = asked->question->decimals, written = number_decimals(got);
	const struct number *unit = number_power(number_of(10, arena), -decimals, arena);
	const struct number *off = number_abs(number_sub(got, exact, arena), arena);

	if (number_same(got, exact))
		return say_place(judging, GRADE_FORM, "round-exact");
	if (number_same(got, number_truncate(exact, decimals, arena)))
		return say_place(judging, GRADE_FORM, "round-cut");
	if (written > decimals && shortened(judging, exact, written))
		return say_place(judging, GRADE_FORM, "round-more");
	if (off && written >= 0 && written <= decimals && number_compare(off, unit) < 0)
		return say_place(judging, GRADE_FORM, "round-away");
	if (written >= 0 && written < decimals && shortened(judging, exact, written))
		return say_place(judging, GRADE_WRONG, "round-less");
	return false;
}

/* 0,33 is not 1/3 where nobody asked for a rounding. */
static bool judge_approximation(struct judging *judging)
{
	const struct number *wanted = judging->asked->wanted;
	int written = judging->answer->numbers[0].fraction ? 0 : number_decimals(judging->got);

	if (judging->asked->question->rounds || written <= 0 || !shortened(judging, wanted, written))
		return false;
	return SAY(judging, GRADE_WRONG, number_decimals(wanted) < 0 ? "approximation" : "approximation-decimal",
		judging->got);
}

/* ---- forms ---- */

static void judge_form(struct judging *judging)
{
	const struct number_reading *read = &judging->answer->numbers[0];
	enum form form = judging->asked->question->form;

	judging->out->grade = GRADE_RIGHT;
	if (form == FORM_FRACTION && read->fraction && !read->reduced)
		SAY(judging, GRADE_FORM, "form-not-reduced", read->above, read->below);
	else if (form == FORM_FRACTION && !read->fraction && !number_is_integer(judging->got))
		SAY(judging, GRADE_FORM, "form-fraction", judging->got);
	else if (form == FORM_DECIMAL && read->fraction)
		SAY(judging, GRADE_FORM, "form-decimal", read->above, read->below);
}

static bool judge_percent(struct judging *judging)
{
	struct arena *arena = judging->arena;

	if (!judging->asked->question->percent || judging->answer->percent ||
		!number_same(number_mul(judging->got, number_of(100, arena), arena), judging->asked->wanted))
		return false;
	return SAY(judging, GRADE_FORM, "percent-ratio", judging->got);
}

/* ---- representatives of a class ---- */

static bool judge_class(struct judging *judging)
{
	const struct asked *asked = judging->asked;
	const struct number *n = asked->modulus;

	if (!n)
		return false;
	if (judging->answer->classes && !number_same(judging->answer->classes[0].modulus, n))
		return SAY(judging, GRADE_WRONG, "class-other-modulus", judging->answer->classes[0].modulus, n);
	if (!number_is_integer(judging->got))
		return SAY(judging, GRADE_WRONG, "whole-expected", judging->got);
	if (!number_same(number_mod(judging->got, n, judging->arena), asked->wanted))
		return false;
	judging->out->grade = GRADE_RIGHT;
	if (!asked->question->reduced || number_same(judging->got, asked->wanted))
		return true;
	return SAY(judging, GRADE_FORM, number_sign(judging->got) < 0 ? "class-negative" : "class-not-reduced",
		judging->got, n);
}

/* ---- slips of any computation ---- */

static bool judge_slips(struct judging *judging)
{
	const struct number *wanted = judging->asked->wanted, *got = judging->got;
	struct arena *arena = judging->arena;
	const struct number *ratio = number_is_zero(wanted) ? NULL : number_div(got, wanted, arena), *off;

	if (number_same(got, number_neg(wanted, arena)))
		return SAY(judging, GRADE_WRONG, "mistake-sign");
	if (!number_is_zero(wanted) && number_same(got, number_div(number_of(1, arena), wanted, arena)))
		return SAY(judging, GRADE_WRONG, "mistake-inverse");
	for (int power = 1; ratio && power <= 3; power++) {
		const struct number *scale = number_power(number_of(10, arena), power, arena);
		if (number_same(ratio, scale))
			return SAY(judging, GRADE_WRONG, "mistake-too-large-by", scale);
		if (number_same(ratio, number_div(number_of(1, arena), scale, arena)))
			return SAY(judging, GRADE_WRONG, "mistake-too-small-by", scale);
	}
	off = number_sub(got, wanted, arena);
	if (number_is_integer(wanted) && number_same(number_abs(off, arena), number_of(1, arena)) &&
		!asked_shows(judging->asked, got))
		return SAY(judging, GRADE_WRONG, "mistake-off-by-one");
	return false;
}

static bool judge_expected(struct judging *judging)
{
	const struct asked *asked = judging->asked;

	for (size_t i = 0; i < asked->question->mistake_count; i++) {
		const struct expected_mistake *mistake = &asked->question->mistakes[i];
		struct value value;
		struct slip ignored;

		if (formula_value(&value, mistake->ask, asked->bindings, asked->count, judging->arena, &ignored) ||
			value.kind != VALUE_NUMBER || !number_same(value.number, judging->got))
			continue;
		judging->out->grade = GRADE_WRONG;
		judging->out->message = mistake->says;
		return true;
	}
	return false;
}

void judge_number(struct judging *judging)
{
	const struct asked *asked = judging->asked;

	if (judge_class(judging))
		return;
	if (number_same(judging->got, asked->wanted) && !asked->modulus) {
		judge_form(judging);
		return;
	}
	if (judge_percent(judging) || judge_expected(judging) || (asked->question->rounds && judge_rounding(judging)) ||
		judge_approximation(judging) || judge_formula(judging) || judge_slips(judging))
		return;
	SAY(judging, GRADE_WRONG,
		number_is_integer(asked->wanted) && !number_is_integer(judging->got) ? "whole-expected"
										     : "wrong-number",
		judging->got);
}
