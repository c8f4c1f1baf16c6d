/*
 * The kind `number`: one asked number, the two of a division or of Bézout's identity, the solutions of a congruence.
 *
 * The right value in another form than the asked one earns half: "juste, mais pas sous la forme demandée"; a tenth where
 * that is what the statement shows already.
 */
#include <string.h>
#include "answer_json.h"
#include "base/json.h"
#include "grader_numbers/grader_numbers.h"
#include "judge.h"
#include "model/derived.h"

static void read_question(struct reader *reader, json_t *object, const char *pointer, struct question *question)
{
	struct number_question *out = arena_alloc(reader->arena, sizeof(*out));

	if (asked_read(out, reader, object, pointer, question))
		question->spec = out;
}

static const char *example(const struct number_question *question)
{
	switch (question->shape) {
	case SHAPE_DIVISION:
		return "q = 12 ; r = 5";
	case SHAPE_BEZOUT:
		return "u = 2 ; v = -3";
	case SHAPE_CONGRUENCE:
		return "x \u2261 3 [7]";
	default:
		return question->form == FORM_FRACTION ? "3/4" : question->rounds ? "0,75" : "12";
	}
}

/* ---- how an answer was read ---- */

static const char *part_as_read(const struct number *part, struct arena *arena)
{
	return arena_printf(arena, number_is_integer(part) ? "%s" : "(%s)", number_plain(part, arena));
}

/* A fraction as it was written, else the value. */
static const char *number_as_read(const struct number_reading *read, struct arena *arena)
{
	if (!read->fraction)
		return number_text(read->value, NUMBER_DECIMAL, LANG_FR, arena);
	return arena_printf(arena, "%s/%s", part_as_read(read->above, arena), part_as_read(read->below, arena));
}

static const char *classes_as_read(const struct answer *answer, struct arena *arena)
{
	struct buf cleanup_buf out = BUF_INIT;

	if (answer->none)
		return "\u2205";
	for (size_t i = 0; i < answer->class_count; i++)
		buf_printf(&out, "%s%s", i > 0 ? " ou " : "", class_text(&answer->classes[i], arena));
	return arena_memdup(arena, buf_str(&out), out.len);
}

static void show_number(struct paper *paper, const struct number_reading *read)
{
	struct buf cleanup_buf latex = BUF_INIT, cleanup_buf mathml = BUF_INIT;

	buf_addstr(&mathml, "<math xmlns=\"http://www.w3.org/1998/Math/MathML\">");
	if (read->fraction) {
		buf_addstr(&latex, "\\frac{");
		number_latex(&latex, read->above, NUMBER_DECIMAL);
		buf_addstr(&latex, "}{");
		number_latex(&latex, read->below, NUMBER_DECIMAL);
		buf_addch(&latex, '}');
		buf_addstr(&mathml, "<mfrac>");
		number_mathml(&mathml, read->above, NUMBER_DECIMAL);
		number_mathml(&mathml, read->below, NUMBER_DECIMAL);
		buf_addstr(&mathml, "</mfrac>");
	} else {
		number_latex(&latex, read->value, NUMBER_DECIMAL);
		number_mathml(&mathml, read->value, NUMBER_DECIMAL);
	}
	buf_addstr(&mathml, "</math>");
	paper->report->read_as.latex = arena_strdup(paper->arena, buf_str(&latex));
	paper->report->read_as.mathml = arena_strdup(paper->arena, buf_str(&mathml));
}

static void show_reading(struct paper *paper, const struct number_question *question, const struct answer *answer)
{
	struct arena *arena = paper->arena;
	const char *names = question->shape == SHAPE_DIVISION ? "qr" : "uv";
	const char *text;

	if (answer->classes) {
		text = classes_as_read(answer, arena);
	} else if (question->shape == SHAPE_NUMBER) {
		show_number(paper, &answer->numbers[0]);
		text = number_as_read(&answer->numbers[0], arena);
		if (answer->percent)
			text = arena_printf(arena, "%s %%", text);
	} else {
		text = arena_printf(arena, "%c = %s ; %c = %s", names[0], number_as_read(&answer->numbers[0], arena),
			names[1], number_as_read(&answer->numbers[1], arena));
	}
	paper->report->read_as.text = text;
	if (!paper->report->read_as.latex)
		paper->report->read_as.latex = paper->report->read_as.mathml = NULL;
}

static enum reading read_paper(struct paper *paper, struct grading *grading, const struct question *question,
	const json_t *answer, struct question_report *report, struct answer *out)
{
	static const char *const names[] = {
		[SHAPE_DIVISION] = "qr", [SHAPE_BEZOUT] = "uv", [SHAPE_CONGRUENCE] = NULL
	};
	const struct number_question *asked = question->spec;
	enum reading reading;

	*paper = (struct paper){ .messages = &number_messages, .example = example(asked) };
	reading = paper_open(
		paper, grading, question, answer_as_text(answer, names[asked->shape], grading->arena), report);
	if (reading == READING_OK)
		reading = answer_read(out, paper, asked);
	if (reading == READING_OK)
		show_reading(paper, asked, out);
	return reading;
}

static int read_answer(struct grading *grading, const struct question *question, const json_t *answer,
	enum reading *reading, struct question_report *report, struct err *err)
{
	struct paper paper;
	struct answer read;

	*reading = paper_preview(&paper, read_paper(&paper, grading, question, answer, report, &read));
	return 0;
}

/* ---- marks ---- */

static int lay_out(struct paper *paper, const struct number_question *question, struct err *err)
{
	static const char *const names[] = { "row-number", "row-quotient", "row-bezout", "row-congruence" };
	struct frac max = paper->question->points;
	bool division = question->shape == SHAPE_DIVISION;
	struct test_report *rows = paper_rows(paper, division ? 2 : 1);

	if (division && frac_div(&max, max, frac_int(2), err))
		return -1;
	paper_name_row(paper, &rows[0], names[question->shape], max);
	if (division)
		paper_name_row(paper, &rows[1], "row-rest", max);
	return 0;
}

static int mark_row(struct test_report *row, const struct judgement *judgement, struct err *err)
{
	if (judgement->grade == GRADE_RIGHT) {
		row_passed(row);
		return 0;
	}
	row_failed(row, judgement->message);
	return judgement->grade == GRADE_FORM ? frac_div(&row->points, row->max, frac_int(2), err) : 0;
}

/* Numbers that the statement shows take no work to write down. */
static bool copied(const struct asked *asked, const struct answer *answer)
{
	const struct number_reading *first = &answer->numbers[0];

	if (answer->classes)
		return answer->class_count > 0 && asked_shows(asked, answer->classes[0].written);
	if (asked_shows(asked, first->value))
		return asked->question->shape == SHAPE_NUMBER || asked_shows(asked, answer->numbers[1].value) ||
		       number_same(first->value, answer->numbers[1].value);
	return first->fraction && asked_shows(asked, first->above) && asked_shows(asked, first->below);
}

static int judge(struct paper *paper, const struct asked *asked, const struct answer *answer, struct err *err)
{
	struct test_report *rows = paper->report->tests;
	struct judgement parts[2] = { { 0 } };
	struct judging judging = { asked, answer, answer->numbers[0].value, paper->arena, &parts[0] };

	switch (asked->question->shape) {
	case SHAPE_NUMBER:
		judging.got = answer->classes ? answer->classes[0].written : judging.got;
		judge_number(&judging);
		break;
	case SHAPE_DIVISION:
		judge_division(&judging, parts);
		break;
	case SHAPE_BEZOUT:
		judge_bezout(&judging);
		break;
	case SHAPE_CONGRUENCE:
		judge_congruence(&judging);
		break;
	}
	for (size_t i = 0; i < paper->report->test_count; i++)
		if (mark_row(&rows[i], &parts[i], err))
			return -1;
	return 0;
}

static void show_expected(struct paper *paper, const struct asked *asked)
{
	struct test_report *rows = paper->report->tests;
	bool pair = asked->question->shape == SHAPE_DIVISION;

	for (size_t i = 0; i < paper->report->test_count; i++)
		rows[i].expected =
			pair ? number_text(i == 0 ? asked->wanted : asked->rest, NUMBER_DECIMAL, LANG_FR, paper->arena)
			     : asked_text(asked, LANG_FR, paper->arena);
}

static int mark(struct grading *grading, const struct question *question, const json_t *text,
	const struct binding *followed, size_t count, struct question_report *report, struct err *err)
{
	const struct number_question *spec = question->spec;
	const struct formula *at;
	struct paper paper;
	struct answer answer;
	struct asked asked;
	struct slip slip;
	enum reading reading = read_paper(&paper, grading, question, text, report, &answer);

	if (reading == READING_UNREADABLE)
		return 0;
	if (lay_out(&paper, spec, err))
		return -1;
	if (reading == READING_BLANK) {
		paper_blank(&paper);
		return 0;
	}
	if (asked_make(&asked, spec, followed, count, grading->arena, &slip, &at)) {
		row_failed(&report->tests[0], slip.message); /* a student's own earlier answer makes no sense here */
		return paper_settle(&paper, err);
	}
	if (judge(&paper, &asked, &answer, err))
		return -1;
	show_expected(&paper, &asked);
	return copied(&asked, &answer) ? paper_guard(&paper, err) : paper_settle(&paper, err);
}

static int grade(struct grading *grading, const struct question *question, const json_t *answer,
	struct question_report *report, struct err *err)
{
	const struct number_question *spec = question->spec;
	const struct follow_marking marking = { mark, answer };

	return follow_mark(spec->follow, &marking, grading, question, report, err);
}

/* ---- for authors and other questions ---- */

static bool right(struct asked *out, const struct question *question, struct arena *arena)
{
	const struct number_question *spec = question->spec;
	const struct formula *at;
	struct slip slip;
	size_t count;
	const struct binding *followed = follow_right(spec->follow, &count);

	return asked_make(out, spec, followed, count, arena, &slip, &at) == 0;
}

static json_t *reference(const struct question *question, struct arena *arena)
{
	struct asked asked;

	if (!right(&asked, question, arena))
		return NULL;
	return json_keep(arena, json_string(asked_text(&asked, LANG_EN, arena)));
}

/* What stands in the statement, alone, in pairs and as fractions. */
static json_t *idle(const struct question *question, struct arena *arena)
{
	const struct number_question *spec = question->spec;
	json_t *list = json_array();
	struct asked asked;

	if (!right(&asked, question, arena))
		return json_keep(arena, list);
	const struct number *const *shown = asked_shown(&asked, arena);
	bool pair = spec->shape == SHAPE_DIVISION || spec->shape == SHAPE_BEZOUT;
	for (size_t i = 0; shown[i] && i < 8; i++) {
		const char *text = number_plain(shown[i], arena);
		if (!pair)
			json_array_append_new(list, json_string(text));
		for (size_t j = 0; shown[j] && j < 8; j++) {
			const char *other = number_plain(shown[j], arena);
			if (pair)
				json_array_append_new(list, json_sprintf("%s ; %s", text, other));
			else if (i != j && !number_is_zero(shown[j]) && spec->shape == SHAPE_NUMBER && !spec->modulo)
				json_array_append_new(list, json_sprintf("(%s)/(%s)", text, other));
		}
	}
	return json_keep(arena, list);
}

static void derived(struct derived *out, const struct question *question)
{
	struct asked asked;

	if (!right(&asked, question, out->arena))
		return;
	derived_add(out, msg_make_both(out->arena, &number_messages, "derived-answer",
				 (struct msg_param[]){ { "answer", asked_text(&asked, LANG_FR, out->arena) }, { 0 } },
				 (struct msg_param[]){ { "answer", asked_text(&asked, LANG_EN, out->arena) }, { 0 } }));
}

static json_t *value(const struct question *question, const json_t *answer, struct arena *arena)
{
	struct grading grading = { .arena = arena };
	struct question_report report = { 0 };
	struct paper paper;
	struct answer read;
	json_t *text = answer ? NULL : reference(question, arena);

	if (!answer && !text)
		return NULL;
	if (read_paper(&paper, &grading, question, answer ? answer : text, &report, &read) != READING_OK)
		return NULL;
	return json_keep(arena, answer_value(&read, question->spec));
}

const struct kind number_kind = {
	.name = "number",
	.question_keys = number_keys,
	.question_key_count = NUMBER_KEYS,
	.read = read_question,
	.read_answer = read_answer,
	.grade = grade,
	.reference = reference,
	.idle = idle,
	.derived = derived,
	.value = value,
};
