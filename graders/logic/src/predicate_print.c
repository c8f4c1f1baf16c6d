/* Statements as text, LaTeX and MathML: the signs differ, the walk is one. */
#include <string.h>
#include "predicate.h"
#include "printing.h"

struct signs {
	const char *const *ops;
	const char *open, *close;
	const char *forall, *exists, *after; /* after the variable of a quantifier */
	const char *equal, *differs, *comma;
	const char *begin, *end; /* around a part with several pieces */
	const char *before_word, *after_word; /* around a name */
};

static const struct signs text_signs = {
	.ops = print_text_signs,
	.open = "(",
	.close = ")",
	.forall = "∀",
	.exists = "∃",
	.after = ", ",
	.equal = " = ",
	.differs = " ≠ ",
	.comma = ", ",
	.begin = "",
	.end = "",
	.before_word = "",
	.after_word = "",
};
static const struct signs latex_signs = {
	.ops = print_latex_signs,
	.open = "(",
	.close = ")",
	.forall = "\\forall ",
	.exists = "\\exists ",
	.after = ",\\; ",
	.equal = " = ",
	.differs = " \\neq ",
	.comma = ", ",
	.begin = "",
	.end = "",
	.before_word = "\\mathit{",
	.after_word = "}",
};
static const struct signs mathml_signs = {
	.ops = print_mathml_signs,
	.open = "<mo>(</mo>",
	.close = "<mo>)</mo>",
	.forall = "<mo>∀</mo>",
	.exists = "<mo>∃</mo>",
	.after = "<mo separator=\"true\">,</mo>",
	.equal = "<mo>=</mo>",
	.differs = "<mo>≠</mo>",
	.comma = "<mo separator=\"true\">,</mo>",
	.begin = "<mrow>",
	.end = "</mrow>",
	.before_word = "<mi>",
	.after_word = "</mi>",
};

struct writer {
	struct buf *out;
	const struct statement *statement;
	const struct world *world;
	const struct signs *signs;
};

static void print(const struct writer *writer, const struct expr *expr);

/* Names are checked where they are read; a page must not depend on that. */
static void word(const struct writer *writer, const char *name)
{
	buf_addstr(writer->out, writer->signs->before_word);
	for (; *name != '\0'; name++) {
		if (writer->signs == &mathml_signs && strchr("<>&\"'", *name) != NULL)
			buf_printf(writer->out, "&#%d;", *name);
		else if (writer->signs == &latex_signs && strchr("_#%&$", *name) != NULL)
			buf_printf(writer->out, "\\%c", *name);
		else
			buf_addch(writer->out, *name);
	}
	buf_addstr(writer->out, writer->signs->after_word);
}

static void print_equality(const struct writer *writer, const struct leaf *leaf, const char *sign)
{
	word(writer, leaf->names[0]);
	buf_addstr(writer->out, sign);
	word(writer, leaf->names[1]);
}

static void print_leaf(const struct writer *writer, const struct leaf *leaf)
{
	const struct signs *signs = writer->signs;
	const struct predicate *predicate = &writer->world->predicates[leaf->predicate];

	if (leaf->kind == LEAF_EQUAL) {
		print_equality(writer, leaf, signs->equal);
		return;
	}
	if (leaf->kind != LEAF_PREDICATE) {
		buf_addstr(writer->out, leaf->kind == LEAF_FORALL ? signs->forall : signs->exists);
		word(writer, leaf->names[0]);
		buf_addstr(writer->out, signs->after);
		print(writer, leaf->body);
		return;
	}
	word(writer, predicate->name);
	for (unsigned i = 0; i < predicate->arity; i++) {
		buf_addstr(writer->out, i == 0 ? signs->open : signs->comma);
		word(writer, leaf->names[i]);
	}
	if (predicate->arity > 0)
		buf_addstr(writer->out, signs->close);
}

static bool is_kind(const struct writer *writer, const struct expr *expr, enum leaf_kind kind)
{
	return expr->op == EXPR_VARIABLE && writer->statement->leaves[expr->value].kind == kind;
}

static bool is_enclosed(const struct writer *writer, const struct expr *operand, const struct expr *parent)
{
	/* A quantifier reaches as far as it can. */
	if (is_kind(writer, operand, LEAF_FORALL) || is_kind(writer, operand, LEAF_EXISTS))
		return true;
	if (parent->op == EXPR_NOT)
		return print_level(operand) < LEVEL_NOT;
	return print_parenthesised(operand, parent);
}

static void print_operand(const struct writer *writer, const struct expr *operand, const struct expr *parent)
{
	bool enclosed = is_enclosed(writer, operand, parent);

	if (enclosed)
		buf_addstr(writer->out, writer->signs->open);
	print(writer, operand);
	if (enclosed)
		buf_addstr(writer->out, writer->signs->close);
}

static void print(const struct writer *writer, const struct expr *expr)
{
	buf_addstr(writer->out, writer->signs->begin);
	if (expr->op == EXPR_CONSTANT)
		word(writer, expr->value != 0 ? "1" : "0");
	else if (expr->op == EXPR_VARIABLE)
		print_leaf(writer, &writer->statement->leaves[expr->value]);
	if (expr->op == EXPR_NOT && is_kind(writer, expr->operands[0], LEAF_EQUAL)) {
		print_equality(writer, &writer->statement->leaves[expr->operands[0]->value], writer->signs->differs);
		buf_addstr(writer->out, writer->signs->end);
		return;
	}
	for (size_t i = 0; i < expr->count; i++) {
		if (i > 0 || expr->op == EXPR_NOT)
			buf_addstr(writer->out, writer->signs->ops[expr->op]);
		print_operand(writer, expr->operands[i], expr);
	}
	buf_addstr(writer->out, writer->signs->end);
}

void statement_print(
	struct buf *out, const struct statement *statement, const struct expr *part, const struct world *world)
{
	print(&(struct writer){ out, statement, world, &text_signs }, part);
}

void statement_print_latex(
	struct buf *out, const struct statement *statement, const struct expr *part, const struct world *world)
{
	print(&(struct writer){ out, statement, world, &latex_signs }, part);
}

void statement_print_mathml(
	struct buf *out, const struct statement *statement, const struct expr *part, const struct world *world)
{
	buf_addstr(out, "<math xmlns=\"http://www.w3.org/1998/Math/MathML\">");
	print(&(struct writer){ out, statement, world, &mathml_signs }, part);
	buf_addstr(out, "</math>");
}

const char *statement_text(
	const struct statement *statement, const struct expr *part, const struct world *world, struct arena *arena)
{
	struct buf cleanup_buf text = BUF_INIT;

	statement_print(&text, statement, part, world);
	return arena_memdup(arena, buf_str(&text), text.len);
}
