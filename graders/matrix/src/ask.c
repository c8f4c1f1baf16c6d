#include "ask.h"
#include <string.h>

static const char *sign_of(enum formula_op op)
{
	switch (op) {
	case FORMULA_ADD:
		return " + ";
	case FORMULA_SUB:
		return " - ";
	case FORMULA_MUL:
		return " * ";
	case FORMULA_DIV:
		return " / ";
	case FORMULA_MOD:
		return " mod ";
	case FORMULA_POWER:
		return " ^ ";
	default:
		return NULL;
	}
}

static void write_operand(struct buf *out, const struct formula *formula, size_t i, const struct rewriting *rewriting)
{
	buf_addch(out, '(');
	ask_write(out, formula_operand(formula, i), rewriting);
	buf_addch(out, ')');
}

static void write_call(struct buf *out, const struct formula *formula, const struct rewriting *rewriting)
{
	buf_printf(out, "%s(", formula_name(formula));
	for (size_t i = 0; i < formula_count(formula); i++) {
		buf_addstr(out, i > 0 ? ", " : "");
		ask_write(out, formula_operand(formula, i), rewriting);
	}
	buf_addch(out, ')');
}

void ask_write(struct buf *out, const struct formula *formula, const struct rewriting *rewriting)
{
	const char *sign = sign_of(formula_op(formula));

	if (rewriting->part(out, formula, rewriting))
		return;
	if (sign) {
		write_operand(out, formula, 0, rewriting);
		buf_addstr(out, sign);
		write_operand(out, formula, 1, rewriting);
	} else if (formula_op(formula) == FORMULA_CALL) {
		write_call(out, formula, rewriting);
	} else if (formula_op(formula) == FORMULA_NEG) {
		buf_addch(out, '-');
		write_operand(out, formula, 0, rewriting);
	} else {
		buf_addstr(out, formula_text(formula, rewriting->arena));
	}
}

bool ask_calls(const struct formula *formula, const char *function)
{
	return formula_op(formula) == FORMULA_CALL && !strcmp(formula_name(formula), function);
}

/* A whole number, with its sign. */
static bool written_number(long *out, const struct formula *formula)
{
	bool negative = formula_op(formula) == FORMULA_NEG;
	int64_t value;

	if (negative)
		formula = formula_operand(formula, 0);
	if (formula_op(formula) != FORMULA_NUMBER || !number_to_int(formula_number(formula), &value) ||
		value > MATRIX_POWER_MAX)
		return false;
	*out = negative ? -(long)value : (long)value;
	return true;
}

bool ask_exponent(long *exponent, const struct formula *formula)
{
	if (formula_op(formula) != FORMULA_POWER && !ask_calls(formula, "bool_power"))
		return false;
	return written_number(exponent, formula_operand(formula, 1));
}

const struct matrix *ask_matrix(
	const struct formula *formula, const struct binding *bindings, size_t count, size_t *steps, struct arena *arena)
{
	struct value value;
	struct slip slip;

	if (formula_value_within(&value, formula, bindings, count, steps, arena, &slip))
		return NULL;
	return value.kind == VALUE_MATRIX ? value.matrix : NULL;
}
