/*
 * The kind `base`: conversions between bases from 2 to 36, of whole numbers and of numbers with a comma, and operations in
 * a base. A wrong numeral of the right length earns the share of its digits that are right from the right end on.
 */
#include <string.h>
#include "answer_json.h"
#include "base/json.h"
#include "base_question.h"
#include "exact/formula.h"
#include "grader_numbers/grader_numbers.h"
#include "model/derived.h"

static void read_question(struct reader *reader, json_t *object, const char *pointer, struct question *question)
{
	struct base_question *out = arena_alloc(reader->arena, sizeof(*out));

	if (base_question_read(out, reader, object, pointer))
		question->spec = out;
}

/* A base in small digits: "\u2081\u2086". */
static const char *below_the_line(int base, struct arena *arena)
{
	struct buf cleanup_buf out = BUF_INIT;

	if (base >= 10)
		buf_addrune(&out, 0x2080 + (uint32_t)base / 10);
	buf_addrune(&out, 0x2080 + (uint32_t)base % 10);
	return arena_strdup(arena, buf_str(&out));
}

static enum reading read_paper(struct paper *paper, struct grading *grading, const struct question *question,
	const json_t *answer, struct question_report *report, struct base_answer *out)
{
	const struct base_question *asked = question->spec;
	struct arena *arena = grading->arena;
	struct slip slip = { 0 };
	enum reading reading;

	*paper = (struct paper){ .messages = &base_messages, .example = asked->to > 10 ? "1A" : "101" };
	reading = paper_open(paper, grading, question, answer_as_text(answer, NULL, arena), report);
	if (reading != READING_OK)
		return reading;
	if (numeral_read_loose(&out->read, paper->text, paper->bytes, asked->to, arena, &slip))
		return paper_slip(paper, &slip, 0);
	out->digits = base_split(out->read.digits, out->read.negative, arena);
	int base = out->read.base ? out->read.base : asked->to;
	report->read_as.text = arena_printf(
		arena, "%s%s%s", out->read.negative ? "-" : "", out->read.digits, below_the_line(base, arena));
	report->read_as.latex =
		arena_printf(arena, "%s\\mathtt{%s}_{%d}", out->read.negative ? "-" : "", out->read.digits, base);
	report->read_as.mathml = arena_printf(arena,
		"<math xmlns=\"http://www.w3.org/1998/Math/MathML\">%s<msub><mi "
		"mathvariant=\"monospace\">%s</mi><mn>%d</mn>"
		"</msub></math>",
		out->read.negative ? "<mo>\u2212</mo>" : "", out->read.digits, base);
	return READING_OK;
}

static int read_answer(struct grading *grading, const struct question *question, const json_t *answer,
	enum reading *reading, struct question_report *report, struct err *err)
{
	struct paper paper;
	struct base_answer read;

	*reading = paper_preview(&paper, read_paper(&paper, grading, question, answer, report, &read));
	return 0;
}

static int mark_row(struct test_report *row, const struct base_judgement *judged, struct err *err)
{
	struct frac share = FRAC_ZERO;

	if (judged->grade == BASE_RIGHT) {
		row_passed(row);
		return 0;
	}
	row_failed(row, judged->message);
	if (judged->grade == BASE_WRONG)
		return 0;
	if (judged->grade == BASE_HALF ? frac_make(&share, 1, 2, err)
				       : frac_make(&share, (int64_t)judged->suffix, (int64_t)judged->length, err))
		return -1;
	return frac_mul(&row->points, row->max, share, err);
}

static int grade(struct grading *grading, const struct question *question, const json_t *answer,
	struct question_report *report, struct err *err)
{
	const struct base_question *asked = question->spec;
	struct base_judgement judged;
	struct base_answer read;
	struct paper paper;
	enum reading reading = read_paper(&paper, grading, question, answer, report, &read);

	if (reading == READING_UNREADABLE)
		return 0;
	struct test_report *rows = paper_rows(&paper, 1);
	paper_name_row(&paper, &rows[0], asked->work == BASE_CONVERSION ? "row-conversion" : "row-operation",
		question->points);
	if (reading == READING_BLANK) {
		paper_blank(&paper);
		return 0;
	}
	base_judge(&judged, asked, &read, grading->arena);
	rows[0].expected = base_text(&asked->digits, LANG_FR, grading->arena);
	if (mark_row(&rows[0], &judged, err))
		return -1;
	return paper_settle(&paper, err);
}

/* The right digits, with zeros up to the asked width. */
static const char *right(const struct base_question *asked, enum lang lang, struct arena *arena)
{
	struct base_digits wide = asked->digits;
	size_t count = strlen(wide.whole), width = (size_t)asked->width;

	if (width > count) {
		char *whole = arena_alloc(arena, width + 1);
		memset(whole, '0', width - count);
		memcpy(whole + width - count, wide.whole, count);
		wide.whole = whole;
	}
	return base_text(&wide, lang, arena);
}

static json_t *reference(const struct question *question, struct arena *arena)
{
	return json_keep(arena, json_string(right(question->spec, LANG_EN, arena)));
}

/* Zeros and ones of the right length, and what the statement shows. */
static json_t *idle(const struct question *question, struct arena *arena)
{
	const struct base_question *asked = question->spec;
	size_t count = strlen(asked->digits.whole);
	json_t *list = json_pack("[s, s]", "0", "1");

	for (char digit = '0'; digit <= '1'; digit++) {
		char *text = arena_alloc(arena, count + 1);
		memset(text, digit, count);
		json_array_append_new(list, json_string(text));
	}
	for (size_t i = 0; i < asked->count; i++)
		json_array_append_new(list, json_string(asked->operands[i].digits));
	return json_keep(arena, list);
}

static void derived(struct derived *out, const struct question *question)
{
	const struct base_question *asked = question->spec;
	const char *to = arena_printf(out->arena, "%d", asked->to);

	derived_add(out,
		msg_make_both(out->arena, &base_messages, "derived-numeral",
			(struct msg_param[]){ { "answer", right(asked, LANG_FR, out->arena) }, { "to", to }, { 0 } },
			(struct msg_param[]){ { "answer", right(asked, LANG_EN, out->arena) }, { "to", to }, { 0 } }));
}

static json_t *value(const struct question *question, const json_t *answer, struct arena *arena)
{
	const struct base_question *asked = question->spec;
	struct value made = { .kind = VALUE_NUMBER, .number = asked->wanted };
	struct grading grading = { .arena = arena };
	struct question_report report = { 0 };
	struct base_answer read;
	struct paper paper;

	if (answer) {
		if (read_paper(&paper, &grading, question, answer, &report, &read) != READING_OK)
			return NULL;
		made.number = read.read.value;
	}
	return made.number ? json_keep(arena, value_to_json(&made)) : NULL;
}

const struct kind base_kind = {
	.name = "base",
	.question_keys = base_keys,
	.question_key_count = BASE_KEYS,
	.read = read_question,
	.read_answer = read_answer,
	.grade = grade,
	.reference = reference,
	.idle = idle,
	.derived = derived,
	.value = value,
};
