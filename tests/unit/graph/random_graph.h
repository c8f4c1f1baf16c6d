/* Graphs drawn for the tests. */
#pragma once
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <setjmp.h>
#include <cmocka.h>
#include "base/draw.h"
#include "graph/algorithms.h"

struct shape {
	size_t count; /* vertices */
	unsigned percent; /* of the arcs that there may be */
	bool directed, acyclic, loops, weighted;
	int64_t least; /* weight, in whole units, up to least + 9 */
};
const struct graph *random_graph(struct draw *draw, const struct shape *shape, struct arena *arena);
