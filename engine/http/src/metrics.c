#include "metrics.h"
#include "route.h"

static const char *const classes[METRIC_CLASSES] = { "none", "1xx", "2xx", "3xx", "4xx", "5xx" };

void metrics_count(struct metrics *metrics, int route_index, int status, int64_t took_us)
{
	int class = status / 100;

	if (route_index < 0 || route_index >= METRIC_ROUTES)
		route_index = METRIC_ROUTES - 1;
	if (class < 0 || class >= METRIC_CLASSES)
		class = 0;
	atomic_fetch_add(&metrics->requests[route_index][class], 1);
	atomic_fetch_add(&metrics->micros[route_index], took_us > 0 ? (uint64_t)took_us : 0);
}

static void print_route(struct buf *out, struct metrics *metrics, size_t index, const char *method, const char *path)
{
	for (int class = 0; class < METRIC_CLASSES; class ++) {
		unsigned long long count = atomic_load(&metrics->requests[index][class]);

		if (count > 0)
			buf_printf(out, "bareme_http_requests_total{method=\"%s\",route=\"%s\",code=\"%s\"} %llu\n",
				method, path, classes[class], count);
	}
}

static void print_gauge(struct buf *out, const char *name, const char *help, unsigned long long value)
{
	buf_printf(out, "# HELP %s %s\n# TYPE %s gauge\n%s %llu\n", name, help, name, name, value);
}

void metrics_print(struct buf *out, struct metrics *metrics)
{
	buf_addstr(out, "# HELP bareme_http_requests_total Requests answered, by route and class of status.\n"
			"# TYPE bareme_http_requests_total counter\n");
	for (size_t i = 0; i < route_count; i++)
		print_route(out, metrics, i, routes[i].method, routes[i].path);
	print_route(out, metrics, METRIC_ROUTES - 1, "", "none");
	buf_addstr(out, "# HELP bareme_http_seconds_total Time from headers to the end of the reply, waits included.\n"
			"# TYPE bareme_http_seconds_total counter\n");
	for (size_t i = 0; i < route_count; i++)
		buf_printf(out, "bareme_http_seconds_total{method=\"%s\",route=\"%s\"} %.6f\n", routes[i].method,
			routes[i].path, (double)atomic_load(&metrics->micros[i]) / 1e6);
	print_gauge(out, "bareme_http_connections", "Open connections.", atomic_load(&metrics->connections));
	print_gauge(out, "bareme_http_waiting", "Requests that wait for their report.", atomic_load(&metrics->waiting));
	print_gauge(out, "bareme_http_streams", "Open event streams.", atomic_load(&metrics->streams));
	print_gauge(
		out, "bareme_http_body_bytes", "Bytes reserved for request bodies.", atomic_load(&metrics->body_bytes));
	buf_printf(out,
		"# HELP bareme_http_slow_closed_total Connections cut because they dawdled.\n"
		"# TYPE bareme_http_slow_closed_total counter\nbareme_http_slow_closed_total %llu\n",
		(unsigned long long)atomic_load(&metrics->slow_closed));
}
