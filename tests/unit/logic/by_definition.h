/*
 * Covers of three and four variables by definition alone, sharing nothing with the library but its types: what a term
 * covers is found row by row, minimal forms by trying all sets, faults by asking each question of each part.
 */
#pragma once
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <cmocka.h>
#include "logic/cover.h"

enum { CUBES_MAX = 81, TERMS_MAX = 24 };

struct cube { /* every product that can be written */
	struct term term;
	unsigned literals;
	uint32_t rows;
};

struct cubes {
	struct cube list[CUBES_MAX];
	unsigned count, variables;
	uint32_t rows[16][16]; /* by care and value */
};

/* Rows as bits: what must be covered, what may be. */
struct wish {
	const struct cubes *cubes;
	uint32_t must, may;
};

/* How the minimal forms of a function are: their cost and how many there are. */
struct known {
	struct cost cost;
	uint64_t forms;
};

void cubes_make(struct cubes *cubes, unsigned variables);
uint32_t rows_of(const struct cubes *cubes, struct term term);
uint32_t rows_covered(const struct cubes *cubes, const struct cover *cover);
/* The cubes within `may` that are in no larger one, and cover something that must be; returns how many. */
unsigned primes_of(const struct wish *wish, struct cube *primes);
/* The cost and number of minimal forms of every function of the variables: those of one term, then those that one more
 * term makes of them, and so on. A form of k terms is reached in k! orders. `table` has a place for each function. */
void known_of_all(const struct cubes *cubes, struct known *table);
/* The same for one wish, over the sets of rows of `must` covered so far. Three variables. */
struct known known_of(const struct wish *wish);
/* Fails unless the judgement is what definition says of this cover: the first fault in the order of enum cover_fault, and
 * a term, variable or row that has it. */
void assert_judged(
	const struct wish *wish, const struct cover *cover, struct cost best, const struct cover_judgement *judgement);
