/*
 * What groups are worth: those that are as they must be, out of as many as are needed (or as there are, if more).
 *
 * A group that could only be larger counts for half, unless it is a single cell; one that others make superfluous for
 * nothing. Everything is earned by a minimal cover alone, whichever it is.
 */
#include "grid_words.h"
#include "map.h"

enum { MESSAGES_MAX = 8, CELLS_NAMED = 8 };

struct judging {
	const struct map_question *asked;
	const struct map_answer *answer;
	const struct target *target;
	struct arena *arena;
	struct groups_judgement *out;
	struct group_judgement faults[MAP_GROUPS_MAX];
	bool superfluous[MAP_GROUPS_MAX];
};

struct target map_covered(const struct map_question *asked, const struct target *target, struct arena *arena)
{
	struct target out = *target;
	struct table taken, rest;

	if (!asked->zeros)
		return out;
	taken = table_or(&target->ones, &target->any, arena);
	rest = table_not(&taken, arena);
	out.ones = rest;
	return out;
}

static void add(struct judging *judging, struct msg_text message)
{
	if (judging->out->message_count < MESSAGES_MAX)
		judging->out->messages[judging->out->message_count++] = message;
}

static const char *number(const struct judging *judging, size_t value)
{
	return arena_printf(judging->arena, "%zu", value);
}

static void say(struct judging *judging, const char *code, size_t group, uint32_t row, const char *more)
{
	const struct boolean_spec *spec = &judging->asked->shared;
	const struct map_group *own = group < judging->answer->group_count ? &judging->answer->groups[group] : NULL;
	struct msg_param params[] = {
		{ "group", own ? own->text : "" },
		{ "count", own ? number(judging, table_count(&own->cells)) : number(judging, group) },
		{ "row", spec_row(spec, row, judging->arena) },
		{ "one", judging->asked->zeros ? "0" : "1" },
		{ "zero", judging->asked->zeros ? "1" : "0" },
		{ "more", more },
		{ 0 },
	};

	add(judging, grid_say(judging->arena, code, params));
}

/* The codes of the cells that would double the group. */
static const char *doubling_cells(const struct judging *judging, const struct group_judgement *fault)
{
	unsigned variables = judging->asked->layout.variables;
	uint32_t bit = (uint32_t)1 << (variables - 1 - fault->variable), named = 0;
	struct buf cleanup_buf out = BUF_INIT;

	for (uint32_t row = 0; row < table_rows(variables); row++) {
		if (((row ^ bit) & fault->term.care) != fault->term.value)
			continue;
		if (++named > CELLS_NAMED) {
			buf_addstr(&out, " …");
			break;
		}
		buf_addstr(&out, named > 1 ? " " : "");
		for (unsigned v = 0; v < variables; v++)
			buf_addch(&out, row >> (variables - 1 - v) & 1 ? '1' : '0');
	}
	return arena_memdup(judging->arena, buf_str(&out), out.len);
}

static void say_growth(struct judging *judging, size_t group)
{
	static const char *const codes[] = {
		[MAP_RIGHT] = "group-grow-right",
		[MAP_LEFT] = "group-grow-left",
		[MAP_DOWN] = "group-grow-down",
		[MAP_UP] = "group-grow-up",
		[MAP_MIRROR] = "group-grow-mirror",
	};
	const struct group_judgement *fault = &judging->faults[group];
	enum map_way way = map_way_to_double(fault->term, fault->variable, &judging->asked->layout);

	say(judging, codes[way], group, 0, doubling_cells(judging, fault));
}

static void say_fault(struct judging *judging, size_t group)
{
	static const char *const codes[] = {
		[GROUP_EMPTY] = "group-empty",
		[GROUP_NOT_POWER] = "group-not-power",
		[GROUP_NOT_RECTANGLE] = "group-not-rectangle",
		[GROUP_HOLDS_ZERO] = "group-holds-zero",
	};
	const struct group_judgement *fault = &judging->faults[group];

	if (fault->fault == GROUP_NOT_MAXIMAL)
		say_growth(judging, group);
	else
		say(judging, codes[fault->fault], group, fault->row, "");
}

/* Is all that this group must cover in the others that are left? A group that is too small makes no good one
 * superfluous. */
static bool is_superfluous(const struct judging *judging, size_t group)
{
	struct table rest = table_new(judging->asked->layout.variables, judging->arena);
	struct table own = table_and(&judging->answer->groups[group].cells, &judging->target->ones, judging->arena);
	enum group_fault fault = judging->faults[group].fault;

	for (size_t i = 0; i < judging->answer->group_count; i++) {
		if (i != group && !judging->superfluous[i] &&
			(judging->faults[i].fault == GROUP_FINE || judging->faults[i].fault == fault))
			rest = table_or(&rest, &judging->answer->groups[i].cells, judging->arena);
	}
	return table_within(&own, &rest);
}

/* From the last one on, so that the first of two equal groups stays. */
static void find_superfluous(struct judging *judging, enum group_fault fault)
{
	for (size_t i = judging->answer->group_count; i-- > 0;) {
		if (judging->faults[i].fault != fault || !is_superfluous(judging, i))
			continue;
		judging->superfluous[i] = true;
		if (fault == GROUP_FINE)
			say(judging, "group-redundant", i, 0, "");
	}
}

static void judge_each(struct judging *judging)
{
	for (size_t i = 0; i < judging->answer->group_count; i++) {
		map_judge_group(&judging->faults[i], &judging->answer->groups[i].cells, judging->target);
		if (judging->faults[i].fault != GROUP_FINE)
			say_fault(judging, i);
	}
	find_superfluous(judging, GROUP_NOT_MAXIMAL);
	find_superfluous(judging, GROUP_FINE);
}

/* The first row that no group covers; -1. */
static int64_t uncovered(const struct judging *judging)
{
	struct table covered = table_new(judging->asked->layout.variables, judging->arena);

	for (size_t i = 0; i < judging->answer->group_count; i++)
		covered = table_or(&covered, &judging->answer->groups[i].cells, judging->arena);
	for (uint32_t row = 0; row < table_rows(judging->asked->layout.variables); row++) {
		if (table_at(&judging->target->ones, row) && !table_at(&covered, row))
			return row;
	}
	return -1;
}

/* Halves earned by the groups themselves. */
static unsigned halves(const struct judging *judging)
{
	unsigned sum = 0;

	for (size_t i = 0; i < judging->answer->group_count; i++) {
		if (judging->superfluous[i])
			continue;
		if (judging->faults[i].fault == GROUP_FINE)
			sum += 2;
		else if (judging->faults[i].fault == GROUP_NOT_MAXIMAL &&
			 table_count(&judging->answer->groups[i].cells) > 1)
			sum += 1;
	}
	return sum;
}

static struct cost cost_of(const struct judging *judging)
{
	struct cost cost = { (unsigned)judging->answer->group_count, 0 };

	for (size_t i = 0; i < judging->answer->group_count; i++)
		cost.literals += (unsigned)__builtin_popcount(judging->faults[i].term.care);
	return cost;
}

/* What is wrong with the groups together, once each of them is as it must be. */
static void judge_together(struct judging *judging, const struct cost *best)
{
	int64_t row = uncovered(judging);
	struct cost cost = cost_of(judging);
	const char *least = number(judging, best->terms);

	if (row >= 0)
		say(judging, "groups-uncovered", SIZE_MAX, (uint32_t)row, "");
	if (judging->out->message_count > 0)
		return;
	if (cost.terms > best->terms)
		say(judging, "groups-fewer", cost.terms, 0, least);
	else if (cost.literals > best->literals)
		say(judging, "groups-larger", cost.terms, 0, "");
}

static int settle(struct judging *judging, const struct cost *best, struct err *err)
{
	size_t count = judging->answer->group_count, most = count > best->terms ? count : best->terms;
	unsigned earned = halves(judging);
	struct frac *credit = &judging->out->credit, three_quarters = { 3, 4 };

	*credit = judging->out->message_count == 0 ? FRAC_ONE : FRAC_ZERO;
	if (judging->out->message_count == 0 || most == 0)
		return 0;
	if (earned > 2 * best->terms)
		earned = 2 * best->terms;
	if (frac_make(credit, earned, (int64_t)(2 * most), err))
		return -1;
	if (frac_cmp(*credit, three_quarters) > 0)
		*credit = three_quarters;
	return 0;
}

int map_judge_groups(struct groups_judgement *out, const struct map_question *asked, const struct map_answer *answer,
	const struct target *target, const struct cost *best, struct arena *arena, struct err *err)
{
	struct judging *judging = arena_alloc(arena, sizeof(*judging));

	*out = (struct groups_judgement){ .credit = FRAC_ZERO };
	out->messages = arena_array(arena, MESSAGES_MAX, sizeof(*out->messages));
	*judging = (struct judging){ .asked = asked, .answer = answer, .target = target, .arena = arena, .out = out };
	judge_each(judging);
	judge_together(judging, best);
	return settle(judging, best, err);
}
