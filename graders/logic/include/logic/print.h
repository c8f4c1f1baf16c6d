/*
 * Writing a formula: as text that expr_read() reads back as the same tree, as LaTeX, as MathML with true bars.
 *
 * Parentheses are written where precedence needs them and where the tree keeps equal operators apart.
 */
#pragma once
#include "base/buf.h"
#include "logic/expr.h"

/* Barred letters as the letter and U+0305, long bars as ¬(…), products by juxtaposition where all names are single
 * letters, else with "·"; + ⊕ ↑ ↓ ⇒ ⇔. Propositional style (when the tree holds ⇒ or ⇔, or `propositions`): ¬ ∧ ∨. */
struct print_style {
	const struct vocabulary *vocabulary;
	bool propositions;
	const struct print_names *names; /* of this vocabulary; NULL: they are worked out each time */
};
/* For whoever writes many formulas of one vocabulary. In the arena, as the vocabulary must stay. */
const struct print_names *print_names_of(const struct vocabulary *vocabulary, struct arena *arena);
void expr_print(struct buf *out, const struct expr *expr, const struct print_style *style);
void expr_print_latex(struct buf *out, const struct expr *expr, const struct print_style *style);
/* One <math> element, presentation MathML that browsers draw without any script. A bar is a mover of class "bar", which the
 * page's style sheet draws as a rule: without a font of mathematics no browser stretches a sign. */
void expr_print_mathml(struct buf *out, const struct expr *expr, const struct print_style *style);
/* The text form in the arena. */
const char *expr_text(const struct expr *expr, const struct print_style *style, struct arena *arena);
