/*
 * Parentheses forgotten, or where there should be none: a + b·c for (a + b)·c, a·(b + c) for a·b + c.
 *
 * The operands and signs of a part that stands without parentheses are laid out in a row, as they were written; a pair of
 * parentheses is put around each stretch of them, or one that was there is left out, and the row is read again.
 */
#include "hunt.h"

enum { ROW_MAX = 24 };

struct row {
	size_t count;
	uint32_t parts[ROW_MAX]; /* places */
	enum expr_op signs[ROW_MAX]; /* signs[i] stands between parts i and i + 1 */
	size_t open, close; /* parentheses around parts open … close, close excluded; none when equal */
};

/* How loosely an operator binds; 0 for what is no sign between operands. */
static int looseness(enum expr_op op)
{
	switch (op) {
	case EXPR_AND:
		return 1;
	case EXPR_XOR:
		return 2;
	case EXPR_OR:
		return 3;
	case EXPR_IMPLIES:
		return 4;
	case EXPR_IFF:
		return 5;
	default:
		return 0;
	}
}

/* Does `at` stand in its parent's row, without parentheses? */
static bool inside_row(const struct hunt *hunt, uint32_t at)
{
	int own = looseness(hunt_op(hunt, at)), above = looseness(hunt_parent_op(hunt, at));

	if (hunt_op(hunt, at) == EXPR_IMPLIES && own == above)
		return at > hunt->places[hunt->places[at].parent].first; /* a ⇒ b ⇒ c is a ⇒ (b ⇒ c) */
	return own > 0 && own < above;
}

/* False when the row gets too long. `opened`: this part is laid out though it has parentheses. */
static bool lay_out(const struct hunt *hunt, struct row *row, uint32_t at, uint32_t opened)
{
	const struct place *place = &hunt->places[at];

	for (uint32_t k = 0; k < place->expr->count; k++) {
		uint32_t part = place->first + k;

		if (k > 0)
			row->signs[row->count - 1] = place->expr->op;
		if (part == opened || inside_row(hunt, part)) {
			if (!lay_out(hunt, row, part, opened))
				return false;
			continue;
		}
		if (row->count == ROW_MAX)
			return false;
		row->parts[row->count++] = part;
	}
	return true;
}

/* The loosest sign of parts from … to outside the parentheses: the last one, or the first ⇒ (which joins to the right).
 * to - 1 when there is none. */
static size_t split(const struct row *row, size_t from, size_t to)
{
	size_t at = to - 1;
	int loosest = 0;

	for (size_t i = from; i + 1 < to; i++) {
		int own = looseness(row->signs[i]);

		if (i >= row->open && i + 1 < row->close && !(from >= row->open && to <= row->close))
			continue;
		if (own > loosest || (own == loosest && row->signs[i] != EXPR_IMPLIES)) {
			loosest = own;
			at = i;
		}
	}
	return at;
}

static uint64_t row_value(const struct hunt *hunt, const struct row *row, size_t from, size_t to)
{
	size_t at;
	uint64_t a, b;

	if (to == from + 1)
		return hunt->places[row->parts[from]].value;
	at = split(row, from, to);
	a = row_value(hunt, row, from, at + 1);
	b = row_value(hunt, row, at + 1, to);
	switch (row->signs[at]) {
	case EXPR_AND:
		return a & b;
	case EXPR_OR:
		return a | b;
	case EXPR_XOR:
		return a ^ b;
	case EXPR_IMPLIES:
		return ~a | b;
	default:
		return ~(a ^ b);
	}
}

static const struct expr *row_expr(const struct hunt *hunt, const struct row *row, size_t from, size_t to)
{
	size_t at;

	if (to == from + 1)
		return hunt->places[row->parts[from]].expr;
	at = split(row, from, to);
	return expr_pair(
		hunt->arena, row->signs[at], row_expr(hunt, row, from, at + 1), row_expr(hunt, row, at + 1, to));
}

static bool reread(struct hunt *hunt, uint32_t at, const struct row *row)
{
	return hunt_fits(hunt, at, row_value(hunt, row, 0, row->count)) &&
	       hunt_found(hunt, MISTAKE_PRECEDENCE, at, expr_flat(row_expr(hunt, row, 0, row->count), hunt->arena));
}

/* Would these parentheses change anything? Not around the loosest signs of the row alone. */
static bool changes(const struct row *row)
{
	int inside = 0, beside = 9;

	for (size_t i = row->open; i + 1 < row->close; i++) {
		if (looseness(row->signs[i]) > inside)
			inside = looseness(row->signs[i]);
	}
	if (row->open > 0)
		beside = looseness(row->signs[row->open - 1]);
	if (row->close < row->count && looseness(row->signs[row->close - 1]) < beside)
		beside = looseness(row->signs[row->close - 1]);
	return inside > beside || inside >= 4;
}

static bool forgotten(struct hunt *hunt, uint32_t at)
{
	struct row row = { 0 };

	if (!lay_out(hunt, &row, at, NO_PLACE))
		return false;
	for (row.open = 0; row.open < row.count; row.open++) {
		for (row.close = row.open + 2; row.close <= row.count && !hunt_spent(hunt); row.close++) {
			if (row.close - row.open < row.count && changes(&row) && reread(hunt, at, &row))
				return true;
		}
	}
	return false;
}

bool try_parentheses(struct hunt *hunt)
{
	for (uint32_t at = 0; at < hunt->count && !hunt_spent(hunt); at++) {
		if (looseness(hunt_op(hunt, at)) > 1 && !inside_row(hunt, at) && !hunt->places[at].hopeless &&
			forgotten(hunt, at))
			return true;
	}
	for (uint32_t part = 1; part < hunt->count && !hunt_spent(hunt); part++) {
		struct row row = { 0 };
		uint32_t at = hunt->places[part].parent;

		if (looseness(hunt_op(hunt, part)) == 0 || looseness(hunt_op(hunt, at)) == 0 || inside_row(hunt, part))
			continue;
		while (inside_row(hunt, at))
			at = hunt->places[at].parent;
		if (!hunt->places[at].hopeless && lay_out(hunt, &row, at, part) && reread(hunt, at, &row))
			return true;
	}
	return false;
}
