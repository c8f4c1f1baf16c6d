/*
 * Marks "tautology, contradiction or neither" and "does it follow?". The word earns all where it is the whole answer, and
 * a tenth where an assignment is due, since it could be said of any formula: "neither" is shown by one that makes the
 * formula true and one that makes it false, "no" by a counterexample. Nor is there anything to earn by trying many
 * assignments: each has to be what it is said to be.
 */
#include "proposition.h"

/* The value of a table in every row that the witness leaves possible; -1 when they differ. */
static int value_at(const struct table *table, const struct witness *witness)
{
	int value = -1;

	for (uint32_t row = 0; row < table_rows(table->variables); row++) {
		if ((row & witness->mask) != witness->row)
			continue;
		if (value >= 0 && value != (int)table_at(table, row))
			return -1;
		value = table_at(table, row);
	}
	return value;
}

/* The names that `table` depends on and the witness does not say. */
static const char *unsaid(const struct proposition_question *asked, const struct table *table,
	const struct witness *witness, struct arena *arena)
{
	unsigned count = asked->shared.vocabulary.count;
	const char *text = "";

	for (unsigned i = 0; i < count; i++)
		if (!(witness->mask >> (count - 1 - i) & 1) && table_depends(table, i))
			text = arena_printf(
				arena, "%s%s%s", text, *text ? ", " : "", asked->shared.vocabulary.names[i]);
	return text;
}

static struct msg_text say_incomplete(struct paper *paper, const struct proposition_question *asked,
	const struct table *table, const struct witness *witness)
{
	return proposition_say(paper->arena, "witness-incomplete",
		(struct msg_param[]){ { "row", witness_text(asked, witness, paper->arena) },
			{ "names", unsaid(asked, table, witness, paper->arena) }, { 0 } });
}

/* With {row}, a row where `rows` is 1 in words. */
static struct msg_text say_row(
	struct paper *paper, const struct proposition_question *asked, const char *code, const struct table *rows)
{
	struct msg_text words = row_words(asked, (uint32_t)plainest_row(rows), rows, NULL, paper->arena);

	return proposition_say_both(paper->arena, code, (struct msg_param[]){ { "row", words.fr }, { 0 } },
		(struct msg_param[]){ { "row", words.en }, { 0 } });
}

static void name_row(struct paper *paper, struct test_report *row, const char *code, struct frac max)
{
	struct msg_text label = proposition_say(paper->arena, code, NULL);

	row->name = label.fr;
	label.code = NULL;
	row->label = label;
	row->max = max;
}

/* One row for all. */
static int mark_word(struct paper *paper, bool right, struct msg_text why, struct err *err)
{
	struct test_report *row = paper_rows(paper, 1);

	name_row(paper, row, "row-answer", paper->question->points);
	if (right)
		row_passed(row);
	else
		row_failed(row, why);
	return paper_settle(paper, err);
}

/* ---- nature ---- */

/* Does a witness show that the formula may be `value`, and none that is said to is wrong? If not, why in *message. Those that
 * do not say which value they are for count when `unsaid_too`: any assignment gives one of both. */
static bool is_shown(struct paper *paper, const struct proposition_question *asked, const struct verdict_words *words,
	bool value, bool unsaid_too, struct msg_text *message)
{
	bool shown = false, wrong = false;

	*message = proposition_say(paper->arena, value ? "witness-no-true" : "witness-no-false", NULL);
	for (size_t i = 0; i < words->count; i++) {
		const struct witness *witness = &words->witnesses[i];
		int got = value_at(&asked->formula.table, witness);
		struct msg_text is = truth_word(got == 1);
		const char *text = witness_text(asked, witness, paper->arena);

		if (witness->label == !value)
			continue;
		if (got < 0)
			*message = say_incomplete(paper, asked, &asked->formula.table, witness);
		else if (witness->label == (int)value && got != (int)value)
			*message = proposition_say_both(paper->arena, "witness-other-value",
				(struct msg_param[]){ { "row", text }, { "value", is.fr }, { 0 } },
				(struct msg_param[]){ { "row", text }, { "value", is.en }, { 0 } });
		else if (witness->label < 0 && got == (int)value && !unsaid_too)
			*message = proposition_say(
				paper->arena, "witness-unsaid", (struct msg_param[]){ { "row", text }, { 0 } });
		shown |= got == (int)value && (witness->label >= 0 || unsaid_too);
		wrong |= got != (int)value && witness->label >= 0;
	}
	return shown && !wrong;
}

/* A tenth for a word that can be said of anything; the remark where nothing stands beside it. */
static int word_share(struct frac *out, struct paper *paper, const struct verdict_words *words, struct err *err)
{
	if (words->count == 0)
		paper_remark(paper, proposition_say(paper->arena, "word-alone", NULL));
	return frac_div(out, paper->question->points, frac_int(10), err);
}

static int mark_neither(struct paper *paper, const struct proposition_question *asked,
	const struct verdict_words *words, struct err *err)
{
	static const char *const labels[] = { "row-answer", "row-shown-true", "row-shown-false" };
	struct test_report *rows = paper_rows(paper, 3);
	struct frac word, each;
	struct msg_text why;

	if (word_share(&word, paper, words, err) || frac_sub(&each, paper->question->points, word, err) ||
		frac_div(&each, each, frac_int(2), err))
		return -1;
	/* Two assignments that do not say which is which show it as well, not one that is right by itself. */
	bool both = words->count <= 2 && is_shown(paper, asked, words, true, true, &why) &&
		    is_shown(paper, asked, words, false, true, &why);
	for (size_t i = 0; i < 3; i++)
		name_row(paper, &rows[i], labels[i], i == 0 ? word : each);
	row_passed(&rows[0]);
	for (size_t i = 1; i < 3; i++) {
		if (is_shown(paper, asked, words, i == 1, both, &why))
			row_passed(&rows[i]);
		else
			row_failed(&rows[i], why);
	}
	return paper_settle(paper, err);
}

int mark_nature(struct paper *paper, const struct proposition_question *asked, const struct verdict_words *words,
	struct err *err)
{
	struct table falses = table_not(&asked->formula.table, paper->arena);
	struct msg_text why = { 0 };

	if (!words) {
		name_row(paper, paper_rows(paper, 1), "row-answer", paper->question->points);
		paper_blank(paper);
		return 0;
	}
	bool right = words->answer == (int)asked->nature;
	if (right && asked->nature == NATURE_NEITHER)
		return mark_neither(paper, asked, words, err);
	if (!right && words->answer == NATURE_TAUTOLOGY)
		why = say_row(paper, asked, "nature-not-tautology", &falses);
	else if (!right && words->answer == NATURE_CONTRADICTION)
		why = say_row(paper, asked, "nature-not-contradiction", &asked->formula.table);
	else if (!right)
		why = proposition_say(paper->arena, "nature-constant", NULL);
	return mark_word(paper, right, why, err);
}

/* ---- consequence ---- */

/* Why no counterexample: a premise is false there, or the conclusion holds. */
static struct msg_text say_why_not(
	struct paper *paper, const struct proposition_question *asked, const struct witness *witness)
{
	struct msg_param params[] = { { "row", witness_text(asked, witness, paper->arena) }, { "sentence", "" },
		{ 0 } };

	for (size_t i = 0; i < asked->premise_count; i++) {
		const struct sentence *premise = &asked->premises[i];

		if (value_at(&premise->table, witness) != 0)
			continue;
		params[1].value = sentence_text(asked, premise, premise->statement.expr, paper->arena);
		return proposition_say(paper->arena, "refutes-not-premise", params);
	}
	if (value_at(&asked->conclusion.table, witness) == 1) {
		params[1].value =
			sentence_text(asked, &asked->conclusion, asked->conclusion.statement.expr, paper->arena);
		return proposition_say(paper->arena, "refutes-not-conclusion", params);
	}
	return say_incomplete(paper, asked, &asked->refuting, witness);
}

/* By each of the assignments that are given. */
static bool is_refuted(struct paper *paper, const struct proposition_question *asked, const struct verdict_words *words,
	struct msg_text *message)
{
	*message = proposition_say(paper->arena, "counterexample-due", NULL);
	for (size_t i = 0; i < words->count; i++) {
		if (value_at(&asked->refuting, &words->witnesses[i]) == 1)
			continue;
		*message = say_why_not(paper, asked, &words->witnesses[i]);
		return false;
	}
	return words->count > 0;
}

/* "No" is right: a tenth, and the rest for the counterexample. */
static int mark_refutation(struct paper *paper, const struct proposition_question *asked,
	const struct verdict_words *words, struct err *err)
{
	struct test_report *rows = paper_rows(paper, 2);
	struct frac word, rest;
	struct msg_text why;

	if (word_share(&word, paper, words, err) || frac_sub(&rest, paper->question->points, word, err))
		return -1;
	name_row(paper, &rows[0], "row-answer", word);
	name_row(paper, &rows[1], "row-refutation", rest);
	row_passed(&rows[0]);
	if (is_refuted(paper, asked, words, &why))
		row_passed(&rows[1]);
	else
		row_failed(&rows[1], why);
	return paper_settle(paper, err);
}

int mark_consequence(struct paper *paper, const struct proposition_question *asked, const struct verdict_words *words,
	struct err *err)
{
	bool follows = table_count(&asked->refuting) == 0;
	struct msg_text why = { 0 };

	if (!words) {
		name_row(paper, paper_rows(paper, 1), "row-answer", paper->question->points);
		paper_blank(paper);
		return 0;
	}
	if (!follows && words->answer == 0)
		return mark_refutation(paper, asked, words, err);
	if (!follows)
		why = say_row(paper, asked, asked->world ? "follows-not-world" : "follows-not", &asked->refuting);
	else if (words->answer == 0)
		why = words->count > 0 ? say_why_not(paper, asked, &words->witnesses[0])
				       : proposition_say(paper->arena, "follows", NULL);
	return mark_word(paper, follows && words->answer == 1, why, err);
}
