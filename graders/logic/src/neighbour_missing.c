/*
 * A term or a factor forgotten: the rows that are missing at some place are one product's (or, dually, the rows that are too
 * many are excluded by one sum).
 *
 * The product is the smallest that holds the missing rows, freed of the literals that it does not need. This looks at
 * all rows, for a sample has no smallest product. Where several places have a gap, the one with the fewest literals is told.
 */
#include "hunt.h"

enum {
	PLACES_MAX = 4, /* that are settled when there are many rows */
	WORK_MAX = 1 << 15, /* places times words: beyond, nothing is looked for */
};

struct cube { /* a product of literals: bit v of `plain` or of `barred` */
	uint32_t plain, barred;
};

struct gap {
	bool factor; /* a factor is missing, not a term */
	bool hopeless;
	bool any; /* some row is missing */
	struct cube cube;
};

static uint64_t cube_word(const struct hunt *hunt, struct cube cube, size_t word)
{
	uint64_t value = UINT64_MAX;

	for (uint32_t left = cube.plain | cube.barred; left != 0 && value != 0; left &= left - 1) {
		unsigned v = (unsigned)__builtin_ctz(left);
		uint64_t pattern = table_variable_word(hunt->variables, v, word);

		value &= cube.plain >> v & 1 ? pattern : ~pattern;
	}
	return value;
}

static int literals(struct cube cube)
{
	return __builtin_popcount(cube.plain) + __builtin_popcount(cube.barred);
}

/* What the rows of this word say of the gap at a place. */
static void widen(const struct hunt *hunt, const struct place *place, struct gap *gap)
{
	uint64_t missing = gap->factor ? place->zero & place->value : place->one & ~place->value;
	uint64_t lost = gap->factor ? place->one & ~place->value : place->zero & place->value;

	if (place->hopeless || lost != 0)
		gap->hopeless = true;
	if (gap->hopeless || missing == 0)
		return;
	gap->any = true;
	for (unsigned v = 0; v < hunt->variables; v++) {
		if (missing & ~hunt->pattern[v])
			gap->cube.plain &= ~((uint32_t)1 << v);
		if (missing & hunt->pattern[v])
			gap->cube.barred &= ~((uint32_t)1 << v);
	}
}

static bool meets(const struct hunt *hunt, struct cube cube, const struct table *forbidden)
{
	for (size_t word = 0; word < table_words(hunt->variables); word++) {
		if (cube_word(hunt, cube, word) & forbidden->words[word])
			return true;
	}
	return false;
}

static const struct expr *cube_expr(const struct hunt *hunt, struct cube cube, bool negated)
{
	const struct expr *list[VARIABLES_MAX];
	size_t count = 0;

	for (unsigned v = 0; v < hunt->variables; v++) {
		const struct expr *letter = expr_variable(hunt->arena, v);

		if ((cube.plain | cube.barred) >> v & 1)
			list[count++] = ((cube.barred >> v & 1) != negated) ? expr_not(hunt->arena, letter) : letter;
	}
	return expr_new(hunt->arena, negated ? EXPR_OR : EXPR_AND, list, count);
}

/* Places where a term, or a factor, can stand beside what is there. */
static bool has_room(const struct hunt *hunt, uint32_t at, bool factor)
{
	const struct expr *expr = hunt->places[at].expr;
	enum expr_op above = hunt_parent_op(hunt, at);

	if (expr->op == EXPR_CONSTANT || above == (factor ? EXPR_AND : EXPR_OR))
		return false;
	return above != EXPR_NOT || expr->count > 1;
}

/* Frees the cube of the literals that it does not need, but for the last; none is left when nothing can be added here. */
static void settle(struct hunt *hunt, uint32_t at, struct gap *gap)
{
	size_t words = table_words(hunt->variables);
	struct table forbidden = table_new(hunt->variables, hunt->arena);

	hunt->steps += 1 + (uint32_t)words / 16;
	for (size_t word = 0; word < words; word++) {
		if (words > 1)
			hunt_word(hunt, word);
		forbidden.words[word] = gap->factor ? hunt->places[at].one : hunt->places[at].zero;
	}
	if (meets(hunt, gap->cube, &forbidden)) {
		gap->cube = (struct cube){ 0 };
		return;
	}
	for (unsigned v = 0; v < hunt->variables; v++) {
		uint32_t others = ~((uint32_t)1 << v);
		struct cube less = { gap->cube.plain & others, gap->cube.barred & others };

		if (literals(less) > 0 && !meets(hunt, less, &forbidden))
			gap->cube = less;
	}
}

static bool fill(struct hunt *hunt, uint32_t at, const struct gap *gap)
{
	const struct expr *expr = hunt->places[at].expr, *more = cube_expr(hunt, gap->cube, gap->factor);
	const struct expr *both = expr_pair(hunt->arena, gap->factor ? EXPR_AND : EXPR_OR, expr, more);

	return hunt_found_as(hunt, gap->factor ? MISTAKE_FACTOR_MISSING : MISTAKE_TERM_MISSING, at,
		expr_flat(both, hunt->arena), expr, more);
}

/* Does any place have hope left, after the rows at hand? */
static bool widen_all(const struct hunt *hunt, struct gap *gaps)
{
	bool hope = false;

	for (uint32_t at = 0; at < hunt->count; at++) {
		if (!gaps[at].hopeless)
			widen(hunt, &hunt->places[at], &gaps[at]);
		hope = hope || !gaps[at].hopeless;
	}
	return hope;
}

static bool missing(struct hunt *hunt, bool factor)
{
	uint32_t all = ((uint32_t)1 << hunt->variables) - 1;
	struct gap *gaps = arena_array(hunt->arena, hunt->count, sizeof(*gaps));
	uint32_t best = NO_PLACE, settled = 0;

	for (uint32_t at = 0; at < hunt->count; at++)
		gaps[at] = (struct gap){ factor, !has_room(hunt, at, factor), false, { all, all } };
	hunt_rows(hunt);
	if (!widen_all(hunt, gaps) || hunt->count * table_words(hunt->variables) > WORK_MAX)
		return false;
	for (size_t word = 0; hunt->sampled && word < table_words(hunt->variables); word++) {
		hunt_word(hunt, word);
		if (!widen_all(hunt, gaps))
			return false;
	}
	for (uint32_t at = 0; at < hunt->count && !hunt_spent(hunt); at++) {
		if (gaps[at].hopeless || !gaps[at].any || (hunt->sampled && settled++ >= PLACES_MAX))
			continue;
		settle(hunt, at, &gaps[at]);
		if (literals(gaps[at].cube) > 0 &&
			(best == NO_PLACE || literals(gaps[at].cube) < literals(gaps[best].cube)))
			best = at;
	}
	return best != NO_PLACE && fill(hunt, best, &gaps[best]);
}

bool try_missing_term(struct hunt *hunt)
{
	return missing(hunt, false);
}

bool try_missing_factor(struct hunt *hunt)
{
	return missing(hunt, true);
}
