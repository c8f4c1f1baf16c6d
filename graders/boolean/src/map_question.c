/* The author's side of a map: what is asked, the grid to start from, a right answer. */
#include <string.h>
#include "base/json.h"
#include "grid_words.h"
#include "map.h"

static const char *const part_names[] = { "grid", "groups", "expression", NULL };

static const struct key_spec share_keys[] = {
	{ .name = "grid", .type = KEY_POINTS },
	{ .name = "groups", .type = KEY_POINTS },
	{ .name = "expression", .type = KEY_POINTS },
};

const struct key_spec map_keys[MAP_KEYS_COUNT] = {
	BOOLEAN_KEYS(true),
	BOOLEAN_KEYS_FUNCTION(true),
	{ .name = "rows",
		.type = KEY_STRINGS,
		.doc = "The variables down the side, the first ones of `variables`; half of them if left out." },
	{ .name = "ask",
		.type = KEY_STRINGS,
		.doc = "What is asked: \"grid\", \"groups\", \"expression\"; all three if left out." },
	{ .name = "shares",
		.type = KEY_OBJECT,
		.inside = share_keys,
		.inside_count = sizeof(share_keys) / sizeof(share_keys[0]),
		.doc = "The share of each part that is asked, together 1: {\"grid\": \"1/2\", …}; equal if left out." },
	{ .name = "groups_of",
		.type = KEY_INT,
		.max = 1,
		.doc = "1: groups of 1 and a minimal sum of products (default); 0: groups of 0 and a minimal product "
		       "of "
		       "sums." },
};

static bool refuse(struct reader *reader, const char *pointer, const char *key, const char *code)
{
	reader_problem(reader, reader_pointer(reader, pointer, key), false, &boolean_grid_messages, code, NULL);
	return false;
}

static bool read_layout(struct map_question *out, struct reader *reader, json_t *object, const char *pointer)
{
	const char *const *rows = reader_strings(reader, object, "rows");
	const struct vocabulary *vocabulary = &out->shared.vocabulary;
	unsigned count = 0;

	if (vocabulary->count < 2)
		return refuse(reader, pointer, "variables", "map-variables");
	out->layout = (struct map_layout){ vocabulary->count, vocabulary->count / 2 };
	if (!rows)
		return true;
	for (; rows[count]; count++) {
		if (count >= vocabulary->count || strcmp(rows[count], vocabulary->names[count]) != 0)
			return refuse(reader, pointer, "rows", "map-rows");
	}
	if (count == 0 || count > MAP_EDGE_MAX || vocabulary->count - count < 1 ||
		vocabulary->count - count > MAP_EDGE_MAX)
		return refuse(reader, pointer, "rows", "map-rows");
	out->layout.row_variables = count;
	return true;
}

static bool read_ask(struct map_question *out, struct reader *reader, json_t *object, const char *pointer)
{
	const char *const *ask = reader_strings(reader, object, "ask");

	for (size_t i = 0; i < PART_COUNT; i++)
		out->asked[i] = !ask;
	for (size_t n = 0; ask && ask[n]; n++) {
		size_t part = 0;

		while (part_names[part] && strcmp(part_names[part], ask[n]) != 0)
			part++;
		if (part == PART_COUNT || out->asked[part])
			return refuse(reader, pointer, "ask", "map-ask");
		out->asked[part] = true;
	}
	return out->asked[PART_GRID] || out->asked[PART_GROUPS] || out->asked[PART_EXPRESSION] ||
	       refuse(reader, pointer, "ask", "map-ask");
}

static bool read_shares(
	struct map_question *out, struct reader *reader, json_t *object, const char *pointer, struct frac points)
{
	json_t *shares = json_object_get(object, "shares");
	const char *at = reader_pointer(reader, pointer, "shares");
	struct frac sum = FRAC_ZERO, share;
	struct err err = { 0 };
	int64_t asked = 0;

	for (size_t i = 0; i < PART_COUNT; i++)
		asked += out->asked[i];
	for (size_t i = 0; i < PART_COUNT; i++) {
		if (shares && (json_object_get(shares, part_names[i]) != NULL) != out->asked[i])
			return refuse(reader, pointer, "shares", "map-shares");
		if (!out->asked[i])
			continue;
		if (shares ? !reader_points(reader, shares, at, part_names[i], &share)
			   : frac_make(&share, 1, asked, &err) != 0)
			return false;
		if (frac_add(&sum, sum, share, &err) || frac_mul(&out->max[i], share, points, &err))
			return refuse(reader, pointer, "shares", "points-too-fine");
	}
	return frac_cmp(sum, FRAC_ONE) == 0 || refuse(reader, pointer, "shares", "map-shares");
}

/* ---- what is given to start from, and a right answer ---- */

static const char *solved_cell(const struct map_question *asked, uint32_t i, uint32_t j)
{
	const struct target *target = &asked->shared.target;
	uint32_t row = map_row_of(&asked->layout, i, j);

	return table_at(&target->any, row) ? "x" : table_at(&target->ones, row) ? "1" : "0";
}

static void add_names(struct buf *out, const struct vocabulary *vocabulary, unsigned first, unsigned count)
{
	bool single = true;

	for (unsigned i = 0; i < vocabulary->count; i++)
		single &= vocabulary->names[i][1] == '\0';
	for (unsigned i = 0; i < count; i++)
		buf_printf(out, "%s%s", i > 0 && !single ? " " : "", vocabulary->names[first + i]);
}

void map_draw_grid(struct buf *out, const struct map_question *asked, bool solved, struct arena *arena)
{
	const struct map_layout *layout = &asked->layout;
	const struct vocabulary *vocabulary = &asked->shared.vocabulary;

	buf_addstr(out, "| ");
	add_names(out, vocabulary, 0, layout->row_variables);
	buf_addch(out, '\\');
	add_names(out, vocabulary, layout->row_variables, layout->variables - layout->row_variables);
	buf_addstr(out, " |");
	for (uint32_t j = 0; j < map_columns(layout); j++)
		buf_printf(out, " %s |", map_top(layout, j, arena));
	buf_addstr(out, "\n|---|");
	for (uint32_t j = 0; j < map_columns(layout); j++)
		buf_addstr(out, "---|");
	buf_addch(out, '\n');
	for (uint32_t i = 0; i < map_rows(layout); i++) {
		buf_printf(out, "| %s |", map_side(layout, i, arena));
		for (uint32_t j = 0; j < map_columns(layout); j++)
			buf_printf(out, " %s |", solved ? solved_cell(asked, i, j) : " ");
		buf_addch(out, '\n');
	}
}

static const char *draw(const struct map_question *asked, struct arena *arena)
{
	struct buf cleanup_buf out = BUF_INIT;

	if (asked->asked[PART_GRID]) {
		buf_addstr(&out, "Grille\n");
		map_draw_grid(&out, asked, false, arena);
		buf_addch(&out, '\n');
	}
	if (asked->asked[PART_GROUPS])
		buf_printf(&out, "Groupes de %s (un par ligne : les codes de ses cases, ou son terme)\n\n",
			asked->zeros ? "0" : "1");
	if (asked->asked[PART_EXPRESSION])
		buf_printf(&out, "Expression\n%s = \n", asked->shared.name);
	return arena_memdup(arena, buf_str(&out), out.len);
}

static json_t *solved_grid(const struct map_question *asked)
{
	json_t *grid = json_array();

	for (uint32_t i = 0; i < map_rows(&asked->layout); i++) {
		json_t *line = json_array();

		for (uint32_t j = 0; j < map_columns(&asked->layout); j++)
			json_array_append_new(line, json_string(solved_cell(asked, i, j)));
		json_array_append_new(grid, line);
	}
	return grid;
}

/* Each group as the codes of its cells. */
static json_t *solved_groups(const struct map_question *asked, const struct cover *cover)
{
	unsigned variables = asked->layout.variables;
	json_t *groups = json_array();

	for (size_t i = 0; i < cover->count; i++) {
		json_t *cells = json_array();

		for (uint32_t row = 0; row < table_rows(variables); row++) {
			char code[VARIABLES_MAX + 1] = "";

			if ((row & cover->terms[i].care) != cover->terms[i].value)
				continue;
			for (unsigned v = 0; v < variables; v++)
				code[v] = row >> (variables - 1 - v) & 1 ? '1' : '0';
			json_array_append_new(cells, json_string(code));
		}
		json_array_append_new(groups, cells);
	}
	return groups;
}

static bool solve(struct map_question *out, struct arena *arena, struct err *err)
{
	struct target target = map_covered(out, &out->shared.target, arena);
	const struct expr *expr;
	struct minima minima;

	out->reference = json_keep(arena, json_object());
	if (cover_minima(&minima, &target, 1, 0, arena, err) || expression_reference(&expr, &out->wish, arena, err))
		return false;
	if (out->asked[PART_GRID])
		json_object_set_new(out->reference, "grid", solved_grid(out));
	if (out->asked[PART_GROUPS])
		json_object_set_new(out->reference, "groups",
			minima.count > 0 ? solved_groups(out, &minima.list[0]) : json_array());
	if (out->asked[PART_EXPRESSION])
		json_object_set_new(out->reference, "expression", json_string(spec_text(&out->shared, expr, arena)));
	return true;
}

static const char *example(const struct map_question *asked, struct arena *arena)
{
	cleanup_buf struct buf out = BUF_INIT;

	if (asked->asked[PART_EXPRESSION])
		return arena_printf(arena, "{\"expression\": \"%s\"}", spec_example(&asked->shared, arena));
	if (asked->asked[PART_GROUPS])
		return arena_printf(arena, "{\"groups\": [[\"%.*s\"]]}", (int)asked->layout.variables, "000000");
	for (uint32_t i = 0; i < map_rows(&asked->layout); i++) {
		buf_addstr(&out, i == 0 ? "{\"grid\": [[" : "], [");
		for (uint32_t j = 0; j < map_columns(&asked->layout); j++)
			buf_printf(&out, "%s\"%d\"", j > 0 ? ", " : "", (int)(j & 1));
	}
	buf_addstr(&out, "]]}");
	return arena_memdup(arena, buf_str(&out), out.len);
}

void map_read_question(struct reader *reader, json_t *object, const char *pointer, struct question *question)
{
	struct map_question *out = arena_alloc(reader->arena, sizeof(*out));
	struct err err = { 0 };

	out->zeros = reader_int(object, "groups_of", 1) == 0;
	if (!spec_read(&out->shared, reader, object, pointer, COVER_VARIABLES_MAX) ||
		!spec_read_function(&out->shared, reader, object, pointer) ||
		!read_layout(out, reader, object, pointer) || !read_ask(out, reader, object, pointer) ||
		!read_shares(out, reader, object, pointer, question->points))
		return;
	if (expression_wish_make(&out->wish, &out->shared, out->zeros ? FORM_MINIMAL_PRODUCT : FORM_MINIMAL_SUM,
		    reader->arena, &err) ||
		!solve(out, reader->arena, &err)) {
		refuse(reader, pointer, "function", "map-too-hard");
		return;
	}
	expression_wish_show(&out->wish, out->shared.function, reader->arena);
	out->starter = draw(out, reader->arena);
	out->shared.example = example(out, reader->arena);
	question->spec = out;
}
