/*
 * What is wrong with a group of cells.
 *
 * On a map whose edges are in Gray order, a rectangle on the torus (or one half of a mirror image, from eight lines
 * on) is exactly a product of literals: the variables that all its cells share. So a group is a rectangle when the
 * product of what its cells share holds in no other cell.
 */
#include "logic/karnaugh.h"

static bool must_be_zero(const struct target *target, uint32_t row)
{
	return !table_at(&target->ones, row) && !table_at(&target->any, row);
}

/* The first row of the term that must be 0; -1 when there is none. */
static int64_t zero_in(struct term term, const struct target *target)
{
	for (uint32_t row = 0; row < table_rows(target->ones.variables); row++) {
		if ((row & term.care) == term.value && must_be_zero(target, row))
			return row;
	}
	return -1;
}

/* What all cells share, and how many there are. */
static uint32_t shared(struct term *out, const struct table *cells)
{
	uint32_t all = table_rows(cells->variables) - 1, any = 0, count = 0;

	out->value = all;
	for (uint32_t row = 0; row < table_rows(cells->variables); row++) {
		if (!table_at(cells, row))
			continue;
		out->value &= row;
		any |= row;
		count++;
	}
	out->care = (table_rows(cells->variables) - 1) & ~(out->value ^ any);
	out->value &= out->care;
	return count;
}

static enum group_fault growing(struct group_judgement *out, const struct target *target)
{
	unsigned variables = target->ones.variables;

	for (unsigned v = 0; v < variables; v++) {
		uint32_t bit = (uint32_t)1 << (variables - 1 - v);
		struct term wider = { out->term.care & ~bit, out->term.value & ~bit };

		if ((out->term.care & bit) != 0 && zero_in(wider, target) < 0) {
			out->variable = v;
			return GROUP_NOT_MAXIMAL;
		}
	}
	return GROUP_FINE;
}

void map_judge_group(struct group_judgement *out, const struct table *cells, const struct target *target)
{
	uint32_t count;
	int64_t zero;

	*out = (struct group_judgement){ .fault = GROUP_EMPTY };
	count = shared(&out->term, cells);
	if (count == 0)
		return;
	if ((count & (count - 1)) != 0) {
		out->fault = GROUP_NOT_POWER;
		return;
	}
	if (count != table_rows(cells->variables) >> __builtin_popcount(out->term.care)) {
		out->fault = GROUP_NOT_RECTANGLE;
		return;
	}
	zero = zero_in(out->term, target);
	if (zero >= 0) {
		out->fault = GROUP_HOLDS_ZERO;
		out->row = (uint32_t)zero;
		return;
	}
	out->fault = growing(out, target);
}

/* Is a line of `other` just after one of `own`? Past the last line too when `around`. */
static bool follows(uint32_t lines, uint64_t own, uint64_t other, bool around)
{
	uint64_t after = own << 1;

	if (around)
		after |= own >> (lines - 1);
	return (after & other) != 0;
}

/* Do these lines make one run, the last line being beside the first one? */
static bool one_run(uint32_t lines, uint64_t set)
{
	unsigned ends = 0;

	for (uint32_t i = 0; i < lines; i++)
		ends += (set >> i & 1) != 0 && (set >> ((i + 1) % lines) & 1) == 0;
	return ends <= 1;
}

/* How the lines that would double the group lie to its own, along one edge of the map. */
static enum map_way way_along(uint32_t lines, uint64_t own, uint64_t other, bool side)
{
	if (!one_run(lines, own | other))
		return MAP_MIRROR;
	for (int around = 0; around < 2; around++) {
		if (follows(lines, own, other, around))
			return side ? MAP_DOWN : MAP_RIGHT;
		if (follows(lines, other, own, around))
			return side ? MAP_UP : MAP_LEFT;
	}
	return MAP_MIRROR;
}

enum map_way map_way_to_double(struct term term, unsigned variable, const struct map_layout *layout)
{
	uint32_t bit = (uint32_t)1 << (layout->variables - 1 - variable);
	bool side = variable < layout->row_variables;
	uint64_t own = 0, other = 0;

	for (uint32_t row = 0; row < table_rows(layout->variables); row++) {
		uint32_t i, j;

		map_cell_of(layout, row, &i, &j);
		if ((row & term.care) == term.value)
			own |= (uint64_t)1 << (side ? i : j);
		if (((row ^ bit) & term.care) == term.value)
			other |= (uint64_t)1 << (side ? i : j);
	}
	return way_along(side ? map_rows(layout) : map_columns(layout), own, other, side);
}
