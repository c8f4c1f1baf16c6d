/* A table as data: rows of numbers, truth values, lists, texts as a person would type them, null. */
#include <math.h>
#include <string.h>
#include "base/utf8.h"
#include "literal.h"
#include "table.h"

static enum reading refuse(struct reading_table *table, const char *code, const struct msg_param *params)
{
	return paper_unreadable(table->paper, msg_make(table->paper->arena, &trace_messages, code, params));
}

static enum reading read_cell(
	struct reading_table *table, const json_t *cell, bool text, int depth, const struct value **out)
{
	struct arena *arena = table->paper->arena;

	*out = NULL;
	if (json_is_null(cell))
		return READING_OK;
	if (json_is_boolean(cell)) {
		*out = literal_bool(json_is_true(cell), arena);
	} else if (json_is_integer(cell)) {
		*out = literal_int(json_integer_value(cell), arena);
	} else if (json_is_real(cell) && isfinite(json_real_value(cell))) {
		*out = literal_real(json_real_value(cell), arena);
	} else if (json_is_string(cell)) {
		const char *data = json_string_value(cell);
		size_t bytes = json_string_length(cell);

		if (memchr(data, '\0', bytes) || utf8_check(data, bytes) != bytes)
			return refuse(table, "table-json", NULL);
		/* A place in the answer is known of texts only. */
		if (bytes > TRACE_CELL_MAX)
			return refuse(table, "cell-too-long", (struct msg_param[]){ { "most", "200" }, { 0 } });
		size_t bad;
		if (literal_read(out, data, bytes, text, &bad, arena) == LITERAL_BAD)
			return refuse(table, "cell-unreadable", (struct msg_param[]){ { "cell", data }, { 0 } });
	} else if (json_is_array(cell) && depth < LITERAL_DEPTH_MAX && json_array_size(cell) <= LITERAL_ITEMS_MAX) {
		struct value *list = arena_alloc(arena, sizeof(*list));
		struct value *items = arena_array(arena, json_array_size(cell) + 1, sizeof(*items));

		for (size_t i = 0; i < json_array_size(cell); i++) {
			const struct value *item;
			enum reading reading = read_cell(table, json_array_get(cell, i), true, depth + 1, &item);

			if (reading != READING_OK)
				return reading;
			items[i] = item ? *item : (struct value){ .type = VALUE_NONE };
		}
		list->type = VALUE_LIST;
		list->items.items = items;
		list->items.count = json_array_size(cell);
		*out = list;
	} else {
		return refuse(table, "table-json", NULL);
	}
	return READING_OK;
}

static enum reading read_row(struct reading_table *table, const json_t *row)
{
	size_t columns = table->asked->count, shift;
	const struct value **cells = table->out->cells + table->out->rows * columns;

	/* A row of blanks may be short of all. */
	if (json_is_array(row) && json_array_size(row) == columns + 1)
		shift = 1;
	else if (json_is_array(row) && json_array_size(row) == columns)
		shift = 0;
	else
		return refuse(table, "table-json", NULL);
	for (size_t i = 0; i < columns; i++) {
		enum reading reading =
			read_cell(table, json_array_get(row, i + shift), table->asked->columns[i].text, 0, &cells[i]);

		if (reading != READING_OK)
			return reading;
	}
	table->out->rows++;
	return READING_OK;
}

enum reading table_read_json(struct reading_table *table, const json_t *answer)
{
	const json_t *rows = json_is_array(answer) ? answer : json_object_get(answer, "rows");
	const json_t *result = json_is_object(answer) ? json_object_get(answer, "result") : NULL;
	enum reading reading = READING_OK;
	size_t known = json_is_object(answer) ? (rows != NULL) + (result != NULL) : 0;

	if ((rows && !json_is_array(rows)) || (json_is_object(answer) && known != json_object_size(answer)))
		return refuse(table, "table-json", NULL);
	if (json_array_size(rows) > TRACE_ROWS_MAX)
		return refuse(table, "rows-too-many", (struct msg_param[]){ { "most", "200" }, { 0 } });
	for (size_t i = 0; i < json_array_size(rows) && reading == READING_OK; i++)
		reading = read_row(table, json_array_get(rows, i));
	if (reading != READING_OK || !result)
		return reading;
	table->out->result_given = true;
	return read_cell(table, result, false, 0, &table->out->result);
}
