/*
 * Sets, couples and cardinals as people type them. What is read prints as what reads back as the same, a slip lies in the
 * text and says why, and what an expression is worth is the same after the way through its text.
 * links: sets
 */
#include <stdlib.h>
#include <string.h>
#include "sets/read.h"
#include "sets/relation.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t bytes);

static const char *const names[] = { "A", "B", "E", NULL };
static const char *const elements[] = { "a", "b", "Paris", NULL };
static const struct set_words words = { .sets = names, .elements = elements, .universe = "E", .plain = true };

static void check_slip(const struct slip *slip, size_t bytes)
{
	if (!slip->message.fr || !slip->message.en || slip->start > bytes || slip->line < 1 || slip->column < 1)
		abort();
}

static void try_set(const char *text, size_t bytes, const struct set_world *world, struct arena *arena)
{
	struct set_reading reading, again;
	struct set_value value, other;
	struct slip slip = { 0 };

	if (set_read(&reading, text, bytes, &words, arena, &slip)) {
		check_slip(&slip, bytes);
		return;
	}
	const char *printed = set_expr_text(reading.expr, arena);
	if (set_read(&again, printed, strlen(printed), &words, arena, &slip) ||
		strcmp(set_expr_text(again.expr, arena), printed) != 0)
		abort();
	int worth = set_expr_value(&value, reading.expr, world, arena, &slip);
	if (worth != set_expr_value(&other, again.expr, world, arena, &slip))
		abort();
	if (worth == 0 && !set_value_same(&value, &other))
		abort();
}

static void try_couples(const char *text, size_t bytes, struct arena *arena)
{
	const struct element *couples, *again;
	struct slip slip = { 0 };

	if (couples_read(&couples, text, bytes, &words, arena, &slip)) {
		check_slip(&slip, bytes);
		return;
	}
	const char *printed = element_text(couples, 0, arena);
	if (couples_read(&again, printed, strlen(printed), &words, arena, &slip) || !element_same(couples, again))
		abort();
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t bytes)
{
	struct arena *cleanup_arena arena = arena_new(0);
	const struct set_binding bindings[] = { { "A", set_value_finite(set_range(1, 4, arena)) },
		{ "B", set_value_finite(set_range(3, 6, arena)) }, { "E", set_value_finite(set_range(1, 8, arena)) } };
	const struct set_world world = { bindings, 3, "E" };
	const char *text = arena_memdup(arena, data, bytes);
	const struct element *const *list;
	const struct number *number;
	struct slip slip = { 0 };
	size_t count;

	try_set(text, bytes, &world, arena);
	try_couples(text, bytes, arena);
	if (cardinal_read(&number, text, bytes, arena, &slip))
		check_slip(&slip, bytes);
	slip = (struct slip){ 0 };
	if (element_list_read(&list, &count, text, bytes, &words, arena, &slip))
		check_slip(&slip, bytes);
	return 0;
}
