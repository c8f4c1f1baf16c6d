/*
 * POST /submissions: 202 once the submission is durable, or 200 with its report
 * when that came within `Prefer: wait`. GET /submissions/{id}: as it stands.
 */
#include <string.h>
#include "copy.h"
#include "front_state.h"
#include "hand_in.h"
#include "handlers.h"
#include "language.h"
#include "problem.h"

enum { WAIT_MAX_S = 30 };

static void on_refused(struct hand_in *hand_in, const struct submit_result *result, const struct err *err)
{
	if (err != NULL)
		problem_from_err(hand_in->request, err);
	else
		problem_simple(hand_in->request, result->status == SUBMIT_FULL ? "queue-full" : "key-reused");
}

/* What is known of a submission that was not read back. */
static json_t *fresh_json(const struct hand_in *hand_in, const struct submit_result *result)
{
	struct buf cleanup_buf received = BUF_INIT;

	copy_print_instant(&received, result->received_at, &hand_in->request->caller);
	return json_pack("{s:s, s:s, s:I, s:s, s:s, s:s}", "id", result->id, "state", job_state_name(JOB_QUEUED),
		"position", (json_int_t)result->position, "exercise", hand_in->submit->exercise, "student",
		hand_in->submit->student, "received_at", buf_str(&received));
}

static void on_accepted(struct hand_in *hand_in, const struct submit_result *result, const struct submission_view *view)
{
	struct request *request = hand_in->request;
	bool graded = view != NULL && view->state == JOB_GRADED;
	json_t cleanup_json *json = view != NULL ? copy_json(view, request_display(request), &request->caller, true)
						 : fresh_json(hand_in, result);

	reply_json(request, graded ? 200 : 202, json);
	reply_header(request, "Location", arena_printf(request->arena, "/api/v1/submissions/%s", result->id));
	if (hand_in->wait_ms > 0)
		reply_header(request, "Preference-Applied",
			arena_printf(request->arena, "wait=%u", hand_in->wait_ms / 1000));
}

void api_submit(struct request *request)
{
	struct intake *intake = arena_alloc(request->arena, sizeof(*intake));
	struct hand_in *work = arena_alloc(request->arena, sizeof(*work));
	const char *key = request_header(request, "Idempotency-Key");
	json_t cleanup_json *body = intake_parse(request);

	if (body == NULL)
		return;
	*intake = (struct intake){
		.arena = request->arena, .display = request_display(request), .caller = &request->caller, .prefix = ""
	};
	if ((key != NULL && !intake_key(intake, key, NULL)) || !intake_read(intake, body)) {
		problem_reply(request, &intake->refusal);
		return;
	}
	*work = (struct hand_in){
		.request = request, .submit = &intake->submit, .refused = on_refused, .accepted = on_accepted
	};
	work->wait_ms = wait_from_prefer(request_header(request, "Prefer"), WAIT_MAX_S) * 1000;
	hand_in(work);
}

static void on_view(void *context, const struct submission_view *view, const struct err *err)
{
	struct request *request = context;
	json_t *json;

	if (err != NULL) {
		problem_from_err(request, err);
	} else {
		json = copy_json(view, request_display(request), &request->caller, true);
		reply_json(request, 200, json);
		json_decref(json);
	}
	request_release(request);
}

void api_submission(struct request *request)
{
	if (strlen(request->id) != ID_TEXT - 1) {
		problem_simple(request, "unknown-submission");
		return;
	}
	request_hold(request);
	queue_get(request->front->queue, TENANT, request->id, on_view, request);
}
