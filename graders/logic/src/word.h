/*
 * The sixty-four rows of one word: which of them have a bit of their number set, and which a term holds in.
 * Bit b of a row's number is the variable that is the b-th from the last.
 */
#pragma once
#include "logic/cover.h"

/* Rows (mod 64) whose number has bit `bit` set, for bits below 6. */
static inline uint64_t word_bit(unsigned bit)
{
	static const uint64_t set[6] = {
		0xaaaaaaaaaaaaaaaaULL,
		0xccccccccccccccccULL,
		0xf0f0f0f0f0f0f0f0ULL,
		0xff00ff00ff00ff00ULL,
		0xffff0000ffff0000ULL,
		0xffffffff00000000ULL,
	};

	return set[bit];
}

/* What of a word are rows. */
static inline uint64_t word_rows(unsigned variables)
{
	return variables >= 6 ? UINT64_MAX : ((uint64_t)1 << table_rows(variables)) - 1;
}

/* Each row gets the value of its neighbour across `bit`. */
static inline uint64_t word_across(uint64_t word, unsigned bit)
{
	return (word & word_bit(bit)) >> (1U << bit) | (word & ~word_bit(bit)) << (1U << bit);
}

/* Where a term holds in a word whose number agrees with the term's higher bits; bits beyond the last row too. */
static inline uint64_t word_term(struct term term)
{
	uint64_t rows = UINT64_MAX;

	for (unsigned bit = 0; bit < 6; bit++) {
		if (term.care >> bit & 1)
			rows &= term.value >> bit & 1 ? word_bit(bit) : ~word_bit(bit);
	}
	return rows;
}

static inline unsigned word_count(uint64_t word)
{
	/* By halves: processors that count at once are not required, and the compiler's function for the others is slow. */
	word -= word >> 1 & 0x5555555555555555ULL;
	word = (word & 0x3333333333333333ULL) + (word >> 2 & 0x3333333333333333ULL);
	word = (word + (word >> 4)) & 0x0f0f0f0f0f0f0f0fULL;
	return (unsigned)(word * 0x0101010101010101ULL >> 56);
}
