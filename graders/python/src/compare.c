/*
 * Both values are made ready (compare_node.h) and walked side by side until the
 * first difference, which is reported with the path that led to it. What may
 * stand in any order is matched first (compare_match.h).
 */
#include "compare.h"
#include <math.h>
#include <string.h>
#include "compare_match.h"
#include "compare_node.h"
#include "sandbox/value_number.h"

enum { PATH_MAX_BYTES = 200, KEY_MAX_BYTES = 40, PATH_STEPS = VALUE_MAX_DEPTH + 1 };

struct step {
	const struct node *key;
	size_t index;
}; /* key NULL: an index */

struct walk {
	struct compare_rule rule;
	struct compare_result *result;
	struct arena *arena;
	struct step steps[PATH_STEPS];
	int depth;
	bool silent; /* trying whether two match: nothing is reported */
};

static bool match(struct walk *w, const struct node *expected, const struct node *got);

static const char *const MODES[] = {
	[COMPARE_EQUAL] = "equal",
	[COMPARE_STRICT] = "strict",
	[COMPARE_APPROX] = "approx",
	[COMPARE_UNORDERED] = "unordered",
	[COMPARE_SET] = "set",
};

const char *compare_mode_name(enum compare_mode mode)
{
	return MODES[mode];
}

int compare_mode_parse(const char *name)
{
	for (int i = 0; i < (int)(sizeof(MODES) / sizeof(MODES[0])); i++)
		if (strcmp(name, MODES[i]) == 0)
			return i;
	return -1;
}

static const char *path(const struct walk *w)
{
	cleanup_buf struct buf text = BUF_INIT;
	for (int i = 0; i < w->depth; i++) {
		if (text.len > PATH_MAX_BYTES) {
			buf_addstr(&text, "…");
			break;
		}
		buf_addch(&text, '[');
		if (w->steps[i].key != NULL)
			value_repr(&text, w->steps[i].key->value, KEY_MAX_BYTES);
		else
			buf_printf(&text, "%zu", w->steps[i].index);
		buf_addch(&text, ']');
	}
	return arena_strdup(w->arena, buf_str(&text));
}

/* The first difference. Always false, so that a walk ends with `return differ(...)`. */
static bool differ(struct walk *w, enum compare_why why, const struct node *expected, const struct node *got)
{
	if (w->silent)
		return false;
	w->result->why = why;
	w->result->expected = expected != NULL ? expected->value : NULL;
	w->result->got = got != NULL ? got->value : NULL;
	w->result->path = path(w);
	return false;
}

static bool count_differ(struct walk *w, const struct node *expected, const struct node *got)
{
	size_t each = expected->value->type == VALUE_DICT ? 2 : 1;
	w->result->expected_count = expected->count / each;
	w->result->got_count = got->count / each;
	return false;
}

/* Two equal things: is their type the same too? */
static bool same_type(struct walk *w, const struct node *expected, const struct node *got)
{
	if (expected->value->type == got->value->type)
		return true;
	if (w->rule.mode == COMPARE_STRICT)
		return differ(w, COMPARE_TYPE, expected, got);
	if (!w->silent && w->result->type_path == NULL) {
		w->result->type_path = path(w);
		w->result->expected_type = value_type_name(expected->value);
		w->result->got_type = value_type_name(got->value);
	}
	return true;
}

static bool tolerant(const struct walk *w)
{
	return w->rule.mode != COMPARE_STRICT && (w->rule.absolute > 0 || w->rule.relative > 0);
}

static bool is_number(const struct node *node)
{
	return value_is_number(node->value) || node->value->type == VALUE_COMPLEX;
}

/* The real or imaginary part of any number, ints as they are. */
static struct value part(const struct value *value, bool imaginary)
{
	struct value out = { .type = VALUE_FLOAT };
	if (value->type == VALUE_COMPLEX)
		out.real = imaginary ? value->complex.im : value->complex.re;
	else if (!imaginary)
		out = *value;
	return out;
}

static double modulus(const struct value *value)
{
	int64_t integer;
	if (value->type == VALUE_COMPLEX)
		return hypot(value->complex.re, value->complex.im);
	if (value->type == VALUE_FLOAT)
		return fabs(value->real);
	if (value->type == VALUE_BOOL)
		return value->boolean;
	return value_to_int64(value, &integer) ? fabs((double)integer) : 0;
}

static bool close_numbers(const struct walk *w, const struct value *expected, const struct value *got)
{
	const struct compare_rule *rule = &w->rule;
	if (expected->type != VALUE_COMPLEX && got->type != VALUE_COMPLEX)
		return value_number_close(expected, got, rule->absolute, rule->relative);
	double size = modulus(expected);
	double tolerance = isfinite(size) ? fmax(rule->absolute, rule->relative * size) : rule->absolute;
	struct value re[2] = { part(expected, false), part(got, false) };
	struct value im[2] = { part(expected, true), part(got, true) };
	return value_number_close(&re[0], &re[1], tolerance, 0) && value_number_close(&im[0], &im[1], tolerance, 0);
}

static bool match_numbers(struct walk *w, const struct node *expected, const struct node *got)
{
	bool equal = node_order(expected, got) == 0;
	if (!equal && tolerant(w))
		equal = close_numbers(w, expected->value, got->value);
	if (!equal)
		return differ(w, COMPARE_VALUE, expected, got);
	return same_type(w, expected, got);
}

static bool close_members(void *context, const struct node *expected, const struct node *got)
{
	struct walk *w = context;
	bool silent = w->silent;
	w->silent = true;
	bool matched = match(w, expected, got);
	w->silent = silent;
	return matched;
}

static bool pair_members(void *context, const struct node *expected, const struct node *got)
{
	return match(context, expected, got);
}

static bool members_match(struct walk *w, struct members expected, struct members got, bool distinct)
{
	struct matching m = {
		.close = tolerant(w) ? close_members : NULL,
		.pair = pair_members,
		.context = w,
		.distinct = distinct,
		.plain = w->silent,
	};
	match_members(&m, expected, got);
	if (m.equal)
		return true;
	if (m.missing == NULL && m.extra == NULL)
		return false; /* a pair was refused, and has been reported */
	w->result->expected_count = expected.count;
	w->result->got_count = got.count;
	return differ(w, COMPARE_MEMBERS, m.missing, m.extra);
}

static bool match_sets(struct walk *w, const struct node *expected, const struct node *got)
{
	struct members e = { expected->items, expected->count }, g = { got->items, got->count };
	return members_match(w, e, g, false) && same_type(w, expected, got);
}

static bool step_into(struct walk *w, const struct step *step, const struct node *expected, const struct node *got)
{
	if (w->depth >= PATH_STEPS) /* never with decoded values */
		return differ(w, COMPARE_VALUE, expected, got);
	w->steps[w->depth++] = *step;
	bool matched = match(w, expected, got);
	w->depth--;
	return matched;
}

static bool match_sequences(struct walk *w, const struct node *expected, const struct node *got)
{
	size_t i = 0;
	if (expected->count != got->count) {
		if (w->silent)
			return false;
		while (i < expected->count && i < got->count && close_members(w, &expected->items[i], &got->items[i]))
			i++;
		w->result->index = i;
		count_differ(w, expected, got);
		return differ(w, COMPARE_LENGTH, expected, got);
	}
	for (; i < expected->count; i++)
		if (!step_into(w, &(struct step){ .index = i }, &expected->items[i], &got->items[i]))
			return false;
	return true;
}

static bool match_dicts(struct walk *w, const struct node *expected, const struct node *got)
{
	const struct node *missing = NULL, *extra = NULL;
	size_t i = 0, j = 0;
	while ((i < expected->count || j < got->count) && (missing == NULL || extra == NULL)) {
		int order = i >= expected->count ? 1
			    : j >= got->count    ? -1
						 : node_order(&expected->items[i], &got->items[j]);
		if (order < 0 && missing == NULL)
			missing = &expected->items[i];
		if (order > 0 && extra == NULL)
			extra = &got->items[j];
		i += order <= 0 ? 2 : 0;
		j += order >= 0 ? 2 : 0;
	}
	if (missing != NULL || extra != NULL) {
		count_differ(w, expected, got);
		return differ(w, COMPARE_KEYS, missing, extra);
	}
	for (i = 0; i < expected->count; i += 2) {
		if (!match(w, &expected->items[i], &got->items[i]))
			return false; /* under STRICT a key may be of another type */
		if (!step_into(w, &(struct step){ .key = &expected->items[i] }, &expected->items[i + 1],
			    &got->items[i + 1]))
			return false;
	}
	return true;
}

static bool is_set(const struct node *node)
{
	return node->value->type == VALUE_SET || node->value->type == VALUE_FROZENSET;
}

static bool is_sequence(const struct node *node)
{
	return node->value->type == VALUE_LIST || node->value->type == VALUE_TUPLE;
}

static bool match(struct walk *w, const struct node *expected, const struct node *got)
{
	if (is_number(expected) && is_number(got))
		return match_numbers(w, expected, got);
	if (is_set(expected) && is_set(got))
		return match_sets(w, expected, got);
	if (expected->value->type != got->value->type)
		return differ(w, COMPARE_TYPE, expected, got);
	if (is_sequence(expected))
		return match_sequences(w, expected, got);
	if (expected->value->type == VALUE_DICT)
		return match_dicts(w, expected, got);
	return node_order(expected, got) == 0 || differ(w, COMPARE_VALUE, expected, got);
}

/* The elements of a node, sorted, in memory of their own; each once when `distinct`. */
static struct members sorted_members(const struct node *node, bool distinct, struct arena *scratch)
{
	struct node *nodes = arena_array(scratch, node->count, sizeof(*nodes));
	struct members members = { nodes, 0 };
	if (node->count > 0)
		memcpy(nodes, node->items, node->count * sizeof(*nodes));
	node_sort(nodes, node->count, 1);
	for (size_t i = 0; i < node->count; i++)
		if (!distinct || members.count == 0 || node_order(&nodes[members.count - 1], &nodes[i]) != 0)
			nodes[members.count++] = nodes[i];
	return members;
}

static bool same_members(const struct node *a, const struct node *b, struct arena *scratch)
{
	struct members x = sorted_members(a, false, scratch), y = sorted_members(b, false, scratch);
	if (x.count != y.count)
		return false;
	for (size_t i = 0; i < x.count; i++)
		if (node_order(&x.nodes[i], &y.nodes[i]) != 0)
			return false;
	return true;
}

static int order_of_items(const struct node *a, const struct node *b)
{
	int order = 0;
	for (size_t i = 0; i < a->count && i < b->count && order == 0; i++)
		order = node_order(&a->items[i], &b->items[i]);
	return order;
}

static bool collection(const struct node *node)
{
	return is_set(node) || is_sequence(node);
}

static bool match_top(struct walk *w, const struct node *expected, const struct node *got, struct arena *scratch)
{
	bool set = w->rule.mode == COMPARE_SET && collection(expected) && collection(got);
	bool bag =
		w->rule.mode == COMPARE_UNORDERED && is_sequence(expected) && expected->value->type == got->value->type;
	if (!set && !bag)
		return match(w, expected, got);
	return members_match(w, sorted_members(expected, set, scratch), sorted_members(got, set, scratch), set);
}

/* What may be said of two top-level values that are not equal. */
static void remark(
	struct compare_result *out, const struct node *expected, const struct node *got, struct arena *scratch)
{
	bool ordered = is_sequence(expected) && is_sequence(got);
	bool same_type = expected->value->type == got->value->type;
	if (!collection(expected) || !collection(got) || expected->count != got->count)
		return;
	if (ordered && same_type)
		out->same_elements = same_members(expected, got, scratch);
	else if (ordered)
		out->same_content = out->path[0] == '\0' && order_of_items(expected, got) == 0;
	else if (!same_type && out->path[0] == '\0')
		out->same_content = same_members(expected, got, scratch);
}

void compare_values(struct compare_result *out, const struct compare_rule *rule, const struct value *expected,
	const struct value *got, struct arena *arena)
{
	cleanup_arena struct arena *scratch = arena_new(0);
	struct walk w = { .rule = *rule, .result = out, .arena = arena };
	struct node e, g;
	*out = (struct compare_result){ .path = "" };
	node_make(&e, expected, scratch);
	node_make(&g, got, scratch);
	out->equal = match_top(&w, &e, &g, scratch);
	if (!out->equal)
		remark(out, &e, &g, scratch);
}
