/* A product of matrices with one row, one column and the cell that they make. */
#include <string.h>
#include "base/utf8.h"
#include "drawing.h"

enum { CELL_X = 44, CELL_Y = 28, MARGIN = 14, FONT = 14, GAP = 40 };

/* A list of rows of equal length; its width, or 0. */
static size_t width_of(const json_t *rows)
{
	size_t width = json_array_size(json_array_get(rows, 0));

	if (json_array_size(rows) > PICTURE_SIDE_MAX || width > PICTURE_SIDE_MAX)
		return 0;
	for (size_t i = 0; i < json_array_size(rows); i++) {
		const json_t *row = json_array_get(rows, i);

		if (json_array_size(row) != width)
			return 0;
		for (size_t j = 0; j < width; j++)
			if (!data_is_text(json_array_get(row, j)))
				return 0;
	}
	return width;
}

static bool is_index(const json_t *value, size_t count)
{
	return json_is_integer(value) && json_integer_value(value) >= 0 &&
	       json_integer_value(value) < (json_int_t)count;
}

static bool check(const json_t *picture)
{
	static const char *const keys[] = { "picture", "title", "left", "right", "result", "row", "column", NULL };
	const json_t *left = json_object_get(picture, "left"), *right = json_object_get(picture, "right"),
		     *result = json_object_get(picture, "result");

	return data_has_only(picture, keys) && width_of(left) > 0 && width_of(right) > 0 && width_of(result) > 0 &&
	       width_of(left) == json_array_size(right) && json_array_size(left) == json_array_size(result) &&
	       width_of(right) == width_of(result) &&
	       is_index(json_object_get(picture, "row"), json_array_size(left)) &&
	       is_index(json_object_get(picture, "column"), width_of(right));
}

static const char *cell(const json_t *rows, size_t i, size_t j)
{
	return json_string_value(json_array_get(json_array_get(rows, i), j));
}

static size_t row_of(const json_t *picture)
{
	return (size_t)json_integer_value(json_object_get(picture, "row"));
}

static size_t column_of(const json_t *picture)
{
	return (size_t)json_integer_value(json_object_get(picture, "column"));
}

/* Its brackets and cells; the cells of row `row` and of column `column` (SIZE_MAX: all of the other's) stand in a box. */
static void draw_matrix(struct buf *out, const json_t *rows, struct point at, size_t row, size_t column)
{
	size_t height = json_array_size(rows), width = width_of(rows);
	int right = at.x + (int)width * CELL_X, bottom = at.y + (int)height * CELL_Y;
	bool whole_row = column == SIZE_MAX, whole_column = row == SIZE_MAX;
	struct point corner = { at.x + (whole_row ? 0 : (int)column * CELL_X),
		at.y + (whole_column ? 0 : (int)row * CELL_Y) };

	buf_printf(out, "<path d=\"M%d %dh-6v%dh6M%d %dh6v%dh-6\" stroke-width=\"1.5\"/>", at.x, at.y, bottom - at.y,
		right, at.y, bottom - at.y);
	svg_box(out, corner,
		(struct point){
			whole_row ? (int)width * CELL_X : CELL_X, whole_column ? (int)height * CELL_Y : CELL_Y },
		STROKE_THICK);
	for (size_t i = 0; i < height; i++)
		for (size_t j = 0; j < width; j++)
			svg_text(out,
				(struct point){
					at.x + (int)j * CELL_X + CELL_X / 2, at.y + (int)i * CELL_Y + CELL_Y / 2 },
				FONT, cell(rows, i, j));
}

/* The second matrix above the result, the first at its left: row and column meet where the cell is. */
static void svg(struct buf *out, const json_t *picture, enum lang lang)
{
	const json_t *left = json_object_get(picture, "left"), *right = json_object_get(picture, "right"),
		     *result = json_object_get(picture, "result");
	int x = MARGIN + (int)width_of(left) * CELL_X + GAP,
	    y = MARGIN + (int)json_array_size(right) * CELL_Y + GAP / 2;

	svg_open(out,
		(struct point){ x + (int)width_of(result) * CELL_X + MARGIN,
			y + (int)json_array_size(result) * CELL_Y + MARGIN },
		picture, lang, "picture-product");
	draw_matrix(out, left, (struct point){ MARGIN, y }, row_of(picture), SIZE_MAX);
	draw_matrix(out, right, (struct point){ x, MARGIN }, SIZE_MAX, column_of(picture));
	draw_matrix(out, result, (struct point){ x, y }, row_of(picture), column_of(picture));
	svg_close(out);
}

/* "2×3 + 1×4 = 10" */
static void expansion(struct buf *out, const json_t *picture)
{
	const json_t *left = json_object_get(picture, "left"), *right = json_object_get(picture, "right");
	size_t row = row_of(picture), column = column_of(picture);

	for (size_t k = 0; k < json_array_size(right); k++)
		buf_printf(out, "%s%s×%s", k > 0 ? " + " : "", cell(left, row, k), cell(right, k, column));
	buf_printf(out, " = %s", cell(json_object_get(picture, "result"), row, column));
}

/* "ligne 1 × colonne 2" */
static void heading(struct buf *out, const json_t *picture, enum lang lang)
{
	const char *words = data_say("row-by-column", lang);

	for (; *words != '\0'; words++) {
		if (strncmp(words, "{row}", 5) == 0) {
			buf_printf(out, "%zu", row_of(picture) + 1);
			words += 4;
		} else if (strncmp(words, "{column}", 8) == 0) {
			buf_printf(out, "%zu", column_of(picture) + 1);
			words += 7;
		} else {
			buf_addch(out, *words);
		}
	}
}

static void table(struct buf *out, const json_t *picture, enum lang lang)
{
	cleanup_buf struct buf named = BUF_INIT, expanded = BUF_INIT;
	const char *headings[1];

	heading(&named, picture, lang);
	headings[0] = buf_str(&named);
	table_open(out, headings, 1);
	expansion(&expanded, picture);
	table_row(out);
	table_cell(out, buf_str(&expanded), false);
	table_row_end(out);
	table_close(out);
}

static void text(struct buf *out, const json_t *picture, enum lang lang)
{
	buf_addstr(out, "  ");
	heading(out, picture, lang);
	buf_addstr(out, lang == LANG_FR ? "\u00a0: " : ": ");
	expansion(out, picture);
	buf_addch(out, '\n');
}

const struct drawing drawing_product = { "product", check, svg, table, text };
