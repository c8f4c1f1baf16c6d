/*
 * The kind `proposition`: an equivalent formula, the nature of a formula, a consequence; of propositions, or of statements
 * with quantifiers over a small domain.
 */
#include "proposition.h"
#include "base/buf.h"
#include "base/json.h"
#include "derived_words.h"
#include "formula.h"
#include "grader_boolean/grader_boolean.h"

static const char *const asks[] = { "formula", "nature", "consequence", NULL };

static const struct key_spec keys[] = {
	BOOLEAN_KEYS(false),
	{ .name = "ask",
		.type = KEY_STRING,
		.choices = asks,
		.doc = "formula: one that is equivalent to `formula` (the default); nature: tautology, contradiction "
		       "or "
		       "neither; consequence: does the conclusion follow?" },
	{ .name = "formula", .type = KEY_STRING, .doc = "The formula: \"P ⇒ Q\", \"∀x, P(x) ⇒ Q(x)\"." },
	{ .name = "negate",
		.type = KEY_BOOL,
		.doc = "true: the answer must be the negation of `formula`, which stays as it is given." },
	{ .name = "premises", .type = KEY_STRINGS, .doc = "What is supposed, formula by formula." },
	{ .name = "conclusion", .type = KEY_STRING, .doc = "What may follow from the premises." },
	{ .name = "domain",
		.type = KEY_STRINGS,
		.doc = "One to four elements that ∀ and ∃ range over: [\"1\", \"2\", \"3\"]; instead of `variables`." },
	{ .name = "predicates",
		.type = KEY_OBJECT,
		.doc = "By name, the number of arguments: {\"P\": 1, \"R\": 2}; at most sixteen atoms in all." },
};

/* ---- how it was read ---- */

static void show_sentence(
	struct paper *paper, const struct proposition_question *asked, const struct sentence *sentence)
{
	cleanup_buf struct buf latex = BUF_INIT, mathml = BUF_INIT;
	const struct statement *statement = &sentence->statement;

	for (size_t i = 0; i < statement->remark_count; i++)
		paper_remark(paper, statement->remarks[i]);
	if (!asked->world) {
		paper_read_as(paper, &asked->shared, statement->expr);
		return;
	}
	statement_print_latex(&latex, statement, statement->expr, asked->world);
	statement_print_mathml(&mathml, statement, statement->expr, asked->world);
	paper->report->read_as = (struct read_as){
		.text = statement_text(statement, statement->expr, asked->world, paper->arena),
		.latex = arena_memdup(paper->arena, buf_str(&latex), latex.len),
		.mathml = arena_memdup(paper->arena, buf_str(&mathml), mathml.len),
	};
}

struct answer {
	struct sentence sentence;
	struct verdict_words words;
};

static enum reading read_whole(struct paper *paper, struct grading *grading, const struct question *question,
	const json_t *answer, struct question_report *report, struct answer *out)
{
	const struct proposition_question *asked = question->spec;
	enum reading reading = paper_open(paper, grading, question, answer, report);
	struct slip slip = { 0 };
	int status;

	if (reading != READING_OK)
		return reading;
	if (asked->ask == ASK_FORMULA)
		status = sentence_read(&out->sentence, asked, paper->text, paper->bytes, paper->arena, &slip);
	else
		status = verdict_words_read(&out->words, asked, paper->text, paper->bytes, paper->arena, &slip);
	if (status < 0)
		return paper_slip(paper, &slip, 0);
	if (asked->ask == ASK_FORMULA)
		show_sentence(paper, asked, &out->sentence);
	else
		paper->report->read_as.text = verdict_words_text(&out->words, asked, paper->arena);
	return READING_OK;
}

static int read_answer(struct grading *grading, const struct question *question, const json_t *answer,
	enum reading *reading, struct question_report *report, struct err *err)
{
	struct answer given;
	const struct proposition_question *spec = question->spec;
	struct paper paper = { .messages = &boolean_messages, .example = spec->shared.example };

	*reading = paper_preview(&paper, read_whole(&paper, grading, question, answer, report, &given));
	return 0;
}

static int grade(struct grading *grading, const struct question *question, const json_t *answer,
	struct question_report *report, struct err *err)
{
	const struct proposition_question *asked = question->spec;
	struct answer given;
	const struct proposition_question *spec = question->spec;
	struct paper paper = { .messages = &boolean_messages, .example = spec->shared.example };
	enum reading reading = read_whole(&paper, grading, question, answer, report, &given);

	if (reading == READING_UNREADABLE)
		return 0;
	if (asked->ask == ASK_FORMULA)
		return mark_formula(&paper, asked, reading == READING_OK ? &given.sentence : NULL, err);
	if (asked->ask == ASK_NATURE)
		return mark_nature(&paper, asked, reading == READING_OK ? &given.words : NULL, err);
	return mark_consequence(&paper, asked, reading == READING_OK ? &given.words : NULL, err);
}

static json_t *reference(const struct question *question, struct arena *arena)
{
	const struct proposition_question *asked = question->spec;

	return json_keep(arena, json_string(asked->reference));
}

/* The constants; the formula that is to be negated, and with "not" before it; each of the words. */
static json_t *idle(const struct question *question, struct arena *arena)
{
	const struct proposition_question *asked = question->spec;
	static const char *const constants[][3] = { [ASK_FORMULA] = { "0", "1" },
		[ASK_NATURE] = { "tautologie", "contradiction", "ni l’un ni l’autre" },
		[ASK_CONSEQUENCE] = { "oui", "non" } };
	json_t *list = json_array();

	for (size_t i = 0; i < 3 && constants[asked->ask][i]; i++)
		json_array_append_new(list, json_string(constants[asked->ask][i]));
	if (asked->ask == ASK_FORMULA && asked->negate) {
		const char *given = sentence_text(asked, &asked->formula, asked->formula.statement.expr, arena);

		json_array_append_new(list, json_string(given));
		json_array_append_new(list, json_string(arena_printf(arena, "¬(%s)", given)));
	}
	return json_keep(arena, list);
}

static void tell(struct derived *out, const struct proposition_question *asked, const char *code,
	const struct table *told, const char *row)
{
	derived_add(out, proposition_say(out->arena, code,
				 (struct msg_param[]){ { "count", arena_printf(out->arena, "%u", table_count(told)) },
					 { "rows", arena_printf(out->arena, "%u", table_rows(told->variables)) },
					 { "row", row }, { 0 } }));
}

static const char *plainest(struct derived *out, const struct proposition_question *asked, const struct table *rows)
{
	int64_t row = plainest_row(rows);

	return row < 0 ? "" : spec_row(&asked->shared, (uint32_t)row, out->arena);
}

static void derived(struct derived *out, const struct question *question)
{
	const struct proposition_question *asked = question->spec;
	const struct table *own = &asked->formula.table;

	if (asked->ask == ASK_FORMULA) {
		tell(out, asked, "derived-truths", &asked->wanted, "");
		derived_answer(out, asked->reference);
	} else if (asked->ask == ASK_CONSEQUENCE) {
		bool follows = table_count(&asked->refuting) == 0;

		tell(out, asked, follows ? "derived-follows" : "derived-follows-not", &asked->refuting,
			plainest(out, asked, &asked->refuting));
	} else if (asked->nature == NATURE_NEITHER) {
		struct table falses = table_not(own, out->arena);

		tell(out, asked, "derived-neither", own, plainest(out, asked, own));
		tell(out, asked, "derived-falses", &falses, plainest(out, asked, &falses));
	} else {
		tell(out, asked, asked->nature == NATURE_TAUTOLOGY ? "derived-tautology" : "derived-contradiction", own,
			"");
	}
}

const struct kind proposition_kind = {
	.name = "proposition",
	.typing = TYPING_FORMULA,
	.question_keys = keys,
	.question_key_count = sizeof(keys) / sizeof(keys[0]),
	.read = proposition_read,
	.read_answer = read_answer,
	.grade = grade,
	.reference = reference,
	.idle = idle,
	.derived = derived,
};
