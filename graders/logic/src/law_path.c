#include "logic/law_path.h"
#include "law_use.h"

enum { STATES_MAX = 3000, DEAR = 3 };

struct state {
	const struct canon *canon;
	uint32_t before; /* index of the state that it came from */
	enum law law;
	uint32_t depth, cost;
	bool done;
};

struct path {
	const struct law_path_wish *wish;
	struct canons canons;
	struct state *states;
	size_t count;
	uint32_t search;
	enum law law; /* being tried */
	size_t at; /* the state that goes on */
};

static uint32_t leaves(const struct canon *canon)
{
	uint32_t sum = canon->count == 0;

	for (size_t i = 0; i < canon->count; i++)
		sum += leaves(canon->operands[i]);
	return sum;
}

static void reach(struct path *path, const struct canon *canon)
{
	struct state *from = &path->states[path->at];
	uint32_t depth = from->depth + 1;

	if (canon == NULL || canon->seen == path->search || path->count == STATES_MAX || depth > LAW_PATH_LINES)
		return;
	((struct canon *)canon)->seen = path->search; /* it was made in path->canons.arena */
	path->states[path->count++] =
		(struct state){ canon, (uint32_t)path->at, path->law, depth, DEAR * depth + 2 * leaves(canon), false };
}

/* The shortest that has not gone on; path->count when there is none. */
static size_t next_state(const struct path *path)
{
	size_t best = path->count;

	for (size_t i = 0; i < path->count; i++) {
		if (!path->states[i].done && (best == path->count || path->states[i].cost < path->states[best].cost))
			best = i;
	}
	return best;
}

/* ---- what makes a formula longer for a while ---- */

static struct factors rest_of(struct canons *canons, const struct factors *all, const struct canon *gone)
{
	const struct canon **list = arena_array(canons->arena, all->count, sizeof(*list));
	struct factors rest = { list, 0, NULL };
	bool left = false;

	for (size_t i = 0; i < all->count; i++) {
		if (all->list[i] == gone && !left)
			left = true;
		else
			list[rest.count++] = all->list[i];
	}
	return rest;
}

/* All operands that hold `factor` in one: xy + xz + t = x(y + z) + t; x + xy = x(1 + y). */
static const struct canon *factored(struct canons *canons, const struct canon *canon, const struct canon *factor)
{
	enum expr_op inner = canon_dual(canon->op);
	const struct canon **inside = arena_array(canons->arena, canon->count, sizeof(*inside));
	const struct canon **outside = arena_array(canons->arena, canon->count + 1, sizeof(*outside));
	size_t in = 0, out = 0;

	for (size_t i = 0; i < canon->count; i++) {
		struct factors all, rest;

		factors_of(&all, canon->operands[i], inner);
		if (!factors_have(&all, factor)) {
			outside[out++] = canon->operands[i];
			continue;
		}
		rest = rest_of(canons, &all, factor);
		inside[in++] = canon_make(canons, inner, rest.list, rest.count);
	}
	if (in < 2)
		return NULL;
	outside[out++] = canon_pair(canons, inner, factor, canon_make(canons, canon->op, inside, in));
	return canon_make(canons, canon->op, outside, out);
}

static void factor(struct rewrites *out, struct canons *canons, const struct canon *canon)
{
	for (size_t i = 0; i < canon->count; i++) {
		struct factors all;

		factors_of(&all, canon->operands[i], canon_dual(canon->op));
		for (size_t k = 0; k < all.count && !canon_spent(canons); k++) {
			const struct canon *made = factored(canons, canon, all.list[k]);

			if (made != NULL)
				rewrites_add(out, canons, made);
		}
	}
}

/* Operand k joins each part of operand i: x + yz + t = (x + y)(x + z) + t. */
static void spread(struct rewrites *out, struct canons *canons, const struct canon *canon)
{
	enum expr_op inner = canon_dual(canon->op);

	for (size_t n = 0; n < canon->count * canon->count && !canon_spent(canons); n++) {
		size_t i = n / canon->count, k = n % canon->count;
		const struct canon *many = canon->operands[i], **list, *without;

		if (i == k || many->op != inner)
			continue;
		list = arena_array(canons->arena, many->count, sizeof(*list));
		for (size_t p = 0; p < many->count; p++)
			list[p] = canon_pair(canons, canon->op, canon->operands[k], many->operands[p]);
		without = canon_with(canons, canon, i, canon_make(canons, inner, list, many->count));
		for (size_t p = 0; p < without->count && without->op == canon->op; p++) {
			if (without->operands[p] == canon->operands[k]) {
				without = canon_with(canons, without, p, NULL);
				break;
			}
		}
		rewrites_add(out, canons, canon->count == 2 ? canon_make(canons, inner, list, many->count) : without);
	}
}

/* x = x(v + v̄), for each variable of the formula that x has not. */
static void widen(struct rewrites *out, struct canons *canons, const struct canon *canon, uint32_t variables)
{
	enum expr_op inner = canon_dual(canon->op);

	for (size_t i = 0; i < canon->count; i++) {
		struct factors all;
		uint32_t own = 0;

		factors_of(&all, canon->operands[i], inner);
		for (size_t k = 0; k < all.count; k++) {
			const struct canon *letter =
				all.list[k]->op == EXPR_NOT ? all.list[k]->operands[0] : all.list[k];

			if (letter->op == EXPR_VARIABLE)
				own |= (uint32_t)1 << letter->value;
		}
		for (unsigned v = 0; v < VARIABLES_MAX && !canon_spent(canons); v++) {
			struct expr letter = { .op = EXPR_VARIABLE, .value = v };
			const struct canon *x;

			if ((variables & ~own & (uint32_t)1 << v) == 0)
				continue;
			x = canon_of(canons, &letter);
			x = canon_pair(canons, canon->op, x, canon_not(canons, x));
			rewrites_add(out, canons,
				canon_with(canons, canon, i, canon_pair(canons, inner, canon->operands[i], x)));
		}
	}
}

static void twice(struct rewrites *out, struct canons *canons, const struct canon *canon)
{
	for (size_t i = 0; i < canon->count && !canon_spent(canons); i++) {
		if (i == 0 || canon->operands[i] != canon->operands[i - 1])
			rewrites_add(out, canons, canon_pair(canons, canon->op, canon, canon->operands[i]));
	}
}

static uint32_t variables_of(const struct canon *canon)
{
	uint32_t all = canon->op == EXPR_VARIABLE ? (uint32_t)1 << canon->value : 0;

	for (size_t i = 0; i < canon->count; i++)
		all |= variables_of(canon->operands[i]);
	return all;
}

/* At the top and, for what only regroups, inside. */
static void longer(struct rewrites *out, struct canons *canons, enum law law, const struct canon *canon, bool top)
{
	if (canon_sum_or_product(canon) && law == LAW_DISTRIBUTIVITY) {
		factor(out, canons, canon);
		spread(out, canons, canon);
	}
	if (canon_sum_or_product(canon) && law == LAW_COMPLEMENT && top)
		widen(out, canons, canon, variables_of(canon));
	if (canon_sum_or_product(canon) && law == LAW_IDEMPOTENCE && top)
		twice(out, canons, canon);
	for (size_t i = 0; i < canon->count && !canon_spent(canons); i++) {
		struct rewrites inside = { 0 };

		longer(&inside, canons, law, canon->operands[i], false);
		for (size_t k = 0; k < inside.count && !canon_spent(canons); k++)
			rewrites_add(out, canons, canon_with(canons, canon, i, inside.list[k]));
	}
}

/* ---- the search ---- */

static void use(struct path *path, enum law law, bool loose)
{
	const struct canon *canon = path->states[path->at].canon;
	struct rewrites next = { 0 };

	if (path->wish->allowed != 0 && (path->wish->allowed >> law & 1) == 0)
		return;
	path->law = law;
	law_normals(&next, &path->canons, law, loose, canon);
	if (law_searched(law) && !loose)
		law_rewrites(&next, &path->canons, law, false, canon);
	if (!loose)
		longer(&next, &path->canons, law, canon, true);
	for (size_t i = 0; i < next.count; i++)
		reach(path, next.list[i]);
}

/* What is named strictly first; expanding with all that can go with it is nothing to show. */
static void go_on(struct path *path)
{
	for (unsigned law = LAW_DOUBLE_NEGATION; law < LAWS && !canon_spent(&path->canons); law++)
		use(path, (enum law)law, false);
	for (unsigned law = LAW_DOUBLE_NEGATION; law < LAWS && !canon_spent(&path->canons); law++) {
		if (law != LAW_DISTRIBUTIVITY)
			use(path, (enum law)law, true);
	}
}

static bool arrived(const struct path *path, const struct canon *canon, const struct canon *to, struct arena *arena)
{
	if (to != NULL)
		return canon == to;
	return path->wish->arrives(path->wish->asked, canon_expr(canon, arena));
}

/* The chain as it is walked: from the first state, or, when the search went from the end, towards it. */
static bool tell(struct law_path *out, const struct path *path, size_t last, bool backwards, unsigned variables,
	struct arena *arena)
{
	struct law_path_step *steps = arena_array(arena, path->states[last].depth + 1, sizeof(*steps));
	size_t depth = path->states[last].depth;
	const struct expr *before = path->wish->from;

	for (size_t i = 0, at = last; i < depth; i++, at = path->states[at].before) {
		const struct state *state = &path->states[at];
		size_t place = backwards ? i : depth - 1 - i;

		steps[place].law = state->law;
		steps[place].expr = canon_expr(backwards ? path->states[state->before].canon : state->canon, arena);
	}
	for (size_t i = 0; i < depth; before = steps[i++].expr) {
		if (!law_explains(steps[i].law, before, steps[i].expr, variables, 0, arena))
			return false;
	}
	out->steps = steps;
	out->count = depth;
	return true;
}

bool law_path_find(struct law_path *out, const struct law_path_wish *wish, unsigned variables, struct arena *arena)
{
	cleanup_arena struct arena *scratch = arena_new(0);
	struct path path = { .wish = wish };
	const struct canon *from, *to;
	bool backwards;

	*out = (struct law_path){ 0 };
	canon_open(&path.canons, scratch);
	path.canons.budget = wish->budget > 0 ? wish->budget : LAW_PATH_STEPS;
	path.search = ++path.canons.searches;
	path.states = arena_array(scratch, STATES_MAX, sizeof(*path.states));
	from = canon_of(&path.canons, wish->from);
	to = wish->to != NULL ? canon_of(&path.canons, wish->to) : NULL;
	backwards = to != NULL && leaves(to) > leaves(from);
	path.states[path.count++] = (struct state){ .canon = backwards ? to : from };
	((struct canon *)path.states[0].canon)->seen = path.search; /* it was made in scratch */
	to = backwards ? from : to;
	while (!canon_spent(&path.canons)) {
		path.at = next_state(&path);
		out->spent = path.canons.steps;
		if (path.at == path.count)
			return false;
		path.states[path.at].done = true;
		if (arrived(&path, path.states[path.at].canon, to, arena))
			return tell(out, &path, path.at, backwards, variables, arena);
		go_on(&path);
	}
	out->spent = path.canons.steps;
	return false;
}
