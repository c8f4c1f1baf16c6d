/* Values in JSON and as texts. A JSON number with a decimal point is a float to most clients, and is not taken. */
#include <string.h>
#include "formula_node.h"
#include "scan.h"

static int slip_set(struct slip *slip, struct arena *arena, const char *code)
{
	*slip = (struct slip){ .message = msg_make(arena, &exact_messages, code, NULL) };
	return -1;
}

static int number_of_json(const struct number **out, const json_t *json, struct arena *arena, struct slip *slip)
{
	static const struct number_style style = { .fractions = true };
	struct number_reading read;

	if (json_is_integer(json)) {
		*out = number_of(json_integer_value(json), arena);
		return 0;
	}
	if (json_is_real(json))
		return slip_set(slip, arena, "value-real");
	if (!json_is_string(json))
		return slip_set(slip, arena, "value-number");
	if (number_read_all(&read, json_string_value(json), json_string_length(json), &style, arena, slip))
		return -1;
	*out = read.value;
	return 0;
}

static int matrix_of_json(struct value *out, const json_t *json, struct arena *arena, struct slip *slip)
{
	bool nested = json_is_array(json_array_get(json, 0));
	size_t rows = nested ? json_array_size(json) : 1;
	size_t columns = json_array_size(nested ? json_array_get(json, 0) : json);
	const struct number **cells;

	if (rows == 0 || columns == 0 || rows > MATRIX_SIDE_MAX || columns > MATRIX_SIDE_MAX)
		return slip_set(slip, arena, "value-matrix-size");
	cells = arena_array(arena, rows * columns, sizeof(const struct number *));
	for (size_t i = 0; i < rows; i++) {
		const json_t *row = nested ? json_array_get(json, i) : json;

		if (!json_is_array(row) || json_array_size(row) != columns)
			return slip_set(slip, arena, "value-matrix-rows");
		for (size_t j = 0; j < columns; j++)
			if (number_of_json(&cells[i * columns + j], json_array_get(row, j), arena, slip))
				return -1;
	}
	*out = (struct value){ .kind = VALUE_MATRIX, .matrix = matrix_of(rows, columns, cells, arena) };
	return 0;
}

int value_of_json(struct value *out, const json_t *json, struct arena *arena, struct slip *slip)
{
	if (json_is_array(json))
		return matrix_of_json(out, json, arena, slip);
	*out = (struct value){ .kind = VALUE_NUMBER };
	if (json_is_boolean(json))
		return give_truth(out, json_is_true(json));
	return number_of_json(&out->number, json, arena, slip);
}

static json_t *number_to_json(const struct number *number)
{
	struct arena *cleanup_arena arena = arena_new(0);
	int64_t whole;

	if (number_to_int(number, &whole))
		return json_integer(whole);
	return json_string(number_plain(number, arena));
}

json_t *value_to_json(const struct value *value)
{
	json_t *list;

	if (value->kind == VALUE_TRUTH)
		return json_boolean(value->truth);
	if (value->kind == VALUE_NUMBER)
		return number_to_json(value->number);
	list = json_array();
	for (size_t i = 0; i < value->matrix->rows; i++) {
		json_t *row = json_array();

		for (size_t j = 0; j < value->matrix->columns; j++)
			json_array_append_new(row, number_to_json(matrix_at(value->matrix, i, j)));
		json_array_append_new(list, row);
	}
	return list;
}

static const char *on_one_line(const struct matrix *matrix, enum lang lang, struct arena *arena)
{
	struct buf cleanup_buf out = BUF_INIT;

	for (size_t i = 0; i < matrix->rows * matrix->columns; i++) {
		buf_addstr(&out, i == 0 ? "" : i % matrix->columns == 0 ? " / " : " ");
		buf_addstr(&out, number_text(matrix->cells[i], NUMBER_DECIMAL, lang, arena));
	}
	return arena_memdup(arena, buf_str(&out), out.len);
}

const char *value_text(const struct value *value, enum lang lang, struct arena *arena)
{
	switch (value->kind) {
	case VALUE_NUMBER:
		return number_text(value->number, NUMBER_DECIMAL, lang, arena);
	case VALUE_MATRIX:
		return on_one_line(value->matrix, lang, arena);
	default:
		return lang == LANG_FR ? value->truth ? "vrai" : "faux" : value->truth ? "true" : "false";
	}
}
