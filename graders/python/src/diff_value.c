#include "diff.h"
#include <stdlib.h>
#include <string.h>
#include "compare_node.h"
#include "diff_rows.h"

struct values {
	const struct value *expected, *got; /* items, or pairs */
	bool dict;
	size_t row_bytes;
};

static void print_value(void *context, struct buf *out, const struct edit *edit)
{
	const struct values *v = context;
	const struct value *items = edit->op == '+' ? v->got : v->expected;
	if (!v->dict) {
		value_repr(out, &items[edit->index], v->row_bytes);
		return;
	}
	value_repr(out, &items[2 * edit->index], v->row_bytes / 2);
	buf_addstr(out, ": ");
	value_repr(out, &items[2 * edit->index + 1], v->row_bytes - v->row_bytes / 2 - 3);
}

static void *need(void *memory)
{
	if (memory == NULL)
		abort();
	return memory;
}

static size_t least(size_t a, size_t b)
{
	return a < b ? a : b;
}

static struct node *make_nodes(const struct value *items, size_t count, struct arena *scratch)
{
	struct node *nodes = arena_array(scratch, count, sizeof(*nodes));
	for (size_t i = 0; i < count; i++)
		node_make(&nodes[i], &items[i], scratch);
	return nodes;
}

/* Equal elements get equal numbers: both sides sorted, then read side by side. */
static void number_items(uint32_t *ids[2], const struct value *items[2], const size_t counts[2], struct arena *scratch)
{
	struct node *nodes[2];
	size_t at[2] = { 0, 0 };
	uint32_t id = 0;
	for (int s = 0; s < 2; s++) {
		ids[s] = arena_array(scratch, counts[s], sizeof(*ids[s]));
		nodes[s] = make_nodes(items[s], counts[s], scratch);
		node_sort(nodes[s], counts[s], 1);
	}
	while (at[0] < counts[0] || at[1] < counts[1]) {
		bool left = at[1] >= counts[1] ||
			    (at[0] < counts[0] && node_order(&nodes[0][at[0]], &nodes[1][at[1]]) <= 0);
		const struct node *lowest = left ? &nodes[0][at[0]] : &nodes[1][at[1]];
		id++;
		for (int s = 0; s < 2; s++)
			for (; at[s] < counts[s] && node_order(&nodes[s][at[s]], lowest) == 0; at[s]++)
				ids[s][nodes[s][at[s]].value - items[s]] = id;
	}
}

static void sequence_script(
	struct script *out, const struct value *expected, const struct value *got, struct arena *scratch)
{
	uint32_t *ids[2];
	const struct value *items[2] = { expected->items.items, got->items.items };
	size_t counts[2] = { least(expected->items.count, DIFF_MOST_ITEMS), least(got->items.count, DIFF_MOST_ITEMS) };
	number_items(ids, items, counts, scratch);
	diff_align(out, (struct sequence){ ids[0], counts[0] }, (struct sequence){ ids[1], counts[1] });
}

/* Sets, sorted: no alignment is needed, a merge tells. */
static void set_script(struct script *out, const struct value *expected, const struct value *got, struct arena *scratch)
{
	struct node e, g;
	size_t i = 0, j = 0;
	node_make(&e, expected, scratch);
	node_make(&g, got, scratch);
	*out = (struct script){ .edits = need(calloc(e.count + g.count + 1, sizeof(*out->edits))) };
	while (i < e.count || j < g.count) {
		int order = i >= e.count ? 1 : j >= g.count ? -1 : node_order(&e.items[i], &g.items[j]);
		const struct value *item = order <= 0 ? e.items[i].value : g.items[j].value;
		size_t index = (size_t)(item - (order <= 0 ? expected : got)->items.items);
		out->edits[out->count++] = (struct edit){ order == 0 ? ' ' : order < 0 ? '-' : '+', index };
		i += order <= 0;
		j += order >= 0;
	}
}

/* In the expected order: each key, what it should have and what it has; then the keys in excess. */
static void dict_script(
	struct script *out, const struct value *expected, const struct value *got, struct arena *scratch)
{
	struct node e, g;
	size_t i = 0, j = 0;
	const size_t none = SIZE_MAX;
	size_t *partner = arena_array(scratch, expected->dict.count, sizeof(*partner));
	bool *same = arena_array(scratch, expected->dict.count, sizeof(*same));
	bool *taken = arena_array(scratch, got->dict.count, sizeof(*taken));
	node_make(&e, expected, scratch);
	node_make(&g, got, scratch);
	while (i < e.count) {
		size_t mine = (size_t)(e.items[i].value - expected->dict.pairs) / 2;
		int order = j >= g.count ? -1 : node_order(&e.items[i], &g.items[j]);
		size_t theirs = j >= g.count ? none : (size_t)(g.items[j].value - got->dict.pairs) / 2;
		if (order <= 0)
			partner[mine] = order == 0 ? theirs : none;
		if (order == 0) {
			same[mine] = node_order(&e.items[i + 1], &g.items[j + 1]) == 0;
			taken[theirs] = true;
		}
		i += order <= 0 ? 2 : 0;
		j += order >= 0 ? 2 : 0;
	}
	*out = (struct script){ .edits =
					need(calloc(expected->dict.count + got->dict.count + 1, sizeof(*out->edits))) };
	for (i = 0; i < expected->dict.count; i++) {
		out->edits[out->count++] = (struct edit){ same[i] ? ' ' : '-', i };
		if (!same[i] && partner[i] != none)
			out->edits[out->count++] = (struct edit){ '+', partner[i] };
	}
	for (j = 0; j < got->dict.count; j++)
		if (!taken[j])
			out->edits[out->count++] = (struct edit){ '+', j };
}

static bool is_sequence(const struct value *value)
{
	return value->type == VALUE_LIST || value->type == VALUE_TUPLE;
}

static bool is_set(const struct value *value)
{
	return value->type == VALUE_SET || value->type == VALUE_FROZENSET;
}

static bool has_lines(const struct value *value)
{
	return value->text.bytes > 0 && memchr(value->text.data, '\n', value->text.bytes) != NULL;
}

static json_t *diff_str(const struct value *expected, const struct value *got, const struct diff_options *options)
{
	struct diff_options exact = options != NULL ? *options : (struct diff_options){ 0 };
	exact.exact = true;
	if (!has_lines(expected) && !has_lines(got))
		return NULL;
	return diff_text((struct text){ expected->text.data, expected->text.bytes },
		(struct text){ got->text.data, got->text.bytes }, &exact);
}

json_t *diff_values(const struct value *expected, const struct value *got, const struct diff_options *options)
{
	cleanup_arena struct arena *scratch = arena_new(0);
	struct script script;
	bool cut = false;
	struct values v = {
		.expected = expected->items.items,
		.got = got->items.items,
		.dict = expected->type == VALUE_DICT,
		.row_bytes = diff_row_bytes(options),
	};
	if (expected->type == VALUE_STR && got->type == VALUE_STR)
		return diff_str(expected, got, options);
	if (is_sequence(expected) && is_sequence(got)) {
		sequence_script(&script, expected, got, scratch);
		cut = expected->items.count > DIFF_MOST_ITEMS || got->items.count > DIFF_MOST_ITEMS;
	} else if (is_set(expected) && is_set(got)) {
		set_script(&script, expected, got, scratch);
	} else if (expected->type == VALUE_DICT && got->type == VALUE_DICT) {
		v.expected = expected->dict.pairs;
		v.got = got->dict.pairs;
		dict_script(&script, expected, got, scratch);
	} else {
		return NULL;
	}
	struct row_source source = { print_value, &v, cut };
	json_t *rows = diff_rows(&script, &source, options);
	free(script.edits);
	return rows;
}
