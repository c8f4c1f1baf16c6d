/*
 * Mistakes that belong to what is asked: the other divisor for the gcd, the quotient for the remainder. What the formula
 * does at its outside decides which ones are tried.
 */
#include <string.h>
#include "judge.h"

enum { OPERANDS_MAX = 4, CHAIN_MAX = 64 };

struct operation {
	const struct number *operands[OPERANDS_MAX];
	size_t count;
};

static bool multiple(const struct number *a, const struct number *b, struct arena *arena)
{
	const struct number *ratio = b && number_is_zero(b) ? NULL : number_div(a, b, arena);

	return ratio && number_is_integer(ratio);
}

static const struct number *product(const struct operation *operation, struct arena *arena)
{
	const struct number *made = operation->operands[0];

	for (size_t i = 1; i < operation->count; i++)
		made = number_mul(made, operation->operands[i], arena);
	return number_abs(made, arena);
}

static const struct number *lcm_of(const struct operation *operation, struct arena *arena)
{
	const struct number *made = operation->operands[0];

	for (size_t i = 1; i < operation->count; i++)
		made = number_lcm(made, operation->operands[i], arena);
	return made;
}

static const struct number *gcd_of(const struct operation *operation, struct arena *arena)
{
	const struct number *made = operation->operands[0];

	for (size_t i = 1; i < operation->count; i++)
		made = number_gcd(made, operation->operands[i], arena);
	return made;
}

/* A remainder of Euclid's algorithm that is not the last one. */
static bool in_chain(const struct operation *operation, const struct number *got, struct arena *arena)
{
	const struct number *a = operation->operands[0], *b = operation->operands[1];

	for (int i = 0; i < CHAIN_MAX && operation->count == 2 && b && !number_is_zero(b); i++) {
		const struct number *rest = number_mod(a, b, arena);
		if (number_same(rest, got))
			return true;
		a = b;
		b = rest;
	}
	return false;
}

static bool all_multiples(const struct operation *operation, const struct number *of, struct arena *arena)
{
	for (size_t i = 0; i < operation->count; i++)
		if (!multiple(operation->operands[i], of, arena))
			return false;
	return true;
}

static bool judge_gcd(struct judging *judging, const struct operation *operation)
{
	struct arena *arena = judging->arena;
	const struct number *got = judging->got;

	if (number_same(got, lcm_of(operation, arena)))
		return SAY(judging, GRADE_WRONG, "gcd-lcm", got);
	if (number_is_zero(got) && in_chain(operation, got, arena))
		return SAY(judging, GRADE_WRONG, "gcd-zero");
	if (number_sign(got) > 0 && number_is_integer(got) && all_multiples(operation, got, arena))
		return SAY(judging, GRADE_WRONG, "gcd-not-greatest", got);
	if (in_chain(operation, got, arena))
		return SAY(judging, GRADE_WRONG, "gcd-earlier", got);
	return false;
}

static bool judge_lcm(struct judging *judging, const struct operation *operation)
{
	struct arena *arena = judging->arena;
	const struct number *got = judging->got;

	if (number_same(got, gcd_of(operation, arena)))
		return SAY(judging, GRADE_WRONG, "lcm-gcd", got);
	if (number_same(got, product(operation, arena)))
		return SAY(judging, GRADE_WRONG, "lcm-product", got);
	for (size_t i = 0; i < operation->count; i++)
		if (number_is_zero(got) || !multiple(got, operation->operands[i], arena))
			return false;
	return number_sign(got) > 0 && SAY(judging, GRADE_WRONG, "lcm-not-least", got);
}

static bool judge_mod(struct judging *judging, const struct operation *operation)
{
	const struct number *a = operation->operands[0], *b = operation->operands[1], *got = judging->got;
	struct arena *arena = judging->arena;

	if (number_same(got, number_quotient(a, b, arena)))
		return SAY(judging, GRADE_WRONG, "rest-quotient", got);
	if (number_is_integer(got) && number_same(number_mod(got, b, arena), judging->asked->wanted))
		return SAY(judging, GRADE_WRONG, number_sign(got) < 0 ? "rest-negative" : "rest-too-large", got, b);
	return false;
}

static bool judge_quotient(struct judging *judging, const struct operation *operation)
{
	const struct number *a = operation->operands[0], *b = operation->operands[1], *got = judging->got;
	struct arena *arena = judging->arena;

	if (number_same(got, number_mod(a, b, arena)))
		return SAY(judging, GRADE_WRONG, "quotient-rest", got);
	if (!number_is_integer(got) &&
		(number_same(got, number_div(a, b, arena)) ||
			number_same(got, number_round(number_div(a, b, arena), number_decimals(got), arena))))
		return SAY(judging, GRADE_WRONG, "quotient-decimal", got);
	if (number_same(number_sub(got, judging->asked->wanted, arena), number_of(1, arena)))
		return SAY(judging, GRADE_WRONG, "quotient-too-large", got);
	return false;
}

static bool judge_inverse(struct judging *judging, const struct operation *operation)
{
	const struct number *a = operation->operands[0], *n = operation->operands[1], *got = judging->got;
	struct arena *arena = judging->arena;
	const struct number *times = number_mul(a, got, arena), *rest;

	if (number_same(times, number_of(1, arena)) && !number_is_integer(got))
		return SAY(judging, GRADE_WRONG, "inverse-fraction", got, n);
	if (!number_is_integer(got))
		return false;
	rest = number_mod(times, n, arena);
	if (number_same(rest, number_of(1, arena)))
		return SAY(judging, GRADE_FORM, number_sign(got) < 0 ? "class-negative" : "class-not-reduced", got, n);
	if (number_same(rest, number_mod(number_of(-1, arena), n, arena)))
		return SAY(judging, GRADE_WRONG, "inverse-sign", a, got, n);
	return rest && SAY(judging, GRADE_WRONG, "inverse-fails", number_mul(a, got, arena), rest, n);
}

static bool judge_power(struct judging *judging, const struct operation *operation)
{
	const struct number *a = operation->operands[0], *k = operation->operands[1], *got = judging->got;
	const struct number *n = operation->count == 3 ? operation->operands[2] : NULL, *times, *full;
	struct arena *arena = judging->arena;
	int64_t exponent;

	times = number_mul(a, k, arena);
	if (number_same(got, n ? number_mod(times, n, arena) : times) || number_same(got, times))
		return SAY(judging, GRADE_WRONG, "power-product", a, k);
	if (number_same(got, n ? number_power_mod(k, a, n, arena) : NULL))
		return SAY(judging, GRADE_WRONG, "power-exchanged", a, k);
	if (!n || !number_is_integer(got))
		return false;
	full = number_to_int(k, &exponent) ? number_power(a, (long)exponent, arena) : NULL;
	if (number_same(got, full) || number_same(number_mod(got, n, arena), judging->asked->wanted))
		return SAY(judging, GRADE_FORM, number_sign(got) < 0 ? "class-negative" : "class-not-reduced", got, n);
	return false;
}

static const struct {
	const char *name; /* of a function */
	enum formula_op op; /* or an operator */
	size_t least;
	bool (*judge)(struct judging *judging, const struct operation *operation);
} operations[] = {
	{ "gcd", FORMULA_CALL, 2, judge_gcd },
	{ "lcm", FORMULA_CALL, 2, judge_lcm },
	{ "mod", FORMULA_CALL, 2, judge_mod },
	{ NULL, FORMULA_MOD, 2, judge_mod },
	{ "quotient", FORMULA_CALL, 2, judge_quotient },
	{ "inverse_mod", FORMULA_CALL, 2, judge_inverse },
	{ "power_mod", FORMULA_CALL, 3, judge_power },
	{ NULL, FORMULA_POWER, 2, judge_power },
};

static bool read_operands(struct operation *out, const struct judging *judging, const struct formula *formula)
{
	const struct asked *asked = judging->asked;
	struct value value;
	struct slip ignored;

	out->count = formula_count(formula);
	if (out->count > OPERANDS_MAX)
		return false;
	for (size_t i = 0; i < out->count; i++) {
		if (formula_value(&value, formula_operand(formula, i), asked->bindings, asked->count, judging->arena,
			    &ignored) ||
			value.kind != VALUE_NUMBER)
			return false;
		out->operands[i] = value.number;
	}
	return true;
}

/* "power_mod(a, k, n)" may be asked as "a^k mod n" too. */
static bool judge_power_mod(struct judging *judging, const struct formula *formula)
{
	struct operation inside, outside;

	if (formula_op(formula) != FORMULA_MOD || formula_op(formula_operand(formula, 0)) != FORMULA_POWER ||
		!read_operands(&outside, judging, formula) ||
		!read_operands(&inside, judging, formula_operand(formula, 0)))
		return false;
	inside.operands[inside.count++] = outside.operands[1];
	return judge_power(judging, &inside);
}

bool judge_formula(struct judging *judging)
{
	const struct formula *formula = judging->asked->question->ask;
	struct operation operation;

	if (!formula || judging->asked->question->rounds)
		return false;
	if (judge_power_mod(judging, formula))
		return true;
	for (size_t i = 0; i < sizeof(operations) / sizeof(operations[0]); i++) {
		const char *name = formula_name(formula);

		if (operations[i].op != formula_op(formula) || formula_count(formula) < operations[i].least ||
			(operations[i].name && strcmp(operations[i].name, name) != 0))
			continue;
		return read_operands(&operation, judging, formula) && operations[i].judge(judging, &operation);
	}
	return false;
}
