/*
 * The generator `matrix`: a matrix drawn for a student, with the properties that the author asks for. {{A}} is the matrix
 * on a page, "1 2 / 3 4" in a text; {{A.text}} is that text everywhere, {{A.latex}} LaTeX; "$A.rows", "$A.columns" its size.
 *
 * Never degenerate: it is not constant, and no row or column is all zeros, unless it has one cell or the author's own range
 * leaves nothing else. Where an inverse is asked for, drawing goes a way that leads there: a product of triangular matrices
 * of the determinant asked for; what cannot be had so is met by trying, a bounded number of times.
 */
#include "drawn_matrix.h"
#include <inttypes.h>
#include <string.h>
#include "base/json.h"
#include "exact/matrix.h"
#include "grader_matrix/grader_matrix.h"

enum { SIDE_MAX = 8, INVERTIBLE_SIDE_MAX = 4, BOUND = 1000, TRIES = 4000, CELLS_MAX = SIDE_MAX * SIDE_MAX };

struct drawn_matrix {
	struct way cell;
	bool ranged; /* its cells are drawn from a range */
	int64_t least, most;
	size_t rows, columns;
	bool invertible, whole_inverse, symmetric, distinct;
	int64_t inverse_max; /* 0: any; whole cells of the inverse, and none larger */
	bool has_determinant;
	int64_t determinant;
	int64_t modulus; /* 0: none; the inverse is one modulo it */
	int64_t ones; /* at least so many cells are not zero; -1: not said */
	int64_t ones_most;
	bool loops; /* the diagonal may be other than zero */
};

static const struct key_spec keys[] = {
	{ .name = "matrix",
		.type = KEY_ANY,
		.required = true,
		.doc = "What draws a cell, a whole number: {\"int\": [-4, 6]}." },
	{ .name = "rows", .type = KEY_INT, .required = true, .min = 1, .max = SIDE_MAX, .doc = "How many rows." },
	{ .name = "cols",
		.type = KEY_INT,
		.min = 1,
		.max = SIDE_MAX,
		.doc = "How many columns; as many as rows if left out." },
	{ .name = "invertible", .type = KEY_BOOL, .doc = "true: it has an inverse." },
	{ .name = "inverse_max",
		.type = KEY_INT,
		.min = 1,
		.max = BOUND,
		.doc = "It has an inverse of whole numbers, none larger than this." },
	{ .name = "determinant", .type = KEY_INT, .min = -BOUND, .max = BOUND, .doc = "Its determinant." },
	{ .name = "mod", .type = KEY_INT, .min = 2, .max = BOUND, .doc = "It has an inverse modulo this number." },
	{ .name = "symmetric",
		.type = KEY_BOOL,
		.doc = "true: it is its own transpose; false: it is not. Either if left out." },
	{ .name = "distinct", .type = KEY_BOOL, .doc = "true: no two cells are the same." },
	{ .name = "ones", .type = KEY_ARRAY, .doc = "Between how many and how many cells are not zero: [6, 9]." },
	{ .name = "loops", .type = KEY_BOOL, .doc = "false: its diagonal is zero." },
};

static bool mistake(struct reader *reader, const char *pointer, const char *code)
{
	reader_problem(reader, pointer, false, &matrix_author_messages, code, NULL);
	return false;
}

static bool read_range(const json_t *list, int64_t least, int64_t most, int64_t *from, int64_t *to)
{
	const json_t *first = json_array_get(list, 0), *last = json_array_get(list, 1);

	if (json_array_size(list) != 2 || !json_is_integer(first) || !json_is_integer(last))
		return false;
	*from = json_integer_value(first);
	*to = json_integer_value(last);
	return *from >= least && *to <= most && *from <= *to;
}

static bool read_wish(const void **spec, struct reader *reader, json_t *value, const char *pointer)
{
	struct drawn_matrix *wish = arena_alloc(reader->arena, sizeof(*wish));
	const json_t *range;
	bool square;

	*wish = (struct drawn_matrix){ .rows = (size_t)reader_int(value, "rows", 1), .ones = -1 };
	wish->columns = (size_t)reader_int(value, "cols", (long)wish->rows);
	wish->inverse_max = reader_int(value, "inverse_max", 0);
	wish->whole_inverse = wish->inverse_max > 0;
	wish->has_determinant = json_object_get(value, "determinant") != NULL;
	wish->determinant = reader_int(value, "determinant", 0);
	wish->modulus = reader_int(value, "mod", 0);
	wish->invertible = reader_bool(value, "invertible", wish->whole_inverse);
	wish->distinct = reader_bool(value, "distinct", false);
	wish->symmetric = reader_bool(value, "symmetric", false);
	wish->loops = reader_bool(value, "loops", true);
	*spec = wish;
	if (!way_read(&wish->cell, reader, json_object_get(value, "matrix"), reader_pointer(reader, pointer, "matrix")))
		return false;
	range = json_object_get(json_object_get(value, "matrix"), "int");
	wish->ranged = range != NULL;
	if (range && !read_range(range, -BOUND, BOUND, &wish->least, &wish->most))
		return mistake(reader, reader_pointer(reader, pointer, "matrix"), "matrix-range");
	if (json_object_get(value, "ones") &&
		!read_range(json_object_get(value, "ones"), 0, CELLS_MAX, &wish->ones, &wish->ones_most))
		return mistake(reader, reader_pointer(reader, pointer, "ones"), "matrix-ones");
	square = wish->invertible || wish->has_determinant || wish->modulus > 0 || wish->symmetric || !wish->loops;
	if (square && wish->rows != wish->columns)
		return mistake(reader, pointer, "matrix-square");
	if ((wish->invertible || wish->has_determinant || wish->modulus > 0) && wish->rows > INVERTIBLE_SIDE_MAX)
		return mistake(reader, pointer, "matrix-invertible-side");
	return true;
}

/* ---- drawing ---- */

struct cells {
	int64_t list[CELLS_MAX];
};

static int draw_cell(
	int64_t *out, const struct drawn_matrix *wish, struct draw *draw, struct arena *arena, struct err *err)
{
	struct drawn drawn;

	if (wish->ranged) {
		*out = wish->least + (int64_t)draw_below_wide(draw, (uint64_t)(wish->most - wish->least) + 1);
		return 0;
	}
	if (way_draw(&drawn, &wish->cell, draw, arena, err))
		return -1;
	*out = json_integer_value(drawn.parts[0].value);
	if (!json_is_integer(drawn.parts[0].value) || *out < -BOUND || *out > BOUND)
		return err_set(err, ERR_INPUT, "cells are whole numbers from -%d to %d", BOUND, BOUND);
	return 0;
}

/* Places off the diagonal where that must be zero, in a drawn order; how many. */
static size_t draw_places(size_t *places, const struct drawn_matrix *wish, struct draw *draw)
{
	size_t count = 0;

	for (size_t i = 0; i < wish->rows * wish->columns; i++)
		if (wish->loops || i % (wish->columns + 1) != 0)
			places[count++] = i;
	for (size_t i = 0; wish->ones >= 0 && i < count; i++) {
		size_t other = i + draw_below(draw, (uint32_t)(count - i)), kept = places[other];

		places[other] = places[i];
		places[i] = kept;
	}
	return count;
}

/* Each cell alone; where the number of those that are not zero is said, only so many. */
static int draw_cells(
	struct cells *out, const struct drawn_matrix *wish, struct draw *draw, struct arena *arena, struct err *err)
{
	enum { AGAIN = 20 };
	size_t places[CELLS_MAX], count = draw_places(places, wish, draw), wanted = count;

	*out = (struct cells){ { 0 } };
	if (wish->ones >= 0)
		wanted = (size_t)wish->ones + draw_below(draw, (uint32_t)(wish->ones_most - wish->ones) + 1);
	for (size_t i = 0; i < wanted && i < count; i++) {
		int64_t *cell = &out->list[places[i]];

		if (draw_cell(cell, wish, draw, arena, err))
			return -1;
		for (int again = 0; wish->ones >= 0 && *cell == 0 && again < AGAIN; again++)
			if (draw_cell(cell, wish, draw, arena, err))
				return -1;
	}
	return 0;
}

/* A lower triangular matrix by an upper one, with the determinant asked for; small, so that its inverse is. */
static void draw_by_triangles(int64_t *cells, const struct drawn_matrix *wish, struct draw *draw)
{
	size_t n = wish->rows;
	int64_t lower[CELLS_MAX] = { 0 }, upper[CELLS_MAX] = { 0 };
	int64_t determinant = wish->has_determinant ? wish->determinant : draw_below(draw, 2) == 0 ? 1 : -1;
	size_t whole = draw_below(draw, (uint32_t)n);

	for (size_t i = 0; i < n; i++)
		for (size_t j = 0; j <= i; j++) {
			lower[i * n + j] = i == j ? 1 : (int64_t)draw_below(draw, 5) - 2;
			upper[j * n + i] = i == j ? i == whole ? determinant : 1 : (int64_t)draw_below(draw, 5) - 2;
		}
	for (size_t i = 0; i < n; i++)
		for (size_t j = 0; j < n; j++) {
			cells[i * n + j] = 0;
			for (size_t k = 0; k < n; k++)
				cells[i * n + j] += lower[i * n + k] * upper[k * n + j];
		}
}

static void make_symmetric(int64_t *cells, const struct drawn_matrix *wish)
{
	for (size_t i = 0; i < wish->rows; i++)
		for (size_t j = 0; j < i; j++)
			cells[i * wish->columns + j] = cells[j * wish->columns + i];
}

/* ---- is it one of those asked for? ---- */

static bool is_symmetric(const int64_t *cells, size_t n)
{
	for (size_t i = 0; i < n; i++)
		for (size_t j = 0; j < i; j++)
			if (cells[i * n + j] != cells[j * n + i])
				return false;
	return true;
}

static bool has_zero_line(const int64_t *cells, size_t rows, size_t columns)
{
	for (size_t i = 0; i < rows + columns; i++) {
		bool zero = true;

		for (size_t k = 0; k < (i < rows ? columns : rows); k++)
			zero = zero && cells[i < rows ? i * columns + k : k * columns + i - rows] == 0;
		if (zero)
			return true;
	}
	return false;
}

static bool has_two_alike(const int64_t *cells, size_t count)
{
	for (size_t i = 0; i < count; i++)
		for (size_t j = 0; j < i; j++)
			if (cells[i] == cells[j])
				return true;
	return false;
}

static bool is_degenerate(const int64_t *cells, const struct drawn_matrix *wish)
{
	size_t count = wish->rows * wish->columns;
	bool constant = true;

	for (size_t i = 1; i < count; i++)
		constant = constant && cells[i] == cells[0];
	if (count == 1 || (wish->ranged && wish->least == wish->most))
		return false;
	/* Matrices of adjacency have vertices that nothing leaves. */
	return constant || (wish->ones < 0 && wish->loops && has_zero_line(cells, wish->rows, wish->columns));
}

static bool has_plain_wishes(const int64_t *cells, const struct drawn_matrix *wish, int symmetric)
{
	size_t count = wish->rows * wish->columns, filled = 0;

	for (size_t i = 0; i < count; i++) {
		bool diagonal = !wish->loops && i % (wish->columns + 1) == 0;

		filled += cells[i] != 0;
		if (diagonal ? cells[i] != 0
			     : wish->ones < 0 && wish->ranged && (cells[i] < wish->least || cells[i] > wish->most))
			return false;
	}
	if (wish->ones >= 0 && ((int64_t)filled < wish->ones || (int64_t)filled > wish->ones_most))
		return false;
	if (symmetric >= 0 && wish->rows == wish->columns && is_symmetric(cells, wish->rows) != (symmetric == 1))
		return false;
	return !is_degenerate(cells, wish) && !(wish->distinct && has_two_alike(cells, count));
}

static bool has_small_inverse(const struct matrix *inverse, int64_t most)
{
	for (size_t i = 0; inverse && i < inverse->rows * inverse->columns; i++) {
		int64_t value;

		if (!number_to_int(inverse->cells[i], &value) || value > most || value < -most)
			return false;
	}
	return inverse != NULL;
}

static bool has_inverse_wishes(const struct matrix *made, const struct drawn_matrix *wish, struct arena *arena)
{
	const struct number *determinant;
	int64_t value;

	if (!wish->invertible && !wish->has_determinant && wish->modulus == 0)
		return true;
	determinant = matrix_determinant(made, arena);
	if (!number_to_int(determinant, &value) || (wish->invertible && value == 0) ||
		(wish->has_determinant && value != wish->determinant))
		return false;
	if (wish->modulus > 0 && !number_inverse_mod(determinant, number_of(wish->modulus, arena), arena))
		return false;
	return !wish->whole_inverse || has_small_inverse(matrix_inverse(made, arena), wish->inverse_max);
}

static const struct matrix *exact(const int64_t *cells, const struct drawn_matrix *wish, struct arena *arena)
{
	const struct number **list = arena_array(arena, wish->rows * wish->columns, sizeof(*list));

	for (size_t i = 0; i < wish->rows * wish->columns; i++)
		list[i] = number_of(cells[i], arena);
	return matrix_of(wish->rows, wish->columns, list, arena);
}

/* ---- the parts ---- */

static void put_text(struct drawn_part *out, const char *name, const char *text, struct arena *arena)
{
	*out = (struct drawn_part){
		.name = name, .value = json_keep(arena, json_string(text)), .text = { .fr = text }
	};
}

static void put_count(struct drawn_part *out, const char *name, size_t count, struct arena *arena)
{
	*out = (struct drawn_part){ .name = name,
		.value = json_keep(arena, json_integer((json_int_t)count)),
		.text = { .fr = arena_printf(arena, "%zu", count) } };
}

static void put_matrix(struct drawn *out, const struct matrix *made, struct arena *arena)
{
	struct drawn_part *parts = arena_array(arena, 5, sizeof(*parts));
	struct buf cleanup_buf latex = BUF_INIT, mathml = BUF_INIT, inline_mathml = BUF_INIT;
	const char *text = matrix_text(made, false, arena);
	json_t *rows = json_array();

	for (size_t i = 0; i < made->rows; i++) {
		json_t *row = json_array();

		for (size_t j = 0; j < made->columns; j++)
			json_array_append_new(row, json_string(number_plain(matrix_at(made, i, j), arena)));
		json_array_append_new(rows, row);
	}
	matrix_latex(&latex, made);
	matrix_mathml(&inline_mathml, made);
	buf_printf(&mathml, "<math xmlns=\"http://www.w3.org/1998/Math/MathML\">%s</math>", buf_str(&inline_mathml));
	parts[0] = (struct drawn_part){ .name = "",
		.value = json_keep(arena, rows),
		.text = { .fr = text },
		.html = arena_memdup(arena, buf_str(&mathml), mathml.len) };
	put_text(&parts[1], "text", text, arena);
	put_text(&parts[2], "latex", arena_memdup(arena, buf_str(&latex), latex.len), arena);
	put_count(&parts[3], "rows", made->rows, arena);
	put_count(&parts[4], "columns", made->columns, arena);
	*out = (struct drawn){ parts, 5 };
}

struct wished { /* a wish and what the author said of symmetry: 1, 0, or -1 for nothing */
	struct drawn_matrix wish;
	int symmetric;
};

static bool read_wished(const void **spec, struct reader *reader, json_t *value, const char *pointer)
{
	struct wished *out = arena_alloc(reader->arena, sizeof(*out));
	const void *wish;

	if (!read_wish(&wish, reader, value, pointer))
		return false;
	out->wish = *(const struct drawn_matrix *)wish;
	out->symmetric = json_object_get(value, "symmetric") ? out->wish.symmetric : -1;
	*spec = out;
	return true;
}

static int draw_matrix(struct drawn *out, const void *spec, struct draw *draw, struct arena *arena, struct err *err)
{
	const struct wished *wished = spec;
	const struct drawn_matrix *wish = &wished->wish;
	bool triangles = (wish->whole_inverse || wish->has_determinant) && wish->ones < 0 && wish->ranged;
	struct arena *cleanup_arena trials = arena_new(0);
	struct cells cells;

	for (int try = 0; try < TRIES; try++) {
		/* Triangles do not reach every matrix: every second one is drawn cell by cell. */
		if (triangles && try % 2 == 0)
			draw_by_triangles(cells.list, wish, draw);
		else if (draw_cells(&cells, wish, draw, trials, err))
			return -1;
		if (wished->symmetric == 1)
			make_symmetric(cells.list, wish);
		if (!has_plain_wishes(cells.list, wish, wished->symmetric))
			continue;
		if (has_inverse_wishes(exact(cells.list, wish, trials), wish, trials)) {
			put_matrix(out, exact(cells.list, wish, arena), arena);
			return 0;
		}
		arena_reset(trials);
	}
	return err_set(err, ERR_NOT_FOUND, "no such matrix in %d tries", TRIES);
}

static const struct generator matrix_generator = {
	.name = "matrix",
	.doc = "A matrix with the properties asked for; its parts: text, latex, rows, columns.",
	.keys = keys,
	.key_count = sizeof(keys) / sizeof(keys[0]),
	.wide = true,
	.read = read_wished,
	.draw = draw_matrix,
};

const struct generator *const matrix_generators[] = { &matrix_generator, NULL };
