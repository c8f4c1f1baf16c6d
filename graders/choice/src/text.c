/*
 * The kind `text`: a word or a short sentence, compared with what the author accepts.
 *
 * In this order: what is accepted, as a text, then as a pattern; what is a known mistake, which is told; what is accepted but
 * for its spelling, where the author tolerates that; else it is wrong.
 */
#include <string.h>
#include "base/json.h"
#include "grader_choice/grader_choice.h"
#include "sheet/paper.h"
#include "wording.h"

enum { ANSWER_BYTES_MAX = 1000, SPELLED_LETTERS_MIN = 5 };

static void read_question(struct reader *reader, json_t *object, const char *pointer, struct question *question)
{
	struct wordings *wordings = arena_alloc(reader->arena, sizeof(*wordings));

	if (wordings_read(wordings, reader, object, pointer))
		question->spec = wordings;
}

static enum reading read_text(struct paper *paper, struct grading *grading, const struct question *question,
	const json_t *answer, struct question_report *report, const char **out)
{
	const struct wordings *wordings = question->spec;
	enum reading reading;

	*paper = (struct paper){ .messages = &choice_messages, .example = "un mot" };
	reading = paper_open(paper, grading, question, answer, report);
	if (reading != READING_OK)
		return reading;
	if (paper->bytes > ANSWER_BYTES_MAX)
		return paper_unreadable(paper, paper_say(paper, "text-long", NULL));
	*out = fold_text(paper->text, paper->bytes, &wordings->folding, paper->arena);
	return **out != '\0' ? READING_OK : READING_BLANK;
}

static int read_answer(struct grading *grading, const struct question *question, const json_t *answer,
	enum reading *reading, struct question_report *report, struct err *err)
{
	struct paper paper;
	const char *text;

	(void)err;
	*reading = paper_preview(&paper, read_text(&paper, grading, question, answer, report, &text));
	return 0;
}

/* The first of them that the answer is; NULL for none. A pattern that takes too long is the author's to mend. */
static int find(const struct wording **out, struct paper *paper, const struct wording *list, size_t count,
	const char *answer, struct err *err)
{
	const struct wordings *wordings = paper->question->spec;

	*out = NULL;
	for (size_t i = 0; i < count && *out == NULL; i++) {
		struct err slow;
		bool matches;

		if (wording_matches(&matches, &list[i], &wordings->folding, answer, &slow) < 0) {
			const struct author_place place = { "exercise.json", list[i].pointer, 0 };
			struct msg_text message = paper_say(
				paper, "pattern-slow", (struct msg_param[]){ { "pattern", list[i].text }, { 0 } });

			return grading_refuse(paper->grading, paper->question, &place, &message, err);
		}
		if (matches)
			*out = &list[i];
	}
	return 0;
}

static size_t letters(const char *text)
{
	size_t count = 0;

	for (; *text != '\0'; text++)
		count += ((unsigned char)*text & 0xc0) != 0x80;
	return count;
}

/* What the answer is but for a letter or two, in a word that is long enough to bear it. */
static const struct wording *misspelt(const struct wordings *wordings, const char *answer)
{
	const struct wording *best = NULL;
	unsigned least = wordings->spelling + 1;

	for (size_t i = 0; i < wordings->accepted_count && wordings->spelling > 0; i++) {
		const struct wording *one = &wordings->accepted[i];
		unsigned distance;

		if (one->is_pattern || letters(one->folded) < SPELLED_LETTERS_MIN)
			continue;
		distance = fold_distance(one->folded, answer, wordings->spelling);
		if (distance >= least)
			continue;
		least = distance;
		best = one;
	}
	return best;
}

/* Of several accepted ones, one mistaken letter may lead to a known mistake as well: it counts as that then. */
static int judge(struct paper *paper, const char *answer, struct err *err)
{
	const struct wordings *wordings = paper->question->spec;
	struct test_report *row = &paper->report->tests[0];
	const struct wording *found;

	if (find(&found, paper, wordings->accepted, wordings->accepted_count, answer, err) < 0)
		return -1;
	if (found != NULL) {
		row_passed(row);
		return paper_settle(paper, err);
	}
	if (find(&found, paper, wordings->mistakes, wordings->mistake_count, answer, err) < 0)
		return -1;
	if (found != NULL) {
		struct msg_text says = msg_make_both(paper->arena, &choice_messages, "text-mistake",
			(struct msg_param[]){ { "says", found->says.fr }, { 0 } },
			(struct msg_param[]){ { "says", msg_in(&found->says, LANG_EN) }, { 0 } });

		row_failed(row, says);
		if (frac_mul(&row->points, row->max, found->credit, err) < 0)
			return -1;
		return paper_settle(paper, err);
	}
	found = misspelt(wordings, answer);
	if (found != NULL) {
		row_passed(row);
		paper_remark(paper,
			paper_say(paper, "text-spelling", (struct msg_param[]){ { "text", found->text }, { 0 } }));
		return paper_settle(paper, err);
	}
	row_failed(row, paper_say(paper, "text-other", NULL));
	return paper_settle(paper, err);
}

static int grade(struct grading *grading, const struct question *question, const json_t *answer,
	struct question_report *report, struct err *err)
{
	const struct wordings *wordings = question->spec;
	struct paper paper;
	const char *text = "";
	enum reading reading = read_text(&paper, grading, question, answer, report, &text);
	struct test_report *row;

	if (reading == READING_UNREADABLE)
		return 0;
	row = paper_rows(&paper, 1);
	paper_name_row(&paper, row, "row-text", question->points);
	row->expected = wordings->accepted[0].text;
	if (reading == READING_BLANK) {
		paper_blank(&paper);
		return 0;
	}
	return judge(&paper, text, err);
}

static json_t *reference(const struct question *question, struct arena *arena)
{
	const struct wordings *wordings = question->spec;

	return json_keep(arena, json_string(wordings->accepted[0].text));
}

/* Words that say nothing. A pattern that takes anything takes them. */
static json_t *idle(const struct question *question, struct arena *arena)
{
	(void)question;
	return json_keep(arena, json_pack("[s, s, s]", "?", "je ne sais pas", "x"));
}

const struct kind text_kind = {
	.name = "text",
	.question_keys = wordings_keys,
	.question_key_count = WORDINGS_KEYS,
	.read = read_question,
	.read_answer = read_answer,
	.grade = grade,
	.reference = reference,
	.idle = idle,
};
