/* Places, values and holes. */
#include "hunt.h"

/* At most NEIGHBOUR_NODES + 1: parts that are shared count each time. */
static uint32_t count_nodes(const struct expr *expr, uint32_t so_far)
{
	so_far++;
	for (size_t i = 0; i < expr->count && so_far <= NEIGHBOUR_NODES; i++)
		so_far = count_nodes(expr->operands[i], so_far);
	return so_far;
}

static bool wanted_at(const struct hunt *hunt, uint32_t row)
{
	return table_at(hunt->wanted, row);
}

static bool cared_at(const struct hunt *hunt, uint32_t row)
{
	return hunt->care == NULL || table_at(hunt->care, row);
}

/* Some of these rows of a word join the sample. */
static void sample_some(struct hunt *hunt, uint32_t *count, uint32_t *of_kind, uint64_t rows, size_t word)
{
	enum { OF_A_KIND = SAMPLE / 3, OF_A_WORD = 3 };

	for (int taken = 0; rows != 0 && taken < OF_A_WORD && *of_kind < OF_A_KIND; taken++) {
		hunt->rows[(*count)++] = (uint32_t)(word * 64) + (uint32_t)__builtin_ctzll(rows);
		(*of_kind)++;
		rows &= rows - 1;
		rows = rows >> 17 << 17 != 0 ? rows >> 17 << 17 : rows; /* not all from one corner */
	}
}

/*
 * Rows that tell much: where the formula is wrong, where 1 and where 0 is wanted, at most a third each, from words in an
 * order that jumps about and is always the same.
 */
static void choose_sample(struct hunt *hunt, const struct expr *expr)
{
	size_t words = table_words(hunt->variables);
	uint32_t count = 0, wrong = 0, ones = 0, zeros = 0;
	struct table table = table_of(expr, hunt->variables, hunt->arena);

	for (size_t i = 0; i < words; i++) {
		size_t word = i * 619 % words; /* odd: every word once */
		uint64_t care = hunt->care != NULL ? hunt->care->words[word] : UINT64_MAX;
		uint64_t wanted = hunt->wanted->words[word], differ = (table.words[word] ^ wanted) & care;

		sample_some(hunt, &count, &wrong, differ, word);
		sample_some(hunt, &count, &ones, wanted & care & ~differ, word);
		sample_some(hunt, &count, &zeros, ~wanted & care & ~differ, word);
	}
	for (uint32_t i = count; i < SAMPLE; i++)
		hunt->rows[i] = count > 0 ? hunt->rows[i % count] : 0;
}

bool hunt_open(struct hunt *hunt, const struct expr *expr)
{
	uint32_t count = count_nodes(expr, 0), filled = 1;

	if (count > NEIGHBOUR_NODES)
		return false;
	hunt->places = arena_array(hunt->arena, count, sizeof(*hunt->places));
	hunt->count = count;
	hunt->places[0] = (struct place){ .expr = expr, .parent = NO_PLACE };
	for (uint32_t i = 0; i < filled; i++) {
		struct place *place = &hunt->places[i];

		place->first = filled;
		for (size_t k = 0; k < place->expr->count; k++)
			hunt->places[filled++] = (struct place){ .expr = place->expr->operands[k], .parent = i };
	}
	hunt->sampled = hunt->variables > 6;
	if (hunt->sampled)
		choose_sample(hunt, expr);
	return true;
}

static uint64_t join(enum expr_op op, uint64_t a, uint64_t b)
{
	switch (op) {
	case EXPR_AND:
	case EXPR_NAND:
		return a & b;
	case EXPR_OR:
	case EXPR_NOR:
		return a | b;
	case EXPR_IMPLIES:
		return ~a | b;
	case EXPR_IFF:
		return ~(a ^ b);
	default:
		return a ^ b;
	}
}

static bool negates(enum expr_op op)
{
	return op == EXPR_NOT || op == EXPR_NAND || op == EXPR_NOR;
}

static uint64_t value_of(const struct hunt *hunt, const struct place *place)
{
	const struct expr *expr = place->expr;
	uint64_t value;

	if (expr->op == EXPR_CONSTANT)
		return expr->value ? UINT64_MAX : 0;
	if (expr->op == EXPR_VARIABLE)
		return hunt->pattern[expr->value];
	value = hunt->places[place->first].value;
	for (size_t k = 1; k < expr->count; k++)
		value = join(expr->op, value, hunt->places[place->first + k].value);
	return negates(expr->op) ? ~value : value;
}

/* What an operand must be worth, from what the whole must be and what its neighbours are. */
static void hole_of_operand(const struct place *whole, struct place *part, bool first)
{
	uint64_t others = part->others, matters, turned;

	switch (whole->expr->op) {
	case EXPR_AND:
	case EXPR_NAND:
		matters = others;
		turned = whole->expr->op == EXPR_NAND ? UINT64_MAX : 0;
		break;
	case EXPR_OR:
	case EXPR_NOR:
		matters = ~others;
		turned = whole->expr->op == EXPR_NOR ? UINT64_MAX : 0;
		break;
	case EXPR_IMPLIES:
		matters = first ? ~others : others;
		turned = first ? UINT64_MAX : 0;
		break;
	case EXPR_IFF:
		matters = UINT64_MAX;
		turned = ~others;
		break;
	case EXPR_XOR:
		matters = UINT64_MAX;
		turned = others;
		break;
	default:
		matters = UINT64_MAX;
		turned = UINT64_MAX;
	}
	part->one = ((whole->one & ~turned) | (whole->zero & turned)) & matters;
	part->zero = ((whole->zero & ~turned) | (whole->one & turned)) & matters;
	/* Where it does not matter, the whole has the value that it has. */
	part->hopeless =
		whole->hopeless || (~matters & ((whole->one & ~whole->value) | (whole->zero & whole->value))) != 0;
}

/* The other operands of each operand. For IFF: joined so that (others IFF operand) is the whole. */
static void others_of(struct hunt *hunt, const struct place *place)
{
	enum expr_op op = place->expr->op;
	struct place *parts = &hunt->places[place->first];
	size_t count = place->expr->count;
	uint64_t none = op == EXPR_AND || op == EXPR_NAND || op == EXPR_IFF ? UINT64_MAX : 0;
	uint64_t before = none, after = none;

	if (op == EXPR_NOT)
		return;
	if (op == EXPR_IMPLIES) {
		parts[0].others = parts[1].value;
		parts[1].others = parts[0].value;
		return;
	}
	for (size_t k = 0; k < count; k++) {
		parts[k].others = before;
		before = join(op, before, parts[k].value);
	}
	for (size_t k = count; k-- > 0;) {
		parts[k].others = join(op, parts[k].others, after);
		after = join(op, after, parts[k].value);
	}
}

static void work_out(struct hunt *hunt, uint64_t one, uint64_t zero)
{
	for (uint32_t i = hunt->count; i-- > 0;)
		hunt->places[i].value = value_of(hunt, &hunt->places[i]);
	hunt->places[0].one = one;
	hunt->places[0].zero = zero;
	hunt->places[0].hopeless = false;
	for (uint32_t i = 0; i < hunt->count; i++) {
		const struct place *place = &hunt->places[i];

		others_of(hunt, place);
		for (size_t k = 0; k < place->expr->count; k++)
			hole_of_operand(place, &hunt->places[place->first + k], k == 0);
	}
}

void hunt_word(struct hunt *hunt, size_t word)
{
	uint64_t rows = hunt->variables >= 6 ? UINT64_MAX : ((uint64_t)1 << table_rows(hunt->variables)) - 1;
	uint64_t care = (hunt->care != NULL ? hunt->care->words[word] : UINT64_MAX) & rows;

	for (unsigned v = 0; v < hunt->variables; v++)
		hunt->pattern[v] = table_variable_word(hunt->variables, v, word);
	work_out(hunt, hunt->wanted->words[word] & care, ~hunt->wanted->words[word] & care);
}

void hunt_rows(struct hunt *hunt)
{
	uint64_t one = 0, zero = 0;

	if (!hunt->sampled) {
		hunt_word(hunt, 0);
		return;
	}
	for (unsigned v = 0; v < hunt->variables; v++)
		hunt->pattern[v] = 0;
	for (unsigned k = 0; k < SAMPLE; k++) {
		uint32_t row = hunt->rows[k];
		uint64_t bit = (uint64_t)1 << k;

		for (unsigned v = 0; v < hunt->variables; v++)
			hunt->pattern[v] |= row >> (hunt->variables - 1 - v) & 1 ? bit : 0;
		if (!cared_at(hunt, row))
			continue;
		if (wanted_at(hunt, row))
			one |= bit;
		else
			zero |= bit;
	}
	work_out(hunt, one, zero);
}

bool hunt_fits(struct hunt *hunt, uint32_t at, uint64_t value)
{
	const struct place *place = &hunt->places[at];

	if (place->hopeless || hunt_spent(hunt))
		return false;
	hunt->steps++;
	return (place->one & ~value) == 0 && (place->zero & value) == 0;
}

uint64_t hunt_with(const struct hunt *hunt, uint32_t at, size_t i, size_t j, uint64_t value)
{
	const struct place *place = &hunt->places[at], *parts = &hunt->places[place->first];
	enum expr_op op = place->expr->op;
	uint64_t whole = i == 0 ? value : parts[0].value;

	for (size_t k = 1; k < i; k++)
		whole = join(op, whole, parts[k].value);
	if (i > 0)
		whole = join(op, whole, value);
	for (size_t k = j; k < place->expr->count; k++)
		whole = join(op, whole, parts[k].value);
	return negates(op) ? ~whole : whole;
}

uint64_t hunt_run(const struct hunt *hunt, uint32_t at, size_t i, size_t j, enum expr_op op)
{
	const struct place *parts = &hunt->places[hunt->places[at].first];
	uint64_t value = parts[i].value;

	for (size_t k = i + 1; k < j; k++)
		value = join(op, value, parts[k].value);
	return negates(op) ? ~value : value;
}

const struct expr *hunt_with_expr(const struct hunt *hunt, uint32_t at, size_t i, size_t j, const struct expr *operand)
{
	const struct expr *expr = hunt->places[at].expr;
	const struct expr **list = arena_array(hunt->arena, expr->count - (j - i) + 1, sizeof(*list));
	size_t count = 0;

	for (size_t k = 0; k < i; k++)
		list[count++] = expr->operands[k];
	if (operand != NULL)
		list[count++] = operand;
	for (size_t k = j; k < expr->count; k++)
		list[count++] = expr->operands[k];
	return expr_new(hunt->arena, expr->op, list, count);
}

const struct expr *hunt_run_expr(const struct hunt *hunt, uint32_t at, size_t i, size_t j, enum expr_op op)
{
	return expr_new(hunt->arena, op, hunt->places[at].expr->operands + i, j - i);
}

const struct expr *hunt_negation(const struct hunt *hunt, const struct expr *expr)
{
	return expr->op == EXPR_NOT ? expr->operands[0] : expr_not(hunt->arena, expr);
}

/* A row that refutes a neighbour is worth more than one that was met by chance. */
static void learn(struct hunt *hunt, uint32_t row)
{
	hunt->rows[hunt->next++ % SAMPLE] = row;
	hunt_rows(hunt);
}

bool hunt_found_as(struct hunt *hunt, enum mistake mistake, uint32_t replaced, const struct expr *replacement,
	const struct expr *at, const struct expr *better)
{
	const struct expr *right = replacement;

	for (uint32_t i = replaced; hunt->places[i].parent != NO_PLACE; i = hunt->places[i].parent) {
		uint32_t parent = hunt->places[i].parent;
		size_t k = i - hunt->places[parent].first;

		right = hunt_with_expr(hunt, parent, k, k + 1, right);
	}
	if (hunt->sampled) {
		int64_t row = table_mismatch(right, hunt->wanted, hunt->care);

		if (row >= 0) {
			hunt->steps += 50; /* what it cost, about */
			learn(hunt, (uint32_t)row);
			return false;
		}
	}
	*hunt->out = (struct neighbour){ mistake, at, better, right, hunt->steps };
	return true;
}

bool hunt_found(struct hunt *hunt, enum mistake mistake, uint32_t at, const struct expr *better)
{
	return hunt_found_as(hunt, mistake, at, better, hunt->places[at].expr, better);
}
