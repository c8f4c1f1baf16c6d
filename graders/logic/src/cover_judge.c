/* What is wrong with a cover, without searching: each question is one walk over the words where a term holds. */
#include "logic/cover.h"
#include "word.h"

/* The words of a table where a term may hold, in order: those whose numbers agree with its higher bits. */
struct walk {
	size_t fixed, free, word;
	uint64_t rows; /* where it holds in each of them */
	bool more;
};

static struct walk walk_begin(struct term term, unsigned variables)
{
	size_t care = term.care >> 6;
	struct walk walk = {
		.fixed = term.value >> 6,
		.free = (table_words(variables) - 1) & ~care,
		.rows = word_term(term) & word_rows(variables),
		.more = true,
	};

	walk.word = walk.fixed;
	return walk;
}

static void walk_next(struct walk *walk)
{
	size_t free = ((walk->word & walk->free) - walk->free) & walk->free;

	walk->more = free != 0;
	walk->word = walk->fixed | free;
}

/* The first row where the term holds and neither table does; -1 when there is none. */
static int64_t outside(struct term term, const struct table *a, const struct table *b)
{
	struct walk walk = walk_begin(term, a->variables);

	for (; walk.more; walk_next(&walk)) {
		uint64_t rows = walk.rows & ~(a->words[walk.word] | b->words[walk.word]);

		if (rows != 0)
			return (int64_t)(walk.word * 64) + __builtin_ctzll(rows);
	}
	return -1;
}

/* Where one term holds at least, and where two do. */
struct depth {
	struct table once, twice;
};

static struct depth depth_of(const struct cover *cover, unsigned variables, struct arena *arena)
{
	struct depth depth = { table_new(variables, arena), table_new(variables, arena) };

	for (size_t i = 0; i < cover->count; i++) {
		struct walk walk = walk_begin(cover->terms[i], variables);

		for (; walk.more; walk_next(&walk)) {
			depth.twice.words[walk.word] |= depth.once.words[walk.word] & walk.rows;
			depth.once.words[walk.word] |= walk.rows;
		}
	}
	return depth;
}

static bool redundant(struct term term, const struct table *ones, const struct table *twice)
{
	struct walk walk = walk_begin(term, ones->variables);

	for (; walk.more; walk_next(&walk)) {
		if (walk.rows & ones->words[walk.word] & ~twice->words[walk.word])
			return false;
	}
	return true;
}

static bool holds_zero(struct cover_judgement *out, const struct cover *cover, const struct target *target)
{
	for (size_t i = 0; i < cover->count; i++) {
		int64_t row = outside(cover->terms[i], &target->ones, &target->any);

		if (row >= 0) {
			out->fault = COVER_HOLDS_ZERO;
			out->term = i;
			out->row = (uint32_t)row;
			return true;
		}
	}
	return false;
}

static bool misses_one(struct cover_judgement *out, const struct table *once, const struct target *target)
{
	int64_t row = table_difference(once, &target->ones, &target->ones);

	if (row < 0)
		return false;
	out->fault = COVER_MISSES_ONE;
	out->row = (uint32_t)row;
	return true;
}

/* A literal is useless when the term stays inside the function with the variable the other way round too. */
static bool useless_literal(struct cover_judgement *out, const struct cover *cover, const struct target *target)
{
	unsigned variables = target->ones.variables;

	for (size_t i = 0; i < cover->count; i++) {
		for (unsigned v = 0; v < variables; v++) {
			struct term across = cover->terms[i];
			uint32_t bit = term_bit(variables, v);

			across.value ^= bit;
			if ((across.care & bit) == 0 || outside(across, &target->ones, &target->any) >= 0)
				continue;
			out->fault = COVER_USELESS_LITERAL;
			out->term = i;
			out->variable = v;
			return true;
		}
	}
	return false;
}

/* Of several, the one whose loss saves most; of equal ones, the last written. */
static bool redundant_term(
	struct cover_judgement *out, const struct cover *cover, const struct target *target, const struct table *twice)
{
	unsigned most = 0;
	bool found = false;

	for (size_t i = 0; i < cover->count; i++) {
		if (term_literals(cover->terms[i]) < most || !redundant(cover->terms[i], &target->ones, twice))
			continue;
		most = term_literals(cover->terms[i]);
		out->fault = COVER_REDUNDANT_TERM;
		out->term = i;
		found = true;
	}
	return found;
}

void cover_judge(struct cover_judgement *out, const struct cover *cover, const struct target *target,
	const struct cost *best, struct arena *arena)
{
	struct depth depth = depth_of(cover, target->ones.variables, arena);

	*out = (struct cover_judgement){ .cost = cover_cost(cover) };
	out->best = best != NULL ? *best : out->cost;
	if (holds_zero(out, cover, target) || misses_one(out, &depth.once, target) ||
		useless_literal(out, cover, target) || redundant_term(out, cover, target, &depth.twice))
		return;
	if (out->cost.terms > out->best.terms)
		out->fault = COVER_TOO_MANY_TERMS;
	else if (cost_compare(out->cost, out->best) > 0)
		out->fault = COVER_TOO_MANY_LITERALS;
	else
		out->fault = COVER_MINIMAL;
}
