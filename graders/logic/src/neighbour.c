/* The order in which mistakes are thought of (logic/neighbour.h says why). */
#include "hunt.h"

static const char *const names[MISTAKES] = {
	[MISTAKE_NONE] = "none",
	[MISTAKE_NEGATED] = "negated",
	[MISTAKE_IMPLICATION_REVERSED] = "implication-reversed",
	[MISTAKE_IFF_FOR_IMPLIES] = "iff-for-implies",
	[MISTAKE_CONSTANT] = "constant",
	[MISTAKE_DE_MORGAN] = "de-morgan",
	[MISTAKE_BAR_MISSING] = "bar-missing",
	[MISTAKE_BAR_EXTRA] = "bar-extra",
	[MISTAKE_BAR_TOO_LONG] = "bar-too-long",
	[MISTAKE_BAR_TOO_SHORT] = "bar-too-short",
	[MISTAKE_PRECEDENCE] = "precedence",
	[MISTAKE_OR_FOR_XOR] = "or-for-xor",
	[MISTAKE_OPERATORS_EXCHANGED] = "operators-exchanged",
	[MISTAKE_ALL_OPERATORS_EXCHANGED] = "all-operators-exchanged",
	[MISTAKE_AND_FOR_IMPLIES] = "and-for-implies",
	[MISTAKE_FACTOR_EXTRA] = "factor-extra",
	[MISTAKE_TERM_EXTRA] = "term-extra",
	[MISTAKE_VARIABLE] = "variable",
	[MISTAKE_TERM_MISSING] = "term-missing",
	[MISTAKE_FACTOR_MISSING] = "factor-missing",
};

const char *mistake_name(enum mistake mistake)
{
	return names[mistake];
}

static bool (*const tries[])(struct hunt *) = {
	try_negation,
	try_implication_reversed,
	try_iff_for_implies,
	try_constants,
	try_de_morgan,
	try_letter_bars,
	try_bar_too_long,
	try_bar_too_short,
	try_long_bars,
	try_extra_term,
	try_parentheses,
	try_xor,
	try_operators,
	try_all_operators,
	try_and_for_implies,
	try_extra_factor,
	try_variables,
	try_missing_term,
	try_missing_factor,
};

void neighbour_find(
	struct neighbour *out, const struct expr *expr, const struct neighbour_wish *wish, struct arena *arena)
{
	struct hunt hunt = { .variables = wish->wanted->variables,
		.wanted = wish->wanted,
		.care = wish->care,
		.implications = wish->implications,
		.arena = arena,
		.out = out };

	hunt.budget = wish->budget > 0 ? wish->budget : NEIGHBOUR_BUDGET;
	*out = (struct neighbour){ 0 };
	if (!hunt_open(&hunt, expr))
		return;
	hunt_rows(&hunt);
	for (size_t i = 0; i < sizeof(tries) / sizeof(tries[0]) && !hunt_spent(&hunt); i++) {
		if (tries[i](&hunt))
			return;
	}
	out->steps = hunt.steps;
}
