/*
 * All minimal covers, exactly, in counted steps.
 *
 * The rows to cover are the bits of one word and the prime implicants the columns. Weights put terms before literals:
 * one term is worth more than all the literals of the longest cover. First the least weight is found, by taking what is
 * essential, by dominance of rows and of columns, and by branching on the row that the fewest columns cover; a branch
 * is left as soon as rows that share no column show that it costs too much. Then all covers of that weight are listed
 * by the same search with less dominance: only what keeps every one of them. Each branch forbids the columns that its
 * elder sisters have tried, so that each cover is found once.
 *
 * A step is one look of a column at another column or at a row.
 */
#include "logic/cover.h"
#include <string.h>
#include "word.h"

/* An antichain of products of six variables has at most 6!/(2!·4!)·2⁴ of them. */
enum { COLUMNS_MAX = 240, TERM_WEIGHT = 1024 };

struct column {
	uint64_t rows;
	uint32_t weight;
};

struct node {
	uint64_t rows; /* to cover */
	uint32_t weight; /* of what was taken */
	unsigned count; /* of columns that may still be taken */
	uint8_t columns[COLUMNS_MAX];
	uint64_t taken[(COLUMNS_MAX + 63) / 64];
};

struct search {
	const struct term *terms; /* of the columns */
	struct column columns[COLUMNS_MAX];
	size_t primes; /* how many columns */
	uint64_t steps, budget;
	uint32_t bound; /* only covers below it are of use */
	bool listing; /* all covers just below the bound, rather than one ever better */
	struct cover *list;
	size_t count, room, wanted;
	struct arena *arena;
	/* For each row of the node in hand: the rows that all its columns cover, that any of them covers, and the least
	 * weight of one. */
	uint64_t all[64], any[64];
	uint32_t least[64];
};

static bool spent(const struct search *search)
{
	return search->steps > search->budget;
}

static void take(struct search *search, struct node *node, unsigned column)
{
	node->rows &= ~search->columns[column].rows;
	node->weight += search->columns[column].weight;
	node->taken[column / 64] |= (uint64_t)1 << (column % 64);
}

/* Takes every column that is the only one of a row. False when a row has none. */
static bool take_essential(struct search *search, struct node *node)
{
	while (node->rows != 0) {
		uint64_t once = 0, twice = 0, single;
		unsigned kept = 0;

		search->steps += node->count;
		for (unsigned i = 0; i < node->count; i++) {
			uint64_t rows = search->columns[node->columns[i]].rows;

			twice |= once & rows;
			once |= rows;
		}
		if (node->rows & ~once)
			return false;
		single = node->rows & ~twice;
		if (single == 0)
			return true;
		for (unsigned i = 0; i < node->count; i++) {
			unsigned column = node->columns[i];

			if (search->columns[column].rows & single)
				take(search, node, column);
			else
				node->columns[kept++] = (uint8_t)column;
		}
		node->count = kept;
	}
	return true;
}

/* Is a column never needed because of one before it, or as cheap? When listing, only if it can be in no minimal cover.
 * Columns stand in the order of their weights. */
static bool dominated(struct search *search, const struct node *node, unsigned a)
{
	const struct column *column = &search->columns[a];
	uint64_t rows = column->rows & node->rows;
	uint32_t dearest = column->weight - search->listing;

	for (unsigned i = 0; i < node->count; i++) {
		const struct column *other = &search->columns[node->columns[i]];

		if (other->weight > dearest)
			break;
		search->steps++;
		if (rows & ~other->rows)
			continue;
		if (other->weight < column->weight || node->columns[i] < a || (other->rows & node->rows & ~rows) != 0)
			return true;
	}
	return false;
}

/* Drops columns that cover nothing or that another one makes needless. */
static bool drop_columns(struct search *search, struct node *node)
{
	unsigned kept = 0, count = node->count;
	uint8_t columns[COLUMNS_MAX];

	for (unsigned i = 0; i < count; i++) {
		unsigned column = node->columns[i];

		if ((search->columns[column].rows & node->rows) != 0 && !dominated(search, node, column))
			columns[kept++] = (uint8_t)column;
	}
	memcpy(node->columns, columns, kept);
	node->count = kept;
	return kept < count;
}

static void look_at_rows(struct search *search, const struct node *node)
{
	for (uint64_t rows = node->rows; rows != 0; rows &= rows - 1) {
		unsigned row = (unsigned)__builtin_ctzll(rows);

		search->all[row] = node->rows;
		search->any[row] = 0;
		search->least[row] = UINT32_MAX;
	}
	for (unsigned i = 0; i < node->count; i++) {
		const struct column *column = &search->columns[node->columns[i]];
		uint64_t covered = column->rows & node->rows;

		search->steps += word_count(covered);
		for (uint64_t rows = covered; rows != 0; rows &= rows - 1) {
			unsigned row = (unsigned)__builtin_ctzll(rows);

			search->all[row] &= covered;
			search->any[row] |= covered;
			if (column->weight < search->least[row])
				search->least[row] = column->weight;
		}
	}
}

/* Drops rows that are covered whenever another one is. */
static bool drop_rows(struct search *search, struct node *node)
{
	uint64_t before = node->rows;

	for (uint64_t rows = node->rows; rows != 0; rows &= rows - 1) {
		uint64_t row = rows & -rows;

		if (node->rows & row)
			node->rows &= ~search->all[__builtin_ctzll(rows)] | row;
	}
	return node->rows != before;
}

/* Rows that share no column, so that each costs its cheapest column at least: their weight together. */
static uint32_t least_weight(struct search *search, uint64_t rows, uint64_t *apart)
{
	uint32_t weight = 0;

	*apart = 0;
	while (rows != 0) {
		unsigned best = 0, fewest = 65;

		for (uint64_t left = rows; left != 0; left &= left - 1) {
			unsigned row = (unsigned)__builtin_ctzll(left), near = word_count(search->any[row] & rows);

			if (near < fewest) {
				best = row;
				fewest = near;
			}
		}
		search->steps += word_count(rows);
		weight += search->least[best];
		*apart |= (uint64_t)1 << best;
		rows &= ~search->any[best];
	}
	return weight;
}

/* Drops columns that no useful cover can hold: beside what the rows `apart` cost, `spare` is all that may be spent, and a
 * column covers one of them at most. */
static bool drop_dear(struct search *search, struct node *node, uint64_t apart, uint32_t spare)
{
	unsigned kept = 0, count = node->count;

	search->steps += count;
	for (unsigned i = 0; i < count; i++) {
		const struct column *column = &search->columns[node->columns[i]];
		uint64_t row = column->rows & apart;
		uint32_t paid = row != 0 ? search->least[__builtin_ctzll(row)] : 0;

		if (column->weight - paid <= spare)
			node->columns[kept++] = node->columns[i];
	}
	node->count = kept;
	return kept < count;
}

/* Simplifies until nothing gives. False when no useful cover is left here. */
static bool reduce(struct search *search, struct node *node)
{
	bool again = true;

	while (again) {
		uint64_t apart;
		uint32_t weight;

		if (!take_essential(search, node) || node->weight >= search->bound)
			return false;
		if (node->rows == 0)
			return true;
		again = drop_columns(search, node);
		look_at_rows(search, node);
		if (drop_rows(search, node) || again) {
			again = true;
			continue;
		}
		weight = node->weight + least_weight(search, node->rows, &apart);
		if (weight >= search->bound)
			return false;
		again = drop_dear(search, node, apart, search->bound - 1 - weight);
	}
	return true;
}

static void keep(struct search *search, const struct node *node)
{
	struct term *terms = arena_room(search->arena, node->weight / TERM_WEIGHT, sizeof(*terms));
	size_t count = 0;

	if (search->count == search->room) {
		struct cover *list;

		search->room = search->room != 0 ? 4 * search->room : 16;
		list = arena_array(search->arena, search->room, sizeof(*list));
		for (size_t i = 0; i < search->count; i++)
			list[i] = search->list[i];
		search->list = list;
	}
	for (unsigned word = 0; word < (COLUMNS_MAX + 63) / 64; word++) {
		for (uint64_t taken = node->taken[word]; taken != 0; taken &= taken - 1)
			terms[count++] = search->terms[word * 64 + (unsigned)__builtin_ctzll(taken)];
	}
	search->list[search->count] = (struct cover){ terms, count };
}

static void leaf(struct search *search, const struct node *node)
{
	if (!search->listing) {
		search->bound = node->weight;
		return;
	}
	if (search->count < search->wanted)
		keep(search, node);
	search->count++;
}

/* The row that the fewest columns cover. */
static uint64_t narrowest(const struct search *search, const struct node *node)
{
	uint64_t planes[8] = { 0 }, rows = node->rows;

	for (unsigned i = 0; i < node->count; i++) {
		uint64_t carry = search->columns[node->columns[i]].rows;

		for (unsigned plane = 0; carry != 0; plane++) {
			uint64_t both = planes[plane] & carry;

			planes[plane] ^= carry;
			carry = both;
		}
	}
	for (unsigned plane = 8; plane-- > 0;) {
		if (rows & ~planes[plane])
			rows &= ~planes[plane];
	}
	return rows & -rows;
}

static void forbid(struct node *node, unsigned column)
{
	unsigned kept = 0;

	for (unsigned i = 0; i < node->count; i++) {
		if (node->columns[i] != column)
			node->columns[kept++] = node->columns[i];
	}
	node->count = kept;
}

/* Of the columns that cover `row`, the one to try next: the widest; COLUMNS_MAX when none is left. */
static unsigned next_column(const struct search *search, const struct node *node, uint64_t row)
{
	unsigned best = COLUMNS_MAX, widest = 0;

	for (unsigned i = 0; i < node->count; i++) {
		uint64_t rows = search->columns[node->columns[i]].rows;

		if ((rows & row) && word_count(rows & node->rows) > widest) {
			best = node->columns[i];
			widest = word_count(rows & node->rows);
		}
	}
	return best;
}

static void branch(struct search *search, struct node *node)
{
	uint64_t row;

	if (!reduce(search, node))
		return;
	if (node->rows == 0) {
		leaf(search, node);
		return;
	}
	row = narrowest(search, node);
	search->steps += 2 * node->count;
	while (!spent(search) && !(search->listing && search->count > search->wanted)) {
		unsigned column = next_column(search, node, row);
		struct node child;

		if (column == COLUMNS_MAX)
			return;
		forbid(node, column);
		child = *node;
		take(search, &child, column);
		branch(search, &child);
	}
}

static int out_of_steps(const struct search *search, struct err *err)
{
	return err_set(err, ERR_TOO_LARGE, "no minimal form within %llu steps", (unsigned long long)search->budget);
}

static void start(struct node *node, const struct target *target, size_t columns)
{
	memset(node, 0, sizeof(*node));
	node->rows = target->ones.words[0];
	node->count = (unsigned)columns;
	for (unsigned i = 0; i < columns; i++)
		node->columns[i] = (uint8_t)i;
}

/* The search for the least weight. */
static int search_least(
	struct search *search, struct node *root, const struct target *target, struct arena *arena, struct err *err)
{
	struct cover primes;

	if (cover_primes(&primes, target, arena, err) < 0)
		return -1;
	search->terms = primes.terms;
	for (size_t i = 0; i < primes.count; i++) {
		search->columns[i].rows = word_term(primes.terms[i]) & target->ones.words[0];
		search->columns[i].weight = TERM_WEIGHT + term_literals(primes.terms[i]);
	}
	search->primes = primes.count;
	start(root, target, primes.count);
	branch(search, root);
	return 0;
}

static struct cost cost_of_weight(uint32_t weight)
{
	return (struct cost){ weight / TERM_WEIGHT, weight % TERM_WEIGHT };
}

/* Its tables stay as they are: each row and column is written before it is read. */
static void open_search(struct search *search, uint64_t budget, struct arena *arena)
{
	search->terms = NULL;
	search->primes = 0;
	search->steps = 0;
	search->budget = budget;
	search->bound = UINT32_MAX;
	search->listing = false;
	search->list = NULL;
	search->count = search->room = search->wanted = 0;
	search->arena = arena;
}

int cover_cheapest(
	struct cheapest *out, const struct target *target, uint64_t steps, struct arena *arena, struct err *err)
{
	struct search search;
	struct node root;

	open_search(&search, steps != 0 ? steps : CHEAPEST_STEPS, arena);
	if (search_least(&search, &root, target, arena, err) < 0)
		return -1;
	if (search.bound == UINT32_MAX)
		return out_of_steps(&search, err);
	*out = (struct cheapest){ cost_of_weight(search.bound), !spent(&search), search.steps };
	return 0;
}

int cover_minima(struct minima *out, const struct target *target, size_t list, uint64_t steps, struct arena *arena,
	struct err *err)
{
	struct search search;
	struct node root;

	open_search(&search, steps != 0 ? steps : COVER_STEPS, arena);
	if (search_least(&search, &root, target, arena, err) < 0)
		return -1;
	if (spent(&search))
		return out_of_steps(&search, err);
	out->cost = cost_of_weight(search.bound);
	search.bound++;
	search.listing = true;
	search.wanted = list < COVERS_LISTED_MAX ? list : COVERS_LISTED_MAX;
	start(&root, target, search.primes);
	if (search.wanted > 0)
		branch(&search, &root);
	if (spent(&search))
		return out_of_steps(&search, err);
	out->list = search.list;
	out->more = search.wanted == 0 || search.count > search.wanted;
	out->count = search.count < search.wanted ? search.count : search.wanted;
	out->steps = search.steps;
	return 0;
}
