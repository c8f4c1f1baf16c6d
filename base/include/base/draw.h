/*
 * A deterministic stream of drawn bits: the same seed and name give the same values for ever, on every machine, so that a
 * recorded seed is enough to make a student's variant again. No secret is kept by it.
 *
 * xoshiro256** 1.0 by David Blackman and Sebastiano Vigna (2018, in the public domain,
 * "Scrambled linear pseudorandom number generators"), restated here; its state is the SHA-256 of seed and name.
 */
#pragma once
#include <stdint.h>

struct draw { /* copy it to branch */
	uint64_t state[4];
};
void draw_open(struct draw *draw, uint64_t seed, const char *name); /* one stream for each name */
uint64_t draw_bits(struct draw *draw);
/* Uniform from 0 to bound - 1; bound > 0. */
uint32_t draw_below(struct draw *draw, uint32_t bound);
uint64_t draw_below_wide(struct draw *draw, uint64_t bound);
