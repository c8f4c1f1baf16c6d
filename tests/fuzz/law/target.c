/*
 * Two formulas, the first one right, the second a student's: a line each, the third line's first rows are the ones that do not
 * count. The mistake that is proposed makes it right; a law that is found, or used, means that they are equal; a
 * derivation says of both what their tables say.
 * links: logic
 */
#include <stdlib.h>
#include <string.h>
#include "logic/derivation.h"
#include "logic/read.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t bytes);

static const char *const LETTERS[] = { "a", "b", "c", "d", "e", "f", "g", "h", "P", "Q" };
enum { LINE_MAX_BYTES = 200, LINES = 3, NODES_MAX = 120 };

struct input {
	const char *lines[LINES];
	size_t bytes[LINES];
};

static void split(struct input *out, const char *text, size_t bytes)
{
	for (unsigned i = 0; i < LINES; i++) {
		const char *end = memchr(text, '\n', bytes);
		size_t length = end != NULL ? (size_t)(end - text) : bytes;

		out->lines[i] = text;
		out->bytes[i] = length < LINE_MAX_BYTES ? length : LINE_MAX_BYTES;
		text += length + (end != NULL);
		bytes -= length + (end != NULL);
	}
}

static void check_neighbour(const struct expr *right, const struct expr *answer, unsigned variables,
	const struct input *input, struct arena *arena)
{
	struct table wanted = table_of(right, variables, arena), has = table_of(answer, variables, arena);
	struct table care = table_new(variables, arena), mended;
	struct neighbour found;

	for (uint32_t row = 0; row < table_rows(variables); row++)
		table_set(&care, row, row >= input->bytes[2] || input->lines[2][row] != '-');
	if (table_difference(&has, &wanted, &care) < 0)
		return;
	neighbour_find(&found, answer,
		&(struct neighbour_wish){ .wanted = &wanted, .care = &care, .implications = true }, arena);
	if ((found.mistake == MISTAKE_NONE) != (found.right == NULL) || found.steps > 2 * NEIGHBOUR_BUDGET)
		abort();
	if (found.mistake == MISTAKE_NONE)
		return;
	mended = table_of(found.right, variables, arena);
	if (table_difference(&mended, &wanted, &care) >= 0 || found.at == NULL || mistake_name(found.mistake) == NULL)
		abort();
}

static void check_laws(const struct expr *a, const struct expr *b, unsigned variables, struct arena *arena)
{
	struct table before = table_of(a, variables, arena), after = table_of(b, variables, arena);
	bool same = table_same(&before, &after);
	enum law law = law_between(a, b, variables, 500, arena);
	struct derivation_task task = { .variables = variables, .from = a, .budget = 500 };
	struct derivation_line line = { b, LAW_DE_MORGAN, LAW_ABSORPTION };
	struct derivation judged;

	if (law != LAW_UNKNOWN && (!same || !law_explains(law, a, b, variables, 500, arena)))
		abort();
	for (unsigned other = LAW_SAME; other < LAWS; other++) {
		const struct expr *c = law_apply(other, a, variables, 200, arena);

		if (c != NULL && table_mismatch(c, &before, NULL) >= 0)
			abort();
	}
	derivation_judge(&judged, &task, &line, 1, arena);
	if ((judged.steps[0].fault == STEP_WRONG) == same || judged.equal != same)
		abort();
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t bytes)
{
	struct arena *arena = arena_new(0);
	const struct vocabulary letters = { LETTERS, sizeof(LETTERS) / sizeof(LETTERS[0]) };
	struct reading_of right, answer;
	struct input input;
	struct slip slip;

	split(&input, (const char *)data, bytes);
	if (expr_read(&right, input.lines[0], input.bytes[0], &letters, arena, &slip) == 0 &&
		expr_read(&answer, input.lines[1], input.bytes[1], &letters, arena, &slip) == 0 &&
		expr_nodes(right.expr) <= NODES_MAX && expr_nodes(answer.expr) <= NODES_MAX) {
		uint32_t uses = expr_uses(right.expr) | expr_uses(answer.expr);
		unsigned variables = uses > 1 ? 32 - (unsigned)__builtin_clz(uses) : 1;

		check_neighbour(right.expr, answer.expr, variables, &input, arena);
		check_laws(right.expr, answer.expr, variables, arena);
	}
	law_named(arena_memdup(arena, input.lines[0], input.bytes[0]), NULL);
	arena_free(arena);
	return 0;
}
