/*
 * A conversion between bases, or an addition, subtraction or multiplication in a base: what is asked and what an answer is.
 *
 * Digits are kept as they stand: most mistakes of conversion are mistakes of digits, not of values.
 */
#pragma once
#include "exact/number_read.h"
#include "model/reader.h"
#include "sheet/paper.h"

enum base_work { BASE_CONVERSION, BASE_SUM, BASE_DIFFERENCE, BASE_PRODUCT };

enum { BASE_OPERANDS_MAX = 4 };

/* Without leading zeros (but one) before the comma and trailing zeros behind it; capitals; NUL-terminated. */
struct base_digits {
	const char *whole, *part; /* "" behind no comma */
	bool negative;
};

struct base_question {
	enum base_work work;
	int from, to;
	int places; /* asked behind the comma, where the digits have no end or more are there; -1: all */
	int width; /* digits before the comma that must be written; 0: any */
	struct numeral_reading operands[BASE_OPERANDS_MAX];
	size_t count;
	const struct number *exact; /* the asked number */
	const struct number *wanted; /* … with so many places, cut */
	struct base_digits digits; /* of `wanted`, in base `to` */
};

struct base_answer {
	struct numeral_reading read;
	struct base_digits digits;
};

bool base_question_read(struct base_question *out, struct reader *reader, json_t *object, const char *pointer);

struct base_digits base_split(const char *digits, bool negative, struct arena *arena);
/* Of a number; NULL parts when it has no end within `most` places. */
struct base_digits base_digits_of(const struct number *number, int base, int most, struct arena *arena);
bool base_digits_same(const struct base_digits *a, const struct base_digits *b);
/* "5D,8" with a comma or a point. */
const char *base_text(const struct base_digits *digits, enum lang lang, struct arena *arena);

enum base_grade { BASE_WRONG, BASE_HALF, BASE_SUFFIX, BASE_RIGHT };

struct base_judgement {
	enum base_grade grade;
	size_t suffix, length; /* of BASE_SUFFIX: digits from the right that are right, of how many */
	struct msg_text message;
};

void base_judge(struct base_judgement *out, const struct base_question *question, const struct base_answer *answer,
	struct arena *arena);

enum { BASE_KEYS = 8 };
extern const struct key_spec base_keys[BASE_KEYS];
