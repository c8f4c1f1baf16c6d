/*
 * All solutions of a congruence. Answers are unions of classes: they are compared as sets of remainders modulo a common
 * multiple of all moduli, when that is small; one class is compared as it is.
 */
#include <string.h>
#include "judge.h"

enum { COMMON_MAX = 20000 };

/* The remainders of a class modulo `common`, one byte each. */
static void mark(unsigned char *set, int64_t common, const struct number *rest, const struct number *modulus)
{
	int64_t first = 0, step = 0;

	if (!number_to_int(rest, &first) || !number_to_int(modulus, &step) || step <= 0)
		return;
	for (int64_t at = first; at < common; at += step)
		set[at] = 1;
}

/* How the union compares with the solutions: missing, too much. False when the moduli are too large to say. */
static bool compare(const struct judging *judging, bool *missing, bool *extra)
{
	const struct asked *asked = judging->asked;
	const struct answer *answer = judging->answer;
	struct arena *arena = judging->arena;
	const struct number *lcm = asked->modulus;
	int64_t common;

	for (size_t i = 0; i < answer->class_count; i++)
		lcm = number_lcm(lcm, answer->classes[i].modulus, arena);
	if (!number_to_int(lcm, &common) || common > COMMON_MAX)
		return false;
	unsigned char *wanted = arena_alloc(arena, (size_t)common), *got = arena_alloc(arena, (size_t)common);
	mark(wanted, common, asked->wanted, asked->modulus);
	for (size_t i = 0; i < answer->class_count; i++)
		mark(got, common, answer->classes[i].rest, answer->classes[i].modulus);
	*missing = *extra = false;
	for (int64_t i = 0; i < common; i++) {
		*missing |= wanted[i] && !got[i];
		*extra |= got[i] && !wanted[i];
	}
	return true;
}

/* a·x for the first number that is written, which is no solution. */
static void say_fails(struct judging *judging)
{
	const struct asked *asked = judging->asked;
	struct arena *arena = judging->arena;

	for (size_t i = 0; i < judging->answer->class_count; i++) {
		const struct number *x = judging->answer->classes[i].written;
		const struct number *value =
			number_mod(number_mul(asked->operands[0], x, arena), asked->operands[2], arena);

		if (!number_same(value, number_mod(asked->operands[1], asked->operands[2], arena)) && value) {
			SAY(judging, GRADE_WRONG, "congruence-fails", x, value, asked->operands[2]);
			return;
		}
	}
	SAY(judging, GRADE_WRONG, "congruence-extra");
}

/* Plain numbers where classes are asked. */
static bool judge_plain(struct judging *judging)
{
	const struct answer *answer = judging->answer;
	const struct asked *asked = judging->asked;

	for (size_t i = 0; i < answer->class_count; i++) {
		if (answer->classes[i].modulus)
			return false;
		if (!number_same(
			    number_mod(answer->classes[i].written, asked->modulus, judging->arena), asked->wanted)) {
			say_fails(judging);
			return true;
		}
	}
	return SAY(judging, GRADE_FORM, "congruence-one", answer->classes[0].written);
}

void judge_congruence(struct judging *judging)
{
	const struct answer *answer = judging->answer;
	const struct asked *asked = judging->asked;
	bool missing = true, extra = true;

	judging->out->grade = GRADE_RIGHT;
	if (!asked->wanted && answer->none)
		return;
	if (!asked->wanted)
		SAY(judging, GRADE_WRONG, "congruence-has-none");
	else if (answer->none)
		SAY(judging, GRADE_WRONG, "congruence-has-some");
	else if (!answer->classes[0].modulus || answer->class_count == 0)
		judge_plain(judging);
	else if (answer->class_count == 1 && number_same(answer->classes[0].modulus, asked->modulus) &&
		 number_same(answer->classes[0].rest, asked->wanted))
		return;
	else if (!compare(judging, &missing, &extra) || extra)
		say_fails(judging);
	else if (missing)
		SAY(judging, GRADE_FORM, "congruence-missing");
}
