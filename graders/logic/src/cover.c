/* Terms and covers as they are: tables, cost, order, prime implicants. */
#include "logic/cover.h"
#include <stdlib.h>
#include <string.h>
#include "word.h"

uint32_t term_bit(unsigned variables, unsigned v)
{
	return (uint32_t)1 << (variables - 1 - v);
}

unsigned term_literals(struct term term)
{
	return word_count(term.care);
}

static void add_rows(struct table *table, struct term term)
{
	uint64_t rows = word_term(term) & word_rows(table->variables);
	size_t care = term.care >> 6, value = term.value >> 6;

	for (size_t i = 0; i < table_words(table->variables); i++) {
		if ((i & care) == value)
			table->words[i] |= rows;
	}
}

struct table term_table(struct term term, unsigned variables, struct arena *arena)
{
	struct table table = table_new(variables, arena);

	add_rows(&table, term);
	return table;
}

struct table cover_table(const struct cover *cover, unsigned variables, struct arena *arena)
{
	struct table table = table_new(variables, arena);

	for (size_t i = 0; i < cover->count; i++)
		add_rows(&table, cover->terms[i]);
	return table;
}

struct cost cover_cost(const struct cover *cover)
{
	struct cost cost = { (unsigned)cover->count, 0 };

	for (size_t i = 0; i < cover->count; i++)
		cost.literals += term_literals(cover->terms[i]);
	return cost;
}

int cost_compare(struct cost a, struct cost b)
{
	if (a.terms != b.terms)
		return a.terms < b.terms ? -1 : 1;
	if (a.literals != b.literals)
		return a.literals < b.literals ? -1 : 1;
	return 0;
}

static int by_order(const void *a, const void *b)
{
	const struct term *p = a, *q = b;
	unsigned literals = term_literals(*p), others = term_literals(*q);

	if (literals != others)
		return literals < others ? -1 : 1;
	if (p->care != q->care)
		return p->care > q->care ? -1 : 1;
	if (p->value != q->value)
		return p->value > q->value ? -1 : 1;
	return 0;
}

struct cover cover_sort(const struct cover *cover, struct arena *arena)
{
	struct term *terms = arena_array(arena, cover->count, sizeof(*terms));

	for (size_t i = 0; i < cover->count; i++)
		terms[i] = cover->terms[i];
	qsort(terms, cover->count, sizeof(*terms), by_order);
	return (struct cover){ terms, cover->count };
}

static bool has(const struct cover *cover, struct term term)
{
	for (size_t i = 0; i < cover->count; i++) {
		if (cover->terms[i].care == term.care && cover->terms[i].value == term.value)
			return true;
	}
	return false;
}

static bool within(const struct cover *a, const struct cover *b)
{
	for (size_t i = 0; i < a->count; i++) {
		if (!has(b, a->terms[i]))
			return false;
	}
	return true;
}

bool cover_same(const struct cover *a, const struct cover *b)
{
	return within(a, b) && within(b, a);
}

/* The prime products of one set of variables. */
struct primes {
	uint32_t care;
	unsigned literals;
	uint64_t values;
};

/* The products of a set of variables that are prime, as rows: their values. `implicants` has one word for each set of
 * variables: the rows whose product over these variables stays inside the function. */
static uint64_t primes_over(const uint64_t *implicants, uint32_t care, unsigned variables)
{
	uint64_t rows = implicants[care];

	for (unsigned bit = 0; bit < variables; bit++)
		rows &= care >> bit & 1 ? ~implicants[care & ~((uint32_t)1 << bit)] : ~word_bit(bit);
	return rows;
}

/* Those of them that cover a row of `ones`, in the order of cover_sort(). */
static size_t add_primes(struct term *terms, uint32_t care, uint64_t values, uint64_t ones)
{
	size_t count = 0;

	while (values != 0) {
		unsigned value = 63 - (unsigned)__builtin_clzll(values);
		struct term term = { care, value };

		if (word_term(term) & ones)
			terms[count++] = term;
		values &= ~((uint64_t)1 << value);
	}
	return count;
}

int cover_primes(struct cover *out, const struct target *target, struct arena *arena, struct err *err)
{
	unsigned variables = target->ones.variables;
	uint64_t implicants[1 << COVER_VARIABLES_MAX];
	struct primes found[1 << COVER_VARIABLES_MAX];
	uint32_t full = table_rows(variables) - 1;
	size_t count = 0, sets = 0, kept = 0;

	if (variables > COVER_VARIABLES_MAX)
		return err_set(err, ERR_TOO_LARGE, "prime implicants of %u variables (at most %d)", variables,
			COVER_VARIABLES_MAX);
	implicants[full] = target->ones.words[0] | target->any.words[0];
	for (uint32_t care = full; care-- > 0;) {
		unsigned bit = (unsigned)__builtin_ctz(~care);
		uint64_t wider = implicants[care | (uint32_t)1 << bit];

		implicants[care] = wider & word_across(wider, bit);
	}
	for (uint32_t care = full + 1; care-- > 0;) {
		uint64_t primes = primes_over(implicants, care, variables);

		if (primes == 0)
			continue;
		found[sets] = (struct primes){ care, word_count(care), primes };
		count += word_count(primes);
		sets++;
	}
	struct term *terms = arena_room(arena, count, sizeof(*terms));
	for (unsigned literals = 0; literals <= variables; literals++) {
		for (size_t i = 0; i < sets; i++) {
			if (found[i].literals == literals)
				kept += add_primes(terms + kept, found[i].care, found[i].values, target->ones.words[0]);
		}
	}
	*out = (struct cover){ terms, kept };
	return 0;
}
