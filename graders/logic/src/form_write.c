/* A right answer in each form. */
#include "logic/form.h"
#include "word.h"

/* A list of terms that grows in an arena. */
struct terms {
	struct term *list;
	size_t count, room;
	struct arena *arena;
};

static void add_term(struct terms *terms, struct term term)
{
	if (terms->count == terms->room) {
		size_t room = terms->room != 0 ? 2 * terms->room : 32;
		struct term *list = arena_array(terms->arena, room, sizeof(*list));

		for (size_t i = 0; i < terms->count; i++)
			list[i] = terms->list[i];
		terms->list = list;
		terms->room = room;
	}
	terms->list[terms->count++] = term;
}

/* The literals of the variables, one tree each, shared by all terms. */
struct letters {
	const struct expr *plain[VARIABLES_MAX], *barred[VARIABLES_MAX];
	unsigned variables;
};

static struct letters letters_of(unsigned variables, struct arena *arena)
{
	struct letters letters = { .variables = variables };

	for (unsigned v = 0; v < variables; v++) {
		letters.plain[v] = expr_variable(arena, v);
		letters.barred[v] = expr_not(arena, letters.plain[v]);
	}
	return letters;
}

/* The literals of a term, or of the sum that it negates; returns how many. */
static size_t literals_of(const struct expr **out, struct term term, const struct letters *letters, bool negated)
{
	size_t count = 0;

	for (unsigned v = 0; v < letters->variables; v++) {
		uint32_t bit = term_bit(letters->variables, v);

		if (term.care & bit)
			out[count++] = ((term.value & bit) != 0) != negated ? letters->plain[v] : letters->barred[v];
	}
	return count;
}

static const struct expr *two_levels(const struct cover *cover, unsigned variables, bool dual, struct arena *arena)
{
	struct letters letters = letters_of(variables, arena);
	const struct expr *literals[VARIABLES_MAX];
	const struct expr **parts;

	if (cover->count == 0)
		return expr_constant(arena, dual);
	parts = arena_array(arena, cover->count, sizeof(*parts));
	for (size_t i = 0; i < cover->count; i++) {
		size_t count = literals_of(literals, cover->terms[i], &letters, dual);

		if (count == 0)
			return expr_constant(arena, !dual);
		parts[i] = expr_new(arena, dual ? EXPR_OR : EXPR_AND, literals, count);
	}
	return expr_new(arena, dual ? EXPR_AND : EXPR_OR, parts, cover->count);
}

const struct expr *form_sum(const struct cover *cover, unsigned variables, struct arena *arena)
{
	return two_levels(cover, variables, false, arena);
}

const struct expr *form_product(const struct cover *complement, unsigned variables, struct arena *arena)
{
	return two_levels(complement, variables, true, arena);
}

/* A bar over a product (over a sum for NOR); of one operand alone, over it twice: the bar of aa. */
static const struct expr *gate(
	enum expr_op inner, const struct expr *const *operands, size_t count, struct arena *arena)
{
	const struct expr *twice[] = { operands[0], operands[0] };

	return expr_not(arena, count == 1 ? expr_new(arena, inner, twice, 2) : expr_new(arena, inner, operands, count));
}

/* f = bar(bar(term) · bar(term) …), and for NOR the same on the sums of a product. */
static const struct expr *gates(const struct cover *cover, unsigned variables, bool nor, struct arena *arena)
{
	enum expr_op inner = nor ? EXPR_OR : EXPR_AND;
	struct letters letters = letters_of(variables, arena);
	const struct expr *literals[VARIABLES_MAX], **parts;
	bool constant = cover->count == 0 || (cover->count == 1 && cover->terms[0].care == 0);

	for (unsigned v = 0; v < variables; v++)
		letters.barred[v] = gate(inner, &letters.plain[v], 1, arena);
	if (constant) {
		const struct expr *pair[] = { letters.plain[0], letters.barred[0] };
		const struct expr *full = gate(inner, pair, 2, arena);

		return cover->count == 0 ? gate(inner, &full, 1, arena) : full;
	}
	parts = arena_array(arena, cover->count, sizeof(*parts));
	for (size_t i = 0; i < cover->count; i++) {
		size_t count = literals_of(literals, cover->terms[i], &letters, nor);

		if (cover->count == 1 && count == 1)
			return literals[0];
		/* The gate over a single literal is its contrary, which has a shorter way to be written. */
		if (count == 1)
			literals_of(&parts[i], cover->terms[i], &letters, !nor);
		else
			parts[i] = gate(inner, literals, count, arena);
	}
	return gate(inner, parts, cover->count, arena);
}

/* A cover of the rows `must` inside `may` for tables too large to list primes for, by splitting on one variable after
 * another (Minato and Morreale): what only one half can cover, then what is left by terms without the variable. Both
 * return the rows that they covered. */
static uint64_t split_word(struct terms *terms, uint64_t must, uint64_t may, unsigned variables, struct term term)
{
	unsigned shift = table_rows(variables) / 2;
	uint64_t low, high, both, lower = word_rows(variables) >> shift;
	struct term barred = term, plain = term;

	if (must == 0)
		return 0;
	if (may == word_rows(variables)) {
		add_term(terms, term);
		return may;
	}
	barred.care = plain.care |= (uint32_t)1 << (variables - 1);
	plain.value |= (uint32_t)1 << (variables - 1);
	low = split_word(terms, must & lower & ~(may >> shift), may & lower, variables - 1, barred);
	high = split_word(terms, must >> shift & ~may, may >> shift, variables - 1, plain);
	both = split_word(terms, (must & lower & ~low) | (must >> shift & ~high), may & lower & may >> shift,
		variables - 1, term);
	return (high | both) << shift | low | both;
}

/* The rows of a and not b. */
static struct table without(const struct table *a, const struct table *b, struct arena *arena)
{
	struct table not_b = table_not(b, arena);

	return table_and(a, &not_b, arena);
}

static struct table split(
	struct terms *terms, const struct table *must, const struct table *may, struct term term, struct arena *arena)
{
	unsigned variables = must->variables;
	struct term barred = term, plain = term;
	struct table covered = table_new(variables, arena);
	bool value;

	if (table_constant(must, &value) && !value)
		return covered;
	if (variables <= 6) {
		covered.words[0] = split_word(terms, must->words[0], may->words[0], variables, term);
		return covered;
	}
	size_t half = table_words(variables) / 2;
	struct table must_low = { variables - 1, must->words }, must_high = { variables - 1, must->words + half };
	struct table may_low = { variables - 1, may->words }, may_high = { variables - 1, may->words + half };
	struct table only_low = without(&must_low, &may_high, arena), only_high = without(&must_high, &may_low, arena);
	barred.care = plain.care |= (uint32_t)1 << (variables - 1);
	plain.value |= (uint32_t)1 << (variables - 1);
	struct table low = split(terms, &only_low, &may_low, barred, arena);
	struct table high = split(terms, &only_high, &may_high, plain, arena);
	struct table rest_low = without(&must_low, &low, arena), rest_high = without(&must_high, &high, arena);
	struct table rest = table_or(&rest_low, &rest_high, arena), shared = table_and(&may_low, &may_high, arena);
	struct table both = split(terms, &rest, &shared, term, arena);
	for (size_t i = 0; i < half; i++) {
		covered.words[i] = low.words[i] | both.words[i];
		covered.words[half + i] = high.words[i] | both.words[i];
	}
	return covered;
}

static int cover_of(struct cover *out, const struct target *target, bool exact, struct arena *arena, struct err *err)
{
	unsigned variables = target->ones.variables;
	struct terms terms = { .arena = arena };
	struct minima minima;

	if (variables <= COVER_VARIABLES_MAX || exact) {
		if (cover_minima(&minima, target, 1, 0, arena, err) < 0)
			return -1;
		*out = minima.list[0];
		return 0;
	}
	struct table may = table_or(&target->ones, &target->any, arena);
	split(&terms, &target->ones, &may, (struct term){ 0, 0 }, arena);
	struct cover found = { terms.list, terms.count };
	*out = cover_sort(&found, arena);
	return 0;
}

static struct cover canonical(const struct table *ones, struct arena *arena)
{
	uint32_t rows = table_rows(ones->variables);
	struct term *terms = arena_array(arena, table_count(ones), sizeof(*terms));
	size_t count = 0;

	for (uint32_t row = rows; row-- > 0;) {
		if (table_at(ones, row))
			terms[count++] = (struct term){ rows - 1, row };
	}
	return (struct cover){ terms, count };
}

/* What a product of sums covers: the rows that must be 0. */
static struct target complement_of(const struct target *target, struct arena *arena)
{
	struct table known = table_or(&target->ones, &target->any, arena);

	return (struct target){ table_not(&known, arena), target->any };
}

int form_write(
	const struct expr **out, const struct target *target, enum form form, struct arena *arena, struct err *err)
{
	bool dual = form == FORM_PRODUCT || form == FORM_CANONICAL_PRODUCT || form == FORM_MINIMAL_PRODUCT ||
		    form == FORM_NOR;
	struct target of = dual ? complement_of(target, arena) : *target;
	bool exact = form == FORM_MINIMAL_SUM || form == FORM_MINIMAL_PRODUCT;
	struct cover cover;

	if (form == FORM_CANONICAL_SUM || form == FORM_CANONICAL_PRODUCT)
		cover = canonical(&of.ones, arena);
	else if (cover_of(&cover, &of, exact, arena, err) < 0)
		return -1;
	if (cover.count > FORM_TERMS_MAX)
		return err_set(err, ERR_TOO_LARGE, "a %s of %zu terms (at most %d are written)", form_name(form),
			cover.count, FORM_TERMS_MAX);
	*out = form == FORM_NAND || form == FORM_NOR ? gates(&cover, target->ones.variables, dual, arena)
						     : two_levels(&cover, target->ones.variables, dual, arena);
	return 0;
}
