/*
 * Formulas of authors. Whatever comes in is read or is a slip in the text; evaluating it for fixed values ends in a bounded
 * number of steps with a value or a slip; a value goes through JSON and comes back.
 * links: exact
 */
#include <stdlib.h>
#include <string.h>
#include "base/json.h"
#include "exact/formula.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t bytes);

static const char *const names[][2] = { { "a", "12" }, { "b", "-18" }, { "x", "\"7/3\"" }, { "A", "[[1, 2], [3, 4]]" },
	{ "B", "[[0, 1], [1, 0]]" }, { "L", "[3, 1, 2]" }, { "@p", "[[2, 0], [0, \"1/2\"]]" } };

enum { NAMES = sizeof(names) / sizeof(names[0]) };

static void check_slip(const struct slip *slip, size_t bytes)
{
	if (!slip->message.fr || !slip->message.en || slip->start > slip->end || slip->end > bytes)
		abort();
}

static void check_value(const struct value *value, struct arena *arena)
{
	json_t *json = json_keep(arena, value_to_json(value));
	struct value again;
	struct slip slip;

	if (value_of_json(&again, json, arena, &slip)) {
		if (strcmp(slip.message.code, "number-too-long") != 0)
			abort();
		return;
	}
	/* A text says the same, but for a matrix and a number of the same looks. */
	if (again.kind != value->kind ||
		strcmp(value_text(&again, LANG_FR, arena), value_text(value, LANG_FR, arena)) != 0)
		abort();
}

static void check_tree(const struct formula *formula, size_t depth)
{
	if (depth > 200)
		abort();
	for (size_t i = 0; i < formula_count(formula); i++)
		check_tree(formula_operand(formula, i), depth + 1);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t bytes)
{
	struct arena *cleanup_arena arena = arena_new(0);
	const char *text = arena_memdup(arena, data, bytes);
	struct binding bindings[NAMES];
	const struct formula *formula;
	struct value value;
	struct slip slip = { 0 };

	for (size_t i = 0; i < NAMES; i++) {
		json_t *json = json_keep(arena, json_loads(names[i][1], JSON_DECODE_ANY, NULL));
		bindings[i].name = names[i][0];
		if (value_of_json(&bindings[i].value, json, arena, &slip))
			abort();
	}
	if (formula_read(&formula, text, bytes, arena, &slip)) {
		check_slip(&slip, bytes);
		return 0;
	}
	check_tree(formula, 0);
	if (strlen(formula_text(formula, arena)) > bytes)
		abort();
	for (const char *const *name = formula_names(formula, arena); *name; name++)
		if (!**name)
			abort();
	if (formula_value(&value, formula, bindings, NAMES, arena, &slip))
		check_slip(&slip, bytes);
	else
		check_value(&value, arena);
	return 0;
}
