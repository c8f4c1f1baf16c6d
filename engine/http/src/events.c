/*
 * GET /submissions/{id}/events: server-sent events.
 *
 *   event: state    id: queued | leased | graded | …    data: {"id", "state", …}
 *   event: report   id: report                          data: the same with "report"
 *
 * The stream ends after a final state. A client that comes back with
 * Last-Event-ID gets what it has not seen; after "report", 204, which tells a
 * browser to stay away. A comment goes out every 15 s, so that proxies keep the
 * connection and a client that has gone is noticed.
 *
 * A follower watches the submission from before it is first read, so no change
 * falls between. Whatever happens, it reads the submission again on the queue's
 * reader thread, and only that thread writes events.
 */
#include <stdlib.h>
#include <string.h>
#include "base/clock.h"
#include "copy.h"
#include "front_state.h"
#include "handlers.h"
#include "intake.h"
#include "problem.h"
#include "server.h"
#include "watch.h"

enum { STREAMS_MAX = 2000, BEAT_US = 15000000, EVENT_ID = 16 };

struct follower {
	struct watch watch;
	struct front *front;
	struct caller caller;
	struct stream *stream;
	struct request *request; /* until the first read */
	char last[EVENT_ID]; /* the last event that the client has; reader thread */
	bool over;
};

static void release_follower(struct watch *watch)
{
	struct follower *follower = watch->owner;

	stream_put(follower->stream);
	free(follower);
}

static void write_event(struct follower *follower, const char *event, const char *id, const json_t *data)
{
	struct buf cleanup_buf text = BUF_INIT;

	buf_printf(&text, "event: %s\nid: %s\ndata: ", event, id);
	json_print(&text, data);
	buf_addstr(&text, "\n\n");
	stream_write(follower->stream, text.data, text.len);
	snprintf(follower->last, sizeof(follower->last), "%s", id);
}

static void write_view(struct follower *follower, const struct submission_view *view)
{
	const struct display *display = catalogue_take(follower->front->catalogue);
	const char *state = job_state_name(view->state);
	json_t *json;

	if (strcmp(follower->last, state) != 0 && strcmp(follower->last, "report") != 0) {
		json = copy_json(view, display, &follower->caller, false);
		write_event(follower, "state", state, json);
		json_decref(json);
	}
	if (view->state == JOB_GRADED && strcmp(follower->last, "report") != 0) {
		json = copy_json(view, display, &follower->caller, true);
		write_event(follower, "report", "report", json);
		json_decref(json);
	}
	catalogue_put(display);
	if (job_state_final(view->state)) {
		follower->over = true;
		stream_end(follower->stream);
		hub_remove(follower->front->hub, &follower->watch);
	}
}

static void on_view(void *context, const struct submission_view *view, const struct err *err)
{
	struct follower *follower = context;

	if (err == NULL && !follower->over)
		write_view(follower, view);
	watch_put(&follower->watch);
}

static void on_watch(struct watch *watch, enum watch_event event)
{
	static const char beat[] = ": \n\n";
	struct follower *follower = watch->owner;

	switch (event) {
	case WATCH_STATE:
		watch_hold(watch);
		queue_get(follower->front->queue, TENANT, watch->submission, on_view, follower);
		break;
	case WATCH_TIME:
		stream_write(follower->stream, beat, sizeof(beat) - 1);
		break;
	case WATCH_DRAIN: /* the client comes back to whoever serves next */
		stream_end(follower->stream);
		hub_remove(follower->front->hub, watch);
		break;
	}
}

/* The reply is chosen here: there is such a submission, or not, or nothing new about it. */
static void on_first_view(void *context, const struct submission_view *view, const struct err *err)
{
	static const char preamble[] = "retry: 3000\n\n";
	struct follower *follower = context;
	struct request *request = follower->request;

	if (err != NULL || strcmp(follower->last, "report") == 0) {
		hub_remove(follower->front->hub, &follower->watch);
		if (err != NULL)
			problem_from_err(request, err);
		else
			reply_constant(request, 204, NULL, "", 0);
		stream_put(follower->stream); /* the request's share */
		watch_put(&follower->watch);
		request_release(request);
		return;
	}
	stream_write(follower->stream, preamble, sizeof(preamble) - 1);
	write_view(follower, view);
	request->watch = &follower->watch; /* our reference goes to the request */
	reply_stream(request, follower->stream);
	reply_header(request, "X-Accel-Buffering", "no");
	request_release(request);
}

void api_events(struct request *request)
{
	struct front *front = request->front;
	const char *last = request_header(request, "Last-Event-ID");
	struct follower *follower;

	if (strlen(request->id) != ID_TEXT - 1) {
		problem_simple(request, "unknown-submission");
		return;
	}
	if (atomic_load(&front->metrics.streams) >= STREAMS_MAX) {
		problem_simple(request, "too-many-streams");
		return;
	}
	follower = calloc(1, sizeof(*follower));
	if (follower == NULL)
		abort();
	follower->front = front;
	follower->caller = request->caller;
	follower->request = request;
	follower->stream = stream_new();
	snprintf(follower->last, sizeof(follower->last), "%s", last != NULL ? last : "");
	memcpy(follower->watch.submission, request->id, ID_TEXT);
	follower->watch.period_us = BEAT_US;
	follower->watch.deadline_us = clock_mono_us() + BEAT_US;
	follower->watch.notify = on_watch;
	follower->watch.release = release_follower;
	follower->watch.owner = follower;
	request_hold(request);
	hub_add(front->hub, &follower->watch);
	queue_get(front->queue, TENANT, request->id, on_first_view, follower);
}
