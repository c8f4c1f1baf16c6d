/*
 * Networks of dates: vertices that may not begin before others, the earliest and latest date of each, critical paths.
 *
 * Both methods of scheduling are this one network. MPM: a vertex is a task, an arc to its successor is as long as the
 * task, and so is its tail, what goes on after its last date. PERT: a vertex is a stage, an arc is a task, tails are 0.
 *
 * Dates and durations are whole numbers of ticks: SCHEDULE_TICKS to a unit, a number that four decimals and the
 * denominators up to 10 divide. So all here is exact, and nothing overflows: durations have SCHEDULE_DAYS_MAX units at
 * most, and what students write as a date SCHEDULE_DATE_MAX.
 *
 * Use: fill in count, arcs, arc_count and tail, then network_make(). Everything takes time in vertices and arcs; only the
 * number of critical paths explodes, and critical_paths() lists no more than it is told to.
 */
#pragma once
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include "base/arena.h"

enum { SCHEDULE_TASKS_MAX = 120, SCHEDULE_DAYS_MAX = 100000, SCHEDULE_DATE_MAX = 100000000 };
#define SCHEDULE_TICKS ((int64_t)2520000)

struct network_arc {
	size_t from, to;
	int64_t days; /* not negative */
};

struct network {
	size_t count;
	const struct network_arc *arcs;
	size_t arc_count;
	const int64_t *tail; /* one for each vertex */
	/* Made: vertices in an order in which arcs go forwards; the arcs into and out of v are arcs[into[i]] for i from
	 * into_start[v] to into_start[v + 1] - 1, and so out of it. In the order of `arcs`. */
	const size_t *order;
	const size_t *into, *into_start, *out, *out_start;
};

/* False where there is a circuit; then *circuit is a list of vertices that go round, *length of them. */
bool network_make(struct network *network, size_t **circuit, size_t *length, struct arena *arena);

struct dates {
	int64_t *earliest, *latest;
	int64_t duration;
};
void network_dates(struct dates *out, const struct network *network, struct arena *arena);

/* The rule of one date, from the dates of others: the longest way into v, 0 where none leads there. With `least`, the
 * mistake: the shortest one. */
int64_t network_earliest(const struct network *network, size_t v, const int64_t *earliest, bool least);
/* The last date that keeps every vertex behind v in time, `duration` less its tail where there is none. With `most`, the
 * mistake: the largest of them. */
int64_t network_latest(const struct network *network, size_t v, const int64_t *latest, int64_t duration, bool most);
int64_t network_duration(const struct network *network, const int64_t *earliest);
/* Longest chains of arcs before each vertex, from `first` on; with `least` the shortest ones, the mistake. */
size_t *network_levels(const struct network *network, size_t first, bool least, struct arena *arena);

/* Ways from a vertex without arcs into it to one without arcs out of it, on which nothing can wait. */
struct path {
	const size_t *vertices;
	size_t count;
};
struct path_list {
	const struct path *list;
	size_t count; /* listed */
	uint64_t total; /* there are; UINT64_MAX: that many or more */
	uint64_t steps; /* taken to list them: at most (`most` + 1) times vertices and arcs */
};
/* By these dates, which need not be the right ones: of no slack, each following its predecessor at once, the last one
 * ending with `duration`. In the order of vertices; `most` are listed. */
void critical_paths(struct path_list *out, const struct network *network, const struct dates *dates, size_t most,
	struct arena *arena);
bool network_is_critical(const struct network *network, const struct dates *dates, const struct path *path);
/* Is there an arc? The longest one where there are several. */
bool network_arc(const struct network *network, size_t from, size_t to, int64_t *days);
