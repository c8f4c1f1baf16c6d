/*
 * Truth tables as bitsets: bit r of a table is the value in row r (logic/expr.h says what a row is).
 *
 * Up to 16 variables: 65 536 rows, 8 KiB. Up to six variables a table is one word, and so cheap that diagnosis
 * can afford thousands. Everything is made in the arena; nothing fails.
 */
#pragma once
#include "logic/expr.h"

struct table {
	unsigned variables;
	uint64_t *words; /* table_words() of them; bits beyond the last row are 0 */
};

static inline size_t table_words(unsigned variables)
{
	return variables <= 6 ? 1 : (size_t)1 << (variables - 6);
}
static inline uint32_t table_rows(unsigned variables)
{
	return (uint32_t)1 << variables;
}
static inline bool table_at(const struct table *table, uint32_t row)
{
	return table->words[row >> 6] >> (row & 63) & 1;
}

/* All 0. */
struct table table_new(unsigned variables, struct arena *arena);
void table_set(struct table *table, uint32_t row, bool value);
/* The values of variable v in the 64 rows of a word; beyond the last row, whatever. */
uint64_t table_variable_word(unsigned variables, unsigned v, size_t word);
/* Of a tree whose variables are all below `variables`. */
struct table table_of(const struct expr *expr, unsigned variables, struct arena *arena);
struct table table_not(const struct table *table, struct arena *arena);
/* Row by row; of the same number of variables. */
struct table table_and(const struct table *a, const struct table *b, struct arena *arena);
struct table table_or(const struct table *a, const struct table *b, struct arena *arena);
struct table table_xor(const struct table *a, const struct table *b, struct arena *arena);
uint32_t table_count(const struct table *table); /* rows with 1 */
bool table_same(const struct table *a, const struct table *b);
bool table_within(const struct table *a, const struct table *b); /* wherever a is 1, b is */
bool table_constant(const struct table *table, bool *value);
/* The first row where they differ and `care` (NULL: everywhere) is 1; -1 when there is none. */
int64_t table_difference(const struct table *a, const struct table *b, const struct table *care);
/* The same for a tree, without its table: words are worked out as far as the first difference. */
int64_t table_mismatch(const struct expr *expr, const struct table *wanted, const struct table *care);
/* Does it depend on variable v? */
bool table_depends(const struct table *table, unsigned v);
