/*
 * Drawing functions for variants: the same stream (base/draw.h) gives the same function for ever, on every machine.
 *
 * Uniform among those that fit: tables are drawn uniformly among those with the wished numbers of ones and of don't-cares,
 * and refused until one fits, in bounded time; when a condition is so rare that the bound is reached, the draw fails and
 * the author is told (bareme check draws several).
 */
#pragma once
#include "base/draw.h"
#include "logic/cover.h"

struct draw_wish { /* -1: anything */
	unsigned variables; /* 1 to 6 */
	int minimal_forms; /* exactly that many minimal sums */
	int terms; /* of a minimal sum */
	int literals;
	int dont_care; /* rows; default none */
	int ones_min, ones_max;
	bool all_variables; /* it depends on each, whatever stands for the don't-cares */
};
/* What can be known at once: the code of a message ("wish-ones", of {rows}, {most} …) on why no function is as wished, and
 * the property that is asked in vain. code NULL: nothing is known against it. */
struct draw_conflict {
	const char *code, *key;
};
struct draw_conflict draw_conflict(const struct draw_wish *wish);
/* Tables looked at, and steps of cover_minima() in all. */
enum { DRAW_TRIES = 20000, DRAW_STEPS = 20000000 };
/* ERR_NOT_FOUND when none fits within DRAW_TRIES; ERR_INPUT for wishes that contradict themselves. */
int draw_target(struct target *out, struct draw *draw, const struct draw_wish *wish, struct arena *arena,
	struct err *err) must_check;
