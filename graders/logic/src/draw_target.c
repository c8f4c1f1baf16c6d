/* A function with the wished properties: draw, look, draw again. The cheap looks come first. */
#include "logic/draw.h"

enum { ROWS_MAX = 1 << COVER_VARIABLES_MAX };

/* A wish with its "anything" made into numbers. */
struct plan {
	unsigned variables, rows;
	unsigned any; /* don't-cares */
	unsigned ones_min, ones_max;
	const struct draw_wish *wish;
};

static struct draw_conflict conflict(const char *code, const char *key)
{
	return (struct draw_conflict){ code, key };
}

/* Between what the minimal sums cost. */
static struct draw_conflict cost_conflict(const struct draw_wish *wish, int ones_max)
{
	int variables = (int)wish->variables, most = 1 << (variables - 1);
	bool sure = wish->dont_care <= 0;

	if (wish->minimal_forms == 0 || wish->minimal_forms > COVERS_LISTED_MAX)
		return conflict("wish-forms", "minimal_forms");
	if (wish->terms > most)
		return conflict("wish-terms", "terms");
	if (wish->terms > ones_max)
		return conflict("wish-terms-ones", "terms");
	if (wish->terms == 0 && (wish->literals > 0 || wish->minimal_forms > 1 || wish->ones_min > 0))
		return conflict("wish-no-terms", "terms");
	if (wish->terms == 0 && wish->all_variables)
		return conflict("wish-every-constant", "every_variable");
	if (sure && wish->terms == 1 && wish->minimal_forms > 1)
		return conflict("wish-one-term", "minimal_forms");
	/* Of two terms or more each has a literal. */
	if (wish->terms > 1 && wish->literals >= 0 && wish->literals < wish->terms)
		return conflict("wish-literals-few", "literals");
	if (wish->literals > (wish->terms > 0 ? wish->terms : most) * variables)
		return conflict("wish-literals-many", "literals");
	/* A variable that the function depends on stands in each of its sums. */
	if (wish->all_variables && wish->literals >= 0 && wish->literals < variables)
		return conflict("wish-every-literals", "literals");
	if (wish->all_variables && sure && wish->terms == 1 && wish->ones_min > 1)
		return conflict("wish-every-term", "ones");
	return conflict(NULL, NULL);
}

struct draw_conflict draw_conflict(const struct draw_wish *wish)
{
	int rows = 1 << wish->variables, any = wish->dont_care < 0 ? 0 : wish->dont_care, cared = rows - any;
	int least = wish->ones_min < 0 ? 0 : wish->ones_min;
	int most = wish->ones_max < 0 || wish->ones_max > cared ? cared : wish->ones_max;

	if (any >= rows && (any > rows || wish->all_variables))
		return conflict("wish-all-open", "dont_care");
	if (least > most)
		return conflict("wish-ones", "ones");
	/* It takes a row with 1 and one with 0 to depend on anything. */
	if (wish->all_variables && (least > 1 ? least : 1) > (most < cared ? most : cared - 1))
		return conflict("wish-every-constant", "every_variable");
	return cost_conflict(wish, most);
}

static int plan_of(struct plan *out, const struct draw_wish *wish, struct err *err)
{
	int rows, any = wish->dont_care < 0 ? 0 : wish->dont_care;

	if (wish->variables < 1 || wish->variables > COVER_VARIABLES_MAX)
		return err_set(err, ERR_INPUT, "functions of 1 to %d variables can be drawn, not of %u",
			COVER_VARIABLES_MAX, wish->variables);
	rows = 1 << wish->variables;
	int least = wish->ones_min < 0 ? 0 : wish->ones_min;
	int most = wish->ones_max < 0 || wish->ones_max > rows - any ? rows - any : wish->ones_max;
	if (draw_conflict(wish).code)
		return err_set(err, ERR_INPUT, "no function of %u variables can be as wished", wish->variables);
	*out = (struct plan){ wish->variables, (unsigned)rows, (unsigned)any, (unsigned)least, (unsigned)most, wish };
	return 0;
}

/* How many ones: as often as there are tables with that many. */
static unsigned draw_ones(struct draw *draw, const struct plan *plan)
{
	unsigned free = plan->rows - plan->any;
	uint64_t ways[ROWS_MAX + 1] = { 1 }, sum = 0;

	for (unsigned n = 1; n <= free; n++)
		for (unsigned k = n; k > 0; k--)
			ways[k] += ways[k - 1];
	for (unsigned k = plan->ones_min; k <= plan->ones_max; k++)
		sum += ways[k]; /* all 2^64 tables wrap to 0, and any bits will do */
	uint64_t at = sum == 0 ? draw_bits(draw) : draw_below_wide(draw, sum);
	for (unsigned k = plan->ones_min; k < plan->ones_max; k++) {
		if (at < ways[k])
			return k;
		at -= ways[k];
	}
	return plan->ones_max;
}

/* Shuffled as far as needed: first the don't-cares, then the ones. */
static void draw_table(struct target *out, struct draw *draw, const struct plan *plan)
{
	unsigned ones = draw_ones(draw, plan);
	uint8_t rows[ROWS_MAX];

	for (unsigned i = 0; i < plan->rows; i++)
		rows[i] = (uint8_t)i;
	for (unsigned i = 0; i < plan->any + ones; i++) {
		unsigned j = i + draw_below(draw, plan->rows - i);
		uint8_t row = rows[j];

		rows[j] = rows[i];
		rows[i] = row;
		table_set(i < plan->any ? &out->any : &out->ones, row, true);
	}
}

/* For each variable two rows that differ in it alone, one that must be 1 and one that must be 0. */
static bool depends_on_all(const struct target *target)
{
	uint32_t rows = table_rows(target->ones.variables);

	for (unsigned v = 0; v < target->ones.variables; v++) {
		uint32_t bit = term_bit(target->ones.variables, v);
		bool depends = false;

		for (uint32_t row = 0; row < rows && !depends; row++)
			depends = table_at(&target->ones, row) && !table_at(&target->ones, row ^ bit) &&
				  !table_at(&target->any, row ^ bit);
		if (!depends)
			return false;
	}
	return true;
}

static bool asks_cost(const struct draw_wish *wish)
{
	return wish->minimal_forms >= 0 || wish->terms >= 0 || wish->literals >= 0;
}

/* 1 when it fits, 0 when not, -1. A table whose covers take more than the rest of `steps` does not fit. */
static int fits(const struct target *target, const struct draw_wish *wish, uint64_t *steps, struct arena *arena,
	struct err *err)
{
	size_t listed = wish->minimal_forms < 0                    ? 1
			: wish->minimal_forms >= COVERS_LISTED_MAX ? COVERS_LISTED_MAX
								   : (size_t)wish->minimal_forms + 1;
	struct minima minima;
	struct err why = { 0 };

	if (wish->all_variables && !depends_on_all(target))
		return 0;
	if (!asks_cost(wish))
		return 1;
	if (cover_minima(&minima, target, listed, *steps, arena, &why) < 0) {
		*steps = 0;
		if (why.kind == ERR_TOO_LARGE)
			return 0;
		*err = why;
		return -1;
	}
	*steps -= minima.steps < *steps ? minima.steps : *steps;
	return (wish->terms < 0 || minima.cost.terms == (unsigned)wish->terms) &&
	       (wish->literals < 0 || minima.cost.literals == (unsigned)wish->literals) &&
	       (wish->minimal_forms < 0 || (minima.count == (size_t)wish->minimal_forms && !minima.more));
}

static struct table keep(const struct table *table, struct arena *arena)
{
	struct table out = table_new(table->variables, arena);

	out.words[0] = table->words[0];
	return out;
}

int draw_target(
	struct target *out, struct draw *draw, const struct draw_wish *wish, struct arena *arena, struct err *err)
{
	struct arena cleanup_arena *scratch = arena_new(0);
	uint64_t steps = DRAW_STEPS;
	struct plan plan = { 0 };

	if (plan_of(&plan, wish, err) < 0)
		return -1;
	for (int tries = 0; tries < DRAW_TRIES && steps > 0; tries++) {
		struct target target = { table_new(wish->variables, scratch), table_new(wish->variables, scratch) };

		draw_table(&target, draw, &plan);
		int fit = fits(&target, wish, &steps, scratch, err);
		if (fit < 0)
			return -1;
		if (fit > 0) {
			out->ones = keep(&target.ones, arena);
			out->any = keep(&target.any, arena);
			return 0;
		}
		arena_reset(scratch);
	}
	return err_set(err, ERR_NOT_FOUND, "such functions are too rare: none in %d tables of %u variables", DRAW_TRIES,
		wish->variables);
}
