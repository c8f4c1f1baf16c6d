/*
 * Groups, one on a line or between semicolons: the codes of their cells, or a product of variables (where zeros are
 * grouped, the sum that is 0 there). "aucun" says that there is none.
 */
#include <string.h>
#include <strings.h>
#include "formula.h"
#include "grid_words.h"
#include "map.h"

enum { GROUP_SHOWN_BYTES = 60 };

struct groups_reading {
	struct paper *paper;
	const struct map_question *asked;
	struct map_answer *out;
	bool none;
};

static enum reading slip_at(
	struct groups_reading *groups, const char *code, size_t start, size_t end, const struct msg_param *params)
{
	struct slip slip = { .message = grid_say(groups->paper->arena, code, params), .start = start, .end = end };

	return paper_slip(groups->paper, &slip, 0);
}

static bool is_blank(char c)
{
	return c == ' ' || c == '\t' || c == '\r';
}

static bool is_mark(char c)
{
	return is_blank(c) || c == ',' || c == '{' || c == '}' || c == '[' || c == ']' || c == '(' || c == ')';
}

static void trim(const char *text, size_t *start, size_t *end)
{
	while (*start < *end && is_blank(text[*start]))
		(*start)++;
	while (*end > *start && is_blank(text[*end - 1]))
		(*end)--;
}

/* Bullets, "1)", "G1 :", "Groupe 1 :". */
static void skip_label(const char *text, size_t *start, size_t *end)
{
	const char *colon = memchr(text + *start, ':', *end - *start);
	size_t at = *start;

	if (colon) {
		*start = (size_t)(colon - text) + 1;
	} else if (*end - at >= 2 && (text[at] == '-' || text[at] == '*') && is_blank(text[at + 1])) {
		*start += 2;
	} else if (*end - at >= 3 && !strncmp(text + at, "•", 3)) {
		*start += 3;
	} else {
		while (at < *end && text[at] >= '0' && text[at] <= '9')
			at++;
		if (at > *start && at < *end && text[at] == ')' && at - *start <= 2)
			*start = at + 1;
	}
	trim(text, start, end);
}

static bool says_none(const char *text, size_t start, size_t end)
{
	static const char *const words[] = { "aucun", "aucun groupe", "aucune", "none", "∅", "{}", "rien" };

	for (size_t i = 0; i < sizeof(words) / sizeof(words[0]); i++) {
		if (strlen(words[i]) == end - start && strncasecmp(text + start, words[i], end - start) == 0)
			return true;
	}
	return false;
}

/* Nothing but digits and what stands between them, and more than one digit somewhere. */
static bool is_codes(const char *text, size_t start, size_t end)
{
	size_t run = 0, longest = 0;

	for (size_t i = start; i < end; i++) {
		if (!is_mark(text[i]) && (text[i] < '0' || text[i] > '9'))
			return false;
		run = is_mark(text[i]) ? 0 : run + 1;
		longest = run > longest ? run : longest;
	}
	return longest > 1;
}

static enum reading add_group(struct groups_reading *groups, struct table cells, size_t start, size_t end)
{
	struct map_answer *out = groups->out;
	char *text;

	if (out->group_count == MAP_GROUPS_MAX)
		return slip_at(groups, "groups-too-many", start, end, NULL);
	text = arena_memdup(groups->paper->arena, groups->paper->text + start, end - start);
	out->groups[out->group_count++] = (struct map_group){ grid_shown(groups->paper->arena, text), cells };
	return READING_OK;
}

static enum reading read_codes(struct groups_reading *groups, size_t start, size_t end)
{
	unsigned variables = groups->asked->shared.vocabulary.count;
	struct table cells = table_new(variables, groups->paper->arena);
	const char *text = groups->paper->text;

	for (size_t at = start; at < end;) {
		size_t from = at;
		uint32_t row = 0;
		bool digits = true;

		if (is_mark(text[at])) {
			at++;
			continue;
		}
		for (; at < end && !is_mark(text[at]); at++) {
			digits &= text[at] == '0' || text[at] == '1';
			row = row << 1 | (text[at] == '1');
		}
		if (!digits || at - from != variables)
			return slip_at(groups, "group-code", from, at,
				(struct msg_param[]){
					{ "code", grid_shown(groups->paper->arena,
							  arena_memdup(groups->paper->arena, text + from, at - from)) },
					{ "count", arena_printf(groups->paper->arena, "%u", variables) }, { 0 } });
		table_set(&cells, row, true);
	}
	return add_group(groups, cells, start, end);
}

static bool is_literal(const struct expr *expr)
{
	return expr->op == EXPR_VARIABLE || (expr->op == EXPR_NOT && expr->operands[0]->op == EXPR_VARIABLE);
}

static bool is_term(const struct expr *expr, enum expr_op op)
{
	if (is_literal(expr) || expr->op == EXPR_CONSTANT)
		return true;
	for (size_t i = 0; i < expr->count; i++) {
		if (!is_literal(expr->operands[i]))
			return false;
	}
	return expr->op == op;
}

static bool holds_one(const struct map_question *asked, const struct table *cells, struct arena *arena)
{
	struct table ones = table_and(cells, &asked->shared.target.ones, arena);

	return table_count(&ones) > 0;
}

static enum reading read_term(struct groups_reading *groups, size_t start, size_t end)
{
	const struct map_question *asked = groups->asked;
	struct arena *arena = groups->paper->arena;
	const struct expr *expr;
	struct table cells;

	if (paper_formula(groups->paper, &asked->shared, start, end - start, &expr) == READING_UNREADABLE)
		return READING_UNREADABLE;
	expr = expr_flat(expr, arena);
	bool product = is_term(expr, EXPR_AND), sum = is_term(expr, EXPR_OR);
	if (!product && !(sum && asked->zeros))
		return slip_at(groups, asked->zeros ? "group-no-sum" : "group-no-term", start, end, NULL);
	cells = table_of(expr, asked->shared.vocabulary.count, arena);
	/* The sum that is a factor of the result is 0 in its group. A letter alone is a product as well: what fits is meant. */
	if (asked->zeros && sum && !(product && !holds_one(asked, &cells, arena)))
		cells = table_not(&cells, arena);
	return add_group(groups, cells, start, end);
}

/* One group; of terms several, between commas. */
static enum reading read_piece(struct groups_reading *groups, size_t start, size_t end)
{
	const char *text = groups->paper->text;
	enum reading reading = READING_OK;

	trim(text, &start, &end);
	skip_label(text, &start, &end);
	if (start == end)
		return READING_OK;
	if (says_none(text, start, end)) {
		groups->none = true;
		return READING_OK;
	}
	if (is_codes(text, start, end))
		return read_codes(groups, start, end);
	while (start < end && reading == READING_OK) {
		const char *comma = memchr(text + start, ',', end - start);
		size_t first = start, last = comma ? (size_t)(comma - text) : end;

		start = last + 1;
		trim(text, &first, &last);
		if (first < last)
			reading = read_term(groups, first, last);
	}
	return reading;
}

enum reading map_read_groups(
	struct map_answer *out, struct paper *paper, const struct map_question *asked, size_t start, size_t end)
{
	struct groups_reading groups = { paper, asked, out, false };
	enum reading reading = READING_OK;

	out->groups = arena_array(paper->arena, MAP_GROUPS_MAX, sizeof(*out->groups));
	while (start < end && reading == READING_OK) {
		size_t stop = start;

		while (stop < end && paper->text[stop] != '\n' && paper->text[stop] != ';')
			stop++;
		reading = read_piece(&groups, start, stop);
		start = stop + 1;
	}
	if (reading != READING_OK)
		return reading;
	return out->group_count > 0 || groups.none ? READING_OK : READING_BLANK;
}
