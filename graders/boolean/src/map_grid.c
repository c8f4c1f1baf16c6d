/*
 * What the grid of a map is worth: its cells, one by one, less what the best constant would earn. A map that is right when
 * it is read another way is told which way.
 */
#include "grid_words.h"
#include "map.h"

static bool is_right(const struct map_question *asked, const struct map_answer *answer, uint32_t row)
{
	enum cell cell = answer->cells[row];

	return cell <= CELL_1 && (cell == CELL_1) == table_at(&asked->shared.target.ones, row);
}

/* The first cell that is not right, line by line as the map stands; a wrong one before an empty one. */
static uint32_t first_wrong(const struct map_question *asked, const struct map_answer *answer)
{
	uint32_t columns = map_columns(&asked->layout), cells = map_rows(&asked->layout) * columns;
	uint32_t blank = UINT32_MAX;

	for (uint32_t at = 0; at < cells; at++) {
		uint32_t row = map_row_of(&asked->layout, at / columns, at % columns);

		if (!table_at(&asked->shared.care, row) || is_right(asked, answer, row))
			continue;
		if (answer->cells[row] != CELL_BLANK)
			return row;
		if (blank == UINT32_MAX)
			blank = row;
	}
	return blank == UINT32_MAX ? 0 : blank;
}

static struct msg_text say_first(const struct map_question *asked, const struct map_answer *answer, struct arena *arena)
{
	const struct boolean_spec *spec = &asked->shared;
	uint32_t row = first_wrong(asked, answer), i, j;
	bool wanted = table_at(&spec->target.ones, row);
	struct msg_text words = spec_row_meant(spec, row, arena), should = spec_result_meant(spec, wanted, arena);
	const char *code = answer->cells[row] == CELL_BLANK ? "map-cell-blank" : "map-cell-first";

	map_cell_of(&asked->layout, row, &i, &j);
	const char *side = map_side(&asked->layout, i, arena), *top = map_top(&asked->layout, j, arena);
	struct msg_param fr[] = { { "row", words.fr }, { "name", spec->name }, { "wanted", wanted ? "1" : "0" },
		{ "should", should.fr }, { "got", grid_cell_name(answer->cells[row]) }, { "side", side },
		{ "top", top }, { 0 } };
	struct msg_param en[] = { { "row", words.en }, { "name", spec->name }, { "wanted", wanted ? "1" : "0" },
		{ "should", should.en }, { "got", grid_cell_name(answer->cells[row]) }, { "side", side },
		{ "top", top }, { 0 } };
	return grid_say_both(arena, code, fr, en);
}

static const char *const mistake_codes[] = {
	[MAP_BINARY_TOP] = "map-binary-top",
	[MAP_BINARY_SIDE] = "map-binary-side",
	[MAP_BINARY_BOTH] = "map-binary-both",
	[MAP_EXCHANGED] = "map-exchanged",
	[MAP_COMPLEMENT] = "map-complement",
};

static enum map_mistake mistake_of(
	const struct map_question *asked, const struct map_answer *answer, struct arena *arena)
{
	struct table filled = table_new(asked->layout.variables, arena);
	enum map_mistake mistake;

	for (uint32_t row = 0; row < table_rows(asked->layout.variables); row++)
		table_set(&filled, row, answer->cells[row] == CELL_1);
	mistake = map_mistake_of(&filled, &asked->shared.target, &asked->layout);
	/* On a map that the student drew another way only the values can be misread. */
	return answer->usual || mistake == MAP_COMPLEMENT ? mistake : MAP_NONE;
}

static struct msg_text say_mistake_of_map(
	const struct map_question *asked, enum map_mistake mistake, struct arena *arena)
{
	struct buf cleanup_buf gray = BUF_INIT;
	bool side = mistake == MAP_BINARY_SIDE;
	uint32_t lines = side ? map_rows(&asked->layout) : map_columns(&asked->layout);

	for (uint32_t i = 0; i < lines; i++)
		buf_printf(&gray, "%s%s", i > 0 ? " " : "",
			side ? map_side(&asked->layout, i, arena) : map_top(&asked->layout, i, arena));
	return grid_say(arena, mistake_codes[mistake],
		(struct msg_param[]){ { "name", asked->shared.name },
			{ "gray", arena_memdup(arena, buf_str(&gray), gray.len) }, { 0 } });
}

/* Neighbours on this map are no neighbours: nothing can be grouped on it, whatever its values. */
static void judge_header(struct grid_judgement *out, struct arena *arena)
{
	struct frac half = { 1, 2 };

	if (frac_cmp(out->credit, half) > 0)
		out->credit = half;
	if (out->message.fr)
		out->header = grid_say(arena, "map-header-also", NULL);
	else
		out->message = grid_say(arena, "map-header-order", NULL);
}

int map_judge_grid(struct grid_judgement *out, const struct map_question *asked, const struct map_answer *answer,
	struct arena *arena, struct err *err)
{
	uint32_t ones = table_count(&asked->shared.target.ones);

	*out = (struct grid_judgement){ .whole = true, .mistake = MAP_NONE };
	for (uint32_t row = 0; row < table_rows(asked->layout.variables); row++) {
		if (!table_at(&asked->shared.care, row))
			continue;
		out->rows++;
		out->right += is_right(asked, answer, row);
		out->whole &= answer->cells[row] != CELL_BLANK;
	}
	if (grid_credit(&out->credit, out->right, out->rows, ones, err))
		return -1;
	if (out->right < out->rows) {
		if (out->whole)
			out->mistake = mistake_of(asked, answer, arena);
		out->message = out->mistake == MAP_NONE ? say_first(asked, answer, arena)
							: say_mistake_of_map(asked, out->mistake, arena);
	}
	if (answer->not_gray)
		judge_header(out, arena);
	return 0;
}
