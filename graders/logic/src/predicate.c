/* Worlds, and the grounding of statements: a quantifier is its body for each element in turn. */
#include "predicate.h"
#include "base/buf.h"

/* ---- worlds ---- */

static unsigned power(unsigned base, unsigned exponent)
{
	unsigned value = 1;

	while (exponent-- > 0)
		value *= base;
	return value;
}

static const char *atom_name(
	const struct world *world, const struct predicate *predicate, unsigned n, struct arena *arena)
{
	struct buf cleanup_buf text = BUF_INIT;

	buf_addstr(&text, predicate->name);
	for (unsigned i = 0; i < predicate->arity; i++) {
		unsigned digit = n / power(world->element_count, predicate->arity - 1 - i) % world->element_count;

		buf_printf(&text, "%s%s", i == 0 ? "(" : ", ", world->elements[digit]);
	}
	if (predicate->arity > 0)
		buf_addch(&text, ')');
	return arena_memdup(arena, buf_str(&text), text.len);
}

bool world_make(struct world *world, struct arena *arena)
{
	const char **names = arena_array(arena, VARIABLES_MAX, sizeof(*names));
	unsigned count = 0;

	for (unsigned p = 0; p < world->predicate_count; p++) {
		unsigned more = power(world->element_count, world->predicates[p].arity);

		if (more > VARIABLES_MAX - count)
			return false;
		world->firsts[p] = count;
		for (unsigned n = 0; n < more; n++)
			names[count++] = atom_name(world, &world->predicates[p], n, arena);
	}
	world->atoms = (struct vocabulary){ names, count };
	return true;
}

unsigned world_atom(const struct world *world, unsigned p, const unsigned *elements)
{
	unsigned atom = 0;

	for (unsigned i = 0; i < world->predicates[p].arity; i++)
		atom = atom * world->element_count + elements[i];
	return world->firsts[p] + atom;
}

/* ---- grounding ---- */

struct grounding {
	const struct statement *statement;
	const struct world *world;
	struct arena *arena;
	const struct edit *edits;
	size_t edit_count;
	unsigned values[QUANTIFIERS_MAX]; /* the element of each level */
	size_t nodes;
};

static bool edited(const struct grounding *grounding, const struct expr *at, enum statement_mistake mistake)
{
	for (size_t i = 0; i < grounding->edit_count; i++)
		if (grounding->edits[i].mistake == mistake && grounding->edits[i].at == at)
			return true;
	return false;
}

static unsigned element_of(const struct grounding *grounding, struct argument term)
{
	return term.bound ? grounding->values[term.index] : term.index;
}

static const struct expr *ground(struct grounding *grounding, const struct expr *expr);

static const struct expr *ground_predicate(
	const struct grounding *grounding, const struct expr *at, const struct leaf *leaf)
{
	unsigned elements[ARITY_MAX] = { 0 }, arity = grounding->world->predicates[leaf->predicate].arity;

	for (unsigned i = 0; i < arity; i++)
		elements[i] = element_of(grounding, leaf->terms[i]);
	if (edited(grounding, at, STATEMENT_ARGUMENTS)) {
		unsigned first = elements[0];

		elements[0] = elements[1];
		elements[1] = first;
	}
	return expr_variable(grounding->arena, world_atom(grounding->world, leaf->predicate, elements));
}

static bool is_forall(const struct grounding *grounding, const struct expr *at, const struct leaf *leaf)
{
	bool other = edited(grounding, at, STATEMENT_QUANTIFIER) || edited(grounding, NULL, STATEMENT_ALL_QUANTIFIERS);

	return (leaf->kind == LEAF_FORALL) != other;
}

/* The quantifier `at` around another one (NULL: none) around `body`. */
static const struct expr *ground_quantifier(
	struct grounding *grounding, const struct expr *at, const struct expr *next, const struct expr *body)
{
	const struct leaf *leaf = &grounding->statement->leaves[at->value];
	const struct expr *parts[WORLD_ELEMENTS_MAX];
	unsigned count = grounding->world->element_count;

	for (unsigned d = 0; d < count; d++) {
		grounding->values[leaf->level] = d;
		parts[d] = next ? ground_quantifier(grounding, next, NULL, body) : ground(grounding, body);
		if (!parts[d])
			return NULL;
		if (edited(grounding, at, STATEMENT_BODY_NOT_NEGATED))
			parts[d] = expr_not(grounding->arena, parts[d]);
	}
	return expr_new(grounding->arena, is_forall(grounding, at, leaf) ? EXPR_AND : EXPR_OR, parts, count);
}

static const struct expr *ground_leaf(struct grounding *grounding, const struct expr *at)
{
	const struct leaf *leaf = &grounding->statement->leaves[at->value];
	const struct expr *inner = leaf->body;

	switch (leaf->kind) {
	case LEAF_PREDICATE:
		return ground_predicate(grounding, at, leaf);
	case LEAF_EQUAL:
		return expr_constant(grounding->arena,
			element_of(grounding, leaf->terms[0]) == element_of(grounding, leaf->terms[1]));
	default:
		break;
	}
	if (edited(grounding, at, STATEMENT_ORDER))
		return ground_quantifier(grounding, inner, at, grounding->statement->leaves[inner->value].body);
	return ground_quantifier(grounding, at, NULL, leaf->body);
}

static enum expr_op op_of(const struct grounding *grounding, const struct expr *expr)
{
	if (edited(grounding, expr, STATEMENT_IMPLIES_FOR_AND))
		return EXPR_AND;
	if (edited(grounding, expr, STATEMENT_AND_FOR_IMPLIES))
		return EXPR_IMPLIES;
	if (edited(grounding, expr, STATEMENT_IFF_FOR_IMPLIES))
		return expr->op == EXPR_IFF ? EXPR_IMPLIES : EXPR_IFF;
	if (edited(grounding, expr, STATEMENT_OPERATORS_EXCHANGED))
		return expr->op == EXPR_AND ? EXPR_OR : EXPR_AND;
	return expr->op;
}

static const struct expr *ground_operands(struct grounding *grounding, const struct expr *expr)
{
	const struct expr **parts = arena_array(grounding->arena, expr->count + 1, sizeof(*parts));

	for (size_t i = 0; i < expr->count; i++) {
		parts[i] = ground(grounding, expr->operands[i]);
		if (!parts[i])
			return NULL;
	}
	if (edited(grounding, expr, STATEMENT_NEGATION_EXTRA))
		return parts[0];
	if (edited(grounding, expr, STATEMENT_IMPLICATION_REVERSED))
		return expr_pair(grounding->arena, EXPR_IMPLIES, parts[1], parts[0]);
	return expr_new(grounding->arena, op_of(grounding, expr), parts, expr->count);
}

static const struct expr *ground(struct grounding *grounding, const struct expr *expr)
{
	const struct expr *out;

	if (++grounding->nodes > READ_NODES_MAX)
		return NULL;
	if (expr->op == EXPR_CONSTANT)
		out = expr_constant(grounding->arena, expr->value != 0);
	else if (expr->op == EXPR_VARIABLE)
		out = ground_leaf(grounding, expr);
	else
		out = ground_operands(grounding, expr);
	if (out && (edited(grounding, expr, STATEMENT_NEGATION_MISSING) || edited(grounding, expr, STATEMENT_NEGATED)))
		return expr_not(grounding->arena, out);
	return out;
}

const struct expr *statement_ground_edited(const struct statement *statement, const struct world *world,
	const struct edit *edits, size_t count, struct arena *arena)
{
	struct grounding grounding = {
		.statement = statement, .world = world, .arena = arena, .edits = edits, .edit_count = count
	};

	return ground(&grounding, statement->expr);
}

const struct expr *statement_ground(const struct statement *statement, const struct world *world, struct arena *arena)
{
	return statement_ground_edited(statement, world, NULL, 0, arena);
}

/* ---- negations ---- */

struct negating {
	struct leaf *leaves;
	size_t leaf_count;
	struct arena *arena;
};

static const struct expr *negate(struct negating *negating, const struct expr *expr);

static const struct expr *negate_leaf(struct negating *negating, const struct expr *expr)
{
	struct leaf *leaf = expr->value < negating->leaf_count ? &negating->leaves[expr->value] : NULL;

	if (!leaf || leaf->kind < LEAF_FORALL)
		return expr_not(negating->arena, expr);
	/* Nobody shares a leaf: the tree has one node for each, and the old tree is not kept. */
	leaf->kind = leaf->kind == LEAF_FORALL ? LEAF_EXISTS : LEAF_FORALL;
	leaf->body = negate(negating, leaf->body);
	return expr;
}

static const struct expr *negate(struct negating *negating, const struct expr *expr)
{
	static const enum expr_op duals[] = { [EXPR_AND] = EXPR_OR,
		[EXPR_OR] = EXPR_AND,
		[EXPR_NAND] = EXPR_AND,
		[EXPR_NOR] = EXPR_OR,
		[EXPR_XOR] = EXPR_XOR,
		[EXPR_IFF] = EXPR_IFF,
		[EXPR_IMPLIES] = EXPR_AND };
	const struct expr **parts;

	if (expr->op == EXPR_CONSTANT)
		return expr_constant(negating->arena, expr->value == 0);
	if (expr->op == EXPR_VARIABLE)
		return negate_leaf(negating, expr);
	if (expr->op == EXPR_NOT)
		return expr->operands[0];
	parts = arena_array(negating->arena, expr->count, sizeof(*parts));
	for (size_t i = 0; i < expr->count; i++) {
		bool first = expr->op == EXPR_XOR || expr->op == EXPR_IFF, last = expr->op == EXPR_IMPLIES;
		bool negated = first ? i == 0 : last ? i > 0 : expr->op == EXPR_AND || expr->op == EXPR_OR;

		parts[i] = negated ? negate(negating, expr->operands[i]) : expr->operands[i];
	}
	return expr_new(negating->arena, duals[expr->op], parts, expr->count);
}

void statement_negation(struct statement *out, const struct statement *statement, struct arena *arena)
{
	struct negating negating = { arena_array(arena, statement->leaf_count + 1, sizeof(struct leaf)),
		statement->leaf_count, arena };

	for (size_t i = 0; i < statement->leaf_count; i++)
		negating.leaves[i] = statement->leaves[i];
	*out = *statement;
	out->leaves = negating.leaves;
	out->expr = negate(&negating, statement->expr);
}
