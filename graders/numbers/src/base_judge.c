/*
 * Known mistakes of conversions, the most precise first: each is worked out from the question's data and compared with the
 * digits of the answer. What is right from the right end on is counted only where there are as many digits as there must be.
 */
#include <string.h>
#include "base_mistakes.h"
#include "grader_numbers/grader_numbers.h"

static bool say(struct base_trial *trial, enum base_grade grade, const char *code)
{
	const struct base_question *question = trial->question;
	struct arena *arena = trial->arena;
	const struct number *value = trial->answer->read.value;
	const char *shown = base_text(&trial->answer->digits, LANG_FR, arena);
	const char *stray = trial->answer->read.stray;
	struct msg_param fr[] = { { "answer", shown }, { "from", arena_printf(arena, "%d", question->from) },
		{ "to", arena_printf(arena, "%d", question->to) },
		{ "digit", stray ? arena_memdup(arena, stray, 1) : "" },
		{ "value", value ? number_text(value, NUMBER_DECIMAL, LANG_FR, arena) : "" },
		{ "count", arena_printf(arena, "%zu", trial->out->suffix) },
		{ "places", arena_printf(arena, "%d", question->places) },
		{ "width", arena_printf(arena, "%d", question->width) },
		{ "base",
			arena_printf(arena, "%d", trial->answer->read.base ? trial->answer->read.base : question->to) },
		{ 0 } };
	struct msg_param en[sizeof(fr) / sizeof(fr[0])];

	memcpy(en, fr, sizeof(fr));
	en[0].value = base_text(&trial->answer->digits, LANG_EN, arena);
	en[4].value = value ? number_text(value, NUMBER_DECIMAL, LANG_EN, arena) : "";
	trial->out->grade = grade;
	trial->out->message = msg_make_both(arena, &base_messages, code, fr, en);
	return true;
}

/* Digits from the right that are right, both sides of the comma together; 0 unless there are as many. */
static size_t suffix(const struct base_digits *a, const struct base_digits *b, size_t *length)
{
	size_t whole = strlen(a->whole), part = strlen(a->part), same = 0;

	*length = whole + part;
	if (strlen(b->whole) != whole || strlen(b->part) != part || a->negative != b->negative)
		return 0;
	while (same < part && a->part[part - 1 - same] == b->part[part - 1 - same])
		same++;
	if (same < part)
		return same;
	while (same < *length && a->whole[*length - 1 - same] == b->whole[*length - 1 - same])
		same++;
	return same;
}

static bool constant(const char *digits)
{
	return strspn(digits, (const char[]){ digits[0], '\0' }) == strlen(digits);
}

/* One digit over and over, or the digits of the statement: no work. */
static bool effortless(const struct base_trial *trial)
{
	const struct base_digits *digits = &trial->answer->digits;

	if (base_copied(trial->question, digits))
		return true;
	return constant(digits->whole) && constant(digits->part);
}

/* The right number in other clothes. */
static bool judge_value(struct base_trial *trial)
{
	const struct base_question *question = trial->question;
	const struct numeral_reading *read = &trial->answer->read;
	int base = read->base ? read->base : question->to;
	bool exact = number_same(read->value, question->exact);

	if (!exact && !number_same(read->value, question->wanted))
		return false;
	if (base != question->to)
		return say(trial, BASE_WRONG, "base-other");
	if (question->width > 0 && strcspn(read->digits, ",") != (size_t)question->width)
		return say(trial, BASE_HALF, "base-width");
	trial->out->grade = BASE_RIGHT;
	return true;
}

/* Digits behind the comma that have no end: more of them, rounded, or too few. */
static bool judge_places(struct base_trial *trial)
{
	const struct base_question *question = trial->question;
	const struct number *value = trial->answer->read.value;
	struct arena *arena = trial->arena;
	int written = (int)trial->answer->read.fraction;
	const struct number *unit = number_power(number_of(question->to, arena), -written, arena), *off;

	if (question->places < 0 || written == 0 || !value ||
		(trial->answer->read.base && trial->answer->read.base != question->to))
		return false;
	off = number_abs(number_sub(value, question->exact, arena), arena);
	/* Cut: nearer to zero than the number itself; or rounded to the nearest. */
	if (number_compare(number_abs(value, arena), number_abs(question->exact, arena)) > 0)
		off = number_mul(off, number_of(2, arena), arena);
	if (!off || !unit || number_compare(off, unit) > 0)
		return false;
	if (written < question->places)
		return say(trial, effortless(trial) ? BASE_WRONG : BASE_HALF, "base-few-places");
	trial->out->grade = BASE_RIGHT;
	return true;
}

static const struct {
	const char *code;
	bool (*made)(const struct base_trial *trial);
	bool keeps; /* the way was the right one: last digits that are right still count */
} mistakes[] = {
	{ "base-not-converted", base_not_converted },
	{ "base-as-decimal", base_as_decimal },
	{ "base-no-carry", base_no_carry, true },
	{ "base-letters-split", base_letters_split },
	{ "base-reversed", base_reversed },
	{ "base-fraction-reversed", base_fraction_reversed },
	{ "base-groups-left", base_groups_left },
	{ "base-groups-fraction", base_groups_fraction },
	{ "base-groups-short", base_groups_short },
	{ "base-letters", base_letters, true },
	{ "base-letters-read", base_letters_read },
	{ "base-weights-reversed", base_weights_reversed },
	{ "base-weights-from-one", base_weights_from_one },
	{ "base-digit-sum", base_digit_sum },
	{ "base-fraction-as-integer", base_fraction_as_integer },
	{ "base-fraction-lost", base_fraction_lost },
	{ "base-sign", base_sign },
	{ "base-shift", base_shift },
	{ "base-off-by-one", base_off_by_one },
};

static void judge_wrong(struct base_trial *trial)
{
	const struct base_question *question = trial->question;
	struct base_judgement *out = trial->out;

	out->suffix =
		trial->answer->read.stray || (trial->answer->read.base && trial->answer->read.base != question->to)
			? 0
			: suffix(&question->digits, &trial->answer->digits, &out->length);
	if (effortless(trial))
		out->suffix = 0;
	/* Digits that the base written behind them does not have: the mistake is in the writing. */
	bool misfit = trial->answer->read.stray && trial->answer->read.base && trial->answer->read.base != question->to;

	for (size_t i = 0; !misfit && i < sizeof(mistakes) / sizeof(mistakes[0]); i++)
		if (mistakes[i].made(trial)) {
			say(trial, BASE_WRONG, mistakes[i].code);
			out->suffix = mistakes[i].keeps ? out->suffix : 0;
			break;
		}
	if (!out->message.fr && trial->answer->read.stray)
		say(trial, BASE_WRONG, "base-digit");
	else if (!out->message.fr && out->suffix > 0)
		say(trial, BASE_WRONG, "base-suffix");
	else if (!out->message.fr)
		say(trial, BASE_WRONG, question->work == BASE_CONVERSION ? "base-wrong" : "base-wrong-result");
	if (out->suffix > 0)
		out->grade = BASE_SUFFIX;
}

void base_judge(struct base_judgement *out, const struct base_question *question, const struct base_answer *answer,
	struct arena *arena)
{
	struct base_trial trial = { question, answer, arena, out };

	*out = (struct base_judgement){ .grade = BASE_WRONG };
	if (!judge_value(&trial) && !judge_places(&trial))
		judge_wrong(&trial);
}
