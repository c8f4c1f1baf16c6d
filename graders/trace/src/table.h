/* A table being read; see table_read() in trace.h. */
#pragma once
#include "table_cells.h"
#include "trace.h"

struct reading_table {
	struct paper *paper;
	const struct trace_question *asked;
	struct table *out;
};

/* {"rows": [[84, 36, null], …], "result": 12}, or the rows alone. */
enum reading table_read_json(struct reading_table *table, const json_t *answer);
/* The column of this heading; asked->count or more: none. */
size_t table_column(const struct trace_question *asked, const char *text, size_t bytes);
/* One cell as a text, which stands at `at` of the answer. */
enum reading table_literal(
	struct reading_table *table, struct line_cell at, const char *data, bool text, const struct value **out);
