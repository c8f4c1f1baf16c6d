/*
 * GET /healthz: the process answers. GET /readyz: it can take work (the store
 * answers, graders are there, it is not stopping). GET /metrics: figures.
 */
#include <inttypes.h>
#include "base/clock.h"
#include "catalogue.h"
#include "front_state.h"
#include "handlers.h"
#include "problem.h"

void api_healthz(struct request *request)
{
	static const char alive[] = "{\"alive\":true}";

	reply_constant(request, 200, "application/json", alive, sizeof(alive) - 1);
}

static struct front_graders read_graders(struct front *front)
{
	struct front_graders graders = { 0 };

	if (front->config->desk.stats != NULL)
		front->config->desk.stats(front->desk, &graders);
	return graders;
}

static void on_ready_stats(void *context, const struct queue_stats *stats, const struct err *err)
{
	struct request *request = context;
	struct front *front = request->front;
	struct front_graders graders = read_graders(front);
	bool draining = atomic_load(&front->draining);
	bool graded = front->config->desk.stats == NULL || graders.ready > 0;
	bool ready = err == NULL && graded && !draining;
	json_t cleanup_json *out = json_pack("{s:b, s:b, s:i, s:b, s:i, s:i}", "ready", ready, "store", err == NULL,
		"graders", (int)graders.ready, "draining", draining, "exercises", (int)request_display(request)->count,
		"broken_exercises", (int)request_display(request)->broken);

	reply_json(request, ready ? 200 : 503, out);
	if (!ready)
		reply_header(request, "Retry-After", "2");
	request_release(request);
}

void api_readyz(struct request *request)
{
	request_hold(request);
	queue_stats_read(request->front->queue, on_ready_stats, request);
}

static void print_figure(struct buf *out, const char *name, const char *type, const char *help, int64_t value)
{
	buf_printf(out, "# HELP %s %s\n# TYPE %s %s\n%s %" PRId64 "\n", name, help, name, type, name, value);
}

static void print_queue(struct buf *out, const struct queue_stats *stats)
{
	const struct {
		const char *state;
		uint64_t count;
	} rows[] = {
		{ "queued", stats->queued },
		{ "leased", stats->leased },
		{ "graded", stats->graded },
		{ "quarantined", stats->quarantined },
		{ "cancelled", stats->cancelled },
	};

	buf_addstr(out, "# HELP bareme_jobs Jobs by state.\n# TYPE bareme_jobs gauge\n");
	for (size_t i = 0; i < sizeof(rows) / sizeof(rows[0]); i++)
		buf_printf(out, "bareme_jobs{state=\"%s\"} %" PRIu64 "\n", rows[i].state, rows[i].count);
	print_figure(out, "bareme_oldest_queued_milliseconds", "gauge", "Age of the oldest job that waits.",
		stats->oldest_queued_ms);
	print_figure(out, "bareme_store_commits_total", "counter", "Commits made.", (int64_t)stats->commits);
	print_figure(out, "bareme_store_writes_total", "counter", "Writes made; several share a commit.",
		(int64_t)stats->writes);
}

static void on_metric_stats(void *context, const struct queue_stats *stats, const struct err *err)
{
	struct request *request = context;
	struct front_graders graders = read_graders(request->front);
	struct buf out = BUF_INIT;

	metrics_print(&out, &request->front->metrics);
	if (err == NULL)
		print_queue(&out, stats);
	print_figure(&out, "bareme_graders", "gauge", "Graders that are ready.", graders.ready);
	print_figure(&out, "bareme_grader_jobs", "gauge", "Jobs in the hands of graders.", graders.in_flight);
	print_figure(
		&out, "bareme_grader_finished_total", "counter", "Reports that came back.", (int64_t)graders.finished);
	print_figure(&out, "bareme_grader_failed_total", "counter", "Faults of ours while marking.",
		(int64_t)graders.failed);
	print_figure(
		&out, "bareme_grader_lost_total", "counter", "Graders that went away unasked.", (int64_t)graders.lost);
	print_figure(&out, "bareme_exercises", "gauge", "Exercises served.", (int64_t)request_display(request)->count);
	print_figure(&out, "bareme_exercises_broken", "gauge", "Exercises whose files do not load.",
		(int64_t)request_display(request)->broken);
	reply_take(request, 200, "text/plain; version=0.0.4; charset=utf-8", &out);
	request_release(request);
}

void api_metrics(struct request *request)
{
	request_hold(request);
	queue_stats_read(request->front->queue, on_metric_stats, request);
}
