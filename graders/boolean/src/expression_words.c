/* What is wrong with an expression, in words. */
#include "expression.h"
#include "grader_boolean/grader_boolean.h"

struct msg_text say_both(struct arena *arena, const char *code, const struct msg_param *fr, const struct msg_param *en)
{
	return msg_make_both(arena, &boolean_messages, code, fr, en);
}

struct msg_text say_counterexample(const struct expression_wish *wish, uint32_t row, bool wanted, struct arena *arena)
{
	const struct boolean_spec *spec = wish->spec;
	struct msg_text words = spec_row_meant(spec, row, arena);
	struct msg_text should = spec_result_meant(spec, wanted, arena), is = spec_result_meant(spec, !wanted, arena);
	const char *one = wanted ? "1" : "0", *other = wanted ? "0" : "1";
	struct msg_param fr[] = { { "row", words.fr }, { "name", wish->name }, { "wanted", one },
		{ "should", should.fr }, { "got", other }, { "is", is.fr }, { 0 } };
	struct msg_param en[] = { { "row", words.en }, { "name", wish->name }, { "wanted", one },
		{ "should", should.en }, { "got", other }, { "is", is.en }, { 0 } };

	return say_both(arena, "counterexample", fr, en);
}

struct msg_text say_neighbour(
	const struct boolean_spec *spec, const struct neighbour *found, const struct expr *expr, struct arena *arena)
{
	struct msg_param params[] = { { "at", spec_text(spec, found->at ? found->at : expr, arena) }, { 0 } };

	if (found->mistake == MISTAKE_NONE)
		return (struct msg_text){ 0 };
	return msg_make(
		arena, &boolean_messages, arena_printf(arena, "mistake-%s", mistake_name(found->mistake)), params);
}

struct msg_text say_mistake(const struct expression_wish *wish, const struct expr *expr, struct arena *arena)
{
	struct neighbour found;

	neighbour_find(&found, expr,
		&(struct neighbour_wish){
			.wanted = &wish->target.ones, .care = &wish->care, .implications = wish->implications },
		arena);
	return say_neighbour(wish->spec, &found, expr, arena);
}

/* Codes of sums of products; those of products of sums have "-product" behind. */
static const char *const form_codes[] = {
	[FORM_BAR_OVER_MORE] = "form-long-bar",
	[FORM_SUM_IN_PRODUCT] = "form-mixed",
	[FORM_OTHER_OPERATOR] = "form-operator",
	[FORM_CONSTANT_INSIDE] = "form-constant",
	[FORM_LITERAL_TWICE] = "form-literal-twice",
	[FORM_TERM_TWICE] = "form-term-twice",
	[FORM_NOT_ALL_VARIABLES] = "form-not-all-variables",
};

struct msg_text say_form_fault(
	const struct boolean_spec *spec, enum form form, const struct form_judgement *fault, struct arena *arena)
{
	struct msg_param params[] = { { "at", fault->at ? spec_text(spec, fault->at, arena) : "" }, { 0 } };
	const char *code = form_codes[fault->fault < FORM_NOT_ONLY_NAND ? fault->fault : FORM_OTHER_OPERATOR];

	if (form == FORM_NAND || form == FORM_NOR)
		code = form == FORM_NAND ? "form-not-only-nand" : "form-not-only-nor";
	else if (form_is_product(form))
		code = arena_printf(arena, "%s-product", code);
	return msg_make(arena, &boolean_messages, code, params);
}

/* One term of a cover as people write it in this form. */
static const char *term_text(const struct boolean_spec *spec, enum form form, struct term term, struct arena *arena)
{
	const struct cover alone = { &term, 1 };
	unsigned variables = spec->vocabulary.count;

	return spec_text(spec,
		form_is_product(form) ? form_product(&alone, variables, arena) : form_sum(&alone, variables, arena),
		arena);
}

static const char *literal_text(
	const struct boolean_spec *spec, enum form form, struct term term, unsigned variable, struct arena *arena)
{
	uint32_t bit = term_bit(spec->vocabulary.count, variable);
	struct term alone = { bit, term.value & bit };

	return term_text(spec, form, alone, arena);
}

static const char *number(struct arena *arena, size_t value)
{
	return arena_printf(arena, "%zu", value);
}

/* Is what s and t have together but for one variable, barred in one of them only, a part of `term`? */
static bool is_consensus(struct term term, struct term s, struct term t)
{
	uint32_t opposed = s.care & t.care & (s.value ^ t.value), care = (s.care | t.care) & ~opposed;

	return __builtin_popcount(opposed) == 1 && (care & ~term.care) == 0 &&
	       ((s.value | t.value) & care) == (term.value & care);
}

/* A redundant term, and the two that make it so where two do. */
static struct msg_text say_consensus(const struct boolean_spec *spec, enum form form, const struct cover *cover,
	size_t redundant, struct msg_text text, struct arena *arena)
{
	for (size_t i = 0; i < cover->count; i++) {
		for (size_t j = i + 1; j < cover->count; j++) {
			const struct term *terms = cover->terms;
			if (i == redundant || j == redundant || !is_consensus(terms[redundant], terms[i], terms[j]))
				continue;
			struct msg_param params[] = { { "first", term_text(spec, form, terms[i], arena) },
				{ "second", term_text(spec, form, terms[j], arena) }, { 0 } };
			struct msg_text more = msg_make(arena, &boolean_messages, "redundant-consensus", params);

			text.fr = arena_printf(arena, "%s %s", text.fr, more.fr);
			text.en = arena_printf(arena, "%s %s", text.en, more.en);
			return text;
		}
	}
	return text;
}

struct msg_text say_cover_fault(const struct boolean_spec *spec, enum form form, const struct cover *cover,
	const struct cover_judgement *fault, struct arena *arena)
{
	static const char *const codes[] = {
		[COVER_USELESS_LITERAL] = "useless-literal",
		[COVER_REDUNDANT_TERM] = "redundant-term",
		[COVER_TOO_MANY_TERMS] = "fewer-terms",
		[COVER_TOO_MANY_LITERALS] = "fewer-literals",
	};
	struct term term = fault->term < cover->count ? cover->terms[fault->term] : (struct term){ 0 };
	bool terms = fault->fault == COVER_TOO_MANY_TERMS, literal = fault->fault == COVER_USELESS_LITERAL;
	struct msg_param params[] = {
		{ "term", term_text(spec, form, term, arena) },
		{ "literal", literal ? literal_text(spec, form, term, fault->variable, arena) : "" },
		{ "count", number(arena, terms ? fault->cost.terms : fault->cost.literals) },
		{ "best", number(arena, terms ? fault->best.terms : fault->best.literals) },
		{ 0 },
	};
	const char *code = codes[fault->fault];

	if (!code) /* the values were judged before */
		code = "fewer-terms";
	if (form_is_product(form))
		code = arena_printf(arena, "%s-product", code);
	struct msg_text text = msg_make(arena, &boolean_messages, code, params);
	if (fault->fault != COVER_REDUNDANT_TERM)
		return text;
	return say_consensus(spec, form, cover, fault->term, text, arena);
}
