/* Counters of the HTTP side, for Prometheus. */
#pragma once
#include <stdatomic.h>
#include <stdint.h>
#include "base/buf.h"

enum { METRIC_ROUTES = 32, METRIC_CLASSES = 6 };

struct metrics {
	/* By the route's place in the table (the last row: no route) and the hundreds of the status. */
	atomic_uint_fast64_t requests[METRIC_ROUTES][METRIC_CLASSES];
	atomic_uint_fast64_t micros[METRIC_ROUTES];
	atomic_uint_fast64_t connections, waiting, streams; /* now */
	atomic_uint_fast64_t body_bytes; /* reserved now */
	atomic_uint_fast64_t slow_closed; /* connections cut because they dawdled */
};

void metrics_count(struct metrics *metrics, int route_index, int status, int64_t took_us);
/* The text format 0.0.4. */
void metrics_print(struct buf *out, struct metrics *metrics);
