/*
 * The kind `graph`.
 *
 * Each thing asked has a row and an equal share of the points. What took no work (a constant, the vertices in the
 * statement's order, yes or no alone) earns a tenth of the question at most, unless everything is right.
 */
#include <string.h>
#include "base/json.h"
#include "question.h"

static struct paper sheet(const struct question *question)
{
	const struct graph_question *asked = question->spec;

	return (struct paper){ .messages = &graph_kind_messages, .example = asked->example };
}

static enum reading read_own(struct own *own, struct paper *paper, struct grading *grading,
	const struct question *question, const json_t *answer, struct question_report *report)
{
	bool data = json_is_object(answer) || json_is_array(answer);
	enum reading reading = paper_open(paper, grading, question, data ? NULL : answer, report);

	return data || reading == READING_OK ? graph_own_open(own, paper, answer) : reading;
}

static int read_answer(struct grading *grading, const struct question *question, const json_t *answer,
	enum reading *reading, struct question_report *report, struct err *err)
{
	struct own own = { 0 };
	struct paper paper = sheet(question);

	*reading = paper_preview(&paper, read_own(&own, &paper, grading, question, answer, report));
	return 0;
}

static void lay_out(struct paper *paper, const struct graph_question *asked)
{
	struct test_report *row = paper_rows(paper, asked->count);

	for (enum part part = 0; part < PART_COUNT; part++)
		if (asked->asked[part])
			paper_name_row(paper, row++, graph_part_specs[part].label, asked->max);
}

static void add_picture(struct paper *paper, const struct graph_question *asked, const struct judged *judged)
{
	if (!judged->path && judged->wrong == VERTEX_NONE)
		return;
	if (asked->graph->vertices.count > 25 || asked->graph->arc_count > 100)
		return;
	if (!paper->report->pictures)
		paper->report->pictures = json_keep(paper->arena, json_array());
	json_array_append(paper->report->pictures, graph_picture(asked, judged, paper->arena));
}

static int fill_row(
	struct paper *paper, struct test_report *row, struct own *own, enum part part, bool *work, struct err *err)
{
	const struct graph_question *asked = paper->question->spec;
	struct judged judged;
	struct judging judging = { asked, own, part, paper->arena, &judged };
	struct text text = own->text[part].at ? text_trimmed(own->text[part]) : (struct text){ NULL, 0 };
	struct slip slip;

	row->expected = asked->truth[part];
	if (text.bytes == 0) {
		row_failed(row, paper_say(paper, "part-blank", NULL));
		row->outcome = OUTCOME_BLANK;
		return 0;
	}
	row->got = arena_memdup(paper->arena, text.at, text.bytes);
	if (graph_own_read(own, part, asked, paper->arena, &slip))
		return err_set(err, ERR_INTERNAL, "an answer that was read does not read again");
	graph_judge_part(&judging);
	*work |= !judged.idle && judged.credit.num > 0;
	if (!judged.message.fr) {
		row_passed(row);
		return 0;
	}
	row_failed(row, judged.message);
	add_picture(paper, asked, &judged);
	return frac_mul(&row->points, judged.credit, row->max, err);
}

static int grade(struct grading *grading, const struct question *question, const json_t *answer,
	struct question_report *report, struct err *err)
{
	const struct graph_question *asked = question->spec;
	struct own own = { 0 };
	struct paper paper = sheet(question);
	enum reading reading = read_own(&own, &paper, grading, question, answer, report);
	struct test_report *row;
	bool work = false;

	if (reading == READING_UNREADABLE)
		return 0;
	lay_out(&paper, asked);
	if (reading == READING_BLANK) {
		paper_blank(&paper);
		return 0;
	}
	row = report->tests;
	for (enum part part = 0; part < PART_COUNT; part++)
		if (asked->asked[part] && fill_row(&paper, row++, &own, part, &work, err))
			return -1;
	return work ? paper_settle(&paper, err) : paper_guard(&paper, err);
}

static json_t *reference(const struct question *question, struct arena *arena)
{
	const struct graph_question *asked = question->spec;

	return asked->reference;
}

static const char *starter(const struct question *question)
{
	const struct graph_question *asked = question->spec;

	return asked->starter;
}

static json_t *idle(const struct question *question, struct arena *arena)
{
	const struct graph_question *asked = question->spec;

	return asked->idle;
}

static void derived(struct derived *out, const struct question *question)
{
	const struct graph_question *asked = question->spec;

	for (enum part part = 0; part < PART_COUNT; part++) {
		if (!asked->asked[part])
			continue;
		struct msg_text name = msg_make(out->arena, &graph_kind_messages, graph_part_specs[part].label, NULL);
		bool lines = strchr(asked->truth[part], '\n') != NULL;
		const char *value = lines ? arena_printf(out->arena, "\n%s", asked->truth[part]) : asked->truth[part];
		derived_add(out, msg_make_both(out->arena, &graph_kind_messages, "derived-line",
					 (struct msg_param[]){ { "name", name.fr }, { "value", value }, { 0 } },
					 (struct msg_param[]){ { "name", name.en }, { "value", value }, { 0 } }));
	}
}

static json_t *matrix_value(const int64_t *cells, size_t count)
{
	json_t *rows = json_array();

	for (size_t i = 0; i < count; i++) {
		json_t *row = json_array();

		for (size_t j = 0; j < count; j++) {
			int64_t cell = cells[i * count + j];

			if (cell == CELL_MISSING || cell % GRAPH_UNIT != 0) {
				json_decref(row);
				json_decref(rows);
				return NULL;
			}
			json_array_append_new(row, json_integer(cell / GRAPH_UNIT));
		}
		json_array_append_new(rows, row);
	}
	return rows;
}

/* A matrix or a number: what a later question may go on from. */
static json_t *value(const struct question *question, const json_t *answer, struct arena *arena)
{
	static const enum part parts[] = { PART_MATRIX, PART_CLOSURE, PART_PATH_COUNT, PART_COLOURS };
	const struct graph_question *asked = question->spec;
	struct grading grading = { .arena = arena };
	struct question_report report = { 0 };
	struct own own = { 0 };
	struct paper paper = sheet(question);
	struct slip slip;

	if (read_own(&own, &paper, &grading, question, answer ? answer : asked->reference, &report) != READING_OK)
		return NULL;
	for (size_t i = 0; i < sizeof(parts) / sizeof(parts[0]); i++) {
		enum part part = parts[i];

		if (!asked->asked[part])
			continue;
		if (!own.text[part].at || text_trimmed(own.text[part]).bytes == 0 ||
			graph_own_read(&own, part, asked, arena, &slip))
			return NULL;
		if (graph_part_specs[part].form == FORM_MATRIX)
			return json_keep(arena, matrix_value(own.cells, asked->graph->vertices.count));
		if (own.number % GRAPH_UNIT != 0)
			return NULL;
		return json_keep(arena, json_integer(own.number / GRAPH_UNIT));
	}
	return NULL;
}

static json_t *picture(const struct question *question, struct arena *arena)
{
	return graph_picture(question->spec, NULL, arena);
}

const struct kind graph_kind = {
	.name = "graph",
	.question_keys = graph_question_keys,
	.question_key_count = 7,
	.read = graph_question_read,
	.read_answer = read_answer,
	.grade = grade,
	.reference = reference,
	.starter = starter,
	.idle = idle,
	.derived = derived,
	.value = value,
	.picture = picture,
	.generators = graph_generators,
};
