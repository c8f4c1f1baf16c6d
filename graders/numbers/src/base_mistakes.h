/* Mistakes of conversions: each says whether it gives exactly the answer, which is not the right one. */
#pragma once
#include "base_question.h"

struct base_trial {
	const struct base_question *question;
	const struct base_answer *answer;
	struct arena *arena;
	struct base_judgement *out;
};

/* Are these the digits of a number in the statement? */
bool base_copied(const struct base_question *question, const struct base_digits *digits);

bool base_not_converted(const struct base_trial *trial);
bool base_as_decimal(const struct base_trial *trial); /* an operation as if the digits were decimal */
bool base_no_carry(const struct base_trial *trial);
bool base_letters_split(const struct base_trial *trial); /* 10 for A */
bool base_reversed(const struct base_trial *trial); /* remainders read from the first to the last */
bool base_fraction_reversed(const struct base_trial *trial);
bool base_groups_left(const struct base_trial *trial); /* bits grouped from the left */
bool base_groups_fraction(const struct base_trial *trial); /* the last group behind the comma not filled up */
bool base_groups_short(const struct base_trial *trial); /* a digit's bits without their leading zeros */
bool base_letters(const struct base_trial *trial); /* letters one too far or too near */
bool base_letters_read(const struct base_trial *trial); /* … when they were read */
bool base_weights_reversed(const struct base_trial *trial);
bool base_weights_from_one(const struct base_trial *trial);
bool base_digit_sum(const struct base_trial *trial);
bool base_fraction_as_integer(const struct base_trial *trial);
bool base_fraction_lost(const struct base_trial *trial);
bool base_sign(const struct base_trial *trial);
bool base_shift(const struct base_trial *trial);
bool base_off_by_one(const struct base_trial *trial);
