/*
 * Five and six variables: drawn functions against a second method, the hardest functions that were found, and how many
 * steps the worst of them takes.
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <cmocka.h>
#include <stdlib.h>
#include <string.h>
#include "notation.h"

/*
 * The second method: no bound, no dominance. The rows are taken from the one that the fewest primes cover on; the first that
 * is not yet covered needs one of its primes, and each prime in turn is taken, those before it forbidden. Whatever costs
 * more than `best` is left. Counts what costs as much, fails on what costs less.
 */
struct plain {
	uint64_t rows[256], order[64];
	unsigned literals[256], primes, ones;
	struct cost best;
	uint64_t forms;
};

static void count_forms(struct plain *plain, uint64_t left, struct cost cost, const bool *forbidden)
{
	bool tried[256];
	unsigned next = 0;

	if (left == 0) {
		assert_int_equal(cost_compare(cost, plain->best), 0);
		plain->forms++;
		return;
	}
	while ((plain->order[next] & left) == 0)
		next++;
	memcpy(tried, forbidden, plain->primes * sizeof(*tried));
	for (unsigned i = 0; i < plain->primes; i++) {
		struct cost more = { cost.terms + 1, cost.literals + plain->literals[i] };

		if ((plain->rows[i] & plain->order[next]) == 0 || tried[i])
			continue;
		tried[i] = true;
		if (cost_compare(more, plain->best) < (left & ~plain->rows[i] ? 0 : 1))
			count_forms(plain, left & ~plain->rows[i], more, tried);
	}
}

static unsigned primes_over(const struct plain *plain, uint64_t row)
{
	unsigned count = 0;

	for (unsigned i = 0; i < plain->primes; i++)
		count += (plain->rows[i] & row) != 0;
	return count;
}

static void order_rows(struct plain *plain, uint64_t ones)
{
	for (uint64_t left = ones; left != 0; left &= left - 1) {
		uint64_t row = left & -left;
		unsigned place = plain->ones++;

		while (place > 0 && primes_over(plain, plain->order[place - 1]) > primes_over(plain, row)) {
			plain->order[place] = plain->order[place - 1];
			place--;
		}
		plain->order[place] = row;
	}
}

/* Tries each product of literals, and each of its literals left out. */
static void find_primes(struct plain *plain, const struct target *target)
{
	unsigned variables = target->ones.variables;
	uint32_t rows = table_rows(variables);
	uint64_t may = target->ones.words[0] | target->any.words[0];

	for (uint32_t care = 0; care < rows; care++) {
		for (uint32_t value = 0; value < rows; value++) {
			uint64_t held[VARIABLES_MAX + 1] = { 0 };
			bool prime = (value & ~care) == 0;

			for (uint32_t row = 0; prime && row < rows; row++) {
				held[0] |= (uint64_t)((row & care) == value) << row;
				for (unsigned v = 0; v < variables; v++)
					held[v + 1] |= (uint64_t)((row & care & ~(1U << v)) == (value & ~(1U << v)))
						       << row;
			}
			prime = prime && (held[0] & ~may) == 0 && (held[0] & target->ones.words[0]) != 0;
			for (unsigned v = 0; v < variables; v++)
				prime = prime && ((care >> v & 1) == 0 || (held[v + 1] & ~may) != 0);
			if (prime) {
				plain->rows[plain->primes] = held[0] & target->ones.words[0];
				plain->literals[plain->primes++] = (unsigned)__builtin_popcount(care);
			}
		}
	}
}

static uint64_t rolled(uint64_t *dice)
{
	uint64_t high;

	*dice = *dice * 6364136223846793005ULL + 1442695040888963407ULL;
	high = *dice >> 32;
	*dice = *dice * 6364136223846793005ULL + 1442695040888963407ULL;
	return high << 32 | *dice >> 32;
}

/* Densities: half, a quarter, three quarters of ones; a third each of 0, 1 and either. */
static struct target drawn(uint64_t *dice, unsigned kind, unsigned variables, struct arena *arena)
{
	uint64_t ones = rolled(dice), other = rolled(dice), rows = variables == 6 ? UINT64_MAX : UINT32_MAX;

	if (kind == 1)
		return target_of(ones & other & rows, 0, variables, arena);
	if (kind == 2)
		return target_of((ones | other) & rows, 0, variables, arena);
	if (kind == 3)
		return target_of(ones & ~other & rows, other & rows, variables, arena);
	return target_of(ones & rows, 0, variables, arena);
}

static void against_a_second_method(unsigned variables, unsigned rounds)
{
	uint64_t dice = variables, worst = 0, most = 0;

	for (unsigned round = 0; round < rounds; round++) {
		cleanup_arena struct arena *arena = arena_new(0);
		struct target target = drawn(&dice, round % 4, variables, arena);
		struct plain plain = { .primes = 0 };
		const bool none[256] = { false };
		struct minima minima;
		struct err err;

		assert_int_equal(cover_minima(&minima, &target, COVERS_LISTED_MAX, 0, arena, &err), 0);
		plain.best = minima.cost;
		find_primes(&plain, &target);
		order_rows(&plain, target.ones.words[0]);
		count_forms(&plain, target.ones.words[0], (struct cost){ 0, 0 }, none);
		assert_true(minima.more ? plain.forms > minima.count : plain.forms == minima.count);
		worst = minima.steps > worst ? minima.steps : worst;
		most = plain.forms > most ? plain.forms : most;
	}
	print_message("%u drawn functions of %u variables: %llu minimal forms of one at most, %llu steps\n", rounds,
		variables, (unsigned long long)most, (unsigned long long)worst);
}

static void five_variables(void **state)
{
	(void)state;
	against_a_second_method(5, 4000);
}

static void six_variables(void **state)
{
	(void)state;
	against_a_second_method(6, 1000);
}

/* Symmetric functions, which have the most minimal forms, and what a search over neighbouring functions climbed to. */
static const struct hard_row {
	uint64_t ones, any;
	struct cost cost;
	size_t count;
	bool more;
} hard[] = {
	/* One to five of six variables: the directed cycles through six. */
	{ 0x7ffffffffffffffe, 0, { 6, 12 }, 120, false },
	/* Two to four of six. */
	{ 0x177f7ffe7ffefee8, 0, { 15, 60 }, 1000, true },
	/* Odd numbers of ones: nothing joins. */
	{ 0x6996966996696996, 0, { 32, 192 }, 1, false },
	{ 0xeff7f7f99eefeff7, 0, { 17, 66 }, 1000, true },
	{ 0xdffb6ddfffb2dffb, 0, { 16, 61 }, 1000, true },
	{ 0xdef7bdeff7bdef7b, 0, { 16, 68 }, 1000, true },
	{ 0xdffbbee6e77dcffb, 0, { 16, 68 }, 1000, true },
	{ 0xbd7b3be7d6bdb77b, 0, { 20, 92 }, 1000, true },
	{ 0xbfe7dd9e7e9ffb5d, 0, { 17, 72 }, 312, false },
	{ 0x9ffeff7ff77f7ee9, 0, { 15, 58 }, 32, false },
	{ 0x57fa58e2b8b9b134, 0x2804a60907464ec2, { 11, 34 }, 1000, true },
};

/* Everything is in the list, or the list is full, well within the steps that are granted. */
static void hard_ones_stay_within_the_budget(void **state)
{
	uint64_t worst = 0;

	(void)state;
	for (size_t i = 0; i < sizeof(hard) / sizeof(hard[0]); i++) {
		cleanup_arena struct arena *arena = arena_new(0);
		struct target target = target_of(hard[i].ones, hard[i].any, 6, arena);
		struct cover_judgement judgement;
		struct minima minima;
		struct err err = { 0 };

		assert_int_equal(cover_minima(&minima, &target, COVERS_LISTED_MAX, 0, arena, &err), 0);
		assert_int_equal(minima.cost.terms, hard[i].cost.terms);
		assert_int_equal(minima.cost.literals, hard[i].cost.literals);
		assert_int_equal(minima.count, hard[i].count);
		assert_int_equal(minima.more, hard[i].more);
		for (size_t form = 0; form < minima.count; form++) {
			cover_judge(&judgement, &minima.list[form], &target, &minima.cost, arena);
			assert_int_equal(judgement.fault, COVER_MINIMAL);
		}
		worst = minima.steps > worst ? minima.steps : worst;
	}
	print_message("the hardest function known takes %llu of %d steps\n", (unsigned long long)worst, COVER_STEPS);
	assert_true(worst < COVER_STEPS / 2);
}

/* What a student's grid may cost: milliseconds, however it was chosen. What is found by then is the least, or one term off. */
static void a_grid_of_a_student_costs_little(void **state)
{
	static const uint64_t climbed[] = { 0x577f7ffe7ffefee8, 0xeff7f7f99eefeff7, 0xdffb6ddfffb2dffb };
	unsigned cut = 0;

	(void)state;
	for (size_t i = 0; i < sizeof(hard) / sizeof(hard[0]) + sizeof(climbed) / sizeof(climbed[0]); i++) {
		cleanup_arena struct arena *arena = arena_new(0);
		size_t rows = sizeof(hard) / sizeof(hard[0]);
		struct target target = i < rows ? target_of(hard[i].ones, hard[i].any, 6, arena)
						: target_of(climbed[i - rows], 0, 6, arena);
		struct cheapest cheapest, again;
		struct minima minima;
		struct err err = { 0 };

		assert_int_equal(cover_cheapest(&cheapest, &target, 0, arena, &err), 0);
		assert_int_equal(cover_cheapest(&again, &target, 0, arena, &err), 0);
		assert_int_equal(cover_minima(&minima, &target, 0, 0, arena, &err), 0);
		/* the node in hand is brought to its end */
		assert_true(cheapest.steps < CHEAPEST_STEPS + CHEAPEST_STEPS / 10);
		assert_true(cheapest.steps == again.steps && cost_compare(cheapest.cost, again.cost) == 0);
		assert_true(cost_compare(cheapest.cost, minima.cost) >= 0);
		assert_true(!cheapest.exact || cost_compare(cheapest.cost, minima.cost) == 0);
		assert_in_range(cheapest.cost.terms, minima.cost.terms, minima.cost.terms + 1);
		cut += !cheapest.exact;
	}
	assert_true(cut >= 3);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(five_variables),
		cmocka_unit_test(six_variables),
		cmocka_unit_test(hard_ones_stay_within_the_budget),
		cmocka_unit_test(a_grid_of_a_student_costs_little),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
