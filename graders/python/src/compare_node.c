#include "compare_node.h"
#include <stdlib.h>
#include <string.h>
#include "sandbox/value_number.h"

/* Types of one rank can be equal; types of two ranks never are. */
static int rank(enum value_type type)
{
	static const int RANKS[] = {
		[VALUE_NONE] = 0,
		[VALUE_BOOL] = 1,
		[VALUE_INT] = 1,
		[VALUE_FLOAT] = 1,
		[VALUE_COMPLEX] = 1,
		[VALUE_STR] = 2,
		[VALUE_BYTES] = 3,
		[VALUE_LIST] = 4,
		[VALUE_TUPLE] = 5,
		[VALUE_SET] = 6,
		[VALUE_FROZENSET] = 6,
		[VALUE_DICT] = 7,
		[VALUE_RANGE] = 8,
	};
	return RANKS[type];
}

static void make_items(struct node *out, const struct value *items, size_t count, struct arena *arena)
{
	out->count = count;
	out->items = arena_array(arena, count, sizeof(*out->items));
	for (size_t i = 0; i < count; i++)
		node_make(&out->items[i], &items[i], arena);
}

void node_make(struct node *out, const struct value *value, struct arena *arena)
{
	*out = (struct node){ .value = value };
	switch (value->type) {
	case VALUE_LIST:
	case VALUE_TUPLE:
		make_items(out, value->items.items, value->items.count, arena);
		break;
	case VALUE_SET:
	case VALUE_FROZENSET:
		make_items(out, value->items.items, value->items.count, arena);
		node_sort(out->items, out->count, 1);
		break;
	case VALUE_DICT:
		make_items(out, value->dict.pairs, 2 * value->dict.count, arena);
		node_sort(out->items, value->dict.count, 2);
		break;
	case VALUE_RANGE: {
		struct value *key = arena_array(arena, 3, sizeof(*key));
		value_range_key(key, value, arena);
		make_items(out, key, 3, arena);
		break;
	}
	default:
		break;
	}
}

static int order_text(const struct value *a, const struct value *b)
{
	size_t least = a->text.bytes < b->text.bytes ? a->text.bytes : b->text.bytes;
	int order = least > 0 ? memcmp(a->text.data, b->text.data, least) : 0;
	if (order != 0)
		return order;
	return (a->text.bytes > b->text.bytes) - (a->text.bytes < b->text.bytes);
}

/* A complex as (re, im), a real number r as (r, 0). */
static int order_numbers(const struct value *a, const struct value *b)
{
	struct value x[2] = { *a, { .type = VALUE_FLOAT } };
	struct value y[2] = { *b, { .type = VALUE_FLOAT } };
	if (a->type == VALUE_COMPLEX) {
		x[0] = (struct value){ .type = VALUE_FLOAT, .real = a->complex.re };
		x[1].real = a->complex.im;
	}
	if (b->type == VALUE_COMPLEX) {
		y[0] = (struct value){ .type = VALUE_FLOAT, .real = b->complex.re };
		y[1].real = b->complex.im;
	}
	int order = value_number_order(&x[0], &y[0]);
	return order != 0 ? order : value_number_order(&x[1], &y[1]);
}

static int order_items(const struct node *a, const struct node *b)
{
	for (size_t i = 0; i < a->count && i < b->count; i++) {
		int order = node_order(&a->items[i], &b->items[i]);
		if (order != 0)
			return order;
	}
	return (a->count > b->count) - (a->count < b->count);
}

int node_order(const struct node *a, const struct node *b)
{
	int ranks = rank(a->value->type) - rank(b->value->type);
	if (ranks != 0)
		return ranks;
	switch (a->value->type) {
	case VALUE_NONE:
		return 0;
	case VALUE_BOOL:
	case VALUE_INT:
	case VALUE_FLOAT:
	case VALUE_COMPLEX:
		if (a->value->type == VALUE_COMPLEX || b->value->type == VALUE_COMPLEX)
			return order_numbers(a->value, b->value);
		return value_number_order(a->value, b->value);
	case VALUE_STR:
	case VALUE_BYTES:
		return order_text(a->value, b->value);
	default:
		return order_items(a, b);
	}
}

/* Merges [low, middle) and [middle, high) of `from` into `to`; in groups. */
static void merge(struct node *to, const struct node *from, const size_t bounds[3], size_t width)
{
	size_t left = bounds[0], right = bounds[1];
	for (size_t at = bounds[0]; at < bounds[2]; at++) {
		bool take_left = right >= bounds[2] ||
				 (left < bounds[1] && node_order(&from[left * width], &from[right * width]) <= 0);
		size_t taken = take_left ? left++ : right++;
		memcpy(&to[at * width], &from[taken * width], width * sizeof(*to));
	}
}

static bool sorted(const struct node *nodes, size_t count, size_t width)
{
	for (size_t i = 1; i < count; i++)
		if (node_order(&nodes[(i - 1) * width], &nodes[i * width]) > 0)
			return false;
	return true;
}

void node_sort(struct node *nodes, size_t count, size_t width)
{
	if (sorted(nodes, count, width))
		return;
	struct node *spare = calloc(count * width, sizeof(*spare));
	if (spare == NULL)
		abort();
	struct node *from = nodes, *to = spare;
	for (size_t run = 1; run < count; run *= 2) {
		for (size_t low = 0; low < count; low += 2 * run) {
			size_t middle = low + run < count ? low + run : count;
			size_t high = middle + run < count ? middle + run : count;
			merge(to, from, (const size_t[]){ low, middle, high }, width);
		}
		struct node *merged = to;
		to = from;
		from = merged;
	}
	if (from != nodes)
		memcpy(nodes, from, count * width * sizeof(*nodes));
	free(spare);
}
