/* Digits that known mistakes make of the question's data. */
#include "base_mistakes.h"
#include <string.h>

enum { DIGITS_MAX = 512, PLACES_MAX = 60 };

static const char letters[] = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ";

static bool converts(const struct base_trial *trial)
{
	return trial->question->work == BASE_CONVERSION;
}

/* Is the answer these digits, "5D,8"? */
static bool is_text(const struct base_trial *trial, const char *text)
{
	struct base_digits made = base_split(text, trial->question->digits.negative, trial->arena);

	return base_digits_same(&made, &trial->answer->digits);
}

static bool is_number(const struct base_trial *trial, const struct number *number, int base)
{
	struct base_digits made = base_digits_of(number, base, PLACES_MAX, trial->arena);

	return base_digits_same(&made, &trial->answer->digits);
}

static const char *reversed(const char *digits, struct arena *arena)
{
	size_t count = strlen(digits);
	char *made = arena_memdup(arena, digits, count);

	for (size_t i = 0; i < count; i++)
		made[i] = digits[count - 1 - i];
	return made;
}

static const char *with_part(const char *whole, const char *part, struct arena *arena)
{
	return *part ? arena_printf(arena, "%s,%s", whole, part) : whole;
}

static struct base_digits operand(const struct base_trial *trial)
{
	return base_split(trial->question->operands[0].digits, trial->question->operands[0].negative, trial->arena);
}

bool base_copied(const struct base_question *question, const struct base_digits *digits)
{
	struct arena *cleanup_arena arena = arena_new(0);

	for (size_t i = 0; i < question->count; i++) {
		struct base_digits shown =
			base_split(question->operands[i].digits, question->operands[i].negative, arena);
		if (base_digits_same(&shown, digits))
			return true;
	}
	return false;
}

bool base_not_converted(const struct base_trial *trial)
{
	const struct base_question *question = trial->question;

	return (converts(trial) && base_copied(question, &trial->answer->digits)) ||
	       (question->to != 10 && is_number(trial, question->exact, 10));
}

bool base_as_decimal(const struct base_trial *trial)
{
	const struct base_question *question = trial->question;
	struct arena *arena = trial->arena;
	const struct number *made = NULL;
	struct slip ignored;

	if (converts(trial) || question->from == 10)
		return false;
	for (size_t i = 0; i < question->count; i++) {
		const struct numeral_reading *one = &question->operands[i];
		struct numeral_reading decimal;
		if (numeral_read_loose(&decimal, one->digits, strlen(one->digits), 10, arena, &ignored) ||
			!decimal.value)
			return false;
		made = i == 0                              ? decimal.value
		       : question->work == BASE_SUM        ? number_add(made, decimal.value, arena)
		       : question->work == BASE_DIFFERENCE ? number_sub(made, decimal.value, arena)
							   : number_mul(made, decimal.value, arena);
	}
	return is_number(trial, made, 10);
}

/* The digit of a numeral at a place counted from the right, 0 beyond its end. */
static int digit_from_right(const char *digits, size_t place)
{
	size_t count = strlen(digits);

	return place < count ? number_digit(digits[count - 1 - place]) : 0;
}

bool base_no_carry(const struct base_trial *trial)
{
	const struct base_question *question = trial->question;
	char text[DIGITS_MAX + 1] = "";
	size_t most = 0;

	if (question->work != BASE_SUM)
		return false;
	for (size_t i = 0; i < question->count; i++) {
		size_t count = strlen(question->operands[i].digits);
		if (strchr(question->operands[i].digits, ',') || question->operands[i].negative || count > DIGITS_MAX)
			return false;
		most = count > most ? count : most;
	}
	for (size_t place = 0; place < most; place++) {
		int sum = 0;
		for (size_t i = 0; i < question->count; i++)
			sum += digit_from_right(question->operands[i].digits, place);
		text[most - 1 - place] = letters[sum % question->from];
	}
	return is_text(trial, text);
}

bool base_letters_split(const struct base_trial *trial)
{
	struct buf cleanup_buf out = BUF_INIT;
	const struct base_digits *right = &trial->question->digits;
	bool split = false;

	for (const char *at = with_part(right->whole, right->part, trial->arena); *at; at++) {
		int digit = *at == ',' ? -1 : number_digit(*at);
		if (digit < 0)
			buf_addch(&out, ',');
		else
			buf_printf(&out, "%d", digit);
		split |= digit >= 10;
	}
	return split && is_text(trial, buf_str(&out));
}

bool base_reversed(const struct base_trial *trial)
{
	const struct base_digits *right = &trial->question->digits;

	return converts(trial) &&
	       is_text(trial, with_part(reversed(right->whole, trial->arena), right->part, trial->arena));
}

bool base_fraction_reversed(const struct base_trial *trial)
{
	const struct base_digits *right = &trial->question->digits;

	return converts(trial) && *right->part &&
	       is_text(trial, with_part(right->whole, reversed(right->part, trial->arena), trial->arena));
}

/* How many digits of the smaller base make one of the larger; 0 when none do. */
static size_t group_size(int small, int large)
{
	size_t size = 1;

	for (int power = small; power < large; power *= small)
		size++;
	int power = 1;
	for (size_t i = 0; i < size; i++)
		power *= small;
	return power == large && size > 1 ? size : 0;
}

/* Groups from the left; the last one short, or filled up with zeros behind. */
static const char *grouped(const char *digits, size_t size, int base, bool fill, struct arena *arena)
{
	size_t count = strlen(digits), groups = (count + size - 1) / size;
	char *made = arena_alloc(arena, groups + 1);

	for (size_t i = 0; i < groups; i++) {
		int value = 0;
		for (size_t j = 0; j < size; j++) {
			size_t at = i * size + j;
			if (at < count)
				value = value * base + number_digit(digits[at]);
			else if (fill)
				value *= base;
		}
		made[i] = letters[value];
	}
	return made;
}

bool base_groups_left(const struct base_trial *trial)
{
	const struct base_question *question = trial->question;
	size_t size = group_size(question->from, question->to);
	struct base_digits given = operand(trial);
	struct arena *arena = trial->arena;

	if (!converts(trial) || size == 0 || strlen(given.whole) % size == 0)
		return false;
	return is_text(trial, with_part(grouped(given.whole, size, question->from, false, arena), question->digits.part,
				      arena)) ||
	       is_text(trial, with_part(grouped(given.whole, size, question->from, true, arena), question->digits.part,
				      arena));
}

bool base_groups_fraction(const struct base_trial *trial)
{
	const struct base_question *question = trial->question;
	size_t size = group_size(question->from, question->to);
	struct base_digits given = operand(trial);

	if (!converts(trial) || size == 0 || !*given.part)
		return false;
	return is_text(trial, with_part(question->digits.whole,
				      grouped(given.part, size, question->from, false, trial->arena), trial->arena));
}

bool base_groups_short(const struct base_trial *trial)
{
	const struct base_question *question = trial->question;
	struct buf cleanup_buf out = BUF_INIT;

	if (!converts(trial) || group_size(question->to, question->from) == 0)
		return false;
	for (const char *at = question->operands[0].digits; *at; at++)
		if (*at == ',')
			buf_addch(&out, ',');
		else
			buf_addstr(&out,
				number_digits(number_of(number_digit(*at), trial->arena), question->to, trial->arena));
	return is_text(trial, buf_str(&out));
}

/* The digits with each letter moved; NULL when there is none to move. */
static const char *moved(const char *digits, int by, int base, struct arena *arena)
{
	char *made = arena_strdup(arena, digits);
	bool any = false;

	for (char *at = made; *at; at++) {
		int digit = *at == ',' ? 0 : number_digit(*at);
		if (digit < 10 || digit + by < 10 || digit + by >= base)
			continue;
		*at = letters[digit + by];
		any = true;
	}
	return any ? made : NULL;
}

bool base_letters(const struct base_trial *trial)
{
	const struct base_digits *right = &trial->question->digits;
	const char *text = with_part(right->whole, right->part, trial->arena);

	for (int by = -1; by <= 1; by += 2) {
		const char *made = moved(text, by, NUMBER_BASE_MAX, trial->arena);
		if (made && is_text(trial, made))
			return true;
	}
	return false;
}

/* The value of the whole digits in a base, each digit as `value` says. */
static const struct number *weigh(const char *digits, int base, int letters_by, struct arena *arena)
{
	const struct number *made = number_of(0, arena), *scale = number_of(base, arena);

	for (; *digits; digits++) {
		int digit = number_digit(*digits);
		made = number_add(number_mul(made, scale, arena),
			number_of(digit >= 10 ? digit + letters_by : digit, arena), arena);
	}
	return made;
}

bool base_letters_read(const struct base_trial *trial)
{
	const struct base_question *question = trial->question;
	struct base_digits given = operand(trial);

	if (!converts(trial) || *given.part || question->from <= 10)
		return false;
	return is_number(trial, weigh(given.whole, question->from, 1, trial->arena), question->to) ||
	       is_number(trial, weigh(given.whole, question->from, -1, trial->arena), question->to);
}

bool base_weights_reversed(const struct base_trial *trial)
{
	const struct base_question *question = trial->question;
	struct base_digits given = operand(trial);
	const struct number *made = weigh(reversed(given.whole, trial->arena), question->from, 0, trial->arena);

	/* 1011101 is the same from both ends. */
	return converts(trial) && question->from != 10 && !*given.part && !number_same(made, question->exact) &&
	       is_number(trial, made, question->to);
}

bool base_weights_from_one(const struct base_trial *trial)
{
	const struct base_question *question = trial->question;

	return converts(trial) && question->to == 10 &&
	       is_number(trial, number_mul(question->exact, number_of(question->from, trial->arena), trial->arena), 10);
}

bool base_digit_sum(const struct base_trial *trial)
{
	const struct base_question *question = trial->question;
	int64_t sum = 0;

	for (const char *at = question->operands[0].digits; *at; at++)
		sum += *at == ',' ? 0 : number_digit(*at);
	return converts(trial) && question->from != 10 && is_number(trial, number_of(sum, trial->arena), question->to);
}

bool base_fraction_as_integer(const struct base_trial *trial)
{
	const struct base_question *question = trial->question;
	struct base_digits given = operand(trial);
	const char *part;

	if (!converts(trial) || !*given.part)
		return false;
	part = number_digits(weigh(given.part, question->from, 0, trial->arena), question->to, trial->arena);
	return part && is_text(trial, with_part(question->digits.whole, part, trial->arena));
}

bool base_fraction_lost(const struct base_trial *trial)
{
	const struct base_digits *right = &trial->question->digits;

	return *right->part && is_text(trial, right->whole);
}

static bool is_value(const struct base_trial *trial, const struct number *number)
{
	return number_same(trial->answer->read.value, number);
}

bool base_sign(const struct base_trial *trial)
{
	return is_value(trial, number_neg(trial->question->wanted, trial->arena));
}

bool base_shift(const struct base_trial *trial)
{
	const struct base_question *question = trial->question;
	const struct number *base = number_of(question->to, trial->arena);

	for (int places = -4; places <= 4; places++)
		if (places != 0 && is_value(trial, number_mul(question->wanted,
							   number_power(base, places, trial->arena), trial->arena)))
			return true;
	return false;
}

bool base_off_by_one(const struct base_trial *trial)
{
	const struct number *off = number_sub(trial->answer->read.value, trial->question->wanted, trial->arena);

	return number_same(number_abs(off, trial->arena), number_of(1, trial->arena));
}
