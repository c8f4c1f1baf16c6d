/* Truth tables, sixty-four rows at a time. */
#include "logic/table.h"
#include <string.h>
#include "word.h"

struct table table_new(unsigned variables, struct arena *arena)
{
	return (struct table){ variables, arena_array(arena, table_words(variables), sizeof(uint64_t)) };
}

void table_set(struct table *table, uint32_t row, bool value)
{
	uint64_t bit = (uint64_t)1 << (row & 63);

	if (value)
		table->words[row >> 6] |= bit;
	else
		table->words[row >> 6] &= ~bit;
}

uint64_t table_variable_word(unsigned variables, unsigned v, size_t word)
{
	unsigned from_last = variables - 1 - v;

	if (from_last < 6)
		return word_bit(from_last);
	return word >> (from_last - 6) & 1 ? UINT64_MAX : 0;
}

/* One word of the table. Beyond-the-last-row bits are whatever; the caller masks. */
static uint64_t word_of(const struct expr *expr, unsigned variables, size_t word)
{
	uint64_t value;

	if (expr->op == EXPR_CONSTANT)
		return expr->value ? UINT64_MAX : 0;
	if (expr->op == EXPR_VARIABLE)
		return table_variable_word(variables, expr->value, word);
	value = word_of(expr->operands[0], variables, word);
	for (size_t i = 1; i < expr->count; i++) {
		uint64_t next = word_of(expr->operands[i], variables, word);

		if (expr->op == EXPR_AND || expr->op == EXPR_NAND)
			value &= next;
		else if (expr->op == EXPR_OR || expr->op == EXPR_NOR)
			value |= next;
		else if (expr->op == EXPR_IMPLIES)
			value = ~value | next;
		else if (expr->op == EXPR_IFF)
			value = ~(value ^ next);
		else
			value ^= next;
	}
	return expr->op == EXPR_NOT || expr->op == EXPR_NAND || expr->op == EXPR_NOR ? ~value : value;
}

struct table table_of(const struct expr *expr, unsigned variables, struct arena *arena)
{
	struct table table = table_new(variables, arena);
	uint64_t mask = word_rows(variables);

	for (size_t i = 0; i < table_words(variables); i++)
		table.words[i] = word_of(expr, variables, i) & mask;
	return table;
}

struct table table_not(const struct table *table, struct arena *arena)
{
	struct table result = table_new(table->variables, arena);
	uint64_t mask = word_rows(table->variables);

	for (size_t i = 0; i < table_words(table->variables); i++)
		result.words[i] = ~table->words[i] & mask;
	return result;
}

struct table table_and(const struct table *a, const struct table *b, struct arena *arena)
{
	struct table result = table_new(a->variables, arena);

	for (size_t i = 0; i < table_words(a->variables); i++)
		result.words[i] = a->words[i] & b->words[i];
	return result;
}

struct table table_or(const struct table *a, const struct table *b, struct arena *arena)
{
	struct table result = table_new(a->variables, arena);

	for (size_t i = 0; i < table_words(a->variables); i++)
		result.words[i] = a->words[i] | b->words[i];
	return result;
}

struct table table_xor(const struct table *a, const struct table *b, struct arena *arena)
{
	struct table result = table_new(a->variables, arena);

	for (size_t i = 0; i < table_words(a->variables); i++)
		result.words[i] = a->words[i] ^ b->words[i];
	return result;
}

uint32_t table_count(const struct table *table)
{
	uint32_t count = 0;

	for (size_t i = 0; i < table_words(table->variables); i++)
		count += (uint32_t)__builtin_popcountll(table->words[i]);
	return count;
}

bool table_same(const struct table *a, const struct table *b)
{
	return memcmp(a->words, b->words, table_words(a->variables) * sizeof(uint64_t)) == 0;
}

bool table_within(const struct table *a, const struct table *b)
{
	for (size_t i = 0; i < table_words(a->variables); i++) {
		if (a->words[i] & ~b->words[i])
			return false;
	}
	return true;
}

bool table_constant(const struct table *table, bool *value)
{
	uint64_t mask = word_rows(table->variables), first = table->words[0];

	if (first != 0 && first != mask)
		return false;
	for (size_t i = 1; i < table_words(table->variables); i++) {
		if (table->words[i] != first)
			return false;
	}
	*value = first != 0;
	return true;
}

int64_t table_difference(const struct table *a, const struct table *b, const struct table *care)
{
	for (size_t i = 0; i < table_words(a->variables); i++) {
		uint64_t differ = (a->words[i] ^ b->words[i]) & (care != NULL ? care->words[i] : UINT64_MAX);

		if (differ != 0)
			return (int64_t)(i * 64) + __builtin_ctzll(differ);
	}
	return -1;
}

int64_t table_mismatch(const struct expr *expr, const struct table *wanted, const struct table *care)
{
	uint64_t mask = word_rows(wanted->variables);

	for (size_t i = 0; i < table_words(wanted->variables); i++) {
		uint64_t differ = (word_of(expr, wanted->variables, i) ^ wanted->words[i]) & mask;

		if (care != NULL)
			differ &= care->words[i];
		if (differ != 0)
			return (int64_t)(i * 64) + __builtin_ctzll(differ);
	}
	return -1;
}

bool table_depends(const struct table *table, unsigned v)
{
	unsigned from_last = table->variables - 1 - v;

	for (size_t i = 0; i < table_words(table->variables); i++) {
		if (from_last >= 6) {
			if (table->words[i] != table->words[i ^ (size_t)1 << (from_last - 6)])
				return true;
		} else if (((table->words[i] >> (1U << from_last)) ^ table->words[i]) & ~word_bit(from_last) &
			   word_rows(table->variables)) {
			return true;
		}
	}
	return false;
}
