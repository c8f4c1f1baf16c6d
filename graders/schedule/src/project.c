#include "schedule/project.h"
#include <string.h>

static void put_arcs(struct project *project, struct arena *arena)
{
	struct network_arc *arcs;
	size_t count = 0;

	for (size_t i = 0; i < project->count; i++)
		count += project->after_count[i];
	arcs = arena_array(arena, count + 1, sizeof(*arcs));
	count = 0;
	for (size_t i = 0; i < project->count; i++) {
		for (size_t j = 0; j < project->after_count[i]; j++) {
			size_t before = project->after[i][j];

			arcs[count++] = (struct network_arc){ before, i, project->days[before] };
		}
	}
	project->network = (struct network){ project->count, arcs, count, project->days };
}

bool project_make(struct project *project, size_t **circuit, size_t *length, struct arena *arena)
{
	put_arcs(project, arena);
	return network_make(&project->network, circuit, length, arena);
}

void project_with_days(struct project *out, const struct project *project, const int64_t *days, struct arena *arena)
{
	size_t *circuit, length;

	*out = *project;
	out->days = days;
	(void)project_make(out, &circuit, &length, arena);
}

int64_t project_duration(const struct project *project, const int64_t *days)
{
	cleanup_arena struct arena *arena = arena_new(0);
	struct project other;
	struct dates dates;

	project_with_days(&other, project, days, arena);
	network_dates(&dates, &other.network, arena);
	return dates.duration;
}

int64_t project_shortened(const struct project *project, const bool *shortened, const int64_t *least)
{
	int64_t days[SCHEDULE_TASKS_MAX];

	for (size_t i = 0; i < project->count; i++)
		days[i] = shortened[i] && least[i] < project->days[i] ? least[i] : project->days[i];
	return project_duration(project, days);
}

bool *project_reach(const struct project *project, struct arena *arena)
{
	const struct network *network = &project->network;
	size_t count = project->count;
	bool *reach = arena_array(arena, count * count + 1, sizeof(*reach));

	for (size_t n = count; n-- > 0;) {
		size_t v = network->order[n];

		for (size_t i = network->out_start[v]; i < network->out_start[v + 1]; i++) {
			size_t to = network->arcs[network->out[i]].to;

			reach[v * count + to] = true;
			for (size_t j = 0; j < count; j++)
				reach[v * count + j] |= reach[to * count + j];
		}
	}
	return reach;
}

struct going_back {
	const struct stage_arc *arcs;
	size_t count;
	bool *seen; /* stages */
	size_t *stack;
};

/* Marks the stages that dummies lead from to `stage`, and itself. */
static void go_back(struct going_back *back, size_t stage, size_t stages)
{
	size_t depth = 0;

	memset(back->seen, 0, stages * sizeof(*back->seen));
	back->seen[stage] = true;
	back->stack[depth++] = stage;
	while (depth > 0) {
		size_t at = back->stack[--depth];

		for (size_t i = 0; i < back->count; i++) {
			const struct stage_arc *arc = &back->arcs[i];

			if (arc->task != SIZE_MAX || arc->to != at || back->seen[arc->from])
				continue;
			back->seen[arc->from] = true;
			back->stack[depth++] = arc->from;
		}
	}
}

void project_of_stages(
	struct project *out, const struct stage_arc *arcs, size_t arc_count, size_t stages, struct arena *arena)
{
	size_t **after = arena_array(arena, out->count + 1, sizeof(*after));
	size_t *counts = arena_array(arena, out->count + 1, sizeof(*counts));
	struct going_back back = { arcs, arc_count, arena_array(arena, stages + 1, sizeof(bool)),
		arena_array(arena, stages + 1, sizeof(size_t)) };

	for (size_t i = 0; i < arc_count; i++) {
		size_t task = arcs[i].task;

		if (task == SIZE_MAX)
			continue;
		after[task] = arena_array(arena, arc_count, sizeof(**after));
		go_back(&back, arcs[i].from, stages);
		for (size_t j = 0; j < arc_count; j++) {
			if (arcs[j].task != SIZE_MAX && back.seen[arcs[j].to])
				after[task][counts[task]++] = arcs[j].task;
		}
	}
	out->after = (const size_t *const *)after;
	out->after_count = counts;
}
