/*
 * The kind `choice`: one option of several, or all that are right.
 *
 * Of several, right ticks less wrong ones over the right ones there are, never below zero; everything ticked earns a tenth
 * at most. Each option that is wrongly chosen is answered with the author's reason; which right ones are missing is not said.
 */
#include "base/json.h"
#include "grader_choice/grader_choice.h"
#include "options.h"
#include "sheet/paper.h"
#include "sheet/where.h"

static void read_question(struct reader *reader, json_t *object, const char *pointer, struct question *question)
{
	struct options *options = arena_alloc(reader->arena, sizeof(*options));

	if (options_read(options, reader, object, pointer, question))
		question->spec = options;
}

static int read_answer(struct grading *grading, const struct question *question, const json_t *answer,
	enum reading *reading, struct question_report *report, struct err *err)
{
	const struct options *options = question->spec;
	struct paper paper = { .messages = &choice_messages, .example = options->example };
	struct ticks ticks;

	(void)err;
	*reading = paper_preview(&paper, choice_ticks_read(&ticks, &paper, options, answer, grading, question, report));
	return 0;
}

/* What there is to say about an option that was wrongly chosen. */
static struct msg_text reason(struct paper *paper, const struct option *option, size_t place)
{
	const char *letter = arena_printf(paper->arena, "%c", (char)('a' + place));
	struct msg_param fr[] = { { "option", option->text.fr != NULL ? option->text.fr : letter },
		{ "why", option->why.fr }, { 0 } };
	struct msg_param en[] = { { "option", option->text.fr != NULL ? msg_in(&option->text, LANG_EN) : letter },
		{ "why", msg_in(&option->why, LANG_EN) }, { 0 } };

	return msg_make_both(
		paper->arena, &choice_messages, option->why.fr != NULL ? "choice-why" : "choice-wrong", fr, en);
}

struct score {
	size_t right, wrong;
};

static struct score count(struct paper *paper, const struct options *options, const struct ticks *ticks)
{
	struct score score = { 0 };

	for (size_t i = 0; i < options->count; i++) {
		if (!ticks->on[i])
			continue;
		if (options->list[i].right) {
			score.right++;
			continue;
		}
		score.wrong++;
		paper_remark(paper, reason(paper, &options->list[i], i));
	}
	return score;
}

static struct msg_text message(struct paper *paper, const struct options *options, const struct score *score)
{
	const struct msg_param params[] = { { "right", arena_printf(paper->arena, "%zu", score->right) },
		{ "wrong", arena_printf(paper->arena, "%zu", score->wrong) },
		{ "missing", arena_printf(paper->arena, "%zu", options->right - score->right) }, { 0 } };

	if (!options->several)
		return paper_say(paper, "choice-other", NULL);
	if (options->right == 0)
		return paper_say(paper, "choice-none-right", NULL);
	if (score->right + score->wrong == options->count)
		return paper_say(paper, "choice-all", NULL);
	if (score->right + score->wrong == 0)
		return paper_say(paper, "choice-some-right", NULL);
	return paper_say(paper,
		score->right == options->right ? "choice-too-many"
		: score->wrong == 0            ? "choice-missing"
					       : "choice-mixed",
		params);
}

static int mark(struct paper *paper, const struct options *options, const struct ticks *ticks, struct err *err)
{
	struct test_report *row = &paper->report->tests[0];
	struct score score = count(paper, options, ticks);
	struct frac share = FRAC_ZERO;

	row->got = choice_ticks_text(ticks, options, LANG_FR, paper->arena);
	if (score.right == options->right && score.wrong == 0) {
		row_passed(row);
		return paper_settle(paper, err);
	}
	row_failed(row, message(paper, options, &score));
	if (score.right > score.wrong &&
		(frac_make(&share, (int64_t)(score.right - score.wrong), (int64_t)options->right, err) < 0 ||
			frac_mul(&row->points, row->max, share, err) < 0))
		return -1;
	if (paper_settle(paper, err) < 0)
		return -1;
	return score.right + score.wrong == options->count ? paper_guard(paper, err) : 0;
}

static const char *expected(const struct options *options, enum lang lang, struct arena *arena)
{
	struct ticks right = { 0 };

	for (size_t i = 0; i < options->count; i++)
		right.on[i] = options->list[i].right;
	return choice_ticks_text(&right, options, lang, arena);
}

static int grade(struct grading *grading, const struct question *question, const json_t *answer,
	struct question_report *report, struct err *err)
{
	const struct options *options = question->spec;
	struct paper paper = { .messages = &choice_messages, .example = options->example };
	struct ticks ticks;
	enum reading reading = choice_ticks_read(&ticks, &paper, options, answer, grading, question, report);

	if (reading == READING_UNREADABLE)
		return 0;
	struct test_report *rows = paper_rows(&paper, 1);
	paper_name_row(&paper, rows, options->several ? "row-choices" : "row-choice", question->points);
	rows->expected = expected(options, LANG_FR, paper.arena);
	if (reading == READING_OK)
		return mark(&paper, options, &ticks, err);
	paper_blank(&paper);
	return 0;
}

static json_t *reference(const struct question *question, struct arena *arena)
{
	const struct options *options = question->spec;
	json_t *list = json_keep(arena, json_array());

	for (size_t i = 0; i < options->count; i++) {
		if (options->list[i].right)
			json_array_append_new(list, json_string(options->list[i].id));
	}
	return list;
}

static const char *starter(const struct question *question)
{
	const struct options *options = question->spec;

	return options->starter;
}

/* Everything, and nothing. One of several is a guess like another: of n options, one in n is right. */
static json_t *idle(const struct question *question, struct arena *arena)
{
	const struct options *options = question->spec;
	json_t *all = json_array();

	for (size_t i = 0; i < options->count; i++)
		json_array_append_new(all, json_string(options->list[i].id));
	if (options->several)
		return json_keep(arena, json_pack("[o, []]", all));
	json_decref(all);
	return json_keep(arena, json_array());
}

const struct kind choice_kind = {
	.name = "choice",
	.question_keys = options_keys,
	.question_key_count = OPTIONS_KEYS,
	.read = read_question,
	.read_answer = read_answer,
	.grade = grade,
	.reference = reference,
	.starter = starter,
	.idle = idle,
	.conditions = &sheet_conditions,
};
