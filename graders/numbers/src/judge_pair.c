/* Two numbers: quotient and remainder, coefficients of Bézout. */
#include "judge.h"

static bool whole(const struct answer *answer)
{
	return number_is_integer(answer->numbers[0].value) && number_is_integer(answer->numbers[1].value);
}

static bool judge_rest(struct judging *judging, const struct number *q, const struct number *r)
{
	const struct asked *asked = judging->asked;
	struct arena *arena = judging->arena;
	const struct number *a = asked->operands[0], *b = asked->operands[1];
	const struct number *sum = number_add(number_mul(b, q, arena), r, arena);

	if (!number_same(sum, a))
		return sum && SAY(judging, GRADE_WRONG, "division-identity", b, q, r, sum);
	if (number_sign(r) < 0)
		return SAY(judging, GRADE_WRONG, "division-negative", r);
	return SAY(judging, GRADE_WRONG, "division-rest-large", r, number_abs(b, arena));
}

void judge_division(struct judging *judging, struct judgement parts[2])
{
	const struct asked *asked = judging->asked;
	const struct number *q = judging->answer->numbers[0].value, *r = judging->answer->numbers[1].value;
	bool right[2] = { number_same(q, asked->wanted), number_same(r, asked->rest) };

	parts[0].grade = right[0] ? GRADE_RIGHT : GRADE_WRONG;
	parts[1].grade = right[1] ? GRADE_RIGHT : GRADE_WRONG;
	if (right[0] && right[1])
		return;
	judging->out = &parts[right[0] ? 1 : 0];
	if (!whole(judging->answer))
		SAY(judging, GRADE_WRONG, "division-whole");
	else if (number_same(q, asked->rest) && number_same(r, asked->wanted))
		SAY(judging, GRADE_WRONG, "division-exchanged");
	else
		judge_rest(judging, q, r);
}

void judge_bezout(struct judging *judging)
{
	const struct asked *asked = judging->asked;
	struct arena *arena = judging->arena;
	const struct number *a = asked->operands[0], *b = asked->operands[1], *gcd = asked->wanted;
	const struct number *u = judging->answer->numbers[0].value, *v = judging->answer->numbers[1].value;
	const struct number *sum = number_add(number_mul(a, u, arena), number_mul(b, v, arena), arena);

	judging->out->grade = GRADE_RIGHT;
	if (!whole(judging->answer)) {
		SAY(judging, GRADE_WRONG, "bezout-whole");
	} else if (!number_same(sum, gcd)) {
		const struct number *other = number_add(number_mul(a, v, arena), number_mul(b, u, arena), arena);
		if (number_same(other, gcd))
			SAY(judging, GRADE_WRONG, "bezout-exchanged");
		else if (number_same(number_sub(number_mul(a, u, arena), number_mul(b, v, arena), arena), gcd))
			SAY(judging, GRADE_WRONG, "bezout-sign");
		else if (number_same(sum, number_neg(gcd, arena)))
			SAY(judging, GRADE_WRONG, "bezout-negative", sum);
		else
			SAY(judging, GRADE_WRONG, "bezout-sum", sum);
	}
}
