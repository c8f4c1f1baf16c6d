/*
 * A project: tasks, what each one comes after, and what changes when a duration does.
 *
 * The network that it makes has the tasks as vertices, in the author's order.
 */
#pragma once
#include "schedule/network.h"

struct project {
	size_t count; /* SCHEDULE_TASKS_MAX at most */
	const int64_t *days; /* in ticks */
	const size_t *const *after; /* of each task the tasks that it directly comes after */
	const size_t *after_count;
	struct network network; /* made */
};

/* From count, days, after and after_count. False where there is a circuit, as network_make(). */
bool project_make(struct project *project, size_t **circuit, size_t *length, struct arena *arena);
/* The same tasks with other durations. */
void project_with_days(struct project *out, const struct project *project, const int64_t *days, struct arena *arena);
int64_t project_duration(const struct project *project, const int64_t *days);
/* How long it takes when each task of `shortened` is as short as `least` lets it be. */
int64_t project_shortened(const struct project *project, const bool *shortened, const int64_t *least);
/* reach[i * count + j]: does task j come after task i, directly or not? */
bool *project_reach(const struct project *project, struct arena *arena);
/*
 * Tasks as the arcs of stages (PERT), as tasks that come after tasks: directly after all those that end in the stage
 * where the task begins, or in one that arcs without a name (dummies) lead to it from.
 */
struct stage_arc {
	size_t from, to;
	size_t task; /* SIZE_MAX: a dummy */
};
/* after and after_count, for `count` tasks that each have one arc. */
void project_of_stages(
	struct project *out, const struct stage_arc *arcs, size_t arc_count, size_t stages, struct arena *arena);
