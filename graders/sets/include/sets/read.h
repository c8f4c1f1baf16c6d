/*
 * Sets as people type them.
 *
 * Read: {a;b}, {a,b}, ∅, {}, {∅;{a};{a;b}}, couples (1;a) and (1,a), ⟦1;9⟧, intervals ]−∞;4] and [0;1[; ∪ ∩ \ − Δ × with
 * their LaTeX names and, between operands, the letters U, n and x and the words union, inter, privé de; the complement as
 * a bar, Ā, A', ∁A, ∁_E A, \overline{A}, Aᶜ, A^c, non A; P(E), 𝒫(E); card(A), |A|, #A; ℝ.
 *
 * In each pair of brackets a semicolon makes commas decimal ones: {1,5;2} has two elements, {1,5} too. Different signs
 * without parentheses are ambiguous and not read. Nothing is guessed; a slip says where, and what to type.
 */
#pragma once
#include "sets/expression.h"

struct set_words {
	const char *const *sets; /* names of sets, NULL-terminated; NULL: none */
	const char *const *elements; /* known names of elements: a is read for A where only a is known; NULL: any */
	const char *universe; /* where ∁_E needs no more than ∁; NULL */
	bool plain; /* no products, subsets or cardinals */
};

struct set_reading {
	const struct set_expr *expr;
	const struct element *twice; /* an element that a set in braces names more than once; NULL */
	bool infinity_closed; /* [−∞ was written, and read as ]−∞ */
};

enum { SET_OPERANDS_MAX = 200 };

int set_read(struct set_reading *out, const char *text, size_t bytes, const struct set_words *words,
	struct arena *arena, struct slip *slip) must_check;
/* One element: a number, a name, a tuple, a set. */
int element_read(const struct element **out, const char *text, size_t bytes, const struct set_words *words,
	struct arena *arena, struct slip *slip) must_check;
/* Elements between ; or , with or without braces around them; their order and repetitions stay. At most SET_COUNT_MAX. */
int element_list_read(const struct element *const **out, size_t *count, const char *text, size_t bytes,
	const struct set_words *words, struct arena *arena, struct slip *slip) must_check;
/* Couples: {(1;a);(2;b)}, also without the braces; arrows 1→a, 2→b, 1→a→c, 1→a,b; "∅", "aucun". As a set of couples. */
int couples_read(const struct element **out, const char *text, size_t bytes, const struct set_words *words,
	struct arena *arena, struct slip *slip) must_check;
/* A whole number, also 2^6, 2⁶, 4×3. */
int cardinal_read(
	const struct number **out, const char *text, size_t bytes, struct arena *arena, struct slip *slip) must_check;
