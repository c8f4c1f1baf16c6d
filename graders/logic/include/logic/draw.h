/*
 * Drawing functions for variants: the same seed gives the same function for ever, on every machine.
 *
 * Uniform among those that fit: tables are drawn uniformly and refused until one fits, in bounded time; when a
 * condition is so rare that the bound is reached, the draw fails and the author is told (bareme check draws several).
 */
#pragma once
#include "logic/cover.h"

struct draw { /* a deterministic stream; copy it to branch */
	uint64_t state[4];
};
void draw_open(struct draw *draw, uint64_t seed, const char *name); /* one stream for each name */
uint64_t draw_bits(struct draw *draw);
uint32_t draw_below(struct draw *draw, uint32_t bound); /* uniform; bound > 0 */

struct draw_wish { /* -1: anything */
	unsigned variables; /* 1 to 6 */
	int minimal_forms; /* exactly that many minimal sums */
	int terms; /* of a minimal sum */
	int literals;
	int dont_care; /* rows; default none */
	int ones_min, ones_max;
	bool all_variables; /* it depends on each */
};
enum { DRAW_TRIES = 20000 };
/* ERR_NOT_FOUND when none fits within DRAW_TRIES; ERR_INPUT for wishes that contradict themselves. */
int draw_target(struct target *out, struct draw *draw, const struct draw_wish *wish, struct arena *arena,
	struct err *err) must_check;
