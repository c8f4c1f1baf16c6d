/*
 * What a question of the kind `number` asks, as the author wrote it, and what that makes for given values.
 *
 * The formulas are read once; asked_make() evaluates them, for the right values of earlier questions or a student's own.
 */
#pragma once
#include "exact/formula.h"
#include "model/kind.h"
#include "model/reader.h"
#include "sheet/follow.h"

enum shape {
	SHAPE_NUMBER, /* one number: "ask" or "value" */
	SHAPE_DIVISION, /* quotient and remainder of Euclid's division */
	SHAPE_BEZOUT, /* u and v with a·u + b·v = gcd(a, b) */
	SHAPE_CONGRUENCE /* all x with a·x ≡ b [n] */
};

enum form { FORM_ANY, FORM_FRACTION /* in lowest terms */, FORM_DECIMAL };

/* A mistake that the author expects. */
struct expected_mistake {
	const struct formula *ask;
	struct msg_text says;
};

struct number_question {
	enum shape shape;
	const struct binding *given;
	size_t given_count;
	const struct number *value; /* a literal; NULL where there is a formula */
	const struct formula *ask; /* of SHAPE_NUMBER */
	const struct formula *operands[3]; /* of the other shapes: a and b; a, b and n */
	const struct formula *modulo; /* any number of the class is right; NULL */
	bool reduced; /* … but only the one from 0 to modulo - 1 */
	bool rounds, percent;
	int decimals; /* that are asked */
	enum form form;
	const char *const *units; /* read over; NULL-terminated */
	const struct expected_mistake *mistakes;
	size_t mistake_count;
	const struct follow *follow;
};

/* What is asked for some values. */
struct asked {
	const struct number_question *question;
	const struct number
		*wanted; /* the answer; of a rounding, rounded. Quotient of a division, gcd of Bézout, the least
					solution of a congruence, NULL where it has none */
	const struct number *exact; /* before rounding */
	const struct number *modulus; /* of `modulo`, or of the solutions of a congruence */
	const struct number *rest; /* of a division */
	const struct number *operands[3];
	const struct binding *bindings; /* all that formulas may name */
	size_t count;
};

/* The kind's own keys but for the derived values; false when the reader got a mistake. */
bool asked_read(struct number_question *out, struct reader *reader, json_t *object, const char *pointer,
	const struct question *question);
/* -1 and the slip when the formulas make no sense for these values; *at then is the formula at fault. */
int asked_make(struct asked *out, const struct number_question *question, const struct binding *followed, size_t count,
	struct arena *arena, struct slip *slip, const struct formula **at) must_check;
/* What the statement shows: the given numbers, and those that stand in the formulas. Is this one of them, or 0 or 1? */
bool asked_shows(const struct asked *asked, const struct number *number);
/* All of these numbers; NULL-terminated, in the arena. */
const struct number *const *asked_shown(const struct asked *asked, struct arena *arena);
/* A right answer as text. */
const char *asked_text(const struct asked *asked, enum lang lang, struct arena *arena);
/* Bézout's coefficients with the smallest u that is not negative. */
void asked_bezout(const struct asked *asked, const struct number *out[2], struct arena *arena);

enum { NUMBER_KEYS = 14 };
extern const struct key_spec number_keys[NUMBER_KEYS];
