/*
 * Any text as a statement with quantifiers. The first byte chooses the domain and the predicates. What is read grounds to
 * a formula over the atoms of the domain or is told to be too large; its text is read back as an equivalent statement,
 * written the same; the search for its mistake ends. What is not read is told in two languages, at a place in the text.
 * links: logic
 */
#include <stdlib.h>
#include <string.h>
#include "logic/predicate.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t bytes);

static const char *const NUMBERS[] = { "1", "2", "3" };
static const char *const LETTERS[] = { "a", "b" };
static const struct predicate PLAIN[] = { { "P", 1 }, { "Q", 1 }, { "R", 2 } };
static const struct predicate STRANGE[] = { { "V", 1 }, { "Est_1", 2 }, { "F", 0 }, { "P1", 3 } };
static const struct predicate LARGE[] = { { "R", 2 } };
static const char *const FOUR[] = { "0", "1", "2", "3" };

static void choose(struct world *world, unsigned choice, struct arena *arena)
{
	if (choice == 0)
		*world = (struct world){
			.elements = NUMBERS, .element_count = 3, .predicates = PLAIN, .predicate_count = 3
		};
	else if (choice == 1)
		*world = (struct world){
			.elements = LETTERS, .element_count = 2, .predicates = STRANGE, .predicate_count = 4
		};
	else
		*world = (struct world){
			.elements = FOUR, .element_count = 4, .predicates = LARGE, .predicate_count = 1
		};
	if (!world_make(world, arena))
		abort();
}

static void check_slip(const struct slip *slip, size_t bytes)
{
	if (slip->start > slip->end || slip->end > bytes || slip->line < 1 || slip->column < 1)
		abort();
	if (slip->message.fr == NULL || slip->message.en == NULL || strcmp(slip->message.fr, slip->message.code) == 0)
		abort();
}

static void check_back(const char *text, const struct table *table, const struct world *world, struct arena *arena)
{
	struct statement again;
	struct table other;
	struct slip slip;

	if (strlen(text) > READ_BYTES_MAX)
		return;
	if (statement_read(&again, text, strlen(text), world, arena, &slip) < 0)
		abort();
	other = table_of(statement_ground(&again, world, arena), world->atoms.count, arena);
	if (!table_same(table, &other) || strcmp(statement_text(&again, again.expr, world, arena), text) != 0)
		abort();
}

static void check_statement(const struct statement *statement, const struct world *world, struct arena *arena)
{
	struct buf cleanup_buf latex = BUF_INIT, cleanup_buf mathml = BUF_INIT;
	const struct expr *expr = statement_ground(statement, world, arena);
	const char *text = statement_text(statement, statement->expr, world, arena);
	struct table table, wanted = table_new(world->atoms.count, arena);
	struct statement_fault fault;

	statement_print_latex(&latex, statement, statement->expr, world);
	statement_print_mathml(&mathml, statement, statement->expr, world);
	if (expr == NULL)
		return;
	if (expr_uses(expr) >> world->atoms.count != 0)
		abort();
	table = table_of(expr, world->atoms.count, arena);
	check_back(text, &table, world, arena);
	table_set(&wanted, 1, true);
	statement_fault_find(&fault, statement, world, &wanted);
	if (fault.count > 2)
		abort();
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t bytes)
{
	struct arena *cleanup_arena arena = arena_new(0);
	struct statement statement;
	struct world world;
	struct slip slip;
	const char *text;

	choose(&world, bytes > 0 ? data[0] % 3 : 0, arena);
	data += bytes > 0;
	bytes -= bytes > 0;
	text = arena_memdup(arena, data, bytes);
	if (statement_read(&statement, text, bytes, &world, arena, &slip) < 0)
		check_slip(&slip, bytes);
	else
		check_statement(&statement, &world, arena);
	return 0;
}
