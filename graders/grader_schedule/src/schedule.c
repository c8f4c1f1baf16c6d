/* The kind `schedule`. */
#include <string.h>
#include "answer.h"
#include "base/json.h"
#include "drawn_tasks.h"
#include "grader_schedule/grader_schedule.h"
#include "model/derived.h"

static struct paper sheet(const struct question *question)
{
	const struct schedule_question *asked = question->spec;

	return (struct paper){ .messages = &schedule_messages, .example = asked->example };
}

static enum reading read_own(struct schedule_answer *out, struct paper *paper, struct grading *grading,
	const struct question *question, const json_t *answer, struct question_report *report)
{
	bool object = json_is_object(answer);
	enum reading reading;

	/* An object is no text: the sheet is opened as for a text, and the object read. */
	reading = paper_open(paper, grading, question, object ? NULL : answer, report);
	if (!object && reading != READING_OK)
		return reading;
	return schedule_answer_read(out, paper, question->spec, answer);
}

static int read_answer(struct grading *grading, const struct question *question, const json_t *answer,
	enum reading *reading, struct question_report *report, struct err *err)
{
	struct schedule_answer *own = arena_alloc(grading->arena, sizeof(*own));
	struct paper paper = sheet(question);

	*reading = paper_preview(&paper, read_own(own, &paper, grading, question, answer, report));
	return 0;
}

static struct msg_text label(const struct paper *paper, enum part part)
{
	return msg_make(paper->arena, &schedule_author_messages, part_specs[part].label, NULL);
}

static void lay_out(struct paper *paper, const struct schedule_question *asked)
{
	struct test_report *row;
	size_t count = 0;

	for (enum part part = 0; part < PART_COUNT; part++)
		count += asked->asked[part];
	row = paper_rows(paper, count);
	for (enum part part = 0; part < PART_COUNT; part++) {
		if (asked->asked[part])
			row_named(row++, label(paper, part), asked->max[part]);
	}
}

/* The order in which the cells of a part are worked out. */
static size_t worked_out(const struct judging *judging, enum part part, size_t n)
{
	const struct schedule_question *asked = judging->asked;
	const struct network *network =
		part == PART_EARLIEST || part == PART_LATEST ? asked->dated : &asked->project.network;
	bool backwards = part == PART_LATEST || part == PART_LATEST_FINISH;

	return judging->parts[part].rows == 1 ? 0 : network->order[backwards ? network->count - 1 - n : n];
}

static struct msg_text say_numbers(const struct judging *judging, enum part part)
{
	const struct part_judgement *judged = &judging->parts[part];
	size_t wrong = SIZE_MAX, blank = SIZE_MAX;
	struct msg_text text = say_column(judging, part);

	if (text.fr)
		return text;
	if (judged->idle)
		return msg_make(judging->arena, &schedule_messages, "part-idle", NULL);
	for (size_t n = judged->rows; n-- > 0;) {
		size_t row = worked_out(judging, part, n);

		wrong = judged->states[row] == CARRIED_WRONG ? row : wrong;
		blank = judged->states[row] == CARRIED_BLANK ? row : blank;
	}
	if (wrong == SIZE_MAX && blank == SIZE_MAX)
		return msg_make(judging->arena, &schedule_messages, "part-not-carried", NULL);
	return say_cell(judging, part, wrong != SIZE_MAX ? wrong : blank);
}

static struct msg_text say_part(const struct judging *judging, enum part part)
{
	switch (part_specs[part].form) {
	case FORM_NUMBERS:
	case FORM_NUMBER:
		return part == PART_WHAT_IF ? say_change(judging, part) : say_numbers(judging, part);
	case FORM_SETS:
		return say_sets(judging, part);
	case FORM_PATH:
	case FORM_PATHS:
		return say_path(judging, part);
	default:
		return say_change(judging, part);
	}
}

static bool is_right(const struct part_judgement *judged)
{
	return judged->rows > 0 ? judged->right == judged->rows : frac_cmp(judged->credit, FRAC_ONE) == 0;
}

static void fill_row(struct paper *paper, struct test_report *row, const struct judging *judging, enum part part)
{
	const struct part_judgement *judged = &judging->parts[part];

	row->expected = part_expected(judging->asked, part, paper->arena);
	if (!judging->answer->shown[part]) {
		row_failed(row, paper_say(paper, "part-blank", NULL));
		row->outcome = OUTCOME_BLANK;
		return;
	}
	row->got = part_got(judging, part);
	if (is_right(judged)) {
		row_passed(row);
		return;
	}
	if (frac_cmp(judged->points, row->max) == 0) {
		row_passed(row);
		return;
	}
	row_failed(row, say_part(judging, part));
	/* Of a single number the words may tell the right one. */
	row->discreet = part_specs[part].form != FORM_NUMBER;
	row->points = judged->points;
}

/* One remark for all that is carried. */
static void remark_carried(struct paper *paper, const struct judging *judging)
{
	cleanup_buf struct buf fr = BUF_INIT, en = BUF_INIT;

	for (enum part part = 0; part < PART_COUNT; part++) {
		struct msg_text name = label(paper, part);

		if (!judging->parts[part].carried)
			continue;
		buf_printf(&fr, "%s%s", fr.len > 0 ? ", " : "", name.fr);
		buf_printf(&en, "%s%s", en.len > 0 ? ", " : "", name.en);
	}
	if (fr.len > 0)
		paper_remark(paper, msg_make_both(paper->arena, &schedule_messages, "part-carried",
					    (struct msg_param[]){ { "part", buf_str(&fr) }, { 0 } },
					    (struct msg_param[]){ { "part", buf_str(&en) }, { 0 } }));
}

/* Nothing but columns of one value, or of the statement's: what is right in them is right by chance. */
static bool is_idle(const struct judging *judging)
{
	bool any = false;

	for (enum part part = 0; part < PART_COUNT; part++) {
		const struct cell *cells = judging->answer->numbers[part];
		size_t rows = part_rows(judging->asked, part);

		if (part_specs[part].form != FORM_NUMBERS || !judging->asked->asked[part] ||
			!judging->answer->shown[part])
			continue;
		any |= judging->parts[part].idle;
		if (judging->parts[part].idle)
			continue;
		for (size_t i = 0; i < rows; i++) {
			if (cells[i].ticks != cells[0].ticks)
				return false;
		}
	}
	return any;
}

static int fill(struct paper *paper, struct judging *judging, struct err *err)
{
	struct test_report *row = paper->report->tests;

	if (schedule_judge(judging, err) < 0)
		return -1;
	for (enum part part = 0; part < PART_COUNT; part++) {
		if (judging->asked->asked[part])
			fill_row(paper, row++, judging, part);
	}
	remark_carried(paper, judging);
	if (is_idle(judging))
		return paper_guard(paper, err);
	paper->report->pictures = judged_picture(judging);
	return paper_settle(paper, err);
}

static int grade(struct grading *grading, const struct question *question, const json_t *answer,
	struct question_report *report, struct err *err)
{
	struct schedule_answer *own = arena_alloc(grading->arena, sizeof(*own));
	struct judging *judging = arena_alloc(grading->arena, sizeof(*judging));
	struct paper paper = sheet(question);

	switch (read_own(own, &paper, grading, question, answer, report)) {
	case READING_UNREADABLE:
		return 0;
	case READING_BLANK:
		lay_out(&paper, question->spec);
		paper_blank(&paper);
		return 0;
	case READING_OK:
		break;
	}
	lay_out(&paper, question->spec);
	*judging = (struct judging){ .asked = question->spec, .answer = own, .arena = grading->arena };
	return fill(&paper, judging, err);
}

static json_t *reference(const struct question *question, struct arena *arena)
{
	const struct schedule_question *asked = question->spec;

	return asked->reference;
}

static const char *starter(const struct question *question)
{
	const struct schedule_question *asked = question->spec;

	return asked->starter;
}

/* ---- answers that take no work ---- */

enum idle { IDLE_ZERO, IDLE_ONE, IDLE_DAYS, IDLE_COUNT };

static json_t *idle_rows(const struct schedule_question *asked, enum part part, enum idle idle, struct arena *arena)
{
	const struct names *names = part_names(asked, part);
	json_t *rows = json_object();

	for (size_t i = 0; i < part_rows(asked, part); i++) {
		const char *text = idle == IDLE_ZERO ? "0" : "1";

		if (part_specs[part].form == FORM_SETS)
			text = "-";
		else if (idle == IDLE_DAYS && names == &asked->tasks)
			text = ticks_plain(asked->project.days[i], arena);
		json_object_set_new(rows, names->list[i], json_string(text));
	}
	return rows;
}

static json_t *idle_answer(const struct schedule_question *asked, enum idle idle, struct arena *arena)
{
	cleanup_buf struct buf all = BUF_INIT;
	json_t *answer = json_object();

	for (size_t i = 0; i < asked->count; i++)
		buf_printf(&all, "%s%s", i > 0 ? "-" : "", asked->tasks.list[i]);
	for (enum part part = 0; part < PART_COUNT; part++) {
		enum part_form form = part_specs[part].form;

		if (!asked->asked[part])
			continue;
		if (form == FORM_NUMBERS || form == FORM_SETS)
			json_object_set_new(answer, part_specs[part].name, idle_rows(asked, part, idle, arena));
		else if (form == FORM_NUMBER)
			json_object_set_new(answer, part_specs[part].name, json_string(idle == IDLE_ZERO ? "0" : "1"));
		else
			json_object_set_new(answer, part_specs[part].name, json_string(buf_str(&all)));
	}
	return answer;
}

static json_t *idle(const struct question *question, struct arena *arena)
{
	const struct schedule_question *asked = question->spec;
	json_t *list = json_array();

	for (enum idle kind = 0; kind < IDLE_COUNT; kind++)
		json_array_append_new(list, idle_answer(asked, kind, arena));
	return json_keep(arena, list);
}

static void derived(struct derived *out, const struct question *question)
{
	const struct schedule_question *asked = question->spec;

	for (enum part part = 0; part < PART_COUNT; part++) {
		if (!asked->asked[part])
			continue;
		struct msg_text name = msg_make(out->arena, &schedule_author_messages, part_specs[part].label, NULL);
		const char *value = part_expected(asked, part, out->arena);
		derived_add(out, msg_make_both(out->arena, &schedule_author_messages, "derived-line",
					 (struct msg_param[]){ { "name", name.fr }, { "value", value }, { 0 } },
					 (struct msg_param[]){ { "name", name.en }, { "value", value }, { 0 } }));
	}
}

/* The duration: what a later question may go on from. */
static json_t *value(const struct question *question, const json_t *answer, struct arena *arena)
{
	const struct schedule_question *asked = question->spec;
	struct grading grading = { .arena = arena };
	struct question_report report = { 0 };
	struct schedule_answer *own = arena_alloc(arena, sizeof(*own));
	struct paper paper = sheet(question);
	int64_t ticks = asked->task_dates.duration;

	if (answer) {
		if (!asked->asked[PART_DURATION] ||
			read_own(own, &paper, &grading, question, answer, &report) != READING_OK ||
			!own->numbers[PART_DURATION]->given || own->numbers[PART_DURATION]->off)
			return NULL;
		ticks = own->numbers[PART_DURATION]->ticks;
	}
	if (ticks % SCHEDULE_TICKS == 0)
		return json_keep(arena, json_integer(ticks / SCHEDULE_TICKS));
	return json_keep(arena, json_string(number_plain(number_fraction(ticks, SCHEDULE_TICKS, arena), arena)));
}

static json_t *picture(const struct question *question, struct arena *arena)
{
	return schedule_picture(question->spec, false, arena);
}

const struct kind schedule_kind = {
	.name = "schedule",
	.question_keys = schedule_keys,
	.question_key_count = SCHEDULE_KEYS_COUNT,
	.read = schedule_read,
	.read_answer = read_answer,
	.grade = grade,
	.reference = reference,
	.starter = starter,
	.idle = idle,
	.derived = derived,
	.value = value,
	.picture = picture,
	.generators = tasks_generators,
};
