/*
 * The kind `trace`.
 */
#include "trace.h"
#include <string.h>
#include "base/json.h"
#include "model/derived.h"

enum { REPEATED = 3 }; /* rows of the idle constants */

static enum reading read_table(struct table *table, struct paper *paper, struct grading *grading,
	const struct question *question, const json_t *answer, struct question_report *report)
{
	bool data = json_is_object(answer) || json_is_array(answer);
	enum reading reading = paper_open(paper, grading, question, data ? NULL : answer, report);

	if (data || reading == READING_OK)
		reading = table_read(table, paper, question->spec, answer);
	if (reading == READING_OK)
		report->read_as = show_reading(question->spec, table, paper->arena);
	return reading;
}

static struct paper new_paper(const struct question *question)
{
	const struct trace_question *asked = question->spec;

	return (struct paper){ .messages = &trace_messages, .example = asked->example };
}

static int read_answer(struct grading *grading, const struct question *question, const json_t *answer,
	enum reading *reading, struct question_report *report, struct err *err)
{
	struct paper paper = new_paper(question);
	struct table table;

	*reading = paper_preview(&paper, read_table(&table, &paper, grading, question, answer, report));
	return 0;
}

static int grade(struct grading *grading, const struct question *question, const json_t *answer,
	struct question_report *report, struct err *err)
{
	struct paper paper = new_paper(question);
	enum reading reading;
	const struct trace_truth *truth;
	struct table table;

	reading = read_table(&table, &paper, grading, question, answer, report);
	if (reading == READING_UNREADABLE)
		return 0;
	if (truth_get(&truth, grading, question, err))
		return -1;
	if (reading == READING_OK)
		return trace_mark(&paper, truth, &table, err);
	if (trace_lay_out_blank(&paper, truth, err))
		return -1;
	paper_blank(&paper);
	return 0;
}

static const char *starter(const struct question *question)
{
	const struct trace_question *asked = question->spec;

	return asked->starter;
}

/* ---- what the author's own code says ---- */

/* The rows that are asked for. */
static struct table asked_rows(const struct trace_question *asked, const struct trace_truth *truth)
{
	struct table table = truth->table;

	if (asked->passes && table.rows > 0) {
		table.cells += asked->count;
		table.rows--;
	}
	return table;
}

static const char *as_answer(const struct trace_question *asked, const struct table *table, struct arena *arena)
{
	const char *text = show_table(asked, table, 0, arena);

	if (!asked->result)
		return text;
	return arena_printf(arena, "%s\nrésultat : %s\n", text, show_value(table->result, arena));
}

/* The same cell everywhere, or (NULL) the first row again and again. */
static json_t *repeated(
	const struct trace_question *asked, const struct table *table, const char *cell, struct arena *arena)
{
	struct buf cleanup_buf out = BUF_INIT;

	for (size_t row = 0; row < (table->rows > 0 ? table->rows : REPEATED); row++) {
		buf_addch(&out, '|');
		for (size_t i = 0; i < asked->count; i++)
			buf_printf(&out, " %s |",
				cell              ? cell
				: table->rows > 0 ? show_value(table->cells[i], arena)
						  : "-");
		buf_addch(&out, '\n');
	}
	if (asked->result)
		buf_printf(&out, "résultat : %s\n",
			cell || table->rows == 0 ? (cell ? cell : "0") : show_value(table->cells[0], arena));
	return json_string(buf_str(&out));
}

static int work_out(struct grading *grading, const struct question *question, struct worked_out *out, struct err *err)
{
	const struct trace_question *asked = question->spec;
	struct arena *arena = grading->arena;
	const struct trace_truth *truth;
	struct table rows;

	if (truth_get(&truth, grading, question, err))
		return -1;
	rows = asked_rows(asked, truth);
	out->reference = json_keep(arena, json_string(as_answer(asked, &rows, arena)));
	out->idle = json_keep(arena, json_pack("[o, o, o]", repeated(asked, &rows, NULL, arena),
					     repeated(asked, &rows, "0", arena), repeated(asked, &rows, "1", arena)));
	derived_add(
		out->derived, msg_make(arena, &trace_messages, "derived-table",
				      (struct msg_param[]){ { "text", show_table(asked, &rows, 0, arena) }, { 0 } }));
	if (asked->result)
		derived_add(out->derived,
			msg_make(arena, &trace_messages, "derived-result",
				(struct msg_param[]){ { "text", show_value(truth->table.result, arena) }, { 0 } }));
	derived_add(out->derived,
		msg_make(arena, &trace_messages, "derived-variants",
			(struct msg_param[]){ { "count", arena_printf(arena, "%zu", truth->variant_count) }, { 0 } }));
	return 0;
}

const struct kind trace_kind = {
	.name = "trace",
	.needs_sandbox = true,
	.question_keys = trace_keys,
	.question_key_count = TRACE_KEYS,
	.read = trace_read_question,
	.open = truth_cache_open,
	.close = truth_cache_close,
	.read_answer = read_answer,
	.grade = grade,
	.starter = starter,
	.work_out = work_out,
};
