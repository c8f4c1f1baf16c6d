/*
 * Runs of the author's statements, beside tracer.py and nothing else.
 *
 * The truth takes one run, two where a known mistake does not come back. Judging an answer takes one, or two where a row that a student invented keeps the first from
 * coming back (an endless computation, memory): then row by row in a second one, until it is lost as well.
 */
#include <string.h>
#include "trace.h"
#include "tracer.h"

enum { TRUTH_CPU_MS = 2000, JUDGE_CPU_MS = 400, MEMORY_MB = 64, OUTPUT_BYTES = 16 << 10, LOST_RUNS_MAX = 2 };

/* ---- one run ---- */

struct calling {
	struct run *run;
	struct arena *arena; /* of the run's replies */
	struct run_reply reply;
};

static int open_run(struct calling *calling, struct grading *grading, uint32_t cpu_ms, struct err *err)
{
	const struct run_spec spec = {
		.limits = { .cpu_ms = cpu_ms, .memory_mb = MEMORY_MB, .output_bytes = OUTPUT_BYTES },
	};
	const struct run_source source = { .text = tracer_text, .bytes = tracer_bytes };
	struct run_compiled ignored;

	if (!grading->sandbox)
		return err_set(err, ERR_INTERNAL, "a table of execution needs a sandbox");
	if (run_start(&calling->run, grading->sandbox, &spec, calling->arena, err)) {
		calling->run = NULL;
		return -1;
	}
	if (run_compile(calling->run, &source, &ignored, &calling->reply, err))
		return -1;
	if (calling->reply.end == RUN_OK && run_load(calling->run, &calling->reply, err))
		return -1;
	if (calling->reply.end != RUN_OK)
		return err_set(err, ERR_INTERNAL, "tracer.py does not load: %s%s%s", run_end_name(calling->reply.end),
			calling->reply.exception ? ": " : "",
			calling->reply.exception ? calling->reply.exception->message : "");
	return 0;
}

/* Closes it, and keeps the first error. */
static int close_run(struct calling *calling, int failed, struct err *err)
{
	struct err later = { 0 };
	struct run *run = calling->run;

	calling->run = NULL;
	if (!run)
		return failed;
	if (run_end(run, failed ? &later : err))
		return -1;
	return failed;
}

static int call(struct calling *calling, const char *function, const struct value *args, size_t count, struct err *err)
{
	struct value tuple = { .type = VALUE_TUPLE, .items = { args, count } };
	const struct run_call request = { .function = function, .args = &tuple };

	return run_call(calling->run, &request, &calling->reply, err);
}

/* ---- the shape of what comes back ---- */

static bool is_list(const struct value *value, size_t count)
{
	return value && value->type == VALUE_LIST && value->items.count == count;
}

static const struct value *at(const struct value *list, size_t index)
{
	return &list->items.items[index];
}

/* [value] or []; false when it is neither. */
static bool take_cell(const struct value **out, const struct value *cell)
{
	*out = is_list(cell, 1) ? at(cell, 0) : NULL;
	return is_list(cell, 1) || is_list(cell, 0);
}

static bool take_table(struct table *out, const struct value *rows, size_t columns, struct arena *arena)
{
	if (!rows || rows->type != VALUE_LIST || rows->items.count > TRACE_ROWS_MAX + 1)
		return false;
	*out = (struct table){ .rows = rows->items.count };
	out->cells = arena_array(arena, rows->items.count * columns + 1, sizeof(*out->cells));
	for (size_t row = 0; row < out->rows; row++) {
		if (!is_list(at(rows, row), columns))
			return false;
		for (size_t i = 0; i < columns; i++) {
			if (!take_cell(&out->cells[row * columns + i], at(at(rows, row), i)))
				return false;
		}
	}
	return true;
}

static const char *take_text(const struct value *value, struct arena *arena)
{
	if (value->type != VALUE_STR || value->text.surrogates || memchr(value->text.data, '\0', value->text.bytes))
		return NULL;
	return arena_memdup(arena, value->text.data, value->text.bytes);
}

/* ---- the truth ---- */

static int refuse(
	struct grading *grading, const struct question *question, const char *key, struct msg_text why, struct err *err)
{
	const struct trace_question *asked = question->spec;
	const char *pointer = arena_printf(grading->arena, "%s%s%s", asked->pointer, *key ? "/" : "", key);

	return grading_refuse(grading, question, &(struct author_place){ .pointer = pointer }, &why, err);
}

/* A column by its number in a reply; "?" for none. */
static const char *column_named(const struct trace_question *asked, const struct value *number)
{
	int64_t index;

	return value_to_int64(number, &index) && index >= 0 && (size_t)index < asked->count ? asked->columns[index].name
											    : "?";
}

static int refuse_reply(
	struct grading *grading, const struct question *question, const struct value *reply, struct err *err)
{
	const struct trace_question *asked = question->spec;
	struct arena *arena = grading->arena;
	const char *what =
		reply && reply->type == VALUE_LIST && reply->items.count > 0 ? take_text(at(reply, 0), arena) : NULL;
	struct msg_param params[] = { { "column", "?" }, { "said", "" }, { "type", "" }, { "line", "1" }, { 0 } };
	const char *code = "author-stops", *key = "step";

	if (what && !strcmp(what, "rows"))
		code = "author-rows";
	else if (what && !strcmp(what, "lines"))
		code = "author-endless";
	else if (what && !strcmp(what, "hidden") && is_list(reply, 3)) {
		params[0].value = column_named(asked, at(reply, 2));
		code = strcmp(params[0].value, "?") != 0 ? "author-hidden" : "author-hidden-all";
		key = "columns";
	} else if (what && !strcmp(what, "odd") && is_list(reply, 4)) {
		params[0].value = column_named(asked, at(reply, 2));
		params[2].value = take_text(at(reply, 3), arena);
		code = "author-odd";
		key = "columns";
	} else if (what && !strcmp(what, "error") && is_list(reply, 5)) {
		int64_t line = 0;
		const char *where = take_text(at(reply, 1), arena), *type = take_text(at(reply, 2), arena),
			   *said = take_text(at(reply, 3), arena);
		(void)!value_to_int64(at(reply, 4), &line);
		params[1].value = arena_printf(arena, "%s: %s", type ? type : "?", said ? said : "?");
		key = where && (!strcmp(where, "start") || !strcmp(where, "while") || !strcmp(where, "for") ||
				       !strcmp(where, "result") || !strcmp(where, "columns"))
			      ? where
			      : "step";
		code = "author-error";
		if (!strcmp(key, "start") && !*asked->start)
			key = "step";
	}
	return refuse(grading, question, key, msg_make(arena, &trace_messages, code, params), err);
}

/* Of a mistake that there are words for. */
static bool is_known(const char *code)
{
	size_t i = 0;

	if (strncmp(code, "read-", 5) != 0 && strncmp(code, "range-", 6) != 0)
		return false;
	while (i < trace_messages.count && strcmp(trace_messages.entries[i].code, code) != 0)
		i++;
	return i < trace_messages.count;
}

static bool take_variants(
	struct trace_truth *out, const struct value *list, const struct trace_question *asked, struct arena *arena)
{
	if (list->type != VALUE_LIST)
		return false;
	out->variants = arena_array(arena, list->items.count + 1, sizeof(*out->variants));
	for (size_t i = 0; i < list->items.count; i++) {
		struct trace_variant *variant = &out->variants[out->variant_count++];
		const struct value *row = at(list, i);

		if (!is_list(row, 3) || !take_table(&variant->table, at(row, 2), asked->count, arena))
			return false;
		variant->code = take_text(at(row, 0), arena);
		variant->detail = take_text(at(row, 1), arena);
		if (!variant->code || !variant->detail || !is_known(variant->code))
			return false;
	}
	return true;
}

static bool take_truth(
	struct trace_truth *out, const struct value *reply, const struct trace_question *asked, struct arena *arena)
{
	const char *what = is_list(reply, 5) ? take_text(at(reply, 0), arena) : NULL;

	if (!what || strcmp(what, "ok") != 0 || !take_table(&out->table, at(reply, 1), asked->count, arena) ||
		out->table.rows == 0 || at(reply, 2)->type != VALUE_LIST ||
		!take_cell(&out->table.result, at(reply, 3)))
		return false;
	out->items = at(reply, 2);
	return take_variants(out, at(reply, 4), asked, arena);
}

/* From the run's arena into the one that lasts. */
static int keep(const struct value **out, const struct value *value, struct arena *arena, struct err *err)
{
	struct buf cleanup_buf wire = BUF_INIT;

	value_encode(&wire, value);
	return value_decode(out, wire.data, wire.len, arena, err);
}

static int run_truth(const struct value **out, const char *function, struct grading *grading,
	const struct trace_question *asked, struct arena *arena, struct err *err)
{
	struct arena *scratch cleanup_arena = arena_new(0);
	struct calling calling = { .arena = scratch };
	int failed = open_run(&calling, grading, TRUTH_CPU_MS, err);

	*out = NULL;
	failed = failed || call(&calling, function, asked->plan, 1, err);
	failed = close_run(&calling, failed, err);
	if (failed)
		return -1;
	if (calling.reply.end != RUN_OK || !calling.reply.value)
		return 0;
	return keep(out, calling.reply.value, arena, err);
}

int trace_run_truth(struct trace_truth **out, struct grading *grading, const struct question *question,
	struct arena *arena, struct err *err)
{
	const struct trace_question *asked = question->spec;
	const struct value *reply;

	if (run_truth(&reply, "truth", grading, asked, arena, err))
		return -1;
	/* A known mistake may be what did not come back: the truth alone is enough to mark with. */
	if (!reply && run_truth(&reply, "truth_alone", grading, asked, arena, err))
		return -1;
	*out = arena_alloc(arena, sizeof(**out));
	return reply && take_truth(*out, reply, asked, arena) ? 0 : refuse_reply(grading, question, reply, err);
}

/* ---- an answer ---- */

struct judging {
	struct grading *grading;
	const struct trace_question *asked;
	const struct trace_truth *truth;
	const struct table *table;
	const struct value *rows; /* as tracer.py takes them */
	struct judged *out;
};

static const struct value *rows_value(const struct judging *judging, struct arena *arena)
{
	size_t columns = judging->asked->count, count = judging->table->rows;
	struct value *rows = arena_array(arena, count + 1, sizeof(*rows)), *list = arena_alloc(arena, sizeof(*list));

	for (size_t row = 0; row < count; row++) {
		struct value *cells = arena_array(arena, columns, sizeof(*cells));

		for (size_t i = 0; i < columns; i++) {
			const struct value *cell = judging->table->cells[row * columns + i];

			cells[i].type = VALUE_LIST;
			cells[i].items.items = cell;
			cells[i].items.count = cell != NULL;
		}
		rows[row].type = VALUE_LIST;
		rows[row].items.items = cells;
		rows[row].items.count = columns;
	}
	list->type = VALUE_LIST;
	list->items.items = rows;
	list->items.count = count;
	return list;
}

static bool take_row(struct judging *judging, size_t number, const struct value *found)
{
	struct judged_row *row = &judging->out->rows[number];
	struct arena *arena = judging->grading->arena;
	size_t columns = judging->asked->count;

	if (!is_list(found, 3))
		return false;
	if (at(found, 0)->type == VALUE_BOOL)
		row->goes = at(found, 0)->boolean ? GOES_ON : GOES_OFF;
	row->reads = at(found, 1)->type == VALUE_LIST ? at(found, 1) : NULL;
	if (!is_list(at(found, 2), columns))
		return at(found, 2)->type == VALUE_NONE;
	struct judged_cell *cells = arena_array(arena, columns, sizeof(*cells));
	for (size_t i = 0; i < columns; i++) {
		const struct value *cell = at(at(found, 2), i);

		if (!is_list(cell, 5) || !take_cell(&cells[i].alone, at(cell, 0)) ||
			!take_cell(&cells[i].own, at(cell, 1)) || !value_to_int64(at(cell, 2), &cells[i].order) ||
			at(cell, 4)->type != VALUE_LIST)
			return false;
		cells[i].statement = take_text(at(cell, 3), arena);
		cells[i].reads = at(cell, 4);
		if (!cells[i].statement)
			return false;
	}
	row->cells = cells;
	return true;
}

/* Judges `count` rows in one call. *lost: the run did not come back from it. */
static int ask(struct judging *judging, struct calling *calling, const size_t *numbers, size_t count, bool *lost,
	struct err *err)
{
	struct value args[4] = { *judging->asked->plan, *judging->truth->items, *judging->rows,
		{ .type = VALUE_LIST } };
	struct value *list = arena_array(calling->arena, count + 1, sizeof(*list));
	uint8_t *bytes = arena_array(calling->arena, count + 1, 1);
	const struct value *reply;

	for (size_t i = 0; i < count; i++) {
		bytes[i] = (uint8_t)numbers[i];
		list[i].type = VALUE_INT;
		list[i].integer.magnitude = &bytes[i];
		list[i].integer.bytes = bytes[i] != 0;
	}
	args[3].items.items = list;
	args[3].items.count = count;
	if (call(calling, "judge", args, 4, err))
		return -1;
	*lost = calling->reply.end != RUN_OK && calling->reply.end != RUN_RAISED;
	if (calling->reply.end != RUN_OK || !calling->reply.value)
		return 0;
	/* The run ends before its answers are told. */
	if (keep(&reply, calling->reply.value, judging->grading->arena, err))
		return -1;
	if (!is_list(reply, 2) || !is_list(at(reply, 0), count))
		return 0;
	for (size_t i = 0; i < count; i++) {
		if (!take_row(judging, numbers[i], at(at(reply, 0), i)))
			judging->out->rows[numbers[i]] = (struct judged_row){ .goes = GOES_UNKNOWN };
	}
	(void)!take_cell(&judging->out->result, at(reply, 1));
	return 0;
}

static int ask_all(struct judging *judging, const size_t *numbers, size_t count, struct err *err)
{
	struct arena *scratch cleanup_arena = arena_new(0);
	bool lost = false;

	for (int tries = 0; tries < LOST_RUNS_MAX && (tries == 0 || lost); tries++) {
		struct calling calling = { .arena = scratch };
		size_t step = tries == 0 ? count : 1;
		int failed = open_run(&calling, judging->grading, JUDGE_CPU_MS, err);

		lost = false;
		for (size_t i = 0; !failed && !lost && (i < count || count == 0); i += step ? step : 1) {
			failed = ask(judging, &calling, numbers + i, step, &lost, err);
			if (count == 0)
				break;
		}
		if (close_run(&calling, failed, err))
			return -1;
	}
	return 0;
}

int trace_run_judge(struct judged *out, struct grading *grading, const struct question *question,
	const struct trace_truth *truth, const struct table *table, const bool *wanted, struct err *err)
{
	struct judging judging = { grading, question->spec, truth, table, NULL, out };
	size_t *numbers = arena_array(grading->arena, table->rows + 2, sizeof(*numbers)), count = 0;

	*out = (struct judged){ .rows = arena_array(grading->arena, table->rows + 2, sizeof(*out->rows)) };
	judging.rows = rows_value(&judging, grading->arena);
	for (size_t row = 1; row <= table->rows; row++) {
		if (wanted[row])
			numbers[count++] = row;
	}
	return ask_all(&judging, numbers, count, err);
}
