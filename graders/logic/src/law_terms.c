/* Laws between terms of a sum of products (and, everywhere, between factors of a product of sums). */
#include "law_use.h"

/* The factors of `all` without those of `gone`, which are among them; the list in the arena. */
static struct factors less(struct canons *canons, const struct factors *all, const struct factors *gone)
{
	const struct canon **list = arena_array(canons->arena, all->count, sizeof(*list));
	struct factors rest = { list, 0, NULL };
	size_t at = 0;

	for (size_t i = 0; i < all->count; i++) {
		if (at < gone->count && all->list[i] == gone->list[at])
			at++;
		else
			list[rest.count++] = all->list[i];
	}
	return rest;
}

static const struct canon *product(struct canons *canons, enum expr_op inner, const struct factors *factors)
{
	return canon_make(canons, inner, factors->list, factors->count);
}

/* Two terms, one with a factor x and the other with what x is the bar of, and what both have besides. */
struct meeting {
	struct factors with, against; /* the rest of the first term, of the second */
};

/* Factor g of s against t. The opposite may be several factors: that of ¬(ab) is ab. */
static bool meet(struct meeting *out, struct canons *canons, const struct factors *s, size_t g, const struct factors *t,
	enum expr_op inner)
{
	struct factors one, opposite;

	canons->steps++;
	factors_of(&opposite, canon_complement(canons, s->list[g]), inner);
	if (!factors_within(&opposite, t))
		return false;
	one = (struct factors){ &s->list[g], 1, NULL };
	out->with = less(canons, s, &one);
	out->against = less(canons, t, &opposite);
	return true;
}

/* x + x̄y = x + y, and with a common factor: xz + x̄yz = xz + yz. */
void rewrite_redundancy(struct rewrites *out, struct canons *canons, const struct canon *canon)
{
	enum expr_op inner = canon_dual(canon->op);
	struct factors s, t;
	struct meeting rest;

	for (size_t i = 0; i < canon->count; i++) {
		factors_of(&t, canon->operands[i], inner);
		for (size_t n = 0; t.count > 1 && n < t.count * canon->count && !canon_spent(canons); n++) {
			size_t g = n / canon->count, k = n % canon->count;

			factors_of(&s, canon->operands[k], inner);
			if (k != i && meet(&rest, canons, &t, g, &s, inner) && rest.against.count < rest.with.count &&
				factors_within(&rest.against, &rest.with))
				rewrites_add(
					out, canons, canon_with(canons, canon, i, product(canons, inner, &rest.with)));
		}
	}
}

/* Without operands i and k (canon->count: keep all), and with one more. */
static const struct canon *exchanged(
	struct canons *canons, const struct canon *canon, size_t i, size_t k, const struct canon *more)
{
	const struct canon **list = arena_array(canons->arena, canon->count + 1, sizeof(*list));
	size_t count = 0;

	for (size_t n = 0; n < canon->count; n++) {
		if (n != i && n != k)
			list[count++] = canon->operands[n];
	}
	list[count++] = more;
	return canon_make(canons, canon->op, list, count);
}

/* xy + xȳ = x. Loosely, either term may stay for other uses. */
static void adjacent(
	struct rewrites *out, struct canons *canons, const struct canon *canon, size_t i, size_t k, bool loose)
{
	enum expr_op inner = canon_dual(canon->op);
	struct factors s, t;
	struct meeting rest;

	factors_of(&s, canon->operands[i], inner);
	factors_of(&t, canon->operands[k], inner);
	if (s.count > t.count || (s.count == t.count && i > k))
		return; /* it is met the other way round */
	for (size_t g = 0; s.count > 1 && g < s.count; g++) {
		const struct canon *both;

		if (!meet(&rest, canons, &s, g, &t, inner) || rest.with.count != rest.against.count ||
			!factors_within(&rest.with, &rest.against))
			continue;
		both = product(canons, inner, &rest.with);
		rewrites_add(out, canons, exchanged(canons, canon, i, k, both));
		if (!loose)
			continue;
		rewrites_add(out, canons, exchanged(canons, canon, i, i, both));
		rewrites_add(out, canons, exchanged(canons, canon, k, k, both));
	}
}

void rewrite_adjacency(struct rewrites *out, struct canons *canons, const struct canon *canon, bool loose)
{
	for (size_t i = 0; i < canon->count; i++) {
		for (size_t k = 0; k < canon->count && !canon_spent(canons); k++) {
			if (k != i)
				adjacent(out, canons, canon, i, k, loose);
		}
	}
}

static bool is_opposite_to_one_of(const struct factors *factors, const struct canon *canon)
{
	for (size_t i = 0; i < factors->count; i++) {
		if (canon_opposite(factors->list[i], canon))
			return true;
	}
	return false;
}

/* Is u (strictly: exactly) the consensus of s and t, that is, of the factors of both but for one pair x, x̄? */
static bool consensus(const struct factors *u, const struct factors *s, const struct factors *t, bool loose)
{
	const struct canon *of_s = NULL, *of_t = NULL;

	for (size_t i = 0; i < s->count; i++) {
		for (size_t k = 0; k < t->count; k++) {
			if (!canon_opposite(s->list[i], t->list[k]))
				continue;
			if (of_s != NULL)
				return false;
			of_s = s->list[i];
			of_t = t->list[k];
		}
	}
	if (of_s == NULL || s->count + t->count < 3)
		return false;
	for (size_t i = 0; i < s->count; i++) {
		if (s->list[i] != of_s && !factors_have(u, s->list[i]))
			return false;
	}
	for (size_t i = 0; i < t->count; i++) {
		if (t->list[i] != of_t && !factors_have(u, t->list[i]))
			return false;
	}
	for (size_t i = 0; !loose && i < u->count; i++) {
		bool from_s = factors_have(s, u->list[i]) && u->list[i] != of_s;

		if (!from_s && !(factors_have(t, u->list[i]) && u->list[i] != of_t))
			return false;
	}
	return true;
}

/* xy + x̄z + yz = xy + x̄z. */
void rewrite_consensus(struct rewrites *out, struct canons *canons, const struct canon *canon, bool loose)
{
	enum expr_op inner = canon_dual(canon->op);

	for (size_t i = 0; i < canon->count; i++) {
		struct factors s, t, u;
		bool found = false;

		factors_of(&u, canon->operands[i], inner);
		for (size_t k = 0; k < canon->count && !found; k++) {
			factors_of(&s, canon->operands[k], inner);
			for (size_t n = k + 1; n < canon->count && !found && !canon_spent(canons); n++) {
				factors_of(&t, canon->operands[n], inner);
				canons->steps++;
				found = k != i && n != i && consensus(&u, &s, &t, loose);
			}
		}
		if (found)
			rewrites_add(out, canons, canon_with(canons, canon, i, NULL));
	}
}

/* A product of x and x̄, which makes up nothing. */
static bool contradicts_itself(const struct factors *factors)
{
	for (size_t i = 0; i < factors->count; i++) {
		if (is_opposite_to_one_of(factors, factors->list[i]))
			return true;
	}
	return false;
}

/* Do the terms of `many` that are multiples of `term` make it up, no two at once? `used` gets a mark for each. */
static bool made_of(
	struct canons *canons, const struct canon *term, const struct factors *many, enum expr_op inner, bool *used)
{
	enum { WHOLE = 1 << 16, EXTRA_MAX = 16 };
	struct factors whole, one, other;
	uint32_t sum = 0;

	factors_of(&whole, term, inner);
	for (size_t i = 0; i < many->count && !canon_spent(canons); i++) {
		factors_of(&one, many->list[i], inner);
		canons->steps++;
		if (!factors_within(&whole, &one) || one.count - whole.count > EXTRA_MAX || contradicts_itself(&one))
			continue;
		for (size_t k = 0; k < i; k++) {
			bool apart = false;

			canons->steps++;
			factors_of(&other, many->list[k], inner);
			for (size_t n = 0; n < other.count && !apart; n++)
				apart = is_opposite_to_one_of(&one, other.list[n]);
			if (!apart && factors_within(&whole, &other))
				return false;
		}
		used[i] = true;
		sum += WHOLE >> (one.count - whole.count);
	}
	return sum == WHOLE;
}

bool adjacency_expands(struct canons *canons, const struct canon *few, const struct canon *many)
{
	enum { TERMS_MAX = 128 };
	bool used[TERMS_MAX] = { false };
	struct factors before, after;
	enum expr_op inner;

	if (!canon_sum_or_product(many) || many->count > TERMS_MAX)
		return false;
	inner = canon_dual(many->op);
	factors_of(&before, few, many->op);
	factors_of(&after, many, many->op);
	for (size_t i = 0; i < before.count; i++) {
		if (!factors_have(&after, before.list[i]) && !made_of(canons, before.list[i], &after, inner, used))
			return false;
	}
	for (size_t i = 0; i < after.count; i++) {
		if (!used[i] && !factors_have(&before, after.list[i]))
			return false;
	}
	return true;
}
