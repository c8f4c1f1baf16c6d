/* Laws tried step by step, the nearest formulas first, from either line towards the other. */
#include "law_use.h"

bool law_searched(enum law law)
{
	return law == LAW_REDUNDANCY || law == LAW_ADJACENCY || law == LAW_CONSENSUS || law == LAW_XOR ||
	       law == LAW_EQUIVALENCE || law == LAW_CONTRAPOSITION;
}

void rewrites_add(struct rewrites *out, struct canons *canons, const struct canon *canon)
{
	const struct canon **more;

	if (out->count == out->room) {
		out->room = out->room > 0 ? 2 * out->room : 8;
		more = arena_array(canons->arena, out->room, sizeof(*more));
		for (size_t i = 0; i < out->count; i++)
			more[i] = out->list[i];
		out->list = more;
	}
	out->list[out->count++] = canon;
}

void law_rewrites(struct rewrites *out, struct canons *canons, enum law law, bool loose, const struct canon *canon)
{
	if (canon_spent(canons) || (canon->reach & LAW_BIT(law)) == 0)
		return;
	if (law == LAW_XOR)
		rewrite_xor(out, canons, canon);
	else if (law == LAW_EQUIVALENCE)
		rewrite_equivalence(out, canons, canon);
	else if (law == LAW_CONTRAPOSITION)
		rewrite_contraposition(out, canons, canon);
	else if (!canon_sum_or_product(canon))
		; /* the others are about sums and products */
	else if (law == LAW_REDUNDANCY)
		rewrite_redundancy(out, canons, canon);
	else if (law == LAW_ADJACENCY)
		rewrite_adjacency(out, canons, canon, loose);
	else if (law == LAW_CONSENSUS)
		rewrite_consensus(out, canons, canon, loose);
	for (size_t i = 0; i < canon->count; i++) {
		struct rewrites inside = { 0 };

		if (i > 0 && canon->operands[i] == canon->operands[i - 1])
			continue;
		law_rewrites(&inside, canons, law, loose, canon->operands[i]);
		for (size_t k = 0; k < inside.count && !canon_spent(canons); k++)
			rewrites_add(out, canons, canon_with(canons, canon, i, inside.list[k]));
	}
}

const struct canon *law_step(struct canons *canons, enum law law, const struct canon *canon)
{
	struct rewrites next = { 0 };

	law_rewrites(&next, canons, law, false, canon);
	return next.count > 0 ? law_normal(canons, next.list[0], LAW_BARS) : NULL;
}

static bool leads(struct canons *canons, enum law law, bool loose, const struct canon *from, const struct canon *to)
{
	struct rewrites queue = { 0 };
	uint32_t search = ++canons->searches;

	if ((from->reach & LAW_BIT(law)) == 0)
		return false;
	rewrites_add(&queue, canons, from);
	for (size_t at = 0; at < queue.count && !canon_spent(canons); at++) {
		struct rewrites next = { 0 };

		law_rewrites(&next, canons, law, loose, queue.list[at]);
		for (size_t i = 0; i < next.count; i++) {
			const struct canon *canon = law_normal(canons, next.list[i], LAW_BARS);

			if (canon == to)
				return true;
			if (canon == NULL || canon->seen == search)
				continue;
			((struct canon *)canon)->seen = search; /* it was made in canons->arena */
			rewrites_add(&queue, canons, canon);
		}
	}
	return false;
}

bool law_search(struct canons *canons, enum law law, bool loose, const struct canon *a, const struct canon *b)
{
	a = law_normal(canons, a, LAW_BARS);
	b = law_normal(canons, b, LAW_BARS);
	if (a == NULL || b == NULL || a == b)
		return false;
	if (loose && law == LAW_ADJACENCY && (adjacency_expands(canons, a, b) || adjacency_expands(canons, b, a)))
		return true;
	return leads(canons, law, loose, a, b) || leads(canons, law, loose, b, a);
}
