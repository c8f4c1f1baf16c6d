/*
 * POST /submissions/{id}/retry: from quarantine back to the queue, its counts at zero.
 * POST /submissions/{id}/cancel: it will have no mark; what a grader says of it later is refused. Twice is allowed.
 *
 * 200 once it is durable, with the state that was written (it may be another a moment later).
 */
#include <string.h>
#include "front_state.h"
#include "handlers.h"
#include "problem.h"

struct operation {
	struct request *request;
	enum job_state state; /* what it comes to */
};

static void on_done(void *context, const struct err *err)
{
	struct operation *operation = context;
	struct request *request = operation->request;
	json_t cleanup_json *json = NULL;

	if (err != NULL && err->kind == ERR_CONFLICT) {
		problem_reply(request, &(struct refusal){ .code = "wrong-state", .reason = err->text });
	} else if (err != NULL) {
		problem_from_err(request, err);
	} else {
		json = json_pack("{s:s, s:s}", "id", request->id, "state", job_state_name(operation->state));
		reply_json(request, 200, json);
	}
	request_release(request);
}

static void operate(struct request *request, enum job_state state,
	void (*call)(struct queue *queue, const char *submission, queue_done *done, void *context))
{
	struct operation *operation = arena_alloc(request->arena, sizeof(*operation));

	if (strlen(request->id) != ID_TEXT - 1) {
		problem_simple(request, "unknown-submission");
		return;
	}
	*operation = (struct operation){ .request = request, .state = state };
	request_hold(request);
	call(request->front->queue, request->id, on_done, operation);
}

void api_retry(struct request *request)
{
	operate(request, JOB_QUEUED, queue_retry);
}

void api_cancel(struct request *request)
{
	operate(request, JOB_CANCELLED, queue_cancel);
}
