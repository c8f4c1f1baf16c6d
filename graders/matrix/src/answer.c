#include "answer.h"
#include <string.h>
#include "grader_matrix/grader_matrix.h"
#include "grid_read.h"
#include "system_read.h"

static struct grid_style style_of(const struct matrix_question *asked)
{
	struct grid_style style = { .whole = asked->whole };

	if (!asked->truth || asked->task == TASK_SYSTEM)
		return style;
	style.rows = asked->truth->rows;
	style.columns = asked->truth->columns;
	style.binary = true;
	for (size_t i = 0; i < style.rows * style.columns; i++) {
		int64_t value;

		style.binary =
			style.binary && number_to_int(asked->truth->cells[i], &value) && value >= 0 && value <= 1;
	}
	return style;
}

/* ---- yes or no, with a product ---- */

static const struct {
	const char *text;
	enum answer_word word;
} words[] = { { "oui", WORD_YES }, { "yes", WORD_YES }, { "vrai", WORD_YES }, { "true", WORD_YES }, { "non", WORD_NO },
	{ "no", WORD_NO }, { "faux", WORD_NO }, { "false", WORD_NO } };

static bool is_letter(char c)
{
	return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c & 0x80);
}

static enum answer_word word_of(const char *text, size_t bytes)
{
	for (size_t i = 0; i < sizeof(words) / sizeof(words[0]); i++)
		if (bytes == strlen(words[i].text) && !strncasecmp(text, words[i].text, bytes))
			return words[i].word;
	return WORD_NONE;
}

/* The word at the beginning or at the end, which is then left out of the span with what stands between. */
static enum answer_word take_word(const struct draft *draft, struct stretch *span)
{
	struct stretch all = draft_trim(draft, *span);
	size_t at = all.start, back = all.end;
	enum answer_word word;

	while (at < all.end && is_letter(draft->text[at]))
		at++;
	word = word_of(draft->text + all.start, at - all.start);
	if (word != WORD_NONE) {
		for (size_t used = 1; at < all.end && used > 0; at += used)
			used = strchr(":;,.!", draft->text[at]) ? 1 : draft_blank(draft, at, all.end);
		*span = (struct stretch){ at, all.end };
		return word;
	}
	while (back > all.start && strchr(".! ", draft->text[back - 1]))
		back--;
	at = back;
	while (at > all.start && is_letter(draft->text[at - 1]))
		at--;
	word = word_of(draft->text + at, back - at);
	if (word == WORD_NONE)
		return word;
	*span = draft_trim(draft, (struct stretch){ all.start, at });
	while (span->end > span->start && strchr(":;,.", draft->text[span->end - 1]))
		span->end--;
	return word;
}

static int read_verdict_json(struct matrix_answer *out, const json_t *answer, struct arena *arena, struct slip *slip)
{
	const json_t *said = json_object_get(answer, "answer"), *product = json_object_get(answer, "product");

	if (json_is_boolean(said))
		out->word = json_is_true(said) ? WORD_YES : WORD_NO;
	else if (json_string_length(said) > 0)
		out->word = word_of(json_string_value(said), json_string_length(said));
	if (!product || json_is_null(product))
		return 0;
	return grid_of_json(&out->grid, product, arena, slip);
}

/* ---- all of them ---- */

static int read_json(struct matrix_answer *out, const struct matrix_question *asked, const json_t *answer,
	struct arena *arena, struct slip *slip)
{
	const json_t *grid = json_object_get(answer, "matrix");

	if (asked->task == TASK_SYSTEM)
		return system_of_json(out, asked, answer, arena, slip);
	if (asked->task == TASK_IS_INVERSE && json_is_object(answer))
		return read_verdict_json(out, answer, arena, slip);
	return grid_of_json(&out->grid, grid ? grid : answer, arena, slip);
}

int matrix_answer_read(struct matrix_answer *out, const struct matrix_question *asked, const json_t *answer,
	struct arena *arena, struct slip *slip)
{
	const struct grid_style style = style_of(asked);
	struct draft draft;
	struct stretch all;

	*out = (struct matrix_answer){ .word = WORD_NONE };
	if (!json_is_string(answer))
		return read_json(out, asked, answer, arena, slip);
	if (draft_make(&draft, json_string_value(answer), json_string_length(answer), arena, slip))
		return -1;
	all = (struct stretch){ 0, draft.bytes };
	if (asked->task == TASK_SYSTEM)
		return system_read(out, asked, &draft);
	if (asked->task == TASK_IS_INVERSE)
		out->word = take_word(&draft, &all);
	return grid_read(&out->grid, &draft, all, &style);
}

const char *matrix_answer_text(
	const struct matrix_question *asked, const struct matrix_answer *answer, struct arena *arena)
{
	const char *grid = answer->grid.rows > 0 ? grid_text(&answer->grid, arena) : "";
	const char *word = answer->word == WORD_YES ? "oui" : "non";

	if (asked->task == TASK_SYSTEM)
		return system_text(asked, answer, arena);
	if (asked->task == TASK_ASK || answer->word == WORD_NONE)
		return grid;
	return *grid ? arena_printf(arena, "%s : %s", word, grid) : word;
}

static bool is_nothing(const struct matrix_answer *answer)
{
	return answer->word == WORD_NONE && grid_is_blank(&answer->grid);
}

static void put_in_math(struct read_as *out, struct arena *arena)
{
	if (*out->mathml != '\0')
		out->mathml = arena_printf(
			arena, "<math xmlns=\"http://www.w3.org/1998/Math/MathML\">%s</math>", out->mathml);
}

static void show(struct paper *paper, const struct matrix_question *asked, const struct matrix_answer *answer)
{
	struct read_as *out = &paper->report->read_as;
	bool grid = answer->grid.rows > 0;

	out->text = matrix_answer_text(asked, answer, paper->arena);
	if (asked->task == TASK_SYSTEM) {
		out->latex = system_latex(asked, answer, paper->arena);
		out->mathml = system_mathml(asked, answer, paper->arena);
		put_in_math(out, paper->arena);
		return;
	}
	out->latex = grid ? grid_latex(&answer->grid, paper->arena) : "";
	out->mathml = grid ? grid_mathml(&answer->grid, paper->arena) : "";
	if (asked->task == TASK_IS_INVERSE && answer->word != WORD_NONE) {
		const char *word = answer->word == WORD_YES ? "oui" : "non";

		out->latex = arena_printf(paper->arena, "\\text{%s}%s%s", word, grid ? "\\quad " : "", out->latex);
		out->mathml = arena_printf(
			paper->arena, "<mrow><mtext>%s</mtext><mspace width=\"1em\"/>%s</mrow>", word, out->mathml);
	}
	put_in_math(out, paper->arena);
}

enum reading matrix_answer_open(struct matrix_answer *out, struct paper *paper, struct grading *grading,
	const struct question *question, const json_t *answer, struct question_report *report)
{
	bool data = json_is_array(answer) || json_is_object(answer);
	enum reading reading = paper_open(paper, grading, question, data ? NULL : answer, report);
	struct slip slip = { 0 };

	if (!data && reading != READING_OK)
		return reading;
	if (matrix_answer_read(out, question->spec, answer, paper->arena, &slip))
		return data ? paper_unreadable(paper, slip.message) : paper_slip(paper, &slip, 0);
	if (is_nothing(out))
		return READING_BLANK;
	show(paper, question->spec, out);
	return READING_OK;
}
