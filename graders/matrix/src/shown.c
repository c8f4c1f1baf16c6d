/* Parts of a formula as a reader knows them: "A × B", "M[3]" for a Boolean power, "ᵗA". */
#include <string.h>
#include "ask.h"

/* How tightly it holds together: what stands in a tighter place needs parentheses. */
static int tightness(const struct formula *formula)
{
	switch (formula_op(formula)) {
	case FORMULA_ADD:
	case FORMULA_SUB:
	case FORMULA_MOD:
		return 1;
	case FORMULA_NEG:
		return 2;
	case FORMULA_MUL:
	case FORMULA_DIV:
		return 3;
	case FORMULA_CALL:
		return ask_calls(formula, "bool_sum") ? 1 : ask_calls(formula, "bool_product") ? 3 : 5;
	default:
		return 5;
	}
}

static void put(struct buf *out, const struct formula *formula, int place, struct arena *arena);

static void put_two(struct buf *out, const struct formula *formula, const char *sign, struct arena *arena)
{
	int place = tightness(formula);

	put(out, formula_operand(formula, 0), place, arena);
	buf_addstr(out, sign);
	put(out, formula_operand(formula, 1), place + 1, arena);
}

static void put_call(struct buf *out, const struct formula *formula, struct arena *arena)
{
	if (ask_calls(formula, "transpose")) {
		buf_addstr(out, "\u1d57"); /* a small t before the matrix, as in France */
		put(out, formula_operand(formula, 0), 5, arena);
	} else if (ask_calls(formula, "inverse")) {
		put(out, formula_operand(formula, 0), 5, arena);
		buf_addstr(out, "^-1");
	} else if (ask_calls(formula, "bool_power")) {
		put(out, formula_operand(formula, 0), 5, arena);
		buf_printf(out, "[%s]", formula_text(formula_operand(formula, 1), arena));
	} else if (ask_calls(formula, "bool_sum")) {
		put_two(out, formula, " \u2295 ", arena);
	} else if (ask_calls(formula, "bool_product")) {
		put_two(out, formula, " \u2297 ", arena);
	} else {
		buf_printf(out, "%s(", formula_name(formula));
		for (size_t i = 0; i < formula_count(formula); i++) {
			buf_addstr(out, i > 0 ? ", " : "");
			put(out, formula_operand(formula, i), 0, arena);
		}
		buf_addch(out, ')');
	}
}

static void put_bare(struct buf *out, const struct formula *formula, struct arena *arena)
{
	const char *name = formula_name(formula);

	switch (formula_op(formula)) {
	case FORMULA_ADD:
		put_two(out, formula, " + ", arena);
		break;
	case FORMULA_SUB:
		put_two(out, formula, " \u2212 ", arena);
		break;
	case FORMULA_MUL:
		put_two(out, formula, " \u00d7 ", arena);
		break;
	case FORMULA_DIV:
		put_two(out, formula, "/", arena);
		break;
	case FORMULA_MOD:
		put_two(out, formula, " mod ", arena);
		break;
	case FORMULA_NEG:
		buf_addstr(out, "\u2212");
		put(out, formula_operand(formula, 0), 3, arena);
		break;
	case FORMULA_POWER:
		put(out, formula_operand(formula, 0), 5, arena);
		buf_addch(out, '^');
		put(out, formula_operand(formula, 1), 2, arena);
		break;
	case FORMULA_CALL:
		put_call(out, formula, arena);
		break;
	default:
		/* The value of another question is called by its name. */
		buf_addstr(out, name ? name + (*name == '@') : formula_text(formula, arena));
		break;
	}
}

static void put(struct buf *out, const struct formula *formula, int place, struct arena *arena)
{
	bool needed = tightness(formula) < place;

	buf_addstr(out, needed ? "(" : "");
	put_bare(out, formula, arena);
	buf_addstr(out, needed ? ")" : "");
}

const struct formula *ask_inside(const struct formula *formula)
{
	while (ask_calls(formula, "mod") || ask_calls(formula, "boolean") || formula_op(formula) == FORMULA_MOD)
		formula = formula_operand(formula, 0);
	return formula;
}

const char *ask_shown(const struct formula *formula, struct arena *arena)
{
	struct buf cleanup_buf out = BUF_INIT_MAX(120);

	put(&out, formula, 0, arena);
	return buf_overflowed(&out) ? "\u2026" : arena_memdup(arena, buf_str(&out), out.len);
}

bool ask_is_boolean(const struct formula *formula)
{
	if (ask_calls(formula, "boolean") || ask_calls(formula, "bool_sum") || ask_calls(formula, "bool_product") ||
		ask_calls(formula, "bool_power"))
		return true;
	for (size_t i = 0; i < formula_count(formula); i++)
		if (ask_is_boolean(formula_operand(formula, i)))
			return true;
	return false;
}
