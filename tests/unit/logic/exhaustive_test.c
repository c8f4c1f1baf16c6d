/*
 * Every function of three and of four variables, and every function of three variables with every set of don't-cares:
 * the minimal forms are all found, and every cover near one gets the judgement that definition gives it.
 */
#include "by_definition.h"
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

struct totals {
	uint64_t functions, several, forms, most; /* functions with several minimal forms; of one at most */
	uint64_t dear, longer; /* irredundant covers with more terms, with as many terms and more literals */
	uint64_t judged, steps;
};

struct bench {
	struct cubes cubes;
	struct arena *arena;
	struct totals totals;
	struct known *known; /* of every function */
};

static void bench_open(struct bench *bench, unsigned variables)
{
	memset(bench, 0, sizeof(*bench));
	bench->arena = arena_new(0);
	cubes_make(&bench->cubes, variables);
}

static void bench_close(struct bench *bench)
{
	arena_free(bench->arena);
	free(bench->known);
}

/* One function in hand. */
struct subject {
	struct bench *bench;
	struct wish wish;
	struct target target;
	struct minima minima;
};

static enum cover_fault judge(struct subject *subject, const struct term *terms, size_t count)
{
	const struct cover cover = { terms, count };
	struct cover_judgement judgement;

	cover_judge(&judgement, &cover, &subject->target, &subject->minima.cost, subject->bench->arena);
	assert_judged(&subject->wish, &cover, subject->minima.cost, &judgement);
	subject->bench->totals.judged++;
	return judgement.fault;
}

static bool is_prime(const struct cube *primes, unsigned count, struct term term)
{
	for (unsigned i = 0; i < count; i++) {
		if (primes[i].term.care == term.care && primes[i].term.value == term.value)
			return true;
	}
	return false;
}

/* A minimal form and one more term: any at all. */
static void add_each_term(struct subject *subject, const struct cover *form, const struct cube *primes, unsigned count)
{
	const struct cubes *cubes = subject->wish.cubes;
	struct term terms[TERMS_MAX];

	memcpy(terms, form->terms, form->count * sizeof(*terms));
	for (unsigned i = 0; i < cubes->count; i++) {
		enum cover_fault fault;

		terms[form->count] = cubes->list[i].term;
		fault = judge(subject, terms, form->count + 1);
		if (cubes->list[i].rows & ~subject->wish.may)
			assert_int_equal(fault, COVER_HOLDS_ZERO);
		else if (is_prime(primes, count, cubes->list[i].term))
			assert_int_equal(fault, COVER_REDUNDANT_TERM);
		else
			assert_true(fault == COVER_USELESS_LITERAL || fault == COVER_REDUNDANT_TERM);
	}
}

/* A minimal form with a term left out; with a literal more or less or the other way round in one. */
static void change_each_term(struct subject *subject, const struct cover *form)
{
	struct term terms[TERMS_MAX];

	for (size_t i = 0; i < form->count; i++) {
		memcpy(terms, form->terms, form->count * sizeof(*terms));
		memmove(terms + i, terms + i + 1, (form->count - i - 1) * sizeof(*terms));
		assert_int_equal(judge(subject, terms, form->count - 1), COVER_MISSES_ONE);
		memcpy(terms, form->terms, form->count * sizeof(*terms));
		for (unsigned change = 0; change < 3 * subject->wish.cubes->variables; change++) {
			struct term term = form->terms[i];
			uint32_t bit = 1U << change / 3;
			enum cover_fault fault;

			if (change % 3 == 0) {
				term.care &= ~bit;
				term.value &= ~bit;
			} else {
				term.care |= bit;
				term.value = (term.value & ~bit) | (change % 3 == 1 ? bit : 0);
			}
			terms[i] = term;
			fault = judge(subject, terms, form->count);
			if (term.care == form->terms[i].care && term.value == form->terms[i].value)
				assert_int_equal(fault, COVER_MINIMAL);
			else
				assert_int_not_equal(fault, COVER_MINIMAL);
			terms[i] = form->terms[i];
		}
	}
}

/* All sets of prime implicants: the irredundant covers among them are the minimal ones and those that are not. Fails
 * unless the minimal ones are as many, and cost as much, as the library says. */
static void try_all_sets(struct subject *subject, const struct cube *primes, unsigned count)
{
	uint32_t *rows = malloc(sizeof(*rows) << count), must = subject->wish.must;
	struct totals *totals = &subject->bench->totals;
	struct term terms[TERMS_MAX];
	uint64_t minimal = 0;

	assert_non_null(rows);
	assert_true(count <= 16);
	rows[0] = 0;
	for (uint32_t set = 0; set < 1U << count; set++) {
		unsigned used = 0;
		bool redundant = false;

		if (set != 0)
			rows[set] = rows[set & (set - 1)] | primes[__builtin_ctz(set)].rows;
		if ((rows[set] & must) != must)
			continue;
		for (unsigned i = 0; i < count; i++) {
			if ((set >> i & 1) == 0)
				continue;
			terms[used++] = primes[i].term;
			redundant = redundant || (rows[set & ~(1U << i)] & must) == must;
		}
		if (redundant)
			continue;
		switch (judge(subject, terms, used)) {
		case COVER_MINIMAL:
			minimal++;
			break;
		case COVER_TOO_MANY_TERMS:
			totals->dear++;
			break;
		case COVER_TOO_MANY_LITERALS:
			totals->longer++;
			break;
		default:
			fail_msg("an irredundant cover by primes has another fault");
		}
	}
	assert_int_equal(minimal, subject->minima.count);
	free(rows);
}

static int compare_terms(struct term a, struct term b)
{
	unsigned p = term_literals(a), q = term_literals(b);

	if (p != q)
		return p < q ? -1 : 1;
	if (a.care != b.care)
		return a.care > b.care ? -1 : 1;
	return a.value == b.value ? 0 : a.value > b.value ? -1 : 1;
}

/* The list holds covers of that cost, each once, their terms in order. */
static void look_at_list(const struct subject *subject)
{
	const struct minima *minima = &subject->minima;

	for (size_t i = 0; i < minima->count; i++) {
		const struct cover *form = &minima->list[i];
		struct cost cost = cover_cost(form);
		uint32_t rows = rows_covered(subject->wish.cubes, form);

		assert_true(cost.terms == minima->cost.terms && cost.literals == minima->cost.literals);
		assert_int_equal(subject->wish.must & ~rows, 0);
		assert_int_equal(rows & ~subject->wish.may, 0);
		for (size_t term = 1; term < form->count; term++)
			assert_int_equal(compare_terms(form->terms[term - 1], form->terms[term]), -1);
		for (size_t j = 0; j < i; j++)
			assert_int_not_equal(
				memcmp(form->terms, minima->list[j].terms, form->count * sizeof(struct term)), 0);
	}
}

/* `known`: what another method says; NULL where trying all sets has to be enough. */
static void look_at(struct bench *bench, uint32_t must, uint32_t may, const struct known *known)
{
	struct totals *totals = &bench->totals;
	unsigned variables = bench->cubes.variables, count;
	struct subject subject = { .bench = bench, .wish = { &bench->cubes, must, may } };
	struct cube primes[CUBES_MAX];
	struct cover listed;
	struct err err = { 0 };

	arena_reset(bench->arena);
	subject.target.ones = table_new(variables, bench->arena);
	subject.target.any = table_new(variables, bench->arena);
	subject.target.ones.words[0] = must;
	subject.target.any.words[0] = may & ~must;
	count = primes_of(&subject.wish, primes);
	assert_int_equal(cover_primes(&listed, &subject.target, bench->arena, &err), 0);
	assert_int_equal(listed.count, count);
	for (size_t i = 0; i < listed.count; i++)
		assert_true(is_prime(primes, count, listed.terms[i]));
	assert_int_equal(cover_minima(&subject.minima, &subject.target, COVERS_LISTED_MAX, 0, bench->arena, &err), 0);
	assert_false(subject.minima.more);
	if (known != NULL) {
		assert_int_equal(subject.minima.cost.terms, known->cost.terms);
		assert_int_equal(subject.minima.cost.literals, known->cost.literals);
		assert_int_equal(subject.minima.count, known->forms);
	}
	look_at_list(&subject);
	try_all_sets(&subject, primes, count);
	for (size_t i = 0; i < subject.minima.count; i++) {
		assert_int_equal(
			judge(&subject, subject.minima.list[i].terms, subject.minima.list[i].count), COVER_MINIMAL);
		add_each_term(&subject, &subject.minima.list[i], primes, count);
		change_each_term(&subject, &subject.minima.list[i]);
	}
	totals->functions++;
	totals->several += subject.minima.count > 1;
	totals->forms += subject.minima.count;
	if (subject.minima.count > totals->most)
		totals->most = subject.minima.count;
	if (subject.minima.steps > totals->steps)
		totals->steps = subject.minima.steps;
}

static void look_at_all(struct bench *bench, unsigned variables)
{
	uint32_t rows = 1U << variables, functions = 1U << rows;

	bench_open(bench, variables);
	bench->known = calloc(functions, sizeof(*bench->known));
	assert_non_null(bench->known);
	known_of_all(&bench->cubes, bench->known);
	for (uint32_t function = 0; function < functions; function++)
		look_at(bench, function, function, &bench->known[function]);
}

static void assert_totals(const struct bench *bench, struct totals expected)
{
	const struct totals *seen = &bench->totals;

	print_message(
		"%llu functions, %llu with several minimal forms, %llu forms, %llu of one; %llu irredundant covers "
		"with more terms, %llu with more literals; %llu judgements, %llu steps at most\n",
		(unsigned long long)seen->functions, (unsigned long long)seen->several, (unsigned long long)seen->forms,
		(unsigned long long)seen->most, (unsigned long long)seen->dear, (unsigned long long)seen->longer,
		(unsigned long long)seen->judged, (unsigned long long)seen->steps);
	assert_int_equal(seen->functions, expected.functions);
	assert_int_equal(seen->several, expected.several);
	assert_int_equal(seen->forms, expected.forms);
	assert_int_equal(seen->most, expected.most);
	assert_int_equal(seen->dear, expected.dear);
	assert_int_equal(seen->longer, expected.longer);
}

static void all_of_three_variables(void **state)
{
	struct bench bench;

	(void)state;
	look_at_all(&bench, 3);
	assert_totals(&bench, (struct totals){ 256, 28, 284, 2, 12, 0, 0, 0 });
	bench_close(&bench);
}

static void all_of_four_variables(void **state)
{
	struct bench bench;

	(void)state;
	look_at_all(&bench, 4);
	assert_totals(&bench, (struct totals){ 65536, 21080, 104120, 32, 27160, 1344, 0, 0 });
	bench_close(&bench);
}

/* Each row is 0, 1 or either: 3⁸ wishes. */
static void all_of_three_variables_with_dont_cares(void **state)
{
	struct bench bench;

	(void)state;
	bench_open(&bench, 3);
	for (uint32_t number = 0; number < 6561; number++) {
		struct wish wish = { &bench.cubes, 0, 0 };
		uint32_t rest = number;
		struct known known;

		for (unsigned row = 0; row < 8; row++, rest /= 3) {
			wish.must |= (uint32_t)(rest % 3 == 2) << row;
			wish.may |= (uint32_t)(rest % 3 != 0) << row;
		}
		known = known_of(&wish);
		look_at(&bench, wish.must, wish.may, &known);
	}
	assert_totals(&bench, (struct totals){ 6561, 1140, 8109, 8, 492, 96, 0, 0 });
	bench_close(&bench);
}

static void many_of_four_variables_with_dont_cares(void **state)
{
	uint64_t dice = 1847;
	struct bench bench;

	(void)state;
	bench_open(&bench, 4);
	for (unsigned round = 0; round < 10000; round++) {
		uint32_t must, either;

		dice = dice * 6364136223846793005ULL + 1442695040888963407ULL;
		must = (uint32_t)(dice >> 32) & 0xffff;
		either = (uint32_t)(dice >> 48);
		look_at(&bench, must & ~either, must | either, NULL);
	}
	assert_totals(&bench, (struct totals){ 10000, 4348, 19194, 43, 7240, 2289, 0, 0 });
	bench_close(&bench);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(all_of_three_variables),
		cmocka_unit_test(all_of_four_variables),
		cmocka_unit_test(all_of_three_variables_with_dont_cares),
		cmocka_unit_test(many_of_four_variables_with_dont_cares),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
