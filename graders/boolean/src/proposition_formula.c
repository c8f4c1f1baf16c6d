/* Marks a formula that must be equivalent: a translation, a negation. */
#include "expression.h"
#include "logic/neighbour.h"
#include "proposition.h"
#include "tidy.h"
#include <string.h>

static struct msg_text say_difference(
	struct paper *paper, const struct proposition_question *asked, const struct sentence *sentence)
{
	struct table apart = table_xor(&asked->wanted, &sentence->table, paper->arena);
	uint32_t row = (uint32_t)plainest_row(&apart);
	bool wanted = table_at(&asked->wanted, row);
	struct msg_text words = row_words(asked, row, &asked->wanted, &sentence->table, paper->arena);
	struct msg_text should = truth_word(wanted), is = truth_word(!wanted);

	return proposition_say_both(paper->arena, asked->world ? "statement-differs" : "proposition-differs",
		(struct msg_param[]){ { "row", words.fr }, { "wanted", should.fr }, { "got", is.fr }, { 0 } },
		(struct msg_param[]){ { "row", words.en }, { "wanted", should.en }, { "got", is.en }, { 0 } });
}

/* ---- the mistake ---- */

static struct msg_text say_at(struct paper *paper, const struct proposition_question *asked,
	const struct sentence *sentence, const char *code, const struct expr *at)
{
	const char *text = sentence_text(asked, sentence, at ? at : sentence->statement.expr, paper->arena);

	return proposition_say(paper->arena, code, (struct msg_param[]){ { "at", text }, { 0 } });
}

/* Where one word would not do for both directions. */
static const char *neighbour_code(
	struct paper *paper, const struct proposition_question *asked, const struct neighbour *found)
{
	if (found->mistake == MISTAKE_IFF_FOR_IMPLIES && found->at->op == EXPR_IMPLIES)
		return "proposition-implies-for-iff";
	if (found->mistake == MISTAKE_AND_FOR_IMPLIES && found->at->op == EXPR_IMPLIES)
		return asked->negate ? "proposition-negated-implication" : "proposition-implies-for-and";
	return arena_printf(paper->arena, "proposition-%s", mistake_name(found->mistake));
}

static void remark_neighbour(
	struct paper *paper, const struct proposition_question *asked, const struct sentence *sentence)
{
	struct neighbour found;

	neighbour_find(&found, sentence->statement.expr,
		&(struct neighbour_wish){ .wanted = &asked->wanted, .implications = true }, paper->arena);
	/* (A ⇒ B) ∨ C is (A ∧ ¬C) ⇒ B: a condition was forgotten, not a case. */
	if (found.mistake == MISTAKE_TERM_MISSING && found.at->op == EXPR_IMPLIES) {
		found.mistake = MISTAKE_FACTOR_MISSING;
		found.at = found.at->operands[0];
	}
	if (found.mistake != MISTAKE_NONE)
		paper_remark(paper, say_at(paper, asked, sentence, neighbour_code(paper, asked, &found), found.at));
}

static void remark_fault(struct paper *paper, const struct proposition_question *asked, const struct sentence *sentence)
{
	struct statement_fault found;

	statement_fault_find(&found, &sentence->statement, asked->world, &asked->wanted);
	for (size_t i = 0; i < found.count; i++) {
		enum statement_mistake mistake = found.edits[i].mistake;
		const char *code = arena_printf(paper->arena, "statement-%s", statement_mistake_name(mistake));

		if (mistake == STATEMENT_IMPLIES_FOR_AND && asked->negate)
			code = "proposition-negated-implication";
		else if (!asked->negate && (mistake == STATEMENT_QUANTIFIER || mistake == STATEMENT_ALL_QUANTIFIERS ||
						   mistake == STATEMENT_BODY_NOT_NEGATED))
			code = arena_printf(paper->arena, "%s-meaning", code);
		else if (mistake == STATEMENT_IFF_FOR_IMPLIES && found.edits[i].at->op == EXPR_IMPLIES)
			code = "proposition-implies-for-iff";
		paper_remark(paper, say_at(paper, asked, sentence, code, found.edits[i].at));
	}
}

static void remark_mistake(
	struct paper *paper, const struct proposition_question *asked, const struct sentence *sentence)
{
	const struct expr *given = asked->formula.statement.expr;

	if (asked->negate && table_same(&sentence->table, &asked->formula.table)) {
		paper_remark(paper, proposition_say(paper->arena, "proposition-not-negated", NULL));
		return;
	}
	if (asked->world) {
		remark_fault(paper, asked, sentence);
		return;
	}
	if (asked->negate && given->op == EXPR_IMPLIES && sentence->statement.expr->op == EXPR_IMPLIES) {
		const char *text = sentence_text(asked, &asked->formula, given, paper->arena);

		paper_remark(paper, proposition_say(paper->arena, "proposition-negated-implication",
					    (struct msg_param[]){ { "at", text }, { 0 } }));
		return;
	}
	remark_neighbour(paper, asked, sentence);
}

/* ---- copies ---- */

/* Of a statement with quantifiers: an odd number of times "not", and then the exercise's own as it stands. */
static bool is_negated_text(const struct proposition_question *asked, const struct sentence *sentence,
	const struct expr *own, struct arena *arena)
{
	unsigned negations = 0;

	for (; own->op == EXPR_NOT; own = own->operands[0])
		negations++;
	return negations % 2 == 1 &&
	       !strcmp(sentence_text(asked, sentence, own, arena),
		       sentence_text(asked, &asked->formula, asked->formula.statement.expr, arena));
}

/* The formula of the statement with nothing but "not" before it. */
static bool is_bare_negation(
	const struct proposition_question *asked, const struct sentence *sentence, struct arena *arena)
{
	const struct expr *given = asked->formula.statement.expr, *own = sentence->statement.expr;

	if (!asked->negate)
		return false;
	if (!asked->world) {
		given = expr_tidy(given, false, arena);
		own = expr_tidy(own, false, arena);
		return given->count > 0 && given->op != EXPR_NOT && own->op == EXPR_NOT &&
		       expr_alike(own->operands[0], given, arena);
	}
	if (given->op == EXPR_VARIABLE && asked->formula.statement.leaves[given->value].kind < LEAF_FORALL)
		return false;
	return is_negated_text(asked, sentence, own, arena) ||
	       is_negated_text(asked, sentence, expr_tidy(own, false, arena), arena);
}

int mark_formula(
	struct paper *paper, const struct proposition_question *asked, const struct sentence *sentence, struct err *err)
{
	struct test_report *row = paper_rows(paper, 1);

	paper_name_row(paper, row, "row-equivalence", paper->question->points);
	if (!sentence) {
		paper_blank(paper);
		return 0;
	}
	if (!table_same(&sentence->table, &asked->wanted)) {
		row_failed(row, say_difference(paper, asked, sentence));
		remark_mistake(paper, asked, sentence);
		return paper_settle(paper, err);
	}
	if (!is_bare_negation(asked, sentence, paper->arena)) {
		row_passed(row);
		return paper_settle(paper, err);
	}
	row_failed(row, proposition_say(paper->arena, "proposition-only-not", NULL));
	if (frac_div(&row->points, row->max, frac_int(10), err))
		return -1;
	return paper_settle(paper, err);
}
