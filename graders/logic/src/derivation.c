/* Steps of a derivation, each from the line before. */
#include "logic/derivation.h"

static bool is_allowed(const struct derivation_task *task, enum law law)
{
	return task->allowed == 0 || law == LAW_SAME || (law != LAW_UNKNOWN && (task->allowed >> law & 1) != 0);
}

static bool explains(const struct derivation_task *task, enum law law, const struct expr *a, const struct expr *b,
	struct arena *arena)
{
	return law != LAW_UNKNOWN && law_explains(law, a, b, task->variables, task->budget, arena);
}

/* One of several that are named, the first; UNKNOWN when not even all together lead there, or one may not be used. */
static enum law named_among(const struct derivation_task *task, const struct derivation_line *line,
	const struct expr *before, struct arena *arena)
{
	enum law first = LAW_UNKNOWN;
	bool allowed = true;

	for (unsigned law = LAWS; law-- > LAW_SAME;) {
		if ((line->laws >> law & 1) == 0)
			continue;
		if (explains(task, law, before, line->expr, arena))
			return law;
		first = law;
		allowed = allowed && is_allowed(task, law);
	}
	return allowed && laws_explain(line->laws, before, line->expr, task->budget) ? first : LAW_UNKNOWN;
}

/* The law of a right step: the one that is named if it leads there, else the most elementary, an allowed one first. */
static void name_law(struct derivation_step *step, const struct derivation_task *task,
	const struct derivation_line *line, const struct expr *before, struct arena *arena)
{
	enum law named = LAW_UNKNOWN;

	if (explains(task, line->named, before, line->expr, arena))
		named = line->named;
	else if (explains(task, line->other, before, line->expr, arena))
		named = line->other;
	else if (line->laws != 0)
		named = named_among(task, line, before, arena);
	if (named == LAW_UNKNOWN && line->stated && is_allowed(task, line->named) &&
		laws_explain(1U << line->named | 1U << LAW_DISTRIBUTIVITY, before, line->expr, task->budget))
		named = line->named;
	step->law =
		named != LAW_UNKNOWN ? named : law_between(before, line->expr, task->variables, task->budget, arena);
	for (unsigned law = LAW_SAME; law < LAWS && !is_allowed(task, step->law) && named == LAW_UNKNOWN; law++) {
		if (is_allowed(task, law) && explains(task, law, before, line->expr, arena))
			step->law = law;
	}
	if (line->named != LAW_UNKNOWN && named == LAW_UNKNOWN)
		step->fault = STEP_OTHER_LAW;
	else if (step->law == LAW_UNKNOWN)
		step->fault = STEP_UNRECOGNISED;
	else
		step->fault = is_allowed(task, step->law) ? STEP_RIGHT : STEP_LAW_FORBIDDEN;
}

void derivation_judge(struct derivation *out, const struct derivation_task *task, const struct derivation_line *lines,
	size_t count, struct arena *arena)
{
	struct derivation_step *steps = arena_array(arena, count, sizeof(*steps));
	struct table start = table_of(task->from, task->variables, arena), before = start;
	const struct expr *last = task->from;

	*out = (struct derivation){ .steps = steps, .count = count, .first_wrong = count };
	for (size_t i = 0; i < count; i++) {
		struct table after = table_of(lines[i].expr, task->variables, arena);
		int64_t row = table_difference(&before, &after, task->care);
		struct derivation_step *step = &steps[i];

		step->astray = table_difference(&start, &after, task->care) >= 0;
		step->repeats = expr_same(last, lines[i].expr);
		if (row < 0) {
			name_law(step, task, &lines[i], last, arena);
		} else {
			step->fault = STEP_WRONG;
			step->row = (uint32_t)row;
			step->before = table_at(&before, step->row);
			step->after = table_at(&after, step->row);
			neighbour_find(&step->slip, lines[i].expr,
				&(struct neighbour_wish){ .wanted = &before,
					.care = task->care,
					.implications = task->from != NULL && expr_implies(task->from) },
				arena);
			out->first_wrong = out->wrong == 0 ? i : out->first_wrong;
			out->wrong++;
		}
		before = after;
		last = lines[i].expr;
	}
	out->equal = table_difference(&start, &before, task->care) < 0;
	out->arrives = task->to == NULL || expr_alike(task->to, last, arena);
}
