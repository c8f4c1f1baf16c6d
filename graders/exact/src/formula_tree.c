/* How a formula is built, for who looks at it from outside. */
#include <string.h>
#include "formula_node.h"

enum formula_op formula_op(const struct formula *formula)
{
	return formula->op;
}

const char *formula_name(const struct formula *formula)
{
	return formula->name;
}

size_t formula_count(const struct formula *formula)
{
	return formula->count;
}

const struct formula *formula_operand(const struct formula *formula, size_t i)
{
	return formula->operands[i];
}

const struct number *formula_number(const struct formula *formula)
{
	return formula->number;
}

const char *formula_text(const struct formula *formula, struct arena *arena)
{
	return arena_memdup(arena, formula->source->text + formula->start, formula->end - formula->start);
}

static size_t count_names(const struct formula *formula)
{
	size_t count = formula->op == FORMULA_NAME;

	for (size_t i = 0; i < formula->count; i++)
		count += count_names(formula->operands[i]);
	return count;
}

static void add_names(const char **names, size_t *count, const struct formula *formula)
{
	for (size_t i = 0; i < *count && formula->op == FORMULA_NAME; i++)
		if (!strcmp(names[i], formula->name))
			return;
	if (formula->op == FORMULA_NAME)
		names[(*count)++] = formula->name;
	for (size_t i = 0; i < formula->count; i++)
		add_names(names, count, formula->operands[i]);
}

const char *const *formula_names(const struct formula *formula, struct arena *arena)
{
	const char **names = arena_array(arena, count_names(formula) + 1, sizeof(*names));
	size_t count = 0;

	add_names(names, &count, formula);
	return names;
}
