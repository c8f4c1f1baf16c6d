/*
 * Judging answers to questions of the kind `number`: right, right in another form than the asked one, or wrong, and why.
 *
 * Mistakes are tried from the most precise to the least. One is named only when it gives exactly the answer.
 */
#pragma once
#include "answer.h"

enum grade_of { GRADE_WRONG, GRADE_FORM /* the right value, not as it was asked */, GRADE_RIGHT };

struct judgement {
	enum grade_of grade;
	struct msg_text message; /* fr NULL when right */
};

struct judging {
	const struct asked *asked;
	const struct answer *answer;
	const struct number *got; /* of SHAPE_NUMBER */
	struct arena *arena;
	struct judgement *out;
};

/* Sets the judgement; {a} to {d} of the message are these numbers (NULL from the first that is not needed). True. */
bool judge_say(struct judging *judging, enum grade_of grade, const char *code, const struct number *const numbers[4]);
#define SAY(judging, grade, code, ...) judge_say(judging, grade, code, (const struct number *const[4]){ __VA_ARGS__ })

void judge_number(struct judging *judging);
/* A known mistake of what the formula asks (gcd, remainder, inverse, power); true when it is said. */
bool judge_formula(struct judging *judging);
/* Quotient and remainder, each one; and what is said of both, once (message.fr NULL: nothing). */
void judge_division(struct judging *judging, struct judgement parts[2]);
void judge_bezout(struct judging *judging);
void judge_congruence(struct judging *judging);
