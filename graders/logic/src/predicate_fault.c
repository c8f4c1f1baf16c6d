/*
 * The mistake in a quantified statement: edits are tried, the likeliest first, and the first one that makes the statement
 * right is told. Then the same after an exchanged quantifier: who negates a statement often forgets two things at once.
 */
#include "predicate.h"

enum { TRIES_MAX = 1500, WORK_MAX = 4000000 }; /* words of tables made, by operators */

struct hunt {
	const struct statement *statement;
	const struct world *world;
	const struct table *wanted;
	struct arena *scratch;
	struct edit edits[EDITS_MAX];
	size_t fixed; /* edits that stand already */
	size_t tries, work;
	struct statement_fault *out;
};

static const char *const names[STATEMENT_MISTAKES] = { "right", "negated", "quantifier", "all-quantifiers", "order",
	"implies-for-and", "and-for-implies", "body-not-negated", "implication-reversed", "iff-for-implies",
	"operators-exchanged", "negation-extra", "negation-missing", "arguments" };

const char *statement_mistake_name(enum statement_mistake mistake)
{
	return names[mistake];
}

static bool is_right(struct hunt *hunt)
{
	const struct expr *expr;
	struct table table;

	hunt->tries++;
	arena_reset(hunt->scratch);
	expr = statement_ground_edited(hunt->statement, hunt->world, hunt->edits, hunt->fixed + 1, hunt->scratch);
	if (!expr)
		return false;
	hunt->work += expr_nodes(expr) * table_words(hunt->wanted->variables);
	table = table_of(expr, hunt->wanted->variables, hunt->scratch);
	return table_same(&table, hunt->wanted);
}

static bool is_quantifier(const struct hunt *hunt, const struct expr *expr)
{
	return expr->op == EXPR_VARIABLE && hunt->statement->leaves[expr->value].kind >= LEAF_FORALL;
}

static bool fits(const struct hunt *hunt, enum statement_mistake mistake, const struct expr *at)
{
	const struct leaf *leaf = at->op == EXPR_VARIABLE ? &hunt->statement->leaves[at->value] : NULL;

	switch (mistake) {
	case STATEMENT_NEGATED:
		return at == hunt->statement->expr;
	case STATEMENT_QUANTIFIER:
	case STATEMENT_BODY_NOT_NEGATED:
		return is_quantifier(hunt, at);
	case STATEMENT_ORDER:
		return is_quantifier(hunt, at) && is_quantifier(hunt, leaf->body);
	case STATEMENT_IMPLIES_FOR_AND:
	case STATEMENT_IMPLICATION_REVERSED:
		return at->op == EXPR_IMPLIES;
	case STATEMENT_AND_FOR_IMPLIES:
		return at->op == EXPR_AND && at->count == 2;
	case STATEMENT_IFF_FOR_IMPLIES:
		return at->op == EXPR_IMPLIES || (at->op == EXPR_IFF && at->count == 2);
	case STATEMENT_OPERATORS_EXCHANGED:
		return at->op == EXPR_AND || at->op == EXPR_OR;
	case STATEMENT_NEGATION_EXTRA:
		return at->op == EXPR_NOT;
	case STATEMENT_ARGUMENTS:
		return leaf && leaf->kind == LEAF_PREDICATE && hunt->world->predicates[leaf->predicate].arity == 2;
	default:
		return mistake == STATEMENT_NEGATION_MISSING && at->op != EXPR_NOT;
	}
}

static bool found(struct hunt *hunt)
{
	hunt->out->count = hunt->fixed + 1;
	for (size_t i = 0; i < hunt->out->count; i++) {
		hunt->out->edits[i].mistake = hunt->edits[i].mistake;
		hunt->out->edits[i].at = hunt->edits[i].at;
	}
	return true;
}

/* One kind of edit at every place from `at` down. */
static bool try_from(struct hunt *hunt, enum statement_mistake mistake, const struct expr *at)
{
	if (hunt->tries >= TRIES_MAX || hunt->work >= WORK_MAX)
		return false;
	if (fits(hunt, mistake, at)) {
		hunt->edits[hunt->fixed] = (struct edit){ mistake, at };
		if (is_right(hunt))
			return found(hunt);
	}
	if (is_quantifier(hunt, at))
		return try_from(hunt, mistake, hunt->statement->leaves[at->value].body);
	for (size_t i = 0; i < at->count; i++)
		if (try_from(hunt, mistake, at->operands[i]))
			return true;
	return false;
}

static bool try_all_quantifiers(struct hunt *hunt)
{
	hunt->edits[hunt->fixed] = (struct edit){ STATEMENT_ALL_QUANTIFIERS, NULL };
	return is_right(hunt) && found(hunt);
}

static bool try_kinds(struct hunt *hunt, enum statement_mistake first)
{
	for (enum statement_mistake mistake = first; mistake < STATEMENT_MISTAKES; mistake++) {
		if (mistake == STATEMENT_ALL_QUANTIFIERS ? hunt->fixed == 0 && try_all_quantifiers(hunt)
							 : try_from(hunt, mistake, hunt->statement->expr))
			return true;
	}
	return false;
}

/* Another edit after that of each quantifier from `at` down. */
static bool try_after(struct hunt *hunt, const struct expr *at)
{
	if (is_quantifier(hunt, at)) {
		hunt->edits[0] = (struct edit){ STATEMENT_QUANTIFIER, at };
		return try_kinds(hunt, STATEMENT_ORDER) || try_after(hunt, hunt->statement->leaves[at->value].body);
	}
	for (size_t i = 0; i < at->count; i++)
		if (try_after(hunt, at->operands[i]))
			return true;
	return false;
}

void statement_fault_find(struct statement_fault *out, const struct statement *statement, const struct world *world,
	const struct table *wanted)
{
	struct arena *cleanup_arena scratch = arena_new(0);
	struct hunt hunt = { .statement = statement, .world = world, .wanted = wanted, .scratch = scratch, .out = out };

	*out = (struct statement_fault){ .count = 0 };
	if (try_kinds(&hunt, STATEMENT_NEGATED))
		return;
	hunt.fixed = 1;
	if (try_after(&hunt, statement->expr))
		return;
	hunt.edits[0] = (struct edit){ STATEMENT_ALL_QUANTIFIERS, NULL };
	try_kinds(&hunt, STATEMENT_ORDER);
}
