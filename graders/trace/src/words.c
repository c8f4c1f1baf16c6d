/* What is wrong with a row, with the statement as the student's own values make it. */
#include <string.h>
#include "trace.h"

enum { SHOWN_VALUES = 6 };

/* "a = 36 et b = 12"; NULL when nothing is read. */
static const char *values_text(const struct value *reads, const char *and, struct arena *arena)
{
	struct buf cleanup_buf out = BUF_INIT;
	size_t count = reads ? reads->items.count : 0;

	count = count > SHOWN_VALUES ? SHOWN_VALUES : count;
	for (size_t i = 0; i < count; i++) {
		const struct value *pair = &reads->items.items[i];

		if (pair->type != VALUE_LIST || pair->items.count != 2 || pair->items.items[0].type != VALUE_STR)
			return NULL;
		buf_printf(&out, "%s%.*s = %s",
			i == 0           ? ""
			: i + 1 == count ? and
					 : ", ",
			(int)pair->items.items[0].text.bytes, pair->items.items[0].text.data,
			show_value(&pair->items.items[1], arena));
	}
	return count > 0 ? arena_memdup(arena, buf_str(&out), out.len) : NULL;
}

/* With {values} in both languages; the code "…-bare" where there are none. */
static struct msg_text say(
	struct paper *paper, const char *code, const struct value *reads, const struct msg_param *others)
{
	struct msg_param fr[12] = { { "values", values_text(reads, " et ", paper->arena) } };
	struct msg_param en[12] = { { "values", values_text(reads, " and ", paper->arena) } };
	struct msg_text text;
	size_t at = 0;

	for (; others[at].name && at < 10; at++)
		fr[at + 1] = en[at + 1] = others[at];
	if (!fr[0].value || !en[0].value) {
		text = msg_make(paper->arena, &trace_messages, arena_printf(paper->arena, "%s-bare", code), others);
		text.code = code;
		return text;
	}
	text = msg_make_both(paper->arena, &trace_messages, code, fr, en);
	return text;
}

struct msg_text words_row_name(struct paper *paper, size_t row)
{
	return paper_say(paper, row == 0 ? "row-start" : "row-pass",
		(struct msg_param[]){ { "row", arena_printf(paper->arena, "%zu", row) }, { 0 } });
}

static struct msg_text say_loop(struct paper *paper, const struct marking_table *marking, size_t row, const char *code)
{
	const struct trace_question *asked = marking->asked;
	const char *count = arena_printf(paper->arena, "%zu", marking->truth->items->items.count);
	const struct msg_param params[] = { { "row", arena_printf(paper->arena, "%zu", row) },
		{ "loop", asked->condition ? asked->condition : asked->range }, { "count", count }, { 0 } };

	if (asked->range) {
		struct msg_text text = paper_say(paper, arena_printf(paper->arena, "%s-for", code), params);

		text.code = code;
		return text;
	}
	return say(paper, code, row <= marking->table.rows ? marking->judged.rows[row].reads : NULL, params);
}

static struct msg_text say_absent(struct paper *paper, const struct marking_table *marking, size_t row)
{
	const struct msg_param params[] = { { "row", arena_printf(paper->arena, "%zu", row) }, { 0 } };

	if (marking->ended)
		return paper_say(paper, "row-not-reached", params);
	if (row == marking->table.rows && row > 0 && marking->judged.rows[row].goes == GOES_ON)
		return say_loop(paper, marking, row, "row-missing");
	return paper_say(paper, "row-absent", params);
}

static const struct value *cell_at(
	const struct table *table, const struct marking_table *marking, size_t row, size_t column)
{
	return row < table->rows ? table->cells[row * marking->asked->count + column] : NULL;
}

static struct msg_text say_cell(struct paper *paper, const struct marking_table *marking, size_t row, size_t column)
{
	const struct trace_question *asked = marking->asked;
	const struct judged_cell *judged = row > 0 ? &marking->judged.rows[row].cells[column] : NULL;
	const struct value *got = cell_at(&marking->table, marking, row, column);
	const struct value *wanted = judged ? judged->own : cell_at(&marking->truth->table, marking, row, column);
	const struct msg_param params[] = { { "row", arena_printf(paper->arena, "%zu", row) },
		{ "column", asked->columns[column].name }, { "got", show_value(got, paper->arena) },
		{ "wanted", show_value(wanted, paper->arena) }, { "statement", judged ? judged->statement : "" },
		{ 0 } };

	if (!wanted)
		return paper_say(paper, "cell-too-early", params);
	if (!judged)
		return paper_say(paper, got ? "start-wrong" : "start-blank", params);
	if (!got)
		return say(paper, "cell-blank", judged->reads, params);
	if (!*judged->statement)
		return paper_say(paper, "cell-unchanged", params);
	if (!strncmp(judged->statement, "for ", 4))
		return paper_say(paper, "cell-loop", params);
	if (!strcmp(judged->statement, asked->columns[column].name))
		return say(paper, "cell-formula", judged->reads, params);
	return say(paper, "cell-wrong", judged->reads, params);
}

/* The first cell that is neither right nor consistent, in the order of the assignments; the number of columns: none. */
static size_t first_wrong(const struct marking_table *marking, size_t row)
{
	size_t columns = marking->asked->count, first = columns;
	const struct judged_cell *cells = row > 0 ? marking->judged.rows[row].cells : NULL;

	for (size_t i = 0; i < columns; i++) {
		enum carried_state state = marking->states[row * columns + i];

		if (state != CARRIED_WRONG && state != CARRIED_BLANK)
			continue;
		if (first == columns || (cells && cells[i].order < cells[first].order))
			first = i;
	}
	return first;
}

struct msg_text words_row(struct paper *paper, const struct marking_table *marking, size_t row)
{
	const struct msg_param params[] = { { "row", arena_printf(paper->arena, "%zu", row) }, { 0 } };
	size_t columns = marking->asked->count, wrong;

	if (row >= marking->table.rows)
		return say_absent(paper, marking, row);
	wrong = first_wrong(marking, row);
	if (wrong == columns) {
		for (size_t i = 0; i < columns; i++) {
			if (marking->states[row * columns + i] == CARRIED_CONSISTENT)
				return paper_say(
					paper, marking->sum.carries ? "row-carried" : "row-consistent", params);
		}
		return paper_say(paper, "row-flat", params);
	}
	if (row > 0 && marking->judged.rows[row].goes == GOES_OFF)
		return say_loop(paper, marking, row, "row-too-many");
	if (row > 0 && !marking->judged.rows[row].cells)
		return paper_say(paper, "row-unfollowable", params);
	return say_cell(paper, marking, row, wrong);
}

struct msg_text words_result(struct paper *paper, const struct marking_table *marking)
{
	const struct value *wanted = marking->judged.result ? marking->judged.result : marking->truth->table.result;
	const struct msg_param params[] = { { "result", marking->asked->result },
		{ "wanted", show_value(wanted, paper->arena) },
		{ "got", show_value(marking->table.result, paper->arena) }, { 0 } };

	if (!marking->table.result)
		return paper_say(paper, "result-blank", params);
	if (!marking->result_follows)
		return paper_say(paper, "result-wrong", params);
	return paper_say(paper, marking->sum.carries ? "result-carried" : "result-consistent", params);
}
