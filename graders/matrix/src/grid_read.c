#include "grid_read.h"
#include <string.h>
#include "base/json.h"
#include "grader_matrix/grader_matrix.h"
#include "grid_rows.h"

enum { LABEL_BYTES_MAX = 60 };

/* "A·B =" before a matrix: letters, no separators, one line. */
static struct stretch without_label(const struct draft *draft, struct stretch span)
{
	bool letter = false;

	for (size_t at = span.start; at < span.end && at - span.start <= LABEL_BYTES_MAX; at++) {
		char c = draft->text[at];

		if (c == '=' && (letter || at == span.start))
			return draft_trim(draft, (struct stretch){ at + 1, span.end });
		letter |= (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
		if (strchr(";|&\n[", c))
			return span;
	}
	return span;
}

/* "0110": a row of that many digits. */
static bool are_digit_rows(const struct draft *draft, const struct rows *rows, const struct grid_style *style)
{
	if (!style->binary || style->columns < 2)
		return false;
	for (size_t i = 0; i < rows->count; i++) {
		struct stretch row = rows->spans[i];

		if (row.end - row.start != style->columns || strspn(draft->text + row.start, "01") < style->columns)
			return false;
	}
	return true;
}

static void digit_rows(struct grid *out, const struct draft *draft, const struct rows *rows)
{
	size_t columns = rows->spans[0].end - rows->spans[0].start;
	const struct number **cells = arena_array(draft->arena, rows->count * columns, sizeof(*cells));

	for (size_t i = 0; i < rows->count; i++)
		for (size_t j = 0; j < columns; j++)
			cells[i * columns + j] = number_of(draft->text[rows->spans[i].start + j] == '1', draft->arena);
	*out = (struct grid){ rows->count, columns, cells };
}

static int slip_unequal(const struct draft *draft, struct stretch row, size_t index, size_t count, size_t first)
{
	struct arena *arena = draft->arena;

	return draft_slip(draft, row.start, row.end, "rows-unequal",
		(struct msg_param[]){ { "row", arena_printf(arena, "%zu", index + 1) },
			{ "count", arena_printf(arena, "%zu", count) }, { "first", arena_printf(arena, "%zu", first) },
			{ 0 } });
}

static int slip_too_large(const struct draft *draft, struct stretch span)
{
	return draft_slip(draft, span.start, span.end, "too-large",
		(struct msg_param[]){ { "most", arena_printf(draft->arena, "%d", MATRIX_SIDE_MAX) }, { 0 } });
}

/* With decimal commas as separators the size would be the expected one; or commas separate rows already. */
static bool commas_unclear(const struct rows *rows, const struct row_cells *read, const struct grid_style *style)
{
	bool fits = rows->count == style->rows, any = false;

	for (size_t i = 0; i < rows->count; i++) {
		any |= read[i].commas > 0;
		fits = fits && read[i].count + read[i].commas == style->columns;
	}
	return any && !style->whole && (rows->by_comma || (fits && read[0].count != style->columns));
}

static int gather(struct grid *out, const struct draft *draft, const struct rows *rows, const struct row_cells *read,
	const struct grid_style *style)
{
	struct stretch whole = { rows->spans[0].start, rows->spans[rows->count - 1].end };
	size_t columns = read[0].count;
	const struct number **cells;

	if (commas_unclear(rows, read, style))
		return draft_slip(draft, whole.start, whole.end, "comma-decimal", NULL);
	for (size_t i = 1; i < rows->count; i++)
		if (read[i].count != columns)
			return slip_unequal(draft, rows->spans[i], i, read[i].count, columns);
	if (rows->count > MATRIX_SIDE_MAX || columns > MATRIX_SIDE_MAX)
		return slip_too_large(draft, whole);
	if (rows->by_slash && (rows->count != style->rows || columns != style->columns))
		return draft_slip(draft, whole.start, whole.end, "slash-unclear", NULL);
	cells = arena_array(draft->arena, rows->count * columns + 1, sizeof(*cells));
	for (size_t i = 0; i < rows->count; i++)
		memcpy(cells + i * columns, read[i].cells, columns * sizeof(*cells));
	*out = (struct grid){ rows->count, columns, cells };
	return 0;
}

int grid_read(struct grid *out, struct draft *draft, struct stretch span, const struct grid_style *style)
{
	struct row_cells *read;
	struct rows rows;

	*out = (struct grid){ 0 };
	span = without_label(draft, draft_trim(draft, span));
	if (span.start >= span.end)
		return 0;
	if (grid_rows(&rows, draft, span, style))
		return -1;
	if (rows.count == 0)
		return 0;
	if (are_digit_rows(draft, &rows, style)) {
		digit_rows(out, draft, &rows);
		return rows.count > MATRIX_SIDE_MAX ? slip_too_large(draft, span) : 0;
	}
	read = arena_array(draft->arena, rows.count, sizeof(*read));
	for (size_t i = 0; i < rows.count; i++)
		if (grid_row_cells(&read[i], draft, rows.spans[i], style))
			return -1;
	return gather(out, draft, &rows, read, style);
}

/* ---- JSON ---- */

static int json_slip(struct slip *slip, struct arena *arena, const char *code)
{
	const struct msg_param params[] = { { "most", arena_printf(arena, "%d", MATRIX_SIDE_MAX) }, { 0 } };

	*slip = (struct slip){ .message = msg_make(arena, &matrix_messages, code, params) };
	return -1;
}

static int json_cell(const struct number **out, const json_t *json, struct arena *arena, struct slip *slip)
{
	struct grid_style style = { .whole = false };
	struct row_cells cell = { .count = 0 };
	struct draft draft;
	struct value value;

	*out = NULL;
	if (json_is_null(json))
		return 0;
	if (!json_is_string(json)) {
		if (value_of_json(&value, json, arena, slip))
			return -1;
		if (value.kind == VALUE_MATRIX)
			return json_slip(slip, arena, "json-rows");
		*out = value.kind == VALUE_TRUTH ? number_of(value.truth, arena) : value.number;
		return 0;
	}
	if (draft_make(&draft, json_string_value(json), json_string_length(json), arena, slip) ||
		grid_row_cells(&cell, &draft, (struct stretch){ 0, draft.bytes }, &style))
		return -1;
	if (cell.count > 1)
		return json_slip(slip, arena, "json-rows");
	*out = cell.count == 1 ? cell.cells[0] : NULL;
	return 0;
}

int grid_of_json(struct grid *out, const json_t *json, struct arena *arena, struct slip *slip)
{
	bool nested = json_is_array(json_array_get(json, 0));
	size_t rows = nested ? json_array_size(json) : 1;
	size_t columns = json_array_size(nested ? json_array_get(json, 0) : json);
	const struct number **cells;

	*out = (struct grid){ 0 };
	if (!json_is_array(json))
		return json_slip(slip, arena, "json-rows");
	if (rows == 0 || columns == 0)
		return 0;
	if (rows > MATRIX_SIDE_MAX || columns > MATRIX_SIDE_MAX)
		return json_slip(slip, arena, "too-large");
	cells = arena_array(arena, rows * columns, sizeof(*cells));
	for (size_t i = 0; i < rows; i++) {
		const json_t *row = nested ? json_array_get(json, i) : json;

		if (!json_is_array(row) || json_array_size(row) != columns)
			return json_slip(slip, arena, "json-rows");
		for (size_t j = 0; j < columns; j++)
			if (json_cell(&cells[i * columns + j], json_array_get(row, j), arena, slip))
				return -1;
	}
	*out = (struct grid){ rows, columns, cells };
	return 0;
}
