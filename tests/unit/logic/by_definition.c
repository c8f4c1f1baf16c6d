/* Slow, short, and written another way than the library. */
#include "by_definition.h"
#include <string.h>

static uint32_t rows_where(struct term term, unsigned variables)
{
	uint32_t rows = 0;

	for (uint32_t row = 0; row < 1U << variables; row++) {
		bool holds = true;

		for (unsigned place = 0; place < variables; place++) {
			bool asked = term.care >> place & 1, value = term.value >> place & 1;

			holds = holds && (!asked || value == (row >> place & 1));
		}
		rows |= (uint32_t)holds << row;
	}
	return rows;
}

uint32_t rows_of(const struct cubes *cubes, struct term term)
{
	return cubes->rows[term.care][term.value];
}

/* Counts in base three: a variable is absent, barred or plain. */
void cubes_make(struct cubes *cubes, unsigned variables)
{
	unsigned all = 1;

	cubes->variables = variables;
	for (unsigned v = 0; v < variables; v++)
		all *= 3;
	cubes->count = all;
	for (unsigned number = 0; number < all; number++) {
		struct cube cube = { .literals = 0 };
		unsigned rest = number;

		for (unsigned place = 0; place < variables; place++, rest /= 3) {
			cube.term.care |= (uint32_t)(rest % 3 != 0) << place;
			cube.term.value |= (uint32_t)(rest % 3 == 2) << place;
			cube.literals += rest % 3 != 0;
		}
		cube.rows = rows_where(cube.term, variables);
		cubes->rows[cube.term.care][cube.term.value] = cube.rows;
		cubes->list[number] = cube;
	}
}

uint32_t rows_covered(const struct cubes *cubes, const struct cover *cover)
{
	uint32_t rows = 0;

	for (size_t i = 0; i < cover->count; i++)
		rows |= rows_of(cubes, cover->terms[i]);
	return rows;
}

static bool within(uint32_t rows, uint32_t others)
{
	return (rows & ~others) == 0;
}

unsigned primes_of(const struct wish *wish, struct cube *primes)
{
	const struct cubes *cubes = wish->cubes;
	unsigned count = 0;

	for (unsigned i = 0; i < cubes->count; i++) {
		uint32_t rows = cubes->list[i].rows;
		bool prime = within(rows, wish->may) && (rows & wish->must) != 0;

		for (unsigned j = 0; prime && j < cubes->count; j++)
			prime = j == i || !within(rows, cubes->list[j].rows) || !within(cubes->list[j].rows, wish->may);
		if (prime)
			primes[count++] = cubes->list[i];
	}
	return count;
}

/* `from` and one more term make a form of `to`. */
static void extend(struct known *to, const struct known *from, unsigned literals)
{
	struct cost cost = { from->cost.terms + 1, from->cost.literals + literals };
	bool first = to->forms == 0;

	if (!first && (to->cost.terms < cost.terms || to->cost.literals < cost.literals))
		return;
	if (first || cost.literals < to->cost.literals)
		*to = (struct known){ cost, 0 };
	to->forms += from->forms;
}

static void extend_all(const struct cubes *cubes, struct known *table, uint32_t function, uint32_t must, uint32_t may)
{
	for (unsigned i = 0; i < cubes->count; i++) {
		uint32_t rows = cubes->list[i].rows;

		if (within(rows, may) && !within(rows & must, function))
			extend(&table[function | (rows & must)], &table[function], cubes->list[i].literals);
	}
}

static uint64_t factorial(unsigned n)
{
	return n == 0 ? 1 : n * factorial(n - 1);
}

void known_of_all(const struct cubes *cubes, struct known *table)
{
	uint32_t rows = 1U << cubes->variables, functions = 1U << rows;

	memset(table, 0, functions * sizeof(*table));
	table[0].forms = 1;
	for (unsigned terms = 0; terms < rows / 2; terms++) {
		for (uint32_t function = 0; function < functions; function++) {
			if (table[function].forms != 0 && table[function].cost.terms == terms)
				extend_all(cubes, table, function, functions - 1, functions - 1);
		}
	}
	for (uint32_t function = 0; function < functions; function++)
		table[function].forms /= factorial(table[function].cost.terms);
}

struct known known_of(const struct wish *wish)
{
	struct known table[256] = { 0 };

	table[0].forms = 1;
	for (unsigned terms = 0; terms < 4; terms++) {
		for (uint32_t function = 0; function < 256; function++) {
			if (table[function].forms != 0 && table[function].cost.terms == terms)
				extend_all(wish->cubes, table, function, wish->must, wish->may);
		}
	}
	table[wish->must].forms /= factorial(table[wish->must].cost.terms);
	return table[wish->must];
}

static struct term without(struct term term, unsigned place)
{
	return (struct term){ term.care & ~(1U << place), term.value & ~(1U << place) };
}

static bool useless(const struct wish *wish, struct term term, unsigned v)
{
	unsigned place = wish->cubes->variables - 1 - v;

	return term.care >> place & 1 && within(rows_of(wish->cubes, without(term, place)), wish->may);
}

static bool redundant(const struct wish *wish, const struct cover *cover, size_t term)
{
	struct term others[TERMS_MAX + 1];
	size_t count = 0;

	for (size_t i = 0; i < cover->count; i++) {
		if (i != term)
			others[count++] = cover->terms[i];
	}
	return within(wish->must, rows_covered(wish->cubes, &(struct cover){ others, count }));
}

static enum cover_fault fault_of(const struct wish *wish, const struct cover *cover, struct cost best)
{
	uint32_t rows = rows_covered(wish->cubes, cover);
	bool any_useless = false, any_redundant = false;
	unsigned literals = 0;

	for (size_t i = 0; i < cover->count; i++) {
		for (unsigned v = 0; v < wish->cubes->variables; v++) {
			any_useless = any_useless || useless(wish, cover->terms[i], v);
			literals += cover->terms[i].care >> v & 1;
		}
		any_redundant = any_redundant || redundant(wish, cover, i);
	}
	if (!within(rows, wish->may))
		return COVER_HOLDS_ZERO;
	if (!within(wish->must, rows))
		return COVER_MISSES_ONE;
	if (any_useless)
		return COVER_USELESS_LITERAL;
	if (any_redundant)
		return COVER_REDUNDANT_TERM;
	if (cover->count > best.terms)
		return COVER_TOO_MANY_TERMS;
	return literals > best.literals ? COVER_TOO_MANY_LITERALS : COVER_MINIMAL;
}

void assert_judged(
	const struct wish *wish, const struct cover *cover, struct cost best, const struct cover_judgement *judgement)
{
	enum cover_fault fault = fault_of(wish, cover, best);
	struct term told = judgement->term < cover->count ? cover->terms[judgement->term] : (struct term){ 0, 0 };
	uint32_t rows = rows_covered(wish->cubes, cover), row = 1U << judgement->row;

	if (judgement->fault != fault)
		fail_msg("fault %d where definition says %d", judgement->fault, fault);
	assert_true(fault == COVER_MISSES_ONE || cover->count == 0 || judgement->term < cover->count);
	if (fault == COVER_HOLDS_ZERO)
		assert_true((row & rows_of(wish->cubes, told) & ~wish->may) != 0);
	else if (fault == COVER_MISSES_ONE)
		assert_true((row & wish->must & ~rows) != 0);
	else if (fault == COVER_USELESS_LITERAL)
		assert_true(useless(wish, told, judgement->variable));
	else if (fault == COVER_REDUNDANT_TERM)
		assert_true(redundant(wish, cover, judgement->term));
	assert_true(judgement->best.terms == best.terms && judgement->best.literals == best.literals);
}
