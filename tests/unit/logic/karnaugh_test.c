/* Maps: where cells stand, every group of cells of four variables by definition, every misreading of a map. */
#include "logic/karnaugh.h"
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>
#include <string.h>

/* Edges of one to three variables. */
static bool next_layout(struct map_layout *layout)
{
	do {
		if (++layout->row_variables >= layout->variables) {
			layout->variables++;
			layout->row_variables = 1;
		}
	} while (
		layout->variables <= 6 && (layout->variables - layout->row_variables > 3 || layout->row_variables > 3));
	return layout->variables <= 6;
}
#define FIRST_LAYOUT                                                                                                   \
	{                                                                                                              \
		2, 0                                                                                                   \
	}

static void test_cells(void **state)
{
	struct map_layout layout = FIRST_LAYOUT;
	unsigned layouts = 0;

	while (next_layout(&layout)) {
		uint64_t seen = 0;

		layouts++;
		for (uint32_t i = 0; i < map_rows(&layout); i++) {
			for (uint32_t j = 0; j < map_columns(&layout); j++) {
				uint32_t row = map_row_of(&layout, i, j), back_i, back_j;

				map_cell_of(&layout, row, &back_i, &back_j);
				assert_int_equal(back_i, i);
				assert_int_equal(back_j, j);
				seen |= (uint64_t)1 << row;
			}
		}
		assert_int_equal(__builtin_popcountll(seen), 1 << layout.variables);
	}
	assert_int_equal(layouts, 1 + 2 + 3 + 2 + 1);
}

static void test_neighbours(void **state)
{
	struct map_layout layout = FIRST_LAYOUT;

	while (next_layout(&layout)) {
		uint32_t rows = map_rows(&layout), columns = map_columns(&layout);

		for (uint32_t i = 0; i < rows; i++) {
			for (uint32_t j = 0; j < columns; j++) {
				uint32_t here = map_row_of(&layout, i, j);
				uint32_t right = map_row_of(&layout, i, (j + 1) % columns);
				uint32_t below = map_row_of(&layout, (i + 1) % rows, j);

				assert_int_equal(__builtin_popcount(here ^ right), 1);
				assert_int_equal(__builtin_popcount(here ^ below), 1);
			}
		}
		/* In mirror image, too. */
		for (uint32_t j = 0; j < columns; j++)
			assert_int_equal(
				__builtin_popcount(map_row_of(&layout, 0, j) ^ map_row_of(&layout, 0, columns - 1 - j)),
				1);
	}
}

static void test_codes(void **state)
{
	struct arena *cleanup_arena arena = arena_new(0);
	struct map_layout four = { 4, 2 }, six = { 6, 3 }, three = { 3, 1 };
	static const char *const gray[] = { "000", "001", "011", "010", "110", "111", "101", "100" };

	assert_string_equal(map_side(&four, 2, arena), "11");
	assert_string_equal(map_top(&four, 3, arena), "10");
	assert_string_equal(map_side(&three, 1, arena), "1");
	assert_string_equal(map_top(&three, 1, arena), "01");
	for (uint32_t i = 0; i < 8; i++) {
		assert_string_equal(map_side(&six, i, arena), gray[i]);
		assert_string_equal(map_top(&six, i, arena), gray[i]);
	}
	assert_int_equal(map_row_of(&four, 2, 3), 14); /* 11 10 */
	assert_int_equal(map_row_of(&six, 4, 7), 52); /* 110 100 */
}

/* ---- groups, by definition: lengths 1, 2 and 4 along both edges of a 4×4 map whose edges touch ---- */

struct rectangle {
	uint64_t cells;
	unsigned size;
};

static uint64_t cells_from(const struct map_layout *layout, const uint32_t from[2], const uint32_t length[2])
{
	uint64_t cells = 0;

	for (uint32_t i = 0; i < length[0]; i++) {
		for (uint32_t j = 0; j < length[1]; j++)
			cells |= (uint64_t)1 << map_row_of(
					 layout, (from[0] + i) % map_rows(layout), (from[1] + j) % map_columns(layout));
	}
	return cells;
}

static size_t all_rectangles(struct rectangle *out, const struct map_layout *layout)
{
	size_t count = 0;

	for (uint32_t place = 0; place < 16 * 9; place++) {
		uint32_t from[2] = { place % 4, place / 4 % 4 };
		uint32_t length[2] = { 1U << place / 16 % 3, 1U << place / 48 };
		uint64_t cells = cells_from(layout, from, length);
		bool known = false;

		for (size_t i = 0; i < count; i++)
			known |= out[i].cells == cells;
		if (!known)
			out[count++] = (struct rectangle){ cells, length[0] * length[1] };
	}
	return count;
}

struct definition {
	const struct map_layout *layout;
	const struct rectangle *list;
	size_t count;
	uint64_t ones, any;
};

static enum group_fault fault_by_definition(const struct definition *def, uint64_t cells)
{
	unsigned size = (unsigned)__builtin_popcountll(cells);
	bool rectangle = false;

	if (size == 0)
		return GROUP_EMPTY;
	if (size != 1 && size != 2 && size != 4 && size != 8 && size != 16)
		return GROUP_NOT_POWER;
	for (size_t i = 0; i < def->count; i++)
		rectangle |= def->list[i].cells == cells;
	if (!rectangle)
		return GROUP_NOT_RECTANGLE;
	if (cells & ~(def->ones | def->any))
		return GROUP_HOLDS_ZERO;
	for (size_t i = 0; i < def->count; i++) {
		if (def->list[i].size == 2 * size && (cells & ~def->list[i].cells) == 0 &&
			(def->list[i].cells & ~(def->ones | def->any)) == 0)
			return GROUP_NOT_MAXIMAL;
	}
	return GROUP_FINE;
}

static void check_judgement(const struct definition *def, uint64_t cells)
{
	struct table ones = { 4, (uint64_t[]){ def->ones } }, any = { 4, (uint64_t[]){ def->any } };
	struct table group = { 4, (uint64_t[]){ cells } };
	const struct target target = { ones, any };
	struct group_judgement judgement;
	uint64_t held = 0;

	map_judge_group(&judgement, &group, &target);
	if (judgement.fault != fault_by_definition(def, cells))
		fail_msg("cells %04llx of %04llx+%04llx: %d, by definition %d", (unsigned long long)cells,
			(unsigned long long)def->ones, (unsigned long long)def->any, judgement.fault,
			fault_by_definition(def, cells));
	if (judgement.fault < GROUP_HOLDS_ZERO)
		return;
	for (uint32_t row = 0; row < 16; row++)
		held |= (row & judgement.term.care) == judgement.term.value ? (uint64_t)1 << row : 0;
	assert_int_equal(held, cells);
	if (judgement.fault == GROUP_HOLDS_ZERO) {
		assert_true(cells >> judgement.row & 1);
		assert_false((def->ones | def->any) >> judgement.row & 1);
	}
	if (judgement.fault == GROUP_NOT_MAXIMAL) {
		uint32_t bit = 8U >> judgement.variable;

		assert_true((judgement.term.care & bit) != 0);
		for (uint32_t row = 0; row < 16; row++) {
			if (cells >> row & 1)
				assert_true((def->ones | def->any) >> (row ^ bit) & 1);
		}
	}
}

static void test_groups(void **state)
{
	struct map_layout layouts[] = { { 4, 2 } };
	struct rectangle list[144];
	struct definition def = { &layouts[0], list, 0, 0, 0 };
	uint64_t draw = 88172645463325252ULL;

	def.count = all_rectangles(list, def.layout);
	assert_int_equal(def.count, 81); /* 3 to the fourth: every product of literals, the empty one too */
	for (int function = 0; function < 24; function++) {
		def.ones = function == 0 ? 0xffff : function == 1 ? 0 : draw & 0xffff;
		def.any = function < 2 ? 0 : draw >> 16 & draw >> 32 & 0xffff & ~def.ones;
		for (uint64_t cells = 0; cells < 65536; cells++)
			check_judgement(&def, cells);
		draw ^= draw << 13;
		draw ^= draw >> 7;
		draw ^= draw << 17;
	}
}

static void test_ways(void **state)
{
	static const struct {
		struct map_layout layout;
		uint32_t care, value;
		unsigned variable;
		enum map_way way;
	} rows[] = {
		{ { 4, 2 }, 15, 0, 3, MAP_RIGHT }, /* 0000 and 0001 */
		{ { 4, 2 }, 15, 1, 3, MAP_LEFT }, /* 0001 and 0000 */
		{ { 4, 2 }, 15, 0, 2, MAP_LEFT }, /* 0000 and 0010: past the edge */
		{ { 4, 2 }, 15, 2, 2, MAP_RIGHT }, /* 0010 and 0000: past the edge */
		{ { 4, 2 }, 15, 0, 1, MAP_DOWN }, { { 4, 2 }, 15, 0, 0, MAP_UP },
		{ { 4, 2 }, 14, 0, 2, MAP_RIGHT }, /* two columns and two columns */
		{ { 3, 1 }, 7, 4, 0, MAP_UP }, /* two lines: no need to pass the edge */
		{ { 3, 1 }, 7, 0, 0, MAP_DOWN }, { { 6, 3 }, 63, 0, 5, MAP_RIGHT }, /* 000 and 001 */
		{ { 6, 3 }, 63, 0, 3, MAP_LEFT }, /* 000 and 100: past the edge */
		{ { 6, 3 }, 63, 1, 3, MAP_MIRROR }, /* 001 and 101 */
		{ { 6, 3 }, 62, 0, 3, MAP_LEFT }, /* 000 001 and 100 101 */
		{ { 6, 3 }, 59, 1, 3, MAP_MIRROR }, /* 001 011 and 101 111 */
		{ { 5, 3 }, 31, 4, 0, MAP_MIRROR }, /* side 001 and 101 */
	};

	for (size_t i = 0; i < sizeof(rows) / sizeof(rows[0]); i++) {
		struct term term = { rows[i].care, rows[i].value };
		enum map_way way = map_way_to_double(term, rows[i].variable, &rows[i].layout);

		if (way != rows[i].way)
			fail_msg("row %zu: %d instead of %d", i, way, rows[i].way);
	}
}

/* ---- misreadings ---- */

static bool agree(uint64_t a, uint64_t b, uint64_t any)
{
	return ((a ^ b) & ~any) == 0;
}

/* Filled by somebody who makes `mistake`: said exactly when it shows, and what is said explains the map. */
static void check_mistake(uint64_t ones, const struct map_layout *layout, enum map_mistake mistake, struct arena *arena)
{
	uint64_t none = 0;
	const struct target target = { { layout->variables, &ones }, { layout->variables, &none } };
	struct table filled = map_filled_with(&target.ones, layout, mistake, arena);
	enum map_mistake said = map_mistake_of(&filled, &target, layout);

	if (filled.words[0] == ones) {
		assert_int_equal(said, MAP_NONE);
		return;
	}
	assert_int_not_equal(said, MAP_NONE);
	assert_true(said <= mistake);
	assert_int_equal(map_filled_with(&target.ones, layout, said, arena).words[0], filled.words[0]);
}

static void test_mistakes_all(void **state)
{
	struct arena *cleanup_arena arena = arena_new(0);
	struct map_layout layout = FIRST_LAYOUT;

	while (next_layout(&layout)) {
		uint64_t draw = 1 + layout.row_variables;
		uint32_t functions = layout.variables <= 4 ? 1U << (1U << layout.variables) : 2000;

		for (uint32_t f = 0; f < functions; f++) {
			uint64_t ones = f;

			if (layout.variables > 4) {
				draw = draw * 6364136223846793005ULL + 1442695040888963407ULL;
				ones = draw ^ draw >> 31;
				ones &= layout.variables == 5 ? UINT32_MAX : UINT64_MAX;
			}
			for (enum map_mistake mistake = MAP_BINARY_TOP; mistake <= MAP_COMPLEMENT; mistake++)
				check_mistake(ones, &layout, mistake, arena);
			if (f % 512 == 0)
				arena_reset(arena);
		}
	}
}

/* Written out by hand: f = cd on a map of 4×4, filled in four ways. */
static void test_mistakes_named(void **state)
{
	static const struct {
		uint32_t cells; /* lines of the map as four digits each, from the top left */
		enum map_mistake mistake;
	} rows[] = {
		{ 0x2222, MAP_NONE }, /* 0010 in each line: column 11 is the third */
		{ 0x1111, MAP_BINARY_TOP }, { 0x00f0, MAP_EXCHANGED }, { 0xdddd, MAP_COMPLEMENT },
		{ 0x2221, MAP_NONE }, /* no single mistake */
	};
	struct map_layout layout = { 4, 2 };
	uint64_t cd = 0x8888, none = 0;
	const struct target target = { { 4, &cd }, { 4, &none } };

	for (size_t n = 0; n < sizeof(rows) / sizeof(rows[0]); n++) {
		uint64_t word = 0;
		struct table filled = { 4, &word };

		for (uint32_t at = 0; at < 16; at++)
			table_set(&filled, map_row_of(&layout, at / 4, at % 4), rows[n].cells >> (15 - at) & 1);
		if (map_mistake_of(&filled, &target, &layout) != rows[n].mistake)
			fail_msg("row %zu", n);
	}
}

/* Where anything goes, anything is right, and moves with the misreading. */
static void test_mistakes_open(void **state)
{
	struct arena *cleanup_arena arena = arena_new(0);
	struct map_layout layout = { 4, 2 };

	for (uint64_t f = 0; f < 65536; f += 7) {
		uint64_t ones = f, any = (f * 40503) >> 4 & 0xffff & ~f;
		const struct target target = { { 4, &ones }, { 4, &any } };
		uint64_t chosen = ones | (any & 0x5a5a);
		struct table free_choice = { 4, &chosen };

		assert_int_equal(map_mistake_of(&free_choice, &target, &layout), MAP_NONE);
		for (enum map_mistake mistake = MAP_BINARY_TOP; mistake <= MAP_COMPLEMENT; mistake++) {
			struct table filled = map_filled_with(&free_choice, &layout, mistake, arena);
			enum map_mistake said = map_mistake_of(&filled, &target, &layout);

			assert_true(agree(filled.words[0], ones, any) ? said == MAP_NONE
								      : said != MAP_NONE && said <= mistake);
		}
		arena_reset(arena);
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_cells),
		cmocka_unit_test(test_neighbours),
		cmocka_unit_test(test_codes),
		cmocka_unit_test(test_groups),
		cmocka_unit_test(test_ways),
		cmocka_unit_test(test_mistakes_all),
		cmocka_unit_test(test_mistakes_named),
		cmocka_unit_test(test_mistakes_open),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
