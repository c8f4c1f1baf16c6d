/* Which law leads from one line to the next: the most elementary one that does. */
#include "law_use.h"

enum {
	LAW_BUDGET = 20000,
	SEARCH_SHARE = 4, /* a search finds soon or not at all: a quarter of the budget */
	LAW_NODES = 600, /* of a line; longer ones are not looked at */
};

/* A way of explaining a step: the law, and what may silently go with it. Rows of the same law go from strict to loose. */
struct way {
	enum law law;
	uint32_t use, silent;
	bool loose;
};

#define DOUBLE_NEGATION LAW_BIT(LAW_DOUBLE_NEGATION)
#define CONSTANTS       (LAW_BIT(LAW_CONSTANT) | LAW_BIT(LAW_NEUTRAL) | LAW_BIT(LAW_ABSORBING))
#define TRIFLES         (CONSTANTS | DOUBLE_NEGATION | LAW_BIT(LAW_COMPLEMENT) | LAW_BIT(LAW_IDEMPOTENCE))
#define WITH_SIGNS(law)                                                                                                \
	{                                                                                                              \
		law, LAW_BIT(law) | OF_SIGNS, 0, false                                                                 \
	}
/* What rather goes by the definition of ⇒, ↑ or ↓. */
#define DEFINED(law)                                                                                                   \
	{                                                                                                              \
		law, LAW_BIT(law) | OF_SIGNS | BY_DEFINITION, DOUBLE_NEGATION | LAW_BIT(LAW_CONSTANT), true            \
	}
#define ONE(law)                                                                                                       \
	{                                                                                                              \
		law, LAW_BIT(law), 0, false                                                                            \
	}

/* In the order of law_between(): the most elementary law first, and all strictly before any loosely. */
static const struct way ways[] = {
	ONE(LAW_DOUBLE_NEGATION),
	ONE(LAW_CONSTANT),
	WITH_SIGNS(LAW_NEUTRAL),
	WITH_SIGNS(LAW_ABSORBING),
	WITH_SIGNS(LAW_IDEMPOTENCE),
	WITH_SIGNS(LAW_COMPLEMENT),
	{ LAW_DE_MORGAN, LAW_BIT(LAW_DE_MORGAN), DOUBLE_NEGATION, false },
	ONE(LAW_ABSORPTION),
	ONE(LAW_NAND_NOR),
	{ LAW_CONTRAPOSITION },
	{ LAW_IMPLICATION, LAW_BIT(LAW_IMPLICATION), DOUBLE_NEGATION, false },
	{ LAW_EQUIVALENCE },
	{ LAW_XOR },
	ONE(LAW_DISTRIBUTIVITY),
	{ LAW_DISTRIBUTIVITY, DUAL_DISTRIBUTIVITY, 0, false },
	{ LAW_REDUNDANCY },
	{ LAW_ADJACENCY },
	{ LAW_CONSENSUS },
	{ LAW_CONSTANT, LAW_BIT(LAW_CONSTANT), CONSTANTS & ~LAW_BIT(LAW_CONSTANT), true },
	{ LAW_ABSORBING, LAW_BIT(LAW_ABSORBING), CONSTANTS & ~LAW_BIT(LAW_ABSORBING), true },
	{ LAW_NEUTRAL, LAW_BIT(LAW_NEUTRAL), CONSTANTS & ~LAW_BIT(LAW_NEUTRAL), true },
	{ LAW_COMPLEMENT, LAW_BIT(LAW_COMPLEMENT), CONSTANTS | LAW_BIT(LAW_IDEMPOTENCE) | OF_SIGNS, true },
	{ LAW_ABSORPTION, LAW_BIT(LAW_ABSORPTION), LAW_BIT(LAW_IDEMPOTENCE) | DOUBLE_NEGATION, true },
	{ LAW_NAND_NOR, LAW_BIT(LAW_NAND_NOR), LAW_BIT(LAW_IDEMPOTENCE) | DOUBLE_NEGATION, true },
	{ LAW_DE_MORGAN, LAW_BIT(LAW_DE_MORGAN), LAW_BIT(LAW_NAND_NOR) | DOUBLE_NEGATION, true },
	{ LAW_DE_MORGAN, LAW_BIT(LAW_DE_MORGAN), CONSTANTS | DOUBLE_NEGATION, true },
	{ LAW_NAND_NOR, LAW_BIT(LAW_NAND_NOR), LAW_BIT(LAW_IDEMPOTENCE) | LAW_BIT(LAW_DE_MORGAN) | DOUBLE_NEGATION,
		true },
	{ LAW_IMPLICATION, LAW_BIT(LAW_IMPLICATION), LAW_BIT(LAW_DE_MORGAN) | DOUBLE_NEGATION, true },
	{ LAW_IMPLICATION, LAW_BIT(LAW_IMPLICATION), TRIFLES, true },
	{ LAW_NAND_NOR, LAW_BIT(LAW_NAND_NOR), TRIFLES, true },
	DEFINED(LAW_ABSORBING),
	DEFINED(LAW_COMPLEMENT),
	DEFINED(LAW_IDEMPOTENCE),
	{ LAW_DISTRIBUTIVITY, LAW_BIT(LAW_DISTRIBUTIVITY), LAW_BIT(LAW_IDEMPOTENCE) | LAW_BIT(LAW_NEUTRAL), true },
	{ LAW_DISTRIBUTIVITY, DUAL_DISTRIBUTIVITY, LAW_BIT(LAW_IDEMPOTENCE) | LAW_BIT(LAW_NEUTRAL), true },
	{ LAW_DISTRIBUTIVITY, LAW_BIT(LAW_DISTRIBUTIVITY),
		LAW_BIT(LAW_IDEMPOTENCE) | LAW_BIT(LAW_COMPLEMENT) | CONSTANTS, true },
	{ LAW_DISTRIBUTIVITY, DUAL_DISTRIBUTIVITY, LAW_BIT(LAW_IDEMPOTENCE) | LAW_BIT(LAW_COMPLEMENT) | CONSTANTS,
		true },
	{ LAW_ADJACENCY, 0, 0, true },
	{ LAW_CONSENSUS, 0, 0, true },
};
enum { WAYS = sizeof(ways) / sizeof(ways[0]) };

static bool way_explains(
	const struct way *way, struct canons *canons, const struct canon *a, const struct canon *b, uint32_t budget)
{
	const struct canon *normal;

	canons->steps = 0;
	canons->budget = budget;
	if (law_searched(way->law)) {
		canons->budget = budget / SEARCH_SHARE;
		return law_search(canons, way->law, way->loose, a, b);
	}
	normal = law_normal(canons, a, way->use | way->silent);
	if (normal == NULL || normal != law_normal(canons, b, way->use | way->silent))
		return false;
	return way->silent == 0 || law_normal(canons, a, way->silent) != law_normal(canons, b, way->silent);
}

void law_normals(struct rewrites *out, struct canons *canons, enum law law, bool loose, const struct canon *canon)
{
	for (size_t i = 0; i < WAYS && !law_searched(law); i++) {
		const struct canon *after;

		if (ways[i].law != law || ways[i].loose != loose)
			continue;
		after = law_normal(canons, canon, ways[i].use | ways[i].silent);
		if (after != NULL && after != canon)
			rewrites_add(out, canons, after);
	}
}

/* Counts parts that are shared each time, and stops when they are too many. */
static size_t nodes(const struct expr *expr, size_t so_far)
{
	so_far++;
	for (size_t i = 0; i < expr->count && so_far <= LAW_NODES; i++)
		so_far = nodes(expr->operands[i], so_far);
	return so_far;
}

/* LAW_SAME, or the first law that explains the step: of all, or of `only`; LAW_UNKNOWN too when a line is too long. */
static enum law explaining(enum law only, const struct expr *a, const struct expr *b, uint32_t budget)
{
	cleanup_arena struct arena *scratch = arena_new(0);
	const struct canon *from, *to;
	struct canons canons;

	if (nodes(a, 0) > LAW_NODES || nodes(b, 0) > LAW_NODES)
		return LAW_UNKNOWN;
	canon_open(&canons, scratch);
	from = canon_of(&canons, a);
	to = canon_of(&canons, b);
	if (from == to)
		return LAW_SAME;
	for (size_t i = 0; i < WAYS; i++) {
		if ((only == LAW_UNKNOWN || ways[i].law == only) &&
			way_explains(&ways[i], &canons, from, to, budget > 0 ? budget : LAW_BUDGET))
			return ways[i].law;
	}
	return LAW_UNKNOWN;
}

enum law law_between(
	const struct expr *a, const struct expr *b, unsigned variables, uint32_t budget, struct arena *arena)
{
	(void)variables;
	(void)arena;
	return explaining(LAW_UNKNOWN, a, b, budget);
}

bool law_explains(enum law law, const struct expr *a, const struct expr *b, unsigned variables, uint32_t budget,
	struct arena *arena)
{
	(void)variables;
	(void)arena;
	if (law == LAW_UNKNOWN)
		return false;
	/* A search among others may need fewer steps than alone: what was built for those before it is there. A law that
	 * law_between() tells must be one that a student may name. */
	return explaining(law, a, b, budget) == law || explaining(LAW_UNKNOWN, a, b, budget) == law;
}

/* A law that is others one after the other. */
static const struct {
	enum law law;
	uint32_t parts;
} made_up[] = {
	{ LAW_ADJACENCY, LAW_BIT(LAW_DISTRIBUTIVITY) | LAW_BIT(LAW_COMPLEMENT) },
	{ LAW_REDUNDANCY, LAW_BIT(LAW_DISTRIBUTIVITY) | LAW_BIT(LAW_COMPLEMENT) },
	{ LAW_ABSORPTION, LAW_BIT(LAW_DISTRIBUTIVITY) | LAW_BIT(LAW_ABSORBING) },
	{ LAW_CONSENSUS, LAW_BIT(LAW_COMPLEMENT) | LAW_BIT(LAW_ABSORPTION) },
};

static bool together(uint32_t use, enum law searched, const struct expr *a, const struct expr *b, uint32_t budget)
{
	cleanup_arena struct arena *scratch = arena_new(0);
	const struct canon *from, *to;
	struct canons canons;

	if (nodes(a, 0) > LAW_NODES || nodes(b, 0) > LAW_NODES)
		return false;
	canon_open(&canons, scratch);
	canons.budget = budget > 0 ? budget : LAW_BUDGET;
	from = law_normal(&canons, canon_of(&canons, a), use);
	to = law_normal(&canons, canon_of(&canons, b), use);
	if (from == NULL || to == NULL)
		return false;
	return from == to || (searched != LAW_UNKNOWN && law_search(&canons, searched, true, from, to));
}

bool laws_explain(uint32_t laws, const struct expr *a, const struct expr *b, uint32_t budget)
{
	enum { MOST = 2 };
	uint32_t use = LAW_BARS | CONSTANTS;
	enum law searched = LAW_UNKNOWN;
	unsigned count = 0;

	laws &= ~(LAW_BIT(LAW_SAME) | LAW_BIT(LAW_UNKNOWN));
	for (unsigned law = LAW_SAME; law < LAWS; law++) {
		if ((laws >> law & 1) == 0 || (use >> law & 1) != 0)
			continue;
		count++;
		if (law_searched(law) && searched != LAW_UNKNOWN)
			return false;
		if (law_searched(law))
			searched = law;
		else
			use |= LAW_BIT(law);
	}
	if (count == 0 || count > MOST)
		return false;
	for (size_t i = 0; i < sizeof(made_up) / sizeof(made_up[0]); i++) {
		if ((made_up[i].parts & ~laws) == 0 && explaining(made_up[i].law, a, b, budget) == made_up[i].law)
			return true;
	}
	return together(use, searched, a, b, budget);
}

const struct expr *law_apply(
	enum law law, const struct expr *expr, unsigned variables, uint32_t budget, struct arena *arena)
{
	cleanup_arena struct arena *scratch = arena_new(0);
	const struct canon *before, *after = NULL;
	struct canons canons;

	(void)variables;
	if (nodes(expr, 0) > LAW_NODES)
		return NULL;
	canon_open(&canons, scratch);
	canons.budget = budget > 0 ? budget : LAW_BUDGET;
	before = canon_of(&canons, expr);
	if (law_searched(law)) {
		before = law_normal(&canons, before, LAW_BARS);
		for (const struct canon *next = before; next != NULL && !canon_spent(&canons);
			next = law_step(&canons, law, next))
			after = next;
	} else {
		for (size_t i = 0; i < WAYS && after == NULL; i++) {
			if (ways[i].law != law)
				continue;
			before = law_normal(&canons, before, ways[i].silent);
			after = before != NULL ? law_normal(&canons, before, ways[i].use | ways[i].silent) : NULL;
		}
	}
	return after != NULL && after != before ? canon_expr(after, arena) : NULL;
}
