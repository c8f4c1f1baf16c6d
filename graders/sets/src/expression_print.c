/* Expressions as text, LaTeX and MathML: parentheses around everything that is no single name, so nothing is ambiguous. */
#include <string.h>
#include "sets/expression.h"

static const char *const text_signs[] = { [SET_UNION] = " ∪ ",
	[SET_INTERSECTION] = " ∩ ",
	[SET_MINUS] = " \\ ",
	[SET_SYMMETRIC] = " Δ ",
	[SET_PRODUCT] = " × " };
static const char *const latex_signs[] = { [SET_UNION] = " \\cup ",
	[SET_INTERSECTION] = " \\cap ",
	[SET_MINUS] = " \\setminus ",
	[SET_SYMMETRIC] = " \\mathbin{\\Delta} ",
	[SET_PRODUCT] = " \\times " };
static const char *const mathml_signs[] = { [SET_UNION] = "<mo>∪</mo>",
	[SET_INTERSECTION] = "<mo>∩</mo>",
	[SET_MINUS] = "<mo>∖</mo>",
	[SET_SYMMETRIC] = "<mo>Δ</mo>",
	[SET_PRODUCT] = "<mo>×</mo>" };

const char *set_value_text(const struct set_value *value, size_t most, struct arena *arena)
{
	switch (value->kind) {
	case SETS_FINITE:
		return element_text(value->set, most, arena);
	case SETS_REALS:
		return reals_text(value->reals, arena);
	case SETS_NUMBER:
		break;
	}
	return number_text(value->number, NUMBER_EXACT, LANG_FR, arena);
}

static bool is_chain(const struct set_expr *expr)
{
	return expr->op >= SET_UNION && expr->op <= SET_PRODUCT && expr->op != SET_COMPLEMENT;
}

static void add_text(struct buf *out, const struct set_expr *expr, bool inside, struct arena *arena)
{
	switch (expr->op) {
	case SET_NAME:
		buf_addstr(out, expr->name);
		return;
	case SET_LITERAL:
		buf_addstr(out, set_value_text(&expr->literal, 0, arena));
		return;
	case SET_COMPLEMENT:
		buf_addstr(out, "∁");
		add_text(out, expr->operands[0], true, arena);
		return;
	case SET_POWER:
	case SET_CARDINAL:
		buf_addstr(out, expr->op == SET_POWER ? "P(" : "card(");
		add_text(out, expr->operands[0], false, arena);
		buf_addch(out, ')');
		return;
	default:
		break;
	}
	buf_addstr(out, inside ? "(" : "");
	for (size_t i = 0; i < expr->count; i++) {
		buf_addstr(out, i > 0 ? text_signs[expr->op] : "");
		add_text(out, expr->operands[i], true, arena);
	}
	buf_addstr(out, inside ? ")" : "");
}

const char *set_expr_text(const struct set_expr *expr, struct arena *arena)
{
	struct buf cleanup_buf out = BUF_INIT;

	add_text(&out, expr, false, arena);
	return arena_memdup(arena, buf_str(&out), out.len);
}

static void latex_value(struct buf *out, const struct set_value *value)
{
	if (value->kind == SETS_FINITE)
		element_latex(out, value->set);
	else if (value->kind == SETS_REALS)
		reals_latex(out, value->reals);
	else
		number_latex(out, value->number, NUMBER_EXACT);
}

static void add_latex(struct buf *out, const struct set_expr *expr, bool inside)
{
	switch (expr->op) {
	case SET_NAME:
		buf_addstr(out, expr->name);
		return;
	case SET_LITERAL:
		latex_value(out, &expr->literal);
		return;
	case SET_COMPLEMENT:
		buf_addstr(out, "\\overline{");
		add_latex(out, expr->operands[0], false);
		buf_addch(out, '}');
		return;
	case SET_POWER:
	case SET_CARDINAL:
		buf_addstr(out, expr->op == SET_POWER ? "\\mathcal{P}(" : "\\operatorname{card}(");
		add_latex(out, expr->operands[0], false);
		buf_addch(out, ')');
		return;
	default:
		break;
	}
	buf_addstr(out, inside ? "(" : "");
	for (size_t i = 0; i < expr->count; i++) {
		buf_addstr(out, i > 0 ? latex_signs[expr->op] : "");
		add_latex(out, expr->operands[i], true);
	}
	buf_addstr(out, inside ? ")" : "");
}

void set_expr_latex(struct buf *out, const struct set_expr *expr)
{
	add_latex(out, expr, false);
}

static void mathml_value(struct buf *out, const struct set_value *value)
{
	if (value->kind == SETS_FINITE)
		element_mathml(out, value->set);
	else if (value->kind == SETS_REALS)
		reals_mathml(out, value->reals);
	else
		number_mathml(out, value->number, NUMBER_EXACT);
}

static void add_mathml(struct buf *out, const struct set_expr *expr, bool inside)
{
	switch (expr->op) {
	case SET_NAME:
		buf_printf(out, "<mi>%s</mi>", expr->name);
		return;
	case SET_LITERAL:
		mathml_value(out, &expr->literal);
		return;
	case SET_COMPLEMENT:
		buf_addstr(out, "<mover accent=\"true\" class=\"bar\"><mrow>");
		add_mathml(out, expr->operands[0], false);
		buf_addstr(out, "</mrow><mo stretchy=\"true\">¯</mo></mover>");
		return;
	case SET_POWER:
	case SET_CARDINAL:
		buf_addstr(out, expr->op == SET_POWER ? "<mi>P</mi><mo>(</mo>" : "<mi>card</mi><mo>(</mo>");
		add_mathml(out, expr->operands[0], false);
		buf_addstr(out, "<mo>)</mo>");
		return;
	default:
		break;
	}
	buf_addstr(out, inside && is_chain(expr) ? "<mrow><mo>(</mo>" : "<mrow>");
	for (size_t i = 0; i < expr->count; i++) {
		buf_addstr(out, i > 0 ? mathml_signs[expr->op] : "");
		add_mathml(out, expr->operands[i], true);
	}
	buf_addstr(out, inside && is_chain(expr) ? "<mo>)</mo></mrow>" : "</mrow>");
}

void set_expr_mathml(struct buf *out, const struct set_expr *expr)
{
	add_mathml(out, expr, false);
}
