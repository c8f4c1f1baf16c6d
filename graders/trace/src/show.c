/* Values, rows and tables, written. */
#include <math.h>
#include <stdio.h>
#include <string.h>
#include "trace.h"

enum { SHOWN_BYTES = 80 };

const char *show_value(const struct value *value, struct arena *arena)
{
	struct buf cleanup_buf out = BUF_INIT;
	char real[40];

	if (!value)
		return "\u2013";
	if (value->type == VALUE_FLOAT && isfinite(value->real)) {
		snprintf(real, sizeof(real), "%.12g", value->real);
		return arena_printf(arena, "%s%s", real, strpbrk(real, ".e") ? "" : ".0");
	}
	value_repr(&out, value, SHOWN_BYTES);
	return arena_memdup(arena, buf_str(&out), out.len);
}

const char *show_row(const struct trace_question *asked, const struct value *const *cells, struct arena *arena)
{
	struct buf cleanup_buf out = BUF_INIT;

	for (size_t i = 0; i < asked->count; i++)
		buf_printf(&out, "%s%s = %s", i > 0 ? ", " : "", asked->columns[i].name, show_value(cells[i], arena));
	return arena_memdup(arena, buf_str(&out), out.len);
}

const char *show_table(const struct trace_question *asked, const struct table *table, size_t rows, struct arena *arena)
{
	struct buf cleanup_buf out = BUF_INIT;
	size_t last = table->rows > rows ? table->rows : rows;

	buf_addstr(&out, "| n° |");
	for (size_t i = 0; i < asked->count; i++)
		buf_printf(&out, " %s |", asked->columns[i].name);
	buf_addstr(&out, "\n|---|");
	for (size_t i = 0; i < asked->count; i++)
		buf_addstr(&out, "---|");
	buf_addch(&out, '\n');
	for (size_t row = 0; row < last; row++) {
		buf_printf(&out, "| %zu |", row + (asked->passes ? 1 : 0));
		for (size_t i = 0; i < asked->count; i++)
			buf_printf(&out, " %s |",
				row < table->rows ? show_value(table->cells[row * asked->count + i], arena) : " ");
		buf_addch(&out, '\n');
	}
	return arena_memdup(arena, buf_str(&out), out.len);
}

/* ---- how an answer was read ---- */

static void add_escaped(struct buf *out, const char *text, bool latex)
{
	for (; *text; text++) {
		if (latex && strchr("#$%&_{}", *text))
			buf_printf(out, "\\%c", *text);
		else if (latex && strchr("\\^~", *text))
			buf_addch(out, ' ');
		else if (!latex && *text == '<')
			buf_addstr(out, "&lt;");
		else if (!latex && *text == '>')
			buf_addstr(out, "&gt;");
		else if (!latex && *text == '&')
			buf_addstr(out, "&amp;");
		else
			buf_addch(out, *text);
	}
}

static void add_line(struct buf *out, const struct trace_question *asked, const struct value *const *cells, bool latex,
	struct arena *arena)
{
	for (size_t i = 0; i < asked->count; i++) {
		const char *text = cells ? show_value(cells[i], arena) : asked->columns[i].name;

		buf_addstr(out, latex ? (i > 0 ? " & \\text{" : "\\text{") : "<mtd><mtext>");
		add_escaped(out, text, latex);
		buf_addstr(out, latex ? "}" : "</mtext></mtd>");
	}
}

static const char *as_markup(
	const struct trace_question *asked, const struct table *table, bool latex, struct arena *arena)
{
	struct buf cleanup_buf out = BUF_INIT;

	if (latex)
		buf_printf(&out, "\\begin{array}{*{%zu}{c}}", asked->count);
	else
		buf_addstr(&out, "<math xmlns=\"http://www.w3.org/1998/Math/MathML\"><mtable>");
	for (size_t row = 0; row <= table->rows; row++) {
		buf_addstr(&out, latex ? "" : "<mtr>");
		add_line(&out, asked, row > 0 ? table->cells + (row - 1) * asked->count : NULL, latex, arena);
		buf_addstr(&out, latex ? (row == 0 ? "\\\\\\hline " : "\\\\") : "</mtr>");
	}
	buf_addstr(&out, latex ? "\\end{array}" : "</mtable></math>");
	return arena_memdup(arena, buf_str(&out), out.len);
}

/* A text that is read as the same table again. */
struct read_as show_reading(const struct trace_question *asked, const struct table *table, struct arena *arena)
{
	struct buf cleanup_buf out = BUF_INIT;

	for (size_t row = 0; row < table->rows; row++) {
		buf_addstr(&out, row > 0 ? "\n|" : "|");
		for (size_t i = 0; i < asked->count; i++)
			buf_printf(&out, " %s |", show_value(table->cells[row * asked->count + i], arena));
	}
	if (table->result)
		buf_printf(&out, "%srésultat : %s", out.len > 0 ? "\n" : "", show_value(table->result, arena));
	return (struct read_as){ .text = arena_memdup(arena, buf_str(&out), out.len),
		.latex = as_markup(asked, table, true, arena),
		.mathml = as_markup(asked, table, false, arena) };
}
